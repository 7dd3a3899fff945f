"""The second reading of Word documents: one pass over the events of the document's XML, without a tree of it."""
