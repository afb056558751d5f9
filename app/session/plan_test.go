package session_test

import (
	"errors"
	"slices"
	"testing"

	"nivel/app/session"
	"nivel/assessments"
)

// answered gives every ladder a low answer, so that there is something to plan.
func answered(d *desk) {
	for _, q := range d.Pack.Model.Asked() {
		if q.Kind == assessments.Ladder {
			d.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(1), Relevance: assessments.RelevanceHigh})
		}
	}
}

func at10(p *session.Params) { p.Now = clock() }

// The plan is in memory at once, on the disk after the queue, and there again at the next start.
func TestPlanIsKept(t *testing.T) {
	d := open(t, t.TempDir(), at10)
	answered(d)
	next := d.Advice().Next
	if len(next) == 0 {
		t.Fatal("nothing is offered")
	}
	var ids []string
	for _, o := range next {
		p, err := d.AddItem(o.Action.ID)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	if _, err := d.AddItem(next[0].Action.ID); code(err) != "plan-twice" {
		t.Errorf("added twice: %v", err)
	}
	p, _ := d.PlanItem(ids[0])
	p.Owner, p.Due, p.CostPlanned, p.Status = "Ana", "2026-12-22", 300, assessments.StatusDoing
	if err := d.PutItem(p); err != nil {
		t.Fatal(err)
	}
	bad := p
	bad.Start, bad.Due = "2026-12-30", "2026-12-01"
	if err := d.PutItem(bad); code(err) != "plan-due-order" {
		t.Errorf("a due date before its start: %v", err)
	}
	if kept, _ := d.PlanItem(p.ID); kept.Due != "2026-12-22" {
		t.Errorf("a refused change has changed %+v", kept)
	}
	before := d.Plan()
	if d = d.again(t, at10); !slices.Equal(d.Plan(), before) {
		t.Errorf("the next start finds %+v, not %+v", d.Plan(), before)
	}
	if late := d.Overdue(); len(late) != 0 {
		t.Errorf("overdue are %+v", late)
	}
	if up := d.Upcoming(); len(up) != len(ids) || up[0].ID != ids[0] {
		t.Errorf("next are %+v", up)
	}
}

// Undo goes back through everything, over a start too; redo does it again until something else
// is changed.
func TestPlanUndo(t *testing.T) {
	d := open(t, t.TempDir(), at10)
	answered(d)
	p, err := d.AddItem(d.Advice().Next[0].Action.ID)
	if err != nil {
		t.Fatal(err)
	}
	added := d.Plan()
	if err := d.MoveItem(p.ID, assessments.PhaseThird); err != nil {
		t.Fatal(err)
	}
	moved := d.Plan()
	d.RemoveItem(p.ID)
	d = d.again(t, at10)
	for _, want := range [][]assessments.PlanItem{moved, added, {}} {
		if id, ok, err := d.UndoPlan(); err != nil || !ok || id != p.ID || !slices.EqualFunc(d.Plan(), want, assessments.PlanItem.Same) {
			t.Fatalf("undone: %v %v, the plan is %+v, not %+v", ok, err, d.Plan(), want)
		}
	}
	if _, ok, err := d.UndoPlan(); ok || err != nil {
		t.Fatalf("nothing is left, and it says %v %v", ok, err)
	}
	for _, want := range [][]assessments.PlanItem{added, moved, {}} {
		if _, ok, err := d.RedoPlan(); err != nil || !ok || !slices.EqualFunc(d.Plan(), want, assessments.PlanItem.Same) {
			t.Fatalf("done again: %v %v, the plan is %+v, not %+v", ok, err, d.Plan(), want)
		}
	}
	if _, _, err := d.UndoPlan(); err != nil {
		t.Fatal(err)
	}
	if err := d.MoveItem(p.ID, assessments.PhaseFirst); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := d.RedoPlan(); ok {
		t.Error("redo after another change")
	}
}

// Another firm's plan is not this one's.
func TestPlanBelongsToItsFirm(t *testing.T) {
	d := open(t, t.TempDir(), at10)
	answered(d)
	if _, err := d.AddItem(d.Advice().Next[0].Action.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.OpenSample(sample(t)); err != nil || len(d.Plan()) != 0 {
		t.Fatalf("the sample's plan is %+v (%v)", d.Plan(), err)
	}
	if err := d.CloseSample(); err != nil || len(d.Plan()) != 1 {
		t.Errorf("back, the plan is %+v (%v)", d.Plan(), err)
	}
}

func code(err error) string {
	var f *assessments.Fault
	if !errors.As(err, &f) {
		return ""
	}
	return f.Code
}
