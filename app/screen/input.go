package screen

import (
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// AnswerLabels are the words that answer widgets share.
func AnswerLabels(w *texts.Words) widget.Words {
	return widget.Words{NotApplicable: w.T("answer.na.long"), DontKnow: w.T("answer.unknown.long"), Yes: w.T("answer.yes"), No: w.T("answer.no"), Partly: w.T("answer.partly.1"),
		Already: w.T("answer.plan.2"), Planned: w.T("answer.plan.1"), Neither: w.T("answer.plan.0"),
		ShortNA: w.T("answer.na.column"), ShortUnknown: w.T("answer.unknown.column")}
}

// InputParams say which question is answered, and how much room there is.
type InputParams struct {
	Words    *texts.Words
	Question *assessments.Question
	Texts    assessments.QuestionWords
	Value    assessments.Value // shown first
	Compact  bool              // lower rows
	Narrow   bool              // rows of a grid in two lines
	Changed  func(assessments.Value)
}

// AnswerInput is the widget with which a question of any kind is answered.
func AnswerInput(p InputParams) widget.Answerer {
	labels := AnswerLabels(p.Words)
	switch p.Question.Kind {
	case assessments.Checklist:
		var ids []string
		var rows []widget.Choice
		exclusive := map[string]bool{}
		for _, o := range p.Question.Options {
			t := p.Texts.Options[o.ID]
			ids, rows = append(ids, o.ID), append(rows, widget.Choice{Title: t.Title, Text: t.Text})
			exclusive[o.ID] = o.Exclusive
		}
		return widget.NewChecklist(ids, rows, exclusive, labels, p.Compact, p.Value, p.Changed)
	case assessments.Grid, assessments.Plans:
		return p.rows(labels)
	case assessments.Partly:
		return widget.NewPartly(labels, p.Value, p.Changed)
	case assessments.YesNo:
		return widget.NewYes(labels, p.Value, p.Changed)
	case assessments.Number:
		return p.number(labels)
	}
	var rows []widget.Choice
	for _, l := range p.Texts.Levels {
		rows = append(rows, widget.Choice{Title: l.Title, Text: l.Text})
	}
	return widget.NewLadder(rows, labels, p.Compact, p.Value, p.Changed)
}

func (p InputParams) rows(labels widget.Words) widget.Answerer {
	var ids []string
	var rows []widget.Choice
	for _, r := range p.Question.Rows {
		t := p.Texts.Rows[r.ID]
		ids, rows = append(ids, r.ID), append(rows, widget.Choice{Title: t.Title, Text: t.Text})
	}
	var grid *widget.Grid
	changed := func(string, assessments.Value) { p.Changed(grid.Value()) }
	if p.Question.Kind == assessments.Plans {
		grid = widget.NewPlans(ids, rows, labels, p.Narrow, p.Value, changed)
	} else {
		grid = widget.NewGrid(ids, rows, p.Texts.Stages, labels, p.Narrow, p.Value, changed)
	}
	return grid
}

// number reads what is typed and names the band it falls into.
func (p InputParams) number(labels widget.Words) widget.Answerer {
	w := p.Words
	return widget.NewNumber(widget.NumberParams{Unit: p.Texts.Unit, Decimal: w.T("format.decimal"), Words: labels, Value: p.Value, Text: w.Number, OnChanged: p.Changed,
		Check: func(text string) (v assessments.Value, title, line, err string) {
			v, fault := assessments.Counting(text)
			if fault == nil {
				fault = v.Fits(p.Question)
			}
			if fault != nil {
				return v, "", "", w.Fault(fault)
			}
			band := p.Texts.Levels[scoring.BandAt(p.Question, v.Rat())]
			return v, band.Title, band.Text, ""
		}})
}
