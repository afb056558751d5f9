package sqlite

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
)

// undertaking is one of some companies, with something in every field.
func undertaking(companies ...string) assessments.Undertaking {
	u := assessments.Undertaking{ID: NewID(), Kind: assessments.SeriesKind, Sample: true, Content: json.RawMessage(`{"name":"Altiplano 1"}`),
		CreatedAt: start, ChangedAt: start.Add(time.Minute)}
	for _, c := range companies {
		u.Firms = append(u.Firms, assessments.UndertakingFirm{CompanyID: c, Content: json.RawMessage(`{"secret":"idea of ` + c + `"}`)})
	}
	return u
}

func TestUndertakings(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for _, id := range []string{"a", "b", "c"} {
		check(t, s.PutCompany(t.Context(), assessments.Company{ID: id, Name: "Firm " + id, CreatedAt: start}))
	}
	u, v := undertaking("b", "a"), undertaking()
	v.Kind = assessments.ServiceKind
	for _, x := range []assessments.Undertaking{u, v} {
		check(t, s.PutUndertaking(t.Context(), x))
	}
	read := func(kind assessments.UndertakingKind, want ...assessments.Undertaking) {
		t.Helper()
		got, err := s.Undertakings(t.Context(), kind)
		check(t, err)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("undertakings are %+v, want %+v", got, want)
		}
	}
	read(assessments.SeriesKind, u)
	read(assessments.ServiceKind, v)
	u.Firms, u.Content = append(u.Firms[1:], assessments.UndertakingFirm{CompanyID: "c", Content: json.RawMessage(`{}`)}), json.RawMessage(`{"name":"Altiplano 2"}`)
	check(t, s.PutUndertaking(t.Context(), u))
	read(assessments.SeriesKind, u)
	bad := u
	bad.Content, bad.Firms = json.RawMessage(`{"name":"lost"}`), []assessments.UndertakingFirm{{CompanyID: "nobody", Content: json.RawMessage(`{}`)}}
	if err := s.PutUndertaking(t.Context(), bad); !errors.Is(err, ErrNotFound) {
		t.Errorf("a firm that does not exist: %v", err)
	}
	read(assessments.SeriesKind, u)
	large := u
	large.Content = json.RawMessage(`"` + strings.Repeat("x", assessments.UndertakingLimit) + `"`)
	if err := s.PutUndertaking(t.Context(), large); err == nil {
		t.Error("there is no limit")
	}
	// What it keeps about a firm goes with the firm, byte for byte.
	check(t, s.DeleteCompany(t.Context(), "a", start))
	u.Firms = u.Firms[1:]
	read(assessments.SeriesKind, u)
	check(t, s.DeleteUndertaking(t.Context(), v.ID))
	read(assessments.ServiceKind)
	if err := s.DeleteUndertaking(t.Context(), v.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleting it twice says %v", err)
	}
	if _, err := s.Undertaking(t.Context(), v.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("reading it then says %v", err)
	}
	check(t, s.Close())
	data, err := os.ReadFile(filepath.Join(dir, fileName))
	check(t, err)
	if strings.Contains(string(data), "idea of a") {
		t.Error("what was kept about the deleted firm is still in the file")
	}
}
