package library

import (
	"os"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/search"
)

// yours shows over the side what can be added, and how entries are handed on and taken in.
func (s *Screen) yours() {
	w, lib := s.w, s.h.Session().Complete()
	var panel *screen.Panel
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, w.T("library.yours.text"))}
	for _, k := range []search.Kind{search.Practice, search.Contact, search.Training, search.Funding} {
		if k != search.Practice && len(lib.Regions) == 0 {
			continue
		}
		rows = append(rows, widget.NewButton(widget.Nav, icons[k], w.T("library.new."+string(k)), "", func() {
			panel.Close()
			s.h.Go(screen.Route{Page: screen.Edit, ID: string(k) + ":"})
		}))
	}
	rows = append(rows, widget.Divider(), widget.NewText(widget.H3, figure.Ink, w.T("library.share")))
	if n := count(lib, content.Own); n > 0 {
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, w.N("library.export.text", n)),
			widget.NewButton(widget.Nav, "export", w.T("library.export"), "", func() { panel.Close(); s.folder(s.export) }))
	}
	rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, w.T("library.import.text")),
		widget.NewButton(widget.Nav, "import", w.T("library.import"), "", func() { panel.Close(); s.folder(s.take) }))
	panel = screen.Side(s.h, w.T("library.yours"), rows...)
}

// count is how many entries come from a pack.
func count(lib *content.Library, pack string) int {
	n := 0
	for _, from := range lib.Origin {
		if from == pack {
			n++
		}
	}
	return n
}

// folder asks for a folder.
func (s *Screen) folder(then func(path string)) { screen.PickFolder(s.h.Window(), "", then) }

// export writes the own entries as a pack folder into a folder.
func (s *Screen) export(folder string) {
	store, path := s.h.Session().Packs(), ""
	var err error
	s.h.Background(func() { path, err = store.Export(content.Own, folder) }, func() {
		if err != nil {
			s.tell(widget.ToneErr, s.w.T("library.export.failed"), widget.Plain(s.w.Fault(err)))
			return
		}
		s.tell(widget.ToneBlue, s.w.T("library.exported"), widget.Plain(path))
	})
}

// take takes a pack folder in; with an error in it nothing of it is used.
func (s *Screen) take(folder string) {
	se := s.h.Session()
	store, base := se.Packs(), s.desk.Base
	var info content.Info
	var findings []content.Finding
	var lib *content.Library
	var err error
	s.h.Background(func() {
		shipped := base()
		if info, findings, err = store.Install(shipped, os.DirFS(folder)); err == nil && content.Usable(findings) {
			lib, _ = store.Load(shipped)
		}
	}, func() {
		switch {
		case err != nil:
			s.tell(widget.ToneErr, s.w.T("library.import.failed"), widget.Plain(s.w.Fault(err)))
		case lib == nil:
			s.tell(widget.ToneErr, s.w.T("library.import.failed"), screen.Findings(s.w, findings))
		default:
			se.SetLibrary(lib)
			s.desk.note[0] = s.w.T("library.imported", "name", widget.Plain(info.Name))
			if !s.left {
				s.h.Reload()
			}
		}
	})
}

// tell says how something went, above the list.
func (s *Screen) tell(tone widget.Tone, bold, text string) {
	icon := "alert"
	if tone == widget.ToneBlue {
		icon = "check-circle"
	}
	s.said.Objects = []fyne.CanvasObject{widget.Banner(tone, icon, bold, text)}
	s.page.Relayout()
	s.page.Scroll.ScrollToTop()
}

// Leave implements screen.Leaver.
func (s *Screen) Leave() { s.left = true }
