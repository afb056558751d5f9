package sampleregion

import (
	"slices"
	"time"

	"nivel/assessments"
)

// rounds gives a firm one to three rounds, about a year apart; the first ones complete.
func (m *maker) rounds(d *assessments.Dossier) {
	firm := d.Company
	level := m.level(&firm)
	at := firm.CreatedAt.Add(time.Hour)
	n := 1
	for n < 3 && m.chance(40) {
		n++
	}
	for i := range n {
		next := at.AddDate(0, 11, m.rand.IntN(60))
		last := i == n-1 || !next.Before(m.now)
		p := &m.library.Models[0]
		if !m.sample && i == 0 && !last && m.chance(40) && len(m.library.Old) > 0 {
			p = &m.library.Old[0]
		}
		r := assessments.DossierRound{Assessment: assessments.Assessment{ID: m.id(at), CompanyID: firm.ID, ModelID: p.Model.ID, ModelVersion: p.Model.Version,
			Path: p.Model.Paths[0], Weights: assessments.Standard, Round: i, StartedAt: at, ChangedAt: at}}
		if m.chance(30) {
			r.Assessment.Path = p.Model.Paths[len(p.Model.Paths)-1]
		}
		share := 1.0
		if last && !m.sample && m.chance(15) {
			share = m.rand.Float64()
		}
		ended := m.answer(&r, &p.Model, &firm, level, share)
		if m.sample && last && m.chance(60) {
			m.colleague(&r, ended)
		}
		if !last {
			r.Assessment.Firm = &assessments.Snapshot{People: firm.People, NACE: firm.NACE}
			r.Assessment.NextAt = next.Format(time.DateOnly)
		} else if share == 1 && m.chance(50) {
			r.Assessment.NextAt = ended.AddDate(0, 11+m.rand.IntN(3), 0).Format(time.DateOnly)
		}
		if share == 1 && m.chance(55) {
			m.visit(d, &r, ended)
		}
		if share == 1 && m.chance(45) {
			m.plan(&r, ended)
		}
		d.Rounds = append(d.Rounds, r)
		if last {
			return
		}
		level, at = min(1, level+0.1*m.rand.Float64()), next
	}
}

// level is how far a firm is, 0 to 1: larger ones mostly further.
func (m *maker) level(c *assessments.Company) float64 {
	base := map[assessments.SizeClass]float64{assessments.Micro: 0.25, assessments.Small: 0.38, assessments.Medium: 0.55, assessments.Large: 0.68}[c.Size()]
	if base == 0 {
		base = 0.35
	}
	return m.around(base, 0.14)
}

// around is a value near another, within 0 and 1.
func (m *maker) around(middle, spread float64) float64 {
	return max(0, min(1, middle+spread*m.rand.NormFloat64()))
}

// answer lets the owner answer the first share of what is asked and returns when he ended.
func (m *maker) answer(r *assessments.DossierRound, whole *assessments.Model, c *assessments.Company, level, share float64) time.Time {
	scope := assessments.Scope{Path: r.Assessment.Path, Size: c.Size(), Sector: m.library.Sector(c.NACE)}
	key := scopeOf{whole.Version, scope}
	model := m.scopes[key]
	if model == nil {
		model = whole.For(scope)
		m.scopes[key] = model
	}
	areas := map[string]float64{}
	for _, d := range model.Dimensions {
		areas[d.ID] = m.around(level, 0.1)
	}
	answers := assessments.Answers{}
	asked := model.Asked()
	for i := range asked {
		answers[asked[i].ID] = assessments.Answer{Value: m.value(&asked[i], m.around(areas[asked[i].Dimension], 0.15)), Relevance: assessments.Relevance(m.rand.IntN(4))}
	}
	for id := range model.Hidden(answers) {
		delete(answers, id)
	}
	asked = slices.DeleteFunc(asked, func(q assessments.Question) bool { return answers[q.ID].Empty() })
	at := r.Assessment.StartedAt
	for i := range asked[:int(share*float64(len(asked)))] {
		at = at.Add(time.Duration(8+m.rand.IntN(30)) * time.Second)
		if at.After(m.now) {
			at = m.now
		}
		m.rate(r, assessments.Owner, asked[i].ID, at, answers[asked[i].ID])
		r.Assessment.Position = asked[i].ID
	}
	return at
}

func (m *maker) rate(r *assessments.DossierRound, who assessments.Respondent, question string, at time.Time, a assessments.Answer) {
	r.Ratings = append(r.Ratings, assessments.Rating{ID: m.id(at), AssessmentID: r.Assessment.ID, Question: question, Respondent: who, At: at, Answer: a})
}

// value answers a question for a firm that is so far in it.
func (m *maker) value(q *assessments.Question, x float64) assessments.Value {
	switch n := m.rand.IntN(100); {
	case n < 4:
		return assessments.DontKnowValue
	case n < 6:
		return assessments.NotApplicableValue
	}
	step := func(steps int) int { return int(x*float64(steps-1) + 0.5) }
	switch q.Kind {
	case assessments.YesNo:
		return assessments.Saying(m.rand.Float64() < x)
	case assessments.Number:
		return m.number(q, x)
	case assessments.Grid, assessments.Plans:
		var v assessments.Value
		for _, row := range q.Rows {
			steps := q.Steps()
			if q.Kind == assessments.Plans {
				steps = 4
			}
			v = v.WithRow(row.ID, assessments.AtLevel(min(steps-1, int(m.around(x, 0.2)*float64(steps)))))
		}
		return v
	case assessments.Checklist:
		var chosen []string
		for _, o := range q.Options {
			if !o.Exclusive && m.rand.Float64() < x {
				chosen = append(chosen, o.ID)
			}
		}
		if len(chosen) == 0 {
			return assessments.DontKnowValue
		}
		return assessments.Choosing(chosen...)
	}
	return assessments.AtLevel(step(q.Steps()))
}

// number is the beginning of the band that is worth about as much.
func (m *maker) number(q *assessments.Question, x float64) assessments.Value {
	best, near := q.Range.Least, 2.0
	for i, from := range q.Bands {
		worth, _ := q.Values[i].Float64()
		if away := max(worth-x, x-worth); away < near && from.Cmp(q.Range.Least) >= 0 {
			best, near = from, away
		}
	}
	v, err := assessments.Counting(assessments.Plain(best))
	if err != nil || v.Fits(q) != nil {
		return assessments.DontKnowValue
	}
	return v
}

// colleague lets a second person answer the same day: mostly the same, a level beside it at times.
func (m *maker) colleague(r *assessments.DossierRound, answered time.Time) {
	for i, x := range slices.Clone(r.Ratings) {
		at := answered.Add(time.Duration(i+1) * 15 * time.Second)
		a := assessments.Answer{Value: x.Answer.Value}
		if beside := assessments.AtLevel(x.Answer.Value.Level - 1); m.chance(18) && x.Answer.Value.Rat() != nil && x.Answer.Value.Decimal == "" && beside.Level >= 0 {
			a.Value = beside
		}
		if !at.After(m.now) {
			m.rate(r, assessments.Colleague, x.Question, at, a)
		}
	}
}

// visit is an advisor's: he goes through some of the answers, differs in a few, and they agree.
func (m *maker) visit(d *assessments.Dossier, r *assessments.DossierRound, answered time.Time) {
	at := answered.AddDate(0, 0, 1+m.rand.IntN(20))
	if !at.Before(m.now) {
		return
	}
	v := assessments.Visit{ID: m.id(at), CompanyID: d.Company.ID, AssessmentID: r.Assessment.ID, Day: at.Format(time.DateOnly), Place: d.Company.Place,
		People: []assessments.Present{{Role: "gerente", Name: "Ana"}, {Role: "asesor", Name: "Luis"}}, Minutes: 60, StartedAt: at, ChangedAt: at}
	if m.chance(90) {
		v.ClosedAt = at.Add(55 * time.Minute)
	}
	d.Visits = append(d.Visits, v)
	if !m.chance(50) {
		return
	}
	for i, x := range slices.Clone(r.Ratings) {
		if !m.chance(40) {
			continue
		}
		at := at.Add(time.Duration(i) * 10 * time.Second)
		a := assessments.Answer{Value: x.Answer.Value}
		if differs := assessments.AtLevel(x.Answer.Value.Level - 1); m.chance(15) && differs.Level >= 0 && x.Answer.Value.Rat() != nil && x.Answer.Value.Decimal == "" {
			a.Value = differs
		}
		m.rate(r, assessments.Advisor, x.Question, at, a)
		if !a.Value.Equal(x.Answer.Value) && m.chance(80) {
			m.rate(r, assessments.Agreed, x.Question, at.Add(time.Second), a)
		}
	}
}

// plan takes some actions up.
func (m *maker) plan(r *assessments.DossierRound, from time.Time) {
	actions := m.library.Actions
	taken := map[string]bool{}
	for range 1 + m.rand.IntN(4) {
		a := pick(m, actions).ID
		if taken[a] {
			continue
		}
		taken[a] = true
		p := assessments.PlanItem{ID: m.id(from), Action: a, Phase: pick(m, assessments.Phases), Status: pick(m, assessments.Statuses), Owner: "Ana",
			Due: from.AddDate(0, 1+m.rand.IntN(12), 0).Format(time.DateOnly), At: from, ChangedAt: from, CostPlanned: 100 * m.rand.IntN(40)}
		if p.Status == assessments.StatusDone {
			p.DoneAt = from
		}
		r.Plan = append(r.Plan, p)
	}
}
