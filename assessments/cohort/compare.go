package cohort

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// How many may stand beside each other.
const (
	FewestCompared = 2
	MostCompared   = 12
)

// Pick is what is to be compared: a round of a company.
type Pick struct {
	Company    assessments.Company
	Assessment assessments.Assessment
	Wall       bool // consent to be shown beside others, as said last
}

// PickOf is a firm's last round; ok is false where it has none or its questionnaire is gone.
func PickOf(f *Firm) (p Pick, ok bool) {
	if f.Last == nil || f.Gone {
		return Pick{}, false
	}
	return Pick{f.Company, *f.Last, f.Wall}, true
}

// Subject is one of those that stand beside each other.
type Subject struct {
	Pick
	Round rounds.Round
}

// Subjects reads the answers of some picks. It returns a *Fault where there are too few or too many,
// or a questionnaire is gone.
func Subjects(ctx context.Context, store interface {
	RatingsOf(ctx context.Context, assessmentIDs []string) (map[string]sqlite.Rated, error)
}, lib *content.Library, picks []Pick) ([]Subject, error) {
	if n := len(picks); n < FewestCompared || n > MostCompared {
		return nil, assessments.NewFault("compare-number", "have", n, "least", FewestCompared, "most", MostCompared)
	}
	return Rounds(ctx, store, lib, picks)
}

// Rounds reads as many rounds as are picked.
func Rounds(ctx context.Context, store interface {
	RatingsOf(ctx context.Context, assessmentIDs []string) (map[string]sqlite.Rated, error)
}, lib *content.Library, picks []Pick) ([]Subject, error) {
	ids := make([]string, len(picks))
	for i := range picks {
		ids[i] = picks[i].Assessment.ID
	}
	rated, err := store.RatingsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]Subject, len(picks))
	for i, p := range picks {
		a := p.Assessment
		pack := lib.Version(a.ModelID, a.ModelVersion)
		if pack == nil {
			return nil, assessments.NewFault("model-gone", "model", a.ModelID, "version", a.ModelVersion)
		}
		then := a.Then(p.Company)
		out[i] = Subject{p, rounds.Round{Assessment: a, Model: &pack.Model, Answers: views.Agreed(rated[a.ID].Ratings), Size: then.Size(), Sector: lib.Sector(then.NACE)}}
	}
	return out, nil
}

// Cell is one subject's figure on a line.
type Cell struct {
	Figure *scoring.Figure // as its own round shows it; nil where it has none
	Far    assessments.Comparability
}

// compared says whether the cell takes part in what is best and weakest.
func (c *Cell) compared() bool {
	return c.Figure != nil && c.Figure.Shown() && c.Far != assessments.NotComparable
}

// Line is one dimension of all subjects, or overall.
type Line struct {
	Dimension string // empty: overall
	Cells     []Cell // by subject
	// Best and Weakest are the subjects with the highest and the lowest value of those that may be
	// compared: several where they are equal, none where fewer than two may be or all are equal.
	Best, Weakest []int
}

// Answered is what a subject's answer to a question comes to.
type Answered struct {
	Asked    bool     // the question is put to it
	Worth    *big.Rat // 0 to 1; nil where nothing is known
	Standing assessments.Standing
	Far      assessments.Comparability // NotComparable where its own version asked it otherwise or not at all
}

// Question is one question of the yardstick with all subjects' answers.
type Question struct {
	ID    string
	Cells []Answered
}

// Comparison are companies, or rounds of one, beside each other.
type Comparison struct {
	Subjects []Subject
	// Yardstick is the subject with the latest version of the model; with it the others are compared.
	Yardstick int
	Reasons   [][]rounds.Reason // by subject: why it compares no further with the yardstick
	Overall   Line
	Lines     []Line     // of the yardstick's dimensions, in their order
	Questions []Question // of the yardstick's model, those that at least one subject is asked
}

// Compare sets subjects beside each other. Each figure stands as its own round shows it; only what
// may be compared with the yardstick counts for best and weakest.
func Compare(subjects []Subject) *Comparison {
	c := &Comparison{Subjects: subjects, Reasons: make([][]rounds.Reason, len(subjects)), Overall: Line{Cells: make([]Cell, len(subjects))}}
	for i := range subjects {
		a, b := subjects[i].Round.Model, subjects[c.Yardstick].Round.Model
		if cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Version, b.Version)) > 0 {
			c.Yardstick = i
		}
	}
	if len(subjects) == 0 {
		return c
	}
	yard := subjects[c.Yardstick].Round
	for _, d := range yard.Model.Dimensions {
		c.Lines = append(c.Lines, Line{Dimension: d.ID, Cells: make([]Cell, len(subjects))})
	}
	for _, q := range yard.Model.Asked() {
		c.Questions = append(c.Questions, Question{ID: q.ID, Cells: make([]Answered, len(subjects))})
	}
	for i := range subjects {
		far := rounds.Compare(subjects[i].Round, yard, nil)
		c.Reasons[i] = far.Reasons
		c.Overall.Cells[i] = Cell{far.Overall.Before, far.Overall.Far}
		for k := range c.Lines {
			if pair := far.Dimension(c.Lines[k].Dimension); pair != nil && pair.Before != nil {
				c.Lines[k].Cells[i] = Cell{pair.Before, pair.Far}
			} else {
				c.Lines[k].Cells[i] = Cell{nil, assessments.NotComparable}
			}
		}
		c.answers(i, yard.Model)
	}
	c.Questions = slices.DeleteFunc(c.Questions, func(q Question) bool {
		return !slices.ContainsFunc(q.Cells, func(x Answered) bool { return x.Asked })
	})
	c.Overall.ends()
	for k := range c.Lines {
		c.Lines[k].ends()
	}
	return c
}

// ends finds the best and the weakest of a line.
func (l *Line) ends() {
	var in []int
	for i := range l.Cells {
		if l.Cells[i].compared() {
			in = append(in, i)
		}
	}
	order := func(a, b int) int { return l.Cells[a].Figure.Value.Cmp(l.Cells[b].Figure.Value) }
	if len(in) < 2 {
		return
	}
	low, high := slices.MinFunc(in, order), slices.MaxFunc(in, order)
	if order(low, high) == 0 {
		return
	}
	for _, i := range in {
		if order(i, high) == 0 {
			l.Best = append(l.Best, i)
		}
		if order(i, low) == 0 {
			l.Weakest = append(l.Weakest, i)
		}
	}
}

// answers fills in one subject's answers, carried into the yardstick's version of the model.
func (c *Comparison) answers(i int, to *assessments.Model) {
	r := c.Subjects[i].Round
	fates, answers := map[string]assessments.Fate{}, r.Answers
	same := r.Model.ID == to.ID && r.Model.Version == to.Version
	if !same && r.Model.ID == to.ID {
		var changes []assessments.Change
		answers, changes = assessments.Carry(r.Model.For(r.Scope()), to.For(r.Scope()), r.Answers)
		for _, x := range changes {
			fates[x.Question] = x.Fate
		}
	}
	r.Model, r.Answers = to, answers
	asking := r.Asking()
	for k := range c.Questions {
		cell := &c.Questions[k].Cells[i]
		switch fate := fates[c.Questions[k].ID]; {
		case same || fate == assessments.Kept:
			cell.Far = assessments.Same
		case fate.Carries():
			cell.Far = assessments.Roughly
		default:
			cell.Far = assessments.NotComparable
			continue
		}
		if q := asking.Question(c.Questions[k].ID); q != nil {
			w := scoring.Worth(q, answers[q.ID].Value)
			*cell = Answered{Asked: true, Worth: w.Worth, Standing: w.Standing, Far: cell.Far}
		}
	}
}

// Missed is how a question was answered by several.
type Missed struct {
	Question               string
	Asked, Known, DontKnow int
	Mean                   *big.Rat // worth of the known answers, 0 to 1; nil where there is none
}

// Missed are the questions that some subjects were asked: the one that is worth least in front; of
// equals, the one that more do not know. Samples are left out even where they are among the subjects.
// Those that nobody has answered come last.
func (c *Comparison) Missed(of []int) []Missed {
	var out []Missed
	for k := range c.Questions {
		m := Missed{Question: c.Questions[k].ID}
		sum := new(big.Rat)
		for _, i := range of {
			x := &c.Questions[k].Cells[i]
			if !x.Asked || c.Subjects[i].Company.Sample {
				continue
			}
			m.Asked++
			if x.Standing == assessments.DontKnow {
				m.DontKnow++
			}
			if x.Worth != nil {
				m.Known++
				sum.Add(sum, x.Worth)
			}
		}
		if m.Known > 0 {
			m.Mean = sum.Quo(sum, big.NewRat(int64(m.Known), 1))
		}
		if m.Asked > 0 {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Missed) int {
		by := 0
		switch {
		case a.Mean != nil && b.Mean != nil:
			by = a.Mean.Cmp(b.Mean)
		case a.Mean != nil:
			by = -1
		case b.Mean != nil:
			by = 1
		}
		return cmp.Or(by, cmp.Compare(b.DontKnow, a.DontKnow))
	})
	return out
}
