package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"nivel/assessments"
)

const (
	evidenceColumns = `id, assessment_id, question, caption, width, height, in_report, at, changed_at, thumb`
	wholeEvidence   = evidenceColumns + `, picture`
)

// PutEvidence adds a picture, or replaces the one with its id. A picture that is larger than the
// limits, or one too many, is refused as a *Fault. Where the assessment does not exist the error is
// ErrNotFound.
func (s *Store) PutEvidence(ctx context.Context, e assessments.Evidence) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		var ofAnswer, ofRound int
		err := tx.QueryRowContext(ctx, `SELECT count(*) FILTER (WHERE question = ?), count(*) FROM evidence WHERE assessment_id = ? AND id <> ?`,
			clean(e.Question), clean(e.AssessmentID), clean(e.ID)).Scan(&ofAnswer, &ofRound)
		switch {
		case err != nil:
			return err
		case ofAnswer >= assessments.EvidencePerAnswer:
			return assessments.NewFault("evidence-many", "limit", assessments.EvidencePerAnswer)
		case ofRound >= assessments.EvidencePerRound:
			return assessments.NewFault("evidence-full", "limit", assessments.EvidencePerRound)
		}
		return putEvidence(ctx, tx, e)
	})
	if err != nil {
		return fmt.Errorf("put evidence %q: %w", e.ID, err)
	}
	return nil
}

func putEvidence(ctx context.Context, tx *sql.Tx, e assessments.Evidence) error {
	if n := len(e.Picture); n > assessments.EvidenceBytes || n == 0 {
		return assessments.NewFault("evidence-large", "have", n, "limit", assessments.EvidenceBytes)
	}
	if n := len(e.Thumb); n > assessments.ThumbBytes || n == 0 {
		return assessments.NewFault("evidence-large", "have", n, "limit", assessments.ThumbBytes)
	}
	at, err := stamp(e.At)
	if err != nil {
		return err
	}
	changed, err := stampOr(e.ChangedAt)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO evidence (`+wholeEvidence+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		clean(e.ID), clean(e.AssessmentID), clean(e.Question), clean(e.Caption), e.Width, e.Height, e.InReport, at, changed, e.Thumb, e.Picture)
	return err
}

// Evidence returns the pictures of an assessment in the order in which they were added, with their
// thumbnails and without the pictures themselves, which EvidencePicture gives one by one.
func (s *Store) Evidence(ctx context.Context, assessmentID string) ([]assessments.Evidence, error) {
	all, err := list(ctx, s, func(row scanner) (assessments.Evidence, error) { return scanEvidence(row) },
		`SELECT `+evidenceColumns+` FROM evidence WHERE assessment_id = ? ORDER BY at, id`, clean(assessmentID))
	if err != nil {
		return nil, fmt.Errorf("read evidence of assessment %q: %w", assessmentID, err)
	}
	return all, nil
}

// EvidencePicture returns a picture in full, as JPEG. Where it is not there the error is ErrNotFound.
func (s *Store) EvidencePicture(ctx context.Context, id string) (picture []byte, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT picture FROM evidence WHERE id = ?`, clean(id)).Scan(&picture)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read evidence %q: %w", id, classify(err))
	}
	return picture, nil
}

// DeleteEvidence takes a picture out. Where it is not there the error is ErrNotFound.
func (s *Store) DeleteEvidence(ctx context.Context, id string) error {
	if err := one(s.write(ctx, `DELETE FROM evidence WHERE id = ?`, clean(id))); err != nil {
		return fmt.Errorf("delete evidence %q: %w", id, err)
	}
	return nil
}

func scanEvidence(row scanner, more ...any) (assessments.Evidence, error) {
	var e assessments.Evidence
	err := row.Scan(append([]any{&e.ID, &e.AssessmentID, &e.Question, &e.Caption, &e.Width, &e.Height, &e.InReport,
		readStamp{&e.At}, readStampOr{&e.ChangedAt}, &e.Thumb}, more...)...)
	return e, err
}

// scanWhole reads a row of wholeEvidence.
func scanWhole(row scanner) (assessments.Evidence, error) {
	var picture []byte
	e, err := scanEvidence(row, &picture)
	e.Picture = picture
	return e, err
}
