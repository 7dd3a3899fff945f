"""The pages of codes: all classes, and one code across units and years."""
