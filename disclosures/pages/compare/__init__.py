"""Unit-years side by side."""
