"""Every list of a page as a file: the rows that the page would show on all its parts, with exact figures."""
