// Package app is Nivel's window: it puts screens beside a sidebar, moves between them, and passes
// on keys, saving and looks. Fyne is imported below this folder and nowhere else.
package app

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/screen/bring"
	"nivel/app/screen/committee"
	"nivel/app/screen/companies"
	"nivel/app/screen/editor"
	"nivel/app/screen/handover"
	"nivel/app/screen/library"
	"nivel/app/screen/plan"
	"nivel/app/screen/series"
	"nivel/app/screen/steps"
	"nivel/app/screen/takein"
	"nivel/app/screen/visit"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/pdf"
)

// Params are what a window needs.
type Params struct {
	App     fyne.App
	Window  fyne.Window
	Session *session.Session
	Fonts   pdf.Fonts
	// Sample reads the sample firm's answers.
	Sample func() (*answerfile.File, error)
	// Restart opens the program's data in another folder.
	Restart func(folder string)
	// SystemDark says whether the system is set to dark colours.
	SystemDark func() bool
	// Idle runs a function on the window's goroutine a moment later; optional.
	Idle func(func())
	// After runs a function on the window's goroutine after that time; optional.
	After func(time.Duration, func())
	// Base loads the shipped content without any pack; optional.
	Base func() *content.Library
	// Do runs a function on the window's goroutine (fyne.Do); Run one on another.
	Do  func(func())
	Run func(func())
}

// App is the window. All methods belong to its goroutine.
type App struct {
	Params
	look      screen.Look
	route     screen.Route
	over      bool // whether what was shown last is about all firms
	history   []screen.Route
	current   screen.Screen
	frame     *frame
	class     screen.Class
	desk      *library.Desk
	models    *editor.Desk
	plan      *plan.Desk
	steps     *steps.Desk
	firms     *companies.Desk
	committee *committee.Desk
	bring     *bring.Desk
	visit     *visit.Desk
	series    *series.Desk
	// What lies on the pages of files that travel; nil while they are not shown.
	handover *handover.Desk
	takein   *takein.Desk
	warned   bool // that closing would lose what could not be written
}

// New puts the program into the window.
func New(p Params) *App {
	if p.Base == nil {
		p.Base = p.Session.Shipped
	}
	a := &App{Params: p, desk: library.NewDesk(p.Base), models: editor.NewDesk(p.Base, p.Sample), plan: plan.NewDesk(), steps: &steps.Desk{}, visit: visit.NewDesk(), series: series.NewDesk(), firms: companies.NewDesk(), bring: &bring.Desk{}, committee: committee.NewDesk()}
	a.look = screen.Look{Mode: theme.Mode(p.Session.Setting("mode")), Percent: 100}
	if a.look.Mode == "" {
		a.look.Mode = theme.ModeSystem
	}
	if n, err := strconv.Atoi(p.Session.Setting("percent")); err == nil && n >= 100 && n <= 200 {
		a.look.Percent = n
	}
	a.frame = newFrame(a.resized)
	a.applyLook()
	a.route = screen.Route{Page: screen.Home}
	a.class = screen.ClassOf(1280 / theme.Scale())
	a.build()
	p.Window.SetContent(a.frame)
	p.Window.SetCloseIntercept(a.leave)
	p.Window.SetOnDropped(a.dropped)
	a.keys()
	a.focus()
	return a
}

// Start sets the theme's first look before there is a session.
func Start(app fyne.App, dark bool) {
	app.Settings().SetTheme(theme.New(theme.ModeSystem, 100, dark))
}

func (a *App) applyLook() {
	a.App.Settings().SetTheme(theme.New(a.look.Mode, a.look.Percent, a.SystemDark()))
}

// SystemChanged follows the system where its colours have changed.
func (a *App) SystemChanged() {
	if a.look.Mode == theme.ModeSystem {
		a.applyLook()
		a.Reload()
	}
}

// Session implements screen.Host.
func (a *App) Session() *session.Session { return a.Params.Session }

// Window implements screen.Host.
func (a *App) Window() fyne.Window { return a.Params.Window }

// Class implements screen.Host.
func (a *App) Class() screen.Class { return a.class }

// Size implements screen.Host.
func (a *App) Size() fyne.Size {
	if s := a.frame.Size(); s.Width > 0 {
		return s
	}
	return fyne.NewSize(1280, 800)
}

// Route is what is shown.
func (a *App) Route() screen.Route { return a.route }

// Screen is the page that is shown.
func (a *App) Screen() screen.Screen { return a.current }

// Go implements screen.Host.
func (a *App) Go(r screen.Route) {
	if a.route.Page != r.Page || r.Page == screen.Entry && a.route.ID != r.ID {
		a.history = append(a.history, a.route)
	}
	a.show(r)
}

// Back implements screen.Host.
func (a *App) Back() {
	if len(a.history) == 0 {
		a.show(screen.Route{Page: screen.Home})
		return
	}
	last := a.history[len(a.history)-1]
	a.history = a.history[:len(a.history)-1]
	a.show(last)
}

func (a *App) show(r screen.Route) {
	if l, ok := a.current.(screen.Leaver); ok {
		l.Leave()
	}
	for _, over := range a.Params.Window.Canvas().Overlays().List() {
		a.Params.Window.Canvas().Overlays().Remove(over) // a panel belongs to the page it lies over
	}
	a.route = r
	a.build()
	a.focus()
}

// Reload implements screen.Host.
func (a *App) Reload() { a.show(a.route) }

func (a *App) build() {
	if title := a.title(); title != a.Params.Window.Title() {
		a.Params.Window.SetTitle(title)
	}
	a.current = a.make(a.route)
	content := a.current.Content()
	var side fyne.CanvasObject
	if r, ok := a.current.(screen.Railed); ok {
		side = r.Rail()
	} else {
		side = a.sidebar()
	}
	a.frame.set(side, content, a.class)
}

func (a *App) title() string {
	if name := a.Session().Company.Name; name != "" {
		return name + " – Nivel"
	}
	return "Nivel"
}

// focus puts the keyboard where the screen wants it, else nowhere, so that its keys work.
func (a *App) focus() {
	c := a.Params.Window.Canvas()
	if s, ok := a.current.(screen.Starter); ok {
		if f := s.Start(); f != nil {
			c.Focus(f)
			return
		}
	}
	c.Unfocus()
}

// resized builds the page anew where the room falls into another class.
func (a *App) resized(size fyne.Size) {
	class := screen.ClassOf(size.Width / theme.Scale())
	if class == a.class {
		return
	}
	a.class = class
	a.Do(func() {
		if a.class == class {
			a.Reload()
		}
	})
}

// Saved passes on how saving stands; called on the window's goroutine.
func (a *App) Saved(st session.State) {
	if s, ok := a.current.(screen.Saver); ok {
		s.Saved(st)
	}
}

// Ready shows what waited for the content to be complete.
func (a *App) Ready() {
	if r, ok := a.current.(screen.Readied); ok {
		r.Ready()
	} else if a.route.Page == screen.Home {
		a.Reload()
	}
}

// Sample implements screen.Host.
func (a *App) Sample(open bool) {
	err := a.Session().CloseSample
	if open {
		err = func() error {
			f, err := a.Params.Sample()
			if err != nil {
				return err
			}
			return a.Session().OpenSample(f)
		}
	}
	if err := err(); err != nil {
		a.trouble(err)
		return
	}
	a.history = nil
	a.show(screen.Route{Page: screen.Home})
}

// trouble says that something could not be done, over the side.
func (a *App) trouble(err error) {
	screen.Trouble(a, err)
}

// leave closes the window; where something could not be written it says so first, and leaves when
// asked again.
func (a *App) leave() {
	if err := a.Session().Saved(); err != nil && !a.warned {
		a.warned = true
		a.trouble(err)
		return
	}
	if l, ok := a.current.(screen.Leaver); ok {
		l.Leave()
	}
	a.Params.Window.Close()
}

// CurrentLook implements screen.Host.
func (a *App) CurrentLook() screen.Look { return a.look }

// Look implements screen.Host.
func (a *App) Look(change func(*screen.Look)) {
	change(&a.look)
	a.Session().PutSetting("mode", string(a.look.Mode))
	a.Session().PutSetting("percent", strconv.Itoa(a.look.Percent))
	a.applyLook()
	a.class = screen.ClassOf(a.Size().Width / theme.Scale())
	a.Reload()
}

// Folder implements screen.Host.
func (a *App) Folder(path string) {
	if err := a.Session().Saved(); err != nil {
		a.trouble(err)
		return
	}
	a.Restart(path)
}
