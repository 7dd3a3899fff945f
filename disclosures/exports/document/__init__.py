"""The official document of a disclosure, made from its data: as Word file and, where it can be converted, as PDF."""
