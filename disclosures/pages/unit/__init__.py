"""The pages of units: all of them, and one over the years."""
