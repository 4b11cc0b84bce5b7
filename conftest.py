"""The root must not be on the path: our folder `processing` would hide QGIS's own."""

import os
import sys

import pytest

ROOT = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or os.getcwd()) != os.path.realpath(ROOT)]

if not os.path.basename(ROOT).isidentifier():
    pytest.exit(
        f"The folder name {os.path.basename(ROOT)} can't be a Python package: run scripts/test, which goes through a link.",
        returncode=4,
    )
