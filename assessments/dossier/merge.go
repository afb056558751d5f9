package dossier

import (
	"cmp"
	"slices"
	"time"

	"nivel/assessments"
)

// Rule is what is done about a conflict that nobody has looked at.
type Rule string

// The rules.
const (
	RuleNewer   Rule = "newer"   // what was said or changed last counts
	RuleMine    Rule = "mine"    // what is here counts, and is said again
	RuleAdvisor Rule = "advisor" // where an advisor has rated the question his answer is agreed, elsewhere the newer
)

// Rules are all rules.
var Rules = []Rule{RuleNewer, RuleMine, RuleAdvisor}

// Side is one of two copies.
type Side int8

// The sides; Unchosen leaves it to the rule.
const (
	Unchosen Side = iota
	Mine
	Theirs
)

// Part is a part of a dossier.
type Part string

// The parts, in the order in which they are compared.
const (
	PartCompany  Part = "company"
	PartConsent  Part = "consents"
	PartEarlier  Part = "earlier"
	PartVisit    Part = "visits"
	PartRound    Part = "rounds"
	PartRating   Part = "ratings"
	PartDecision Part = "decisions"
	PartPlan     Part = "plan"
	PartEvidence Part = "evidence"
)

// Parts are all parts in their order.
var Parts = []Part{PartCompany, PartConsent, PartEarlier, PartVisit, PartRound, PartRating, PartDecision, PartPlan, PartEvidence}

// Key names one thing in a dossier: a record by its id, what somebody says by question and respondent.
type Key struct {
	Part       Part
	Round      string // id; empty for what belongs to the firm
	ID         string // of a record; empty for ratings, consents and decisions
	Question   string
	Respondent assessments.Respondent
}

// Choices are what is done about differences.
type Choices struct {
	Rule  Rule // empty: RuleNewer
	Items map[Key]Side
	At    time.Time // when this is decided: what is said again gets this moment, or one after all before
}

// side is what was chosen for a thing, by hand or by rule.
func (c Choices) side(k Key) Side {
	if s := c.Items[k]; s != Unchosen {
		return s
	}
	if c.Rule == RuleMine {
		return Mine
	}
	return Unchosen
}

// later is a moment after another: At, where it is.
func (c Choices) later(than time.Time) time.Time {
	if at := utc(c.At); at.After(than) {
		return at
	}
	return than.Add(1)
}

// Merge brings two copies of one firm together; a dossier without a company's id is no copy and adds
// nothing. Both stay as they are. What holds is said in docs/dossier-format.md: nothing of ratings,
// decisions, consents, visits and pictures is dropped, the same again changes nothing, and with nothing
// chosen it makes no difference who comes first.
func Merge(mine, theirs assessments.Dossier, c Choices) assessments.Dossier {
	mine, theirs = Canonical(mine), Canonical(theirs)
	switch {
	case mine.Company.ID == "":
		return theirs
	case theirs.Company.ID == "":
		return mine
	}
	out := assessments.Dossier{
		Company:  picker(c, "", companies)(mine.Company, theirs.Company),
		Consents: union(mine.Consents, theirs.Consents, consentFields),
		Earlier:  join(mine.Earlier, theirs.Earlier, earlier.id, picker(c, "", earlier)),
		Visits:   join(mine.Visits, theirs.Visits, visits.id, picker(c, "", visits)),
		Rounds:   join(mine.Rounds, theirs.Rounds, roundID, func(m, t assessments.DossierRound) assessments.DossierRound { return mergeRound(m, t, c) }),
	}
	return Canonical(out)
}

func roundID(r *assessments.DossierRound) string { return r.Assessment.ID }

func mergeRound(m, t assessments.DossierRound, c Choices) assessments.DossierRound {
	id := m.Assessment.ID
	return assessments.DossierRound{
		Assessment: picker(c, "", settings)(m.Assessment, t.Assessment),
		Ratings:    mergeRatings(id, m.Ratings, t.Ratings, c),
		Decisions:  union(m.Decisions, t.Decisions, decisionFields),
		Plan:       join(m.Plan, t.Plan, items.id, picker(c, id, items)),
		Evidence:   join(m.Evidence, t.Evidence, evidence.id, picker(c, id, evidence)),
	}
}

// kind is what there is to know about records that carry when they were changed.
type kind[T any] struct {
	part    Part
	id      func(*T) string
	changed func(*T) *time.Time
	fields  func(*T) []field
	last    func(a, b *T) int // what decides where fields say the same; nil where they are all there is
}

var (
	companies = kind[assessments.Company]{PartCompany, func(c *assessments.Company) string { return c.ID },
		func(c *assessments.Company) *time.Time { return &c.ChangedAt }, companyFields, nil}
	earlier = kind[assessments.Earlier]{PartEarlier, func(e *assessments.Earlier) string { return e.ID },
		func(*assessments.Earlier) *time.Time { return new(time.Time) }, earlierFields, nil} // is not said
	visits = kind[assessments.Visit]{PartVisit, func(v *assessments.Visit) string { return v.ID },
		func(v *assessments.Visit) *time.Time { return &v.ChangedAt }, visitFields, nil}
	settings = kind[assessments.Assessment]{PartRound, func(a *assessments.Assessment) string { return a.ID },
		func(a *assessments.Assessment) *time.Time { return &a.ChangedAt }, settingFields, func(a, b *assessments.Assessment) int { return cmp.Compare(a.Position, b.Position) }}
	items = kind[assessments.PlanItem]{PartPlan, func(p *assessments.PlanItem) string { return p.ID },
		func(p *assessments.PlanItem) *time.Time { return &p.ChangedAt }, itemFields, nil}
	evidence = kind[assessments.Evidence]{PartEvidence, func(e *assessments.Evidence) string { return e.ID },
		func(e *assessments.Evidence) *time.Time { return &e.ChangedAt }, evidenceFields, nil}
)

// settingFields are those of an assessment without the question last shown: going on to the next one is
// no change that anybody has to be told.
func settingFields(a *assessments.Assessment) []field {
	return slices.DeleteFunc(assessmentFields(a), func(f field) bool { return f.key == "position" })
}

// said is a record as text without the moment of its change.
func (k kind[T]) said(v T) string {
	*k.changed(&v) = time.Time{}
	return record(k.fields(&v))
}

// key names a record of a round, or of the firm where round is empty.
func (k kind[T]) key(round string, v *T) Key { return Key{Part: k.part, Round: round, ID: k.id(v)} }

// compare says which of two came later; of two that were changed at one moment it is their text that
// decides, so that it is the same on both sides.
func (k kind[T]) compare(a, b T) int {
	if c := k.changed(&a).Compare(*k.changed(&b)); c != 0 {
		return c
	}
	if c := cmp.Compare(k.said(a), k.said(b)); c != 0 || k.last == nil {
		return c
	}
	return k.last(&a, &b)
}

// picker picks one of two copies of a record. An older one that was chosen is changed now.
func picker[T any](c Choices, round string, k kind[T]) func(m, t T) T {
	return func(m, t T) T {
		won, lost, side := m, t, Mine
		if k.compare(m, t) < 0 {
			won, lost, side = t, m, Theirs
		}
		chosen := c.side(k.key(round, &m))
		if chosen == Unchosen || chosen == side || k.said(won) == k.said(lost) {
			return won
		}
		*k.changed(&lost) = c.later(*k.changed(&won))
		return lost
	}
}

// greater is the one of two whose text sorts last.
func greater[T any](a, b T, fields func(*T) []field) T {
	if record(fields(&a)) < record(fields(&b)) {
		return b
	}
	return a
}

// join is all of both, with one picked where both have it.
func join[T any](mine, theirs []T, id func(*T) string, pick func(m, t T) T) []T {
	out := slices.Clone(mine)
	at := map[string]int{}
	for i := range out {
		at[id(&out[i])] = i
	}
	for i := range theirs {
		if have, both := at[id(&theirs[i])]; both {
			out[have] = pick(out[have], theirs[i])
		} else {
			out = append(out, theirs[i])
		}
	}
	return out
}

// union is all of both, each once.
func union[T any](mine, theirs []T, fields func(*T) []field) []T {
	var out []T
	seen := map[string]bool{}
	for _, all := range [][]T{mine, theirs} {
		for i := range all {
			if text := record(fields(&all[i])); !seen[text] {
				seen[text] = true
				out = append(out, all[i])
			}
		}
	}
	return out
}
