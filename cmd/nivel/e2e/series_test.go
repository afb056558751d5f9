//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/sampleregion"
	"nivel/assessments/series"
	"nivel/assessments/sqlite"
)

// TestSeries plans a Kickstart series with firms of the sample region, notes an idea of the first, and
// closes it; what the database keeps is compared with what was pressed.
func TestSeries(t *testing.T) {
	b := contents()
	w := b.words["es"]
	folder := filepath.Join(t.TempDir(), "cluster")
	setting(t, folder, "advisor", "true")
	within(t, folder, func(ctx context.Context, s *sqlite.Store) error {
		return s.PutSamples(ctx, sampleregion.Of(b.library, time.Now().UTC().Round(0)))
	})
	d := startX(t)
	p := d.start(spanish, folder)
	d.still("home")
	p.choose(w.T("page.companies"))
	d.still("companies")
	p.choose(w.T("page.series"))
	p.focused(w.T("series.new"))
	p.press("Return")
	d.still("planning")
	p.write("Altiplano 1")
	p.choose(w.T("series.proposal.use", "n", 1))
	p.focused(w.T("series.make"))
	p.press("Return")
	p.focused(w.T("series.prepare", "n", 1))
	d.keep("series", d.take())
	one := p.series("a series", func(s *series.Series) bool {
		return s.Name == "Altiplano 1" && len(s.Firms) >= series.Fewest && s.Sample
	})

	// The first meeting, and the first firm of the table.
	p.press("Return")
	p.focused(w.T("series.meeting.agenda.save"))
	p.press("Escape")
	p.focused(w.T("series.prepare", "n", 1))
	p.tabTo(w.T("series.doc.m3.title"))
	p.press("Tab", "Return")
	d.still("firm")
	p.choose(w.T("series.idea.add"))
	d.still("idea")
	p.write("Pedidos en pantalla")
	p.series("the idea", func(s *series.Series) bool {
		return len(s.Firms[0].Ideas) == 1 && s.Firms[0].Ideas[0].Text == "Pedidos en pantalla"
	})
	p.press("Tab", "Tab", "space")
	p.series("that it is chosen", func(s *series.Series) bool { return len(s.Firms[0].Chosen()) == 1 })

	// Closed, and asked what became of it.
	p.press("Escape", "Escape")
	p.focused(w.T("series.prepare", "n", 1))
	p.choose(w.T("series.close"))
	d.still("closing")
	p.focused(w.T("series.close.now"))
	p.press("Return")
	p.focused(w.T("series.follow.sheet"))
	p.series("that it is closed", func(s *series.Series) bool { return s.Closed() && s.ID == one.ID })
	p.quit()
}

// series waits until the only series of the folder is as it should be.
func (p *program) series(what string, ok func(*series.Series) bool) (out *series.Series) {
	p.t.Helper()
	eventually(p.t, what, func() (bool, string) {
		state := ""
		within(p.t, copyOf(p.t, p.data, p.t.TempDir()), func(ctx context.Context, s *sqlite.Store) error {
			all, err := s.Undertakings(ctx, assessments.SeriesKind)
			if err != nil || len(all) != 1 {
				state = fmt.Sprint(len(all), " series ", err)
				return nil
			}
			if out, err = series.Read(all[0]); err != nil {
				state = err.Error()
				return nil
			}
			state = fmt.Sprintf("%+v", *out)
			return nil
		})
		return out != nil && ok(out), state
	})
	return out
}
