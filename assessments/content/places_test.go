package content_test

import (
	"math"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
)

// The shipped municipalities are those of the region, and firms' ways of writing them are understood.
func TestPlacesOfMurcia(t *testing.T) {
	lib := shipped.Library()
	r := lib.Region("murcia")
	if len(r.Places) != 45 || len(r.PlacesFrom) == 0 {
		t.Fatalf("%d places from %v", len(r.Places), r.PlacesFrom)
	}
	for _, p := range r.Places {
		if p.Lat < 37.3 || p.Lat > 38.8 || p.Lon < -2.4 || p.Lon > -0.6 {
			t.Errorf("%+v lies outside the region", p)
		}
	}
	for text, want := range map[string]string{"Yecla": "30043", " YECLA ": "30043", "aguilas": "30003", "Polígono Urbayecla, Yecla (Murcia)": "30043",
		"Madrid": "", "": "", ",": ""} {
		_, p := lib.FindPlace(text)
		if (p == nil) != (want == "") || p != nil && p.ID != want {
			t.Errorf("%q is %+v", text, p)
		}
	}
	// On the flat: 1.0132 degrees south at 111.19 km, 0.1332 east at 111.19 km times the cosine of 38.1.
	if km := lib.Place("murcia", "30043").Kilometres(*lib.Place("murcia", "30016")); math.Abs(km-113.3) > 0.5 {
		t.Errorf("Yecla to Cartagena is %.1f km", km)
	}
}

// Distance is a metric on the globe, and never more than half its round.
func TestKilometresAreADistance(t *testing.T) {
	place := rapid.Custom(func(t *rapid.T) assessments.Place {
		return assessments.Place{Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := place.Draw(t, "a"), place.Draw(t, "b"), place.Draw(t, "c")
		ab := a.Kilometres(b)
		if a.Kilometres(a) != 0 || math.Abs(ab-b.Kilometres(a)) > 1e-6 || ab < 0 || ab > 20016 || ab > a.Kilometres(c)+c.Kilometres(b)+1e-3 {
			t.Errorf("%v to %v is %v km", a, b, ab)
		}
	})
}

// A place without or beyond degrees, or twice, is said.
func TestPlacesThatAreNone(t *testing.T) {
	for list, code := range map[string]string{`[{id: a, name: "A", lat: 1}]`: "place-degrees", `[{id: a, name: "A", lat: 91, lon: 1}]`: "place-degrees",
		`[{id: a, name: "A", lat: .nan, lon: 1}]`: "place-degrees", `[{id: a, name: "A", lat: 1, lon: -181}]`: "place-degrees",
		`[{id: a, name: "A", lat: 1, lon: 1}, {id: b, name: "á", lat: 1, lon: 1}]`: "place-twice",
		`[{id: a, name: "A", lat: 1, lon: 1}, {id: a, name: "B", lat: 1, lon: 1}]`: "id-twice"} {
		fsys := fstest.MapFS{"regions/r/region.yaml": {Data: []byte("id: r\ncountry: ES\n")}, "regions/r/places.yaml": {Data: []byte("sources: [{name: \"S\"}]\nchecked: 2026-11-24\nplaces: " + list + "\n")}}
		for _, lang := range content.Languages {
			fsys["regions/r/texts."+lang+".yaml"] = &fstest.MapFile{Data: []byte("region: {name: \"R\"}\n")}
		}
		_, findings := content.Load(fsys)
		found := false
		for _, f := range findings {
			found = found || f.File == "regions/r/places.yaml" && f.Fault.Code == code
		}
		if !found {
			t.Errorf("%s: %v", list, findings)
		}
	}
}

// A firm whose municipality is known is told of its region and of distances; another of all regions and
// none.
func TestAwayAndRegionsOf(t *testing.T) {
	lib := shipped.Library()
	if from, km, ok := lib.Away("yecla", "Polígono Industrial Oeste, Murcia"); !ok || from != "Yecla" || math.Abs(km-70) > 1 {
		t.Errorf("%v %v %v", from, km, ok)
	}
	for _, pair := range [][2]string{{"Yecla", "Yecla (Murcia)"}, {"Madrid", "Murcia"}, {"Yecla", ""}} {
		if _, _, ok := lib.Away(pair[0], pair[1]); ok {
			t.Errorf("%v is a way", pair)
		}
	}
	other := *lib
	other.Regions = append(other.Regions[:1:1], assessments.Region{ID: "far", Places: []assessments.Place{{ID: "x", Name: "Weit", Lat: 48, Lon: 16}}})
	if r := other.RegionsOf("Yecla"); len(r) != 1 || r[0].ID != "murcia" {
		t.Errorf("Yecla has %d regions", len(r))
	}
	if r := other.RegionsOf("weit"); len(r) != 1 || r[0].ID != "far" {
		t.Errorf("the other has %d regions", len(r))
	}
	other.Regions = append(other.Regions, assessments.Region{ID: "pack"}) // of a cluster, without places
	if r := other.RegionsOf("Yecla"); len(r) != 2 || r[1].ID != "pack" {
		t.Errorf("Yecla and a pack are %d regions", len(r))
	}
	if r := other.RegionsOf("Madrid"); len(r) != 3 {
		t.Errorf("an unknown place has %d regions", len(r))
	}
}
