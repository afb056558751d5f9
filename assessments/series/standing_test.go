package series_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
	"nivel/assessments/rounds"
	"nivel/assessments/series"
	"nivel/assessments/views"
)

// round is a check-up of the shipped questionnaire with these ratings.
func round(ratings []assessments.Rating) *rounds.Round {
	m := &shipped.Library().Models[0].Model
	return &rounds.Round{Assessment: assessments.Assessment{ID: "a", ModelID: m.ID, ModelVersion: m.Version, Path: m.Paths[0]}, Model: m, Answers: views.Agreed(ratings)}
}

// ladders are the questions of the short path that are answered by a level.
func ladders() []string {
	var out []string
	r := round(nil)
	for _, q := range r.Asking().Questions {
		if q.Kind == assessments.Ladder {
			out = append(out, q.ID)
		}
	}
	return out
}

// The two of the firm count, not the advisor; who has said nothing is missing; differences are those
// between the two.
func TestStandingTakesTheTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ratings []assessments.Rating
		at := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
		said := map[assessments.Respondent]map[string]int{}
		for _, who := range []assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor} {
			said[who] = map[string]int{}
			for _, q := range ladders() {
				if level := rapid.IntRange(-1, 3).Draw(t, "level"); level >= 0 {
					at = at.Add(time.Minute)
					said[who][q] = level
					ratings = append(ratings, assessments.Rating{ID: strconv.Itoa(len(ratings)), Question: q, Respondent: who, At: at, Answer: assessments.Answer{Value: assessments.AtLevel(level)}})
				}
			}
		}
		s := series.Standing{Round: round(ratings)}
		s.Take(ratings)
		want := 0
		for q, level := range said[assessments.Owner] {
			if other, there := said[assessments.Colleague][q]; there && other != level {
				want++
			}
		}
		if len(s.Differences) != want || s.Said[0] != (len(said[assessments.Owner]) > 0) || s.Said[1] != (len(said[assessments.Colleague]) > 0) {
			t.Fatalf("%d differences of %d, said %v", len(s.Differences), want, s.Said)
		}
	})
}

// A firm has three gaps at most; what does not matter to it is none, and neither is an area that has
// reached its target.
func TestGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		relevance := assessments.Relevance(rapid.IntRange(0, 3).Draw(t, "relevance"))
		var ratings []assessments.Rating
		for i, q := range ladders() {
			ratings = append(ratings, assessments.Rating{ID: strconv.Itoa(i), Question: q, Respondent: assessments.Owner, At: time.Unix(int64(i), 0),
				Answer: assessments.Answer{Value: assessments.AtLevel(rapid.IntRange(0, 5).Draw(t, "level")), Relevance: relevance}})
		}
		r := round(ratings)
		gaps := series.GapsOf(r)
		if len(gaps) > 3 || relevance == assessments.RelevanceNone && len(gaps) > 0 {
			t.Fatalf("gaps %q where all matters %v", gaps, relevance)
		}
		for _, d := range r.Result().Dimensions {
			if slices.Contains(gaps, d.ID) && !d.Shown() {
				t.Fatalf("%s is no gap that is known", d.ID)
			}
		}
		r.Assessment.Targets = map[string]int{}
		for _, d := range r.Model.Dimensions {
			r.Assessment.Targets[d.ID] = 0
		}
		if gaps := series.GapsOf(r); len(gaps) > 0 {
			t.Fatalf("gaps %q where nothing is wanted", gaps)
		}
	})
}
