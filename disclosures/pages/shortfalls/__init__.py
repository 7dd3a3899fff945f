"""Indicators that fell short, over all projects."""
