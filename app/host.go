package app

import (
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/assessments/pdf"
)

// Background implements screen.Host.
func (a *App) Background(job func(), then func()) {
	a.Run(func() {
		job()
		a.Do(then)
	})
}

// Idle implements screen.Host; what was meant for a page that has been left is dropped.
func (a *App) Idle(what func()) {
	if a.Params.Idle == nil {
		return
	}
	page := a.current
	a.Params.Idle(func() {
		if a.current == page {
			what()
		}
	})
}

// After implements screen.Host; what was meant for a page that has been left is dropped.
func (a *App) After(d time.Duration, what func()) {
	if a.Params.After == nil {
		return
	}
	page := a.current
	a.Params.After(d, func() {
		if a.current == page {
			what()
		}
	})
}

// dropped passes files that were dropped on the window to the page that takes them.
func (a *App) dropped(_ fyne.Position, items []fyne.URI) {
	d, ok := a.current.(screen.Dropped)
	if !ok {
		return
	}
	var paths []string
	for _, u := range items {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	d.Dropped(paths)
}

// OpenFile implements screen.Host.
func (a *App) OpenFile(path string) error {
	return a.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
}

// Fonts implements screen.Host.
func (a *App) Fonts() pdf.Fonts { return a.Params.Fonts }
