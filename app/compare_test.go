package app_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/cohort"
)

// room switches the comparison to what may be shown to others.
func (p *program) room() {
	p.each(func(o object) {
		if s, ok := o.CanvasObject.(*widget.Segmented); ok && s.Options[1] == p.session.Words.T("compare.room") {
			p.window.Canvas().Focus(s)
		}
	})
	p.press(fyne.KeyRight)
}

// picked are firms with a result that have consented to be shown, or not, picked in the list.
func (p *program) compare(n int, wall bool) (names []string) {
	p.t.Helper()
	firms, err := p.session.Firms(p.t.Context(), nil)()
	if err != nil {
		p.t.Fatal(err)
	}
	ids := ""
	for _, f := range firms {
		if f.Overall.Shown() && f.Wall == wall && len(names) < n {
			names, ids = append(names, f.Company.Name), ids+"|"+f.Company.ID
		}
	}
	if len(names) < n {
		p.t.Fatalf("%d firms with consent %v", len(names), wall)
	}
	p.Go(screen.Route{Page: screen.Compare, ID: ids[1:]})
	return names
}

// At the desk firms stand with their names; in a room by aliases alone, and only those that agreed.
func TestCompare(t *testing.T) {
	p := advise(t, "es", wide, 60)
	w := p.session.Words
	p.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	p.push("firms.compare")
	if p.Route().Page != screen.Compare {
		t.Fatalf("it leads to %v", p.Route())
	}
	shown := func(names []string) int {
		n := 0
		for _, name := range names {
			if p.says(name) {
				n++
			}
		}
		return n
	}
	agreed := p.compare(3, true)
	if shown(agreed) != 3 || !p.says(w.T("compare.missed")) {
		t.Fatalf("at the desk: %q", p.texts())
	}
	p.room()
	if shown(agreed) != 0 || !p.says(cohort.Alias(w, 2)) || p.says(w.T("compare.held")) {
		t.Fatalf("in a room: %q", p.texts())
	}
	silent := p.compare(4, false)
	p.room()
	if shown(silent) != 0 || p.says(cohort.Alias(w, 0)) || !p.says(w.T("compare.nothing")) || p.says(w.T("compare.missed")) {
		t.Fatalf("four that have not agreed: %q", p.texts())
	}
	silent = p.compare(12, false)
	p.room()
	if shown(silent) != 0 || p.says(cohort.Alias(w, 0)) || !slices.Contains(p.texts(), w.T("compare.mean")) {
		t.Fatalf("twelve that have not agreed: %q", p.texts())
	}
	p.press(fyne.KeyEscape)
	if p.Route().Page != screen.Companies {
		t.Errorf("Escape leads to %v", p.Route())
	}
}

// The comparison is whole with twelve firms, in every language, window and size of text.
func TestCompareIsWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := advise(t, lang, wide, 60)
		for _, size := range []fyne.Size{wide, compact, small} {
			for _, percent := range []int{100, 200} {
				p.window.Resize(size)
				p.Look(func(l *screen.Look) { l.Percent = percent })
				p.compare(12, true)
				for range 2 {
					for _, f := range p.faults() {
						t.Errorf("%s %v %d %%: %s", lang, fmt.Sprint(size), percent, f)
					}
					p.room()
				}
			}
		}
	}
}
