"""Unions of grounds whose holes rest while nothing comes near them.

The ground beside a road network is a shell with thousands of holes, the blocks between roads. Joining two such grounds alters
only what lies in the box of the other: all other holes are put aside as rings and come back as they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

_ROUNDING = 1e-9
"""Share of a shell that a union may lose where its corners are computed."""


@dataclass(frozen=True)
class Outline:
    """Polygons apart from their holes: `shells` object (p,) rings, `holes` object (h,) rings, `part` int64 (h,) the shell each
    lies in; `boxes` float64 (h, 4) of the holes, `box` (4,) of all."""

    shells: np.ndarray
    holes: np.ndarray
    part: np.ndarray
    boxes: np.ndarray
    box: np.ndarray

    def shape(self) -> shapely.Geometry:
        """Polygon or multipolygon."""
        return _shape(self.shells, self.holes, self.part)


def outline_of(shape: shapely.Geometry) -> Outline:
    """The outline of a polygon or multipolygon; what is no polygon is left out."""
    if shape.geom_type == "Polygon" and not shape.is_empty:
        rings = shapely.get_rings(shape)
        return Outline(rings[:1], rings[1:], np.zeros(len(rings) - 1, dtype=np.int64), shapely.bounds(rings[1:]), shapely.bounds(rings[0]))
    parts = shapely.get_parts(shape)
    parts = parts[(shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)]
    rings, part = shapely.get_rings(parts, return_index=True)
    shell = np.ones(len(rings), dtype=bool)
    shell[1:] = part[1:] != part[:-1]
    holes = rings[~shell]
    box = np.array(shapely.total_bounds(rings[shell])) if len(parts) else np.full(4, np.nan)
    return Outline(rings[shell], holes, part[~shell].astype(np.int64), shapely.bounds(holes).reshape(-1, 4), box)


def joined(one: Outline, other: Outline) -> Outline:
    """The union of both."""
    near_one, near_other = _touched(one, other.box), _touched(other, one.box)
    united = outline_of(shapely.union(
        _shape(one.shells, one.holes[near_one], one.part[near_one]),
        _shape(other.shells, other.holes[near_other], other.part[near_other]),
    ))
    holes, boxes, part = [united.holes], [united.boxes], [united.part]
    for former, near in ((one, near_one), (other, near_other)):
        resting = np.flatnonzero(~near)
        holes.append(former.holes[resting])
        boxes.append(former.boxes[resting])
        part.append(_home(united.shells, former.shells)[former.part[resting]])
    return Outline(united.shells, np.concatenate(holes), np.concatenate(part), np.concatenate(boxes), united.box)


def joined_all(outlines: Sequence[Outline]) -> Outline | None:
    """The union of all, two and two of those beside each other in the list; None of none."""
    level = list(outlines)
    while len(level) > 1:
        pairs = [joined(one, other) for one, other in zip(level[::2], level[1::2])]
        level = [*pairs, *level[2 * len(pairs) :]]
    return level[0] if level else None


def _touched(outline: Outline, box: np.ndarray) -> np.ndarray:
    """bool (h,): holes that may change where something in `box` is added."""
    west, south, east, north = outline.boxes.T
    return np.asarray((west <= box[2]) & (east >= box[0]) & (south <= box[3]) & (north >= box[1]))


def _home(shells: np.ndarray, former: np.ndarray) -> np.ndarray:
    """int64 (q,): the shell in which each `former` shell lies now: the smallest that holds all of it. One that only touches it
    at the corner that is looked at does not."""
    if len(shells) == 1:
        return np.zeros(len(former), dtype=np.int64)
    filled = shapely.polygons(shells)
    which, around = shapely.STRtree(filled).query(shapely.get_point(former, 0), predicate="intersects")
    several = np.flatnonzero(np.bincount(which, minlength=len(former))[which] > 1)
    grounds = shapely.polygons(former[which[several]])
    common = shapely.area(shapely.intersection(filled[around[several]], grounds))
    apart = several[common < shapely.area(grounds) * (1 - _ROUNDING)]
    which, around = np.delete(which, apart), np.delete(around, apart)
    order = np.lexsort((shapely.area(filled)[around], which))
    home = np.zeros(len(former), dtype=np.int64)
    home[which[order[::-1]]] = around[order[::-1]]
    return home


def _shape(shells: np.ndarray, holes: np.ndarray, part: np.ndarray) -> shapely.Geometry:
    if len(shells) == 1:
        return shapely.Polygon(shells[0], holes.tolist()) if len(holes) else shapely.Polygon(shells[0])
    order = np.argsort(part, kind="stable")
    cuts = np.searchsorted(part[order], np.arange(1, len(shells)))
    inside = np.split(holes[order], cuts)
    return shapely.multipolygons([shapely.polygons(shell, rings if len(rings) else None) for shell, rings in zip(shells, inside)])
