"""Word documents: what is seen of their runs, rows and tables, in the order of the text, and what is not."""
