// Package e2e drives the real program in a real window: an X server without a screen, key presses,
// the mouse. What was pressed must stand in the SQLite file and in the saved PDF.
//
// The tests have the build tag e2e. They use the program that NIVEL_BIN names (absolute, or
// relative to the repository's root; bin/nivel without it) and need Xvfb, setxkbmap, xdotool,
// import (ImageMagick) and pdftotext. NIVEL_E2E_SEED repeats the answers of an earlier run;
// NIVEL_E2E_LOOK=1 keeps the pictures of all screens, which are otherwise kept on failure only.
package e2e
