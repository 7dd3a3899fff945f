"""PDF files: characters and ruling lines of each page become tables and lines of text, then one document."""
