package series

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/document"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// follow shows what became of the steps: as the plans say it, and as a new check-up does.
type follow struct {
	page
	main *widget.Button
}

func newFollow(p page) *follow {
	s := &follow{page: p}
	s.main = s.paper("print", s.t("follow.sheet"), (*series.Papers).FollowUp)
	s.main.SetKind(widget.Next)
	return s
}

// Start implements screen.Starter.
func (s *follow) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *follow) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *follow) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *follow) Content() fyne.CanvasObject {
	lead := s.t("follow.none")
	if on := s.s.FollowOn(); on != "" {
		lead = s.t("follow.lead", "date", s.w.DateOf(on))
	}
	column := []fyne.CanvasObject{s.back(s.title(), s.s.ID), s.head(s.s.Sample, s.t("follow"), lead, s.main)}
	if !s.s.Closed() {
		column = append(column, widget.Banner(widget.ToneNeutral, "info", s.t("follow.open"), s.t("follow.open.text")))
	}
	if len(s.desk.refused[s.s.ID]) > 0 {
		column = append(column, s.unplanned())
	}
	rows := []fyne.CanvasObject{screen.CardHead("step", s.t("follow.steps"))}
	for i := range s.s.Firms {
		rows = append(rows, widget.Divider(), s.firm(i))
	}
	own := s.paper("doc", s.t("papers.summary.own"), func(p *series.Papers) *document.Document { return p.Summary(true) })
	nameless := s.paper("doc", s.t("papers.summary.nameless"), func(p *series.Papers) *document.Document { return p.Summary(false) })
	sheets := s.paper("doc", s.t("papers.sheets"), s.each((*series.Papers).Sheet))
	return s.body(append(column, widget.Card(22, widget.Column(10, rows...)), widget.Wrap(10, 8, own, nameless, sheets))...)
}

// firm is what became of a firm's steps.
func (s *follow) firm(i int) fyne.CanvasObject {
	f := &s.s.Firms[i]
	x := s.standing(f.Company)
	lines := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, s.w.Int(i+1)+". "+s.name(f.Company))}
	for _, idea := range f.Decided() {
		tone, icon := widget.ToneNeutral, "circle"
		if x != nil {
			if item := x.Item(idea.Item, idea.Action); item != nil {
				switch item.Status {
				case assessments.StatusDone:
					tone, icon = widget.ToneBlue, "check-circle"
				case assessments.StatusDoing:
					tone, icon = widget.ToneLime, "half"
				case assessments.StatusStuck:
					tone, icon = widget.ToneWarn, "alert"
				}
			}
		}
		lines = append(lines, widget.WrapCentred(10, 4, widget.NewText(widget.Tight, figure.Ink, s.idea(idea)), widget.Chip(tone, icon, series.Became(s.w, x, idea))))
	}
	if len(f.Decided()) == 0 {
		lines = append(lines, widget.NewText(widget.Small, figure.Ink2, s.t("close.none")))
	}
	if s.s.Closed() {
		lines = append(lines, widget.NewText(widget.Small, figure.Ink2, s.change(f, x)))
	}
	return widget.Column(4, lines...)
}

// change is what a new check-up says.
func (s *follow) change(f *series.Firm, x *series.Standing) string {
	if x == nil || f.Round == "" {
		return s.t("change.never")
	}
	by, far, anew := x.Change(f.Round)
	var parts []string
	switch {
	case !anew && f.Again:
		return s.t("change.waiting")
	case !anew:
		return s.t("change.none")
	case by == nil:
		parts = append(parts, s.t("change.cannot"))
	default:
		parts = append(parts, s.t("change.by", "by", s.w.Signed(by)))
		if far == assessments.Roughly {
			parts = append(parts, s.t("change.roughly"))
		}
	}
	return strings.Join(parts, " ")
}
