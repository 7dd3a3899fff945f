"""Two revisions side by side: what was corrected, on a page of its own and within each table."""
