package sqlite

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
)

var (
	anyText  = rapid.OneOf(rapid.SampledFrom(awkward[:7]), rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	anyLevel = rapid.Map(rapid.IntRange(0, assessments.Top), assessments.AtLevel)
	anyMark  = rapid.SampledFrom([]assessments.Value{{}, assessments.NotApplicableValue, assessments.DontKnowValue})
	anyID    = rapid.SampledFrom([]string{"web", "erp", "ñ", "🪑", `a"b<&>`, ""})
	anyGrid  = rapid.Custom(func(t *rapid.T) (v assessments.Value) {
		for _, row := range rapid.SliceOf(anyID).Draw(t, "rows") {
			v = v.WithRow(row, rapid.OneOf(anyLevel, anyMark).Draw(t, "row"))
		}
		return v
	})
	anyChoice = rapid.Map(rapid.SliceOf(anyID), func(ids []string) assessments.Value { return assessments.Choosing(ids...) })
	anyValue  = rapid.OneOf(anyLevel, anyMark, anyGrid, anyChoice, rapid.Map(rapid.Bool(), assessments.Saying))
	anyAnswer = rapid.Custom(func(t *rapid.T) assessments.Answer {
		return assessments.Answer{Value: anyValue.Draw(t, "value"), Note: anyText.Draw(t, "note"), Confidence: assessments.Confidence(rapid.IntRange(0, 3).Draw(t, "confidence")),
			Relevance: assessments.Relevance(rapid.IntRange(0, 3).Draw(t, "relevance")), Flag: rapid.Bool().Draw(t, "flag")}
	})
)

// Whatever is rated in whatever order, Answers is what a map in memory would hold, and Ratings is
// everything that was said, before and after closing.
func TestAnswersEqualTheModel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		check(t, err)
		s, err := Open(dir)
		check(t, err)
		defer func() { check(t, s.Close()) }()

		type who struct {
			assessment string
			respondent assessments.Respondent
		}
		given := []string{addAssessment(t, s), addAssessment(t, s)}
		answers := map[who]assessments.Answers{}
		said := map[string][]assessments.Rating{}
		rt.Repeat(map[string]func(*rapid.T){
			"rate": func(rt *rapid.T) {
				r := assessments.Rating{
					ID:           NewID(),
					AssessmentID: rapid.SampledFrom(given).Draw(rt, "assessment"),
					Question:     fmt.Sprintf("q%d", rapid.IntRange(1, 4).Draw(rt, "question")),
					Respondent:   rapid.SampledFrom([]assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor}).Draw(rt, "respondent"),
					At:           start.Add(time.Duration(rapid.Int64().Draw(rt, "at"))), // clocks lie
					Answer:       anyAnswer.Draw(rt, "answer"),
					By:           rapid.SampledFrom([]string{"", "Ana", strings.Repeat("ñ", assessments.ByLimit)}).Draw(rt, "by"),
					Carried:      rapid.Bool().Draw(rt, "carried"),
					Undoes:       rapid.SampledFrom([]string{"", NewID()}).Draw(rt, "undoes"),
				}
				if err := s.Rate(t.Context(), r); err != nil {
					rt.Fatalf("rate %+v: %v", r, err)
				}
				r.Answer.Note = strings.ToValidUTF8(r.Answer.Note, "\uFFFD")
				w := who{r.AssessmentID, r.Respondent}
				if answers[w] == nil {
					answers[w] = assessments.Answers{}
				}
				answers[w][r.Question] = r.Answer
				said[r.AssessmentID] = append(said[r.AssessmentID], r)
			},
			"close and open": func(rt *rapid.T) {
				if err := s.Close(); err != nil {
					rt.Fatal(err)
				}
				if s, err = Open(dir); err != nil {
					rt.Fatal(err)
				}
			},
			"": func(rt *rapid.T) {
				for _, a := range given {
					for _, r := range []assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor} {
						got, err := s.Answers(t.Context(), a, r)
						if err != nil || got == nil {
							rt.Fatalf("answers are %v, %v", got, err)
						}
						sameAnswers(rt, got, answers[who{a, r}])
					}
					got, err := s.Ratings(t.Context(), a)
					if err != nil || len(got) != len(said[a]) {
						rt.Fatalf("%d ratings, %v, want %d", len(got), err, len(said[a]))
					}
					for i, w := range said[a] {
						sameAnswers(rt, assessments.Answers{"": got[i].Answer}, assessments.Answers{"": w.Answer})
						got[i].Answer, w.Answer = assessments.Answer{}, assessments.Answer{}
						if !reflect.DeepEqual(got[i], w) {
							rt.Fatalf("rating %d is %+v, want %+v", i, got[i], w)
						}
					}
				}
			},
		})
	})
}

func TestLongNoteSurvives(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	r := ratingOf(addAssessment(t, s), "q1", 2)
	r.Answer.Note = awkward[7] + "\xff🪑"
	check(t, s.Rate(t.Context(), r))
	got, err := s.Answers(t.Context(), r.AssessmentID, r.Respondent)
	check(t, err)
	if got["q1"].Note != awkward[7]+"\uFFFD🪑" {
		t.Error("the note came back changed")
	}
}

// What could not be read again must not get in: it would lock up the whole assessment.
func TestUnreadableRatingsAreRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	for name, value := range map[string]assessments.Value{
		"given without a kind":     {Standing: assessments.Given},
		"row of a row":             assessments.Value{}.WithRow("r", assessments.Choosing("a")),
		"row with yes":             assessments.Value{}.WithRow("r", assessments.Saying(true)),
		"row given without a kind": assessments.Value{}.WithRow("r", assessments.Value{Standing: assessments.Given}),
	} {
		r := ratingOf(id, "q1", 0)
		r.Answer.Value = value
		if err := s.Rate(t.Context(), r); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	r := ratingOf(id, "q1", 1)
	check(t, s.Rate(t.Context(), r))
	if err := s.Rate(t.Context(), r); err == nil {
		t.Error("the same id was accepted twice")
	}
	r.ID, r.By = NewID(), strings.Repeat("ñ", assessments.ByLimit+1)
	var long *assessments.Fault
	if err := s.Rate(t.Context(), r); !errors.As(err, &long) || long.Code != "by-long" {
		t.Errorf("a name too long: %v", err)
	}
	if err := s.Rate(t.Context(), assessments.Rating{AssessmentID: id}); err == nil {
		t.Error("a rating without id was accepted")
	}
	if all, err := s.Ratings(t.Context(), id); err != nil || len(all) != 1 {
		t.Errorf("ratings are %v, %v", all, err)
	}
}

// A full disk is an error and not a loss: what was saved stays, and later answers are taken.
func TestFullDisk(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	limit := func(pages string) {
		var n int
		check(t, s.db.QueryRow("PRAGMA max_page_count = "+pages).Scan(&n))
	}
	limit("1") // which means: no page more than there are
	saved := 0
	for i := range 1000 {
		if err := s.Rate(t.Context(), ratingOf(id, fmt.Sprintf("q%d", i), 1)); err != nil {
			break
		}
		saved++
	}
	if saved == 1000 {
		t.Fatal("the disk never got full")
	}
	limit("1000000")
	check(t, soundness(s.db, "integrity_check"))
	check(t, s.Rate(t.Context(), ratingOf(id, "last", 1)))
	if all, err := s.Ratings(t.Context(), id); err != nil || len(all) != saved+1 {
		t.Errorf("%d ratings, %v, want %d", len(all), err, saved+1)
	}
}

// The index must serve the query for answers, or a firm's tenth year is slower than its first.
func TestAnswersUseTheIndex(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	rows, err := s.db.Query("EXPLAIN QUERY PLAN "+selectAnswers, "a", "owner")
	check(t, err)
	defer rows.Close()
	var plan []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		check(t, rows.Scan(&id, &parent, &unused, &detail))
		plan = append(plan, detail)
	}
	text := strings.Join(plan, "\n")
	if !strings.Contains(text, "COVERING INDEX rating_latest (assessment_id=? AND respondent=?)") || strings.Contains(text, "SCAN rating") {
		t.Errorf("the plan is\n%s", text)
	}
}
