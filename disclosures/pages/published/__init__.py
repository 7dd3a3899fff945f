"""Who has published when, and who of a list has not."""
