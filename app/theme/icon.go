package theme

import (
	"sync"

	"fyne.io/fyne/v2"

	"nivel/assessments/figure"
	"nivel/assessments/icon"
	"nivel/assets"
)

// Fyne's themed resources recolour fills only, so each icon is drawn anew for each colour.
var icons = struct {
	once  sync.Once
	paths map[string]icon.Path
	mu    sync.Mutex
	made  map[[2]string]fyne.Resource
}{made: map[[2]string]fyne.Resource{}}

// Icon is one of Nivel's icons in the colour of a token. An unknown name gives a blank picture.
func Icon(name string, t figure.Token) fyne.Resource {
	icons.once.Do(func() {
		// A broken list is caught by the tests of package icon; here it leaves blank pictures.
		icons.paths, _ = icon.Parse(assets.Icons)
	})
	colour := Hex(t)
	icons.mu.Lock()
	defer icons.mu.Unlock()
	key := [2]string{name, colour}
	r, ok := icons.made[key]
	if !ok {
		r = fyne.NewStaticResource(name+colour[1:]+".svg", icons.paths[name].SVG(colour))
		icons.made[key] = r
	}
	return r
}
