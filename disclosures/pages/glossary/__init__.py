"""Terms explained."""
