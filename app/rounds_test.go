package app_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/app/screen/why"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/scoring"
)

// The parts that the page shows add up to the value it explains, of the firm and of each area.
func TestWhyAddsUp(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	r := p.session.Result()
	hundredths := func(v *big.Rat) int64 { return int64(scoring.Round(new(big.Rat).Mul(v, big.NewRat(100, 1)))) }
	sum := func(parts []int64) (n int64) {
		for _, x := range parts {
			n += x
		}
		return n
	}
	parts, total := why.Overall(r)
	if total != hundredths(r.Overall.Value) || sum(parts) != total {
		t.Errorf("the areas add up to %d, the firm is at %d", total, hundredths(r.Overall.Value))
	}
	p.Go(screen.Route{Page: screen.Why})
	for _, n := range append(parts, total) {
		if said := p.session.Words.Hundredths(int(n)); !slices.Contains(p.texts(), said) {
			t.Errorf("the page does not say %s", said)
		}
	}
	for _, d := range r.Dimensions {
		parts, total := why.Area(&p.session.Pack.Model, p.session.Answers, d.ID)
		if total != hundredths(d.Value) || sum(parts) != total {
			t.Errorf("%s: the answers add up to %d, the area is at %d", d.ID, total, hundredths(d.Value))
		}
	}
}

// reached is the focused widget after so many tabs at most that want accepts.
func (p *program) reached(want func(fyne.Focusable) bool) fyne.Focusable {
	p.window.Canvas().Unfocus()
	for range 80 {
		p.press(fyne.KeyTab)
		if f := p.window.Canvas().Focused(); f != nil && want(f) {
			return f
		}
	}
	p.t.Fatal("not reached by Tab")
	return nil
}

// A target is changed by keys where it stands, kept over a restart, and taken back.
func TestTargetByKey(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	p.Go(screen.Route{Page: screen.Results})
	d := p.session.Result().Dimensions[0]
	name := p.session.Pack.Words["es"].Dimensions[d.ID].Name
	label := func(level int) string { return p.session.Words.T("target.name", "area", name, "level", level) }
	is := func(level int) func(fyne.Focusable) bool {
		return func(f fyne.Focusable) bool {
			a, ok := f.(interface{ AccessibilityLabel() string })
			return ok && a.AccessibilityLabel() == label(level)
		}
	}
	p.reached(is(d.Target))
	p.write("+")
	if got := p.session.Result().Dimensions[0].Target; got != d.Target+1 || !is(got)(p.window.Canvas().Focused()) {
		t.Fatalf("the target is %d after %d, the focus is on %v", got, d.Target, p.window.Canvas().Focused())
	}
	p.settle()
	p.again("es")
	if got := p.session.Assessment.Targets[d.ID]; got != d.Target+1 {
		t.Fatalf("the next start finds %d", got)
	}
	p.Go(screen.Route{Page: screen.Results})
	p.reached(is(d.Target + 1))
	p.press(fyne.KeyDelete)
	if _, own := p.session.Assessment.Targets[d.ID]; own {
		t.Error("Delete does not return to the suggested one")
	}
	for range 9 {
		p.write("+")
	}
	if got := p.session.Result().Dimensions[0].Target; got != assessments.Top {
		t.Errorf("nine times more is %d", got)
	}
}

// The target of one question is changed where the question is explained; gaps and the steps named
// there follow, and Delete returns to the area's, which is said to be the area's.
func TestTargetOfAQuestion(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w := p.session.Words
	gap := p.session.Advice().Gaps[0]
	p.Go(screen.Route{Page: screen.Why, ID: gap.Dimension})
	text := p.session.Pack.Words["es"].Questions[gap.Question].Text
	is := func(level int) func(fyne.Focusable) bool {
		return func(f fyne.Focusable) bool {
			a, ok := f.(interface{ AccessibilityLabel() string })
			return ok && a.AccessibilityLabel() == w.T("target.name", "area", text, "level", level)
		}
	}
	p.reached(is(gap.Target))
	p.write("+")
	if got := p.session.Assessment.Targets[gap.Question]; got != gap.Target+1 || !is(got)(p.window.Canvas().Focused()) || !p.says(w.T("target.own.short", "level", got)) {
		t.Fatalf("the target is %d after %d: %q", got, gap.Target, p.texts())
	}
	distance := func() *big.Rat {
		for _, g := range p.session.Advice().Gaps {
			if g.Question == gap.Question {
				return g.Distance
			}
		}
		return new(big.Rat)
	}
	if want := new(big.Rat).Add(gap.Distance, big.NewRat(1, 1)); distance().Cmp(want) != 0 || !p.says(w.T("target.away", "value", w.Score(want))) {
		t.Errorf("the steps see a distance of %v, not %v", distance(), want)
	}
	p.settle()
	p.again("es")
	p.Go(screen.Route{Page: screen.Why, ID: gap.Dimension})
	p.reached(is(gap.Target + 1))
	for range 5 {
		p.write("-")
	}
	var named []string
	for _, o := range p.session.Advice().Next {
		named = append(named, screen.ActionTitle(p.session, o.Action.ID))
	}
	if distance().Sign() != 0 || !p.says(w.T("target.reached")) || !p.says(strings.Join(named, " · ")) {
		t.Errorf("with the target at 1 a distance of %v is left: %q", distance(), p.texts())
	}
	p.press(fyne.KeyDelete)
	if _, own := p.session.Assessment.Targets[gap.Question]; own || distance().Cmp(gap.Distance) != 0 || !p.says(w.T("target.suggested.short", "level", gap.Target)) {
		t.Error("Delete does not return to the area's")
	}
	p.handle("target.name", "area", text, "level", gap.Target)
	test.Tap(p.buttons(w.Level(p.session.Pack.Words["es"], 5))[0])
	if p.session.Assessment.Targets[gap.Question] != 5 {
		t.Error("the choice over the side keeps nothing")
	}
}

// Weights of its own stamp the assessment, are said beside the score and in the report, and go back.
func TestVariant(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w := p.session.Words
	before := p.session.Result().Overall.Value
	p.Go(screen.Route{Page: screen.Results})
	p.push("weights.open")
	p.entries()[0].SetText("mucho")
	p.push("weights.apply")
	if p.session.Variant() || !p.says(w.T("fault.weight-notnumber", "text", "mucho")) || p.entries()[0].Text != "mucho" {
		t.Fatalf("no number is not refused: %q", p.texts())
	}
	p.entries()[0].SetText("3")
	p.push("weights.apply")
	if !p.session.Variant() || p.session.Result().Overall.Value.Cmp(before) == 0 || !p.says(w.T("weights.variant")) {
		t.Fatal("no variant")
	}
	if r, err := p.session.Report("es", 0, false); err != nil || !strings.HasSuffix(r.Line, w.T("weights.report")) {
		t.Errorf("the report says %q (%v)", r.Line, err)
	}
	p.settle()
	p.again("es")
	if a := p.session.Assessment; a.Weights != assessments.Variant || len(a.WeightOverrides) != 1 {
		t.Fatalf("the next start finds %q %v", a.Weights, a.WeightOverrides)
	}
	p.Go(screen.Route{Page: screen.Results})
	p.push("weights.open")
	p.push("weights.standard")
	if p.session.Variant() || p.session.Result().Overall.Value.Cmp(before) != 0 {
		t.Error("not standard again")
	}
}

// A second round begins from the answers, marked until confirmed, and is compared with the first; a
// due date stands on the home screen.
func TestSecondRound(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.Sample(true)
	w, first := p.session.Words, p.session.Assessment.ID
	p.Go(screen.Route{Page: screen.Rounds})
	n := len(p.session.Answers)
	p.push("rounds.start", "name", "T1")
	if p.session.Assessment.ID == first || p.session.Assessment.Round != 1 || len(p.session.Answers) != n {
		t.Fatalf("round %d with %d of %d answers", p.session.Assessment.Round, len(p.session.Answers), n)
	}
	carried := len(p.session.Carried())
	p.push("rounds.carried.same")
	if got := len(p.session.Carried()); carried == 0 || got != carried-1 {
		t.Errorf("%d of %d are still to be confirmed", got, carried)
	}
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(5)})
	p.settle()
	p.again("es")
	if got := len(p.session.Carried()); got == 0 || got >= carried {
		t.Errorf("the next start finds %d to be confirmed", got)
	}
	p.Go(screen.Route{Page: screen.Rounds})
	if !p.says(w.T("rounds.far.same")) || !p.says(w.T("rounds.rose")) || !p.says(library().Models[0].Words["es"].Questions["data.backup"].Text) {
		t.Errorf("the comparison says %q", p.texts())
	}
	for _, f := range p.faults() {
		t.Error(f)
	}
	if !p.says(w.T("rounds.beside")) {
		t.Error("the check-ups do not stand beside each other")
	}
	name, before := p.session.Before()
	p.Go(screen.Route{Page: screen.Results})
	if name != "T0" || before == nil || !strings.Contains(strings.Join(p.texts(), "\n"), w.T("results.before", "name", name, "value", w.Score(before.Value))) {
		t.Errorf("the result does not say where it stood before: %q, %q", name, p.texts())
	}
	p.Go(screen.Route{Page: screen.Rounds})
	// The dates.
	field := p.entries()[0]
	field.SetText("2020-01-01")
	p.push("rounds.next.keep")
	if p.session.Assessment.NextAt != "" || !p.says(w.T("fault.next-past", "date", "2020-01-01")) {
		t.Errorf("a day that is past is taken: %q", p.texts())
	}
	field.SetText(p.session.Today())
	p.push("rounds.next.keep")
	p.Go(screen.Route{Page: screen.Home})
	if !p.says(w.T("rounds.due")) {
		t.Error("home does not say that it is due")
	}
	p.settle()
	p.again("es")
	if p.session.Assessment.NextAt != p.session.Today() {
		t.Errorf("the next start finds %q", p.session.Assessment.NextAt)
	}
	// Blank.
	p.Go(screen.Route{Page: screen.Rounds})
	p.each(func(o object) {
		if s, ok := o.CanvasObject.(*widget.Segmented); ok {
			s.Select(1)
		}
	})
	test.Tap(p.buttons(w.T("rounds.start", "name", "T2"))[0])
	if p.session.Assessment.Round != 2 || len(p.session.Answers) != 0 {
		t.Errorf("round %d begins with %d answers", p.session.Assessment.Round, len(p.session.Answers))
	}
}

// The comparison stands whole in small windows with large texts too.
func TestRoundsAreWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			p := start(t, t.TempDir(), lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.Sample(true)
			if err := p.session.StartRound(true); err != nil {
				t.Fatal(err)
			}
			p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(5)})
			p.Go(screen.Route{Page: screen.Rounds})
			for _, f := range p.faults() {
				t.Errorf("%s at %v, %d %%: %s", lang, room.size, room.percent, f)
			}
			p.Go(screen.Route{Page: screen.Results})
			p.push("weights.open")
			for _, f := range p.faults() {
				t.Errorf("weights, %s at %v, %d %%: %s", lang, room.size, room.percent, f)
			}
		}
	}
}
