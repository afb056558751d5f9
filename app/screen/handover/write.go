package handover

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/figure"
	"nivel/assessments/safefile"
)

func (s *Screen) ending() string {
	if s.desk.json {
		return ".json"
	}
	return dossier.Ending
}

// target asks where the file goes, or the folder of several.
func (s *Screen) target() {
	s.file = screen.NewTarget(s.h, s.ending(), func() {
		if !s.suggest {
			s.desk.path = s.file.Path.Text
		}
	})
	s.file.On(s.page)
	s.file.Path.OnSubmitted = func(string) { s.save() }
	s.button = widget.NewButton(widget.Next, "export", s.t("save"), "", s.save)
	s.button.Height = 44
	s.button.Disabled = s.desk.busy
	where := s.file.Field()
	if len(s.ids) > 1 {
		pick := widget.NewButton(widget.Secondary, "", s.w.T("save.folder"), "", func() {
			screen.PickFolder(s.h.Window(), s.file.Path.Text, s.file.Path.SetText)
		})
		where = widget.Column(6, widget.NewText(widget.TightBold, figure.Ink, s.t("many.where")), s.file.Path, widget.Wrap(10, 8, pick))
	}
	card := widget.Card(24, widget.Column(16, where, widget.Wrap(12, 8, s.button), s.file.Said))
	s.rest.Objects[len(s.rest.Objects)-1] = card
	s.rest.Refresh()
	s.propose()
}

// propose suggests name and folder, unless others were typed.
func (s *Screen) propose() {
	if !s.desk.counted || s.desk.err != nil {
		return
	}
	s.suggest = true
	defer func() { s.suggest = false }()
	switch path := s.desk.path; {
	case path == "" && len(s.ids) > 1:
		s.file.Path.SetText(screen.Documents())
	case path == "":
		s.file.Suggest(s.names()[0])
	case len(s.ids) > 1:
		s.file.Path.SetText(path)
	default:
		s.file.Path.SetText(strings.TrimSuffix(strings.TrimSuffix(path, ".json"), dossier.Ending) + s.ending())
	}
}

// names are those of the files, without folder and ending; that of one without names gives none away.
func (s *Screen) names() []string {
	var out []string
	taken := map[string]bool{}
	day := s.h.Session().Today()
	for i := range s.desk.firms {
		name := s.t("file", "firm", screen.FirmName(s.w, &s.desk.firms[i].Company), "date", day)
		if s.desk.nameless {
			name = s.t("file.nameless", "date", day)
		}
		name = screen.FileName(name)
		free := name
		for n := 2; taken[strings.ToLower(free)]; n++ {
			free = name + " (" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(free)] = true
		out = append(out, free)
	}
	return out
}

// paths are where the files go; where that cannot be, it says so and ok is false.
func (s *Screen) paths() (all []string, ok bool) {
	if len(s.ids) == 1 {
		path, ok := s.file.Take(func(file string) string { return s.t("exists", "file", file) })
		return []string{path}, ok
	}
	folder := strings.TrimSpace(s.file.Path.Text)
	if info, err := os.Stat(folder); folder == "" || !filepath.IsAbs(folder) || err != nil || !info.IsDir() {
		s.file.Say(widget.ToneWarn, "alert", s.w.T("save.nopath"), s.t("many.nofolder"))
		return nil, false
	}
	for _, name := range s.names() {
		path := filepath.Join(folder, name+s.ending())
		if _, err := os.Lstat(path); err == nil {
			s.file.Say(widget.ToneWarn, "alert", s.w.T("save.exists"), s.t("many.exists", "file", filepath.Base(path)))
			return nil, false
		}
		all = append(all, path)
	}
	return all, true
}

// job is one file after another.
type job struct {
	desk       *Desk
	ids, paths []string
	read       []func() (assessments.Dossier, error)
	passphrase string
	json       bool
	nameless   bool
}

// save writes what the page says.
func (s *Screen) save() {
	if s.desk.busy {
		return
	}
	passphrase, ok := s.passphrase()
	if !ok {
		return
	}
	paths, ok := s.paths()
	if !ok {
		return
	}
	j := &job{desk: s.desk, ids: s.ids, paths: paths, passphrase: passphrase, json: s.desk.json, nameless: s.desk.nameless}
	for _, id := range s.ids {
		read, err := s.h.Session().Reading(id)
		if err != nil {
			s.file.Failed(paths[0], err, s.t("failed"), s.w.Fault(err))
			return
		}
		j.read = append(j.read, read)
	}
	s.desk.busy = true
	s.button.SetDisabled(true)
	j.next(0)
}

// next writes the i-th file and all after it.
func (j *job) next(i int) {
	s := j.desk.now
	if i == len(j.paths) {
		s.finish()
		s.done(j)
		return
	}
	s.file.Say(widget.ToneBlue, "clock", s.t("writing"), s.t("writing.text", "n", i+1, "total", len(j.paths), "file", filepath.Base(j.paths[i])))
	var err error
	s.h.Background(func() { err = j.write(i) }, func() {
		s := j.desk.now
		if err != nil {
			s.finish()
			s.failed(j.paths[i], i, err)
			return
		}
		s.h.Session().HandedOver(j.ids[i])
		j.next(i + 1)
	})
}

func (s *Screen) finish() {
	s.desk.busy = false
	s.button.SetDisabled(false)
}

func (j *job) write(i int) error {
	d, err := j.read[i]()
	if err != nil {
		return err
	}
	path := j.paths[i]
	switch {
	case j.json:
		body := dossier.Body
		if j.nameless {
			body = dossier.NamelessBody
		}
		data, err := body(d)
		if err != nil {
			return err
		}
		return safefile.WriteFile(path, data, 0o600)
	case j.nameless:
		return dossier.WriteNameless(path, d, j.passphrase)
	}
	return dossier.WriteFile(path, d, j.passphrase)
}

// failed says why a file is not written, and how many are.
func (s *Screen) failed(path string, before int, err error) {
	title := s.t("failed")
	if before > 0 {
		title = s.w.N("handover.failed.after", before)
	}
	other := s.t("failed.other", "reason", err)
	var f *assessments.Fault
	if errors.As(err, &f) {
		other = s.w.Fault(err)
	}
	s.file.Failed(path, err, title, other)
}

// done says where the file is, and what is still to be done with the passphrase.
func (s *Screen) done(j *job) {
	path, title := j.paths[0], s.t("done")
	folder := filepath.Dir(path)
	if len(j.paths) > 1 {
		path, title = folder, s.w.N("handover.done.many", len(j.paths))
	}
	show := widget.NewButton(widget.Secondary, "", s.t("folder"), "", func() {
		if err := s.h.OpenFile(folder); err != nil {
			s.file.Say(widget.ToneWarn, "alert", s.w.T("save.noviewer"), s.t("folder.none", "folder", folder))
		}
	})
	s.file.Done(path, title, show)
	if j.passphrase != "" {
		s.file.Said.Objects = append(s.file.Said.Objects, fyne.CanvasObject(widget.NewText(widget.Body, figure.Ink, s.t("done.passphrase"))))
		s.page.Relayout()
		s.page.Scroll.ScrollToBottom()
	}
}
