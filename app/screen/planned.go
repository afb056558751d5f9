package screen

import (
	"errors"
	"maps"
	"strings"

	"nivel/app/session"
	"nivel/assessments"
)

// ActionTitle is the title of an action in the language that is shown; its id where its pack is gone.
func ActionTitle(se *session.Session, id string) string {
	if words, ok := se.Complete().ActionWords[se.Words.Language][id]; ok && words.Title != "" {
		return words.Title
	}
	return id
}

// PlanFault is the sentence for what a plan refuses: its faults name actions by their ids, here by
// their titles.
func PlanFault(se *session.Session, err error) string {
	var f *assessments.Fault
	if !errors.As(err, &f) {
		return se.Words.Fault(err)
	}
	named := &assessments.Fault{Code: f.Code, Args: maps.Clone(f.Args)}
	for _, name := range []string{"action", "needs"} {
		if id := f.Args[name]; id != "" {
			named.Args[name] = ActionTitle(se, id)
		}
	}
	if circle := f.Args["circle"]; circle != "" {
		var titles []string
		for _, id := range strings.Split(circle, ", ") {
			titles = append(titles, ActionTitle(se, id))
		}
		named.Args["circle"] = strings.Join(titles, ", ")
	}
	return se.Words.Fault(named)
}
