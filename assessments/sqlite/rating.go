package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"nivel/assessments"
)

const ratingColumns = `id, assessment_id, question, respondent, at, value, relevance, note, flag, confidence, by_whom, carried, undoes`

const insertRating = `INSERT INTO rating (` + ratingColumns + `) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// Rate adds a rating. It returns nil only after the commit: from then on the rating survives a
// kill and a power cut. Where the assessment does not exist the error is ErrNotFound.
func (s *Store) Rate(ctx context.Context, r assessments.Rating) error {
	if err := s.addRating(ctx, r); err != nil {
		return fmt.Errorf("rate %q in assessment %q: %w", r.Question, r.AssessmentID, err)
	}
	return nil
}

// addRating is the hot path: one statement, prepared when the store was opened.
func (s *Store) addRating(ctx context.Context, r assessments.Rating) error {
	args, err := ratingArgs(r)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	// Not interrupted once begun, for the reason given at write.
	_, err = s.rate.ExecContext(context.WithoutCancel(ctx), args...)
	return classify(err)
}

// ratingArgs are the values of insertRating.
func ratingArgs(r assessments.Rating) ([]any, error) {
	at, err := stamp(r.At)
	if err != nil {
		return nil, err
	}
	value, err := writeValue(r.Answer.Value)
	if err != nil {
		return nil, err
	}
	if err := assessments.CheckBy(r.By); err != nil {
		return nil, err
	}
	return []any{clean(r.ID), clean(r.AssessmentID), clean(r.Question), clean(string(r.Respondent)), at,
		value, r.Answer.Relevance.String(), clean(r.Answer.Note), r.Answer.Flag,
		r.Answer.Confidence.String(), clean(r.By), r.Carried, clean(r.Undoes)}, nil
}

// writeValue refuses what could not be read again: it would make the whole assessment unreadable.
func writeValue(v assessments.Value) (string, error) {
	data, err := v.MarshalJSON()
	if err != nil {
		return "", err
	}
	var back assessments.Value
	if err := back.UnmarshalJSON(data); err != nil {
		return "", err
	}
	return string(data), nil
}

// Ratings returns all ratings of an assessment in the order in which they were given.
func (s *Store) Ratings(ctx context.Context, assessmentID string) ([]assessments.Rating, error) {
	all, err := list(ctx, s, scanRating,
		`SELECT `+ratingColumns+` FROM rating WHERE assessment_id = ? ORDER BY seq`, clean(assessmentID))
	if err != nil {
		return nil, fmt.Errorf("read ratings of assessment %q: %w", assessmentID, err)
	}
	return all, nil
}

const selectAnswers = `SELECT ` + ratingColumns + ` FROM rating WHERE seq IN
	(SELECT max(seq) FROM rating WHERE assessment_id = ? AND respondent = ? GROUP BY question)`

// Answers returns the latest rating that the respondent gave to each question, also where it is
// empty because an answer was taken back. The map is never nil.
func (s *Store) Answers(ctx context.Context, assessmentID string, respondent assessments.Respondent) (assessments.Answers, error) {
	latest, err := list(ctx, s, scanRating, selectAnswers, clean(assessmentID), clean(string(respondent)))
	if err != nil {
		return nil, fmt.Errorf("read answers of assessment %q by %q: %w", assessmentID, respondent, err)
	}
	answers := make(assessments.Answers, len(latest))
	for _, r := range latest {
		answers[r.Question] = r.Answer
	}
	return answers, nil
}

func scanRating(row scanner) (assessments.Rating, error) {
	var r assessments.Rating
	var value, relevance, confidence string
	err := row.Scan(&r.ID, &r.AssessmentID, &r.Question, &r.Respondent, readStamp{&r.At}, &value,
		&relevance, &r.Answer.Note, &r.Answer.Flag, &confidence, &r.By, &r.Carried, &r.Undoes)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(value), &r.Answer.Value); err != nil {
		return r, fmt.Errorf("%w: rating %s: %w", ErrDamaged, r.ID, err)
	}
	if r.Answer.Relevance, err = assessments.ParseRelevance(relevance); err != nil {
		return r, fmt.Errorf("%w: rating %s: %w", ErrDamaged, r.ID, err)
	}
	if r.Answer.Confidence, err = assessments.ParseConfidence(confidence); err != nil {
		return r, fmt.Errorf("%w: rating %s: %w", ErrDamaged, r.ID, err)
	}
	return r, nil
}
