"""The pages of the log: a list that can be asked, each entry with the values before and after, and all of it as csv."""
