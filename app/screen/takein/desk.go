package takein

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/dossier"
)

// Desk is what is being taken in, as long as its page is shown: files, passphrase and choices stay
// when the page is built anew.
type Desk struct {
	route  string
	files  []*file
	coming []dossier.Coming
	err    error // why what was read cannot be brought together
	rule   dossier.Rule
	chosen map[string]map[dossier.Key]dossier.Side // by company
	shown  int                                     // differences that are drawn
	done   *session.Taken
	failed error
	busy   bool
	now    *Screen // the page as it was built last; what goes on in the background tells that one
}

// file is one that was chosen.
type file struct {
	path  string
	read  *dossier.File
	err   error
	tried bool // it has been opened, or could not be
}

// FilesLimit is how many files are taken in at once.
const FilesLimit = 300

// drawn is how many differences are drawn at first, and with each press more.
const drawn = 40

// NewDesk is one for the files of a route: a path, several with | between, or none.
func NewDesk(route string) *Desk {
	d := &Desk{route: route, rule: dossier.RuleNewer, chosen: map[string]map[dossier.Key]dossier.Side{}, shown: drawn}
	if route == "" {
		return d
	}
	if _, err := os.Stat(route); err == nil {
		d.add(route)
		return d
	}
	d.add(strings.Split(route, "|")...)
	return d
}

// Of says whether the desk is that of a route.
func (d *Desk) Of(route string) bool { return d.route == route }

// Join makes a route's id of paths.
func Join(paths []string) string { return strings.Join(paths, "|") }

// add puts files on the desk, each once; of a folder all that end as they do.
func (d *Desk) add(paths ...string) (none bool) {
	before := len(d.files)
	for _, path := range paths {
		all := []string{path}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			all, _ = filepath.Glob(filepath.Join(escaped(path), "*"+dossier.Ending)) // a folder that cannot be read has none
		}
		for _, p := range all {
			if len(d.files) < FilesLimit && !slices.ContainsFunc(d.files, func(f *file) bool { return f.path == p }) {
				d.files = append(d.files, &file{path: p})
			}
		}
	}
	return len(d.files) == before
}

// escaped is a path as Glob takes it literally.
func escaped(path string) string {
	if filepath.Separator == '\\' {
		return path // there is no way to say it, and "[" is what would need it
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// dossiers are those of the files that could be read.
func (d *Desk) dossiers() []assessments.Dossier {
	var out []assessments.Dossier
	for _, f := range d.files {
		if f.read != nil {
			out = append(out, f.read.Dossier)
		}
	}
	return out
}

// locked says whether a file waits for a passphrase.
func (f *file) locked() bool {
	code := faultCode(f.err)
	return code == "dossier-locked" || code == "dossier-passphrase"
}

// choices are what is done about a company's differences.
func (d *Desk) choices(company string) dossier.Choices {
	return dossier.Choices{Rule: d.rule, Items: d.chosen[company]}
}

// side is what counts of a thing as things stand.
func (d *Desk) side(company string, x *dossier.Item) dossier.Side {
	if s := d.chosen[company][x.Key]; s != dossier.Unchosen {
		return s
	}
	if d.rule == dossier.RuleMine {
		return dossier.Mine
	}
	return x.Newer
}

// choose says by hand what counts.
func (d *Desk) choose(company string, k dossier.Key, s dossier.Side) {
	if d.chosen[company] == nil {
		d.chosen[company] = map[dossier.Key]dossier.Side{}
	}
	d.chosen[company][k] = s
}

// news says whether a firm would change as things stand. Of answers in conflict those of the file are
// kept too, whatever counts.
func (d *Desk) news(c *dossier.Coming) bool {
	for i := range c.Comparison {
		x := &c.Comparison[i]
		if x.State == dossier.Ahead || x.State == dossier.Different && (x.Part == dossier.PartRating || d.side(c.Theirs.Company.ID, x) == dossier.Theirs) {
			return true
		}
	}
	return false
}

// differ are the things that both sides have in another way, by firm.
func differ(c *dossier.Coming) []*dossier.Item {
	var out []*dossier.Item
	for i := range c.Comparison {
		if c.Comparison[i].State == dossier.Different {
			out = append(out, &c.Comparison[i])
		}
	}
	return out
}
