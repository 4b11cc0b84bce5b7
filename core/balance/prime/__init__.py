"""Permanent basic farmland: what projects take of it and whether the land set aside in its place is good enough (T08)."""
