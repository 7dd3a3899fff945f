"""The rules of publication: what a document must have, and when it must be there."""
