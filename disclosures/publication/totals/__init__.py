"""What the current revisions come to, kept as they are published, so that no page adds up the lines of all of them."""
