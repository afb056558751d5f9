package dossier

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"maps"
	"slices"

	"nivel/assessments"
)

// check looks at what a table of fields cannot see: ids that stand twice, pictures, what belongs
// together, and whether the answers fit their questions. The error is a *Fault.
func check(d *assessments.Dossier, model func(id, version string) *assessments.Model) error {
	pictures := 0
	for i := range d.Rounds {
		pictures += len(d.Rounds[i].Evidence)
	}
	if pictures > PictureLimit {
		return assessments.NewFault("dossier-many", "place", "evidence", "limit", PictureLimit)
	}
	if err := checkIDs(d); err != nil {
		return err
	}
	for i := range d.Visits {
		if err := d.Visits[i].Check(); err != nil {
			return unfit(fmt.Sprintf("visits.%d", i), d.Visits[i].ID)
		}
	}
	for i := range d.Rounds {
		if err := checkRound(&d.Rounds[i], fmt.Sprintf("rounds.%d", i)); err != nil {
			return err
		}
	}
	if model == nil {
		return nil
	}
	for i := range d.Rounds {
		if err := checkModel(&d.Rounds[i], model); err != nil {
			return err
		}
	}
	return nil
}

func unfit(place, value string) error {
	return assessments.NewFault("dossier-value", "place", place, "value", brief(value))
}

// checkIDs refuses what the store would take for one thing and the file for two.
func checkIDs(d *assessments.Dossier) error {
	kinds := map[string]map[string]bool{}
	var twice error
	see := func(kind, id string) {
		if kinds[kind] == nil {
			kinds[kind] = map[string]bool{}
		}
		if kinds[kind][id] && twice == nil {
			twice = assessments.NewFault("dossier-twice", "id", id)
		}
		kinds[kind][id] = true
	}
	for i := range d.Earlier {
		see("earlier", d.Earlier[i].ID)
	}
	for i := range d.Visits {
		see("visit", d.Visits[i].ID)
	}
	for i := range d.Rounds {
		r := &d.Rounds[i]
		see("round", r.Assessment.ID)
		for j := range r.Ratings {
			see("rating", r.Ratings[j].ID)
		}
		for j := range r.Plan {
			see("item", r.Plan[j].ID)
		}
		for j := range r.Evidence {
			see("evidence", r.Evidence[j].ID)
		}
	}
	return twice
}

func checkRound(r *assessments.DossierRound, at string) error {
	for i := range r.Plan {
		p := &r.Plan[i]
		if err := p.Check(""); err != nil { // the first of all days: nothing lies before it
			return unfit(fmt.Sprintf("%s.plan.%d", at, i), p.ID)
		}
	}
	for i := range r.Evidence {
		e := &r.Evidence[i]
		whole, err := jpeg.DecodeConfig(bytes.NewReader(e.Picture))
		thumb, err2 := jpeg.DecodeConfig(bytes.NewReader(e.Thumb))
		if err != nil || err2 != nil || whole.Width != e.Width || whole.Height != e.Height ||
			max(whole.Width, whole.Height) > assessments.EvidenceEdge || max(thumb.Width, thumb.Height) > assessments.ThumbEdge {
			return assessments.NewFault("dossier-picture", "place", fmt.Sprintf("%s.evidence.%d", at, i))
		}
	}
	return nil
}

// checkModel holds a round against the questionnaire that it was answered with.
func checkModel(r *assessments.DossierRound, model func(id, version string) *assessments.Model) error {
	a := &r.Assessment
	m := model(a.ModelID, a.ModelVersion)
	if m == nil {
		return assessments.NewFault("dossier-model", "model", brief(a.ModelID), "version", brief(a.ModelVersion))
	}
	misfit := func(id string) error {
		return assessments.NewFault("dossier-answer", "question", brief(id), "model", a.ModelID, "version", a.ModelVersion)
	}
	questions := map[string]*assessments.Question{}
	for i := range r.Ratings {
		x := &r.Ratings[i]
		q, known := questions[x.Question]
		if !known {
			q = m.Question(x.Question)
			questions[x.Question] = q
		}
		if q == nil || x.Answer.Value.Fits(q) != nil {
			return misfit(x.Question)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.Targets)) {
		if m.Dimension(id) == nil && m.Question(id) == nil {
			return misfit(id)
		}
	}
	if len(a.WeightOverrides) > 0 && m.CheckWeights(a.WeightOverrides) != nil {
		return unfit("overrides", a.ID)
	}
	if a.Path != "" && !slices.Contains(m.Paths, a.Path) {
		return unfit("path", a.Path)
	}
	return nil
}
