package region_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/house/generated"
	"nivel/assessments/house/shipped"
	"nivel/assessments/region"
	"nivel/assessments/sqlite"
)

func store(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.TempDir())
	ok(t, err)
	t.Cleanup(func() { ok(t, s.Close()) })
	return s
}

func code(f *assessments.Fault) string {
	if f == nil {
		return ""
	}
	return f.Code
}

// Each file is taken or said why not, and the rest goes on.
func TestTakeIn(t *testing.T) {
	s, lib := store(t), tiny()
	at := func(firm, round int, month string, level int) *region.Contribution {
		c := made(firm, round, "food", assessments.Small, "yecla", [4]int{level, 1, 2, 3}, 3)
		c.Made = month
		return c
	}
	old := at(7, 0, "2026-11", 1)
	edited := at(8, 0, "2026-11", 1).Bytes()
	edited[len(edited)/2] ^= 1
	paths := written(t, at(1, 0, "2026-10", 1), at(1, 0, "2026-11", 1), at(1, 0, "2026-11", 2), at(1, 0, "2026-09", 3), at(1, 1, "2026-11", 3), old)
	bad := filepath.Join(t.TempDir(), "bad.json")
	ok(t, os.WriteFile(bad, edited, 0o600))
	paths = append(paths, bad, filepath.Join(t.TempDir(), "nowhere.json"))
	seen := 0
	p := region.TakeParams{Library: lib, Now: now, Progress: func(done, total int) { seen = done*100 + total }}
	out, err := region.TakeIn(t.Context(), s, paths, p)
	ok(t, err)
	for i, want := range []struct {
		taken bool
		code  string
	}{{false, "contribution-older"}, {false, "contribution-again"}, {true, "contribution-replaces"}, {false, "contribution-older"}, {true, ""}, {true, ""}, {false, code(out[6].Why)}, {false, "contribution-unreadable"}} {
		if o := out[i]; o.Taken != want.taken || code(o.Why) != want.code {
			t.Errorf("file %d: taken %v, %v; want %+v", i, o.Taken, o.Why, want)
		}
	}
	if out[6].Why == nil || seen != 808 {
		t.Errorf("the edited file says %v, progress %d", out[6].Why, seen)
	}
	again, err := region.TakeIn(t.Context(), s, paths[2:6], p)
	ok(t, err)
	for i, want := range []string{"contribution-again", "contribution-older", "contribution-again", "contribution-again"} {
		if code(again[i].Why) != want || again[i].Taken {
			t.Errorf("file %d once more: %+v", i, again[i])
		}
	}
	v, err := region.Make(t.Context(), region.Params{Store: s, Library: lib, Now: now})
	ok(t, err)
	if v.Rollup.Firms != 0 || v.Rollup.All.Held != region.Few || v.Beside.Files != 2 || len(v.Rollup.Tables) > 0 || v.Rollup.All.Values != nil {
		t.Errorf("of two firms: %+v, %+v", v.Rollup, v.Beside)
	}
}

// What is cancelled leaves everything as it was.
func TestTakeInCancelled(t *testing.T) {
	s := store(t)
	paths := written(t, made(1, 0, "food", assessments.Small, "", [4]int{}, 0), made(2, 0, "food", assessments.Small, "", [4]int{}, 0))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := region.TakeIn(ctx, s, paths, region.TakeParams{Library: tiny(), Now: now, Progress: func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	all := make([]sqlite.Contribution, 3)
	for i := range all {
		all[i] = sqlite.Contribution{Firm: region.NewFirm(), Made: "2026-11", Received: now, Mark: []byte{1}, Content: []byte{1}}
	}
	err = s.PutContributions(ctx, all, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled within the transaction: %v", err)
	}
	if there, err := s.Contributed(t.Context()); err != nil || len(there) > 0 {
		t.Errorf("%d are there, %v", len(there), err)
	}
}

// Firms of the folder count with consent alone, as said last; a file of theirs is the same firm. The
// same figures come out whether a firm counts from the folder or from its file, and samples apart.
func TestOwnFirms(t *testing.T) {
	s, lib := store(t), shipped.Library()
	all := generated.Fill(t, s, generated.Options{Seed: 4, Firms: 60, Now: now})
	params := region.Params{Store: s, Library: lib, Now: now}
	v, err := region.Make(t.Context(), params)
	ok(t, err)
	if v.Rollup.Firms != 0 || v.Beside.Own != 0 || v.Beside.Without == 0 {
		t.Fatalf("without consent: %d firms, %+v", v.Rollup.Firms, v.Beside)
	}
	var ids []string
	for i, d := range all {
		ok(t, s.Consent(t.Context(), d.Company.ID, assessments.Consent{Kind: assessments.ConsentRegion, Given: true, At: now}))
		if i%10 == 0 {
			ok(t, s.Consent(t.Context(), d.Company.ID, assessments.Consent{Kind: assessments.ConsentRegion, At: now.Add(time.Hour)}))
		} else if len(d.Rounds) > 0 {
			ids = append(ids, d.Company.ID)
		}
	}
	v, err = region.Make(t.Context(), params)
	ok(t, err)
	if v.Beside.Own != len(ids) || v.Rollup.Firms+v.Beside.Incomplete+others(v) != len(ids) || len(v.Rollup.Tables) == 0 || v.Rollup.Region != "murcia" {
		t.Fatalf("%d firms with consent and rounds; %d count, %+v", len(ids), v.Rollup.Firms, v.Beside)
	}
	firms, err := s.Contributors(t.Context(), ids, region.NewFirm)
	ok(t, err)
	var only []*region.Contribution
	for _, d := range all {
		for k := range d.Rounds {
			if firm := firms[d.Company.ID]; firm != "" {
				c, err := region.Of(&d, &d.Rounds[k], firm, lib, now)
				ok(t, err)
				only = append(only, c)
			}
		}
	}
	_, err = region.TakeIn(t.Context(), s, written(t, only...), region.TakeParams{Library: lib, Now: now})
	ok(t, err)
	both, err := region.Make(t.Context(), params)
	ok(t, err)
	same(t, both, v)
	params.Only = only
	files, err := region.Make(t.Context(), params)
	ok(t, err)
	same(t, files, v)
	params.Only, params.Sample = nil, true
	if v, err = region.Make(t.Context(), params); err != nil || v.Rollup.Firms != 0 || v.Beside.Own != 0 {
		t.Errorf("samples: %+v, %v", v.Rollup, err)
	}
}

func others(v *region.View) int {
	n := 0
	for _, o := range v.Beside.Others {
		n += o.Firms
	}
	return n
}
