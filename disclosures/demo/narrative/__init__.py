"""The text of a made-up disclosure, with figures from the same exact amounts as its tables."""
