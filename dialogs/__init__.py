"""Windows: choose, look, export. They start the algorithms and compute nothing."""
