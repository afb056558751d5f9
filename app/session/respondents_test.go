package session_test

import (
	"strings"
	"testing"

	"nivel/assessments"
)

func level(n int) assessments.Answer { return assessments.Answer{Value: assessments.AtLevel(n)} }

// Two answer apart: each sees his own, what they answer alike counts, what they do not is open
// until it is agreed; all of it holds after a restart.
func TestTwoRespondents(t *testing.T) {
	d := open(t, t.TempDir())
	d.Answer("data.backup", level(2))
	d.Answer("data.access", level(3))
	d.SetRespondent(assessments.Advisor)
	if len(d.Own()) != 0 || len(d.Answers) != 2 {
		t.Fatalf("the advisor begins with %v, %v count", d.Own(), d.Answers)
	}
	d.Answer("data.backup", level(0))
	d.Answer("data.access", level(3))
	check := func(when string, agreed bool) {
		t.Helper()
		if got := d.Own()["data.backup"]; !equal(got, level(0)) {
			t.Errorf("%s: the advisor sees %+v", when, got)
		}
		if got := d.Answers["data.access"].Value; !got.Equal(assessments.AtLevel(3)) {
			t.Errorf("%s: what both say counts as %+v", when, got)
		}
		all := d.Differences()
		if len(all) != 1 || all[0].Question != "data.backup" || all[0].Open() == agreed || len(d.Voices()) != 2 {
			t.Fatalf("%s: differences %+v of %v", when, all, d.Voices())
		}
		want := assessments.Unanswered
		if agreed {
			want = assessments.Given
			if all[0].Agreed.By != "Ana y Luis" {
				t.Errorf("%s: agreed by %q", when, all[0].Agreed.By)
			}
		}
		if got := d.Answers["data.backup"].Value; got.Standing != want || agreed && got.Level != 1 {
			t.Errorf("%s: counts as %+v", when, got)
		}
	}
	check("before", false)
	d = d.again(t)
	if d.Respondent() != assessments.Advisor {
		t.Fatalf("after the restart answers %s", d.Respondent())
	}
	check("after a restart", false)
	if err := d.Agree("data.backup", level(1), "Ana y Luis"); err != nil {
		t.Fatal(err)
	}
	check("agreed", true)
	d = d.again(t)
	check("agreed, after a restart", true)
	d.SetRespondent(assessments.Owner)
	if got := d.Own()["data.backup"]; !equal(got, level(2)) {
		t.Errorf("the owner sees %+v", got)
	}
	if err := d.Agree("data.backup", level(1), strings.Repeat("x", assessments.ByLimit+1)); err == nil {
		t.Error("a name that cannot be kept is taken")
	}
}

// With one respondent, whoever it is, his answers are those that count.
func TestOneRespondentAlone(t *testing.T) {
	d := open(t, t.TempDir())
	d.SetRespondent(assessments.Colleague)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2), Confidence: assessments.Guess, Note: "x", Flag: true, Relevance: assessments.RelevanceHigh})
	for range 2 {
		if !equal(d.Answers["data.backup"], d.Own()["data.backup"]) || d.Answers["data.backup"].Confidence != assessments.Guess {
			t.Errorf("%+v counts of %+v", d.Answers["data.backup"], d.Own()["data.backup"])
		}
		d = d.again(t)
	}
	if items := d.Clarify(); len(items) != 1 || len(items[0].Reasons) != 2 {
		t.Errorf("to clarify: %+v", items)
	}
}

// Steps go back and forth several deep, across restarts, each respondent his own; letters of a note
// are one step.
func TestUndoAcrossRestarts(t *testing.T) {
	d := open(t, t.TempDir())
	if d.Undo(assessments.Owner) || d.Redo(assessments.Owner) || d.TakeStep() != nil {
		t.Fatal("something is undone where nothing was answered")
	}
	d.Answer("data.backup", level(1))
	d.Answer("data.backup", level(2))
	d.Answer("data.access", level(4))
	for _, note := range []string{"a", "ab", "abc"} {
		d.Answer("data.access", assessments.Answer{Value: assessments.AtLevel(4), Note: note})
	}
	d.SetRespondent(assessments.Advisor)
	d.Answer("data.backup", level(5))
	d.SetRespondent(assessments.Owner)
	d = d.again(t)
	undo := func(want assessments.Answer, question string) {
		t.Helper()
		if !d.Undo(assessments.Owner) {
			t.Fatal("nothing to undo")
		}
		if step := d.TakeStep(); step == nil || step.Question != question || d.TakeStep() != nil {
			t.Errorf("the step is %+v", step)
		}
		if got := d.Own()[question]; !equal(got, want) {
			t.Errorf("undone, %s is %+v, want %+v", question, got, want)
		}
	}
	undo(level(4), "data.access")
	undo(assessments.Answer{}, "data.access")
	d = d.again(t)
	undo(level(1), "data.backup")
	if back, forth := d.Steps(assessments.Owner); back != 1 || forth == 0 {
		t.Errorf("%d steps back, %d forth", back, forth)
	}
	d = d.again(t)
	d.Redo(assessments.Owner)
	d.Redo(assessments.Owner)
	d.Redo(assessments.Owner)
	if d.Redo(assessments.Owner) {
		t.Error("more is done again than was undone")
	}
	if a, b := d.Own()["data.backup"], d.Own()["data.access"]; !equal(a, level(2)) || b.Note != "abc" {
		t.Errorf("done again: %+v and %+v", a, b)
	}
	d.SetRespondent(assessments.Advisor)
	if got := d.Own()["data.backup"]; !equal(got, level(5)) {
		t.Errorf("the advisor's became %+v", got)
	}
}
