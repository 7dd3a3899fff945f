"""The empty forms."""
