"""Attribute checks of a survey: fields and texts, numbers of parcels, class codes, and what a class demands.

Rules of public survey checkers and of the survey database standard; each has a rule `check_<name>` with its source.
Nothing here loops over all parcels: distinct texts are looked at once, only findings are made one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..columns import Columns
from ..progress import Progress, no_progress
from ..resources import read_facts, resource
from ..rules import Rules
from ..sentence import sentence, translate
from ..survey.classes import CodeTable
from .class_codes import CLASS_CHECKS, CLASS_TITLES, find_mixed_versions
from .farmland import FARMLAND_CHECKS, FARMLAND_TITLES
from .finding import NO_ROW, Finding
from .land_use import USE_CHECKS, USE_TITLES
from .marks import SeverityOf
from .row_checks import RowCheck, run_row_checks
from .survey_table import SurveyTable, TextColumn

CHECK_TITLES: Mapping[str, str] = {
    "field_missing": translate("LandLedger", "Field missing"),
    "value_missing": translate("LandLedger", "Mandatory field empty"),
    "text_too_long": translate("LandLedger", "Text too long"),
    "feature_code_differs": translate("LandLedger", "Feature code of another layer"),
    "identifier_form": translate("LandLedger", "Identifier of another form"),
    "identifier_doubled": translate("LandLedger", "Identifier occurs twice"),
    "number_doubled": translate("LandLedger", "Parcel number occurs twice in a village"),
    "unit_code_form": translate("LandLedger", "Unit code without 19 digits"),
    "unit_code_no_village": translate("LandLedger", "Location code without village"),
    "area_missing": translate("LandLedger", "Parcel area missing or not positive"),
    "area_decimals": translate("LandLedger", "Area with more than two decimals"),
    **CLASS_TITLES,
    **USE_TITLES,
    **FARMLAND_TITLES,
}

_AREAS = ("TBMJ", "KCMJ", "TBDLMJ")
_FINEST_NOISE = 1e-4
"""Of 0.01 m²: what a float leaves behind is no third decimal."""
_VILLAGE = 12
_SHOWN = 24
"""Signs of a text that is too long, in the sentence."""


@dataclass(frozen=True)
class FieldForm:
    """A field of the survey layer as the database standard has it; `length` 0 where none is given."""

    name: str
    length: int
    mandatory: bool
    optional: bool


@lru_cache(maxsize=1)
def field_forms() -> Mapping[str, FieldForm]:
    """The 30 fields of the survey layer (`resources/codes/survey_fields.csv`)."""
    found = {}
    for row in read_facts(resource("codes", "survey_fields.csv"), ("field", "kind", "length", "presence")):
        length = int(row.text("length") or 0) if row.text("kind") == "text" else 0
        presence = row.needed("presence")
        found[row.needed("field")] = FieldForm(row.text("field"), length, presence == "mandatory", presence == "optional")
    return found


def find_attribute_faults(
    survey: Columns, classes: CodeTable, rules: Rules, severity_of: SeverityOf, progress: Progress = no_progress
) -> list[Finding]:
    """All findings on the attributes of a survey; rows index `survey`. See CHECK_TITLES."""
    table = SurveyTable(survey, classes)
    found = [*_missing_fields(table, severity_of)]
    progress(0.1)
    found += find_mixed_versions(table, severity_of)
    for number, group in enumerate((_GENERAL, CLASS_CHECKS, USE_CHECKS, FARMLAND_CHECKS), start=1):
        found += run_row_checks(group, table, rules, severity_of)
        progress(0.1 + 0.2 * number)
    found += _doubled_identifiers(table, severity_of)
    found += _doubled_numbers(table, severity_of)
    progress(1.0)
    return found


def _missing_fields(table: SurveyTable, severity_of: SeverityOf) -> Iterator[Finding]:
    """One finding a field the layer lacks; what is optional in the standard is not missed."""
    severity = severity_of("field_missing")
    if severity is None:
        return
    text = translate("LandLedger", "The layer has no field {field}; what it should hold was not checked.")
    for form in field_forms().values():
        if not form.optional and not table.has(form.name):
            said = sentence(text, field=form.name)
            yield Finding("field_missing", severity, NO_ROW, said, form.name, facts=("no field",))


def _mandatory() -> Iterator[RowCheck]:
    text = translate("LandLedger", "The mandatory field {field} is empty.")
    for form in field_forms().values():
        # An absent area has a check of its own.
        if form.mandatory and form.name != "TBMJ":
            yield RowCheck(
                "value_missing", form.name, text,
                lambda t, r, name=form.name: t.null(name),  # type: ignore[misc]
                more=lambda t, r, name=form.name: lambda row: {"field": name},  # type: ignore[misc]
                absent=True,
            )


def _lengths() -> Iterator[RowCheck]:
    text = translate("LandLedger", "The text “{value}” of {field} has {length} characters; {most} are allowed.")
    for form in field_forms().values():
        if form.length:
            yield RowCheck(
                "text_too_long", form.name, text,
                lambda t, r, name=form.name, most=form.length: _longer(t, name, most),  # type: ignore[misc]
                more=lambda t, r, name=form.name, most=form.length: _length_of(t, name, most),  # type: ignore[misc]
            )


def _longer(table: SurveyTable, field: str, most: int) -> np.ndarray:
    # What the reader took for a number by another name is no text to be measured.
    if table.is_number(field):
        return np.zeros(len(table), dtype=bool)
    return table.text(field).where(lambda text: len(text) > most)


def _length_of(table: SurveyTable, field: str, most: int) -> Callable[[int], Mapping[str, object]]:
    column = table.text(field)

    def places(row: int) -> Mapping[str, object]:
        text = column.at(row)
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        return {"field": field, "value": shown, "length": len(text), "most": most}

    return places


def _fine_decimals(field: str) -> RowCheck:
    def rows(table: SurveyTable, rules: Rules) -> np.ndarray:
        hundredths = table.number(field) * 100
        with np.errstate(invalid="ignore"):
            return np.abs(hundredths - np.rint(hundredths)) > _FINEST_NOISE + np.abs(hundredths) * 4e-16

    text = translate("LandLedger", "The area {value} m² of {field} has more than two decimals.")
    return RowCheck(
        "area_decimals", field, text, rows,
        more=lambda t, r: lambda row: {"field": field, "value": t.said(field, row)},
    )


def _unit_code(field: str) -> RowCheck:
    text = translate("LandLedger", "The code “{value}” of {field} is not of 19 digits.")
    return RowCheck(
        "unit_code_form", field, text,
        lambda t, r: t.text(field).where(lambda code: code != "" and not re.fullmatch(r"[0-9]{19}", code)),
        more=lambda t, r: lambda row: {"field": field, "value": t.said(field, row)},
    )


def _no_area(table: SurveyTable, rules: Rules) -> np.ndarray:
    return ~table.positive("TBMJ")


def _feature_code(table: SurveyTable, rules: Rules) -> np.ndarray:
    right = rules.get("survey_feature_code").text()
    return table.text("YSDM").where(lambda code: code not in ("", right))


_GENERAL: tuple[RowCheck, ...] = (
    *_mandatory(),
    *_lengths(),
    RowCheck(
        "feature_code_differs", "YSDM", translate("LandLedger", "The feature code is {YSDM}; parcels have {right}."),
        _feature_code, ("YSDM",), more=lambda t, r: lambda row: {"right": r.get("survey_feature_code").text()},
    ),
    RowCheck(
        "identifier_form", "BSM", translate("LandLedger", "The identifier {BSM} is not of 18 digits."),
        lambda t, r: t.text("BSM").where(lambda code: code != "" and not re.fullmatch(r"[0-9]{18}", code)), ("BSM",),
    ),
    _unit_code("ZLDWDM"),
    _unit_code("QSDWDM"),
    RowCheck(
        "unit_code_no_village", "ZLDWDM", translate("LandLedger", "The location code {ZLDWDM} names no village (digits 10 to 12)."),
        lambda t, r: t.text("ZLDWDM").where(lambda code: bool(re.fullmatch(r"[0-9]{9}000[0-9]*", code))), ("ZLDWDM",),
    ),
    RowCheck(
        "area_missing", "TBMJ", translate("LandLedger", "The parcel area TBMJ is “{TBMJ}”; it must be more than 0."),
        _no_area, ("TBMJ",), absent=True,
    ),
    *(_fine_decimals(field) for field in _AREAS),
)


def _doubled_identifiers(table: SurveyTable, severity_of: SeverityOf) -> Iterator[Finding]:
    severity = severity_of("identifier_doubled")
    if severity is None or not table.has("BSM"):
        return
    column = table.text("BSM")
    text = translate("LandLedger", "The identifier {value} occurs {count} times.")
    for row, other, count in _repeated(column.place, ~column.null):
        said = sentence(text, value=column.at(row), count=count)
        yield Finding("identifier_doubled", severity, row, said, "BSM", other=other, facts=(column.at(row), str(count)))


def _doubled_numbers(table: SurveyTable, severity_of: SeverityOf) -> Iterator[Finding]:
    """Parcel numbers count from 1 in each village, so village and number name a parcel."""
    severity = severity_of("number_doubled")
    if severity is None or not table.has("TBBH", "ZLDWDM"):
        return
    number, village = table.text("TBBH"), _villages(table)
    both = village.place * len(number.values) + number.place
    text = translate("LandLedger", "The parcel number {value} occurs {count} times in village {village}.")
    for row, other, count in _repeated(both, ~number.null & ~village.null):
        said = sentence(text, value=number.at(row), count=count, village=village.at(row))
        facts = (village.at(row), number.at(row), str(count))
        yield Finding("number_doubled", severity, row, said, "TBBH", other=other, facts=facts)


def _villages(table: SurveyTable) -> TextColumn:
    return table.text("ZLDWDM").mapped(lambda code: code[:_VILLAGE])


def _repeated(group: np.ndarray, counted: np.ndarray) -> Iterator[tuple[int, int, int]]:
    """(row, another row of its group, size of the group) for every counted row of a group of two and more."""
    rows = np.flatnonzero(counted)
    order = rows[np.argsort(group[rows], kind="stable")]
    _, first, size = np.unique(group[order], return_index=True, return_counts=True)
    for start, count in zip(first[size > 1].tolist(), size[size > 1].tolist()):
        members = order[start : start + count].tolist()
        for member in members:
            yield member, members[1] if member == members[0] else members[0], count
