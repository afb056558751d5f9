// Package picture turns a file that somebody offers into evidence: a picture and a thumbnail that
// are small, upright and say nothing but what they show.
//
// The rule: what comes out is drawn anew, pixel by pixel, so nothing that a camera wrote into the
// file (place, time, names, colour profile, comments) goes along. What comes in is not trusted: it is
// told by its first bytes, not by its name, and what its header says is weighed before a pixel is read.
// A file of EvidenceInputBytes at most is held, its picture may take memoryLimit bytes to decode, and
// what is made of it 205 MB besides (see flat), whatever the file says. The same file gives the same
// bytes.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"io"

	"nivel/assessments"
)

const (
	// memoryLimit bounds what the pixels of an offered picture may take while they are decoded: a
	// photo of 100 megapixels as phones take it has room, a picture of 16 bits in each colour up to 33.
	memoryLimit = 256 << 20
	// pixelsPerByte is the most that any of the formats packs into one byte of a file, in a plain area
	// of one colour. A header that says more lies.
	pixelsPerByte = 8 * 1032
)

// Take reads a picture of any of the known formats and returns it as evidence: Picture, Thumb, Width
// and Height; the rest is for the caller. What cannot be taken is refused as a *assessments.Fault that
// says why, and an error of r is returned as it is. Of a moving GIF or PNG the first picture is taken.
func Take(r io.Reader) (assessments.Evidence, error) {
	data, err := io.ReadAll(io.LimitReader(r, assessments.EvidenceInputBytes+1))
	switch {
	case err != nil:
		return assessments.Evidence{}, fmt.Errorf("read a picture: %w", err)
	case len(data) > assessments.EvidenceInputBytes:
		return assessments.Evidence{}, assessments.NewFault("picture-large", "limit", assessments.EvidenceInputBytes>>20)
	}
	img, err := upright(data, assessments.EvidenceEdge)
	if err != nil {
		return assessments.Evidence{}, err
	}
	var e assessments.Evidence
	if e.Picture, e.Width, e.Height, err = fitted(img, assessments.EvidenceEdge, assessments.EvidenceBytes); err != nil {
		return assessments.Evidence{}, err
	}
	if e.Thumb, _, _, err = fitted(img, assessments.ThumbEdge, assessments.ThumbBytes); err != nil {
		return assessments.Evidence{}, err
	}
	return e, nil
}

// upright decodes a picture, on white where it is transparent, as it was meant to be looked at and
// with a longer side of at most edge pixels.
func upright(data []byte, edge int) (*image.RGBA, error) {
	k, err := weighed(data)
	if err != nil {
		return nil, err
	}
	img, err := k.open(data)
	if err != nil {
		return nil, err
	}
	small := scaled(flat(img, 2*edge), edge)
	if k.orientation == nil {
		return small, nil
	}
	return turned(small, k.orientation(data)), nil
}

// weighed is the kind of a file whose header says nothing against it, or the fault.
func weighed(data []byte) (*kind, error) {
	k, err := kindOf(data)
	if err != nil {
		return nil, err
	}
	c, err := k.header(data)
	switch {
	case err != nil:
		return nil, assessments.NewFault("picture-broken")
	case c.Width <= 0 || c.Height <= 0:
		return nil, assessments.NewFault("picture-zero")
	}
	pixels := int64(c.Width) * int64(c.Height)
	switch {
	case pixels > assessments.EvidencePixels || pixels*k.cost(data, c)/100 > memoryLimit:
		return nil, assessments.NewFault("picture-pixels", "width", c.Width, "height", c.Height)
	case pixels > pixelsPerByte*int64(len(data)):
		return nil, assessments.NewFault("picture-broken")
	}
	return k, nil
}

// open decodes the pixels. A decoder that panics has met a broken file.
func (k *kind) open(data []byte) (img image.Image, err error) {
	defer func() {
		if recover() != nil {
			img, err = nil, assessments.NewFault("picture-broken")
		}
	}()
	img, err = k.decode(bytes.NewReader(data))
	if err != nil || img.Bounds().Empty() {
		return nil, assessments.NewFault("picture-broken")
	}
	return img, nil
}

// header is what the header says. A decoder that panics has met a broken file.
func (k *kind) header(data []byte) (c image.Config, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return k.config(bytes.NewReader(data))
}

// Print makes a picture of kept evidence ready for paper: its longer side edge pixels at most, grey
// where that is asked for. Kept evidence may come from a file of somebody else: what is not a whole
// JPEG within the limits of evidence is refused as a *assessments.Fault.
func Print(kept []byte, edge int, grey bool) (out []byte, width, height int, err error) {
	k, err := weighed(kept)
	if err == nil && (k.name != jpegName || len(kept) > assessments.EvidenceBytes) {
		err = assessments.NewFault("picture-broken")
	}
	if err != nil {
		return nil, 0, 0, err
	}
	if c, err := k.header(kept); err != nil || c.Width > assessments.EvidenceEdge || c.Height > assessments.EvidenceEdge {
		return nil, 0, 0, assessments.NewFault("picture-broken")
	}
	img, err := k.open(kept)
	if err != nil {
		return nil, 0, 0, err
	}
	small := scaled(flat(img, 2*edge), edge)
	if grey {
		return encoded(greyed(small), printQuality)
	}
	return encoded(small, printQuality)
}
