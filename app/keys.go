package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nivel/app/screen"
)

// keys are the ones that work everywhere.
func (a *App) keys() {
	c := a.Params.Window.Canvas()
	c.SetOnTypedKey(a.key)
	c.SetOnTypedRune(func(r rune) {
		if a.panel() != nil {
			return // letters do not pass to the page below
		}
		if s, ok := a.current.(screen.Runed); ok {
			s.Rune(r)
		}
	})
	short := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { do() })
	}
	// In the order of the sidebar, 0 the last one.
	for i, page := range []screen.Page{screen.Home, screen.Interview, screen.Results, screen.Steps, screen.Plan, screen.Library, screen.Report, screen.Profile, screen.Help, screen.Settings} {
		short(fyne.KeyName(strconv.Itoa((i+1)%10)), func() { a.Go(screen.Route{Page: page}) })
	}
	short(fyne.KeyP, func() { a.Go(screen.Route{Page: screen.Report}) })
	short(fyne.KeyS, func() {
		if k, ok := a.current.(screen.Keeper); ok {
			k.Keep()
			return
		}
		a.Go(screen.Route{Page: screen.Report})
	})
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { a.step((screen.Undoer).Undo) })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { a.step((screen.Undoer).Redo) })
	again := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	c.AddShortcut(again, func(fyne.Shortcut) { a.step((screen.Undoer).Redo) })
	short(fyne.KeyF, func() {
		if f, ok := a.current.(screen.Finder); ok && a.panel() == nil {
			f.Find()
		}
	})
	short(fyne.KeyPlus, func() { a.grow(1) })
	short(fyne.KeyEqual, func() { a.grow(1) })
	short(fyne.KeyMinus, func() { a.grow(-1) })
}

// step undoes or redoes on the page that is shown, where it can.
func (a *App) step(do func(screen.Undoer)) {
	if u, ok := a.current.(screen.Undoer); ok {
		do(u)
	}
}

func (a *App) grow(by int) {
	sizes := []int{100, 125, 150, 200}
	for i, n := range sizes {
		if to := i + by; n == a.look.Percent && to >= 0 && to < len(sizes) {
			a.Look(func(l *screen.Look) { l.Percent = sizes[to] })
			return
		}
	}
}

// panel is the one that lies over the page, if any.
func (a *App) panel() *screen.Panel {
	p, _ := a.Params.Window.Canvas().Overlays().Top().(*screen.Panel)
	return p
}

func (a *App) key(e *fyne.KeyEvent) {
	if p := a.panel(); p != nil {
		p.Key(e.Name)
		return
	}
	if s, ok := a.current.(screen.Keyed); ok && s.Key(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s, ok := a.current.(screen.Primary); ok {
			s.Primary()
		}
	case fyne.KeyF1:
		a.Go(screen.Route{Page: screen.Help})
	case fyne.KeyEscape:
		a.Back()
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDown, fyne.KeyUp:
		a.frame.scroll(e.Name)
	}
}
