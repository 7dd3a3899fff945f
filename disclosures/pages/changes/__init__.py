"""What a correction changed."""
