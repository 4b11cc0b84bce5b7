"""The tables of stock, approvals and supply of a ledger, with their checks and what has to be told."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..area import Area
from ..errors import InputError
from ..ledger.registers import load_register
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..rules import Rule, Rules
from ..sentence import Sentence, sentence, translate
from ..store import Store, VoucherQuery
from ..workbook import DisplayUnit, FilledTable, Identity, Row, checks_table, compact, identities_of, load_layout
from .background import holders_of, sources_of
from .books import quota_store
from .register_tables import (
    TableNames,
    approval_identities,
    approval_table,
    supply_identities,
    supply_table,
    unsupplied_identities,
    unsupplied_table,
)
from .stock import StockFacts, StockResult, StockRules, estimates, facts_of, stock_rules, with_plots
from .stock_tables import (
    disposal_of,
    mode_identities,
    mode_table,
    stock_identities,
    stock_table,
    task_identities,
    task_table,
)
from .supply import Batch, Values, batches_of, first_year, rates_of, supply_of, supply_window
from .vocabulary import Dimension, Event, State

SHEETS = ("T03", "T03B", "T04", "T22", "T23", "T23B")
"""Ids of the tables, in the order of their sheets."""


@dataclass(frozen=True)
class Registers:
    """The rows of the registers that these tables are made of. `used` says which quota each approval used."""

    approvals: Sequence[Values] = ()
    supplies: Sequence[Values] = ()
    plots: Sequence[Values] = ()
    tasks: Sequence[Values] = ()
    former: Sequence[Values] = ()
    used: Mapping[str, Mapping[str, Area]] = field(default_factory=dict)


@dataclass(frozen=True)
class StockSheets:
    """The tables by id, what has to hold in and between them, and what has to be told; `results` are the estimates."""

    tables: Mapping[str, FilledTable]
    identities: Sequence[Identity]
    findings: Sequence[Sentence]
    results: Sequence[StockResult] = ()
    rules: Sequence[Rule] = ()


def registers_of(store: Store) -> Registers:
    """What a ledger keeps of approvals, supply, plots, tasks and the years before, and the quota its vouchers used."""
    approvals = register_values(store, "approval")
    return Registers(
        approvals,
        register_values(store, "supply"),
        register_values(store, "unsupplied"),
        register_values(store, "task"),
        register_values(store, "former"),
        used_quota(store) if approvals else {},
    )


def register_values(store: Store, register: str) -> list[Values]:
    """The rows of a register as they are now."""
    return [record.values for record in store.records(register)]


def names_of(store: Store, title: str = "", folder: str | None = None) -> TableNames:
    """What holders and sources of a ledger are called."""
    holders = {code: holder.name for code, holder in holders_of(store).items()}
    sources = {code: source.label for code, source in sources_of(store).items()}
    return TableNames(holders, sources, title, folder)


def used_quota(store: Store) -> dict[str, dict[str, Area]]:
    """Approval → source → quota its vouchers used, reversals taken off; sources that come to nothing are left out."""
    natures = {Event.USE.value, Event.CLEAR.value}
    events = [*natures, Event.REVERSE.value]
    sums: dict[str, dict[str, int]] = {}
    for voucher in quota_store(store).vouchers(VoucherQuery(events=events)):
        draft = voucher.draft
        if not draft.approval or draft.nature not in natures:
            continue
        by_source = sums.setdefault(draft.approval, {})
        for account, dimension, amount in draft.postings:
            if account.state == State.USED.value and dimension == Dimension.TOTAL.value:
                by_source[account.source] = by_source.get(account.source, 0) + amount
    return {
        number: {source: Area(amount) for source, amount in by_source.items() if amount}
        for number, by_source in sums.items()
    }


def stock_sheets(
    registers: Registers,
    rules: Rules,
    year: int,
    names: TableNames,
    as_of: datetime.date | None = None,
    only: Sequence[str] = SHEETS,
    only_left: bool = False,
) -> StockSheets:
    """The tables `only` of a year with their checks. Approvals and supply are those of all years in the registers, T23B,
    T03B and T04 those of `year`."""
    end = as_of or datetime.date(year, 12, 31)
    tables: dict[str, FilledTable] = {}
    identities: list[Identity] = []
    told: list[Sentence] = []
    if "T03" in only:
        tables["T03"] = unsupplied_table(registers.plots, names, only_left)
    results: Sequence[StockResult] = ()
    used: tuple[Rule, ...] = ()
    if "T04" in only or "T03B" in only:
        results, used = _stock(registers, rules, year, names, only, tables, identities, told)
    if "T22" in only:
        tables["T22"] = approval_table(registers.approvals, registers.used, names, end)
    if "T23" in only:
        tables["T23"] = supply_table(registers.supplies, names)
    if "T23B" in only:
        # The whole is that of the highest holder: figures of counties stand beside it in the same register.
        highest = next(iter(names.holders), "")
        former = [row for row in registers.former if not highest or row.get("holder") == highest]
        supply = supply_of(registers.supplies, year, former)
        tables["T23B"] = mode_table(supply, names)
        identities += mode_identities(tables["T23B"], supply)
        told += supply.findings
    ordered = {key: tables[key] for key in SHEETS if key in tables}
    within = [identity for table in ordered.values() for identity in compact(identities_of(table))]
    return StockSheets(ordered, [*within, *compact([*_own(ordered), *identities])], told, results, used)


def _own(tables: Mapping[str, FilledTable]) -> Iterator[Identity]:
    """What the layouts of the registers' tables can't declare."""
    checks = {"T03": unsupplied_identities, "T22": approval_identities, "T23": supply_identities}
    for key, identities in checks.items():
        if key in tables:
            yield from identities(tables[key])


def _stock(
    registers: Registers,
    rules: Rules,
    year: int,
    names: TableNames,
    only: Sequence[str],
    tables: dict[str, FilledTable],
    identities: list[Identity],
    told: list[Sentence],
) -> tuple[Sequence[StockResult], tuple[Rule, ...]]:
    """T03B and T04 of a year, put into `tables` with their checks."""
    rule = stock_rules(rules, year)
    facts = _facts(registers, rule, names, told)
    results = estimates(facts, rule)
    told += [finding for result in results for finding in result.findings]
    used = [*rule.used]
    if "T04" in only:
        tables["T04"] = stock_table(results, names)
        identities += stock_identities(tables["T04"], rule)
    if "T03B" in only:
        own = [[row for row in registers.plots if row.get("holder") == each.holder] for each in facts]
        disposals = [disposal_of(each, plots) for each, plots in zip(facts, own)]
        batches, about = _batches(registers, rules)
        told += about
        window = supply_window(rules)
        approved = {batch.holder for batch in batches}
        rates = [rates_of(batches, year, window, each.holder) if each.holder in approved else None for each in facts]
        total = rates_of((b for b in batches if b.holder in {f.holder for f in facts}), year, window) if batches else None
        tables["T03B"] = task_table(facts, disposals, rates, total, names)
        used += [rules.get("unsupplied_base_year"), rules.get("supply_rate_years")]
        from_plots = rule.cutoff is None and _from_plots(facts, registers)
        identities += task_identities(tables["T03B"], tables.get("T03") if from_plots else None, tables.get("T04"))
    return results, tuple(used)


def _facts(registers: Registers, rule: StockRules, names: TableNames, told: list[Sentence]) -> list[StockFacts]:
    """The facts of every holder that has a task row of the year or plots, in the order of the ledger."""
    by_holder: dict[str, StockFacts] = {}
    for values in registers.tasks:
        if values.get("year") != rule.year:
            continue
        each = facts_of(values, names.holders.get(str(values.get("holder")), ""))
        if each.holder in by_holder:
            template = translate("LandLedger", "{holder} {year}: there are two rows of this holder and year.")
            raise InputError(template, holder=each.name, year=each.year)
        by_holder[each.holder] = each
    for values in registers.plots:
        holder = str(values.get("holder") or "")
        by_holder.setdefault(holder, StockFacts(holder, names.holders.get(holder, holder), rule.year))
    order = {code: place for place, code in enumerate(names.holders)}
    found = []
    for holder in sorted(by_holder, key=lambda code: (order.get(code, len(order)), code)):
        plots = [row for row in registers.plots if row.get("holder") == holder]
        facts, about = with_plots(by_holder[holder], plots, rule.cutoff)
        told += about
        found.append(facts)
    return found


def _from_plots(facts: Sequence[StockFacts], registers: Registers) -> bool:
    """Whether all bases come from plots, so that T03 and T03B have to agree."""
    with_rows = {row.get("holder") for row in registers.plots}
    given = {str(row.get("holder")) for row in registers.tasks if row.get("unsupplied_base") is not None}
    return bool(with_rows) and all(each.holder in with_rows and each.holder not in given for each in facts)


def _batches(registers: Registers, rules: Rules) -> tuple[list[Batch], list[Sentence]]:
    if not registers.approvals:
        return [], []
    return batches_of(registers.approvals, registers.supplies, registers.plots, first_year(rules))


# -------------------------------------------------------------------------------------------------------------- report


def stock_report(sheets: StockSheets, facts: RunFacts, inputs: Iterable[Row], folder: str | None = None) -> Report:
    """The workbook: the tables, checks, findings, and what the run was based on."""
    tables = list(sheets.tables.values())
    # 亩 with six decimals holds every area; 公顷 would not hold one that was typed in 亩.
    checks = checks_table(sheets.identities, DisplayUnit.MU, load_layout("CHECKS", folder))
    based = FilledTable(load_layout("INPUTS", folder), [*inputs, *environment(facts)])
    return Report([*tables, checks, told_table(sheets.findings, folder), based], list(sheets.identities))


def told_table(findings: Iterable[Sentence], folder: str | None = None) -> FilledTable:
    """What whoever signs has to know, one line each."""
    kind = sentence(translate("LandLedger", "ledger"))
    return FilledTable(load_layout("FINDINGS", folder), [Row({"KIND": kind, "TEXT": said}) for said in findings])


def ledger_facts(store: Store, registers: Registers, year: int) -> Iterator[Row]:
    """Which ledger, and how much of it was read."""
    yield fact(translate("LandLedger", "Ledger"), store.label, store.info().title)
    yield fact(translate("LandLedger", "Year"), str(year))
    rows = {
        "approval": registers.approvals, "supply": registers.supplies, "unsupplied": registers.plots,
        "task": registers.tasks, "former": registers.former,
    }  # fmt: skip
    text = translate("LandLedger", "{count} rows")
    for name, members in rows.items():
        yield fact(REGISTER_TITLES[load_register(name).name], sentence(text, count=len(members)))


REGISTER_TITLES: Mapping[str, str] = {
    "approval": translate("LandLedger", "Register of approvals"),
    "supply": translate("LandLedger", "Register of supply"),
    "unsupplied": translate("LandLedger", "Register of approved-unsupplied plots"),
    "task": translate("LandLedger", "Register of disposal tasks"),
    "former": translate("LandLedger", "Register of former figures"),
}
