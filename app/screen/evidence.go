package screen

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/picture"
	"nivel/assessments/texts"
)

// Evidence is the part of a page that shows the pictures of a question, adds some and changes them.
type Evidence struct {
	*fyne.Container
	h        Host
	w        *texts.Words
	question string
	page     *widget.Page
	add      *widget.Button
	said     *fyne.Container
	busy     bool
}

// NewEvidence makes the part of a question.
func NewEvidence(h Host, question string) *Evidence {
	e := &Evidence{Container: widget.Column(8), h: h, w: h.Session().Words, question: question, said: widget.Column(8)}
	e.add = widget.NewButton(widget.Secondary, "clip", e.w.T("evidence.add"), "", e.ask)
	e.add.Height = 36
	e.show()
	return e
}

// On tells on which page the part stands.
func (e *Evidence) On(page *widget.Page) {
	e.page = page
	Follow(page, e.Container)
}

// show fills the part anew.
func (e *Evidence) show() {
	head := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, e.w.T("evidence.title")), e.add}
	all, err := e.h.Session().EvidenceOf(e.question)
	var thumbs []fyne.CanvasObject
	for i := range all {
		thumbs = append(thumbs, e.thumb(i, &all[i]))
	}
	body := fyne.CanvasObject(widget.Wrap(12, 10, thumbs...))
	switch {
	case err != nil:
		body = Fault(e.w, err)
	case e.busy:
		body = widget.Column(8, body, widget.NewText(widget.Small, figure.Ink2, e.w.T("evidence.busy")))
	case len(all) == 0:
		body = widget.NewText(widget.Small, figure.Ink2, e.w.T("evidence.none"))
	}
	e.Objects = []fyne.CanvasObject{widget.Wrap(12, 6, head...), body, e.said}
	e.Refresh()
	if e.page != nil {
		Follow(e.page, e.Container)
		e.page.Relayout()
	}
}

// drawn is a kept picture in a room of that size. It may come from a file of somebody else: what is no
// picture within the limits is not drawn, and that is said.
func (e *Evidence) drawn(name string, kept []byte, edge int, width, height float32) fyne.CanvasObject {
	jpeg, _, _, err := picture.Print(kept, edge, false)
	if err != nil {
		return widget.NewText(widget.Small, figure.Err, e.w.Fault(err))
	}
	i := canvas.NewImageFromResource(fyne.NewStaticResource(name+".jpg", jpeg))
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSize(width, height))
	return i
}

// name is the caption of the i-th picture, or its number.
func (e *Evidence) name(i int, x *assessments.Evidence) string {
	if x.Caption != "" {
		return widget.Plain(x.Caption)
	}
	return e.w.T("evidence.nth", "n", i+1)
}

// thumb is one picture, small, with what it shows and the button to look at it.
func (e *Evidence) thumb(i int, x *assessments.Evidence) fyne.CanvasObject {
	caption := widget.NewText(widget.Small, figure.Ink, e.name(i, x))
	caption.MaxLines = 2
	state, icon := "evidence.in", "doc"
	if !x.InReport {
		state, icon = "evidence.out", "hide"
	}
	look := widget.NewButton(widget.Quiet, "search", e.w.T("evidence.look"), "", func() { e.look(i, x) })
	width := theme.Dp(150)
	return widget.Row(0, []float32{width}, widget.Over(widget.Box(figure.Surface, figure.Hair, 1, 10), widget.Pad(8, 8, 6, 8,
		widget.Column(4, e.drawn(x.ID, x.Thumb, assessments.ThumbEdge, width-16, theme.Dp(96)), caption,
			widget.Label(icon, figure.Ink2, 16, 6, widget.NewText(widget.Axis, figure.Ink2, e.w.T(state))), widget.Wrap(0, 0, look)))))
}

// pictures are the endings of files that are offered as evidence; one that cannot be read is refused
// with a sentence.
var pictures = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"}

// ask lets a picture be chosen or its path be typed.
func (e *Evidence) ask() {
	var panel *Panel
	path := widget.NewEntry(1, "", nil)
	take := func(file string) {
		panel.Close()
		e.Take([]string{file})
	}
	typed := func() {
		if file := strings.Trim(strings.TrimSpace(path.Text), `"`); file != "" {
			take(file)
		}
	}
	path.OnSubmitted = func(string) { typed() }
	add := widget.NewButton(widget.Secondary, "check", e.w.T("evidence.take"), "", typed)
	browse := widget.NewButton(widget.Secondary, "image", e.w.T("evidence.browse"), "", func() {
		panel.Close()
		PickFile(e.h.Window(), pictures, func(file string) { e.Take([]string{file}) })
	})
	panel = Side(e.h, e.w.T("evidence.add"), widget.NewText(widget.Body, figure.Ink, e.w.T("evidence.add.text")), browse,
		widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, e.w.T("evidence.path")), path), add)
	panel.Enter = typed
}

// Take adds pictures from files. What cannot be taken is said, each with its reason; the others are
// added.
func (e *Evidence) Take(paths []string) {
	if e.busy || len(paths) == 0 {
		return
	}
	e.busy = true
	e.said.Objects = nil
	e.show()
	taken, errs := make([]assessments.Evidence, len(paths)), make([]error, len(paths))
	e.h.Background(func() {
		for i, path := range paths {
			taken[i], errs[i] = read(path)
		}
	}, func() {
		e.busy = false
		for i, path := range paths {
			err := errs[i]
			if err == nil {
				taken[i].Question, taken[i].InReport = e.question, true
				_, err = e.h.Session().AddEvidence(taken[i])
			}
			if err != nil {
				e.refuse(filepath.Base(path), err)
			}
		}
		e.show()
	})
}

// read makes evidence of a file.
func read(path string) (assessments.Evidence, error) {
	f, err := os.Open(path)
	if err != nil {
		return assessments.Evidence{}, err
	}
	defer func() { _ = f.Close() }()
	return picture.Take(f)
}

func (e *Evidence) refuse(file string, err error) {
	text := e.w.Fault(err)
	if at := (*os.PathError)(nil); errors.As(err, &at) {
		text = e.w.T("evidence.nofile", "file", file)
	}
	e.said.Add(widget.Banner(widget.ToneWarn, "alert", e.w.T("evidence.refused", "file", widget.Plain(file)), widget.Plain(text)))
}

// look shows a picture in full over the side, with what can be changed about it.
func (e *Evidence) look(i int, x *assessments.Evidence) {
	se := e.h.Session()
	full, err := se.EvidencePicture(x.ID)
	if err != nil {
		Trouble(e.h, err)
		return
	}
	var panel *Panel
	in := x.InReport
	wrong := widget.NewText(widget.Small, figure.Err, "")
	caption := widget.NewEntry(2, x.Caption, nil)
	save := func() {
		text := strings.TrimSpace(caption.Text)
		if n := utf8.RuneCountInString(text); n > assessments.CaptionLimit {
			wrong.SetText(e.w.T("evidence.long", "have", n, "limit", assessments.CaptionLimit))
			panel.page.Relayout()
			return
		}
		e.leave(panel, se.ChangeEvidence(x.ID, text, in))
	}
	remove := widget.NewButton(widget.Quiet, "trash", e.w.T("evidence.remove"), "", nil)
	remove.OnTapped = func() {
		if sure := e.w.T("evidence.remove.sure"); remove.Text != sure {
			remove.SetText(sure)
			panel.page.Relayout()
			return
		}
		e.leave(panel, se.DeleteEvidence(x.ID))
	}
	width := theme.Dp(340)
	height := width * float32(max(1, x.Height)) / float32(max(1, x.Width))
	panel = Side(e.h, e.name(i, x), e.drawn(x.ID+"-full", full, assessments.EvidenceEdge, 40, height),
		widget.NewText(widget.Axis, figure.Ink2, e.w.T("evidence.size", "width", x.Width, "height", x.Height, "date", e.w.Date(x.At))),
		widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, e.w.T("evidence.caption")), caption, wrong),
		widget.NewTick(e.w.T("evidence.in"), in, func(on bool) { in = on }),
		widget.NewButton(widget.Secondary, "check", e.w.T("evidence.save"), "", save), widget.Wrap(0, 0, remove))
	panel.Enter = save
}

// leave closes the panel after a change, and says what hindered it.
func (e *Evidence) leave(panel *Panel, err error) {
	panel.Close()
	e.said.Objects = nil
	e.show()
	widget.Focus(e.add)
	if err != nil {
		Trouble(e.h, err)
	}
}
