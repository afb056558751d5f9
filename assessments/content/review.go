package content

import (
	"io/fs"
	"time"

	"nivel/assessments"
)

// Check reads a tree as Load and Lay do and then reviews it as its editor would: gaps without an
// action, what nobody can reach, texts too long for their place, offers that have ended, terms
// without a link. What the review finds are warnings. Base is nil for the shipped tree; day, the
// day on which offers must not have ended.
func Check(base *Library, fsys fs.FS, day time.Time) (*Library, []Finding) {
	lib, r := load(base, fsys)
	if Usable(r.findings) {
		r.review(lib, day)
	}
	return lib, r.sorted()
}

// CheckModel reads the model in a folder that holds nothing else, with the languages that it has
// texts for, and reviews it. The library has that model alone.
func CheckModel(fsys fs.FS) (*Library, []Finding) {
	r := &reader{fsys: fsys}
	for _, lang := range Languages {
		if _, err := fs.Stat(fsys, "texts."+lang+".yaml"); err == nil {
			r.languages = append(r.languages, lang)
		}
	}
	if len(r.languages) == 0 {
		r.languages = Languages[:1]
	}
	lib := (*Library)(nil).over()
	lib.Languages = r.languages
	if p, ok := r.model("."); ok {
		spreadModel(r, &p)
		lib.Models = []Pack{p}
		r.review(lib, time.Time{})
	}
	return lib, r.sorted()
}

func (r *reader) review(lib *Library, day time.Time) {
	for i := range lib.Models {
		p := &lib.Models[i]
		if _, ok := r.places["model:"+versionOf(p)]; !ok {
			continue
		}
		r.reachable(&p.Model)
		r.uncovered(lib, &p.Model)
		for _, lang := range r.languages {
			r.helpMissing(p, lang)
			r.lengths(p, lang)
			r.unlinked(lib, p, lang)
		}
	}
	r.unreached(lib)
	r.ended(lib, day.Format(time.DateOnly), day.AddDate(-2, 0, 0).Format(time.DateOnly))
	for _, lang := range r.languages {
		r.actionLengths(lib, lang)
	}
}

// place of a question's structure.
func (r *reader) questionPlace(m *assessments.Model, id string) place {
	return r.places["question:"+m.ID+"@"+m.Version+":"+id]
}

// uncovered warns of gaps that no action of the firm answers, for a firm of three people and for
// one of eighty. A model that no action speaks of has none, and is left alone.
func (r *reader) uncovered(lib *Library, m *assessments.Model) {
	spoken := false
	for i := range lib.Actions {
		for _, g := range lib.Actions[i].Gaps {
			spoken = spoken || m.Number(g.Question) > 0
		}
	}
	if !spoken {
		return
	}
	for _, g := range Uncovered(m, lib.Actions, assessments.Micro, assessments.Medium) {
		p := r.questionPlace(m, g.Question)
		r.warn(p.doc, p.path, "gap-uncovered", "question", g.Question, "part", g.Row+g.Option, "level", g.Level, "size", g.Size)
	}
}

// unreached warns of actions and practices that no gap of any model leads to.
func (r *reader) unreached(lib *Library) {
	for i := range lib.Actions {
		a := &lib.Actions[i]
		if p, ok := r.places["action:"+a.ID]; ok && !lib.reaches(a) {
			r.warn(p.doc, p.path, "action-unreached", "id", a.ID)
		}
	}
	for i := range lib.Practices {
		x := &lib.Practices[i]
		if p, ok := r.places["practice:"+x.ID]; ok && len(x.Questions)+len(x.Dimensions) == 0 {
			r.warn(p.doc, p.path, "practice-unreached", "id", x.ID)
		}
	}
}

// reaches says whether a firm of some size may have one of the action's gaps.
func (l *Library) reaches(a *assessments.Action) bool {
	for i := range l.Models {
		for _, size := range sizeClasses {
			if !a.Fits(size, "") {
				continue
			}
			m := l.Models[i].Model.For(assessments.Scope{Size: size})
			for _, g := range a.Gaps {
				q := m.Question(g.Question)
				switch {
				case q == nil || g.Option != "" && (q.Option(g.Option) == nil || q.Option(g.Option).Exclusive) || g.Row != "" && !q.HasRow(g.Row):
				case !levelled(q) || q.Falling() || g.From[0] < q.Highest():
					return true
				}
			}
		}
	}
	return false
}

// ended warns of open funding whose day has passed, and of records nobody has looked at for two
// years.
func (r *reader) ended(lib *Library, today, longAgo string) {
	old := func(kind, id, checked string) {
		if p, ok := r.places[kind+id]; ok && checked < longAgo {
			r.warn(p.doc, with(p.path, "checked"), "checked-old", "id", id, "date", checked)
		}
	}
	for _, region := range lib.Regions {
		for _, f := range region.Funding {
			if p, ok := r.places["funding:"+f.ID]; ok && f.State == assessments.StateOpen && f.Until != "" && f.Until < today {
				r.warn(p.doc, with(p.path, "until"), "funding-ended", "id", f.ID, "date", f.Until)
			}
			old("funding:", f.ID, f.Checked)
		}
		for _, c := range region.Contacts {
			old("contact:", c.ID, c.Checked)
		}
		for _, t := range region.Trainings {
			old("training:", t.ID, t.Checked)
		}
	}
	for i := range lib.Practices {
		old("practice:", lib.Practices[i].ID, lib.Practices[i].Checked)
	}
	for i := range lib.Technologies {
		old("technology:", lib.Technologies[i].ID, lib.Technologies[i].Checked)
	}
}

// OpenGap is a gap that no action of the firm answers, for firms of a size.
type OpenGap struct {
	Question, Row, Option string
	Level                 int
	Size                  assessments.SizeClass
}

// Uncovered lists every gap of a model, at every level below the highest that counts, for which
// there is no action that a firm of each of those sizes can take itself. Sector actions do not
// count, because a firm of another trade never sees them.
func Uncovered(m *assessments.Model, actions []assessments.Action, sizes ...assessments.SizeClass) []OpenGap {
	var out []OpenGap
	for _, size := range sizes {
		c := cover{size: size, actions: actions}
		scoped := m.For(assessments.Scope{Size: size})
		for i := range scoped.Questions {
			c.question(&scoped.Questions[i])
		}
		out = append(out, c.open...)
	}
	return out
}

type cover struct {
	size    assessments.SizeClass
	actions []assessments.Action
	open    []OpenGap
}

func (c *cover) question(q *assessments.Question) {
	switch {
	case !q.Asked():
	case q.Kind == assessments.Checklist:
		for _, o := range q.Options {
			if !o.Exclusive {
				c.gap(OpenGap{Question: q.ID, Option: o.ID, Size: c.size}, false)
			}
		}
	case q.Kind == assessments.YesNo:
		c.gap(OpenGap{Question: q.ID, Size: c.size}, false)
	case q.Kind == assessments.Plans:
		for _, row := range q.Rows {
			c.gap(OpenGap{Question: q.ID, Row: row.ID, Size: c.size}, false)
		}
	default:
		rows := q.Rows
		if len(rows) == 0 {
			rows = []assessments.Row{{}}
		}
		for _, row := range rows {
			for level := range q.Steps() {
				if _, ok := q.Better(level); !ok || level >= q.Highest() && !q.Falling() {
					continue
				}
				c.gap(OpenGap{Question: q.ID, Row: row.ID, Level: level, Size: c.size}, true)
			}
		}
	}
}

func (c *cover) gap(want OpenGap, levels bool) {
	for i := range c.actions {
		a := &c.actions[i]
		if a.Who != assessments.Firm || !a.Fits(c.size, "") || len(a.Sectors) > 0 {
			continue
		}
		for _, g := range a.Gaps {
			if g.Question == want.Question && g.Row == want.Row && g.Option == want.Option &&
				(!levels || g.From[0] <= want.Level && want.Level <= g.From[1]) {
				return
			}
		}
	}
	c.open = append(c.open, want)
}
