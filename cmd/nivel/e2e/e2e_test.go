//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/texts"
)

const (
	spanish = "es_ES.UTF-8"
	british = "en_GB.UTF-8"
)

// firm is what is typed into the profile.
var firm = assessments.Company{Name: "Ebanistería Muñoz", Place: "Yecla, Región de Murcia", NACE: "10", People: 14, Contact: "Begoña"}

// built is the content and the words that the program was built with.
type built struct {
	library *content.Library
	model   *assessments.Model // what the quick path asks
	words   map[string]*texts.Words
}

// contents reads them as the program does.
func contents() *built {
	library := shipped.Library()
	return &built{library: library, model: library.Pack("industry40").Model.For(assessments.Scope{Path: "quick"}), words: shipped.Words()}
}

// seed is the run's, from NIVEL_E2E_SEED or the clock.
func seed(t *testing.T) *rand.Rand {
	t.Helper()
	n := uint64(time.Now().UnixNano()) % 1_000_000
	if text := os.Getenv("NIVEL_E2E_SEED"); text != "" {
		var err error
		if n, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatalf("NIVEL_E2E_SEED: %v", err)
		}
	}
	t.Logf("the answers are those of NIVEL_E2E_SEED=%d", n)
	return rand.New(rand.NewPCG(n, 1))
}

// journey is one firm's way through the program.
type journey struct {
	*built
	t       *testing.T
	d       *display
	p       *program
	data    string
	pressed assessments.Answers
}

// TestFirm goes the whole way in Spanish by keyboard alone, with a power cut in the middle.
func TestFirm(t *testing.T) {
	b, r := contents(), seed(t)
	j := &journey{built: b, t: t, d: startX(t), data: filepath.Join(t.TempDir(), "datos"), pressed: assessments.Answers{}}
	j.p = j.d.start(spanish, j.data)
	j.p.titled("Nivel")
	j.d.still("home")
	j.profile()

	steps := plan(b.model, r)
	half := 8 // the ninth question
	j.p.press("ctrl+2")
	j.p.at(b.model.Questions[0].ID)
	for i := range steps[:half] {
		j.question(&steps[i])
		j.p.press("Right")
		j.p.at(b.model.Questions[i+1].ID)
	}
	j.cut(&steps[half])
	for i := range steps[half:] {
		s := &steps[half+i]
		j.question(s)
		j.p.press("Right")
		if n := b.model.Number(s.id); n < len(b.model.Questions) {
			j.p.at(b.model.Questions[n].ID)
		}
	}
	j.index(r)
	j.results()

	path := filepath.Join(t.TempDir(), "informe de Muñoz.pdf")
	j.report(path)
	j.p.quit()
	k, err := read(t, j.data, true)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, k.answers, j.pressed)
	j.pdf(path, "es", k.company)
}

// profile fills in the firm, field after field by Tab; the trade by its list.
func (j *journey) profile() {
	p := j.p
	p.press("ctrl+8")
	p.write(firm.Name)
	p.press("Tab")
	p.write(firm.Place)
	p.press("Tab", "space", "Down", "Down", "Down", "Return", "Tab")
	p.write(strconv.Itoa(firm.People))
	p.press("Tab")
	p.write(firm.Contact)
	p.saved("the profile", func(k *kept) (bool, string) {
		got := k.company
		got.ID, got.CreatedAt = "", time.Time{}
		return got.Same(firm), fmt.Sprintf("%+v", got)
	})
	j.d.keep("profile", j.d.take())
}

// question answers one question and waits until all of it is saved.
func (j *journey) question(s *press) {
	j.t.Helper()
	p := j.p
	if len(s.keys) > 0 {
		p.press(s.keys...)
	}
	for range s.relevance {
		p.press("r")
	}
	if s.note != "" {
		p.press("c")
		p.write(s.note)
		j.d.keep("note", j.d.take())
		p.press("Escape")
	}
	if s.flag {
		p.press("f")
	}
	p.answered(s.id, s.answer())
	j.pressed[s.id] = s.answer()
	q := j.model.Question(s.id)
	if q.Kind != assessments.Ladder || s.note != "" || s.flag || j.model.Number(s.id) == 1 {
		j.d.still(s.id)
	}
}

// cut answers a question, kills the program as soon as the answer is saved, starts it again and
// goes on: at the same question, with nothing lost.
func (j *journey) cut(s *press) {
	j.t.Helper()
	j.p.press(s.keys...)
	j.p.answered(s.id, assessments.Answer{Value: s.value})
	j.p.kill()
	j.pressed[s.id] = assessments.Answer{Value: s.value}
	j.whole(s.id, true)

	j.p = j.d.start(spanish, j.data)
	j.p.titled(firm.Name + " – Nivel")
	j.whole(s.id, false)
	home := j.d.still("home-again")
	j.p.press("Return")
	j.d.after(home, "same-question")
	j.whole(s.id, false)
	// What is pressed now must fall on the same question.
	j.p.press("f")
	j.p.answered(s.id, assessments.Answer{Value: s.value, Flag: true})
	j.p.press("f")
	j.p.answered(s.id, assessments.Answer{Value: s.value})
	s.keys = nil
}

// whole wants the data folder to hold the firm, the place and all that was pressed.
func (j *journey) whole(position string, dead bool) {
	j.t.Helper()
	var k *kept
	eventually(j.t, "the data folder can be read", func() (bool, string) {
		var err error
		k, err = read(j.t, j.data, dead)
		return err == nil, fmt.Sprint(err)
	})
	if k.assessment.Position != position {
		j.t.Errorf("the place is %q instead of %q", k.assessment.Position, position)
	}
	if k.company.Name != firm.Name {
		j.t.Errorf("the firm is %q", k.company.Name)
	}
	compare(j.t, k.answers, j.pressed)
}

// index answers the page of yes/no rows, which the last Right has opened.
func (j *journey) index(r *rand.Rand) {
	j.t.Helper()
	keys, want := index(j.model, j.pressed, r)
	j.p.at("index")
	j.d.still("index")
	if len(keys) > 0 {
		j.p.press(keys...)
	}
	for id, a := range want {
		j.p.answered(id, a)
	}
	j.d.still("index-answered")
	maps.Copy(j.pressed, want)
}

// results turns the pages between the questions and the report.
func (j *journey) results() {
	last := j.d.take()
	for _, page := range []struct{ key, name string }{{"ctrl+3", "results"}, {"ctrl+4", "steps"}, {"ctrl+6", "practices"}, {"ctrl+1", "home-done"}} {
		j.p.press(page.key)
		last = j.look(page.name, j.d.after(last, page.name))
	}
}

// look keeps pictures of what is further down a page, for people, and returns the last one.
func (j *journey) look(name string, top picture) picture {
	if os.Getenv("NIVEL_E2E_LOOK") == "" {
		return top
	}
	for last := top; ; last = top {
		j.p.press("Next")
		time.Sleep(300 * time.Millisecond) // at the end nothing moves, so there is nothing to wait for
		if top = j.d.still(name + "-down"); top.equal(last) {
			return top
		}
	}
}

// report saves the PDF under a path that is typed over the one proposed.
func (j *journey) report(path string) {
	last := j.d.take()
	j.p.press("ctrl+7")
	j.d.after(last, "report")
	j.p.save(path)
	j.d.still("report-saved")
}

// save goes back from the button to the path, writes another one and presses the button.
func (p *program) save(path string) {
	p.t.Helper()
	p.press("shift+Tab", "shift+Tab", "ctrl+a")
	p.write(path)
	p.d.keep("path", p.d.take())
	p.press("Tab", "Tab", "Return")
	eventually(p.t, "the report is saved as "+path, func() (bool, string) {
		_, err := os.Stat(path)
		return err == nil, fmt.Sprint(err)
	})
}
