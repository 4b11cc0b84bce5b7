"""A layer as columns: what the adapters read and every algorithm of `core` works on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np


@dataclass(frozen=True)
class Columns:
    """A polygon layer as arrays of one length n.

    `ids` int64 (n,) feature ids as the user sees them; `geometry` object (n,) of shapely Polygon or MultiPolygon, or
    None where the feature has none (validity is not promised); `attributes` maps a standard field name (`DLBM`) to an
    array (n,): text as object with None for null, numbers as float64 with NaN for null.
    `name` and `source` (file, or '') are for messages and the inputs sheet; `crs` is the authority id (`EPSG:4527`).
    `added` float64 (k, 2): vertices that a change of system put on the edges; they are no corners of anything.
    `valid` bool (n,): what GEOS says of each shape (None is not valid), if the reader looked; None if it did not.
    """

    name: str
    ids: np.ndarray
    geometry: np.ndarray
    attributes: Mapping[str, np.ndarray] = field(default_factory=dict)
    source: str = ""
    crs: str = ""
    added: np.ndarray = field(default_factory=lambda: np.empty((0, 2)))
    valid: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, rows: np.ndarray) -> Columns:
        """The columns of the given rows (indices or mask)."""
        attributes = {key: column[rows] for key, column in self.attributes.items()}
        valid = None if self.valid is None else self.valid[rows]
        return replace(self, ids=self.ids[rows], geometry=self.geometry[rows], attributes=attributes, valid=valid)

    def with_geometry(self, geometry: np.ndarray) -> Columns:
        """The same rows with other shapes."""
        return replace(self, geometry=geometry, valid=None)


def by_value(values: Iterable[object], answer: Callable[[object], object]) -> np.ndarray:
    """object (n,): the answer for each of `values` (n,), asked once for each different one: codes and names repeat."""
    listed = values.tolist() if isinstance(values, np.ndarray) else list(values)
    answers = {value: answer(value) for value in dict.fromkeys(listed)}
    column = np.empty(len(listed), dtype=object)
    column[:] = list(map(answers.__getitem__, listed))
    return column


def distinct(columns: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Of rows of hashable values in columns (n,), at least one: int64 (k,) the first row of each that is different, and
    int64 (n,) which of them each row equals."""
    places: dict[tuple[object, ...], int] = {}
    rows = zip(*(column.tolist() for column in columns))
    which = np.array([places.setdefault(row, len(places)) for row in rows], dtype=np.int64)
    return np.unique(which, return_index=True)[1], which


def stripped(values: Iterable[object]) -> np.ndarray:
    """Text object (n,) without blanks at either end, '' for null."""
    return by_value(values, lambda value: "" if value is None else str(value).strip())


def values_at(values: np.ndarray, rows: np.ndarray, nothing: object) -> np.ndarray:
    """`values` (n,) of the given rows (r,), `nothing` where a row is −1; n may be 0."""
    found = rows >= 0
    result = np.full(len(rows), nothing, dtype=values.dtype)
    result[found] = values[rows[found]]
    return result
