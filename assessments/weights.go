package assessments

import (
	"maps"
	"math/big"
	"slices"
)

// Weighted returns the model with other weights for some of its dimensions, by id; what it does not
// have is passed over. The model itself is not changed, and is returned as it is without overrides.
func (m *Model) Weighted(overrides map[string]*big.Rat) *Model {
	if len(overrides) == 0 {
		return m
	}
	out := *m
	out.Dimensions = make([]Dimension, len(m.Dimensions))
	for i, d := range m.Dimensions {
		if w := overrides[d.ID]; w != nil {
			d.Weight = w
		}
		out.Dimensions[i] = d
	}
	return &out
}

// WeightLimit is the highest weight that may be typed: beyond it one dimension is all there is.
const WeightLimit = 100

// CheckWeights reports what is wrong with overrides as a *Fault, or nil: they are 0 to WeightLimit,
// of dimensions that there are, and not all dimensions may weigh nothing.
func (m *Model) CheckWeights(overrides map[string]*big.Rat) error {
	for _, id := range slices.Sorted(maps.Keys(overrides)) {
		w := overrides[id]
		switch {
		case m.Dimension(id) == nil:
			return NewFault("dimension-unknown", "id", brief(id))
		case w == nil:
			continue
		case w.Sign() < 0:
			return NewFault("weight-negative", "value", brief(Plain(w)))
		case w.Cmp(big.NewRat(WeightLimit, 1)) > 0:
			return NewFault("weight-large", "most", WeightLimit)
		}
	}
	for _, d := range m.Weighted(overrides).Dimensions {
		if d.Weight != nil && d.Weight.Sign() > 0 {
			return nil
		}
	}
	return NewFault("weight-nothing")
}

// SetWeights gives the assessment weights of its own and stamps it as a variant, or as standard
// where they are the model's after all. It returns a *Fault, and changes nothing, where they are
// not allowed.
func (a *Assessment) SetWeights(m *Model, overrides map[string]*big.Rat) error {
	if err := m.CheckWeights(overrides); err != nil {
		return err
	}
	own := map[string]*big.Rat{}
	for id, w := range overrides {
		if d := m.Dimension(id); w != nil && (d.Weight == nil || w.Cmp(d.Weight) != 0) {
			own[id] = new(big.Rat).Set(w)
		}
	}
	a.Weights, a.WeightOverrides = Variant, own
	if len(own) == 0 {
		a.Weights, a.WeightOverrides = Standard, nil
	}
	return nil
}

// SameWeights says whether two assessments of one model weigh its dimensions alike. An empty stamp,
// which is older than the stamps, is read as standard.
func SameWeights(a, b *Assessment) bool {
	stamp := func(a *Assessment) string {
		if a.Weights == "" {
			return Standard
		}
		return a.Weights
	}
	return stamp(a) == stamp(b) && maps.EqualFunc(a.WeightOverrides, b.WeightOverrides, func(x, y *big.Rat) bool {
		return x == y || x != nil && y != nil && x.Cmp(y) == 0
	})
}
