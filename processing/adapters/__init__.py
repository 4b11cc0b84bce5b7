"""Layers to arrays and back: the only readers and writers of QGIS layers."""
