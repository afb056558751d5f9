package series

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// closing is what every firm has decided, before the series ends.
type closing struct {
	inputs
	main *widget.Button
}

func newClosing(p page) *closing {
	s := &closing{inputs: inputs{page: &p}}
	s.main = widget.NewButton(widget.Next, "check", s.t("close.now"), "", s.shut)
	if s.s.Closed() {
		s.main = widget.NewButton(widget.Next, "right", s.t("follow"), "", func() { s.to(s.s.ID, followPage) })
	}
	return s
}

// Start implements screen.Starter.
func (s *closing) Start() fyne.Focusable { return s.main }

// Primary implements screen.Primary.
func (s *closing) Primary() { s.main.OnTapped() }

// Key implements screen.Keyed.
func (s *closing) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *closing) Content() fyne.CanvasObject {
	lead := s.t("close.lead")
	if s.s.Closed() {
		lead = s.t("closed", "date", s.w.ShortDate(s.s.ClosedOn))
	}
	column := []fyne.CanvasObject{s.back(s.title(), s.s.ID), s.head(s.s.Sample, s.t("close"), lead, s.main)}
	if day := s.s.Meetings[len(s.s.Meetings)-1].Day; day > s.h.Session().Today() && !s.s.Closed() {
		column = append(column, widget.Banner(widget.ToneWarn, "info", s.t("close.early"), s.t("close.early.text", "date", s.w.DateOf(day))))
	}
	rows := []fyne.CanvasObject{screen.CardHead("check", s.t("close.steps")), widget.NewText(widget.Small, figure.Ink2, s.t("close.steps.text"))}
	again := s.t("firm.again.never")
	if on := s.s.FollowOn(); on != "" {
		again = s.t("firm.again.on", "date", s.w.DateOf(on))
	}
	for i := range s.s.Firms {
		f := &s.s.Firms[i]
		lines := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, s.w.Int(i+1)+". "+s.name(f.Company))}
		for _, x := range f.Decided() {
			where := s.t("close.plan", "action", s.action(x.Action))
			icon := "plan"
			if x.Action == "" {
				icon, where = "note", s.t("close.own")
			}
			lines = append(lines, widget.Label(icon, figure.Ink2, 17, 7, widget.NewText(widget.Tight, figure.Ink, s.idea(x))), widget.Pad(0, 0, 0, 24, widget.NewText(widget.Small, figure.Ink2, where)))
		}
		if len(f.Decided()) == 0 {
			lines = append(lines, widget.NewText(widget.Small, figure.Ink2, s.t("close.none")))
		}
		lines = append(lines, widget.Wrap(0, 0, s.tick(s.t("firm.again"), f.Again, func(v bool) { f.Again = v })))
		rows = append(rows, widget.Divider(), widget.Column(4, lines...))
	}
	column = append(column, widget.Card(22, widget.Column(10, append(rows, widget.Divider(), widget.Label("calendar", figure.Ink2, 17, 7, widget.NewText(widget.Small, figure.Ink2, again)))...)))
	s.frame = s.body(column...)
	return s.frame
}

// shut closes the series and puts the steps into the plans.
func (s *closing) shut() {
	se := s.h.Session()
	refused, err := se.CloseSeries(s.s)
	if err != nil {
		screen.Trouble(s.h, err)
		return
	}
	var said []string
	for _, x := range refused {
		said = append(said, s.name(x.Company)+": "+s.idea(&x.Idea)+". "+screen.PlanFault(se, x.Why))
	}
	s.desk.refused[s.s.ID] = said
	s.to(s.s.ID, followPage)
}

// unplanned says what the plans did not take.
func (p *page) unplanned() fyne.CanvasObject {
	return widget.Banner(widget.ToneWarn, "alert", p.t("close.refused"), strings.Join(p.desk.refused[p.s.ID], "\n"))
}
