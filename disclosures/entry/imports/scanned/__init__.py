"""Files with scanned pages: what was read of them is kept, and asked of the rules where it is doubtful."""
