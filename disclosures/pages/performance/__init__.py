"""The pages of the self-evaluations."""
