package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"path/filepath"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/region"
	"nivel/assessments/safefile"
	"nivel/assessments/sqlite"
)

var rollupVerb = verb{"rollup", func(flags *flag.FlagSet) action {
	data, asJSON, out := dataFlag(flags), flags.Bool("json", false, ""), flags.String("o", "", "")
	return func(c *call, args []string) error {
		ending := strings.ToLower(filepath.Ext(*out))
		switch {
		case len(args) == 0:
			return misused("nocontributions", "ending", region.Ending)
		case *out != "" && ending != ".csv" && ending != ".json":
			return misused("rollupout")
		}
		return c.inStore(*data, true, func(ctx context.Context, s *sqlite.Store, _ string) error {
			v, left, err := c.rolledUp(ctx, s, args)
			if err != nil {
				return err
			}
			if v.Rollup.Firms == 0 {
				return assessments.NewFault("rollup-few", "least", region.Fewest)
			}
			if err := v.Release(ctx); err != nil { // before anything leaves
				return err
			}
			if err := c.giveRollup(&v.Rollup, *asJSON, *out, ending); err != nil {
				return err
			}
			if left {
				return errFound
			}
			return nil
		})
	}
}}

// rolledUp reads the files, says of each what is to be said, and makes the roll-up of the good ones;
// left says whether any was left out.
func (c *call) rolledUp(ctx context.Context, s *sqlite.Store, paths []string) (v *region.View, left bool, err error) {
	lib, err := c.library("")
	if err != nil {
		return nil, false, err
	}
	files, err := region.Files(ctx, paths, region.TakeParams{Library: lib, Now: c.now()})
	if err != nil {
		return nil, false, err
	}
	real := slices.ContainsFunc(files, func(o region.Outcome) bool { return o.Taken && !o.Contribution.Sample })
	only := []*region.Contribution{}
	for i := range files {
		o := &files[i]
		if o.Taken && o.Contribution.Sample && real {
			o.Taken, o.Why = false, assessments.NewFault("contribution-sample")
		}
		if o.Why != nil {
			c.complain(o.File + ": " + c.words.Fault(o.Why))
		}
		if o.Taken {
			only = append(only, o.Contribution)
		}
		left = left || !o.Taken
	}
	v, err = region.Make(ctx, region.Params{Store: s, Library: lib, Now: c.now(), Sample: !real, Only: only})
	if err != nil {
		return nil, left, err
	}
	for _, o := range v.Beside.Others {
		c.complain(c.words.N("cli.rollup.other", o.Firms, "model", o.Model, "version", o.Version))
	}
	if n := v.Beside.Incomplete; n > 0 {
		c.complain(c.words.N("cli.rollup.incomplete", n))
	}
	if n := v.Rollup.Waiting; n > 0 {
		c.complain(c.words.N("cli.rollup.waiting", n, "day", c.words.Date(v.Rollup.Since)))
	}
	return v, left, nil
}

func (c *call) giveRollup(r *region.Rollup, asJSON bool, out, ending string) error {
	if out != "" {
		var data bytes.Buffer
		if ending == ".json" {
			enc := json.NewEncoder(&data)
			enc.SetIndent("", "  ")
			if err := enc.Encode(r); err != nil {
				return err
			}
		} else if err := csv.NewWriter(&data).WriteAll(append([][]string{region.Columns}, r.Records()...)); err != nil {
			return err
		}
		if err := safefile.WriteFile(out, data.Bytes(), 0o600); err != nil {
			return &inFile{out, err}
		}
	}
	if asJSON {
		return c.sayJSON(r)
	}
	c.say(c.words.N("cli.rollup.firms", r.Firms, "model", r.Model, "version", r.Version, "day", c.words.Date(r.Day)))
	if r.Sample {
		c.sayf("rollup.sample")
	}
	c.say(strings.Join(region.Columns, "\t"))
	for _, record := range r.Records() {
		c.say(strings.Join(record, "\t"))
	}
	return nil
}
