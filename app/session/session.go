// Package session is what the window works on: one data folder, one company, one assessment, the
// answers in memory. It knows no Fyne.
//
// Reading and reckoning happen in memory at once; writing goes through one queue to the disk, so
// that no key press waits for it. An answer counts as saved only when its commit has returned.
package session

import (
	"context"
	"maps"
	"path/filepath"
	"sync"
	"time"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/pack"
	"nivel/assessments/scoring"
	"nivel/assessments/sqlite"
	"nivel/assessments/texts"
)

// ModelID is the model that is asked unless another is chosen.
const ModelID = "industry40"

// Session is the window's data. Its methods belong to one goroutine, that of the window.
type Session struct {
	Library *content.Library
	// Pack is the questionnaire as it is put to this firm today: on its path, for its size and
	// trade, without what its answers hide. It has the words of one language until Complete.
	Pack       *content.Pack
	Words      *texts.Words
	Company    assessments.Company
	Assessment assessments.Assessment
	Answers    assessments.Answers // that count: of one respondent, or agreed on
	Decisions  map[string]assessments.Decision
	LastAnswer time.Time // of this assessment, zero where there is none

	ratings    []assessments.Rating // of this assessment: all that everybody said
	respondent assessments.Respondent
	advising   *bool                  // nil until asked for
	own        assessments.Answers    // of the respondent; nil until asked for
	pictures   []assessments.Evidence // of picturesOf, without the pictures in full; nil until asked for
	picturesOf string
	step       *Step
	plan       []assessments.PlanItem
	undone     []undone      // changes of the plan that were taken back, the last one last
	full       *content.Pack // of the assessment's version, whole
	store      *sqlite.Store
	saver      *saver
	packs      func() *pack.Store
	now        func() time.Time
	begun      sync.Once
	ready      chan struct{} // closed once rest is loaded
	rest       struct {
		shipped *content.Library
		library *content.Library // shipped, with the packs of the data folder laid over it
		trouble []pack.Trouble
		texts   map[string]*texts.Words
	}
	taken    bool // rest is in use
	loadRest func()
	run      func(func())
}

// Params are what a session needs.
type Params struct {
	Store *sqlite.Store
	Words *texts.Words  // of the language to begin with
	Pack  *content.Pack // with that language's words
	// Library loads all shipped content, and Texts all languages' words; both are called on another
	// goroutine, once LoadRest or Complete is.
	Library func() *content.Library
	Texts   func() map[string]*texts.Words

	// optional
	Language string           // of this start alone; else the kept setting, else the system's
	System   []string         // the system's locales
	OnState  func(State)      // called from another goroutine
	Now      func() time.Time // time.Now
	OnReady  func()           // content is complete; called from another goroutine
	Run      func(job func()) // runs in the background; go job()
}

// Open loads the company that was shown last, or makes room for a new one.
func Open(p Params) (*Session, error) {
	if p.Store == nil || p.Words == nil || p.Pack == nil || p.Library == nil || p.Texts == nil {
		panic("session.Open: Store, Words, Pack, Library and Texts are required")
	}
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Run == nil {
		p.Run = func(job func()) { go job() }
	}
	s := &Session{full: p.Pack, Pack: p.Pack, Words: p.Words, store: p.Store, now: p.Now, ready: make(chan struct{})}
	s.Library = &content.Library{Models: []content.Pack{*p.Pack}}
	s.saver = newSaver(p.OnState, p.Now)
	s.packs = sync.OnceValue(func() *pack.Store { return pack.Open(s.Folder()) })
	s.loadRest = func() {
		s.rest.shipped, s.rest.texts = p.Library(), p.Texts()
		s.rest.library, s.rest.trouble = s.Packs().Load(s.rest.shipped)
		close(s.ready)
		if p.OnReady != nil {
			p.OnReady()
		}
	}
	s.run = p.Run
	id := s.Setting("company")
	if err := s.load(id); err != nil {
		return nil, err
	}
	return s, nil
}

// LoadRest begins to load actions, practices and the rest in the background. The window calls it
// once it is painted, so that the first picture does not wait for them.
func (s *Session) LoadRest() { s.begun.Do(func() { s.run(s.loadRest) }) }

// Complete is the library with actions, practices and the rest; it waits until they are there.
func (s *Session) Complete() *content.Library {
	s.LoadRest()
	<-s.ready
	if !s.taken {
		s.taken = true
		s.Library = s.rest.library
		if p := s.Library.Version(s.full.Model.ID, s.full.Model.Version); p != nil {
			s.full = p
		}
		s.rescope()
		s.stamp()
	}
	return s.Library
}

// In is the words of a language.
func (s *Session) In(lang string) *texts.Words {
	if lang == s.Words.Language {
		return s.Words
	}
	s.Complete()
	return s.rest.texts[lang]
}

// Ready says whether Complete would return at once.
func (s *Session) Ready() bool {
	select {
	case <-s.ready:
		return true
	default:
		return false
	}
}

// load shows the company with that id; without one, the first that is no sample; else a new one,
// which is written with its first answer or change.
func (s *Session) load(id string) error {
	ctx := ctx()
	all, err := s.store.Companies(ctx)
	if err != nil {
		return err
	}
	s.Company = assessments.Company{}
	for _, c := range all {
		if c.ID == id || s.Company.ID == "" && !c.Sample && id == "" {
			s.Company = c
		}
	}
	if s.Company.ID == "" {
		for _, c := range all {
			if !c.Sample && s.Company.ID == "" {
				s.Company = c
			}
		}
	}
	if s.Company.ID == "" {
		s.Company = assessments.Company{ID: sqlite.NewID(), CreatedAt: s.now()}
		s.enter(s.full, s.fresh(s.full))
		return nil
	}
	return s.loadAssessment(ctx)
}

// Answer gives an answer of who answers now: at once in memory, then in the queue to the disk.
func (s *Session) Answer(question string, a assessments.Answer) {
	s.step = nil
	s.put(assessments.Rating{Question: question, Respondent: s.Respondent(), Answer: a})
}

// At remembers the question that is shown.
func (s *Session) At(question string) {
	if s.Assessment.Position == question {
		return
	}
	s.keepOwner()
	s.Assessment.Position = question
	id := s.Assessment.ID
	s.saver.do(func() error { return s.store.SetPosition(ctx(), id, question) })
}

// PutCompany changes the company's profile.
func (s *Session) PutCompany(c assessments.Company) {
	c.ChangedAt = s.now().UTC().Round(0)
	s.Company = c
	s.rescope()
	s.keepOwner()
	s.saver.do(func() error { return s.store.PutCompany(ctx(), c) })
}

// Decide keeps a decision about an action, made now.
func (s *Session) Decide(d assessments.Decision) {
	d.At = s.now()
	s.decide(d)
}

func (s *Session) decide(d assessments.Decision) {
	s.keepOwner()
	s.Decisions = maps.Clone(s.Decisions)
	s.Decisions[d.Action] = d
	if d.Kind == assessments.Undone {
		delete(s.Decisions, d.Action)
	}
	id := s.Assessment.ID
	s.saver.do(func() error { return s.store.Decide(ctx(), id, d) })
}

// Setting is a kept setting, "" where there is none.
func (s *Session) Setting(key string) string {
	v, _, err := s.store.Setting(ctx(), key)
	if err != nil {
		return ""
	}
	return v
}

// PutSetting keeps a setting.
func (s *Session) PutSetting(key, value string) {
	s.saver.do(func() error { return s.store.PutSetting(ctx(), key, value) })
}

// SetLanguage switches the language of everything that is shown.
func (s *Session) SetLanguage(lang string) {
	if w := s.In(lang); w != nil {
		s.Words = w
		s.PutSetting("language", lang)
	}
}

// Folder is the data folder.
func (s *Session) Folder() string { return filepath.Dir(s.store.Path()) }

// Retry tries again to write what could not be written.
func (s *Session) Retry() { s.saver.retry() }

// State is how saving stands now.
func (s *Session) State() State { return s.saver.current() }

// Flush waits until everything in the queue is written, or has failed.
func (s *Session) Flush() State { return s.saver.flush() }

// Saved waits for what is being written, and says so where something could not be: then nobody
// may leave these answers for others.
func (s *Session) Saved() error {
	if st := s.Flush(); st.Err != nil && st.Pending > 0 {
		return assessments.NewFault("unsaved", "n", st.Pending)
	}
	return nil
}

// Close writes what is left and lets go of the data folder.
func (s *Session) Close() error {
	s.saver.close()
	return s.store.Close()
}

// Result is the score of the answers so far.
func (s *Session) Result() *scoring.Result {
	return scoring.Score(&s.Pack.Model, s.Answers, s.Assessment.Targets)
}

// Advice is what is offered; it waits for the content to be complete.
func (s *Session) Advice() *advice.Advice { return advice.For(s.adviceInput()) }

// ctx is that of all reading and writing: nothing of it is interrupted.
func ctx() context.Context { return context.Background() }
