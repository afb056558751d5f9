package session

import (
	"encoding/json"
	"fmt"

	"nivel/assessments"
	"nivel/assessments/sqlite"
)

// Undertakings returns all undertakings of a kind, the one made first in front.
func (s *Session) Undertakings(kind assessments.UndertakingKind) ([]assessments.Undertaking, error) {
	if err := s.Saved(); err != nil {
		return nil, err
	}
	return s.store.Undertakings(ctx(), kind)
}

// lastUndertaking is the one of a kind that was changed last, of samples or of real work; nil where there
// is none.
func (s *Session) lastUndertaking(kind assessments.UndertakingKind, sample bool) (*assessments.Undertaking, error) {
	all, err := s.Undertakings(kind)
	var last *assessments.Undertaking
	for i := range all {
		if all[i].Sample == sample && (last == nil || all[i].ChangedAt.After(last.ChangedAt)) {
			last = &all[i]
		}
	}
	return last, err
}

// Undertaking returns the one with that id, or sqlite.ErrNotFound.
func (s *Session) Undertaking(id string) (assessments.Undertaking, error) {
	if err := s.Saved(); err != nil {
		return assessments.Undertaking{}, err
	}
	return s.store.Undertaking(ctx(), id)
}

// PutUndertaking adds an undertaking or changes the one with its id; an empty id makes a new one. It
// is written by the queue of all that is typed, so that State says when it is on the disk. What is
// returned is as it is kept.
func (s *Session) PutUndertaking(u assessments.Undertaking) assessments.Undertaking {
	now := s.now().UTC().Round(0)
	if u.ID == "" {
		u.ID, u.CreatedAt = sqlite.NewID(), now
	}
	u.ChangedAt = now
	s.saver.do(func() error { return s.store.PutUndertaking(ctx(), u) })
	return u
}

// DeleteUndertaking takes an undertaking out, at once.
func (s *Session) DeleteUndertaking(id string) error {
	if err := s.Saved(); err != nil {
		return err
	}
	return s.store.DeleteUndertaking(ctx(), id)
}

// Written turns what a package keeps into the content of an undertaking.
func Written(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil { // only types that JSON does not have
		panic(fmt.Errorf("write %T: %w", v, err))
	}
	return data
}
