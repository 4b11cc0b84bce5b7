"""The workbook, the result rows and the checks of an idle-land run."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from ..area import Area
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Say, sentence, translate
from ..summary.result_rows import ResultField
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    checks_table,
    compact,
    identities_of,
    load_layout,
    with_subtotals,
)
from ..workbook.table import Value
from .idle import IdleState, Judged, sums_of
from .register_tables import TableNames, unit_for
from .shares import rounded
from .stock_tables import NO, YES
from .table_checks import data_rows, total_area

STATE_NAMES: Mapping[IdleState, str] = {
    IdleState.NOT_STARTED: "疑似闲置（未动工）",
    IdleState.STOPPED: "疑似闲置（中止开发）",
    IdleState.OVERDUE: "逾期未动工",
    IdleState.RUNNING: "在建",
    IdleState.NOT_DUE: "未到期",
    IdleState.FINISHED: "已竣工",
    IdleState.UNKNOWN: "资料不全",
}
"""What the official sheet calls the states."""

LISTED = (IdleState.NOT_STARTED, IdleState.STOPPED, IdleState.OVERDUE, IdleState.UNKNOWN)
"""States that stand on the list: idle ones, those about to be, and those nobody can judge; others are counted only."""

RESULT_FIELDS: tuple[ResultField, ...] = (
    ResultField("NUMBER", "text", translate("LandLedger", "Contract or supervision number"), 60),
    ResultField("REGION", "text", translate("LandLedger", "County"), 60),
    ResultField("RECIPIENT", "text", translate("LandLedger", "Recipient"), 120),
    ResultField("STATE", "text", translate("LandLedger", "Idle-land state"), 20),
    ResultField("IDLE", "integer", translate("LandLedger", "Suspected idle"), 2),
    ResultField("AREA_M2", "number", translate("LandLedger", "Area (m²)"), 18, 2),
    ResultField("AREA_HA", "number", translate("LandLedger", "Area (ha)"), 18, 6),
    ResultField("AREA_MU", "number", translate("LandLedger", "Area (mu)"), 18, 6),
    ResultField("START_DUE", "text", translate("LandLedger", "Agreed start"), 10),
    ResultField("STARTED", "text", translate("LandLedger", "Actual start"), 10),
    ResultField("SINCE", "text", translate("LandLedger", "Idle since"), 10),
    ResultField("DAYS", "integer", translate("LandLedger", "Days idle"), 8),
    ResultField("FEE_FROM", "text", translate("LandLedger", "Fee from"), 10),
    ResultField("FEE", "number", translate("LandLedger", "Idle-land fee (10,000 yuan)"), 18, 4),
    ResultField("BACK_FROM", "text", translate("LandLedger", "Recovery from"), 10),
    ResultField("BACK", "integer", translate("LandLedger", "May be recovered"), 2),
    ResultField("WHY", "text", translate("LandLedger", "Why"), 120),
)


def result_columns(judged: Sequence[Judged], say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (n,) over the parcels: text objects, int64 or float64. `say` translates a template."""

    def texts(values: Iterable[str | None]) -> np.ndarray:
        listed = [value or None for value in values]
        array = np.empty(len(listed), dtype=object)
        array[:] = listed
        return array

    def days(values: Iterable[datetime.date | None]) -> np.ndarray:
        return texts(None if value is None else value.isoformat() for value in values)

    def numbers(values: Iterable[object]) -> np.ndarray:
        return np.array([np.nan if value is None else float(str(value)) for value in values], dtype=np.float64)

    micro_mu = np.array([each.parcel.area.micro_mu for each in judged], dtype=np.int64)
    whole = np.empty(len(judged), dtype=object)
    whole[:] = [each.days for each in judged]
    return {
        "NUMBER": texts(each.parcel.number for each in judged),
        "REGION": texts(each.parcel.holder for each in judged),
        "RECIPIENT": texts(each.parcel.recipient for each in judged),
        "STATE": texts(each.state.value for each in judged),
        "IDLE": np.array([int(each.state.idle) for each in judged], dtype=np.int64),
        "AREA_M2": micro_mu / 1500,
        "AREA_HA": micro_mu / 15_000_000,
        "AREA_MU": micro_mu / 1_000_000,
        "START_DUE": days(each.parcel.start_due for each in judged),
        "STARTED": days(each.parcel.started for each in judged),
        "SINCE": days(each.since for each in judged),
        "DAYS": whole,
        "FEE_FROM": days(each.fee_from for each in judged),
        "FEE": numbers(each.fee for each in judged),
        "BACK_FROM": days(each.recovery_from for each in judged),
        "BACK": np.array([int(each.recoverable) for each in judged], dtype=np.int64),
        "WHY": texts(None if each.reason is None else each.reason.said(say) for each in judged),
    }


def idle_table(judged: Sequence[Judged], as_of: datetime.date, names: TableNames) -> FilledTable:
    """疑似闲置土地清单: the parcels that are idle, overdue or can't be judged, the longest idle first in each state."""
    layout = load_layout("IDLE", names.folder)
    order = {state: place for place, state in enumerate(LISTED)}
    listed = [each for each in judged if each.state in order]
    listed.sort(key=lambda each: (order[each.state], -(each.days or 0), each.parcel.number))
    rows = [Row({**_cells(each), "SEQ": str(number)}) for number, each in enumerate(listed, 1)]
    text = translate("LandLedger", "State on {date}; whether the government is the cause is not part of this list.")
    notes = [sentence(text, date=as_of.isoformat())]
    return FilledTable(layout, with_subtotals(layout, rows), unit_for(layout, rows), {"name": names.title}, notes)


def _cells(each: Judged) -> dict[str, Value]:
    parcel, idle = each.parcel, each.state.idle
    started = each.state is IdleState.STOPPED
    return {
        "REGION": parcel.holder or None,
        "HT": parcel.number,
        "SR": parcel.recipient or None,
        "ZL": parcel.location or None,
        "YT": parcel.use or None,
        "MODE": parcel.mode or None,
        "A": parcel.area,
        "STATE": STATE_NAMES[each.state],
        "DG": parcel.start_due,
        "SJ": parcel.started,
        "TG": parcel.stopped,
        "KF": None if each.developed is None else rounded(each.developed * 100, 2),
        "TZ": None if each.invested is None else rounded(each.invested * 100, 2),
        "SINCE": each.since,
        "DAYS": each.days,
        "FEE_DATE": each.fee_from,
        "FEE": each.fee,
        "BACK": each.recovery_from,
        "CAN": (YES if each.recoverable else NO) if idle and not started else None,
        "WHY": each.reason,
    }


def idle_report(
    judged: Sequence[Judged],
    columns: Mapping[str, np.ndarray],
    as_of: datetime.date,
    facts: RunFacts,
    inputs: Iterable[Row],
    names: TableNames,
) -> Report:
    """The list, checks, findings, inputs; `columns` are those of the result."""
    table = idle_table(judged, as_of, names)
    identities = [*compact(identities_of(table)), *_identities(judged, table, columns)]
    folder = names.folder
    kind = sentence(translate("LandLedger", "idle land"))
    rows = [
        Row({"KIND": kind, "FEATURE": each.parcel.number, "TEXT": said, "AREA": None})
        for each in judged
        for said in each.findings
    ]
    checks = checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", folder))
    findings = FilledTable(load_layout("FINDINGS", folder), rows)
    based = [*inputs, *_counts(judged, as_of), *environment(facts)]
    return Report([table, checks, findings, FilledTable(load_layout("INPUTS", folder), based)], identities)


def _identities(judged: Sequence[Judged], table: FilledTable, columns: Mapping[str, np.ndarray]) -> list[Identity]:
    sums = sums_of(judged)
    area = sentence(translate("LandLedger", "list of idle land + parcels that are not listed = all parcels"))
    number = sentence(translate("LandLedger", "suspected idle parcels in the result = numbers returned"))
    rest = Area.total(each for state, each in sums.areas.items() if state not in LISTED)
    rows = len(data_rows(table)) + sum(count for state, count in sums.counts.items() if state not in LISTED)
    counted = sentence(translate("LandLedger", "rows of the list + parcels that are not listed = all parcels"))
    return [
        Identity(area, "A", total_area(table, "A") + rest, Area.total(each.parcel.area for each in judged)),
        Identity(counted, "SEQ", rows, len(judged)),
        Identity(number, "IDLE", int(columns["IDLE"].sum()), sums.idle_count),
    ]


def _counts(judged: Sequence[Judged], as_of: datetime.date) -> Iterator[Row]:
    sums = sums_of(judged)
    yield fact(translate("LandLedger", "State of the day"), as_of.isoformat())
    text = translate("LandLedger", "{count} parcels, {area} ha")
    for state, count in sums.counts.items():
        yield fact(state.label, sentence(text, count=count, area=sums.areas[state].hectares(4)))
