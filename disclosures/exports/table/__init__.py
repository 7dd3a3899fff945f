"""One table as a file: what every kind is made from, and a writer for each."""
