"""A year at a glance: where each unit stands, what is next, what waits for whom, and steps for many at once."""
