"""Pieces that add up to the registered areas of both years, wherever these agree.

The largest remainder makes the pieces of each parcel of the master survey add up to its TBMJ. Parcels that gave ground to
one another form a component; where its registered areas are the same in both years, what each parcel of the other survey
is off by is passed on from piece to piece along a tree of the largest pieces, until every parcel of both years adds up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components, minimum_spanning_tree


@dataclass(frozen=True)
class Balanced:
    """`units` int64 (k,) of the pieces; how many parcels of the other survey add up only now, and how many do not."""

    units: np.ndarray
    settled: int = 0
    unsettled: int = 0


def balance_both(units: np.ndarray, mine: np.ndarray, theirs: np.ndarray, other: np.ndarray, most: int) -> Balanced:
    """Pass on what the parcels of the other survey are off by.

    `units` int64 (k,) of pieces whose rows `mine` and `theirs` (int64 (k,), −1 for ground of one survey alone) are
    balanced by `mine`; `other` int64 (m,) the registered units of the other survey's parcels. No piece changes by more
    than `most` units or falls below 0; a component where that would happen, whose registered areas differ, or that has
    ground of one survey alone, stays as it is.
    """
    off = other.astype(np.int64).copy()
    np.subtract.at(off, theirs[theirs >= 0], units[theirs >= 0])
    reached = np.bincount(theirs[theirs >= 0], minlength=len(other)) > 0
    wrong = reached & (off != 0)
    inside = np.flatnonzero((mine >= 0) & (theirs >= 0))
    if not wrong.any() or not len(inside):
        return Balanced(units, 0, int(wrong.sum()))
    count = int(mine.max()) + 1
    nodes = count + len(other)
    one, two = mine[inside], count + theirs[inside]
    label = connected_components(coo_matrix((np.ones(len(inside)), (one, two)), shape=(nodes, nodes)), directed=False)[
        1
    ]
    gap = np.zeros(label.max() + 1, dtype=np.int64)
    np.add.at(gap, label[count:][reached], off[reached])
    closed = gap == 0
    alone = np.concatenate([mine[(theirs < 0) & (mine >= 0)], count + theirs[(mine < 0) & (theirs >= 0)]])
    closed[label[alone]] = False
    todo, root = np.unique(np.where(closed[label], label, -1), return_index=True)
    todo, root = todo[todo >= 0], root[todo >= 0]
    excess = np.concatenate([np.zeros(count, dtype=np.int64), np.where(reached & closed[label[count:]], off, 0)])
    change = _passed_on(units, inside, one, two, root, excess)
    over = (np.abs(change) > most) | (units + change < 0)
    bad = np.unique(label[mine[over]]) if over.any() else np.empty(0, dtype=np.int64)
    change[(mine >= 0) & np.isin(label[np.maximum(mine, 0)], bad)] = 0
    settled = wrong & np.isin(label[count:], np.setdiff1d(todo, bad))
    return Balanced(units + change, int(settled.sum()), int((wrong & ~settled).sum()))


def _passed_on(
    units: np.ndarray, row: np.ndarray, one: np.ndarray, two: np.ndarray, roots: np.ndarray, excess: np.ndarray
) -> np.ndarray:
    """int64 (k,): by how much each piece changes. From the leaves to the roots of a forest of the largest pieces, what a
    parcel is off by (`excess`, int64 (nodes,)) goes into the piece it has in common with the one above."""
    order = np.argsort(-units[row], kind="stable")
    _, first = np.unique(np.stack([one[order], two[order]]), axis=1, return_index=True)
    kept = order[first]
    weight = 1.0 + units.max() - units[row[kept]]
    top = len(excess)
    forest = minimum_spanning_tree(coo_matrix((weight, (one[kept], two[kept])), shape=(top, top))).tocoo()
    piece = dict(zip(zip(one[kept].tolist(), two[kept].tolist()), row[kept].tolist()))
    # One node above all roots, so that the whole forest is walked at once.
    edges = np.concatenate([forest.row, np.full(len(roots), top)]), np.concatenate([forest.col, roots])
    whole = coo_matrix((np.ones(len(edges[0])), edges), shape=(top + 1, top + 1)).tocsr()
    walk, above = breadth_first_order(whole, top, directed=False)
    change = np.zeros(len(units), dtype=np.int64)
    left = [*excess.tolist(), 0]
    for node in walk[:0:-1].tolist():
        amount, parent = left[node], int(above[node])
        if amount and parent != top:
            change[piece[(node, parent) if (node, parent) in piece else (parent, node)]] += amount
            left[parent] -= amount
    return change
