"""Checks of a village plan 村庄规划质检: completeness, codes, topology, lines, areas and indicators, facilities, the survey."""
