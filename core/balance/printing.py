"""Amounts as a table prints them, rounded once and together, so that rows and columns foot as printed.

Controlled rounding: every cell, every row sum and every column sum becomes one of the two printed figures next to it,
the grand total is rounded half-up, and all sums are sums of printed cells. Such a rounding always exists (it is a flow
with whole bounds); of all of them the one is taken whose column sums, then row sums, then cells are nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..area import MICRO_MU_PER_MU
from ..errors import FootingError
from ..rounding import divide_half_up
from ..sentence import translate

STEP = 100 * MICRO_MU_PER_MU
"""Micro-mu in 0.01 万亩."""

_COLUMN_WEIGHT, _ROW_WEIGHT, _TIE = 10_000.0, 100.0, 1e-6


def printed_together(cells: Sequence[Sequence[int]], step: int = STEP) -> list[list[int]]:
    """Amounts ≥ 0 (r, c) as whole printed units of `step` that foot in rows, columns and in total.

    FootingError if no such units were found: never the user's fault.
    """
    exact = [list(row) for row in cells]
    if not exact or not exact[0]:
        return exact
    units = _solved(exact, step)
    total = divide_half_up(sum(map(sum, exact)), step)
    if sum(map(sum, units)) != total or not _near(exact, units, step):
        raise FootingError(translate("LandLedger", "The printed areas do not sum up to the rounded total."))
    return units


def _solved(exact: list[list[int]], step: int) -> list[list[int]]:
    """The cells as the cheapest whole flow: which of them are rounded up."""
    from scipy.optimize import linprog

    rows, columns = len(exact), len(exact[0])
    floors = np.array([[value // step for value in row] for row in exact], dtype=np.int64)
    rest = np.array([[value % step for value in row] for row in exact], dtype=np.int64)
    own, row_cost, column_cost = _cost(rest, step), _cost(rest.sum(axis=1), step), _cost(rest.sum(axis=0), step)
    ties = _TIE * np.arange(rows * columns).reshape(rows, columns) / (rows * columns)
    cost = own + _ROW_WEIGHT * row_cost[:, None] + _COLUMN_WEIGHT * column_cost[None, :] + ties
    sums = np.vstack([np.kron(np.eye(rows), np.ones(columns)), np.kron(np.ones(rows), np.eye(columns))])
    margins = np.concatenate([rest.sum(axis=1), rest.sum(axis=0)])
    above = -(-margins // step)
    total = divide_half_up(int(rest.sum()), step)
    found = linprog(
        cost.ravel(),
        A_ub=np.vstack([sums, -sums]),
        b_ub=np.concatenate([above, -(margins // step)]),
        A_eq=np.ones((1, rows * columns)),
        b_eq=[total],
        bounds=np.stack([np.zeros(rows * columns), (rest > 0).ravel()], axis=1),
        method="highs-ds",
    )
    if found.x is None:
        raise FootingError(translate("LandLedger", "The printed areas do not sum up to the rounded total."))
    raised = np.rint(found.x).astype(np.int64).reshape(rows, columns)
    return [list(map(int, row)) for row in (floors + raised).tolist()]


def _cost(rest: np.ndarray, step: int) -> np.ndarray:
    """What one printed unit more than the floor costs: below nothing where the floor is the farther figure."""
    return np.asarray(1.0 - 2.0 * (rest % step) / step)


def _near(exact: list[list[int]], units: list[list[int]], step: int) -> bool:
    """Whether each cell, row sum and column sum is next to its exact value."""
    pairs = [(value, unit) for row, own in zip(exact, units) for value, unit in zip(row, own)]
    pairs += [(sum(row), sum(own)) for row, own in zip(exact, units)]
    pairs += [(sum(column), sum(own)) for column, own in zip(zip(*exact), zip(*units))]
    return all(abs(unit * step - value) < step for value, unit in pairs)


def printed_column(amounts: Sequence[int], step: int) -> list[int]:
    """One column of amounts ≥ 0 as whole printed units of `step` that sum up to the rounded total: each is rounded down, and
    the units left go to the largest remainders, the first of equal ones."""
    units = [amount // step for amount in amounts]
    left = divide_half_up(sum(amounts), step) - sum(units)
    order = sorted(range(len(amounts)), key=lambda place: (-(amounts[place] % step), place))
    for place in order[:left]:
        units[place] += 1
    return units
