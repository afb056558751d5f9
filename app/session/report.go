package session

import (
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/report"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
)

// Report is what a report of that language and those parts says today. It waits for what is being
// written, because earlier rounds and evidence are read from the disk.
func (s *Session) Report(lang string, sections report.Sections, grey bool) (*report.Report, error) {
	in := s.ReportInput(lang, sections, grey)
	all, err := s.History()
	if err != nil {
		return nil, err
	}
	if in.Finished, err = s.Finished(); err != nil {
		return nil, err
	}
	if in.Evidence, err = s.evidence(sections); err != nil {
		return nil, err
	}
	for _, r := range all { // what came after this one is not its history
		in.Rounds = append(in.Rounds, r)
		if r.Assessment.ID == s.Assessment.ID {
			return report.Build(in), nil
		}
	}
	in.Rounds = nil // this one has nothing yet, or its questionnaire has gone
	return report.Build(in), nil
}

// History is Rounds as the report knows them.
func (s *Session) History() ([]report.Round, error) {
	all, err := s.Rounds()
	out := make([]report.Round, 0, len(all))
	for _, r := range all {
		out = append(out, report.Round(r))
	}
	return out, err
}

// ReportInput is what a report is built from, without what is on the disk alone: earlier rounds
// and evidence.
func (s *Session) ReportInput(lang string, sections report.Sections, grey bool) report.Input {
	library := s.Complete()
	weighted := &content.Pack{Model: *s.full.Model.Weighted(s.Assessment.WeightOverrides), Words: s.full.Words}
	return report.Input{Library: library, Pack: weighted, Variant: s.Variant(), Path: s.Scope().Path, Words: s.In(lang), Company: s.Firm(), Answers: s.Answers,
		Targets: s.Assessment.Targets, Decisions: s.Decisions, Day: s.ReportDay(), Grey: grey, Sections: sections, Plan: s.Plan(), Now: s.now(), Ratings: s.Ratings(), Next: s.Assessment.NextAt}
}

// evidence are the pictures that a report of those parts shows.
func (s *Session) evidence(sections report.Sections) ([]assessments.Evidence, error) {
	if sections != 0 && sections&report.WithEvidence == 0 {
		return nil, nil
	}
	all, err := s.store.Evidence(ctx(), s.Assessment.ID)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(e assessments.Evidence) bool { return !e.InReport })
	for i := range all {
		if all[i].Picture, err = s.store.EvidencePicture(ctx(), all[i].ID); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// shows says whether there is a picture for the report.
func (s *Session) shows() bool {
	all, err := s.store.Evidence(ctx(), s.Assessment.ID)
	return err == nil && slices.ContainsFunc(all, func(e assessments.Evidence) bool { return e.InReport })
}

// Letter is the letter to the firm about the last visit, or about its result where there was none.
func (s *Session) Letter(lang string, grey bool) (*report.Report, error) {
	all, err := s.Visits()
	if err != nil {
		return nil, err
	}
	in := s.ReportInput(lang, 0, grey)
	if len(all) == 0 {
		return report.LetterOf(in, nil), nil
	}
	return report.LetterOf(in, &all[0]), nil
}

// ReportDay is the day of what the report says: of the last answer.
func (s *Session) ReportDay() time.Time {
	if s.LastAnswer.IsZero() {
		return s.now()
	}
	return s.LastAnswer
}

// Sections are the parts of a report about which there is something to say today.
func (s *Session) Sections() report.Sections {
	out := report.AllSections
	for part, there := range map[report.Sections]bool{report.WithPlan: len(s.plan) > 0, report.WithRounds: s.later(),
		report.WithDifferences: len(s.Voices()) > 1 && len(s.Differences()) > 0, report.WithClarify: len(s.Clarify()) > 0,
		report.WithEvidence: s.shows()} {
		if !there {
			out &^= part
		}
	}
	return out
}

// Before is the name of the round before the one that is shown, and where the overall figure stood
// then; nil where there is none, or where it was not asked the same.
func (s *Session) Before() (name string, f *scoring.Figure) {
	all, err := s.History()
	all = slices.DeleteFunc(all, func(r report.Round) bool { return r.Model.ID != s.full.Model.ID })
	at := slices.IndexFunc(all, func(r report.Round) bool { return r.Assessment.ID == s.Assessment.ID })
	if err != nil || at < 1 {
		return "", nil
	}
	return report.RoundName(&all[at-1]), rounds.Before(all[at-1].Round, all[at].Round)[""]
}

// later says whether the firm has an earlier round of this questionnaire.
func (s *Session) later() bool {
	all, err := s.History()
	at := slices.IndexFunc(all, func(r report.Round) bool { return r.Assessment.ID == s.Assessment.ID })
	return err == nil && at > 0 && slices.ContainsFunc(all[:at], func(r report.Round) bool { return r.Model.ID == s.full.Model.ID })
}
