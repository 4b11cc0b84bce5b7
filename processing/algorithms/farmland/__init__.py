"""Algorithms of the group “Farmland protection”."""
