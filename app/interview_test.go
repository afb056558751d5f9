package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
)

// model is what the short path asks.
func model() *assessments.Model {
	return library().Pack(session.ModelID).Model.For(assessments.Scope{Path: "quick"})
}

// answerByKeys answers the question that is shown and says what must have been kept.
func (p *program) answerByKeys(i int) assessments.Value {
	q := p.question()
	switch q.Kind {
	case assessments.Checklist:
		p.write("13")
		p.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
		ids := []string{q.Options[0].ID, q.Options[2].ID, q.Options[5].ID}
		return assessments.Choosing(ids...)
	case assessments.Grid:
		v := assessments.Value{}
		for k, r := range q.Rows {
			p.write(fmt.Sprint(k % 6))
			p.press(fyne.KeyDown)
			v = v.WithRow(r.ID, assessments.AtLevel(k%6))
		}
		return v
	}
	switch i % 4 {
	case 1:
		p.write("?")
		return assessments.DontKnowValue
	case 2:
		p.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace)
		return assessments.AtLevel(1)
	}
	p.write(fmt.Sprint(i % 6))
	return assessments.AtLevel(i % 6)
}

// question is the one that is shown.
func (p *program) question() *assessments.Question {
	if p.Route().Page != screen.Interview {
		return nil
	}
	return model().Question(p.session.Assessment.Position)
}

// From the first start to the result by the keyboard alone; everything is kept.
func TestQuickPathByKeys(t *testing.T) {
	for _, percent := range []int{100, 200} {
		t.Run(fmt.Sprint(percent), func(t *testing.T) {
			p := start(t, t.TempDir(), "es", wide)
			p.Look(func(l *screen.Look) { l.Percent = percent })
			p.press(fyne.KeyReturn)
			want := assessments.Answers{}
			for i := range model().Questions {
				q := p.question()
				if q == nil || q.ID != model().Questions[i].ID {
					t.Fatalf("question %d: the window shows %+v, question %v", i+1, p.Route(), q)
				}
				if !p.says(p.session.Pack.Words["es"].Questions[q.ID].Text) {
					t.Fatalf("question %s is not to be read", q.ID)
				}
				want[q.ID] = assessments.Answer{Value: p.answerByKeys(i)}
				if got := p.session.Answers[q.ID]; !got.Value.Equal(want[q.ID].Value) {
					t.Fatalf("%s became %+v, want %+v", q.ID, got, want[q.ID])
				}
				p.press([]fyne.KeyName{fyne.KeyRight, fyne.KeyReturn, fyne.KeyPageDown}[i%3])
			}
			if p.session.Assessment.Position != screen.IndexPage {
				t.Fatalf("behind the last question stands %s", p.session.Assessment.Position)
			}
			m := model()
			for _, c := range m.Index.Conditions {
				if scoring.Follows(m, &c, p.session.Answers) {
					continue
				}
				key := []string{"s", "n", "?"}[len(want)%3]
				p.write(key)
				p.press(fyne.KeyDown)
				want[m.Index.QuestionID(c.ID)] = assessments.Answer{Value: map[string]assessments.Value{"s": assessments.Saying(true), "n": assessments.Saying(false), "?": assessments.DontKnowValue}[key]}
			}
			p.press(fyne.KeyReturn)
			if p.Route().Page != screen.Results {
				t.Fatalf("behind the conditions stands %+v", p.Route())
			}
			r := scoring.Score(m, want, nil)
			if number := p.session.Words.Score(r.Overall.Value); !p.says(number) {
				t.Errorf("the result does not say %s", number)
			}
			p.again("es")
			for id, a := range want {
				if got := p.session.Answers[id]; !got.Value.Equal(a.Value) {
					t.Errorf("%s: the next start finds %+v, want %+v", id, got, a)
				}
			}
			if len(p.session.Answers) != len(want) {
				t.Errorf("the next start finds %d answers of %d", len(p.session.Answers), len(want))
			}
		})
	}
}

// Leaving and coming back, and the next start, go on at the same question, with its answer shown.
func TestGoesOnAtTheSameQuestion(t *testing.T) {
	p := start(t, t.TempDir(), "en", wide)
	p.push("home.start")
	for range 4 {
		p.press(fyne.KeyRight)
	}
	at := p.session.Assessment.Position
	p.write("3")
	p.press(fyne.KeyEscape)
	if p.Route().Page != screen.Home {
		t.Fatalf("Escape leads to %+v", p.Route())
	}
	p.press(fyne.KeyReturn)
	same := func(when string) {
		t.Helper()
		if p.session.Assessment.Position != at || p.Route().Page != screen.Interview {
			t.Fatalf("%s: the window shows %+v at %s, left at %s", when, p.Route(), p.session.Assessment.Position, at)
		}
		l, ok := p.window.Canvas().Focused().(*widget.Ladder)
		if !ok || l.Value().Level != 3 {
			t.Fatalf("%s: the answer shown is %+v", when, p.window.Canvas().Focused())
		}
	}
	same("coming back")
	p.shortcut("3")
	p.shortcut("2")
	same("back by shortcut")
	p.again("en")
	if p.Route().Page != screen.Home || !p.says(p.session.Words.T("home.continue", "n", 5)) {
		t.Fatalf("the next start shows %+v and %q", p.Route(), p.texts())
	}
	p.press(fyne.KeyReturn)
	same("the next start")
	p.press(fyne.KeyLeft)
	if got := model().Number(p.session.Assessment.Position); got != 4 {
		t.Errorf("back leads to question %d", got)
	}
}

// Relevance, note and flag have keys; while the note is written, letters are text.
func TestRelevanceNoteAndFlagByKeys(t *testing.T) {
	p := start(t, t.TempDir(), "es", compact)
	p.Go(screen.Route{Page: screen.Interview, ID: "data.backup"})
	a := func() assessments.Answer { return p.session.Answers["data.backup"] }
	for _, want := range []assessments.Relevance{assessments.RelevanceNone, assessments.RelevanceSome, assessments.RelevanceHigh, assessments.RelevanceNone} {
		if p.write("r"); a().Relevance != want {
			t.Fatalf("relevance is %v, want %v", a().Relevance, want)
		}
	}
	if p.write("f"); !a().Flag {
		t.Error("not flagged")
	}
	p.write("2c")
	note, ok := p.window.Canvas().Focused().(*widget.Entry)
	if !ok {
		t.Fatalf("C leads to %T", p.window.Canvas().Focused())
	}
	p.write("n? 5 cosas, f y r")
	p.press(fyne.KeyLeft, fyne.KeyRight)
	if a().Note != "n? 5 cosas, f y r" || a().Value.Level != 2 || !a().Flag || a().Relevance != assessments.RelevanceNone || p.question().ID != "data.backup" {
		t.Errorf("writing a note did more: %+v at %s", a(), p.session.Assessment.Position)
	}
	p.press(fyne.KeyEscape)
	if p.window.Canvas().Focused() == note || p.Route().Page != screen.Interview {
		t.Error("Escape does not lead out of the note")
	}
	if p.write("4"); a().Value.Level != 4 || a().Note == "" {
		t.Errorf("after the note the answer is %+v", a())
	}
	if p.write("F"); a().Flag {
		t.Error("still flagged")
	}
	p.again("es")
	if got := a(); got.Note != "n? 5 cosas, f y r" || got.Relevance != assessments.RelevanceNone || got.Value.Level != 4 {
		t.Errorf("the next start finds %+v", got)
	}
}

// A long or odd note is kept within bounds and breaks nothing.
func TestOddNotes(t *testing.T) {
	p := start(t, t.TempDir(), "es", small)
	p.Go(screen.Route{Page: screen.Interview, ID: "data.backup"})
	for _, note := range []string{strings.Repeat("x", 6000), "😀👩‍👩‍👧", "\xff\xfe", "שלום עולם", "**bold** {n} ⟦"} {
		p.write("c")
		p.entries()[0].SetText(note)
		if got := p.session.Answers["data.backup"].Note; len([]rune(got)) > 5000 || got == "" {
			t.Errorf("a note of %d letters became one of %d", len(note), len(got))
		}
		p.Reload()
		p.Go(screen.Route{Page: screen.Questions, ID: "note"})
		p.Go(screen.Route{Page: screen.Interview, ID: "data.backup"})
	}
	if st := p.settle(); st.Err != nil || st.Pending != 0 {
		t.Errorf("%+v", st)
	}
}

// The whole answer is one tab stop, and Tab comes round to it again.
func TestOneTabStopForTheAnswer(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	for _, id := range []string{"direction.plan", "direction.customers", "machines.tools", screen.IndexPage} {
		p.Go(screen.Route{Page: screen.Interview, ID: id})
		first := p.window.Canvas().Focused()
		if _, ok := first.(widget.Answerer); !ok {
			t.Fatalf("%s: the focus stands on %T", id, first)
		}
		answers, stops := 0, 0
		for p.press(fyne.KeyTab); p.window.Canvas().Focused() != first && stops < 50; stops++ {
			if _, ok := p.window.Canvas().Focused().(widget.Answerer); ok {
				answers++
			}
			p.press(fyne.KeyTab)
		}
		if answers > 0 || stops >= 50 || stops < 3 {
			t.Errorf("%s: %d stops and %d answers until Tab comes round", id, stops, answers)
		}
	}
}

// A digit is an answer whatever has the focus, and keys of the page work there too.
func TestKeysWorkWhateverHasTheFocus(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Go(screen.Route{Page: screen.Interview, ID: "direction.plan"})
	for range 12 {
		p.press(fyne.KeyTab)
		if _, ok := p.window.Canvas().Focused().(*widget.Entry); ok {
			continue
		}
		p.session.Answers["direction.plan"] = assessments.Answer{}
		if p.write("2"); p.session.Answers["direction.plan"].Value.Level != 2 {
			t.Fatalf("2 on %T answers nothing", p.window.Canvas().Focused())
		}
	}
	p.window.Canvas().Unfocus()
	p.press(fyne.KeyRight)
	if p.question().ID != model().Questions[1].ID {
		t.Errorf("→ without a focus leads to %s", p.question().ID)
	}
}

// The filters of the list show what they say, with the right counts, and lead to the question.
func TestFiltersOfTheList(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.DontKnowValue})
	p.session.Answer("data.storage", assessments.Answer{Value: assessments.AtLevel(2), Flag: true})
	p.session.Answer("orders.quote", assessments.Answer{Value: assessments.AtLevel(1), Note: "x"})
	p.session.Answer("orders.stock", assessments.Answer{Value: assessments.NotApplicableValue})
	total := len(model().Questions)
	for filter, want := range map[string][]string{"unknown": {"data.backup"}, "flag": {"data.storage"}, "note": {"orders.quote"}} {
		p.Go(screen.Route{Page: screen.Questions})
		name := p.session.Words.T("questions.filter." + filter)
		chips := p.buttons(fmt.Sprintf("%s (%d)", name, len(want)))
		if len(chips) != 1 {
			t.Fatalf("no filter %q with %d questions", name, len(want))
		}
		test.Tap(chips[0])
		if got := p.listed(); !slices.Equal(got, want) {
			t.Errorf("%s lists %v, want %v", filter, got, want)
		}
		p.push("questions.open")
		if p.session.Assessment.Position != want[0] {
			t.Errorf("%s leads to %s", filter, p.session.Assessment.Position)
		}
	}
	for filter, want := range map[string]int{"all": total, "open": total - 3, "unanswered": total - 4} {
		p.Go(screen.Route{Page: screen.Questions, ID: filter})
		if got := len(p.listed()); got != want || !p.says(fmt.Sprintf("%s (%d)", p.session.Words.T("questions.filter."+filter), want)) {
			t.Errorf("%s lists %d questions, want %d", filter, got, want)
		}
	}
	p.session.Answer("orders.quote", assessments.Answer{Value: assessments.AtLevel(1)})
	p.Go(screen.Route{Page: screen.Questions, ID: "note"})
	if len(p.listed()) != 0 {
		t.Error("lists what has no note")
	}
	if p.push("questions.showall"); len(p.listed()) != total {
		t.Errorf("all of them are %d", len(p.listed()))
	}
}

// listed are the questions that the list shows, in its order.
func (p *program) listed() []string {
	said := p.texts()
	var out []string
	for _, q := range model().Questions {
		if slices.Contains(said, p.session.Pack.Words[p.session.Words.Language].Questions[q.ID].Text) {
			out = append(out, q.ID)
		}
	}
	return out
}

// "Saved" appears with the finished commit; what cannot be written is said, and tried again.
func TestSavedIsSaidAfterTheCommit(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.Go(screen.Route{Page: screen.Interview, ID: "data.backup"})
	p.settle()
	free := p.block()
	p.write("3")
	saved := w.T("save.saved", "time", w.Clock(p.session.State().SavedAt))
	if p.says(saved) || !p.says(w.T("save.saving")) && !p.says(w.T("save.failed.short")) {
		t.Error("an answer that is not written yet is called saved")
	}
	if st := p.settle(); st.Err == nil || !p.says(w.T("save.failed")) || !p.says(w.T("save.failed.short")) || p.says(saved) {
		t.Errorf("the disk fails (%v), the window says %q", st.Err, p.texts()[:8])
	}
	free()
	p.push("save.retry")
	st := p.settle()
	if st.Err != nil || p.says(w.T("save.failed")) || !p.says(w.T("save.saved", "time", w.Clock(st.SavedAt))) {
		t.Errorf("the disk is free again: %+v", st)
	}
}

// What a question's answer is made of comes from the store of the same folder alone.
func TestTwoWindowsOnOneFolder(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	if s, err := sqlite.Open(p.folder); err == nil {
		_ = s.Close()
		t.Error("a second window opens the same folder")
	}
}
