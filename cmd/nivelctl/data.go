package main

import (
	"context"
	"errors"
	"flag"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/sqlite"
)

// dataFlag is the data folder that a command works on; empty is the one of the window.
func dataFlag(flags *flag.FlagSet) *string { return flags.String("data", "", "") }

// dataDir is the folder that was named, or that of the window.
func dataDir(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	return sqlite.DefaultDir()
}

// inStore does work with the store of a folder, which must be there unless it may be made.
func (c *call) inStore(dir string, mayMake bool, work func(context.Context, *sqlite.Store, string) error) (err error) {
	if dir, err = dataDir(dir); err != nil {
		return err
	}
	if !mayMake && !sqlite.Exists(dir) {
		return &inFile{dir, sqlite.ErrNotFound}
	}
	s, err := sqlite.Open(dir)
	if err != nil {
		return &inFile{dir, err}
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return work(context.Background(), s, dir)
}

var listVerb = verb{"list", func(flags *flag.FlagSet) action {
	data, asJSON := dataFlag(flags), flags.Bool("json", false, "")
	return func(c *call, args []string) error {
		if len(args) > 0 {
			return misused("many")
		}
		return c.inStore(*data, false, func(ctx context.Context, s *sqlite.Store, _ string) error {
			all, err := listed(ctx, s)
			if err != nil {
				return err
			}
			if *asJSON {
				return c.sayJSON(all)
			}
			for _, f := range all {
				c.say(strings.Join([]string{f.ID, c.called(f.Name, f.Sample), oneLine(f.Place), c.words.N("cli.list.rounds", f.Rounds)}, "\t"))
			}
			return nil
		})
	}
}}

// listing is a firm as list -json gives it.
type listing struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Place  string   `json:"place"`
	NACE   string   `json:"nace"`
	People int      `json:"people"`
	Sample bool     `json:"sample"`
	Tags   []string `json:"tags"`
	Rounds int      `json:"rounds"`
}

func listed(ctx context.Context, s *sqlite.Store) ([]listing, error) {
	companies, err := s.Companies(ctx)
	if err != nil {
		return nil, err
	}
	out := []listing{}
	for _, k := range companies {
		rounds, err := s.Assessments(ctx, k.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, listing{k.ID, k.Name, k.Place, k.NACE, k.People, k.Sample, append([]string{}, k.Tags...), len(rounds)})
	}
	return out, nil
}

// called is a firm's name for a line, marked where it is a sample.
func (c *call) called(name string, sample bool) string {
	if name = oneLine(name); name == "" {
		name = c.words.T("cli.noname")
	}
	if sample {
		return c.words.T("cli.sample", "name", name)
	}
	return name
}

// company is the firm with that id, or with that name where it is the only one.
func (c *call) company(ctx context.Context, s *sqlite.Store, wanted string) (assessments.Company, error) {
	all, err := s.Companies(ctx)
	if err != nil {
		return assessments.Company{}, err
	}
	if i := slices.IndexFunc(all, func(k assessments.Company) bool { return k.ID == wanted }); i >= 0 {
		return all[i], nil
	}
	named := slices.DeleteFunc(all, func(k assessments.Company) bool { return k.Name != wanted || wanted == "" })
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return assessments.Company{}, assessments.NewFault("company-unknown", "name", oneLine(wanted))
	}
	return assessments.Company{}, assessments.NewFault("company-many", "name", oneLine(wanted))
}

// inFirm does something with everything about one firm of a data folder.
func (c *call) inFirm(data, wanted string, do func(ctx context.Context, s *sqlite.Store, dir string, d assessments.Dossier) error) error {
	return c.inStore(data, false, func(ctx context.Context, s *sqlite.Store, dir string) error {
		k, err := c.company(ctx, s, wanted)
		if err != nil {
			return err
		}
		d, err := s.Dossier(ctx, k.ID)
		if err != nil {
			return err
		}
		return do(ctx, s, dir, d)
	})
}

var deleteVerb = verb{"delete", func(flags *flag.FlagSet) action {
	data, sure := dataFlag(flags), flags.Bool("yes", false, "")
	return func(c *call, args []string) error {
		if len(args) != 1 {
			return misused("onecompany")
		}
		return c.inFirm(*data, args[0], func(ctx context.Context, s *sqlite.Store, dir string, d assessments.Dossier) error {
			k := d.Company
			what := c.contents(d)
			if !*sure {
				return misused("sure", "name", c.called(k.Name, k.Sample), "what", what)
			}
			if err := s.DeleteCompany(ctx, k.ID, c.now()); err != nil {
				return err
			}
			c.sayf("delete.done", "name", c.called(k.Name, k.Sample), "what", what)
			c.sayf("delete.copies", "path", dir)
			return nil
		})
	}
}}

// contents is what a firm's file holds, in one line.
func (c *call) contents(d assessments.Dossier) string {
	answers, pictures, steps := 0, 0, 0
	for i := range d.Rounds {
		answers, pictures, steps = answers+len(d.Rounds[i].Ratings), pictures+len(d.Rounds[i].Evidence), steps+len(d.Rounds[i].Plan)
	}
	return strings.Join([]string{c.words.N("cli.list.rounds", len(d.Rounds)), c.words.N("cli.list.ratings", answers), c.words.N("cli.list.steps", steps),
		c.words.N("cli.list.visits", len(d.Visits)), c.words.N("cli.list.pictures", pictures)}, ", ")
}
