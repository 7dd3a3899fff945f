"""What is kept of a document that was scanned, beside what it says."""
