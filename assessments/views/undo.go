package views

import "nivel/assessments"

// UndoStep is the rating to add, but for its id and moment, that takes back a respondent's last
// change which is not undone: it restores what stood before, possibly nothing. ok is false where
// there is nothing to take back. Answers kept from the round before are the ground on which a
// respondent stands and are not taken back.
func UndoStep(ratings []assessments.Rating, who assessments.Respondent) (step assessments.Rating, ok bool) {
	t := replay(ratings)[who]
	if t == nil || len(t.done) == 0 {
		return assessments.Rating{}, false
	}
	c := t.done[len(t.done)-1]
	return stepTo(c, c.before), true
}

// RedoStep is the rating to add, but for its id and moment, that does again what was undone last. ok
// is false where nothing was, or where something else was answered since.
func RedoStep(ratings []assessments.Rating, who assessments.Respondent) (step assessments.Rating, ok bool) {
	t := replay(ratings)[who]
	if t == nil || len(t.undone) == 0 {
		return assessments.Rating{}, false
	}
	c := t.undone[len(t.undone)-1]
	return stepTo(c, c.after), true
}

func stepTo(c change, s standing) assessments.Rating {
	return assessments.Rating{AssessmentID: c.after.AssessmentID, Question: c.after.Question, Respondent: c.after.Respondent,
		By: s.By, Answer: s.Answer, Carried: s.Carried, Undoes: c.id}
}

// Steps is how many changes of a respondent can be undone, and how many done again.
func Steps(ratings []assessments.Rating, who assessments.Respondent) (undo, redo int) {
	if t := replay(ratings)[who]; t != nil {
		return len(t.done), len(t.undone)
	}
	return 0, 0
}
