package session

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Sector is the sector pack of the company's trade; empty where unknown, or until content is
// complete.
func (s *Session) Sector() string { return s.Library.Sector(s.Firm().NACE) }

// Firm is the company as it was when it answered what is shown: as it is today, unless an earlier
// round is open.
func (s *Session) Firm() assessments.Company { return s.Assessment.Then(s.Company) }

func (s *Session) size() assessments.SizeClass {
	c := s.Firm()
	return c.Size()
}

// Scope is the part of the model that is asked.
func (s *Session) Scope() assessments.Scope {
	path := s.Assessment.Path
	if paths := s.full.Model.Paths; !slices.Contains(paths, path) {
		path = paths[0]
	}
	return assessments.Scope{Path: path, Size: s.size(), Sector: s.Sector()}
}

// rescope works out what is asked, after a change of path, company or answers.
func (s *Session) rescope() {
	m := s.full.Model.Asking(s.Scope(), s.Answers).Weighted(s.Assessment.WeightOverrides)
	s.Pack = &content.Pack{Model: *m, Words: s.full.Words}
}

// Full is the whole questionnaire of the assessment's version.
func (s *Session) Full() *content.Pack { return s.full }

// SetPath goes over to another path; all answers are kept.
func (s *Session) SetPath(path string) {
	s.Assessment.Path = path
	s.rescope()
	s.keepAssessment()
}

// Contradictions are the pairs of answers of who answers now that do not go together.
func (s *Session) Contradictions() []*assessments.Contradiction {
	return s.Pack.Model.Contradicted(s.Own())
}

// Used lists the models that some assessment was answered with, as id@version.
func (s *Session) Used() (map[string]bool, error) {
	used := map[string]bool{}
	companies, err := s.store.Companies(ctx())
	if err != nil {
		return nil, err
	}
	for _, c := range companies {
		list, err := s.store.Assessments(ctx(), c.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			used[a.ModelID+"@"+a.ModelVersion] = true
		}
	}
	return used, nil
}

// SetLibrary takes a library over which packs were laid anew. What is being answered stays in the
// version it was begun with.
func (s *Session) SetLibrary(lib *content.Library) {
	s.Complete()
	s.Library = lib
	if p := lib.Version(s.full.Model.ID, s.full.Model.Version); p != nil {
		s.full = p
	}
	s.rescope()
}
