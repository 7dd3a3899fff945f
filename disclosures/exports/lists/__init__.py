"""A list of a page as files: every row of it, with where it comes from."""
