package plan

import (
	"cmp"
	"slices"
	"time"

	"nivel/assessments"
)

// Overdue are the items that should be done by now and are not, the longest overdue first. Today is
// YYYY-MM-DD; what is due today is not overdue.
func Overdue(items []assessments.PlanItem, today string) []assessments.PlanItem {
	out := slices.DeleteFunc(slices.Clone(items), func(p assessments.PlanItem) bool { return !late(&p, today) })
	slices.SortStableFunc(out, func(p, q assessments.PlanItem) int { return cmp.Compare(p.Due, q.Due) })
	return out
}

// Next are the other items that remain to be done: those with a day ahead by that day, then those
// without one by phase. What has begun stands before what has not.
func Next(items []assessments.PlanItem, today string) []assessments.PlanItem {
	out := slices.DeleteFunc(slices.Clone(items), func(p assessments.PlanItem) bool { return !p.Pending() || late(&p, today) })
	slices.SortStableFunc(out, func(p, q assessments.PlanItem) int {
		return cmp.Or(cmp.Compare(ahead(&p, today), ahead(&q, today)), cmp.Compare(place(p.Phase), place(q.Phase)), begun(&p)-begun(&q))
	})
	return out
}

// LateBy is how many whole days have gone by since a day; both are YYYY-MM-DD.
func LateBy(due, today string) int {
	a, err := time.Parse(time.DateOnly, due)
	b, err2 := time.Parse(time.DateOnly, today)
	if err != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

func late(p *assessments.PlanItem, today string) bool {
	return p.Pending() && p.Due != "" && p.Due < today
}

// ahead is the next day on which something happens to an item: it begins or, if it has or its first
// day has passed, it is due. Items without such a day come last.
func ahead(p *assessments.PlanItem, today string) string {
	const never = "9999-99-99"
	if p.Start >= today && p.Status == assessments.StatusTodo {
		return p.Start
	}
	return cmp.Or(p.Due, never)
}

func place(p assessments.Phase) int { return slices.Index(assessments.Phases, p) }

func begun(p *assessments.PlanItem) int {
	if p.Status == assessments.StatusDoing || p.Status == assessments.StatusStuck {
		return 0
	}
	return 1
}
