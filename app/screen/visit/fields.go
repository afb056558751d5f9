package visit

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
)

// draft is what stands in the fields of a visit, as typed.
type draft struct {
	day, place, minutes, note string
	people                    []assessments.Present
}

// drafted are the texts of a visit.
func drafted(w *texts.Words, v assessments.Visit) *draft {
	d := &draft{day: w.TypedDay(v.Day), place: v.Place, note: v.Note, people: slices.Clone(v.People)}
	if v.Minutes > 0 {
		d.minutes = strconv.Itoa(v.Minutes)
	}
	return d
}

// onto writes what is typed into a visit, or says what cannot stand; the fault names the field.
func (d *draft) onto(w *texts.Words, v assessments.Visit) (assessments.Visit, error) {
	v.Day = strings.TrimSpace(d.day)
	if day, ok := w.ReadDay(d.day); ok {
		v.Day = day
	}
	v.Place, v.Note = strings.TrimSpace(d.place), strings.TrimSpace(d.note)
	n, ok := w.ReadAmount(d.minutes)
	if !ok {
		return v, assessments.NewFault("number-form", "field", "minutes", "value", brief(d.minutes))
	}
	v.Minutes, v.People = n, nil
	for _, p := range d.people {
		if p.Role, p.Name = strings.TrimSpace(p.Role), strings.TrimSpace(p.Name); p != (assessments.Present{}) {
			v.People = append(v.People, p)
		}
	}
	return v, v.Check()
}

// brief is the beginning of what was typed, so that a sentence stays one.
func brief(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// fields are the inputs of a visit, with what is wrong said at each.
type fields struct {
	base
	visit   assessments.Visit // what is not in the fields
	typed   *draft
	wrong   map[string]*widget.Text
	people  *fyne.Container
	page    *widget.Page
	first   *widget.Entry
	changed func() // may be nil
}

func newFields(b base, v assessments.Visit, typed *draft, changed func()) *fields {
	return &fields{base: b, visit: v, typed: typed, wrong: map[string]*widget.Text{}, changed: changed}
}

// read is the visit as it is typed.
func (f *fields) read() (assessments.Visit, error) { return f.typed.onto(f.w, f.visit) }

// check says at its field what is wrong; false where something is.
func (f *fields) check() bool {
	_, err := f.read()
	var fault *assessments.Fault
	at, text := "", ""
	if errors.As(err, &fault) {
		at = fault.Args["field"]
		named := &assessments.Fault{Code: fault.Code, Args: maps.Clone(fault.Args)}
		named.Args["field"] = f.w.T("visit.field." + at)
		text = widget.Plain(f.w.Fault(named))
	}
	moved := false
	for name, say := range f.wrong {
		want := ""
		if name == at {
			want = text
		}
		if say.Text() != want {
			say.SetText(want)
			moved = true
		}
	}
	if moved && f.page != nil {
		f.page.Relayout()
	}
	return err == nil
}

func (f *fields) touched() {
	f.check()
	if f.changed != nil {
		f.changed()
	}
}

func (f *fields) field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	f.wrong[name] = widget.NewText(widget.Small, figure.Err, "")
	return widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, f.w.T("visit.field."+name)), input, f.wrong[name])
}

func (f *fields) entry(name string, lines int, value *string) fyne.CanvasObject {
	e := widget.NewEntry(lines, *value, func(v string) { *value = v; f.touched() })
	if name == "day" {
		e.SetPlaceHolder(f.w.TypedDay(f.h.Session().Today()))
	}
	if f.first == nil {
		f.first = e
	}
	return f.field(name, e)
}

// when is day, place and minutes.
func (f *fields) when() fyne.CanvasObject {
	return screen.Beside(f.h.Class(), 14, 18, f.entry("day", 1, &f.typed.day), f.entry("place", 1, &f.typed.place), f.entry("minutes", 1, &f.typed.minutes))
}

// who are the people, a row each.
func (f *fields) who() fyne.CanvasObject {
	f.people = widget.Column(8)
	f.showPeople()
	return f.field("people", f.people)
}

// showPeople fills the rows anew and returns the name of the last person.
func (f *fields) showPeople() (last *widget.Entry) {
	var rows []fyne.CanvasObject
	for i := range f.typed.people {
		p := &f.typed.people[i]
		role := widget.NewEntry(1, p.Role, func(v string) { p.Role = v; f.touched() })
		role.SetPlaceHolder(f.w.T("visit.people.role"))
		name := widget.NewEntry(1, p.Name, func(v string) { p.Name = v; f.touched() })
		name.SetPlaceHolder(f.w.T("visit.people.name"))
		remove := widget.NewButton(widget.Quiet, "trash", f.w.T("visit.people.remove"), "", func() { f.remove(i) })
		last = name
		if f.h.Class() == screen.Single {
			rows = append(rows, widget.Column(6, role, name, widget.Wrap(0, 0, remove)))
			continue
		}
		rows = append(rows, widget.Centred(10, []float32{-2, -3, 0}, role, name, remove))
	}
	add := widget.NewButton(widget.Secondary, "plus", f.w.T("visit.people.add"), "", f.add)
	add.Height = 36
	add.SetDisabled(len(f.typed.people) >= assessments.PeopleLimit)
	f.people.Objects = append(rows, widget.Wrap(0, 0, add))
	if f.page != nil {
		screen.Follow(f.page, f.people)
		f.page.Relayout()
	}
	return last
}

func (f *fields) add() {
	f.typed.people = append(f.typed.people, assessments.Present{})
	name := f.showPeople()
	widget.Focus(name)
	f.touched()
}

func (f *fields) remove(i int) {
	f.typed.people = slices.Delete(slices.Clone(f.typed.people), i, i+1)
	if name := f.showPeople(); name != nil {
		widget.Focus(name)
	} else if f.first != nil {
		widget.Focus(f.first)
	}
	f.touched()
}
