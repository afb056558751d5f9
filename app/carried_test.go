package app_test

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/assessments"
)

// secondRound is the sample firm in a second round that was begun from its answers.
func secondRound(t *testing.T, lang string, size fyne.Size, percent int) *program {
	t.Helper()
	p := start(t, t.TempDir(), lang, size)
	p.Look(func(l *screen.Look) { l.Percent = percent })
	p.Sample(true)
	if err := p.session.StartRound(true); err != nil {
		t.Fatal(err)
	}
	return p
}

// An answer taken from the round before is marked where it is asked; V and the button confirm it,
// answering it anew does too, and until then no count calls it done.
func TestCarriedInTheInterview(t *testing.T) {
	p := secondRound(t, "es", wide, 100)
	w := p.session.Words
	mark := w.T("rounds.carried.mark")
	var ladders []string
	for _, id := range p.session.Unconfirmed() {
		if q := p.session.Pack.Model.Question(id); q.Kind == assessments.Ladder && p.session.Pack.Model.Number(id) > 0 && p.session.Own()[id].Value.Standing == assessments.Given {
			ladders = append(ladders, id)
		}
	}
	held := func(id string) bool { return !slices.Contains(p.session.Unconfirmed(), id) }
	before := p.session.Own()[ladders[0]].Value
	p.Go(screen.Route{Page: screen.Interview, ID: ladders[0]})
	area := p.session.Pack.Model.Question(ladders[0]).Dimension
	n := 0
	for _, id := range p.session.Unconfirmed() {
		if q := p.session.Pack.Model.Question(id); q.Dimension == area && p.session.Pack.Model.Number(id) > 0 {
			n++
		}
	}
	if !p.says(mark) || !p.says(w.N("rounds.carried.rail", n)) {
		t.Fatalf("the question says %q", p.texts())
	}
	p.write("v")
	if !held(ladders[0]) || !p.session.Own()[ladders[0]].Value.Equal(before) || p.says(mark) || !p.says(w.N("rounds.carried.rail", n-1)) {
		t.Fatalf("V: confirmed %v, %q", held(ladders[0]), p.texts())
	}
	p.Go(screen.Route{Page: screen.Interview, ID: ladders[1]})
	p.push("rounds.carried.same")
	if !held(ladders[1]) || p.window.Canvas().Focused() == nil {
		t.Errorf("the button confirms %v, the focus is on %v", held(ladders[1]), p.window.Canvas().Focused())
	}
	p.Go(screen.Route{Page: screen.Interview, ID: ladders[2]})
	p.write(strconv.Itoa(p.session.Own()[ladders[2]].Value.Level)) // the same once more
	if !held(ladders[2]) || p.says(mark) {
		t.Error("the answer given again is still to be confirmed")
	}
	p.settle()
	p.again("es")
	for _, id := range ladders[:3] {
		if !held(id) {
			t.Errorf("the next start finds %s to be confirmed", id)
		}
	}
	carried := len(p.session.Unconfirmed())
	p.Go(screen.Route{Page: screen.Interview, ID: screen.IndexPage})
	p.write("v")
	for _, id := range p.session.Unconfirmed() {
		if p.session.Pack.Model.Number(id) == 0 {
			t.Errorf("the condition %s is not confirmed", id)
		}
	}
	if len(p.session.Unconfirmed()) >= carried {
		t.Error("no condition was carried")
	}
}

// Home leads to the list of what is to be confirmed; there V confirms one after the other.
func TestCarriedInTheList(t *testing.T) {
	p := secondRound(t, "en", wide, 100)
	w := p.session.Words
	questions := func() (n int) {
		for _, id := range p.session.Unconfirmed() {
			if p.session.Pack.Model.Number(id) > 0 {
				n++
			}
		}
		return n
	}
	n := questions()
	p.Go(screen.Route{Page: screen.Home})
	if !p.says(w.N("home.carried", n)) && !p.says(w.N("home.carried.more", n)) {
		t.Fatalf("home says %q", p.texts())
	}
	done := 0
	for _, q := range p.session.Pack.Model.Asked() {
		if p.session.Own()[q.ID].Value.Standing != assessments.Unanswered && !slices.Contains(p.session.Unconfirmed(), q.ID) {
			done++
		}
	}
	if count := strconv.Itoa(done) + "/" + strconv.Itoa(len(p.session.Pack.Model.Asked())); done >= n || !slices.Contains(p.texts(), count) {
		t.Errorf("the sidebar does not say %s: %q", count, p.texts())
	}
	p.Go(screen.Route{Page: screen.Questions, ID: screen.CarriedFilter})
	if got := len(p.named(w.T("rounds.carried.name", "n", p.session.Pack.Model.Number(p.session.Unconfirmed()[0])))); got != 1 || !p.says(w.T("rounds.carried.keys")) {
		t.Fatalf("%d marks of the first: %q", got, p.texts())
	}
	first := p.session.Unconfirmed()[0]
	p.write("vv")
	if slices.Contains(p.session.Unconfirmed(), first) || questions() != n-1 {
		t.Fatalf("%d of %d are left", questions(), n)
	}
	for range n - 1 {
		p.write("v")
	}
	if questions() != 0 || p.says(w.T("rounds.carried.mark")) {
		t.Errorf("%d are left", questions())
	}
}

// The marks stand whole in every window.
func TestCarriedIsWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range rooms {
			p := secondRound(t, lang, room.size, room.percent)
			for _, r := range []screen.Route{{Page: screen.Home}, {Page: screen.Questions}, {Page: screen.Rounds}, {Page: screen.Interview, ID: "data.backup"}, {Page: screen.Interview, ID: screen.IndexPage}, {Page: screen.Help}} {
				p.Go(r)
				for _, f := range p.faults() {
					t.Errorf("%s %v %d %s: %s", lang, room.size, room.percent, r.Page, f)
				}
			}
		}
	}
}
