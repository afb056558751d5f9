// Package region shows the figures of many firms without names, and is where they leave as a report or
// a table, and where contributions come in.
//
// The rule: what stands here is what may leave, figure by figure; it is noted as released before it is
// written.
package region

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	domain "nivel/assessments/region"
	"nivel/assessments/texts"
)

// Screen is the page of the figures.
type Screen struct {
	h        screen.Host
	w        *texts.Words
	page     *widget.Page
	head     *fyne.Container
	body     *fyne.Container
	took     *fyne.Container // what became of contributions
	takeIn   *widget.Button
	choice   *widget.Segmented
	by       int // of the tables
	view     *domain.View
	say      *domain.Say
	outcomes []domain.Outcome
	stop     context.CancelFunc
	left     bool
}

// New builds the page.
func New(h screen.Host) *Screen { return &Screen{h: h, w: h.Session().Words} }

// Leave implements screen.Leaver.
func (s *Screen) Leave() {
	s.left = true
	if s.stop != nil {
		s.stop()
	}
}

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.takeIn }

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("region."+key, pairs...) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.head, s.body, s.took = widget.Column(8), widget.Column(14), widget.Column(8)
	s.takeIn = widget.NewButton(widget.Quiet, "import", s.t("take"), "", func() {
		screen.PickFile(s.h.Window(), []string{".json"}, func(path string) { s.Dropped([]string{path}) })
	})
	s.page = screen.Body(s.h.Class(), s.head, s.took, s.body)
	s.title("", nil)
	s.read()
	return s.page
}

// title is the head with the buttons that there are now.
func (s *Screen) title(lead string, buttons []fyne.CanvasObject) {
	s.head.Objects = []fyne.CanvasObject{screen.Head(s.h.Class(), s.t("title"), lead, buttons...), widget.Wrap(0, 0, s.takeIn)}
	if s.h.Session().SampleWork() {
		s.head.Add(widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
}

// read makes the figures on another goroutine.
func (s *Screen) read() {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	read := s.h.Session().Rollup(ctx)
	var err error
	s.h.Background(func() { s.view, err = read() }, func() {
		stop()
		if s.left {
			return
		}
		if err != nil {
			s.body.Objects = []fyne.CanvasObject{screen.Fault(s.w, err)}
			s.page.Relayout()
			return
		}
		s.say = &domain.Say{Words: s.w, Library: s.h.Session().Complete(), Rollup: &s.view.Rollup}
		s.show()
	})
}

// Dropped implements screen.Dropped: contributions come in; of a folder, all that it has.
func (s *Screen) Dropped(paths []string) {
	var files []string
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			found, _ := filepath.Glob(filepath.Join(p, "*"+domain.Ending))
			files = append(files, found...)
			continue
		}
		files = append(files, p)
	}
	files = slices.DeleteFunc(files, func(p string) bool { return !strings.HasSuffix(p, domain.Ending) })
	if len(files) == 0 {
		s.took.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneWarn, "alert", "", s.t("take.none"))}
		s.page.Relayout()
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	take := s.h.Session().TakeContributions(ctx, files, nil)
	var err error
	s.h.Background(func() { s.outcomes, err = take() }, func() {
		stop()
		if s.left {
			return
		}
		s.took.Objects = s.told(err)
		s.page.Relayout()
		s.read()
	})
}

// told says what became of each file.
func (s *Screen) told(err error) []fyne.CanvasObject {
	if err != nil {
		return []fyne.CanvasObject{screen.Fault(s.w, err)}
	}
	n := 0
	var rows []fyne.CanvasObject
	for i := range s.outcomes {
		o := &s.outcomes[i]
		if o.Taken {
			n++
		}
		if o.Why != nil {
			rows = append(rows, widget.NewText(widget.Tight, figure.Ink, "**"+widget.Plain(filepath.Base(o.File))+"**: "+s.w.Fault(o.Why)))
		}
	}
	return []fyne.CanvasObject{widget.Card(16, widget.Column(6, append([]fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, s.w.N("region.taken", n))}, rows...)...))}
}

// show fills the page with the figures, or says what they take.
func (s *Screen) show() {
	r := &s.view.Rollup
	s.body.Objects = nil
	if r.Firms < domain.Fewest {
		s.title("", nil)
		s.none()
	} else {
		report := widget.NewButton(widget.Secondary, "doc", s.t("report"), "", s.report)
		table := widget.NewButton(widget.Secondary, "export", s.t("table"), "", func() { s.table(".xlsx", s.say.XLSX) })
		s.title(s.w.N("region.lead", r.Firms, "date", s.w.Date(r.Day), "least", domain.Fewest), []fyne.CanvasObject{table, report})
		s.figures()
	}
	s.besides()
	screen.Follow(s.page)
	s.page.Relayout()
}

func (s *Screen) card(o ...fyne.CanvasObject) { s.body.Add(widget.Card(18, widget.Column(8, o...))) }

// none says what it takes to have figures.
func (s *Screen) none() {
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.t("none")), widget.NewText(widget.Body, figure.Ink2, s.t("none.text", "least", domain.Fewest))}
	if se := s.h.Session(); se.FirmCount() == 0 && !se.SampleRegion() {
		rows = append(rows, widget.Wrap(0, 0, screen.SampleRegionButton(s.h, widget.Secondary)))
	}
	s.card(rows...)
}

// besides are firms that do not count, for who makes the figures alone.
func (s *Screen) besides() {
	b := &s.view.Beside
	var lines []string
	if b.Without > 0 {
		lines = append(lines, s.w.N("region.without", b.Without))
	}
	if b.Incomplete > 0 {
		lines = append(lines, s.w.N("region.incomplete", b.Incomplete))
	}
	others := 0
	for _, o := range b.Others {
		others += o.Firms
	}
	if others > 0 {
		lines = append(lines, s.w.N("region.others", others))
	}
	if len(lines) > 0 {
		s.body.Add(widget.Banner(widget.ToneNeutral, "info", "", strings.Join(lines, " ")))
	}
}

// released notes the figures as published before they leave.
func (s *Screen) released() error { return s.view.Release(context.Background()) }

// report saves the regional report.
func (s *Screen) report() {
	screen.SavePaper(s.h, screen.Paper{Name: s.w.T("region.report.name"), Make: func() (*document.Document, error) {
		today, _ := time.Parse(time.DateOnly, s.h.Session().Today())
		d, err := domain.Paper(s.say, today)
		if err == nil {
			err = s.released()
		}
		return d, err
	}})
}

// table saves the figures as a table.
func (s *Screen) table(ending string, draw func() ([]byte, error)) {
	screen.SaveFile(s.h, s.w.T("region.table.name"), ending, func() ([]byte, error) {
		data, err := draw()
		if err == nil {
			err = s.released()
		}
		return data, err
	})
}

// names are the heads of the heat map.
func (s *Screen) names() []string {
	out := []string{s.t("firms")}
	for _, v := range s.view.Rollup.All.Values {
		out = append(out, s.say.Dimension(v.Dimension))
	}
	return out
}

// line is a group with its means.
func (s *Screen) line(by domain.Grouping, r domain.Row) screen.HeatLine {
	l := screen.HeatLine{Name: s.say.Group(by, r.Group)}
	if r.Held != domain.Shown {
		text := s.say.Held(r.Held)
		l.Cells = append(l.Cells, widget.NewText(widget.Small, figure.Ink2, ""))
		for range s.view.Rollup.All.Values {
			l.Cells = append(l.Cells, screen.HeldCell(text))
		}
		return l
	}
	number := widget.NewText(widget.TightBold, figure.Ink2, strconv.Itoa(r.Firms))
	number.Align = fyne.TextAlignCenter
	l.Cells = append(l.Cells, number)
	for _, v := range r.Values {
		l.Cells = append(l.Cells, screen.HeatCell(s.w, v.Mean, ""))
	}
	return l
}
