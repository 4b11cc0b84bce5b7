"""Time circles 时间圈: the roads reached within a time, exact to the metre where the time runs out, and the ground beside them.

The circle is the ground within a given width of the reached parts of open roads. Nothing is filled in between: where no
road leads, and between roads that lie farther apart than twice the width, there is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .graph import Network

QUARTER = 8
"""Segments in a quarter of a circle; GEOS also takes bends of less than a hundredth of the width for straight."""

BUNCH = 40
"""Links in a bunch of neighbours."""


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
    """The ground within `width` metres of the reached parts of open roads, made of the grounds of links, which are kept:
    where a whole bunch of neighbours is reached, theirs is taken as one."""

    def __init__(self, network: Network, width: float) -> None:
        self._network, self._width = network, width
        self._open = np.flatnonzero(network.open)
        self._ground = np.empty(len(network.first), dtype=object)
        self._ground[self._open] = self._beside(network.lines[self._open])
        self._bunch = np.full(len(network.first), -1)
        self._bunch[self._open] = _bunches(shapely.get_coordinates(shapely.centroid(network.lines[self._open])))
        self._size = np.bincount(self._bunch[self._open])
        self._bunched: dict[int, shapely.Geometry] = {}

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
        ways = link[whole]
        full = np.bincount(self._bunch[ways], minlength=len(self._size)) == self._size
        loose = ways[~full[self._bunch[ways]]]
        cut = self._beside(network.cut(link[~whole], begin[~whole], end[~whole]))
        bunches = [self._of_bunch(bunch) for bunch in np.flatnonzero(full).tolist()]
        return shapely.union_all([*bunches, *self._ground[loose], *cut])

    def _of_bunch(self, bunch: int) -> shapely.Geometry:
        if bunch not in self._bunched:
            self._bunched[bunch] = shapely.union_all(self._ground[self._bunch == bunch])
        return self._bunched[bunch]


def _bunches(centres: np.ndarray) -> np.ndarray:
    """int64 (k,): places (k, 2) in bunches of BUNCH neighbours: strips from west to east, each cut from south to north."""
    strips = max(1, round((len(centres) / BUNCH) ** 0.5))
    strip = np.argsort(np.argsort(centres[:, 0], kind="stable")) * strips // max(len(centres), 1)
    order = np.lexsort((centres[:, 1], strip))
    place = np.empty(len(centres), dtype=np.int64)
    place[order] = np.arange(len(centres))
    key = strip * len(centres) + place // BUNCH
    return np.asarray(np.unique(key, return_inverse=True)[1])
