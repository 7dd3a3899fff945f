"""Self-evaluations: the forms, their indicators, and those that fell short."""
