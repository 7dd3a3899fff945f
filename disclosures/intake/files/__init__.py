"""Several files of one disclosure, several units in one file, and whether what was read belongs together."""
