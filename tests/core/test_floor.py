"""The lowest floor stands alone: all of `core` is imported in a fresh Python and nothing of QGIS comes with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]

PROGRAM = """
import importlib, pkgutil, sys
parent, name = sys.argv[1:]
sys.path.insert(0, parent)
core = importlib.import_module(name + ".core")
found = [module.name for module in pkgutil.walk_packages(core.__path__, core.__name__ + ".")]
for module in found:
    importlib.import_module(module)
above = [module for module in sys.modules if module.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "osgeo", "processing")]
print(len(found), above)
"""


def test_core_imports_nothing_of_qgis():
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT.parent), ROOT.name], check=True, capture_output=True, text=True
    ).stdout
    count, above = said.split(" ", 1)
    assert int(count) >= 5
    assert above.strip() == "[]"
