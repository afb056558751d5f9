//go:build cgo || ci

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	nivel "nivel/app"
	"nivel/app/screen/trouble"
	"nivel/app/session"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/icon"
	"nivel/assessments/pdf"
	"nivel/assessments/sqlite"
	"nivel/assessments/texts"
	"nivel/assets"
)

// program is what is loaded while the window is being made.
type program struct {
	language string
	system   []string
	folder   string
	first    chan first

	library func() *content.Library
	store   *sqlite.Store
	session *session.Session
	app     *nivel.App
	dark    bool // what the system was set to last
}

// start begins to read content on other goroutines; the window is made meanwhile.
func start(folder, language string) *program {
	p := &program{language: language, folder: folder, system: locales()}
	p.library = sync.OnceValue(func() *content.Library {
		lib, findings := content.Load(assets.Content)
		for _, f := range findings {
			fmt.Fprintln(os.Stderr, f)
		}
		return lib
	})
	p.first = make(chan first, 1)
	go func() { p.first <- p.begin() }()
	return p
}

// first is what the first picture needs.
type first struct {
	folder string
	store  *sqlite.Store
	words  *texts.Words
	pack   content.Pack
	err    error
}

// begin opens the data folder and reads the words and the questionnaire of one language, that of
// the command line, of the settings, or of the system.
func (p *program) begin() first {
	var f first
	f.folder, f.err = p.where()
	if f.err == nil {
		f.store, f.err = openStore(f.folder)
	}
	lang := p.language
	if lang == "" && f.store != nil {
		lang, _, f.err = f.store.Setting(context.Background(), "language")
	}
	lang = texts.Choose(content.Languages, lang, p.system...)
	done := make(chan struct{})
	go func() {
		defer close(done)
		f.words = words(lang)[lang]
	}()
	pack, findings := content.LoadModel(assets.Content, "models/"+session.ModelID, lang)
	<-done
	f.pack = pack
	if len(findings) > 0 && f.err == nil {
		f.err = findings[0]
	}
	return f
}

// words reads the sentences of interface and report; the tests read the same embedded files.
func words(languages ...string) map[string]*texts.Words {
	all, err := texts.Load(assets.Translations, languages)
	if err != nil {
		panic(err)
	}
	return all
}

// locales are the system's, best first.
func locales() []string {
	var out []string
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, v := range strings.Split(os.Getenv(name), ":") {
			if v != "" && v != "C" && !strings.HasPrefix(v, "C.") && v != "POSIX" {
				out = append(out, v)
			}
		}
	}
	return append(out, lang.SystemLocale().String())
}

// open shows the program, or says in words why its data cannot be opened.
func (p *program) open(a fyne.App, w fyne.Window) {
	f := <-p.first
	p.store = f.store
	if f.err == nil {
		f.err = p.show(a, w, f)
	}
	if f.err != nil {
		p.close()
		trouble.Show(trouble.Params{Window: w, Words: f.words, Folder: f.folder, Err: f.err,
			Again: func(folder string) { p.restart(a, w, folder) }, Quit: a.Quit})
	}
}

func (p *program) show(a fyne.App, w fyne.Window, f first) error {
	se, err := session.Open(session.Params{Store: f.store, Words: f.words, Pack: &f.pack, Library: p.library,
		Texts:   func() map[string]*texts.Words { return words(content.Languages...) },
		OnState: func(st session.State) { p.tell(func(app *nivel.App) { app.Saved(st) }) },
		OnReady: func() {
			debug.FreeOSMemory() // reading content takes many times what it leaves
			p.tell((*nivel.App).Ready)
		}})
	if err != nil {
		return err
	}
	p.session = se
	fonts, err := fonts()
	if err != nil {
		return err
	}
	p.app = nivel.New(nivel.Params{App: a, Window: w, Session: se, Fonts: fonts, Sample: p.sample, SystemDark: func() bool { return p.dark },
		Restart: func(folder string) { p.restart(a, w, folder) }, Do: fyne.Do, Idle: idle, After: after, Run: func(job func()) { go job() }})
	return nil
}

// tell passes something on to the window, on its goroutine.
func (p *program) tell(what func(*nivel.App)) {
	fyne.Do(func() {
		if p.app != nil {
			what(p.app)
		}
	})
}

func (p *program) sample() (*answerfile.File, error) {
	data, err := assets.Samples.ReadFile("samples/sample.json")
	if err != nil {
		return nil, err
	}
	return answerfile.Read(bytes.NewReader(data), p.library())
}

func fonts() (pdf.Fonts, error) {
	icons, err := icon.Parse(assets.Icons)
	if err != nil {
		return pdf.Fonts{}, err
	}
	f := pdf.Fonts{Regular: assets.Regular, SemiBold: assets.SemiBold, Italic: assets.Italic, Icons: map[string]pdf.Icon{}}
	for name, path := range icons {
		f.Icons[name] = pdf.Icon(path)
	}
	return f, nil
}

// idle waits until a page has been painted and looked at.
func idle(what func()) { time.AfterFunc(250*time.Millisecond, func() { fyne.Do(what) }) }

// after waits that long.
func after(d time.Duration, what func()) { time.AfterFunc(d, func() { fyne.Do(what) }) }

// loadRest reads what the first picture did not need.
func (p *program) loadRest() {
	if p.session != nil {
		p.session.LoadRest()
	}
}

// restart opens the program's data in another folder, and remembers it where it can.
func (p *program) restart(a fyne.App, w fyne.Window, folder string) {
	p.close()
	p.folder = folder
	p.first <- p.begin()
	p.open(a, w)
	if p.app != nil {
		p.loadRest()
		remember(folder)
	}
}

// close writes what is left and lets go of the folder.
func (p *program) close() {
	p.app = nil
	var err error
	switch {
	case p.session != nil:
		err = p.session.Close()
	case p.store != nil:
		err = p.store.Close()
	}
	p.session, p.store = nil, nil
	if err != nil && !errors.Is(err, os.ErrClosed) {
		fmt.Fprintln(os.Stderr, err)
	}
}

// systemChanged follows the system's switch between light and dark; Fyne tells of every change of
// settings, ours included.
func (p *program) systemChanged(a fyne.App) {
	dark := systemDark(a)
	if dark == p.dark {
		return
	}
	p.dark = dark
	p.tell((*nivel.App).SystemChanged)
}

// openStore gives a program that is just ending a moment to let go of the folder.
func openStore(folder string) (*sqlite.Store, error) {
	store, err := sqlite.Open(folder)
	for range 10 {
		if !errors.Is(err, sqlite.ErrLocked) {
			break
		}
		time.Sleep(100 * time.Millisecond)
		store, err = sqlite.Open(folder)
	}
	return store, err
}
