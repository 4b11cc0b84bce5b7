"""SedonaDB: the survey read by pyogrio, one SQL join, areas by its own functions."""

from __future__ import annotations

from typing import Any

from protocol import Job, Stages, group, run, write_table

_SPHERE = "ST_Area(ST_ToGeography(ST_Transform(g, 'EPSG:4326')))"

_keep: list[Any] = []


def start() -> str:
    """A context in this process."""
    import sedonadb

    _keep.append(sedonadb.connect())
    return f"SedonaDB {sedonadb.__version__}"


def occupation(job: Job, stages: Stages) -> dict[str, Any]:
    """Pieces of survey × footprints, both areas of each, sums, table."""
    context = _keep[0]
    for name, layer in (("survey", job["survey"]), ("footprint", job["footprints"])):
        context.read_pyogrio(job["package"], options={"layer": layer}).to_memtable().to_view(name)
    stages.end("read")
    # Its areas of geographies are those of a sphere: not compared with the others.
    rows = context.sql(
        f'SELECT fp, code, ST_Area(g) AS plane, {_SPHERE} AS sphere FROM (SELECT f."{job["id_field"]}" AS fp, '
        f's."{job["class_field"]}" AS code, ST_Intersection(s.geom, f.geom) AS g '
        "FROM survey s JOIN footprint f ON ST_Intersects(s.geom, f.geom)) p WHERE ST_Area(g) > 0"
    ).to_arrow_table()
    stages.end("cut and measure")
    table, found = group(zip(*(rows.column(name).to_pylist() for name in ("fp", "code", "plane", "sphere"))))
    write_table(job["table"], table)
    stages.end("table")
    found["sphere_m2"] = found.pop("ellipsoid_m2")
    return found


if __name__ == "__main__":
    run({"occupation": occupation}, start)
