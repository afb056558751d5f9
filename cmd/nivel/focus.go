//go:build cgo || ci

package main

import (
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// focusVar names the variable that makes the program write to the terminal which control has the
// keyboard, by the name that a screen reader would say, and what becomes of that name: for tests, and
// for looking at the order of Tab.
const focusVar = "NIVEL_SAY_FOCUS"

// sayFocus begins to write it, one line for each change, where it is asked for.
func sayFocus(w fyne.Window) {
	if os.Getenv(focusVar) == "" {
		return
	}
	var last fyne.Focusable
	var said string
	go func() {
		for range time.Tick(10 * time.Millisecond) {
			fyne.Do(func() {
				now := w.Canvas().Focused()
				if name := nameOf(now); now != last || name != said {
					last, said = now, name
					fmt.Fprintf(os.Stderr, "focus: %s\n", name)
				}
			})
		}
	}()
}

// nameOf is what a screen reader would say of a control; what says nothing is called by its kind.
func nameOf(f fyne.Focusable) string {
	switch x := f.(type) {
	case nil:
		return ""
	case interface{ AccessibilityLabel() string }:
		return x.AccessibilityLabel()
	}
	return fmt.Sprintf("%T", f)
}
