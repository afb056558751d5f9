package library

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
)

// sources is the list of where an entry is from: at least one, each with name and date.
type sources struct {
	f      *Form
	column *fyne.Container
	rows   []*sourceRow
}

type sourceRow struct {
	first, last *widget.Entry
	wrong       *widget.Text
	object      fyne.CanvasObject
}

func newSources(f *Form) *sources {
	s := &sources{f: f, column: widget.Column(12)}
	s.fill()
	return s
}

func (s *sources) fill() {
	w := s.f.w
	s.rows = nil
	s.column.Objects = []fyne.CanvasObject{widget.Divider(), widget.NewText(widget.Strong, figure.Ink, w.T("library.form.sources")),
		widget.NewText(widget.Small, figure.Ink2, w.T("library.hint.sources"))}
	for i := range s.f.draft.Sources {
		row := s.row(i)
		s.rows = append(s.rows, row)
		s.column.Objects = append(s.column.Objects, row.object)
	}
	add := widget.NewButton(widget.Secondary, "plus", w.T("library.source.add"), "", func() {
		s.f.draft.Sources = append(s.f.draft.Sources, assessments.Source{})
		s.again()
		widget.Focus(s.rows[len(s.rows)-1].first)
	})
	s.column.Objects = append(s.column.Objects, widget.Wrap(0, 0, add))
}

// reveal scrolls to a source and the button below it.
func (s *sources) reveal(row *sourceRow) {
	if s.f.page != nil && row.object != nil {
		s.f.page.Reveal(row.object, 0, row.object.Size().Height+theme.Dp(64))
	}
}

func (s *sources) again() {
	s.fill()
	s.f.changed()
	s.f.page.Relayout()
}

func (s *sources) row(i int) *sourceRow {
	w, at := s.f.w, &s.f.draft.Sources[i]
	row := &sourceRow{wrong: widget.NewText(widget.Small, figure.Err, "")}
	field := func(label, value string, set func(string)) (*widget.Entry, fyne.CanvasObject) {
		e := widget.NewEntry(1, value, func(v string) {
			set(v)
			s.f.changed()
		})
		e.OnFocus = func() { s.reveal(row) }
		return e, widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, label), e)
	}
	name, nameBox := field(w.T("library.form.required", "name", w.T("library.source.name")), at.Name, func(v string) { at.Name = v })
	address, addressBox := field(w.T("library.source.address"), at.Address, func(v string) { at.Address = v })
	date, dateBox := field(w.T("library.form.required", "name", w.T("library.source.date")), at.Date, func(v string) { at.Date = v })
	date.SetPlaceHolder(w.T("library.form.date"))
	address.SetPlaceHolder(w.T("library.source.example"))
	row.first, row.last = name, date
	boxes := []fyne.CanvasObject{nameBox, addressBox, dateBox}
	line := widget.Column(10, boxes...)
	if s.f.h.Class() != screen.Single {
		line = widget.Row(14, []float32{-3, -4, -2}, boxes...)
	}
	column := []fyne.CanvasObject{line, row.wrong}
	if len(s.f.draft.Sources) > 1 {
		remove := widget.NewButton(widget.Quiet, "trash", w.T("library.source.remove"), "", func() {
			s.f.draft.Sources = slices.Delete(slices.Clone(s.f.draft.Sources), i, i+1)
			s.again()
			widget.Focus(s.rows[max(0, i-1)].first)
		})
		column = append(column, widget.Wrap(0, 0, remove))
	}
	row.object = widget.Column(4, column...)
	return row
}

// check wants a name and a date of each source; a date may be a year or a month too.
func (s *sources) check() int {
	n := 0
	for i, row := range s.rows {
		at := &s.f.draft.Sources[i]
		at.Name, at.Address, at.Date = strings.TrimSpace(at.Name), strings.TrimSpace(at.Address), strings.TrimSpace(at.Date)
		say := ""
		switch {
		case at.Name == "":
			say = s.f.w.T("library.source.noname")
		case at.Date == "" && !slices.Contains(s.f.fresh.Sources, *at): // a shipped source may show none
			say = s.f.w.T("library.source.nodate")
		case at.Date != "" && s.day(at.Date) == "":
			say = s.f.w.T("library.form.nodate", "text", widget.Plain(at.Date))
		default:
			at.Date = s.day(at.Date)
		}
		row.wrong.SetText(say)
		if say != "" {
			n++
		}
	}
	return n
}

// day reads a day, a month (2026-11) or a year.
func (s *sources) day(text string) string {
	for _, rest := range []string{"", "-01", "-01-01"} {
		if d := s.f.day(text + rest); d != "" {
			return d[:len(d)-len(rest)]
		}
	}
	return ""
}

func (s *sources) toFirst() {
	for i, row := range s.rows {
		if row.wrong.Text() == "" {
			continue
		}
		widget.Focus(row.last)
		if s.f.draft.Sources[i].Name == "" {
			widget.Focus(row.first)
		}
		s.reveal(row)
		return
	}
}
