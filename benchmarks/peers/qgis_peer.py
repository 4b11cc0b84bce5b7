"""QGIS: `native:intersection`, `QgsDistanceArea`, sums and a table in Python, as its users would write it."""

from __future__ import annotations

import sys
from typing import Any

from protocol import Job, Stages, flows, group, run, write_matrix, write_table

_keep: list[Any] = []


def start() -> str:
    """QGIS without a window."""
    sys.path[:0] = ["/usr/share/qgis/python/plugins", "/usr/share/qgis/python"]
    from qgis.core import Qgis, QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    _keep.append(application)
    from processing.core.Processing import Processing

    Processing.initialize()
    return f"QGIS {Qgis.QGIS_VERSION}"


def occupation(job: Job, stages: Stages) -> dict[str, Any]:
    """Pieces of survey × footprints, both areas of each, sums, table."""
    pieces = _cut(job["package"] + "|layername=" + job["survey"], _footprints(job), [job["class_field"], "BSM"], job)
    stages.end("read and cut")
    return _measured(pieces, job, stages)


def controls(job: Job, stages: Stages) -> dict[str, Any]:
    """The pieces, then one `native:union` a control layer clipped to the footprints, so that inside and outside stay."""
    import processing

    pieces = _cut(job["package"] + "|layername=" + job["survey"], _footprints(job), [job["class_field"], "BSM"], job)
    stages.end("read and cut")
    for layer in job["controls"]:
        near = processing.run(
            "native:extractbylocation",
            {"INPUT": job["package"] + "|layername=" + layer, "PREDICATE": [0], "INTERSECT": _footprints(job), "OUTPUT": "memory:"},
            context=_context(),
        )["OUTPUT"]
        pieces = processing.run(
            "native:union", {"INPUT": pieces, "OVERLAY": near, "OUTPUT": "memory:"}, context=_context()
        )["OUTPUT"]
        # What lies in the control layer only has no class.
        pieces.setSubsetString("")
        pieces = processing.run(
            "native:extractbyexpression",
            {"INPUT": pieces, "EXPRESSION": f'"{job["class_field"]}" IS NOT NULL', "OUTPUT": "memory:"},
            context=_context(),
        )["OUTPUT"]
        stages.end(layer)
    return _measured(pieces, job, stages)


def area(job: Job, stages: Stages) -> dict[str, Any]:
    """`QgsDistanceArea.measureArea` of every parcel."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    layer = QgsVectorLayer(job["package"] + "|layername=" + job["survey"], "survey", "ogr")
    request = QgsFeatureRequest().setNoAttributes()
    shapes = [feature.geometry() for feature in layer.getFeatures(request)]
    stages.end("read")
    measure = _meter(layer).measureArea
    total = 0.0
    for shape in shapes:
        total += measure(shape)
    stages.end("measure")
    return {"ellipsoid_m2": total, "features": len(shapes)}


def check(job: Job, stages: Stages) -> dict[str, Any]:
    """`qgis:checkvalidity` with QGIS's method, then overlaps as the survey crossed with itself."""
    import processing

    survey = job["package"] + "|layername=" + job["survey"]
    found = processing.run(
        "qgis:checkvalidity",
        {
            "INPUT_LAYER": survey, "METHOD": 1, "IGNORE_RING_SELF_INTERSECTION": False, "VALID_OUTPUT": "memory:",
            "INVALID_OUTPUT": "memory:", "ERROR_OUTPUT": "memory:",
        },
        context=_context(),
    )
    stages.end("validity")
    crossed = processing.run(
        "native:intersection",
        {
            "INPUT": survey, "OVERLAY": survey, "INPUT_FIELDS": ["BSM"], "OVERLAY_FIELDS": ["BSM"], "OVERLAY_FIELDS_PREFIX": "O_",
            "OUTPUT": "memory:",
        },
        context=_context(),
    )["OUTPUT"]
    overlaps = sum(1 for f in crossed.getFeatures() if str(f["BSM"]) < str(f["O_BSM"]) and f.geometry().area() > 0)
    stages.end("overlaps")
    return {"invalid": found["INVALID_COUNT"], "overlaps": overlaps}


def plan_check(job: Job, stages: Stages) -> dict[str, Any]:
    """Validity of every layer of all plans; parcels of both years crossed with themselves; the border less the dissolved parcels."""
    from pathlib import Path

    found = {"invalid": 0, "overlaps": 0, "gaps": 0}
    for path in sorted(Path(job["package"]).glob("*.gpkg")):
        for name in ("CJDCQ", "JQDLTB", "GHDLTB", "GKBJ"):
            found["invalid"] += _invalid(f"{path}|layername={name}")
            stages.end("validity")
        for name in ("JQDLTB", "GHDLTB"):
            layer = f"{path}|layername={name}"
            found["overlaps"] += _overlaps(layer)
            stages.end("overlaps")
            found["gaps"] += _gaps(layer, f"{path}|layername=CJDCQ")
            stages.end("gaps")
    return found


def _invalid(layer: str) -> int:
    import processing

    memory = dict.fromkeys(("VALID_OUTPUT", "INVALID_OUTPUT", "ERROR_OUTPUT"), "memory:")
    given = {"INPUT_LAYER": layer, "METHOD": 1, "IGNORE_RING_SELF_INTERSECTION": False, **memory}
    return int(processing.run("qgis:checkvalidity", given, context=_context())["INVALID_COUNT"])


def _overlaps(layer: str) -> int:
    import processing

    given = {
        "INPUT": layer, "OVERLAY": layer, "INPUT_FIELDS": ["BSM"], "OVERLAY_FIELDS": ["BSM"], "OVERLAY_FIELDS_PREFIX": "O_",
        "OUTPUT": "memory:",
    }  # fmt: skip
    crossed = processing.run("native:intersection", given, context=_context())["OUTPUT"]
    return sum(1 for each in crossed.getFeatures() if str(each["BSM"]) < str(each["O_BSM"]) and each.geometry().area() > 1e-4)


def _gaps(layer: str, border: str) -> int:
    import processing

    whole = processing.run("native:dissolve", {"INPUT": layer, "OUTPUT": "memory:"}, context=_context())["OUTPUT"]
    given = {"INPUT": border, "OVERLAY": whole, "OUTPUT": "memory:"}
    open_ground = processing.run("native:difference", given, context=_context())["OUTPUT"]
    given = {"INPUT": open_ground, "OUTPUT": "memory:"}
    parts = processing.run("native:multiparttosingleparts", given, context=_context())["OUTPUT"]
    return sum(1 for each in parts.getFeatures() if each.geometry().area() > 1e-4)


def transition(job: Job, stages: Stages) -> dict[str, Any]:
    """`native:union` of two surveys, plane areas by pair of classes."""
    import processing

    layers = [
        processing.run(
            "native:retainfields",
            {"INPUT": f"{path}|layername={job['survey']}", "FIELDS": [job["class_field"]], "OUTPUT": "memory:"},
            context=_context(),
        )["OUTPUT"]
        for path in (job["package"], job["later"])
    ]
    stages.end("read")
    pieces = processing.run(
        "native:union",
        {"INPUT": layers[0], "OVERLAY": layers[1], "OVERLAY_FIELDS_PREFIX": "L_", "OUTPUT": "memory:"},
        context=_context(),
    )["OUTPUT"]
    stages.end("cut")
    name = job["class_field"]
    rows = ((f[name] or "", f["L_" + name] or "", f.geometry().area()) for f in pieces.getFeatures())
    matrix, found = flows(rows)
    stages.end("sum")
    write_matrix(job["table"], matrix)
    stages.end("table")
    return found


def _footprints(job: Job) -> str:
    return f"{job['package']}|layername={job['footprints']}"


def _context() -> Any:
    from qgis.core import QgsFeatureRequest, QgsProcessingContext

    context = QgsProcessingContext()
    # The default looks at every shape first: the faster of QGIS's settings.
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
    _keep.append(context)
    return context


def _cut(survey: str, footprints: str, fields: list[str], job: Job) -> Any:
    import processing

    # The survey as overlay: the other way round takes about three times as long here.
    parameters = {
        "INPUT": footprints, "OVERLAY": survey, "INPUT_FIELDS": [job["id_field"]], "OVERLAY_FIELDS": fields, "OUTPUT": "memory:",
    }
    return processing.run("native:intersection", parameters, context=_context())["OUTPUT"]


def _meter(layer: Any) -> Any:
    from qgis.core import QgsDistanceArea, QgsProject

    meter = QgsDistanceArea()
    meter.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    meter.setEllipsoid(layer.crs().ellipsoidAcronym())
    return meter


def _measured(pieces: Any, job: Job, stages: Stages) -> dict[str, Any]:
    meter = _meter(pieces)
    rows = [
        (feature[job["id_field"]], feature[job["class_field"]], feature.geometry().area(), meter.measureArea(feature.geometry()))
        for feature in pieces.getFeatures()
    ]
    stages.end("measure")
    table, found = group(rows)
    write_table(job["table"], table)
    stages.end("table")
    return found


if __name__ == "__main__":
    kinds = {"occupation": occupation, "controls": controls, "area": area, "check": check, "transition": transition}
    run({**kinds, "plancheck": plan_check}, start)
