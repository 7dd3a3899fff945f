"""What was read of a file before it is taken: as pages show it, beside what the draft holds, piece by piece."""
