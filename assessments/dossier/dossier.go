// Package dossier is the file that is handed over: one firm with everything that is kept about it,
// written, encrypted, read, compared and brought together with what is there.
//
// The rule: a file is believed in full or not at all, and what is taken in only adds. Whatever does not
// fit is one Fault and changes nothing; memory and time are bounded whatever a file says about itself;
// no rating, decision, consent, visit or picture is dropped. docs/dossier-format.md describes the format
// and the laws.
package dossier

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"
	"unicode"

	"nivel/assessments"
)

// Format is the version of the file format.
const Format = 1

// Ending is how the names of files end.
const Ending = ".nivel"

// SizeLimit is the most that a body may have in bytes, FileLimit what a file may have.
const (
	SizeLimit = 256 << 20
	FileLimit = SizeLimit + 1<<20
)

// Limits on what a file holds, beside those that the domain has.
const (
	RecordLimit   = 100_000 // records of all kinds in a file
	PictureLimit  = 1_000   // pictures in a file: two sides may each bring a full round
	RoundLimit    = 100
	RatingLimit   = 50_000 // of a round
	DecisionLimit = 20_000 // of a round
	ItemLimit     = 1_000  // of a round's plan
	VisitLimit    = 1_000
	ConsentLimit  = 1_000
	EarlierLimit  = 200
	TagLimit      = 100
	TargetLimit   = 500
	WeightsLimit  = 200      // also of scores from before, and of what was agreed at a visit
	LineLimit     = 200      // characters of a name, a place, an id of content
	NoteLimit     = 5_000    // characters of a note, a reason
	ValueLimit    = 16 << 10 // bytes of a value
)

const (
	mostPeople = 10_000_000
	mostFigure = 1_000_000_000
	mostRounds = 10_000
)

// Canonical is the dossier in the one form in which it is written and compared: lists in their order,
// times in UTC, texts without signs that steer a screen, nothing nil that the store gives as empty. What
// was given is not changed.
func Canonical(d assessments.Dossier) assessments.Dossier {
	d.Company = canonicalCompany(d.Company)
	d.Consents = mapped(d.Consents, func(c *assessments.Consent) { c.By, c.At = clean(c.By), utc(c.At) })
	d.Consents = sorted(d.Consents, byConsent)
	d.Earlier = mapped(d.Earlier, canonicalEarlier)
	slices.SortFunc(d.Earlier, func(a, b assessments.Earlier) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	d.Visits = mapped(d.Visits, func(v *assessments.Visit) {
		v.CompanyID = d.Company.ID
		v.Place, v.Note = clean(v.Place), clean(v.Note)
		v.People = mapped(v.People, func(p *assessments.Present) { p.Role, p.Name = clean(p.Role), clean(p.Name) })
		v.Agreed = cleaned(v.Agreed)
		v.StartedAt, v.ClosedAt, v.ChangedAt = utc(v.StartedAt), utc(v.ClosedAt), utc(v.ChangedAt)
	})
	slices.SortFunc(d.Visits, func(a, b assessments.Visit) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), a.StartedAt.Compare(b.StartedAt), cmp.Compare(a.ID, b.ID))
	})
	d.Rounds = mapped(d.Rounds, func(r *assessments.DossierRound) { canonicalRound(r, d.Company.ID) })
	slices.SortFunc(d.Rounds, func(a, b assessments.DossierRound) int {
		return cmp.Or(a.Assessment.StartedAt.Compare(b.Assessment.StartedAt), cmp.Compare(a.Assessment.ID, b.Assessment.ID))
	})
	return d
}

func canonicalCompany(c assessments.Company) assessments.Company {
	c.Name, c.Place, c.NACE, c.Contact = clean(c.Name), clean(c.Place), clean(c.NACE), clean(c.Contact)
	c.Tags = cleaned(c.Tags)
	slices.Sort(c.Tags)
	c.Tags = slices.Compact(c.Tags)
	c.CreatedAt, c.ChangedAt = utc(c.CreatedAt), utc(c.ChangedAt)
	return c
}

func canonicalEarlier(e *assessments.Earlier) {
	e.Source, e.Scores = clean(e.Source), withoutNil(e.Scores)
}

func canonicalRound(r *assessments.DossierRound, company string) {
	a := &r.Assessment
	a.CompanyID, a.StartedAt, a.ChangedAt, a.WeightOverrides = company, utc(a.StartedAt), utc(a.ChangedAt), withoutNil(a.WeightOverrides)
	if a.Targets == nil {
		a.Targets = map[string]int{}
	}
	r.Ratings = mapped(r.Ratings, func(x *assessments.Rating) {
		x.AssessmentID, x.By, x.Answer.Note, x.At = a.ID, clean(x.By), clean(x.Answer.Note), utc(x.At)
	})
	slices.SortFunc(r.Ratings, byMoment)
	r.Decisions = mapped(r.Decisions, func(x *assessments.Decision) { x.Reason, x.At = clean(x.Reason), utc(x.At) })
	r.Decisions = sorted(r.Decisions, byDecision)
	r.Plan = mapped(r.Plan, func(p *assessments.PlanItem) {
		for _, text := range []*string{&p.Owner, &p.Funding, &p.Sign, &p.Note, &p.Hurdle} {
			*text = clean(*text)
		}
		p.At, p.ChangedAt, p.DoneAt = utc(p.At), utc(p.ChangedAt), utc(p.DoneAt)
	})
	slices.SortFunc(r.Plan, func(a, b assessments.PlanItem) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	r.Evidence = mapped(r.Evidence, func(e *assessments.Evidence) {
		e.AssessmentID, e.Caption, e.At, e.ChangedAt = a.ID, clean(e.Caption), utc(e.At), utc(e.ChangedAt)
	})
	slices.SortFunc(r.Evidence, func(a, b assessments.Evidence) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
}

// byMoment is the order of ratings, whoever gave them on whichever machine.
func byMoment(a, b assessments.Rating) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
}

func byDecision(a, b assessments.Decision) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Action, b.Action), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Reason, b.Reason))
}

func byConsent(a, b assessments.Consent) int {
	given := map[bool]int{true: 1}
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Kind, b.Kind), cmp.Compare(given[a.Given], given[b.Given]), cmp.Compare(a.By, b.By))
}

// mapped is a copy of a list with each element changed; nil where there is none.
func mapped[T any](all []T, change func(*T)) []T {
	if len(all) == 0 {
		return nil
	}
	out := slices.Clone(all)
	for i := range out {
		change(&out[i])
	}
	return out
}

// sorted puts what has no id into its order, each once.
func sorted[T any](all []T, compare func(a, b T) int) []T {
	slices.SortFunc(all, compare)
	return slices.CompactFunc(all, func(a, b T) bool { return compare(a, b) == 0 })
}

// cleaned are the texts of which something is left.
func cleaned(texts []string) []string {
	out := slices.DeleteFunc(mapped(texts, func(t *string) { *t = clean(*t) }), func(t string) bool { return t == "" })
	if len(out) == 0 {
		return nil
	}
	return out
}

func withoutNil(m map[string]*big.Rat) map[string]*big.Rat {
	var out map[string]*big.Rat
	for k, v := range m {
		if v != nil {
			if out == nil {
				out = map[string]*big.Rat{}
			}
			out[k] = v
		}
	}
	return out
}

// utc is a time without what only this process knows of it.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC().Round(0)
}

// clean is a text as files have it: valid, lines ending in a line feed, without signs that steer a
// terminal or turn the direction of writing.
func clean(text string) string {
	if !strings.ContainsFunc(text, steers) && !strings.ContainsRune(text, '\uFFFD') {
		return text
	}
	return strings.Map(func(r rune) rune {
		if steers(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
