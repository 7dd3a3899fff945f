"""What one page draws: its characters as words and lines of text, its ruling lines and pictures, turned upright."""
