package session

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/sqlite"
)

// Visits are those to the company that is shown, the last one in front.
func (s *Session) Visits() ([]assessments.Visit, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return s.store.Visits(ctx(), s.Company.ID)
}

// Visit is the visit that goes on; ok is false where none does.
func (s *Session) Visit() (v assessments.Visit, ok bool, err error) {
	all, err := s.Visits()
	at := slices.IndexFunc(all, func(v assessments.Visit) bool { return v.ClosedAt.IsZero() && !v.StartedAt.IsZero() })
	if err != nil || at < 0 {
		return assessments.Visit{}, false, err
	}
	return all[at], true, nil
}

// PutVisit adds a visit or changes the one with its id; an empty id makes a new one. What cannot
// stand is refused as Visit.Check says, and nothing is changed. What is returned is as it was kept.
func (s *Session) PutVisit(v assessments.Visit) (assessments.Visit, error) {
	if err := v.Check(); err != nil {
		return v, err
	}
	if v.ID == "" {
		v.ID = sqlite.NewID()
	}
	v.CompanyID, v.ChangedAt = s.Company.ID, s.now().UTC().Round(0)
	if v.AssessmentID == "" {
		v.AssessmentID = s.Assessment.ID
	}
	s.keepOwner()
	s.saver.do(func() error { return s.store.PutVisit(ctx(), v) })
	return v, nil
}

// DeleteVisit takes a visit out.
func (s *Session) DeleteVisit(id string) {
	s.saver.do(func() error { return s.store.DeleteVisit(ctx(), id) })
}

// Evidence are the pictures of the assessment that is shown, without the pictures in full.
func (s *Session) Evidence() ([]assessments.Evidence, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return s.store.Evidence(ctx(), s.Assessment.ID)
}

// AddEvidence keeps a picture that shows what an answer says, at once: it returns when it is on the
// disk, or with the reason why not. Question, Caption, Width, Height, Picture, Thumb and InReport are
// the caller's.
func (s *Session) AddEvidence(e assessments.Evidence) (assessments.Evidence, error) {
	s.keepOwner()
	if err := s.Saved(); err != nil {
		return e, err
	}
	e.ID, e.AssessmentID, e.At = sqlite.NewID(), s.Assessment.ID, s.now().UTC().Round(0)
	e.ChangedAt = e.At
	s.freshEvidence()
	return e, s.store.PutEvidence(ctx(), e)
}

// ChangeEvidence keeps a new caption, or whether reports show a picture.
func (s *Session) ChangeEvidence(id, caption string, inReport bool) error {
	all, err := s.Evidence()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(e assessments.Evidence) bool { return e.ID == id })
	if at < 0 {
		return sqlite.ErrNotFound
	}
	e := all[at]
	if e.Picture, err = s.store.EvidencePicture(ctx(), id); err != nil {
		return err
	}
	s.freshEvidence()
	e.Caption, e.InReport, e.ChangedAt = caption, inReport, s.now().UTC().Round(0)
	return s.store.PutEvidence(ctx(), e)
}

// EvidencePicture is a picture in full, as JPEG.
func (s *Session) EvidencePicture(id string) ([]byte, error) {
	return s.store.EvidencePicture(ctx(), id)
}

// DeleteEvidence takes a picture out, for good.
func (s *Session) DeleteEvidence(id string) error {
	s.freshEvidence()
	return s.store.DeleteEvidence(ctx(), id)
}
