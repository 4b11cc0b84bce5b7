"""Ownership nature (权属性质): state or collective, from the QSXZ code or the words written in its place.

Codes and words: `resources/codes/ownership_nature.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

import numpy as np

from ..columns import by_value
from ..resources import read_facts, resource
from .classes import Codes, clean_code


class Nature(Enum):
    """Who owns the land; the value is the code stored in layers."""

    STATE = "state"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"

    @property
    def chinese(self) -> str:
        """The word of the official tables."""
        return _CHINESE[self]


_CHINESE = {Nature.STATE: "国有", Nature.COLLECTIVE: "集体", Nature.UNKNOWN: "未知"}


@lru_cache(maxsize=1)
def _natures() -> Mapping[str, Nature]:
    found: dict[str, Nature] = {}
    for row in read_facts(resource("codes", "ownership_nature.csv"), ("code", "name", "nature")):
        if row.needed("nature") not in (Nature.STATE.value, Nature.COLLECTIVE.value):
            raise row.refuse("nature")
        nature = Nature(row.text("nature"))
        found[clean_code(row.needed("code"))] = nature
        found.setdefault(clean_code(row.needed("name")), nature)
    return found


def nature_of(code: object) -> Nature:
    """The nature of one QSXZ value; UNKNOWN for null and for what the table does not know."""
    return _natures().get(clean_code(code), Nature.UNKNOWN)


def natures(codes: Codes) -> np.ndarray:
    """object (n,) of Nature."""
    return by_value(codes, nature_of)
