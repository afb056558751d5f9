//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
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

const (
	patience = 20 * time.Second      // for what should happen at once
	pause    = 15 * time.Millisecond // between two looks
)

var binary string

// tools are the programs without which nothing can be tested.
var tools = map[string]string{"Xvfb": "xvfb", "setxkbmap": "x11-xkb-utils", "xdotool": "xdotool", "import": "imagemagick", "pdftotext": "poppler-utils"}

func TestMain(m *testing.M) {
	if missing := missing(); len(missing) > 0 {
		fmt.Fprintf(os.Stderr, "The window cannot be tested: %s.\n", strings.Join(missing, "; "))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func missing() []string {
	var out []string
	for tool, pack := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			out = append(out, fmt.Sprintf("%s is missing, on Debian it is in the package %s", tool, pack))
		}
	}
	binary = os.Getenv("NIVEL_BIN")
	if binary == "" {
		binary = filepath.Join("bin", "nivel")
	}
	if !filepath.IsAbs(binary) {
		binary = filepath.Join("..", "..", "..", binary)
	}
	binary, _ = filepath.Abs(binary)
	if info, err := os.Stat(binary); err != nil || info.IsDir() {
		out = append(out, fmt.Sprintf("there is no program %s, build it or name another one in NIVEL_BIN", binary))
	}
	return out
}

// eventually asks until the answer is yes; state says what was seen last.
func eventually(t *testing.T, what string, ask func() (ok bool, state string)) {
	t.Helper()
	state := ""
	for end := time.Now().Add(patience); ; time.Sleep(pause) {
		var ok bool
		if ok, state = ask(); ok {
			return
		}
		if time.Now().After(end) {
			break
		}
	}
	t.Fatalf("after %v still not so: %s\nlast seen: %s", patience, what, state)
}

// display is an X server of our own.
type display struct {
	t     *testing.T
	name  string // ":7"
	shots string // folder of the pictures
	count int
}

// startX starts an X server on a free display, with a keyboard that has all of Spanish.
func startX(t *testing.T, args ...string) *display {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	args = append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"}, args...)
	x := exec.Command("Xvfb", args...)
	x.ExtraFiles = []*os.File{write}
	err = x.Start()
	write.Close()
	if err != nil {
		t.Fatalf("start Xvfb: %v", err)
	}
	end(t, x)
	if err := read.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb does not say which display it took: %v", err)
	}
	d := &display{t: t, name: ":" + strings.TrimSpace(line)}
	d.must("setxkbmap", "-layout", "us", "-variant", "altgr-intl")
	if d.shots, err = os.MkdirTemp("", "nivel-e2e-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() || os.Getenv("NIVEL_E2E_LOOK") != "" {
			t.Logf("pictures of the screens: %s", d.shots)
			return
		}
		_ = os.RemoveAll(d.shots)
	})
	return d
}

// end sees to it that a process is gone when the test is.
func end(t *testing.T, c *exec.Cmd) {
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
}

// must runs one of the X programs and returns what it prints. Words on stderr count as failure:
// xdotool reports success for keys it does not know.
func (d *display) must(name string, args ...string) []byte {
	d.t.Helper()
	out, err := d.try(name, args...)
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d *display) try(name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name, "LC_ALL=C.UTF-8")
	var out, wrong bytes.Buffer
	c.Stdout, c.Stderr = &out, &wrong
	if err := c.Run(); err != nil || wrong.Len() > 0 {
		return nil, fmt.Errorf("%s %s: %v %s", name, strings.Join(args, " "), err, wrong.String())
	}
	return out.Bytes(), nil
}

// picture is what the screen shows, three bytes a pixel.
type picture struct {
	w, h int
	rgb  []byte
}

func (p picture) at(x, y int) [3]byte { return [3]byte(p.rgb[3*(y*p.w+x):]) }

func (p picture) equal(q picture) bool { return bytes.Equal(p.rgb, q.rgb) }

// take takes a picture of the screen.
func (d *display) take() picture {
	d.t.Helper()
	data := d.must("import", "-silent", "-window", "root", "-depth", "8", "ppm:-")
	var p picture
	var most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P6\n%d %d\n%d", &p.w, &p.h, &most); err != nil || most != 255 || len(data) < 3*p.w*p.h {
		d.t.Fatalf("import made no picture: %v", err)
	}
	p.rgb = data[len(data)-3*p.w*p.h:]
	return p
}

// still waits until the screen has stopped moving and keeps a picture of it.
func (d *display) still(name string) picture {
	d.t.Helper()
	last := d.take()
	eventually(d.t, "the screen stands still at "+name, func() (bool, string) {
		next := d.take()
		same := next.equal(last)
		last = next
		return same, "it moves"
	})
	d.keep(name, last)
	return last
}

// after waits until the screen shows something else than before and stands still.
func (d *display) after(before picture, name string) picture {
	d.t.Helper()
	eventually(d.t, "the screen changes to "+name, func() (bool, string) { return !d.take().equal(before), "the same picture" })
	return d.still(name)
}

// keep writes a picture into the folder; ones with a blinking caret in them never stand still.
func (d *display) keep(name string, p picture) {
	d.t.Helper()
	d.count++
	m := image.NewNRGBA(image.Rect(0, 0, p.w, p.h))
	for i := range p.w * p.h {
		c := p.rgb[3*i:]
		m.SetNRGBA(i%p.w, i/p.w, color.NRGBA{c[0], c[1], c[2], 255})
	}
	var out bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := fast.Encode(&out, m); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.shots, fmt.Sprintf("%02d-%s.png", d.count, name)), out.Bytes(), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// pixel is a colour of the palette as bytes.
func pixel(t *testing.T, hex string) [3]byte {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	return [3]byte{byte(n >> 16), byte(n >> 8), byte(n)}
}

// filled is the room that is filled with a colour: lines of it of at least 40 pixels.
func (p picture) filled(c [3]byte) image.Rectangle {
	var out image.Rectangle
	for y := range p.h {
		for x, run := 0, 0; x < p.w; x++ {
			if p.at(x, y) != c {
				run = 0
				continue
			}
			if run++; run >= 40 {
				out = out.Union(image.Rect(x-run+1, y, x+1, y+1))
			}
		}
	}
	return out
}

// differing is the room in which two pictures differ.
func (p picture) differing(q picture) image.Rectangle {
	var out image.Rectangle
	for y := range p.h {
		for x := range p.w {
			if p.at(x, y) != q.at(x, y) {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

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
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"}
	if display != "" {
		env = append(env, "DISPLAY="+display)
	}
	return env
}

// launch starts the program and does not wait for a window.
func launch(t *testing.T, display, lang, data string) *program {
	t.Helper()
	home := filepath.Join(filepath.Dir(data), "home")
	if err := os.MkdirAll(home, 0o700); err != nil {
		t.Fatal(err)
	}
	said, err := os.CreateTemp(t.TempDir(), "said-")
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	p := &program{t: t, data: data, said: said.Name(), gone: make(chan struct{}), cmd: exec.Command(binary, "-data", data)}
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
func (d *display) start(lang, data string) *program {
	d.t.Helper()
	p := launch(d.t, d.name, lang, data)
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

// quit closes the window as its title bar does, and wants a good end.
func (p *program) quit() {
	p.t.Helper()
	p.d.must("xdotool", "windowquit", p.window)
	p.ends(0, patience)
	for _, word := range []string{"panic", "Fyne error", "⟦"} {
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
