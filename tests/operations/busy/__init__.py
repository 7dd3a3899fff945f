"""A day on which much is published and much is read, while processes die and the database goes away."""
