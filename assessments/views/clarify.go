package views

import (
	"slices"

	"nivel/assessments"
)

// Cause is why a question is to be clarified.
type Cause string

// The causes, in the order in which they are named.
const (
	Flagged      Cause = "flagged"      // somebody wants to look at it again
	Unknown      Cause = "unknown"      // the answer, or a row of it, is "don't know"
	Guessed      Cause = "guessed"      // the answer is a guess
	Unconfirmed  Cause = "unconfirmed"  // kept from the round before
	Contradicted Cause = "contradicted" // it does not go with another answer
	Differing    Cause = "differing"    // views differ and nothing is agreed
)

// Reason is one cause with what belongs to it.
type Reason struct {
	Cause         Cause
	Who           []assessments.Respondent   // who said it; assessments.Agreed where it is what was agreed
	Rows          []string                   // of a don't know: the rows, empty where it is the whole answer
	Contradiction *assessments.Contradiction // of a contradiction
	Difference    *Difference                // of a difference
}

// Item is a question to be clarified, with all reasons.
type Item struct {
	Question string
	Answer   assessments.Answer // that counts, with notes and flags
	Reasons  []Reason
}

// Clarify lists what is to be clarified among the questions that a model asks, in its order, the
// conditions of its index last. What the answers hide is left out. A don't-know or guess that an
// agreement has overruled is clarified, as is a kept answer that anybody has confirmed.
func Clarify(m *assessments.Model, ratings []assessments.Rating) []Item {
	voices, answers := all(ratings), Agreed(ratings)
	hidden := m.Hidden(answers)
	reasons := map[string][]Reason{}
	for id, v := range voices {
		reasons[id] = v.reasons(m.Question(id))
	}
	for _, c := range m.Contradicted(answers) {
		for _, t := range c.Both {
			if q := m.Question(t.Question); q != nil {
				reasons[q.Source()] = append(reasons[q.Source()], Reason{Cause: Contradicted, Contradiction: c})
			}
		}
	}
	differences := Differences(m, ratings)
	for i := range differences {
		if d := &differences[i]; d.Open() {
			reasons[d.Question] = append(reasons[d.Question], Reason{Cause: Differing, Difference: d})
		}
	}
	var out []Item
	for _, id := range asked(m) {
		if len(reasons[id]) > 0 && !hidden[id] {
			out = append(out, Item{id, answers[id], reasons[id]})
		}
	}
	return out
}

// asked are the questions that a model asks, then the conditions of its index.
func asked(m *assessments.Model) []string {
	var out []string
	for i := range m.Questions {
		if m.Questions[i].Asked() {
			out = append(out, m.Questions[i].ID)
		}
	}
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			out = append(out, m.Index.QuestionID(c.ID))
		}
	}
	return out
}

// reasons are those that lie in what was said about one question.
func (v *voices) reasons(q *assessments.Question) []Reason {
	if q == nil {
		return nil
	}
	flagged, unknown, guessed := Reason{Cause: Flagged}, Reason{Cause: Unknown}, Reason{Cause: Guessed}
	for _, s := range v.said {
		if s.Answer.Flag {
			flagged.Who = append(flagged.Who, s.Respondent)
		}
	}
	if v.agreed != nil && v.agreed.Answer.Flag {
		flagged.Who = append(flagged.Who, assessments.Agreed)
	}
	counts := v.counting()
	if v.open() {
		counts = v.values() // whoever is unsure is asked first
	}
	carried := Reason{Cause: Unconfirmed}
	for _, s := range counts {
		rows, whole := notKnown(q, s.Answer.Value)
		if whole || rows != nil {
			unknown.Who = append(unknown.Who, s.Respondent)
			unknown.Rows = union(unknown.Rows, rows)
		}
		if s.Answer.Confidence == assessments.Guess {
			guessed.Who = append(guessed.Who, s.Respondent)
		}
		if s.Carried {
			carried.Who = append(carried.Who, s.Respondent)
		}
	}
	if !v.open() && len(carried.Who) < len(counts) {
		carried.Who = nil
	}
	return slices.DeleteFunc([]Reason{flagged, unknown, guessed, carried}, func(r Reason) bool { return r.Who == nil })
}

// notKnown says whether an answer is a don't-know, or which rows of it are, in the question's order.
func notKnown(q *assessments.Question, v assessments.Value) (rows []string, whole bool) {
	for _, r := range q.Rows {
		if v.Rows[r.ID].Standing == assessments.DontKnow {
			rows = append(rows, r.ID)
		}
	}
	return rows, v.Standing == assessments.DontKnow
}

func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
