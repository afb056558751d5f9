package views_test

import (
	"fmt"
	"maps"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/views"
)

// desk keeps ratings as a store does, with what another respondent adds in between.
type desk struct {
	ratings []assessments.Rating
	n       int
}

func (d *desk) add(r assessments.Rating) {
	d.n++
	r.ID, r.At = fmt.Sprint(d.n), start.Add(time.Duration(d.n)*time.Second)
	d.ratings = append(d.ratings, r)
}

func (d *desk) step(t *rapid.T, of func([]assessments.Rating, assessments.Respondent) (assessments.Rating, bool)) bool {
	r, ok := of(d.ratings, assessments.Owner)
	if !ok {
		return false
	}
	if r.Undoes == "" || r.Respondent != assessments.Owner || r.AssessmentID != "a" {
		t.Fatalf("the step is %+v", r)
	}
	d.add(r)
	return true
}

// state is what the owner says, without what is empty, and what of it is not confirmed.
func (d *desk) state() map[string]assessments.Rating {
	out := map[string]assessments.Rating{}
	for q, r := range views.Latest(d.ratings)[assessments.Owner] {
		if !r.Answer.Empty() || r.Carried {
			out[q] = assessments.Rating{Answer: r.Answer, Carried: r.Carried, By: r.By}
		}
	}
	return out
}

func same(a, b map[string]assessments.Rating) bool {
	return maps.EqualFunc(a, b, func(x, y assessments.Rating) bool {
		return x.Answer.Equal(y.Answer) && x.Carried == y.Carried && x.By == y.By
	})
}

// Any number of undos gives the state that many changes ago, as many redos bring it back, and a new
// answer leaves nothing to redo; over and over, with others answering in between.
func TestUndoAndRedo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := &desk{}
		for _, q := range questions {
			if rapid.Bool().Draw(t, "carried") {
				d.add(assessments.Rating{AssessmentID: "a", Question: q, Respondent: assessments.Owner, By: "before", Answer: randomAnswer(t, q), Carried: true})
			}
		}
		past, future := []map[string]assessments.Rating{d.state()}, []map[string]assessments.Rating{} // past ends with now
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0, 1:
				if ok := d.step(t, views.UndoStep); ok != (len(past) > 1) {
					t.Fatalf("undo goes: %v, after %d changes", ok, len(past)-1)
				} else if ok {
					past, future = past[:len(past)-1], append(future, past[len(past)-1])
				}
			case 2:
				if ok := d.step(t, views.RedoStep); ok != (len(future) > 0) {
					t.Fatalf("redo goes: %v, after %d undos", ok, len(future))
				} else if ok {
					past, future = append(past, future[len(future)-1]), future[:len(future)-1]
				}
			case 3:
				q := rapid.SampledFrom(questions).Draw(t, "question")
				d.add(assessments.Rating{AssessmentID: "a", Question: q, Respondent: assessments.Advisor, Answer: randomAnswer(t, q)})
			default:
				q := rapid.SampledFrom(questions).Draw(t, "question")
				r := assessments.Rating{AssessmentID: "a", Question: q, Respondent: assessments.Owner, By: rapid.SampledFrom([]string{"", "Ana"}).Draw(t, "by"), Answer: randomAnswer(t, q)}
				if was, ok := views.Latest(d.ratings)[assessments.Owner][q]; !ok && r.Answer.Empty() || ok && was.Answer.Empty() && r.Answer.Empty() {
					continue // nothing instead of nothing, which state does not show
				}
				before := d.state()
				d.add(r)
				if future = nil; !same(before, d.state()) {
					past = append(past, d.state())
				}
			}
			if !same(d.state(), past[len(past)-1]) {
				t.Fatalf("the owner says %+v, want %+v", d.state(), past[len(past)-1])
			}
			if undo, redo := views.Steps(d.ratings, assessments.Owner); undo != len(past)-1 || redo != len(future) {
				t.Fatalf("%d and %d steps, want %d and %d", undo, redo, len(past)-1, len(future))
			}
		}
	})
}

// Everything undone and done again leaves what counts as it was, agreements included.
func TestUndoKeepsAgreements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := &desk{}
		for range rapid.IntRange(1, 15).Draw(t, "ratings") {
			q := rapid.SampledFrom(questions).Draw(t, "question")
			who := rapid.SampledFrom([]assessments.Respondent{assessments.Owner, assessments.Advisor, assessments.Agreed}).Draw(t, "who")
			d.add(assessments.Rating{AssessmentID: "a", Question: q, Respondent: who, Answer: randomAnswer(t, q)})
		}
		want, differences := views.Agreed(d.ratings), views.Differences(model(), d.ratings)
		n := rapid.IntRange(0, 5).Draw(t, "deep")
		done := 0
		for range n {
			if d.step(t, views.UndoStep) {
				done++
			}
		}
		for range done {
			if !d.step(t, views.RedoStep) {
				t.Fatal("what was undone cannot be done again")
			}
		}
		if got := views.Agreed(d.ratings); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v counts, want %+v", got, want)
		}
		if got := views.Differences(model(), d.ratings); !reflect.DeepEqual(got, differences) {
			t.Fatalf("they differ in %+v, want %+v", got, differences)
		}
	})
}

// The agreement that an answer set aside holds again once that answer is taken back.
func TestUndoRestoresAnAgreement(t *testing.T) {
	d := &desk{ratings: said("owner 2, advisor 3, agreed 3, owner 4"), n: 1000}
	if v := views.Agreed(d.ratings)["plan"].Value; v.Standing != assessments.Unanswered {
		t.Fatalf("%+v counts although the owner has changed his mind", v)
	}
	r, ok := views.UndoStep(d.ratings, assessments.Owner)
	d.add(r)
	if v := views.Agreed(d.ratings)["plan"].Value; !ok || !v.Equal(assessments.AtLevel(3)) {
		t.Errorf("with the change undone %+v counts", v)
	}
	// Taking back the agreement itself opens the difference.
	r, _ = views.UndoStep(d.ratings, assessments.Agreed)
	d.add(r)
	if found := views.Differences(model(), d.ratings); len(found) != 1 || !found[0].Open() {
		t.Errorf("without the agreement there are %+v", found)
	}
}

// A rating that says it takes back what it does not is an answer like any other.
func TestUndoesIsNotBelievedBlindly(t *testing.T) {
	for name, undoes := range map[string]string{"unknown": "x", "not the last": "owner-0", "itself": "owner-2"} {
		ratings := said("owner 2, owner 3")
		r := rating(assessments.Owner, 2, assessments.Answer{Value: assessments.AtLevel(5)})
		r.Undoes = undoes
		ratings = append(ratings, r)
		if v := views.Agreed(ratings)["plan"].Value; !v.Equal(assessments.AtLevel(5)) {
			t.Errorf("%s: %+v counts", name, v)
		}
		if undo, redo := views.Steps(ratings, assessments.Owner); undo != 3 || redo != 0 {
			t.Errorf("%s: %d and %d steps", name, undo, redo)
		}
	}
	last := said("owner 2, owner 3")
	r := rating(assessments.Owner, 2, assessments.Answer{Value: assessments.AtLevel(5)}) // undoes the last, but says another level than before
	r.Undoes = last[1].ID
	if undo, redo := views.Steps(append(last, r), assessments.Owner); undo != 3 || redo != 0 {
		t.Errorf("%d and %d steps after a false undo", undo, redo)
	}
}

// An answer given again as it was is no step; one that is confirmed, or given by another, is.
func TestWhatIsAStep(t *testing.T) {
	a := rating(assessments.Owner, 0, assessments.Answer{Value: assessments.AtLevel(2)})
	a.Carried = true
	again, confirmed, by := a, a, a
	again.ID, confirmed.ID, confirmed.Carried = "again", "confirmed", false
	by.ID, by.Carried, by.By = "by", false, "Ana"
	same := by
	same.ID = "same"
	d := &desk{}
	for i, c := range []struct {
		rating assessments.Rating
		steps  int
	}{{a, 0}, {again, 0}, {confirmed, 1}, {by, 2}, {same, 2}} {
		d.ratings = append(d.ratings, c.rating)
		if undo, _ := views.Steps(d.ratings, assessments.Owner); undo != c.steps {
			t.Errorf("after rating %d there are %d steps, want %d", i, undo, c.steps)
		}
	}
}

// A step names the rating that it takes back, also one that did something again.
func TestStepsNameWhatTheyTakeBack(t *testing.T) {
	d := &desk{ratings: said("owner 2"), n: 100}
	names := []string{"owner-0"}
	for i, of := range []func([]assessments.Rating, assessments.Respondent) (assessments.Rating, bool){views.UndoStep, views.RedoStep, views.UndoStep, views.RedoStep} {
		r, ok := of(d.ratings, assessments.Owner)
		if !ok || r.Undoes != names[i] {
			t.Fatalf("step %d takes back %q, want %q", i, r.Undoes, names[i])
		}
		d.add(r)
		names = append(names, d.ratings[len(d.ratings)-1].ID)
	}
}
