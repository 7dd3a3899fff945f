"""What makes a reading doubtful: figures that a second look sees otherwise, figures that went into no row."""
