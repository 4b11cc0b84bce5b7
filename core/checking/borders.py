"""Borders of a coverage: which edges are shared by exactly two parcels, one on either side, and which are not.

In a clean coverage every inner edge is drawn twice, in opposite directions, to the last bit. What is not is a border of
the whole, or a fault. Edges are told apart by 63 bits mixed from their coordinates: with ten million edges the odds
that two different ones fall together are about one in a hundred thousand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, part_of
from ..threads import in_threads
from .outlines import CHUNK, Outlines, outlines_of

NOBODY = -1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_ONE = np.uint64(1)
_BUCKET_BITS = 3


@dataclass(frozen=True)
class Borders:
    """Edges of the parcels of a coverage.

    `ends` float64 (u, 4) x1, y1, x2, y2: the edges that are not shared by exactly two parcels, one on either side, in the
    order and direction they are drawn; `row` int64 (u,) the parcel of each. `first`, `second` int64 (p,): pairs of parcels
    with a shared edge (a pair may stand there more than once). `keys` uint64 (u,) ascending: the bits of the same edges, the
    lowest says on which side the parcel lies.
    """

    ends: np.ndarray
    row: np.ndarray
    first: np.ndarray
    second: np.ndarray
    keys: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """int64: the parcels with an edge that is not shared, each once."""
        return np.unique(self.row)


def match_borders(parcels: np.ndarray, progress: Progress) -> Borders:
    """The borders of valid polygons and multipolygons `parcels` object (n,); None where a parcel can't be used."""
    starts = np.arange(0, len(parcels), CHUNK)

    def keys_from(start: int) -> tuple[np.ndarray, np.ndarray]:
        edges = _keyed(parcels[start : start + CHUNK], start)
        return edges.key, edges.row.astype(np.int32)

    found = in_threads(keys_from, starts, part_of(progress, 0.0, 0.6))
    if not found:
        empty = np.empty(0, dtype=np.int64)
        return Borders(np.empty((0, 4)), empty, empty, empty, np.empty(0, dtype=np.uint64))
    key, row = (np.concatenate(columns) for columns in zip(*found))
    del found
    partner = _partners(key, row, part_of(progress, 0.6, 0.9))
    alone = partner == NOBODY
    lonely = np.unique(key[alone] | _ONE)
    first, second = _neighbours(row, partner)
    rows = np.unique(row[alone]).astype(np.int64)
    ends, owner = _edges_with(parcels, rows, lonely)
    progress(1.0)
    return Borders(ends, owner, first, second, np.sort(key[alone]))


def fill_exactly(borders: Borders, district: np.ndarray) -> bool:
    """Whether the parcels of `borders` and one district (`district` object (1,), a valid polygon without holes) are the same
    ground, every place of it in exactly one parcel.

    Where all edges that are not shared are those of the district, the parcel on the same side, the parcels' borders add up to the
    district's; so does the number of parcels over each place. False says nothing: borders may be drawn otherwise.
    """
    if len(district) != 1:
        return False
    part = shapely.get_parts(district)
    if len(part) != 1 or shapely.get_type_id(part[0]) != shapely.GeometryType.POLYGON or shapely.get_num_interior_rings(part[0]):
        return False
    return np.array_equal(np.sort(_keyed(part, 0).key), borders.keys)


@dataclass(frozen=True)
class _Keyed:
    """Edges that have a length: `key` uint64 (e,), `row` int64 (e,), `start` int64 (e,) in `places` float64 (v, 2).

    The lowest bit of a key says on which side the parcel lies, the others are those of the edge in either direction.
    """

    key: np.ndarray
    row: np.ndarray
    start: np.ndarray
    places: np.ndarray

    def ends(self, chosen: np.ndarray) -> np.ndarray:
        """float64 (c, 4): the edges `chosen` (mask)."""
        start = self.start[chosen]
        return np.hstack([self.places[start], self.places[start + 1]])


def _keyed(parcels: np.ndarray, first_row: int) -> _Keyed:
    outlines = outlines_of(parcels, first_row)
    start = _edge_starts(outlines)
    mixed = place_bits(outlines.places)
    here, there = mixed[start], mixed[start + 1]
    ring = outlines.ring[start]
    left = (shapely.is_ccw(outlines.rings) == outlines.outer)[ring]
    key = ((here + there) & ~_ONE) | ((here < there) == left).astype(np.uint64)
    return _Keyed(key, outlines.row[ring], start, outlines.places)


def _edge_starts(outlines: Outlines) -> np.ndarray:
    places, ring = outlines.places, outlines.ring
    moves = (places[1:, 0] != places[:-1, 0]) | (places[1:, 1] != places[:-1, 1])
    return np.flatnonzero(moves & (ring[1:] == ring[:-1]))


def place_bits(places: np.ndarray) -> np.ndarray:
    """uint64 (v,): well mixed bits of each place; the same place gives the same bits, and -0.0 is 0.0."""
    bits = (places + 0.0).view(np.uint64)
    mixed = bits[:, 0] * _SPREAD
    mixed ^= mixed >> _HALF
    mixed += bits[:, 1]
    for _ in range(2):
        mixed *= _MIX
        mixed ^= mixed >> _HALF
    return mixed


def _partners(key: np.ndarray, row: np.ndarray, progress: Progress) -> np.ndarray:
    """int32 (e,): the parcel on the other side of each edge, NOBODY where there is not exactly one."""
    partner = np.full(len(key), NOBODY, dtype=np.int32)
    bucket = (key >> np.uint64(64 - _BUCKET_BITS)).astype(np.uint8)

    def match(number: int) -> None:
        edge = np.flatnonzero(bucket == number)
        edge = edge[np.argsort(key[edge])]
        some = key[edge]
        if len(some) < 2:
            return
        same = (some[1:] | _ONE) == (some[:-1] | _ONE)
        pair = np.flatnonzero(same & (some[1:] != some[:-1]) & ~np.r_[False, same[:-1]] & ~np.r_[same[1:], False])
        one, other = edge[pair], edge[pair + 1]
        partner[one], partner[other] = row[other], row[one]

    in_threads(match, np.arange(1 << _BUCKET_BITS), progress)
    return partner


def _neighbours(row: np.ndarray, partner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (parcel, parcel) int64 along shared edges; the edges of one border mostly follow one another."""
    kept = row < partner
    kept[1:] &= (row[1:] != row[:-1]) | (partner[1:] != partner[:-1])
    return row[kept].astype(np.int64), partner[kept].astype(np.int64)


def _edges_with(parcels: np.ndarray, rows: np.ndarray, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ends and parcels of the edges of the parcels `rows` whose key (lowest bit set) is one of `keys`."""
    ends, owner = [np.empty((0, 4))], [np.empty(0, dtype=np.int64)]
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        edges = _keyed(parcels[some], 0)
        chosen = np.isin(edges.key | _ONE, keys)
        ends.append(edges.ends(chosen))
        owner.append(some[edges.row[chosen]])
    return np.concatenate(ends), np.concatenate(owner)
