"""What differs between two editions of a disclosure, as it is told."""
