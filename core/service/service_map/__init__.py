"""The map of service areas: what is drawn, and the figures beside it."""
