package widget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nivel/app/widget"
)

// The wheel moves the page also where the mouse is over an input, unless the text in it
// goes on.
func TestWheelOverAnInput(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name  string
		lines int
		text  string
		moves bool
	}{
		{"of one line", 1, "text", true},
		{"short", 3, "one line", true},
		{"long", 3, strings.Repeat("a line\n", 30), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			input := widget.NewEntry(c.lines, c.text, nil)
			page := widget.NewPage(widget.Column(10, input, widget.Space(10, 2000)))
			w := test.NewTempWindow(t, page)
			w.Resize(fyne.NewSize(400, 300))
			test.Scroll(w.Canvas(), fyne.NewPos(60, 20), 0, -50)
			if moved := page.Scroll.Offset.Y > 0; moved != c.moves {
				t.Errorf("the page moved by %v", page.Scroll.Offset.Y)
			}
		})
	}
}
