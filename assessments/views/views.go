// Package views sees an assessment's ratings as what several people said: what each says now, what
// counts, where they differ, what is to be clarified, and what can be undone. It works on the kept
// ratings alone and changes none.
//
// The rule of what counts: a question that one respondent alone has answered counts as he answered
// it; one that all answered alike counts so; one that they answered differently counts as agreed,
// and where nothing is agreed it does not count and is open. An agreement holds as long as nobody
// whose value it overrules has given another value since: notes, flags and relevance change
// nothing about it. It decides value and confidence, and relevance and note where it has them; a
// flag of anybody stays.
//
// The ratings come in the order in which they were given, as the store returns them. Of ratings
// merged from two machines only each respondent's own order counts: between respondents it is the
// moment (Rating.At) that says what came first, and Moment gives one that is later than all before.
package views

import (
	"maps"
	"slices"
	"strings"
	"time"

	"nivel/assessments"
)

// Respondents are those who answer, in the order in which they stand beside each other. The firm's
// own come first.
var Respondents = []assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor}

// Voices are those who have answered something, in the order in which they stand beside each other.
func Voices(ratings []assessments.Rating) []assessments.Respondent {
	said := map[assessments.Respondent]bool{}
	for i := range ratings {
		said[ratings[i].Respondent] = true
	}
	return slices.DeleteFunc(slices.Clone(Respondents), func(who assessments.Respondent) bool { return !said[who] })
}

// Latest is what each respondent says now, by question: his latest rating or, where that one took
// another back, the one that counts again. What he took back altogether is an empty answer.
func Latest(ratings []assessments.Rating) map[assessments.Respondent]map[string]assessments.Rating {
	out := map[assessments.Respondent]map[string]assessments.Rating{}
	for who, t := range replay(ratings) {
		out[who] = map[string]assessments.Rating{}
		for q, s := range t.now {
			out[who][q] = s.Rating
		}
	}
	return out
}

// Agreed are the answers that count. Of a question that is open, the value is missing, and relevance,
// notes and flags are there.
func Agreed(ratings []assessments.Rating) assessments.Answers {
	out := assessments.Answers{}
	for id, v := range all(ratings) {
		out[id] = v.answer()
	}
	return out
}

// Moment is a moment for the next rating: now or, where the clock was set back, just after the
// latest of those before.
func Moment(ratings []assessments.Rating, now time.Time) time.Time {
	for i := range ratings {
		if at := ratings[i].At; !now.After(at) {
			now = at.Add(1)
		}
	}
	return now
}

// Agree is the rating to add, but for its id, when somebody agrees on an answer to a question.
func Agree(ratings []assessments.Rating, assessment, question string, a assessments.Answer, by string, now time.Time) assessments.Rating {
	return assessments.Rating{AssessmentID: assessment, Question: question, Respondent: assessments.Agreed, By: by, At: Moment(ratings, now), Answer: a}
}

// voices are what is said about one question.
type voices struct {
	said   []standing // by respondents, in their order; empty answers left out
	agreed *standing  // nil where nothing is agreed
}

// all gathers the voices of every question about which something was ever said.
func all(ratings []assessments.Rating) map[string]*voices {
	trails := replay(ratings)
	out := map[string]*voices{}
	for _, who := range order(trails) {
		for id, s := range trails[who].now {
			v := out[id]
			if v == nil {
				v = &voices{}
				out[id] = v
			}
			switch {
			case s.Answer.Empty():
			case who == assessments.Agreed:
				v.agreed = &s
			default:
				v.said = append(v.said, s)
			}
		}
	}
	return out
}

// order lists the respondents that rated: the known ones first, so that a merge gives one result.
func order(trails map[assessments.Respondent]*trail) []assessments.Respondent {
	out := slices.Clone(Respondents)
	for _, who := range slices.Sorted(maps.Keys(trails)) {
		if !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return slices.DeleteFunc(out, func(who assessments.Respondent) bool { return trails[who] == nil })
}

// values are the voices that gave a value; one may have left only a note.
func (v *voices) values() []standing {
	return slices.DeleteFunc(slices.Clone(v.said), func(s standing) bool { return s.Answer.Value.Standing == assessments.Unanswered })
}

// differ says whether two gave different values.
func (v *voices) differ() bool {
	values := v.values()
	return slices.ContainsFunc(values, func(s standing) bool { return !s.Answer.Value.Equal(values[0].Answer.Value) })
}

// settled is the agreement that holds, or nil.
func (v *voices) settled() *standing {
	if v.agreed == nil || v.agreed.Answer.Value.Standing == assessments.Unanswered {
		return nil
	}
	for _, s := range v.values() {
		if !s.Answer.Value.Equal(v.agreed.Answer.Value) && v.agreed.At.Before(s.since) {
			return nil
		}
	}
	return v.agreed
}

// open says whether no value counts although there is more than one.
func (v *voices) open() bool { return v.settled() == nil && v.differ() }

// counting are the ratings whose value counts: the agreement, or those of all who gave the same.
func (v *voices) counting() []standing {
	if s := v.settled(); s != nil {
		return []standing{*s}
	}
	if v.differ() {
		return nil
	}
	return v.values()
}

// answer is the answer that counts. Of what several said beside the value, relevance is that of the
// first who gave one, the firm's own before the advisor's; confidence is the least; notes stand below
// each other.
func (v *voices) answer() assessments.Answer {
	var a assessments.Answer
	if s := v.settled(); s != nil {
		a = s.Answer
	}
	for _, s := range v.counting() {
		a.Value, a.Confidence = s.Answer.Value, max(a.Confidence, s.Answer.Confidence)
	}
	var notes []string
	for _, s := range v.said {
		if a.Relevance == assessments.RelevanceUnset {
			a.Relevance = s.Answer.Relevance
		}
		if n := s.Answer.Note; n != "" && !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
		a.Flag = a.Flag || s.Answer.Flag
	}
	if a.Note == "" {
		a.Note = strings.Join(notes, "\n")
	}
	if v.settled() == nil && len(v.said) == 1 {
		a.Confidence = v.said[0].Answer.Confidence // said without a value, it is still what he said
	}
	return a
}
