package views

import (
	"time"

	"nivel/assessments"
)

// standing is a rating that stands today.
type standing struct {
	assessments.Rating
	since time.Time // when its respondent first gave this value, with no other in between
}

// change is what one rating changed. It is known by the id of the rating that made it last: the
// first one, or the one that did it again.
type change struct {
	id            string
	before, after standing
}

// trail is what one respondent did: what stands, and what can be taken back and done again.
type trail struct {
	now          map[string]standing
	done, undone []change
}

// replay goes through the ratings in their order. A rating that comes twice, as it may after a
// merge, counts once.
func replay(ratings []assessments.Rating) map[assessments.Respondent]*trail {
	out := map[assessments.Respondent]*trail{}
	seen := map[string]bool{}
	for _, r := range ratings {
		if r.ID != "" && seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		t := out[r.Respondent]
		if t == nil {
			t = &trail{now: map[string]standing{}}
			out[r.Respondent] = t
		}
		t.add(r)
	}
	return out
}

// add goes one rating further. One that says it takes another back is believed where it does: where
// it names the last change, and says what stood before. Otherwise it is an answer like any other.
func (t *trail) add(r assessments.Rating) {
	before := t.now[r.Question]
	if c, rest, ok := last(t.done); ok && r.Undoes == c.id && r.Undoes != "" && restores(r, c.before) {
		t.done, t.undone = rest, append(t.undone, change{r.ID, c.before, c.after})
		t.now[r.Question] = restored(r, c.before)
		return
	}
	if c, rest, ok := last(t.undone); ok && r.Undoes == c.id && r.Undoes != "" && restores(r, c.after) {
		t.undone, t.done = rest, append(t.done, change{r.ID, c.before, c.after})
		t.now[r.Question] = restored(r, c.after)
		return
	}
	after := standing{r, r.At}
	if before.Answer.Value.Equal(r.Answer.Value) && before.ID != "" {
		after.since = before.since
	}
	t.now[r.Question] = after
	t.undone = nil
	// What a new round begins with is the ground, not a step that somebody would take back; nor is
	// an answer that is given again as it was.
	if r.Carried && r.Undoes == "" || restores(r, before) {
		return
	}
	before.Question = r.Question // also where nothing stood
	t.done = append(t.done, change{r.ID, before, after})
}

func last(all []change) (change, []change, bool) {
	if len(all) == 0 {
		return change{}, nil, false
	}
	return all[len(all)-1], all[: len(all)-1 : len(all)-1], true
}

// restores says whether a rating says what a standing one says.
func restores(r assessments.Rating, s standing) bool {
	return (s.Question == "" || r.Question == s.Question) && r.Answer.Equal(s.Answer) && r.Carried == s.Carried && r.By == s.By
}

// restored is what stands after a step: the rating of old with its moment, so that an agreement which
// held then holds again. Where nothing stood, it is the rating that emptied the answer.
func restored(r assessments.Rating, s standing) standing {
	if s.ID == "" {
		return standing{r, r.At}
	}
	return s
}
