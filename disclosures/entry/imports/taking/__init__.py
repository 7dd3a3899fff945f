"""What was chosen of a file goes into the draft: in one transaction, with the file and what was found in it."""
