"""The domain: areas, survey, exchange and workbooks. Knows numpy, shapely and openpyxl; no QGIS, no Qt."""
