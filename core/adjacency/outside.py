"""What lies outside each stretch of a border.

The rule. A stretch is looked at straight outward, first at the small distance `probe`, so that borders which are meant to
be one but were measured twice do not make a plot its own neighbour; where nothing is there, at twice that distance, and so
on up to `distance`; where nothing is found or the plot itself is met (a notch), at last close to the border. The first
feature met is the neighbour. At every distance the whole border, moved outward, is cut by the features exactly: stretches
are found by overlay, not by samples. A named line within `distance` of the border, outside the plot, goes before areas.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, no_progress
from .border import Border

CLOSE = 0.001
NOTHING = -1
_OWN = -2
_NARROW = 1e-9
_LINE_STRING = 1

Interval = tuple[float, float, int, int]
"""From, to (shares of the segment), number of the look, row of the feature."""
Found = dict[int, list[Interval]]
"""Intervals by segment."""


@dataclass(frozen=True)
class Stretches:
    """Pieces of border segments: `segment` int64 (k,), `start` and `end` float64 (k,) as shares of it from 0 to 1, and
    `neighbour` int64 (k,), the row of the feature outside, NOTHING where there is none. All of them are the border."""

    segment: np.ndarray
    start: np.ndarray
    end: np.ndarray
    neighbour: np.ndarray


def looks(probe: float, distance: float) -> tuple[float, ...]:
    """The distances in metres at which is looked, in their order."""
    nearest = min(probe, distance)
    found = [nearest]
    while found[-1] * 2 < distance:
        found.append(found[-1] * 2)
    return tuple(dict.fromkeys([*found, distance, min(CLOSE, nearest)]))


def outside_of(
    border: Border,
    plots: np.ndarray,
    neighbours: np.ndarray,
    probe: float,
    distance: float,
    lines: np.ndarray | None = None,
    progress: Progress = no_progress,
) -> Stretches:
    """Who lies outside. `plots` object (n,) and `neighbours` object (m,) of valid polygons in the plane of `border`;
    `lines` object (k,) of lines, which count as rows m, m + 1, …; `probe` ≤ `distance` in metres.

    Where neighbours overlap, the first one owns the ground.
    """
    origin = np.floor(border.start.min(axis=0)) if len(border) else np.zeros(2)
    border = Border(border.plot, border.hole, border.start - origin, border.end - origin)
    plots, neighbours = _moved(plots, origin), _moved(neighbours, origin)
    shapely.prepare(plots)
    shapely.prepare(neighbours)
    found: Found = defaultdict(list)
    if lines is not None and len(lines):
        _add(found, _near_lines(border, plots, _moved(lines, origin), distance), 0, len(neighbours))
    plain = np.full(len(border), NOTHING)
    tree = shapely.STRtree(neighbours)
    active = np.array([row for row in range(len(border)) if not _whole(found.get(row, ()))], dtype=np.int64)
    distances = looks(probe, distance)
    for number, metres in enumerate(distances, start=1):
        progress((number - 1) / len(distances))
        simple = _look(found, border.take(active), active, metres, number, plots, neighbours, tree)
        plain[active[simple >= 0]] = simple[simple >= 0]
        left = active[simple < 0].tolist()
        active = np.array([row for row in left if not _whole(found.get(row, ()))], dtype=np.int64)
        if not len(active):
            break
    progress(1.0)
    return _together(plain, found, len(distances))


def _look(
    found: Found,
    some: Border,
    numbers: np.ndarray,
    metres: float,
    look: int,
    plots: np.ndarray,
    neighbours: np.ndarray,
    tree: shapely.STRtree,
) -> np.ndarray:
    """Look from the segments `some` with the given `numbers` at one distance: what is met goes to `found`.

    But for segments that meet one feature with all their length and nothing else, now or before: of them the row of the
    feature is returned, int64 (s,), NOTHING for the others. Most are such.
    """
    shifted = some.shifted(metres)
    own = np.flatnonzero(shapely.intersects(plots[some.plot], shifted))
    _add(found, _shares(some, numbers, metres, own, plots[some.plot[own]]), look, None)
    # A tree asked for a predicate prepares the segments; prepared areas answer many times as fast.
    rows, features = tree.query(shifted)
    hit = shapely.intersects(neighbours[features], shifted[rows])
    rows, features = rows[hit], features[hit]
    inside = shapely.covers(neighbours[features], shifted[rows])
    alone = np.bincount(rows, minlength=len(some))[rows] == 1
    fresh = np.array([number not in found for number in numbers.tolist()], dtype=bool)
    simple = np.full(len(some), NOTHING)
    plain = inside & alone & fresh[rows]
    simple[rows[plain]] = features[plain]
    whole = np.flatnonzero(inside & ~plain)
    _add(found, _entire(numbers[rows[whole]], features[whole]), look, 0)
    rows, features = rows[~inside], features[~inside]
    cut = _shares(some, numbers, metres, rows, neighbours[features])
    _add(found, (cut[0], cut[1], cut[2], features[cut[3]]), look, 0)
    return simple


def _together(plain: np.ndarray, found: Found, last: int) -> Stretches:
    """The stretches of all segments in their order: `plain` int64 (s,) of those that have one neighbour, `found` of the
    others."""
    mixed = [piece for row in sorted(found) for piece in _resolved(row, found[row], last)]
    columns = np.array(mixed, dtype=np.float64).reshape(-1, 4)
    alone = np.setdiff1d(np.arange(len(plain)), columns[:, 0].astype(np.int64))
    segment = np.concatenate([alone, columns[:, 0].astype(np.int64)])
    order = np.argsort(segment, kind="stable")
    start = np.concatenate([np.zeros(len(alone)), columns[:, 1]])
    end = np.concatenate([np.ones(len(alone)), columns[:, 2]])
    neighbour = np.concatenate([plain[alone], columns[:, 3].astype(np.int64)])
    return Stretches(segment[order], start[order], end[order], neighbour[order])


Shares = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Segment int64 (k,), from and to float64 (k,), and the place int64 (k,) in the list that was cut."""


def _moved(shapes: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """The shapes near zero, where a float holds more of a metre."""
    moved: np.ndarray = shapely.transform(shapes, lambda places: places - origin)
    return moved


def _shares(some: Border, numbers: np.ndarray, metres: float, rows: np.ndarray, areas: np.ndarray) -> Shares:
    """Which shares of the segments `rows` of `some`, moved by `metres`, lie in `areas` (one for each row)."""
    moved = some.take(rows)
    cut = shapely.intersection(moved.shifted(metres), areas)
    pieces, place = shapely.get_parts(cut, return_index=True)
    lines = shapely.get_type_id(pieces) == _LINE_STRING
    pieces, place = pieces[lines], place[lines]
    points, of = shapely.get_coordinates(pieces, return_index=True)
    segment = place[of]
    direction = (moved.end - moved.start)[segment]
    base = (moved.start + moved.outward * metres)[segment]
    share = ((points - base) * direction).sum(axis=1) / (direction**2).sum(axis=1)
    low, high = np.full(len(pieces), np.inf), np.full(len(pieces), -np.inf)
    np.minimum.at(low, of, share)
    np.maximum.at(high, of, share)
    # What falls short of an end by the last bits of a float reaches it.
    low[low < _NARROW], high[high > 1 - _NARROW] = 0.0, 1.0
    return numbers[rows[place]], low, high, place


def _entire(segments: np.ndarray, features: np.ndarray) -> Shares:
    """The whole of each segment."""
    return segments, np.zeros(len(segments)), np.ones(len(segments)), features


def _near_lines(border: Border, plots: np.ndarray, lines: np.ndarray, distance: float) -> Shares:
    """Which shares of the segments have a line within `distance` that runs outside their plot."""
    plot, line = shapely.STRtree(lines).query(shapely.buffer(plots, distance), predicate="intersects")
    outer = shapely.difference(lines[line], plots[plot])
    zones = shapely.buffer(outer, distance, cap_style="flat")
    kept = ~shapely.is_empty(zones)
    plot, line, zones = plot[kept], line[kept], zones[kept]
    segments = border.shifted(0.0)
    zone, row = shapely.STRtree(segments).query(zones, predicate="intersects")
    mine = border.plot[row] == plot[zone]
    zone, row = zone[mine], row[mine]
    numbers, low, high, place = _shares(border, np.arange(len(border)), 0.0, row, zones[zone])
    return numbers, low, high, line[zone[place]]


def _add(found: Found, shares: Shares, look: int, first: int | None) -> None:
    """Note intervals under their segments; `first` is the row of the first feature, None for the plot itself."""
    for segment, low, high, row in zip(*(column.tolist() for column in shares)):
        if high - low > _NARROW:
            found[segment].append((low, high, look, _OWN if first is None else first + row))


def _whole(intervals: Sequence[Interval]) -> bool:
    """Whether features (not the plot itself) are known for the whole segment."""
    reached = 0.0
    for low, high, _, row in sorted(intervals):
        if row == _OWN:
            continue
        if low > reached:
            return False
        reached = max(reached, high)
    return reached >= 1.0 and not any(row == _OWN for *_, row in intervals)


def _resolved(segment: int, intervals: Sequence[Interval], last: int) -> Iterator[tuple[int, float, float, int]]:
    """The pieces of a segment from its start to its end, each with its neighbour; pieces of one neighbour are joined."""
    limits = sorted({0.0, 1.0, *(low for low, *_ in intervals), *(high for _, high, *_ in intervals)})
    pieces: list[list[float | int]] = []
    for low, high in zip(limits, limits[1:]):
        middle = (low + high) / 2
        here = sorted((look, row) for start, end, look, row in intervals if start <= middle <= end)
        neighbour = _first_met(here, last)
        if pieces and (pieces[-1][2] == neighbour or neighbour == _OWN):
            pieces[-1][1] = high
        elif pieces and pieces[-1][2] == _OWN:
            pieces[-1][1:] = [high, neighbour]
        else:
            pieces.append([low, high, neighbour])
    for low, high, row in pieces:
        yield segment, float(low), float(high), NOTHING if row == _OWN else int(row)


def _first_met(here: Sequence[tuple[int, int]], last: int) -> int:
    """The first feature met by (look, row); behind the plot itself only what is close to the border counts. A piece that
    meets the plot at the first look and has nothing close, as in an inner corner, joins what is beside it."""
    if not here:
        return NOTHING
    if here[0][1] != _OWN:
        return here[0][1]
    close = [row for look, row in here if look == last and row != _OWN]
    return close[0] if close else _OWN if here[0][0] == 1 else NOTHING
