"""Other matters than the tables have: of one disclosure, and one of them across units and years."""
