"""Planner teams 责任规划师: coverage, assignment, travel time."""
