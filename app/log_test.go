package app_test

import (
	"testing"

	"nivel/app/screen"
	"nivel/assessments"
)

// The settings say what was deleted and when, and no longer whose it was; before, there is no log.
func TestSettingsShowTheLog(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := start(t, t.TempDir(), lang, compact)
		w := p.session.Words
		p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
		p.Go(screen.Route{Page: screen.Settings})
		if p.says(w.T("log.title")) {
			t.Error("nothing has happened, and there is a log")
		}
		if err := p.session.DeleteCompany(p.session.Company.ID); err != nil {
			t.Fatal(err)
		}
		p.Reload()
		if !p.says(w.T("log.title")) || !p.says(w.T("log.delete")) || !p.says(w.T("log.gone")) {
			t.Errorf("the settings say %q", p.texts())
		}
		if faults := p.faults(); len(faults) > 0 {
			t.Error(faults)
		}
	}
}
