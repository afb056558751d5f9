package session

import (
	"context"
	"time"

	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/sampleregion"
	"nivel/assessments/sqlite"
)

// OpenSample shows the sample firm, writing it the first time.
func (s *Session) OpenSample(file *answerfile.File) error {
	if err := s.Saved(); err != nil {
		return err
	}
	ctx := ctx()
	all, err := s.store.Companies(ctx)
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.Sample && !sampleregion.Is(c.ID) {
			return s.show(c.ID)
		}
	}
	id, err := Import(ctx, s.store, file, s.now())
	if err != nil {
		return err
	}
	return s.show(id)
}

// CloseSample goes back to the firm's own answers.
func (s *Session) CloseSample() error { return s.show("") }

func (s *Session) show(id string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	s.PutSetting("company", id)
	return s.load(id)
}

// Import writes an answer file into a store as a company with one assessment, and returns the
// company's id.
func Import(ctx context.Context, store *sqlite.Store, f *answerfile.File, now time.Time) (string, error) {
	c := f.Company
	c.ID, c.CreatedAt = sqlite.NewID(), now
	if err := store.PutCompany(ctx, c); err != nil {
		return "", err
	}
	a := assessments.Assessment{ID: sqlite.NewID(), CompanyID: c.ID, ModelID: f.Model, ModelVersion: f.Version, Path: f.Path, Weights: assessments.Standard, StartedAt: now, Targets: f.Targets}
	if err := store.PutAssessment(ctx, a); err != nil {
		return "", err
	}
	for dimension, level := range f.Targets {
		if err := store.SetTarget(ctx, a.ID, dimension, level, now); err != nil {
			return "", err
		}
	}
	for q, answer := range f.Answers {
		r := assessments.Rating{ID: sqlite.NewID(), AssessmentID: a.ID, Question: q, Respondent: assessments.Owner, At: now, Answer: answer}
		if err := store.Rate(ctx, r); err != nil {
			return "", err
		}
	}
	return c.ID, nil
}
