package region_test

import (
	"testing"

	"nivel/assessments/house/shipped"
	"nivel/assessments/region"
	"nivel/assessments/sampleregion"
)

// The sample region gives figures without anybody's consent, marked as a sample, and in more than one
// table; real figures it gives none.
func TestSampleRegion(t *testing.T) {
	s, lib := store(t), shipped.Library()
	ok(t, s.PutDossiers(t.Context(), sampleregion.Of(lib, now), now))
	v, err := region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now, Sample: true})
	ok(t, err)
	shown := 0
	for _, table := range v.Rollup.Tables {
		for _, row := range table.Rows {
			if row.Held == region.Shown {
				shown++
			}
		}
	}
	if r := v.Rollup; !r.Sample || r.Firms < 20 || len(r.Tables) < 2 || shown < 4 || len(r.Missed) == 0 || r.Change == nil || r.Change.Firms < 8 {
		t.Errorf("%d firms, %d rows in %d tables, %d questions", r.Firms, shown, len(r.Tables), len(r.Missed))
	}
	if v, err = region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now}); err != nil || v.Rollup.Firms != 0 {
		t.Errorf("real firms: %d, %v", v.Rollup.Firms, err)
	}
}
