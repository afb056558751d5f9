package region_test

import (
	"context"
	"fmt"
	"math/big"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/region"
	"nivel/assessments/sqlite"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// tiny is a library with a small questionnaire of two areas, an index of twelve conditions, and sectors.
func tiny() *content.Library {
	m := assessments.Model{ID: "tiny", Version: "1", Overall: assessments.Mean, Scale: assessments.Scale{Top: 5, Decimals: 1}, Paths: []string{"quick"}}
	for _, d := range []string{"a", "b"} {
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: d, Weight: big.NewRat(1, 1), Combine: assessments.Mean})
		for i := range 2 {
			m.Questions = append(m.Questions, assessments.Question{ID: fmt.Sprintf("%s.%d", d, i), Dimension: d, Kind: assessments.Ladder, Path: "quick", Weight: big.NewRat(1, 1), Values: assessments.Even(6)})
		}
	}
	m.Index = &assessments.Index{ID: "x"}
	for i := range 12 {
		m.Index.Conditions = append(m.Index.Conditions, assessments.Condition{ID: fmt.Sprint("c", i)})
	}
	lib := &content.Library{Models: []content.Pack{{Model: m}}}
	for _, id := range []string{"food", "furniture", "general", "metal"} {
		lib.Sectors = append(lib.Sectors, assessments.Sector{ID: id})
	}
	murcia := assessments.Region{ID: "murcia"}
	for _, town := range towns[2:] {
		murcia.Places = append(murcia.Places, assessments.Place{ID: town, Name: town})
	}
	lib.Regions = []assessments.Region{murcia}
	return lib
}

// memory is a store that keeps releases alone.
type memory struct {
	region.Store
	releases []sqlite.Release
}

func (s *memory) Releases(context.Context, bool) ([]sqlite.Release, error) { return s.releases, nil }

func (s *memory) PutRelease(_ context.Context, r sqlite.Release) error {
	s.releases = append(s.releases, r)
	return nil
}

// made is a contribution of a firm to the tiny questionnaire.
func made(firm, round int, sector string, size assessments.SizeClass, place string, levels [4]int, conditions int) *region.Contribution {
	c := &region.Contribution{Firm: fmt.Sprintf("%032x", firm), Round: round, Model: "tiny", Version: "1", Path: "quick", Sector: sector, Size: size,
		Month: "2026-10", Made: "2026-11", Answers: map[string]assessments.Value{}, Index: map[string]region.Known{}}
	if place != "" {
		c.Region, c.Place = "murcia", place
	}
	for i, id := range []string{"a.0", "a.1", "b.0", "b.1"} {
		c.Answers[id] = assessments.AtLevel(levels[i])
	}
	for i := range 12 {
		c.Index[fmt.Sprint("c", i)] = map[bool]region.Known{true: region.Yes, false: region.No}[i < conditions]
	}
	return c
}
