"""Adjacent parties (四至): who lies outside each stretch of a plot's border, by direction. No QGIS."""
