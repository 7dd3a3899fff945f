"""A table as it is shown: its rows as the form prints them, folded, sorted and focused as an address asks for it."""
