"""What the second readings tell stretches of text apart by."""

SEEN, UNSEEN, RAISED = "seen", "unseen", "raised"
