// Package trouble is what the window shows where the data cannot be opened: what is wrong, that
// nothing was touched, and another folder.
package trouble

import (
	"errors"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/sqlite"
	"nivel/assessments/texts"
)

// Params are what the page needs.
type Params struct {
	Window fyne.Window
	Words  *texts.Words
	Folder string
	Err    error
	Again  func(folder string) // tries that folder
	Quit   func()
}

// Show puts the page into the window.
func Show(p Params) {
	w := p.Words
	again := widget.NewButton(widget.Next, "undo", w.T("trouble.retry"), "", func() { p.Again(p.Folder) })
	other := widget.NewButton(widget.Secondary, "import", w.T("trouble.other"), "", func() { pick(p) })
	quit := widget.NewButton(widget.Quiet, "close", w.T("trouble.quit"), "", p.Quit)
	page := widget.NewPage(widget.Pad(40, 40, 40, 40, widget.Column(18,
		widget.NewText(widget.H1, figure.Ink, "Nivel"),
		widget.Banner(widget.ToneErr, "alert", w.T("trouble.start"), Sentence(w, p.Err, p.Folder)+" "+w.T("trouble.untouched"), again, other, quit))))
	p.Window.SetContent(page)
	p.Window.Canvas().Focus(again)
}

// Sentence says why a data folder cannot be opened and what to do.
func Sentence(w *texts.Words, err error, folder string) string {
	var newer *sqlite.NewerError
	switch {
	case errors.As(err, &newer):
		return w.T("trouble.newer", "found", newer.Found, "known", newer.Known, "folder", folder)
	case errors.Is(err, sqlite.ErrLocked):
		return w.T("trouble.locked", "folder", folder)
	case errors.Is(err, sqlite.ErrNotDatabase), errors.Is(err, sqlite.ErrForeign):
		return w.T("trouble.notdatabase", "folder", folder)
	case errors.Is(err, sqlite.ErrDamaged):
		return w.T("trouble.damaged", "folder", folder)
	case errors.Is(err, sqlite.ErrNotWritable):
		return w.T("trouble.notwritable", "folder", folder)
	}
	var fault *assessments.Fault
	if errors.As(err, &fault) {
		return w.Fault(err)
	}
	return w.T("trouble.unknown", "reason", err, "folder", folder)
}

func pick(p Params) { screen.PickFolder(p.Window, "", p.Again) }
