"""Wordings that no row of phrases can make: with a free name, words behind the figure, or a whole sentence."""
