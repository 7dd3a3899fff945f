"""The vocabulary of phrases, one row each, and how the words before a figure are read as a row of them."""
