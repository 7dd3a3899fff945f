"""From the rows of a recognised table to lines of its statement, one maker for each shape of table."""
