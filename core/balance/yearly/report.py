"""The workbook of farmland protection of a year: its sheets, checks, charts, inputs, and the numbers an algorithm returns.

    job = farmland_job(store, today, 2023)
    report = farmland_report(store, job, RunFacts(), rules)
    write_farmland_report(report, path)

All is rebuilt from vouchers by their booking date and from registers; nothing is matched or judged anew but rectification,
whose rules run over the acts. What a lot, a project or a spot is (accepted, valid, what it occupies) is as the registers
have it now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Union

from ...area import ZERO, Area
from ...errors import InputError
from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...progress import Progress, no_progress, part_of
from ...quota.book_ends import book_ends
from ...quota.register_tables import TableNames
from ...rules import Rule, Rules
from ...sentence import Say, Sentence, sentence, translate
from ...store import Store
from ...store.of_kind import of_kind
from ...workbook import (
    DisplayUnit,
    FilledForm,
    FilledTable,
    Identity,
    Look,
    Row,
    checks_table,
    compact,
    identities_of,
    load_layout,
    write_workbook,
)
from ...workbook.charts import ChartPage
from ..broken_rules import Problem, Severity, finding_rows, rule_identities
from ..indicators import NOTHING, Indicators
from ..linkage.booked import Booked, surplus_identities, surplus_table
from ..linkage.judging import link
from ..linkage.keeping import kept_projects, of_holders
from ..linkage.model import Linked
from ..linkage.rules import linkage_rules
from ..linkage.surplus import SurplusLedger
from ..linkage.tables import linkage_identities, project_table
from ..linkage.vocabulary import BOOK_KIND as LINKAGE_KIND
from ..lots import Lot
from ..rectification.judging import rectify
from ..rectification.keeping import joined
from ..rectification.model import Act, Rectified, Spot
from ..rectification.rules import rectification_rules
from ..rectification.tables import act_table, rectification_identities, spot_table, summary_table
from ..requisition.model import Outcome
from ..requisition.policy import Policy
from ..reserve.closing import years_of
from ..reserve.policy import RULE_KEYS
from ..reserve.positions import lots_of
from ..reserve.report import region_names
from ..reserve.table import remaining_of, reserve_sheets
from ..reserve.vocabulary import BOOK_KIND as RESERVE_KIND
from .charts import farmland_charts
from .checks import reserve_identities, surplus_balance_identities
from .ground import (
    NO_GROUND,
    Ground,
    class_and_form_identities,
    class_sheets,
    form_sheets,
    prime_sheets,
    require_ground,
    without_twice,
)
from .job import FAMILIES, FarmlandJob
from .links import links_of, vouchers_until
from .settling import Standing, standings_of
from .stock import YearOfStock, county_stocks, ending, uses_by_month, years_of_stock
from .tables import FarmlandTables

Sheet = Union[FilledTable, FilledForm]

MONTHS_RULE = "reserve_expiring_months"
PROJECT_RULES = ("requisition_promise_quantity", "requisition_one_account_from", "requisition_one_account_quality")


@dataclass
class Made:
    """What the sheets were made of; empty where a part was not asked for or the ledger has none of it."""

    lots: Sequence[Lot] = ()
    ending: Sequence[Lot] = ()
    standings: Sequence[Standing] = ()
    year: YearOfStock | None = None
    expired: Indicators = NOTHING
    linked: Linked | None = None
    booked: Booked | None = None
    rectified: Rectified | None = None
    rules: list[Rule] = field(default_factory=list)
    inputs: list[Row] = field(default_factory=list)
    projects: FilledTable | None = None
    occupied: Indicators = NOTHING
    short_prime: int = 0
    problems: list[tuple[Sentence, Sequence[Problem]]] = field(default_factory=list)

    @property
    def stock(self) -> Indicators:
        """What is free of accepted lots."""
        return remaining_of(self.lots)

    def count(self, outcome: Outcome) -> int:
        """Projects with this conclusion."""
        return sum(each.outcome is outcome for each in self.standings)

    @property
    def surplus_available(self) -> Area:
        """What linkage books have available."""
        return ZERO if self.booked is None else Area.total(each.available for each in self.booked.positions)


@dataclass(frozen=True)
class FarmlandReport:
    """The sheets in their order, the identities that were checked, the charts, and what the sheets were made of."""

    tables: Sequence[Sheet]
    identities: Sequence[Identity]
    charts: ChartPage | None
    made: Made

    @property
    def draft(self) -> bool:
        """Whether some identity does not hold: then nothing here may be signed."""
        return not all(identity.ok for identity in self.identities)


def farmland_report(
    store: Store,
    job: FarmlandJob,
    facts: RunFacts,
    rules: Rules,
    shown: Collection[str] = tuple(FAMILIES),
    progress: Progress = no_progress,
    ground: Ground = NO_GROUND,
) -> FarmlandReport:
    """Tables, checks, charts and inputs of a ledger as it is at one moment, and of the layers of `ground`; `shown` are names of
    FAMILIES. Of all of them those are made of which the ledger has something, or that layers were given for; what is asked for
    by name is there, if it is empty.

    InputError for a ledger that has nothing of what is asked for, and a table asked for by name whose layers are not given.
    """
    every = set(shown) == set(FAMILIES)
    require_ground(ground, () if every else shown)
    with store.snapshot():
        made = Made()
        parts = _Parts(store, job, rules, made, every, ground)
        tables: list[Sheet] = []
        identities: list[Identity] = []
        for share, names, make in (
            ((0.0, 0.5), ("T05", "T06", "T27"), parts.reserve), ((0.5, 0.6), ("T07", "T27"), parts.occupied),
            ((0.6, 0.7), ("T08",), parts.prime), ((0.7, 0.8), ("T09",), parts.linkage),
            ((0.8, 0.9), ("T10", "T10S"), parts.rectification),
        ):  # fmt: skip
            if any(name in shown for name in names):
                for found, checked in make(part_of(progress, *share)):
                    tables += found
                    identities += checked
        if not tables:
            template = translate("LandLedger", "The ledger {ledger} has no reserve, no linkage surplus and no outflow spots.")
            raise InputError(template, ledger=store.label)
        own = environment(replace(facts, rules=[*made.rules, *facts.rules]))
        inputs = without_twice([*_inputs(store, job), *made.inputs, *own])
    wanted = {layout for name in shown for layout in FAMILIES[name]}
    sheets = [table for table in tables if table.layout.id in wanted]
    charts = farmland_charts(job, {table.layout.id: table for table in sheets if isinstance(table, FilledTable)})
    checks = checks_table(identities, DisplayUnit.MU, load_layout("CHECKS", job.folder))
    rows = [row for kind, problems in made.problems for row in finding_rows(problems, kind)]
    if rows:
        sheets.append(FilledTable(load_layout("FINDINGS", job.folder), rows, DisplayUnit.MU))
    based = FilledTable(load_layout("INPUTS", job.folder), inputs)
    progress(1.0)
    return FarmlandReport([*sheets, checks, based], identities, charts, made)


def write_farmland_report(
    report: FarmlandReport, path: str | Path, fonts: Sequence[str] = (), say: Say = str, progress: Progress = no_progress
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


_Part = tuple[list[Sheet], list[Identity]]


@dataclass
class _Parts:
    """Makes the parts of a report; `every` says that only what there is something of is wanted."""

    store: Store
    job: FarmlandJob
    rules: Rules
    made: Made
    every: bool
    ground: Ground = NO_GROUND

    def reserve(self, progress: Progress) -> Iterator[_Part]:
        """Stock and links."""
        store, job, made = of_kind(self.store, RESERVE_KIND), self.job, self.made
        books = {book.code: book.holder for book in job.books(store.books(), RESERVE_KIND)}
        if self.every and not books:
            return
        lots = made.lots = lots_of(store, list(books), job.until)
        vouchers = vouchers_until(store, books, job.until, part_of(progress, 0.1, 0.8))
        links = links_of(vouchers, books, lots)
        projects = {record.key: record for record in self.store.records("balance_project")}
        made.standings = standings_of(projects, links, job.holders, Policy.of(self.rules), job.day)
        uses = uses_by_month(vouchers)
        years = years_of_stock(store, list(books), lots, uses, job.until, job.year)
        made.year = next((each for each in years if each.year == job.year), None)
        months = self.rules.whole(MONTHS_RULE)
        made.ending = ending(lots, job.day, months)
        stocks = county_stocks(lots, job.day)
        made.expired = Indicators.total(each.expired for each in stocks)
        made.rules += [self.rules.get(key) for key in (*RULE_KEYS, MONTHS_RULE, *PROJECT_RULES)]
        regions = region_names(self.store)
        fill = FarmlandTables(job, regions)
        sheets = reserve_sheets(lots, regions, job.name, job.folder)
        tables = [
            *sheets.tables, fill.counties(stocks), fill.months(uses), fill.years(years), fill.ending(made.ending, months),
            fill.links(made.standings, links, lots), fill.projects(made.standings),
        ]  # fmt: skip
        made.projects = tables[-1]
        yield list(tables), [*sheets.identities, *reserve_identities(store, job, tables, fill, books)]
        self._told(translate("LandLedger", "requisition–compensation"), list(_otherwise(made.standings)))

    def occupied(self, progress: Progress) -> Iterator[_Part]:
        """Red lines over the survey: T07, and T27 with what the ledger has booked."""
        occupied = self.ground.occupied
        if occupied is None:
            return
        classes = class_sheets(occupied, self.job)
        made = self.made
        forms = form_sheets(occupied, self.job, made.standings, made.lots, made.projects, region_names(self.store))
        between = class_and_form_identities(occupied, classes.tables, forms.tables)
        made.rules += occupied.demanded.policy.used
        made.occupied = Indicators.total(demand.need for demand in occupied.demands.demands)
        self.made.inputs += classes.inputs
        self._told(translate("LandLedger", "requisition–compensation"), classes.problems)
        yield [*classes.tables, *forms.tables], [*classes.identities, *forms.identities, *between]

    def prime(self, progress: Progress) -> Iterator[_Part]:
        """Prime farmland and its supplement: T08."""
        prime = self.ground.prime
        if prime is None:
            return
        named = {**region_names(self.store), **prime.result.county_names}
        sheets = prime_sheets(replace(prime, result=replace(prime.result, county_names=named)), self.job)
        self.made.short_prime = sum(not project.passed for project in prime.result.projects)
        self.made.inputs += sheets.inputs
        yield list(sheets.tables), list(sheets.identities)

    def linkage(self, progress: Progress) -> Iterator[_Part]:
        """Project areas of the register and their surplus in the books."""
        store, job, made = of_kind(self.store, LINKAGE_KIND), self.job, self.made
        ledger = SurplusLedger(self.store)
        books = {holder: book for holder, book in ledger.books().items() if holder in job.holders}
        positions = [each for each in ledger.positions(job.until) if each.holder in books]
        projects = of_holders(kept_projects(self.store), job.holders)
        if self.every and not positions and not projects:
            return
        progress(0.5)
        settings = linkage_rules(self.rules)
        booked = made.booked = Booked(positions, books)
        linked = made.linked = link(projects, (), settings, job.day.year, (), booked)
        made.rules += settings.used
        regions = region_names(self.store)
        names = TableNames(regions, {}, job.name, job.folder)
        surplus = surplus_table(booked, projects, names)
        of_books = {book.code: holder for holder, book in books.items()}
        labels = {holder: book.name for holder, book in books.items()}
        identities = [
            *surplus_identities(surplus, booked),
            *surplus_balance_identities(store, job, surplus, of_books, labels),
        ]
        if not job.every:
            # What one holder got another gave: of some holders alone they need not be equal.
            identities = [each for each in identities if each.relation != "≤"]
        tables: list[Sheet] = [surplus]
        if projects:
            table = project_table(linked, names)
            tables.insert(0, table)
            identities += linkage_identities(linked, table, None)
        within = [identity for table in tables for identity in compact(identities_of(table))]
        self._told(translate("LandLedger", "increase–decrease linkage"), linked.problems)
        yield tables, [*within, *compact(identities), *rule_identities(linked.problems)]

    def rectification(self, progress: Progress) -> Iterator[_Part]:
        """Outflow spots and acts of the registers, by the rules of rectification."""
        job, made = self.job, self.made
        kept = joined(self.store, (), ())
        spots = [_until(spot, job) for spot in kept.spots if _wanted(spot, job)]
        numbers = {spot.number for spot in spots}
        acts = [act for act in kept.acts if act.spot in numbers and _done(act, job)]
        if self.every and not spots:
            return
        progress(0.5)
        settings = rectification_rules(self.rules)
        found = made.rectified = rectify(spots, acts, settings)
        made.rules += settings.used
        names = TableNames(region_names(self.store), {}, job.name, job.folder)
        listed, summary, done = spot_table(found, names), summary_table(found, names), act_table(found, names)
        tables: list[Sheet] = [listed, summary, done]
        identities = [identity for table in tables for identity in compact(identities_of(table))]
        identities += compact(rectification_identities(found, listed, done, summary))
        self._told(translate("LandLedger", "outflow rectification"), found.problems)
        yield tables, [*identities, *rule_identities(found.problems)]

    def _told(self, kind: str, problems: Sequence[Problem]) -> None:
        self.made.problems.append((sentence(kind), problems))


def _otherwise(standings: Sequence[Standing]) -> Iterator[Problem]:
    """Projects whose register has another conclusion than what is drawn and frozen gives."""
    text = translate("LandLedger", "The register says {said}; by what is drawn and frozen it is {outcome}.")
    for each in standings:
        if each.said is not None and each.outcome is not None and each.said is not each.outcome:
            said = sentence(text, said=each.said.value, outcome=each.outcome.value)
            yield Problem("way", Severity.WARNING, each.code, said)


def _wanted(spot: Spot, job: FarmlandJob) -> bool:
    """Whether a spot is one of the holders of the job (or of none) and flowed out by the year of its day."""
    return (job.every or spot.county_code in job.holders) and (spot.year is None or spot.year <= job.day.year)


def _done(act: Act, job: FarmlandJob) -> bool:
    return job.until is None or act.date is None or act.date <= job.until


def _until(spot: Spot, job: FarmlandJob) -> Spot:
    """The spot as it was on the day: not struck off yet where that came later."""
    later = job.until is not None and spot.closed is not None and spot.closed > job.until
    return replace(spot, closed=None) if later else spot


# -------------------------------------------------------------------------------------------------------------- inputs


def _inputs(store: Store, job: FarmlandJob) -> Iterator[Row]:
    """Which ledger, how far, whose; what a day in the past means; the seal of every book."""
    info = store.info()
    yield fact(translate("LandLedger", "Ledger"), info.title, store.label)
    yield fact(translate("LandLedger", "Ledger number"), info.uid)
    yield fact(translate("LandLedger", "Year"), str(job.year))
    until: Sentence | str = sentence(translate("LandLedger", "everything posted"))
    if job.until is not None:
        until = job.until.isoformat()
    by_booking = translate("LandLedger", "By date of booking. Registers (lots, projects, spots) are as they are now.")
    yield fact(translate("LandLedger", "Counted up to"), until, sentence(by_booking))
    books = [book for book in store.books() if book.kind in (RESERVE_KIND, LINKAGE_KIND) and book.holder in job.holders]
    names = region_names(store)
    yield fact(translate("LandLedger", "Holders"), "、".join(names.get(each, each) for each in job.holders))
    text = translate(
        "LandLedger",
        "Until the year of a reserve book is closed, and always in linkage books, a later booking dated before this day changes "
        "the figures. The ends of the books below prove what this report was made of.",
    )
    yield fact(translate("LandLedger", "End of the period"), job.day.isoformat(), sentence(text))
    for book in books:
        label = f"{book.name} {book.code}"
        yield from book_ends(store, book.code, label)
        yield from _closed(store, book.code, label)


def _closed(store: Store, code: str, label: str) -> Iterator[Row]:
    """Up to which year a book is closed, with the voucher and seal that stand on record."""
    closed = [state for state in years_of(store, code) if state.closed]
    if closed:
        last = closed[-1]
        text = translate("LandLedger", "{book}, closed up to {year} by voucher {number}")
        said = sentence(text, book=label, year=last.quarter.year, number=last.number)
        yield fact(translate("LandLedger", "Year closed"), said, last.hash)


def figures(made: Made) -> Mapping[str, int | float | None]:
    """What models and scripts get: areas in 亩, capacity in kg, counts; None for what can't be said."""

    def mu(amount: int) -> float:
        return float(Area(amount).mu(6))

    use = made.year.use if made.year else None
    used = Indicators.total(lot.used for lot in made.lots)
    frozen = Indicators.total(lot.frozen for lot in made.lots)
    lasts = made.year.lasts[0] if made.year else None
    rectified, linked = made.rectified, made.linked
    return {
        "LOT_COUNT": len(made.lots),
        "STOCK_MU": mu(made.stock.quantity), "STOCK_PADDY_MU": mu(made.stock.paddy), "STOCK_CAPACITY_KG": made.stock.capacity,
        "USED_MU": mu(used.quantity), "USED_PADDY_MU": mu(used.paddy), "USED_CAPACITY_KG": used.capacity,
        "FROZEN_MU": mu(frozen.quantity), "FROZEN_PADDY_MU": mu(frozen.paddy), "FROZEN_CAPACITY_KG": frozen.capacity,
        "EXPIRED_MU": mu(made.expired.quantity), "EXPIRING_COUNT": len(made.ending),
        "YEAR_USED_MU": mu(use.amounts.quantity if use else 0), "YEAR_PROJECT_COUNT": use.projects if use else 0,
        "STOCK_YEARS": None if lasts is None else float(lasts),
        "PROJECT_COUNT": len(made.standings), "SETTLED_COUNT": made.count(Outcome.SETTLED),
        "PROMISED_COUNT": made.count(Outcome.PROMISED), "UNSETTLED_COUNT": made.count(Outcome.UNSETTLED),
        "LINKAGE_COUNT": len(linked.projects) if linked else 0,
        "SURPLUS_AVAILABLE_MU": float(made.surplus_available.mu(6)),
        "SPOT_COUNT": len(rectified.spots) if rectified else 0,
        "DUE_MU": float(rectified.due.mu(6)) if rectified else 0.0,
        "RECTIFIED_MU": float(rectified.done.mu(6)) if rectified else 0.0,
        "OCCUPIED_MU": mu(made.occupied.quantity), "SHORT_PROJECT_COUNT": made.short_prime,
    }  # fmt: skip
