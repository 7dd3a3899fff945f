"""From SQLite to PostgreSQL: every row copied as it is, read back and compared, all or nothing."""
