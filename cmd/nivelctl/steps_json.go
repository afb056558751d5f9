package main

import (
	"encoding/json"
	"math/big"

	"nivel/assessments/advice"
	"nivel/assessments/scoring"
)

type adviceJSON struct {
	Model   string      `json:"model"`
	Version string      `json:"version"`
	Company string      `json:"company"`
	Sample  bool        `json:"sample"`
	Next    []offerJSON `json:"next"`
	Later   []offerJSON `json:"later"`
	Ask     []offerJSON `json:"ask"`
}

// offerJSON is an action that is offered. All efforts, costs and benefits are estimates.
type offerJSON struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Who        string        `json:"who"`
	Dimension  string        `json:"dimension"`
	First      string        `json:"first"`
	Relevance  string        `json:"relevance"`
	EffortDays *json.Number  `json:"effort_days"`
	CostBand   int           `json:"cost_band"`
	Before     *json.Number  `json:"before"`
	After      *json.Number  `json:"after"`
	Benefit    *benefitJSON  `json:"benefit"`
	WaitsFor   []string      `json:"waits_for"`
	Terms      termsJSON     `json:"terms"`
	Reasons    []reasonJSON  `json:"reasons"`
	Contacts   []contactJSON `json:"contacts"`
	Practices  []string      `json:"practices"`
}

type benefitJSON struct {
	Unit  string       `json:"unit"`
	Low   *json.Number `json:"low"`
	High  *json.Number `json:"high"`
	Basis string       `json:"basis"`
}

type termsJSON struct {
	Gap    *json.Number `json:"gap"`
	Gain   *json.Number `json:"gain"`
	Effort *json.Number `json:"effort"`
	Cost   *json.Number `json:"cost"`
	Points *json.Number `json:"points"`
}

type reasonJSON struct {
	Question string `json:"question"`
	Row      string `json:"row,omitempty"`
	Option   string `json:"option,omitempty"`
	Level    int    `json:"level"`
	To       int    `json:"to"`
}

type contactJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (c *call) stepsOf(f *firm, a *advice.Advice) adviceJSON {
	return adviceJSON{Model: f.file.Model, Version: f.file.Version, Company: f.file.Company.Name, Sample: f.file.Company.Sample,
		Next: c.offers(f, a.Next), Later: c.offers(f, a.Later), Ask: c.offers(f, a.Ask)}
}

func (c *call) offers(f *firm, all []advice.Offer) []offerJSON {
	out := []offerJSON{}
	for i := range all {
		out = append(out, c.offer(f, &all[i]))
	}
	return out
}

func (c *call) offer(f *firm, o *advice.Offer) offerJSON {
	words := f.lib.ActionWords[c.words.Language][o.Action.ID]
	size := sizeOf(f)
	out := offerJSON{ID: o.Action.ID, Title: words.Title, Who: string(o.Action.Who), Dimension: o.Dimension, First: words.First,
		Relevance: o.Relevance.String(), EffortDays: decimal(o.Action.Effort[size]), CostBand: o.Action.Cost[size],
		Before: decimal(o.Before), After: decimal(o.After), WaitsFor: append([]string{}, o.WaitsFor...),
		Terms: terms(o.Terms), Reasons: []reasonJSON{}, Contacts: []contactJSON{}, Practices: []string{}}
	if amount, _, ok := advice.Benefit(o.Action, &f.file.Company); ok {
		out.Benefit = &benefitJSON{o.Action.Benefit.Unit, decimal(amount.Low), decimal(amount.High), words.Basis}
	}
	for _, r := range o.Reasons {
		out.Reasons = append(out.Reasons, reasonJSON{r.Question, r.Row, r.Option, r.Level, r.To})
	}
	topic := advice.TopicOf(o, f.sector)
	for _, region := range f.lib.RegionsOf(f.file.Company.Place) {
		names := f.lib.RegionWords[c.words.Language][region.ID].Contacts
		for _, contact := range topic.Contacts(region.Contacts) {
			out.Contacts = append(out.Contacts, contactJSON{contact.ID, names[contact.ID].Name})
		}
	}
	for _, p := range topic.Practices(f.lib.Practices, o.Action.Practices) {
		out.Practices = append(out.Practices, p.ID)
	}
	return out
}

// terms prints the terms of the ranking; the points are the sum of what is printed.
func terms(t advice.Terms) termsJSON {
	n := hundredthsOf(t)
	return termsJSON{hundredths(n[0]), hundredths(n[1]), hundredths(n[2]), hundredths(n[3]), hundredths(n[4])}
}

// hundredthsOf are gap, gain, effort and cost, each rounded, and their sum.
func hundredthsOf(t advice.Terms) [5]int {
	var out [5]int
	for i, r := range []*big.Rat{t.Gap, t.Gain, t.Effort, t.Cost} {
		n := scoring.Round(new(big.Rat).Mul(new(big.Rat).Abs(r), big.NewRat(100, 1)))
		out[i] = n * r.Sign()
		out[4] += out[i]
	}
	return out
}
