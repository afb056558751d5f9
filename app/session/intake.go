package session

import (
	"nivel/assessments/intake"
	"nivel/assessments/office"
)

// Terms are the words by which a table's columns, trades and areas are known; it waits for the content
// to be complete.
func (s *Session) Terms() intake.Terms {
	library := s.Complete()
	return intake.TermsOf(library, s.full, s.rest.texts)
}

// Look makes what says what each row of a table would become. It writes nothing, and may be called on
// another goroutine.
func (s *Session) Look(t *office.Table, m intake.Mapping) (func() (*intake.Preview, error), error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	p := intake.Params{Store: s.store, Terms: s.Terms(), Words: s.Words, Now: s.now()}
	return func() (*intake.Preview, error) { return intake.Look(ctx(), p, t, m) }, nil
}

// TakeTable makes what writes a preview, all of it or nothing. It may be called on another goroutine;
// Refresh is due after that.
func (s *Session) TakeTable(p *intake.Preview) (func() error, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	now := s.now()
	return func() error { return p.Apply(ctx(), s.store, now) }, nil
}
