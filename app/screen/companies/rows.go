package companies

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/cohort"
	"nivel/assessments/figure"
)

// column is one of the list's columns.
type column struct {
	by    cohort.Column // empty: the box
	title string        // key
	share float32       // as of a Row; above 0 in dp
	right bool
	cell  func(s *Screen, f *cohort.Firm) fyne.CanvasObject
}

var (
	boxColumn     = column{share: 24, cell: (*Screen).box}
	nameColumn    = column{by: cohort.ByName, title: "firms.column.name", share: -3, cell: (*Screen).nameCell}
	sectorColumn  = column{by: cohort.BySector, title: "firms.column.sector", share: -2, cell: func(s *Screen, f *cohort.Firm) fyne.CanvasObject { return two(figure.Ink2, s.say.trade(f)) }}
	peopleColumn  = column{by: cohort.ByPeople, title: "firms.column.people", share: 66, right: true, cell: (*Screen).peopleCell}
	dateColumn    = column{by: cohort.ByDate, title: "firms.column.date", share: 92, cell: func(s *Screen, f *cohort.Firm) fyne.CanvasObject { return two(figure.Ink2, s.say.date(f)) }}
	levelColumn   = column{by: cohort.ByLevel, title: "firms.column.level", share: 156, cell: (*Screen).levelCell}
	weakestColumn = column{by: cohort.ByWeakest, title: "firms.column.weakest", share: 106, cell: (*Screen).weakestCell}
	stateColumn   = column{by: cohort.ByState, title: "firms.column.state", share: 130, cell: (*Screen).stateCell}
)

// columns are those that there is room for.
func columns(c screen.Class) []column {
	switch c {
	case screen.Wide:
		return []column{boxColumn, nameColumn, sectorColumn, peopleColumn, dateColumn, levelColumn, weakestColumn, stateColumn}
	case screen.Compact:
		return []column{boxColumn, nameColumn, peopleColumn, dateColumn, levelColumn, stateColumn}
	}
	return nil
}

// between is the room between two columns, and at both ends of a row.
const between, end = 8, 14

func shares(all []column) []float32 {
	var out []float32
	for _, c := range all {
		share := c.share
		if share > 0 {
			share = theme.Dp(share)
		}
		out = append(out, share)
	}
	return out
}

// rowHeight is that of a row in dp; without columns it has two lines.
func rowHeight(c screen.Class) float32 {
	if c == screen.Single {
		return 88
	}
	return 52
}

// row makes a firm's row.
func (s *Screen) row(i int) fyne.CanvasObject {
	f := s.found[i]
	if s.columns == nil {
		return s.lines(f)
	}
	var cells []fyne.CanvasObject
	for _, c := range s.columns {
		cells = append(cells, c.cell(s, f))
	}
	return widget.Pad(0, end, 0, end, widget.Centred(between, shares(s.columns), cells...))
}

// lines is a row where there is no room for columns: name and level, then date and state.
func (s *Screen) lines(f *cohort.Firm) fyne.CanvasObject {
	state, icon, token := s.say.state(f)
	first := widget.Centred(between, []float32{-1, theme.Dp(148)}, s.nameCell(f), s.levelCell(f))
	second := widget.Centred(between, []float32{-1, theme.Dp(148)}, two(figure.Ink2, s.say.date(f)), label(icon, token, state))
	return widget.Pad(6, end, 4, end, widget.Centred(10, []float32{theme.Dp(24), -1}, s.box(f), widget.Column(2, first, second)))
}

// two is a text of two lines at most.
func two(token figure.Token, text string) *widget.Text {
	t := widget.NewText(widget.Tight, token, widget.Plain(text))
	t.MaxLines = 2
	return t
}

func label(icon string, token figure.Token, text string) fyne.CanvasObject {
	t := widget.NewText(widget.Small, token, text)
	t.MaxLines = 2
	if icon == "" {
		return t
	}
	return widget.Label(icon, token, 16, 6, t)
}

// box shows whether a firm is picked.
func (s *Screen) box(f *cohort.Firm) fyne.CanvasObject {
	size := theme.Dp(20)
	if !s.desk.picked[f.Company.ID] {
		return widget.Row(0, []float32{size}, sized(size, widget.Box(figure.Surface, figure.Edge, 1.5, 5)))
	}
	return widget.Row(0, []float32{size}, sized(size, widget.Over(widget.Box(figure.Blue, "", 0, 5), widget.Icon("check", figure.OnBlue, 20))))
}

// sized gives an object a square of its own.
func sized(size float32, o fyne.CanvasObject) fyne.CanvasObject {
	return widget.Over(widget.Space(size, size), o)
}

func (s *Screen) nameCell(f *cohort.Firm) fyne.CanvasObject {
	name := widget.NewText(widget.TightBold, figure.Ink, widget.Plain(s.say.name(f)))
	name.MaxLines = 2
	if !f.Company.Sample {
		return name
	}
	name.MaxLines = 1
	return widget.Column(1, name, widget.Label("info", figure.Warn, 14, 4, widget.NewText(widget.Small, figure.Warn, s.w.T("sample.chip"))))
}

func (s *Screen) peopleCell(f *cohort.Firm) fyne.CanvasObject {
	t := two(figure.Ink2, s.say.people(f))
	t.Align = fyne.TextAlignTrailing
	return t
}

// levelCell is the level in a tube and as a number.
func (s *Screen) levelCell(f *cohort.Firm) fyne.CanvasObject {
	number := widget.NewText(widget.TightBold, figure.Ink, s.say.level(f))
	tube := widget.NewVial(theme.Dp(112), theme.Dp(18), s.say.level(f), vial(&f.Overall))
	return widget.Centred(8, []float32{theme.Dp(112), -1}, tube, number)
}

func (s *Screen) weakestCell(f *cohort.Firm) fyne.CanvasObject {
	name, icon := s.say.weakest(f)
	return label(icon, figure.Ink2, name)
}

func (s *Screen) stateCell(f *cohort.Firm) fyne.CanvasObject {
	text, icon, token := s.say.state(f)
	return label(icon, token, text)
}
