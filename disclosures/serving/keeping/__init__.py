"""What was answered, kept for the next who asks: in memory and on disk."""
