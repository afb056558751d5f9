package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/pack"
	"nivel/assessments/sqlite"
)

// bringing is how firms are taken in.
type bringing struct {
	data, rule *string
	dry        *bool
}

func bringFlags(flags *flag.FlagSet) *bringing {
	return &bringing{dataFlag(flags), flags.String("rule", string(dossier.RuleNewer), ""), flags.Bool("n", false, "")}
}

func (b *bringing) check() error {
	if !slices.Contains(dossier.Rules, dossier.Rule(*b.rule)) {
		return misused("flagvalue", "flag", "rule", "value", *b.rule)
	}
	return nil
}

var importVerb = verb{"import", func(flags *flag.FlagSet) action {
	b, passphraseFile := bringFlags(flags), flags.String("passphrase-file", "", "")
	return func(c *call, args []string) error {
		if len(args) == 0 {
			return misused("nodossier")
		}
		if err := b.check(); err != nil {
			return err
		}
		passphrase, err := readPassphrase(*passphraseFile)
		if err != nil {
			return err
		}
		dir, err := dataDir(*b.data)
		if err != nil {
			return err
		}
		// Before the store is opened: a file that is refused leaves not even a new folder.
		models := c.models(dir)
		var all []assessments.Dossier
		for _, path := range args {
			f, err := dossier.ReadFile(path, dossier.Options{Passphrase: passphrase, Model: models})
			if err != nil {
				return &inFile{path, err}
			}
			all = append(all, f.Dossier)
		}
		return c.inStore(dir, true, func(ctx context.Context, s *sqlite.Store, _ string) error { return c.bring(ctx, s, all, b) })
	}
}}

// models finds the versions of questionnaires that the program and the packs of a folder have.
func (c *call) models(dir string) func(id, version string) *assessments.Model {
	lib, _ := pack.Open(dir).Load(shipped()) // a pack in trouble is missing, and so are its questionnaires
	return func(id, version string) *assessments.Model {
		if p := lib.Version(id, version); p != nil {
			return &p.Model
		}
		return nil
	}
}

var mergeVerb = verb{"merge", func(flags *flag.FlagSet) action {
	b := bringFlags(flags)
	return func(c *call, args []string) error {
		if len(args) != 1 {
			return misused("onefolder")
		}
		if err := b.check(); err != nil {
			return err
		}
		if !sqlite.Exists(args[0]) {
			return &inFile{args[0], sqlite.ErrNotFound}
		}
		return c.inStore(*b.data, true, func(ctx context.Context, s *sqlite.Store, dir string) error {
			all, err := c.other(ctx, args[0], dir)
			if err != nil {
				return &inFile{args[0], err}
			}
			return c.bring(ctx, s, all, b)
		})
	}
}}

// other reads all firms of another data folder from a copy of it, each as it would come in a file.
func (c *call) other(ctx context.Context, from, dir string) (all []assessments.Dossier, err error) {
	scratch, err := os.MkdirTemp(dir, ".nivel-") // opening the store sweeps what a crash leaves of it
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	s, err := sqlite.OpenCopy(from, scratch)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	companies, err := s.Companies(ctx)
	if err != nil {
		return nil, err
	}
	models := c.models(dir)
	for _, k := range companies {
		d, err := s.Dossier(ctx, k.ID)
		if err != nil {
			return nil, err
		}
		if d, err = dossier.Checked(d, models); err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}

// bring says what comes in, and brings it in unless that is only tried.
func (c *call) bring(ctx context.Context, s *sqlite.Store, all []assessments.Dossier, b *bringing) error {
	coming, err := dossier.Prepare(ctx, s, all)
	if err != nil {
		return err
	}
	choices := dossier.Choices{Rule: dossier.Rule(*b.rule), At: c.now()}
	for i := range coming {
		c.sayComing(&coming[i], choices)
	}
	if *b.dry {
		c.sayf("bring.dry")
		return nil
	}
	done, err := dossier.Bring(ctx, s, coming, func(*dossier.Coming) dossier.Choices { return choices }, c.now())
	switch {
	case errors.Is(err, sqlite.ErrNotFound):
		return assessments.NewFault("dossier-others")
	case err != nil:
		return err
	case done.Changed == 0:
		c.sayf("bring.nothing")
		return nil
	}
	c.say(c.words.N("cli.bring.done", done.Changed))
	c.sayf("bring.copy", "path", done.Backup)
	return nil
}

// sayComing says what a firm brings: how much of each part is new, and each thing that both sides have
// in another way.
func (c *call) sayComing(k *dossier.Coming, choices dossier.Choices) {
	name, id := c.called(k.Theirs.Company.Name, k.Theirs.Company.Sample), k.Theirs.Company.ID
	if k.New() {
		c.sayf("bring.new", "name", name, "id", id)
	} else {
		c.sayf("bring.known", "name", name, "id", id)
	}
	changes := k.Preview(choices)
	for _, p := range dossier.Parts {
		if n := changes.Count(p, dossier.Ahead) + changes.Count(p, dossier.Different); n > 0 {
			c.say("  " + c.words.T("cli.bring.part", "part", c.words.T("cli.bring.part."+string(p)), "n", n))
		}
	}
	differ := false
	for i := range k.Comparison {
		if x := &k.Comparison[i]; x.State == dossier.Different {
			differ = true
			c.say("  " + c.words.T("cli.bring.differs", "part", c.words.T("cli.bring.part."+string(x.Part)), "what", oneLine(x.Question+x.ID),
				"mine", said(x.Mine, x.MineAt), "theirs", said(x.Theirs, x.TheirsAt)))
		}
	}
	if differ {
		c.say("  " + c.words.T("cli.bring.rule."+string(choices.Rule)))
	}
}

// said is what a side has, as far as a line can show it, and when it was said.
func said(v any, at time.Time) string {
	var parts []string
	if r, ok := v.(assessments.Rating); ok {
		if data, err := r.Answer.Value.MarshalJSON(); err == nil {
			parts = append(parts, fmt.Sprintf("%.60s", data), string(r.Respondent))
		}
	}
	if !at.IsZero() {
		parts = append(parts, at.UTC().Format(time.RFC3339))
	}
	return oneLine(strings.Join(parts, ", "))
}
