"""The root must not be on the path: our folder `processing` would hide QGIS's own."""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.getcwd()) != ROOT]
