"""Versions of the programs a result was made with."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from qgis.core import Qgis

METADATA = Path(__file__).resolve().parent.parent / "metadata.txt"


def plugin_version() -> str:
    """The version of this plugin as its metadata says."""
    metadata = ConfigParser()
    metadata.read(METADATA, encoding="utf-8")
    return metadata.get("general", "version")


def program_versions() -> list[tuple[str, str]]:
    """Name and version of plugin, QGIS and the geometry libraries."""
    import numpy
    import shapely

    return [
        ("Land Ledger", plugin_version()),
        ("QGIS", Qgis.QGIS_VERSION),
        ("GEOS", shapely.geos_version_string),
        ("shapely", shapely.__version__),
        ("numpy", numpy.__version__),
    ]
