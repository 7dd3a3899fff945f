"""A second look at PDF files, by pdfium's own text."""
