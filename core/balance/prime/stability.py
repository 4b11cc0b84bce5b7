"""Whether farmland can be used in a stable way over the long term (可长期稳定利用), as far as a supplement block is asked: by the
rules of stable cultivated land (`core/balance/stable/rules.py`), so that both accounts judge a parcel alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...columns import Columns
from ..stable.rules import StableRule

SLOPE = "GDPDJB"


def unstable_parcels(survey: Columns, rules: Sequence[StableRule], steep: np.ndarray) -> np.ndarray:
    """Text object (n,): why the farmland of a parcel can't be used in a stable way, the meanings of all rules that hold, ''
    where none does.

    `steep` bool (n,) are the parcels whose slope refuses them already: no rule of the slope says it again. A rule of a field
    that the survey lacks holds of none; ground of layers (LAYER) is a reason of its own.
    """
    found = np.full(len(survey), "", dtype=object)
    for rule in rules:
        holds = rule.holds(survey)
        if rule.field == SLOPE:
            holds = holds & ~steep
        for row in np.flatnonzero(holds).tolist():
            found[row] = f"{found[row]}、{rule.meaning}" if found[row] else rule.meaning
    return found
