package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// PickFolder asks for a folder, beginning at one (empty: where the system begins), and passes its
// path on where one was chosen.
func PickFolder(w fyne.Window, at string, then func(path string)) {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			then(u.Path())
		}
	}, w)
	if at != "" {
		if u, err := storage.ListerForURI(storage.NewFileURI(at)); err == nil {
			d.SetLocation(u)
		}
	}
	size := w.Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(size.Width*0.82, size.Height*0.82)) // before Show, Fyne 2.8 panics
}
