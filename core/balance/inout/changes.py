"""Flows from a layer of changed patches (CHANGES of landledger:landtransition), and the other tables an account reads.

Grade, slope and marks of a patch stand in fields of its own where it has them (GDDB_Q, GDDB_H, GDPDJB_H …), else they are
those of its parcels in the surveys, found by BSM.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...columns import Columns, by_value, stripped
from ...errors import InputError
from ...sentence import translate
from ...survey.classes import CodeTable, clean_code
from ...survey.identifiers import rows_by_identifier
from ...survey.registered import area_units
from ...survey.schema import Field, GradeSystem, Kind, require, village_codes
from ..stable.job import checked_grades
from ..transition.classes import require_same_table
from ..transition.model import Flows, Source
from ..transition.surveys import TransitionJob
from .model import Match

_TEXTS = ("BSM", "DLBM", "GDPDJB", "TBXHDM", "ZZSXDM")
_SIDES = ("_Q", "_H")
CHANGES_FIELDS: tuple[Field, ...] = require(
    (
        *(Field(name + side) for side in _SIDES for name in _TEXTS),
        *(Field(name + side, Kind.NUMBER) for side in _SIDES for name in ("NET_GD", "GDDB")),
        Field("ZLDWDM"),
        Field("RULE"),
        Field("SOURCE"),
        Field("EXEMPT"),
        Field("EXEMPT_DOC"),
        Field("AREA_M2", Kind.NUMBER),
        Field("NF", Kind.NUMBER),
    ),
    *("DLBM_Q", "DLBM_H", "NET_GD_Q", "NET_GD_H", "ZLDWDM", "AREA_M2"),
)
"""What is read of a layer of changed patches."""

MARK_FIELDS: tuple[Field, ...] = require((Field("EXEMPT"), Field("EXEMPT_DOC")), "EXEMPT")
"""What is read of a layer of exemptions."""

PROCESS_MARKS: tuple[Field, ...] = (Field("EXEMPT"), Field("EXEMPT_DOC"), Field("NF", Kind.NUMBER))
"""What an account reads of the update-process layer beside its own fields."""

MATCH_FIELDS: tuple[Field, ...] = require((Field("OUT_NO"), Field("IN_NO")), "OUT_NO", "IN_NO")
"""What is read of a match list."""


def flows_of_changes(changes: Columns, table: CodeTable, job: TransitionJob) -> Flows:
    """The flows of a layer of changed patches (columns of CHANGES_FIELDS).

    InputError: classes of another table, an area that is none, a grade that is none.
    """
    for side in _SIDES:
        _require_table(changes, "DLBM" + side, job)
    units = _units(changes, "AREA_M2")
    one, other = (_Side.of(changes, side, table) for side in _SIDES)
    village = village_codes(changes.attributes["ZLDWDM"])["village"]
    sources = {source.value: source for source in Source}
    said = _text(changes, "SOURCE").tolist()
    rows = np.arange(len(changes), dtype=np.int64)
    return Flows(
        village=village,
        village_after=village,
        before=one.code,
        after=other.code,
        units=units,
        net_before=one.net,
        net_after=other.net,
        cultivated_before=one.cultivated,
        cultivated_after=other.cultivated,
        paddy_before=table.paddy_rows(one.code),
        paddy_after=table.paddy_rows(other.code),
        grade_before=one.grade,
        grade_after=other.grade,
        slope_before=one.slope,
        slope_after=other.slope,
        restoring_before=one.restoring,
        restoring_after=other.restoring,
        planting_before=one.planting,
        planting_after=other.planting,
        rule=_text(changes, "RULE"),
        before_id=one.number,
        after_id=other.number,
        before_row=rows,
        after_row=rows,
        source=sources.get(str(said[0]), Source.OVERLAY) if said else Source.OVERLAY,
        grades=job.grades,
        geometry=changes.geometry,
    )


def with_surveys(flows: Flows, before: Columns | None, after: Columns | None, graded: bool = True) -> Flows:
    """The flows with grade, slope and marks of their parcels in the surveys (by BSM) where they tell none of their own.

    With `graded` False no grade is taken over, and those that are there are dropped: GDDB is of another grade system.
    """
    nothing = np.full(len(flows), np.nan)
    filled: dict[str, np.ndarray] = {} if graded else {"grade_before": nothing, "grade_after": nothing}
    for side, survey, numbers in (("before", before, flows.before_id), ("after", after, flows.after_id)):
        row = _rows_in(survey, numbers)
        if survey is None or not (row >= 0).any():
            continue
        place = np.maximum(row, 0)
        for name, field in (("slope", "GDPDJB"), ("restoring", "TBXHDM"), ("planting", "ZZSXDM")):
            own, values = getattr(flows, f"{name}_{side}"), survey.attributes.get(field)
            if values is not None:
                filled[f"{name}_{side}"] = np.where((own == "") & (row >= 0), by_value(values, clean_code)[place], own)
        if graded and "GDDB" in survey.attributes:
            own = getattr(flows, f"grade_{side}")
            theirs = checked_grades(survey, "GDDB", GradeSystem.NATIONAL15)[place]
            filled[f"grade_{side}"] = np.where(np.isnan(own) & (row >= 0), theirs, own)
    return replace(flows, **filled)  # type: ignore[arg-type]


def require_slopes(flows: Flows, layer: Columns, field: str, after: Columns | None) -> None:
    """InputError where land became cultivated and neither the `field` of the changes nor a survey tells its slope."""
    new = flows.cultivated_after & ~flows.cultivated_before & flows.covered
    if new.any() and after is None and field not in layer.attributes:
        template = translate(
            "LandLedger",
            "Layer {layer} does not tell the slope of new farmland ({field}): give the later survey, too, so that it can be "
            "said what is stable.",
        )
        raise InputError(template, layer=layer.name, field=field)


def _require_table(changes: Columns, field: str, job: TransitionJob) -> None:
    """The codes of a side belong to the class table of the account."""
    given = np.flatnonzero(by_value(changes.attributes[field], clean_code) != "")
    if len(given):
        side = changes.take(given)
        require_same_table(
            Columns(changes.name, side.ids, side.geometry, {"DLBM": side.attributes[field]}), job.table, job.rules
        )


def _units(changes: Columns, name: str) -> np.ndarray:
    return area_units(changes, name)[0]


@dataclass(frozen=True)
class _Side:
    """The parcel of each patch before or after, arrays (n,)."""

    number: np.ndarray
    code: np.ndarray
    cultivated: np.ndarray
    net: np.ndarray
    grade: np.ndarray
    slope: np.ndarray
    restoring: np.ndarray
    planting: np.ndarray

    @staticmethod
    def of(changes: Columns, side: str, table: CodeTable) -> _Side:
        code = _text(changes, "DLBM" + side)
        cultivated = table.cultivated_rows(code)
        net = np.where(cultivated, _units(changes, "NET_GD" + side), 0)
        grade = np.full(len(changes), np.nan)
        if "GDDB" + side in changes.attributes:
            grade = checked_grades(changes, "GDDB" + side, GradeSystem.NATIONAL15)
        others = (_text(changes, name + side) for name in ("GDPDJB", "TBXHDM", "ZZSXDM"))
        return _Side(_text(changes, "BSM" + side), code, cultivated, net, grade, *others)


def _text(changes: Columns, name: str) -> np.ndarray:
    """A field of codes, '' for null and where the layer lacks it. Noise rules keep their small letters."""
    values = changes.attributes.get(name)
    if values is None:
        return np.full(len(changes), "", dtype=object)
    return stripped(values) if name in ("RULE", "SOURCE") else by_value(values, clean_code)


def _rows_in(survey: Columns | None, numbers: np.ndarray) -> np.ndarray:
    """int64 (n,): the rows of a survey with these BSM, −1 for none; InputError for one that stands twice."""
    listed = numbers.tolist()
    place = rows_by_identifier(survey, listed)
    return np.array([place.get(number, -1) for number in listed], dtype=np.int64)


def years_of(changes: Columns | None, count: int, year: int | None, survey_year: int = 0) -> np.ndarray:
    """int64 (count,): the year of each change: `year` if it was said, else the field NF, else that of the later survey. A
    field NF that is empty throughout tells nothing: a transition of pieces alone does not know its year.

    InputError where none of them tells it.
    """
    if year:
        return np.full(count, year, dtype=np.int64)
    field = None if changes is None else changes.attributes.get("NF")
    if changes is not None and field is not None and not np.isnan(field).all():
        wrong = np.flatnonzero(~((field >= 1990) & (field <= 2100)))
        if len(wrong):
            template = translate("LandLedger", "Layer {layer}, feature {feature}: the year (NF) is missing or none.")
            raise InputError(template, layer=changes.name, feature=int(changes.ids[wrong[0]]))
        return field.astype(np.int64)
    if not survey_year:
        raise InputError(
            translate("LandLedger", "Nothing tells the year of the account: fill in the year, or a field NF of the changes.")
        )
    return np.full(count, survey_year, dtype=np.int64)


def matches_of(listed: Columns) -> list[Match]:
    """The lines of a match list (columns of MATCH_FIELDS); InputError for a line without one of its numbers."""
    out, into = (stripped(listed.attributes[name]).tolist() for name in ("OUT_NO", "IN_NO"))
    found = []
    for number, (spot, patch) in enumerate(zip(out, into), 1):
        if not spot or not patch:
            template = translate("LandLedger", "Match list {layer}, line {line}: {field} is empty.")
            raise InputError(template, layer=listed.name, line=number, field="IN_NO" if spot else "OUT_NO")
        found.append(Match(clean_code(spot), clean_code(patch), number))
    return found
