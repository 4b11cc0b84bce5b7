"""The sheets that need layers: T07 occupied land by class, T27 of the same projects with what the ledger has booked for them,
T08 prime farmland; held against one another and against the sheets of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...area import Area
from ...errors import InputError
from ...occupation.inputs_sheet import RunFacts, inputs_table as occupation_inputs
from ...occupation.model import Occupation
from ...occupation.pieces import piece_columns
from ...occupation.report import report_of
from ...sentence import Sentence, sentence, translate
from ...workbook import FilledForm, FilledTable, Identity, Row, compact, identities_of
from ..broken_rules import Problem, Severity
from ..indicators import NOTHING
from ..lots import Lot
from ..prime.model import Audit
from ..prime.report import audit_report, inputs_table as audit_inputs
from ..requisition.demand_of import DemandFacts, Demands
from ..requisition.matching import needed
from ..requisition.model import Draw, Matching, Settlement, keyed
from ..requisition.report import FORM_COLUMNS, INDICATORS, form_identities, grade_facts, lines_of_pages
from ..requisition.tables import Booking, Sheets
from .checks import Number, sums_by, total_cell
from .job import FAMILIES, FarmlandJob
from .links import Link, LinkState
from .settling import Standing
from .tables import UNKNOWN

LAYER_FAMILIES = ("T07", "T27", "T08")
"""Names of FAMILIES that need layers."""

_OCCUPIED_LAYERS = translate("LandLedger", "footprints with their number, and the land survey")
_PRIME_LAYERS = translate("LandLedger", "footprints, supplement blocks, the land survey and permanent basic farmland")

_NOTICE = "occupation"


@dataclass(frozen=True)
class Occupied:
    """Red lines over the survey: the cut, the projects it makes with how they were counted, what the floor above knows."""

    result: Occupation
    demands: Demands
    demanded: DemandFacts
    facts: RunFacts = field(default_factory=RunFacts)


@dataclass(frozen=True)
class Prime:
    """The audit of prime farmland, and what the floor above knows of it."""

    result: Audit
    facts: RunFacts = field(default_factory=RunFacts)


@dataclass(frozen=True)
class Ground:
    """What layers say; None where they were not given."""

    occupied: Occupied | None = None
    prime: Prime | None = None

    def has(self, family: str) -> bool:
        """Whether a table can be made of what was given."""
        return (self.prime if family == "T08" else self.occupied) is not None


NO_GROUND = Ground()


def require_ground(ground: Ground, asked: Collection[str]) -> None:
    """InputError for a table that was asked for by name and needs layers which are not there."""
    for family in LAYER_FAMILIES:
        if family in asked and not ground.has(family):
            template = translate("LandLedger", "The table {table} needs layers: {layers}. Choose them, or leave the table out.")
            layers = _PRIME_LAYERS if family == "T08" else _OCCUPIED_LAYERS
            raise InputError(template, table=family, layers=sentence(layers))


@dataclass(frozen=True)
class GroundSheets:
    """Sheets in their order, identities, rows for the inputs sheet, findings."""

    tables: Sequence[FilledTable | FilledForm] = ()
    identities: Sequence[Identity] = ()
    inputs: Sequence[Row] = ()
    problems: Sequence[Problem] = ()


def class_sheets(occupied: Occupied, job: FarmlandJob) -> GroundSheets:
    """T07 with all checks of an occupation run."""
    result = occupied.result
    report = report_of(result, piece_columns(result), occupied.facts, job.name, job.folder, FAMILIES["T07"])
    tables = [table for table in report.tables if table.layout.id in FAMILIES["T07"]]
    inputs = [*occupation_inputs(result, occupied.facts, job.folder).rows, *grade_facts(occupied.demanded)]
    problems = [
        Problem(notice.field or _NOTICE, Severity.WARNING, notice.about, notice.text, notice.area)
        for notice in occupied.demands.findings
    ]
    return GroundSheets(tables, report.identities, inputs, problems)


def form_sheets(
    occupied: Occupied,
    job: FarmlandJob,
    standings: Sequence[Standing],
    lots: Sequence[Lot],
    projects: FilledTable | None,
    regions: Mapping[str, str],
) -> GroundSheets:
    """T27 of the projects of the red lines: what they occupy by the layers, what the ledger has drawn and frozen of accepted
    lots (B) and promised of running ones, held against T06B (`projects`). Nothing is matched."""
    matching = _booked(occupied, standings, lots)
    confirmed = {each.code: "、".join(_numbers(each.links)) for each in standings}
    sheets = Sheets(matching, Booking(confirmations=confirmed), name=job.name, folder=job.folder, regions=regions)
    kinds = dict.fromkeys(each.demand.kind for each in matching.settlements)
    forms = [sheets.form(kind) for kind in sorted(kinds, key=lambda kind: kind.value)]
    identities = [identity for form in forms for identity in compact(identities_of(form))]
    identities += compact(form_identities(forms))
    return GroundSheets(forms, [*identities, *compact(_as_booked(forms, projects))])


def _numbers(links: Sequence[Link]) -> list[str]:
    return list(dict.fromkeys(link.confirmation for link in links if link.confirmation))


def _booked(occupied: Occupied, standings: Sequence[Standing], lots: Sequence[Lot]) -> Matching:
    """What stands in the ledger, as a matching: settlements of the projects of the red lines."""
    policy = occupied.demanded.policy
    by_code, by_lot = {each.code: each for each in standings}, keyed(lots)
    keys = {(lot.region, lot.code): key for key, lot in by_lot.items()}
    settlements, draws = [], []
    for demand in occupied.demands.demands:
        standing = by_code.get(demand.code)
        drawn = NOTHING if standing is None else standing.drawn.plus(standing.frozen)
        promised = NOTHING if standing is None else standing.counted_promises
        settlements.append(
            Settlement(demand, policy.regime_of(demand.effective), needed(demand, policy), drawn, promised)
        )
        for link in standing.links if standing is not None else ():
            lot = keys.get((link.holder, link.lot), link.lot)
            draws.append(Draw(demand.code, lot, link.amounts, link.state is LinkState.PROMISED))
    return Matching(settlements, draws, by_lot, ())


def _as_booked(forms: Sequence[FilledForm], projects: FilledTable | None) -> Iterator[Identity]:
    """T27 against T06B, project by project, of those that the ledger has."""
    if projects is None:
        return
    supplied = sentence(translate("LandLedger", "T27 supplied (B) = T06B drawn and frozen"))
    occupied = sentence(translate("LandLedger", "T27 occupied (Z) = T06B occupied, as registered"))
    known = {str(row.value("PRJ_ID")): row.value("WAY") != UNKNOWN for row in projects.rows if row.value("PRJ_ID") is not None}
    for key, title in INDICATORS:
        need, drawn, frozen = (sums_by(projects, ("PRJ_ID",), f"{letter}_{key}") for letter in "ZDF")
        for code, lines in lines_of_pages(forms):
            if code not in known:
                continue
            column, where, place = FORM_COLUMNS[key], f"{code} {title}", (code,)
            booked = drawn[place] + frozen[place]  # type: ignore[operator]
            yield _identity(supplied, where, lines["B"].value(column), booked)
            if known[code]:
                yield _identity(occupied, where, lines["Z"].value(column), need[place])


def _identity(name: Sentence, where: str, printed: object, amount: Number) -> Identity:
    return Identity(name, where, printed, amount, unit="" if isinstance(amount, Area) else "公斤")  # type: ignore[arg-type]


def class_and_form_identities(
    occupied: Occupied, classes: Sequence[FilledTable | FilledForm], forms: Sequence[FilledTable | FilledForm]
) -> list[Identity]:
    """T07's cultivated and adjustable land against what all pages of T27 occupy; ground that several projects take is in T07
    once, and what rules leave out is in T07 alone."""
    table = next(each for each in classes if isinstance(each, FilledTable) and each.layout.id == "T07")
    pages = lines_of_pages(form for form in forms if isinstance(form, FilledForm))
    areas = [lines["Z"].value("M") for _, lines in pages]
    taken = Area.total(area for area in areas if isinstance(area, Area))
    cells = [total_cell(table, key) for key in ("GD", "K")]
    left = Area.total(cell for cell in cells if isinstance(cell, Area))
    name = translate(
        "LandLedger", "T07 cultivated and adjustable land + shared by projects = T27 occupied + not counted by rule"
    )
    demands = occupied.demands
    return [Identity(sentence(name), "耕地数量", left + demands.shared, taken + demands.left_out)]


def prime_sheets(prime: Prime, job: FarmlandJob) -> GroundSheets:
    """T08 with conclusions, blocks and reasons, and all checks of the audit."""
    report = audit_report(prime.result, prime.facts, job.name, job.folder)
    tables = [table for table in report.tables if table.layout.id in FAMILIES["T08"]]
    return GroundSheets(tables, report.identities, list(audit_inputs(prime.result, prime.facts, job.folder).rows))


def without_twice(rows: Sequence[Row]) -> list[Row]:
    """The rows of an inputs sheet, what several parts say alike once."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(repr(sorted((key, str(value)) for key, value in row.values.items())), row)
    return list(found.values())

