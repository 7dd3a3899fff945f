"""Each month's digests under one signature: what was published can be proved later, against this site too."""
