"""Kept sources read again: what differs, and what people did meanwhile that stays."""
