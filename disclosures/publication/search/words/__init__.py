"""What readers call things: lists that an editor can read, and how a question is read by them."""
