"""Where a unit stands among its peers: units of the same kind, at the same level, in the same year."""
