"""What findings speak of: the features of one layer, or of several, by the numbers people know them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..columns import Columns

ONE_LAYER = ""
"""Key of the only layer of a check; where a check has several, each has a key of its own."""
_APART = "\x1d"


@dataclass(frozen=True)
class Subjects:
    """The features of a layer, each of length n: `numbers` BSM ('' for none), `ids` feature ids, `codes` and `names` of where
    they lie (None for none). `layer` is what the layer is called among several, '' where there is only one."""

    numbers: Sequence[str]
    ids: Sequence[int]
    codes: Sequence[object]
    names: Sequence[object]
    layer: str = ""


def subjects_of(columns: Columns, layer: str = "") -> Subjects:
    """The features of a layer: BSM, ZLDWDM and ZLDWMC as far as it has them."""
    nothing = np.full(len(columns), None, dtype=object)
    codes, names = (columns.attributes.get(name, nothing).tolist() for name in ("ZLDWDM", "ZLDWMC"))
    return Subjects(parcel_numbers(columns), columns.ids.tolist(), codes, names, layer)


def parcel_numbers(columns: Columns) -> list[str]:
    """The BSM of each feature, '' where it has none."""
    numbers = columns.attributes.get("BSM")
    if numbers is None:
        return [""] * len(columns)
    return ["" if number is None else str(number).strip() for number in numbers.tolist()]


def scope_of(village: str, layer: str) -> str:
    """What tells equal numbers of different villages and layers apart; '' in a check of a single layer."""
    return f"{village}{_APART}{layer}{_APART}" if village or layer else ""
