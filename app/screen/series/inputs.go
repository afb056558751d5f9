package series

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// inputs are fields of a page that keeps what is typed as it is typed. What cannot stand is said at
// its field, and the value from before stays.
type inputs struct {
	*page
	frame *widget.Page
}

// try keeps the series after a change; where it cannot stand, undo takes the change back.
func (k *inputs) try(name string, wrong *widget.Text, err error, undo func()) bool {
	if err == nil {
		err = k.keep()
	}
	text := ""
	if err != nil {
		undo()
		text = k.named(err, name)
	}
	if wrong.Text() != text {
		wrong.SetText(text)
		if k.frame != nil {
			k.frame.Relayout()
		}
	}
	return err == nil
}

// labelled is an input below its name.
func labelled(name string, input fyne.CanvasObject, wrong *widget.Text) fyne.CanvasObject {
	return widget.Column(3, widget.NewText(widget.SmallBold, figure.Ink, name), input, wrong)
}

// text is a field for a text.
func (k *inputs) text(key string, lines int, value *string) (fyne.CanvasObject, *widget.Entry) {
	name, wrong := k.t(key), widget.NewText(widget.Small, figure.Err, "")
	e := widget.NewEntry(lines, *value, func(v string) {
		old := *value
		*value = strings.TrimSpace(v)
		k.try(name, wrong, nil, func() { *value = old })
	})
	return labelled(name, e, wrong), e
}

// number is a field for a number; empty is 0.
func (k *inputs) number(key string, value *int) fyne.CanvasObject {
	name, wrong, text := k.t(key), widget.NewText(widget.Small, figure.Err, ""), ""
	if *value > 0 {
		text = k.w.Int(*value)
	}
	return labelled(name, widget.NewEntry(1, text, func(v string) {
		old := *value
		n, ok := k.w.ReadAmount(v)
		var err error
		if ok {
			*value = n
		} else {
			err = assessments.NewFault("number-form", "field", name, "value", brief(v))
		}
		k.try(name, wrong, err, func() { *value = old })
	}), wrong)
}

// day is a field for a day that may stay empty.
func (k *inputs) day(key string, value *string) fyne.CanvasObject {
	name, wrong := k.t(key), widget.NewText(widget.Small, figure.Err, "")
	e := widget.NewEntry(1, k.w.TypedDay(*value), func(v string) {
		old := *value
		*value = strings.TrimSpace(v)
		if day, ok := k.w.ReadDay(v); ok {
			*value = day
		}
		k.try(name, wrong, nil, func() { *value = old })
	})
	e.SetPlaceHolder(k.w.TypedDay(k.h.Session().Today()))
	return labelled(name, e, wrong)
}

// tick is a box that is kept at once.
func (k *inputs) tick(name string, on bool, set func(bool)) *widget.Tick {
	return widget.NewTick(name, on, func(v bool) {
		set(v)
		_ = k.keep() // a tick cannot make a series wrong
	})
}

// came are the boxes of a firm's people for a meeting, from 1.
func (k *inputs) came(f *series.Firm, person, meeting int, name string) *widget.Tick {
	p := &f.People[person]
	return k.tick(name, p.Came(meeting), func(v bool) { p.Mark(meeting, v) })
}

// who is what a person of a firm is called.
func (k *inputs) who(f *series.Firm, i int) string {
	p := &f.People[i]
	switch {
	case p.Name != "":
		return widget.Plain(p.Name)
	case p.Role != "":
		return widget.Plain(p.Role)
	}
	return k.t("person." + string(rune('1'+i)))
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
