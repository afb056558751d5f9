package advice_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/house/shipped"
)

// Three next steps at most, of the firm's own, ready to begin, and no two about the same gap.
func TestNextSteps(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		a := advice.For(in)
		if len(a.Next) > 3 {
			t.Fatalf("%d next steps", len(a.Next))
		}
		everywhere := all(a)
		for i := range a.Next {
			o := &a.Next[i]
			if o.Action.Who != assessments.Firm {
				t.Fatalf("%s is for %s to do", o.Action.ID, o.Action.Who)
			}
			if len(o.WaitsFor) > 0 {
				t.Fatalf("%s waits for %v", o.Action.ID, o.WaitsFor)
			}
			for _, id := range o.Action.Needs {
				if needed, open := everywhere[id]; open && !doneWhereItMatters(&needed, o) {
					t.Fatalf("%s is offered, but %s must be in place before and is not", o.Action.ID, id)
				}
			}
			for k := range i {
				if shareGap(o, &a.Next[k]) {
					t.Fatalf("%s and %s close the same gap", a.Next[k].Action.ID, o.Action.ID)
				}
			}
		}
	})
}

// doneWhereItMatters says whether two actions work on a common question and the needed one has
// nothing left to do there.
func doneWhereItMatters(needed, step *advice.Offer) bool {
	common := false
	for _, r := range step.Reasons {
		common = common || slices.ContainsFunc(needed.Action.Gaps, func(g assessments.ActionGap) bool { return g.Question == r.Question && g.Row == r.Row })
		if slices.ContainsFunc(needed.Reasons, func(x advice.Reason) bool { return x.Question == r.Question && x.Row == r.Row }) {
			return false
		}
	}
	return common
}

// Next steps come from different dimensions as long as there are any with something ready, and
// there are three as long as there is anything ready; the better-ranked goes first.
func TestNextStepsSpreadOverTheDimensions(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		a := advice.For(randomInput(t, lib))
		dimensions := map[string]int{}
		for _, o := range a.Next {
			dimensions[o.Dimension]++
		}
		fits := func(o *advice.Offer) bool {
			return len(o.WaitsFor) == 0 && !slices.ContainsFunc(a.Next, func(n advice.Offer) bool { return shareGap(&n, o) })
		}
		for i := range a.Later {
			o := &a.Later[i]
			if !fits(o) {
				continue
			}
			if len(a.Next) < 3 {
				t.Fatalf("%d steps although %s is ready", len(a.Next), o.Action.ID)
			}
			if len(dimensions) < len(a.Next) && dimensions[o.Dimension] == 0 {
				t.Fatalf("steps from %v although %s of %s is ready", dimensions, o.Action.ID, o.Dimension)
			}
			for _, n := range a.Next {
				if n.Dimension == o.Dimension && dimensions[n.Dimension] == 1 && n.Terms.Points.Cmp(o.Terms.Points) < 0 && !conflicts(a.Next, n, o) {
					t.Fatalf("%s (%v) is offered before %s (%v)", n.Action.ID, n.Terms.Points, o.Action.ID, o.Terms.Points)
				}
			}
		}
	})
}

// conflicts says whether o closes a gap that another step than n already closes.
func conflicts(next []advice.Offer, n advice.Offer, o *advice.Offer) bool {
	return slices.ContainsFunc(next, func(x advice.Offer) bool { return x.Action.ID != n.Action.ID && shareGap(&x, o) })
}

// "Not now" and "already under way" are kept: the action stays aside and is not offered; all else is as if nothing had been
// decided. "Chosen" changes no list.
func TestADecisionChangesNothingElse(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		in := randomInput(t, lib)
		in.Decisions = nil
		before := advice.For(in)
		offers := all(before)
		if len(offers) == 0 {
			return
		}
		id := rapid.SampledFrom(slices.Sorted(maps.Keys(offers))).Draw(t, "decided")
		kind := rapid.SampledFrom([]assessments.DecisionKind{assessments.NotNow, assessments.Underway, assessments.Chosen}).Draw(t, "kind")
		in.Decisions = map[string]assessments.Decision{id: {Action: id, Kind: kind, Reason: "no time"}}
		after := advice.For(in)
		got := all(after)
		if o := got[id]; o.Decision.Kind != kind || o.Decision.Reason != "no time" {
			t.Fatalf("the decision about %s is lost: %+v", id, o.Decision)
		}
		aside := slices.ContainsFunc(after.Aside, func(o advice.Offer) bool { return o.Action.ID == id })
		if aside != (kind != assessments.Chosen) || len(after.Aside) > 1 || len(before.Aside) != 0 {
			t.Fatalf("%s is %q: aside %v, %d aside in all", id, kind, aside, len(after.Aside))
		}
		for key := range got {
			o := got[key]
			o.Decision = assessments.Decision{}
			got[key] = o
		}
		if !reflect.DeepEqual(offers, got) || !reflect.DeepEqual(before.Gaps, after.Gaps) {
			t.Fatalf("deciding about %s changed another offer", id)
		}
		if kind == assessments.Chosen && (!reflect.DeepEqual(ids(before.Next), ids(after.Next)) || !reflect.DeepEqual(ids(before.Later), ids(after.Later))) {
			t.Fatalf("choosing %s moved the lists", id)
		}
		for name, pair := range map[string][2][]string{"next and later": {rank(before), rank(after)}, "ask": {ids(before.Ask), ids(after.Ask)}} {
			without := slices.DeleteFunc(pair[0], func(x string) bool { return x == id && kind != assessments.Chosen })
			if !slices.Equal(without, pair[1]) {
				t.Fatalf("%s: %v became %v", name, pair[0], pair[1])
			}
		}
	})
}

func ids(offers []advice.Offer) []string {
	out := []string{}
	for _, o := range offers {
		out = append(out, o.Action.ID)
	}
	return out
}

// rank are the firm's own offers, in the order of their ids.
func rank(a *advice.Advice) []string {
	return slices.Sorted(slices.Values(append(ids(a.Next), ids(a.Later)...)))
}

// Each action stands in one list, in the list where it belongs, and lists go by rank.
func TestListsAreRanked(t *testing.T) {
	lib := shipped.Library()
	rapid.Check(t, func(t *rapid.T) {
		a := advice.For(randomInput(t, lib))
		seen := map[string]bool{}
		for name, list := range map[string][]advice.Offer{"next": a.Next, "later": a.Later, "ask": a.Ask, "aside": a.Aside} {
			for i, o := range list {
				if seen[o.Action.ID] {
					t.Fatalf("%s stands twice", o.Action.ID)
				}
				seen[o.Action.ID] = true
				if aside := o.Decision.Kind == assessments.NotNow || o.Decision.Kind == assessments.Underway; aside != (name == "aside") {
					t.Fatalf("%s (%q) stands in %s", o.Action.ID, o.Decision.Kind, name)
				}
				if name == "ask" && o.Action.Who == assessments.Firm || name == "later" && o.Action.Who != assessments.Firm {
					t.Fatalf("%s is for %s and stands in %s", o.Action.ID, o.Action.Who, name)
				}
				if i == 0 || name == "next" {
					continue
				}
				p := list[i-1]
				if n, m := len(p.WaitsFor), len(o.WaitsFor); n > 0 && m == 0 || (n == 0) == (m == 0) && p.Terms.Points.Cmp(o.Terms.Points) < 0 {
					t.Fatalf("%s: %s (%v, waits for %d) stands before %s (%v, waits for %d)", name, p.Action.ID, p.Terms.Points, n, o.Action.ID, o.Terms.Points, m)
				}
			}
		}
	})
}
