package intake

import (
	"context"
	"errors"
	"time"

	"nivel/assessments"
	"nivel/assessments/office"
	"nivel/assessments/sqlite"
	"nivel/assessments/texts"
)

// Store is what taking in needs of the store.
type Store interface {
	Companies(ctx context.Context) ([]assessments.Company, error)
	Earlier(ctx context.Context, companyID string) ([]assessments.Earlier, error)
	PutIntake(ctx context.Context, all []sqlite.Intake, now time.Time) error
}

// Kind is what a row becomes.
type Kind string

// The kinds.
const (
	New     Kind = "new"     // a company that was not there
	Known   Kind = "known"   // one that is there and would change
	Same    Kind = "same"    // one that is there already as the row says
	Refused Kind = "refused" // nothing: Fault says why
)

// Change is one thing that would be another.
type Change struct {
	Field    Field
	From, To string
}

// Row is what one row of the table becomes.
type Row struct {
	Line    int // in the file
	Kind    Kind
	Company assessments.Company // as it would be
	Before  *assessments.Company
	Changes []Change             // of a known company
	Result  *assessments.Earlier // the earlier result that would be added or changed
	Fault   *assessments.Fault   // of a refused row
}

// Preview is what a table becomes. Nothing of it is written yet.
type Preview struct {
	Rows []Row
}

// Counts are how many rows become what.
func (p *Preview) Counts() map[Kind]int {
	out := map[Kind]int{}
	for i := range p.Rows {
		out[p.Rows[i].Kind]++
	}
	return out
}

// Params are what a preview is made from.
type Params struct {
	Store Store
	Terms Terms
	Words *texts.Words // for days as they are written
	Now   time.Time
}

// Look says what each row of a table would become. It returns a *Fault where the mapping cannot be
// used at all: no column of names, no rows.
func Look(ctx context.Context, p Params, t *office.Table, m Mapping) (*Preview, error) {
	switch {
	case m.column(Name) < 0:
		return nil, assessments.NewFault("intake-names")
	case len(m.rows(t)) == 0:
		return nil, assessments.NewFault("intake-rows")
	case m.Scale != assessments.Top && m.Scale != 100:
		return nil, assessments.NewFault("intake-scale", "value", m.Scale)
	}
	l := &looker{ctx: ctx, p: p, m: &m, there: map[string][]*entry{}}
	companies, err := p.Store.Companies(ctx)
	if err != nil {
		return nil, err
	}
	for i := range companies {
		if c := &companies[i]; !c.Sample {
			l.enter(&entry{company: *c, before: c})
		}
	}
	out := &Preview{}
	for _, r := range m.rows(t) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := l.row(&r)
		var fault *assessments.Fault
		if errors.As(err, &fault) {
			row, err = Row{Kind: Refused, Fault: fault}, nil
		}
		if err != nil {
			return nil, err
		}
		row.Line = r.Line
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// Apply writes what a preview says, in one transaction: all of it or nothing. Refused rows are left
// out. Where a company has changed since the preview it returns a *Fault.
func (p *Preview) Apply(ctx context.Context, store Store, now time.Time) error {
	companies, err := store.Companies(ctx)
	if err != nil {
		return err
	}
	at := map[string]*assessments.Company{}
	for i := range companies {
		at[companies[i].ID] = &companies[i]
	}
	var all []sqlite.Intake
	place := map[string]int{}
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Kind == Refused || r.Kind == Same {
			continue
		}
		if r.Before != nil && (at[r.Before.ID] == nil || !at[r.Before.ID].Same(*r.Before)) {
			return assessments.NewFault("intake-changed", "name", brief(r.Before.Name))
		}
		k, ok := place[r.Company.ID]
		if !ok {
			k = len(all)
			place[r.Company.ID], all = k, append(all, sqlite.Intake{})
		}
		all[k].Company = r.Company
		if r.Result != nil {
			all[k].Earlier = append(all[k].Earlier, *r.Result)
		}
	}
	return store.PutIntake(ctx, all, now)
}
