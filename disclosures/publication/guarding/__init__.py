"""What the database itself keeps as it is, and how each database is told."""
