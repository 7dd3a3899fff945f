"""The rules of the official tables: within one, and between two."""
