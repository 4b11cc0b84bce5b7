"""geopandas: `overlay`, pyproj's geodesic areas, sums and a table."""

from __future__ import annotations

from typing import Any

from protocol import Job, Stages, flows, group, run, write_matrix, write_table


def start() -> str:
    """The packages."""
    import geopandas
    import pyogrio
    import pyproj
    import shapely

    return (
        f"geopandas {geopandas.__version__}, shapely {shapely.__version__} (GEOS {shapely.geos_version_string}), "
        f"pyogrio {pyogrio.__version__}, pyproj {pyproj.__version__}"
    )


def occupation(job: Job, stages: Stages) -> dict[str, Any]:
    """Pieces of survey × footprints, both areas of each, sums, table."""
    pieces = _cut(job, stages)
    return _measured(pieces, job, stages)


def controls(job: Job, stages: Stages) -> dict[str, Any]:
    """The pieces, then `overlay(how="identity")` with each control layer in turn."""
    import geopandas

    pieces = _cut(job, stages)
    for layer in job["controls"]:
        control = geopandas.read_file(
            job["package"], layer=layer, columns=["BSM"], use_arrow=True, bbox=tuple(pieces.total_bounds)
        ).rename(columns={"BSM": layer})
        pieces = geopandas.overlay(pieces, control, how="identity", keep_geom_type=True)
        stages.end(layer)
    return _measured(pieces, job, stages)


def area(job: Job, stages: Stages) -> dict[str, Any]:
    """Geodesic areas of every parcel."""
    survey = _read(job, job["survey"], [])
    stages.end("read")
    total = float(sum(_geodesic(survey)))
    stages.end("measure")
    return {"ellipsoid_m2": total, "features": len(survey)}


def transition(job: Job, stages: Stages) -> dict[str, Any]:
    """`overlay(how="union")` of two surveys, plane areas by pair of classes."""
    import geopandas

    code = job["class_field"]
    before, after = (
        geopandas.read_file(path, layer=job["survey"], columns=[code], use_arrow=True).rename(columns={code: name})
        for path, name in ((job["package"], "before"), (job["later"], "after"))
    )
    stages.end("read")
    pieces = geopandas.overlay(before, after, how="union", keep_geom_type=True)
    stages.end("cut")
    columns = (pieces[name].fillna("") for name in ("before", "after"))
    matrix, found = flows(zip(*columns, pieces.area))
    stages.end("sum")
    write_matrix(job["table"], matrix)
    stages.end("table")
    return found


def _read(job: Job, layer: str, columns: list[str]) -> Any:
    import geopandas

    return geopandas.read_file(job["package"], layer=layer, columns=columns, use_arrow=True)


def _cut(job: Job, stages: Stages) -> Any:
    import geopandas

    survey = _read(job, job["survey"], [job["class_field"], "BSM"])
    footprints = _read(job, job["footprints"], [job["id_field"]])
    stages.end("read")
    pieces = geopandas.overlay(survey, footprints, how="intersection", keep_geom_type=True)
    stages.end("cut")
    return pieces


def _geodesic(frame: Any) -> list[float]:
    from pyproj import Geod

    geod = Geod(ellps="GRS80")
    return [abs(geod.geometry_area_perimeter(shape)[0]) for shape in frame.to_crs(4490).normalize()]


def _measured(pieces: Any, job: Job, stages: Stages) -> dict[str, Any]:
    rows = zip(pieces[job["id_field"]], pieces[job["class_field"]], pieces.area, _geodesic(pieces))
    rows = list(rows)
    stages.end("measure")
    table, found = group(rows)
    write_table(job["table"], table)
    stages.end("table")
    return found


if __name__ == "__main__":
    run({"occupation": occupation, "controls": controls, "area": area, "transition": transition}, start)
