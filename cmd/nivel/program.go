//go:build cgo || ci

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
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

	texts   func() (map[string]*texts.Words, error)
	pack    func() (content.Pack, []content.Finding)
	library func() *content.Library
	store   *sqlite.Store
	session *session.Session
	app     *nivel.App
	dark    bool // what the system was set to last
}

// start begins to read content on other goroutines; the window is made meanwhile.
func start(folder, language string) *program {
	p := &program{language: language, folder: folder, system: locales()}
	p.texts = sync.OnceValues(func() (map[string]*texts.Words, error) { return texts.Load(assets.Translations, content.Languages) })
	p.pack = sync.OnceValues(func() (content.Pack, []content.Finding) {
		return content.LoadModel(assets.Content, "models/"+session.ModelID)
	})
	p.library = sync.OnceValue(func() *content.Library {
		lib, findings := content.Load(assets.Content)
		for _, f := range findings {
			fmt.Fprintln(os.Stderr, f)
		}
		return lib
	})
	go func() {
		if _, err := p.texts(); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	go p.pack()
	return p
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

// words are the sentences of the language that is wanted or that the system speaks.
func (p *program) words() (*texts.Words, map[string]*texts.Words) {
	all, err := p.texts()
	if err != nil {
		panic(err) // the tests read the same embedded files
	}
	return all[texts.Choose(content.Languages, p.language, p.system...)], all
}

// open opens the data folder and shows the program, or says in words why that cannot be.
func (p *program) open(a fyne.App, w fyne.Window) {
	words, all := p.words()
	folder, err := p.where()
	if err == nil {
		p.store, err = openStore(folder)
	}
	if err == nil {
		err = p.show(a, w, all)
	}
	if err != nil {
		p.close()
		trouble.Show(trouble.Params{Window: w, Words: words, Folder: folder, Err: err, Again: func(folder string) { p.restart(a, w, folder) }, Quit: a.Quit})
	}
}

func (p *program) show(a fyne.App, w fyne.Window, all map[string]*texts.Words) error {
	pack, findings := p.pack()
	if len(findings) > 0 {
		return findings[0]
	}
	se, err := session.Open(session.Params{Store: p.store, All: all, Pack: &pack, Library: p.library, Language: p.language, System: p.system,
		OnState: func(st session.State) {
			fyne.Do(func() {
				if p.app != nil {
					p.app.Saved(st)
				}
			})
		},
		OnReady: func() {
			fyne.Do(func() {
				if p.app != nil {
					p.app.Ready()
				}
			})
		}})
	if err != nil {
		return err
	}
	p.session, p.dark = se, systemDark(a)
	fonts, err := fonts()
	if err != nil {
		return err
	}
	p.app = nivel.New(nivel.Params{App: a, Window: w, Session: se, Fonts: fonts, Sample: p.sample, SystemDark: func() bool { return systemDark(a) },
		Restart: func(folder string) { p.restart(a, w, folder) }, Do: fyne.Do, Run: func(job func()) { go job() }})
	return nil
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

// restart opens the program's data in another folder, and remembers it where it can.
func (p *program) restart(a fyne.App, w fyne.Window, folder string) {
	p.close()
	p.folder = folder
	p.open(a, w)
	if p.app != nil {
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
	fyne.Do(func() {
		if p.app != nil {
			p.app.SystemChanged()
		}
	})
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
