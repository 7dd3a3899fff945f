"""Who works here: memberships of staff, the rights of each role, and which units they reach."""
