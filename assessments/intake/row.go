package intake

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/office"
	"nivel/assessments/sqlite"
)

// entry is a company that is there, or that a row before has made.
type entry struct {
	company assessments.Company
	before  *assessments.Company // as it is in the store; nil where it is new
	line    int                  // of the row that named it first; 0: none yet
	days    []string             // of the results that rows have brought for it
	results []assessments.Earlier
	asked   bool // whether results holds what is in the store
}

type looker struct {
	ctx   context.Context
	p     Params
	m     *Mapping
	there map[string][]*entry // by name
}

func (l *looker) enter(e *entry) {
	key := known(e.company.Name)
	l.there[key] = append(l.there[key], e)
}

// cell is what a row says of a field. A formula there is refused: what it comes to is not known.
func (l *looker) cell(r *office.TableRow, f Field) (string, error) {
	at := l.m.column(f)
	if slices.Contains(r.Formulas, at) {
		return "", assessments.NewFault("intake-formula", "column", column(at))
	}
	return r.Cell(at), nil
}

// column names a column as spreadsheets do: A, B … Z, AA.
func column(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// row says what one row becomes. What it makes of a company counts for the rows after it.
func (l *looker) row(r *office.TableRow) (Row, error) {
	says, err := l.says(r)
	if err != nil {
		return Row{}, err
	}
	e, err := l.find(&says)
	if err != nil {
		return Row{}, err
	}
	result, err := l.result(r)
	if err != nil {
		return Row{}, err
	}
	if e != nil && e.line > 0 && (result == nil || slices.Contains(e.days, result.Day)) {
		return Row{}, assessments.NewFault("intake-twice", "row", e.line)
	}
	row := Row{Kind: New}
	if e == nil {
		if says.ID, says.CreatedAt, says.ChangedAt = sqlite.NewID(), l.p.Now, l.p.Now; len(says.Tags) > TagsLimit {
			return Row{}, manyTags(&says)
		}
		e = &entry{company: says, asked: true}
		l.enter(e)
	} else {
		merged, changes := merge(e.company, says)
		switch {
		case e.line > 0 && len(changes) > 0:
			return Row{}, assessments.NewFault("intake-differs", "row", e.line)
		case len(merged.Tags) > TagsLimit:
			return Row{}, manyTags(&merged)
		}
		if row.Kind = Same; len(changes) > 0 {
			row.Kind, merged.ChangedAt = Known, l.p.Now
		}
		row.Changes, e.company = changes, merged
	}
	row.Company, row.Before = e.company, e.before
	if e.line == 0 {
		e.line = r.Line
	}
	if result != nil {
		if row.Result, err = l.place(e, *result); err != nil {
			return Row{}, err
		}
		if e.days = append(e.days, result.Day); row.Result != nil && row.Kind == Same {
			row.Kind = Known
		}
	}
	return row, nil
}

func manyTags(c *assessments.Company) error {
	return assessments.NewFault("intake-tags", "have", len(c.Tags), "limit", TagsLimit)
}

// says is the company as the row describes it.
func (l *looker) says(r *office.TableRow) (c assessments.Company, err error) {
	cells := map[Field]string{}
	for _, f := range Fields {
		if cells[f], err = l.cell(r, f); err != nil {
			return c, err
		}
	}
	c.Name, c.Place, c.Contact = cells[Name], cells[Place], cells[Contact]
	if c.Name == "" || known(c.Name) == "" {
		return c, assessments.NewFault("intake-nameless")
	}
	if err := errors.Join(short(c.Name), short(c.Place), short(c.Contact)); err != nil {
		return c, err
	}
	if c.People, err = people(cells[People]); err != nil {
		return c, err
	}
	if c.NACE, err = l.p.Terms.trade(cells[Trade]); err != nil {
		return c, err
	}
	c.Tags, err = tags(cells[Tags])
	return c, err
}

// find is the company that the row means, nil for a new one: of the same name, in the same place. A
// place that one side does not know fits every place, as long as one company alone is meant.
func (l *looker) find(says *assessments.Company) (*entry, error) {
	all := l.there[known(says.Name)]
	place := spoken(says.Place)
	exact := slices.DeleteFunc(slices.Clone(all), func(e *entry) bool { return spoken(e.company.Place) != place })
	if len(exact) == 0 {
		exact = slices.DeleteFunc(slices.Clone(all), func(e *entry) bool { return place != "" && e.company.Place != "" })
	}
	switch len(exact) {
	case 0:
		return nil, nil
	case 1:
		return exact[0], nil
	}
	return nil, assessments.NewFault("intake-which", "name", brief(says.Name), "have", len(exact))
}

// merge lays what a row says over a company, and says what that changes.
func merge(c, says assessments.Company) (assessments.Company, []Change) {
	var changes []Change
	put := func(f Field, into *string, v string) {
		if v != "" && v != *into {
			changes = append(changes, Change{f, *into, v})
			*into = v
		}
	}
	if spoken(says.Place) != spoken(c.Place) {
		put(Place, &c.Place, says.Place)
	}
	if !strings.HasPrefix(c.NACE, says.NACE) { // 31 says nothing new about 31.02
		put(Trade, &c.NACE, says.NACE)
	}
	put(Contact, &c.Contact, says.Contact)
	if says.People > 0 && says.People != c.People {
		from := ""
		if c.People > 0 {
			from = strconv.Itoa(c.People)
		}
		changes = append(changes, Change{People, from, strconv.Itoa(says.People)})
		c.People = says.People
	}
	c.Tags = slices.Clone(c.Tags)
	for _, tag := range says.Tags {
		if !slices.Contains(c.Tags, tag) {
			changes = append(changes, Change{Tags, "", tag})
			c.Tags = append(c.Tags, tag)
		}
	}
	slices.Sort(c.Tags)
	return c, changes
}

// result is the earlier result that a row brings, nil where it brings none.
func (l *looker) result(r *office.TableRow) (*assessments.Earlier, error) {
	e := assessments.Earlier{Source: l.m.Source, Scores: map[string]*big.Rat{}}
	for _, f := range l.m.Columns {
		if !f.result() {
			continue
		}
		text, err := l.cell(r, f)
		if err != nil {
			return nil, err
		}
		v, err := score(text, l.m.Scale)
		if err != nil {
			return nil, err
		}
		if id, ok := f.Dimension(); ok && v != nil {
			e.Scores[id] = v
		} else if f == Overall {
			e.Overall = v
		}
	}
	if e.Overall == nil && len(e.Scores) == 0 {
		return nil, nil
	}
	if len(e.Scores) == 0 {
		e.Scores = nil
	}
	text, err := l.cell(r, Day)
	if err != nil {
		return nil, err
	}
	if e.Day = l.m.Day; text != "" {
		e.Day, err = day(text, l.p.Words, today(l.p.Now))
	} else if e.Day == "" {
		err = assessments.NewFault("intake-day-none")
	}
	return &e, err
}

// place finds where a result belongs: nil where it is there already, under the id of one of the same
// day and source, or new.
func (l *looker) place(e *entry, result assessments.Earlier) (*assessments.Earlier, error) {
	if !e.asked {
		var err error
		if e.results, err = l.p.Store.Earlier(l.ctx, e.company.ID); err != nil {
			return nil, err
		}
		e.asked = true
	}
	result.ID = sqlite.NewID()
	for i := range e.results {
		if old := &e.results[i]; old.Day == result.Day && old.Source == result.Source {
			if equal(old, &result) {
				return nil, nil
			}
			result.ID = old.ID
		}
	}
	return &result, nil
}

func equal(a, b *assessments.Earlier) bool {
	same := func(x, y *big.Rat) bool { return x == y || x != nil && y != nil && x.Cmp(y) == 0 }
	if !same(a.Overall, b.Overall) || len(a.Scores) != len(b.Scores) {
		return false
	}
	for d, v := range a.Scores {
		if !same(v, b.Scores[d]) {
			return false
		}
	}
	return true
}
