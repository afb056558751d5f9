package session_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/sqlite"
)

// "Saved" is the event of the finished commit: whenever it is said, everything given is there.
func TestSavedMeansCommitted(t *testing.T) {
	d := open(t, t.TempDir())
	at := d.Assessment.ID
	d.states.also = func(st session.State) {
		if st.Pending > 0 {
			return
		}
		if st.SavedAt.IsZero() || st.Err != nil {
			t.Errorf("nothing is pending, and the state is %+v", st)
		}
		ratings, err := d.store.Ratings(t.Context(), at)
		if err != nil || len(ratings) == 0 {
			t.Errorf("said to be saved: %d ratings, %v", len(ratings), err)
		}
	}
	if st := d.State(); st.Pending != 0 || !st.SavedAt.IsZero() || st.Err != nil {
		t.Errorf("nothing was given, and the state is %+v", st)
	}
	const n = 40
	for i := range n {
		d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(i % 6), Note: strconv.Itoa(i)})
	}
	if st := d.Flush(); st.Pending != 0 || st.Err != nil || st.SavedAt.IsZero() {
		t.Errorf("after everything was written the state is %+v", st)
	}
	ratings, err := d.store.Ratings(t.Context(), at)
	if err != nil || len(ratings) != n {
		t.Fatalf("%d ratings of %d, %v", len(ratings), n, err)
	}
	for i, r := range ratings {
		if r.Answer.Note != strconv.Itoa(i) {
			t.Fatalf("rating %d is number %s: the order is lost", i, r.Answer.Note)
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if len(d.states.list()) == 0 {
		t.Error("nobody was told")
	}
}

// An answer that cannot be written stays in memory and in the queue, the state says why, and
// everything is written, in order, as soon as the disk lets it.
func TestFailingDisk(t *testing.T) {
	d := open(t, t.TempDir())
	d.Answer("data.storage", assessments.Answer{Value: assessments.AtLevel(1)})
	before := d.Flush()
	free := d.block(t)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(3)})
	d.At("data.backup")
	st := d.Flush()
	if st.Err == nil || st.Pending != 3 || !st.SavedAt.Equal(before.SavedAt) {
		t.Fatalf("three things could not be written, and the state is %+v", st)
	}
	if d.Answers["data.backup"].Value.Level != 3 || d.Assessment.Position != "data.backup" {
		t.Fatalf("what was given is lost from memory: %+v", d.Answers)
	}
	if last := d.told(func(st session.State) bool { return st.Err != nil && st.Pending > 0 }); last.Err == nil || last.Pending == 0 {
		t.Errorf("the window was told %+v", last)
	}
	d.Retry()
	if st := d.Flush(); st.Err == nil || st.Pending != 3 {
		t.Fatalf("tried again in vain, and the state is %+v", st)
	}
	free()
	if a := d.stored(t); len(a) != 1 {
		t.Fatalf("the disk holds %+v", a)
	}
	d.Retry()
	if st := d.Flush(); st.Err != nil || st.Pending != 0 || !st.SavedAt.After(before.SavedAt) {
		t.Fatalf("the disk is free again, and the state is %+v", st)
	}
	last := d.told(func(st session.State) bool { return st.Err == nil && st.Pending == 0 })
	if last.Err != nil || last.Pending != 0 {
		t.Errorf("the window was told last %+v", last)
	}
	if d = d.again(t); d.Answers["data.backup"].Value.Level != 3 || d.Assessment.Position != "data.backup" {
		t.Errorf("the next start finds %+v at %s", d.Answers, d.Assessment.Position)
	}
}

// Answers that could not be written hold the data folder: leaving it would lose them.
func TestUnsavedAnswersHoldTheFolder(t *testing.T) {
	d := open(t, t.TempDir())
	free := d.block(t)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	var f *assessments.Fault
	if err := d.Saved(); !errors.As(err, &f) || f.Code != "unsaved" {
		t.Fatalf("with an answer unwritten: %v", err)
	}
	free()
	d.Retry()
	if err := d.Saved(); err != nil {
		t.Errorf("everything is written, and still: %v", err)
	}
}

// What failed is tried again without anybody's doing.
func TestTriesAgainByItself(t *testing.T) {
	if testing.Short() {
		t.Skip("waits three seconds for the next try")
	}
	t.Parallel()
	d := open(t, t.TempDir())
	free := d.block(t)
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	if st := d.Flush(); st.Err == nil {
		t.Fatalf("the state is %+v", st)
	}
	free()
	for end := time.Now().Add(20 * time.Second); d.State().Pending > 0 && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
	}
	if st := d.State(); st.Pending != 0 || st.Err != nil || len(d.stored(t)) != 1 {
		t.Errorf("the disk is free again, and the state is %+v", st)
	}
}

// A store that is gone for good: nothing hangs, nothing is lost from memory, and leaving for
// another firm is refused as long as something is unwritten.
func TestClosedStore(t *testing.T) {
	d := open(t, t.TempDir())
	d.Answer("data.storage", assessments.Answer{Value: assessments.AtLevel(1)})
	d.Flush()
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(4), Note: "kept"})
	if st := d.Flush(); st.Err == nil || st.Pending == 0 {
		t.Errorf("the store is closed, and the state is %+v", st)
	}
	if a := d.Answers["data.backup"]; a.Value.Level != 4 || a.Note != "kept" {
		t.Errorf("the answer became %+v", a)
	}
	company := d.Company.ID
	if err := d.OpenSample(sample(t)); err == nil || d.Company.ID != company || len(d.Answers) != 2 {
		t.Errorf("opened the sample over unwritten answers: %v, %+v", err, d.Company)
	}
	if err := d.CloseSample(); err == nil || d.Company.ID != company || len(d.Answers) != 2 {
		t.Errorf("left unwritten answers: %v, %+v", err, d.Company)
	}
	done := make(chan error, 1)
	go func() { done <- d.Close() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Error("closing hangs")
	}
}

// Closing writes what is left.
func TestCloseWritesWhatIsLeft(t *testing.T) {
	d := open(t, t.TempDir())
	m := &d.Pack.Model
	for i := range m.Questions {
		d.Answer(m.Questions[i].ID, assessments.Answer{Value: assessments.DontKnowValue})
	}
	if d = d.again(t); len(d.Answers) != len(m.Questions) {
		t.Errorf("%d answers of %d", len(d.Answers), len(m.Questions))
	}
}

// The window may ask for the state, and the content may come, while answers are being written.
func TestManyGoroutines(t *testing.T) {
	ready := make(chan struct{})
	d := open(t, t.TempDir(), func(p *session.Params) { p.OnReady = func() { close(ready) } })
	d.LoadRest()
	d.states.also = func(session.State) { d.State() }
	for i := range 30 {
		d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(i % 6)})
		d.Result()
		d.State()
		d.Setting("language")
	}
	d.Advice()
	<-ready
	if st := d.Flush(); st.Pending != 0 {
		t.Errorf("%+v", st)
	}
}

// An answer reaches the disk through the queue at little more than the store's own price.
func BenchmarkAnswer(b *testing.B) {
	d := open(b, b.TempDir())
	a := assessments.Answer{Value: assessments.AtLevel(3)}
	d.Answer("data.backup", a)
	d.Flush()
	for b.Loop() {
		d.Answer("data.backup", a)
		d.Flush()
	}
}

// BenchmarkStore is the same without a session, to compare.
func BenchmarkStore(b *testing.B) {
	d := open(b, b.TempDir())
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(3)})
	d.Flush()
	for b.Loop() {
		r := assessments.Rating{ID: sqlite.NewID(), AssessmentID: d.Assessment.ID, Question: "data.backup", Respondent: assessments.Owner, At: time.Now(),
			Answer: assessments.Answer{Value: assessments.AtLevel(3)}}
		if err := d.store.Rate(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
}
