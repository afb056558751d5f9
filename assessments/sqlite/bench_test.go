package sqlite

import (
	"context"
	"database/sql"
	"testing"

	_ "modernc.org/sqlite"
)

// BenchmarkRate against BenchmarkBareInsert is what this package costs on top of the driver: it
// must stay below 1.3. Read it with -count=10, a disk's sync is never twice the same.
func BenchmarkRate(b *testing.B) {
	s := mustOpen(b, b.TempDir())
	id := addAssessment(b, s)
	ctx := context.Background()
	for b.Loop() {
		check(b, s.Rate(ctx, ratingOf(id, "q1", 3)))
	}
}

// BenchmarkBareInsert is the same statement on the same schema with the same pragmas.
func BenchmarkBareInsert(b *testing.B) {
	s := mustOpen(b, b.TempDir())
	id := addAssessment(b, s)
	check(b, s.Close())
	db, err := sql.Open("sqlite", address(s.Path(), working))
	check(b, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	insert, err := db.Prepare(insertRating)
	check(b, err)
	defer insert.Close()
	for b.Loop() {
		r := ratingOf(id, "q1", 3)
		_, err := insert.Exec(r.ID, r.AssessmentID, r.Question, string(r.Respondent),
			"2026-11-23T09:30:00.120000000Z", "3", "", "", false, "", "", false, "")
		check(b, err)
	}
}

// BenchmarkAnswers reads the 60 answers of an assessment in which each was changed ten times.
func BenchmarkAnswers(b *testing.B) {
	s := mustOpen(b, b.TempDir())
	id := addAssessment(b, s)
	_, err := s.db.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 600)
		INSERT INTO rating (`+ratingColumns+`)
		SELECT 'r' || i, ?, 'q' || (i % 60), 'owner', '2026-11-23T09:30:00.120000000Z', '3', '', '', 0, '', '', 0, ''
		FROM n`, id)
	check(b, err)
	for b.Loop() {
		answers, err := s.Answers(context.Background(), id, "owner")
		check(b, err)
		if len(answers) != 60 {
			b.Fatal(len(answers))
		}
	}
}
