"""The figures in the text: found, given a meaning, and held against the tables, the forms and each other."""
