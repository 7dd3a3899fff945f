"""The text of a disclosure."""
