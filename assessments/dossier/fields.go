package dossier

import "nivel/assessments"

// document is the body of a file.
type document struct {
	version  int
	nameless bool
	dossier  assessments.Dossier
}

func (d *document) fields() []field {
	x := &d.dossier
	return []field{
		needed(whole("dossier", &d.version, Format)),
		yes("nameless", &d.nameless),
		needed(ownLine(object("company", never, func() []field { return companyFields(&x.Company) }))),
		ownLine(list("consents", &x.Consents, ConsentLimit, consentFields)),
		ownLine(list("earlier", &x.Earlier, EarlierLimit, earlierFields)),
		ownLine(list("visits", &x.Visits, VisitLimit, visitFields)),
		ownLine(list("rounds", &x.Rounds, RoundLimit, roundFields)),
	}
}

// ownLine keeps the parts of the whole apart, for people who look into a file.
func ownLine(f field) field {
	f.apart = true
	return f
}

func never() bool { return false }

func companyFields(c *assessments.Company) []field {
	f := &c.Figures
	return []field{
		needed(uuid("id", &c.ID)),
		line("name", &c.Name),
		line("place", &c.Place),
		nace("nace", &c.NACE),
		whole("people", &c.People, mostPeople),
		line("contact", &c.Contact),
		object("figures", func() bool { return *f == assessments.Figures{} }, func() []field {
			return []field{
				whole("hourly_cost", &f.HourlyCost, mostFigure),
				whole("orders", &f.Orders, mostFigure),
				whole("quotes", &f.Quotes, mostFigure),
				whole("material", &f.Material, mostFigure),
				whole("energy", &f.Energy, mostFigure),
				whole("machines", &f.Machines, mostFigure),
				whole("computers", &f.Computers, mostFigure),
			}
		}),
		yes("sample", &c.Sample),
		lines("tags", &c.Tags, TagLimit),
		moment("created", &c.CreatedAt),
		moment("changed", &c.ChangedAt),
	}
}

func consentFields(c *assessments.Consent) []field {
	return []field{
		needed(word("kind", &c.Kind, assessments.ConsentKinds...)),
		yes("given", &c.Given),
		line("by", &c.By),
		moment("at", &c.At),
	}
}

func earlierFields(e *assessments.Earlier) []field {
	return []field{
		needed(uuid("id", &e.ID)),
		day("day", &e.Day),
		note("source", &e.Source),
		fraction("overall", &e.Overall, assessments.Top),
		fractions("scores", &e.Scores, assessments.Top),
	}
}

func visitFields(v *assessments.Visit) []field {
	return []field{
		needed(uuid("id", &v.ID)),
		uuid("round", &v.AssessmentID),
		needed(day("day", &v.Day)),
		line("place", &v.Place),
		list("people", &v.People, assessments.PeopleLimit, func(p *assessments.Present) []field {
			return []field{line("role", &p.Role), line("name", &p.Name)}
		}),
		whole("minutes", &v.Minutes, assessments.MinutesLimit),
		note("note", &v.Note),
		lines("agreed", &v.Agreed, WeightsLimit),
		moment("started", &v.StartedAt),
		moment("closed", &v.ClosedAt),
		moment("changed", &v.ChangedAt),
	}
}

func roundFields(r *assessments.DossierRound) []field {
	return append(assessmentFields(&r.Assessment),
		list("ratings", &r.Ratings, RatingLimit, ratingFields),
		list("decisions", &r.Decisions, DecisionLimit, decisionFields),
		list("plan", &r.Plan, ItemLimit, itemFields),
		list("evidence", &r.Evidence, PictureLimit, evidenceFields))
}

func assessmentFields(a *assessments.Assessment) []field {
	return []field{
		needed(uuid("id", &a.ID)),
		needed(line("model", &a.ModelID)),
		needed(line("version", &a.ModelVersion)),
		line("path", &a.Path),
		word("weights", &a.Weights, assessments.Standard, assessments.Variant),
		line("benchmarks", &a.Benchmarks),
		whole("number", &a.Round, mostRounds),
		moment("started", &a.StartedAt),
		line("position", &a.Position),
		levels("targets", &a.Targets),
		fractions("overrides", &a.WeightOverrides, assessments.WeightLimit),
		day("next", &a.NextAt),
		firm(a),
		moment("changed", &a.ChangedAt),
	}
}

// firm is what the firm was like; an empty object says something else than none.
func firm(a *assessments.Assessment) field {
	return object("firm", func() bool { return a.Firm == nil }, func() []field {
		if a.Firm == nil {
			a.Firm = &assessments.Snapshot{}
		}
		return []field{whole("people", &a.Firm.People, mostPeople), nace("nace", &a.Firm.NACE)}
	})
}

func ratingFields(r *assessments.Rating) []field {
	a := &r.Answer
	return []field{
		needed(uuid("id", &r.ID)),
		needed(line("question", &r.Question)),
		needed(word("respondent", &r.Respondent, assessments.Owner, assessments.Colleague, assessments.Advisor, assessments.Agreed)),
		text("by", &r.By, assessments.ByLimit, nil),
		moment("at", &r.At),
		value("value", &a.Value),
		named("relevance", &a.Relevance, assessments.Relevance.String, assessments.ParseRelevance),
		named("confidence", &a.Confidence, assessments.Confidence.String, assessments.ParseConfidence),
		note("note", &a.Note),
		yes("flag", &a.Flag),
		yes("carried", &r.Carried),
		uuid("undoes", &r.Undoes),
	}
}

func decisionFields(d *assessments.Decision) []field {
	return []field{
		needed(line("action", &d.Action)),
		word("kind", &d.Kind, assessments.Chosen, assessments.NotNow, assessments.Underway),
		note("reason", &d.Reason),
		moment("at", &d.At),
	}
}

func itemFields(p *assessments.PlanItem) []field {
	return []field{
		needed(uuid("id", &p.ID)),
		needed(line("action", &p.Action)),
		needed(word("phase", &p.Phase, assessments.Phases...)),
		text("owner", &p.Owner, assessments.OwnerLimit, nil),
		day("start", &p.Start),
		day("due", &p.Due),
		needed(word("status", &p.Status, assessments.Statuses...)),
		whole("planned", &p.CostPlanned, assessments.MoneyLimit),
		whole("spent", &p.CostSpent, assessments.MoneyLimit),
		text("funding", &p.Funding, assessments.PlanTextLimit, nil),
		text("sign", &p.Sign, assessments.PlanTextLimit, nil),
		text("note", &p.Note, assessments.PlanTextLimit, nil),
		text("hurdle", &p.Hurdle, assessments.PlanTextLimit, nil),
		moment("at", &p.At),
		moment("changed", &p.ChangedAt),
		moment("done", &p.DoneAt),
	}
}

func evidenceFields(e *assessments.Evidence) []field {
	return []field{
		needed(uuid("id", &e.ID)),
		needed(line("question", &e.Question)),
		text("caption", &e.Caption, assessments.CaptionLimit, nil),
		needed(whole("width", &e.Width, assessments.EvidenceEdge)),
		needed(whole("height", &e.Height, assessments.EvidenceEdge)),
		yes("in_report", &e.InReport),
		moment("at", &e.At),
		moment("changed", &e.ChangedAt),
		needed(picture("picture", &e.Picture, assessments.EvidenceBytes)),
		needed(picture("thumb", &e.Thumb, assessments.ThumbBytes)),
	}
}
