//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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
	var state string
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
		return nil, fmt.Errorf("%s %s: %w %s", name, strings.Join(args, " "), err, wrong.String())
	}
	return out.Bytes(), nil
}
