"""Coordinates and boundary survey (01 坐标与勘界)."""
