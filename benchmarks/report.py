"""The result of `run.py` as a page: one table a case, ratios to ours, and whether the sums agree."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .programs import OURS_INSIDE, OURS_WHOLE
from .sums import ELLIPSOID_TOLERANCE, PLANE_TOLERANCE_M2, agrees

_NOTES = f"""\
How to read it:

* *Whole* is a process from its start to its end, seconds by the clock (median, least–most of the rounds); *CPU* is the
  processor time of it and its children, which the other work of a shared machine disturbs less; *job* is without the start of
  the program (of QGIS, of the database server, of Python's imports: each program loads its modules, and the one that writes
  workbooks, before the job). Peak memory is that of the largest process.
* Ratios are the median of a program over ours: whole to our `qgis_process` run, job to ours inside Python.
* The occupation job: read survey and footprints from one GeoPackage, cut, plane and ellipsoidal area of every piece, sums by
  footprint and class, a workbook. Ours adjusts every area to the registered one, checks every sum of the official tables, and
  writes the class table by plot and owner and the checks; the peers write one list and one class table. No program writes a
  layer: our sums come from one run more, not measured, that writes the pieces and has to find the same numbers.
  *official*: the same with all official tables (a form and the boundary points of each plot) and the layer of pieces, which
  no peer makes; *controls*: with the layer of pieces.
* Equal sums: every footprint counts its own pieces, also where footprints overlap, in all programs. Compared are the plane
  areas of all pieces, in all and by class (within {PLANE_TOLERANCE_M2} m²: a cut point is a double at an easting of 4·10⁷ m,
  up to 3.7·10⁻⁹ m off along some 2·10⁶ m of cut borders), the number of footprint–parcel pairs, and the ellipsoidal sum
  (within {ELLIPSOID_TOLERANCE:g} of it: the methods differ). The total that counts overlapped ground once is made by ours only.
* Ellipsoidal methods: ours is the survey's procedure with its rounding steps and edges cut at 70 m; QGIS an authalic polygon;
  pyproj, DuckDB and PostGIS geodesic edges. SedonaDB's geographies lie on a sphere, so it is compared by plane areas only.
* With control layers, QGIS chains `native:union` and geopandas `overlay(how="identity")`: borders that differ by less than a
  millimetre become slivers, each a piece, and each step may lose area; the table shows how many pieces and how much.
* All data are made up (`benchmarks/county.py`, seed 1), but the shapes of the real coverage, if there is one in the table.
"""


def render(results: Mapping[str, Any]) -> str:
    """The page (Markdown)."""
    at = results["machine"]
    lines = [
        "# Benchmarks",
        "",
        "Made by `make bench`; nothing here is typed by hand.",
        "",
        f"{at['date']}, commit {at['commit']}; {at['cores']} cores ({at['processor']}), {at['memory_gb']} GB, {at['system']}.",
        "",
        _versions(results),
        "",
        _NOTES,
    ]
    for name, case in results["cases"].items():
        lines += [f"## {name}", "", *_table(case), ""]
        lines += _stages(case)
    return "\n".join(lines).rstrip() + "\n"


def _versions(results: Mapping[str, Any]) -> str:
    found: dict[str, str] = {}
    for case in results["cases"].values():
        for name, row in case["programs"].items():
            if row.get("versions"):
                found[name] = row["versions"]
    return "; ".join(f"{name}: {version}" for name, version in found.items()) + "."


def _table(case: Mapping[str, Any]) -> list[str]:
    rows = case["programs"]
    kind = case["job"]["kind"]
    head = [*_HEAD, *_HEADS[kind], "sums agree"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    done = {name: row for name, row in rows.items() if not (row.get("failed") or row.get("missing"))}
    whole = done.get(OURS_WHOLE) or done.get(OURS_INSIDE)
    for name, row in rows.items():
        if row.get("failed") or row.get("missing"):
            reason = f"failed: {row['failed']}" if row.get("failed") else f"no {row['missing']} in this checkout"
            lines.append(f"| {name} | {row['rounds']} | {reason} |" + " |" * (len(head) - 3))
            continue
        cells = [
            name, str(row["rounds"]), f"{row['load_before']['median']:.1f}", _spread(row.get("seconds")), _spread(row.get("cpu_seconds")),
            _ratio(row, whole, "seconds"), _ratio(row, whole, "cpu_seconds"), _spread(row.get("job_seconds")),
            _ratio(row, done.get(OURS_INSIDE), "job_seconds"), f"{row['peak_mb']['max']:.0f}",
            *_CELLS[kind](row | {"of_case": case.get("vertices")}), _agreement(case["differences"].get(name), kind),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _occupation(row: Mapping[str, Any]) -> list[str]:
    pairs = f"{row['pieces']:,}" if "pieces" in row else "–"
    return [pairs, _area(row, "plane_m2", 3), _area(row, "ellipsoid_m2", 2)]


def _controls(row: Mapping[str, Any]) -> list[str]:
    pieces = row.get("atoms", row.get("pieces"))
    return [f"{pieces:,}" if pieces else "–", _area(row, "plane_m2", 3), _area(row, "ellipsoid_m2", 2)]


def _measured(row: Mapping[str, Any]) -> list[str]:
    seconds, cpu = row.get("stages", {}).get("measure"), row.get("stages_cpu", {}).get("measure")
    cells = [f"{row.get('features', 0):,}"]
    for spent in (seconds, cpu):
        known = bool(spent and row["of_case"])
        cells.append(f"{spent:.2f} ({row['of_case'] / spent / 1e6:.2f} M/s)" if known else "–")
    return [*cells, _area(row, "ellipsoid_m2", 2)]


def _checked(row: Mapping[str, Any]) -> list[str]:
    found = row.get("found", {})
    if found:
        return [f"{found.get('FINDING_COUNT', 0):.0f} findings"]
    return [f"{row.get('invalid')} invalid, {row.get('overlaps')} overlaps"]


_HEAD = ("program", "rounds", "load", "whole s", "CPU s", "ratio whole", "ratio CPU", "job s", "ratio job", "peak MB")
_HEADS = {
    "occupation": ["pairs", "plane m²", "ellipsoid m²"],
    "official": ["pairs", "plane m²", "ellipsoid m²"],
    "controls": ["pieces", "plane m²", "ellipsoid m²"],
    "area": ["parcels", "measure s (vertices)", "measure CPU s (vertices)", "ellipsoid m²"],
    "check": ["found"],
}
_CELLS = {"occupation": _occupation, "official": _occupation, "controls": _controls, "area": _measured, "check": _checked}


def _area(row: Mapping[str, Any], name: str, decimals: int) -> str:
    return f"{row[name]:,.{decimals}f}" if name in row else "–"


def _spread(values: Mapping[str, float] | None) -> str:
    if values is None:
        return "–"
    if values["min"] == values["max"]:
        return f"{values['median']:.1f}"
    return f"{values['median']:.1f} ({values['min']:.1f}–{values['max']:.1f})"


def _ratio(row: Mapping[str, Any], ours: Mapping[str, Any] | None, name: str) -> str:
    if not ours or name not in row or name not in ours:
        return "–"
    return f"{row[name]['median'] / ours[name]['median']:.2f}×"


def _agreement(found: Mapping[str, float] | None, kind: str) -> str:
    if not found:
        return "not compared"
    parts = []
    if "plane_m2" in found:
        parts.append(f"plane ≤ {found['plane_m2']:.1e} m²")
        if kind in ("occupation", "official"):
            parts.append(f"pairs {found['pieces']:+.0f}")
    if "ellipsoid_m2" in found:
        parts.append(f"ellipsoid {found['ellipsoid_m2']:+.2f} m²")
    return ("yes" if agrees(found) else "**no**") + ": " + ", ".join(parts)


def _stages(case: Mapping[str, Any]) -> list[str]:
    """Seconds of the parts, of every program that tells them."""
    lines = []
    for name, row in case["programs"].items():
        cpu = row.get("stages_cpu", {})
        stages = {
            stage: f"{seconds:.1f} (CPU {cpu.get(stage, 0.0):.1f})" for stage, seconds in row.get("stages", {}).items()
        }
        if row.get("watched"):
            stages = {stage: f"{spent['seconds']:.1f} (CPU {spent['cpu_seconds']:.1f})" for stage, spent in row["watched"].items()}
        if len(stages) > 1:
            lines.append(f"* {name}: " + ", ".join(f"{stage} {text}" for stage, text in stages.items()))
    return ["Seconds by part of the last round:", "", *lines, ""] if lines else []


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m land_ledger.benchmarks.report RESULT.json PAGE.md`."""
    parser = argparse.ArgumentParser(description="The page of a result of the benchmark.")
    parser.add_argument("result", type=Path)
    parser.add_argument("page", type=Path)
    asked = parser.parse_args(arguments)
    asked.page.write_text(render(json.loads(asked.result.read_text(encoding="utf-8"))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
