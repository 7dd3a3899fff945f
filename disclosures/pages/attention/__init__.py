"""What deserves attention in a disclosure, by a register of editorial rules, in the unit's own words where it gives a
reason: figures and places, never an accusation."""
