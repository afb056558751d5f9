package app_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"nivel/app/screen"
	"nivel/assessments/sampleregion"
)

// The sample region is opened from the empty list and taken away again after a question, by keyboard.
func TestSampleRegionByKeyboard(t *testing.T) {
	for _, language := range []string{"es", "en"} {
		p := start(t, t.TempDir(), language, small)
		w := p.session.Words
		p.session.SetAdvising(true)
		p.Go(screen.Route{Page: screen.Companies})
		p.push("sampleregion.open")
		if p.ledger().Len() != sampleregion.Firms || !p.says(w.T("sample.chip")) {
			t.Fatalf("%d rows, it says %q", p.ledger().Len(), p.texts())
		}
		faultless(p)
		p.push("sampleregion.close")
		if !p.says(w.T("sampleregion.close.text")) || p.ledger().Len() != sampleregion.Firms {
			t.Fatal("it does not ask")
		}
		all := p.buttons(w.T("sampleregion.close"))
		test.Tap(all[len(all)-1]) // the panel's
		if !p.says(w.T("firms.empty")) {
			t.Fatalf("closed, it says %q", p.texts())
		}
		p.Go(screen.Route{Page: screen.Settings})
		if len(p.buttons(w.T("sampleregion.open"))) != 1 {
			t.Error("the settings do not offer it")
		}
		faultless(p)
	}
}

func faultless(p *program) {
	p.t.Helper()
	for _, f := range p.faults() {
		p.t.Error(f)
	}
}
