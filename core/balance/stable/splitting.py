"""Parcels split exactly by layers, and what is registered of each parcel shared out over its pieces.

The cut is that of `survey.atoms`, each parcel being its own footprint: every piece is homogeneous in every layer and the
pieces of a parcel are the parcel. A parcel that no layer meets stays the object it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely

from ...columns import Columns
from ...progress import Progress, no_progress
from ...rounding import largest_remainder
from ...survey.apportion import Measure, apportion_ridges
from ...survey.atoms import OUTSIDE, Atoms, CutReport, cut_atoms
from ...survey.noding import containing_pairs, inner_points
from ...survey.overlaps import Overlaps


@dataclass(frozen=True)
class Pieces:
    """Pieces of parcels, sorted by parcel; all arrays (m,).

    `geometry` polygons or multipolygons, None of a parcel without a shape; `parcel` int64 rows of the parcels; `raw` m² as
    measured, 1 of a parcel that is one piece, because nothing has to be measured; `cut` bool: a part of its parcel only;
    `inside[key]` int64 the lowest feature row of each layer that the piece lies in, −1 for none. `overlaps` are those parcels
    among the split ones that lie over one another.
    """

    geometry: np.ndarray
    parcel: np.ndarray
    raw: np.ndarray
    cut: np.ndarray
    inside: Mapping[str, np.ndarray]
    report: CutReport = field(default_factory=CutReport)
    overlaps: Overlaps = field(default_factory=Overlaps)

    def __len__(self) -> int:
        return len(self.geometry)


def split_parcels(
    geometry: np.ndarray,
    layers: Mapping[str, np.ndarray],
    measure: Measure,
    tolerance: float = 0.0,
    told_apart: Collection[str] = (),
    progress: Progress = no_progress,
) -> Pieces:
    """`geometry` object (n,) of valid polygons or None, cut by `layers` (object arrays of valid polygons, all in one plane).

    `tolerance` in metres: layer corners this near to a parcel corner take its place. Pieces of a parcel that lie in the same
    layers are one piece, of the layers `told_apart` in the same feature. FootingError when the plane area of a parcel is not
    conserved.
    """
    touched = _crossed(geometry, layers)
    progress(0.1)
    if len(touched) == 0:
        return _whole(geometry, layers)
    some = geometry[touched]
    atoms = cut_atoms(some, some, layers, tolerance, progress=lambda part: progress(0.1 + 0.7 * part))
    grouped = _of_one_label(atoms, layers, told_apart)
    raw_atoms = measure(atoms.geometry)
    progress(0.9)
    pieces = _together(geometry, touched, atoms, grouped, raw_atoms, layers)
    progress(1.0)
    return pieces


def _crossed(geometry: np.ndarray, layers: Mapping[str, np.ndarray]) -> np.ndarray:
    """int64: the rows that the border of any feature of any layer meets; all others lie in or out as a whole."""
    tree = shapely.STRtree(geometry)
    borders = [shapely.get_parts(shapely.boundary(features)) for features in layers.values() if len(features)]
    found = [tree.query(lines, predicate="intersects")[1] for lines in borders]
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def _whole(geometry: np.ndarray, layers: Mapping[str, np.ndarray]) -> Pieces:
    """Every parcel as it is."""
    rows = np.arange(len(geometry))
    inside = _inside(geometry, layers)
    return Pieces(geometry, rows, np.ones(len(rows)), np.zeros(len(rows), dtype=bool), inside)


def _inside(shapes: np.ndarray, layers: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """int64 (n,) by layer: the lowest feature that the inner point of each shape lies in, −1 for none or no shape."""
    known = np.flatnonzero(~shapely.is_missing(shapes))
    needed = any(len(features) for features in layers.values())
    points = inner_points(shapes[known]) if needed else np.empty(0, dtype=object)
    inside = {}
    for key, features in layers.items():
        first = np.full(len(shapes), -1, dtype=np.int64)
        feature, point = containing_pairs(features, points)
        first[known[point[::-1]]] = feature[::-1]
        inside[key] = first
    return inside


@dataclass(frozen=True)
class _Grouped:
    """Atoms of one parcel and one set of features as one: `atom` their rows sorted by group, `start` where each group
    begins, `inside` the first feature of each group by layer."""

    atom: np.ndarray
    start: np.ndarray
    parcel: np.ndarray
    inside: Mapping[str, np.ndarray]


def _of_one_label(atoms: Atoms, layers: Mapping[str, np.ndarray], told_apart: Collection[str]) -> _Grouped:
    labels = {key: atoms.controls[key].first(len(atoms)) for key in layers}
    rows = np.flatnonzero(atoms.parcel != OUTSIDE)
    parts = [label[rows] if key in told_apart else np.minimum(label[rows], 0) for key, label in labels.items()]
    keys = np.stack([atoms.parcel[rows], *parts])
    order = np.lexsort((rows, *keys[::-1]))
    rows, keys = rows[order], keys[:, order]
    new = np.r_[True, (keys[:, 1:] != keys[:, :-1]).any(axis=0)] if len(rows) else np.empty(0, dtype=bool)
    start = np.flatnonzero(new)
    # Where features are not told apart any of them stands for the piece.
    inside = {key: labels[key][rows[start]] for key in labels}
    return _Grouped(rows, start, keys[0, start], inside)


def _together(
    geometry: np.ndarray,
    touched: np.ndarray,
    atoms: Atoms,
    grouped: _Grouped,
    raw_atoms: np.ndarray,
    layers: Mapping[str, np.ndarray],
) -> Pieces:
    """The groups of atoms, and the parcels that were not cut, in the order of the parcels."""
    shapes = np.empty(len(grouped.start), dtype=object)
    ends = np.append(grouped.start[1:], len(grouped.atom))
    for place, (first, last) in enumerate(zip(grouped.start.tolist(), ends.tolist())):
        members = atoms.geometry[grouped.atom[first:last]]
        shapes[place] = members[0] if len(members) == 1 else shapely.union_all(members)
    raw = np.add.reduceat(raw_atoms[grouped.atom], grouped.start) if len(grouped.start) else np.empty(0)
    own = touched[grouped.parcel]
    # Parcels no border meets lie in or out as a whole; so is taken one that has no piece, being under others all over.
    rest = np.setdiff1d(np.arange(len(geometry)), own)
    there = _inside(geometry[rest], layers)
    inside = {key: np.concatenate([grouped.inside[key], there[key]]) for key in layers}
    parcel = np.concatenate([own, rest])
    order = np.argsort(parcel, kind="stable")
    counts = np.bincount(parcel, minlength=len(geometry))
    overlaps = atoms.overlaps
    return Pieces(
        np.concatenate([shapes, geometry[rest]])[order],
        parcel[order],
        np.concatenate([raw, np.ones(len(rest))])[order],
        counts[parcel[order]] > 1,
        {key: column[order] for key, column in inside.items()},
        atoms.report,
        Overlaps(touched[overlaps.first], touched[overlaps.second], overlaps.area),
    )


def share_units(pieces: Pieces, masters: np.ndarray) -> np.ndarray:
    """int64 (m,): whole units of each piece, which sum up to the `masters` int64 (n,) of the parcels exactly."""
    return largest_remainder(pieces.raw, pieces.parcel, masters)


def share_ridges_of(pieces: Pieces, units: np.ndarray, ridges: np.ndarray) -> np.ndarray:
    """int64 (m,): the field ridges int64 (n,) of the parcels shared over their pieces by area, never more than a piece."""
    coefficient = (ridges[pieces.parcel] > 0).astype(np.int64)
    return apportion_ridges(units, coefficient, pieces.parcel, np.arange(len(pieces)), ridges)


def rows_at(layer: Columns, name: str, rows: np.ndarray, nothing: object) -> np.ndarray:
    """The attribute of the feature rows (m,), `nothing` at −1 and where the layer lacks the field."""
    column = layer.attributes.get(name)
    found = np.full(len(rows), nothing, dtype=np.float64 if isinstance(nothing, float) else object)
    if column is not None:
        inside = rows >= 0
        found[inside] = column[rows[inside]]
    return found
