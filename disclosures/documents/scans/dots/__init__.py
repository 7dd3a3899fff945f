"""Dots: a page made even and upright, the lines ruled on it, the strips in which something is written."""
