package widget

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nivel/app/theme"
	"nivel/assessments/figure"
)

// Style is a size and weight of text (tokens: type).
type Style struct {
	Size, Line float32
	Bold       bool
	Italic     bool
}

// The styles, in dp at normal text size.
var (
	Figure    = Style{Size: 54, Line: 58, Bold: true}
	FigureM   = Style{Size: 46, Line: 50, Bold: true}
	H1        = Style{Size: 28, Line: 34, Bold: true}
	QuestionT = Style{Size: 25, Line: 32, Bold: true}
	QuestionC = Style{Size: 21, Line: 28, Bold: true}
	H2        = Style{Size: 20, Line: 26, Bold: true}
	CardTitle = Style{Size: 18, Line: 24, Bold: true}
	H3        = Style{Size: 16, Line: 22, Bold: true}
	Body      = Style{Size: 15, Line: 22}
	Strong    = Style{Size: 15, Line: 22, Bold: true}
	Tight     = Style{Size: 14, Line: 20}
	TightBold = Style{Size: 14, Line: 20, Bold: true}
	Small     = Style{Size: 13, Line: 18}
	SmallBold = Style{Size: 13, Line: 18, Bold: true}
	Axis      = Style{Size: 12, Line: 16}
	Quote     = Style{Size: 15, Line: 22, Italic: true}
)

func (s Style) text() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold, Italic: s.Italic} }

// Text is a text that wraps. "**" switches bold on and off.
type Text struct {
	widget.BaseWidget
	Style    Style
	Token    figure.Token
	Align    fyne.TextAlign
	MaxLines int // 0 for all; what does not fit ends in …
	text     string
	lines    []line
	width    float32 // for which lines were made
	wanted   float32 // width on one line; 0 until measured
}

// run is a piece of a line in one weight, with the room before it.
type run struct {
	text string
	bold bool
	gap  float32
}

type line []run

// Plain takes the sign for bold out of what a user has typed.
func Plain(text string) string { return strings.ReplaceAll(text, "**", "*") }

// NewText makes a text.
func NewText(s Style, t figure.Token, text string) *Text {
	x := &Text{Style: s, Token: t, text: text, width: -1}
	x.ExtendBaseWidget(x)
	return x
}

// SetText changes what is written.
func (t *Text) SetText(text string) {
	if t.text == text {
		return
	}
	t.text, t.width, t.wanted = text, -1, 0
	t.Refresh()
}

// Text is what is written.
func (t *Text) Text() string { return strings.ReplaceAll(t.text, "**", "") }

// SetToken changes the colour.
func (t *Text) SetToken(token figure.Token) {
	t.Token = token
	t.Refresh()
}

func (t *Text) lineHeight() float32 { return theme.Dp(t.Style.Line) }

func (t *Text) measure(s string, bold bool) float32 {
	st := t.Style.text()
	st.Bold = st.Bold || bold
	return fyne.MeasureText(s, theme.Dp(t.Style.Size), st).Width
}

// HeightFor implements Flower.
func (t *Text) HeightFor(width float32) float32 {
	if t.text == "" {
		return 0
	}
	return float32(len(t.wrap(width))) * t.lineHeight()
}

// WidthWanted is the width of the text on one line.
func (t *Text) WidthWanted() float32 {
	if t.wanted == 0 {
		t.wanted = 1
		for i, part := range strings.Split(t.text, "**") {
			t.wanted += t.measure(part, i%2 == 1)
		}
	}
	return t.wanted
}

// MinSize implements fyne.CanvasObject; it asks for little width, because text wraps.
func (t *Text) MinSize() fyne.Size {
	width := t.Size().Width
	if width <= 0 {
		width = t.WidthWanted()
	}
	return fyne.NewSize(min(40, width), t.HeightFor(width))
}

// wrap breaks the text into lines of that width; a word too long for a line is broken.
func (t *Text) wrap(width float32) []line {
	if t.width == width {
		return t.lines
	}
	if t.WidthWanted()-1 <= width+0.5 && !strings.Contains(t.text, "\n") {
		t.lines, t.width = []line{t.oneLine()}, width
		return t.lines
	}
	w := wrapper{t: t, width: width, space: t.rough(" ", false)}
	for i, part := range strings.Split(t.text, "**") {
		bold := i%2 == 1
		for k, paragraph := range strings.Split(part, "\n") {
			if k > 0 {
				w.flush()
			}
			w.words(paragraph, bold)
		}
	}
	w.flush()
	t.lines, t.width = w.lines, width
	if t.MaxLines > 0 && len(t.lines) > t.MaxLines {
		t.lines = t.lines[:t.MaxLines]
		last := t.lines[t.MaxLines-1]
		if n := len(last); n > 0 {
			last[n-1].text = strings.TrimRight(last[n-1].text, " ") + "…"
		}
	}
	return t.lines
}

// oneLine is the text where it need not be broken.
func (t *Text) oneLine() line {
	var l line
	for i, part := range strings.Split(t.text, "**") {
		if part != "" {
			l = append(l, run{text: part, bold: i%2 == 1})
		}
	}
	return l
}

// letters are the widths of single letters: adding them up is good enough to choose where a line
// breaks, and much cheaper than shaping every word of a page.
var letters sync.Map // letter -> float32

type letter struct {
	r    rune
	size float32
	face fyne.TextStyle
}

func (t *Text) rough(s string, bold bool) float32 {
	key := letter{size: theme.Dp(t.Style.Size), face: t.Style.text()}
	key.face.Bold = key.face.Bold || bold
	w := float32(0)
	for _, key.r = range s {
		known, ok := letters.Load(key)
		if !ok {
			known = fyne.MeasureText(string(key.r), key.size, key.face).Width
			letters.Store(key, known)
		}
		width, _ := known.(float32)
		w += width
	}
	return w
}

type wrapper struct {
	t     *Text
	width float32
	space float32
	lines []line
	line  line
	x     float32
	glue  bool // the next word follows without a space
}

func (w *wrapper) words(s string, bold bool) {
	fields := strings.Split(s, " ")
	for i, word := range fields {
		if i > 0 {
			w.glue = false
		}
		if word == "" {
			continue
		}
		w.word(word, bold)
		w.glue = true
	}
	if len(fields) > 0 && fields[len(fields)-1] == "" {
		w.glue = false
	}
}

func (w *wrapper) word(word string, bold bool) {
	width := w.t.rough(word, bold)
	gap := w.space
	if w.glue || w.x == 0 {
		gap = 0
	}
	// A full stop may stand out a little rather than begin a line.
	if w.x > 0 && w.x+gap+width > w.width && !(w.glue && len(word) == 1) {
		w.flush()
		gap = 0
	}
	for width > w.width && len([]rune(word)) > 1 {
		head, rest := w.fit(word, bold)
		w.put(head, bold, w.t.rough(head, bold), 0)
		w.flush()
		word, width, gap = rest, w.t.rough(rest, bold), 0
	}
	w.put(word, bold, width, gap)
}

// fit splits off as many letters as a line takes, one at least.
func (w *wrapper) fit(word string, bold bool) (head, rest string) {
	runes := []rune(word)
	low, high := 1, len(runes)-1
	for low < high {
		mid := (low + high + 1) / 2
		if w.t.rough(string(runes[:mid]), bold) <= w.width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]), string(runes[low:])
}

func (w *wrapper) put(word string, bold bool, width, gap float32) {
	n := len(w.line)
	if n > 0 && w.line[n-1].bold == bold {
		if gap > 0 {
			word = " " + word
		}
		w.line[n-1].text += word
	} else {
		w.line = append(w.line, run{word, bold, gap})
	}
	w.x += gap + width
}

func (w *wrapper) flush() {
	w.lines = append(w.lines, w.line)
	w.line, w.x, w.glue = nil, 0, false
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t: t} }

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
	drawn   float32
	text    string
}

// Destroy implements fyne.WidgetRenderer.
func (r *textRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *textRenderer) MinSize() fyne.Size { return r.t.MinSize() }

// Refresh implements fyne.WidgetRenderer.
func (r *textRenderer) Refresh() {
	r.text = ""
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

// Layout implements fyne.WidgetRenderer.
func (r *textRenderer) Layout(size fyne.Size) {
	if size.Width == r.drawn && r.text == r.t.text && r.objects != nil {
		return
	}
	r.drawn, r.text = size.Width, r.t.text
	r.objects = r.objects[:0:0]
	if r.t.text == "" {
		return
	}
	lh := r.t.lineHeight()
	for i, l := range r.t.wrap(size.Width) {
		r.line(l, float32(i)*lh, size.Width)
	}
}

// line sets the runs of a line one after the other, by their real widths.
func (r *textRenderer) line(l line, y, width float32) {
	first, total := len(r.objects), float32(0)
	for _, u := range l {
		c := canvas.NewText(u.text, theme.Color(r.t.Token))
		c.TextSize, c.TextStyle = theme.Dp(r.t.Style.Size), r.t.Style.text()
		c.TextStyle.Bold = c.TextStyle.Bold || u.bold
		size := c.MinSize()
		c.Resize(size)
		c.Move(fyne.NewPos(total+u.gap, y+(r.t.lineHeight()-size.Height)/2))
		total += u.gap + size.Width
		r.objects = append(r.objects, c)
	}
	shift := float32(0)
	switch r.t.Align {
	case fyne.TextAlignCenter:
		shift = (width - total) / 2
	case fyne.TextAlignTrailing:
		shift = width - total
	}
	for _, o := range r.objects[first:] {
		o.Move(o.Position().AddXY(shift, 0))
	}
}

// Label is a text with an icon before it.
func Label(name string, iconToken figure.Token, size float32, gap float32, t *Text) *fyne.Container {
	icon := Contain(&topAligned{line: t.Style.Line}, Icon(name, iconToken, size))
	return Row(gap, []float32{theme.Dp(size), -1}, icon, t)
}

// topAligned centres an icon on the first line of the text beside it.
type topAligned struct{ line float32 }

// Layout implements fyne.Layout.
func (l *topAligned) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, o := range objects {
		s := o.MinSize()
		o.Resize(s)
		o.Move(fyne.NewPos(0, (theme.Dp(l.line)-s.Height)/2))
	}
}

// MinSize implements fyne.Layout.
func (l *topAligned) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, theme.Dp(l.line))
}
