package region

import (
	"encoding/hex"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/texts"
)

// Line is one line of a contribution in words: what it says, and about what.
type Line struct {
	Part string // heading under which it stands; the same for lines that follow each other
	Name string
	Says string
	More []string // rows and options, one a line
}

// Preview is the whole content of a contribution in words, to be read before it is written: every
// field of the file is in it.
func (c *Contribution) Preview(w *texts.Words, lib *content.Library) []Line {
	part := w.T("contribution.part.about")
	var out []Line
	say := func(key, says string) {
		if says == "" {
			says = w.T("contribution.none")
		}
		out = append(out, Line{Part: part, Name: w.T("contribution." + key), Says: says})
	}
	words := assessments.ModelWords{}
	pack := lib.Version(c.Model, c.Version)
	if pack != nil {
		words = pack.Words[w.Language]
	}
	say("format", strconv.Itoa(Format))
	say("firm", c.Firm)
	say("round", "T"+strconv.Itoa(c.Round))
	say("month", c.Month)
	say("model", strings.TrimSpace(words.Name+" ("+c.Model+" "+c.Version+")"))
	say("path", c.Path)
	say("sector", lib.SectorWords[w.Language][c.Sector].Name)
	say("size", c.sizeName(w))
	place := ""
	if c.Place != "" {
		place = c.Region + "/" + c.Place
		if p := lib.Place(c.Region, c.Place); p != nil {
			place = p.Name + " (" + place + ")"
		}
	}
	say("place", place)
	say("made", c.Made)
	if c.Sample {
		say("sample", w.T("contribution.yes"))
	}
	sum := c.wire().sum()
	say("sum", hex.EncodeToString(sum[:]))
	if pack == nil {
		return out
	}
	return append(append(out, c.answerLines(w, &pack.Model, words)...), c.indexLines(w, &pack.Model, words)...)
}

func (c *Contribution) sizeName(w *texts.Words) string {
	if c.Size == assessments.Unsized {
		return ""
	}
	return w.T("contribution.size." + string(c.Size))
}

func (c *Contribution) answerLines(w *texts.Words, m *assessments.Model, words assessments.ModelWords) []Line {
	var out []Line
	for i := range m.Questions {
		q := &m.Questions[i]
		v, ok := c.Answers[q.ID]
		if !ok || !q.Asked() {
			continue
		}
		out = append(out, Line{Part: words.Dimensions[q.Dimension].Name, Name: words.Questions[q.ID].Text, Says: w.Answer(q, words.Questions[q.ID], v),
			More: w.AnswerLines(q, words.Questions[q.ID], v)})
	}
	return out
}

func (c *Contribution) indexLines(w *texts.Words, m *assessments.Model, words assessments.ModelWords) []Line {
	var out []Line
	if m.Index == nil {
		return nil
	}
	for _, x := range m.Index.Conditions {
		out = append(out, Line{Part: words.Index.Name, Name: words.Index.Conditions[x.ID].Text, Says: w.T("contribution." + string(c.Index[x.ID]))})
	}
	return out
}
