package session_test

import (
	"slices"
	"strings"
	"testing"

	"nivel/app/session"
	"nivel/assessments"
)

// What both sides agree on counts, also against what others said; what is the advisor's view alone
// leaves the question open; what was kept from the round before is confirmed; a name that cannot stand
// changes nothing. All of it is there at the next start.
func TestValidate(t *testing.T) {
	d := open(t, t.TempDir())
	asked := slices.DeleteFunc(slices.Clone(d.Pack.Model.Asked()), func(q assessments.Question) bool { return q.Kind != assessments.Ladder })
	one, two, three := asked[0].ID, asked[1].ID, asked[2].ID
	for _, id := range []string{one, two, three} {
		d.Answer(id, assessments.Answer{Value: assessments.AtLevel(2), Note: "del dueño"})
	}
	if err := d.StartRound(true); err != nil {
		t.Fatal(err)
	}
	if len(d.Unconfirmed()) != 3 {
		t.Fatalf("kept are %v", d.Unconfirmed())
	}
	n := len(d.Ratings())
	if err := d.Validate(session.Validated{Question: one, Value: assessments.AtLevel(4), By: strings.Repeat("x", assessments.ByLimit+1)}); err == nil || len(d.Ratings()) != n {
		t.Fatalf("%v, and %d ratings after %d", err, len(d.Ratings()), n)
	}
	for _, v := range []session.Validated{{one, assessments.AtLevel(4), "visto", "Ana, Luis"}, {two, assessments.AtLevel(2), "", "Ana, Luis"}, {three, assessments.AtLevel(5), "", ""}} {
		if err := d.Validate(v); err != nil {
			t.Fatal(err)
		}
	}
	d = d.again(t)
	if a := d.Answers[one]; a.Value.Level != 4 || !strings.Contains(a.Note, "visto") || !strings.Contains(a.Note, "del dueño") {
		t.Errorf("agreed is %+v", a)
	}
	if d.Latest()[assessments.Owner][two].Carried || d.Answers[two].Value.Level != 2 {
		t.Error("what was said again is not confirmed")
	}
	if d.Answers[three].Value.Standing != assessments.Unanswered || d.Latest()[assessments.Advisor][three].Answer.Value.Level != 5 {
		t.Error("the advisor's view alone counts")
	}
}

// The way of a visit begins with what was to be clarified when it began, has each question once, and
// stays as it is while answers come in.
func TestVisitPath(t *testing.T) {
	d := open(t, t.TempDir())
	asked := d.Pack.Model.Asked()
	unsure := asked[5].ID
	d.Answer(asked[0].ID, assessments.Answer{Value: assessments.AtLevel(2)})
	d.Answer(unsure, assessments.Answer{Value: assessments.DontKnowValue})
	v := assessments.Visit{StartedAt: d.LastAnswer.Add(1)}
	path, first := d.VisitPath(v)
	if first != 1 || path[0] != unsure || path[1] != asked[0].ID || len(path) != len(asked) || len(slices.Compact(slices.Sorted(slices.Values(path)))) != len(asked) {
		t.Fatalf("the way is %v, %d first", path, first)
	}
	if err := d.Validate(session.Validated{Question: unsure, Value: assessments.AtLevel(3), By: "Ana"}); err != nil {
		t.Fatal(err)
	}
	if after, n := d.VisitPath(v); n != 1 || !slices.Equal(after, path) {
		t.Errorf("the way became %v", after)
	}
	if done := d.ValidatedSince(v.StartedAt); !done[unsure] || done[asked[0].ID] {
		t.Errorf("validated are %v", done)
	}
	if !d.UndoValidation() || d.ValidatedSince(v.StartedAt)[unsure] || d.Answers[unsure].Value.Standing != assessments.DontKnow {
		t.Errorf("undone it is %+v", d.Answers[unsure])
	}
	if !d.RedoValidation() || d.Answers[unsure].Value.Level != 3 {
		t.Errorf("done again it is %+v", d.Answers[unsure])
	}
}
