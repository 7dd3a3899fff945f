"""The lists, a module for each kind of thing."""
