"""Completeness 完整性: layers, fields, kinds, lengths and mandatory values as the profile declares them."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

import numpy as np

from ...checking.finding import NO_ROW, Finding
from ...checking.row_checks import RowCheck, run_row_checks
from ...checking.survey_table import SurveyTable
from ...rules import Rules
from ...sentence import sentence, translate
from ..profile import ABOVE_NOTHING, PlanField, PlanNeed, PlanRole
from .model import CheckedLayer, CheckedPlan, Frame, of_layer

TITLES = {
    "plan_layer_missing": translate("LandLedger", "Layer missing"),
    "plan_border_missing": translate("LandLedger", "No village border"),
    "plan_layer_empty": translate("LandLedger", "Layer without features"),
    "plan_field_missing": translate("LandLedger", "Field missing"),
    "plan_conditional_missing": translate("LandLedger", "Conditional field missing"),
    "plan_field_kind": translate("LandLedger", "Field of another kind"),
    "plan_value_missing": translate("LandLedger", "Mandatory field empty"),
    "plan_condition_empty": translate("LandLedger", "Conditional field empty"),
    "plan_text_too_long": translate("LandLedger", "Text too long"),
}
_KINDS = {
    "text": translate("LandLedger", "text"),
    "number": translate("LandLedger", "number"),
    "integer": translate("LandLedger", "whole number"),
}


def find_schema_faults(plan: CheckedPlan, frame: Frame) -> list[Finding]:
    """Everything of TITLES, layer by layer in the order of the profile."""
    found = [*_missing_layers(plan, frame), *_missing_border(plan, frame)]
    for role, layer in plan.layers.items():
        of_this = [*_empty(layer, frame), *_missing_fields(layer, frame), *_kinds(layer, frame)]
        checks = [*_mandatory(layer), *_conditional(layer), *_lengths(layer)]
        of_this += run_row_checks(checks, layer.table, frame.rules, frame.severity_of)
        found += of_layer(of_this, role)
    return found


def _missing_layers(plan: CheckedPlan, frame: Frame) -> Iterator[Finding]:
    severity = frame.severity_of("plan_layer_missing")
    if severity is None:
        return
    text = translate("LandLedger", "The plan has no layer “{title}” ({name}).")
    for declared in plan.profile.layers:
        if declared.need is PlanNeed.MANDATORY and declared.role not in plan.layers:
            said = sentence(text, title=declared.title, name=declared.names[0])
            yield Finding("plan_layer_missing", severity, NO_ROW, said, facts=(declared.names[0],))


def _missing_border(plan: CheckedPlan, frame: Frame) -> Iterator[Finding]:
    """A border that the profile does not demand is missed all the same: without it the cover can't be checked."""
    severity = frame.severity_of("plan_border_missing")
    declared = plan.profile.layer(PlanRole.VILLAGE)
    demanded = declared is not None and declared.need is PlanNeed.MANDATORY
    if severity is None or demanded or plan.border is not None:
        return
    template = translate(
        "LandLedger", "The plan has no village border: the cover of the village and its registered area were not checked."
    )
    yield Finding("plan_border_missing", severity, NO_ROW, sentence(template))


def _empty(layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    """A layer without features; one that must be there is as good as missing."""
    check = "plan_layer_missing" if layer.declared.need is PlanNeed.MANDATORY else "plan_layer_empty"
    severity = frame.severity_of(check)
    if severity is not None and not len(layer):
        text = sentence(translate("LandLedger", "The layer “{title}” has no features."), title=layer.title)
        yield Finding(check, severity, NO_ROW, text)


def _missing_fields(layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    """Fields that are never there are said once each; optional ones are not missed."""
    text = translate("LandLedger", "The layer “{title}” has no field {field} {called}; what it should hold was not checked.")
    checks = {PlanNeed.MANDATORY: "plan_field_missing", PlanNeed.CONDITIONAL: "plan_conditional_missing"}
    for each in layer.declared.fields:
        check = checks.get(each.need, "")
        severity = frame.severity_of(check) if check else None
        if severity is not None and not layer.table.has(each.name):
            said = sentence(text, title=layer.title, field=each.name, called=each.title)
            yield Finding(check, severity, NO_ROW, said, each.name, facts=("no field",))


def _kinds(layer: CheckedLayer, frame: Frame) -> Iterator[Finding]:
    """A number written as text, or text as a number; a whole number in a field of numbers is none the worse."""
    severity = frame.severity_of("plan_field_kind")
    if severity is None:
        return
    text = translate("LandLedger", "The field {field} {called} holds {there}; it should be {wanted}.")
    for each in layer.declared.fields:
        there = layer.kinds.get(each.name, each.kind)
        if (there == "text") != (each.kind == "text"):
            said = sentence(
                text, field=each.name, called=each.title, there=sentence(_KINDS[there]), wanted=sentence(_KINDS[each.kind])
            )
            yield Finding("plan_field_kind", severity, NO_ROW, said, each.name, facts=(there, each.kind))


def _mandatory(layer: CheckedLayer) -> Iterator[RowCheck]:
    text = translate("LandLedger", "The mandatory field {field} is empty.")
    for each in layer.declared.fields:
        if each.need is PlanNeed.MANDATORY:
            yield RowCheck(
                "plan_value_missing", each.name, text,
                lambda t, r, name=each.name: t.null(name),  # type: ignore[misc]
                more=lambda t, r, name=each.name: lambda row: {"field": name},  # type: ignore[misc]
                absent=True,
            )  # fmt: skip


def _conditional(layer: CheckedLayer) -> Iterator[RowCheck]:
    """Fields that are needed under a condition which the profile states."""
    text = translate("LandLedger", "The field {field} {called} is empty; it must be filled where {condition}.")
    for each in layer.declared.fields:
        if each.required_when:
            condition = "，".join(f"{name} = {'、'.join(values)}" for name, values in each.required_when)
            places = {"field": each.name, "called": each.title, "condition": condition.replace("= >", "> ")}
            yield RowCheck(
                "plan_condition_empty", each.name, text,
                lambda t, r, one=each: _unfilled(t, one),  # type: ignore[misc]
                needs=tuple(name for name, _ in each.required_when),
                more=lambda t, r, told=places: lambda row: told,  # type: ignore[misc]
                absent=True,
            )  # fmt: skip


def _unfilled(table: SurveyTable, each: PlanField) -> np.ndarray:
    """bool (n,): empty where all conditions hold; a number of 0 is none."""
    rows = ~table.positive(each.name) if table.is_number(each.name) else table.null(each.name)
    for name, values in each.required_when:
        if values == (ABOVE_NOTHING,):
            rows &= table.positive(name) if table.is_number(name) else table.text(name).where(_above_nothing)
        else:
            rows &= _like(table, name, values)
    return rows


def _like(table: SurveyTable, field: str, patterns: tuple[str, ...]) -> np.ndarray:
    return table.text(field).where(lambda text: any(fnmatchcase(text, pattern) for pattern in patterns))


def _above_nothing(text: str) -> bool:
    try:
        return float(text) > 0
    except ValueError:
        return False


def _lengths(layer: CheckedLayer) -> Iterator[RowCheck]:
    text = translate("LandLedger", "The text “{value}” of {field} has {length} characters; {most} are allowed.")
    for each in layer.declared.fields:
        if each.kind == "text" and each.length and layer.table.has(each.name) and not layer.table.is_number(each.name):
            yield RowCheck(
                "plan_text_too_long", each.name, text,
                lambda t, r, one=each: _longer(t, r, one),  # type: ignore[misc]
                more=lambda t, r, one=each: lambda row: {  # type: ignore[misc]
                    "field": one.name, "value": t.text(one.name).at(row), "length": len(t.text(one.name).at(row)),
                    "most": one.length,
                },
            )  # fmt: skip


def _longer(table: SurveyTable, rules: Rules, each: PlanField) -> np.ndarray:
    return table.text(each.name).where(lambda text: len(text) > each.length)
