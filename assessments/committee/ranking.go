package committee

import (
	"cmp"
	"math"
	"slices"
)

// Ranking is what follows from all weights and marks.
type Ranking struct {
	Weights map[Criterion]float64 // of the committee: the mean of the experts' weights
	Rows    []Row                 // the best in front
	Unrated []string              // practices that lack marks on a criterion, in the order given
	Silent  []string              // ids of experts who rated nothing; they are not counted
	Voices  int                   // experts who count
}

// Row is one practice.
type Row struct {
	Practice string
	Place    int                   // from 1; equal ones share it
	Score    float64               // 1 to 5
	Means    map[Criterion]float64 // of the marks
	Votes    map[Criterion][5]int  // how many experts gave 1, 2, 3, 4, 5
	By       int                   // experts who rated it on any criterion
}

// equal is how near two scores are called the same.
const equal = 1e-9

// Rank ranks practices by the marks of all experts. An expert counts who has rated anything; the
// weights are the mean of those experts' weights, so that points and comparisons may stand side by
// side. An expert without any point is an error.
func (c *Committee) Rank(practices []string) (*Ranking, error) {
	r := &Ranking{Weights: map[Criterion]float64{}}
	var voices []*Expert
	for i := range c.Experts {
		e := &c.Experts[i]
		if !e.Rated() {
			r.Silent = append(r.Silent, e.ID)
			continue
		}
		weights, err := e.Weights()
		if err != nil {
			return nil, err
		}
		voices = append(voices, e)
		for k, w := range weights {
			r.Weights[k] += w
		}
	}
	r.Voices = len(voices)
	for k := range r.Weights {
		r.Weights[k] /= float64(len(voices))
	}
	for _, p := range practices {
		row, whole := rowOf(p, voices)
		if !whole {
			r.Unrated = append(r.Unrated, p)
			continue
		}
		for _, k := range Criteria {
			row.Score += r.Weights[k] * row.Means[k]
		}
		r.Rows = append(r.Rows, row)
	}
	slices.SortStableFunc(r.Rows, func(a, b Row) int {
		if math.Abs(a.Score-b.Score) <= equal {
			return cmp.Compare(a.Practice, b.Practice)
		}
		return cmp.Compare(b.Score, a.Score)
	})
	for i := range r.Rows {
		r.Rows[i].Place = i + 1
		if i > 0 && math.Abs(r.Rows[i].Score-r.Rows[i-1].Score) <= equal {
			r.Rows[i].Place = r.Rows[i-1].Place
		}
	}
	return r, nil
}

// rowOf is one practice; whole says whether every criterion has a mark.
func rowOf(practice string, voices []*Expert) (row Row, whole bool) {
	row = Row{Practice: practice, Means: map[Criterion]float64{}, Votes: map[Criterion][5]int{}}
	whole = true
	for _, e := range voices {
		if len(e.Marks[practice]) > 0 {
			row.By++
		}
	}
	for _, k := range Criteria {
		votes, n, sum := [5]int{}, 0, 0
		for _, e := range voices {
			if m := e.Marks[practice][k]; m >= LeastMark && m <= MostMark {
				votes[m-1]++
				n++
				sum += m
			}
		}
		row.Votes[k] = votes
		if n == 0 {
			whole = false
			continue
		}
		row.Means[k] = float64(sum) / float64(n)
	}
	return row, whole
}

// top is how many places a change of which is looked for.
const top = 3

// Swing is how far the weight of one criterion can move, the others keeping their proportions, until
// another practice comes among the first three.
type Swing struct {
	Criterion Criterion
	Weight    float64
	Down, Up  *Turn // nil: however far it moves, the first three stay
}

// Turn is where that happens.
type Turn struct {
	Weight  float64 // of the criterion
	Out, In string  // practices
}

// Sensitivity is the swing of each criterion; nil where no fourth practice is ranked, or the third
// place is shared.
func (r *Ranking) Sensitivity() []Swing {
	if len(r.Rows) <= top || r.Rows[top-1].Score-r.Rows[top].Score <= equal {
		return nil
	}
	var out []Swing
	for _, k := range Criteria {
		s := Swing{Criterion: k, Weight: r.Weights[k]}
		for i := range r.Rows[:top] {
			for j := range r.Rows[top:] {
				r.turn(&s, &r.Rows[i], &r.Rows[top+j])
			}
		}
		out = append(out, s)
	}
	return out
}

// turn looks for the weight at which b overtakes a. Both scores are straight lines in the weight t of
// one criterion: t times its mark, and 1-t times what the other criteria give.
func (r *Ranking) turn(s *Swing, a, b *Row) {
	w := s.Weight
	if 1-w <= equal {
		return // the others have no proportions to keep
	}
	rest := func(x *Row) float64 { return (x.Score - w*x.Means[s.Criterion]) / (1 - w) }
	own, others := a.Means[s.Criterion]-b.Means[s.Criterion], rest(a)-rest(b)
	slope := own - others
	if math.Abs(slope) <= equal {
		return
	}
	t := -others / slope
	switch {
	case t < -equal || t > 1+equal || math.Abs(t-w) <= equal:
	case t < w && (s.Down == nil || t > s.Down.Weight+equal):
		s.Down = &Turn{max(t, 0), a.Practice, b.Practice}
	case t > w && (s.Up == nil || t < s.Up.Weight-equal):
		s.Up = &Turn{min(t, 1), a.Practice, b.Practice}
	}
}
