package region_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/region"
)

func same(t testing.TB, a, b *region.View) {
	t.Helper()
	x, err := json.Marshal(a.Rollup)
	ok(t, err)
	y, err := json.Marshal(b.Rollup)
	ok(t, err)
	if string(x) != string(y) {
		t.Errorf("the figures differ:\n%s\n%s", x, y)
	}
}

// Means and marks are those of the firms, reckoned in fractions and in another way.
func TestFigures(t *testing.T) {
	lib := tiny()
	rapid.Check(t, func(t *rapid.T) {
		d := &drawer{t: t}
		var only []*region.Contribution
		var overall []*big.Rat
		n := rapid.IntRange(5, 45).Draw(t, "firms")
		for i := range n {
			c := d.contribution(i+1, 0)
			only = append(only, c)
			sum := int64(0)
			for _, v := range c.Answers {
				sum += int64(v.Level)
			}
			overall = append(overall, big.NewRat(sum, 4))
		}
		v, err := region.Make(t.Context(), region.Params{Store: &memory{}, Library: lib, Now: now, Only: only})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(overall, (*big.Rat).Cmp)
		sum := new(big.Rat)
		for _, x := range overall {
			sum.Add(sum, x)
		}
		at := func(p *big.Rat) *big.Rat { // linear between two firms
			h := new(big.Rat).Mul(p, big.NewRat(int64(n-1), 1))
			k := int(new(big.Int).Quo(h.Num(), h.Denom()).Int64())
			if k+1 == n {
				return overall[k]
			}
			part := new(big.Rat).Sub(h, big.NewRat(int64(k), 1))
			return part.Add(overall[k], part.Mul(part, new(big.Rat).Sub(overall[k+1], overall[k])))
		}
		got := v.Rollup.All.Values[0]
		equal(t, "mean", got.Mean, sum.Quo(sum, big.NewRat(int64(n), 1)))
		for _, mark := range []struct {
			name string
			got  *big.Rat
			at   *big.Rat
			from int
		}{{"low", got.Low, big.NewRat(1, 4), 20}, {"middle", got.Middle, big.NewRat(1, 2), 10}, {"high", got.High, big.NewRat(3, 4), 20}} {
			if n < mark.from {
				if mark.got != nil {
					t.Fatalf("%s of %d firms", mark.name, n)
				}
				continue
			}
			equal(t, mark.name, mark.got, at(mark.at))
		}
	})
}

func equal(t *rapid.T, what string, got, want *big.Rat) {
	up := new(big.Rat).Add(new(big.Rat).Mul(want, big.NewRat(10, 1)), big.NewRat(1, 2))
	tenths := new(big.Int).Quo(up.Num(), up.Denom())
	if got == nil || got.Cmp(new(big.Rat).SetFrac(tenths, big.NewInt(10))) != 0 {
		t.Fatalf("%s is %v, want %v", what, got, want)
	}
}

// Figures that have left are given again until enough has changed, and say how many wait; then others
// come. Which firm it was stands nowhere.
func TestReleases(t *testing.T) {
	s, lib := &memory{}, tiny()
	var only []*region.Contribution
	more := func(n int) {
		for range n {
			i := len(only)
			only = append(only, made(i+1, 0, sectors[2+i%4], assessments.Small, "yecla", [4]int{i % 6, 2, 3, 1}, i%8))
		}
	}
	now := now
	make := func() *region.View {
		t.Helper()
		now = now.AddDate(0, 0, 1)
		v, err := region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now, Only: only})
		ok(t, err)
		return v
	}
	more(30)
	first := make()
	ok(t, first.Release(t.Context()))
	ok(t, first.Release(t.Context()))
	at := now
	if v := make(); len(s.releases) != 1 || v.Rollup.Waiting != 0 || !v.Rollup.Since.IsZero() {
		t.Errorf("%d releases; the second time %+v", len(s.releases), v.Rollup)
	} else {
		same(t, v, first)
	}
	more(4)
	v := make()
	if v.Rollup.Firms != 30 || v.Rollup.Waiting != 4 || !v.Rollup.Since.Equal(at) {
		t.Errorf("four more: %d firms, %d wait since %v", v.Rollup.Firms, v.Rollup.Waiting, v.Rollup.Since)
	}
	ok(t, v.Release(t.Context()))
	if len(s.releases) != 1 {
		t.Error("figures that have left were kept as another release")
	}
	more(1)
	v = make()
	if v.Rollup.Firms != 35 || v.Rollup.Waiting != 0 {
		t.Errorf("five more: %+v", v.Rollup)
	}
	ok(t, v.Release(t.Context()))
	only = only[1:]
	if v = make(); v.Rollup.Firms != 35 || v.Rollup.Waiting != 1 {
		t.Errorf("one less: %d firms, %d wait", v.Rollup.Firms, v.Rollup.Waiting)
	}
	only = only[1:3]
	if v = make(); v.Rollup.Firms != 0 || v.Rollup.All.Held != region.Few {
		t.Errorf("two are left: %+v", v.Rollup)
	}
	s.releases[0].Content = []byte(`{"Rows":1,"Patterns":[[3]],"Stands":""}`)
	s.releases[1].Content = []byte(`{"Rows":1`)
	if _, err := region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now, Only: only}); err == nil {
		t.Error("a damaged release is believed")
	}
}

// Of another version only the one that most have answered counts, and the others are said.
func TestOtherVersions(t *testing.T) {
	lib := tiny()
	other := lib.Models[0]
	other.Model.Version = "2"
	lib.Models = append(lib.Models, other)
	var only []*region.Contribution
	for i := range 13 {
		c := made(i+1, 0, "food", assessments.Small, "yecla", [4]int{1, 2, 3, 4}, 3)
		if i < 5 {
			c.Version = "2"
		}
		if i == 12 {
			c.Answers = map[string]assessments.Value{}
		}
		only = append(only, c)
	}
	v, err := region.Make(t.Context(), region.Params{Store: &memory{}, Library: lib, Now: now, Only: only})
	ok(t, err)
	if v.Rollup.Firms != 7 || v.Rollup.Version != "1" || v.Beside.Incomplete != 1 || len(v.Beside.Others) != 1 || v.Beside.Others[0] != (region.Other{Model: "tiny", Version: "2", Firms: 5}) {
		t.Errorf("%d of version %s, %+v", v.Rollup.Firms, v.Rollup.Version, v.Beside)
	}
}
