package screen

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments/figure"
)

// Target is where a page writes its file: the path, a button for another folder, and what is said of
// it at the foot of the page.
type Target struct {
	Path *widget.Entry
	Said *fyne.Container

	h       Host
	ext     string       // with its dot
	page    *widget.Page // on which it stands
	replace string       // the file that the next press may replace
}

// NewTarget makes a target of files with an extension, without a path; changed is called where the
// path becomes another one.
func NewTarget(h Host, ext string, changed func()) *Target {
	t := &Target{h: h, ext: ext, Path: widget.NewEntry(1, "", nil), Said: widget.Column(8)}
	t.Path.OnChanged = func(string) {
		t.replace = ""
		if changed != nil {
			changed()
		}
	}
	return t
}

// On tells on which page the target stands.
func (t *Target) On(page *widget.Page) { t.page = page }

// Suggest proposes a name in the user's documents.
func (t *Target) Suggest(name string) {
	t.Path.SetText(filepath.Join(Documents(), FileName(name)+t.ext))
}

// Field is the path with the button for another folder.
func (t *Target) Field() fyne.CanvasObject {
	w := t.h.Session().Words
	folder := widget.NewButton(widget.Secondary, "", w.T("save.folder"), "", func() {
		PickFolder(t.h.Window(), filepath.Dir(t.Path.Text), func(folder string) {
			t.Path.SetText(filepath.Join(folder, filepath.Base(t.Path.Text)))
		})
	})
	return widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, w.T("save.where")), t.Path, widget.Wrap(10, 8, folder))
}

// Take is the path to write to. Where there is none it says so; a file that is there already is
// asked for once, in a sentence that exists makes of its name.
func (t *Target) Take(exists func(file string) string) (path string, ok bool) {
	w := t.h.Session().Words
	path = strings.TrimSpace(t.Path.Text)
	if path == "" || !filepath.IsAbs(path) {
		t.Say(widget.ToneWarn, "alert", w.T("save.nopath"), w.T("save.nopath.text"))
		return "", false
	}
	if !strings.HasSuffix(strings.ToLower(path), strings.ToLower(t.ext)) {
		path += t.ext
	}
	if _, err := os.Lstat(path); err == nil && t.replace != path {
		t.replace = path
		t.Say(widget.ToneWarn, "alert", w.T("save.exists"), exists(filepath.Base(path)))
		return "", false
	}
	return path, true
}

// Done says that the file is written; it may be written again without asking.
func (t *Target) Done(path, title string, buttons ...fyne.CanvasObject) {
	t.replace = path
	t.Say(widget.ToneBlue, "check-circle", title, path, buttons...)
}

// Failed says why the file is not written; other is said where it is neither the folder nor the
// permission.
func (t *Target) Failed(path string, err error, title, other string) {
	w := t.h.Session().Words
	switch {
	case errors.Is(err, fs.ErrNotExist):
		other = w.T("save.error.folder", "folder", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		other = w.T("save.error.permission", "folder", filepath.Dir(path))
	}
	t.Say(widget.ToneErr, "alert", title, other)
}

// Say says something at the foot of the page.
func (t *Target) Say(tone widget.Tone, icon, bold, text string, buttons ...fyne.CanvasObject) {
	t.Said.Objects = []fyne.CanvasObject{widget.Banner(tone, icon, bold, text, buttons...)}
	t.page.Relayout()
	t.page.Scroll.ScrollToBottom()
}
