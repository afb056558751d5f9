package app_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	nivel "nivel/app"
	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/house/shipped"
	"nivel/assessments/icon"
	"nivel/assessments/pdf"
	"nivel/assessments/sqlite"
	"nivel/assets"
)

// What is shipped, as the window asks for it.
var library, words = shipped.Library, shipped.Words

func sample() (*answerfile.File, error) { return shipped.Sample(), nil }

func fonts() pdf.Fonts {
	icons, err := icon.Parse(assets.Icons)
	if err != nil {
		panic(err)
	}
	f := pdf.Fonts{Regular: assets.Regular, SemiBold: assets.SemiBold, Italic: assets.Italic, Icons: map[string]pdf.Icon{}}
	for name, path := range icons {
		f.Icons[name] = pdf.Icon(path)
	}
	return f
}

// program is the whole window on a data folder, without a screen to paint on. Where the real one
// hands jobs to other goroutines, this one does them at once.
type program struct {
	*nivel.App
	t       testing.TB
	app     fyne.App
	window  fyne.Window
	session *session.Session
	folder  string
	moved   []string // folders that Restart was asked for
	idle    []func() // what waits for a pause

	shortcuts map[string]func(fyne.Shortcut)
}

var wide, compact, small = fyne.NewSize(1280, 800), fyne.NewSize(1024, 640), fyne.NewSize(960, 600)

// start opens the window on a folder.
func start(t testing.TB, folder, language string, size fyne.Size) *program {
	t.Helper()
	p := &program{t: t, folder: folder, app: test.NewTempApp(t)}
	p.shortcuts = map[string]func(fyne.Shortcut){}
	w := p.app.NewWindow("Nivel")
	p.window = &window{w, keeper{w.Canvas(), p.shortcuts}}
	p.window.SetPadded(false)
	p.open(language)
	p.window.Resize(size)
	t.Cleanup(p.window.Close)
	return p
}

func (p *program) open(language string) {
	p.t.Helper()
	store, err := sqlite.Open(p.folder)
	if err != nil {
		p.t.Fatal(err)
	}
	p.session, err = session.Open(session.Params{Store: store, Words: words()[language], Texts: words, Pack: library().Pack(session.ModelID),
		Library: library, Run: func(job func()) { job() }})
	if err != nil {
		p.t.Fatal(err)
	}
	se := p.session
	p.t.Cleanup(func() { _ = se.Close() })
	p.session.LoadRest()
	now := func(f func()) { f() }
	p.App = nivel.New(nivel.Params{App: p.app, Window: p.window, Session: p.session, Fonts: fonts(), Sample: sample,
		Restart: func(folder string) { p.moved = append(p.moved, folder) }, SystemDark: func() bool { return false }, Do: now, Run: now, Idle: func(f func()) { p.idle = append(p.idle, f) }})
}

// pause lets happen what waits for one.
func (p *program) pause() {
	waiting := p.idle
	p.idle = nil
	for _, f := range waiting {
		f()
	}
}

// again is the next start on the same folder.
func (p *program) again(language string) {
	p.t.Helper()
	if err := p.session.Close(); err != nil {
		p.t.Fatal(err)
	}
	p.open(language)
}

// press types a key where the window's focus is.
func (p *program) press(keys ...fyne.KeyName) {
	c := p.window.Canvas()
	for _, k := range keys {
		e := &fyne.KeyEvent{Name: k}
		switch f := c.Focused(); {
		case k == fyne.KeyTab:
			c.FocusNext()
		case f != nil:
			f.TypedKey(e)
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(e)
		}
	}
}

// write types letters where the focus is. Space is a letter and a key.
func (p *program) write(text string) {
	c := p.window.Canvas()
	for _, r := range text {
		if r == ' ' {
			p.press(fyne.KeySpace)
		}
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		} else {
			c.OnTypedRune()(r)
		}
	}
}

// settle waits until everything is written, or has failed, and tells the window.
func (p *program) settle() session.State {
	st := p.session.Flush()
	p.Saved(st)
	return st
}

// shortcut presses Ctrl and a key, as the window gets it when no field uses it.
func (p *program) shortcut(key fyne.KeyName) {
	p.t.Helper()
	s := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	do, ok := p.shortcuts[s.ShortcutName()]
	if !ok {
		p.t.Fatalf("no shortcut %s", s.ShortcutName())
	}
	do(s)
}

// window keeps the shortcuts, which Fyne's test window takes and never gives back.
type window struct {
	fyne.Window
	canvas keeper
}

func (w *window) Canvas() fyne.Canvas { return &w.canvas }

type keeper struct {
	fyne.Canvas
	shortcuts map[string]func(fyne.Shortcut)
}

func (k *keeper) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	k.shortcuts[s.ShortcutName()] = do
}

// object is something shown: where it stands in the window, below what, and what scrolls it.
type object struct {
	fyne.CanvasObject
	at     fyne.Position
	parent fyne.CanvasObject
	scroll fyne.CanvasObject
	path   string
}

// walk visits everything below o that is shown, with the parts of widgets.
func (o object) walk(visit func(object)) {
	if o.CanvasObject == nil || !o.Visible() {
		return
	}
	o.at = o.at.Add(o.Position())
	o.path += "/" + strings.TrimPrefix(strings.TrimPrefix(fmt.Sprintf("%T", o.CanvasObject), "*"), "nivel/app/")
	if b, ok := o.CanvasObject.(*widget.Button); ok {
		o.path += "(" + b.Text + ")"
	}
	visit(o)
	var parts []fyne.CanvasObject
	switch x := o.CanvasObject.(type) {
	case *fyne.Container:
		parts = x.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	below := o
	below.parent = o.CanvasObject
	if _, ok := o.CanvasObject.(*container.Scroll); ok {
		below.scroll = o.CanvasObject
	}
	for _, part := range parts {
		below.CanvasObject = part
		below.walk(visit)
	}
}

// each visits everything that is shown now, overlays last.
func (p *program) each(visit func(object)) {
	c := p.window.Canvas()
	object{CanvasObject: c.Content()}.walk(visit)
	for _, o := range c.Overlays().List() {
		object{CanvasObject: o, scroll: o}.walk(visit)
	}
}

// texts are all texts that are shown.
func (p *program) texts() []string {
	var out []string
	p.each(func(o object) {
		switch o := o.CanvasObject.(type) {
		case *widget.Text:
			out = append(out, o.Text())
		case *canvas.Text:
			out = append(out, o.Text)
		case *widget.Entry:
			out = append(out, o.Text, o.PlaceHolder)
		case *widget.Segmented:
			out = append(out, o.Options...)
		}
	})
	return out
}

// says tells whether some text is shown.
func (p *program) says(text string) bool {
	for _, s := range p.texts() {
		if strings.Contains(s, text) {
			return true
		}
	}
	return false
}

// buttons are the ones with that text.
func (p *program) buttons(text string) []*widget.Button {
	var out []*widget.Button
	p.each(func(o object) {
		switch b := o.CanvasObject.(type) {
		case *widget.Button:
			if b.Text == text {
				out = append(out, b)
			}
		case *screen.Closer:
			if b.Text == text {
				out = append(out, &b.Button)
			}
		}
	})
	return out
}

// push taps the first button of that name.
func (p *program) push(key string, pairs ...any) {
	p.t.Helper()
	all := p.buttons(p.session.Words.T(key, pairs...))
	if len(all) == 0 {
		p.t.Fatalf("no button %q on %v", p.session.Words.T(key, pairs...), p.Route())
	}
	test.Tap(all[0])
}

// entries are the input fields in reading order.
func (p *program) entries() []*widget.Entry {
	var out []*widget.Entry
	p.each(func(o object) {
		if e, ok := o.CanvasObject.(*widget.Entry); ok {
			out = append(out, e)
		}
	})
	return out
}

// dossier is everything that is kept about a company.
func (p *program) dossier(id string) (assessments.Dossier, error) {
	read, err := p.session.Reading(id)
	if err != nil {
		return assessments.Dossier{}, err
	}
	return read()
}
