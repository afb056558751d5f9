package main

import (
	"flag"
	"fmt"
	"math/big"
	"strings"

	"nivel/assessments"
	"nivel/assessments/advice"
)

var stepsVerb = verb{"steps", func(flags *flag.FlagSet) action {
	model, asJSON := flags.String("model", "", ""), flags.Bool("json", false, "")
	return func(c *call, args []string) error {
		f, err := c.firm(args, *model)
		if err != nil {
			return err
		}
		a := f.advice()
		if *asJSON {
			return c.sayJSON(c.stepsOf(f, a))
		}
		c.steps(f, a)
		return nil
	}
}}

func (f *firm) advice() *advice.Advice {
	return advice.For(advice.Input{Model: f.model(), Answers: f.file.Answers, Targets: f.file.Targets,
		Actions: f.lib.Actions, Size: f.file.Company.Size(), Sector: f.sector})
}

// steps prints the next steps in full and the rest in short, with the terms of the ranking.
func (c *call) steps(f *firm, a *advice.Advice) {
	c.head(f)
	if len(a.Next) == 0 {
		c.sayf("steps.none")
	} else {
		c.sayf("steps.title")
	}
	for i := range a.Next {
		c.step(f, i+1, &a.Next[i])
	}
	c.list(f, "steps.later", a.Later)
	c.list(f, "steps.ask", a.Ask)
	if len(a.Next) > 0 {
		c.say()
		c.sayf("steps.estimates")
	}
}

// step prints one next step: why, the first step, effort, cost, expected change, who to ask and
// an example.
func (c *call) step(f *firm, number int, o *advice.Offer) {
	w, lang := c.words, c.words.Language
	words := f.lib.ActionWords[lang][o.Action.ID]
	size := sizeOf(f)
	c.say()
	c.say(fmt.Sprintf("%d. %s (%s)", number, words.Title, f.words(c).Dimensions[o.Dimension].Name))
	line := func(key, text string) {
		if text != "" {
			c.say("   " + w.T("cli.steps."+key, "text", text))
		}
	}
	line("why", words.Why)
	line("answers", strings.Join(c.reasons(f, o), " "))
	line("first", words.First)
	line("effort", c.days(o.Action.Effort[size]))
	line("cost", w.T(fmt.Sprintf("cost.%d", o.Action.Cost[size])))
	if o.Before != nil {
		line("change", w.T("cli.steps.fromto", "before", w.Score(o.Before), "after", w.Score(o.After)))
	}
	topic := advice.TopicOf(o, f.sector)
	line("contact", c.contact(f, topic))
	if all := topic.Practices(f.lib.Practices, o.Action.Practices); len(all) > 0 {
		line("example", f.lib.PracticeWords[lang][all[0].ID].Title)
	}
}

// days prints person-days.
func (c *call) days(r *big.Rat) string {
	if r.IsInt() {
		return c.words.N("effort.days", int(r.Num().Int64()))
	}
	return c.words.T("effort.fraction", "n", c.words.Short(r))
}

// reasons are the answers behind an offer, question by question.
func (c *call) reasons(f *firm, o *advice.Offer) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range o.Reasons {
		if seen[r.Question] {
			continue
		}
		seen[r.Question] = true
		words := f.words(c).Questions[r.Question]
		out = append(out, words.Text+" "+c.words.Answer(f.model().Question(r.Question), words, f.file.Answers[r.Question].Value)+".")
	}
	return out
}

// contact names the institution that is nearest in topic, with its website or telephone.
func (c *call) contact(f *firm, topic advice.Topic) string {
	for _, region := range f.lib.RegionsOf(f.file.Company.Place) {
		for _, contact := range topic.Contacts(region.Contacts) {
			parts := []string{f.lib.RegionWords[c.words.Language][region.ID].Contacts[contact.ID].Name}
			for _, s := range []string{contact.Website, contact.Phone} {
				if s != "" {
					parts = append(parts, s)
				}
			}
			return strings.Join(parts, ", ")
		}
	}
	return ""
}

// list prints offers in short.
func (c *call) list(f *firm, key string, offers []advice.Offer) {
	if len(offers) == 0 {
		return
	}
	c.say()
	c.sayf(key)
	w := c.words
	for i := range offers {
		o := &offers[i]
		words := f.lib.ActionWords[w.Language][o.Action.ID]
		n := hundredthsOf(o.Terms)
		signed := func(i int) string { return w.Signed(big.NewRat(int64(n[i]), 100)) }
		c.say("   " + w.T("cli.steps.ranked", "title", words.Title, "gap", signed(0), "gain", signed(1),
			"effort", signed(2), "cost", signed(3), "points", signed(4)))
		if len(o.WaitsFor) > 0 {
			first := f.lib.ActionWords[w.Language][o.WaitsFor[0]]
			c.say("      " + w.T("cli.steps.waits", "title", first.Title))
		}
	}
}

// sizeOf is the class for effort and cost: firms of unknown size count as small, large ones as
// medium, as the advice does.
func sizeOf(f *firm) assessments.SizeClass {
	switch s := f.file.Company.Size(); s {
	case assessments.Unsized:
		return assessments.Small
	case assessments.Large:
		return assessments.Medium
	default:
		return s
	}
}
