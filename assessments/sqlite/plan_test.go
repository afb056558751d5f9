package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
)

// full is an item with something in every field.
func full(id string) assessments.PlanItem {
	return assessments.PlanItem{ID: id, Action: "backup-test", Phase: assessments.PhaseSecond, Owner: "Ana Ñíguez", Start: "2026-12-01", Due: "2027-02-28",
		Status: assessments.StatusDoing, CostPlanned: 1200, CostSpent: 350, Funding: "own \xff🪙", Sign: "a file came back", Note: "línea 1\nlínea 2", At: start, Hurdle: "el presupuesto"}
}

func putItem(t testing.TB, s *Store, assessment string, p assessments.PlanItem) {
	t.Helper()
	check(t, s.PutPlanItem(t.Context(), assessment, p, start.Add(time.Hour)))
}

func plan(t testing.TB, s *Store, assessment string) []assessments.PlanItem {
	t.Helper()
	items, err := s.PlanItems(t.Context(), assessment)
	check(t, err)
	for i := range items {
		if items[i].ChangedAt.IsZero() {
			t.Errorf("%s does not say when it was changed", items[i].ID)
		}
		items[i].ChangedAt = time.Time{} // what is compared is what was put
	}
	return items
}

// Every field of an item comes back, in the order in which items were added, after closing too.
func TestPlanRoundTrip(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	id, other := addAssessment(t, s), addAssessment(t, s)
	want := []assessments.PlanItem{full("z"), {ID: "b", At: start}, {ID: "a", At: start.Add(-time.Hour)}}
	for _, p := range want {
		putItem(t, s, id, p)
	}
	want[0].Funding = "own \uFFFD🪙"
	want[1] = full("b") // every field changes
	want[1].Funding = "own"
	putItem(t, s, id, want[1])
	putItem(t, s, other, assessments.PlanItem{ID: "elsewhere"})
	check(t, s.Close())
	s = mustOpen(t, dir)
	if got := plan(t, s, id); !reflect.DeepEqual(got, want) {
		t.Errorf("the plan is\n%+v, want\n%+v", got, want)
	}
	if got := plan(t, s, other); len(got) != 1 || !got[0].At.Equal(start.Add(time.Hour)) {
		t.Errorf("the other plan is %+v; an item without a time gets the present one", got)
	}
	if err := s.PutPlanItem(t.Context(), other, assessments.PlanItem{ID: "z"}, start); !errors.Is(err, ErrNotFound) {
		t.Errorf("an item of another plan was changed: %v", err)
	}
	if err := s.DeletePlanItem(t.Context(), other, "z", start); !errors.Is(err, ErrNotFound) {
		t.Errorf("an item of another plan was taken out: %v", err)
	}
	if got := plan(t, s, "none"); got != nil {
		t.Errorf("no assessment has the plan %+v", got)
	}
}

// All fields of an item are kept: one that is added to the type must be added to the store.
func TestPlanKeepsEveryField(t *testing.T) {
	v := reflect.ValueOf(full("p"))
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; v.Field(i).IsZero() && name != "ChangedAt" && name != "DoneAt" { // the store's own
			t.Errorf("%s is not tested", v.Type().Field(i).Name)
		}
	}
}

// An item put as it is already is no step that would have to be undone.
func TestPuttingTheSameIsNoStep(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	p := full("p")
	for range 3 {
		putItem(t, s, id, p)
	}
	if _, ok, err := s.UndoPlan(t.Context(), id, start); !ok || err != nil || plan(t, s, id) != nil {
		t.Errorf("undo goes %v, %v and leaves %+v", ok, err, plan(t, s, id))
	}
}

// Whatever is put, changed and taken out in whatever order, any number of undos gives the plan of
// that many changes ago, across closing; what changes nothing is no step.
func TestUndoPlan(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		check(t, err)
		s, err := Open(dir)
		check(t, err)
		defer func() { check(t, s.Close()) }()
		id, other := addAssessment(t, s), addAssessment(t, s)
		putItem(t, s, other, full("other"))
		past := [][]assessments.PlanItem{nil}
		note := func() {
			if now := plan(t, s, id); !reflect.DeepEqual(now, past[len(past)-1]) {
				past = append(past, now)
			}
		}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			name := fmt.Sprintf("p%d", rapid.IntRange(0, 3).Draw(rt, "item"))
			switch rapid.IntRange(0, 5).Draw(rt, "step") {
			case 0:
				item, ok, err := s.UndoPlan(t.Context(), id, start)
				if err != nil || ok != (len(past) > 1) || ok && item == "" {
					rt.Fatalf("undo of %q goes %v, %v after %d changes", item, ok, err, len(past)-1)
				}
				if ok {
					past = past[:len(past)-1]
				}
			case 1:
				if err := s.DeletePlanItem(t.Context(), id, name, start); err != nil && !errors.Is(err, ErrNotFound) {
					rt.Fatal(err)
				}
				note()
			case 2:
				check(t, s.Close())
				if s, err = Open(dir); err != nil {
					rt.Fatal(err)
				}
			default:
				p := full(name)
				p.Note = anyText.Draw(rt, "note")
				p.Status = rapid.SampledFrom(assessments.Statuses).Draw(rt, "status")
				p.CostSpent = rapid.Int().Draw(rt, "spent")
				if err := s.PutPlanItem(t.Context(), id, p, start.Add(time.Duration(rapid.IntRange(0, 9).Draw(rt, "at"))*time.Hour)); err != nil {
					rt.Fatal(err)
				}
				note()
			}
			if got := plan(t, s, id); !reflect.DeepEqual(got, past[len(past)-1]) {
				rt.Fatalf("the plan is %+v, want %+v", got, past[len(past)-1])
			}
		}
		for range len(past) - 1 {
			if _, ok, err := s.UndoPlan(t.Context(), id, start); !ok || err != nil {
				rt.Fatalf("undo goes %v, %v", ok, err)
			}
		}
		if _, ok, err := s.UndoPlan(t.Context(), id, start); ok || err != nil || plan(t, s, id) != nil || len(plan(t, s, other)) != 1 {
			rt.Fatalf("undone too far: %v, %v, %+v", ok, err, plan(t, s, id))
		}
	})
}

// An item is finished from the moment it is said to be done; further changes do not move that, and
// taking it back takes it away.
func TestFinishedItems(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := addAssessment(t, s)
	a, err := s.Assessment(t.Context(), id)
	check(t, err)
	next := assessments.Assessment{ID: NewID(), CompanyID: a.CompanyID, Round: 1, StartedAt: start.AddDate(1, 0, 0)}
	check(t, s.PutAssessment(t.Context(), next))
	put := func(assessment, item string, status assessments.Status, hours int, note string) {
		t.Helper()
		check(t, s.PutPlanItem(t.Context(), assessment, assessments.PlanItem{ID: item, Status: status, Note: note}, start.Add(time.Duration(hours)*time.Hour)))
	}
	finished := func() []string {
		t.Helper()
		all, err := s.FinishedItems(t.Context(), a.CompanyID)
		check(t, err)
		var out []string
		for _, f := range all {
			out = append(out, fmt.Sprintf("%s+%v", f.Item.ID, f.At.Sub(start)))
		}
		return out
	}
	put(id, "first", assessments.StatusDoing, 0, "")
	put(id, "second", assessments.StatusDone, 5, "")
	put(next.ID, "third", assessments.StatusDone, 7, "")
	put(id, "first", assessments.StatusDone, 6, "")
	put(id, "second", assessments.StatusDone, 9, "a note")
	if got := finished(); !slices.Equal(got, []string{"second+5h0m0s", "first+6h0m0s", "third+7h0m0s"}) {
		t.Errorf("finished are %v", got)
	}
	put(id, "second", assessments.StatusDropped, 10, "")
	if got := finished(); !slices.Equal(got, []string{"first+6h0m0s", "third+7h0m0s"}) {
		t.Errorf("with one dropped, finished are %v", got)
	}
	if _, _, err := s.UndoPlan(t.Context(), id, start); err != nil || len(finished()) != 3 || finished()[0] != "second+5h0m0s" {
		t.Errorf("undone (%v), finished are %v", err, finished())
	}
	if all, err := s.FinishedItems(t.Context(), "none"); err != nil || all != nil {
		t.Errorf("no company has finished %v (%v)", all, err)
	}
}

// What was taken out of one plan and put into another is not changed by an undo in the first.
func TestUndoPlanLeavesOtherPlansAlone(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id, other := addAssessment(t, s), addAssessment(t, s)
	putItem(t, s, id, full("p"))
	check(t, s.DeletePlanItem(t.Context(), id, "p", start))
	moved := full("p")
	moved.Funding, moved.Note = "", "moved"
	putItem(t, s, other, moved)
	if _, ok, err := s.UndoPlan(t.Context(), id, start); ok || !errors.Is(err, ErrNotFound) {
		t.Errorf("undo goes %v, %v", ok, err)
	}
	if got := plan(t, s, other); len(got) != 1 || got[0] != moved {
		t.Errorf("the other plan is %+v", got)
	}
}

// A log that somebody broke is damage, and the plan stays as it is.
func TestBrokenPlanLog(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	id := addAssessment(t, s)
	putItem(t, s, id, full("p"))
	check(t, s.Close())
	check(t, bare(t, filepath.Join(dir, fileName), `UPDATE plan_change SET old = '[1]'`).Close())
	s = mustOpen(t, dir)
	if _, ok, err := s.UndoPlan(t.Context(), id, start); ok || !errors.Is(err, ErrDamaged) {
		t.Errorf("undo goes %v, %v", ok, err)
	}
	if got := plan(t, s, id); len(got) != 1 {
		t.Errorf("the plan is %+v", got)
	}
}
