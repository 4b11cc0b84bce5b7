"""Farmland balance: what occupied, left or lost farmland costs in quantity, paddy and capacity, and what makes up for it."""
