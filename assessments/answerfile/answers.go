package answerfile

import (
	"errors"

	"nivel/assessments"
)

// relevances are the words a file may use; leaving it out means that the firm has not said.
var relevances = []string{assessments.RelevanceNone.String(), assessments.RelevanceSome.String(), assessments.RelevanceHigh.String()}

// confidences are the words for how sure the firm is; left out, it has not said.
var confidences = []string{assessments.Sure.String(), assessments.Fair.String(), assessments.Guess.String()}

func (d *decoder) answers(n *node, key string, into assessments.Answers) {
	if n.shape != object {
		d.report(n, key, "json-want-object")
		return
	}
	if d.model == nil {
		return // reported where the model is named
	}
	for _, m := range n.members {
		at := join(key, m.key)
		q := d.model.Question(m.key)
		if q == nil || !q.Asked() {
			d.reportAt(m.start, at, "question-unknown", "id", brief(m.key))
			continue
		}
		if a := d.answer(q, m.value, at); !a.Empty() {
			into[m.key] = a
		}
	}
}

// answer reads the short form, which is the value alone, or the long one: an object with the key
// "value". Only a grid's value is an object too; one with a row called "value" can only be answered
// in the long form.
func (d *decoder) answer(q *assessments.Question, n *node, key string) assessments.Answer {
	var a assessments.Answer
	long := false
	if n.shape == object {
		switch {
		case n.member("value") != nil:
			long = true
		case len(q.Rows) == 0 || d.looksLong(q, n):
			d.report(n, key, "answer-long")
			return a
		}
	}
	if !long {
		a.Value = d.value(q, n, key)
		return a
	}
	d.keys(n, key, map[string]func(*node, string){
		"value": func(n *node, key string) { a.Value = d.value(q, n, key) },
		"relevance": func(n *node, key string) {
			var word string
			if d.word(n, key, &word, relevances); word != "" {
				a.Relevance, _ = assessments.ParseRelevance(word) // word has reported what is wrong
			}
		},
		"confidence": func(n *node, key string) {
			var word string
			if d.word(n, key, &word, confidences); word != "" {
				a.Confidence, _ = assessments.ParseConfidence(word) // as above
			}
		},
		"note": func(n *node, key string) { d.text(n, key, &a.Note) },
		"flag": func(n *node, key string) { d.yes(n, key, &a.Flag) },
	})
	return a
}

// looksLong says whether somebody wrote the long form and forgot its value.
func (d *decoder) looksLong(q *assessments.Question, n *node) bool {
	for _, name := range []string{"relevance", "confidence", "note", "flag"} {
		if n.member(name) != nil && !q.HasRow(name) {
			return true
		}
	}
	return false
}

func (d *decoder) value(q *assessments.Question, n *node, key string) assessments.Value {
	switch {
	case n.shape == object && len(q.Rows) > 0:
		return d.rows(q, n, key)
	case n.shape == list && q.Kind == assessments.Checklist:
		return d.options(q, n, key)
	case n.shape == object || n.shape == list:
		d.report(n, key, "answer-kind-"+string(q.Kind))
		return assessments.Value{}
	}
	return d.single(q, n, key)
}

// single reads a number, a yes or no, "na", "unknown" or null.
func (d *decoder) single(q *assessments.Question, n *node, key string) assessments.Value {
	var v assessments.Value
	err := v.UnmarshalJSON(d.data[n.start:n.end])
	if err == nil {
		err = v.Fits(q)
	}
	return d.checked(v, err, n, key)
}

// checked reports err, which is a fault or nil, and lets the value pass only without one.
func (d *decoder) checked(v assessments.Value, err error, n *node, key string) assessments.Value {
	if err == nil {
		return v
	}
	var f *assessments.Fault
	if !errors.As(err, &f) {
		d.report(n, key, "json-syntax", "near", near(d.data, n.start))
		return assessments.Value{}
	}
	var pairs []any
	for name, arg := range f.Args {
		pairs = append(pairs, name, brief(arg))
	}
	d.report(n, key, f.Code, pairs...)
	return assessments.Value{}
}

func (d *decoder) options(q *assessments.Question, n *node, key string) assessments.Value {
	var chosen []string
	for _, item := range n.items {
		if item.shape != text {
			d.report(item, key, "answer-list")
			return assessments.Value{}
		}
		if d.checked(assessments.Value{}, known(q, item.text), item, key); q.Option(item.text) != nil {
			chosen = append(chosen, item.text)
		}
	}
	if len(n.items) == 0 {
		d.report(n, key, "answer-empty")
		return assessments.Value{}
	}
	v := assessments.Choosing(chosen...)
	return d.checked(v, v.Fits(q), n, key)
}

// known is the fault of a single option.
func known(q *assessments.Question, option string) error { return assessments.Choosing(option).Fits(q) }

func (d *decoder) rows(q *assessments.Question, n *node, key string) assessments.Value {
	var v assessments.Value
	if len(n.members) == 0 {
		d.report(n, key, "answer-empty")
	}
	for _, m := range n.members {
		at := join(key, m.key)
		if !q.HasRow(m.key) {
			d.reportAt(m.start, at, "row-unknown", "row", brief(m.key))
			continue
		}
		if m.value.shape == object || m.value.shape == list || m.value.shape == boolean {
			d.report(m.value, at, "row-kind", "row", m.key)
			continue
		}
		var row assessments.Value
		err := row.UnmarshalJSON(d.data[m.value.start:m.value.end])
		if err == nil {
			err = assessments.Value{}.WithRow(m.key, row).Fits(q)
		}
		v = v.WithRow(m.key, d.checked(row, err, m.value, at))
	}
	return v
}
