package sqlite

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
)

// use is what a connection is for.
type use int

const (
	working   use = iota // the one connection of an open store
	migrating            // changes the schema
	reading              // looks at a file that may not be ours, and cannot write
)

// Every setting stands in the address, because one given by a statement would be lost when
// database/sql replaces the connection. busy_timeout comes first, so the others wait too.
var (
	pragmas = []string{
		"busy_timeout(5000)",
		"trusted_schema(0)",  // no function with side effects from within the file
		"cell_size_check(1)", // broken pages are noticed when they are read
	}
	pragmasToWrite = []string{
		"journal_mode(DELETE)", // one file at rest: a copy of it is complete
		"synchronous(EXTRA)",   // a commit that returned survives a power cut
		"secure_delete(1)",     // what is erased is gone from the file at once
	}
)

// address returns the data source name of a file. It is a URL, built and escaped as one: in a
// pasted name `#` would silently open another file.
func address(path string, u use) string {
	name := filepath.ToSlash(path)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // C:/Users becomes file:///C:/Users
	}
	q := url.Values{
		"_pragma":    pragmas,
		"_txlock":    {"immediate"}, // a transaction that writes later cannot fail to get the lock
		"_dqs":       {"0"},         // a misspelt column is an error, not a text
		"_defensive": {"1"},         // no statement can break the file on purpose
		"_error_rc":  {"1"},         // messages that belong to their error
	}
	switch u {
	case working:
		q["_pragma"] = join(pragmas, pragmasToWrite, []string{"foreign_keys(1)"})
	case migrating:
		// Rebuilding a table would delete what refers to it; migrate checks the keys itself.
		q["_pragma"] = join(pragmas, pragmasToWrite, []string{"foreign_keys(0)"})
	case reading:
		q["mode"] = []string{"ro"}
	}
	return (&url.URL{Scheme: "file", Path: name, RawQuery: q.Encode()}).String()
}

func join(lists ...[]string) []string {
	var all []string
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// connect opens a database with the one connection it may have. Errors are the driver's own.
func connect(path string, u use) (*sql.DB, error) {
	db, err := sql.Open("sqlite", address(path, u))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := db.Ping(); err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}
