"""Flows of two surveys: mended, of one class table, laid over one another, each piece with what both surveys say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

import numpy as np

from ...area import Area
from ...columns import Columns
from ...errors import InputError
from ...occupation.findings import feature_names
from ...occupation.mending import mend
from ...occupation.model import Finding, FindingKind
from ...progress import Progress, no_progress, part_of
from ...rules import Rules, load_rules
from ...sentence import Sentence, sentence, translate
from ...survey.apportion import Measure, apportion_ridges
from ...survey.classes import CodeTable, clean_codes, factorised
from ...survey.identifiers import IDENTIFIER, doubtful_identifiers
from ...survey.registered import measured_instead, require_areas
from ...survey.ridges import Ridges, ridge_units, ridges
from ...survey.schema import SURVEY_FIELDS, Field, GradeSystem, require, village_codes, year_of
from .classes import require_same_table
from .cutting import NOBODY
from .model import NO_CODE, UNIT, Flows, Source
from .overlay import Overlaid, Survey, overlay

_READ = (
    *("BSM", "DLBM", "DLMC", "ZLDWDM", "ZLDWMC", "TBMJ", "KCXS", "KCMJ", "TBDLMJ", "GDLX", "GDPDJB", "GDDB", "TBXHDM"),
    *("ZZSXDM", "SJNF", "CZCSXM"),
)
TRANSITION_FIELDS: tuple[Field, ...] = require(
    tuple(field for field in SURVEY_FIELDS if field.name in _READ), "ZLDWDM", "TBMJ"
)
"""What is read of either survey."""


class Year(Enum):
    """One of the two surveys; the value is the option's name."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class TransitionJob:
    """The choices of a run: class table, rules, how areas are measured, whose registered areas the pieces add up to, and
    whether the years are right although they look swapped."""

    table: CodeTable
    measure: Measure
    rules: Rules = field(default_factory=load_rules)
    master: Year = Year.BEFORE
    years_as_given: bool = False
    grades: GradeSystem = GradeSystem.NATIONAL15


@dataclass(frozen=True)
class Compared:
    """Two surveys compared: their flows, the surveys as mended, how the overlay came about, what somebody has to know.

    `years` are those of the surveys, 0 where nothing tells one.
    """

    flows: Flows
    before: Columns
    after: Columns
    overlaid: Overlaid
    job: TransitionJob
    years: tuple[int, int]
    findings: tuple[Finding, ...] = ()
    told: tuple[Sentence, ...] = ()

    def registered(self, year: Year) -> np.ndarray:
        """Registered areas of the parcels of a survey, int64 (n,) of 0.01 m²."""
        return self.overlaid.master_units if year is self.job.master else self.overlaid.other_units


def compare_surveys(before: Columns, after: Columns, job: TransitionJob, progress: Progress = no_progress) -> Compared:
    """Lay `after` over `before`, columns of TRANSITION_FIELDS in one plane.

    InputError: a survey of another class table, swapped years, areas that are none, surveys of two places.
    """
    told = [*require_same_table(before, job.table, job.rules), *require_same_table(after, job.table, job.rules)]
    years = survey_year(before), survey_year(after)
    told += require_order(before, after, years, job.years_as_given)
    findings = identifier_findings(before) + identifier_findings(after)
    before, after = mend(before, findings), mend(after, findings)
    progress(0.15)
    first, second = (before, after) if job.master is Year.BEFORE else (after, before)
    overlaid = overlay(_survey(first), _survey(second), job.measure, _most(job.rules), part_of(progress, 0.15, 0.7))
    findings += unregistered_findings(first, np.flatnonzero(overlaid.master_measured))
    findings += unregistered_findings(second, np.flatnonzero(overlaid.other_measured))
    wholes = ((first, overlaid.alike.rest_before, overlaid.master_whole, overlaid.master_units),
              (second, overlaid.alike.rest_after, overlaid.other_whole, overlaid.other_units))  # fmt: skip
    for columns, rest, whole, units in wholes:
        findings += [
            *_far_from_registered(columns, rest, whole, units, job.rules),
            *_unknown_classes(columns, units, job.table),
        ]
    findings += _large_ridges(first, overlaid.master_units, job) + _large_ridges(second, overlaid.other_units, job)
    flows = _flows(before, after, overlaid, job)
    _require_common_ground(before, after, flows)
    progress(1.0)
    return Compared(flows, before, after, overlaid, job, years, tuple(findings), tuple(told))


def _require_common_ground(before: Columns, after: Columns, flows: Flows) -> None:
    """InputError for two surveys of different places."""
    if not flows.covered.any():
        template = translate(
            "LandLedger", "The surveys {before} and {after} have no ground in common: check that both are of the same place."
        )
        raise InputError(template, before=before.name, after=after.name)


def _most(rules: Rules) -> int:
    """By how much (0.01 m²) a piece may change so that both years add up; 0 where the rule says that one year is enough."""
    wanted = rules.get("transition_balance_both").text() == "1"
    return int(rules.number("transition_balance_most_m2") * 100) if wanted else 0


def _survey(columns: Columns) -> Survey:
    return Survey(columns.geometry, require_areas(columns, "TBMJ"), columns.attributes.get("BSM"))


def survey_year(columns: Columns) -> int:
    """The year of a survey: the latest SJNF of its parcels, else one in its name or that of its file, else 0."""
    years = columns.attributes.get("SJNF")
    known = np.empty(0) if years is None else years[(years >= 1990) & (years <= 2100)]
    return int(known.max()) if len(known) else year_of(columns.name) or year_of(Path(columns.source).stem)


def require_order(before: Columns, after: Columns, years: tuple[int, int], as_given: bool) -> list[Sentence]:
    """InputError when the survey given as the earlier one is the later one, unless the years are right `as_given`."""
    places = {"before": before.name, "one": years[0], "after": after.name, "other": years[1]}
    if 0 in years or years[0] < years[1]:
        return []
    if years[0] > years[1] and not as_given:
        raise InputError(
            translate(
                "LandLedger",
                "The survey given as the earlier one, {before}, is of {one}, the later one, {after}, of {other}: the years "
                "are swapped. Exchange the layers, or say that they are right as given.",
            ),
            **places,
        )
    if years[0] > years[1]:
        return [
            sentence(
                translate(
                    "LandLedger",
                    "{before} ({one}) was taken as the earlier survey, {after} ({other}) as "
                    "the later one, as was said.",
                ),
                **places,
            )
        ]
    return [sentence(translate("LandLedger", "Both surveys, {before} and {after}, are of {one}."), **places)]


def unregistered_findings(columns: Columns, rows: np.ndarray) -> list[Finding]:
    """One finding for all parcels of a survey that have no registered area, the `rows` of which were measured."""
    if not len(rows):
        return []
    text = measured_instead(len(rows), int(columns.ids[rows[0]]))
    return [Finding(FindingKind.NO_MASTER, columns.name, str(columns.ids[rows[0]]), "TBMJ", text)]


def identifier_findings(columns: Columns) -> list[Finding]:
    """Parcels of a survey without an identifier of their own."""
    return [
        Finding(FindingKind.IDENTIFIER, columns.name, each.feature, IDENTIFIER, each.text)
        for each in doubtful_identifiers(columns)
    ]


def _far_from_registered(
    columns: Columns, rest: np.ndarray, whole: np.ndarray, units: np.ndarray, rules: Rules
) -> Iterator[Finding]:
    """Parcels that were cut and whose registered area is far from what is drawn: their pieces are stretched by as much."""
    most = float(rules.number("adjustment_factor_tolerance"))
    registered = units[rest] / 100
    with np.errstate(invalid="ignore", divide="ignore"):
        far = np.flatnonzero((whole > 0) & (np.abs(registered / whole - 1) > most))
    for name, place in zip(feature_names(columns.take(rest[far]), "BSM"), far.tolist()):
        text = sentence(
            translate(
                "LandLedger", "Registered {registered:.2f} m², measured {measured:.2f} m²: they differ by {part:.2f} ‰."
            ),
            registered=float(registered[place]),
            measured=float(whole[place]),
            part=float(registered[place] / whole[place] - 1) * 1000,
        )
        yield Finding(
            FindingKind.FAR_FROM_MASTER, columns.name, name, "TBMJ", text, None, None, float(registered[place])
        )


def _unknown_classes(columns: Columns, units: np.ndarray, table: CodeTable) -> Iterator[Finding]:
    """Codes that the class table does not know: their ground stands under a class of its own."""
    distinct, place = factorised(columns.attributes["DLBM"])
    counts, sums = np.bincount(place, minlength=len(distinct)), np.zeros(len(distinct), dtype=np.int64)
    np.add.at(sums, place, units)
    for code, count, area in sorted(zip(distinct, counts.tolist(), sums.tolist())):
        if not table.known(code):
            text = translate("LandLedger", "{count} parcels have the code {code}, which the class table does not know.")
            if not code:
                text = translate("LandLedger", "{count} parcels have no class code.")
            said, kind = sentence(text, count=count, code=code), FindingKind.UNKNOWN_CLASS
            yield Finding(kind, columns.name, "", "DLBM", said, Area.from_units(area, UNIT))


def _large_ridges(columns: Columns, registered: np.ndarray, job: TransitionJob) -> list[Finding]:
    """Cultivated parcels whose registered ridge is larger than they are: nothing is taken off."""
    found = survey_ridges(columns, job.table, job.rules)
    if found is None:
        return []
    text = sentence(translate("LandLedger", "KCMJ is larger than TBMJ; nothing is taken off."))
    rows = np.flatnonzero(found.registered_rows & (found.units > registered))
    return [Finding(FindingKind.NO_RIDGE, columns.name, str(columns.ids[row]), "KCMJ", text) for row in rows]


def _flows(before: Columns, after: Columns, overlaid: Overlaid, job: TransitionJob) -> Flows:
    pieces = overlaid.pieces
    swapped = job.master is Year.AFTER
    rows = (pieces.other, pieces.master) if swapped else (pieces.master, pieces.other)
    masters = (
        (overlaid.other_units, overlaid.master_units) if swapped else (overlaid.master_units, overlaid.other_units)
    )
    sides = [
        _Side.of(columns, row, pieces.units, registered, job)
        for columns, row, registered in zip((before, after), rows, masters)
    ]
    one, other = sides
    return Flows(
        village=np.where(rows[0] == NOBODY, other.village, one.village),
        village_after=np.where(rows[1] == NOBODY, one.village, other.village),
        before=one.code,
        after=other.code,
        units=pieces.units,
        net_before=one.net,
        net_after=other.net,
        cultivated_before=one.cultivated,
        cultivated_after=other.cultivated,
        paddy_before=one.paddy,
        paddy_after=other.paddy,
        grade_before=one.grade,
        grade_after=other.grade,
        slope_before=one.texts["GDPDJB"],
        slope_after=other.texts["GDPDJB"],
        restoring_before=one.texts["TBXHDM"],
        restoring_after=other.texts["TBXHDM"],
        planting_before=one.texts["ZZSXDM"],
        planting_after=other.texts["ZZSXDM"],
        rule=empty_texts(len(pieces.units)),
        before_id=one.texts["BSM"],
        after_id=other.texts["BSM"],
        before_row=rows[0],
        after_row=rows[1],
        source=Source.OVERLAY,
        grades=job.grades,
        geometry=pieces.geometry,
    )


def empty_texts(count: int) -> np.ndarray:
    """object (n,) of ''."""
    return np.full(count, "", dtype=object)


@dataclass(frozen=True)
class _Side:
    """What one survey says of the pieces, arrays (k,)."""

    code: np.ndarray
    village: np.ndarray
    net: np.ndarray
    cultivated: np.ndarray
    paddy: np.ndarray
    grade: np.ndarray
    texts: Mapping[str, np.ndarray]

    @staticmethod
    def of(columns: Columns, row: np.ndarray, units: np.ndarray, registered: np.ndarray, job: TransitionJob) -> _Side:
        known = row != NOBODY
        distinct, place = factorised(columns.attributes["DLBM"])
        codes = _picked(np.array([*distinct, ""], dtype=object)[place] if len(place) else place, row, "")
        cultivated = job.table.cultivated_rows(codes) & known
        grade = np.full(len(row), np.nan)
        if "GDDB" in columns.attributes:
            grade[cultivated] = columns.attributes["GDDB"][row[cultivated]]
        # A parcel without a code is no uncovered ground.
        codes[known & (codes == "")] = NO_CODE
        ridge = _ridge_shares(columns, row, units, registered, job)
        texts = {name: _picked(_cleaned(columns, name), row, "") for name in ("BSM", "GDPDJB", "TBXHDM", "ZZSXDM")}
        village = _picked(village_codes(columns.attributes["ZLDWDM"])["village"], row, "")
        net = np.where(cultivated, units - ridge, 0)
        return _Side(codes, village, net, cultivated, job.table.paddy_rows(codes) & known, grade, texts)


def _picked(values: np.ndarray, row: np.ndarray, nothing: object) -> np.ndarray:
    """The values of the parcels at `row`, `nothing` where there is none."""
    padded = np.empty(len(values) + 1, dtype=object)
    padded[:-1], padded[-1] = values, nothing
    found: np.ndarray = padded[row]  # NOBODY is the last one
    return found


def _cleaned(columns: Columns, name: str) -> np.ndarray:
    values = columns.attributes.get(name)
    return empty_texts(len(columns)) if values is None else clean_codes(values)


def _ridge_shares(
    columns: Columns, row: np.ndarray, units: np.ndarray, registered: np.ndarray, job: TransitionJob
) -> np.ndarray:
    """Field ridge of each piece, int64 (k,): KCMJ of a parcel shared out to its pieces by the largest remainder."""
    shares = np.zeros(len(row), dtype=np.int64)
    found = survey_ridges(columns, job.table, job.rules)
    if found is None:
        return shares
    ridge = np.where(found.registered_rows, found.units, ridge_units(registered, found.millionths))
    ridge[ridge > registered] = 0  # as the class summary has it; `_large_ridges` tells it
    mine = np.flatnonzero(row != NOBODY)
    mine = mine[ridge[row[mine]] > 0]
    parcel = row[mine]
    alone = (np.bincount(parcel, minlength=len(columns)) == 1)[parcel]
    shares[mine[alone]] = np.minimum(ridge[parcel[alone]], units[mine[alone]])
    shared = mine[~alone]
    if len(shared):
        parcels, group = np.unique(row[shared], return_inverse=True)
        coefficient = found.millionths[row[shared]]
        shares[shared] = apportion_ridges(units[shared], coefficient, group, shared, ridge[parcels])
    return shares


def survey_ridges(columns: Columns, table: CodeTable, rules: Rules) -> Ridges | None:
    """The field ridges of a survey; None where the class table has no place for them."""
    return ridges(columns, table, rules) if table.version.startswith("sandiao") else None


def with_rule(flows: Flows, rule: np.ndarray) -> Flows:
    """The same flows with the noise rule of each piece."""
    return replace(flows, rule=rule)
