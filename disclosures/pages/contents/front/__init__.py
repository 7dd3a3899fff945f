"""The front page of a disclosure: what it says first, from its figures and its text."""
