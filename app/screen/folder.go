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

// PickFile asks for a file with one of these endings, beginning in the documents, and passes its path
// on where one was chosen.
func PickFile(w fyne.Window, endings []string, then func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			_ = r.Close() // it is opened anew, by its path
			then(r.URI().Path())
		}
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	if at, err := storage.ListerForURI(storage.NewFileURI(Documents())); err == nil {
		d.SetLocation(at)
	}
	size := w.Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(size.Width*0.82, size.Height*0.82)) // before Show, Fyne 2.8 panics
}
