"""What each team of planners serves and did in a period: T19 and what stands behind its figures."""
