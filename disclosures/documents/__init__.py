"""Reading files: every cell and paragraph of a document with the place where it stood, and no meaning attached."""
