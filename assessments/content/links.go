package content

import (
	"fmt"

	"nivel/assessments"
)

// links checks what one file says about another: ids that do not exist, actions that no model
// needs, gaps without an action, and circles of needs.
func (r *reader) links(lib *Library) {
	if len(lib.Models) == 0 {
		return
	}
	for i := range lib.Actions {
		r.actionLinks(lib, &lib.Actions[i])
	}
	for i := range lib.Practices {
		p := &lib.Practices[i]
		r.topics(lib, r.places[p.ID], p.Questions, p.Dimensions)
	}
	for i := range lib.Regions {
		for _, c := range lib.Regions[i].Contacts {
			r.topics(lib, r.places[c.ID], c.Questions, c.Dimensions)
		}
		for _, t := range lib.Regions[i].Trainings {
			r.topics(lib, r.places[t.ID], t.Questions, t.Dimensions)
		}
		for _, f := range lib.Regions[i].Funding {
			r.topics(lib, r.places[f.ID], f.Questions, f.Dimensions)
		}
	}
	r.circles(lib)
	for i := range lib.Models {
		m := &lib.Models[i].Model
		if len(lib.Actions) > 0 {
			for _, g := range Uncovered(m, lib.Actions) {
				r.report(modelsDir+"/"+m.ID+"/model.yaml", 0, "gap-uncovered", "question", g.Question, "part", g.Row+g.Option, "level", g.Level)
			}
		}
	}
}

func (r *reader) actionLinks(lib *Library, a *assessments.Action) {
	p := r.places[a.ID]
	for k, g := range a.Gaps {
		at := with(p.path, "gaps", k)
		q := lib.question(g.Question)
		switch {
		case q == nil:
			r.at(p.doc, with(at, "question"), "question-unknown", "id", g.Question)
		case (q.Kind == assessments.Checklist) != (g.Option != "") || g.Option != "" && q.Option(g.Option) == nil:
			r.at(p.doc, at, "option-unknown", "option", g.Option)
		case (q.Kind == assessments.Grid) != (g.Row != "") || g.Row != "" && !q.HasRow(g.Row):
			r.at(p.doc, at, "row-unknown", "row", g.Row)
		}
	}
	for k, id := range a.Needs {
		if lib.Action(id) == nil {
			r.at(p.doc, with(p.path, "needs", k), "action-unknown", "id", id)
		}
	}
	for k, id := range a.Practices {
		if lib.Practice(id) == nil {
			r.at(p.doc, with(p.path, "practices", k), "practice-unknown", "id", id)
		}
	}
	for k, id := range a.Words {
		if _, ok := r.places["word:"+id]; !ok {
			r.at(p.doc, with(p.path, "words", k), "word-missing", "id", id)
		}
	}
}

func (l *Library) question(id string) *assessments.Question {
	for i := range l.Models {
		if q := l.Models[i].Model.Question(id); q != nil {
			return q
		}
	}
	return nil
}

func (r *reader) topics(lib *Library, p place, questions, dimensions []string) {
	for k, id := range questions {
		if lib.question(id) == nil {
			r.at(p.doc, with(p.path, "questions", k), "question-unknown", "id", id)
		}
	}
	for k, id := range dimensions {
		found := false
		for i := range lib.Models {
			found = found || lib.Models[i].Model.Dimension(id) != nil
		}
		if !found {
			r.at(p.doc, with(p.path, "dimensions", k), "dimension-unknown", "id", id)
		}
	}
}

// circles reports each action that needs itself in the end.
func (r *reader) circles(lib *Library) {
	const open, done = 1, 2
	state := map[string]int{}
	var walk func(id string) bool
	walk = func(id string) bool {
		switch state[id] {
		case open:
			return true
		case done:
			return false
		}
		state[id] = open
		a := lib.Action(id)
		circle := false
		if a != nil {
			for _, n := range a.Needs {
				circle = walk(n) || circle
			}
		}
		state[id] = done
		if circle {
			p := r.places[id]
			r.at(p.doc, with(p.path, "needs"), "needs-circle", "id", id)
		}
		return circle
	}
	for _, a := range lib.Actions {
		walk(a.ID)
	}
}

// OpenGap is a gap that no action of the firm answers.
type OpenGap struct {
	Question, Row, Option string
	Level                 int
}

func (g OpenGap) String() string {
	return fmt.Sprintf("%s %s%s at %d", g.Question, g.Row, g.Option, g.Level)
}

// Uncovered lists every gap of a model, at every level below the top, for which there is no
// action that the firm itself can take.
func Uncovered(m *assessments.Model, actions []assessments.Action) []OpenGap {
	var out []OpenGap
	for _, q := range m.Questions {
		switch q.Kind {
		case assessments.Ladder:
			out = append(out, uncoveredLevels(q.ID, "", actions)...)
		case assessments.Grid:
			for _, row := range q.Rows {
				out = append(out, uncoveredLevels(q.ID, row.ID, actions)...)
			}
		case assessments.Checklist:
			for _, o := range q.Options {
				if !o.Exclusive && !answered(actions, func(g assessments.ActionGap) bool { return g.Question == q.ID && g.Option == o.ID }) {
					out = append(out, OpenGap{Question: q.ID, Option: o.ID})
				}
			}
		}
	}
	return out
}

func uncoveredLevels(question, row string, actions []assessments.Action) []OpenGap {
	var out []OpenGap
	for level := range assessments.Top {
		if !answered(actions, func(g assessments.ActionGap) bool {
			return g.Question == question && g.Row == row && g.From[0] <= level && level <= g.From[1]
		}) {
			out = append(out, OpenGap{Question: question, Row: row, Level: level})
		}
	}
	return out
}

func answered(actions []assessments.Action, fits func(assessments.ActionGap) bool) bool {
	for _, a := range actions {
		if a.Who != assessments.Firm {
			continue
		}
		for _, g := range a.Gaps {
			if fits(g) {
				return true
			}
		}
	}
	return false
}
