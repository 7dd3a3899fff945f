"""How to cite and share a disclosure or a table."""
