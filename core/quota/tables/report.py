"""The workbook of a quota ledger: its sheets, checks, charts, inputs, and the numbers an algorithm returns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ...errors import InputError
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...progress import Progress, no_progress, part_of
from ...rules import Rules, load_rules
from ...sentence import Say, Sentence, sentence, translate
from ...store.interface import Store
from ...workbook import DisplayUnit, FilledTable, Identity, Look, Row, checks_table, load_layout, write_workbook
from ...workbook.charts import ChartPage
from ..book_ends import book_ends
from ..stock_report import SHEETS as STOCK_TABLES, StockSheets, names_of, registers_of, stock_sheets, told_table
from ..supply import Values
from .charts import quota_charts
from .checks import Made, quota_identities
from .filing import Ends, FiledHead, filed_heads, filing, filing_tables
from .former import Former, former_year, growth_percent
from .gained import gained_table, month_table, source_table
from .job import QuotaJob
from .journal import journal_table, journals
from .moves import Basis, turnover_until
from .names import Names
from .rolling import rolling_projects, rolling_table
from .standing import Standing, added, standings

TABLES = ("T01", "T02", "T02S", "T02M", *STOCK_TABLES, "T24", "T25")
"""Ids of the tables of the workbook, in the order of their sheets; those between are made of registers."""

BASES = {
    Basis.BOOKING: translate("LandLedger", "date of booking"),
    Basis.DOCUMENT: translate("LandLedger", "date of the document"),
}


def tables_named(text: str) -> tuple[str, ...]:
    """The tables that a text names, separated by commas, all for an empty one; InputError for another name."""
    asked = [name.strip().upper() for name in text.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    for name in asked:
        if name not in TABLES:
            template = translate("LandLedger", "There is no table {name}; the tables are {tables}.")
            raise InputError(template, name=name, tables=", ".join(TABLES))
    return tuple(name for name in TABLES if not asked or name in asked)


@dataclass(frozen=True)
class QuotaReport:
    """The sheets in their order, the identities that were checked, the charts, and what the sheets were made of."""

    tables: Sequence[FilledTable]
    identities: Sequence[Identity]
    charts: ChartPage | None
    made: Made
    former: Former | None

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold: then nothing here may be signed."""
        return not all(identity.ok for identity in self.identities)

    @property
    def total(self) -> Standing:
        """The quota of the year, all holders together."""
        return added(self.made.standings.values())

    @property
    def growth(self) -> Decimal | None:
        """Growth against the year before in per cent, None where that is not known."""
        return growth_percent(self.total.total, self.former)


def quota_report(
    store: Store,
    job: QuotaJob,
    facts: RunFacts,
    shown: Collection[str] = TABLES,
    rules: Rules | None = None,
    progress: Progress = no_progress,
) -> QuotaReport:
    """Tables, checks, charts and inputs of a ledger by `rules` (those that ship, if None).

    `shown` are the ids of the tables wanted; those of vouchers are made and checked in any case, those of registers where
    they are wanted and, when all are, the register has rows.
    """
    rules = load_rules() if rules is None else rules
    names = Names(store)
    heads = filed_heads(store, job)
    turnover = turnover_until(store, job.books, job.until, job.basis, job.year)
    of_year = standings(store, job, names, turnover)
    former = former_year(store, job, names)
    both = journals(store, job, names, part_of(progress, 0.0, 0.8))
    former_quarter, ends = job.quarter.plus(-1), Ends()
    filed = filing(store, job, names, job.quarter_first, job.quarter_last, ends)
    before = filing(store, job, names, former_quarter.first, former_quarter.last, ends)
    projects = rolling_projects(store, job, names, rules.whole("quota_overdue_quarters"))
    progress(0.9)
    made = Made(both, of_year, turnover, filed, before, projects)
    gained = gained_table(of_year, former, job, names)
    sources, months = source_table(of_year, job, names), month_table(turnover, job, names)
    tables: list[FilledTable] = [
        *(journal_table(each, job, names) for each in both if each.count or not each.separate),
        gained,
        sources,
        months,
        *filing_tables(filed, job, names, heads),
        rolling_table(projects, job, names),
    ]
    identities = quota_identities(store, job, names, made, tables)
    stock = _stock(store, job, rules, shown)
    identities += stock.identities
    checks = checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", job.folder))
    inputs = FilledTable(load_layout("INPUTS", job.folder), list(_inputs(store, job, names, heads, facts)))
    if stock.tables:
        tables[-2:-2] = stock.tables.values()
    sheets = [table for table in tables if table.layout.id in shown]
    if stock.findings:
        sheets.append(told_table(stock.findings, job.folder))
    charts = quota_charts(gained, sources, months) if {"T02", "T02S", "T02M"} <= set(shown) else None
    progress(1.0)
    return QuotaReport([*sheets, checks, inputs], identities, charts, made, former.total)


def write_quota_report(
    report: QuotaReport, path: str | Path, fonts: Sequence[str] = (), say: Say = str, progress: Progress = no_progress
) -> None:
    """Write the workbook to `path`, replacing what is there; OutputError names the file when that can't be done."""
    write_workbook(
        path,
        report.tables,
        draft=report.draft,
        overwrite=True,
        contents=True,
        charts=report.charts,
        say=say,
        progress=progress,
        look=Look.among(fonts),
    )


def _stock(store: Store, job: QuotaJob, rules: Rules, shown: Collection[str]) -> StockSheets:
    """The tables of stock, approvals and supply that are wanted, of the holders of the job."""
    wanted = [name for name in STOCK_TABLES if name in shown]
    if not wanted:
        return StockSheets({}, (), ())
    registers = registers_of(store)
    if not job.every_book:
        registers = replace(
            registers,
            approvals=_of_holders(registers.approvals, job.books),
            supplies=_of_holders(registers.supplies, job.books),
            plots=_of_holders(registers.plots, job.books),
            tasks=_of_holders(registers.tasks, job.books),
        )
    if set(shown) == set(TABLES):
        filled = {
            "T03": registers.plots, "T03B": registers.tasks, "T04": registers.tasks, "T22": registers.approvals,
            "T23": registers.supplies, "T23B": registers.supplies,
        }  # fmt: skip
        wanted = [name for name in wanted if filled[name]]
    return stock_sheets(registers, rules, job.year, names_of(store, job.name, job.folder), job.until, wanted)


def _of_holders(rows: Sequence[Values], books: Collection[str]) -> list[Values]:
    return [row for row in rows if row.get("holder") in books]


def _inputs(
    store: Store, job: QuotaJob, names: Names, heads: Mapping[str, FiledHead], facts: RunFacts
) -> Iterator[Row]:
    """Which ledger, how far, by which date; the seal of every book; rules and programs."""
    info = store.info()
    yield fact(translate("LandLedger", "Ledger"), info.title, store.label)
    yield fact(translate("LandLedger", "Ledger number"), info.uid)
    yield fact(translate("LandLedger", "Quota year"), str(job.year))
    until: Sentence | str = sentence(translate("LandLedger", "everything posted"))
    if job.until is not None:
        until = job.until.isoformat()
    yield fact(translate("LandLedger", "Counted up to"), until)
    filed = sentence(translate("LandLedger", "The filing sheet and the rolling list go by the date of booking."))
    yield fact(translate("LandLedger", "Date that counts"), sentence(BASES[job.basis]), filed)
    period = sentence(
        translate("LandLedger", "{first} to {last}"),
        first=job.quarter_first.isoformat(), last=job.quarter_last.isoformat(),
    )  # fmt: skip
    yield fact(translate("LandLedger", "Quarter filed"), period)
    for book in job.books:
        text = translate("LandLedger", "quarter closed") if heads[book].closed else translate("LandLedger", "quarter open")
        yield from book_ends(store, book, names.holder(book), sentence(text))
    yield from environment(facts)
