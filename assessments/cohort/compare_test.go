package cohort_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/rounds"
)

// subjects are some made-up firms with their last rounds.
func subjects(t *testing.T, seed uint64, n int) []cohort.Subject {
	t.Helper()
	s := open(t, t.TempDir())
	generated.Fill(t, s, generated.Options{Seed: seed, Firms: 3 * n, Now: now})
	var picks []cohort.Pick
	for _, f := range list(t, cohort.Params{Store: s, Library: shipped.Library(), Now: now}) {
		if p, ok := cohort.PickOf(f); ok && len(picks) < n {
			picks = append(picks, p)
		}
	}
	out, err := cohort.Subjects(t.Context(), s, shipped.Library(), picks)
	check(t, err)
	return out
}

// The figures are those of each round, and best and weakest are the ends of what may be compared.
func TestCompare(t *testing.T) {
	all := subjects(t, 21, 12)
	c := cohort.Compare(all)
	for i := range all {
		result := all[i].Round.Result()
		if f := c.Overall.Cells[i].Figure; f == nil || (f.Value == nil) != (result.Overall.Value == nil) || f.Value != nil && f.Value.Cmp(result.Overall.Value) != 0 {
			t.Errorf("subject %d: overall %v, want %v", i, f, result.Overall)
		}
		for _, l := range c.Lines {
			if f, want := l.Cells[i].Figure, result.Dimension(l.Dimension); f == nil || f.Counts != want.Counts {
				t.Errorf("subject %d: %s is %v, want %v", i, l.Dimension, f, want)
			}
		}
		asking := all[i].Round.Asking()
		for _, q := range c.Questions {
			x := q.Cells[i]
			if x.Far == assessments.Same && x.Asked != (asking.Number(q.ID) > 0) {
				t.Errorf("subject %d: %s asked %v", i, q.ID, x.Asked)
			}
			if want := result.Question(q.ID); x.Far == assessments.Same && x.Asked && (x.Worth == nil) != (want.Worth == nil) {
				t.Errorf("subject %d: %s is worth %v, want %v", i, q.ID, x.Worth, want.Worth)
			}
		}
	}
	for _, l := range append(c.Lines, c.Overall) {
		for i, x := range l.Cells {
			if x.Far == assessments.NotComparable || x.Figure == nil || !x.Figure.Shown() {
				if slices.Contains(l.Best, i) || slices.Contains(l.Weakest, i) {
					t.Errorf("%s: subject %d may not be compared and is an end", l.Dimension, i)
				}
				continue
			}
			best, weakest := l.Cells[l.Best[0]].Figure.Value, l.Cells[l.Weakest[0]].Figure.Value
			if x.Figure.Value.Cmp(best) > 0 || x.Figure.Value.Cmp(weakest) < 0 || (x.Figure.Value.Cmp(best) == 0) != slices.Contains(l.Best, i) {
				t.Errorf("%s: %v is not between %v and %v", l.Dimension, x.Figure.Value, weakest, best)
			}
		}
	}
	missed := c.Missed([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
	for i := 1; i < len(missed); i++ {
		a, b := missed[i-1], missed[i]
		if a.Mean == nil && b.Mean != nil || a.Mean != nil && b.Mean != nil && a.Mean.Cmp(b.Mean) > 0 || a.Known+a.DontKnow > a.Asked {
			t.Errorf("%+v before %+v", a, b)
		}
	}
	if len(missed) < 15 {
		t.Errorf("%d questions", len(missed))
	}
}

// Other versions are compared only roughly, other questionnaires not at all, and that is said.
func TestCompareVersions(t *testing.T) {
	lib := shipped.Library()
	old := &lib.Models[0].Model
	next, other := *old, *old
	next.Version, next.Date, other.ID = "3.0", "2027-01-01", "another"
	next.Questions = slices.Clone(old.Questions)
	asked := slices.IndexFunc(next.Questions, func(q assessments.Question) bool { return q.Kind == assessments.Ladder && q.Path == "quick" })
	next.Questions[asked].Revision++ // it means something else now
	answers := assessments.Answers{}
	for _, q := range old.Asked() {
		if q.Kind == assessments.Ladder {
			answers[q.ID] = assessments.Answer{Value: assessments.AtLevel(3)}
		}
	}
	subject := func(m *assessments.Model) cohort.Subject {
		a := assessments.Assessment{ID: m.ID + m.Version, ModelID: m.ID, ModelVersion: m.Version, Path: "quick", StartedAt: now}
		return cohort.Subject{Pick: cohort.Pick{Assessment: a}, Round: rounds.Round{Assessment: a, Model: m, Answers: answers}}
	}
	c := cohort.Compare([]cohort.Subject{subject(old), subject(&next), subject(&other)})
	if c.Yardstick != 1 || !slices.Contains(c.Reasons[0], rounds.OtherVersion) || !slices.Equal(c.Reasons[2], []rounds.Reason{rounds.OtherModel}) || len(c.Reasons[1]) > 0 {
		t.Errorf("yardstick %d, reasons %v", c.Yardstick, c.Reasons)
	}
	for _, l := range c.Lines {
		if l.Cells[2].Far != assessments.NotComparable || slices.Contains(l.Best, 2) || l.Cells[1].Far != assessments.Same {
			t.Errorf("%s: %+v", l.Dimension, l)
		}
	}
	for _, q := range c.Questions {
		anew := q.ID == next.Questions[asked].ID
		if q.Cells[2].Far != assessments.NotComparable || q.Cells[2].Asked || anew != (q.Cells[0].Far == assessments.NotComparable) || anew && q.Cells[0].Asked {
			t.Errorf("%+v", q)
		}
	}
}

func TestCompareNumber(t *testing.T) {
	for _, n := range []int{0, 1, 13} {
		_, err := cohort.Subjects(t.Context(), nil, shipped.Library(), make([]cohort.Pick, n))
		var f *assessments.Fault
		if !errors.As(err, &f) || f.Code != "compare-number" {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// room are firms as somebody might pick them for a room.
func room(t *rapid.T) []cohort.Subject {
	out := make([]cohort.Subject, rapid.IntRange(2, 12).Draw(t, "subjects"))
	m := &assessments.Model{ID: "m", Overall: assessments.Mean, Scale: assessments.Scale{Top: 5}, Paths: []string{"quick"}}
	for _, d := range []string{"a", "b"} {
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: d, Weight: big.NewRat(1, 1), Combine: assessments.Mean})
		m.Questions = append(m.Questions, assessments.Question{ID: d + ".q", Dimension: d, Kind: assessments.Ladder, Path: "quick", Weight: big.NewRat(1, 1), Values: assessments.Even(6)})
	}
	for i := range out {
		p := cohort.Pick{Wall: rapid.Bool().Draw(t, "wall")}
		p.Company.ID = fmt.Sprint(rapid.IntRange(0, 13).Draw(t, "company"))
		p.Company.Sample = rapid.IntRange(0, 9).Draw(t, "sample") == 0
		if p.Company.Sample {
			p.Company.ID = "sample" + p.Company.ID
		}
		answers := assessments.Answers{}
		for _, q := range m.Questions {
			if rapid.IntRange(0, 4).Draw(t, "answered") > 0 {
				answers[q.ID] = assessments.Answer{Value: assessments.AtLevel(rapid.IntRange(0, 5).Draw(t, "level"))}
			}
		}
		p.Assessment = assessments.Assessment{ID: fmt.Sprint(i), Path: "quick", StartedAt: now}
		out[i] = cohort.Subject{Pick: p, Round: rounds.Round{Assessment: p.Assessment, Model: m, Answers: answers}}
	}
	return out
}

// The rule of what may be shown, said another way: whoever has not consented stands nowhere alone,
// and whatever can be worked out from what is shown about those who have not is about five at least.
func TestMayLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := room(t)
		s := cohort.May(all, cohort.Room)
		refuses, real := map[string]bool{}, map[string]bool{}
		for _, x := range all {
			if !x.Company.Sample {
				real[x.Company.ID] = true
				refuses[x.Company.ID] = refuses[x.Company.ID] || !x.Wall
			}
		}
		// firms counts the firms among subjects, and those among them that refuse.
		firms := func(of []int) (n, hidden, samples int) {
			ids := map[string]bool{}
			for _, i := range of {
				if all[i].Company.Sample {
					samples++
				} else {
					ids[all[i].Company.ID] = true
				}
			}
			for id := range ids {
				if refuses[id] {
					hidden++
				}
			}
			return len(ids), hidden, samples
		}
		single, alone, _ := firms(s.Single)
		together, hidden, samples := firms(s.Together)
		if alone > 0 || samples > 0 {
			t.Fatalf("%d that refuse stand alone, %d samples count", alone, samples)
		}
		if hidden > 0 && (together < cohort.FewestTogether || single > 0 && hidden < cohort.FewestTogether) {
			t.Fatalf("%d of %d together refuse, beside %d on their own", hidden, together, single)
		}
		refused := 0
		for _, r := range refuses {
			if r {
				refused++
			}
		}
		if (refused > 0) != (len(s.Why) > 0) || refused == 0 && (single != len(real) || together != len(real)) {
			t.Fatalf("%d refuse, reasons %v", refused, s.Why)
		}
		if consenting := len(real) - refused; consenting >= 2 && single != consenting {
			t.Fatalf("%d consent, %d stand on their own", consenting, single)
		}
		if single == 0 && together == 0 && len(real) >= cohort.FewestTogether {
			t.Fatalf("nothing of %d firms is shown", len(real))
		}
		for _, f := range s.Why {
			for _, w := range shipped.Words() {
				if text := w.Fault(f); text == "" || slices.Contains([]rune(text), '{') {
					t.Fatalf("%v says %q", f, text)
				}
			}
		}
		c := cohort.Compare(all)
		for k, m := range s.Means(c) {
			var with []int
			sum := new(big.Rat)
			for _, i := range s.Together {
				l := c.Overall
				if k > 0 {
					l = c.Lines[k-1]
				}
				if f := l.Cells[i].Figure; f != nil && f.Shown() && l.Cells[i].Far != assessments.NotComparable {
					with = append(with, i)
					sum.Add(sum, f.Value)
				}
			}
			n, hidden, _ := firms(with)
			may := n > 0 && (hidden == 0 || hidden >= cohort.FewestTogether || single == 0 && n >= cohort.FewestTogether)
			if may != (m.Value != nil) || may && (m.Of != len(with) || m.Value.Cmp(sum.Quo(sum, big.NewRat(int64(len(with)), 1))) != 0) {
				t.Fatalf("mean %+v of %d firms, %d of which refuse", m, n, hidden)
			}
		}
		for _, m := range s.Missed(c) {
			at := slices.IndexFunc(c.Questions, func(q cohort.Question) bool { return q.ID == m.Question })
			known := slices.DeleteFunc(slices.Clone(s.Together), func(i int) bool { return c.Questions[at].Cells[i].Worth == nil })
			if n, hidden, _ := firms(known); hidden > 0 && hidden < cohort.FewestTogether && (single > 0 || n < cohort.FewestTogether) {
				t.Fatalf("%+v tells about %d", m, hidden)
			}
		}
		desk := cohort.May(all, cohort.Desk)
		if len(desk.Single) != len(all) || len(desk.Why) > 0 {
			t.Fatalf("at the desk %+v", desk)
		}
	})
}

// Aliases are the same for the same firms and seed, one for each, and another seed mixes them anew.
func TestAliases(t *testing.T) {
	ids := []string{"a", "b", "c", "d", "e", "f", "g", "h"}
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		got := cohort.Aliases(ids, seed)
		mixed := cohort.Aliases(append(rapid.Permutation(ids).Draw(t, "mixed"), "a"), seed)
		seen := map[int]bool{}
		for id, n := range got {
			if mixed[id] != n || seen[n] || n < 0 || n >= len(ids) {
				t.Fatalf("%v and %v", got, mixed)
			}
			seen[n] = true
		}
	})
	first := map[string]bool{}
	for seed := range uint64(200) {
		for id, n := range cohort.Aliases(ids, seed) {
			if n == 0 {
				first[id] = true
			}
		}
	}
	if len(first) != len(ids) {
		t.Errorf("only %d of %d firms are ever the first", len(first), len(ids))
	}
	for n, want := range map[int]string{0: "Empresa A", 11: "Empresa L", 26: "Empresa AA"} {
		if got := cohort.Alias(shipped.Words()["es"], n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}
