package dossier

import (
	"context"
	"fmt"
	"maps"
	"time"

	"nivel/assessments"
)

// Source is where companies are read from.
type Source interface {
	Companies(ctx context.Context) ([]assessments.Company, error)
	Dossier(ctx context.Context, companyID string) (assessments.Dossier, error)
}

// Store is where they are brought to.
type Store interface {
	Source
	// Backup copies all there is and returns the path of the copy.
	Backup(now time.Time) (string, error)
	// PutDossiers puts all of them or none.
	PutDossiers(ctx context.Context, all []assessments.Dossier, now time.Time) error
}

// Coming is one firm that comes in, beside what is here.
type Coming struct {
	Mine, Theirs assessments.Dossier // Mine without a company's id where the firm is new here
	Comparison   Comparison
}

// New says whether the firm is not here yet.
func (c *Coming) New() bool { return c.Mine.Company.ID == "" }

// Prepare puts what comes in beside what is here, and writes nothing. Several copies of one firm are
// brought together first, the newer counting. What has been altered is a *Fault.
func Prepare(ctx context.Context, s Source, theirs []assessments.Dossier) ([]Coming, error) {
	companies, err := s.Companies(ctx)
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for _, c := range companies {
		here[c.ID] = true
	}
	var out []Coming
	at := map[string]int{}
	for _, d := range theirs {
		id := d.Company.ID
		if i, twice := at[id]; twice {
			if err := Altered(out[i].Theirs, d); err != nil {
				return nil, err
			}
			out[i].Theirs = Merge(out[i].Theirs, d, Choices{})
			continue
		}
		at[id] = len(out)
		out = append(out, Coming{Theirs: Canonical(d)})
	}
	for i := range out {
		c := &out[i]
		if id := c.Theirs.Company.ID; here[id] {
			if c.Mine, err = s.Dossier(ctx, id); err != nil {
				return nil, err
			}
			c.Mine = Canonical(c.Mine)
		}
		if err := Altered(c.Mine, c.Theirs); err != nil {
			return nil, err
		}
		c.Comparison = Compare(c.Mine, c.Theirs)
	}
	return out, nil
}

// Brought is what Bring has done.
type Brought struct {
	Changed int    // firms that are new or say something else now
	Backup  string // the copy that was made before; empty where nothing had to change
}

// Bring brings in what Prepare has prepared: after a copy of all there is, in one transaction. Choose
// gives the choices for a firm. Where nothing would change, nothing is written.
func Bring(ctx context.Context, s Store, all []Coming, choose func(*Coming) Choices, now time.Time) (Brought, error) {
	var done Brought
	var merged []assessments.Dossier
	for i := range all {
		c := &all[i]
		d := Merge(c.Mine, c.Theirs, choose(c))
		says := len(Compare(c.Mine, d).changes()) > 0
		if !says && maps.EqualFunc(moments(&c.Mine), moments(&d), time.Time.Equal) {
			continue
		}
		if err := checkIDs(&d); err != nil {
			return done, err
		}
		merged = append(merged, d)
		if says {
			done.Changed++
		}
	}
	if len(merged) == 0 {
		return done, nil
	}
	copied, err := s.Backup(now)
	if err != nil {
		return done, fmt.Errorf("copy before bringing in: %w", err)
	}
	done.Backup = copied
	if err := s.PutDossiers(ctx, merged, now); err != nil {
		return Brought{Backup: copied}, err
	}
	return done, nil
}

// moments are when each record was changed last. What was kept against something newer differs in
// nothing else, and has to be written too: else the newer would come back with the next exchange.
func moments(d *assessments.Dossier) map[Key]time.Time {
	out := map[Key]time.Time{{Part: PartCompany}: d.Company.ChangedAt}
	for _, v := range d.Visits {
		out[Key{Part: PartVisit, ID: v.ID}] = v.ChangedAt
	}
	for _, r := range d.Rounds {
		round := r.Assessment.ID
		out[Key{Part: PartRound, Round: round}] = r.Assessment.ChangedAt
		for _, p := range r.Plan {
			out[Key{Part: PartPlan, Round: round, ID: p.ID}] = p.ChangedAt
		}
		for _, e := range r.Evidence {
			out[Key{Part: PartEvidence, Round: round, ID: e.ID}] = e.ChangedAt
		}
	}
	return out
}

// changes are the things in which the other side differs.
func (c Comparison) changes() []Item {
	var out []Item
	for i := range c {
		if c[i].State != Same {
			out = append(out, c[i])
		}
	}
	return out
}

// Preview is what Bring would change of a firm, without what stays as it is.
func (c *Coming) Preview(choices Choices) Comparison {
	return Compare(c.Mine, Merge(c.Mine, c.Theirs, choices)).changes()
}
