//go:build e2e

package e2e

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/figure"
)

// file is what must not change about a file.
func file(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d bytes, %x, changed %v, %v", len(data), sha256.Sum256(data), info.ModTime(), info.Mode())
}

// troubled wants the window to stay up and say in its red banner that something is wrong.
func (p *program) troubled(name string) {
	p.t.Helper()
	got := p.d.still(name).filled(pixel(p.t, figure.Light[figure.ErrSoft]))
	if got.Dx() < 300 || got.Dy() < 40 {
		p.t.Errorf("the window shows no banner: %v", got)
	}
	if title := p.title(); title != "Nivel" {
		p.t.Errorf("the window's title is %q", title)
	}
	if !p.running() {
		p.t.Errorf("the program ended: %s", p.words())
	}
}

// TestTwice starts a second program on the same folder.
func TestTwice(t *testing.T) {
	b := contents()
	d, data := startX(t), filepath.Join(t.TempDir(), "datos")
	first := d.start(spanish, data)
	first.press("ctrl+8")
	first.write(firm.Name)
	first.saved("the name", func(k *kept) (bool, string) { return k.company.Name == firm.Name, k.company.Name })
	first.press("ctrl+2", "1")
	first.answered(b.model.Questions[0].ID, assessments.Answer{Value: assessments.AtLevel(1)})
	d.still("first")
	path := filepath.Join(data, database)
	before := file(t, path)

	second := d.start(spanish, data)
	second.troubled("second")
	second.press("Return")              // try again: still in use
	time.Sleep(1500 * time.Millisecond) // it tries for a second, and then shows the same picture
	second.troubled("second-again")
	if after := file(t, path); after != before {
		t.Errorf("the second start changed the file: %s, before %s", after, before)
	}

	first.front()
	first.press("4")
	first.answered(b.model.Questions[0].ID, assessments.Answer{Value: assessments.AtLevel(4)})
	first.quit()
	second.front()
	second.press("Return")
	second.titled(firm.Name + " – Nivel")
	d.still("second-opens")
	second.quit()
}

// TestNoDatabase gives the program a file that is none.
func TestNoDatabase(t *testing.T) {
	d, data := startX(t), filepath.Join(t.TempDir(), "datos")
	if err := os.MkdirAll(data, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(data, database)
	if err := os.WriteFile(path, bytes.Repeat([]byte("Esto no es una base de datos.\n"), 300), 0o600); err != nil {
		t.Fatal(err)
	}
	before := file(t, path)
	p := d.start(spanish, data)
	p.troubled("no-database")
	p.press("Return")
	p.troubled("no-database-again")
	if after := file(t, path); after != before {
		t.Errorf("the program changed the file: %s, before %s", after, before)
	}
	p.quit()
	if after := file(t, path); after != before {
		t.Errorf("the program changed the file: %s, before %s", after, before)
	}
}

// TestNoWindow starts where no window can be made: without OpenGL, and without any display.
func TestNoWindow(t *testing.T) {
	for name, display := range map[string]func(*testing.T) string{
		"no OpenGL":  func(t *testing.T) string { return startX(t, "-extension", "GLX").name },
		"no display": func(*testing.T) string { return "" },
	} {
		t.Run(name, func(t *testing.T) {
			p := launch(t, display(t), spanish, filepath.Join(t.TempDir(), "datos"))
			began := time.Now()
			p.ends(1, 15*time.Second)
			if !strings.Contains(p.words(), "nivelctl") {
				t.Errorf("it does not name nivelctl: %s", p.words())
			}
			t.Logf("ended after %v", time.Since(began).Round(100*time.Millisecond))
		})
	}
}
