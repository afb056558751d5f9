// Package editor changes questionnaires: it copies one, opens an own one again, and beside the form
// of what is being changed it shows what the check finds and what the sample firm would score.
//
// The rules of changing stand in package draft. What is typed is kept on the disk a moment later,
// as a draft, until it is saved as a pack or thrown away.
package editor

import (
	"slices"
	"sync/atomic"
	"time"

	"nivel/app/screen"
	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/draft"
)

// Delay is how long after the last change the check runs and the draft is kept.
var Delay = 500 * time.Millisecond

// Desk is what the editor remembers while other pages are shown.
type Desk struct {
	// Base loads the shipped content, without any pack; called on another goroutine.
	Base func() *content.Library
	// Sample reads the sample firm's answers; called on another goroutine.
	Sample func() (*answerfile.File, error)

	work *work
	note string // what has just been done, said once
}

// NewDesk makes an empty desk.
func NewDesk(base func() *content.Library, sample func() (*answerfile.File, error)) *Desk {
	return &Desk{Base: base, Sample: sample}
}

// told takes what is to be said once.
func (d *Desk) told() string {
	note := d.note
	d.note = ""
	return note
}

// New builds the page of one model, or the list of all.
func New(h screen.Host, desk *Desk, id string) screen.Screen {
	if id == "" {
		return newList(h, desk)
	}
	if w := desk.work; w == nil || w.d.Pack.Model.ID != id {
		desk.work = opened(h, id)
	}
	if desk.work == nil {
		return newList(h, desk)
	}
	return newPage(h, desk)
}

// opened is the work on a model: its draft on the disk, else the model itself where it is an own
// one.
func opened(h screen.Host, id string) *work {
	lib := h.Session().Complete()
	if d := draft.NewShelf(h.Session().Folder()).Read(id); d != nil {
		w := newWork(d, h.Session().Words.Language)
		w.changed = true
		return w
	}
	if p := lib.Pack(id); p != nil && draft.Own(lib, id) {
		return newWork(draft.Open(p, draft.Languages(lib, id)), h.Session().Words.Language)
	}
	return nil
}

// work is one model that is being changed.
type work struct {
	d        *draft.Draft
	at       draft.Place
	language string
	open     map[string]bool // dimensions whose questions the tree shows
	undo     []*draft.Draft
	view     view
	changed  bool // since it was saved

	remarks []draft.Remark
	checked bool // remarks are of the draft as it is
	trial   *trial
	saving  bool

	count atomic.Int64 // of changes; a job that finds another number is out of date
}

func newWork(d *draft.Draft, language string) *work {
	w := &work{d: d, at: draft.Place{Thing: draft.Whole}, language: language, open: map[string]bool{}}
	if !slices.Contains(d.Languages, language) {
		w.language = d.Languages[0]
	}
	return w
}

// mostUndo bounds how many steps can be taken back.
const mostUndo = 30

// remember keeps the draft as it is, to come back to.
func (w *work) remember() {
	w.undo = append(w.undo, w.d.Clone())
	w.undo = w.undo[max(0, len(w.undo)-mostUndo):]
}

// back takes the last step back.
func (w *work) back() {
	if n := len(w.undo); n > 0 {
		w.d, w.undo = w.undo[n-1], w.undo[:n-1]
		w.settle()
	}
}

// settle moves to something that is still there.
func (w *work) settle() {
	m := &w.d.Pack.Model
	switch w.at.Thing {
	case draft.Question:
		if m.Number(w.at.ID) == 0 {
			w.at = draft.Place{Thing: draft.Whole}
		}
	case draft.Dimension, draft.Part:
		x := m.Dimension(w.at.ID)
		if x == nil {
			w.at = draft.Place{Thing: draft.Whole}
		} else if w.at.Thing == draft.Part && !slices.ContainsFunc(x.Subdimensions, func(s assessments.Subdimension) bool { return s.ID == w.at.Part }) {
			w.at = draft.Place{Thing: draft.Dimension, ID: x.ID}
		}
	}
	if !slices.Contains(w.d.Languages, w.language) {
		w.language = w.d.Languages[0]
	}
}
