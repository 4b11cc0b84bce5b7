"""Codes (R9): classes by the plan's table, zones, facilities and boundary kinds, BSM, YSDM; names against codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from ...checking.finding import NO_ROW, Finding
from ...checking.row_checks import RowCheck, run_row_checks
from ...checking.survey_table import SurveyTable
from ...resources import read_facts, resource
from ...sentence import sentence, translate
from ...survey.classes import CodeTable, clean_code
from ...survey.versions import version_name
from ..profile import CLASS_VALUES, PLAN_CODE_LISTS, PlanField, PlanGeometry
from .model import CheckedLayer, CheckedPlan, Frame, of_layer

TITLES = {
    "plan_class_unknown": translate("LandLedger", "Class code not in the table"),
    "plan_class_spelling": translate("LandLedger", "Class code oddly written"),
    "plan_class_coarse": translate("LandLedger", "Class only of the first level"),
    "plan_class_name": translate("LandLedger", "Class name is not that of the code"),
    "plan_version_doubt": translate("LandLedger", "Codes speak for another class table"),
    "plan_code_unknown": translate("LandLedger", "Code not in its list"),
    "plan_code_name": translate("LandLedger", "Name is not that of the code"),
    "plan_bsm_form": translate("LandLedger", "Identifier is not of the prescribed form"),
    "plan_bsm_village": translate("LandLedger", "Identifier does not begin with the village"),
    "plan_bsm_doubled": translate("LandLedger", "Identifier occurs twice"),
    "plan_ysdm": translate("LandLedger", "Feature code is not that of the layer"),
}
NAME_FIELD: Mapping[str, str] = {
    "JQDLBM": "JQDLMC", "GHDLBM": "GHDLMC", "GKBJLXDM": "GKBJLXMC", "SSLXDM": "SSLXMC", "GHSSLXDM": "GHSSLXMC",
}  # fmt: skip
"""Field of a code → field of its name."""

_UNKNOWN = translate("LandLedger", "The class code “{code}” is not among the {table}.")
_SPELLING = translate("LandLedger", "The class code is written “{written}”; it should be {code}.")
_COARSE = translate("LandLedger", "The class {code} {name} is only of the first level.")
_NAME = translate("LandLedger", "The name “{written}” is not that of the code {code}, “{name}”.")
_LISTED = translate("LandLedger", "The code “{code}” of {field} {called} is not in its list.")


@lru_cache(maxsize=8)
def code_list(values: str) -> Mapping[str, str]:
    """Code → name of a list of codes of the profile (control, facility, boundary)."""
    rows = read_facts(resource("codes", PLAN_CODE_LISTS[values]), ("code", "name"))
    return {row.needed("code"): row.needed("name") for row in rows}


def find_code_faults(plan: CheckedPlan, frame: Frame) -> list[Finding]:
    """Everything of TITLES, layer by layer in the order of the profile."""
    found = [*_doubt(plan, frame)]
    for role, layer in plan.layers.items():
        checks: list[RowCheck] = []
        for each in layer.declared.fields:
            if each.values == CLASS_VALUES:
                checks += _class_checks(each, plan.classes)
            elif each.values:
                checks += _list_checks(each)
        if layer.declared.geometry is not PlanGeometry.NONE:
            checks += _identifiers(plan, layer)
        of_this = [*run_row_checks(checks, layer.table, frame.rules, frame.severity_of)]
        of_this += [*_doubled(layer, frame), *_feature_codes(layer, frame)]
        found += of_layer(of_this, role)
    return found


def _doubt(plan: CheckedPlan, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_version_doubt")
    if severity is not None and plan.doubt is not None:
        yield Finding("plan_version_doubt", severity, NO_ROW, plan.doubt, facts=(plan.doubt.said(),))


def _class_checks(each: PlanField, classes: CodeTable) -> Iterator[RowCheck]:
    """Of a field of classes: a known code, rightly written, of the second level, with its name."""
    field, name = each.name, NAME_FIELD.get(each.name, "")

    def unknown(table: SurveyTable, rules: object) -> np.ndarray:
        return table.text(field).where(lambda text: bool(text) and not classes.known(text))

    def odd(table: SurveyTable, rules: object) -> np.ndarray:
        return table.text(field).where_written(lambda text: text != clean_code(text) and classes.known(text))

    def coarse(table: SurveyTable, rules: object) -> np.ndarray:
        return table.text(field).where(lambda text: _is_coarse(clean_code(text), classes))

    yield RowCheck("plan_class_unknown", field, _UNKNOWN, unknown, more=lambda t, r: lambda row: {
        "code": t.text(field).at(row), "table": version_name(classes.version)})  # fmt: skip
    yield RowCheck("plan_class_spelling", field, _SPELLING, odd, more=lambda t, r: lambda row: {
        "written": t.text(field).written_at(row), "code": clean_code(t.text(field).at(row))})  # fmt: skip
    yield RowCheck("plan_class_coarse", field, _COARSE, coarse, more=lambda t, r: lambda row: {
        "code": t.text(field).at(row), "name": classes.name(t.text(field).at(row))})  # fmt: skip
    if name:
        yield _name_check("plan_class_name", field, name, lambda code: classes.name(code))


@lru_cache(maxsize=8)
def _coarse_codes(version: str, codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code[:2] for code in codes if len(code) > 2)


def _is_coarse(code: str, classes: CodeTable) -> bool:
    """A first level that has classes below it."""
    return len(code) == 2 and classes.known(code) and code in _coarse_codes(classes.version, tuple(classes.classes))


def _list_checks(each: PlanField) -> Iterator[RowCheck]:
    """Of a field with a list of codes."""
    field, listed, name = each.name, code_list(each.values), NAME_FIELD.get(each.name, "")

    def unknown(table: SurveyTable, rules: object) -> np.ndarray:
        return table.text(field).where(lambda text: bool(text) and text not in listed)

    yield RowCheck("plan_code_unknown", field, _LISTED, unknown, more=lambda t, r: lambda row: {
        "code": t.text(field).at(row), "field": field, "called": each.title})  # fmt: skip
    if name:
        yield _name_check("plan_code_name", field, name, lambda code: listed.get(code, ""))


def _name_check(check: str, code: str, name: str, right) -> RowCheck:  # type: ignore[no-untyped-def]
    """A name that is there and is not the code's."""

    def differ(table: SurveyTable, rules: object) -> np.ndarray:
        codes, names = table.text(code), table.text(name)
        pair = codes.place * len(names.values) + names.place
        distinct, place = np.unique(pair, return_inverse=True)
        wrong = [
            bool(written) and bool(right(text)) and right(text) != written
            for text, written in ((codes.values[k // len(names.values)], names.values[k % len(names.values)]) for k in distinct.tolist())
        ]
        return np.array(wrong, dtype=bool)[place] if len(pair) else np.zeros(0, dtype=bool)

    return RowCheck(check, name, _NAME, differ, needs=(code,), more=lambda t, r: lambda row: {
        "written": t.text(name).at(row), "code": t.text(code).at(row), "name": right(t.text(code).at(row))})  # fmt: skip


def _identifiers(plan: CheckedPlan, layer: CheckedLayer) -> Iterator[RowCheck]:
    """BSM: the village's digits and a running number, beginning with the village it lies in; only where the profile says so."""
    declared = layer.declared.field("BSM")
    digits = plan.profile.village_digits + plan.profile.sequence_digits
    if declared is None or declared.length != digits:
        return
    text = translate("LandLedger", "The identifier “{number}” does not have {digits} digits.")
    yield RowCheck(
        "plan_bsm_form", "BSM", text,
        lambda t, r: t.text("BSM").where(lambda each: bool(each) and not (each.isascii() and each.isdigit() and len(each) == digits)),
        more=lambda t, r: lambda row: {"number": t.text("BSM").at(row), "digits": digits},
    )  # fmt: skip
    codes = tuple(village.code for village in plan.villages if village.code)
    if not codes:
        return
    text = translate("LandLedger", "The identifier “{number}” begins with no village of the plan ({codes}).")
    yield RowCheck(
        "plan_bsm_village", "BSM", text,
        lambda t, r: t.text("BSM").where(lambda each: bool(each) and not each.startswith(codes)),
        more=lambda t, r: lambda row: {"number": t.text("BSM").at(row), "codes": "、".join(codes)},
    )  # fmt: skip


def _doubled(layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_bsm_doubled")
    if severity is None or not layer.table.has("BSM") or layer.declared.geometry is PlanGeometry.NONE:
        return
    column = layer.table.text("BSM")
    text = translate("LandLedger", "The identifier {number} occurs {count} times in the layer.")
    rows = np.flatnonzero((column.counts[column.place] > 1) & ~column.null)
    for row in rows.tolist():
        count = int(column.counts[column.place[row]])
        said = sentence(text, number=column.at(row), count=count)
        yield Finding("plan_bsm_doubled", severity, row, said, "BSM", facts=(column.at(row), str(count)))


def _feature_codes(layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    """YSDM: that of the profile; where it states none, the one that most features of the layer have."""
    severity = frame.severity_of("plan_ysdm")
    if severity is None or not layer.table.has("YSDM"):
        return
    column = layer.table.text("YSDM")
    wanted = layer.declared.ysdm
    if not wanted:
        counted = Counter({text: int(column.counts[place]) for place, text in enumerate(column.values) if text})
        most = counted.most_common(2)
        if len(most) < 2 or most[0][1] == most[1][1]:
            return
        wanted = most[0][0]
    text = translate("LandLedger", "The feature code is {code}; the layer “{title}” has {wanted}.")
    for row in np.flatnonzero(column.where(lambda each: bool(each) and each != wanted)).tolist():
        said = sentence(text, code=column.at(row), title=layer.title, wanted=wanted)
        yield Finding("plan_ysdm", severity, row, said, "YSDM", facts=(column.at(row), wanted))
