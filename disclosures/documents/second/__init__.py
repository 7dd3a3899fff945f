"""A second pair of eyes for each format: every figure of a file, seen in a way that shares no step with the first."""
