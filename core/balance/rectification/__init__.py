"""Rectification of farmland outflow (耕地流出整改): spots, what was done about them, and whether it adds up."""
