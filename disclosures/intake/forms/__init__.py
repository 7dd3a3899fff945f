"""The self-evaluation forms of a document: their money, tasks, indicators and headings."""
