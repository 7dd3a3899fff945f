"""Finding the tables of one page: cells between ruling lines, or columns of figures where nothing is ruled."""
