"""Land classes and areas (02 地类与面积)."""
