"""Workbooks: what their cells hold and by which formats it is shown become what a person sees."""
