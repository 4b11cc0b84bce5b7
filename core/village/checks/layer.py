"""The findings of a plan check as the columns of their layers: the fields of a survey check, and village, layer and rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...checking.layer import (
    AREA_FIELDS as SURVEY_AREA_FIELDS,
    FINDING_FIELDS as SURVEY_FIELDS,
    FindingField,
    columns_among,
)
from ...sentence import Say, translate
from .job import CheckedPlans
from .titles import CHECK_TITLES, check_kinds

VILLAGE = FindingField("VILLAGE", "text", translate("LandLedger", "Village"), 60)
LAYER = FindingField("LAYER", "text", translate("LandLedger", "Layer"), 30)
RULE = FindingField("RULE", "text", translate("LandLedger", "Rule"), 10)
_LONGER = {"BSM": 20, "OTHER_BSM": 20, "FIELD": 60, "ZLDWMC": 60}

FINDING_FIELDS = (*(replace(each, length=_LONGER.get(each.name, each.length)) for each in SURVEY_FIELDS), VILLAGE, LAYER, RULE)
AREA_FIELDS = (*SURVEY_AREA_FIELDS, VILLAGE, LAYER, RULE)


def finding_columns(checked: CheckedPlans, say: Say = str) -> Mapping[str, Sequence[object]]:
    """The values (k,) of FINDING_FIELDS by name, said in the language of `say`."""
    kinds = check_kinds()
    facts = [named.finding for named in checked.findings]
    return {
        **columns_among(checked.findings, checked.layers, CHECK_TITLES, say),
        "VILLAGE": [found.village or None for found in facts],
        "LAYER": [checked.layers[found.layer].layer if found.layer in checked.layers else None for found in facts],
        "RULE": [kinds[found.check].rule for found in facts],
    }
