"""The transition matrix: exact areas by village and pair of classes, field ridges told apart as the survey counts them.

Under Basis.NET the ridge of a cultivated piece stands under 1203 before and after. What is ridge in both years stays ridge;
a smaller ridge gives the difference to the class after, a larger one takes it from the class before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...summary.job import RIDGE_CLASS
from ...summary.leaf_classes import leaf_of
from ...summary.model import Basis, LeafClass
from ...survey.classes import CodeTable
from .model import UNCOVERED, Flows

UNCOVERED_LEAF = LeafClass(UNCOVERED, UNCOVERED, "未覆盖")
"""The class of ground that a survey does not cover."""


@dataclass(frozen=True)
class Matrix:
    """Areas int64 (0.01 m²) of `villages` (v) and `pairs` (p) of classes before and after, (v, p): all, and those of them
    that fall under a noise rule. `classes` are the leaves in table order, `pairs` int64 (p, 2) places in them."""

    villages: Sequence[str]
    classes: Sequence[LeafClass]
    pairs: np.ndarray
    units: np.ndarray
    noise: np.ndarray

    @property
    def square(self) -> np.ndarray:
        """int64 (c, c): the whole area, classes before in rows, after in columns."""
        return self._square(self.units)

    @property
    def square_of_noise(self) -> np.ndarray:
        """The same of pieces under a noise rule."""
        return self._square(self.noise)

    def _square(self, units: np.ndarray) -> np.ndarray:
        square = np.zeros((len(self.classes), len(self.classes)), dtype=np.int64)
        square[self.pairs[:, 0], self.pairs[:, 1]] = units.sum(axis=0)
        return square


def matrix_of(flows: Flows, table: CodeTable, basis: Basis) -> Matrix:
    """The matrix of flows, by the village of `flows.village`."""
    classes, place_before, place_after = _leaves(flows, table, basis)
    villages, village = np.unique(flows.village.astype(str), return_inverse=True)
    width = len(classes)
    parts = _parts(flows, place_before, place_after, _ridge_place(classes), basis)
    pair = np.concatenate([one * width + other for one, other, _, _ in parts])
    row = np.concatenate([rows for _, _, rows, _ in parts])
    units = np.concatenate([amounts for _, _, _, amounts in parts])
    distinct, column = np.unique(pair, return_inverse=True)
    shape = len(villages), len(distinct)
    found = [np.zeros(shape, dtype=np.int64) for _ in range(2)]
    np.add.at(found[0], (village[row], column), units)
    noisy = flows.noise[row]
    np.add.at(found[1], (village[row[noisy]], column[noisy]), units[noisy])
    return Matrix(villages.tolist(), classes, np.stack([distinct // width, distinct % width], axis=1), *found)


def leaf_codes(flows: Flows, table: CodeTable) -> tuple[np.ndarray, np.ndarray]:
    """Keys of the leaf of each piece before and after, object (n,)."""
    keys = {code: _leaf(table, code).key for code in set(flows.before.tolist()) | set(flows.after.tolist())}
    return tuple(  # type: ignore[return-value]
        np.array([*map(keys.__getitem__, codes.tolist()), ""], dtype=object)[:-1]
        for codes in (flows.before, flows.after)
    )


def _leaf(table: CodeTable, code: str) -> LeafClass:
    return UNCOVERED_LEAF if code == UNCOVERED else leaf_of(table, code)


def _leaves(flows: Flows, table: CodeTable, basis: Basis) -> tuple[list[LeafClass], np.ndarray, np.ndarray]:
    """The leaves that occur, in table order, those without a place and the uncovered last, and their place by piece."""
    codes = sorted(set(flows.before.tolist()) | set(flows.after.tolist()))
    leaves = {code: _leaf(table, code) for code in codes}
    found = {leaf.key: leaf for leaf in leaves.values()}
    if basis is Basis.NET and table.known(RIDGE_CLASS):
        ridge = leaf_of(table, RIDGE_CLASS)
        found.setdefault(ridge.key, ridge)
    order = {code: number for number, code in enumerate(table.classes)}
    last = len(order)
    classes = sorted(
        found.values(),
        key=lambda leaf: (leaf is UNCOVERED_LEAF, order.get(leaf.first, last), order.get(leaf.code, last), leaf.key),
    )
    place = {leaf.key: number for number, leaf in enumerate(classes)}
    of_code = {code: place[leaf.key] for code, leaf in leaves.items()}
    sides = [
        np.fromiter(map(of_code.__getitem__, column.tolist()), dtype=np.int64, count=len(column))
        for column in (flows.before, flows.after)
    ]
    return classes, sides[0], sides[1]


def _ridge_place(classes: Sequence[LeafClass]) -> int:
    return next((number for number, leaf in enumerate(classes) if leaf.code == RIDGE_CLASS), -1)


def _parts(
    flows: Flows, before: np.ndarray, after: np.ndarray, ridge: int, basis: Basis
) -> list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """Place before, place after, row and units of the parts of the pieces."""
    rows = np.arange(len(flows))
    if basis is Basis.GROSS or ridge < 0:
        return [(before, after, rows, flows.units)]
    one, other = ridges_of(flows)
    kept, lost, gained = np.minimum(one, other), np.maximum(one - other, 0), np.maximum(other - one, 0)
    parts = [(before, after, rows, flows.units - kept - lost - gained)]
    ridges = np.full(len(rows), ridge)
    for amounts, left, right in ((kept, ridges, ridges), (lost, ridges, after), (gained, before, ridges)):
        some = np.flatnonzero(amounts)
        parts.append((left[some], right[some], some, amounts[some]))
    return parts


def ridges_of(flows: Flows) -> tuple[np.ndarray, np.ndarray]:
    """Field ridges int64 (n,) of the pieces before and after."""
    return (
        np.where(flows.cultivated_before, flows.units - flows.net_before, 0),
        np.where(flows.cultivated_after, flows.units - flows.net_after, 0),
    )
