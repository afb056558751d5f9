package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nivel/app/widget"
	"nivel/assessments/figure"
)

// tree draws a page's content: texts, buttons and boxes in columns, rows, wraps and paddings.
func tree(t *rapid.T, depth int) fyne.CanvasObject {
	kind := rapid.IntRange(0, 7).Draw(t, "kind")
	if depth == 0 {
		kind %= 3
	}
	children := func(most int) []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for range rapid.IntRange(1, most).Draw(t, "children") {
			out = append(out, tree(t, depth-1))
		}
		return out
	}
	gap := float32(rapid.IntRange(0, 8).Draw(t, "gap"))
	switch kind {
	case 1:
		return widget.NewButton(widget.Quiet, "right", rapid.SampledFrom([]string{"Go on", "Open", "x"}).Draw(t, "label"), "", nil)
	case 2:
		return widget.Divider()
	case 3, 4:
		return widget.Column(gap, children(4)...)
	case 5:
		all := children(2)
		shares := make([]float32, len(all))
		for i := range shares {
			shares[i] = -float32(rapid.IntRange(2, 3).Draw(t, "share"))
		}
		if rapid.Bool().Draw(t, "centred") {
			return widget.Centred(gap, shares, all...)
		}
		return widget.Row(gap, shares, all...)
	case 6:
		return widget.Wrap(gap, gap, children(4)...)
	case 7:
		return widget.Card(gap, widget.Column(gap, widget.NewText(widget.H3, figure.Ink, "Card"), tree(t, depth-1)))
	}
	return widget.NewText(widget.Body, figure.Ink, sentence(usual, "\n").Draw(t, "text"))
}

// Whatever stands in whatever: children stay inside, neighbours do not overlap, and every text has
// the height that its width needs.
func TestFlow(t *testing.T) {
	app(t)
	rapid.Check(t, func(t *rapid.T) {
		o := widget.Column(8, tree(t, 3), tree(t, 2))
		width := float32(rapid.IntRange(1200, 2000).Draw(t, "width"))
		o.Resize(fyne.NewSize(width, widget.HeightFor(o, width)))
		if err := sound(o); err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "again") {
			width = float32(rapid.IntRange(1200, 2000).Draw(t, "other width"))
			o.Resize(fyne.NewSize(width, widget.HeightFor(o, width)))
			if err := sound(o); err != nil {
				t.Fatal(fmt.Errorf("after resizing: %w", err))
			}
		}
	})
}

// sound checks a container and all below it. The first child of two that lie over each other is the
// ground of a card.
func sound(o fyne.CanvasObject) error {
	if x, ok := o.(*widget.Text); ok && x.HeightFor(x.Size().Width) > x.Size().Height+0.5 {
		return fmt.Errorf("%q needs %v at %v and has %v", x.Text(), x.HeightFor(x.Size().Width), x.Size().Width, x.Size().Height)
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return nil
	}
	room := c.Size()
	var before []fyne.CanvasObject
	for _, child := range c.Objects {
		at, size := child.Position(), child.Size()
		if at.X < -0.5 || at.Y < -0.5 || at.X+size.Width > room.Width+0.5 || at.Y+size.Height > room.Height+0.5 {
			return fmt.Errorf("%T at %v, %v large, in a room of %v", child, at, size, room)
		}
		for _, b := range before {
			p, s := b.Position(), b.Size()
			if at.X+0.5 < p.X+s.Width && p.X+0.5 < at.X+size.Width && at.Y+0.5 < p.Y+s.Height && p.Y+0.5 < at.Y+size.Height {
				return fmt.Errorf("%T at %v, %v large, lies over %T at %v, %v large", child, at, size, b, p, s)
			}
		}
		if _, ground := child.(*canvas.Rectangle); !ground || size.Height < 2 {
			before = append(before, child)
		}
		if err := sound(child); err != nil {
			return err
		}
	}
	return nil
}

// Hidden objects take no room, and what follows a filler stands at the foot.
func TestColumnWithHiddenAndFiller(t *testing.T) {
	app(t)
	a, b, c := widget.NewText(widget.Body, figure.Ink, "a"), widget.NewText(widget.Body, figure.Ink, "b"), widget.NewText(widget.Body, figure.Ink, "c")
	o := widget.Column(10, a, b, widget.Filler(), c)
	high := widget.HeightFor(o, 100)
	b.Hide()
	if got := widget.HeightFor(o, 100); got != high-widget.Body.Line-10 {
		t.Errorf("with one hidden it is %v high, before %v", got, high)
	}
	o.Resize(fyne.NewSize(100, 500))
	if foot := c.Position().Y + c.Size().Height; foot < 499 || foot > 501 {
		t.Errorf("the last one ends at %v of 500", foot)
	}
	if a.Position().Y != 0 {
		t.Errorf("the first one stands at %v", a.Position())
	}
}

// Shares: fixed, own, and parts of the rest.
func TestRowShares(t *testing.T) {
	app(t)
	own := widget.NewText(widget.Body, figure.Ink, "own")
	parts := []fyne.CanvasObject{widget.Space(1, 1), own, widget.Space(1, 1), widget.Space(1, 1)}
	o := widget.Row(10, []float32{50, 0, -1, -3}, parts...)
	o.Resize(fyne.NewSize(600, 40))
	rest := 600 - 50 - own.WidthWanted() - 30
	for i, want := range []float32{50, own.WidthWanted(), rest / 4, rest * 3 / 4} {
		if got := parts[i].Size().Width; got < want-0.5 || got > want+0.5 {
			t.Errorf("part %d is %v wide, want %v", i, got, want)
		}
	}
}

// A page takes the width it gets, is at least as high as its room, scrolls what is higher, and
// follows its content.
func TestPage(t *testing.T) {
	app(t)
	long := widget.NewText(widget.Body, figure.Ink, "short")
	foot := widget.NewText(widget.Body, figure.Ink, "foot")
	p := widget.NewPage(widget.Column(0, long, widget.Filler(), foot))
	test.NewTempWindow(t, p)
	p.Resize(fyne.NewSize(300, 200))
	if end := foot.Position().Y + foot.Size().Height; end < 199 || end > 201 {
		t.Errorf("the foot ends at %v of 200", end)
	}
	long.SetText(fmt.Sprint(make([]int, 900)))
	p.Relayout()
	if h := p.Scroll.Content.Size().Height; h < 500 || foot.Position().Y < 500 || long.Size().Width != 300 {
		t.Errorf("with much to read the content is %v high, %v wide", h, long.Size().Width)
	}
	for range 100 {
		p.Key(fyne.KeyPageDown)
	}
	if most := p.Scroll.Content.Size().Height - 200; p.Scroll.Offset.Y != most {
		t.Errorf("scrolled to %v of %v", p.Scroll.Offset.Y, most)
	}
	for range 100 {
		p.Key(fyne.KeyUp)
	}
	if p.Key(fyne.KeyRight); p.Scroll.Offset.Y > 0 {
		if p.Key(fyne.KeyPageUp); p.Scroll.Offset.Y < 0 {
			t.Errorf("scrolled to %v", p.Scroll.Offset.Y)
		}
	}
	p.Reveal(foot, 0, 22)
	if at := foot.Position().Y - p.Scroll.Offset.Y; at < 0 || at+22 > 200 {
		t.Errorf("revealed, the foot stands at %v of 200", at)
	}
}
