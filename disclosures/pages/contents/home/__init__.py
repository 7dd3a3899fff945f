"""The front door: what the site holds and where the money went."""
