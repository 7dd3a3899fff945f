"""How the site is, told to machines: whether it lives, can answer, what it did, and each request in the log."""
