"""Coordinate files of boundary points (勘测定界 TXT, point tables, DXF) in and out. No QGIS."""
