"""A table typed as on a spreadsheet: how its form set is laid out, what its codes are called, how it is judged."""
