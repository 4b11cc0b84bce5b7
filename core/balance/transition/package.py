"""Flows of the yearly change package: areas as delivered (TBBGMJ), classes as delivered (BGQ*, BGH*), nothing re-measured.

The update-process layer (更新过程图层, DLTBGXGC) has a row for each piece of a parcel before that became one of a parcel
after; the update layer (更新图层, DLTBGX) has the parcels after. What the package does not touch comes from a survey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ...columns import Columns, by_value
from ...errors import InputError
from ...occupation.mending import mend
from ...occupation.model import Finding
from ...rounding import units_half_up
from ...sentence import Sentence, sentence, translate
from ...survey.classes import CodeTable, clean_code, factorised
from ...survey.identifiers import identifiers, require_all_identified, rows_by_identifier
from ...survey.registered import area_units, unregistered
from ...survey.ridges import computed_ridges
from ...survey.schema import Field, GradeSystem, Kind, require, village_codes
from .classes import require_same_table
from .model import NO_CODE, UNIT, Flows, Source
from .surveys import TransitionJob, empty_texts, identifier_findings, survey_ridges, unregistered_findings

_SIDE_TEXTS = ("TBBSM", "DLBM", "DLMC", "ZLDWDM", "ZLDWMC", "GDLX", "GDPDJB", "TBXHDM", "ZZSXDM")
_SIDE_NUMBERS = ("KCXS", "KCMJ", "TBDLMJ", "GDDB")
BEFORE, AFTER = "BGQ", "BGH"
"""Prefixes of the fields of a parcel before and after (变更前, 变更后)."""

PROCESS_FIELDS: tuple[Field, ...] = require(
    (
        *(Field(prefix + name) for prefix in (BEFORE, AFTER) for name in _SIDE_TEXTS),
        *(Field(prefix + name, Kind.NUMBER) for prefix in (BEFORE, AFTER) for name in _SIDE_NUMBERS),
        Field("BGXW"),
        Field("TBBGMJ", Kind.NUMBER),
    ),
    "BGQTBBSM", "BGHTBBSM", "BGQDLBM", "BGHDLBM", "TBBGMJ",
)  # fmt: skip
"""What is read of the update-process layer."""

UPDATE_FIELDS: tuple[Field, ...] = require((Field("BSM"), Field("DLBM"), Field("TBMJ", Kind.NUMBER)), "BSM", "TBMJ")
"""What is read of the update layer."""


@dataclass(frozen=True)
class ParcelSum:
    """What the pieces of one parcel add up to, 0.01 m²: `pieces`, and `registered` (None where no layer tells it)."""

    number: str
    pieces: int
    registered: int | None


@dataclass(frozen=True)
class Delivered:
    """The flows of a package, those of the ground it does not touch behind them (`untouched` bool (n,)); sums by parcel
    before and after, and how many ridges were taken as delivered or computed from the coefficient; `whole` int64 0.01 m² the
    areas of the parcels of the survey that tells it, None without one."""

    flows: Flows
    process: Columns
    untouched: np.ndarray
    before_sums: Sequence[ParcelSum]
    after_sums: Sequence[ParcelSum]
    acts: dict[str, int]
    findings: tuple[Finding, ...] = ()
    told: tuple[Sentence, ...] = ()
    whole: np.ndarray | None = None


def read_package(
    process: Columns,
    job: TransitionJob,
    update: Columns | None = None,
    before: Columns | None = None,
    after: Columns | None = None,
) -> Delivered:
    """The flows of an update-process layer (columns of PROCESS_FIELDS).

    `update` (UPDATE_FIELDS) or `after` tells TBMJ after, `before` that before; with one of the surveys the ground without
    a change is there, too, as it stands in that survey. InputError: a code of another class table, a piece without area.
    """
    _require_places(process)
    told = list(_require_table(process, job))
    units = _areas(process)
    # With both surveys their comparison tells it.
    told_here = [layer for layer in (update, *([before, after] if before is None or after is None else [])) if layer is not None]
    findings = [found for layer in told_here for found in identifier_findings(layer)]
    sides = [_Side.of(process, prefix, units, job.table) for prefix in (BEFORE, AFTER)]
    places = [rows_by_identifier(survey, side.number.tolist()) for survey, side in zip((before, after), sides)]
    touched = _flows(process, sides, units, places, job.grades)
    rest = _untouched(touched, before, after, job)
    findings += rest.findings if before is None or after is None else []
    told += rest.told
    for side, name in zip(sides, ("BGQKCMJ", "BGHKCMJ")):
        if side.computed:
            template = translate(
                "LandLedger",
                "Layer {layer}: {count} pieces have no {field} of their own; their ridge is TBBGMJ × coefficient, rounded.",
            )
            told.append(sentence(template, layer=process.name, count=side.computed, field=name))
    mended = process if shapely.is_missing(process.geometry).all() else mend(process, findings)
    shapes = dict(zip(mended.ids.tolist(), mended.geometry.tolist()))
    touched.geometry[:] = [shapes.get(number) for number in process.ids.tolist()]  # type: ignore[index]
    flows = touched if rest.flows is None else _together(touched, rest.flows)
    untouched = np.arange(len(flows)) >= len(touched)
    acts = process.attributes.get("BGXW", empty_texts(len(process)))
    names, counts = np.unique(by_value(acts, clean_code).astype(str), return_counts=True)
    return Delivered(
        flows,
        process,
        untouched,
        _sums(touched.before_id, units, before, None),
        _sums(touched.after_id, units, after, update),
        dict(zip(names.tolist(), counts.tolist())),
        tuple(findings),
        tuple(told),
        rest.whole,
    )


def _require_places(process: Columns) -> None:
    """InputError where neither side tells in which village a change is."""
    if not {BEFORE + "ZLDWDM", AFTER + "ZLDWDM"} & set(process.attributes):
        template = translate(
            "LandLedger", "Layer {layer} has neither BGQZLDWDM nor BGHZLDWDM: it does not tell where the changes are."
        )
        raise InputError(template, layer=process.name)


def _require_table(process: Columns, job: TransitionJob) -> tuple[Sentence, ...]:
    """Both sides in the class table of the run."""
    told: list[Sentence] = []
    for prefix in (BEFORE, AFTER):
        codes = process.attributes[prefix + "DLBM"]
        given = np.flatnonzero(by_value(codes, clean_code) != "")
        if len(given):
            side = process.take(given)
            attributes = {"DLBM": side.attributes[prefix + "DLBM"]}
            if prefix + "DLMC" in side.attributes:
                attributes["DLMC"] = side.attributes[prefix + "DLMC"]
            told += require_same_table(Columns(process.name, side.ids, side.geometry, attributes), job.table, job.rules)
    return tuple(told)


def _areas(process: Columns) -> np.ndarray:
    return area_units(process, "TBBGMJ", missing_allowed=False)[0]


@dataclass(frozen=True)
class _Side:
    """The parcel before or after of each piece, arrays (n,); `computed` ridges were not delivered."""

    number: np.ndarray
    code: np.ndarray
    village: np.ndarray
    cultivated: np.ndarray
    paddy: np.ndarray
    net: np.ndarray
    grade: np.ndarray
    slope: np.ndarray
    restoring: np.ndarray
    planting: np.ndarray
    computed: int

    @staticmethod
    def of(process: Columns, prefix: str, units: np.ndarray, table: CodeTable) -> _Side:
        def text(name: str) -> np.ndarray:
            values = process.attributes.get(prefix + name)
            return empty_texts(len(process)) if values is None else by_value(values, clean_code)

        number, code = text("TBBSM"), text("DLBM")
        # A parcel that has a number and no class is there all the same; without both there was none.
        code[(code == "") & (number != "")] = NO_CODE
        cultivated = table.cultivated_rows(code)
        ridge, computed = _ridge(process, prefix, units, cultivated & table.version.startswith("sandiao"))
        grade = np.full(len(process), np.nan)
        if prefix + "GDDB" in process.attributes:
            grade[cultivated] = process.attributes[prefix + "GDDB"][cultivated]
        return _Side(
            number, code, village_codes(text("ZLDWDM"))["village"], cultivated, table.paddy_rows(code),
            np.where(cultivated, units - ridge, 0), grade, text("GDPDJB"), text("TBXHDM"), text("ZZSXDM"), computed,
        )  # fmt: skip


def _ridge(process: Columns, prefix: str, units: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, int]:
    """Ridges int64 (n,): KCMJ of the piece as delivered; where that is the whole parcel's (KCMJ + TBDLMJ is not TBBGMJ), or
    is missing, TBBGMJ × KCXS. And how many were computed."""

    def number(name: str) -> np.ndarray:
        return process.attributes.get(prefix + name, np.full(len(process), np.nan))

    deducted, net = number("KCMJ"), number("TBDLMJ")
    own = units_half_up(np.where(deducted >= 0, deducted, 0.0), UNIT)
    left = units_half_up(np.where(net >= 0, net, 0.0), UNIT)
    delivered = (deducted >= 0) & (own <= units) & (np.isnan(net) | (np.abs(own + left - units) <= 1))
    computed = rows & ~delivered & (np.nan_to_num(number("KCXS")) > 0)
    coefficient = np.clip(np.nan_to_num(number("KCXS")), 0.0, 1.0)
    ridge = np.where(delivered, own, np.where(computed, computed_ridges(units / 100, coefficient), 0))
    return np.where(rows, ridge, 0), int(computed.sum())


def _flows(
    process: Columns, sides: Sequence[_Side], units: np.ndarray, places: Sequence[dict[str, int]], grades: GradeSystem
) -> Flows:
    one, other = sides
    rows = [
        np.array([place.get(number, -1) for number in side.number.tolist()], dtype=np.int64)
        for side, place in zip(sides, places)
    ]
    return Flows(
        village=np.where(one.village == "", other.village, one.village),
        village_after=np.where(other.village == "", one.village, other.village),
        before=one.code,
        after=other.code,
        units=units,
        net_before=one.net,
        net_after=other.net,
        cultivated_before=one.cultivated,
        cultivated_after=other.cultivated,
        paddy_before=one.paddy,
        paddy_after=other.paddy,
        grade_before=one.grade,
        grade_after=other.grade,
        slope_before=one.slope,
        slope_after=other.slope,
        restoring_before=one.restoring,
        restoring_after=other.restoring,
        planting_before=one.planting,
        planting_after=other.planting,
        rule=empty_texts(len(units)),
        before_id=one.number,
        after_id=other.number,
        before_row=rows[0],
        after_row=rows[1],
        source=Source.PACKAGE,
        grades=grades,
        geometry=np.full(len(units), None, dtype=object),
    )


def _sums(numbers: np.ndarray, units: np.ndarray, survey: Columns | None, update: Columns | None) -> list[ParcelSum]:
    """Sums by parcel; the update layer, where given, is what they are held against, else the survey."""
    distinct, place = factorised(numbers)
    sums = np.zeros(len(distinct), dtype=np.int64)
    np.add.at(sums, place, units)
    layer = update if update is not None else survey
    registered: dict[str, int | None] = {}
    if layer is not None and "BSM" in layer.attributes:
        areas = layer.attributes["TBMJ"]
        known = units_half_up(np.where(areas >= 0, areas, 0.0), UNIT).tolist()
        listed = by_value(layer.attributes["BSM"], clean_code).tolist()
        registered = {
            number: area if given >= 0 else None for number, area, given in zip(listed, known, areas.tolist())
        }
    found = [
        ParcelSum(number, int(total), registered.pop(number, None)) for number, total in zip(distinct, sums) if number
    ]
    if update is not None:
        # A parcel of the update layer that no piece became is a fault of the package.
        found += [ParcelSum(number, 0, area) for number, area in registered.items() if number]
    return found


@dataclass(frozen=True)
class _Rest:
    """What of a survey a package does not touch, None without a survey; areas of all its parcels; what is to be told."""

    flows: Flows | None = None
    whole: np.ndarray | None = None
    told: Sequence[Sentence] = ()
    findings: Sequence[Finding] = ()


def _untouched(
    touched: Flows, before: Columns | None, after: Columns | None, job: TransitionJob
) -> _Rest:
    """What of a survey the package does not touch, as flows without a change. InputError where a parcel without an identifier
    may be one that the package names."""
    survey = before if before is not None else after
    numbers = None if survey is None else identifiers(survey)
    if survey is None or numbers is None:
        return _Rest()
    told = list(require_same_table(survey, job.table, job.rules))
    whole, findings = _whole_parcels(survey, job)
    mine = touched.before_id if before is not None else touched.after_id
    distinct, place = factorised(mine)
    require_all_identified(survey, distinct)
    taken = np.zeros(len(distinct), dtype=np.int64)
    np.add.at(taken, place, touched.units)
    used = dict(zip(distinct, taken.tolist()))
    used.pop("", None)
    left: np.ndarray = whole - np.array([used.get(number, 0) for number in numbers.tolist()], dtype=np.int64)
    rows = np.flatnonzero(left > 0)
    listed = set(numbers.tolist())
    missing = sum(number not in listed for number in distinct if number)
    if missing:
        template = translate("LandLedger", "{count} parcels of the package are not in layer {layer}.")
        told.append(sentence(template, count=missing, layer=survey.name))
    flows = _as_they_are(survey.take(rows), rows, left[rows], whole[rows], numbers[rows], before is not None, job)
    return _Rest(flows, whole, told, findings)


def _whole_parcels(survey: Columns, job: TransitionJob) -> tuple[np.ndarray, list[Finding]]:
    """Areas of the parcels, int64 (n,) of 0.01 m²: registered, of those without one measured; and what is to be told of these."""
    whole = area_units(survey, "TBMJ")[0]
    missing = np.flatnonzero(unregistered(survey.attributes["TBMJ"]))
    findings: list[Finding] = []
    if len(missing):
        place = {number: row for row, number in zip(missing.tolist(), survey.ids[missing].tolist())}
        drawn = mend(survey.take(missing), findings)
        rows = [place[number] for number in drawn.ids.tolist()]
        whole[rows] = units_half_up(job.measure(drawn.geometry), UNIT)
        findings += unregistered_findings(survey, missing)
    return whole, findings


def _as_they_are(
    survey: Columns,
    rows: np.ndarray,
    units: np.ndarray,
    whole: np.ndarray,
    numbers: np.ndarray,
    is_before: bool,
    job: TransitionJob,
) -> Flows:
    """Parcels, or what is left of them, that are the same in both years."""

    def text(name: str) -> np.ndarray:
        values = survey.attributes.get(name)
        return empty_texts(len(survey)) if values is None else by_value(values, clean_code)

    code = text("DLBM")
    code[code == ""] = NO_CODE
    cultivated, paddy = job.table.cultivated_rows(code), job.table.paddy_rows(code)
    found = survey_ridges(survey, job.table, job.rules)
    ridge = np.zeros(len(units), dtype=np.int64) if found is None else np.minimum(found.units, units)
    if found is not None:
        part = (units < whole) | unregistered(survey.attributes["TBMJ"])
        ridge[part] = np.minimum(computed_ridges(units[part] / 100, found.coefficient[part]), units[part])
    net = np.where(cultivated, units - ridge, 0)
    grade = np.where(cultivated, survey.attributes.get("GDDB", np.full(len(units), np.nan)), np.nan)
    village = village_codes(text("ZLDWDM"))["village"]
    none = np.full(len(units), -1, dtype=np.int64)
    slope, restoring, planting = text("GDPDJB"), text("TBXHDM"), text("ZZSXDM")
    return Flows(
        village, village, code, code, units, net, net, cultivated, cultivated, paddy, paddy, grade, grade, slope, slope,
        restoring, restoring, planting, planting, empty_texts(len(units)), numbers, numbers, rows if is_before else none,
        none if is_before else rows, Source.PACKAGE, job.grades, np.full(len(units), None, dtype=object),
    )  # fmt: skip


def _together(one: Flows, other: Flows) -> Flows:
    """The pieces of both."""
    columns = {
        name: np.concatenate([column, getattr(other, name)])
        for name, column in vars(one).items()
        if isinstance(column, np.ndarray)
    }
    return Flows(**columns, source=one.source, grades=one.grades)
