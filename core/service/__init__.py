"""Planner teams 责任规划师: service units, teams, who serves what, and how far it is. No QGIS."""
