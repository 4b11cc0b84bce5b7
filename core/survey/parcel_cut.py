"""Survey parcels cut by footprints and control layers into pieces, each parcel in the way that is the least and exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely

from ..errors import FootingError
from ..progress import Progress, part_of
from ..runs import spread
from ..sentence import translate
from ..threads import together
from .double_cut import cut_twice
from .near_zero import NearZero
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
from .overlaps import Overlaps, middles
from .single_cut import Cut, cut_once
from .touching import Touching, sharing

_Inside = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Pieces:
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

    def at(self, rows: np.ndarray) -> Pieces:
        """The pieces at `rows`, ascending."""
        footprint, piece = self.inside
        stays = np.isin(piece, rows)
        inside = footprint[stays], np.searchsorted(rows, piece[stays])
        return Pieces(self.geometry[rows], self.parcel[rows], self.point[rows], inside, self.parcel_loss)

    def joined(self, others: Pieces) -> Pieces:
        """The pieces of both."""
        return Pieces(
            np.concatenate([self.geometry, others.geometry]),
            np.concatenate([self.parcel, others.parcel]),
            np.concatenate([self.point, others.point]),
            _beside(self.inside, others.inside, len(self.geometry)),
            max(self.parcel_loss, others.parcel_loss),
        )


@dataclass(frozen=True)
class Near:
    """Features of one control layer near the footprints: polygons, and their rows in the layer as it was given."""

    geometry: np.ndarray
    row: np.ndarray


class Lost(Exception):
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


def cut_parcels(
    parcels: NearZero,
    rows: np.ndarray,
    footprints: np.ndarray,
    pairs: Touching,
    near: Mapping[str, Near],
    overlaps: Overlaps,
    progress: Progress,
) -> Pieces:
    """Pieces of the parcels at `rows`: taken whole, cut once a footprint, by two of them, or noded, whichever is the least that
    is exact.

    `pairs` of footprint and parcel that meet, `near` by key what control layers have there. A parcel that overlaps one which
    owns the ground is cut by the border of the owner, too. Lost when the faces of a parcel are not the parcel.
    """
    cutting = _Cutting(parcels, rows, footprints, pairs.of_parcels(rows), _lines(parcels, rows, near, overlaps))
    progress(0.1)
    (double, noded), cut = together(part_of(progress, 0.1, 1.0), cutting.shared_ground, cutting.once_a_footprint)
    cut = cut.joined(double)
    # Parts of a multipart parcel may lie in different controls although no control line meets it.
    parts, part_of_whole = shapely.get_parts(parcels.at(rows[cutting.whole]), return_index=True)
    geometry = np.concatenate([parts, cut.geometry])
    parcel = np.concatenate([rows[cutting.whole][part_of_whole], cut.parcel])
    noded = replace(noded, parcel=rows[noded.parcel])
    # The only piece of a parcel needs no place among its pieces. What may be another parcel's ground was noded.
    pieces = np.bincount(np.concatenate([parcel, noded.parcel]), minlength=len(parcels))
    asked = (pieces[parcel] > 1) | (len(near) > 0)
    asked[len(parts) :] |= ~cut.walked
    point = np.full(len(geometry), None, dtype=object)
    point[asked] = inner_points(geometry[asked])
    cutters = _cutters_of(cut, footprints, point[len(parts) :])
    inside = _beside(cutting.covering(part_of_whole), cutters, len(parts))
    return Pieces(geometry, parcel, point, inside).joined(noded)


class _Cutting:
    """The parcels at some rows and what cuts them. Positions are places in these rows; `whole`, bool by position: the parcel is
    taken as it is.

    All others are cut unit by unit: a unit is the pairs of one parcel with footprints that lie over one another, or all its
    pairs where other lines cut it, too. A footprint that is its unit alone cuts `once`, two that cross the parcel's border
    plainly are walked `twice`, all else is noded; bool by pair.
    """

    def __init__(
        self, parcels: NearZero, rows: np.ndarray, footprints: np.ndarray, pairs: Touching, lines: tuple[np.ndarray, np.ndarray]
    ) -> None:
        """`pairs` of these parcels; `lines` as pairs (position, line) of what else cuts them."""
        self._parcels, self._rows, self._footprints, self._pairs = parcels, rows, footprints, pairs
        self._position = position = np.searchsorted(rows, pairs.parcel)
        self._line_owner, self._line = lines
        plain = np.bincount(self._line_owner, minlength=len(rows)) == 0
        count = len(position)
        self._unit = np.where(plain[position], sharing(pairs, footprints), count + position)
        size, crossing = (np.bincount(self._unit, some, count + len(rows)) for some in (None, pairs.crossings > 0))
        alone = size[self._unit] == 1
        uncovered, covered_alone = (np.bincount(position, some, len(rows)) for some in (~pairs.covers, pairs.covers & alone))
        self.whole = plain & ((uncovered == 0) | (covered_alone > 0))
        walkable = plain[position] & ~self.whole[position]
        self._once = walkable & alone
        self._twice = walkable & (size[self._unit] == 2) & (crossing[self._unit] == 2)

    def once_a_footprint(self, progress: Progress) -> Cut:
        """What footprints take that lie over no other of their parcel."""
        return cut_once(self._parcels, self._footprints, self._pairs, np.flatnonzero(self._once), progress)

    def shared_ground(self, progress: Progress) -> tuple[Cut, Pieces]:
        """What two footprints take that may lie over one another, walked, and all that has to be noded."""
        couples = np.flatnonzero(self._twice)
        # Of one unit they stand by footprint already.
        couples = couples[np.argsort(self._unit[couples], kind="stable")].reshape(-1, 2)
        walked = part_of(progress, 0.0, 0.3)
        cut, done = cut_twice(self._footprints, self._pairs, couples, self._parcels.origin, walked)
        others = np.flatnonzero(~(self.whole[self._position] | self._once | self._twice))
        left = np.concatenate([others, couples[~done].ravel()])
        return cut, self._noded(left, part_of(progress, 0.3, 1.0))

    def covering(self, part_of_whole: np.ndarray) -> _Inside:
        """The footprints that cover each part of the parcels taken whole, int64 (n,): 0 for parts of the first such parcel.
        Others touch no more than the border of it."""
        position, count_of = self._position, len(self._rows)
        covering = np.flatnonzero(self._pairs.covers & self.whole[position])
        covering = covering[np.argsort(position[covering], kind="stable")]
        count = np.bincount(position[covering], minlength=count_of)[self.whole]
        part, place = spread(count[part_of_whole])
        first = np.cumsum(count) - count
        return self._pairs.footprint[covering[first[part_of_whole[part]] + place]], part

    def _noded(self, pairs: np.ndarray, progress: Progress) -> Pieces:
        """What the footprints of whole units, all `pairs` of theirs, take: faces; their `parcel` is a position."""
        if len(pairs) == 0:
            nothing, none = np.empty(0, dtype=object), np.empty(0, dtype=np.int64)
            return Pieces(nothing, none, nothing, (none, none))
        first, unit = np.unique(self._unit[pairs], return_index=True, return_inverse=True)[1:]
        position = self._position[pairs[first]]
        owners, footprints = self._parcels.at(self._rows[position]), self._footprints
        involved, feature = np.unique(self._pairs.footprint[pairs], return_inverse=True)
        own = np.unique(unit * len(involved) + feature)
        segments = border_segments(footprints[involved], shapely.bounds(owners), NO_KEYS)
        owner, segment = crossing_pairs(owners, segments)
        # What the other footprints of a parcel take is cut by itself.
        mine = np.isin(owner * len(involved) + segments.feature[segment], own)
        place = np.full(len(self._rows), -1, dtype=np.int64)
        place[position] = np.arange(len(position))
        kept = place[self._line_owner] >= 0
        pair_owner = np.concatenate([owner[mine], place[self._line_owner[kept]]])
        pair_line = np.concatenate([segments.lines[segment[mine]], self._line[kept]])
        faces = cut_faces(owners.copy(), pair_owner, pair_line, progress)
        loss = _parcel_loss(owners, faces.geometry, faces.owner)
        footprint, face = containing_pairs(footprints[involved], faces.point)
        mine = np.isin(faces.owner[face] * len(involved) + footprint, own)
        footprint, face = footprint[mine], face[mine]
        pieces = Pieces(faces.geometry, position[faces.owner], faces.point, (involved[footprint], face), loss)
        return pieces.at(np.unique(face))


def _cutters_of(cut: Cut, footprints: np.ndarray, point: np.ndarray) -> _Inside:
    """The footprints that each piece of a cut lies in: a speck that GEOS made may lie in none."""
    asked = np.flatnonzero(~cut.walked)
    cutter, place = containing_pairs(footprints, point[asked])
    footprint, piece = cut.inside
    known = cut.walked[piece]
    return np.concatenate([footprint[known], cutter]), np.concatenate([piece[known], asked[place]])


def _lines(
    parcels: NearZero, rows: np.ndarray, near: Mapping[str, Near], overlaps: Overlaps
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (position, line) of what cuts a parcel beside footprints: control lines, and borders of the parcel that owns ground."""
    owner, line = _control_lines(parcels, rows, near, np.searchsorted(rows, overlaps.involved))
    if len(overlaps):
        ends, of = border_ends(parcels.at(overlaps.first))
        owner = np.concatenate([owner, np.searchsorted(rows, overlaps.second)[of]])
        line = np.concatenate([line, shapely.linestrings(ends.reshape(-1, 2, 2))])
    return owner, line


def _control_lines(
    parcels: NearZero, rows: np.ndarray, near: Mapping[str, Near], overlapping: np.ndarray
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


def _parcel_loss(owners: np.ndarray, faces: np.ndarray, owner: np.ndarray) -> float:
    """Largest plane loss, m²; Lost when the faces of a parcel are not the parcel."""
    sums = np.bincount(owner, weights=shapely.area(faces), minlength=len(owners))
    loss = np.abs(sums - shapely.area(owners))
    if len(loss) and loss.max() > PLANE_TOLERANCE:
        raise Lost(shapely.point_on_surface(owners[int(loss.argmax())]), float(loss.max()))
    return float(loss.max()) if len(loss) else 0.0


def _beside(some: _Inside, others: _Inside, count: int) -> _Inside:
    """The pairs of `count` pieces, and of others after them."""
    return np.concatenate([some[0], others[0]]), np.concatenate([some[1], others[1] + count])
