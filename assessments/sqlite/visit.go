package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"nivel/assessments"
)

const visitColumns = `id, company_id, assessment_id, day, place, people, minutes, note, agreed, started_at, closed_at, changed_at`

// PutVisit adds a visit, or replaces the one with its id. Where the company does not exist the error
// is ErrNotFound.
func (s *Store) PutVisit(ctx context.Context, v assessments.Visit) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putVisit(ctx, tx, v) })
	if err != nil {
		return fmt.Errorf("put visit %q: %w", v.ID, err)
	}
	return nil
}

func putVisit(ctx context.Context, tx *sql.Tx, v assessments.Visit) error {
	people := make([]assessments.Present, 0, len(v.People))
	for _, p := range v.People {
		people = append(people, assessments.Present{Role: clean(p.Role), Name: clean(p.Name)})
	}
	who, err := json.Marshal(people)
	if err != nil {
		return err
	}
	agreed, err := writeTexts(v.Agreed)
	if err != nil {
		return err
	}
	var times [3]string
	for i, t := range []time.Time{v.StartedAt, v.ClosedAt, v.ChangedAt} {
		if times[i], err = stampOr(t); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO visit (`+visitColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		clean(v.ID), clean(v.CompanyID), clean(v.AssessmentID), clean(v.Day), clean(v.Place), string(who), v.Minutes, clean(v.Note), agreed,
		times[0], times[1], times[2])
	return err
}

// Visits returns the visits to a company, the last one in front.
func (s *Store) Visits(ctx context.Context, companyID string) ([]assessments.Visit, error) {
	all, err := list(ctx, s, scanVisit, `SELECT `+visitColumns+` FROM visit WHERE company_id = ? ORDER BY day DESC, started_at DESC, id DESC`, clean(companyID))
	if err != nil {
		return nil, fmt.Errorf("read visits to company %q: %w", companyID, err)
	}
	return all, nil
}

// DeleteVisit takes a visit out. Where it is not there the error is ErrNotFound.
func (s *Store) DeleteVisit(ctx context.Context, id string) error {
	if err := one(s.write(ctx, `DELETE FROM visit WHERE id = ?`, clean(id))); err != nil {
		return fmt.Errorf("delete visit %q: %w", id, err)
	}
	return nil
}

func scanVisit(row scanner) (assessments.Visit, error) {
	var v assessments.Visit
	var people string
	err := row.Scan(&v.ID, &v.CompanyID, &v.AssessmentID, &v.Day, &v.Place, &people, &v.Minutes, &v.Note, readTexts{&v.Agreed},
		readStampOr{&v.StartedAt}, readStampOr{&v.ClosedAt}, readStampOr{&v.ChangedAt})
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(people), &v.People); err != nil {
		return v, fmt.Errorf("%w: visit %s: %w", ErrDamaged, v.ID, err)
	}
	if len(v.People) == 0 {
		v.People = nil
	}
	return v, nil
}
