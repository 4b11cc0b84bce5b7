"""How many features of a layer lie under a footprint."""

from __future__ import annotations

import numpy as np

from ..survey.apportion import Leaves
from ..survey.atoms import Relation
from ..survey.overlaps import SMALLEST_OVERLAP


def features_of_leaves(relation: Relation, leaf_atom: np.ndarray, atoms: int) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (leaf, feature), int64 each, of a relation spread over the leaves of its atoms."""
    starts = np.searchsorted(relation.atom, np.arange(atoms + 1))
    lengths = (starts[1:] - starts[:-1])[leaf_atom]
    leaf = np.repeat(np.arange(len(leaf_atom)), lengths)
    first = np.repeat(starts[leaf_atom] - np.r_[0, np.cumsum(lengths)[:-1]].astype(np.int64), lengths)
    return leaf, relation.feature[first + np.arange(len(leaf))]


def patches(leaf: np.ndarray, feature: np.ndarray, leaves: Leaves) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (footprint, feature), int64 each once, of features that share ground with a footprint.

    Neighbours share the noise of their last digits with a red line; that is no patch under it.
    """
    size = int(feature.max(initial=0)) + 1
    pair, place = np.unique(leaves.footprint[leaf] * size + feature, return_inverse=True)
    part = np.bincount(place.reshape(-1), leaves.raw[leaf], len(pair)) >= SMALLEST_OVERLAP
    return pair[part] // size, pair[part] % size
