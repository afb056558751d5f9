package region

import (
	"context"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/safefile"
)

// missedInPack is how many of the most missed questions a pack of figures names.
const missedInPack = 10

// PackName is what a pack of figures is called and by whom it was made.
type PackName struct {
	ID, Name  string // id as of content packs
	Source    string
	Languages []string // that the name is written in
}

// Peers are the figures of a roll-up as firms see them beside their own; nil where it has none.
func (r *Rollup) Peers() *content.Peers {
	if r.Firms < Fewest {
		return nil
	}
	p := &content.Peers{Region: r.Region, Date: r.Day.Format(time.DateOnly), Firms: r.Firms, Sample: r.Sample, Model: r.Model, Version: r.Version,
		Dimensions: map[string]*big.Rat{}}
	for _, s := range r.All.Values {
		if s.Dimension == "" {
			p.Overall = s.Mean
		} else {
			p.Dimensions[s.Dimension] = s.Mean
		}
	}
	for _, m := range r.Missed[:min(missedInPack, len(r.Missed))] {
		p.Missed = append(p.Missed, m.Question)
	}
	return p
}

// WritePack writes the figures as a pack of content into a folder that does not exist yet, once they
// are kept as having left. It returns a *Fault where there are no figures.
func (v *View) WritePack(ctx context.Context, folder string, name PackName) error {
	peers := v.Rollup.Peers()
	if peers == nil {
		return assessments.NewFault("rollup-few", "least", Fewest)
	}
	files := content.WritePeers(peers)
	files[content.PackFile] = content.WriteInfo(content.Info{ID: name.ID, Name: name.Name, Version: peers.Date, Date: peers.Date, Languages: name.Languages, Source: name.Source})
	if err := v.Release(ctx); err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	for path := range files {
		at := filepath.Join(folder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := safefile.WriteFile(at, files[path], 0o644); err != nil {
			return err
		}
	}
	return nil
}
