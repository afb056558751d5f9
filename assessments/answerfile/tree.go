package answerfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"nivel/assessments"
)

// shape is what a JSON value is.
type shape int8

const (
	null shape = iota
	object
	list
	text
	number
	boolean
)

// node is a JSON value that knows where it stands.
type node struct {
	shape      shape
	start, end int    // bytes in the file
	text       string // of a text
	members    []member
	items      []*node
}

type member struct {
	key   string
	start int // of the key
	value *node
}

// member returns the first value with that key, or nil.
func (n *node) member(key string) *node {
	if n == nil {
		return nil
	}
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// finding is a fault with the byte it stands at.
type finding struct {
	at    int
	key   string
	fault *assessments.Fault
}

// parser builds the tree; encoding/json alone would hide lines, duplicates and depth.
type parser struct {
	data   []byte
	dec    *json.Decoder
	values int
	found  *finding // the first
	broken bool     // the tree ends early
}

// parse returns the tree, or as much of it as could be read, and what is wrong with its form.
func parse(data []byte) (*node, *finding, bool) {
	p := &parser{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	p.dec.UseNumber()
	root, ok := p.value("", 0)
	if ok {
		if at := p.next(); at < len(data) {
			p.stop(at, "", "json-trailing", "near", near(data, at))
		}
	}
	return root, p.found, p.broken
}

func (p *parser) report(at int, key, code string, pairs ...any) {
	if p.found == nil {
		p.found = &finding{at, brief(key), assessments.NewFault(code, pairs...)}
	}
}

func (p *parser) stop(at int, key, code string, pairs ...any) {
	p.broken = true
	p.report(at, key, code, pairs...)
}

// next is where the next token starts.
func (p *parser) next() int {
	at := int(p.dec.InputOffset())
	for at < len(p.data) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[at]) >= 0 {
		at++
	}
	return at
}

// token reads one; a fault ends the tree.
func (p *parser) token(key string) (json.Token, int, bool) {
	at := p.next()
	t, err := p.dec.Token()
	switch {
	case err == nil:
		return t, at, true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), at >= len(p.data):
		p.stop(len(p.data), key, "json-end")
	default:
		p.stop(at, key, "json-syntax", "near", near(p.data, at))
	}
	return nil, at, false
}

// near is the piece of the file that cannot be read, up to the end of its line.
func near(data []byte, at int) string {
	piece := data[at:min(len(data), at+30)]
	if i := bytes.IndexAny(piece, "\r\n"); i > 0 {
		piece = piece[:i]
	}
	return brief(string(bytes.ToValidUTF8(piece, nil)))
}

func (p *parser) value(key string, depth int) (*node, bool) {
	t, at, ok := p.token(key)
	if !ok {
		return nil, false
	}
	n := &node{start: at}
	if p.values++; p.values > valueLimit {
		p.stop(at, key, "file-large", "limit", "4 MB")
		return nil, false
	}
	switch t := t.(type) {
	case json.Delim:
		if depth == depthLimit {
			p.stop(at, key, "json-deep", "limit", depthLimit)
			return nil, false
		}
		if t == '{' {
			n.shape, ok = object, p.object(n, key, depth)
		} else {
			n.shape, ok = list, p.list(n, key, depth)
		}
	case string:
		n.shape, n.text = text, t
	case json.Number:
		n.shape = number
	case bool:
		n.shape = boolean
	}
	n.end = int(p.dec.InputOffset())
	return n, ok
}

func (p *parser) object(n *node, key string, depth int) bool {
	first := map[string]int{}
	for p.dec.More() {
		t, at, ok := p.token(key)
		if !ok {
			return false
		}
		name, _ := t.(string) // the decoder lets nothing else stand here
		place := join(key, name)
		if before, twice := first[name]; twice && p.found == nil {
			p.report(at, place, "key-twice", "key", brief(name), "line", line(p.data, before))
		} else if !twice {
			first[name] = at
		}
		v, ok := p.value(place, depth+1)
		if v != nil {
			n.members = append(n.members, member{name, at, v})
		}
		if !ok {
			return false
		}
	}
	_, _, ok := p.token(key)
	return ok
}

func (p *parser) list(n *node, key string, depth int) bool {
	for p.dec.More() {
		v, ok := p.value(key, depth+1)
		if v != nil {
			n.items = append(n.items, v)
		}
		if !ok {
			return false
		}
	}
	_, _, ok := p.token(key)
	return ok
}

// join extends a place in the file; a long name is cut, because places are only shown.
func join(key, name string) string {
	if len(name) > 100 {
		name = name[:100]
	}
	if key == "" {
		return name
	}
	return key + "." + name
}

// line is the line of a byte, from 1.
func line(data []byte, at int) int { return 1 + bytes.Count(data[:min(at, len(data))], []byte("\n")) }
