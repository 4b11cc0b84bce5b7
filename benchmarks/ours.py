"""Our algorithms inside one Python process: what is left when QGIS's start is taken off, and where the time goes.

`python ours.py JOB.json RESULT.json` with the folder that holds `land_ledger` on QGIS_PLUGINPATH: any checkout.
"""

from __future__ import annotations

import functools
import importlib
import os
import pkgutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent / "peers"))

from protocol import Job, Stages, run

# Where a stage is called from; a checkout that has no such name is measured without that stage.
WATCHED = (
    ("read", "processing.adapters.columns", "read"),
    ("mend", "core.occupation.job", "_mended"),
    ("cut", "core.occupation.job", "cut_atoms"),
    ("measure", "core.occupation.model", "Job.measure"),
    ("apportion (with its measuring)", "core.occupation.job", "_apportioned"),
    ("classify", "core.occupation.job", "classify"),
    ("ridges", "core.occupation.job", "share_ridges"),
    ("owners", "core.occupation.job", "owners_of"),
    ("problems", "core.occupation.job", "find_problems"),
    ("overlaps", "core.occupation.job", "find_overlaps_of"),
    ("columns of the pieces", "core.occupation.pieces", "piece_columns"),
    ("report", "core.occupation.report", "report_of"),
    ("write pieces", "processing.adapters.sinks", "LayerSink.write"),
    ("finish pieces", "processing.adapters.sinks", "LayerSink.finish"),
    ("workbook", "core.occupation.report", "write_report"),
)
# What our algorithms load when they first run; the peers load theirs in `start`, too.
LOADED_LATE = ("core.checking", "core.occupation", "core.survey", "core.workbook", "processing.adapters")
_keep: list[Any] = []
_spent: dict[str, list[float]] = {}


def start() -> str:
    """QGIS without a window, our provider in it, and the modules its algorithms load when they run."""
    sys.path[:0] = [os.environ["QGIS_PLUGINPATH"], "/usr/share/qgis/python/plugins", "/usr/share/qgis/python"]
    from qgis.core import Qgis, QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = importlib.import_module("land_ledger.processing.provider").LandLedgerProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    _keep.extend([application, provider])
    for package in LOADED_LATE:
        _load(package)
    return f"QGIS {Qgis.QGIS_VERSION}"


def algorithm(job: Job, stages: Stages) -> dict[str, Any]:
    """Run `job["algorithm"]` with `job["parameters"]`."""
    from qgis.core import QgsApplication, QgsProcessingFeedback

    import processing

    if QgsApplication.processingRegistry().algorithmById(job["algorithm"]) is None:
        return {"missing": job["algorithm"]}
    if job.get("watch"):
        for name, module, attribute in WATCHED:
            _watch(name, module, attribute)
    found = processing.run(job["algorithm"], job["parameters"], feedback=QgsProcessingFeedback(False))
    stages.end("all")
    watched = {name: {"seconds": round(wall, 2), "cpu_seconds": round(cpu, 2)} for name, (wall, cpu) in _spent.items()}
    plain = {name: value for name, value in found.items() if isinstance(value, (int, float, str))}
    return {"found": plain, "watched": watched}


def area(job: Job, stages: Stages) -> dict[str, Any]:
    """`ellipsoid_areas` of every parcel."""
    import numpy as np
    import shapely
    from osgeo import ogr

    ellipsoid = importlib.import_module("land_ledger.core.ellipsoid")
    source = ogr.Open(job["package"])
    layer = source.GetLayerByName(job["survey"])
    layer.SetIgnoredFields([layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())])
    batches = layer.GetArrowStreamAsNumPy(options=["USE_MASKED_ARRAYS=NO"])
    shapes = np.concatenate([shapely.from_wkb(batch[layer.GetGeometryColumn()]) for batch in batches])
    stages.end("read")
    zone = ellipsoid.GaussZone(117 * 3600, 39_500_000.0)
    areas = ellipsoid.ellipsoid_areas(shapes, zone)
    stages.end("measure")
    vertices = int(shapely.get_num_coordinates(shapes).sum())
    return {"ellipsoid_m2": float(areas.sum()), "features": len(shapes), "vertices": vertices}


def _load(package: str) -> None:
    """All modules of one of our packages; a checkout that has no such package goes without."""
    try:
        folder = importlib.import_module(f"land_ledger.{package}")
    except ImportError:
        return
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")


def _watch(name: str, module: str, attribute: str) -> None:
    try:
        holder: Any = importlib.import_module(f"land_ledger.{module}")
        *outer, last = attribute.split(".")
        for part in outer:
            holder = getattr(holder, part)
        found = getattr(holder, last)
        if isinstance(found, property):
            inner = found.fget
            setattr(holder, last, property(lambda self: _timed(name, inner(self))))  # type: ignore[misc]
        else:
            setattr(holder, last, _timed(name, found))
    except (ImportError, AttributeError):
        return


def _timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def timed(*args: Any, **kwargs: Any) -> Any:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent = _spent.setdefault(name, [0.0, 0.0])
            spent[0] += time.perf_counter() - wall
            spent[1] += time.process_time() - cpu

    return timed


if __name__ == "__main__":
    run({"algorithm": algorithm, "area": area}, start)
