"""PostGIS: a cluster of its own on a socket (no TCP), loaded by ogr2ogr, one SQL statement, sums and a table.

Loading is part of the job and a stage of its own. The cluster belongs to an unprivileged user and ends with the job.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

from protocol import Job, Stages, group, run, write_table

sys.path.append(str(Path(__file__).resolve().parents[2] / "scripts"))
from private_postgresql import PrivateServer

_keep: dict[str, PrivateServer] = {}


def start() -> str:
    """Make the cluster and start it."""
    _keep["server"] = PrivateServer(
        "shared_buffers=512MB", "work_mem=128MB", "maintenance_work_mem=256MB", "max_wal_size=4GB"
    )
    _sql("CREATE EXTENSION postgis")
    return _sql("SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()").strip()


def occupation(job: Job, stages: Stages) -> dict[str, Any]:
    """Pieces of survey × footprints, both areas of each, sums, table."""
    try:
        _load(job, job["survey"], "survey", job["class_field"])
        _load(job, job["footprints"], "footprint", job["id_field"])
        _sql("ANALYZE survey; ANALYZE footprint")
        stages.end("load")
        _sql(
            f'CREATE TABLE piece AS SELECT f."{job["id_field"].lower()}" AS fp, s."{job["class_field"].lower()}" AS code, '
            "ST_CollectionExtract(ST_Intersection(s.geom, f.geom), 3) AS geom "
            "FROM survey s JOIN footprint f ON ST_Intersects(s.geom, f.geom)"
        )
        stages.end("cut")
        text = _sql("COPY (SELECT fp, code, ST_Area(geom), ST_Area(ST_Transform(geom, 4490)::geography) FROM piece) TO STDOUT CSV")
        rows = [(fp, code, float(plane), float(ellipsoid)) for fp, code, plane, ellipsoid in csv.reader(text.splitlines())]
        stages.end("measure")
        table, found = group(rows)
        write_table(job["table"], table)
        stages.end("table")
        return found
    finally:
        _keep["server"].stop()


def _load(job: Job, layer: str, table: str, field: str) -> None:
    server = _keep["server"]
    target = f"PG:host={server.folder} user={server.user} dbname=postgres"
    subprocess.run(
        [
            "ogr2ogr", "-f", "PostgreSQL", target, job["package"], layer, "-nln", table, "-select", field,
            "-lco", "GEOMETRY_NAME=geom", "-lco", "UNLOGGED=ON", "--config", "PG_USE_COPY", "YES",
        ],
        check=True,
    )


def _sql(statement: str) -> str:
    return _keep["server"].run_sql(statement)


if __name__ == "__main__":
    run({"occupation": occupation}, start)
