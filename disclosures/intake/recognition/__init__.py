"""Which grid of a document is which table, and which declared column each of its columns is."""
