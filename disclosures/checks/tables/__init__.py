"""The rules of the nine tables: within one, and between two."""
