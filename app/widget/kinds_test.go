package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
)

// Rows of plans are already, planned, both or neither; a tick taken back is no answer.
func TestPlans(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		said := 0
		g := widget.NewPlans([]string{"a", "b"}, choices(2), labels, narrow, assessments.Value{}, func(string, assessments.Value) { said++ })
		s := show(t, g, 900, g.HeightFor(900))
		for _, c := range []struct {
			key  string
			want assessments.Value
		}{{"1", assessments.AtLevel(2)}, {"2", assessments.AtLevel(3)}, {"1", assessments.AtLevel(1)}, {"2", assessments.Value{}}, {"0", assessments.AtLevel(0)},
			{"n", assessments.NotApplicableValue}, {"1", assessments.AtLevel(2)}, {"?", assessments.DontKnowValue}} {
			before := said
			if s.write(c.key); !g.Value().Rows["a"].Equal(c.want) || said != before+1 {
				t.Errorf("narrow %v: %s gives %+v, want %+v", narrow, c.key, g.Value().Rows["a"], c.want)
			}
		}
		s.press(fyne.KeyDown)
		s.write("2")
		if !g.Value().Rows["b"].Equal(assessments.AtLevel(1)) {
			t.Errorf("narrow %v: the second row is %+v", narrow, g.Value().Rows["b"])
		}
		g.SetValue(assessments.Value{})
		for text, want := range map[string]int{labels.Already: 2, labels.Neither: 0} {
			if s.tap(t, text); !g.Value().Rows["a"].Equal(assessments.AtLevel(want)) {
				t.Errorf("narrow %v: a tap on %s gives %+v", narrow, text, g.Value().Rows["a"])
			}
		}
		if s.write("5"); s.runes != "5" {
			t.Errorf("narrow %v: the window got %q", narrow, s.runes)
		}
	}
}

// No, partly and yes are 0, 1 and 2; yes and no are 1 and 0.
func TestPartlyAndYes(t *testing.T) {
	var got assessments.Value
	changed := func(v assessments.Value) { got = v }
	for _, c := range []struct {
		l    *widget.Ladder
		keys map[string]assessments.Value
	}{
		{widget.NewPartly(labels, assessments.Value{}, changed), map[string]assessments.Value{"0": assessments.AtLevel(0), "1": assessments.AtLevel(1), "2": assessments.AtLevel(2), "n": assessments.NotApplicableValue}},
		{widget.NewYes(labels, assessments.Value{}, changed), map[string]assessments.Value{"1": assessments.Saying(true), "0": assessments.Saying(false), "?": assessments.DontKnowValue}},
	} {
		s := show(t, c.l, 600, 400)
		for key, want := range c.keys {
			if s.write(key); !got.Equal(want) || !c.l.Value().Equal(want) {
				t.Errorf("key %s gives %+v", key, got)
			}
		}
		if s.tap(t, labels.Yes); got.Standing != assessments.Given || !got.Yes && got.Level != 2 {
			t.Errorf("a tap on yes gives %+v", got)
		}
	}
}

// A number is typed; what is no answer stays on screen with its reason, and the answer before
// stays as it was.
func TestNumber(t *testing.T) {
	var got []assessments.Value
	n := widget.NewNumber(widget.NumberParams{Unit: "%", Decimal: ",", Words: labels, Text: func(v assessments.Value) string { return v.Rat().RatString() },
		OnChanged: func(v assessments.Value) { got = append(got, v) },
		Check: func(text string) (assessments.Value, string, string, string) {
			v, err := assessments.Counting(text)
			if err != nil || v.Level > 100 {
				return v, "", "", "at most 100"
			}
			return v, "Band", "what it means", ""
		}})
	s := show(t, n, 600, 300)
	if s.write("82"); !n.Value().Equal(assessments.AtLevel(82)) || len(got) != 2 {
		t.Errorf("82 gives %+v after %v", n.Value(), got)
	}
	where(t, n, "82")
	if s.write("5"); !n.Value().Equal(assessments.AtLevel(82)) || len(got) != 2 {
		t.Errorf("825 gives %+v", n.Value())
	}
	where(t, n, "825")
	where(t, n, "at most 100")
	s.press(fyne.KeyBackspace)
	half, _ := assessments.Counting("82.5")
	if s.write(".5"); !n.Value().Equal(half) {
		t.Errorf("82,5 gives %+v", n.Value())
	}
	where(t, n, "82,5")
	s.press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if n.Value().Standing != assessments.Unanswered {
		t.Errorf("nothing typed is %+v", n.Value())
	}
	if s.write("?"); n.Value().Standing != assessments.DontKnow {
		t.Errorf("? gives %+v", n.Value())
	}
	if s.tap(t, labels.NotApplicable); n.Value().Standing != assessments.NotApplicable {
		t.Errorf("a tap on the left half gives %+v", n.Value())
	}
	if s.write("x"); s.runes != "x" {
		t.Errorf("the window got %q", s.runes)
	}
}
