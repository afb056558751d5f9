package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/report"
)

// undo and redo press Ctrl+Z and Ctrl+Y.
func (p *program) undo() { p.shortcuts[(&fyne.ShortcutUndo{}).ShortcutName()](nil) }
func (p *program) redo() { p.shortcuts[(&fyne.ShortcutRedo{}).ShortcutName()](nil) }

// on presses Tab until the focus is on the button of that text.
func (p *program) on(text string) {
	p.t.Helper()
	for range 120 {
		switch b := p.window.Canvas().Focused().(type) {
		case *widget.Button:
			if b.Text == text {
				return
			}
		}
		p.press(fyne.KeyTab)
	}
	p.t.Fatalf("Tab does not come to %q on %v", text, p.Route())
}

// Two people answer by the keyboard alone; the page of differences shows both, an agreement counts,
// and all of it is there at the next start.
func TestTwoRespondentsByKeys(t *testing.T) {
	for _, size := range []fyne.Size{wide, compact} {
		p := start(t, t.TempDir(), "es", size)
		w := p.session.Words
		p.press(fyne.KeyReturn)
		id := p.question().ID
		p.write("4g")
		p.write("gg") // sure, fairly, a guess
		if a := p.session.Own()[id]; a.Confidence != assessments.Guess || a.Value.Level != 4 {
			t.Fatalf("the owner's answer is %+v", a)
		}
		p.on(w.T("respondent.as", "who", w.T("respondent.owner")))
		p.press(fyne.KeySpace)
		p.on(w.T("respondent.advisor"))
		p.press(fyne.KeySpace)
		if p.session.Respondent() != assessments.Advisor || p.question().ID != id || p.session.Own()[id].Value.Standing != assessments.Unanswered {
			t.Fatalf("%s answers on %+v", p.session.Respondent(), p.Route())
		}
		p.write("1")
		p.Go(screen.Route{Page: screen.Home})
		p.on(w.N("differences.home", 1))
		p.press(fyne.KeySpace)
		if p.Route().Page != screen.Differences || !p.says(w.T("confidence.guess")) || !p.says(w.N("differences.open", 1)) || p.session.Answers[id].Value.Standing != assessments.Unanswered {
			t.Fatalf("%+v says %q", p.Route(), p.texts())
		}
		p.on(w.T("differences.take"))
		p.press(fyne.KeySpace)
		if p.session.Answers[id].Value.Level != 4 || !p.says(w.T("differences.settled")) || len(p.faults()) > 0 {
			t.Fatalf("agreed: %+v, %v", p.session.Answers[id], p.faults())
		}
		p.undo()
		if p.session.Answers[id].Value.Standing != assessments.Unanswered || !p.says(w.T("undo.undone")) || len(p.faults()) > 0 {
			t.Errorf("undone: %+v, %v", p.session.Answers[id], p.faults())
		}
		p.redo()
		p.again("es")
		if d := p.session.Differences(); len(d) != 1 || d[0].Open() || d[0].Agreed.By == "" || p.session.Answers[id].Value.Level != 4 {
			t.Errorf("the next start finds %+v", d)
		}
		p.Go(screen.Route{Page: screen.Clarify})
		if faults := p.faults(); len(faults) > 0 {
			t.Error(faults)
		}
	}
}

// Without a name nothing is agreed, and the page says why.
func TestAgreeingNeedsAName(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(1)})
	p.session.SetRespondent(assessments.Colleague)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.DontKnowValue, Flag: true})
	p.Go(screen.Route{Page: screen.Differences})
	p.entries()[0].SetText("  ")
	p.push("differences.take")
	if !p.says(p.session.Words.T("differences.who.none")) || !p.session.Differences()[0].Open() || p.window.Canvas().Focused() != p.entries()[0] {
		t.Errorf("agreed by nobody: %+v", p.session.Differences())
	}
}

// Answers go back step by step on the page of questions, after a restart too, and forth again.
func TestUndoByKeys(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.press(fyne.KeyReturn)
	first := p.question().ID
	for i := range 3 {
		p.write(strconv.Itoa(i + 1))
		p.press(fyne.KeyRight)
	}
	p.again("es")
	p.push("home.continue", "n", 4)
	for n := 2; n >= 0; n-- {
		p.undo()
		if len(p.faults()) > 0 || !p.says(p.session.Words.T("undo.question", "n", n+1)) {
			t.Fatalf("step %d: %v, %q", n, p.faults(), p.texts())
		}
	}
	if a := p.session.Own()[first]; !a.Empty() {
		t.Errorf("the first answer is still %+v", a)
	}
	p.undo() // there is nothing more
	p.redo()
	p.push("undo.go")
	if p.question().ID != first || p.session.Own()[first].Value.Level != 1 {
		t.Errorf("%+v, %+v", p.Route(), p.session.Own()[first])
	}
}

// The pages of several respondents are whole with much in them, in every class.
func TestPagesOfSeveral(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, percent := range []int{100, 200} {
			for _, size := range []fyne.Size{wide, compact, small} {
				p := start(t, t.TempDir(), lang, size)
				p.Look(func(l *screen.Look) { l.Percent = percent })
				p.Sample(true)
				p.session.SetRespondent(assessments.Advisor)
				for i, q := range p.session.Pack.Model.Asked() {
					v := assessments.DontKnowValue
					if q.Kind == assessments.Ladder && i%3 > 0 {
						v = assessments.AtLevel(i % 3)
					}
					p.session.Answer(q.ID, assessments.Answer{Value: v, Confidence: assessments.Guess, Note: "Lo mira Ana el lunes.", Flag: i%2 == 0})
				}
				for _, r := range []screen.Route{{Page: screen.Differences}, {Page: screen.Clarify}, {Page: screen.Questions}, {Page: screen.Home}, {Page: screen.Profile}, {Page: screen.Interview, ID: "data.backup"}} {
					p.Go(r)
					for _, f := range p.faults() {
						t.Errorf("%s %d %v %s: %s", lang, percent, size, r.Page, f)
					}
				}
			}
		}
	}
}

// For every kind of question people agree by keys on an answer that nobody gave; Escape leaves it as
// it was, and keys do not reach the page below.
func TestAgreeingOnAnother(t *testing.T) {
	keys := map[assessments.Kind]string{assessments.Ladder: "3", assessments.Checklist: "2", assessments.Grid: "2", assessments.Plans: "1", assessments.Number: "57", assessments.YesNo: "?", assessments.Partly: "1"}
	p := start(t, t.TempDir(), "es", wide)
	p.session.SetPath("full")
	m := &p.session.Pack.Model
	ids := map[assessments.Kind]string{assessments.YesNo: m.Index.QuestionID(m.Index.Conditions[0].ID)}
	for _, q := range m.Asked() {
		if ids[q.Kind] == "" {
			ids[q.Kind] = q.ID
		}
	}
	first := func(q *assessments.Question) assessments.Value {
		switch q.Kind {
		case assessments.Ladder, assessments.Partly:
			return assessments.AtLevel(0)
		case assessments.Checklist:
			return assessments.Choosing(q.Options[0].ID)
		case assessments.YesNo:
			return assessments.Saying(true)
		case assessments.Number:
			v, err := assessments.Counting("12")
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		v := assessments.Value{}
		for _, r := range q.Rows {
			v = v.WithRow(r.ID, assessments.AtLevel(0))
		}
		return v
	}
	for kind, id := range ids {
		q := m.Question(id)
		p.session.SetRespondent(assessments.Owner)
		p.session.Answer(id, assessments.Answer{Value: first(q)})
		p.session.SetRespondent(assessments.Advisor)
		p.session.Answer(id, assessments.Answer{Value: assessments.NotApplicableValue})
		p.Go(screen.Route{Page: screen.Differences})
		at := -1
		for i, d := range p.session.Differences() {
			if d.Question == id {
				at = i
			}
		}
		if at < 0 {
			t.Fatalf("%s: no difference", kind)
		}
		open := func() { test.Tap(p.buttons(p.session.Words.T("differences.other"))[at]) }
		open()
		p.write(keys[kind])
		if faults := p.faults(); len(faults) > 0 {
			t.Errorf("%s: %v", kind, faults)
		}
		p.press(fyne.KeyEscape)
		if len(p.window.Canvas().Overlays().List()) > 0 || p.Route().Page != screen.Differences || !p.session.Differences()[at].Open() {
			t.Fatalf("%s: Escape leaves %+v on %+v", kind, p.session.Differences()[at], p.Route())
		}
		open()
		p.write(keys[kind])
		p.press(fyne.KeyReturn)
		d := p.session.Differences()[at]
		if d.Open() || d.Agreed.Answer.Value.Standing == assessments.Unanswered || d.Agreed.Answer.Value.Equal(d.Said[0].Answer.Value) || d.Agreed.Answer.Value.Equal(d.Said[1].Answer.Value) {
			t.Errorf("%s: agreed is %+v", kind, d.Agreed)
		}
		if kind == assessments.Ladder && d.Agreed != nil && d.Agreed.Answer.Value.Level != 3 {
			t.Errorf("agreed is level %d", d.Agreed.Answer.Value.Level)
		}
	}
	if len(ids) < 6 {
		t.Errorf("kinds tried: %v", ids)
	}
}

// What differs counts as missing in the result, which leads to where it is agreed on and not to
// questions that have all been answered.
func TestResultLeadsToTheDifferences(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	p.session.SetRespondent(assessments.Advisor)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(5)})
	p.session.SetRespondent(assessments.Owner)
	missing := p.session.Result().Overall.Missing()
	p.Go(screen.Route{Page: screen.Results})
	if missing > 1 && len(p.buttons(p.session.Words.N("results.missing", missing-1))) != 1 {
		t.Errorf("%d are missing with 1 that differs: %q", missing, p.texts())
	}
	test.Tap(p.buttons(p.session.Words.N("results.differing", 1))[0])
	if p.Route().Page != screen.Differences {
		t.Errorf("it leads to %+v", p.Route())
	}
}

// The list to clarify is saved as PDF by the keyboard alone, in a file of its own; without anything
// to clarify there is no such button.
func TestListToClarifyByKeys(t *testing.T) {
	for _, size := range []fyne.Size{wide, compact} {
		p := start(t, t.TempDir(), "es", size)
		w := p.session.Words
		p.Go(screen.Route{Page: screen.Clarify})
		if len(p.buttons(w.T("clarify.print"))) > 0 {
			t.Fatal("there is nothing to clarify, and a button to save it")
		}
		p.Go(screen.Route{Page: screen.Home})
		p.press(fyne.KeyReturn)
		p.write("4gg")
		p.write("g")
		p.Go(screen.Route{Page: screen.Clarify})
		p.on(w.T("clarify.print"))
		p.press(fyne.KeySpace)
		if p.Route() != (screen.Route{Page: screen.Report, ID: screen.ClarifyList}) || !p.says(w.T("save.list.title")) || p.says(w.T("save.includes")) {
			t.Fatalf("%+v says %q", p.Route(), p.texts())
		}
		if name := p.entries()[0].Text; !strings.Contains(name, "Por aclarar") {
			t.Errorf("the file is called %q", name)
		}
		file := filepath.Join(t.TempDir(), "lista.pdf")
		p.entries()[0].SetText(file)
		p.on(w.T("save.save"))
		p.press(fyne.KeySpace)
		if data, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || !p.says(w.T("save.list.done")) {
			t.Fatalf("%v, %q", err, p.texts())
		}
		p.press(fyne.KeyEscape)
		if p.Route().Page != screen.Clarify {
			t.Errorf("Escape leads to %+v", p.Route())
		}
	}
}

// The page of the report offers a part only where there is something to say about it, and a part
// that is not ticked is not in the report.
func TestReportOffersWhatThereIs(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w := p.session.Words
	keys := []string{"save.plan", "save.rounds", "save.differences"}
	offered := func() (out []string) {
		p.Go(screen.Route{Page: screen.Home})
		p.Go(screen.Route{Page: screen.Report})
		for _, k := range keys {
			if p.says(w.T(k)) {
				out = append(out, k)
			}
		}
		return out
	}
	if got := offered(); len(got) > 0 {
		t.Fatalf("%v without plan, rounds and a second respondent", got)
	}
	if _, err := p.session.AddItem(p.session.Advice().Next[0].Action.ID); err != nil {
		t.Fatal(err)
	}
	p.session.SetRespondent(assessments.Advisor)
	id := "direction.plan"
	level := (p.session.Answers[id].Value.Level + 2) % 6
	p.session.Answer(id, assessments.Answer{Value: assessments.AtLevel(level)})
	if got := offered(); !slices.Equal(got, []string{"save.plan", "save.differences"}) {
		t.Fatalf("offered are %v", got)
	}
	if err := p.session.StartRound(true); err != nil {
		t.Fatal(err)
	}
	if got := offered(); !slices.Contains(got, "save.rounds") {
		t.Fatalf("offered are %v", got)
	}
	r, err := p.session.Report("es", p.session.Sections(), false)
	if err != nil || r.Plan == nil || r.Comparison == nil || r.Cover.Bar.Value < 0 || len(r.Comparison.Curves[0].Values) != 2 {
		t.Fatalf("%v: plan %v, comparison %+v", err, r.Plan, r.Comparison)
	}
	first := p.session.Sections()
	if all, err := p.session.History(); err != nil || p.session.Reopen(all[0].Assessment.ID) != nil {
		t.Fatal(err)
	}
	if second := p.session.Sections(); first&report.WithRounds == 0 || second&report.WithRounds != 0 {
		t.Errorf("the first round is compared with a later one: %b, %b", first, second)
	}
	if r, err := p.session.Report("es", 0, false); err != nil || r.Comparison != nil || r.Differences == nil {
		t.Errorf("%v: comparison %+v, differences %v", err, r.Comparison, r.Differences != nil)
	}
}
