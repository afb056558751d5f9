// Package screen says what a screen of Nivel is and what it may ask of the window it stands in.
//
// Each package below it is one screen. A screen builds its tree once, in reading order, and tells
// the window what to do through Host; it never touches another screen.
package screen

import (
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/session"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/pdf"
)

// Page is one of the screens.
type Page string

// The pages.
const (
	Home      Page = "home"
	Interview Page = "interview"
	Questions Page = "questions"
	Results   Page = "results"
	Why       Page = "why"      // ID: an area; empty: the whole firm
	Rounds    Page = "rounds"   // ID: the two that are compared, "earlier|later"
	Readings  Page = "readings" // ID: a framework
	Versions  Page = "versions"
	Begin     Page = "begin" // ID: a model that is about to be begun
	Steps     Page = "steps"
	Plan      Page = "plan" // ID: an item, or a page below the plan
	Practices Page = "practices"
	Practice  Page = "practice"
	Library   Page = "library" // ID: a kind that alone is shown
	Entry     Page = "entry"   // of the library: "technology:cnc", "contact:murcia/cetem"
	Edit      Page = "edit"    // the form of an entry; "contact:" for a new one
	Report    Page = "report"  // ID: ClarifyList, BlankPaper or FirmLetter for that alone
	Profile   Page = "profile"
	Settings  Page = "settings"
	Editor    Page = "editor" // of questionnaires; ID: the one that is changed
	Help      Page = "help"
	// The advisor's side.
	Companies Page = "companies" // all firms
	Bring     Page = "bring"     // a table of firms; ID: its path
	Visit     Page = "visit"     // ID: a page below the visit
	Compare   Page = "compare"   // ID: ids of companies, "a|b|c"
	HandOver  Page = "handover"  // everything about a company as a file; ID: companies, empty: the one that is shown
	TakeIn    Page = "takein"    // a file that was handed over; ID: its path
	Delete    Page = "delete"    // ID: companies
	// What a cluster does with many firms.
	Series     Page = "series"     // Kickstart series; ID: one of them, or a page below it, "id/…"
	Region     Page = "region"     // the roll-up; ID: a part of it
	Services   Page = "services"   // shared services; ID: one of them
	Group      Page = "group"      // the working group; ID: a page below it
	Committee  Page = "committee"  // of experts; ID: a page below it
	ActionPlan Page = "actionplan" // of the region; ID: a page below it
	// Several respondents.
	Differences Page = "differences"
	Clarify     Page = "clarify"
)

// What the page of the report saves by itself: the list of what is to be clarified, the questionnaire
// to fill in by hand, the letter to the firm after a visit.
const (
	ClarifyList = "clarify"
	BlankPaper  = "paper"
	FirmLetter  = "letter"
)

// Contribute is the part of the region's page on which the firm that is shown contributes to it.
const Contribute = "contribute"

// Route is a page and what it shows: a question, a practice, a filter.
type Route struct {
	Page Page
	ID   string
}

// Class is how much room there is, by window width divided by text size.
type Class int8

// The classes.
const (
	Wide    Class = iota // 1180 and more
	Compact              // 880 to 1179
	Single               // below
)

// ClassOf is the class of an effective width.
func ClassOf(width float32) Class {
	switch {
	case width >= 1180:
		return Wide
	case width >= 880:
		return Compact
	}
	return Single
}

// Host is the window as a screen sees it.
type Host interface {
	Session() *session.Session
	Window() fyne.Window
	Class() Class
	// Size is the room for the screen itself.
	Size() fyne.Size
	// Go shows another page; Back returns to the one before.
	Go(Route)
	Back()
	// Reload builds the same page anew, after a change of language, colours or text size.
	Reload()
	// Background runs job on another goroutine and then on the window's.
	Background(job func(), then func())
	// Idle runs something on the window's goroutine once the user has had time to look.
	Idle(func())
	// After runs something on the window's goroutine after a while, unless the page has been left.
	After(time.Duration, func())
	// Sample opens or leaves the sample firm.
	Sample(open bool)
	// OpenFile hands a file to the system's viewer; the error says why it could not.
	OpenFile(path string) error
	// Look changes theme or text size and keeps it.
	Look(change func(*Look))
	// CurrentLook is what is set now.
	CurrentLook() Look
	// Folder restarts on another data folder.
	Folder(path string)
	// Fonts are the faces and drawings of what is printed.
	Fonts() pdf.Fonts
}

// Look is how the window looks.
type Look struct {
	Mode    theme.Mode
	Percent int // size of texts, 100 to 200
}

// Screen is one page, built for one session, language, class and theme.
type Screen interface {
	// Content is its tree; called once.
	Content() fyne.CanvasObject
}

// The following are abilities that a screen may have.
type (
	// Keyed handles keys while no widget wants them.
	Keyed interface{ Key(*fyne.KeyEvent) bool }
	// Runed handles letters while no widget wants them.
	Runed interface{ Rune(rune) bool }
	// Primary is the one orange action; Return does it.
	Primary interface{ Primary() }
	// Starter says where the focus stands first.
	Starter interface{ Start() fyne.Focusable }
	// Saver shows how saving stands.
	Saver interface{ Saved(session.State) }
	// Railed brings its own rail instead of the sidebar.
	Railed interface{ Rail() fyne.CanvasObject }
	// Keeper saves what is edited on it; Ctrl+S does.
	Keeper interface{ Keep() }
	// Undoer takes back the last change made on it, and does it again; Ctrl+Z and Ctrl+Y do.
	Undoer interface {
		Undo()
		Redo()
	}
	// Finder has a search field; Ctrl+F goes there.
	Finder interface{ Find() }
	// Readied is told once content is complete.
	Readied interface{ Ready() }
	// Dropped takes files that are dropped on the window.
	Dropped interface{ Dropped(paths []string) }
	// Leaver is told before it is left.
	Leaver interface{ Leave() }
)

// Padding of a page.
func Padding(c Class) float32 {
	if c == Wide {
		return 32
	}
	return 22
}

// Body is a page's column with its padding, scrolling downwards.
func Body(c Class, objects ...fyne.CanvasObject) *widget.Page {
	p := Padding(c)
	return widget.NewPage(widget.Pad(24, p, 24, p, widget.Column(16, objects...)))
}

// Head is a page's title with a line below it and buttons at the right; below it where there is
// no room.
func Head(c Class, title, text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	words := widget.Column(2, widget.NewText(widget.H1, figure.Ink, title), widget.NewText(widget.Body, figure.Ink2, text))
	if len(buttons) == 0 {
		return words
	}
	if c == Single {
		return widget.Column(12, words, widget.Wrap(10, 8, buttons...))
	}
	shares := []float32{-1}
	return widget.Row(14, shares, append([]fyne.CanvasObject{words}, widget.Centred(10, nil, buttons...))...)
}

// CardHead is a card's heading with an icon.
func CardHead(icon, title string) fyne.CanvasObject {
	return widget.Label(icon, figure.Ink, 21, 9, widget.NewText(widget.H3, figure.Ink, title))
}

// Sides sets two objects side by side with these parts, or one below the other.
func Sides(c Class, left, right float32, a, b fyne.CanvasObject) fyne.CanvasObject {
	if c == Single {
		return widget.Column(16, a, b)
	}
	return widget.Row(18, []float32{-left, -right}, a, b)
}

// WhoTone is the colour of a tag that says who acts, with its icon.
func WhoTone(who assessments.Actor) (widget.Tone, string) {
	if who == assessments.Firm {
		return widget.ToneLime, "firm"
	}
	return widget.ToneBlue, "map"
}
