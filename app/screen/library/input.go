package library

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
)

// input is a field of the form with what is said below it.
type input struct {
	spec   spec
	label  string
	focus  fyne.Focusable
	object fyne.CanvasObject
	below  *widget.Text
	wrong  string // what keeps it from being saved
}

// rows sets short fields two on a line, where there is room, and long ones below each other.
func (f *Form) rows(specs []spec) []fyne.CanvasObject {
	var out, pair []fyne.CanvasObject
	flush := func() {
		if len(pair) == 1 {
			pair = append(pair, widget.Space(1, 1))
		}
		if len(pair) > 0 {
			out = append(out, widget.Row(18, []float32{-1, -1}, pair...))
		}
		pair = nil
	}
	for _, s := range specs {
		in := f.input(s)
		f.fields = append(f.fields, in)
		if s.style == text || s.style == checks || s.limit > 0 || s.name == "name" || f.h.Class() == screen.Single {
			flush()
			out = append(out, in.object)
			continue
		}
		if pair = append(pair, in.object); len(pair) == 2 {
			flush()
		}
	}
	flush()
	return out
}

func (f *Form) input(s spec) *input {
	w := f.w
	in := &input{spec: s, label: w.T("library.form." + s.name), below: widget.NewText(widget.Small, figure.Ink2, " ")}
	head := in.label
	if s.required {
		head = w.T("library.form.required", "name", in.label)
	}
	column := []fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, head)}
	if s.hint {
		column = append(column, widget.NewText(widget.Small, figure.Ink2, w.T("library.hint."+s.name)))
	}
	switch s.style {
	case choice:
		column = append(column, f.choice(in))
	case checks:
		column = append(column, f.checks(in))
	default:
		lines := 1
		if s.style == text {
			lines = 3
		}
		e := widget.NewEntry(lines, f.draft.Values[s.name], func(v string) {
			f.draft.Values[s.name] = v
			in.wrong = ""
			f.changed()
		})
		if s.style == date {
			e.SetPlaceHolder(w.T("library.form.date"))
		}
		in.focus, e.OnFocus = e, f.reveal(in)
		column = append(column, e)
	}
	in.object = widget.Column(4, append(column, in.below)...)
	f.show(in)
	return in
}

func (f *Form) choice(in *input) fyne.CanvasObject {
	ids, names := in.spec.options(f)
	s := widget.NewChoose(names)
	s.PlaceHolder = f.w.T("profile.choose")
	if i := slices.Index(ids, f.draft.Values[in.spec.name]); i >= 0 {
		s.SetSelectedIndex(i)
	}
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 {
			f.draft.Values[in.spec.name] = ids[i]
			in.wrong = ""
			f.changed()
		}
	}
	in.focus, s.OnFocus = s, f.reveal(in)
	return widget.Framed(s)
}

func (f *Form) checks(in *input) fyne.CanvasObject {
	ids, names := in.spec.options(f)
	var boxes []fyne.CanvasObject
	for i, id := range ids {
		c := widget.NewTick(names[i], slices.Contains(f.draft.Sets[in.spec.name], id), func(on bool) {
			set := slices.DeleteFunc(slices.Clone(f.draft.Sets[in.spec.name]), func(x string) bool { return x == id })
			if on {
				set = append(set, id)
			}
			f.draft.Sets[in.spec.name] = set
			in.wrong = ""
			f.changed()
		})
		c.OnFocus = f.reveal(in)
		if in.focus == nil {
			in.focus = c
		}
		boxes = append(boxes, c)
	}
	perLine := 3
	for _, name := range names {
		if utf8.RuneCountInString(name) > 28 || f.h.Class() != screen.Wide {
			perLine = 2
		}
	}
	if theme.Scale() > 1.2 {
		perLine = 1
	}
	return widget.Column(10, widget.Tiles(perLine, 10, boxes)...)
}

// reveal scrolls to a field when the focus comes to it.
func (f *Form) reveal(in *input) func() {
	return func() {
		if f.page != nil && in.object != nil {
			f.page.Reveal(in.object, 0, in.object.Size().Height)
		}
	}
}

func letters(s string) int { return utf8.RuneCountInString(strings.TrimSpace(s)) }

// count shows how many letters there are, and what is wrong, below every field.
func (f *Form) count() {
	grown := false
	for _, in := range f.fields {
		grown = f.show(in) || grown
	}
	if grown && f.page != nil {
		f.page.Relayout()
	}
}

// show fills in what stands below a field; true where the page must be laid out anew.
func (f *Form) show(in *input) bool {
	token, say := figure.Ink2, ""
	have, limit := f.used(in.spec)
	switch {
	case in.wrong != "":
		token, say = figure.Err, in.wrong
	case limit > 0 && have > limit:
		token, say = figure.Warn, f.w.N("library.form.over", have-limit, "have", f.w.Int(have), "limit", f.w.Int(limit))
	case in.spec.detail:
		say = f.w.T("library.form.together", "have", f.w.Int(have), "limit", f.w.Int(limit))
	case limit > 0:
		say = f.w.T("library.form.count", "have", f.w.Int(have), "limit", f.w.Int(limit))
	}
	if say == "" {
		say = " "
	}
	before := in.below.HeightFor(in.below.Size().Width)
	in.below.Token = token
	in.below.SetText(say)
	return in.below.Size().Width > 0 && in.below.HeightFor(in.below.Size().Width) != before
}

// used are the letters of a field that count, and how many there may be.
func (f *Form) used(s spec) (have, limit int) {
	if s.detail {
		return letters(f.draft.Values["problem"]) + letters(f.draft.Values["how"]) + f.chain(), content.Form.Detail
	}
	return letters(f.draft.Values[s.name]), s.limit
}

// check says below each field what is missing or wrong, and counts that.
func (f *Form) check() int {
	n := 0
	for _, in := range f.fields {
		s, v := in.spec, strings.TrimSpace(f.draft.Values[in.spec.name])
		in.wrong = ""
		have, limit := f.used(s)
		switch {
		case s.required && v == "":
			in.wrong = f.w.T("library.form.missing", "name", in.label)
		case limit > 0 && have > limit:
			in.wrong = f.w.N("library.form.over", have-limit, "have", f.w.Int(have), "limit", f.w.Int(limit))
		case s.style == date && v != "" && f.day(v) == "":
			in.wrong = f.w.T("library.form.nodate", "text", widget.Plain(v))
		case s.style == date:
			f.draft.Values[s.name] = f.day(v)
		case s.style == whole && v != "" && f.amount(v) == "":
			in.wrong = f.w.T("library.form.nonumber", "text", widget.Plain(v))
		case s.style == whole:
			f.draft.Values[s.name] = f.amount(v)
		case s.name == "dimensions" && len(f.draft.Sets[s.name]) == 0 && !f.asked():
			in.wrong = f.w.T("library.form.noarea")
		}
		if in.wrong != "" {
			n++
		}
	}
	n += f.sources.check()
	f.count()
	f.page.Relayout()
	return n
}

// asked says whether the entry already names questions, by which it is found without an area.
func (f *Form) asked() bool {
	switch {
	case f.was == nil:
		return false
	case f.was.practice != nil:
		return len(f.was.practice.Questions) > 0
	case f.was.contact != nil:
		return len(f.was.contact.Questions) > 0
	case f.was.training != nil:
		return len(f.was.training.Questions) > 0
	}
	return len(f.was.funding.Questions) > 0
}

// toFirst puts the focus on the first field that is wrong.
func (f *Form) toFirst() {
	for _, in := range f.fields {
		if in.wrong != "" {
			widget.Focus(in.focus)
			f.page.Reveal(in.object, 0, in.object.Size().Height)
			return
		}
	}
	f.sources.toFirst()
}

// day is a typed day as YYYY-MM-DD; empty where it is none.
func (f *Form) day(text string) string {
	day, _ := f.w.ReadDay(text)
	return day
}

// amount is a typed amount in digits; empty where it is none.
func (f *Form) amount(text string) string {
	n, ok := f.w.ReadAmount(text)
	if !ok || n < 0 || n > math.MaxInt32 {
		return ""
	}
	return strconv.Itoa(n)
}
