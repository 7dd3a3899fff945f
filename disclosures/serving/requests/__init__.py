"""What comes from clients: how it is read and bounded, and what two requests must have in common."""
