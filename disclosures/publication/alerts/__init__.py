"""Readers who are told by mail what is published: who they are, what they are owed, what is written to them."""
