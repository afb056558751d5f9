package session

import (
	"nivel/assessments"
	"nivel/assessments/dossier"
)

// Reading makes what reads everything that is kept about a company, pictures too. What it returns may
// be called on another goroutine; where something could not be written the error says so at once.
func (s *Session) Reading(id string) (func() (assessments.Dossier, error), error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return func() (assessments.Dossier, error) { return s.store.Dossier(ctx(), id) }, nil
}

// HandedOver notes in the local log that files with these companies were written.
func (s *Session) HandedOver(ids ...string) {
	now := s.now()
	for _, id := range ids {
		s.saver.do(func() error {
			return s.store.Log(ctx(), assessments.LogEntry{At: now, Kind: assessments.LogExport, Company: id, Count: 1})
		})
	}
}

// Models finds the versions of questionnaires that are here, for reading files; it waits for the
// content to be complete, and may be called on another goroutine.
func (s *Session) Models() func(id, version string) *assessments.Model {
	library := s.Complete()
	return func(id, version string) *assessments.Model {
		if p := library.Version(id, version); p != nil {
			return &p.Model
		}
		return nil
	}
}

// Coming makes what puts dossiers beside what is here; it writes nothing and may be called on another
// goroutine.
func (s *Session) Coming(all []assessments.Dossier) (func() ([]dossier.Coming, error), error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return func() ([]dossier.Coming, error) { return dossier.Prepare(ctx(), s.store, all) }, nil
}

// Taken is what has been taken in.
type Taken struct {
	dossier.Brought
	Firms []TakenFirm // those that changed
}

// TakenFirm is a firm with what is new or different there now.
type TakenFirm struct {
	Company assessments.Company
	New     bool
	Changes dossier.Comparison
}

// TakeIn brings dossiers in, once all that was given before is written; what is given meanwhile is
// written after it. It compares them with what is here then, so that nothing said in between is lost.
// What it returns waits for the end and may be called on another goroutine; Refresh is due after that.
func (s *Session) TakeIn(all []assessments.Dossier, choose func(company string) dossier.Choices) (func() (Taken, error), error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	var done Taken
	var err error
	ended := make(chan struct{})
	now := s.now()
	s.saver.do(func() error {
		defer close(ended)
		done, err = s.takeIn(all, func(id string) dossier.Choices {
			c := choose(id)
			c.At = now
			return c
		})
		return nil // it is all or nothing, and told to who asked; what waits behind it must not wait for it
	})
	return func() (Taken, error) {
		<-ended
		return done, err
	}, nil
}

func (s *Session) takeIn(all []assessments.Dossier, choose func(company string) dossier.Choices) (Taken, error) {
	var done Taken
	coming, err := dossier.Prepare(ctx(), s.store, all)
	if err != nil {
		return done, err
	}
	of := func(c *dossier.Coming) dossier.Choices { return choose(c.Theirs.Company.ID) }
	for i := range coming {
		c := &coming[i]
		if changes := c.Preview(of(c)); len(changes) > 0 {
			done.Firms = append(done.Firms, TakenFirm{c.Theirs.Company, c.New(), changes})
		}
	}
	done.Brought, err = dossier.Bring(ctx(), s.store, coming, of, s.now())
	return done, err
}

// Refresh reads the company that is shown anew, after the store has changed below it; where it is not
// kept yet, the first there is.
func (s *Session) Refresh() error {
	if err := s.Saved(); err != nil {
		return err
	}
	s.advising = nil
	s.saver.kept = map[string]bool{} // what is shown is what is kept: writing it once more does no harm
	return s.load(s.Company.ID)
}

// Backups is the folder with the copies that are made before a step that changes much.
func (s *Session) Backups() string { return s.store.Backups() }
