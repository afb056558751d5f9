package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"nivel/assessments"
)

// Targets and weights come along as one JSON object each, so that an assessment is one row of one
// query.
const selectAssessment = `SELECT id, company_id, model_id, model_version, path, weights, benchmarks, round, started_at, position, next_at,
	people, nace, changed_at,
	(SELECT json_group_object(subject, level) FROM target WHERE assessment_id = assessment.id),
	(SELECT json_group_object(dimension, weight) FROM weight WHERE assessment_id = assessment.id)
	FROM assessment`

const insertTarget = `INSERT INTO target (assessment_id, subject, level) VALUES (?, ?, ?)
	ON CONFLICT (assessment_id, subject) DO UPDATE SET level = excluded.level`

// PutAssessment adds the assessment, or replaces the one with its id, targets and weights
// included. Ratings, decisions and plan stay. Where the company does not exist the error is ErrNotFound.
func (s *Store) PutAssessment(ctx context.Context, a assessments.Assessment) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putAssessment(ctx, tx, a) })
	if err != nil {
		return fmt.Errorf("put assessment %q: %w", a.ID, err)
	}
	return nil
}

func putAssessment(ctx context.Context, tx *sql.Tx, a assessments.Assessment) error {
	started, err := stamp(a.StartedAt)
	if err != nil {
		return err
	}
	changed, err := stampOr(a.ChangedAt)
	if err != nil {
		return err
	}
	var people, nace any
	if a.Firm != nil {
		people, nace = a.Firm.People, clean(a.Firm.NACE)
	}
	id := clean(a.ID)
	_, err = tx.ExecContext(ctx, `INSERT INTO assessment
		(id, company_id, model_id, model_version, path, weights, benchmarks, round, started_at, position, next_at, people, nace, changed_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET
			company_id = excluded.company_id, model_id = excluded.model_id,
			model_version = excluded.model_version, path = excluded.path,
			weights = excluded.weights, benchmarks = excluded.benchmarks, round = excluded.round,
			started_at = excluded.started_at, position = excluded.position, next_at = excluded.next_at,
			people = excluded.people, nace = excluded.nace, changed_at = excluded.changed_at`,
		id, clean(a.CompanyID), clean(a.ModelID), clean(a.ModelVersion), clean(a.Path), clean(a.Weights), clean(a.Benchmarks), a.Round,
		started, clean(a.Position), clean(a.NextAt), people, nace, changed)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM target WHERE assessment_id = ?`, id); err != nil {
		return err
	}
	for subject, level := range a.Targets {
		if _, err := tx.ExecContext(ctx, insertTarget, id, clean(subject), level); err != nil {
			return fmt.Errorf("target of %q: %w", subject, err)
		}
	}
	return putWeights(ctx, tx, id, a.WeightOverrides)
}

// Assessment returns the assessment with that id, or ErrNotFound. Its Targets are never nil.
func (s *Store) Assessment(ctx context.Context, id string) (assessments.Assessment, error) {
	a, err := scanAssessment(s.db.QueryRowContext(ctx, selectAssessment+` WHERE id = ?`, clean(id)))
	if err != nil {
		return assessments.Assessment{}, fmt.Errorf("read assessment %q: %w", id, classify(err))
	}
	return a, nil
}

// Assessments returns the assessments of a company, the one started last in front.
func (s *Store) Assessments(ctx context.Context, companyID string) ([]assessments.Assessment, error) {
	all, err := list(ctx, s, scanAssessment,
		selectAssessment+` WHERE company_id = ? ORDER BY started_at DESC, rowid DESC`, clean(companyID))
	if err != nil {
		return nil, fmt.Errorf("read assessments of company %q: %w", companyID, err)
	}
	return all, nil
}

func scanAssessment(row scanner) (assessments.Assessment, error) {
	var a assessments.Assessment
	var targets, weights []byte
	var people sql.NullInt64
	var nace sql.NullString
	err := row.Scan(&a.ID, &a.CompanyID, &a.ModelID, &a.ModelVersion, &a.Path, &a.Weights, &a.Benchmarks, &a.Round,
		readStamp{&a.StartedAt}, &a.Position, &a.NextAt, &people, &nace, readStampOr{&a.ChangedAt}, &targets, &weights)
	if err != nil {
		return a, err
	}
	if people.Valid {
		a.Firm = &assessments.Snapshot{People: int(people.Int64), NACE: nace.String}
	}
	if err := json.Unmarshal(targets, &a.Targets); err != nil {
		return a, err
	}
	a.WeightOverrides, err = readWeights(weights)
	return a, err
}

// SetPosition keeps the question last shown. Where the assessment does not exist the error is
// ErrNotFound.
func (s *Store) SetPosition(ctx context.Context, assessmentID, question string) error {
	if err := one(s.write(ctx, `UPDATE assessment SET position = ? WHERE id = ?`, clean(question), clean(assessmentID))); err != nil {
		return fmt.Errorf("set position of assessment %q: %w", assessmentID, err)
	}
	return nil
}

// SetTarget keeps the level that is wanted for a dimension or a question; a negative level takes it back, so
// that the suggested one counts again. Where the assessment does not exist the error is
// ErrNotFound, except when there is nothing to take back.
func (s *Store) SetTarget(ctx context.Context, assessmentID, subject string, level int, now time.Time) error {
	id := clean(assessmentID)
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		err := changed(ctx, tx, id, now)
		if level < 0 {
			if errors.Is(err, ErrNotFound) {
				return nil
			}
			if err == nil {
				_, err = tx.ExecContext(ctx, `DELETE FROM target WHERE assessment_id = ? AND subject = ?`, id, clean(subject))
			}
			return err
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, insertTarget, id, clean(subject), level)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("set target of %q in assessment %q: %w", subject, assessmentID, err)
	}
	return nil
}

// changed notes that an assessment was changed.
func changed(ctx context.Context, tx *sql.Tx, id string, now time.Time) error {
	at, err := stamp(now)
	if err != nil {
		return err
	}
	return one(tx.ExecContext(ctx, `UPDATE assessment SET changed_at = ? WHERE id = ?`, at, id))
}
