"""PDF files: what is drawn on each page and the tables found in it become one document, read from page to page."""
