"""Units: all of them with what they come down to, and one over the years."""
