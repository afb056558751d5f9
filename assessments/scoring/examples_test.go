package scoring_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/scoring"
)

// worked are the figures that the pages of the example models work out by hand. A line is a part
// of the model: its worth, low and high end from 0 to 1, the worth as printed on the model's own scale,
// the levels of the three, and answered of applicable questions. A dash is nothing; a worth in
// brackets is known and, with too few answers, not shown.
var worked = map[string]string{
	"eu-eleven/answers-1": `
		overall             2809/5600 2809/5600 2809/5600 50 1 1 1 12/12
		strategy            8/15      8/15      8/15      53 2 2 2 3/3
		strategy.invested   1/2       1/2       1/2       50 1 1 1 1/1
		strategy.planned    2/5       2/5       2/5       40 1 1 1 1/1
		strategy.prepared   7/10      7/10      7/10      70 2 2 2 1/1
		readiness           71/140    71/140    71/140    51 2 2 2 2/2
		people              59/112    59/112    59/112    53 2 2 2 2/2
		data                59/84     59/84     59/84     70 2 2 2 2/2
		automation          6/25      6/25      6/25      24 0 0 0 1/1
		green               1/2       1/2       1/2       50 1 1 1 2/2`,
	"eu-eleven/answers-2": `
		overall             329/900   613/2700  1381/2700 37 1 0 2 5/10
		strategy            (37/90)   43/135    73/135    41 1 1 2 1/3
		strategy.invested   (1/2)     1/3       2/3       50 1 1 2 0/1
		strategy.planned    (1/3)     2/9       5/9       33 1 0 2 0/1
		strategy.prepared   2/5       2/5       2/5       40 1 1 1 1/1
		readiness           1/2       1/4       3/4       50 1 0 2 1/2
		people              1/4       1/4       1/4       25 0 0 0 1/1
		data                1/6       1/6       1/6       17 0 0 0 2/2
		automation          -         -         -         -  - - - 0/0
		green               (1/2)     3/20      17/20     50 1 0 3 0/2`,
	"eighteen-fields/answers-1": `
		overall    427/1000 427/1000 427/1000 2.1 2 2 2 18/18
		strategy   2/5      2/5      2/5      2   2 2 2 3/3
		factory    3/4      3/4      3/4      3.8 3 3 3 4/4
		products   1/5      1/5      1/5      1   1 1 1 2/2
		services   2/5      2/5      2/5      2   2 2 2 3/3
		operations 1/5      1/5      1/5      1   1 1 1 4/4
		people     3/5      3/5      3/5      3   3 3 3 2/2`,
	"eighteen-fields/answers-2": `
		overall    22/45    11/81    244/405  2.4 2 0 3 9/15
		strategy   (2/5)    0        2/5      2   2 0 2 1/3
		factory    3/5      1/2      3/5      3   3 2 3 2/3
		products   -        -        -        -   - - - 0/0
		services   3/5      0        3/5      3   3 0 3 2/3
		operations 2/5      2/5      2/5      2   2 2 2 4/4
		people     -        0        1        -   - 0 5 0/2`,
	"sixteen/answers-1": `
		overall             -   -   -   - - - - 16/16
		vertical            2/5 2/5 2/5 2 2 2 2 1/1
		horizontal          1/5 1/5 1/5 1 1 1 1 1/1
		lifecycle           3/5 3/5 3/5 3 3 3 3 1/1
		shop-automation     2/5 2/5 2/5 2 2 2 2 1/1
		office-automation   2/5 2/5 2/5 2 2 2 2 1/1
		site-automation     1/5 1/5 1/5 1 1 1 1 1/1
		shop-connection     0   0   0   0 0 0 0 1/1
		office-connection   1/5 1/5 1/5 1 1 1 1 1/1
		site-connection     2/5 2/5 2/5 2 2 2 2 1/1
		shop-intelligence   3/5 3/5 3/5 3 3 3 3 1/1
		office-intelligence 4/5 4/5 4/5 4 4 4 4 1/1
		site-intelligence   1/5 1/5 1/5 1 1 1 1 1/1
		learning            1   1   1   5 5 5 5 1/1
		leadership          2/5 2/5 2/5 2 2 2 2 1/1
		collaboration       3/5 3/5 3/5 3 3 3 3 1/1
		strategy            0   0   0   0 0 0 0 1/1`,
	"sixteen/answers-2": `
		overall             -   -   -   - - - - 9/13
		vertical            4/5 4/5 4/5 4 4 4 4 1/1
		horizontal          -   0   1   - - 0 5 0/1
		lifecycle           -   0   1   - - 0 5 0/1
		shop-automation     3/5 3/5 3/5 3 3 3 3 1/1
		office-automation   0   0   0   0 0 0 0 1/1
		site-automation     -   -   -   - - - - 0/0
		shop-connection     2/5 2/5 2/5 2 2 2 2 1/1
		office-connection   1   1   1   5 5 5 5 1/1
		site-connection     -   -   -   - - - - 0/0
		shop-intelligence   -   0   1   - - 0 5 0/1
		office-intelligence 1/5 1/5 1/5 1 1 1 1 1/1
		site-intelligence   -   -   -   - - - - 0/0
		learning            3/5 3/5 3/5 3 3 3 3 1/1
		leadership          2/5 2/5 2/5 2 2 2 2 1/1
		collaboration       -   0   1   - - 0 5 0/1
		strategy            1/5 1/5 1/5 1 1 1 1 1/1`,
	"twelve/answers-1": `
		overall             1/2 1/2  1/2  6  1 1 1 12/12
		conditions          1/2 1/2  1/2  6  1 1 1 12/12
		conditions.line     1   1    1    12 3 3 3 2/2
		conditions.sales    0   0    0    0  0 0 0 2/2
		conditions.cloud    1/2 1/2  1/2  6  1 1 1 2/2
		conditions.programs 1/4 1/4  1/4  3  0 0 0 4/4
		conditions.presence 1   1    1    12 3 3 3 2/2`,
	"twelve/answers-2": `
		overall             2/3 7/12 5/6  8  2 2 3 8/11
		conditions          2/3 7/12 5/6  8  2 2 3 8/11
		conditions.line     1/2 1/2  1    6  1 1 3 1/2
		conditions.sales    1   1/2  1    12 3 1 3 1/2
		conditions.cloud    1/2 1/2  1    6  1 1 3 1/2
		conditions.programs 1/2 1/2  1/2  6  1 1 1 3/3
		conditions.presence 1   1    1    12 3 3 3 2/2`,
}

// The example models of the documentation score as worked out by hand.
func TestExamplesWorkedByHand(t *testing.T) {
	const folder = "../../docs/models"
	files, err := filepath.Glob(folder + "/*/answers-*.json")
	if err != nil || len(files) != len(worked) {
		t.Fatalf("%d answer files, %d worked out: %v", len(files), len(worked), err)
	}
	for name, lines := range worked {
		t.Run(name, func(t *testing.T) {
			model, _, _ := strings.Cut(name, "/")
			pack, findings := content.LoadModel(os.DirFS(filepath.Join(folder, model)), ".")
			for _, f := range findings {
				t.Fatal(f)
			}
			in, err := os.Open(filepath.Join(folder, name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			file, err := answerfile.Read(in, &content.Library{Models: []content.Pack{pack}})
			if err != nil {
				t.Fatal(err)
			}
			m := pack.Model.For(assessments.Scope{Path: pack.Model.Paths[0], Size: file.Company.Size()})
			got := written(m, scoring.Score(m, file.Answers, file.Targets))
			want := strings.Split(strings.TrimSpace(lines), "\n")
			if len(got) != len(want) {
				t.Fatalf("%d parts, %d worked out", len(got), len(want))
			}
			for i, line := range want {
				if line = strings.Join(strings.Fields(line), " "); got[i] != line {
					t.Errorf("got  %s\nhand %s", got[i], line)
				}
			}
		})
	}
}

// written is a result in lines as above.
func written(m *assessments.Model, r *scoring.Result) []string {
	line := func(id string, f scoring.Figure) string {
		value, own, level, low, high := share(f.Value), "-", "-", "-", "-"
		if f.Value != nil {
			own, level = strings.TrimSuffix(m.Own(f.Value).FloatString(m.Scale.Decimals), ".0"), fmt.Sprint(f.Level())
			if !f.Shown() {
				value = "(" + value + ")"
			}
		}
		if f.Ranged() {
			l, h := f.Levels()
			low, high = fmt.Sprint(l), fmt.Sprint(h)
		}
		return fmt.Sprintf("%s %s %s %s %s %s %s %s %d/%d", id, value, share(f.Low), share(f.High), own, level, low, high, f.Answered, f.Applicable)
	}
	out := []string{line("overall", r.Overall)}
	for _, d := range r.Dimensions {
		out = append(out, line(d.ID, d.Figure))
		for _, s := range d.Subdimensions {
			out = append(out, line(d.ID+"."+s.ID, s.Figure))
		}
	}
	return out
}

// share is a value from 0 to 5 as a fraction of the whole.
func share(r *big.Rat) string {
	if r == nil {
		return "-"
	}
	return new(big.Rat).Quo(r, big.NewRat(assessments.Top, 1)).RatString()
}
