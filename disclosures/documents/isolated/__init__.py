"""Reading in a process of its own, without network and with bounds, which may die of a file."""
