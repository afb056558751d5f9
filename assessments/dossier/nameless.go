package dossier

import (
	"crypto/sha256"
	"fmt"

	"nivel/assessments"
)

// Nameless is the dossier without the names of firm and persons, free texts and pictures, and with ids
// that do not lead back. What is left is listed in docs/dossier-format.md, and may tell somebody who
// knows the trade which firm it is.
func Nameless(d assessments.Dossier) assessments.Dossier {
	d = Canonical(d)
	c := &d.Company
	c.ID, c.Name, c.Place, c.Contact, c.Tags = veiled(c.ID), "", "", "", nil
	d.Consents = mapped(d.Consents, func(x *assessments.Consent) { x.By = "" })
	d.Earlier = mapped(d.Earlier, func(x *assessments.Earlier) { x.ID, x.Source = veiled(x.ID), "" })
	d.Visits = mapped(d.Visits, func(x *assessments.Visit) {
		x.ID, x.AssessmentID, x.Place, x.People, x.Note = veiled(x.ID), veiled(x.AssessmentID), "", nil, ""
	})
	d.Rounds = mapped(d.Rounds, func(r *assessments.DossierRound) {
		r.Assessment.ID, r.Assessment.Position, r.Evidence = veiled(r.Assessment.ID), "", nil
		r.Ratings = mapped(r.Ratings, func(x *assessments.Rating) {
			x.ID, x.Undoes, x.By, x.Answer.Note = veiled(x.ID), veiled(x.Undoes), "", ""
		})
		r.Decisions = mapped(r.Decisions, func(x *assessments.Decision) { x.Reason = "" })
		r.Plan = mapped(r.Plan, func(p *assessments.PlanItem) {
			p.ID, p.Owner, p.Funding, p.Sign, p.Hurdle, p.Note = veiled(p.ID), "", "", "", "", ""
		})
	})
	return Canonical(d)
}

// NamelessBody is Body of a dossier without names.
func NamelessBody(d assessments.Dossier) ([]byte, error) {
	return body(&document{version: Format, nameless: true, dossier: Nameless(d)})
}

// WriteNameless is WriteFile of a dossier without names.
func WriteNameless(path string, d assessments.Dossier, passphrase string) error {
	data, err := NamelessBody(d)
	if err != nil {
		return err
	}
	return writeFile(path, data, passphrase)
}

// veiled is the id that stands for another one outside.
func veiled(id string) string {
	if id == "" {
		return ""
	}
	return derived("nivel nameless 1", id)
}

// derived is a UUID of version 8 that the same parts give each time.
func derived(purpose string, parts ...string) string {
	h := sha256.New()
	h.Write([]byte(purpose))
	for _, p := range parts {
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	u := h.Sum(nil)[:16]
	u[6], u[8] = u[6]&0x0f|0x80, u[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
