"""A second look at web pages, tag by tag."""
