//go:build (cgo || ci) && !linux

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// systemDark says whether the system is set to dark colours.
func systemDark(a fyne.App) bool { return a.Settings().ThemeVariant() == theme.VariantDark }
