package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/shared"
)

// From the sample region to a shared service that is written up: the board, a kind, a need, what firms
// say, a provider, the case; all of it is there after the next start.
func TestSharedService(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, compact)
		w := p.session.Words
		p.session.SetAdvising(true)
		p.Go(screen.Route{Page: screen.Services})
		p.pause()
		if !p.says(w.T("shared.counted.none")) {
			t.Fatalf("without firms it says %q", p.texts())
		}
		if err := p.session.OpenSampleRegion(); err != nil {
			t.Fatal(err)
		}
		p.push("page.services")
		p.pause()
		if !p.says(w.T("sample.chip")) || !p.says(w.T("shared.counted", "n", "40")) {
			t.Fatalf("the board says %q", p.texts())
		}
		all := len(p.buttonsWith("")) // every button
		p.press(fyne.KeyRight)        // the choice has the focus: people alone
		if n := len(p.buttonsWith("")); n >= all {
			t.Errorf("one kind shows %d buttons of %d", n, all)
		}
		for _, f := range p.faults() {
			t.Error(f)
		}
		words := p.session.Complete().SharedWords[language]["it-person"]
		p.Go(screen.Route{Page: screen.Services, ID: "it-person"})
		p.pause()
		if !p.says(words.What) {
			t.Fatalf("the need says %q", p.texts())
		}
		var lists []*widget.Choose
		p.each(func(o object) {
			if c, ok := o.CanvasObject.(*widget.Choose); ok {
				lists = append(lists, c)
			}
		})
		if len(lists) < 7 {
			t.Fatalf("%d lists to choose from", len(lists))
		}
		for i := range 6 {
			lists[i].SetSelectedIndex(2) // interested
		}
		lists[len(lists)-1].SetSelectedIndex(1) // a provider
		fields := p.entries()
		fields[1].SetText("El clúster")
		p.segmented(w.T("shared.state.talking")).OnChanged(1)
		p.settle()
		for _, size := range []fyne.Size{wide, compact, small} {
			p.window.Resize(size)
			p.pause()
			for _, f := range p.faults() {
				t.Errorf("%s %v: %s", language, size, f)
			}
		}
		p.push("shared.case")
		path := filepath.Join(t.TempDir(), "caso.pdf")
		fields = p.entries()
		fields[len(fields)-1].SetText(path)
		p.push("paper.save")
		p.pause()
		if b, err := os.ReadFile(path); err != nil || len(b) < 1000 {
			t.Errorf("the case: %d bytes (%v); it says %q", len(b), err, p.texts())
		}
		p.again(language)
		kept, err := p.session.Services(true)
		if err != nil || kept["it-person"] == nil {
			t.Fatalf("kept is %+v (%v)", kept, err)
		}
		s := kept["it-person"]
		if s.State != shared.Talking || s.Decides != "El clúster" || s.Provider == "" || len(s.Marks) != 6 {
			t.Errorf("kept is %+v", s)
		}
	}
}
