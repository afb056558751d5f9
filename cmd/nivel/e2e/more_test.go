//go:build e2e

package e2e

import (
	"image"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/figure"
)

// TestAhead types the whole quick path without waiting for anything: no key may be lost, though
// pages come up more slowly than keys.
func TestAhead(t *testing.T) {
	b := contents()
	d, want := startX(t), assessments.Answers{}
	p := d.start(spanish, filepath.Join(t.TempDir(), "datos"))
	keys := []string{"ctrl+2"}
	for i := range b.model.Questions {
		q := &b.model.Questions[i]
		pressed, value := blind(q, i)
		keys = append(append(append(keys, "r"), pressed...), "f", "Right")
		want[q.ID] = assessments.Answer{Value: value, Relevance: assessments.RelevanceNone, Flag: true}
	}
	p.press(keys...)
	p.at("index")
	for id, a := range want {
		p.answered(id, a)
	}
	p.quit()
}

// blind is an answer to a question of any kind that needs no look at the page: of rows, the first.
func blind(q *assessments.Question, i int) (keys []string, value assessments.Value) {
	level := i % max(2, q.Steps())
	key, value := strconv.Itoa(level), assessments.AtLevel(level)
	switch q.Kind {
	case assessments.Checklist:
		return []string{"1"}, assessments.Choosing(q.Options[0].ID)
	case assessments.YesNo:
		return []string{"1"}, assessments.Saying(true)
	case assessments.Plans:
		return []string{"1", "2"}, assessments.Value{}.WithRow(q.Rows[0].ID, assessments.AtLevel(3))
	case assessments.Grid:
		value = assessments.Value{}.WithRow(q.Rows[0].ID, value)
	case assessments.Number:
		return []string{"4", "2"}, assessments.AtLevel(42)
	}
	return []string{key}, value
}

// TestEnglish starts in English with the mouse and changes the language at run time.
func TestEnglish(t *testing.T) {
	b := contents()
	j := &journey{built: b, t: t, d: startX(t), data: filepath.Join(t.TempDir(), "data"), pressed: assessments.Answers{}}
	j.p = j.d.start(british, j.data)
	p, first := j.p, b.model.Questions[0].ID
	home := j.d.still("home")
	start := home.filled(pixel(t, figure.Light[figure.Pencil]))
	if start.Dx() < 60 || start.Dy() < 30 {
		t.Fatalf("there is no orange button to start with: %v", start)
	}
	p.clickIn(start)
	p.at(first)

	// The cursor's way down to row 3 shows where that row is.
	before := j.d.after(home, "question")
	p.press("Down", "Down", "Down")
	moved := j.d.after(before, "row-3")
	p.press("Up", "Up", "Up")
	ring := moved.differing(before)
	p.click(ring.Min.X+ring.Dx()/2, ring.Max.Y-20)
	answer := assessments.Answer{Value: assessments.AtLevel(3)}
	p.answered(first, answer)
	j.pressed[first] = answer
	answered := j.d.still("clicked")

	p.press("ctrl+0")
	settings := j.d.after(answered, "settings")
	j.switchTo("es")
	switched := j.d.after(settings, "ajustes")
	p.press("ctrl+7")
	j.d.after(switched, "informe")
	path := filepath.Join(t.TempDir(), "informe.pdf")
	p.save(path)
	j.only(path, "es", "en")

	k, err := read(t, j.data, false)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, k.answers, j.pressed)
	p.quit()
	// The choice outlives the start, whatever the system speaks.
	j.p = j.d.start(british, j.data)
	j.d.still("spanish-again")
	again := filepath.Join(t.TempDir(), "informe2.pdf")
	j.p.press("ctrl+7")
	j.d.still("informe-again")
	j.p.save(again)
	j.only(again, "es", "en")
	j.p.quit()
}

func (p *program) clickIn(r image.Rectangle) { p.click((r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2) }

// switchTo goes through the settings page by Tab until the arrow changes the language.
func (j *journey) switchTo(lang string) {
	j.t.Helper()
	for range 25 {
		j.p.press("Tab", "Left")
		for end := time.Now().Add(300 * time.Millisecond); time.Now().Before(end); time.Sleep(pause) {
			if k, err := read(j.t, j.data, false); err == nil && k.language == lang {
				return
			}
		}
	}
	j.t.Fatalf("no control of the settings page changes the language to %s", lang)
}

// only wants a report in one language and not in the other.
func (j *journey) only(path, lang, other string) {
	j.t.Helper()
	text := plain(j.t, path)
	for _, key := range []string{"report.kicker", "report.areas.title", "steps.title"} {
		if want := j.words[lang].T(key); !strings.Contains(text, want) {
			j.t.Errorf("the report in %s lacks %q: %s", lang, want, text)
		}
		if not := j.words[other].T(key); strings.Contains(text, not) {
			j.t.Errorf("the report in %s says %q", lang, not)
		}
	}
}
