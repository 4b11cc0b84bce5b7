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
from ..runs import spread
from ..sentence import translate
from ..threads import together
from .double_cut import cut_twice
from .joining import join_narrow, joined
from .near_zero import NearZero, middle_of, moved_by
from .noding import (
    NO_KEYS,
    PLANE_TOLERANCE,
    border_ends,
    border_segments,
    containing_pairs,
    crossing_pairs,
    cut_faces,
    inner_points,
    mean_widths,
    segment_keys,
)
from .open_ground import Gaps, open_ground
from .overlaps import Overlaps, Rank, find_overlaps, middles, rank_by_row, uneven, without_overlaps
from .reach import boxes_around
from .single_cut import Cut, cut_once
from .snap import Moved, SurveyVertices
from .touching import Touching, contested, touching_pairs

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


_Inside = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class _Pieces:
    """Atoms before they are labelled; each has a `point` in it, None where nobody will ask. `inside`: pairs of a footprint and
    a piece in it, int64 each, in no order; and the largest plane loss of a parcel, m²."""

    geometry: np.ndarray
    parcel: np.ndarray
    point: np.ndarray
    inside: _Inside
    parcel_loss: float = 0.0

    @cached_property
    def area(self) -> np.ndarray:
        """Plane m², float64 (n,)."""
        return shapely.area(self.geometry)

    @cached_property
    def width(self) -> np.ndarray:
        """Mean width, metres, float64 (n,)."""
        return mean_widths(self.geometry, self.area)

    @cached_property
    def middle(self) -> np.ndarray:
        """Centroids, float64 (n, 2)."""
        return middles(self.geometry)

    def at(self, rows: np.ndarray) -> _Pieces:
        """The pieces at `rows`, ascending."""
        footprint, piece = self.inside
        stays = np.isin(piece, rows)
        inside = footprint[stays], np.searchsorted(rows, piece[stays])
        return _Pieces(self.geometry[rows], self.parcel[rows], self.point[rows], inside, self.parcel_loss)

    def joined(self, others: _Pieces) -> _Pieces:
        """The pieces of both."""
        return _Pieces(
            np.concatenate([self.geometry, others.geometry]),
            np.concatenate([self.parcel, others.parcel]),
            np.concatenate([self.point, others.point]),
            _beside(self.inside, others.inside, len(self.geometry)),
            max(self.parcel_loss, others.parcel_loss),
        )


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
    near = {key: _Near(moved_by(layer.geometry, -origin), layer.row) for key, layer in near.items()}
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
    except _Lost as lost:
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


class _Lost(Exception):
    """The faces of a parcel are not the parcel: where (in local coordinates), and by how many m²."""

    def __init__(self, place: object, area: float) -> None:
        super().__init__()
        self.place = place
        self.area = area

    def at(self, origin: np.ndarray) -> FootingError:
        """The same for the user."""
        x, y = shapely.get_coordinates(self.place)[0] + origin
        return FootingError(
            translate("LandLedger", "Cutting the parcel at {x:.1f}, {y:.1f} lost {area:.6f} m²; nothing was written."),
            x=float(x),
            y=float(y),
            area=self.area,
        )


def _cut(
    parcels: NearZero,
    footprints: np.ndarray,
    pairs: Touching,
    near: dict[str, _Near],
    border_tolerance: float,
    rank: Rank,
    progress: Progress,
) -> Atoms:
    """The atoms of parcels that all are touched, in coordinates near zero."""
    near, moved = _snapped(near, parcels, border_tolerance)
    progress(0.1)
    rows = np.arange(len(parcels))
    pieces = _cut_parcels(parcels, rows, footprints, pairs, near, Overlaps(), part_of(progress, 0.1, 0.6))
    together(no_progress, lambda _: pieces.width, lambda _: pieces.middle)
    overlaps = _overlaps(parcels, footprints, pairs, pieces, rank)
    if len(overlaps):
        others = pieces.at(np.flatnonzero(~np.isin(pieces.parcel, overlaps.involved)))
        again = _cut_parcels(
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
            _Pieces(outside.geometry, nobody, outside.point, containing_pairs(footprints, outside.point))
        )
    labelled = _labelled(pieces, footprints, near, border_tolerance, moved, gaps, part_of(progress, 0.8, 1.0))
    return replace(labelled, parcels=without_overlaps(parcels.known(overlaps.involved), overlaps), overlaps=overlaps)


def _beside(some: _Inside, others: _Inside, count: int) -> _Inside:
    """The pairs of `count` pieces, and of others after them."""
    return np.concatenate([some[0], others[0]]), np.concatenate([some[1], others[1] + count])


def _of_owners(pieces: _Pieces, parcels: NearZero, overlaps: Overlaps) -> _Pieces:
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
    pieces: _Pieces,
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


@dataclass(frozen=True)
class _Near:
    """Features of one control layer near the footprints: polygons, and their rows in the layer as it was given."""

    geometry: np.ndarray
    row: np.ndarray


def _near_controls(controls: Mapping[str, np.ndarray], footprints: np.ndarray) -> dict[str, _Near]:
    near: dict[str, _Near] = {}
    if not controls:
        return near
    boxes = boxes_around(footprints)
    for key, geometry in controls.items():
        row = np.unique(shapely.STRtree(geometry).query(shapely.box(*boxes.T))[1])
        near[key] = _Near(geometry[row], row)
    return near


def _snapped(near: dict[str, _Near], parcels: NearZero, tolerance: float) -> tuple[dict[str, _Near], Moved]:
    moved = Moved()
    if tolerance <= 0 or not near:
        return near, moved
    vertices = SurveyVertices(parcels.all)
    snapped = {}
    for key, layer in near.items():
        geometry, shift = vertices.snap(layer.geometry, tolerance)
        snapped[key] = _Near(geometry, layer.row)
        moved = moved + shift
    return snapped, moved


def _cut_parcels(
    parcels: NearZero,
    rows: np.ndarray,
    footprints: np.ndarray,
    pairs: Touching,
    near: Mapping[str, _Near],
    overlaps: Overlaps,
    progress: Progress,
) -> _Pieces:
    """Pieces of the parcels at `rows`: taken whole, cut once a footprint, by two of them, or noded, whichever is the least that
    is exact.

    A parcel that overlaps one which owns the ground is cut by the border of the owner, too.
    """
    pairs = pairs.of_parcels(rows)
    position = np.searchsorted(rows, pairs.parcel)
    control_owner, control_line = _control_lines(parcels, rows, near, np.searchsorted(rows, overlaps.involved))
    if len(overlaps):
        ends, owner = border_ends(parcels.at(overlaps.first))
        control_owner = np.concatenate([control_owner, np.searchsorted(rows, overlaps.second)[owner]])
        control_line = np.concatenate([control_line, shapely.linestrings(ends.reshape(-1, 2, 2))])
    touched_by = np.bincount(position, minlength=len(rows))
    covered_by = np.bincount(position[pairs.covers], minlength=len(rows))
    plain = np.bincount(control_owner, minlength=len(rows)) == 0
    shared = contested(pairs, footprints, len(parcels))[rows]
    whole = plain & ((touched_by == covered_by) | ((covered_by > 0) & ~shared))
    once = plain & ~whole & ~shared
    crossed_by = np.bincount(position[pairs.crossings > 0], minlength=len(rows))
    twice = plain & shared & (touched_by == 2) & (crossed_by == 2)
    progress(0.1)

    def cut_shared(told: Progress) -> tuple[Cut, _Pieces]:
        couples = np.flatnonzero(twice[position])
        # Of one parcel they stand by footprint already.
        couples = couples[np.argsort(position[couples], kind="stable")].reshape(-1, 2)
        cut, done = cut_twice(footprints, pairs, couples, parcels.origin, part_of(told, 0.0, 0.3))
        noded = np.union1d(np.flatnonzero(~whole & ~once & ~twice), position[couples[~done, 0]])
        owners = parcels.at(rows[noded])
        told = part_of(told, 0.3, 1.0)
        return cut, _cut_noded(owners, noded, footprints, pairs, position, control_owner, control_line, told)

    (double, noded), cut = together(
        part_of(progress, 0.1, 1.0),
        cut_shared,
        lambda told: cut_once(parcels, footprints, pairs, np.flatnonzero(once[position]), told),
    )
    cut = cut.joined(double)
    # Parts of a multipart parcel may lie in different controls although no control line meets it.
    parts, part_of_whole = shapely.get_parts(parcels.at(rows[whole]), return_index=True)
    geometry = np.concatenate([parts, cut.geometry])
    parcel = np.concatenate([rows[whole][part_of_whole], cut.parcel])
    noded = replace(noded, parcel=rows[noded.parcel])
    # The only piece of a parcel needs no place among its pieces. What may be another parcel's ground was noded.
    asked = (np.bincount(parcel, minlength=len(parcels))[parcel] > 1) | (len(near) > 0)
    asked[len(parts) :] |= ~cut.walked
    point = np.full(len(geometry), None, dtype=object)
    point[asked] = inner_points(geometry[asked])
    cutters = _cutters_of(cut, footprints, point[len(parts) :])
    inside = _beside(_covering(pairs, position, whole, part_of_whole), cutters, len(parts))
    return _Pieces(geometry, parcel, point, inside).joined(noded)


def _covering(pairs: Touching, position: np.ndarray, whole: np.ndarray, part_of_whole: np.ndarray) -> _Inside:
    """The footprints that cover each part of the parcels taken whole; others touch no more than the border of such a parcel.

    `position` of each pair's parcel, `whole` bool by position; `part_of_whole` int64 (n,): 0 for parts of the first such parcel.
    """
    covering = np.flatnonzero(pairs.covers & whole[position])
    covering = covering[np.argsort(position[covering], kind="stable")]
    count = np.bincount(position[covering], minlength=len(whole))[whole]
    part, place = spread(count[part_of_whole])
    first = np.cumsum(count) - count
    return pairs.footprint[covering[first[part_of_whole[part]] + place]], part


def _cutters_of(cut: Cut, footprints: np.ndarray, point: np.ndarray) -> _Inside:
    """The footprints that each piece of a cut lies in: a speck that GEOS made may lie in none."""
    asked = np.flatnonzero(~cut.walked)
    cutter, place = containing_pairs(footprints, point[asked])
    footprint, piece = cut.inside
    known = cut.walked[piece]
    return np.concatenate([footprint[known], cutter]), np.concatenate([piece[known], asked[place]])


def _control_lines(
    parcels: NearZero, rows: np.ndarray, near: Mapping[str, _Near], overlapping: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (owner row, line) of control segments that meet an owner, a parcel at `rows`, and are no parcel border.

    The border of an owner that overlaps another (rows `overlapping`) may cut that one, so it is no exception.
    """
    if not near or len(rows) == 0:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=object)
    owners = parcels.at(rows)
    boxes = shapely.bounds(owners)
    known = np.unique(segment_keys(border_ends(np.delete(owners, overlapping))[0]))
    found = [border_segments(layer.geometry, boxes, known) for layer in near.values()]
    owner_parts, line_parts = [], []
    for segments in found:
        owner, segment = crossing_pairs(owners, segments)
        owner_parts.append(owner)
        line_parts.append(segments.lines[segment])
    return np.concatenate(owner_parts), np.concatenate(line_parts)


def _cut_noded(
    owners: np.ndarray,
    noded: np.ndarray,
    footprints: np.ndarray,
    pairs: Touching,
    position: np.ndarray,
    control_owner: np.ndarray,
    control_line: np.ndarray,
    progress: Progress,
) -> _Pieces:
    """Faces of the `owners` at the positions `noded` that lie in a footprint; their `parcel` is such a position."""
    if len(noded) == 0:
        nothing, none = np.empty(0, dtype=object), np.empty(0, dtype=np.int64)
        return _Pieces(nothing, none, nothing, (none, none))
    chosen = np.full(max(position.max(initial=-1), noded.max()) + 1, -1, dtype=np.int64)
    chosen[noded] = np.arange(len(noded))
    involved = np.unique(pairs.footprint[chosen[position] >= 0])
    segments = border_segments(footprints[involved], shapely.bounds(owners), NO_KEYS)
    owner, segment = crossing_pairs(owners, segments)
    kept = chosen[control_owner] >= 0
    pair_owner = np.concatenate([owner, chosen[control_owner[kept]]])
    pair_line = np.concatenate([segments.lines[segment], control_line[kept]])
    faces = cut_faces(owners.copy(), pair_owner, pair_line, progress)
    loss = _assert_parcels_conserved(owners, faces.geometry, faces.owner)
    footprint, face = containing_pairs(footprints[involved], faces.point)
    pieces = _Pieces(faces.geometry, noded[faces.owner], faces.point, (involved[footprint], face), loss)
    return pieces.at(np.unique(face))


def _assert_parcels_conserved(owners: np.ndarray, faces: np.ndarray, owner: np.ndarray) -> float:
    """Largest plane loss, m²; _Lost when the faces of a parcel are not the parcel."""
    sums = np.bincount(owner, weights=shapely.area(faces), minlength=len(owners))
    loss = np.abs(sums - shapely.area(owners))
    if len(loss) and loss.max() > PLANE_TOLERANCE:
        raise _Lost(shapely.point_on_surface(owners[int(loss.argmax())]), float(loss.max()))
    return float(loss.max()) if len(loss) else 0.0


def _labelled(
    pieces: _Pieces,
    footprints: np.ndarray,
    near: Mapping[str, _Near],
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
