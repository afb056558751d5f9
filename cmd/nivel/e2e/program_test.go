//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// program is a running Nivel.
type program struct {
	d      *display
	t      *testing.T
	cmd    *exec.Cmd
	data   string // its data folder
	said   string // the file with what it writes to the terminal
	window string // its X id
	once   sync.Once
	gone   chan struct{}
}

// environment is all that a program sees: no desktop, no home but the test's.
func environment(home, display, lang string) []string {
	env := []string{"HOME=" + home, "PATH=/nonexistent", "LIBGL_ALWAYS_SOFTWARE=1", "LANGUAGE=", "LANG=" + lang,
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "NIVEL_SAY_FOCUS=1"}
	if display != "" {
		env = append(env, "DISPLAY="+display)
	}
	return env
}

// launch starts the program and does not wait for a window.
func launch(t *testing.T, display, lang, data string, args ...string) *program {
	t.Helper()
	home := filepath.Join(filepath.Dir(data), "home")
	if err := os.MkdirAll(filepath.Join(home, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	said, err := os.CreateTemp(t.TempDir(), "said-")
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	p := &program{t: t, data: data, said: said.Name(), gone: make(chan struct{}), cmd: exec.Command(binary, append([]string{"-data", data}, args...)...)}
	p.cmd.Env, p.cmd.Dir = environment(home, display, lang), home
	p.cmd.Stdout, p.cmd.Stderr = said, said
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", binary, err)
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.gone)
	}()
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("process %d wrote: %s", p.cmd.Process.Pid, p.words())
		}
	})
	return p
}

// start starts the program and waits for its window to have the keyboard.
func (d *display) start(lang, data string) *program { return d.startWith(lang, data) }

// startWith starts it with files that it is to open.
func (d *display) startWith(lang, data string, files ...string) *program {
	d.t.Helper()
	p := launch(d.t, d.name, lang, data, files...)
	p.d = d
	eventually(d.t, "the program has a window", func() (bool, string) {
		if !p.running() {
			d.t.Fatalf("the program ended: %s", p.words())
		}
		out, err := d.try("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid), "--name", "Nivel")
		p.window = strings.TrimSpace(string(out))
		return err == nil && p.window != "" && !strings.Contains(p.window, "\n"), fmt.Sprint("windows: ", p.window, err)
	})
	p.front()
	return p
}

// front puts the window before the others and gives it the keyboard.
func (p *program) front() {
	p.t.Helper()
	p.d.must("xdotool", "windowraise", p.window, "windowfocus", "--sync", p.window, "mousemove", "2", "2")
}

func (p *program) running() bool {
	select {
	case <-p.gone:
		return false
	default:
		return true
	}
}

// kill ends the program as a power cut would, and waits until it is gone.
func (p *program) kill() {
	p.once.Do(func() { _ = p.cmd.Process.Signal(syscall.SIGKILL) })
	<-p.gone
}

// words are what the program has written to the terminal.
func (p *program) words() string {
	data, err := os.ReadFile(p.said)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// title is the window's.
func (p *program) title() string {
	p.t.Helper()
	return strings.TrimRight(string(p.d.must("xdotool", "getwindowname", p.window)), "\n")
}

// titled waits for a title.
func (p *program) titled(want string) {
	p.t.Helper()
	eventually(p.t, "the window's title is "+want, func() (bool, string) { got := p.title(); return got == want, got })
}

// focuses are the names of the controls that have had the keyboard, the last one last.
func (p *program) focuses() []string {
	var out []string
	for _, line := range strings.Split(p.words(), "\n") {
		if name, ok := strings.CutPrefix(line, "focus: "); ok {
			out = append(out, name)
		}
	}
	return out
}

// tabTo presses Tab until the control of that name has the keyboard; not at all where it has.
func (p *program) tabTo(name string) {
	p.t.Helper()
	var seen []string
	for range 150 {
		if all := p.focuses(); len(all) > 0 && all[len(all)-1] == name {
			// A key pressed while the page was still coming up may be on its way.
			time.Sleep(100 * time.Millisecond)
			if all = p.focuses(); all[len(all)-1] == name {
				return
			}
		}
		before := len(p.focuses())
		p.press("Tab")
		for end := time.Now().Add(time.Second); time.Now().Before(end) && len(p.focuses()) == before; {
			time.Sleep(5 * time.Millisecond)
		}
		all := p.focuses()
		seen = append(seen, all[len(all)-1])
	}
	p.t.Fatalf("Tab does not come to %q, but to %q", name, seen)
}

// focused waits until the control of that name has the keyboard.
func (p *program) focused(name string) {
	p.t.Helper()
	eventually(p.t, "the keyboard is on "+name, func() (bool, string) {
		all := p.focuses()
		return len(all) > 0 && all[len(all)-1] == name, fmt.Sprint(all[max(0, len(all)-3):])
	})
}

// choose goes to the control of that name by Tab and presses it.
func (p *program) choose(name string) {
	p.t.Helper()
	p.tabTo(name)
	p.press("Return")
}

// press presses keys by their X names, one after the other.
func (p *program) press(keys ...string) {
	p.t.Helper()
	p.d.must("xdotool", append([]string{"key", "--delay", "15"}, keys...)...)
}

// write types a text.
func (p *program) write(text string) {
	p.t.Helper()
	p.d.must("xdotool", "type", "--delay", "15", text)
}

// click clicks a place of the screen.
func (p *program) click(x, y int) {
	p.t.Helper()
	p.d.must("xdotool", "mousemove", "--sync", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// quit ends the program as logging out does, and wants a good end.
func (p *program) quit() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	p.ends(0, patience)
	for _, word := range []string{"panic", "goroutine ", "⟦"} {
		if strings.Contains(p.words(), word) {
			p.t.Errorf("the program wrote: %s", p.words())
		}
	}
}

// ends waits until the program leaves with that code.
func (p *program) ends(code int, within time.Duration) {
	p.t.Helper()
	select {
	case <-p.gone:
	case <-time.After(within):
		p.t.Fatalf("the program still runs after %v; it wrote: %s", within, p.words())
	}
	if got := p.cmd.ProcessState.ExitCode(); got != code {
		p.t.Fatalf("the program left with %d instead of %d; it wrote: %s", got, code, p.words())
	}
}
