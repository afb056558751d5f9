package content

import (
	"slices"

	"nivel/assessments"
)

// links checks what one file says about another: ids that do not exist and circles of needs. Only
// records of the tree that is being read are looked at.
func (r *reader) links(lib *Library) {
	if len(lib.Models) == 0 {
		return
	}
	for i := range lib.Actions {
		if p, ok := r.places["action:"+lib.Actions[i].ID]; ok {
			r.actionLinks(lib, p, &lib.Actions[i])
		}
	}
	for i := range lib.Practices {
		if p, ok := r.places["practice:"+lib.Practices[i].ID]; ok {
			r.topics(lib, p, lib.Practices[i].Questions, lib.Practices[i].Dimensions)
		}
	}
	for _, region := range lib.Regions {
		for _, c := range region.Contacts {
			r.topics(lib, r.places["contact:"+c.ID], c.Questions, c.Dimensions)
		}
		for _, t := range region.Trainings {
			r.topics(lib, r.places["training:"+t.ID], t.Questions, t.Dimensions)
		}
		for _, f := range region.Funding {
			r.topics(lib, r.places["funding:"+f.ID], f.Questions, f.Dimensions)
		}
	}
	r.sectorLinks(lib)
	r.technologyLinks(lib)
	r.readingLinks(lib)
	r.sharedLinks(lib)
	r.questionWords(lib)
	r.circles(lib)
}

func (r *reader) actionLinks(lib *Library, p place, a *assessments.Action) {
	for k, g := range a.Gaps {
		at := with(p.path, "gaps", k)
		q := lib.question(g.Question)
		switch {
		case q == nil:
			r.at(p.doc, with(at, "question"), "question-unknown", "id", g.Question)
		case (q.Kind == assessments.Checklist) != (g.Option != "") || g.Option != "" && q.Option(g.Option) == nil:
			r.at(p.doc, at, "option-unknown", "option", g.Option)
		case (len(q.Rows) > 0) != (g.Row != "") || g.Row != "" && !q.HasRow(g.Row):
			r.at(p.doc, at, "row-unknown", "row", g.Row)
		case levelled(q) && (g.From[0] < 0 || g.To >= q.Steps() || (g.To < g.From[0]) != q.Falling()), !levelled(q) && (g.To != 0 || g.From[0] >= 0):
			r.at(p.doc, at, "gap-range")
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
	r.words(lib, p, a.Words)
}

// levelled says whether a gap of the question goes from level to level.
func levelled(q *assessments.Question) bool { return q.Steps() > 0 }

func (r *reader) words(lib *Library, p place, words []string) {
	for k, id := range words {
		if len(lib.Terms) > 0 && !slices.ContainsFunc(lib.Terms, func(t assessments.Term) bool { return t.ID == id }) {
			r.at(p.doc, with(p.path, "words", k), "word-missing", "id", id)
		}
	}
}

// questionWords checks the glossary terms that questions name.
func (r *reader) questionWords(lib *Library) {
	for i := range lib.Models {
		m := &lib.Models[i].Model
		for _, q := range m.Questions {
			if p, ok := r.places["question:"+m.ID+"@"+m.Version+":"+q.ID]; ok {
				r.words(lib, p, q.Words)
			}
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
	if p.doc == nil {
		return
	}
	for k, id := range questions {
		if lib.question(id) == nil {
			r.at(p.doc, with(p.path, "questions", k), "question-unknown", "id", id)
		}
	}
	for k, id := range dimensions {
		if !slices.ContainsFunc(lib.Models, func(p Pack) bool { return p.Model.Dimension(id) != nil }) {
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
		if p, ok := r.places["action:"+id]; circle && ok {
			r.at(p.doc, with(p.path, "needs"), "needs-circle", "id", id)
		}
		return circle
	}
	for _, a := range lib.Actions {
		walk(a.ID)
	}
}
