"""Whether farmland can be used in a stable way over the long term (可长期稳定利用), as far as a supplement block is asked.

The one function here is all that the audit knows of the question, so another judgement can take its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

import numpy as np

from ...checking.survey_table import domains
from ...columns import Columns
from ...occupation.classify import texts

NO_DETAIL = ""


def unstable_parcels(survey: Columns, codes: Collection[str]) -> np.ndarray:
    """Text object (n,): why the farmland of a parcel can't be used in a stable way, '' where nothing says so.

    Looks at TBXHDM (rule prime_unstable_codes: river, lake, forest, pasture, sandy, stony ground); the slope level is a
    reason of its own. A survey without the field says nothing.
    """
    names = domains().get("TBXHDM", {})
    refined = texts(survey, "TBXHDM")
    found = np.full(len(survey), NO_DETAIL, dtype=object)
    for row, written in enumerate(refined.tolist()):
        code = unicodedata.normalize("NFKC", str(written)).upper()
        if code in codes:
            name = names.get(code, ("", ()))[0]
            found[row] = f"{code} {name}".strip()
    return found
