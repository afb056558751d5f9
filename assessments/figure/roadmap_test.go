package figure_test

import (
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/figure"
)

// Whatever its days, a bar stays inside its drawing, can be seen, and the names of months do not
// stand on each other.
func TestRoadmapStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		month := rapid.Float64Range(-60, 90)
		b := figure.Bar{W: rapid.Float64Range(40, 1200).Draw(t, "w"), H: 24, Months: rapid.IntRange(0, 48).Draw(t, "months"), From: month.Draw(t, "from"),
			To: month.Draw(t, "to"), Today: month.Draw(t, "today"), Done: rapid.Bool().Draw(t, "done"), Late: rapid.Bool().Draw(t, "late"), Uncertain: rapid.Bool().Draw(t, "uncertain")}
		for _, s := range figure.TimeBar(b).Shapes {
			if s.X < -0.01 || s.X+s.W > b.W+0.01 || s.Kind == figure.Rect && s.W < 5 {
				t.Fatalf("%+v draws %+v", b, s)
			}
		}
		names := make([]string, b.Months)
		last := -1000.0
		for _, s := range figure.Months(figure.RoadmapMonths{W: b.W, H: 24, Names: names, Scale: 1}).Shapes {
			if s.Kind != figure.Text {
				continue
			}
			if s.X-last < 40 {
				t.Fatalf("names stand at %v and %v of %v", last, s.X, b.W)
			}
			last = s.X
		}
	})
}
