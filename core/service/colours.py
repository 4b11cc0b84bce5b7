"""Colours of areas: neighbours differ, from a palette that colour-blind people tell apart."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

PALETTE = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#0072b2", "#d55e00", "#999999")
"""Okabe and Ito's palette (2008) with a grey for black."""


def team_neighbours(neighbours: csr_matrix, teams: np.ndarray, count: int) -> np.ndarray:
    """bool (m, m): which of `count` teams have units beside one another."""
    pairs = neighbours.tocoo()
    beside = np.zeros((count, count), dtype=bool)
    beside[teams[pairs.row], teams[pairs.col]] = True
    np.fill_diagonal(beside, False)
    return beside


def colours(beside: np.ndarray) -> np.ndarray:
    """int64 (m,) from 1: the team whose neighbours have most colours is coloured next (DSATUR, Brélaz 1979)."""
    m = len(beside)
    given = np.zeros(m, dtype=np.int64)
    degree = beside.sum(axis=1)
    for _ in range(m):
        open_teams = np.flatnonzero(given == 0)
        seen = [len(set(given[beside[team]].tolist()) - {0}) for team in open_teams.tolist()]
        team = max(zip(seen, degree[open_teams].tolist(), (-open_teams).tolist()))[2] * -1
        taken = set(given[beside[team]].tolist())
        given[team] = next(colour for colour in range(1, m + 1) if colour not in taken)
    return given


def spread(beside: np.ndarray, given: np.ndarray, most: int) -> np.ndarray:
    """int64 (m,) from 1: the same with up to `most` colours in about equal numbers, for a legend of many areas: one after
    another takes the colour that is used least and that no neighbour has. Neighbours differ where they did."""
    spreading = given.copy()
    used = np.bincount(given, minlength=max(most, int(given.max(initial=0))) + 1)
    for area in range(len(given)):
        taken = set(spreading[beside[area]].tolist())
        free = [colour for colour in range(1, most + 1) if colour not in taken]
        best = min(free, key=lambda colour: (used[colour] - (colour == spreading[area]), colour), default=None)
        if best is not None:
            used[spreading[area]] -= 1
            used[best] += 1
            spreading[area] = best
    return spreading
