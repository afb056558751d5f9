//go:build e2e

package e2e

import (
	"math/rand/v2"
	"strconv"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

// press is what to press on a question's page and what it must come to.
type press struct {
	id    string
	keys  []string
	value assessments.Value

	relevance assessments.Relevance // R that many times
	note      string                // C, the text, Escape
	flag      bool                  // F
}

func (p *press) answer() assessments.Answer {
	return assessments.Answer{Value: p.value, Relevance: p.relevance, Note: p.note, Flag: p.flag}
}

// note has letters of all sorts that this keyboard has.
const note = "Íñigo: ¿quién corrige la hoja? (Ver día 3; «copia» & 50 %)"

// plan draws the answers to all questions of a model: two ladders get N, two ?, four the arrows,
// the others digits; of the rest each way of answering comes up.
func plan(m *assessments.Model, r *rand.Rand) []press {
	out := make([]press, len(m.Questions))
	var ladders []int
	lists := 0
	for i := range m.Questions {
		q := &m.Questions[i]
		out[i].id = q.ID
		switch q.Kind {
		case assessments.Ladder:
			ladders = append(ladders, i)
		case assessments.Checklist:
			out[i].checklist(q, r, lists)
			lists++
		case assessments.Grid:
			out[i].grid(q, r)
		}
	}
	r.Shuffle(len(ladders), func(a, b int) { ladders[a], ladders[b] = ladders[b], ladders[a] })
	for k, i := range ladders {
		out[i].ladder(r, k)
	}
	extras := r.Perm(len(out))
	for k, i := range extras[:6] {
		out[i].relevance = assessments.Relevance(k%3 + 1)
	}
	out[extras[0]].note = note
	out[extras[3]].flag, out[extras[8]].flag = true, true
	return out
}

func (p *press) ladder(r *rand.Rand, k int) {
	level := r.IntN(assessments.Top + 1)
	switch {
	case k < 2:
		p.keys, p.value = []string{"n"}, assessments.NotApplicableValue
	case k < 4:
		p.keys, p.value = []string{"question"}, assessments.DontKnowValue
	case k < 8:
		// The cursor stands on the first row; two steps too far and back again.
		for range level + 2 {
			p.keys = append(p.keys, "Down")
		}
		p.keys, p.value = append(p.keys, "Up", "Up", "space"), assessments.AtLevel(level)
	default:
		// A second thought replaces the first.
		p.keys, p.value = []string{strconv.Itoa(r.IntN(assessments.Top + 1)), strconv.Itoa(level)}, assessments.AtLevel(level)
	}
}

// checklist ticks a few options. The second list has the excluding one ticked in between, which
// takes all back; in the third, one is ticked and taken back by arrows and Space.
func (p *press) checklist(q *assessments.Question, r *rand.Rand, k int) {
	var ids []string
	for i, o := range q.Options {
		if !o.Exclusive {
			ids = append(ids, o.ID)
			if o.ID != q.Options[len(ids)-1].ID || i > 8 {
				panic("the keys of " + q.ID + " are no longer known here")
			}
		}
	}
	order := r.Perm(len(ids))
	tick := func(from, to int) (chosen []string) {
		for _, i := range order[from:to] {
			p.keys, chosen = append(p.keys, strconv.Itoa(i+1)), append(chosen, ids[i])
		}
		return chosen
	}
	n := 2 + r.IntN(len(ids)-3)
	switch k % 3 {
	case 1:
		tick(0, 2)
		p.keys = append(p.keys, "0")
		p.value = assessments.Choosing(tick(1, n+1)...)
	case 2:
		p.value = assessments.Choosing(tick(0, n)...)
		p.keys = append(p.keys, strconv.Itoa(order[n]+1), "space")
	default:
		p.value = assessments.Choosing(tick(0, n)...)
	}
}

// grid answers row after row downwards, and at the end the first one again.
func (p *press) grid(q *assessments.Question, r *rand.Rand) {
	var level int
	for i, row := range q.Rows {
		level = r.IntN(assessments.Top + 1)
		key, value := strconv.Itoa(level), assessments.AtLevel(level)
		switch i {
		case 2:
			key, value = "n", assessments.NotApplicableValue
		case 4:
			key, value = "question", assessments.DontKnowValue
		}
		p.keys, p.value = append(p.keys, key, "Down"), p.value.WithRow(row.ID, value)
	}
	for range q.Rows {
		p.keys = append(p.keys, "Up")
	}
	first := q.Rows[0].ID
	level = (p.value.Rows[first].Level + 1) % (assessments.Top + 1)
	p.keys, p.value = append(p.keys, strconv.Itoa(level)), p.value.WithRow(first, assessments.AtLevel(level))
}

// index answers the yes/no conditions that do not follow from other answers, top to bottom.
func index(m *assessments.Model, answers assessments.Answers, r *rand.Rand) (keys []string, want assessments.Answers) {
	ways := []struct {
		key   string
		value assessments.Value
	}{{"s", assessments.Saying(true)}, {"1", assessments.Saying(true)}, {"n", assessments.Saying(false)}, {"0", assessments.Saying(false)},
		{"question", assessments.DontKnowValue}}
	want = assessments.Answers{}
	for i := range m.Index.Conditions {
		c := &m.Index.Conditions[i]
		if scoring.Follows(m, c, answers) {
			continue
		}
		way := ways[r.IntN(len(ways))]
		keys = append(keys, way.key, "Down")
		want[m.Index.QuestionID(c.ID)] = assessments.Answer{Value: way.value}
	}
	return keys, want
}
