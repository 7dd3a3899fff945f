"""What somebody follows, whom a publication concerns, and when what is owed is due: for programs and for readers."""
