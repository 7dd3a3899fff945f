"""Where staff read what readers ask, answer it, and decide which answers are public."""
