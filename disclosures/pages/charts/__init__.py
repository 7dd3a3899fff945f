"""What the charts of a page show, taken from the rows of its table, and the figures that plotly draws of it."""
