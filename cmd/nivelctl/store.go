package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"nivel/assessments"
	"nivel/assessments/sqlite"
)

// store puts the sample firm into a data folder, once: where the folder has it, nothing changes.
func (c *call) store(f *firm, dir string) (err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	s, err := sqlite.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ctx := context.Background()
	companies, err := s.Companies(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(companies, func(k assessments.Company) bool { return k.Sample && k.Name == f.file.Company.Name }) {
		c.sayf("demo.there", "path", dir)
		return nil
	}
	if err := c.put(ctx, s, f); err != nil {
		return err
	}
	c.sayf("demo.stored", "path", dir)
	return nil
}

// put adds the firm, its assessment and its answers.
func (c *call) put(ctx context.Context, s *sqlite.Store, f *firm) error {
	now := c.now()
	company := f.file.Company
	company.ID, company.CreatedAt = sqlite.NewID(), now
	if err := s.PutCompany(ctx, company); err != nil {
		return err
	}
	assessment := assessments.Assessment{ID: sqlite.NewID(), CompanyID: company.ID, ModelID: f.file.Model,
		ModelVersion: f.file.Version, Path: f.file.Path, Weights: assessments.Standard, Benchmarks: f.lib.BandsVersion, StartedAt: now, Targets: f.file.Targets}
	if err := s.PutAssessment(ctx, assessment); err != nil {
		return err
	}
	for _, rating := range f.ratings(now, sqlite.NewID) {
		rating.AssessmentID = assessment.ID
		if err := s.Rate(ctx, rating); err != nil {
			return err
		}
	}
	return nil
}

// storeFault names the sentence cli.store.<key> for an error of the store, empty for others.
func storeFault(err error) string {
	var newer *sqlite.NewerError
	switch {
	case errors.As(err, &newer):
		return "newer"
	case errors.Is(err, sqlite.ErrLocked):
		return "locked"
	case errors.Is(err, sqlite.ErrNotDatabase):
		return "nodatabase"
	case errors.Is(err, sqlite.ErrForeign):
		return "foreign"
	case errors.Is(err, sqlite.ErrDamaged):
		return "damaged"
	case errors.Is(err, sqlite.ErrNotWritable):
		return "notwritable"
	case errors.Is(err, sqlite.ErrNotFound):
		return "none"
	}
	return ""
}
