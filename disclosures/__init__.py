"""The final accounts that units of government disclose: from the document received to the reader of a page."""
