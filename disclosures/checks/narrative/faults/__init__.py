"""Faults of the text that inspectors name: what a template or another year left, what contradicts itself."""
