"""Rows of a table in the admin: their fields, forms and saving."""
