package widget_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nivel/app/widget"
	"nivel/assessments"
)

func ladder(changed func(assessments.Value)) *widget.Ladder {
	return widget.NewLadder(choices(6), labels, false, assessments.Value{}, changed)
}

// Every answer of a ladder has a key and a place to tap; each says once what was chosen.
func TestLadderAnswers(t *testing.T) {
	var got []assessments.Value
	l := ladder(func(v assessments.Value) { got = append(got, v) })
	s := show(t, l, 600, 700)
	answers := map[string]assessments.Value{"n": assessments.NotApplicableValue, "N": assessments.NotApplicableValue, "?": assessments.DontKnowValue, "¿": assessments.DontKnowValue}
	for i := range 6 {
		answers[fmt.Sprint(i)] = assessments.AtLevel(i)
	}
	for key, want := range answers {
		got = nil
		if s.write(key); len(got) != 1 || !got[0].Equal(want) || !l.Value().Equal(want) {
			t.Errorf("key %s gives %+v, shows %+v", key, got, l.Value())
		}
	}
	taps := map[string]assessments.Value{labels.NotApplicable: assessments.NotApplicableValue, labels.DontKnow: assessments.DontKnowValue}
	for i, c := range choices(6) {
		taps[c.Title] = assessments.AtLevel(i)
	}
	for text, want := range taps {
		got = nil
		s.Canvas().Unfocus()
		s.tap(t, text)
		if len(got) != 1 || !got[0].Equal(want) || s.Canvas().Focused() != l {
			t.Errorf("a tap on %q gives %+v, the focus stands on %T", text, got, s.Canvas().Focused())
		}
	}
	if len(s.keys) > 0 || s.runes != "" {
		t.Errorf("answers reached the window: %v %q", s.keys, s.runes)
	}
}

// Arrows move the cursor between the ends, and Space chooses.
func TestLadderByArrows(t *testing.T) {
	l := ladder(nil)
	s := show(t, l, 600, 700)
	s.press(fyne.KeyUp, fyne.KeySpace)
	if !l.Value().Equal(assessments.AtLevel(0)) {
		t.Errorf("at the top stands %+v", l.Value())
	}
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace)
	if !l.Value().Equal(assessments.AtLevel(1)) {
		t.Errorf("one row down stands %+v", l.Value())
	}
	for range 20 {
		s.press(fyne.KeyDown)
	}
	if s.press(fyne.KeySpace); !l.Value().Equal(assessments.DontKnowValue) {
		t.Errorf("at the foot stands %+v", l.Value())
	}
	s.write("4")
	if s.press(fyne.KeyDown, fyne.KeySpace); !l.Value().Equal(assessments.AtLevel(5)) {
		t.Errorf("below 4 stands %+v", l.Value())
	}
}

// What an answer has no use for goes on to the window; showing an answer says nothing.
func TestLadderPassesOn(t *testing.T) {
	said := 0
	l := ladder(func(assessments.Value) { said++ })
	s := show(t, l, 600, 700)
	s.press(fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF1)
	s.write("7rcf+")
	if !slices.Equal(s.keys, []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF1}) || s.runes != "7rcf+" {
		t.Errorf("the window got %v and %q", s.keys, s.runes)
	}
	for _, v := range []assessments.Value{assessments.AtLevel(3), assessments.NotApplicableValue, assessments.DontKnowValue, {}} {
		if l.SetValue(v); !l.Value().Equal(v) {
			t.Errorf("%+v is shown as %+v", v, l.Value())
		}
	}
	if said > 0 {
		t.Errorf("showing an answer said so %d times", said)
	}
}

// Each kind of answer is one tab stop.
func TestOneTabStop(t *testing.T) {
	yes := widget.NewYesNo([]string{"a", "b"}, choices(2), nil, labels, false, assessments.Value{}, nil)
	grid := widget.NewGrid([]string{"a", "b"}, choices(2), []string{"0", "1", "2", "3", "4", "5"}, labels, false, assessments.Value{}, nil)
	list := widget.NewChecklist([]string{"a", "b"}, choices(2), nil, labels, false, assessments.Value{}, nil)
	all := []fyne.CanvasObject{ladder(nil), list, grid, yes, widget.NewSegmented([]string{"x", "y"}, 0, nil), widget.NewButton(widget.Next, "", "Go", "", nil), widget.NewEntry(3, "", nil)}
	s := show(t, container.NewVBox(all...), 600, 3000)
	for range 2 {
		for i, o := range all {
			s.Canvas().FocusNext()
			if s.Canvas().Focused() != o.(fyne.Focusable) {
				t.Fatalf("stop %d is %T, want %T", i, s.Canvas().Focused(), o)
			}
		}
	}
}

// Rows grow where their text wraps, so that every row shows all of its text.
func TestListRowsHoldTheirTexts(t *testing.T) {
	for _, compact := range []bool{false, true} {
		l := widget.NewLadder(choices(6), labels, compact, assessments.AtLevel(2), nil)
		c := widget.NewChecklist([]string{"a", "b", "c"}, choices(3), nil, labels, compact, assessments.Choosing("b"), nil)
		for _, o := range []widget.Flower{l, c} {
			last := float32(1e6)
			for _, width := range []float32{400, 440, 500, 600, 900} {
				h := o.HeightFor(width)
				if h > last || h <= 0 {
					t.Errorf("%T is %v high at %v, %v at less", o, h, width, last)
				}
				last = h
				show(t, o.(fyne.CanvasObject), width, h)
				inside(t, o.(fyne.CanvasObject), width, h)
			}
		}
	}
}

// inside checks that each text below o stands in a room of that size.
func inside(t testing.TB, o fyne.CanvasObject, width, height float32) {
	t.Helper()
	parts(o, fyne.Position{}, func(x fyne.CanvasObject, at fyne.Position) {
		text, ok := x.(*widget.Text)
		if !ok || text.Text() == "" {
			return
		}
		size := text.Size()
		if at.X < -1 || at.Y < -1 || at.X+size.Width > width+1 || at.Y+size.Height > height+1 || text.HeightFor(size.Width) > size.Height+1 {
			t.Errorf("%q at %v, %v large, needs %v in height, in a room of %v by %v", text.Text(), at, size, text.HeightFor(size.Width), width, height)
		}
	})
}

// A checklist behaves as a set in which an exclusive option stands alone, by keys and by taps.
func TestChecklist(t *testing.T) {
	ids := []string{"a", "b", "c", "d", "none"}
	q := &assessments.Question{Kind: assessments.Checklist}
	for _, id := range ids {
		q.Options = append(q.Options, assessments.Option{ID: id, Exclusive: id == "none"})
	}
	var said []assessments.Value
	c := widget.NewChecklist(ids, choices(5), map[string]bool{"none": true}, labels, false, assessments.Value{}, func(v assessments.Value) { said = append(said, v) })
	s := show(t, c, 600, 700)
	rapid.Check(t, func(t *rapid.T) {
		c.SetValue(assessments.Value{})
		want := assessments.Value{}
		for range rapid.IntRange(1, 12).Draw(t, "presses") {
			said = nil
			i := rapid.IntRange(0, 6).Draw(t, "row")
			switch rapid.SampledFrom([]string{"key", "tap", "space"}).Draw(t, "how") {
			case "key":
				s.write([]string{"1", "2", "3", "4", "0", "n", "?"}[i])
			case "tap":
				texts := []string{"Title A", "Title B", "Title C", "Title D", "Title E", labels.NotApplicable, labels.DontKnow}
				test.TapCanvas(s.Canvas(), whereRapid(t, c, texts[i]))
			case "space":
				for range 9 {
					s.press(fyne.KeyUp)
				}
				for range i {
					s.press(fyne.KeyDown)
				}
				s.press(fyne.KeySpace)
			}
			want = toggled(want, ids, i)
			if !c.Value().Equal(want) || len(said) != 1 || !said[0].Equal(want) {
				t.Fatalf("row %d: shows %+v, said %+v, want %+v", i, c.Value(), said, want)
			}
			if err := c.Value().Fits(q); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func whereRapid(t *rapid.T, o fyne.CanvasObject, text string) fyne.Position {
	var at fyne.Position
	parts(o, fyne.Position{}, func(x fyne.CanvasObject, p fyne.Position) {
		if w, ok := x.(*widget.Text); ok && w.Text() == text {
			at = p.AddXY(2, 2)
		}
	})
	if at.IsZero() {
		t.Fatalf("%q is not shown", text)
	}
	return at
}

// toggled is what a set does when a row is pressed: options first, then not applicable, don't know.
func toggled(v assessments.Value, ids []string, row int) assessments.Value {
	switch row {
	case len(ids):
		return assessments.NotApplicableValue
	case len(ids) + 1:
		return assessments.DontKnowValue
	}
	id := ids[row]
	if v.Has(id) {
		return assessments.Choosing(slices.DeleteFunc(slices.Clone(v.Chosen), func(x string) bool { return x == id })...)
	}
	if id == "none" {
		return assessments.Choosing("none")
	}
	return assessments.Choosing(append(slices.DeleteFunc(slices.Clone(v.Chosen), func(x string) bool { return x == "none" }), id)...)
}

// Keys that a checklist has no option for go on to the window.
func TestChecklistPassesOn(t *testing.T) {
	c := widget.NewChecklist([]string{"a", "b"}, choices(2), nil, labels, true, assessments.Value{}, nil)
	s := show(t, c, 600, 300)
	s.write("39r")
	s.press(fyne.KeyRight)
	if s.runes != "39r" || !slices.Equal(s.keys, []fyne.KeyName{fyne.KeyRight}) || c.Value().Standing != assessments.Unanswered {
		t.Errorf("the window got %q and %v, the answer is %+v", s.runes, s.keys, c.Value())
	}
}

// A grid takes an answer for each row by keys; the same again takes it back.
func TestGridByKeys(t *testing.T) {
	type said struct {
		row string
		v   assessments.Value
	}
	var got []said
	g := widget.NewGrid([]string{"a", "b", "c"}, choices(3), []string{"none", "looked at", "bought", "set up", "in use", "measured"}, labels, false,
		assessments.Value{}, func(row string, v assessments.Value) { got = append(got, said{row, v}) })
	s := show(t, g, 900, 400)
	for level := range 6 {
		if s.write(fmt.Sprint(level)); !g.Value().Rows["a"].Equal(assessments.AtLevel(level)) {
			t.Errorf("key %d gives %+v", level, g.Value())
		}
	}
	got = nil
	s.write("4")
	s.press(fyne.KeyDown)
	s.write("n")
	s.press(fyne.KeyDown, fyne.KeyDown)
	s.write("?")
	want := assessments.Value{}.WithRow("a", assessments.AtLevel(4)).WithRow("b", assessments.NotApplicableValue).WithRow("c", assessments.DontKnowValue)
	if !g.Value().Equal(want) || len(got) != 3 || got[0].row != "a" || got[2].row != "c" || !got[1].v.Equal(assessments.NotApplicableValue) {
		t.Errorf("shows %+v, said %+v", g.Value(), got)
	}
	s.write("?")
	s.press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	s.write("0")
	want = want.WithRow("c", assessments.Value{}).WithRow("a", assessments.AtLevel(0))
	if !g.Value().Equal(want) {
		t.Errorf("shows %+v, want %+v", g.Value(), want)
	}
	s.write("68")
	s.press(fyne.KeyRight, fyne.KeyReturn)
	if s.runes != "68" || len(s.keys) != 2 {
		t.Errorf("the window got %q and %v", s.runes, s.keys)
	}
}

// A tap on a stage, on N or on ? answers its row, in both layouts.
func TestGridByTaps(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		g := widget.NewGrid([]string{"a", "b"}, choices(2), []string{"0", "1", "2", "3", "4", "5"}, labels, narrow, assessments.Value{}, nil)
		s := show(t, g, 700, g.HeightFor(700))
		spots := map[string][]fyne.Position{}
		parts(g, fyne.Position{}, func(x fyne.CanvasObject, at fyne.Position) {
			if w, ok := x.(*widget.Text); ok && (len(w.Text()) == 1) && at.Y > 30 {
				spots[w.Text()] = append(spots[w.Text()], at.AddXY(w.Size().Width/2, w.Size().Height/2))
			}
		})
		for key, want := range map[string]assessments.Value{"0": assessments.AtLevel(0), "3": assessments.AtLevel(3), "5": assessments.AtLevel(5),
			"N": assessments.NotApplicableValue, "?": assessments.DontKnowValue} {
			if len(spots[key]) != 2 {
				t.Fatalf("narrow %v: %d places for %s", narrow, len(spots[key]), key)
			}
			for i, row := range []string{"a", "b"} {
				if test.TapCanvas(s.Canvas(), spots[key][i]); !g.Value().Rows[row].Equal(want) {
					t.Errorf("narrow %v: a tap on %s of row %s gives %+v", narrow, key, row, g.Value().Rows[row])
				}
			}
		}
	}
}

// Yes/no rows are answered by s or y, n and ?; rows that follow from other answers are passed by.
func TestYesNo(t *testing.T) {
	var last string
	g := widget.NewYesNo([]string{"a", "b", "c", "d"}, choices(4), map[string]string{"a": "follows from question 2", "c": "follows"}, labels, false, assessments.Value{},
		func(row string, _ assessments.Value) { last = row })
	s := show(t, g, 800, 500)
	for key, want := range map[string]assessments.Value{"s": assessments.Saying(true), "Y": assessments.Saying(true), "1": assessments.Saying(true), "n": assessments.Saying(false),
		"0": assessments.Saying(false), "?": assessments.DontKnowValue} {
		g.SetValue(assessments.Value{})
		if s.write(key); last != "b" || !g.Value().Rows["b"].Equal(want) {
			t.Errorf("%s says %+v to %s", key, g.Value().Rows["b"], last)
		}
	}
	s.press(fyne.KeyDown)
	if s.write("s"); last != "d" || !g.Value().Rows["d"].Equal(assessments.Saying(true)) {
		t.Errorf("below b comes %s: %+v", last, g.Value())
	}
	s.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if s.write("n"); last != "b" {
		t.Errorf("above d comes %s", last)
	}
	g.SetValue(assessments.Value{})
	for _, text := range []string{"Yes", "No"} {
		s.tap(t, text)
		if want := assessments.Saying(text == "Yes"); !g.Value().Rows["b"].Equal(want) {
			t.Errorf("a tap on %s gives %+v", text, g.Value().Rows)
		}
	}
	where(t, g, "follows from question 2")
	if len(g.Value().Rows) != 1 {
		t.Errorf("answers %+v", g.Value().Rows)
	}
}

// Where everything follows from other answers there is nothing to answer, and nothing breaks.
func TestYesNoWithNothingToAsk(t *testing.T) {
	g := widget.NewYesNo([]string{"a"}, choices(1), map[string]string{"a": "follows"}, labels, true, assessments.Value{}, nil)
	s := show(t, g, 500, 200)
	s.press(fyne.KeyDown, fyne.KeyUp)
	s.write("sn?")
	test.TapCanvas(s.Canvas(), fyne.NewPos(480, 30))
	if g.Value().Standing != assessments.Unanswered {
		t.Errorf("answers %+v", g.Value())
	}
}
