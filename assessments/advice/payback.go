package advice

import (
	"math/big"

	"nivel/assessments"
)

// costs are the ends of the cost bands, in EUR (Action.Cost); the last has no upper end.
var costs = [...][2]int64{{0, 0}, {1, 500}, {500, 3_000}, {3_000, 15_000}, {15_000, -1}}

// Cost is what has to be bought for an action in a firm of that size, in EUR; High is nil where the
// band has no upper end. ok is false where no band is known.
func Cost(action *assessments.Action, size assessments.SizeClass) (amount Range, ok bool) {
	band, given := action.Cost[size.Costed()]
	if !given || band < 0 || band >= len(costs) {
		return Range{}, false
	}
	amount.Low = big.NewRat(costs[band][0], 1)
	if high := costs[band][1]; high >= 0 {
		amount.High = big.NewRat(high, 1)
	}
	return amount, true
}

// Payback estimates the months until what is bought for an action is paid back by its monthly
// benefit: the cheapest purchase by the largest benefit to the dearest by the smallest. High is nil
// where there is no end to be named: the band has none, or the benefit may be nothing. The firm's
// own hours are not counted. It returns nil where it cannot honestly be worked out: the action
// claims no benefit, the firm has not given the figure or what an hour costs, or no band is known.
func Payback(action *assessments.Action, c *assessments.Company) *Range {
	_, money, _ := Benefit(action, c)
	cost, ok := Cost(action, c.Size())
	if money == nil || money.High.Sign() <= 0 || !ok {
		return nil
	}
	months := &Range{Low: new(big.Rat).Quo(cost.Low, money.High)}
	switch {
	case cost.High == nil:
	case cost.High.Sign() == 0:
		months.High = new(big.Rat)
	case money.Low.Sign() > 0:
		months.High = new(big.Rat).Quo(cost.High, money.Low)
	}
	return months
}
