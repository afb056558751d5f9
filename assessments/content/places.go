package content

import (
	"io/fs"
	"path"
	"strings"

	"nivel/assessments"
)

const placesFile = "places.yaml"

type placesForm struct {
	Sources []sourceFile
	Checked string
	Places  []placeForm
}

type placeForm struct {
	ID, Name string
	Lat, Lon *float64
}

// municipalities reads the municipalities of the region's folder, where it has any.
func (r *reader) municipalities(dir string, region *assessments.Region) {
	file := path.Join(dir, placesFile)
	if _, err := fs.Stat(r.fsys, file); err != nil {
		return
	}
	var raw placesForm
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	region.PlacesFrom = r.sources(d, nil, raw.Sources)
	region.PlacesSeen = r.checked(d, nil, raw.Checked)
	seen, names := map[string]bool{}, map[string]bool{}
	for i, p := range raw.Places {
		at := []any{"places", i}
		r.wantID(d, with(at, "id"), p.ID)
		r.unique(d, with(at, "id"), p.ID, seen)
		checker{r, d}.text(p.Name, with(at, "name")...)
		if names[folded(p.Name)] {
			r.at(d, with(at, "name"), "place-twice", "place", p.Name)
		}
		names[folded(p.Name)] = true
		if p.Lat == nil || p.Lon == nil || !(*p.Lat >= -90 && *p.Lat <= 90) || !(*p.Lon >= -180 && *p.Lon <= 180) {
			r.at(d, at, "place-degrees", "place", p.Name)
			continue
		}
		region.Places = append(region.Places, assessments.Place{ID: p.ID, Name: p.Name, Lat: *p.Lat, Lon: *p.Lon})
	}
}

// folded is a name without accents, capitals and doubled spaces.
func folded(name string) string { return strings.Join(strings.Fields(Fold(name)), " ") }

// Place returns the municipality of a region, or nil.
func (l *Library) Place(region, id string) *assessments.Place {
	if r := l.Region(region); r != nil {
		return find(r.Places, func(p *assessments.Place) bool { return p.ID == id })
	}
	return nil
}

// FindPlace returns the municipality that a text names, alone or as one of several parts between
// commas, slashes or brackets ("Polígono Urbayecla, Yecla (Murcia)": the first that is one), and its
// region; empty and nil where it names none.
func (l *Library) FindPlace(text string) (region string, place *assessments.Place) {
	parts := append([]string{text}, strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;/()", c) })...)
	for _, part := range parts {
		want := folded(part)
		for i := range l.Regions {
			r := &l.Regions[i]
			if p := find(r.Places, func(p *assessments.Place) bool { return folded(p.Name) == want }); p != nil && want != "" {
				return r.ID, p
			}
		}
	}
	return "", nil
}

// Away is how far a place that somebody named lies from a firm's, as the crow flies: the name of the
// firm's municipality and kilometres. It is false where either is no municipality of the library's
// regions, or both are the same.
func (l *Library) Away(firm, place string) (from string, kilometres float64, ok bool) {
	_, a := l.FindPlace(firm)
	_, b := l.FindPlace(place)
	if a == nil || b == nil || *a == *b {
		return "", 0, false
	}
	return a.Name, a.Kilometres(*b), true
}

// RegionsOf are the regions that a firm at that place is told of: that of its municipality and those
// that name no municipalities, as a cluster's pack may; all where its place is not known.
func (l *Library) RegionsOf(place string) []assessments.Region {
	id, p := l.FindPlace(place)
	if p == nil {
		return l.Regions
	}
	var out []assessments.Region
	for _, r := range l.Regions {
		if r.ID == id || len(r.Places) == 0 {
			out = append(out, r)
		}
	}
	return out
}
