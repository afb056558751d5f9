package report

import (
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// Letter is one page to the firm after a visit: what was done, where it stands, what was agreed.
type Letter struct {
	Section    string
	Date       string
	To         []string // the firm, for whose attention, the place
	Subject    string
	Salutation string
	Done       string // what was done
	Bar        Vial   // the level, with its range
	Result     string // the level with range and coverage in words
	Weakest    string // empty where no area is
	StepsTitle string
	Steps      []CoverStep
	NoSteps    string // said where there is none
	Again      string // when to repeat
	Closing    string
	Signature  string // what stands below the line to sign on
}

// LetterOf describes the letter about a visit, nil for one that was not kept, as a document of its own.
// The steps are those agreed on at the visit, else the plan's, else the next ones that are offered.
func LetterOf(in Input, visit *assessments.Visit) *Report {
	b := newBuilder(in)
	w, f := b.w, b.result.Overall
	r := b.head()
	r.Title = w.T("letter.title", "firm", b.firm())
	l := &Letter{Section: w.T("letter.section"), Date: w.Date(b.Day), Subject: w.T("letter.subject"), Salutation: w.T("letter.salutation"), Bar: b.vial(f, 0),
		Done: b.done(visit), StepsTitle: w.T("letter.steps"), Again: w.T("letter.again", "date", w.Date(b.Day.AddDate(1, 0, 0))), Closing: w.T("letter.closing"), Signature: w.T("letter.signature")}
	l.To = append(l.To, b.firm())
	if b.Company.Contact != "" {
		l.To = append(l.To, w.T("letter.attention", "name", b.Company.Contact))
		l.Salutation = w.T("letter.salutation.name", "name", b.Company.Contact)
	}
	if b.Company.Place != "" {
		l.To = append(l.To, b.Company.Place)
	}
	if b.Next != "" {
		l.Again = w.T("letter.again", "date", w.DateOf(b.Next))
	}
	headline, _ := b.headline(f)
	l.Result = headline + " " + w.T("letter.coverage", "honest", w.Honest(b.mw, f), "coverage", w.Coverage(f.Counts))
	if f.Shown() {
		l.Bar.Target = float64(scoring.Suggested(f))
	}
	if i := b.result.Weakest; i >= 0 {
		d := &b.result.Dimensions[i]
		l.Weakest = w.T("letter.weakest", "area", b.mw.Dimensions[d.ID].Name, "value", w.Score(d.Value))
	}
	for i, id := range b.agreed(visit) {
		words := b.actors[id]
		item := b.planned(id)
		s := CoverStep{Number: strconv.Itoa(i + 1), Title: words.Title, FirstLabel: w.T("letter.first"), First: words.First}
		var notes []string
		if item.Owner != "" {
			notes = append(notes, w.T("letter.owner", "name", item.Owner))
		}
		if item.Due != "" {
			notes = append(notes, w.T("letter.due", "date", w.DateOf(item.Due)))
		}
		s.Note = strings.Join(notes, " ")
		l.Steps = append(l.Steps, s)
	}
	if len(l.Steps) == 0 {
		l.NoSteps = b.noSteps()
	}
	r.Letter = l
	return r
}

// done says what was done: the visit where there was one, else that the questions were answered.
func (b *builder) done(v *assessments.Visit) string {
	w := b.w
	if v == nil || v.Day == "" {
		return w.T("letter.done.answers", "date", w.Date(b.Day), "questionnaire", b.mw.Name)
	}
	out := w.T("letter.done.visit", "date", w.DateOf(v.Day), "questionnaire", b.mw.Name)
	var people []string
	for _, p := range v.People {
		switch {
		case p.Name != "" && p.Role != "":
			people = append(people, w.T("letter.present", "name", p.Name, "role", p.Role))
		case p.Name+p.Role != "":
			people = append(people, p.Name+p.Role)
		}
	}
	if len(people) > 0 {
		out += " " + w.T("letter.people", "people", strings.Join(people, ", "))
	}
	return out
}

// agreed are the actions that the letter names, three at most.
func (b *builder) agreed(v *assessments.Visit) []string {
	var out []string
	add := func(id string) {
		if len(out) < 3 && b.actors[id].Title != "" {
			out = append(out, id)
		}
	}
	if v != nil {
		for _, id := range v.Agreed {
			add(id)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range b.Plan {
		if p.Live() && p.Status != assessments.StatusDone {
			add(p.Action)
		}
	}
	if len(out) == 0 {
		for i := range b.advice.Next {
			add(b.advice.Next[i].Action.ID)
		}
	}
	return out
}
