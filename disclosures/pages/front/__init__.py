"""The front page of a disclosure."""
