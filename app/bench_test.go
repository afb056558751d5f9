package app_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
)

// BenchmarkNextQuestion presses → through the whole quick path, answering each question before: the
// time from the key to the next question laid out, painting left out. It should be well below the
// 50 ms that the whole way to the screen may take.
func BenchmarkNextQuestion(b *testing.B) {
	for name, size := range map[string]fyne.Size{"wide": wide, "small": small} {
		b.Run(name, func(b *testing.B) {
			p := start(b, b.TempDir(), "es", size)
			var took []time.Duration
			for b.Loop() {
				b.StopTimer()
				p.Go(screen.Route{Page: screen.Interview, ID: model().Questions[0].ID})
				b.StartTimer()
				for range model().Questions {
					p.write("2")
					began := time.Now()
					p.press(fyne.KeyRight)
					took = append(took, time.Since(began))
				}
				if p.session.Assessment.Position != screen.IndexPage {
					b.Fatalf("the path ends at %s", p.session.Assessment.Position)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "max-ms")
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
		})
	}
}

// BenchmarkPages shows each page anew for a firm that has answered.
func BenchmarkPages(b *testing.B) {
	for _, page := range []screen.Page{screen.Home, screen.Questions, screen.Results, screen.Steps, screen.Practices, screen.Report, screen.Help} {
		b.Run(fmt.Sprint(page), func(b *testing.B) {
			p := start(b, b.TempDir(), "es", wide)
			p.Sample(true)
			for b.Loop() {
				p.Go(screen.Route{Page: page})
			}
		})
	}
}

// BenchmarkFirms works on the list of 5,000 firms, all their results kept: opening the page, typing a
// letter, sorting by name, moving down by a screenful. Painting is left out.
func BenchmarkFirms(b *testing.B) {
	p := advise(b, "es", wide, 5000)
	run := func(name string, do func()) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				do()
			}
		})
	}
	run("open", func() { p.Go(screen.Route{Page: screen.Companies}) })
	run("letter", func() { p.write("m"); p.press(fyne.KeyBackspace) })
	p.press(fyne.KeyDown)
	run("page", func() { p.press(fyne.KeyPageDown) })
	p.press(fyne.KeyHome, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	run("sort", func() { p.press(fyne.KeyReturn) })
}
