package widget

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Even sets objects side by side, each as wide as the others.
func Even(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	shares := make([]float32, len(objects))
	for i := range shares {
		shares[i] = -1
	}
	return Row(gap, shares, objects...)
}

// Tiles sets objects in lines of so many, each as wide as the others.
func Tiles(perLine int, gap float32, objects []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for line := range slices.Chunk(objects, perLine) {
		for len(line) < perLine {
			line = append(slices.Clip(line), Space(1, 1))
		}
		out = append(out, Even(gap, line...))
	}
	return out
}
