// Package house holds no code, only the tests that keep the project in order: which package may
// import which, that every sentence the program says exists in every language and is said
// somewhere, that the files the desktop reads agree with the code, and what may lie where.
//
// The rule: each test reads the source as it is and names file, what is wrong and what is right.
// Rules that need a sentence of explanation have it here, beside the test; .golangci.yml repeats
// the arrows for editors.
package house
