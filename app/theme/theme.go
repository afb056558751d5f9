// Package theme holds colours, type and spacing of the window. Colours are tokens of package
// figure, so that widgets follow a switch between light and dark and agree with the report.
package theme

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nivel/assessments/figure"
	"nivel/assets"
)

// Mode is which of the two sets of colours is shown.
type Mode string

// The modes; ModeSystem follows the system's setting.
const (
	ModeSystem Mode = "system"
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// Theme implements fyne.Theme for one mode and one size of text.
type Theme struct {
	dark  bool
	scale float32
}

var (
	regular  = fyne.NewStaticResource("IBMPlexSans-Regular.ttf", assets.Regular)
	semiBold = fyne.NewStaticResource("IBMPlexSans-SemiBold.ttf", assets.SemiBold)
	italic   = fyne.NewStaticResource("IBMPlexSans-Italic.ttf", assets.Italic)
)

// New makes a theme; percent is the size of texts (100 to 200).
func New(mode Mode, percent int, systemDark bool) *Theme {
	return &Theme{dark: mode == ModeDark || mode == ModeSystem && systemDark, scale: float32(percent) / 100}
}

// current is the theme of the running app, or the light one where another is set (in tests).
func current() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return plain
}

var plain = New(ModeLight, 100, false)

// Scale is the size of texts and of what grows with them, 1 to 2.
func Scale() float32 { return current().scale }

// Dp is a length that grows with the text.
func Dp(n float32) float32 { return n * current().scale }

// Color is the colour of a token in the theme shown now.
func Color(t figure.Token) color.Color { return hex(palette(current().dark)[t]) }

// Hex is the same as "#RRGGBB".
func Hex(t figure.Token) string { return palette(current().dark)[t] }

// Translucent is a token's colour with an opacity of 0 to 1.
func Translucent(t figure.Token, opacity float64) color.Color {
	c := hex(palette(current().dark)[t])
	c.A = uint8(opacity * 255)
	return c
}

func palette(dark bool) figure.Palette {
	if dark {
		return figure.Dark
	}
	return figure.Light
}

func hex(s string) color.NRGBA {
	if len(s) != 7 {
		return color.NRGBA{}
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.NRGBA{}
	}
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := palette(t.dark)
	if token, ok := names[name]; ok {
		return hex(p[token])
	}
	ink := hex(p[figure.Ink])
	switch name {
	case theme.ColorNameHover:
		ink.A = 15
		return ink
	case theme.ColorNamePressed:
		ink.A = 30
		return ink
	case theme.ColorNameFocus:
		// Fyne blends the focus colour over its buttons, so it must let the label through.
		blue := hex(p[figure.Blue])
		blue.A = 70
		return blue
	case theme.ColorNameScrollBarBackground, theme.ColorNameShadow:
		return color.Transparent
	case theme.ColorNameOverlayBackground:
		return hex(p[figure.Surface])
	}
	variant := theme.VariantLight
	if t.dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

var names = map[fyne.ThemeColorName]figure.Token{
	theme.ColorNameBackground:          figure.Paper,
	theme.ColorNameForeground:          figure.Ink,
	theme.ColorNamePlaceHolder:         figure.Ink2,
	theme.ColorNamePrimary:             figure.Blue,
	theme.ColorNameHyperlink:           figure.Blue,
	theme.ColorNameSuccess:             figure.Blue,
	theme.ColorNameForegroundOnPrimary: figure.OnBlue,
	theme.ColorNameButton:              figure.Surface,
	theme.ColorNameMenuBackground:      figure.Surface,
	theme.ColorNameDisabledButton:      figure.Sunken,
	theme.ColorNameDisabled:            figure.Ink3,
	theme.ColorNameHeaderBackground:    figure.Side,
	theme.ColorNameError:               figure.Err,
	theme.ColorNameWarning:             figure.Warn,
	theme.ColorNameInputBorder:         figure.Edge,
	theme.ColorNameInputBackground:     figure.Surface,
	theme.ColorNameSeparator:           figure.Hair,
	theme.ColorNameSelection:           figure.BlueSoft,
	theme.ColorNameScrollBar:           figure.Edge,
}

// Font implements fyne.Theme: two weights, and italic for the firm's own notes.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return semiBold
	case style.Italic:
		return italic
	}
	return regular
}

// Icon implements fyne.Theme with Fyne's own icons, for its dialogs.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText: 15, theme.SizeNameSubHeadingText: 20, theme.SizeNameHeadingText: 28, theme.SizeNameCaptionText: 13,
	theme.SizeNameInlineIcon: 20,
}

var fixed = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding: 6, theme.SizeNameInnerPadding: 8, theme.SizeNameInputRadius: 10, theme.SizeNameSelectionRadius: 8,
	theme.SizeNameInputBorder: 1.5, theme.SizeNameSeparatorThickness: 1, theme.SizeNameScrollBar: 10, theme.SizeNameScrollBarSmall: 6,
	theme.SizeNameScrollBarRadius: 3,
}

// Size implements fyne.Theme; only texts and icons grow with the scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s * t.scale
	}
	if s, ok := fixed[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}
