"""What readers ask about a figure, what the office answers, and which of it stands beside the figure."""
