package library

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
)

// field is the search field: Escape empties it, ↓ and Return go on to what was found.
type field struct {
	widget.Entry
	onDown   func()
	onEscape func()
}

func newField(text, hint string, changed func(string)) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	f.SetPlaceHolder(hint)
	f.CursorColumn = len([]rune(text))
	f.OnChanged = changed
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		f.onEscape()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		f.onDown()
	default:
		f.Entry.TypedKey(k)
	}
}
