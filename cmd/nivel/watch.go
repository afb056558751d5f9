//go:build cgo || ci

package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"nivel/assessments/content"
	"nivel/assessments/texts"
	"nivel/assets"
)

// patience is how long the window may take. A machine without OpenGL makes none at all: the
// library then hangs or panics.
const patience = 8 * time.Second

// watch says so in words where no window appears in time. The returned function calls it off.
func watch(system []string) (stop func()) {
	done := make(chan struct{})
	go func() {
		select {
		case <-done:
		case <-time.After(patience):
			noWindow(system, "")
		}
	}()
	return sync.OnceFunc(func() { close(done) })
}

// made says whether the window exists: where there is no OpenGL, Fyne logs that it could not make
// one, says that it has started, and waits for ever.
func made(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	handle := uintptr(1)
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			handle = c.WindowHandle
		case driver.WaylandWindowContext:
			handle = c.WaylandSurface
		case driver.WindowsWindowContext:
			handle = c.HWND
		case driver.MacWindowContext:
			handle = c.NSWindow
		}
	})
	return handle != 0
}

// noWindow tells what is wrong, what helps, and how to get a report without a window; on the
// terminal, and in a message box where the system has one.
func noWindow(system []string, reason string) {
	message := "Nivel cannot open a window."
	if all, err := texts.Load(assets.Translations, content.Languages); err == nil {
		message = all[texts.Choose(content.Languages, "", system...)].T("window.none")
	}
	fmt.Fprintln(os.Stderr, message)
	if reason != "" {
		fmt.Fprintln(os.Stderr, reason)
	}
	box(message)
	os.Exit(1)
}

// box shows the message without OpenGL, if a program for it is at hand.
func box(message string) {
	var tries [][]string
	switch runtime.GOOS {
	case "windows":
		tries = [][]string{{"msg", "*", message}}
	case "darwin":
		tries = [][]string{{"osascript", "-e", fmt.Sprintf("display alert \"Nivel\" message %q", message)}}
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
		tries = [][]string{{"zenity", "--error", "--text", message}, {"kdialog", "--error", message}, {"xmessage", message}}
	}
	for _, t := range tries {
		path, err := exec.LookPath(t[0])
		if err != nil {
			continue
		}
		if err := exec.Command(path, t[1:]...).Start(); err == nil {
			return
		}
	}
}
