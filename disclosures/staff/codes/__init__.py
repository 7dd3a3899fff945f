"""One-time codes: who needs one, how it is set up on a phone, what stands in for a lost phone."""
