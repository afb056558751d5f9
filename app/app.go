// Package app is Nivel's window: it puts screens beside a sidebar, moves between them, and passes
// on keys, saving and looks. Fyne is imported below this folder and nowhere else.
package app

import (
	"net/url"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nivel/app/screen"
	"nivel/app/screen/help"
	"nivel/app/screen/home"
	"nivel/app/screen/interview"
	"nivel/app/screen/practice"
	"nivel/app/screen/profile"
	"nivel/app/screen/questions"
	"nivel/app/screen/results"
	"nivel/app/screen/save"
	"nivel/app/screen/settings"
	"nivel/app/screen/steps"
	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/answerfile"
	"nivel/assessments/figure"
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
	// Do runs a function on the window's goroutine (fyne.Do); Run one on another.
	Do  func(func())
	Run func(func())
}

// App is the window. All methods belong to its goroutine.
type App struct {
	Params
	look    screen.Look
	route   screen.Route
	history []screen.Route
	current screen.Screen
	frame   *frame
	class   screen.Class
}

// New puts the program into the window.
func New(p Params) *App {
	a := &App{Params: p}
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
	if a.route.Page != r.Page || r.Page != screen.Interview {
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
	a.route = r
	a.build()
	a.focus()
}

// Reload implements screen.Host.
func (a *App) Reload() { a.show(a.route) }

func (a *App) build() {
	a.Params.Window.SetTitle(a.title())
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

func (a *App) make(r screen.Route) screen.Screen {
	switch r.Page {
	case screen.Interview:
		return interview.New(a, r.ID)
	case screen.Questions:
		return questions.New(a, r.ID)
	case screen.Results:
		return results.New(a)
	case screen.Steps:
		return steps.New(a)
	case screen.Practices, screen.Practice:
		return practice.New(a, r.ID)
	case screen.Report:
		return save.New(a, a.Fonts)
	case screen.Profile:
		return profile.New(a)
	case screen.Settings:
		return settings.New(a)
	case screen.Help:
		return help.New(a)
	}
	return home.New(a)
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

// Background implements screen.Host.
func (a *App) Background(job func(), then func()) {
	a.Run(func() {
		job()
		a.Do(then)
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
	if a.route.Page == screen.Home {
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
	w := a.Session().Words
	screen.Side(a, w.T("trouble.title"), widget.Banner(widget.ToneErr, "alert", w.T("trouble.title"), w.Fault(err)))
}

// OpenFile implements screen.Host.
func (a *App) OpenFile(path string) error {
	return a.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
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
func (a *App) Folder(path string) { a.Restart(path) }

// keys are the ones that work everywhere.
func (a *App) keys() {
	c := a.Params.Window.Canvas()
	c.SetOnTypedKey(a.key)
	c.SetOnTypedRune(func(r rune) {
		if s, ok := a.current.(screen.Runed); ok {
			s.Rune(r)
		}
	})
	short := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { do() })
	}
	for i, page := range []screen.Page{screen.Home, screen.Interview, screen.Results, screen.Steps, screen.Practices, screen.Report, screen.Profile, screen.Help, screen.Settings} {
		short(fyne.KeyName(strconv.Itoa(i+1)), func() { a.Go(screen.Route{Page: page}) })
	}
	short(fyne.KeyP, func() { a.Go(screen.Route{Page: screen.Report}) })
	short(fyne.KeyS, func() { a.Go(screen.Route{Page: screen.Report}) })
	short(fyne.KeyPlus, func() { a.grow(1) })
	short(fyne.KeyEqual, func() { a.grow(1) })
	short(fyne.KeyMinus, func() { a.grow(-1) })
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

func (a *App) key(e *fyne.KeyEvent) {
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

// sidebar is brand, firm and pages.
func (a *App) sidebar() fyne.CanvasObject {
	se := a.Session()
	w := se.Words
	if a.class == screen.Single {
		return a.strip()
	}
	brand := widget.Centred(10, []float32{0, -1}, brandMark(30), widget.NewText(widget.H2, figure.Ink, "Nivel"))
	name := se.Company.Name
	if name == "" {
		name = w.T("report.noname")
	}
	firm := []fyne.CanvasObject{widget.NewText(widget.Strong, figure.Ink, name)}
	if facts := a.facts(); facts != "" {
		firm = append(firm, widget.NewText(widget.Small, figure.Ink2, facts))
	}
	if se.Company.Sample {
		leave := widget.NewButton(widget.Quiet, "left", w.T("sample.leave"), "", func() { a.Sample(false) })
		firm = append(firm, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip"))), widget.Wrap(0, 0, leave))
	}
	column := []fyne.CanvasObject{widget.Pad(0, 8, 10, 9, brand), widget.Pad(0, 8, 12, 10, widget.Column(5, firm...))}
	column = append(column, a.nav(mainPages)...)
	column = append(column, widget.Filler(), widget.Pad(6, 8, 6, 8, widget.Divider()))
	column = append(column, a.nav(lastPages)...)
	side := float32(14)
	if a.class == screen.Compact {
		side = 8
	}
	return widget.NewPage(widget.Pad(22, side, 14, side, widget.Column(2, column...)))
}

type entry struct {
	page screen.Page
	icon string
}

var (
	mainPages = []entry{{screen.Home, "home"}, {screen.Questions, "question"}, {screen.Results, "level"}, {screen.Steps, "step"},
		{screen.Practices, "book"}, {screen.Report, "doc"}}
	lastPages = []entry{{screen.Profile, "firm"}, {screen.Help, "help"}, {screen.Settings, "gear"}}
)

func (a *App) nav(pages []entry) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range pages {
		kind := widget.Nav
		if a.route.Page == p.page || a.route.Page == screen.Practice && p.page == screen.Practices {
			kind = widget.NavHere
		}
		b := widget.NewButton(kind, p.icon, a.Session().Words.T("page."+string(p.page)), "", func() { a.Go(screen.Route{Page: p.page}) })
		if p.page == screen.Questions {
			b.Note = a.progress()
		}
		out = append(out, b)
	}
	return out
}

func (a *App) progress() string {
	se := a.Session()
	done := 0
	for _, q := range se.Pack.Model.Questions {
		if se.Answers[q.ID].Value.Standing != 0 {
			done++
		}
	}
	return strconv.Itoa(done) + "/" + strconv.Itoa(len(se.Pack.Model.Questions))
}

func (a *App) facts() string {
	c := &a.Session().Company
	people := ""
	if c.People > 0 {
		people = a.Session().Words.N("profile.people.count", c.People)
	}
	switch {
	case c.Place == "":
		return people
	case people == "":
		return c.Place
	}
	return c.Place + " · " + people
}

// strip is the sidebar where there is no room for one: the page's name and a menu.
func (a *App) strip() fyne.CanvasObject {
	w := a.Session().Words
	name := widget.NewText(widget.H3, figure.Ink, w.T("page."+string(a.route.Page)))
	menu := widget.NewButton(widget.Secondary, "more", w.T("page.menu"), "", a.menu)
	objects := []fyne.CanvasObject{brandMark(26), name}
	shares := []float32{0, -1}
	if a.Session().Company.Sample {
		objects, shares = append(objects, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip"))), append(shares, 0)
	}
	return widget.Pad(6, 14, 6, 14, widget.Centred(10, append(shares, 0), append(objects, menu)...))
}

// menu shows the pages over the side.
func (a *App) menu() {
	w := a.Session().Words
	var panel *screen.Panel
	var rows []fyne.CanvasObject
	for _, p := range append(append([]entry{}, mainPages...), lastPages...) {
		rows = append(rows, widget.NewButton(widget.Nav, p.icon, w.T("page."+string(p.page)), "", func() { panel.Close(); a.Go(screen.Route{Page: p.page}) }))
	}
	if a.Session().Company.Sample {
		rows = append(rows, widget.NewButton(widget.Nav, "left", w.T("sample.leave"), "", func() { panel.Close(); a.Sample(false) }))
	}
	panel = screen.Side(a, w.T("page.menu"), rows...)
}
