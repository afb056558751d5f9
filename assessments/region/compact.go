package region

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
)

// unit is in how many parts a point of the scale is kept. It has every divisor that the means of
// questions come to (up to 12 at least), so that scores are kept exactly; one that is not is kept to
// nine decimals. What is reckoned from kept scores is exact.
const unit = 698377680

// none is a score that is not there.
const none = math.MaxUint32

// The form of a kept contribution, and the version of how it is reckoned: raised with every change of
// what scoring gives for the same answers.
const (
	compactForm = 1
	reckoning   = 1
)

// Bits of the flags of a kept contribution.
const (
	flagSample = 1 << iota
	flagComplete
	flagCertain // the index is certain to be below, or at or above, basic
	flagBasic
)

var errStale = errors.New("the questionnaire is not what it was when this was kept")

var sizeCodes = []assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}

// frame is a version of a model as contributions are kept by.
type frame struct {
	model  *assessments.Model
	asked  []*assessments.Question // in the order of the model
	layout [4]byte                 // of ids, options, rows: what bytes of answers mean
	worth  [4]byte                 // of all else: what answers come to
	scopes map[assessments.Scope]*assessments.Model
}

// frames are those of a library, made as they are met.
type frames struct {
	library *content.Library
	made    map[string]*frame
}

func (f *frames) of(model, version string) *frame {
	key := model + "\n" + version
	if made, ok := f.made[key]; ok {
		return made
	}
	var out *frame
	if p := f.library.Version(model, version); p != nil {
		out = newFrame(&p.Model)
	}
	f.made[key] = out
	return out
}

func newFrame(m *assessments.Model) *frame {
	f := &frame{model: m, scopes: map[assessments.Scope]*assessments.Model{}}
	var layout strings.Builder
	for i := range m.Questions {
		q := &m.Questions[i]
		if !q.Asked() {
			continue
		}
		f.asked = append(f.asked, q)
		layout.WriteString("\n" + q.ID + " " + string(q.Kind))
		for _, o := range q.Options {
			layout.WriteString(" " + o.ID)
		}
		for _, r := range q.Rows {
			layout.WriteString(" " + r.ID)
		}
		for _, b := range q.Bands {
			layout.WriteString(" " + b.RatString())
		}
	}
	sum := sha256.Sum256([]byte(layout.String()))
	copy(f.layout[:], sum[:])
	whole, _ := json.Marshal(m) // plain data
	sum = sha256.Sum256(append(whole, reckoning))
	copy(f.worth[:], sum[:])
	return f
}

// result is what the answers of a contribution come to, by the standard weights.
func (f *frame) result(c *Contribution) *scoring.Result {
	answers := assessments.Answers{}
	for id, v := range c.Answers {
		answers[id] = assessments.Answer{Value: v}
	}
	r := rounds.Round{Assessment: assessments.Assessment{Path: c.Path}, Model: f.model, Answers: answers, Size: c.Size, Sector: c.Sector}
	scope := r.Scope()
	whole := f.scopes[scope]
	if whole == nil {
		whole = f.model.For(scope)
		f.scopes[scope] = whole
	}
	asking := *whole
	hidden := whole.Hidden(answers)
	asking.Questions = slices.DeleteFunc(slices.Clone(whole.Questions), func(q assessments.Question) bool { return hidden[q.ID] })
	return scoring.Score(&asking, answers, nil)
}

// compact is a contribution as it is kept: one value with what a roll-up needs in front and its
// answers, about a byte each, behind.
func (f *frame) compact(c *Contribution) []byte {
	out := []byte{compactForm}
	firm, _ := hex.DecodeString(c.Firm)
	id := c.content()
	result := f.result(c)
	figures, missed, complete := f.reckon(result)
	flags := byte(0)
	for bit, set := range map[byte]bool{flagSample: c.Sample, flagComplete: complete} {
		if set {
			flags |= bit
		}
	}
	flags |= indexFlags(c.Index)
	out = append(append(out, firm...), id[:]...)
	out = append(out, byte(c.Round), flags, byte(slices.Index(sizeCodes, c.Size)))
	out = append(append(out, f.layout[:]...), f.worth[:]...)
	for _, text := range []string{c.Model + "\n" + c.Version, c.Sector, c.Region + "/" + c.Place, c.Path, c.Month, c.Made} {
		out = append(append(out, byte(len(text))), text...)
	}
	out = append(out, byte(len(figures)))
	for _, v := range figures {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	out = append(append(out, byte(len(missed))), missed...)
	for _, q := range f.asked {
		out = appendAnswer(out, q, c.Answers[q.ID])
	}
	if f.model.Index != nil {
		for _, x := range f.model.Index.Conditions {
			out = append(out, byte(slices.Index([]Known{Unknown, Yes, No}, c.Index[x.ID])))
		}
	}
	return out
}

// basicFrom is the number of conditions from which digital intensity is at least basic.
const basicFrom = 4

func indexFlags(index map[string]Known) byte {
	if index == nil {
		return 0
	}
	holds, open := 0, 0
	for _, k := range index {
		switch k {
		case Yes:
			holds++
		case Unknown:
			open++
		}
	}
	switch {
	case holds >= basicFrom:
		return flagCertain | flagBasic
	case holds+open < basicFrom:
		return flagCertain
	}
	return 0
}

// reckon are the figures, overall and the dimensions, which questions are missed (a bit each in the
// order asked), and whether no figure is missing.
func (f *frame) reckon(r *scoring.Result) (figures []uint32, missed []byte, complete bool) {
	complete = true
	keep := func(x *scoring.Figure) {
		if !x.Shown() {
			figures, complete = append(figures, none), false
			return
		}
		v := new(big.Rat).Mul(x.Value, big.NewRat(2*unit, 1))
		half := new(big.Int).Quo(v.Num(), v.Denom()) // twice, rounded down
		figures = append(figures, uint32((half.Uint64()+1)/2))
	}
	if f.overall() {
		keep(&r.Overall)
	}
	missed = make([]byte, (len(f.asked)+7)/8)
	for i := range r.Dimensions {
		keep(&r.Dimensions[i].Figure)
	}
	for i, q := range f.asked {
		if x := r.Question(q.ID); x != nil && x.Worth != nil && x.Level() <= missedLevel {
			missed[i/8] |= 1 << (i % 8)
		}
	}
	return figures, missed, complete
}

// missedLevel is the level up to which a question is missed.
const missedLevel = 1

// kept is what a roll-up reads of a kept contribution. The slices are into its bytes.
type kept struct {
	firm                 [16]byte
	id                   [8]byte
	round, flags, size   byte
	layout, worth        [4]byte
	model, sector, place []byte // model and version; region and place
	path, month, made    []byte
	figures, missed      []byte
	answers              []byte
}

// parse reads a kept contribution; false where it is none.
func (k *kept) parse(data []byte) bool {
	const fixed = 1 + 16 + 8 + 3 + 4 + 4
	if len(data) < fixed || data[0] != compactForm {
		return false
	}
	k.firm, k.id = [16]byte(data[1:17]), [8]byte(data[17:25])
	k.round, k.flags, k.size = data[25], data[26], data[27]
	k.layout, k.worth = [4]byte(data[28:32]), [4]byte(data[32:36])
	rest, ok := data[fixed:], true
	next := func(times int) []byte {
		if !ok || len(rest) == 0 || len(rest) < 1+times*int(rest[0]) {
			ok = false
			return nil
		}
		n := 1 + times*int(rest[0])
		out := rest[1:n]
		rest = rest[n:]
		return out
	}
	k.model, k.sector, k.place, k.path, k.month, k.made = next(1), next(1), next(1), next(1), next(1), next(1)
	k.figures, k.missed = next(4), next(1)
	k.answers = rest
	return ok && int(k.size) < len(sizeCodes)
}

// contribution is the contribution that was kept; errStale where its bytes have lost their meaning.
func (k *kept) contribution(f *frame) (*Contribution, error) {
	if f == nil || k.layout != f.layout {
		return nil, errStale
	}
	region, place, _ := strings.Cut(string(k.place), "/")
	c := &Contribution{Firm: hex.EncodeToString(k.firm[:]), Round: int(k.round), Model: f.model.ID, Version: f.model.Version, Path: string(k.path),
		Sector: string(k.sector), Size: sizeCodes[k.size], Region: region, Place: place, Month: string(k.month), Made: string(k.made),
		Sample: k.flags&flagSample != 0, Answers: map[string]assessments.Value{}}
	in := &answerReader{data: k.answers}
	for _, q := range f.asked {
		if v := in.answer(q); v.Standing != assessments.Unanswered {
			c.Answers[q.ID] = v
		}
	}
	if f.model.Index != nil {
		c.Index = map[string]Known{}
		for _, x := range f.model.Index.Conditions {
			c.Index[x.ID] = []Known{Unknown, Yes, No}[in.next()%3]
		}
	}
	if in.short || len(in.data) > 0 {
		return nil, errStale
	}
	return c, nil
}

// overall says whether the model has an overall score.
func (f *frame) overall() bool { return f.model.Overall != assessments.NoOverall }
