package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"nivel/assessments"
)

// Dossier returns one company with everything that is kept about it, evidence in full; ErrNotFound
// where there is no such company. What only this folder needs (what can be undone in a plan, the
// settings) is no part of it.
func (s *Store) Dossier(ctx context.Context, companyID string) (d assessments.Dossier, err error) {
	wrap := func(err error) (assessments.Dossier, error) {
		return assessments.Dossier{}, fmt.Errorf("read everything about company %q: %w", companyID, err)
	}
	if d.Company, err = s.Company(ctx, companyID); err != nil {
		return wrap(err)
	}
	if d.Consents, err = s.Consents(ctx, companyID); err != nil {
		return wrap(err)
	}
	if d.Earlier, err = s.Earlier(ctx, companyID); err != nil {
		return wrap(err)
	}
	if d.Visits, err = s.Visits(ctx, companyID); err != nil {
		return wrap(err)
	}
	slices.Reverse(d.Visits) // the first one in front, as rounds are
	all, err := s.Assessments(ctx, companyID)
	if err != nil {
		return wrap(err)
	}
	slices.Reverse(all)
	for _, a := range all {
		r := assessments.DossierRound{Assessment: a}
		if r.Ratings, err = s.Ratings(ctx, a.ID); err != nil {
			return wrap(err)
		}
		if r.Decisions, err = s.allDecisions(ctx, a.ID); err != nil {
			return wrap(err)
		}
		if r.Plan, err = s.PlanItems(ctx, a.ID); err != nil {
			return wrap(err)
		}
		r.Evidence, err = list(ctx, s, scanWhole, `SELECT `+wholeEvidence+` FROM evidence WHERE assessment_id = ? ORDER BY at, id`, clean(a.ID))
		if err != nil {
			return wrap(err)
		}
		d.Rounds = append(d.Rounds, r)
	}
	return d, nil
}

// PutDossier makes what is kept about a company what the dossier says, in one transaction: all of it
// or nothing. It is meant for one that contains what was there (dossier.Merge): nothing that is there
// and not in it is taken away, except that ratings, decisions and consents get the order they have
// in it. Ids that belong to another company or assessment are refused as ErrNotFound.
func (s *Store) PutDossier(ctx context.Context, d assessments.Dossier) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putDossier(ctx, tx, d) })
	if err != nil {
		return fmt.Errorf("put everything about company %q: %w", d.Company.ID, err)
	}
	return nil
}

// PutDossiers is PutDossier for several, in one transaction, with a line in the log.
func (s *Store) PutDossiers(ctx context.Context, all []assessments.Dossier, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, d := range all {
			if err := putDossier(ctx, tx, d); err != nil {
				return fmt.Errorf("company %q: %w", d.Company.ID, err)
			}
			if err := addLog(ctx, tx, assessments.LogEntry{At: now, Kind: assessments.LogImport, Company: d.Company.ID, Count: 1}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("put %d dossiers: %w", len(all), err)
	}
	return nil
}

func putDossier(ctx context.Context, tx *sql.Tx, d assessments.Dossier) error {
	id := d.Company.ID
	if err := putCompany(ctx, tx, d.Company); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM consent WHERE company_id = ?`, clean(id)); err != nil {
		return err
	}
	for _, c := range d.Consents {
		if err := addConsent(ctx, tx, id, c); err != nil {
			return err
		}
	}
	for _, e := range d.Earlier {
		if err := owns(ctx, tx, "earlier", "company_id", e.ID, id); err != nil {
			return err
		}
		if err := putEarlier(ctx, tx, id, e); err != nil {
			return err
		}
	}
	for _, v := range d.Visits {
		if err := owns(ctx, tx, "visit", "company_id", v.ID, id); err != nil {
			return err
		}
		v.CompanyID = id
		if err := putVisit(ctx, tx, v); err != nil {
			return err
		}
	}
	for i := range d.Rounds {
		if err := putRound(ctx, tx, id, &d.Rounds[i]); err != nil {
			return fmt.Errorf("assessment %q: %w", d.Rounds[i].Assessment.ID, err)
		}
	}
	return nil
}

func putRound(ctx context.Context, tx *sql.Tx, company string, r *assessments.DossierRound) error {
	id := r.Assessment.ID
	if err := owns(ctx, tx, "assessment", "company_id", id, company); err != nil {
		return err
	}
	a := r.Assessment
	a.CompanyID = company
	if err := putAssessment(ctx, tx, a); err != nil {
		return err
	}
	for _, table := range []string{"rating", "decision"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE assessment_id = ?`, clean(id)); err != nil {
			return err
		}
	}
	rate, err := tx.PrepareContext(ctx, insertRating)
	if err != nil {
		return err
	}
	defer rate.Close()
	for _, x := range r.Ratings {
		x.AssessmentID = id
		err := owns(ctx, tx, "rating", "assessment_id", x.ID, id)
		var args []any
		if err == nil {
			args, err = ratingArgs(x)
		}
		if err == nil {
			_, err = rate.ExecContext(ctx, args...)
		}
		if err != nil {
			return fmt.Errorf("rating %q: %w", x.ID, err)
		}
	}
	for _, x := range r.Decisions {
		if err := addDecision(ctx, tx, id, x); err != nil {
			return err
		}
	}
	for i, p := range r.Plan {
		if _, err := planItem(ctx, tx, id, p.ID); err != nil {
			return err
		}
		row := planRow{Item: cleanPlan(p), Position: i + 1}
		if err := row.put(ctx, tx, id); err != nil {
			return err
		}
	}
	for _, e := range r.Evidence {
		if err := owns(ctx, tx, "evidence", "assessment_id", e.ID, id); err != nil {
			return err
		}
		e.AssessmentID = id
		if err := putEvidence(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}

// owns says ErrNotFound where a row with that id is another's.
func owns(ctx context.Context, tx *sql.Tx, table, column, id, owner string) error {
	var found string
	err := tx.QueryRowContext(ctx, `SELECT `+column+` FROM `+table+` WHERE id = ?`, clean(id)).Scan(&found)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case found != clean(owner):
		return fmt.Errorf("%s %q is another's: %w", table, id, ErrNotFound)
	}
	return nil
}

// DeleteCompany takes out everything that is kept about a company; what stood there is overwritten
// (secure_delete). Copies in the folder of backups are not touched; Backups names them. Where there is no
// such company the error is ErrNotFound.
func (s *Store) DeleteCompany(ctx context.Context, companyID string, now time.Time) error {
	return s.DeleteCompanies(ctx, []string{companyID}, now)
}

// DeleteCompanies is DeleteCompany for several, in one transaction.
func (s *Store) DeleteCompanies(ctx context.Context, ids []string, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return deleteCompanies(ctx, tx, ids, now) })
	if err == nil {
		_, err = s.write(ctx, `VACUUM`) // no page of the file is left that held any of it
	}
	if err != nil {
		return fmt.Errorf("delete companies %q: %w", ids, err)
	}
	return nil
}

func deleteCompanies(ctx context.Context, tx *sql.Tx, ids []string, now time.Time) error {
	for _, id := range ids {
		if err := one(tx.ExecContext(ctx, `DELETE FROM company WHERE id = ?`, clean(id))); err != nil {
			return err
		}
		if err := addLog(ctx, tx, assessments.LogEntry{At: now, Kind: assessments.LogDelete, Company: id, Count: 1}); err != nil {
			return err
		}
	}
	return nil
}

// Log adds a line to the local log.
func (s *Store) Log(ctx context.Context, e assessments.LogEntry) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return addLog(ctx, tx, e) })
	if err != nil {
		return fmt.Errorf("log %s: %w", e.Kind, err)
	}
	return nil
}

func addLog(ctx context.Context, tx *sql.Tx, e assessments.LogEntry) error {
	at, err := stamp(e.At)
	if err == nil {
		_, err = tx.ExecContext(ctx, `INSERT INTO log (at, kind, company, count) VALUES (?, ?, ?, ?)`, at, clean(string(e.Kind)), clean(e.Company), e.Count)
	}
	return err
}

// Logged returns the local log, the last line in front.
func (s *Store) Logged(ctx context.Context) ([]assessments.LogEntry, error) {
	all, err := list(ctx, s, func(row scanner) (e assessments.LogEntry, err error) {
		err = row.Scan(readStamp{&e.At}, &e.Kind, &e.Company, &e.Count)
		return e, err
	}, `SELECT at, kind, company, count FROM log ORDER BY seq DESC`)
	if err != nil {
		return nil, fmt.Errorf("read log: %w", err)
	}
	return all, nil
}
