"""What every program of the benchmark reads and writes: `python PEER.py JOB.json RESULT.json`. Python's own library and
openpyxl, which is loaded before the job begins.

A job has `kind` (occupation, area, controls, check), `package` (GeoPackage), `survey`, `footprints`, `controls` (layer
names), `epsg`, `class_field`, `id_field`, `threads`, `table` (the workbook to write) and `scratch` (a folder).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Job = Mapping[str, Any]


class Stages:
    """Seconds by the wall clock and of the processor (this process only) of the parts of a job, in order."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.cpu_seconds: dict[str, float] = {}
        self._last = time.perf_counter(), time.process_time()

    def end(self, name: str) -> None:
        """The part that ran since the last call is over."""
        now = time.perf_counter(), time.process_time()
        for spent, at, last in zip((self.seconds, self.cpu_seconds), now, self._last):
            spent[name] = round(spent.get(name, 0.0) + at - last, 3)
        self._last = now


def run(jobs: Mapping[str, Callable[[Job, Stages], dict[str, Any]]], start: Callable[[], str]) -> None:
    """Start the program (`start` returns its versions), do the job asked for, write result and times."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    begin = time.perf_counter()
    versions = start()
    started, cpu = time.perf_counter(), time.process_time()
    stages = Stages()
    found = jobs[job["kind"]](job, stages)
    result = {
        "versions": versions,
        "start_seconds": round(started - begin, 3),
        "job_seconds": round(time.perf_counter() - started, 3),
        "job_cpu_seconds": round(time.process_time() - cpu, 3),
        "stages": stages.seconds,
        "stages_cpu": stages.cpu_seconds,
        **found,
    }
    Path(sys.argv[2]).write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    # Tear-down of a large library is no part of the job, and some hang in it without a display.
    sys.stdout.flush()
    os._exit(0)


def group(rows: Iterable[tuple[str, str, float, float]]) -> tuple[dict[tuple[str, str], list[float]], dict[str, Any]]:
    """(footprint, class, plane m², ellipsoid m²) → sums by both, and the sums every program reports."""
    table: dict[tuple[str, str], list[float]] = {}
    by_class: dict[str, float] = {}
    pieces, plane_sum, ellipsoid_sum = 0, 0.0, 0.0
    for footprint, code, plane, ellipsoid in rows:
        if not plane > 0:
            continue
        cell = table.setdefault((footprint, code), [0, 0.0, 0.0])
        cell[0] += 1
        cell[1] += plane
        cell[2] += ellipsoid
        by_class[code] = by_class.get(code, 0.0) + plane
        pieces += 1
        plane_sum += plane
        ellipsoid_sum += ellipsoid
    found = {"pieces": pieces, "plane_m2": plane_sum, "ellipsoid_m2": ellipsoid_sum, "plane_m2_by_class": by_class}
    return table, found


def write_table(path: str, table: Mapping[tuple[str, str], Sequence[float]]) -> None:
    """Footprint, class, pieces, plane and ellipsoidal area, and a sheet with the sums by class."""
    book = Workbook(write_only=True)
    sheet, classes = book.create_sheet("footprints"), book.create_sheet("classes")
    sheet.append(["DKBH", "DLBM", "pieces", "plane m2", "ellipsoid m2"])
    sums: dict[str, list[float]] = {}
    for (footprint, code), row in sorted(table.items()):
        sheet.append([footprint, code, row[0], round(row[1], 2), round(row[2], 2)])
        total = sums.setdefault(code, [0, 0.0, 0.0])
        for place, value in enumerate(row):
            total[place] += value
    classes.append(["DLBM", "pieces", "plane m2", "ellipsoid m2"])
    for code, row in sorted(sums.items()):
        classes.append([code, row[0], round(row[1], 2), round(row[2], 2)])
    book.save(path)
