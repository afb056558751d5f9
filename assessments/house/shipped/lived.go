package shipped

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/rounds"
	"nivel/assessments/views"
)

// Day is the day on which the sample firm is looked at.
var Day = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// Lived is what the sample firm has once it has worked with the program for a while.
type Lived struct {
	Plan     []assessments.PlanItem
	Ratings  []assessments.Rating
	Answers  assessments.Answers // that count
	Rounds   []rounds.Round      // a year apart; the last is today's
	Finished []assessments.Finished
}

// Live makes the sample firm with a plan of so many items, so many rounds and so many respondents.
// What people have typed into it is that text.
func Live(items, many, respondents int, text string) Lived {
	l := Lived{Plan: planned(items, text)}
	l.Ratings = rated(respondents, text)
	l.Answers = views.Agreed(l.Ratings)
	f := Sample()
	p := Library().Pack(f.Model)
	for i := range many {
		a := assessments.Assessment{ID: fmt.Sprintf("round-%d", i), ModelID: p.Model.ID, ModelVersion: p.Model.Version, Path: f.Path, Weights: assessments.Standard,
			Round: i, StartedAt: Day.AddDate(i-many+1, 0, 0), Targets: f.Targets}
		answers := maps.Clone(l.Answers)
		for k, id := range slices.Sorted(maps.Keys(answers)) {
			x := answers[id]
			if q := p.Model.Question(id); i < many-1 && q != nil && q.Kind == assessments.Ladder && x.Value.Standing == assessments.Given && k%2 == 0 {
				x.Value = assessments.AtLevel(max(0, x.Value.Level-(many-1-i)))
				if k%8 == 0 && x.Value.Level < q.Steps()-2 {
					x.Value = assessments.AtLevel(x.Value.Level + 2)
				}
				answers[id] = x
			}
		}
		l.Rounds = append(l.Rounds, rounds.Round{Assessment: a, Model: &p.Model, Answers: answers, Size: f.Company.Size(), Sector: Library().Sector(f.Company.NACE)})
	}
	for i, item := range l.Plan {
		if item.Status == assessments.StatusDone {
			l.Finished = append(l.Finished, assessments.Finished{Item: item, At: Day.AddDate(0, 0, -30-i)})
		}
	}
	return l
}

// planned are items of all phases and statuses, some of them late, some without days.
func planned(items int, text string) []assessments.PlanItem {
	var out []assessments.PlanItem
	actions := offered()
	day := func(months, days int) string { return Day.AddDate(0, months, days).Format(time.DateOnly) }
	for i := range items {
		p := assessments.PlanItem{ID: fmt.Sprintf("item-%03d", i), Action: actions[i%len(actions)], Phase: assessments.Phases[i%3], Status: assessments.Statuses[i*2%3], At: Day.AddDate(0, -4, 0)}
		switch i % 5 {
		case 0:
			p.Owner, p.Start, p.Due, p.CostPlanned, p.CostSpent, p.Status = "Ana, gerencia", day(-3, 0), day(-1, i), 1200, 350, assessments.StatusDoing
		case 1:
			p.Owner, p.Due, p.Funding, p.Sign = "Pedro, taller", day(2, i), text, text
		case 2:
			p.Start, p.Note = day(1, i), text
		case 3:
			p.Status, p.Start, p.Due, p.CostSpent = assessments.StatusDone, day(-4, 0), day(-2, 0), 800
		}
		if i%11 == 10 {
			p.Status = assessments.StatusDropped
		}
		out = append(out, p)
	}
	return out
}

// offered are the ids of all actions, those first that the sample firm is offered.
func offered() []string {
	f := Sample()
	sector := Library().Sector(f.Company.NACE)
	m := Library().Pack(f.Model).Model.Asking(assessments.Scope{Path: f.Path, Size: f.Company.Size(), Sector: sector}, f.Answers)
	a := advice.For(advice.Input{Model: m, Answers: f.Answers, Targets: f.Targets, Actions: Library().Actions, Size: f.Company.Size(), Sector: sector})
	var out []string
	for _, list := range [][]advice.Offer{a.Next, a.Later, a.Ask, a.Aside} {
		for i := range list {
			out = append(out, list[i].Action.ID)
		}
	}
	for _, x := range Library().Actions {
		if !slices.Contains(out, x.ID) {
			out = append(out, x.ID)
		}
	}
	return out
}

// rated is what each said: the owner all of the sample's answers, the others the ladders, mostly
// another level; half of the differences are agreed.
func rated(respondents int, text string) []assessments.Rating {
	f := Sample()
	m := &Library().Pack(f.Model).Model
	var out []assessments.Rating
	add := func(q string, who assessments.Respondent, by string, a assessments.Answer) {
		n := len(out)
		out = append(out, assessments.Rating{ID: fmt.Sprintf("rating-%04d", n), Question: q, Respondent: who, By: by, At: Day.Add(time.Duration(n-5000) * time.Minute), Answer: a})
	}
	for i, id := range slices.Sorted(maps.Keys(f.Answers)) {
		a := f.Answers[id]
		if i%9 == 0 {
			a.Confidence = assessments.Guess
		}
		add(id, assessments.Owner, "", a)
		q := m.Question(id)
		if q == nil || q.Kind != assessments.Ladder || a.Value.Standing != assessments.Given || i%3 != 0 {
			continue
		}
		for k, who := range views.Respondents[1:max(1, respondents)] {
			x := assessments.Answer{Value: assessments.AtLevel((a.Value.Level + 1 + k) % q.Steps())}
			if i%2 == 0 {
				x.Note = text
			}
			add(id, who, "", x)
		}
		if respondents > 1 && i%6 == 0 {
			add(id, assessments.Agreed, "Ana y Pedro", a)
		}
	}
	return out
}
