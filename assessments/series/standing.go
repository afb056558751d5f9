package series

import (
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/cohort"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/views"
)

// Standing is what the check-ups of a firm say, as a series looks at it.
type Standing struct {
	Company assessments.Company
	Wall    bool // has consented to be shown beside others
	// Round is the last check-up; Pack is its questionnaire. Both are nil where there is none, or its
	// questionnaire is gone.
	Round *rounds.Round
	Pack  *content.Pack
	// Said is whether the first of the firm has answered, and the second.
	Said [People]bool
	// Differences are where these two answer differently, largest first.
	Differences []views.Difference
	Gaps        []string // dimensions, see GapsOf
	Rounds      []rounds.Round
	Plan        []assessments.PlanItem // of all rounds
}

// own are the two of the firm; an advisor's answers are not the firm's.
var own = [People]assessments.Respondent{assessments.Owner, assessments.Colleague}

// Whole says whether both of the firm have answered.
func (s *Standing) Whole() bool { return s.Said[0] && s.Said[1] }

// Take reads what two people said into the standing, from the ratings of its last round.
func (s *Standing) Take(ratings []assessments.Rating) {
	ratings = slices.DeleteFunc(slices.Clone(ratings), func(r assessments.Rating) bool { return !slices.Contains(own[:], r.Respondent) })
	latest := views.Latest(ratings)
	for i, who := range own {
		for _, r := range latest[who] {
			s.Said[i] = s.Said[i] || !r.Carried && r.Answer.Value.Standing != assessments.Unanswered
		}
	}
	if s.Round != nil {
		s.Differences = views.Differences(s.Round.Asking(), ratings)
		s.Gaps = GapsOf(s.Round)
	}
}

// mostGaps is how many gaps of a firm count: with all of them, every firm shares everything.
const mostGaps = 3

// GapsOf are the dimensions in which a firm lacks most of what matters to it, three at most, in the
// order of its questionnaire. Such a dimension is a whole level or more below its target, or half of
// its questions are. Questions that do not matter to the firm do not count, and a dimension of which too
// little is known has no gap.
func GapsOf(r *rounds.Round) []string {
	m, result := r.Asking(), r.Result()
	gaps := advice.Gaps(m, r.Answers, result)
	one := big.NewRat(1, 1)
	type gap struct {
		id   string
		size *big.Rat // of a question, in the mean
	}
	var found []gap
	for _, d := range result.Dimensions {
		if !d.Shown() {
			continue
		}
		known, short, size := 0, 0, new(big.Rat)
		for _, q := range d.Questions {
			if q.Worth != nil && m.Question(q.ID).Asked() && r.Answers[q.ID].Relevance.Factor() > 0 {
				known++
			}
		}
		for _, g := range gaps {
			if g.Dimension == d.ID {
				size.Add(size, g.Size)
				if g.Distance.Cmp(one) >= 0 {
					short++
				}
			}
		}
		below := new(big.Rat).Sub(big.NewRat(int64(d.Target), 1), d.Value).Cmp(one) >= 0
		if size.Sign() > 0 && (below || short > 0 && 2*short >= known) {
			found = append(found, gap{d.ID, size.Quo(size, big.NewRat(int64(known), 1))})
		}
	}
	largest := slices.Clone(found)
	slices.SortStableFunc(largest, func(a, b gap) int { return b.size.Cmp(a.size) })
	largest = largest[:min(mostGaps, len(largest))]
	var out []string
	for _, g := range found {
		if slices.ContainsFunc(largest, func(x gap) bool { return x.id == g.id }) {
			out = append(out, g.id)
		}
	}
	return out
}

// Candidates are the firms of some standings.
func Candidates(all []*Standing) []Candidate {
	out := make([]Candidate, len(all))
	for i, s := range all {
		out[i] = CandidateOf(&s.Company, s.Gaps)
	}
	return out
}

// Subjects are those that can stand beside each other: firms with a check-up.
func Subjects(all []*Standing) []cohort.Subject {
	var out []cohort.Subject
	for _, s := range all {
		if s.Round != nil {
			out = append(out, cohort.Subject{Pick: cohort.Pick{Company: s.Company, Assessment: s.Round.Assessment, Wall: s.Wall}, Round: *s.Round})
		}
	}
	return out
}

// Size is the firm's size class as the costs of actions are given.
func (s *Standing) Size() assessments.SizeClass { return s.Company.Size().Costed() }

// Change is how far the whole firm has moved since a round: the last one less that one, nil where it
// cannot be said, with how far the two may be compared. Anew is false where there is no later round.
func (s *Standing) Change(since string) (by *big.Rat, far assessments.Comparability, anew bool) {
	at := slices.IndexFunc(s.Rounds, func(r rounds.Round) bool { return r.Assessment.ID == since })
	if at < 0 || at == len(s.Rounds)-1 {
		return nil, assessments.NotComparable, false
	}
	c := rounds.Compare(s.Rounds[at], s.Rounds[len(s.Rounds)-1], nil)
	return c.Overall.Change(), c.Overall.Far, true
}

// Item is the item of the firm's plans with an id, nil where it is not there any more. Where a later
// round took it along, it is the item of that one.
func (s *Standing) Item(id, action string) *assessments.PlanItem {
	var out *assessments.PlanItem
	for i := range s.Plan {
		if p := &s.Plan[i]; id != "" && (p.ID == id || out != nil && p.Action == action) {
			out = p
		}
	}
	return out
}
