"""Time circles 时间圈: the roads reached within a time, exact to the metre where the time runs out, and the ground beside them.

The circle is the ground within a given width of the reached parts of open roads. Nothing is filled in between: where no
road leads, and between roads that lie farther apart than twice the width, there is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .graph import Network
from .outlines import Outline, joined_all, outline_of

QUARTER = 8
"""Segments in a quarter of a circle; GEOS also takes bends of less than a hundredth of the width for straight."""

BUNCH = 40
"""Links in a leaf of neighbours at most."""


@dataclass(frozen=True)
class Reached:
    """Parts of links (k,): `link`, and metres along it `begin` < `end`."""

    link: np.ndarray
    begin: np.ndarray
    end: np.ndarray

    @property
    def metres(self) -> float:
        """The length of all parts."""
        return float((self.end - self.begin).sum())


def reached_parts(network: Network, times: np.ndarray, limit: float) -> Reached:
    """What of each link is reached within `limit` seconds, if `times` (nodes,) are those of the nodes: from one end, from
    the other, or all of it where both parts meet. A one-way link is reached along its direction only."""
    ahead = np.clip((limit - times[network.start]) / network.pace, 0.0, network.length)
    behind = np.clip((limit - times[network.end]) / network.pace, 0.0, network.length)
    ahead[~network.forward] = 0.0
    behind[~network.backward] = 0.0
    whole = ahead + behind >= network.length
    ahead[whole] = network.length[whole]
    behind[whole] = 0.0
    near, far = np.flatnonzero(ahead > 0), np.flatnonzero(behind > 0)
    return Reached(
        np.concatenate([near, far]),
        np.concatenate([np.zeros(len(near)), (network.length - behind)[far]]),
        np.concatenate([ahead[near], network.length[far]]),
    )


class Ground:
    """The ground within `width` metres of the reached parts of open roads, made of the grounds of links.

    Links stand in the leaves of a tree: halves of halves, west and east, south and north in turn. The ground of a branch that is
    reached as a whole is kept; what is reached in part is put together on the way up (`outlines`). Several threads may ask for
    circles: what two of them put together at once is the same."""

    def __init__(self, network: Network, width: float) -> None:
        self._network, self._width = network, width
        self._open = np.flatnonzero(network.open)
        self._ground = np.empty(len(network.first), dtype=object)
        self._ground[self._open] = self._beside(network.lines[self._open])
        centres = shapely.get_coordinates(shapely.centroid(network.lines[self._open]))
        order = _halved(centres)
        self._place = np.full(len(network.first), -1)
        self._place[self._open[order]] = np.arange(len(order))
        self._kept: dict[tuple[int, int], Outline] = {}

    def _beside(self, lines: np.ndarray) -> np.ndarray:
        return np.asarray(shapely.buffer(lines, self._width, quad_segs=QUARTER))

    def circle(self, parts: Reached) -> shapely.Geometry | None:
        """The ground of the parts; None where no open road is reached."""
        network = self._network
        usable = network.open[parts.link]
        link, begin, end = parts.link[usable], parts.begin[usable], parts.end[usable]
        if not len(link):
            return None
        whole = (begin == 0) & (end == network.length[link])
        shapes = self._ground[link]
        shapes[~whole] = self._beside(network.cut(link[~whole], begin[~whole], end[~whole]))
        place = self._place[link]
        order = np.argsort(place, kind="stable")
        place, shapes = place[order], shapes[order]
        # How many links before each place are reached whole.
        before = np.concatenate([[0], np.cumsum(np.bincount(self._place[link[whole]], minlength=len(self._open)))])
        found = self._of_branch(0, len(self._open), place, shapes, before)
        return None if found is None else found.shape()

    def _of_branch(
        self, first: int, last: int, place: np.ndarray, shapes: np.ndarray, before: np.ndarray
    ) -> Outline | None:
        """The ground of what is reached of the links in places `first` to `last`."""
        full = before[last] - before[first] == last - first
        if full and (first, last) in self._kept:
            return self._kept[first, last]
        low, high = np.searchsorted(place, (first, last))
        if low == high:
            return None
        if last - first <= BUNCH:
            made: Outline | None = outline_of(shapely.union_all(shapes[low:high]))
        else:
            middle = (first + last) // 2
            halves = (self._of_branch(*side, place, shapes, before) for side in ((first, middle), (middle, last)))
            made = joined_all([half for half in halves if half is not None])
        if full and made is not None:
            self._kept[first, last] = made
        return made


def _halved(centres: np.ndarray) -> np.ndarray:
    """The order int64 (k,) of places (k, 2) in which all halves of halves lie together, the longer side of the box cut each
    time, down to BUNCH."""
    order = np.arange(len(centres))
    todo = [(0, len(centres))]
    while todo:
        first, last = todo.pop()
        if last - first <= BUNCH:
            continue
        own = order[first:last]
        across = int(np.ptp(centres[own], axis=0).argmax())
        order[first:last] = own[np.lexsort((own, centres[own, 1 - across], centres[own, across]))]
        middle = (first + last) // 2
        todo += [(first, middle), (middle, last)]
    return order
