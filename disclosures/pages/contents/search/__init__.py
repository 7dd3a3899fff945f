"""The page of a search: what was asked, what was found in groups, and examples for who asks nothing yet."""
