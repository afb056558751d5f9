package widget

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nivel/assessments"
)

// gridForm is what a row of a grid takes.
type gridForm int8

const (
	stages gridForm = iota // one of some stages
	yesNo                  // yes or no
	plans                  // already, planned, both or neither
)

// Grid takes an answer for each row: ↑ ↓ change the row, digits, N and ? answer it. One tab stop.
type Grid struct {
	widget.BaseWidget
	ring
	ids       []string
	rows      []Choice
	heads     []string // of the columns
	fixed     map[string]string
	w         Words
	narrow    bool // name above the vial
	form      gridForm
	cursor    int
	value     assessments.Value
	OnChanged func(row string, v assessments.Value)
	OnMove    func(top, bottom float32) // the cursor stands there now
}

// NewGrid makes a grid of stages; ids and rows go in pairs.
func NewGrid(ids []string, rows []Choice, stages []string, w Words, narrow bool, value assessments.Value, changed func(row string, v assessments.Value)) *Grid {
	g := &Grid{ids: ids, rows: rows, heads: stages, w: w, narrow: narrow, value: value, OnChanged: changed}
	g.ExtendBaseWidget(g)
	return g
}

// NewYesNo makes a list of yes/no questions. Rows in fixed follow from other answers and say so.
func NewYesNo(ids []string, rows []Choice, fixed map[string]string, w Words, narrow bool, value assessments.Value, changed func(row string, v assessments.Value)) *Grid {
	g := &Grid{ids: ids, rows: rows, fixed: fixed, w: w, narrow: narrow, form: yesNo, value: value, OnChanged: changed}
	g.cursor = -1
	g.ExtendBaseWidget(g)
	g.move(1)
	return g
}

// NewPlans makes a list of rows that are done already, planned, both or neither.
func NewPlans(ids []string, rows []Choice, w Words, narrow bool, value assessments.Value, changed func(row string, v assessments.Value)) *Grid {
	g := &Grid{ids: ids, rows: rows, w: w, narrow: narrow, form: plans, value: value, OnChanged: changed}
	g.ExtendBaseWidget(g)
	return g
}

// Value is what is chosen: a value for each row.
func (g *Grid) Value() assessments.Value { return g.value }

// SetValue shows an answer without saying so.
func (g *Grid) SetValue(v assessments.Value) {
	g.value = v
	g.Refresh()
}

func (g *Grid) set(i int, v assessments.Value) {
	if i < 0 || i >= len(g.ids) || g.fixed[g.ids[i]] != "" {
		return
	}
	id := g.ids[i]
	if g.value.Rows[id].Equal(v) {
		v = assessments.Value{}
	}
	g.cursor = i
	g.value = g.value.WithRow(id, v)
	g.Refresh()
	if g.OnChanged != nil {
		g.OnChanged(id, v)
	}
}

func (g *Grid) move(by int) {
	for i := g.cursor + by; i >= 0 && i < len(g.ids); i += by {
		if g.fixed[g.ids[i]] == "" {
			g.cursor = i
			break
		}
	}
	if g.OnMove != nil && g.cursor >= 0 {
		top := g.rowTop(g.cursor, g.Size().Width)
		g.OnMove(top, top+g.rowHeight(g.cursor, g.Size().Width))
	}
	g.Refresh()
}

// FocusGained implements fyne.Focusable.
func (g *Grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost implements fyne.Focusable.
func (g *Grid) FocusLost() { g.focused = false; g.Refresh() }

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		g.move(1)
	case fyne.KeyUp:
		g.move(-1)
	default:
		PassKey(g, e)
	}
}

// TypedRune implements fyne.Focusable.
func (g *Grid) TypedRune(r rune) {
	lower := unicode.ToLower(r)
	switch {
	case g.form == plans && r >= '0' && r <= '2':
		g.plan(g.cursor, int(r-'0'))
	case r == '?' || r == '¿':
		g.set(g.cursor, assessments.DontKnowValue)
	case g.form == yesNo && (lower == 's' || lower == 'y' || r == '1'):
		g.set(g.cursor, assessments.Saying(true))
	case g.form == yesNo && (lower == 'n' || r == '0'):
		g.set(g.cursor, assessments.Saying(false))
	case g.form != yesNo && lower == 'n':
		g.set(g.cursor, assessments.NotApplicableValue)
	case g.form == stages && r >= '0' && int(r-'0') < len(g.heads):
		g.set(g.cursor, assessments.AtLevel(int(r-'0')))
	default:
		PassRune(g, r)
	}
}

// plan switches already (1) or planned (2) of a row, or sets neither (0).
func (g *Grid) plan(i, key int) {
	level := 0
	if row := g.value.Rows[g.ids[i]]; row.Standing == assessments.Given {
		level = row.Level
	}
	switch key {
	case 0:
		level = 0
	case 1:
		level ^= 2
	case 2:
		level ^= 1
	}
	if key > 0 && level == 0 { // the last tick taken back is no answer; neither is said with 0
		g.set(i, assessments.Value{})
		return
	}
	g.set(i, assessments.AtLevel(level))
}

// Cursor implements desktop.Cursorable.
func (g *Grid) Cursor() desktop.Cursor { return desktop.PointerCursor }
