package scoring

import (
	"slices"

	"nivel/assessments"
)

// Bands of the Digital Intensity Index: very low 0 to 3, low 4 to 6, high 7 to 9, very high 10 to
// 12 (Eurostat metadata isoc_e_dii).
var bandEnds = [...]int{3, 6, 9, 12}

// IndexResult is the count of fulfilled conditions.
type IndexResult struct {
	Count, Known, Total int
	Conditions          []ConditionResult
}

// ConditionResult is one condition: whether it is known, whether it holds, and whether it follows
// from another answer.
type ConditionResult struct {
	ID                     string
	Known, Holds, Followed bool
}

// Band is 0 to 3, and whether the missing answers leave no doubt about it.
func (x *IndexResult) Band() (band int, certain bool) {
	return BandOf(x.Count), BandOf(x.Count) == BandOf(x.Count+x.Total-x.Known)
}

// BandOf returns the band of a count of conditions.
func BandOf(count int) int {
	return max(0, slices.IndexFunc(bandEnds[:], func(end int) bool { return count <= end }))
}

// Follows says whether another answer already fulfils a condition. Only a yes follows: an option
// not chosen may be stricter than the condition, so then the condition is asked.
func Follows(m *assessments.Model, c *assessments.Condition, answers assessments.Answers) bool {
	return c.From != nil && c.From.On(m, answers) == assessments.True
}

func index(m *assessments.Model, answers assessments.Answers) *IndexResult {
	x := &IndexResult{Total: len(m.Index.Conditions)}
	for i := range m.Index.Conditions {
		c := &m.Index.Conditions[i]
		r := ConditionResult{ID: c.ID}
		r.Followed = Follows(m, c, answers)
		r.Holds, r.Known = r.Followed, r.Followed
		if v := answers[m.Index.QuestionID(c.ID)].Value; !r.Followed && v.Standing == assessments.Given {
			r.Known, r.Holds = true, v.Yes
		}
		if r.Known {
			x.Known++
		}
		if r.Known && r.Holds {
			x.Count++
		}
		x.Conditions = append(x.Conditions, r)
	}
	return x
}
