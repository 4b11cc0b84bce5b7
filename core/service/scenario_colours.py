"""Colours of teams while their areas change: each keeps its own as long as no neighbour has it."""

from __future__ import annotations

import numpy as np

from .assignment.problem import NOBODY
from .colours import PALETTE, colours
from .scenario import Scenario


def beside_now(scenario: Scenario) -> np.ndarray:
    """bool (m, m): which teams have units beside one another."""
    m = len(scenario.scene.teams)
    pairs = scenario.scene.beside.matrix.tocoo()
    lead = scenario.lead
    one, other = lead[pairs.row], lead[pairs.col]
    held = (one != NOBODY) & (other != NOBODY)
    beside = np.zeros((m, m), dtype=bool)
    beside[one[held], other[held]] = True
    np.fill_diagonal(beside, False)
    return beside


def kept_colours(scenario: Scenario, former: np.ndarray | None = None) -> np.ndarray:
    """int64 (m,) from 1 to the length of the palette. So many teams as there are colours have one each; of more, those
    stay as in `former` that have no neighbour of their colour, and the others take the first that is free around them."""
    m, most = len(scenario.scene.teams), len(PALETTE)
    if m <= most:
        return np.arange(1, m + 1)
    beside = beside_now(scenario)
    if former is None:
        return (colours(beside) - 1) % most + 1
    given = former.copy()
    for team in range(m):
        around = {int(given[other]) for other in np.flatnonzero(beside[team])}
        if int(given[team]) in around:
            given[team] = next((colour for colour in range(1, most + 1) if colour not in around), int(given[team]))
    return given
