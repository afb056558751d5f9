package region

import (
	"nivel/assessments"
	"nivel/assessments/scoring"
)

// The first byte of a kept answer: what it says without a number, or that a number, options or rows follow.
const (
	answerOpen = iota
	answerNot
	answerUnknown
	answerNo
	answerYes
	answerMore
	answerLevel // and all above it: the level or band
)

func appendAnswer(out []byte, q *assessments.Question, v assessments.Value) []byte {
	switch {
	case v.Standing == assessments.Unanswered:
		return append(out, answerOpen)
	case v.Standing == assessments.NotApplicable:
		return append(out, answerNot)
	case v.Standing == assessments.DontKnow:
		return append(out, answerUnknown)
	}
	switch q.Kind {
	case assessments.YesNo:
		if v.Yes {
			return append(out, answerYes)
		}
		return append(out, answerNo)
	case assessments.Number:
		return append(out, byte(answerLevel+scoring.BandAt(q, v.Rat())))
	case assessments.Checklist:
		bits := make([]byte, (len(q.Options)+7)/8)
		for i, o := range q.Options {
			if v.Has(o.ID) {
				bits[i/8] |= 1 << (i % 8)
			}
		}
		return append(append(out, answerMore), bits...)
	case assessments.Grid, assessments.Plans:
		out = append(out, answerMore)
		for _, row := range q.Rows {
			x := v.Rows[row.ID]
			switch x.Standing {
			case assessments.Given:
				out = append(out, byte(answerLevel+x.Level))
			default:
				out = append(out, map[assessments.Standing]byte{assessments.Unanswered: answerOpen, assessments.NotApplicable: answerNot, assessments.DontKnow: answerUnknown}[x.Standing])
			}
		}
		return out
	}
	return append(out, byte(answerLevel+v.Level))
}

// answerReader reads what appendAnswer writes.
type answerReader struct {
	data  []byte
	short bool
}

func (r *answerReader) next() byte {
	if len(r.data) == 0 {
		r.short = true
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *answerReader) answer(q *assessments.Question) assessments.Value {
	b := r.next()
	switch {
	case b == answerMore && q.Kind == assessments.Checklist:
		var chosen []string
		var bits byte
		for i, o := range q.Options {
			if i%8 == 0 {
				bits = r.next()
			}
			if bits&(1<<(i%8)) != 0 {
				chosen = append(chosen, o.ID)
			}
		}
		return assessments.Choosing(chosen...)
	case b == answerMore:
		var v assessments.Value
		for _, row := range q.Rows {
			if x := simple(r.next()); x.Standing != assessments.Unanswered {
				v = v.WithRow(row.ID, x)
			}
		}
		return v
	case b >= answerLevel && q.Kind == assessments.Number && int(b-answerLevel) < len(q.Bands):
		return bandAt(q, int(b-answerLevel))
	}
	return simple(b)
}

func simple(b byte) assessments.Value {
	plain := map[byte]assessments.Value{answerOpen: {}, answerNot: assessments.NotApplicableValue, answerUnknown: assessments.DontKnowValue,
		answerNo: assessments.Saying(false), answerYes: assessments.Saying(true)}
	if v, ok := plain[b]; ok || b < answerLevel {
		return v
	}
	return assessments.AtLevel(int(b - answerLevel))
}
