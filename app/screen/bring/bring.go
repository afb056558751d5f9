// Package bring takes a list of firms in from a spreadsheet: what each column is, what each row
// becomes, and nothing written before that has been seen.
package bring

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/intake"
	"nivel/assessments/office"
	"nivel/assessments/texts"
)

// Desk is what lies on the page while it is built anew.
type Desk struct {
	name    string // of the file
	table   *office.Table
	mapping intake.Mapping
	preview *intake.Preview
	err     error // why the file or the mapping cannot be used
	done    map[intake.Kind]int
	busy    bool
	turn    int // of the previews asked for: an older one is not shown over a newer
	now     *Screen
}

// Screen is the page.
type Screen struct {
	h     screen.Host
	w     *texts.Words
	desk  *Desk
	page  *widget.Page
	path  *widget.Entry
	said  *fyne.Container
	found *fyne.Container // columns, what rows become, the end
	below *fyne.Container // what rows become
	more  *fyne.Container // what earlier results need
	take  *widget.Button
}

// New builds the page on a desk; id is the path of a file that is opened at once.
func New(h screen.Host, desk *Desk, id string) *Screen {
	s := &Screen{h: h, w: h.Session().Words, desk: desk}
	desk.now = s
	if id != "" && desk.table == nil && desk.err == nil {
		s.read(id)
	}
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.w.T("firmlist."+key, pairs...) }

// Start implements screen.Starter.
func (s *Screen) Start() fyne.Focusable { return s.path }

// Primary implements screen.Primary.
func (s *Screen) Primary() {
	if s.take != nil {
		s.apply()
	}
}

// Key implements screen.Keyed.
func (s *Screen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.h.Go(screen.Route{Page: screen.Companies})
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	back := widget.NewButton(widget.Quiet, "left", s.t("back"), "", func() { s.h.Go(screen.Route{Page: screen.Companies}) })
	s.path = widget.NewEntry(1, "", nil)
	s.path.OnSubmitted = func(string) { s.typed() }
	open := widget.NewButton(widget.Secondary, "", s.t("open"), "", s.typed)
	pick := widget.NewButton(widget.Secondary, "search", s.t("pick"), "", s.pick)
	s.said, s.found = widget.Column(8), widget.Column(16)
	file := widget.Card(24, widget.Column(8, widget.NewText(widget.TightBold, figure.Ink, s.t("path")), s.path, widget.Wrap(10, 8, open, pick), s.said))
	s.page = screen.Body(s.h.Class(), widget.Wrap(0, 0, back), screen.Head(s.h.Class(), s.t("title"), s.t("lead")), file, s.found)
	s.show()
	return s.page
}

// typed opens what stands in the field for the path.
func (s *Screen) typed() {
	path := strings.Trim(strings.TrimSpace(s.path.Text), `"`)
	if !filepath.IsAbs(path) {
		s.said.Objects = []fyne.CanvasObject{widget.NewText(widget.Small, figure.Err, s.t("nopath"))}
		s.page.Relayout()
		widget.Focus(s.path)
		return
	}
	s.read(path)
	s.turned()
}

// turned shows the page as things stand, and asks what the rows become.
func (s *Screen) turned() {
	s.said.Objects = nil
	s.show()
	s.page.Relayout()
	if s.desk.table != nil && s.desk.err == nil {
		s.look()
	}
}

// pick asks for a file in a dialog.
func (s *Screen) pick() {
	d := dialog.NewFileOpen(func(u fyne.URIReadCloser, err error) {
		if err != nil || u == nil {
			return
		}
		path := u.URI().Path()
		_ = u.Close() // it is opened anew, by its path
		s.read(path)
		s.turned()
	}, s.h.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx", ".csv", ".txt", ".tsv"}))
	if at, err := storage.ListerForURI(storage.NewFileURI(screen.Documents())); err == nil {
		d.SetLocation(at)
	}
	size := s.h.Window().Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(size.Width*0.82, size.Height*0.82)) // before Show, Fyne 2.8 panics
}

// read reads a file and guesses what its columns are.
func (s *Screen) read(path string) {
	d := s.desk
	if d.busy {
		return
	}
	*d = Desk{name: filepath.Base(path), now: s, turn: d.turn}
	f, err := os.Open(path)
	if err == nil {
		d.table, err = office.ReadTable(f)
		_ = f.Close() // it was only read
	}
	if d.err = err; err == nil {
		d.mapping = intake.Guess(d.table, s.h.Session().Terms())
	}
}

// look asks what each row would become, and shows it.
func (s *Screen) look() {
	d := s.desk
	d.turn++
	turn := d.turn
	job, err := s.h.Session().Look(d.table, d.mapping)
	if err != nil {
		d.preview, d.err = nil, err
		d.now.show()
		return
	}
	var p *intake.Preview
	s.h.Background(func() { p, err = job() }, func() {
		if turn != d.turn {
			return
		}
		d.preview, d.err = p, err
		d.now.rows()
		d.now.page.Relayout()
	})
}

// apply writes what the preview says.
func (s *Screen) apply() {
	d := s.desk
	if d.busy || d.preview == nil {
		return
	}
	job, err := s.h.Session().TakeTable(d.preview)
	if err != nil {
		d.err = err
		s.rows()
		s.page.Relayout()
		return
	}
	d.busy = true
	s.take.SetDisabled(true)
	s.h.Background(func() { err = job() }, func() {
		d.busy = false
		if err == nil {
			*d = Desk{done: d.preview.Counts(), now: d.now, turn: d.turn}
			err = s.h.Session().Refresh()
		}
		d.err = err
		s.h.Reload() // the sidebar counts firms
	})
}
