package widget

import (
	"slices"
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"

	"nivel/assessments"
)

// Answerer is a widget that takes the answer to one question: one tab stop, worked by keys alone.
type Answerer interface {
	fyne.CanvasObject
	fyne.Focusable
	Value() assessments.Value
	SetValue(assessments.Value)
}

// Ladder takes one of some rows: its key, N, ?, arrows and Space. The rows are described levels, or
// no, partly and yes.
type Ladder struct {
	List
	values    []assessments.Value // that the rows stand for
	value     assessments.Value
	OnChanged func(assessments.Value)
}

// NewLadder makes a ladder of levels from 0 up.
func NewLadder(levels []Choice, w Words, compact bool, value assessments.Value, changed func(assessments.Value)) *Ladder {
	var values []assessments.Value
	for i := range levels {
		levels[i].Key = strconv.Itoa(i)
		values = append(values, assessments.AtLevel(i))
	}
	return newLadder(levels, values, w, compact, value, changed)
}

// NewPartly makes a choice of no, partly and yes.
func NewPartly(w Words, value assessments.Value, changed func(assessments.Value)) *Ladder {
	return NewLadder([]Choice{{Title: w.No}, {Title: w.Partly}, {Title: w.Yes}}, w, true, value, changed)
}

// NewYes makes a choice of yes (1) and no (0).
func NewYes(w Words, value assessments.Value, changed func(assessments.Value)) *Ladder {
	return newLadder([]Choice{{Key: "1", Title: w.Yes}, {Key: "0", Title: w.No}}, []assessments.Value{assessments.Saying(true), assessments.Saying(false)}, w, true, value, changed)
}

func newLadder(rows []Choice, values []assessments.Value, w Words, compact bool, value assessments.Value, changed func(assessments.Value)) *Ladder {
	l := &Ladder{values: values, OnChanged: changed}
	l.List = *newList(rows, halves(w), compact, values[0].Equal(assessments.AtLevel(0)))
	l.self = l
	l.ExtendBaseWidget(l)
	l.OnChoose = l.chooseRow
	l.List.OnRune = l.rune
	l.SetValue(value)
	return l
}

func halves(w Words) []Choice {
	return []Choice{{Key: "N", Title: w.NotApplicable}, {Key: "?", Title: w.DontKnow}}
}

// Value is what is chosen.
func (l *Ladder) Value() assessments.Value { return l.value }

// SetValue shows an answer without saying so.
func (l *Ladder) SetValue(v assessments.Value) {
	l.value = v
	switch v.Standing {
	case assessments.Given:
		if i := slices.IndexFunc(l.values, v.Equal); i >= 0 {
			l.SetChosen(i)
		} else {
			l.SetChosen()
		}
	case assessments.NotApplicable:
		l.SetChosen(len(l.Rows))
	case assessments.DontKnow:
		l.SetChosen(len(l.Rows) + 1)
	default:
		l.SetChosen()
	}
}

func (l *Ladder) chooseRow(row int) {
	switch row - len(l.Rows) {
	case 0:
		l.set(assessments.NotApplicableValue)
	case 1:
		l.set(assessments.DontKnowValue)
	default:
		l.set(l.values[row])
	}
}

func (l *Ladder) set(v assessments.Value) {
	l.SetValue(v)
	for row := range l.chosen {
		l.cursor = row
	}
	l.Refresh()
	if l.OnChanged != nil {
		l.OnChanged(v)
	}
}

func (l *Ladder) rune(r rune) bool {
	if i := slices.IndexFunc(l.Rows, func(c Choice) bool { return c.Key == string(r) }); i >= 0 {
		l.set(l.values[i])
		return true
	}
	switch {
	case unicode.ToLower(r) == 'n':
		l.set(assessments.NotApplicableValue)
	case r == '?' || r == '¿':
		l.set(assessments.DontKnowValue)
	default:
		return false
	}
	return true
}

// Checklist takes any number of options; an exclusive one excludes the rest. Keys 1 to 9 and 0
// switch options, N and ? stand for the whole question.
type Checklist struct {
	List
	ids       []string
	exclusive map[string]bool
	value     assessments.Value
	OnChanged func(assessments.Value)
}

// NewChecklist makes a checklist; ids and options go in pairs.
func NewChecklist(ids []string, options []Choice, exclusive map[string]bool, w Words, compact bool, value assessments.Value, changed func(assessments.Value)) *Checklist {
	c := &Checklist{ids: ids, exclusive: exclusive, OnChanged: changed}
	for i := range options {
		options[i].Key = strconv.Itoa((i + 1) % 10)
		if exclusive[ids[i]] {
			options[i].Key = "0"
		}
	}
	c.List = *newList(options, halves(w), true, false)
	c.self = c
	c.ExtendBaseWidget(c)
	c.OnChoose = c.toggle
	c.List.OnRune = c.rune
	c.SetValue(value)
	return c
}

// Value is what is chosen.
func (c *Checklist) Value() assessments.Value { return c.value }

// SetValue shows an answer without saying so.
func (c *Checklist) SetValue(v assessments.Value) {
	c.value = v
	var rows []int
	switch v.Standing {
	case assessments.NotApplicable:
		rows = []int{len(c.ids)}
	case assessments.DontKnow:
		rows = []int{len(c.ids) + 1}
	}
	for i, id := range c.ids {
		if v.Has(id) {
			rows = append(rows, i)
		}
	}
	c.SetChosen(rows...)
}

func (c *Checklist) toggle(row int) {
	switch row - len(c.ids) {
	case 0:
		c.set(assessments.NotApplicableValue)
		return
	case 1:
		c.set(assessments.DontKnowValue)
		return
	}
	id := c.ids[row]
	var chosen []string
	for _, other := range c.value.Chosen {
		if other != id && !c.exclusive[other] && !c.exclusive[id] {
			chosen = append(chosen, other)
		}
	}
	if !c.value.Has(id) {
		chosen = append(chosen, id)
	}
	c.set(assessments.Choosing(chosen...))
}

func (c *Checklist) set(v assessments.Value) {
	c.SetValue(v)
	if c.OnChanged != nil {
		c.OnChanged(v)
	}
}

func (c *Checklist) rune(r rune) bool {
	switch {
	case r >= '0' && r <= '9':
		for i, row := range c.Rows {
			if row.Key == string(r) {
				c.cursor = i
				c.toggle(i)
				return true
			}
		}
		return false
	case unicode.ToLower(r) == 'n':
		c.set(assessments.NotApplicableValue)
	case r == '?' || r == '¿':
		c.set(assessments.DontKnowValue)
	default:
		return false
	}
	return true
}
