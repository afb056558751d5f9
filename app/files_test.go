package app_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/screen/takein"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/sqlite"
)

// answered gives the firm a name and some answers.
func answered(p *program, name string) {
	c := p.session.Company
	c.Name, c.Place = name, "Yecla"
	p.session.PutCompany(c)
	for i, q := range p.session.Pack.Model.Asked()[:6] {
		if q.Kind == assessments.Ladder {
			p.session.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(1 + i%3)})
		}
	}
	p.settle()
}

// ladders are the first questions that are answered by a level.
func ladders(p *program, n int) []string {
	var out []string
	for _, q := range p.session.Pack.Model.Asked() {
		if q.Kind == assessments.Ladder && len(out) < n {
			out = append(out, q.ID)
		}
	}
	return out
}

// body is everything about a firm, as bytes.
func (p *program) body(id string) []byte {
	p.t.Helper()
	d, err := p.dossier(id)
	if err != nil {
		p.t.Fatal(err)
	}
	data, err := dossier.Body(d)
	if err != nil {
		p.t.Fatal(err)
	}
	return data
}

// file writes the firm's file.
func (p *program) file(path, passphrase string) {
	p.t.Helper()
	d, err := p.dossier(p.session.Company.ID)
	if err == nil {
		err = dossier.WriteFile(path, d, passphrase)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// choice presses Tab until the focus is on a choice with that option.
func (p *program) choice(option string) *widget.Segmented {
	p.t.Helper()
	return p.reached(func(f fyne.Focusable) bool {
		s, ok := f.(*widget.Segmented)
		return ok && strings.Contains(strings.Join(s.Options, "|"), option)
	}).(*widget.Segmented)
}

// log is the local log of the folder.
func (p *program) log() []assessments.LogEntry {
	p.t.Helper()
	if err := p.session.Close(); err != nil {
		p.t.Fatal(err)
	}
	store, err := sqlite.Open(p.folder)
	if err != nil {
		p.t.Fatal(err)
	}
	all, err := store.Logged(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		p.t.Fatal(err)
	}
	p.open(p.session.Words.Language)
	return all
}

// The pages stand whole in every room and language, with much on them.
func TestFilesPagesAreWhole(t *testing.T) {
	locked := filepath.Join(t.TempDir(), "locked.nivel")
	if err := dossier.WriteFile(locked, assessments.Dossier{Company: assessments.Company{ID: "0198c3a0-0000-7000-8000-000000000001", CreatedAt: time.Now()}}, "karen-dilon-tolin"); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"es", "en"} {
		for _, room := range []struct {
			size    fyne.Size
			percent int
		}{{wide, 100}, {wide, 200}, {compact, 100}, {small, 200}} {
			p := start(t, t.TempDir(), lang, room.size)
			p.session.SetAdvising(true)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.Sample(true)
			fill(t, p)
			path := filepath.Join(t.TempDir(), "muestra de una empresa con un nombre largo.nivel")
			p.file(path, "")
			d, err := p.dossier(p.session.Company.ID)
			if err != nil {
				t.Fatal(err)
			}
			differing(&d, ladders(p, 3))
			if err := dossier.WriteFile(path, d, ""); err != nil {
				t.Fatal(err)
			}
			for i := range p.session.Pack.Model.Questions {
				if q := &p.session.Pack.Model.Questions[i]; q.Kind == assessments.Ladder {
					p.session.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(4), Note: "lo vimos en la visita"})
				}
			}
			p.settle()
			check := func(what string) {
				t.Helper()
				for _, f := range p.faults() {
					t.Errorf("%s %v %d, %s: %s", lang, room.size, room.percent, what, f)
				}
			}
			p.Go(screen.Route{Page: screen.HandOver})
			check("hand over")
			folder := t.TempDir()
			for i := range 3 {
				p.choice(p.session.Words.T("handover.mode.open")).Select(i)
				all := p.entries()
				all[len(all)-1].SetText(filepath.Join(folder, "muestra.nivel"))
				if i > 0 || room.size == small { // encrypting takes its time
					p.push("handover.save")
				}
				check("hand over, protected otherwise")
			}
			p.choice(p.session.Words.T("handover.names.without")).Select(1)
			p.choice(p.session.Words.T("handover.form.json")).Select(1)
			check("hand over, JSON")
			p.Go(screen.Route{Page: screen.TakeIn})
			check("take in, empty")
			p.Go(screen.Route{Page: screen.TakeIn, ID: takein.Join([]string{path, locked})})
			if !p.says(p.session.Words.T("plan.field.owner")) || !p.says(p.session.Words.T("takein.field.answer")) {
				t.Errorf("no differences in %q", p.texts())
			}
			check("take in")
			p.push("takein.bring")
			check("taken in")
			p.Go(screen.Route{Page: screen.Delete})
			check("delete")
			p.Go(screen.Route{Page: screen.Settings})
			check("settings")
		}
	}
}

// differing changes something of each part, as another copy would have it.
func differing(d *assessments.Dossier, questions []string) {
	later := time.Now().Add(time.Hour).UTC()
	d.Company.Place, d.Company.People, d.Company.ChangedAt = "Jumilla", 99, later
	r := &d.Rounds[0]
	r.Assessment.NextAt, r.Assessment.ChangedAt = "2099-01-01", later
	for i := range r.Plan {
		r.Plan[i].Owner, r.Plan[i].Note, r.Plan[i].ChangedAt = "Begoña", strings.Repeat("una nota larga ", 10), later
	}
	for _, x := range slices.Clone(r.Ratings) {
		if !slices.Contains(questions, x.Question) {
			continue
		}
		x.ID, x.At = newID(x.ID), later
		x.Answer = assessments.Answer{Value: assessments.AtLevel(2)}
		r.Ratings = append(r.Ratings, x)
	}
}

// newID is another id of the same form.
func newID(id string) string {
	return id[:len(id)-1] + map[bool]string{true: "0", false: "1"}[id[len(id)-1] != '0']
}

// Deleting names what goes, asks for the name, and takes out that firm and no other.
func TestDelete(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	w := p.session.Words
	p.session.SetAdvising(true)
	answered(p, "Queda")
	stays := p.session.Company.ID
	var goes []string
	for _, name := range []string{"Se va", "", "Otra"} {
		if err := p.session.NewCompany(); err != nil {
			t.Fatal(err)
		}
		answered(p, name)
		goes = append(goes, p.session.Company.ID)
	}
	before := p.body(stays)
	p.Go(screen.Route{Page: screen.Delete, ID: goes[0]})
	if !p.says("Se va") || !p.says(w.N("cli.list.rounds", 1)) || !p.says(filepath.Join(p.folder, "backups")) {
		t.Fatalf("it says %q", p.texts())
	}
	button := w.N("erase.button", 1)
	p.entries()[0].SetText("Queda")
	p.on(button)
	p.press(fyne.KeySpace)
	if _, err := p.dossier(goes[0]); err != nil || !p.says(w.T("erase.ask.name.wrong", "word", "Se va")) {
		t.Fatalf("the wrong name: %v, %q", err, p.texts())
	}
	p.entries()[0].SetText(" se  VA ")
	p.press(fyne.KeyReturn)
	if _, err := p.dossier(goes[0]); err == nil || p.Route().Page != screen.Companies {
		t.Fatalf("it is there still (%v), on %v", err, p.Route())
	}
	p.Go(screen.Route{Page: screen.Delete, ID: strings.Join(goes[1:], "|")})
	p.entries()[0].SetText("BORRAR 2")
	p.press(fyne.KeyTab)
	p.on(w.N("erase.button", 2))
	p.press(fyne.KeyReturn)
	for _, id := range goes {
		if _, err := p.dossier(id); err == nil {
			t.Errorf("%s is there still", id)
		}
	}
	if !bytes.Equal(before, p.body(stays)) || p.session.Company.ID != stays {
		t.Errorf("another was touched; shown is %q", p.session.Company.Name)
	}
	p.session.SetAdvising(false)
	p.Go(screen.Route{Page: screen.Settings})
	if len(p.buttons(w.T("takein.settings.open"))) != 0 {
		t.Error("an owner on his own sees the files of firms")
	}
}
