package session

import (
	"errors"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/plan"
	"nivel/assessments/rounds"
	"nivel/assessments/series"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// atOnce is how many firms are read at a time.
const atOnce = 200

// SeriesFirms are how some firms stand, in the order of their ids, with all their check-ups and plans.
// Those that are gone are left out.
func (s *Session) SeriesFirms(ids []string) ([]*series.Standing, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	var out []*series.Standing
	for _, id := range ids {
		c, err := s.store.Company(ctx(), id)
		if errors.Is(err, sqlite.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		x := &series.Standing{Company: c}
		consents, err := s.store.Consents(ctx(), id)
		if err != nil {
			return nil, err
		}
		for _, y := range consents {
			if y.Kind == assessments.ConsentWall {
				x.Wall = y.Given
			}
		}
		out = append(out, x)
	}
	return out, s.standing(s.Complete(), out, true)
}

// SeriesCandidates makes what reads all firms that have a check-up, with the last one; it may be called
// on another goroutine. Samples stand in only where there is nothing else.
func (s *Session) SeriesCandidates() func() ([]*series.Standing, error) {
	library, today := s.Complete(), s.Today()
	return func() ([]*series.Standing, error) {
		if st := s.Flush(); st.Err != nil {
			return nil, st.Err
		}
		rows, err := s.store.Portfolio(ctx(), today)
		if err != nil {
			return nil, err
		}
		var out, samples []*series.Standing
		for i := range rows {
			x := &series.Standing{Company: rows[i].Company, Wall: rows[i].Wall}
			switch {
			case rows[i].Assessment == nil:
			case x.Company.Sample:
				samples = append(samples, x)
			default:
				out = append(out, x)
			}
		}
		if len(out) == 0 {
			out = samples
		}
		for part := range slices.Chunk(out, atOnce) {
			if err := s.standing(library, part, false); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
}

// standing reads the check-ups of some firms: the last one or, with whole, all of them and the plans.
func (s *Session) standing(library *content.Library, part []*series.Standing, whole bool) error {
	lists := make([][]assessments.Assessment, len(part))
	var wanted []string
	for i, x := range part {
		list, err := s.store.Assessments(ctx(), x.Company.ID)
		if err != nil {
			return err
		}
		slices.SortStableFunc(list, func(a, b assessments.Assessment) int { return a.StartedAt.Compare(b.StartedAt) })
		if !whole && len(list) > 1 {
			list = list[len(list)-1:]
		}
		for _, a := range list {
			wanted = append(wanted, a.ID)
			if !whole {
				continue
			}
			items, err := s.store.PlanItems(ctx(), a.ID)
			if err != nil {
				return err
			}
			x.Plan = append(x.Plan, items...)
		}
		lists[i] = list
	}
	rated, err := s.store.RatingsOf(ctx(), wanted)
	if err != nil {
		return err
	}
	for i, x := range part {
		for _, a := range lists[i] {
			p := library.Version(a.ModelID, a.ModelVersion)
			if p == nil {
				continue
			}
			then := a.Then(x.Company)
			x.Rounds = append(x.Rounds, rounds.Round{Assessment: a, Model: &p.Model, Answers: views.Agreed(rated[a.ID].Ratings), Size: then.Size(), Sector: library.Sector(then.NACE)})
			x.Pack = p
		}
		if n := len(x.Rounds); n > 0 {
			x.Round = &x.Rounds[n-1]
			x.Take(rated[x.Round.Assessment.ID].Ratings)
		}
	}
	return nil
}

// AllSeries are all series, the one planned first in front. One that cannot be read is left out, and
// the error is its.
func (s *Session) AllSeries() (out []*series.Series, broken error, err error) {
	all, err := s.Undertakings(assessments.SeriesKind)
	if err != nil {
		return nil, nil, err
	}
	for _, u := range all {
		one, err := series.Read(u)
		if err != nil {
			broken = err
			continue
		}
		out = append(out, one)
	}
	return out, broken, nil
}

// Series is the series with that id.
func (s *Session) Series(id string) (*series.Series, error) {
	u, err := s.Undertaking(id)
	if err != nil {
		return nil, err
	}
	return series.Read(u)
}

// PutSeries keeps a series; a new one gets its id. What cannot stand is refused as series.Check says,
// and nothing is kept.
func (s *Session) PutSeries(one *series.Series) error {
	if err := one.Check(); err != nil {
		return err
	}
	u := s.PutUndertaking(one.Write(Written))
	one.ID, one.CreatedAt = u.ID, u.CreatedAt
	return nil
}

// RunningSeries is how many series are not closed.
func (s *Session) RunningSeries() int {
	all, _, _ := s.AllSeries()
	n := 0
	for _, one := range all {
		if !one.Closed() {
			n++
		}
	}
	return n
}

// Unplanned is a decided step that could not be put into its firm's plan, and why.
type Unplanned struct {
	Company string
	Idea    series.Idea
	Why     error
}

// CloseSeries ends a series: each decided idea that is linked to an action goes into its firm's plan,
// and the next check-up of the firms that want it is set. What a plan does not take is said, and keeps
// nothing else from being written.
func (s *Session) CloseSeries(one *series.Series) ([]Unplanned, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	var refused []Unplanned
	for i := range one.Firms {
		f := &one.Firms[i]
		more, err := s.closeFirm(one, f)
		if err != nil {
			return nil, err
		}
		refused = append(refused, more...)
	}
	one.Close(s.now())
	if err := s.PutSeries(one); err != nil {
		return nil, err
	}
	if one.Of(s.Company.ID) == nil {
		return refused, nil
	}
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return refused, s.load(s.Company.ID)
}

func (s *Session) closeFirm(one *series.Series, f *series.Firm) (refused []Unplanned, err error) {
	all := []*series.Standing{{}}
	if all[0].Company, err = s.store.Company(ctx(), f.Company); err != nil {
		return nil, err
	}
	x := all[0]
	if err := s.standing(s.Complete(), all, true); err != nil {
		return nil, err
	}
	if x.Round == nil {
		for _, idea := range f.Decided() {
			if idea.Action != "" {
				refused = append(refused, Unplanned{f.Company, *idea, assessments.NewFault("series-noround")})
			}
		}
		return refused, nil
	}
	a := &x.Round.Assessment
	f.Round = a.ID
	decisions, err := s.store.Decisions(ctx(), a.ID)
	if err != nil {
		return nil, err
	}
	items, err := s.store.PlanItems(ctx(), a.ID)
	if err != nil {
		return nil, err
	}
	basis := plan.On(advice.Input{Model: x.Round.Asking(), Answers: x.Round.Answers, Targets: a.Targets, Actions: s.Complete().Actions,
		Size: x.Round.Size, Sector: x.Round.Sector, Decisions: decisions})
	for _, idea := range f.Decided() {
		if idea.Action == "" || idea.Item != "" {
			continue
		}
		item := s.itemOf(idea)
		there := slices.IndexFunc(items, func(p assessments.PlanItem) bool { return p.Action == idea.Action && p.Live() })
		if there >= 0 { // it is in the plan already, and stays as the firm wrote it there
			idea.Item = items[there].ID
			continue
		}
		if phase, missing := basis.Earliest(items, idea.Action); len(missing) == 0 {
			item.Phase = phase
		}
		more, err := basis.Add(items, item)
		if err == nil {
			err = item.Check(s.Today())
		}
		if err != nil {
			refused = append(refused, Unplanned{f.Company, *idea, err})
			continue
		}
		if err := s.store.PutPlanItem(ctx(), a.ID, item, s.now()); err != nil {
			return nil, err
		}
		items, idea.Item = more, item.ID
	}
	if on := one.FollowOn(); f.Again && on > s.Today() {
		return refused, s.store.SetNext(ctx(), a.ID, on, s.now())
	}
	return refused, nil
}

// itemOf is a decided idea as a plan holds it.
func (s *Session) itemOf(idea *series.Idea) assessments.PlanItem {
	p := assessments.PlanItem{ID: sqlite.NewID(), Action: idea.Action, Phase: assessments.PhaseFirst, Status: assessments.StatusTodo, Owner: idea.Owner}
	if idea.By >= s.Today() {
		p.Due = idea.By
	}
	var notes []string
	for _, text := range []string{idea.Text, idea.First, idea.Hurdle} {
		if text != "" {
			notes = append(notes, text)
		}
	}
	p.Note = strings.Join(notes, "\n")
	if r := []rune(p.Note); len(r) > assessments.PlanTextLimit {
		p.Note = string(r[:assessments.PlanTextLimit])
	}
	return p
}
