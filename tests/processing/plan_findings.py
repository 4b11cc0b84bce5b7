"""Findings of a village plan check as small files, with the fields that the check writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import shapely

from .occupation_runs import write_layer

EAST, NORTH = 39_400_000.0, 4_030_000.0
FIELDS = {
    "KEY": "C", "CHECK_ID": "C", "SEVERITY": "C", "TITLE": "C", "FINDING": "C", "FEATURE_ID": "I", "BSM": "C",
    "OTHER_ID": "I", "OTHER_BSM": "C", "FIELD": "C", "ZLDWDM": "C", "ZLDWMC": "C", "AREA_M2": "D", "EXTENT_M": "D",
    "STATE": "C", "REASON": "C", "DECIDED_BY": "C", "DECIDED_ON": "C", "VILLAGE": "C", "LAYER": "C", "RULE": "C",
}  # fmt: skip
TITLES = {"overlap": "图斑重叠", "gap": "图斑之间有空隙", "prime_class": "永久基本农田内规划为非耕地", "bsm_doubled": "标识码重复"}


def row(key: str, check: str = "overlap", rule: str = "R8", **more: object) -> dict[str, object]:
    """A finding; `more` overrides its fields."""
    title = TITLES.get(check, check)
    return {
        "KEY": key, "CHECK_ID": check, "SEVERITY": "error", "TITLE": title, "FINDING": f"{title}（{key}）。", "FEATURE_ID": 1,
        "BSM": "", "FIELD": None, "ZLDWDM": "379901101202", "ZLDWMC": "乙营村", "AREA_M2": 1.5, "EXTENT_M": 40.0,
        "STATE": "open", "REASON": None, "DECIDED_BY": None, "DECIDED_ON": None, "VILLAGE": "乙营村", "LAYER": "规划地类图斑",
        "RULE": rule, **more,
    }  # fmt: skip


def write_findings(
    path: Path, rows: Sequence[dict[str, object]], places: Sequence[tuple[float, float] | None] | None = None, epsg: int = 4527
) -> str:
    """The rows into a GeoPackage; `places` are metres from a corner (default: a row of points 100 m apart), None for none."""
    if places is None:
        places = [(100.0 * number, 0.0) for number in range(len(rows))]
    shapes = [None if at is None else shapely.Point(EAST + at[0], NORTH + at[1]) for at in places]
    return write_layer(path, path.stem, shapes, rows, FIELDS, epsg)
