"""The text of a document: paragraphs made whole, and what they list one by one."""
