package dossier

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strconv"

	"nivel/assessments"
	"nivel/assessments/safefile"
)

const magic = "nivel-dossier "

// Body is the JSON form of a dossier: what stands in a file behind its first line, and what other
// systems read. The same firm gives the same bytes. Where something in it cannot stand in a file, or
// there is too much, the error is a *Fault.
func Body(d assessments.Dossier) ([]byte, error) {
	return body(&document{version: Format, dossier: Canonical(d)})
}

func body(doc *document) ([]byte, error) {
	size := 1 << 16
	for i := range doc.dossier.Rounds {
		for _, e := range doc.dossier.Rounds[i].Evidence {
			size += (len(e.Picture)+len(e.Thumb))*4/3 + 1000
		}
	}
	if size > SizeLimit {
		return nil, large()
	}
	out := append(appendObject(make([]byte, 0, size), doc.fields()), '\n')
	if len(out) > SizeLimit {
		return nil, large()
	}
	// Whatever a reader would refuse is told now, to the one who still has all of it.
	if _, err := parse(out, nil); err != nil {
		return nil, err
	}
	return out, nil
}

func large() error {
	return assessments.NewFault("dossier-large", "limit", strconv.Itoa(SizeLimit>>20)+" MB")
}

// Write writes a dossier as a file: encrypted with the passphrase or, where that is empty, plain.
func Write(w io.Writer, d assessments.Dossier, passphrase string) error {
	data, err := Body(d)
	if err != nil {
		return err
	}
	return seal(w, data, passphrase)
}

// WriteFile writes a dossier to a file, whole or not at all, and reads it back before it returns.
func WriteFile(path string, d assessments.Dossier, passphrase string) error {
	data, err := Body(d)
	if err != nil {
		return err
	}
	return writeFile(path, data, passphrase)
}

func writeFile(path string, data []byte, passphrase string) error {
	var out bytes.Buffer
	out.Grow(len(data) + len(data)/1024 + 4096)
	if err := seal(&out, data, passphrase); err != nil {
		return err
	}
	if err := safefile.WriteFile(path, out.Bytes(), 0o600); err != nil {
		return err
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return err // a device or pipe gives nothing back
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	back, err := open(f, passphrase)
	if err != nil || !bytes.Equal(back, data) {
		return assessments.NewFault("dossier-unread")
	}
	return nil
}

// seal writes the first line and the body, encrypted or not.
func seal(w io.Writer, body []byte, passphrase string) error {
	if passphrase != "" {
		return encrypt(w, func(w io.Writer) error { return seal(w, body, "") }, passphrase)
	}
	if _, err := io.WriteString(w, firstLine(Format, body)); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

func firstLine(version int, body []byte) string {
	front := magic + strconv.Itoa(version) + " " + strconv.Itoa(len(body)) + " "
	return front + sum(front, body) + "\n"
}

// sum is reckoned over the front of the first line and the body.
func sum(front string, body []byte) string {
	h := sha256.New()
	io.WriteString(h, front)
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil))
}
