"""The document as it was received."""
