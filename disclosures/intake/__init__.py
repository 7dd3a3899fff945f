"""From the grids of a document to rows in the database, or to problems that say where and why."""
