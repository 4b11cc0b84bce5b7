"""T02 用地指标获得及使用情况汇总表 of a quota year, and the two small tables its charts are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from ...area import Area
from ...store.interface import Turnover
from ...summary.printing import percentages
from ...workbook import FilledTable, Row, RowKind, load_layout, with_subtotals
from ...workbook.layout import repeated_key
from ...workbook.table import Value
from ..vocabulary import ADVANCE_SOURCE, OWN_STATES, Dimension, Event, State
from .columns import gained_column
from .former import Former, FormerYear, growth_note, growth_percent
from .job import QuotaJob
from .moves import TAKEN, Basis
from .names import Names, is_separate
from .standing import Standing, added

_TOTAL = Dimension.TOTAL.value
_PENDING, _ADVANCED = State.PENDING.value, State.ADVANCED.value
_OWN = frozenset(state.value for state in OWN_STATES)
_USED = frozenset((State.USED.value, State.WRITTEN_OFF.value))


def gained_table(
    standings: Mapping[str, Standing], former: FormerYear, job: QuotaJob, names: Names
) -> FilledTable:
    """T02: a row a holder, the total; last year and growth, sources kept apart beside the total."""
    apart = [s for s in names.sources if any(s.code in each.apart for each in standings.values())]
    layout = load_layout("T02", job.folder).expanded({"separate": [source.label for source in apart]})
    apart_names = {source.code: source.label for source in apart}
    data = []
    for book, standing in standings.items():
        row = _values(standing, former.by_book.get(book), apart_names)
        data.append(Row({"REGION": names.holder(book), **row}))
    total = added(standings.values())
    rows = [
        replace(row, values={**row.values, **_last_year(total.total, former.total)}) if row.kind is RowKind.TOTAL else row
        for row in with_subtotals(layout, data)
    ]
    note = growth_note(total.total, former.total)
    return FilledTable(layout, rows, title_places=job.title_places, notes=[note] if note else [])


def _values(standing: Standing, former: Former | None, apart: Mapping[str, str]) -> dict[str, Value]:
    """The cells of one holder."""
    areas = dict.fromkeys(("JC", "ZP", "ZC", "JY", "ZX", "QT"), 0)
    for source, amount in standing.obtained.items():
        column = gained_column(source)
        areas[column] = areas.get(column, 0) + amount
    areas.update(
        CARRY=standing.carried, TOTAL=standing.total, ADJ=standing.adjusted, ADV=standing.advanced,
        PEND=standing.pending, USED=standing.used, OUT=standing.gone, LEFT=standing.left,
        AVL=standing.available, HELD=standing.held,
    )  # fmt: skip
    for code, name in apart.items():
        own = standing.apart.get(code)
        for key, value in (("SEP_GOT", "got"), ("SEP_USED", "used"), ("SEP_LEFT", "left")):
            areas[repeated_key(key, name)] = getattr(own, value) if own else 0
    cells: dict[str, Value] = {key: Area(value) for key, value in areas.items()}
    cells["ZP_N"] = standing.direct_projects
    return {**cells, **_last_year(standing.total, former)}


def _last_year(current: int, former: Former | None) -> dict[str, Value]:
    if former is None:
        return {}
    return {"PREV": Area(former.micro_mu), "YOY": growth_percent(current, former)}


def source_table(standings: Mapping[str, Standing], job: QuotaJob, names: Names) -> FilledTable:
    """T02S: what was obtained by source, with shares that add up to 100.00 %."""
    total = added(standings.values()).obtained
    sources = [source for source in names.sources if total.get(source.code)]
    amounts = [total[source.code] for source in sources]
    shares: Sequence[Decimal | None] = [None] * len(amounts)
    if all(amount > 0 for amount in amounts):
        shares = percentages(np.array(amounts, dtype=np.int64))
    layout = load_layout("T02S", job.folder)
    data = [
        Row(
            {
                "SOURCE": source.label,
                "AREA": Area(amount),
                "SHARE": share,
                "COUNT": sum(bool(each.obtained.get(source.code)) for each in standings.values()),
            }
        )
        for source, amount, share in zip(sources, amounts, shares)
    ]
    known = [share for share in shares if share is not None]
    rows = [
        replace(row, values={**row.values, "SHARE": sum(known, Decimal(0))}) if row.kind is RowKind.TOTAL and known else row
        for row in with_subtotals(layout, data)
    ]
    return FilledTable(layout, rows, title_places=job.title_places)


def month_table(turnover: Iterable[Turnover], job: QuotaJob, names: Names) -> FilledTable:
    """T02M: what happened to the quota of the year month by month, by the basis of the job."""
    months = [f"{job.year}-{month:02d}" for month in range(1, 13)]
    sums: dict[str, dict[str, int]] = {month: {} for month in months}
    document = job.basis is Basis.DOCUMENT
    for account, dimension, book_month, doc_month, nature, received, spent in turnover:
        if dimension != _TOTAL or account.year != job.year:
            continue
        key, sign = _kind_of_move(account.state, account.source, nature, names)
        if key:
            own = sums.setdefault(doc_month if document else book_month, {})
            own[key] = own.get(key, 0) + sign * (received - spent)
    layout = load_layout("T02M", job.folder)
    used, data = 0, []
    for month in sorted(sums):
        own = sums[month]
        used += own.get("USED", 0)
        values: dict[str, Value] = {
            key: Area(own.get(key, 0)) for key in ("GOT", "ADVANCED", "CLEARED", "SUBMITTED", "USED")
        }
        data.append(Row({"MONTH": f"{month[:4]}年{int(month[5:])}月", **values, "SUM_USED": Area(used)}))
    return FilledTable(layout, with_subtotals(layout, data), title_places=job.title_places)


def _kind_of_move(state: str, source: str, nature: str, names: Names) -> tuple[str, int]:
    """The column a turnover stands under, '' for none, and its sign."""
    known = names.source(source)
    if is_separate(known):
        return "", 0
    if state == _ADVANCED:
        return ("ADVANCED", -1) if nature in TAKEN else ("CLEARED", 1)
    if nature == Event.ISSUE.value and source != ADVANCE_SOURCE and gained_column(source) != "CARRY":
        return ("GOT", 1) if state in _OWN else ("", 0)
    if state == _PENDING and nature == Event.SUBMIT.value:
        return "SUBMITTED", 1
    return ("USED", 1) if state in _USED else ("", 0)
