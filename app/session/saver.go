package session

import (
	"sync"
	"time"
)

// State is how saving stands.
type State struct {
	Pending int       // jobs not written yet
	SavedAt time.Time // when the last commit returned; zero where nothing was written
	Err     error     // why the oldest pending job could not be written, nil if none failed
}

// saver writes jobs in their order on one goroutine. A job that fails stays in the queue and is
// tried again, every few seconds and on demand: nothing given is dropped.
type saver struct {
	mu      sync.Mutex
	wake    *sync.Cond
	queue   []func() error
	state   State
	closing bool
	failed  bool // waiting for a retry
	done    chan struct{}
	kept    map[string]bool // assessments whose company is written; only the window's goroutine looks
	onState func(State)
	now     func() time.Time
}

// retryAfter is how long a failed job waits until it is tried again.
const retryAfter = 3 * time.Second

func newSaver(onState func(State), now func() time.Time) *saver {
	s := &saver{done: make(chan struct{}), kept: map[string]bool{}, onState: onState, now: now}
	s.wake = sync.NewCond(&s.mu)
	go s.run()
	return s
}

func (s *saver) do(job func() error) {
	s.mu.Lock()
	s.queue = append(s.queue, job)
	s.state.Pending = len(s.queue)
	s.mu.Unlock()
	s.wake.Broadcast()
}

func (s *saver) run() {
	defer close(s.done)
	for {
		s.mu.Lock()
		for (len(s.queue) == 0 || s.failed) && !s.closing {
			s.wake.Wait()
		}
		if len(s.queue) == 0 || s.closing && s.failed {
			s.mu.Unlock()
			return
		}
		job := s.queue[0]
		s.mu.Unlock()
		s.finish(job())
	}
}

func (s *saver) finish(err error) {
	s.mu.Lock()
	if err == nil {
		s.queue = s.queue[1:]
		s.state.SavedAt = s.now()
	}
	s.failed = err != nil
	s.state.Pending, s.state.Err = len(s.queue), err
	state := s.state
	s.mu.Unlock()
	if err != nil {
		time.AfterFunc(retryAfter, s.retry)
	}
	s.wake.Broadcast()
	if s.onState != nil && (state.Pending == 0 || err != nil) {
		s.onState(state)
	}
}

func (s *saver) retry() {
	s.mu.Lock()
	s.failed = false
	s.mu.Unlock()
	s.wake.Broadcast()
}

func (s *saver) current() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

func (s *saver) flush() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.queue) > 0 && !s.failed {
		s.wake.Wait()
	}
	return s.state
}

// close writes what is left; what fails then is given up, because nobody is there to see it.
func (s *saver) close() {
	s.flush()
	s.mu.Lock()
	s.closing = true
	s.mu.Unlock()
	s.wake.Broadcast()
	<-s.done
}
