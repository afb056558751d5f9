package editor

import (
	"math/big"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// field is an input below its name and a line of explanation, with a place for what is wrong.
func field(name, text string, input fyne.CanvasObject, wrong *widget.Text) fyne.CanvasObject {
	out := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, name)}
	if text != "" {
		out = append(out, widget.NewText(widget.Small, figure.Ink2, text))
	}
	out = append(out, input)
	if wrong != nil {
		out = append(out, wrong)
	}
	return widget.Column(4, out...)
}

// ticks are buttons that are on or off; set says whether it took the change.
func ticks(shown shower, names []string, is func(i int) bool, set func(i int, in bool) bool) *fyne.Container {
	var all []fyne.CanvasObject
	for i, name := range names {
		b := newButton(shown, widget.Secondary, "circle", name, "", nil)
		show := func() {
			b.Kind, b.Icon = widget.Secondary, "circle"
			if is(i) {
				b.Kind, b.Icon = widget.Chosen, "check-circle"
			}
			b.Refresh()
		}
		b.OnTapped = func() {
			set(i, !is(i))
			show()
		}
		show()
		all = append(all, b)
	}
	return widget.Wrap(8, 8, all...)
}

// text is an input for a text. The draft takes it as it is typed.
func (f *form) text(key, label string, lines int, value string, set func(string)) fyne.CanvasObject {
	return field(label, "", f.entry(key, lines, value, set), nil)
}

func (f *form) entry(key string, lines int, value string, set func(string)) *widget.Entry {
	e := newInput(f.shown, lines, value, func(v string) {
		set(v)
		f.p.typed()
	})
	f.controls[key] = e
	return e
}

// number is an input for a decimal number; what is none leaves the draft as it was and says so.
func (f *form) number(key, label string, value *big.Rat, set func(*big.Rat)) fyne.CanvasObject {
	input, wrong := f.decimal(key, value, set)
	return field(label, "", input, wrong)
}

func (f *form) decimal(key string, value *big.Rat, set func(*big.Rat)) (fyne.CanvasObject, *widget.Text) {
	w := f.p.w
	wrong := widget.NewText(widget.Small, figure.Err, "")
	e := newInput(f.shown, 1, draft.NumberText(value, w.T("format.decimal")), nil)
	e.OnChanged = func(v string) {
		r := draft.ParseNumber(v)
		message := ""
		if r == nil {
			message = w.T("editor.notnumber", "example", draft.NumberText(big.NewRat(3, 2), w.T("format.decimal")))
		} else {
			set(r)
			f.p.typed()
		}
		if wrong.Text() != message {
			wrong.SetText(message)
			f.page.Relayout()
		}
	}
	f.controls[key] = e
	return e, wrong
}

// whole is an input for a whole number within bounds.
func (f *form) whole(key, label string, value, least, most int, set func(int)) fyne.CanvasObject {
	w := f.p.w
	wrong := widget.NewText(widget.Small, figure.Err, "")
	e := newInput(f.shown, 1, strconv.Itoa(value), nil)
	e.OnChanged = func(v string) {
		r := draft.ParseNumber(v)
		message := ""
		if r == nil || !r.IsInt() || !r.Num().IsInt64() || r.Num().Int64() < int64(least) || r.Num().Int64() > int64(most) {
			message = w.T("editor.notwhole", "least", w.Int(least), "most", w.Int(most))
		} else {
			set(int(r.Num().Int64()))
			f.p.typed()
		}
		if wrong.Text() != message {
			wrong.SetText(message)
			f.page.Relayout()
		}
	}
	f.controls[key] = e
	return field(label, "", e, wrong)
}

// shortest is how much of a name a list to choose from shows.
const shortest = 48

func short(text string) string {
	text = strings.TrimSpace(text)
	if r := []rune(text); len(r) > shortest {
		return strings.TrimSpace(string(r[:shortest])) + "…"
	}
	return text
}

// choice is a list to choose one from.
func (f *form) choice(key string, names []string, at int, set func(i int)) fyne.CanvasObject {
	for i := range names {
		names[i] = short(names[i])
	}
	c := widget.NewChoose(names)
	c.OnFocus = func() { f.shown(c) }
	c.PlaceHolder = f.p.t("choose")
	if at >= 0 && at < len(names) {
		c.SetSelectedIndex(at)
	}
	c.OnChanged = func(string) {
		if i := c.SelectedIndex(); i >= 0 && i != at {
			at = i
			set(i)
		}
	}
	f.controls[key] = c
	return widget.Framed(c)
}

// quiet is a small button that does a step.
func (f *form) quiet(icon, label, focus string, do func(d *draft.Draft)) *widget.Button {
	return newButton(f.shown, widget.Quiet, icon, label, "", func() { f.p.step(focus, do) })
}

// card is a part of the form.
func (f *form) card(icon, title, text string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	head := []fyne.CanvasObject{screen.CardHead(icon, title)}
	if text != "" {
		head = append(head, widget.NewText(widget.Small, figure.Ink2, text))
	}
	return widget.Card(16, widget.Column(12, append(head, rows...)...))
}

// beside sets small fields side by side where there is room.
func (f *form) beside(fields ...fyne.CanvasObject) fyne.CanvasObject {
	if f.narrow() {
		return widget.Column(12, fields...)
	}
	return widget.Even(14, fields...)
}
