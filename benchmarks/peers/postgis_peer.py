"""PostGIS: a cluster of its own on a socket (no TCP), loaded by ogr2ogr, one SQL statement, sums and a table.

Loading is part of the job and a stage of its own. The cluster belongs to an unprivileged user and ends with the job.
"""

from __future__ import annotations

import csv
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from protocol import Job, Stages, group, run, write_table

OWNERS = ("postgres", "nobody")
_keep: dict[str, Any] = {}


def start() -> str:
    """Make the cluster and start it."""
    folder = Path(tempfile.mkdtemp(prefix="bench-pg-"))
    owner = next(name for name in OWNERS if _is_user(name)) if os.getuid() == 0 else None
    if owner:
        shutil.chown(folder, owner)
    _keep.update(folder=folder, owner=owner, user=owner or pwd.getpwuid(os.getuid()).pw_name)
    data = folder / "data"
    _as_owner([_program("initdb"), "-D", str(data), "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"])
    settings = [
        "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off", "-c", "shared_buffers=512MB",
        "-c", "work_mem=128MB", "-c", "maintenance_work_mem=256MB", "-c", "max_wal_size=4GB", "-c", "synchronous_commit=off",
    ]
    log = (folder.parent / f"{folder.name}.log").open("w")
    _keep["server"] = subprocess.Popen(
        [*_prefix(), _program("postgres"), "-D", str(data), *settings], stdout=log, stderr=log, cwd="/"
    )
    _keep["log"] = Path(log.name)
    for _ in range(600):
        if (folder / ".s.PGSQL.5432").exists() and _ready():
            break
        time.sleep(0.1)
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
        _stop()


def _load(job: Job, layer: str, table: str, field: str) -> None:
    target = f"PG:host={_keep['folder']} user={_keep['user']} dbname=postgres"
    subprocess.run(
        [
            "ogr2ogr", "-f", "PostgreSQL", target, job["package"], layer, "-nln", table, "-select", field,
            "-lco", "GEOMETRY_NAME=geom", "-lco", "UNLOGGED=ON", "--config", "PG_USE_COPY", "YES",
        ],
        check=True,
    )


def _sql(statement: str) -> str:
    command = [_program("psql"), "-h", str(_keep["folder"]), "-U", _keep["user"], "-d", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1"]
    return subprocess.run([*command, "-c", statement], check=True, capture_output=True, text=True).stdout


def _ready() -> bool:
    return subprocess.run([_program("pg_isready"), "-q", "-h", str(_keep["folder"])], check=False).returncode == 0


def _stop() -> None:
    """A fast shutdown of our own server, then its files go."""
    server = _keep["server"]
    postmaster = int((_keep["folder"] / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(postmaster, signal.SIGINT)
    server.wait(60)
    shutil.rmtree(_keep["folder"], ignore_errors=True)
    _keep["log"].unlink(missing_ok=True)


def _prefix() -> list[str]:
    return ["setpriv", f"--reuid={_keep['owner']}", "--clear-groups", "--"] if _keep["owner"] else []


def _as_owner(command: list[str]) -> None:
    subprocess.run([*_prefix(), *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _program(name: str) -> str:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [Path(shutil.which(name) or name)]
    return str(found[-1])


if __name__ == "__main__":
    run({"occupation": occupation}, start)
