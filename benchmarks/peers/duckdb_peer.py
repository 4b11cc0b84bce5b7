"""DuckDB with its spatial extension: one SQL statement from the file to the sums."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from protocol import Job, Stages, group, run, write_table

_keep: list[Any] = []


def start() -> str:
    """A database in memory; the extension lies in the package duckdb-extension-spatial."""
    import duckdb
    import duckdb_extension_spatial

    folder = Path(duckdb_extension_spatial.__file__).parent
    extension = next(folder.rglob("spatial.duckdb_extension"))
    database = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    database.execute(f"LOAD '{extension}'")
    _keep.append(database)
    return f"DuckDB {duckdb.__version__} spatial"


def occupation(job: Job, stages: Stages) -> dict[str, Any]:
    """Pieces of survey × footprints, both areas of each, sums, table."""
    database = _keep[0]
    _load(job, stages)
    database.execute(
        "CREATE TABLE piece AS SELECT f.fp, s.code, ST_CollectionExtract(ST_Intersection(s.geom, f.geom), 3) AS geom "
        "FROM survey s JOIN footprint f ON ST_Intersects(s.geom, f.geom)"
    )
    stages.end("cut")
    return _measured(job, stages)


def area(job: Job, stages: Stages) -> dict[str, Any]:
    """`ST_Area_Spheroid` of every parcel."""
    database = _keep[0]
    _load(job, stages, footprints=False)
    total, count = database.execute(f"SELECT sum({_spheroid(job)}), count(*) FROM survey").fetchone()
    stages.end("measure")
    return {"ellipsoid_m2": total, "features": count}


def _load(job: Job, stages: Stages, footprints: bool = True) -> None:
    database = _keep[0]
    if job.get("threads"):
        database.execute(f"SET threads = {int(job['threads'])}")
    source = job["package"].replace("'", "''")
    database.execute(
        f'CREATE TABLE survey AS SELECT "{job["class_field"]}" AS code, geom FROM ST_Read(\'{source}\', layer=\'{job["survey"]}\')'
    )
    if footprints:
        database.execute(
            f'CREATE TABLE footprint AS SELECT "{job["id_field"]}" AS fp, geom '
            f"FROM ST_Read('{source}', layer='{job['footprints']}')"
        )
    stages.end("read")


def _spheroid(job: Job) -> str:
    """The function wants latitude first, and takes the ellipsoid of WGS 84, that of CGCS2000 to 0.1 mm."""
    turned = f"ST_Transform(geom, 'EPSG:{job['epsg']}', 'EPSG:4490', always_xy := true)"
    return f"ST_Area_Spheroid(ST_FlipCoordinates({turned}))"


def _measured(job: Job, stages: Stages) -> dict[str, Any]:
    rows = _keep[0].execute(f"SELECT fp, code, ST_Area(geom), {_spheroid(job)} FROM piece").fetchall()
    stages.end("measure")
    table, found = group(rows)
    write_table(job["table"], table)
    stages.end("table")
    return found


if __name__ == "__main__":
    run({"occupation": occupation, "area": area}, start)
