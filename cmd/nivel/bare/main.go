//go:build bare

// Command bare is the yardstick for the start of Nivel: a Fyne window with one label and nothing
// else. It is built by .ci/measure-start alone.
package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("eu.nivel.Bare")
	w := a.NewWindow("Bare")
	w.SetContent(widget.NewLabel("Nivel"))
	w.Resize(fyne.NewSize(1280, 800))
	a.Lifecycle().SetOnStarted(func() {
		if os.Getenv("NIVEL_BENCH_START") != "" {
			fmt.Println("started")
		}
	})
	w.ShowAndRun()
}
