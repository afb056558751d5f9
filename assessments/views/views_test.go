package views_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/views"
)

// What counts, and what is open, by the rule of the package.
func TestWhatCounts(t *testing.T) {
	level := assessments.AtLevel
	for text, want := range map[string]struct {
		value assessments.Value
		open  bool
	}{
		"":                                                {assessments.Value{}, false},
		"owner 2":                                         {level(2), false},
		"owner 2, owner 3":                                {level(3), false},
		"owner 2, owner 0":                                {assessments.Value{}, false},
		"owner 2, advisor 2":                              {level(2), false},
		"owner 2, advisor n":                              {level(2), false},
		"owner 2, advisor 3":                              {assessments.Value{}, true},
		"owner 2, advisor ?":                              {assessments.Value{}, true},
		"owner -, advisor 2":                              {assessments.Value{}, true},
		"owner 2, advisor 3, owner 3":                     {level(3), false},
		"owner 2, advisor 3, advisor 0":                   {level(2), false},
		"owner 2, advisor 3, agreed 3":                    {level(3), false},
		"owner 2, advisor 3, agreed 4":                    {level(4), false},
		"owner 2, advisor 3, agreed ?":                    {assessments.DontKnowValue, false},
		"owner 2, agreed 3":                               {level(3), false},
		"agreed 3":                                        {level(3), false},
		"owner 2, advisor 3, agreed 0":                    {assessments.Value{}, true},
		"owner 2, advisor 3, agreed n":                    {assessments.Value{}, true},
		"owner 2, agreed 3, owner 4":                      {level(4), false},
		"owner 2, agreed 3, owner 2n":                     {level(3), false}, // a note changes nothing about it
		"owner 2, agreed 3, advisor 3":                    {level(3), false},
		"owner 2, agreed 3, advisor 4":                    {assessments.Value{}, true},
		"agreed 3, owner 2, advisor 4":                    {assessments.Value{}, true},
		"owner 2, advisor 4, agreed 3, owner 4, agreed 3": {level(3), false},
		"owner 2, colleague 2, advisor 3, agreed 3, colleague 3, advisor 3n": {level(3), false},
		"owner 2, colleague 2, advisor 3, agreed 3, colleague 1":             {assessments.Value{}, true},
		"owner 2, advisor 3, agreed 3, agreed 0, agreed 2":                   {level(2), false},
	} {
		ratings := said(text)
		got := views.Agreed(ratings)["plan"].Value
		differences := views.Differences(model(), ratings)
		open := slices.ContainsFunc(differences, func(d views.Difference) bool { return d.Open() })
		if !got.Equal(want.value) || open != want.open {
			t.Errorf("%q: %+v counts, open %v", text, got, open)
		}
	}
}

// Of an answer that several gave alike, all that was said beside the value is kept.
func TestAllThatWasSaidIsKept(t *testing.T) {
	v := assessments.AtLevel(2)
	ratings := []assessments.Rating{
		rating(assessments.Advisor, 0, assessments.Answer{Value: v, Note: "seen", Relevance: assessments.RelevanceHigh, Confidence: assessments.Sure}),
		rating(assessments.Owner, 1, assessments.Answer{Value: v, Note: "ask Ana", Flag: true, Confidence: assessments.Guess}),
		rating(assessments.Colleague, 2, assessments.Answer{Note: "seen", Relevance: assessments.RelevanceSome}),
	}
	want := assessments.Answer{Value: v, Note: "ask Ana\nseen", Relevance: assessments.RelevanceSome, Confidence: assessments.Guess, Flag: true}
	if got := views.Agreed(ratings)["plan"]; !got.Equal(want) {
		t.Errorf("it counts as %+v, want %+v", got, want)
	}
	unsure := []assessments.Rating{rating(assessments.Owner, 0, assessments.Answer{Confidence: assessments.Guess}), rating(assessments.Advisor, 1, assessments.Answer{})}
	if got := views.Agreed(unsure)["plan"]; got.Confidence != assessments.Guess {
		t.Errorf("beside an answer taken back, a guess counts as %+v", got)
	}
	agreed := rating(assessments.Agreed, 3, assessments.Answer{Value: assessments.AtLevel(4), Note: "both"})
	want = assessments.Answer{Value: assessments.AtLevel(4), Note: "both", Relevance: assessments.RelevanceSome, Flag: true}
	if got := views.Agreed(append(ratings, agreed))["plan"]; !got.Equal(want) {
		t.Errorf("agreed, it counts as %+v, want %+v", got, want)
	}
}

// A single respondent's answers are exactly his latest.
func TestOneRespondentAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := randomRatings(t, rapid.SampledFrom([]assessments.Respondent{assessments.Owner, assessments.Advisor, "guest"}).Draw(t, "who"), 20)
		want := assessments.Answers{}
		for _, r := range ratings {
			want[r.Question] = r.Answer
		}
		if got := views.Agreed(ratings); !maps.EqualFunc(got, want, assessments.Answer.Equal) {
			t.Fatalf("%+v counts, said was %+v", got, want)
		}
		if d := views.Differences(model(), ratings); len(d) != 0 {
			t.Fatalf("one alone differs: %+v", d)
		}
		for _, latest := range views.Latest(ratings) {
			for q, r := range latest {
				if !r.Answer.Equal(want[q]) {
					t.Fatalf("the latest is %+v, said was %+v", r.Answer, want[q])
				}
			}
		}
	})
}

// Ratings of several respondents, merged in any order and in part twice, give the same result.
func TestMergedInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := [][]assessments.Rating{}
		for _, who := range []assessments.Respondent{assessments.Owner, assessments.Advisor, assessments.Colleague, assessments.Agreed, "guest", "visitor"} {
			lists = append(lists, randomRatings(t, who, 6))
		}
		one, other := merge(t, slices.Clone(lists)...), merge(t, slices.Clone(lists)...)
		other = append(other, one[:rapid.IntRange(0, len(one)).Draw(t, "twice")]...)
		m := model()
		if a, b := views.Agreed(one), views.Agreed(other); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v counts, or %+v", a, b)
		}
		if a, b := views.Differences(m, one), views.Differences(m, other); !reflect.DeepEqual(a, b) {
			t.Fatalf("they differ in %+v, or %+v", a, b)
		}
		if a, b := views.Clarify(m, one), views.Clarify(m, other); !reflect.DeepEqual(a, b) {
			t.Fatalf("to clarify is %+v, or %+v", a, b)
		}
	})
}

// An agreement closes exactly the difference it is about and changes no other answer, whatever the
// clocks said.
func TestAgreementClosesOneDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := everybody(t)
		before := views.Differences(model(), ratings)
		if len(before) == 0 {
			return
		}
		id := rapid.SampledFrom(before).Draw(t, "difference").Question
		a := randomAnswer(t, id)
		if a.Value.Standing == assessments.Unanswered {
			return
		}
		agreed := views.Agree(ratings, "a", id, a, "Ana and Luis", start)
		agreed.ID = "new"
		after := append(slices.Clone(ratings), agreed)
		got := views.Differences(model(), after)
		if len(got) != len(before) {
			t.Fatalf("%d differences became %d", len(before), len(got))
		}
		for i, d := range got {
			if d.Question == id {
				if d.Open() || d.Agreed.By != "Ana and Luis" || !d.Agreed.Answer.Equal(a) || d.Agreed.At.Before(start) {
					t.Fatalf("it is settled with %+v", d.Agreed)
				}
				d.Agreed = before[i].Agreed
			}
			if !reflect.DeepEqual(d, before[i]) {
				t.Fatalf("%+v became %+v", before[i], d)
			}
		}
		was, is := views.Agreed(ratings), views.Agreed(after)
		if !is[id].Value.Equal(a.Value) || is[id].Confidence != a.Confidence {
			t.Fatalf("agreed is %+v, it counts as %+v", a, is[id])
		}
		delete(was, id)
		delete(is, id)
		if !reflect.DeepEqual(was, is) {
			t.Fatalf("%+v became %+v", was, is)
		}
		// Whoever changes his mind opens it again.
		changed := agreed
		changed.ID, changed.Respondent, changed.At, changed.Answer.Value = "later", assessments.Owner, views.Moment(after, start), assessments.DontKnowValue
		again := views.Agreed(append(after, changed))[id].Value
		now := views.Latest(ratings)[assessments.Owner][id].Answer.Value
		if !now.Equal(assessments.DontKnowValue) && !a.Value.Equal(assessments.DontKnowValue) && again.Equal(a.Value) && again.Standing != assessments.Unanswered {
			t.Fatalf("the owner now says he does not know, and %+v still counts", again)
		}
	})
}

// Nothing is dropped: each value that somebody gives counts or stands in a difference, each note is
// in the answer, each question that was spoken of is there.
func TestNothingIsDropped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := everybody(t)
		answers := views.Agreed(ratings)
		differences := map[string]views.Difference{}
		for _, d := range views.Differences(model(), ratings) {
			differences[d.Question] = d
			if d.Open() == (answers[d.Question].Value.Standing != assessments.Unanswered) {
				t.Fatalf("%s is open (%v) and counts as %+v", d.Question, d.Open(), answers[d.Question])
			}
		}
		latest := views.Latest(ratings)
		for who, said := range latest {
			for q, r := range said {
				a, ok := answers[q]
				if !ok {
					t.Fatalf("%s spoke of %s, and it is not there", who, q)
				}
				if who == assessments.Agreed {
					continue
				}
				if r.Answer.Flag && !a.Flag || latest[assessments.Agreed][q].Answer.Note == "" && !strings.Contains(a.Note, r.Answer.Note) {
					t.Fatalf("of %s at %s, %+v is not in %+v", who, q, r.Answer, a)
				}
				value := r.Answer.Value
				in := slices.ContainsFunc(differences[q].Said, func(s assessments.Rating) bool { return s.ID == r.ID })
				overruled := latest[assessments.Agreed][q].Answer.Value.Standing != assessments.Unanswered
				if value.Standing != assessments.Unanswered && !in && !a.Value.Equal(value) && !overruled {
					t.Fatalf("%s says %+v to %s, which counts nowhere", who, value, q)
				}
			}
		}
	})
}

// A moment is later than all before it, whatever the clock says.
func TestMoment(t *testing.T) {
	ratings := said("owner 2, advisor 3")
	if at := views.Moment(ratings, start.Add(time.Hour)); !at.Equal(start.Add(time.Hour)) {
		t.Errorf("with a clock that goes right it is %v", at)
	}
	for _, now := range []time.Time{start.Add(-time.Hour), start.Add(time.Minute)} {
		if at := views.Moment(ratings, now); !at.After(ratings[1].At) || at.After(ratings[1].At.Add(time.Second)) {
			t.Errorf("at %v it is %v", now, at)
		}
	}
}
