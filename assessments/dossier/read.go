package dossier

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"nivel/assessments"
)

// Options is what reading needs to know.
type Options struct {
	Passphrase string // empty: none is known
	// Model gives a version of a questionnaire, nil where it is not here. Where Model is nil, answers
	// are not held against their questions.
	Model func(id, version string) *assessments.Model
}

// File is what a file says. Its dossier is canonical.
type File struct {
	Dossier  assessments.Dossier
	Nameless bool // names, free texts and pictures were left out
}

// ReadFile reads a file. What is wrong with it is a *Fault; another error is one of the file system.
func ReadFile(path string, o Options) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f, o)
}

// Read reads a file as ReadFile does. It takes no more than FileLimit bytes from r and, beyond a first
// 256 MB for the passphrase, holds no more memory than twice the body and 96 MB.
func Read(r io.Reader, o Options) (*File, error) {
	data, err := open(r, o.Passphrase)
	if err != nil {
		return nil, err
	}
	return parse(data, o.Model)
}

// Checked is the dossier as a file of it would be read: what comes from another data folder is held
// against the same rules. The error is a *Fault.
func Checked(d assessments.Dossier, model func(id, version string) *assessments.Model) (assessments.Dossier, error) {
	data, err := Body(d)
	if err != nil {
		return d, err
	}
	f, err := parse(data, model)
	if err != nil {
		return d, err
	}
	return f.Dossier, nil
}

// open gives the body of a file that is whole and undamaged.
func open(r io.Reader, passphrase string) ([]byte, error) {
	limited := &limitedReader{r: r, left: FileLimit}
	data, err := unseal(bufio.NewReader(limited), passphrase)
	if limited.err != nil {
		return nil, limited.err // it comes before what followed from it
	}
	return data, err
}

// unseal tells by the first bytes what a file is.
func unseal(in *bufio.Reader, passphrase string) ([]byte, error) {
	head, _ := in.Peek(len(ageMagic)) // what could not be read is met again
	switch h := string(head); {
	case h == ageMagic && passphrase == "":
		return nil, assessments.NewFault("dossier-locked")
	case h == ageMagic:
		inner, err := decrypt(in, passphrase)
		if err != nil {
			return nil, err
		}
		in := bufio.NewReader(inner)
		first, err := in.Peek(len(magic))
		if err == nil && string(first) != magic {
			return nil, assessments.NewFault("dossier-foreign")
		}
		return content(in)
	case strings.HasPrefix(h, magic):
		return content(in)
	case strings.HasPrefix(ageMagic, h), strings.HasPrefix(magic, h):
		return nil, assessments.NewFault("dossier-cut")
	case near(h, ageMagic), near(h, magic):
		return nil, assessments.NewFault("dossier-damaged")
	}
	return nil, assessments.NewFault("dossier-foreign")
}

// near says whether a file begins almost as ours do: it is one, and damaged.
func near(head, with string) bool {
	if len(head) < len(with) {
		return false
	}
	wrong := 0
	for i := range with {
		if head[i] != with[i] {
			wrong++
		}
	}
	return wrong <= 2
}

// lineLimit is more than a first line ever has.
const lineLimit = 200

// content reads first line and body and holds them against their sum.
func content(in *bufio.Reader) ([]byte, error) {
	first, err := in.ReadSlice('\n')
	words := strings.Split(strings.TrimSuffix(string(first[:min(len(first), lineLimit)]), "\n"), " ")
	switch {
	case errors.Is(err, io.EOF):
		return nil, assessments.NewFault("dossier-cut")
	case err != nil || len(words) != 4 || words[0]+" " != magic:
		return nil, assessments.NewFault("dossier-damaged")
	}
	version, err1 := strconv.Atoi(words[1])
	length, err2 := strconv.Atoi(words[2])
	switch {
	case err1 != nil || err2 != nil || version < 1 || length < 0:
		return nil, assessments.NewFault("dossier-damaged")
	case length > SizeLimit:
		return nil, large()
	}
	data, err := exactly(in, length)
	if err != nil {
		return nil, err
	}
	front := strings.Join(words[:3], " ") + " "
	switch {
	case sum(front, data) != words[3]:
		return nil, assessments.NewFault("dossier-damaged")
	case version > Format:
		return nil, assessments.NewFault("dossier-newer", "have", version, "known", Format)
	}
	return data, nil
}

// exactly reads that many bytes and the end. Its memory grows with what has come, not with what the
// file says of itself.
func exactly(in io.Reader, length int) ([]byte, error) {
	data := make([]byte, 0, min(length+1, 1<<20))
	for {
		n, err := io.ReadFull(in, data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case len(data) > length:
			return nil, assessments.NewFault("dossier-damaged")
		case err == nil:
			grown := make([]byte, len(data), min(length+1, 2*cap(data)))
			copy(grown, data)
			data = grown
		case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
			return nil, assessments.NewFault("dossier-damaged") // decrypting failed
		case len(data) < length:
			return nil, assessments.NewFault("dossier-cut")
		default:
			return data, nil
		}
	}
}

// limitedReader ends with an error where there is more than the limit, and keeps what failed below it.
type limitedReader struct {
	r    io.Reader
	left int64
	err  error
}

// Read implements io.Reader.
func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left <= 0 {
		l.err = large()
	}
	if l.err != nil {
		return 0, l.err
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		l.err = err
	}
	return n, err
}

// parse reads a body. What is wrong with it is a *Fault.
func parse(data []byte, model func(id, version string) *assessments.Model) (*File, error) {
	s := &scanner{data: data}
	var doc document
	s.fields(doc.fields())
	if s.next(); s.at < len(s.data) {
		s.form()
	}
	if s.err != nil {
		return nil, s.err
	}
	doc.dossier = Canonical(doc.dossier)
	if err := check(&doc.dossier, model); err != nil {
		return nil, err
	}
	return &File{Dossier: doc.dossier, Nameless: doc.nameless}, nil
}
