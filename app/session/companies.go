package session

import (
	"context"
	"strconv"

	"nivel/assessments"
	"nivel/assessments/cohort"
	"nivel/assessments/sqlite"
)

// advisingSetting keeps whether the advisor's side is switched on.
const advisingSetting = "advisor"

// Advising says whether the advisor's side is switched on: many firms, visits, files that travel. An
// owner on his own never sees any of it.
func (s *Session) Advising() bool {
	if s.advising == nil {
		on, _ := strconv.ParseBool(s.Setting(advisingSetting))
		s.advising = &on
	}
	return *s.advising
}

// SetAdvising switches the advisor's side on or off. Nothing of what it has kept is lost.
func (s *Session) SetAdvising(on bool) {
	s.advising = &on
	s.PutSetting(advisingSetting, strconv.FormatBool(on))
}

// OpenCompany shows another company's assessment, the one that was begun last. Where something could
// not be written the error says so and nothing is changed.
func (s *Session) OpenCompany(id string) error {
	s.PutSetting(shownSetting, "")
	return s.show(id)
}

// NewCompany shows a company of which nothing is known yet. It is written with the first thing that
// is said about it.
func (s *Session) NewCompany() error {
	if err := s.Saved(); err != nil {
		return err
	}
	p := s.Complete().Pack(ModelID)
	if p == nil {
		p = s.full
	}
	s.Company = assessments.Company{ID: sqlite.NewID(), CreatedAt: s.now()}
	s.PutSetting("company", s.Company.ID)
	s.enter(p, s.fresh(p))
	return nil
}

// Firms makes what lists all companies as an advisor sees them. That may be called on another
// goroutine, and takes a while where much has changed; progress, which may be nil, is told how far it is. It waits
// for the content to be complete and for what is being written.
func (s *Session) Firms(ctx context.Context, progress func(done, total int)) func() ([]*cohort.Firm, error) {
	library, now := s.Complete(), s.now()
	return func() ([]*cohort.Firm, error) {
		if st := s.Flush(); st.Err != nil {
			return nil, st.Err
		}
		return cohort.List(ctx, cohort.Params{Store: s.store, Library: library, Now: now, Progress: progress})
	}
}

// DeleteCompany takes out everything that is kept about a company, for good. Where it is the one
// that is shown, another is shown then.
func (s *Session) DeleteCompany(id string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	if err := s.store.DeleteCompany(ctx(), id, s.now()); err != nil {
		return err
	}
	if id != s.Company.ID {
		return nil
	}
	s.saver.kept = map[string]bool{}
	return s.show("")
}

// Consent keeps what the company that is shown has allowed or taken back, and who said so.
func (s *Session) Consent(kind assessments.ConsentKind, given bool, by string) error {
	if err := assessments.CheckBy(by); err != nil {
		return err
	}
	s.keepOwner()
	id, c := s.Company.ID, assessments.Consent{Kind: kind, Given: given, By: by, At: s.now()}
	s.saver.do(func() error { return s.store.Consent(ctx(), id, c) })
	return nil
}

// Consents are the latest word of the company that is shown on each kind.
func (s *Session) Consents() (map[assessments.ConsentKind]assessments.Consent, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	all, err := s.store.Consents(ctx(), s.Company.ID)
	out := map[assessments.ConsentKind]assessments.Consent{}
	for _, c := range all {
		out[c.Kind] = c
	}
	return out, err
}
