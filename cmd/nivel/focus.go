//go:build cgo || ci

package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// focusVar names the variable that makes the program write to the terminal which control has the
// keyboard, by the name that a screen reader would say: for tests and for looking at the order of
// Tab.
const focusVar = "NIVEL_SAY_FOCUS"

// sayFocus begins to write it, one line for each change, where it is asked for.
func sayFocus(w fyne.Window) {
	if os.Getenv(focusVar) == "" {
		return
	}
	var last fyne.Focusable
	go func() {
		for range time.Tick(10 * time.Millisecond) {
			fyne.Do(func() {
				if now := w.Canvas().Focused(); now != last {
					last = now
					tellFocus(os.Stderr, now)
				}
			})
		}
	}()
}

func tellFocus(out io.Writer, f fyne.Focusable) {
	name := ""
	switch x := f.(type) {
	case nil:
	case interface{ AccessibilityLabel() string }:
		name = x.AccessibilityLabel()
	default:
		name = fmt.Sprintf("%T", f)
	}
	fmt.Fprintf(out, "focus: %s\n", name)
}
