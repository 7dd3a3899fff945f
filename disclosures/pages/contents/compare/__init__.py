"""Several unit-years side by side on one table: which, which rows belong together, how far they differ."""
