"""The workbook of the register of village plans: list, progress by county and team, what is overdue, printed figures, checks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from ...area import Area
from ...balance.printed_figures import PrintedFigure, compared, printed_figures, printed_identities, printed_table
from ...intervals import Exact
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.register_tables import TableNames
from ...quota.table_checks import data_rows
from ...sentence import Say, sentence, translate
from ...summary.result_rows import ResultField
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    RowKind,
    checks_table,
    compact,
    identities_of,
    load_layout,
    with_subtotals,
)
from ...workbook.layout import repeated_key
from ...workbook.table import Value
from ..register.report import ledger_facts
from .importing import CheckedPlans
from .model import Overdue, VillagePlan, overdue, share
from .register import PlanRegister
from .states import PlanStates

UNNAMED = "（未填）"
ITEMS = {
    "村庄规划": "plans", "编制村庄规划": "plans", "村庄数": "plans", "plans": "plans",
    "已批复": "approved", "批复": "approved", "已批复村庄规划": "approved", "批复村庄规划": "approved", "approved": "approved",
    "入库": "filed", "已入库": "filed", "filed": "filed", "逾期": "overdue", "overdue": "overdue", "批复率": "rate", "rate": "rate",
}  # fmt: skip
"""What printed figures may be called."""
_SPARE = ("DUE", "AUTHORITY", "PATH", "NOTE")
"""Columns of the list that are left out where they are empty."""
MAP_FIELDS: tuple[ResultField, ...] = (
    ResultField("CODE", "text", translate("LandLedger", "Village code"), 19),
    ResultField("NAME", "text", translate("LandLedger", "Village"), 80),
    ResultField("COUNTY", "text", translate("LandLedger", "County"), 60),
    ResultField("TOWN", "text", translate("LandLedger", "Town"), 60),
    ResultField("STATE", "text", translate("LandLedger", "State of the plan (code)"), 20),
    ResultField("STATE_MC", "text", translate("LandLedger", "State of the plan"), 40),
    ResultField("STATE_DATE", "text", translate("LandLedger", "Day of the state"), 10),
    ResultField("APPROVED", "text", translate("LandLedger", "Day of approval"), 10),
    ResultField("APPROVAL", "text", translate("LandLedger", "Number of the approval"), 120),
    ResultField("TEAM_NAME", "text", translate("LandLedger", "Planner team"), 120),
    ResultField("MAKER", "text", translate("LandLedger", "Made by"), 120),
    ResultField("PEOPLE", "integer", translate("LandLedger", "People"), 9),
    ResultField("AREA_HA", "number", translate("LandLedger", "Area (ha)"), 18, 6),
    ResultField("OVERDUE", "integer", translate("LandLedger", "Overdue (1: yes)"), 2),
    ResultField("OVERDUE_DAYS", "integer", translate("LandLedger", "Days overdue"), 9),
    ResultField("PATH", "text", translate("LandLedger", "Where the plan is kept"), 254),
)


@dataclass(frozen=True)
class PlanReportJob:
    """What is asked: the day of what is overdue, printed figures to compare; `name` stands in the titles."""

    day: datetime.date
    figures: Sequence[PrintedFigure] = ()
    name: str = ""
    folder: str | None = None


def plan_figures(text: str, about: Exact | None = None) -> list[PrintedFigure]:
    """`已批复村庄规划=117个`; `about` is the share by which a figure with 约 may be off. InputError as `printed_figures`."""
    return printed_figures(text, ITEMS) if about is None else printed_figures(text, ITEMS, about)


@dataclass(frozen=True)
class PlanCounts:
    """What was counted of the plans."""

    plans: Sequence[VillagePlan]
    states: PlanStates
    late: Sequence[Overdue]

    def of(self, state: str) -> int:
        """Plans in a state."""
        return sum(plan.state == state for plan in self.plans)

    @property
    def approved(self) -> int:
        """Approved plans, further ones too."""
        return sum(self.states.is_approved(plan.state) for plan in self.plans)

    @property
    def figures(self) -> dict[str, Fraction | int]:
        """The exact numbers by item of printed figures."""
        found: dict[str, Fraction | int] = {
            "plans": len(self.plans), "approved": self.approved, "filed": self.of("filed"), "overdue": len(self.late),
        }  # fmt: skip
        if self.plans:
            found["rate"] = Fraction(self.approved, len(self.plans))
        return found


def count_plans(plans: Sequence[VillagePlan], states: PlanStates, day: datetime.date) -> PlanCounts:
    """The plans with what is overdue of them on a day, the longest overdue first."""
    late = [found for plan in plans if (found := overdue(plan, states, day)) is not None]
    return PlanCounts(plans, states, sorted(late, key=lambda each: (-each.days, each.plan.place)))


def plan_report(
    register: PlanRegister, job: PlanReportJob, facts: RunFacts, more: Sequence[Row] = ()
) -> tuple[Report, PlanCounts]:
    """The sheets and their checks, and what was counted; `more` are lines of the inputs sheet."""
    with register.ledger.store.snapshot():
        plans = register.plans()
        inputs = [*ledger_facts(register.ledger), *more]
    counts = count_plans(plans, register.states, job.day)
    tables = [
        list_table(counts, job), county_table(counts, job),
        *([team_table(counts, job)] if any(plan.team_name for plan in plans) else []), due_table(counts, job),
    ]  # fmt: skip
    identities = compact(identity for table in tables for identity in identities_of(table))
    identities += list(plan_identities(counts, tables))
    if job.figures:
        tables.append(printed_table(compared(job.figures, counts.figures), TableNames({}, {}, job.name, job.folder)))
        identities += printed_identities(tables[-1])
    checks = checks_table(identities, DisplayUnit.HECTARE, load_layout("CHECKS", job.folder))
    based = FilledTable(load_layout("INPUTS", job.folder), [*inputs, *_facts(counts, job), *environment(facts)])
    return Report([*tables, checks, based], identities), counts


def list_table(counts: PlanCounts, job: PlanReportJob) -> FilledTable:
    """PLANREG: a row a plan; columns that few offices keep are left out where no plan has anything in them."""
    layout, states = load_layout("PLANREG", job.folder), counts.states
    rows = []
    for number, plan in enumerate(counts.plans, 1):
        dates: dict[str, Value] = {name.upper(): plan.dates.get(name) for name in ("started", "argued", "reviewed", "approved", "filed")}
        rows.append(
            Row(
                {
                    "SEQ": number, "COUNTY": plan.county or None, "TOWN": plan.town or None, "CODE": plan.code, "NAME": plan.name,
                    "KIND": plan.kind or None, "STATE": states.name(plan.state), "SINCE": plan.since(states), **dates,
                    "DUE": plan.due, "DOC": plan.doc_no or None, "AUTHORITY": plan.authority or None, "MAKER": plan.maker or None,
                    "TEAM": plan.team_name or plan.team or None, "N": 1, "A": int(states.is_approved(plan.state)),
                    "PEOPLE": plan.people, "AREA": plan.area, "PATH": plan.path or None, "NOTE": plan.note or None,
                }
            )
        )  # fmt: skip
    empty = {key for key in _SPARE if all(row.value(key) is None for row in rows)}
    layout = replace(layout, columns=tuple(column for column in layout.columns if column.key not in empty))
    return FilledTable(layout, with_subtotals(layout, rows), DisplayUnit.HECTARE, {"name": job.name})


def county_table(counts: PlanCounts, job: PlanReportJob) -> FilledTable:
    """PLANCOUNTY: a row a county, one column a state, with the first and the last day of approval."""
    return _grouped("PLANCOUNTY", "COUNTY", lambda plan: plan.county, counts, job)


def team_table(counts: PlanCounts, job: PlanReportJob) -> FilledTable:
    """PLANTEAM: a row a planner team."""
    return _grouped("PLANTEAM", "TEAM", lambda plan: plan.team_name or plan.team, counts, job)


def _grouped(
    layout_id: str, column: str, key: Callable[[VillagePlan], str], counts: PlanCounts, job: PlanReportJob
) -> FilledTable:
    states = _shown_states(counts)
    layout = load_layout(layout_id, job.folder).expanded({"layer": [counts.states.name(code) for code in states]})
    groups: dict[str, list[VillagePlan]] = {}
    for plan in counts.plans:
        groups.setdefault(key(plan), []).append(plan)
    ordered = sorted(groups.items(), key=lambda pair: (not pair[0], min(plan.code for plan in pair[1])))
    rows = [Row({column: name or UNNAMED, **_cells(plans, states, counts)}) for name, plans in ordered]
    whole = _cells(counts.plans, states, counts)
    kept = {name: whole[name] for name in ("SHARE", "FIRST", "LAST")}
    summed = [
        row if row.kind is RowKind.DATA else replace(row, values={**row.values, **kept}) for row in with_subtotals(layout, rows)
    ]
    return FilledTable(layout, summed, DisplayUnit.HECTARE, {"name": job.name})


def _shown_states(counts: PlanCounts) -> list[str]:
    """The states of the list, and those that plans have beside it."""
    known = [each.code for each in counts.states.states]
    return [*known, *sorted({plan.state for plan in counts.plans} - set(known))]


def _cells(plans: Sequence[VillagePlan], states: Sequence[str], counts: PlanCounts) -> dict[str, Value]:
    approved = [plan for plan in plans if counts.states.is_approved(plan.state)]
    days = [day for plan in approved if (day := plan.approved_on(counts.states)) is not None]
    codes, areas = {plan.code for plan in plans}, [plan.area for plan in plans if plan.area is not None]
    by_state: dict[str, Value] = {
        repeated_key("COUNT", counts.states.name(code)): sum(plan.state == code for plan in plans) for code in states
    }
    return {
        "N": len(plans), **by_state, "A": len(approved), "SHARE": share(len(approved), len(plans)),
        "FIRST": min(days, default=None), "LAST": max(days, default=None),
        "OVER": sum(each.plan.code in codes for each in counts.late),
        "PEOPLE": sum(plan.people or 0 for plan in plans), "AREA": Area(sum(area.micro_mu for area in areas)),
    }  # fmt: skip


def due_table(counts: PlanCounts, job: PlanReportJob) -> FilledTable:
    """PLANDUE: what is overdue."""
    layout, states = load_layout("PLANDUE", job.folder), counts.states
    rows = [
        Row(
            {
                "SEQ": number, "COUNTY": each.plan.county or None, "TOWN": each.plan.town or None, "CODE": each.plan.code,
                "NAME": each.plan.name, "STATE": states.name(each.plan.state), "SINCE": each.plan.since(states),
                "LIMIT": each.limit, "DAYS": each.days, "WHY": each.why, "TEAM": each.plan.team_name or each.plan.team or None,
                "MAKER": each.plan.maker or None,
            }
        )
        for number, each in enumerate(counts.late, 1)
    ]  # fmt: skip
    return FilledTable(layout, rows, None, {"name": job.name})


def plan_identities(counts: PlanCounts, tables: Sequence[FilledTable]) -> Iterator[Identity]:
    """The sheets against one another and against the register."""
    listed, due = tables[0], tables[-1]
    rows = data_rows(listed)
    counted = sentence(translate("LandLedger", "rows of the sheet = plans of the register"))
    yield Identity(counted, listed.sheet, len(rows), len(counts.plans))
    late = sentence(translate("LandLedger", "rows of the sheet = overdue plans"))
    yield Identity(late, due.sheet, len(data_rows(due)), len(counts.late))
    states = _shown_states(counts)
    parts = sentence(translate("LandLedger", "sum of all states = plans"))
    names = sentence(translate("LandLedger", "plans of a state in the sums = in the list"))
    approved = sentence(translate("LandLedger", "approved plans in the sums = in the list"))
    for table in tables[1:-1]:
        keys = [repeated_key("COUNT", counts.states.name(code)) for code in states]
        for row in data_rows(table):
            where = f"{table.sheet} {row.value(table.layout.columns[0].key)}"
            yield Identity(parts, where, sum(_whole(row, key) for key in keys), _whole(row, "N"))
        for code, key in zip(states, keys):
            name = counts.states.name(code)
            own = sum(row.value("STATE") == name for row in rows)
            yield Identity(names, f"{table.sheet} {name}", sum(_whole(row, key) for row in data_rows(table)), own)
        sums = sum(_whole(row, "A") for row in data_rows(table))
        yield Identity(approved, table.sheet, sums, sum(_whole(row, "A") for row in rows))
        overdue_name = sentence(translate("LandLedger", "overdue plans in the sums = rows of the overdue list"))
        yield Identity(overdue_name, table.sheet, sum(_whole(row, "OVER") for row in data_rows(table)), len(data_rows(due)))


def _whole(row: Row, key: str) -> int:
    value = row.value(key)
    return value if isinstance(value, int) else 0


def _facts(counts: PlanCounts, job: PlanReportJob) -> Iterator[Row]:
    yield fact(translate("LandLedger", "As of"), job.day.isoformat())
    text = translate("LandLedger", "{plans} village plans, {approved} approved, {overdue} overdue")
    places = {"plans": len(counts.plans), "approved": counts.approved, "overdue": len(counts.late)}
    yield fact(translate("LandLedger", "Counted"), sentence(text, **places))
    for each in counts.states.states:
        days = sentence(translate("LandLedger", "next state due within {days} days"), days=each.days) if each.days else ""
        template = translate("LandLedger", "{state}, counts as approved")
        content = sentence(template, state=each.name) if each.approved else each.name
        status = sentence(translate("LandLedger", "default, confirm locally")) if each.status == "default, confirm locally" else each.status
        yield fact(translate("LandLedger", "State of the plan"), content, days or each.source, status)
    unlisted = sorted({plan.state for plan in counts.plans} - {each.code for each in counts.states.states})
    if unlisted:
        text = translate("LandLedger", "states that the list does not have: {states}")
        yield fact(translate("LandLedger", "Notice"), sentence(text, states="、".join(unlisted)))


def import_facts(path: str, checked: CheckedPlans) -> list[Row]:
    """What was imported: file and sheet, how much of it is new."""
    text = translate("LandLedger", "{sheet}: {new} new plans, {changed} changed, {known} as they were")
    places = {"sheet": checked.rows.grid.name, "new": len(checked.new), "changed": len(checked.changed), "known": len(checked.known)}
    return [fact(translate("LandLedger", "Spreadsheet"), Path(path).name, sentence(text, **places))]


@dataclass(frozen=True)
class Joined:
    """Villages of a layer with the plans of the register: `columns` (n,) of MAP_FIELDS; codes of plans that no village of the layer
    has, and how many villages have no plan in the register."""

    columns: Mapping[str, np.ndarray]
    unmapped: Sequence[str] = field(default_factory=tuple)
    unlisted: int = 0


def joined(counts: PlanCounts, codes: Sequence[str], names: Sequence[str], say: Say = str) -> Joined:
    """The plans of villages by their codes (12 digits, or more); villages without a plan have no state."""
    plans = {plan.code: plan for plan in counts.plans}
    late = {each.plan.code: each for each in counts.late}
    rows = [_map_row(code[:12], name, plans.get(code[:12]), late.get(code[:12]), counts.states) for code, name in zip(codes, names)]
    columns = {}
    for number, each in enumerate(MAP_FIELDS):
        column = np.empty(len(rows), dtype=object)
        column[:] = [row[number] for row in rows]
        columns[each.name] = column
    there = {code[:12] for code in codes}
    unmapped = [plan.code for plan in counts.plans if plan.code not in there]
    return Joined(columns, unmapped, sum(code[:12] not in plans for code in codes))


def _map_row(code: str, name: str, plan: VillagePlan | None, late: Overdue | None, states: PlanStates) -> tuple[object, ...]:
    if plan is None:
        return (code, name or None, *[None] * (len(MAP_FIELDS) - 2))
    since, approved = plan.since(states), plan.approved_on(states)
    return (
        code, plan.name, plan.county or None, plan.town or None, plan.state, states.name(plan.state),
        since.isoformat() if since else None, approved.isoformat() if approved else None, plan.doc_no or None,
        plan.team_name or plan.team or None, plan.maker or None, plan.people,
        None if plan.area is None else float(plan.area.hectares()), int(late is not None), late.days if late else None, plan.path or None,
    )  # fmt: skip
