package plan

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
)

// Desk is what the pages of the plan keep while they are built anew: what is typed and cannot be
// kept yet, where the keyboard stands, what has just been said.
type Desk struct {
	drafts  map[string]texts // by item, what was typed and could not be saved
	phase   int              // shown beside today where not all find room
	notice  *notice
	focus   string  // the item whose card has the keyboard
	offset  float32 // how far the page is scrolled
	turning bool    // the page is being built anew, not left
}

// texts are what stands in the fields of a form, as typed.
type texts map[string]string

// notice is said once at the head of the page.
type notice struct {
	tone       widget.Tone
	icon       string
	bold, text string
}

// NewDesk makes an empty desk.
func NewDesk() *Desk { return &Desk{drafts: map[string]texts{}} }

// cardButton is a button of a card, which has a name even where it shows no text, and keys of its
// own.
type cardButton struct {
	widget.Button
	Name string
	keys func(fyne.KeyName) bool
}

func newCardButton(kind widget.Kind, icon, text, name string, tapped func(), keys func(fyne.KeyName) bool) *cardButton {
	b := &cardButton{Name: name, keys: keys}
	b.Kind, b.Icon, b.Text, b.OnTapped, b.Height = kind, icon, text, tapped, 32
	b.Self = b
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel is what the button does.
func (b *cardButton) AccessibilityLabel() string { return b.Name }

// TypedKey implements fyne.Focusable: the keys of the card come first.
func (b *cardButton) TypedKey(e *fyne.KeyEvent) {
	if b.keys != nil && b.keys(e.Name) {
		return
	}
	b.Button.TypedKey(e)
}
