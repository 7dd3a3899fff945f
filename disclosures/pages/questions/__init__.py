"""Questions as people ask them, each answered over all units of a year."""
