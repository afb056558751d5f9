package draft_test

import (
	"testing"
	"time"

	"nivel/assessments/draft"
	"nivel/assessments/house/shipped"
)

const day = "2026-11-23"

var today = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// copied is a copy of the shipped model in both languages.
func copied(t *testing.T) *draft.Draft {
	t.Helper()
	return draft.Copy(shipped.Library().Pack("industry40"), "industry40-copia", day, map[string]string{"es": "Mi cuestionario"}, []string{"es", "en"})
}

// wrong are the errors that the check finds.
func wrong(d *draft.Draft) []draft.Remark {
	var out []draft.Remark
	for _, r := range d.Check(shipped.Library(), today) {
		if !r.Warning {
			out = append(out, r)
		}
	}
	return out
}

// sound fails where the check finds an error.
func sound(t *testing.T, d *draft.Draft) {
	t.Helper()
	for _, r := range wrong(d) {
		t.Errorf("%s:%d %v", r.File, r.Line, r.Fault)
	}
}
