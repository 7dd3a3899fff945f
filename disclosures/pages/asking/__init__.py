"""Where a reader asks the office about a figure, a finding or a page, and sees what became of it."""
