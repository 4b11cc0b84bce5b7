"""Checks the Python that setup made: numpy below 2, shapely 2 on the system's own GEOS, psycopg2."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import numpy
import shapely


def system_geos() -> str:
    return subprocess.run(["geos-config", "--version"], check=True, capture_output=True, text=True).stdout.strip()


def main() -> int:
    geos = ".".join(str(part) for part in shapely.geos_version)
    faults = []
    if int(numpy.__version__.split(".")[0]) >= 2:
        faults.append(f"numpy is {numpy.__version__}, below 2 is needed")
    if int(shapely.__version__.split(".")[0]) < 2:
        faults.append(f"shapely is {shapely.__version__}, 2 or newer is needed")
    if geos != system_geos():
        faults.append(f"shapely runs on GEOS {geos}, the system has {system_geos()}")
    if importlib.util.find_spec("psycopg2") is None:
        faults.append("psycopg2 is missing (apt: python3-psycopg2)")
    for fault in faults:
        print(f"setup: {fault}", file=sys.stderr)
    if not faults:
        print(f"setup: numpy {numpy.__version__}, shapely {shapely.__version__} on GEOS {geos}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
