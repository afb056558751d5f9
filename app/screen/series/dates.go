package series

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/series"
)

// dates is when and where everything is. What is typed is tried on a copy: the series keeps its days
// until all of them can stand together.
type dates struct {
	page
	typed *series.Series
	wrong map[string]*widget.Text
	order []string
	state *widget.Text
	first *widget.Entry
	file  *file
	frame *widget.Page
}

func newDates(p page) *dates {
	return &dates{page: p, typed: p.s.Clone(), wrong: map[string]*widget.Text{}}
}

// Start implements screen.Starter.
func (s *dates) Start() fyne.Focusable { return s.first }

// Key implements screen.Keyed.
func (s *dates) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to(s.s.ID)
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *dates) Content() fyne.CanvasObject {
	c := s.h.Class()
	t := s.typed
	s.state = widget.NewText(widget.Small, figure.Ink2, s.t("dates.kept"))
	cards := []fyne.CanvasObject{widget.Card(22, widget.Column(12, screen.Beside(c, 10, 18, s.wording("name", &t.Name), s.wording("place", &t.Place), s.wording("host", &t.Host)),
		screen.Beside(c, 10, 18, s.dating("start", &t.Start), s.follow())))}
	for i := range t.Meetings {
		n := strconv.Itoa(i + 1)
		cards = append(cards, widget.Card(22, widget.Column(10, screen.CardHead("people", s.t("doc.m"+n+".title")),
			screen.Beside(c, 10, 18, s.dating("day"+n, &t.Meetings[i].Day), s.wording("time"+n, &t.Meetings[i].Time), s.wording("place"+n, &t.Meetings[i].Place)))))
		if i < series.Homework {
			cards = append(cards, widget.Card(22, widget.Column(10, screen.CardHead("note", s.t("homework."+n)),
				screen.Beside(c, 10, 18, s.dating("from"+n, &t.Homework[i].From), s.dating("until"+n, &t.Homework[i].Until)))))
		}
	}
	s.file = s.calendar()
	save := widget.NewButton(widget.Next, "calendar", s.t("calendar.save"), "", func() { s.file.save() })
	cards = append(cards, widget.Card(22, widget.Column(12, screen.CardHead("calendar", s.t("calendar")), widget.NewText(widget.Small, figure.Ink2, s.t("calendar.text")), s.file.Field(), widget.Wrap(0, 0, save), s.file.Said)))
	s.frame = s.body(append([]fyne.CanvasObject{s.back(s.title(), s.s.ID), s.head(s.s.Sample, s.t("dates"), s.t("dates.lead")), s.state}, cards...)...)
	s.file.On(s.frame)
	s.check()
	return s.frame
}

// placed is an input with what is wrong below it. The name is that of the fault's field; its sentence
// is without its number.
func (s *dates) placed(name string, input *widget.Entry) fyne.CanvasObject {
	s.wrong[name] = widget.NewText(widget.Small, figure.Err, "")
	s.order = append(s.order, name)
	if s.first == nil {
		s.first = input
	}
	return labelled(s.called(name), input, s.wrong[name])
}

func (s *dates) called(name string) string {
	switch strings.TrimRight(name, "123") {
	case "name":
		return s.t("field.name")
	case "place":
		return s.t("field.place")
	case "host":
		return s.t("field.host")
	case "start":
		return s.t("field.start")
	case "day":
		return s.t("field.day")
	case "time":
		return s.t("field.time")
	case "from":
		return s.t("field.from")
	}
	return s.t("field.until")
}

func (s *dates) wording(name string, value *string) fyne.CanvasObject {
	e := widget.NewEntry(1, *value, func(v string) { *value = strings.TrimSpace(v); s.check() })
	if strings.HasPrefix(name, "place") && value != &s.typed.Place {
		e.SetPlaceHolder(s.typed.Place) // where nothing else is said
	}
	return s.placed(name, e)
}

func (s *dates) dating(name string, value *string) fyne.CanvasObject {
	return s.placed(name, widget.NewEntry(1, s.w.TypedDay(*value), func(v string) {
		*value = strings.TrimSpace(v)
		if day, ok := s.w.ReadDay(v); ok {
			*value = day
		}
		s.check()
	}))
}

// follow is after how many months the firms are asked again.
func (s *dates) follow() fyne.CanvasObject {
	months := []int{0, 3, 6, 12}
	var names []string
	at := -1
	for i, n := range months {
		if n == s.typed.Follow {
			at = i
		}
		if n == 0 {
			names = append(names, s.t("follow.never"))
			continue
		}
		names = append(names, s.w.N("series.follow.months", n))
	}
	choose := widget.NewChoose(names)
	if at >= 0 {
		choose.Mark(at)
	}
	choose.OnChanged = func(string) { s.typed.Follow = months[max(0, choose.SelectedIndex())]; s.check() }
	return labelled(s.t("field.follow"), widget.Framed(choose), widget.NewText(widget.Small, figure.Err, ""))
}

// check keeps what is typed where all of it can stand, and else says at its field what cannot.
func (s *dates) check() {
	err := s.typed.CheckDates(s.s, s.h.Session().Today())
	if err == nil {
		if err = s.typed.Check(); err == nil {
			before := s.s
			if s.s = s.typed.Clone(); string(before.Write(session.Written).Content) != string(s.s.Write(session.Written).Content) {
				err = s.keep()
			}
		}
	}
	at, state := "", s.t("dates.kept")
	if err != nil {
		state = s.t("dates.unkept")
		var f *assessments.Fault
		if errors.As(err, &f) {
			at = f.Args["field"]
		}
		if s.wrong[at] == nil {
			state = s.named(err, s.t("dates"))
		}
	}
	for _, name := range s.order {
		text := ""
		if name == at {
			text = s.named(err, s.called(name))
		}
		s.wrong[name].SetText(text)
	}
	s.state.SetText(state)
	if s.frame != nil {
		s.frame.Relayout()
	}
}
