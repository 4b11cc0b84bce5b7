"""Assigning service units to teams: exact for small cases, a bound and a search for large ones; choosing bases."""
