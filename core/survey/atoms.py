"""Atoms: footprints, survey parcels and control layers cut in one pass into pieces that are homogeneous in every layer.

An atom is one polygon with a *set* of footprints and of control features, because both overlap in real data. Every
table of a run is a group-by of the same atoms, so all of them agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import shapely

from ..errors import FootingError
from ..progress import Progress, no_progress, part_of
from ..sentence import translate
from ..threads import together
from .joining import join_narrow, joined
from .near_zero import NearZero, middle_of, moved_by
from .noding import PLANE_TOLERANCE, containing_pairs
from .open_ground import Gaps, open_ground
from .overlaps import Overlaps, Rank, find_overlaps, rank_by_row, uneven, without_overlaps
from .parcel_cut import Lost, Near, Pieces, cut_parcels
from .reach import boxes_around
from .snap import Moved, SurveyVertices
from .touching import Touching, touching_pairs

OUTSIDE = -1
"""The parcel row of an atom that no survey parcel covers."""


@dataclass(frozen=True)
class Relation:
    """Which features an atom lies in: `atom` and `feature` int64 (r,), sorted by atom, then feature."""

    atom: np.ndarray
    feature: np.ndarray

    def first(self, count: int) -> np.ndarray:
        """int64 (count,): the lowest feature row of each atom, -1 where it lies in none."""
        lowest = np.full(count, -1, dtype=np.int64)
        lowest[self.atom[::-1]] = self.feature[::-1]
        return lowest

    def covered(self, count: int) -> np.ndarray:
        """bool (count,): whether the atom lies in any feature."""
        inside = np.zeros(count, dtype=bool)
        inside[self.atom] = True
        return inside


@dataclass(frozen=True)
class CutReport:
    """What the cut did beside cutting, for the inputs sheet."""

    moved: Moved = field(default_factory=Moved)
    joined_atoms: int = 0
    joined_area: float = 0.0
    gap_area: float = 0.0
    largest_parcel_loss: float = 0.0
    largest_footprint_loss: float = 0.0


@dataclass(frozen=True)
class Atoms:
    """`local` object (n,), the polygons less `origin` float64 (2,); `parcel` int64 (n,) survey row or OUTSIDE; `footprints`
    and `controls[key]` relations; `plane_area` float64 (n,) m². `parcels` object (m,): the survey parcels after `overlaps`
    were resolved."""

    local: np.ndarray
    parcel: np.ndarray
    footprints: Relation
    controls: Mapping[str, Relation]
    plane_area: np.ndarray
    report: CutReport
    parcels: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=object))
    overlaps: Overlaps = field(default_factory=Overlaps)
    origin: np.ndarray = field(default_factory=lambda: np.zeros(2))

    def __len__(self) -> int:
        return len(self.local)

    @cached_property
    def geometry(self) -> np.ndarray:
        """object (n,): the polygons in the plane of the layers. Tables alone need none of them moved."""
        return moved_by(self.local, self.origin)


def cut_atoms(
    parcels: np.ndarray,
    footprints: np.ndarray,
    controls: Mapping[str, np.ndarray],
    border_tolerance: float = 0.0,
    rank: Rank = rank_by_row,
    progress: Progress = no_progress,
    pairs: Touching | None = None,
) -> Atoms:
    """Cut `footprints` by `parcels` and `controls`, all object arrays of valid polygons in one plane, None-free.

    `border_tolerance` in metres; 0 moves and joins nothing. Where parcels overlap within a footprint, the one with
    the lower `rank` owns the ground; `overlaps` lists them and `parcels` of the result holds what is left of each.
    `pairs` are the `touching_pairs` of both, if they are known already.
    FootingError when the plane area of a parcel or footprint is not conserved.
    """
    if pairs is None:
        pairs = touching_pairs(parcels, footprints, part_of(progress, 0.0, 0.1))
    touched = np.unique(pairs.parcel)
    pairs = replace(pairs, parcel=np.searchsorted(touched, pairs.parcel))
    near = _near_controls(controls, footprints)
    origin = middle_of(footprints)
    near = {key: Near(moved_by(layer.geometry, -origin), layer.row) for key, layer in near.items()}
    try:
        local = _cut(
            NearZero(parcels[touched], origin),
            moved_by(footprints, -origin),
            pairs,
            near,
            border_tolerance,
            lambda rows: rank(touched[rows]),
            part_of(progress, 0.1, 1.0),
        )
    except Lost as lost:
        raise lost.at(origin) from None
    left, overlaps = parcels.copy(), local.overlaps
    losers = np.unique(overlaps.second)
    left[touched[losers]] = moved_by(local.parcels[losers], origin)
    parcel = np.full(len(local), OUTSIDE, dtype=np.int64)
    parcel[local.parcel != OUTSIDE] = touched[local.parcel[local.parcel != OUTSIDE]]
    return replace(
        local,
        origin=origin,
        parcel=parcel,
        parcels=left,
        overlaps=Overlaps(touched[overlaps.first], touched[overlaps.second], overlaps.area),
    )


def _cut(
    parcels: NearZero,
    footprints: np.ndarray,
    pairs: Touching,
    near: dict[str, Near],
    border_tolerance: float,
    rank: Rank,
    progress: Progress,
) -> Atoms:
    """The atoms of parcels that all are touched, in coordinates near zero."""
    near, moved = _snapped(near, parcels, border_tolerance)
    progress(0.1)
    rows = np.arange(len(parcels))
    pieces = cut_parcels(parcels, rows, footprints, pairs, near, Overlaps(), part_of(progress, 0.1, 0.6))
    together(no_progress, lambda _: pieces.width, lambda _: pieces.middle)
    overlaps = _overlaps(parcels, footprints, pairs, pieces, rank)
    if len(overlaps):
        others = pieces.at(np.flatnonzero(~np.isin(pieces.parcel, overlaps.involved)))
        again = cut_parcels(
            parcels, overlaps.involved, footprints, pairs, near, overlaps, part_of(progress, 0.6, 0.7)
        )
        pieces = others.joined(_of_owners(again, parcels, overlaps))
    layers = [layer.geometry for layer in near.values()]
    outside, gaps = open_ground(
        parcels,
        pairs,
        footprints,
        layers,
        pieces.area,
        pieces.inside,
        border_tolerance,
        part_of(progress, 0.7, 0.8),
    )
    if len(outside.geometry):
        nobody = np.full(len(outside.geometry), OUTSIDE, dtype=np.int64)
        pieces = pieces.joined(
            Pieces(outside.geometry, nobody, outside.point, containing_pairs(footprints, outside.point))
        )
    labelled = _labelled(pieces, footprints, near, border_tolerance, moved, gaps, part_of(progress, 0.8, 1.0))
    return replace(labelled, parcels=without_overlaps(parcels.known(overlaps.involved), overlaps), overlaps=overlaps)


def _of_owners(pieces: Pieces, parcels: NearZero, overlaps: Overlaps) -> Pieces:
    """Without the pieces of a parcel that lie in one which owns the ground."""
    order = np.argsort(pieces.parcel, kind="stable")
    first, last = (np.searchsorted(pieces.parcel[order], overlaps.second, side=side) for side in ("left", "right"))
    lost = np.zeros(len(order), dtype=bool)
    for owner, start, stop in zip(parcels.at(overlaps.first), first, last):
        some = order[start:stop]
        lost[some] |= shapely.intersects(owner, pieces.point[some])
    return pieces.at(np.flatnonzero(~lost))


def _overlaps(
    parcels: NearZero,
    footprints: np.ndarray,
    pairs: Touching,
    pieces: Pieces,
    rank: Rank,
) -> Overlaps:
    """Overlapping parcels, looked for only under footprints that their pieces do not fill exactly once."""
    footprint, piece = pieces.inside
    suspects = uneven(footprints, footprint, pieces.area[piece], pieces.middle[piece], PLANE_TOLERANCE)
    if len(suspects) == 0:
        return Overlaps()
    rows = np.unique(pairs.parcel[np.isin(pairs.footprint, suspects)])
    place = np.full(len(parcels), -1, dtype=np.int64)
    place[rows] = rank(rows)
    return find_overlaps(parcels.known(rows), rows, place)


def _near_controls(controls: Mapping[str, np.ndarray], footprints: np.ndarray) -> dict[str, Near]:
    near: dict[str, Near] = {}
    if not controls:
        return near
    boxes = boxes_around(footprints)
    for key, geometry in controls.items():
        row = np.unique(shapely.STRtree(geometry).query(shapely.box(*boxes.T))[1])
        near[key] = Near(geometry[row], row)
    return near


def _snapped(near: dict[str, Near], parcels: NearZero, tolerance: float) -> tuple[dict[str, Near], Moved]:
    moved = Moved()
    if tolerance <= 0 or not near:
        return near, moved
    vertices = SurveyVertices(parcels.all)
    snapped = {}
    for key, layer in near.items():
        geometry, shift = vertices.snap(layer.geometry, tolerance)
        snapped[key] = Near(geometry, layer.row)
        moved = moved + shift
    return snapped, moved


def _labelled(
    pieces: Pieces,
    footprints: np.ndarray,
    near: Mapping[str, Near],
    tolerance: float,
    moved: Moved,
    gaps: Gaps,
    progress: Progress,
) -> Atoms:
    """Pieces with their sets, narrow ones joined, in a stable order: by parcel, then place.

    Specks of a cut's last digits, whose inner point lies in no footprint, are left out.
    """
    footprint, piece = pieces.inside
    kept = np.unique(piece)
    point = pieces.point[kept]
    point_order = np.lexsort((shapely.get_y(point), shapely.get_x(point), pieces.parcel[kept]))
    order, point = kept[point_order], point[point_order]
    geometry, parcel = pieces.geometry[order], pieces.parcel[order]
    place = np.empty(len(pieces.geometry), dtype=np.int64)
    place[order] = np.arange(len(order))
    by_piece = np.lexsort((footprint, place[piece]))
    own = footprint[by_piece], place[piece][by_piece]
    labels = {key: containing_pairs(layer.geometry, point) for key, layer in near.items()}
    progress(0.4)
    group = _group_ids(parcel, [own])
    area = pieces.area[order]
    root, joined_area = join_narrow(geometry, group, tolerance, area, pieces.width[order])
    kept = np.unique(root)
    geometry = joined(geometry, root, kept)
    progress(0.8)
    footprint_relation = _relation(own, kept, None)
    controls = {key: _relation(labels[key], kept, near[key].row) for key in near}
    area = area if len(kept) == len(order) else shapely.area(geometry)
    loss = _assert_footprints_conserved(footprints, footprint_relation, area, gaps.of)
    report = CutReport(moved, len(root) - len(kept), joined_area, gaps.area, pieces.parcel_loss, loss)
    return Atoms(geometry, parcel[kept], footprint_relation, controls, area, report)


def _relation(pairs: tuple[np.ndarray, np.ndarray], kept: np.ndarray, rows: np.ndarray | None) -> Relation:
    """The labels of the kept atoms, renumbered; `rows` maps features back to the layer as it was given."""
    feature, atom = pairs
    stays = np.isin(atom, kept)
    feature = feature[stays] if rows is None else rows[feature[stays]]
    return Relation(np.searchsorted(kept, atom[stays]), feature)


def _group_ids(parcel: np.ndarray, labels: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """uint64 (n, 2): equal rows for pieces of one parcel with the same set of footprints."""
    signature = np.zeros(len(parcel), dtype=np.uint64)
    for feature, atom in labels:
        mixed = (feature.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        np.add.at(signature, atom, mixed ^ (mixed >> np.uint64(31)))
    return np.stack([parcel.astype(np.uint64), signature], axis=1)


def _assert_footprints_conserved(
    footprints: np.ndarray, relation: Relation, area: np.ndarray, gaps: np.ndarray
) -> float:
    """Largest plane loss of a footprint, m²; FootingError when its atoms and its narrow gaps are not the footprint."""
    sums = np.bincount(relation.feature, weights=area[relation.atom], minlength=len(footprints))
    loss = shapely.area(footprints) - sums - gaps
    if len(loss) and np.abs(loss).max() > PLANE_TOLERANCE:
        worst = int(np.argmax(np.abs(loss)))
        raise FootingError(
            translate(
                "LandLedger", "The pieces of footprint no. {row} differ from it by {area:.6f} m²; nothing was written."
            ),
            row=worst + 1,
            area=float(loss[worst]),
        )
    return float(np.abs(loss).max()) if len(loss) else 0.0
