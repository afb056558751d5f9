package home

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// chosen is the route's id after a change of path, so that the keyboard stays on the choice.
const chosen = "path"

// at is the place of the assessment's path among all.
func (s *Screen) at() int {
	path := s.h.Session().Scope().Path
	for i, p := range s.paths {
		if p.ID == path {
			return i
		}
	}
	return 0
}

// path is the choice between the short and the longer questionnaire, in one line; nil where the
// model has one path only.
func (s *Screen) path() fyne.CanvasObject {
	w := s.h.Session().Words
	if len(s.paths) < 2 {
		return nil
	}
	var names []string
	for i := range s.paths {
		names = append(names, screen.PathName(w, i, len(s.paths)))
	}
	s.choice = widget.NewSegmented(names, s.at(), func(i int) {
		s.h.Session().SetPath(s.paths[i].ID)
		s.h.Go(screen.Route{Page: screen.Home, ID: chosen})
	})
	text := widget.NewText(widget.Tight, figure.Ink2, s.pathText(names))
	if s.h.Class() == screen.Single {
		return widget.Column(8, text, s.choice)
	}
	return widget.Centred(18, []float32{-1, 0}, text, s.choice)
}

// pathText says what each path takes; after the whole of one, what the next would add.
func (s *Screen) pathText(names []string) string {
	w := s.h.Session().Words
	at := s.at()
	here := s.paths[at]
	if at+1 < len(s.paths) && here.Open == 0 && s.paths[at+1].Open > 0 {
		more := s.paths[at+1].Open
		return w.N("home.path.more", more, "time", w.N("home.path.minutes", screen.Minutes(more))) + " " + w.T("home.path.kept")
	}
	var parts []string
	for i, p := range s.paths {
		parts = append(parts, w.N("home.path.one", p.Questions, "name", names[i], "time", w.N("home.path.minutes", screen.Minutes(p.Questions))))
	}
	text := strings.Join(parts, " ") + " " + w.T("home.path.change")
	if at > 0 && len(s.h.Session().Answers) > 0 {
		text += " " + w.N("home.path.back", s.paths[0].Questions, "name", names[0])
	}
	return text
}

// kicker says which kind of check-up it is and when it was begun.
func (s *Screen) kicker() string {
	se := s.h.Session()
	date := se.Words.Date(se.Assessment.StartedAt)
	if n := len(s.paths); n > 1 {
		return se.Words.T("home.kicker.path", "path", strings.ToLower(screen.PathName(se.Words, s.at(), n)), "date", date)
	}
	return se.Words.T("home.kicker", "name", se.Pack.Words[se.Words.Language].Name, "date", date)
}

// older says that the answers were given to an earlier version of the questionnaire, and leads to
// what has changed: scores of two versions are never compared silently.
func (s *Screen) older() fyne.CanvasObject {
	se := s.h.Session()
	if !se.Ready() {
		return nil
	}
	now := se.Complete().Pack(se.Full().Model.ID)
	if now == nil || now.Model.Version == se.Full().Model.Version {
		return nil
	}
	w := se.Words
	open := widget.NewButton(widget.Secondary, "compare", w.T("home.older.open"), "", func() { s.h.Go(screen.Route{Page: screen.Versions}) })
	return widget.Banner(widget.ToneWarn, "clock", w.T("home.older"), w.T("home.older.text", "given", se.Full().Model.Version, "now", now.Model.Version), open)
}

// others leads to other questionnaires and to the firm's earlier answers, where there are any.
func (s *Screen) others() fyne.CanvasObject {
	se := s.h.Session()
	if !se.Ready() {
		return nil
	}
	label := se.Words.T("home.others")
	if len(se.Complete().Models) < 2 {
		if !se.Another() {
			return nil
		}
		label = se.Words.T("home.earlier")
	}
	return widget.NewButton(widget.Quiet, "doc", label, "", func() { s.h.Go(screen.Route{Page: screen.Begin}) })
}

// open is how many of the questions that are asked have no answer at all.
func open(paths []session.PathSize, at int) (left, total int) {
	return paths[at].Open, paths[at].Questions
}
