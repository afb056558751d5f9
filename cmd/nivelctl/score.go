package main

import (
	"flag"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

var scoreVerb = verb{"score", func(flags *flag.FlagSet) action {
	model, asJSON := flags.String("model", "", ""), flags.Bool("json", false, "")
	return func(c *call, args []string) error {
		f, err := c.firm(args, *model)
		if err != nil {
			return err
		}
		r := scoring.Score(f.model(), f.file.Answers, f.file.Targets)
		if *asJSON {
			return c.sayJSON(scoreOf(f, r))
		}
		return c.score(f, r)
	}
}}

// score prints the result as a short text.
func (c *call) score(f *firm, r *scoring.Result) error {
	w, mw := c.words, f.words(c)
	c.head(f)
	if r.Overall.Shown() {
		c.sayf("score.overall", "value", w.Score(r.Overall.Value), "level", w.Standing(mw, r.Overall))
	} else if f.model().Overall != assessments.NoOverall {
		c.say(w.Standing(mw, r.Overall))
	}
	if r.Overall.Shown() {
		if m := f.model(); m.Scale.Top != assessments.Top {
			c.sayf("score.own", "value", w.Short(m.Own(r.Overall.Value)), "top", m.Scale.Top)
		}
		c.say(w.Honest(mw, r.Overall))
	}
	c.say(w.Coverage(r.Overall.Counts))
	c.say()
	if err := c.dimensions(f, r); err != nil {
		return err
	}
	if r.Weakest >= 0 {
		d := r.Dimensions[r.Weakest]
		c.sayf("score.weakest", "area", mw.Dimensions[d.ID].Name, "value", w.Score(d.Value))
	}
	if x := r.Index; x != nil {
		c.sayf("score.index", "name", mw.Index.Name, "version", f.model().Index.Version, "count", x.Count, "total", x.Total)
		if x.Known < x.Total {
			c.say(w.N("cli.score.index.missing", x.Total-x.Known))
		}
	}
	return nil
}

// head names the firm, and says so where it is made up.
func (c *call) head(f *firm) {
	name := f.file.Company.Name
	if name == "" {
		name = c.words.T("cli.noname")
	}
	if f.file.Company.Sample {
		name = c.words.T("cli.sample", "name", name)
	}
	c.say(oneLine(name))
}

func (c *call) dimensions(f *firm, r *scoring.Result) error {
	w, mw := c.words, f.words(c)
	t := tabwriter.NewWriter(c.stdout, 0, 0, 3, ' ', 0)
	row := func(cells ...string) {
		for i, cell := range cells {
			if i > 0 {
				io.WriteString(t, "\t")
			}
			io.WriteString(t, cell)
		}
		io.WriteString(t, "\n")
	}
	row(w.T("cli.score.area"), w.T("cli.score.value"), w.T("cli.score.range"), w.T("cli.score.target"), w.T("cli.score.answered"))
	for _, d := range r.Dimensions {
		value, between, target := "–", "–", "–"
		if d.Shown() {
			value = w.Score(d.Value)
		}
		if _, chosen := f.file.Targets[d.ID]; chosen || d.Shown() {
			target = strconv.Itoa(d.Target)
		}
		if d.Low != nil && d.Low.Cmp(d.High) != 0 {
			between = w.T("format.range", "low", w.Score(d.Low), "high", w.Score(d.High))
		}
		row(mw.Dimensions[d.ID].Name, value, between, target, fmt.Sprintf("%d/%d", d.Answered, d.Applicable))
	}
	row()
	return t.Flush()
}
