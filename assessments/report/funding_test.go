package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/report"
)

// Funding that is closed or has ended never prints as available, on any day.
func TestNoExpiredFunding(t *testing.T) {
	in := input(t, "es")
	region := in.Library.Regions[0]
	names := func(open func(*assessments.Funding) bool) []string {
		var out []string
		for i := range region.Funding {
			if !open(&region.Funding[i]) {
				out = append(out, in.Library.RegionWords["es"][region.ID].Funding[region.Funding[i].ID].Name)
			}
		}
		return out
	}
	for at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2029; at = at.AddDate(0, 1, 11) {
		in.Day = at
		r := report.Build(in)
		expired := names(func(f *assessments.Funding) bool { return f.OpenOn(at.Format(time.DateOnly)) })
		for _, row := range r.Practices.Funding.Rows {
			if slices.Contains(expired, row[0]) {
				t.Errorf("on %s %q is offered", at.Format(time.DateOnly), row[0])
			}
		}
		if len(r.Practices.Funding.Rows) == 0 && r.Practices.FundingNote != in.Words.T("funding.none") {
			t.Errorf("no funding, and the note says %q", r.Practices.FundingNote)
		}
		for _, row := range r.Sheet.Rows {
			for _, c := range row.Cells {
				for _, name := range expired {
					if strings.Contains(c.Text, name) && name != "" {
						t.Errorf("on %s the sheet names %q: %q", at.Format(time.DateOnly), name, c.Text)
					}
				}
			}
		}
	}
}

// An invented line that is open prints with its end, and is gone the day after.
func TestOpenFundingUntilItsLastDay(t *testing.T) {
	in := input(t, "en")
	lib := *in.Library
	line := assessments.Funding{ID: "x", State: assessments.StateOpen, Until: "2026-12-31", Checked: "2026-11-01"}
	for _, d := range in.Pack.Model.Dimensions {
		line.Dimensions = append(line.Dimensions, d.ID)
	}
	region := lib.Regions[0]
	region.Funding = []assessments.Funding{line}
	lib.Regions = []assessments.Region{region}
	in.Library = &lib
	lib.RegionWords = map[string]map[string]assessments.RegionWords{"en": {region.ID: {Funding: map[string]assessments.OfferWords{"x": {Name: "A line", Text: "For all"}}}}}
	for at, want := range map[string]int{"2026-12-31": 1, "2027-01-01": 0} {
		in.Day, _ = time.Parse(time.DateOnly, at)
		r := report.Build(in)
		if len(r.Practices.Funding.Rows) != want {
			t.Errorf("on %s %d lines are offered", at, len(r.Practices.Funding.Rows))
		}
		if want == 1 && (r.Practices.Funding.Rows[0][2] != in.Words.ShortDate("2026-12-31") || r.Practices.FundingNote != in.Words.T("funding.note")) {
			t.Errorf("offered as %v, %q", r.Practices.Funding.Rows[0], r.Practices.FundingNote)
		}
	}
}
