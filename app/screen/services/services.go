// Package services is the board of what several firms need and one alone cannot carry.
//
// The rule: names of firms stand here and nowhere else; what is printed has none.
package services

import (
	"context"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/shared"
	"nivel/assessments/texts"
)

// Screen is the board, or one need of it.
type Screen struct {
	h       screen.Host
	w       *texts.Words
	lib     *content.Library
	id      string // of the need that is shown; empty: the board
	kind    int    // of needs that are shown, 0 for all
	page    *widget.Page
	body    *fyne.Container
	choice  *widget.Segmented
	back    *widget.Button
	pools   []shared.Pool
	firms   int
	sample  bool
	taken   map[string]*shared.Service
	stop    context.CancelFunc
	left    bool
	ready   bool
	problem *widget.Text // said below the fields
}

// New builds the board, or the page of a need.
func New(h screen.Host, id string) *Screen {
	return &Screen{h: h, w: h.Session().Words, lib: h.Session().Complete(), id: id}
}

// Leave implements screen.Leaver.
func (s *Screen) Leave() {
	s.left = true
	if s.stop != nil {
		s.stop()
	}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable {
	if s.id != "" {
		return s.back
	}
	return s.choice
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.id != "" {
		s.h.Go(screen.Route{Page: screen.Services})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	w, c := s.w, s.h.Class()
	s.body = widget.Column(14)
	if s.id == "" {
		names := []string{w.T("shared.kind.all")}
		for _, k := range assessments.SharedKinds {
			names = append(names, w.T("shared.kind."+string(k)))
		}
		s.choice = widget.NewSegmented(names, 0, func(i int) { s.kind = i; s.show() })
		s.page = screen.Body(c, screen.Head(c, w.T("page.services"), w.T("shared.lead")), widget.Wrap(0, 0, s.choice), s.body)
	} else {
		s.back = widget.NewButton(widget.Quiet, "left", w.T("shared.back"), "", func() { s.h.Go(screen.Route{Page: screen.Services}) })
		s.page = screen.Body(c, widget.Wrap(0, 0, s.back), s.body)
	}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	read := s.h.Session().Pools(ctx)
	var err error
	s.h.Background(func() { s.pools, s.firms, s.sample, err = read() }, func() {
		stop()
		if s.left {
			return
		}
		if err == nil {
			s.taken, err = s.h.Session().Services(s.sample)
		}
		if err != nil {
			s.body.Objects = []fyne.CanvasObject{screen.Fault(w, err)}
			s.page.Relayout()
			return
		}
		s.ready = true
		s.show()
	})
	return s.page
}

// show fills the page with what is known.
func (s *Screen) show() {
	if !s.ready {
		return
	}
	s.body.Objects = nil
	if s.sample {
		s.body.Add(widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
	if s.id == "" {
		s.board()
	} else if p := s.pool(); p != nil {
		s.need(p)
	} else {
		s.body.Add(widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.w.T("shared.none"))))
	}
	s.page.Relayout()
}

func (s *Screen) pool() *shared.Pool {
	for i := range s.pools {
		if s.pools[i].Need.ID == s.id {
			return &s.pools[i]
		}
	}
	return nil
}

// service is what is kept about a need.
func (s *Screen) service(need string) *shared.Service {
	if s.taken[need] == nil {
		s.taken[need] = &shared.Service{Need: need, State: shared.Idea}
	}
	return s.taken[need]
}

// icons of the kinds.
var icons = map[assessments.SharedKind]string{assessments.SharedSkill: "people", assessments.SharedMachine: "area-machines",
	assessments.SharedSoftware: "doc", assessments.SharedTraining: "book"}

// board is a line for each need, those that most firms have in front.
func (s *Screen) board() {
	w := s.w
	if s.firms == 0 {
		s.body.Add(widget.Card(22, widget.Column(10, widget.NewText(widget.Body, figure.Ink, w.T("shared.counted.none")), widget.Wrap(0, 0, screen.SampleRegionButton(s.h, widget.Secondary)))))
		return
	}
	s.body.Add(widget.NewText(widget.Small, figure.Ink2, w.T("shared.counted", "n", w.Int(s.firms))))
	shown := 0
	for i := range s.pools {
		p := &s.pools[i]
		if s.kind > 0 && p.Need.Kind != assessments.SharedKinds[s.kind-1] {
			continue
		}
		shown++
		s.body.Add(s.line(p))
	}
	if shown == 0 {
		s.body.Add(widget.Card(18, widget.NewText(widget.Body, figure.Ink2, w.T("shared.none"))))
	}
}

// line is one need on the board.
func (s *Screen) line(p *shared.Pool) fyne.CanvasObject {
	w := s.w
	words := s.lib.SharedWords[w.Language][p.Need.ID]
	open := widget.NewButton(widget.Quiet, icons[p.Need.Kind], words.Title, "chevron-right", func() { s.h.Go(screen.Route{Page: screen.Services, ID: p.Need.ID}) })
	marks := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, w.N("shared.firms", len(p.Firms))), widget.NewText(widget.Tight, figure.Ink2, w.T("shared.days", "n", w.Short(p.Days)))}
	if taken := s.taken[p.Need.ID]; taken != nil {
		tone := widget.ToneNeutral
		if taken.State == shared.Running {
			tone = widget.ToneLime
		}
		marks = append(marks, widget.Chip(tone, "", w.T("shared.state."+string(taken.State))))
		if n := taken.Count(p.Firms, shared.Interested); n > 0 {
			marks = append(marks, widget.NewText(widget.Tight, figure.Ink2, w.N("shared.interested", n)))
		}
	}
	return widget.Card(14, widget.Column(4, widget.Wrap(0, 0, open), widget.NewText(widget.Tight, figure.Ink2, words.What), widget.Wrap(16, 4, marks...)))
}
