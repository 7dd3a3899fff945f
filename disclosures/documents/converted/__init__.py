"""Older formats, turned by LibreOffice into ones that are read."""
