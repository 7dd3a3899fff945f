"""A wrong address, answered with the nearest page."""
