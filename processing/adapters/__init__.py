"""Between QGIS and `core`: layers to columns and back, coordinate systems, sinks."""
