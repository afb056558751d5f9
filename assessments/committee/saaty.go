package committee

import (
	"math"

	"nivel/assessments"
)

// Judgement says how two criteria compare on Saaty's scale: 0 is equal, 2 is "three times as
// important", 8 is nine times; a negative one says the same of the second.
type Judgement int8

// The ends of the scale.
const (
	LeastJudgement Judgement = -8
	MostJudgement  Judgement = 8
)

// Ratio is the number in the matrix: 1/9 to 9.
func (j Judgement) Ratio() float64 {
	if j < 0 {
		return 1 / float64(1-j)
	}
	return float64(1 + j)
}

// JudgementOf is the judgement nearest to a ratio.
func JudgementOf(ratio float64) Judgement {
	if ratio >= 1 {
		return Judgement(min(math.Round(ratio)-1, float64(MostJudgement)))
	}
	return -Judgement(min(math.Round(1/ratio)-1, float64(MostJudgement)))
}

// Matrix is square and reciprocal: m[i][j] = 1 / m[j][i].
type Matrix [][]float64

// randomIndex is the mean consistency index of random matrices of that size (T. L. Saaty, The Analytic
// Hierarchy Process, 1980).
var randomIndex = [...]float64{0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49}

// Tolerable is the consistency ratio up to which Saaty calls a matrix consistent enough.
const Tolerable = 0.10

// Priorities are the weights that a matrix stands for, which add up to 1: its principal eigenvector,
// by power iteration until no weight moves by more than 1e-12. Lambda is the largest eigenvalue,
// ratio the consistency ratio: 0 for a matrix without contradiction.
func Priorities(m Matrix) (weights []float64, lambda, ratio float64) {
	n := len(m)
	weights = make([]float64, n)
	for i := range weights {
		weights[i] = 1 / float64(n)
	}
	for range 10_000 {
		next, sum := m.times(weights)
		moved := 0.0
		for i := range next {
			next[i] /= sum
			moved = max(moved, math.Abs(next[i]-weights[i]))
		}
		weights = next
		if moved <= 1e-12 {
			break
		}
	}
	_, lambda = m.times(weights) // the weights add up to 1
	if n > 2 && n < len(randomIndex) {
		ratio = max(0, (lambda-float64(n))/float64(n-1)/randomIndex[n])
	}
	return weights, lambda, ratio
}

// times is the product with a vector, and the sum of what comes out.
func (m Matrix) times(v []float64) (out []float64, sum float64) {
	out = make([]float64, len(v))
	for i := range m {
		for j := range v {
			out[i] += m[i][j] * v[j]
		}
		sum += out[i]
	}
	return out, sum
}

// Contradiction is the judgement that fits the others least, and the one that would fit.
type Contradiction struct {
	A, B      Criterion
	Said, Fit Judgement
}

// matrix is that of an expert's judgements; what was not compared counts as equal.
func (e *Expert) matrix() Matrix {
	n := len(Criteria)
	m := make(Matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	for i, a := range Criteria {
		m[i][i] = 1
		for j := i + 1; j < n; j++ {
			m[i][j] = e.Pairs[PairOf(a, Criteria[j])].Ratio()
			m[j][i] = 1 / m[i][j]
		}
	}
	return m
}

// Consistency is the consistency ratio of an expert's judgements and, where it is above Tolerable, the
// one that contradicts the others most; nil else.
func (e *Expert) Consistency() (ratio float64, worst *Contradiction) {
	m := e.matrix()
	weights, _, ratio := Priorities(m)
	if ratio <= Tolerable {
		return ratio, nil
	}
	far := -1.0
	for i := range m {
		for j := i + 1; j < len(m); j++ {
			fit := weights[i] / weights[j]
			if d := math.Abs(math.Log(m[i][j] / fit)); d > far+1e-9 {
				far = d
				worst = &Contradiction{A: Criteria[i], B: Criteria[j], Said: e.Pairs[PairOf(Criteria[i], Criteria[j])], Fit: JudgementOf(fit)}
			}
		}
	}
	return ratio, worst
}

// Weights are an expert's weights by criterion, which add up to 1. Points that are all 0 are refused as
// a *Fault.
func (e *Expert) Weights() (map[Criterion]float64, error) {
	out := map[Criterion]float64{}
	if e.ByPairs {
		weights, _, _ := Priorities(e.matrix())
		for i, c := range Criteria {
			out[c] = weights[i]
		}
		return out, nil
	}
	sum := 0
	for _, c := range Criteria {
		sum += e.Points[c]
	}
	if sum <= 0 {
		return nil, assessments.NewFault("committee-points", "expert", e.Name)
	}
	for _, c := range Criteria {
		out[c] = float64(e.Points[c]) / float64(sum)
	}
	return out, nil
}
