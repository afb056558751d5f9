package editor

import (
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// side shows what the check found, or what the sample firm would score.
type side struct {
	p      *page
	view   view
	rows   *widget.Rows
	column *fyne.Container
	page   *widget.Page
}

func newSide(p *page) *side {
	s := &side{p: p, rows: widget.NewRows(widget.RowsCards), column: widget.Column(12)}
	s.rows.OnChoose = func(i int) {
		if i < len(p.work.remarks) {
			p.goTo(p.work.remarks[i].Place, true)
		}
	}
	pad := screen.Padding(p.h.Class())
	s.page = widget.NewPage(widget.Pad(16, pad-6, 40, pad-6, s.column))
	s.rows.OnMove = func(top, bottom float32) { s.page.Reveal(s.rows, top, bottom) }
	return s
}

func (s *side) content(v view) fyne.CanvasObject {
	s.view = v
	s.fill()
	return s.page
}

// focus goes to the first finding.
func (s *side) focus() {
	if s.view == viewCheck && len(s.p.work.remarks) > 0 {
		s.rows.At = 0
		widget.Focus(s.rows)
	}
}

func (s *side) fill() {
	if s.view == viewTrial {
		s.column.Objects = s.trial()
	} else {
		s.column.Objects = s.check()
	}
	s.page.Relayout()
}

// mostShown bounds how many findings are listed.
const mostShown = 60

func (s *side) check() []fyne.CanvasObject {
	p, work := s.p, s.p.work
	out := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, p.t("check.title"))}
	if len(work.remarks) == 0 {
		text := p.t("check.good")
		if !work.checked {
			text = p.t("now.checking")
		}
		return append(out, widget.NewText(widget.Body, figure.Ink2, text))
	}
	out = append(out, widget.NewText(widget.Small, figure.Ink2, p.t("check.text")))
	var cards []fyne.CanvasObject
	for i, r := range work.remarks {
		if i == mostShown {
			break
		}
		cards = append(cards, s.remark(r))
	}
	s.rows.Set(cards, -1)
	s.rows.Refresh()
	out = append(out, s.rows)
	if more := len(work.remarks) - mostShown; more > 0 {
		out = append(out, widget.NewText(widget.Small, figure.Ink2, p.w.N("editor.check.more", more)))
	}
	return out
}

// remark says where something is to look at and what.
func (s *side) remark(r draft.Remark) fyne.CanvasObject {
	w := s.p.w
	icon, token := "alert", figure.Err
	if r.Warning {
		icon, token = "info", figure.Warn
	}
	f := &assessments.Fault{Code: r.Fault.Code, Args: maps.Clone(r.Fault.Args)}
	if name, ok := f.Args["field"]; ok {
		at := r.Place
		if at.Field == "" || strings.HasPrefix(r.Fault.Code, "list-") {
			at.Field = name[strings.LastIndexByte(name, '.')+1:]
		}
		f.Args["field"] = s.fieldName(at)
	}
	return widget.Pad(10, 12, 10, 12, widget.Row(10, []float32{theme.Dp(18), -1}, widget.Column(0, widget.Icon(icon, token, 18)),
		widget.Column(2, widget.NewText(widget.SmallBold, figure.Ink, widget.Plain(s.where(r.Place))), widget.NewText(widget.Small, figure.Ink, widget.Plain(w.Fault(f))))))
}

// where names the thing that a place is in.
func (s *side) where(at draft.Place) string {
	p := s.p
	d := p.work.d
	words := d.Pack.Words[p.work.language]
	text := p.t("tree.model")
	switch at.Thing {
	case draft.Levels:
		text = p.w.N("editor.tree.levels", d.Pack.Model.Levels())
	case draft.Dimension:
		text = cmpOr(words.Dimensions[at.ID].Name, at.ID)
	case draft.Part:
		text = cmpOr(words.Dimensions[at.ID].Name, at.ID) + " · " + cmpOr(words.Dimensions[at.ID].Subdimensions[at.Part].Name, at.Part)
	case draft.Question:
		text = p.w.T("editor.number", "n", d.Pack.Model.Number(at.ID)) + " " + short(cmpOr(words.Questions[at.ID].Text, at.ID))
	}
	if at.Language != "" && len(d.Languages) > 1 {
		text += " (" + p.h.Session().In(at.Language).T("language.own") + ")"
	}
	return text
}

// fieldName names a field as the form does.
func (s *side) fieldName(at draft.Place) string {
	first, rest, _ := strings.Cut(at.Field, ".")
	rest, below, _ := strings.Cut(rest, ".")
	w := s.p.w
	name := at.Field
	switch first {
	case "level":
		if n, err := strconv.Atoi(rest); err == nil {
			name = w.T("editor.level", "n", n)
		}
	case "option", "row":
		name = s.p.t("one." + first)
	default:
		if key := "editor.field." + first; w.Has(key) {
			return w.T(key)
		}
	}
	if below != "" && w.Has("editor.field."+below) {
		name += ", " + w.T("editor.field."+below)
	}
	return name
}
