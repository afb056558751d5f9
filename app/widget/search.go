package widget

import (
	"fyne.io/fyne/v2"
)

// Search is a search field: Escape and ↓ are told, and Return means ↓.
type Search struct {
	Entry
	OnDown   func()
	OnEscape func()
}

// NewSearch makes a search field with the cursor behind what is in it.
func NewSearch(text, hint string, changed func(string)) *Search {
	f := &Search{}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	f.SetPlaceHolder(hint)
	f.CursorColumn = len([]rune(text))
	f.OnChanged = changed
	return f
}

// Go puts the focus into the field and types a letter behind what is there; 0 types none.
func (f *Search) Go(r rune) {
	Focus(f)
	f.CursorColumn = len([]rune(f.Text))
	if r != 0 {
		f.TypedRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (f *Search) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		f.OnEscape()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		f.OnDown()
	default:
		f.Entry.TypedKey(k)
	}
}
