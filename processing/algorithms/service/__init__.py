"""Planner teams."""
