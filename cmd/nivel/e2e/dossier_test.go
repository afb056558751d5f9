//go:build e2e

package e2e

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

const passphrase = "una frase larga de prueba"

// TestDossierTravels takes an owner's firm to an advisor's laptop, through a visit with a picture, back
// as a file, and together with a colleague's copy that disagrees in three answers; what is in the files
// and in the database is compared with what was pressed.
func TestDossierTravels(t *testing.T) {
	b := contents()
	w := b.words["es"]
	ladders := everyLadder(b.model)
	home := t.TempDir()
	d := startX(t)

	// The owner answers on his own laptop and hands his firm over.
	owner := filepath.Join(home, "duena")
	p := d.start(spanish, owner)
	d.still("home")
	p.press("ctrl+2")
	p.at(b.model.Questions[0].ID)
	p.press(pathKeys(b.model)...)
	p.at("index")
	p.answered(ladders[len(ladders)-1], assessments.Answer{Value: assessments.AtLevel(1)})
	p.press("ctrl+7")
	p.focused(w.T("save.save"))
	p.choose(w.T("handover.own"))
	p.focused(w.T("handover.back"))
	p.tabTo(modes(w.T, 0))
	p.press("Right")
	p.focused(modes(w.T, 1))
	p.press("Tab")
	p.write(passphrase)
	p.press("Tab")
	p.write(passphrase)
	given := filepath.Join(home, "empresa.nivel")
	p.press("Tab", "ctrl+a")
	p.write(given)
	p.choose(w.T("handover.save"))
	travelled := reads(t, given, passphrase)
	if n := len(views.Latest(travelled.Rounds[0].Ratings)[assessments.Owner]); n < len(ladders) {
		t.Fatalf("%d answers travel", n)
	}
	p.quit()

	// An advisor opens the file by a double click, which names it on the command line.
	office := filepath.Join(home, "cluster")
	setting(t, office, "advisor", "true")
	p = d.startWith(spanish, office, given)
	d.still("locked")
	p.write(passphrase)
	p.press("Return")
	p.focused(w.T("takein.bring"))
	d.keep("new-firm", d.take())
	p.press("Return")
	p.saved("the firm that was taken in", func(k *kept) (bool, string) {
		return k.company.ID == travelled.Company.ID && len(k.ratings) == len(travelled.Rounds[0].Ratings), fmt.Sprintf("%s with %d ratings", k.company.ID, len(k.ratings))
	})

	// The visit: the first answers are as the owner said, one is not, and a picture shows it.
	colleague := copyOf(t, office, filepath.Join(home, "colega"))
	p.openFirm(w.T)
	p.choose(w.T("page.visit"))
	p.focused(w.T("visit.start"))
	p.press("Return")
	d.still("way")
	p.press("v")
	p.eventuallyRated(assessments.Agreed, 1)
	p.press("v")
	p.eventuallyRated(assessments.Agreed, 2)
	p.press("Right") // past a list
	p.focused("*widget.Ladder")
	p.press("4")
	d.still("another")
	p.choose(w.T("evidence.add"))
	p.focused(w.T("help.hide"))
	p.tabTo("*widget.Entry")
	p.write(picture4x3(t, home))
	p.choose(w.T("evidence.take"))
	p.saved("the picture", func(k *kept) (bool, string) { return len(evidenceOf(t, office)) == 1, "none" })
	d.keep("evidence", d.still("evidence"))
	p.choose(w.T("visit.agree"))
	p.eventuallyRated(assessments.Agreed, 3)
	p.quit()

	// A colleague has meanwhile answered three questions for the advisor otherwise, in a copy.
	disagreed := latest(t, office, assessments.Advisor)
	if len(disagreed) != 3 {
		t.Fatalf("the advisor has rated %v", disagreed)
	}
	other := rateAll(t, colleague, disagreed, home)

	// Both come together in the window: one stays, two are the colleague's.
	p = d.startWith(spanish, office, other)
	rules := w.T("takein.rule.newer") + " / " + w.T("takein.rule.mine") + " / " + w.T("takein.rule.advisor") + ": "
	p.focused(rules + w.T("takein.rule.newer"))
	d.keep("conflicts", d.still("conflicts"))
	sides := w.T("takein.choose.mine") + " / " + w.T("takein.choose.theirs") + ": "
	p.press("Tab")
	p.focused(sides + w.T("takein.choose.theirs")) // the colleague's is the newer
	p.press("Left")
	p.focused(sides + w.T("takein.choose.mine"))
	p.choose(w.T("takein.bring"))
	p.saved("both copies", func(k *kept) (bool, string) {
		n := len(views.Latest(k.ratings)[assessments.Advisor])
		same := 0
		for _, r := range views.Latest(k.ratings)[assessments.Advisor] {
			if r.Answer.Value.Equal(assessments.AtLevel(5)) {
				same++
			}
		}
		return n == 3 && same == 2, fmt.Sprintf("%d ratings of the advisor, %d of them the colleague's", n, same)
	})
	d.keep("together", d.still("together"))
	p.quit()
	if copies, err := filepath.Glob(filepath.Join(office, "backups", "*.db")); err != nil || len(copies) == 0 {
		t.Errorf("there is no copy of the database from before (%v)", err)
	}

	// Handed back, the owner has the agreed answers and the picture.
	back := dossierOf(t, office)
	path := filepath.Join(home, "devuelta.nivel")
	if err := dossier.WriteFile(path, back, passphrase); err != nil {
		t.Fatal(err)
	}
	p = d.startWith(spanish, owner, path)
	d.still("locked-again")
	p.write(passphrase)
	p.press("Return")
	p.focused(w.T("takein.bring"))
	p.press("Return")
	p.saved("the advisor's answers on the owner's laptop", func(k *kept) (bool, string) {
		return len(views.Latest(k.ratings)[assessments.Agreed]) >= 3 && len(k.ratings) == len(back.Rounds[0].Ratings), fmt.Sprint(len(k.ratings))
	})
	p.quit()
	if n := len(evidenceOf(t, owner)); n != 1 {
		t.Errorf("%d pictures came back", n)
	}
	for _, r := range travelled.Rounds[0].Ratings {
		found := false
		for _, x := range dossierOf(t, owner).Rounds[0].Ratings {
			found = found || x.ID == r.ID
		}
		if !found {
			t.Fatalf("rating %s was lost on the way", r.ID)
		}
	}
}

// modes are the ways to protect a file, with the one that is chosen.
func modes(t func(string, ...any) string, at int) string {
	names := []string{t("handover.mode.proposed"), t("handover.mode.typed"), t("handover.mode.open")}
	return names[0] + " / " + names[1] + " / " + names[2] + ": " + names[at]
}

// reads reads a dossier as soon as it has been written.
func reads(t *testing.T, path, secret string) assessments.Dossier {
	t.Helper()
	var f *dossier.File
	eventually(t, "the file "+path, func() (bool, string) {
		var err error
		f, err = dossier.ReadFile(path, dossier.Options{Passphrase: secret})
		return err == nil, fmt.Sprint(err)
	})
	return f.Dossier
}

// within opens a data folder that no program has open.
func within(t *testing.T, folder string, do func(context.Context, *sqlite.Store) error) {
	t.Helper()
	var store *sqlite.Store
	eventually(t, "the folder "+folder+" is free", func() (bool, string) {
		var err error
		store, err = sqlite.Open(folder)
		return err == nil, fmt.Sprint(err)
	})
	if err := errors.Join(do(t.Context(), store), store.Close()); err != nil {
		t.Fatal(err)
	}
}

func setting(t *testing.T, folder, key, value string) {
	t.Helper()
	within(t, folder, func(ctx context.Context, s *sqlite.Store) error { return s.PutSetting(ctx, key, value) })
}

// dossierOf is the only firm of a folder, from a copy of it.
func dossierOf(t *testing.T, folder string) (out assessments.Dossier) {
	t.Helper()
	within(t, copyOf(t, folder, t.TempDir()), func(ctx context.Context, s *sqlite.Store) error {
		firms, err := s.Companies(ctx)
		if err != nil || len(firms) != 1 {
			return fmt.Errorf("%d firms: %w", len(firms), err)
		}
		out, err = s.Dossier(ctx, firms[0].ID)
		return err
	})
	return out
}

func evidenceOf(t *testing.T, folder string) []assessments.Evidence {
	return dossierOf(t, folder).Rounds[0].Evidence
}

// latest are the questions that a respondent has rated.
func latest(t *testing.T, folder string, who assessments.Respondent) (ids []string) {
	for id := range views.Latest(dossierOf(t, folder).Rounds[0].Ratings)[who] {
		ids = append(ids, id)
	}
	return ids
}

// copyOf copies the database of a folder into another.
func copyOf(t *testing.T, folder, to string) string {
	t.Helper()
	if err := os.MkdirAll(to, 0o700); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the database is at rest", func() (bool, string) {
		_, err := os.Stat(filepath.Join(folder, database+"-journal"))
		return errors.Is(err, os.ErrNotExist), "a journal is there"
	})
	data, err := os.ReadFile(filepath.Join(folder, database))
	if err == nil {
		err = os.WriteFile(filepath.Join(to, database), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// rateAll gives the advisor's answer 5 to questions in a folder and writes its firm as a file.
func rateAll(t *testing.T, folder string, questions []string, to string) string {
	t.Helper()
	path := filepath.Join(to, "colega.nivel")
	within(t, folder, func(ctx context.Context, s *sqlite.Store) error {
		firms, err := s.Companies(ctx)
		if err != nil {
			return err
		}
		all, err := s.Assessments(ctx, firms[0].ID)
		if err != nil {
			return err
		}
		for i, id := range questions {
			err := s.Rate(ctx, assessments.Rating{ID: sqlite.NewID(), AssessmentID: all[0].ID, Question: id, Respondent: assessments.Advisor,
				At: time.Now().Add(time.Duration(i+1) * time.Minute).UTC().Round(0), Answer: assessments.Answer{Value: assessments.AtLevel(5)}})
			if err != nil {
				return err
			}
		}
		whole, err := s.Dossier(ctx, firms[0].ID)
		if err != nil {
			return err
		}
		return dossier.WriteFile(path, whole, "")
	})
	return path
}

// picture4x3 is the path of a photo.
func picture4x3(t *testing.T, folder string) string {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for x := range 640 {
		for y := range 480 {
			m.Set(x, y, color.RGBA{uint8(x / 3), uint8(y / 2), 90, 255})
		}
	}
	path := filepath.Join(folder, "foto.jpg")
	f, err := os.Create(path)
	if err == nil {
		err = errors.Join(jpeg.Encode(f, m, nil), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// openFirm leaves the page of files for the firm that was taken in.
func (p *program) openFirm(t func(string, ...any) string) {
	p.t.Helper()
	p.press("ctrl+1")
	p.d.still("home-of-firm")
}

// eventuallyRated waits until a respondent has that many answers.
func (p *program) eventuallyRated(who assessments.Respondent, n int) {
	p.t.Helper()
	p.saved("what "+string(who)+" says", func(k *kept) (bool, string) {
		have := len(views.Latest(k.ratings)[who])
		return have == n, fmt.Sprint(have)
	})
}
