package results

import (
	"nivel/app/screen"
	"nivel/assessments/scoring"
)

// target is an area's target, where it can be changed.
func (s *Screen) target(d *scoring.Dimension, name string) *screen.Aim {
	s.targets[d.ID] = screen.NewAim(s.h, screen.AimParams{Subject: d.ID, Name: name, Level: d.Target, Suggested: scoring.Suggested(d.Figure), Changed: func() { s.changed(d.ID) }})
	return s.targets[d.ID]
}

// changed shows what another target changes, with page and keyboard where they were.
func (s *Screen) changed(area string) {
	s.result = s.h.Session().Result()
	s.body.Objects = s.rows()
	s.body.Refresh()
	s.page.Relayout()
	if t := s.targets[area]; t != nil {
		s.h.Window().Canvas().Focus(t)
	}
}
