"""Self-evaluations as they are shown: each form's money, words, tasks, indicators and total."""
