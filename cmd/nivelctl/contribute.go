package main

import (
	"context"
	"flag"
	"path/filepath"

	"nivel/assessments"
	"nivel/assessments/region"
	"nivel/assessments/sqlite"
)

var contributeVerb = verb{"contribute", func(flags *flag.FlagSet) action {
	data, out := dataFlag(flags), flags.String("o", "", "")
	round := flags.Int("round", -1, "")
	sure, only := flags.Bool("yes", false, ""), flags.Bool("n", false, "")
	return func(c *call, args []string) error {
		switch {
		case len(args) != 1:
			return misused("onecompany")
		case !*only && (*out == "" || *out == stdinName):
			return misused("nocontribution", "ending", region.Ending)
		}
		lib, err := c.library("")
		if err != nil {
			return err
		}
		return c.inFirm(*data, args[0], func(ctx context.Context, s *sqlite.Store, _ string, d assessments.Dossier) error {
			r, err := roundOf(&d, *round)
			if err != nil {
				return err
			}
			firms, err := s.Contributors(ctx, []string{d.Company.ID}, region.NewFirm)
			if err != nil {
				return err
			}
			x, err := region.Of(&d, r, firms[d.Company.ID], lib, c.now())
			if err != nil {
				return err
			}
			c.preview(x.Preview(c.words, lib))
			switch {
			case *only:
				c.sayf("contribute.only")
				return nil
			case !*sure:
				return misused("surewrite")
			}
			if err := x.Write(*out); err != nil {
				return &inFile{*out, err}
			}
			if err := s.Log(ctx, assessments.LogEntry{At: c.now(), Kind: assessments.LogExport, Company: d.Company.ID, Count: 1}); err != nil {
				return err
			}
			path, err := filepath.Abs(*out)
			if err != nil {
				return err
			}
			c.sayf("contribute.done", "path", path)
			return nil
		})
	}
}}

// roundOf is the round with that number, or the last one.
func roundOf(d *assessments.Dossier, wanted int) (*assessments.DossierRound, error) {
	if len(d.Rounds) == 0 {
		return nil, assessments.NewFault("contribution-rounds")
	}
	if wanted < 0 {
		return &d.Rounds[len(d.Rounds)-1], nil
	}
	for i := range d.Rounds {
		if d.Rounds[i].Assessment.Round == wanted {
			return &d.Rounds[i], nil
		}
	}
	return nil, assessments.NewFault("contribution-round-none", "round", wanted)
}

// preview prints the whole content of a contribution.
func (c *call) preview(lines []region.Line) {
	part := ""
	for _, l := range lines {
		if l.Part != part {
			part = l.Part
			c.say(part)
		}
		c.say("  " + oneLine(l.Name) + ": " + oneLine(l.Says))
		for _, more := range l.More {
			c.say("    " + oneLine(more))
		}
	}
}
