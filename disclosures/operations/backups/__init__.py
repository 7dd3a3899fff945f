"""The whole database in one file, and back: by SQLite's own copying, by PostgreSQL's own programs."""
