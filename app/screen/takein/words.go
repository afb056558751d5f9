package takein

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/report"
)

// line is one thing that each side says in another way.
type line struct{ name, mine, theirs string }

// lines collects those that differ.
type lines struct {
	s   *Screen
	all []line
}

// add adds a line where the two differ.
func (l *lines) add(name, mine, theirs string) {
	if mine != theirs {
		none := l.s.t("empty")
		l.all = append(l.all, line{name, cmp.Or(widget.Plain(mine), none), cmp.Or(widget.Plain(theirs), none)})
	}
}

// number adds a line of numbers, 0 being none.
func (l *lines) number(name string, mine, theirs int) {
	text := func(n int) string {
		if n == 0 {
			return ""
		}
		return l.s.w.Int(n)
	}
	l.add(name, text(mine), text(theirs))
}

// side heads what a side has, with when it was said.
func (s *Screen) side(key string, at time.Time) string {
	if at.IsZero() {
		return s.t(key)
	}
	at = at.Local()
	return s.t(key+".at", "date", s.w.ShortDate(at.Format(time.DateOnly)), "time", s.w.Clock(at))
}

// compared is what a difference is about, and what each side says.
func (s *Screen) compared(f firmItem) (title string, all []line) {
	l := &lines{s: s}
	x := f.item
	switch mine := x.Mine.(type) {
	case assessments.Rating:
		title = s.rating(l, f, mine, x.Theirs.(assessments.Rating))
	case assessments.Company:
		title = s.w.T("cli.bring.part.company")
		s.company(l, mine, x.Theirs.(assessments.Company))
	case assessments.Visit:
		title = s.t("title.visit", "date", s.w.DateOf(mine.Day))
		s.visit(l, mine, x.Theirs.(assessments.Visit))
	case assessments.Assessment:
		title = s.t("title.round", "name", roundName(mine))
		s.round(l, mine, x.Theirs.(assessments.Assessment))
	case assessments.PlanItem:
		title = s.t("title.plan", "action", screen.ActionTitle(s.h.Session(), mine.Action))
		s.plan(l, mine, x.Theirs.(assessments.PlanItem))
	case assessments.Evidence:
		title = s.t("title.evidence")
		s.evidence(l, f, mine, x.Theirs.(assessments.Evidence))
	case assessments.Earlier:
		title = s.t("title.earlier", "date", s.w.DateOf(mine.Day))
		s.earlier(l, mine, x.Theirs.(assessments.Earlier))
	}
	if len(l.all) == 0 { // it is in what no line names
		l.all = []line{{s.t("other"), s.t("other.mine"), s.t("other.theirs")}}
	}
	return title, l.all
}

func roundName(a assessments.Assessment) string { return "T" + strconv.Itoa(a.Round) }

// asked finds a question in the questionnaire of its round.
func (s *Screen) asked(f firmItem, round, question string) report.Asked {
	for _, d := range []*assessments.Dossier{&f.coming.Mine, &f.coming.Theirs} {
		for i := range d.Rounds {
			if a := &d.Rounds[i].Assessment; a.ID == round {
				if p := s.h.Session().Complete().Version(a.ModelID, a.ModelVersion); p != nil {
					return report.AskedAs(&p.Model, p.Words[s.w.Language], question)
				}
			}
		}
	}
	return report.Asked{Text: question}
}

// rating says who was asked what, and adds what each answered.
func (s *Screen) rating(l *lines, f firmItem, mine, theirs assessments.Rating) string {
	q := s.asked(f, f.item.Round, f.item.Question)
	title := q.Text
	if q.Number != "" {
		title = q.Number + ". " + q.Text
	}
	title = s.t("title.rating", "question", title, "who", screen.RespondentName(s.w, f.item.Respondent))
	if n := len(f.coming.Mine.Rounds); n > 1 {
		for i := range f.coming.Mine.Rounds {
			if a := f.coming.Mine.Rounds[i].Assessment; a.ID == f.item.Round {
				title += " · " + roundName(a)
			}
		}
	}
	m, t := mine.Answer, theirs.Answer
	answer := func(v assessments.Value) string {
		if v.Standing == assessments.Unanswered {
			return ""
		}
		return q.Full(s.w, v)
	}
	l.add(s.t("field.answer"), answer(m.Value), answer(t.Value))
	relevance := func(r assessments.Relevance) string {
		if r == assessments.RelevanceUnset {
			return ""
		}
		return s.w.Relevance(r)
	}
	l.add(s.t("field.relevance"), relevance(m.Relevance), relevance(t.Relevance))
	l.add(s.t("field.confidence"), screen.ConfidenceName(s.w, m.Confidence), screen.ConfidenceName(s.w, t.Confidence))
	l.add(s.t("field.note"), m.Note, t.Note)
	l.add(s.t("field.flag"), s.yes(m.Flag), s.yes(t.Flag))
	return title
}

func (s *Screen) yes(on bool) string {
	if on {
		return s.w.T("answer.yes")
	}
	return s.w.T("answer.no")
}

func (s *Screen) company(l *lines, m, t assessments.Company) {
	w := s.w
	l.add(w.T("profile.name"), m.Name, t.Name)
	l.add(w.T("profile.place"), m.Place, t.Place)
	trade := func(nace string) string { return strings.TrimSpace(w.Trade(nace) + " " + nace) }
	l.add(w.T("profile.sector"), trade(m.NACE), trade(t.NACE))
	l.number(w.T("profile.people"), m.People, t.People)
	l.add(w.T("profile.contact"), m.Contact, t.Contact)
	l.add(s.t("field.tags"), strings.Join(m.Tags, ", "), strings.Join(t.Tags, ", "))
	a, b := m.Figures, t.Figures
	for _, x := range []struct {
		name         string
		mine, theirs int
	}{{"hourly", a.HourlyCost, b.HourlyCost}, {"orders", a.Orders, b.Orders}, {"quotes", a.Quotes, b.Quotes}, {"material", a.Material, b.Material},
		{"energy", a.Energy, b.Energy}, {"machines", a.Machines, b.Machines}, {"computers", a.Computers, b.Computers}} {
		l.number(w.T("profile."+x.name), x.mine, x.theirs)
	}
	l.add(w.T("sample.chip"), s.yes(m.Sample), s.yes(t.Sample))
}

func (s *Screen) visit(l *lines, m, t assessments.Visit) {
	l.add(s.t("field.day"), s.w.DateOf(m.Day), s.w.DateOf(t.Day))
	l.add(s.t("field.place"), m.Place, t.Place)
	people := func(all []assessments.Present) string {
		var out []string
		for _, p := range all {
			out = append(out, report.Join(": ", p.Role, p.Name))
		}
		return strings.Join(out, ", ")
	}
	l.add(s.t("field.people"), people(m.People), people(t.People))
	l.number(s.t("field.minutes"), m.Minutes, t.Minutes)
	l.add(s.t("field.note"), m.Note, t.Note)
	agreed := func(all []string) string {
		var out []string
		for _, id := range all {
			out = append(out, screen.ActionTitle(s.h.Session(), id))
		}
		return strings.Join(out, "; ")
	}
	l.add(s.t("field.agreed"), agreed(m.Agreed), agreed(t.Agreed))
	l.add(s.t("field.closed"), s.moment(m.ClosedAt), s.moment(t.ClosedAt))
}

func (s *Screen) moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	at = at.Local()
	return s.w.ShortDate(at.Format(time.DateOnly)) + ", " + s.w.Clock(at)
}

func (s *Screen) round(l *lines, m, t assessments.Assessment) {
	l.add(s.t("field.next"), s.w.DateOf(m.NextAt), s.w.DateOf(t.NextAt))
	p := s.h.Session().Complete().Version(m.ModelID, m.ModelVersion)
	name := func(id string) string {
		if p == nil {
			return id
		}
		words := p.Words[s.w.Language]
		return cmp.Or(words.Dimensions[id].Name, words.Questions[id].Text, id)
	}
	if p != nil {
		path := func(id string) string {
			at := max(0, slices.Index(p.Model.Paths, id))
			return screen.PathName(s.w, at, len(p.Model.Paths))
		}
		l.add(s.t("field.path"), path(m.Path), path(t.Path))
	}
	for _, id := range slices.Sorted(maps.Keys(union(m.Targets, t.Targets))) {
		l.number(s.t("field.target", "area", name(id)), m.Targets[id], t.Targets[id])
	}
	for _, id := range slices.Sorted(maps.Keys(union(m.WeightOverrides, t.WeightOverrides))) {
		l.add(s.t("field.weight", "area", name(id)), s.rat(m.WeightOverrides[id]), s.rat(t.WeightOverrides[id]))
	}
	people := func(f *assessments.Snapshot) string {
		if f == nil {
			return ""
		}
		return report.Join(" · ", s.w.N("profile.people.count", f.People), s.w.Trade(f.NACE))
	}
	l.add(s.t("field.firm"), people(m.Firm), people(t.Firm))
}

func union[T any](a, b map[string]T) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]T{a, b} {
		for id := range m {
			out[id] = true
		}
	}
	return out
}

func (s *Screen) rat(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return s.w.Short(r)
}

func (s *Screen) plan(l *lines, m, t assessments.PlanItem) {
	w := s.w
	field := func(name string) string { return w.T("plan.field." + name) }
	l.add(field("status"), w.T("plan.status."+string(m.Status)), w.T("plan.status."+string(t.Status)))
	l.add(field("phase"), w.T("plan.phase."+string(m.Phase)), w.T("plan.phase."+string(t.Phase)))
	l.add(field("owner"), m.Owner, t.Owner)
	l.add(field("start"), w.DateOf(m.Start), w.DateOf(t.Start))
	l.add(field("due"), w.DateOf(m.Due), w.DateOf(t.Due))
	l.number(field("planned"), m.CostPlanned, t.CostPlanned)
	l.number(field("spent"), m.CostSpent, t.CostSpent)
	l.add(field("funding"), m.Funding, t.Funding)
	l.add(field("sign"), m.Sign, t.Sign)
	l.add(field("hurdle"), m.Hurdle, t.Hurdle)
	l.add(field("note"), m.Note, t.Note)
}

func (s *Screen) evidence(l *lines, f firmItem, m, t assessments.Evidence) {
	question := func(id string) string {
		q := s.asked(f, f.item.Round, id)
		return report.Join(". ", q.Number, q.Text)
	}
	l.add(s.t("field.question"), question(m.Question), question(t.Question))
	l.add(s.t("field.caption"), m.Caption, t.Caption)
	l.add(s.t("field.report"), s.yes(m.InReport), s.yes(t.InReport))
}

func (s *Screen) earlier(l *lines, m, t assessments.Earlier) {
	l.add(s.t("field.day"), s.w.DateOf(m.Day), s.w.DateOf(t.Day))
	l.add(s.t("field.source"), m.Source, t.Source)
	l.add(s.t("field.overall"), s.rat(m.Overall), s.rat(t.Overall))
	for _, id := range slices.Sorted(maps.Keys(union(m.Scores, t.Scores))) {
		l.add(cmp.Or(s.h.Session().Full().Words[s.w.Language].Dimensions[id].Name, id), s.rat(m.Scores[id]), s.rat(t.Scores[id]))
	}
}
