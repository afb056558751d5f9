package sqlite

import "path/filepath"

// Backups is the folder with the copies that were made before a step that changed much. It may not be
// there yet.
func (s *Store) Backups() string { return filepath.Join(filepath.Dir(s.path), backupsName) }
