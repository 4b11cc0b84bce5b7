"""The workbook of a matching: tables, 勾稽检查, findings, 输入与口径; a draft while one identity does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...area import ZERO, Area
from ...occupation.inputs_sheet import ROLE_TITLES, RunFacts, environment, fact, how_measured
from ...occupation.model import Occupation
from ...occupation.report import Report
from ...rules import Status
from ...sentence import Sentence, sentence, translate
from ...workbook import (
    DisplayUnit,
    FilledForm,
    FilledTable,
    Identity,
    Row,
    RowKind,
    checks_table,
    compact,
    identities_of,
    load_layout,
)
from ..indicators import Indicators
from ..lots import Lot
from ..reserve.table import ReserveSheets
from .choices import Choices
from .demand_of import DemandFacts
from .matching import Task
from .model import Matching, Notice, Outcome
from .tables import Sheets
from .words import SYSTEMS, amounts_said

INDICATORS = (("Q", "数量"), ("W", "水田"), ("P", "粮食产能"))
FORM_COLUMNS = {"Q": "M", "W": "S", "P": "C"}


@dataclass(frozen=True)
class Based:
    """What a run was based on, for the inputs sheet: where projects and lots come from (label, note), facts of the floor
    above, and further rows."""

    demands: tuple[object, object] = ("", "")
    reserve: tuple[object, object] = ("", "")
    facts: RunFacts = field(default_factory=RunFacts)
    rows: Sequence[Row] = ()


def requisition_report(
    task: Task,
    sheets: Sheets,
    based: Based,
    notices: Sequence[Notice] = (),
    reserve: ReserveSheets | None = None,
    lots: Sequence[Lot] | None = None,
) -> Report:
    """All sheets in order, and every identity between them. `reserve` is T05 to go with them; `lots` what the ledger has
    after booking, None where nothing was booked."""
    tables = sheets.tables()
    found = requisition_identities(sheets.matching, tables)
    if reserve is not None:
        found += reserve.identities
        tables = [*tables, *reserve.tables]
    if lots is not None:
        found += compact(booking_identities(sheets.matching, tables, lots))
    checks = checks_table(found, DisplayUnit.MU, load_layout("CHECKS", sheets.folder))
    told = [*notices, *county_notices(task), *matching_notices(sheets.matching)]
    findings = notice_table(told, sheets.folder)
    rows = [*_inputs(task, based), *based.rows, *environment(based.facts)]
    inputs = FilledTable(load_layout("INPUTS", sheets.folder), rows)
    return Report([*tables, checks, findings, inputs], found)


# ------------------------------------------------------------------------------------------------------------ findings


def matching_notices(matching: Matching) -> Iterator[Notice]:
    """What is short and beyond the ceiling by project, what comes from other counties."""
    short = translate("LandLedger", "short: {amounts}")
    over = translate("LandLedger", "beyond the yearly ceiling of its county, not matched")
    for each in matching.settlements:
        said = amounts_said(each.short)
        if said is not None:
            yield Notice(each.demand.code, "", sentence(short, amounts=said))
        if each.beyond is not None:
            yield Notice(each.demand.code, "", sentence(over), each.beyond)
    for draw in matching.draws:
        if draw.other_county:
            text = translate("LandLedger", "draws from lot {lot} of another county, which has to be transferred first: {amounts}")
            yield Notice(draw.project, "", sentence(text, lot=draw.lot, amounts=amounts_said(draw.amounts)))


def county_notices(task: Task) -> Iterator[Notice]:
    """That no lot lies in a county of the projects: then one of both is written otherwise."""
    counties = {demand.region[:6] for demand in task.demands}
    if task.demands and task.lots and counties.isdisjoint(lot.region[:6] for lot in task.lots):
        text = translate("LandLedger", "no lot lies in a county of the projects ({projects} against {lots}); are the codes right?")
        holders = sorted({lot.region for lot in task.lots})
        yield Notice("", "", sentence(text, projects="、".join(sorted(counties)), lots="、".join(holders[:5])))


def notice_table(notices: Iterable[Notice], folder: str | None = None) -> FilledTable:
    """One line a notice."""
    kind = sentence(translate("LandLedger", "requisition–compensation"))
    rows = [
        Row({"KIND": kind, "FEATURE": each.about, "FIELD": each.field, "TEXT": each.text, "AREA": each.area})
        for each in notices
    ]
    odd = any(each.area is not None and each.area.micro_mu % DisplayUnit.SQUARE_METRE.step for each in notices)
    return FilledTable(load_layout("FINDINGS", folder), rows, DisplayUnit.MU if odd else None)


# ---------------------------------------------------------------------------------------------------------- identities


def requisition_identities(matching: Matching, tables: Sequence[FilledTable | FilledForm]) -> list[Identity]:
    """Within each table, then between them, from the cells as they are printed: draws = what the form says is supplied =
    what the stock goes down by; H = B − Z; grade areas = quantity; sums = numbers returned."""
    by_id = {table.layout.id: table for table in tables if isinstance(table, FilledTable)}
    forms = [table for table in tables if isinstance(table, FilledForm)]
    found = [identity for table in tables for identity in compact(identities_of(table))]
    found += compact(form_identities(forms))
    found += compact(_forms_and_draws(forms, by_id["T06"]))
    found += compact(_stock(by_id["T06"], by_id["T06S"]))
    found += compact(_sums(matching, by_id, forms))
    return found


def lines_of_pages(forms: Iterable[FilledForm]) -> Iterator[tuple[str, dict[str, Row]]]:
    """The project of each page (not of the pages of totals) and its lines."""
    for form in forms:
        for page in form.pages:
            if page.fields.get("CODE"):
                yield str(page.fields["CODE"]), {str(row.value("LINE")): row for row in page.rows}


def form_identities(forms: Sequence[FilledForm]) -> Iterator[Identity]:
    """Within the pages of T27."""
    balance = sentence(translate("LandLedger", "T27: H = B − Z"))
    grades = sentence(translate("LandLedger", "T27: areas by grade = quantity"))
    for code, lines in lines_of_pages(forms):
        for key, title in INDICATORS:
            column = FORM_COLUMNS[key]
            supplied, taken, left = (lines[line].value(column) for line in "BZH")
            if left != "-":
                yield _identity(balance, f"{code} {title}", left, _minus(supplied, taken))
        parts = [lines["Z"].value(f"M{grade}") for grade in range(1, 16)]
        areas = [part for part in parts if isinstance(part, Area)]
        if areas:
            yield _identity(grades, code, lines["Z"].value("M"), Area.total(areas))


def _forms_and_draws(forms: Sequence[FilledForm], draws: FilledTable) -> Iterator[Identity]:
    taken = sentence(translate("LandLedger", "T06: draws of the project = T27 supplied (B)"))
    need = sentence(translate("LandLedger", "T06: occupied by the project = T27 occupied (Z)"))
    for key, title in INDICATORS:
        drawn, needed = (_by(draws, "PRJ_ID", f"{prefix}_{key}") for prefix in "DN")
        for code, lines in lines_of_pages(forms):
            column, where = FORM_COLUMNS[key], f"{code} {title}"
            yield _identity(taken, where, drawn[code], lines["B"].value(column))
            yield _identity(need, where, needed[code], lines["Z"].value(column))


def _stock(draws: FilledTable, stock: FilledTable) -> Iterator[Identity]:
    name = sentence(translate("LandLedger", "T06: draws from the lot = decrease of the lot"))
    for key, title in INDICATORS:
        drawn = _by(draws, "R_ID", f"D_{key}")
        before, left = (_by(stock, "R_ID", f"{prefix}_{key}") for prefix in "AL")
        for lot, amount in before.items():
            nothing = ZERO if isinstance(amount, Area) else 0
            yield _identity(name, f"{lot} {title}", drawn.get(lot, nothing), _minus(amount, left[lot]))


def _sums(
    matching: Matching, tables: dict[str, FilledTable], forms: Sequence[FilledForm]
) -> Iterator[Identity]:
    returned = sentence(translate("LandLedger", "{sums} = numbers returned"), sums="T06P, T06S")
    totals = sentence(translate("LandLedger", "T27, both forms = T06P"))
    for place, (key, title) in enumerate(INDICATORS):
        for prefix, amounts in (("B", matching.drawn), ("S", matching.short)):
            printed = _total(tables["T06P"], f"{prefix}_{key}")
            yield _identity(returned, f"{prefix} {title}", printed, _of(amounts[place], key))
        left = _total(tables["T06S"], f"L_{key}")
        yield _identity(returned, f"L {title}", left, _of(matching.remaining[place], key))
        for line, prefix in (("Z", "Z"), ("B", "B")):
            values = [lines[line].value(FORM_COLUMNS[key]) for _, lines in lines_of_pages(forms)]
            yield _identity(totals, f"{line} {title}", _added(values, key), _total(tables["T06P"], f"{prefix}_{key}"))


def booking_identities(
    matching: Matching, tables: Iterable[FilledTable | FilledForm], lots: Iterable[Lot]
) -> Iterator[Identity]:
    """What the ledger has left after booking against T06S: draws of projects that are not settled were not booked."""
    stock = next(table for table in tables if isinstance(table, FilledTable) and table.layout.id == "T06S")
    open_projects = {each.demand.code for each in matching.settlements if each.outcome is Outcome.UNSETTLED}
    kept = Indicators.total(
        draw.amounts for draw in matching.draws if draw.project in open_projects and not draw.promised
    )
    free = Indicators.total(lot.remaining for lot in lots if not lot.running)
    name = sentence(translate("LandLedger", "T06S: left = free in the ledger − draws that were not booked"))
    for place, (key, title) in enumerate(INDICATORS):
        yield _identity(name, title, _total(stock, f"L_{key}"), _of(free[place] - kept[place], key))


def _identity(name: Sentence, where: str, left: object, right: object) -> Identity:
    return Identity(name, where, left, right, unit="" if isinstance(left, Area) else "公斤")  # type: ignore[arg-type]


def _minus(one: object, other: object) -> object:
    return one - other  # type: ignore[operator]


def _of(amount: int, key: str) -> Area | int:
    return amount if key == "P" else Area(amount)


def _added(values: Iterable[object], key: str) -> Area | int:
    if key == "P":
        return sum(value for value in values if isinstance(value, int))
    return Area.total(value for value in values if isinstance(value, Area))


def _data(table: FilledTable) -> list[Row]:
    return [row for row in table.rows if row.kind is RowKind.DATA]


def _by(table: FilledTable, by: str, key: str) -> dict[str, Area | int]:
    """The sums of a column by the texts of another, over rows that have a value or are the only ones of their text."""
    found: dict[str, list[object]] = {}
    for row in _data(table):
        if row.value(by) is not None and not (row.value(key) is None and by == "R_ID"):
            found.setdefault(str(row.value(by)), []).append(row.value(key))
    return {text: _added(values, key[-1]) for text, values in found.items()}


def _total(table: FilledTable, key: str) -> Area | int:
    """A column of the total row as printed; nothing of an empty table."""
    for row in table.rows:
        if row.kind is RowKind.TOTAL:
            value = row.value(key)
            return value if isinstance(value, (Area, int)) else _of(0, key[-1])
    return _of(0, key[-1])


# -------------------------------------------------------------------------------------------------------------- inputs


def _inputs(task: Task, based: Based) -> Iterator[Row]:
    yield fact(translate("LandLedger", "Construction projects"), *based.demands)  # type: ignore[arg-type]
    yield fact(translate("LandLedger", "Reserve"), *based.reserve)  # type: ignore[arg-type]
    if task.day is not None:
        note = sentence(translate("LandLedger", "Lots have to be in force on it, where a project has no date of its own."))
        yield fact(translate("LandLedger", "Day"), task.day.isoformat(), note)
    yield from _chosen(task.choices)
    text = translate("LandLedger", "each indicator from any lot")
    if not task.policy.decoupled:
        text = translate("LandLedger", "the three indicators of a lot together, in proportion")
    yield fact(translate("LandLedger", "How indicators are drawn"), sentence(text))
    if task.policy.regime is not None:
        yield fact(translate("LandLedger", "Regime for all projects"), task.policy.regime.value)


def _chosen(choices: Choices) -> Iterator[Row]:
    for pin in choices.pins:
        amounts = None if pin.amounts is None else amounts_said(pin.amounts)
        yield fact(translate("LandLedger", "Pinned"), f"{pin.project} = {pin.lot}", amounts or "")
    for project, lot in sorted(choices.excluded_pairs):
        yield fact(translate("LandLedger", "Excluded"), f"{project} = {lot}")
    for lot in sorted(choices.excluded_lots):
        yield fact(translate("LandLedger", "Excluded"), lot)


def grade_facts(facts: DemandFacts) -> Iterator[Row]:
    """Grade system, capacity preset with its status, and the grade of farmland that has none."""
    yields = facts.yields
    yield fact(translate("LandLedger", "System of grades"), SYSTEMS[facts.system])
    status = sentence(Status(yields.status).label)
    yield fact(translate("LandLedger", "Capacity preset"), yields.preset, yields.source, status)
    if facts.default_grade is not None:
        note = sentence(translate("LandLedger", "Typed in; how much farmland it was used for stands among the findings."))
        title = translate("LandLedger", "Grade of farmland without one")
        yield fact(title, str(facts.default_grade), note, sentence(Status.DEFAULT.label))


def occupation_facts(result: Occupation, facts: RunFacts) -> Iterator[Row]:
    """The layers that farmland was counted from, and how it was measured."""
    inputs = result.inputs
    yield fact(translate("LandLedger", "Land survey"), f"{inputs.survey.name}  {inputs.survey.source}".strip())
    for control in inputs.controls:
        yield fact(ROLE_TITLES[control.role], f"{control.columns.name}  {control.columns.source}".strip())
    yield fact(translate("LandLedger", "Preset"), facts.preset)
    yield from how_measured(result.job)
    yield fact(translate("LandLedger", "Class table"), inputs.classes.version)
