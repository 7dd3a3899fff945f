"""The rules of the text: what its figures and words are held against, and what comes of it."""
