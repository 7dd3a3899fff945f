"""Kinds of office: the list by which units are compared, and the units of each."""
