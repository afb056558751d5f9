package advice_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/house/shipped"
)

// The months that a cost band takes to come back, worked by hand.
func TestPayback(t *testing.T) {
	hours := &assessments.Benefit{Unit: "hours", Figure: "orders", Low: big.NewRat(1, 20), High: big.NewRat(1, 4)} // of 100 orders 5 to 25 hours
	money := &assessments.Benefit{Unit: "money", Figure: "energy", Low: big.NewRat(0, 1), High: big.NewRat(1, 10)}
	nothing := &assessments.Benefit{Unit: "money", Figure: "energy", Low: new(big.Rat), High: new(big.Rat)}
	figures := assessments.Figures{HourlyCost: 20, Orders: 100, Energy: 1000} // 100 to 500 EUR; 0 to 100 EUR
	for name, c := range map[string]struct {
		benefit   *assessments.Benefit
		band      int
		figures   assessments.Figures
		low, high string // "" for nil
	}{
		"nothing to buy":              {hours, 0, figures, "0", "0"},
		"up to 500":                   {hours, 1, figures, "1/500", "5"},
		"up to 3,000":                 {hours, 2, figures, "1", "30"},
		"up to 15,000":                {hours, 3, figures, "6", "150"},
		"more":                        {hours, 4, figures, "30", ""},
		"perhaps no benefit":          {money, 2, figures, "5", ""},
		"perhaps none, and dear":      {money, 4, figures, "150", ""},
		"nothing to buy, perhaps nil": {money, 0, figures, "0", "0"},
		"no benefit claimed":          {nil, 1, figures, "", ""},
		"a benefit of nothing":        {nothing, 0, figures, "", ""},
		"no orders given":             {hours, 1, assessments.Figures{HourlyCost: 20}, "", ""},
		"no cost of an hour":          {hours, 1, assessments.Figures{Orders: 100}, "", ""},
		"a band unheard of":           {hours, 5, figures, "", ""},
	} {
		a := assessments.Action{Benefit: c.benefit, Cost: map[assessments.SizeClass]int{assessments.Small: c.band}}
		got := advice.Payback(&a, &assessments.Company{Figures: c.figures})
		var low, high string
		if got != nil {
			if low = got.Low.RatString(); got.High != nil {
				high = got.High.RatString()
			}
		}
		if low != c.low || high != c.high {
			t.Errorf("%s: %q to %q months, want %q to %q", name, low, high, c.low, c.high)
		}
	}
	if advice.Payback(&assessments.Action{Benefit: hours}, &assessments.Company{Figures: figures}) != nil {
		t.Error("an action without a band is paid back")
	}
}

// Whatever the figures, both ends bring the cost back exactly, and the low end is not the later one.
func TestPaybackBringsTheCostBack(t *testing.T) {
	lib := shipped.Library()
	worked := 0
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SampledFrom([]int{0, 1, 7, 60, 1200})
		c := assessments.Company{People: given.Draw(t, "people"), Figures: assessments.Figures{HourlyCost: given.Draw(t, "hourly"), Orders: given.Draw(t, "orders"),
			Quotes: given.Draw(t, "quotes"), Material: given.Draw(t, "material"), Energy: given.Draw(t, "energy"), Machines: given.Draw(t, "machines"), Computers: given.Draw(t, "computers")}}
		for i := range lib.Actions {
			a := &lib.Actions[i]
			months := advice.Payback(a, &c)
			_, money, _ := advice.Benefit(a, &c)
			cost, ok := advice.Cost(a, c.Size())
			if !ok || cost.Low.Sign() < 0 || cost.High != nil && cost.High.Cmp(cost.Low) < 0 {
				t.Fatalf("%s costs %v to %v, known %v", a.ID, cost.Low, cost.High, ok)
			}
			if (months != nil) != (money != nil && money.High.Sign() > 0) {
				t.Fatalf("%s: %+v from a benefit of %+v", a.ID, months, money)
			}
			if months == nil {
				continue
			}
			worked++
			back := func(m, benefit, cost *big.Rat) bool { return new(big.Rat).Mul(m, benefit).Cmp(cost) == 0 }
			if !back(months.Low, money.High, cost.Low) || months.High != nil && (!back(months.High, money.Low, cost.High) || months.High.Cmp(months.Low) < 0) {
				t.Fatalf("%s: %v to %v months bring %v to %v EUR back, want %v to %v", a.ID, months.Low, months.High, money.Low, money.High, cost.Low, cost.High)
			}
			if (months.High == nil) != (cost.High == nil || money.Low.Sign() == 0 && cost.High.Sign() > 0) {
				t.Fatalf("%s: an end at %v months for %v EUR at %v a month", a.ID, months.High, cost.High, money.Low)
			}
		}
	})
	if worked == 0 {
		t.Error("nothing was ever paid back")
	}
}
