package bring

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/intake"
)

// mostRows is how many rows of each kind are shown; all of them are counted.
const mostRows = 25

// show shows the columns and what the rows become, or what has been done.
func (s *Screen) show() {
	d := s.desk
	s.take, s.below = nil, widget.Column(16)
	s.found.Objects = nil
	switch {
	case d.done != nil:
		s.found.Objects = s.result()
		return
	case d.busy && d.table == nil:
		s.found.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "clock", s.t("opening"), widget.Plain(filepath.Base(d.path)))}
		return
	case d.err != nil:
		s.found.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneErr, "alert", s.t("unread", "file", widget.Plain(filepath.Base(d.path))), s.fault(d.err))}
		return
	case d.table == nil:
		return
	}
	s.found.Objects = []fyne.CanvasObject{s.columns(), s.below}
	s.rows()
}

// fault is the sentence for what is wrong with a file.
func (s *Screen) fault(err error) string {
	var f *assessments.Fault
	if errors.As(err, &f) {
		return s.w.Fault(f)
	}
	return s.t("unreadable", "reason", err)
}

// name is what a field is called on the screen.
func (s *Screen) name(f intake.Field) string {
	if id, ok := f.Dimension(); ok {
		return s.t("field.area", "area", s.h.Session().Full().Words[s.w.Language].Dimensions[id].Name)
	}
	if f == intake.Ignored {
		return s.t("field.ignored")
	}
	return s.t("field." + string(f))
}

// fields are all that a column may be.
func (s *Screen) fields() []intake.Field {
	out := append([]intake.Field{intake.Ignored}, intake.Fields...)
	for _, d := range s.h.Session().Full().Model.Dimensions {
		out = append(out, intake.Area(d.ID))
	}
	return out
}

// columns says what each column is, to be changed.
func (s *Screen) columns() fyne.CanvasObject {
	d := s.desk
	fields := s.fields()
	var names []string
	for _, f := range fields {
		names = append(names, s.name(f))
	}
	rows := []fyne.CanvasObject{screen.CardHead("doc", s.t("columns", "file", widget.Plain(filepath.Base(d.path)))), widget.NewText(widget.Small, figure.Ink2, s.t("columns.text")),
		widget.NewTick(s.t("header"), d.mapping.Header, func(on bool) { d.mapping.Header = on; s.look() })}
	var chooses []*widget.Choose
	mark := func() {
		for i, c := range chooses {
			for k, f := range fields {
				if f == d.mapping.Columns[i] {
					c.Mark(k)
				}
			}
		}
	}
	for i := range d.mapping.Columns {
		choose := widget.NewChoose(names)
		chooses = append(chooses, choose)
		label := widget.NewText(widget.Tight, figure.Ink, widget.Plain(s.sample(i)))
		rows = append(rows, widget.Centred(14, []float32{-1.4, -1}, label, widget.Framed(choose)))
	}
	mark()
	for i, c := range chooses {
		c.OnChanged = func(string) {
			if k := c.SelectedIndex(); k >= 0 && fields[k] != d.mapping.Columns[i] {
				d.mapping.Set(i, fields[k])
				mark() // another column that was this one is nothing now
				s.results()
				s.look()
			}
		}
	}
	s.more = widget.Column(12)
	s.results()
	return widget.Card(24, widget.Column(10, append(rows, s.more)...))
}

// results asks for what earlier results need, where there is a column of them.
func (s *Screen) results() {
	d := s.desk
	s.more.Objects = nil
	any := false
	for _, f := range d.mapping.Columns {
		_, area := f.Dimension()
		any = any || area || f == intake.Overall
	}
	if any {
		at := 0
		if d.mapping.Scale == 100 {
			at = 1
		}
		scale := widget.NewSegmented([]string{s.t("scale.5"), s.t("scale.100")}, at, func(i int) { d.mapping.Scale = []int{5, 100}[i]; s.look() })
		day := widget.NewEntry(1, s.w.TypedDay(d.mapping.Day), func(text string) {
			d.mapping.Day = strings.TrimSpace(text)
			if read, ok := s.w.ReadDay(text); ok {
				d.mapping.Day = read
			}
			s.look()
		})
		source := widget.NewEntry(1, d.mapping.Source, func(text string) { d.mapping.Source = strings.TrimSpace(text); s.look() })
		field := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
			return widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, s.t(key)), o)
		}
		s.more.Objects = []fyne.CanvasObject{widget.Divider(), widget.NewText(widget.H3, figure.Ink, s.t("results")), field("scale", widget.Wrap(0, 0, scale)),
			screen.Beside(s.h.Class(), 12, 14, field("day", day), field("source", source))}
	}
	if s.page != nil {
		s.page.Relayout()
	}
}

// sample is a column's heading with the first value below it.
func (s *Screen) sample(i int) string {
	d := s.desk
	var cells []string
	for _, row := range d.table.Rows[:min(3, len(d.table.Rows))] {
		if text := strings.TrimSpace(row.Cell(i)); text != "" {
			if r := []rune(text); len(r) > 40 {
				text = string(r[:40]) + "…"
			}
			cells = append(cells, text)
		}
	}
	if len(cells) == 0 {
		return s.t("emptycolumn", "n", i+1)
	}
	return strings.Join(cells, " · ")
}

// rows says what each row becomes.
func (s *Screen) rows() {
	d := s.desk
	s.take = nil
	s.below.Objects = nil
	if d.wrong != nil {
		s.below.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneWarn, "alert", s.t("unusable"), s.fault(d.wrong))}
		return
	}
	if d.preview == nil {
		s.below.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, s.t("looking"))}
		return
	}
	counts := d.preview.Counts()
	column := []fyne.CanvasObject{screen.CardHead("compare", s.t("rows"))}
	var chips []fyne.CanvasObject
	for _, k := range []struct {
		kind intake.Kind
		tone widget.Tone
		icon string
	}{{intake.New, widget.ToneBlue, "plus"}, {intake.Known, widget.ToneLime, "pencil"}, {intake.Same, widget.ToneNeutral, "check"}, {intake.Refused, widget.ToneWarn, "alert"}} {
		if n := counts[k.kind]; n > 0 {
			chips = append(chips, widget.Chip(k.tone, k.icon, s.w.N("firmlist.kind."+string(k.kind), n)))
		}
	}
	column = append(column, widget.Wrap(8, 6, chips...))
	for _, kind := range []intake.Kind{intake.Refused, intake.Known, intake.New} {
		column = append(column, s.some(kind, counts[kind])...)
	}
	s.below.Objects = []fyne.CanvasObject{widget.Card(24, widget.Column(9, column...))}
	if n := counts[intake.New] + counts[intake.Known]; n > 0 {
		s.take = widget.NewButton(widget.Next, "import", s.w.N("firmlist.take", n), "", s.apply)
		s.take.Height = 44
		s.below.Objects = append(s.below.Objects, widget.Card(24, widget.Column(12, widget.NewText(widget.Body, figure.Ink, s.t("take.text")), widget.Wrap(0, 0, s.take))))
	}
	screen.Follow(s.page)
}

// some are the first rows of a kind.
func (s *Screen) some(kind intake.Kind, n int) []fyne.CanvasObject {
	if n == 0 {
		return nil
	}
	out := []fyne.CanvasObject{widget.Divider(), widget.NewText(widget.TightBold, figure.Ink, s.t("rows."+string(kind)))}
	shown := 0
	for i := range s.desk.preview.Rows {
		r := &s.desk.preview.Rows[i]
		if r.Kind != kind {
			continue
		}
		if shown == mostRows {
			break
		}
		shown++
		line := widget.NewText(widget.Small, figure.Ink2, s.t("line", "n", r.Line))
		out = append(out, widget.Row(10, []float32{theme.Dp(60), -1}, line, widget.NewText(widget.Tight, figure.Ink, s.row(r))))
	}
	if left := n - shown; left > 0 {
		out = append(out, widget.NewText(widget.Small, figure.Ink2, s.w.N("firmlist.more", left)))
	}
	return out
}

// row is what one row becomes, in words.
func (s *Screen) row(r *intake.Row) string {
	name := "**" + widget.Plain(r.Company.Name) + "**"
	if r.Company.Name == "" {
		name = s.t("noname")
	}
	if r.Fault != nil {
		return name + " · " + widget.Plain(s.w.Fault(r.Fault))
	}
	parts := []string{name}
	if r.Kind == intake.New {
		if r.Company.Place != "" {
			parts = append(parts, widget.Plain(r.Company.Place))
		}
		if r.Company.People > 0 {
			parts = append(parts, s.w.N("profile.people.count", r.Company.People))
		}
	}
	for _, c := range r.Changes {
		from := c.From
		if from == "" {
			from = s.t("empty")
		}
		parts = append(parts, s.name(c.Field)+": "+widget.Plain(from)+" → "+widget.Plain(c.To))
	}
	if r.Result != nil {
		parts = append(parts, s.t("result", "date", s.w.DateOf(r.Result.Day)))
	}
	return strings.Join(parts, " · ")
}

// result says what has been written.
func (s *Screen) result() []fyne.CanvasObject {
	n := s.desk.done[intake.New] + s.desk.done[intake.Known]
	open := widget.NewButton(widget.Secondary, "people", s.t("firms"), "", func() { s.h.Go(screen.Route{Page: screen.Companies}) })
	out := []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "check-circle", s.w.N("firmlist.done", n), s.t("done.text"), open)}
	if err := s.desk.wrong; err != nil {
		out = append(out, widget.Banner(widget.ToneErr, "alert", s.t("unusable"), s.w.Fault(err)))
	}
	return out
}
