"""Pure Python packages that travel in the plugin's zip, for installations that lack them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

VENDOR_FOLDER = Path(__file__).resolve().parent.parent / "vendor"
VENDORED = ("openpyxl", "et_xmlfile")


def use_vendored() -> None:
    """Make openpyxl importable from the package when the installation has none; call it before importing openpyxl.

    The folder goes to the end of the path, so what the installation has always wins.
    """
    folder = str(VENDOR_FOLDER)
    if folder in sys.path or not VENDOR_FOLDER.is_dir():
        return
    if any(importlib.util.find_spec(package) is None for package in VENDORED):
        sys.path.append(folder)
        importlib.invalidate_caches()
