// Package bring takes a list of firms in from a spreadsheet: what each column is, what each row
// becomes, and nothing written before that has been seen.
package bring

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/intake"
	"nivel/assessments/office"
	"nivel/assessments/texts"
)

// Desk is what lies on the page while it is built anew.
type Desk struct {
	path    string // of the file
	table   *office.Table
	mapping intake.Mapping
	preview *intake.Preview
	err     error // why the file cannot be read
	wrong   error // why its rows cannot be taken in as they are
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
	id    string // a file that is to be opened
	path  *widget.Entry
	said  *fyne.Container
	found *fyne.Container // columns, what rows become, the end
	below *fyne.Container // what rows become
	more  *fyne.Container // what earlier results need
	take  *widget.Button
}

// New builds the page on a desk; id is the path of a file that is opened at once.
func New(h screen.Host, desk *Desk, id string) *Screen {
	s := &Screen{h: h, w: h.Session().Words, desk: desk, id: id}
	desk.now = s
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
	if s.id != "" && s.id != s.desk.path && s.desk.done == nil {
		s.open(s.id)
	} else {
		s.look() // what is here may have changed since
	}
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
	s.open(path)
}

// pick asks for a file in a dialog.
func (s *Screen) pick() {
	screen.PickFile(s.h.Window(), []string{".xlsx", ".csv", ".txt", ".tsv"}, s.open)
}

// open reads a file and guesses what its columns are.
func (s *Screen) open(path string) {
	d := s.desk
	if d.busy {
		return
	}
	*d = Desk{path: path, now: s, turn: d.turn, busy: true}
	s.said.Objects = nil
	s.show()
	s.page.Relayout()
	terms := s.h.Session().Terms()
	var table *office.Table
	var guess intake.Mapping
	var err error
	s.h.Background(func() {
		if table, err = read(path); err == nil {
			guess = intake.Guess(table, terms)
		}
	}, func() {
		d.table, d.mapping, d.err, d.busy = table, guess, err, false
		d.now.show()
		d.now.page.Relayout()
		d.now.look()
	})
}

func read(path string) (*office.Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // it was only read
	return office.ReadTable(f)
}

// look asks what each row would become, and shows it.
func (s *Screen) look() {
	d := s.desk
	if d.table == nil || d.busy {
		return
	}
	d.turn++
	turn := d.turn
	job, err := s.h.Session().Look(d.table, d.mapping)
	if err != nil {
		d.preview, d.wrong = nil, err
		s.rows()
		return
	}
	var p *intake.Preview
	s.h.Background(func() { p, err = job() }, func() {
		if turn != d.turn {
			return
		}
		d.preview, d.wrong = p, err
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
		d.wrong = err
		s.rows()
		s.page.Relayout()
		return
	}
	d.busy = true
	s.take.SetDisabled(true)
	s.h.Background(func() { err = job() }, func() {
		d.busy = false
		if err == nil {
			*d = Desk{path: d.path, done: d.preview.Counts(), now: d.now, turn: d.turn}
			err = s.h.Session().Refresh()
		}
		d.wrong = err
		s.h.Reload() // the sidebar counts firms
	})
}
