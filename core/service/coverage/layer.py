"""The findings of a check of service as the columns of their layer: the fields of a survey check, so that its panel shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...checking.layer import FINDING_FIELDS as SURVEY_FIELDS, columns_of
from ...sentence import Say, translate
from .findings import about_told
from .job import Coverage
from .titles import CHECK_TITLES

_ALIASES = {
    "FEATURE_ID": translate("LandLedger", "Number"),
    "BSM": translate("LandLedger", "Unit or team"),
    "OTHER_ID": translate("LandLedger", "Other number"),
    "OTHER_BSM": translate("LandLedger", "Other unit or team"),
    "FIELD": translate("LandLedger", "Role and level, or table"),
    "ZLDWDM": translate("LandLedger", "Code"),
    "ZLDWMC": translate("LandLedger", "Name"),
}
_LENGTHS = {"FIELD": 40}
FINDING_FIELDS = tuple(
    replace(field, alias=_ALIASES.get(field.name, field.alias), length=_LENGTHS.get(field.name, field.length)) for field in SURVEY_FIELDS
)


def coverage_columns(coverage: Coverage, say: Say = str) -> Mapping[str, Sequence[object]]:
    """The values (k,) of FINDING_FIELDS by name, said in the language of `say`."""
    columns = columns_of(coverage.findings, coverage.subjects, CHECK_TITLES, say)
    told = [about_told(named.finding.field) for named in coverage.findings]
    return {**columns, "FIELD": [None if about is None else about.said(say) for about in told]}
