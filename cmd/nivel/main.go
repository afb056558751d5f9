//go:build cgo || ci

// Command nivel opens the desktop program: a questionnaire on Industry 4.0 for small industrial
// firms, whose answers stay in a local file.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	nivel "nivel/app"
	"nivel/app/screen/settings"
	"nivel/assessments"
)

func main() {
	options := flag.NewFlagSet("nivel", flag.ContinueOnError)
	data := options.String("data", "", "folder in which Nivel keeps its data")
	lang := options.String("lang", "", "language of this start: es or en")
	version := options.Bool("version", false, "print the version and leave")
	if err := options.Parse(os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		os.Exit(2)
	}
	if *version {
		fmt.Println("nivel", assessments.Version)
		return
	}
	files, err := given(options.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	p := start(*data, *lang)
	stop := watch(p.system)
	defer func() {
		if r := recover(); r != nil {
			noWindow(p.system, fmt.Sprint(r))
		}
	}()
	app.SetMetadata(fyne.AppMetadata{ID: assessments.AppID, Name: "Nivel", Version: assessments.Version, Icon: nivel.Icon(),
		Migrations: map[string]bool{"fyneDo": true}})
	settings.Version = assessments.Version
	a := app.NewWithID(assessments.AppID)
	a.SetIcon(nivel.Icon())
	p.dark = systemDark(a)
	nivel.Start(a, p.dark)
	w := a.NewWindow("Nivel")
	w.SetIcon(nivel.Icon())
	w.SetMaster()
	w.Resize(fyne.NewSize(1280, 800))
	w.SetPadded(false)
	w.SetOnClosed(func() {
		p.close()
		os.Exit(0)
	})
	endQuietly(a)
	// The window comes first: the system makes it while words and questionnaire are read.
	a.Lifecycle().SetOnStarted(func() {
		if !made(w) {
			noWindow(p.system, "")
		}
		stop()
		p.open(a, w)
		a.Settings().AddListener(func(fyne.Settings) { p.systemChanged(a) })
		p.loadRest()
		p.takeIn(files)
		sayFocus(w)
		if os.Getenv("NIVEL_BENCH_START") != "" {
			fmt.Println("started")
		}
	})
	w.ShowAndRun()
	p.close()
}

// endQuietly takes out the hook that saves Fyne's preferences, which Nivel does not use: Fyne 2.8.1
// queues it while it closes its queue, and now and then panics with "send on closed channel". For the same reason a closed window ends the process itself.
func endQuietly(a fyne.App) {
	if l, ok := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(func()) }); ok {
		l.SetOnStoppedHookExecuted(nil)
	}
}
