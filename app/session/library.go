package session

import (
	"nivel/assessments/content"
	"nivel/assessments/pack"
)

// Packs are the packs of the data folder: content that users and clusters add. Their methods write
// to the disk and belong on another goroutine; what they return goes to SetLibrary.
func (s *Session) Packs() *pack.Store { return s.packs() }

// Shipped is the content without packs, over which they are laid.
func (s *Session) Shipped() *content.Library {
	s.Complete()
	return s.rest.shipped
}

// Trouble lists the packs that could not be used when they were last laid.
func (s *Session) Trouble() []pack.Trouble {
	s.Complete()
	return s.rest.trouble
}
