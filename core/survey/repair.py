"""Shapes made valid by the even-odd rule, each listed beside what it measured as drawn.

Even-odd: a place belongs to a shape if a ray from it crosses the drawn rings an odd number of times. A bow-tie keeps
both its wings, a hole outside its shell becomes ground, a part drawn twice disappears. GEOS's `make_valid` follows the
rule only where no two rings share a stretch of border (a hole along the shell comes back filled), so the faces of the
noded rings are counted here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
import shapely

from ..columns import Columns
from ..errors import InputError
from ..progress import Progress, no_progress, part_of
from ..sentence import Sentence, sentence, translate
from ..threads import in_threads
from .validity import valid_polygons

_CHUNK = 4096
_CROSSINGS_AT_ONCE = 1 << 22
_REASON = re.compile(r"([^\[]*)\[(\S+) (\S+)\]")


class RepairKind(Enum):
    """What was done to a feature."""

    REPAIRED = "repaired"
    NO_SHAPE = "no shape"
    NO_AREA = "no area"
    NO_NUMBERS = "no numbers"


@dataclass(frozen=True)
class Repair:
    """One feature that could not be used as drawn.

    `id` as the user sees it, `row` in the columns given. `signed_area` is that of the rings as drawn (|outer| − Σ
    |hole| of the shoelace sums, so a bow-tie has 0), `repaired_area` that of what is used instead, both in squares of
    the layer's unit (NaN where nothing can be measured, 0 for what was dropped).
    """

    id: int
    row: int
    kind: RepairKind
    reason: Sentence
    signed_area: float
    repaired_area: float


@dataclass(frozen=True)
class Repaired:
    """Columns whose every shape is a valid, non-empty polygon or multipolygon, and what had to be done for it."""

    columns: Columns
    findings: tuple[Repair, ...]


def repair(columns: Columns, drop: bool = True, progress: Progress = no_progress) -> Repaired:
    """`columns` with valid shapes; valid ones stay the objects they were.

    Features without a shape, or with one that encloses nothing, are dropped (with `drop=False` they stay, their shape
    None) and listed. Shapes other than polygons and multipolygons raise ValueError.
    """
    geometry = columns.geometry
    if not np.isin(shapely.get_type_id(geometry), (-1, 3, 6)).all():
        raise ValueError("only polygons can be repaired")
    bad = np.flatnonzero(_unusable(columns, progress))
    mended = geometry.copy()
    findings = []
    for done, row in enumerate(bad.tolist()):
        progress(0.5 + 0.5 * done / len(bad))
        mended[row], finding = _mended(geometry[row], int(columns.ids[row]), row)
        findings.append(finding)
    progress(1.0)
    result = columns.with_geometry(mended)
    if drop:
        gone = shapely.is_missing(mended)
        if gone.any():
            result = result.take(np.flatnonzero(~gone))
    return Repaired(result, tuple(findings))


def _unusable(columns: Columns, progress: Progress) -> np.ndarray:
    """Mask (n,) of the shapes that are missing, empty or invalid."""
    geometry, valid = columns.geometry, columns.valid
    if valid is None:
        starts = np.arange(0, len(geometry), _CHUNK)
        found = in_threads(
            lambda start: valid_polygons(geometry[start : start + _CHUNK]), starts, part_of(progress, 0.0, 0.5)
        )
        valid = np.concatenate([*found, np.empty(0, dtype=bool)])
    # None is invalid to GEOS, an empty shape is valid.
    return ~valid | shapely.is_empty(geometry)


def _mended(shape: object, feature: int, row: int) -> tuple[object, Repair]:
    """(valid shape or None, what was done)."""
    if shape is None or shapely.is_empty(shape):
        reason = sentence(translate("LandLedger", "The feature has no shape."))
        return None, Repair(feature, row, RepairKind.NO_SHAPE, reason, np.nan, 0.0)
    if not np.isfinite(shapely.get_coordinates(shape)).all():
        reason = sentence(translate("LandLedger", "A coordinate of the shape is not a number."))
        return None, Repair(feature, row, RepairKind.NO_NUMBERS, reason, np.nan, 0.0)
    signed = float(shapely.area(shape))
    even = even_odd(shape)
    if even is None:
        reason = sentence(translate("LandLedger", "The shape encloses no area."))
        return None, Repair(feature, row, RepairKind.NO_AREA, reason, signed, 0.0)
    return even, Repair(feature, row, RepairKind.REPAIRED, said_invalidity(shape)[1], signed, float(shapely.area(even)))


def even_odd(shape: object) -> object | None:
    """The valid polygon or multipolygon that the rings of `shape` enclose by the even-odd rule; None if nothing.

    Faces narrower than four steps of float64 at these coordinates are drawing noise and not kept.
    """
    rings = shapely.get_rings(shapely.get_parts(shape))
    places, ring = shapely.get_coordinates(rings, return_index=True)
    noded = shapely.union_all(shapely.linestrings(places, indices=ring))
    faces = shapely.get_parts(shapely.polygonize([noded]))
    faces = faces[_wide(faces)]
    if not len(faces):
        return None
    inner = shapely.get_coordinates(shapely.point_on_surface(faces))
    kept = faces[_inside(inner, rings)]
    if not len(kept):
        return None
    return shapely.union_all(kept)


def _wide(faces: np.ndarray) -> np.ndarray:
    """Mask (k,) of the faces wider than the grid of float64 at their coordinates."""
    farthest = np.abs(shapely.bounds(faces)).max(axis=1, initial=0.0)
    return 2 * shapely.area(faces) > 4 * np.spacing(farthest) * shapely.length(faces)


def _inside(points: np.ndarray, rings: np.ndarray) -> np.ndarray:
    """Mask (k,) of the points (k, 2) from which a ray to the east crosses the rings an odd number of times."""
    places, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    start, end = places[:-1][same], places[1:][same]
    # A level edge crosses no ray to the east; every other one owns its lower end and not its upper one.
    level = start[:, 1] == end[:, 1]
    start, end = start[~level], end[~level]
    slope = (end[:, 0] - start[:, 0]) / (end[:, 1] - start[:, 1])
    odd = np.zeros(len(points), dtype=bool)
    step = max(1, _CROSSINGS_AT_ONCE // max(len(start), 1))
    for first in range(0, len(points), step):
        x, y = points[first : first + step, :1], points[first : first + step, 1:]
        spans = (start[:, 1] <= y) != (end[:, 1] <= y)
        east = x < start[:, 0] + (y - start[:, 1]) * slope
        odd[first : first + step] = (spans & east).sum(axis=1) % 2 == 1
    return odd


_SAID: Mapping[str, str] = {
    "Self-intersection": translate("LandLedger", "The border crosses itself at {x}, {y}."),
    "Ring Self-intersection": translate("LandLedger", "The border touches itself at {x}, {y}."),
    "Hole lies outside shell": translate("LandLedger", "A hole lies outside its shell at {x}, {y}."),
    "Holes are nested": translate("LandLedger", "A hole lies in another hole at {x}, {y}."),
    "Nested shells": translate("LandLedger", "A part lies in another part at {x}, {y}."),
    "Interior is disconnected": translate("LandLedger", "Holes cut the shape in two at {x}, {y}."),
    "Duplicate Rings": translate("LandLedger", "A ring is drawn twice at {x}, {y}."),
    "Too few points in geometry component": translate("LandLedger", "A ring has too few points at {x}, {y}."),
}


def said_invalidity(shape: object) -> tuple[str, Sentence, float, float]:
    """What makes an invalid shape invalid: GEOS's word for it, the sentence, and the place x, y (NaN without one)."""
    reason = shapely.is_valid_reason(shape)
    match = _REASON.fullmatch(reason)
    if match is None:
        text = sentence(translate("LandLedger", "The shape is invalid: {reason}."), reason=reason)
        return reason, text, np.nan, np.nan
    kind, x, y = match.group(1), float(match.group(2)), float(match.group(3))
    template = _SAID.get(kind)
    if template is None:
        return kind, sentence(translate("LandLedger", "The shape is invalid: {reason}."), reason=reason), x, y
    return kind, sentence(template, x=_place(match.group(2)), y=_place(match.group(3))), x, y


def _place(number: str) -> str:
    return f"{float(number):.4f}"


def duplicate_values(values: np.ndarray) -> dict[object, int]:
    """Value → how often, for the values (n,) that occur more than once; None, NaN and '' are no values."""
    counts: dict[object, int] = {}
    for value in values.tolist():
        if value is not None and value == value and value != "":
            counts[value] = counts.get(value, 0) + 1
    return {value: count for value, count in counts.items() if count > 1}


def require_unique(columns: Columns, field: str, label: str = "") -> None:
    """InputError naming layer, field (`label` is its name in the layer), first value and how often it occurs."""
    duplicates = duplicate_values(columns.attributes[field])
    if duplicates:
        value, count = next(iter(duplicates.items()))
        template = translate(
            "LandLedger", "Layer {layer}: {field} {value} occurs {count} times ({others} more such values)."
        )
        others = len(duplicates) - 1
        raise InputError(template, layer=columns.name, field=label or field, value=value, count=count, others=others)
