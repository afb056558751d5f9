package dossier

import (
	"cmp"
	"slices"

	"nivel/assessments"
	"nivel/assessments/views"
)

// voice is what one respondent says to one question.
type voice struct {
	question   string
	respondent assessments.Respondent
}

// meeting is a voice on both sides.
type meeting struct {
	voice
	mine, theirs         assessments.Rating // what he says now; without an id where he says nothing
	onlyMine, onlyTheirs int                // ratings that the other side lacks
}

// same says whether he says the same on both sides.
func (m *meeting) same() bool { return m.mine.Answer.Equal(m.theirs.Answer) }

// conflict says whether each side has something that the other lacks, and they say different things.
func (m *meeting) conflict() bool { return m.onlyMine > 0 && m.onlyTheirs > 0 && !m.same() }

// meetings are all voices of two canonical lists of ratings, by question and respondent.
func meetings(mine, theirs []assessments.Rating) []meeting {
	ids := func(all []assessments.Rating) map[string]bool {
		out := map[string]bool{}
		for i := range all {
			out[all[i].ID] = true
		}
		return out
	}
	found := map[voice]*meeting{}
	of := func(r *assessments.Rating) *meeting {
		v := voice{r.Question, r.Respondent}
		if found[v] == nil {
			found[v] = &meeting{voice: v}
		}
		return found[v]
	}
	here, there := ids(mine), ids(theirs)
	for i := range mine {
		if m := of(&mine[i]); !there[mine[i].ID] {
			m.onlyMine++
		}
	}
	for i := range theirs {
		if m := of(&theirs[i]); !here[theirs[i].ID] {
			m.onlyTheirs++
		}
	}
	saidHere, saidThere := views.Latest(mine), views.Latest(theirs)
	var out []meeting
	for v, m := range found {
		m.mine, m.theirs = saidHere[v.respondent][v.question], saidThere[v.respondent][v.question]
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b meeting) int {
		return cmp.Or(cmp.Compare(a.question, b.question), cmp.Compare(a.respondent, b.respondent))
	})
	return out
}

// mergeRatings is all ratings of both, and those that say again what was chosen.
func mergeRatings(round string, mine, theirs []assessments.Rating, c Choices) []assessments.Rating {
	out := join(mine, theirs, func(r *assessments.Rating) string { return r.ID },
		func(m, t assessments.Rating) assessments.Rating { return greater(m, t, ratingFields) })
	slices.SortFunc(out, byMoment)
	if len(out) == 0 {
		return nil
	}
	now := views.Latest(out)
	at := c.later(out[len(out)-1].At)
	var added []assessments.Rating
	agreed := map[string]bool{}
	for _, m := range meetings(mine, theirs) {
		if !m.conflict() {
			continue
		}
		key := Key{Part: PartRating, Round: round, Question: m.question, Respondent: m.respondent}
		counts := now[m.respondent][m.question]
		switch side := c.side(key); {
		case side == Mine && !counts.Answer.Equal(m.mine.Answer):
			added = append(added, again(round, m.voice, m.mine, m.theirs))
		case side == Theirs && !counts.Answer.Equal(m.theirs.Answer):
			added = append(added, again(round, m.voice, m.theirs, m.mine))
		case side == Unchosen && c.Rule == RuleAdvisor && !agreed[m.question] && c.Items[agreement(key)] == Unchosen:
			r, ok := now[assessments.Advisor][m.question]
			if ok && r.Answer.Value.Standing != assessments.Unanswered {
				agreed[m.question] = true
				added = append(added, again(round, voice{m.question, assessments.Agreed}, r, m.mine, m.theirs))
			}
		}
	}
	for _, r := range added {
		r.At = at
		out = append(out, r)
	}
	slices.SortFunc(out, byMoment)
	return out
}

// agreement names what was agreed on the question of a voice: chosen by hand, no rule goes over it.
func agreement(k Key) Key {
	k.Respondent = assessments.Agreed
	return k
}

// again is a rating that says what another said, with an id that the same conflict gives each time.
func again(round string, v voice, r assessments.Rating, over ...assessments.Rating) assessments.Rating {
	parts := []string{round, v.question, string(v.respondent), r.ID}
	for _, o := range over {
		parts = append(parts, o.ID)
	}
	return assessments.Rating{ID: derived("nivel again 1", parts...), AssessmentID: round, Question: v.question, Respondent: v.respondent,
		By: r.By, Answer: r.Answer}
}
