package app_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/screen/visit"
	"nivel/assessments"
)

// owned lets the owner and a colleague answer: a don't-know, a difference, and the rest at one level.
func (p *program) owned() (unknown, differing string) {
	p.t.Helper()
	se := p.session
	c := se.Company
	c.Name, c.Contact, c.Place = "Muebles Ana", "Ana", "Yecla"
	se.PutCompany(c)
	var ladders []string
	for _, q := range se.Pack.Model.Asked() {
		if q.Kind == assessments.Ladder {
			ladders = append(ladders, q.ID)
			se.Answer(q.ID, assessments.Answer{Value: assessments.AtLevel(2), Relevance: assessments.RelevanceHigh})
		}
	}
	unknown, differing = ladders[2], ladders[4]
	se.Answer(unknown, assessments.Answer{Value: assessments.DontKnowValue})
	se.SetRespondent(assessments.Colleague)
	se.Answer(differing, assessments.Answer{Value: assessments.AtLevel(4)})
	se.SetRespondent(assessments.Owner)
	se.SetAdvising(true)
	p.Go(screen.Route{Page: screen.Home})
	return unknown, differing
}

// only is the one question that a page of the way shows.
func (p *program) shows(id string) bool {
	return p.says(p.session.Pack.Words[p.session.Words.Language].Questions[id].Text)
}

// A whole visit by the keyboard alone: prepared, questions taken over and answered anew, left and come
// back to, closed with a step and a date; the next start finds all of it.
func TestVisitByKeys(t *testing.T) {
	for _, size := range []fyne.Size{wide, compact} {
		p := start(t, t.TempDir(), "es", size)
		unknown, differing := p.owned()
		w, se := p.session.Words, p.session
		p.on(w.T("visit.home"))
		p.press(fyne.KeyReturn)
		if !p.says(w.N("visit.check", len(se.Clarify()))) || !p.says(w.T("visit.answered.who", "who", w.T("respondent.colleague"), "n", 1, "total", len(se.Pack.Model.Asked()))) {
			t.Fatalf("prepared is %q", p.texts())
		}
		fields := p.entries()
		if fields[1].Text != "Yecla" || fields[4].Text != "Ana" {
			t.Fatalf("proposed are %q, %q", fields[1].Text, fields[4].Text)
		}
		p.window.Canvas().Focus(fields[2])
		p.write("x")
		if !p.says(w.T("fault.number-form", "value", "x")) {
			t.Errorf("no fault in %q", p.texts())
		}
		p.press(fyne.KeyBackspace)
		p.write("60")
		p.window.Canvas().Focus(fields[6])
		p.write("Luis")
		p.on(w.T("visit.people.add"))
		p.press(fyne.KeySpace)
		p.write("Pedro")
		p.window.Canvas().Unfocus()
		p.press(fyne.KeyReturn)
		if p.Route() != (screen.Route{Page: screen.Visit, ID: "way"}) || !p.shows(unknown) || !p.says(w.N("visit.time", 60)) {
			t.Fatalf("on %+v: %q", p.Route(), p.texts())
		}
		// The owner does not know: the advisor answers, with a reason, and both agree.
		p.write("3")
		p.window.Canvas().Focus(p.entries()[0])
		p.write("visto en el taller")
		p.window.Canvas().Unfocus()
		p.press(fyne.KeyReturn)
		if a := se.Answers[unknown]; a.Value.Level != 3 || a.Note != "visto en el taller" {
			t.Fatalf("validated is %+v", a)
		}
		agreed := se.Latest()[assessments.Agreed][unknown]
		if agreed.By != "Ana (Dirección), Luis (Asesoría), Pedro" || se.Latest()[assessments.Advisor][unknown].Answer.Value.Level != 3 {
			t.Fatalf("agreed by %q", agreed.By)
		}
		// Two of the firm differ: the key for "as they said" goes to the two, Return takes one.
		if !p.shows(differing) || !p.says(w.T("visit.said.differ")) {
			t.Fatalf("next is %q", p.texts())
		}
		p.write("v")
		if _, there := se.Latest()[assessments.Advisor][differing]; there {
			t.Fatal("one of two was taken without a choice")
		}
		p.press(fyne.KeyTab, fyne.KeyReturn)
		if se.Answers[differing].Value.Level != 4 {
			t.Fatalf("taken is %+v", se.Answers[differing])
		}
		// The rest of the path, in order: as they said, the advisor alone, skipped.
		var rest []string
		for _, q := range se.Pack.Model.Asked() {
			if q.ID != unknown && q.ID != differing {
				rest = append(rest, q.ID)
			}
		}
		if !p.shows(rest[0]) {
			t.Fatalf("then comes %q", p.texts())
		}
		p.write("v")
		if r := se.Latest()[assessments.Advisor][rest[0]]; r.Answer.Value.Level != 2 || se.Latest()[assessments.Agreed][rest[0]].By == "" {
			t.Fatalf("as they said: %+v", r)
		}
		p.undo()
		if r := se.Latest()[assessments.Advisor][rest[0]]; !r.Answer.Empty() || !se.Latest()[assessments.Agreed][rest[0]].Answer.Empty() {
			t.Fatalf("undone: %+v", r)
		}
		p.redo()
		if se.Latest()[assessments.Agreed][rest[0]].Answer.Value.Level != 2 {
			t.Fatal("not done again")
		}
		p.write("1")
		p.on(w.T("visit.alone"))
		p.press(fyne.KeySpace)
		if a := se.Answers[rest[1]]; a.Value.Standing != assessments.Unanswered {
			t.Fatalf("without agreement %+v counts", a)
		}
		p.press(fyne.KeyRight) // skipped
		if !p.shows(rest[3]) {
			t.Fatalf("skipped to %q", p.texts())
		}
		p.press(fyne.KeyEscape)
		if p.Route().ID != "" || !p.says(w.T("visit.going")) {
			t.Fatalf("left to %+v", p.Route())
		}
		p.again("es")
		se = p.session
		p.Go(screen.Route{Page: screen.Visit})
		p.press(fyne.KeyReturn)
		if !p.shows(rest[3]) {
			t.Fatalf("come back to %q", p.texts())
		}
		p.Go(screen.Route{Page: screen.Visit, ID: "close"})
		p.write("Se enseñó el taller.")
		step := se.Advice().Next[1].Action.ID
		p.on(screen.ActionTitle(se, step))
		p.press(fyne.KeySpace)
		p.on(w.T("rounds.next.half"))
		p.press(fyne.KeySpace)
		if f := p.faults(); len(f) > 0 {
			t.Error(f)
		}
		p.window.Canvas().Unfocus()
		p.press(fyne.KeyReturn)
		if !p.says(screen.ActionTitle(se, step)) || !p.says("Pedro") || !p.says("Se enseñó el taller.") {
			t.Fatalf("on %+v: %q", p.Route(), p.texts())
		}
		p.again("es")
		se = p.session
		all, err := se.Visits()
		if err != nil || len(all) != 1 {
			t.Fatalf("%v: %+v", err, all)
		}
		v := all[0]
		if v.ClosedAt.IsZero() || v.Minutes != 60 || v.Place != "Yecla" || len(v.People) != 3 || len(v.Agreed) != 1 || v.Agreed[0] != step || v.Note != "Se enseñó el taller." || v.AssessmentID != se.Assessment.ID {
			t.Errorf("kept is %+v", v)
		}
		if _, there := se.Planned(step); !there || se.Assessment.NextAt != se.Now().AddDate(0, 6, 0).Format(time.DateOnly) {
			t.Errorf("the plan is %+v, the next round %q", se.Plan(), se.Assessment.NextAt)
		}
		if se.Answers[unknown].Value.Level != 3 || se.Answers[rest[0]].Value.Level != 2 {
			t.Error("the validated answers are gone")
		}
		p.Go(screen.Route{Page: screen.Visit})
		p.push("visit.look")
		if p.Route().ID != v.ID {
			t.Errorf("on %+v", p.Route())
		}
		for key, to := range map[string]screen.Route{"visit.letter": {Page: screen.Report, ID: screen.FirmLetter}, "visit.hand": {Page: screen.HandOver}, "visit.report": {Page: screen.Report}} {
			p.Go(screen.Route{Page: screen.Visit, ID: v.ID})
			p.push(key)
			if p.Route() != to {
				t.Errorf("%s leads to %+v", key, p.Route())
			}
		}
	}
}

// An owner on his own sees no visit.
func TestOwnerSeesNoVisit(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.session.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(1)})
	p.Go(screen.Route{Page: screen.Home})
	if len(p.buttons(p.session.Words.T("visit.home"))) > 0 {
		t.Error("it is offered")
	}
}

// The remaining time is said calmly, whatever the clock says.
func TestVisitTime(t *testing.T) {
	w := words()["es"]
	begun := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	since := w.T("visit.since", "time", "09:00")
	for _, c := range []struct {
		minutes int
		after   time.Duration
		want    string
	}{{60, 0, w.N("visit.time", 60) + " " + since}, {60, 59*time.Minute + 59*time.Second, w.N("visit.time", 1) + " " + since}, {60, time.Hour, w.T("visit.over") + " " + since},
		{0, time.Hour, since}, {60, 30 * time.Hour, w.T("visit.since.day", "date", w.Date(begun))}, {60, -time.Hour, w.T("visit.since.day", "date", w.Date(begun))}} {
		if got := visit.Left(w, assessments.Visit{Minutes: c.minutes, StartedAt: begun}, begun.Add(c.after)); got != c.want {
			t.Errorf("%d minutes after %v: %q, not %q", c.minutes, c.after, got, c.want)
		}
	}
}

// The pages of a visit stand whole with everything in them.
func TestVisitIsWhole(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		for _, room := range []struct {
			size    fyne.Size
			percent int
		}{{wide, 100}, {wide, 200}, {compact, 100}, {small, 200}} {
			p := start(t, t.TempDir(), lang, room.size)
			p.Look(func(l *screen.Look) { l.Percent = room.percent })
			p.owned()
			look := func(name string) {
				for _, f := range p.faults() {
					t.Errorf("%s %v %d, %s: %s", lang, room.size, room.percent, name, f)
				}
			}
			look("home")
			p.Go(screen.Route{Page: screen.Visit})
			p.entries()[2].SetText("-3")
			look("prepare")
			p.entries()[2].SetText("90")
			p.entries()[6].SetText(strings.Repeat("Luis ", 8))
			p.window.Canvas().Unfocus()
			p.press(fyne.KeyReturn)
			for range 6 {
				look("way")
				p.write("v")
				p.press(fyne.KeyRight)
			}
			p.press(fyne.KeyLeft)
			look("validated")
			for range p.session.Pack.Model.Asked() {
				p.press(fyne.KeyRight)
				look("way")
			}
			if !p.says(p.session.Words.T("visit.end")) {
				t.Fatalf("the way ends with %q", p.texts())
			}
			p.Go(screen.Route{Page: screen.Visit})
			look("going")
			p.Go(screen.Route{Page: screen.Visit, ID: "close"})
			p.entries()[0].SetText(strings.Repeat("Una nota larga. ", 30))
			p.push("rounds.next.year")
			for _, o := range p.session.Advice().Next {
				p.on(screen.ActionTitle(p.session, o.Action.ID))
				p.press(fyne.KeySpace)
			}
			look("close")
			p.window.Canvas().Unfocus()
			p.press(fyne.KeyReturn)
			look("record")
			p.Go(screen.Route{Page: screen.Visit})
			look("earlier")
		}
	}
}

// photo writes a picture of that many pixels, in one of the ways that people have them.
func photo(t *testing.T, name string, width, height int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * 7)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Pictures of an answer: added by a typed path and by dropping, refused with a sentence, looked at,
// given a caption, left out of the report, removed; by keyboard, and in the database.
func TestEvidenceOfAnAnswer(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		p := start(t, t.TempDir(), lang, wide)
		p.owned()
		w, se := p.session.Words, p.session
		id := se.Pack.Model.Asked()[0].ID
		for _, route := range []screen.Route{{Page: screen.Interview, ID: id}, {Page: screen.Visit}} {
			p.Go(route)
			if route.Page == screen.Visit {
				p.window.Canvas().Unfocus()
				p.press(fyne.KeyReturn)
				id = p.onWay()
			}
			p.on(w.T("evidence.add"))
			p.press(fyne.KeySpace)
			entry := p.entries()[len(p.entries())-1]
			p.window.Canvas().Focus(entry)
			p.write(photo(t, "hoja.png", 2000, 900))
			p.press(fyne.KeyReturn)
			bad := filepath.Join(t.TempDir(), "nota.txt")
			if err := os.WriteFile(bad, []byte("no es una foto"), 0o600); err != nil {
				t.Fatal(err)
			}
			p.dropped(bad, filepath.Join(t.TempDir(), "nada.jpg"), photo(t, "pantalla.png", 300, 400))
			for _, said := range []string{w.T("evidence.refused", "file", "nota.txt"), w.T("fault.picture-text"), w.T("evidence.nofile", "file", "nada.jpg")} {
				if !p.says(said) {
					t.Errorf("%+v: no %q in %q", route, said, p.texts())
				}
			}
			all, err := se.EvidenceOf(id)
			if err != nil || len(all) != 2 || all[0].Width != assessments.EvidenceEdge || !all[1].InReport || all[1].Height != 400 {
				t.Fatalf("%v: %d kept", err, len(all))
			}
			if f := p.faults(); len(f) > 0 {
				t.Error(f)
			}
			p.on(w.T("evidence.look"))
			p.press(fyne.KeySpace)
			if f := p.faults(); len(f) > 0 {
				t.Error(f)
			}
			p.window.Canvas().Focus(p.entries()[len(p.entries())-1])
			p.write("La hoja de corte")
			p.press(fyne.KeyTab)
			p.write(" ") // takes it out of the report
			p.on(w.T("evidence.save"))
			p.press(fyne.KeySpace)
			all, _ = se.EvidenceOf(id)
			if all[0].Caption != "La hoja de corte" || all[0].InReport || !p.says("La hoja de corte") || !p.says(w.T("evidence.out")) {
				t.Errorf("changed is %q, in the report %v", all[0].Caption, all[0].InReport)
			}
			p.on(w.T("evidence.look"))
			p.press(fyne.KeySpace)
			p.on(w.T("evidence.remove"))
			p.press(fyne.KeySpace)
			if kept, _ := se.EvidenceOf(id); len(kept) != 2 {
				t.Fatal("one press removes it")
			}
			p.press(fyne.KeySpace)
			p.again(lang)
			se = p.session
			if kept, _ := se.EvidenceOf(id); len(kept) != 1 || kept[0].Height != 400 {
				t.Errorf("left are %d", len(kept))
			}
		}
	}
}

// onWay is the question of the way that is shown.
func (p *program) onWay() string {
	for _, q := range p.session.Pack.Model.Asked() {
		if p.shows(q.ID) {
			return q.ID
		}
	}
	p.t.Fatalf("no question in %q", p.texts())
	return ""
}

// dropped drops files on the page.
func (p *program) dropped(paths ...string) {
	p.t.Helper()
	d, ok := p.Screen().(screen.Dropped)
	if !ok {
		p.t.Fatalf("%+v takes no files", p.Route())
	}
	d.Dropped(paths)
}

// Without the advisor's side there is no evidence on the page of a question, and dropping does nothing.
func TestOwnerSeesNoEvidence(t *testing.T) {
	p := start(t, t.TempDir(), "es", wide)
	p.press(fyne.KeyReturn)
	p.dropped(photo(t, "hoja.png", 20, 20))
	if all, _ := p.session.EvidenceOf(p.question().ID); len(all) > 0 || len(p.buttons(p.session.Words.T("evidence.add"))) > 0 {
		t.Error("an owner sees it")
	}
}
