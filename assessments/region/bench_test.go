package region_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/region"
	"nivel/assessments/sqlite"
)

// eighty is a library with a questionnaire of six areas and 80 questions.
func eighty() *content.Library {
	lib := tiny()
	m := &lib.Models[0].Model
	m.Dimensions, m.Questions = nil, nil
	for d := range 6 {
		id := fmt.Sprint("d", d)
		m.Dimensions = append(m.Dimensions, assessments.Dimension{ID: id, Weight: big.NewRat(1, 1), Combine: assessments.Mean})
	}
	for i := range 80 {
		d := m.Dimensions[i*6/80].ID
		m.Questions = append(m.Questions, assessments.Question{ID: fmt.Sprintf("%s.q%d", d, i), Dimension: d, Kind: assessments.Ladder, Path: "quick", Weight: big.NewRat(1, 1), Values: assessments.Even(6)})
	}
	return lib
}

// answered are contributions with all questions answered.
func answered(lib *content.Library, n int) []*region.Contribution {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]*region.Contribution, n)
	for i := range out {
		c := made(i+1, 0, []string{"food", "furniture", "general", "metal"}[r.IntN(4)], []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium}[r.IntN(3)],
			fmt.Sprint("town", r.IntN(45)), [4]int{}, r.IntN(13))
		c.Answers = map[string]assessments.Value{}
		for _, q := range lib.Models[0].Model.Questions {
			c.Answers[q.ID] = assessments.AtLevel(r.IntN(6))
		}
		out[i] = c
	}
	return out
}

// many fills a store with so many contributions: some are reckoned, the others are like them under
// other names.
func many(b *testing.B, s *sqlite.Store, lib *content.Library, n int) (size int) {
	b.Helper()
	_, err := region.TakeIn(b.Context(), s, written(b, answered(lib, 1000)...), region.TakeParams{Library: lib, Now: now})
	ok(b, err)
	var blobs [][]byte
	ok(b, s.Contributions(b.Context(), false, func(data []byte) error {
		blobs = append(blobs, bytes.Clone(data))
		return nil
	}))
	r := rand.New(rand.NewPCG(3, 4))
	var put []sqlite.Contribution
	for i := range n - len(blobs) {
		data := bytes.Clone(blobs[r.IntN(len(blobs))])
		binary.BigEndian.PutUint64(data[1:], r.Uint64())
		put = append(put, sqlite.Contribution{Firm: fmt.Sprintf("%x", data[1:17]), Made: "2026-11", Received: now, Mark: data[17:25], Content: data})
		size = len(data)
		_ = i
	}
	ok(b, s.PutContributions(b.Context(), put, nil))
	return size
}

// The whole roll-up of 100,000 contributions of 80 answers, from the file to the last figure.
func BenchmarkMake100000(b *testing.B) {
	lib, s := eighty(), store(b)
	size := many(b, s, lib, 100_000)
	v, err := region.Make(b.Context(), region.Params{Store: s, Library: lib, Now: now})
	ok(b, err)
	for b.Loop() {
		v, err = region.Make(b.Context(), region.Params{Store: s, Library: lib, Now: now})
		ok(b, err)
	}
	if v.Rollup.Firms != 100_000 || len(v.Rollup.Tables) != 3 {
		b.Fatalf("%d firms, %d tables", v.Rollup.Firms, len(v.Rollup.Tables))
	}
	b.ReportMetric(float64(size), "bytes/contribution")
}

// Reading 10,000 files and writing them in one transaction.
func BenchmarkTakeIn10000(b *testing.B) {
	lib := eighty()
	paths := written(b, answered(lib, 10_000)...)
	for b.Loop() {
		b.StopTimer()
		s := store(b)
		b.StartTimer()
		out, err := region.TakeIn(b.Context(), s, paths, region.TakeParams{Library: lib, Now: now})
		ok(b, err)
		if !out[9999].Taken {
			b.Fatal(out[9999].Why)
		}
	}
}

// A roll-up after twelve releases that each had sixty firms more.
func BenchmarkMakeAfterReleases(b *testing.B) {
	lib, s := tiny(), &memory{}
	r := rand.New(rand.NewPCG(5, 6))
	var only []*region.Contribution
	p := region.Params{Store: s, Library: lib, Now: now}
	for range 12 {
		for range 60 {
			only = append(only, made(len(only)+1, 0, sectors[r.IntN(6)], sizes[r.IntN(6)], towns[r.IntN(7)], [4]int{r.IntN(6), r.IntN(6), 1, 2}, r.IntN(9)))
		}
		p.Only = only
		v, err := region.Make(b.Context(), p)
		ok(b, err)
		ok(b, v.Release(b.Context()))
	}
	for range 60 {
		p.Only = append(p.Only, made(len(p.Only)+1, 0, sectors[r.IntN(6)], sizes[r.IntN(6)], towns[r.IntN(7)], [4]int{1, 2, 3, 4}, 3))
	}
	shown := 0
	for b.Loop() {
		v, err := region.Make(b.Context(), p)
		ok(b, err)
		shown = 0
		for _, table := range v.Rollup.Tables {
			for _, row := range table.Rows {
				if row.Held == region.Shown {
					shown++
				}
			}
		}
	}
	b.ReportMetric(float64(len(s.releases)), "releases")
	b.ReportMetric(float64(shown), "rows")
}
