"""Where the names of areas stand: in the roomiest place of each, smaller where there is little room, apart from one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity

from .texts import MM_A_POINT, text_width

_SIZES = (1.0, 0.9, 0.8, 0.7)
_LINE = 1.25
_SHIFTS = tuple((across, down) for down in (0.0, 0.6, -0.6, 1.1, -1.1) for across in (0.0, 0.3, -0.3, 0.55, -0.55))
"""Tried where names meet: shares of the width and height of the name."""


@dataclass(frozen=True)
class AreaLabels:
    """Of k areas: `point` float64 (k, 2) the middle of each name, `size` float64 (k,) in points."""

    point: np.ndarray
    size: np.ndarray


def area_labels(
    shapes: np.ndarray, texts: Sequence[str], points: float, scale: float, marks: np.ndarray | None = None, mark: float = 4.0
) -> AreaLabels:
    """Places for `texts` (lines apart by line ends) in areas (k,) in metres, on a map 1:`scale`, at most `points` large; they
    keep off `marks` float64 (j, 2), which are `mark` mm large."""
    middle, size = np.empty((len(shapes), 2)), np.empty(len(shapes))
    for row, (shape, text) in enumerate(zip(shapes.tolist(), texts)):
        middle[row], size[row] = _roomiest(shape, text, points, scale)
    reach = mark * scale / 1000.0
    taken = [_box(place, reach, reach) for place in (() if marks is None else marks)]
    # The largest names first: they can go least out of the way.
    for row in np.argsort([-shapely.area(shape) for shape in shapes.tolist()], kind="stable").tolist():
        wide, high = _extent(texts[row], size[row], scale)
        best = min(
            (middle[row] + np.array([across * wide, down * high]) for across, down in _SHIFTS),
            key=lambda place: _cost(place, middle[row], wide, high, taken),
        )
        middle[row] = best
        taken.append(_box(best, wide, high))
    return AreaLabels(middle, size)


def _extent(text: str, points: float, scale: float) -> tuple[float, float]:
    """Width and height of a name in metres of ground."""
    lines = text.split("\n")
    wide, high = max(text_width(line, points) for line in lines), len(lines) * points * MM_A_POINT * _LINE
    return wide * scale / 1000.0, high * scale / 1000.0


def _roomiest(shape: shapely.Geometry, text: str, points: float, scale: float) -> tuple[np.ndarray, float]:
    """The middle of the largest upright ellipse of the name's shape in the area, and the largest size that fits it."""
    parts = shapely.get_parts(shape)
    part = parts[int(np.argmax(shapely.area(parts)))]
    wide, high = _extent(text, points, scale)
    squeezed = affinity.scale(part, high / wide, 1.0, origin=(0, 0))
    width = max(np.ptp(np.array(squeezed.bounds).reshape(2, 2), axis=0).max(), 1.0)
    reach = shapely.maximum_inscribed_circle(squeezed, tolerance=width / 200)
    place = shapely.get_coordinates(reach)[0] * (wide / high, 1.0)
    radius = shapely.length(reach)
    fits = next((share for share in _SIZES if 2 * radius >= high * share * 1.2), _SIZES[-1])
    return place, points * fits


def _box(place: np.ndarray, wide: float, high: float) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    return place[0] - wide / 2, place[1] - high / 2, place[0] + wide / 2, place[1] + high / 2


def _cost(
    place: np.ndarray, wanted: np.ndarray, wide: float, high: float, taken: Sequence[tuple[float, float, float, float]]
) -> float:
    """Ground that it would share with other names and marks, before anything else; then how far it was moved."""
    west, south, east, north = np.array(taken).reshape(-1, 4).T
    box = _box(place, wide, high)
    across = np.clip(np.minimum(east, box[2]) - np.maximum(west, box[0]), 0.0, None)
    shared = float((across * np.clip(np.minimum(north, box[3]) - np.maximum(south, box[1]), 0.0, None)).sum())
    return shared / (wide * high) * 100.0 + float(np.hypot(*(place - wanted))) / wide
