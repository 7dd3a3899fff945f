"""Who changed what, and who signed in: a log that is only ever added to, below everything that tells it something."""
