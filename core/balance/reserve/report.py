"""The workbook of the reserve: T05 in hectares and in mu, checks, what it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.book_ends import book_ends
from ...quota.subjects import Holder, subject_of
from ...rules import Status
from ...sentence import sentence, translate
from ...store import Store
from ...survey.schema import GradeSystem
from ...workbook import DisplayUnit, FilledTable, Row, checks_table, load_layout
from ..grades import load_yields
from .importing import CheckedLots
from .ledger import ReserveLedger
from .policy import RULE_KEYS
from .reading import LotChoices
from .table import ReserveSheets, reserve_sheets


def region_names(store: Store) -> dict[str, str]:
    """What the holders of a ledger are called, by code."""
    names = {book.holder: book.name for book in reversed(store.books())}
    names.update((record.key, subject_of(Holder, record.values).label) for record in store.records("holder"))
    return names


def sheets_of(ledger: ReserveLedger, name: str = "", folder: str | None = None) -> ReserveSheets:
    """T05 of all lots of a ledger, for any workbook."""
    return reserve_sheets(ledger.lots(), region_names(ledger.store), name, folder)


def reserve_report(
    ledger: ReserveLedger, facts: RunFacts, name: str = "", folder: str | None = None, more: Sequence[Row] = ()
) -> Report:
    """The sheets of the reserve as it is now; `more` are lines of the inputs sheet (`inputs_sheet.fact`)."""
    with ledger.store.snapshot():
        sheets = sheets_of(ledger, name, folder)
        inputs = [*_heads(ledger), *more, *_rules(ledger, facts)]
    checks = checks_table(sheets.identities, DisplayUnit.HECTARE, load_layout("CHECKS", folder))
    return Report([*sheets.tables, checks, FilledTable(load_layout("INPUTS", folder), inputs)], sheets.identities)


def _heads(ledger: ReserveLedger) -> Iterator[Row]:
    """Which ledger, how far; the seal of every reserve book."""
    info = ledger.store.info()
    yield fact(translate("LandLedger", "Ledger"), info.title, ledger.store.label)
    yield fact(translate("LandLedger", "Ledger number"), info.uid)
    for book in ledger.books().values():
        yield from book_ends(ledger.store, book.code, f"{book.name} {book.code}")


def import_facts(path: str, checked: CheckedLots, choices: LotChoices) -> list[Row]:
    """What was imported: file, sheet, how many lots; the preset by which capacities were computed, and how sure it is."""
    text = translate("LandLedger", "{sheet}: {new} new lots, {known} entered before")
    places = {"sheet": checked.rows.grid.name, "new": len(checked.new), "known": len(checked.known)}
    found = [fact(translate("LandLedger", "Spreadsheet"), Path(path).name, sentence(text, **places))]
    if checked.read.estimated:
        systems = dict.fromkeys(str(lot.values["grade_system"]) for lot in checked.read.lots if lot.values.get("estimated"))
        for system in systems:
            yields = load_yields(GradeSystem(system), choices.preset, choices.own_yields)
            text = translate("LandLedger", "{count} lots without a capacity; preset {preset}, {system}")
            content = sentence(text, count=checked.read.estimated, preset=choices.preset, system=system)
            status = {each.value: each.label for each in Status}.get(yields.status, yields.status)
            found.append(fact(translate("LandLedger", "Capacity computed"), content, yields.source, sentence(status)))
    return found


def _rules(ledger: ReserveLedger, facts: RunFacts) -> Iterator[Row]:
    """The rules of the reserve, and what the floor above knows."""
    rules = [ledger.rules.get(key) for key in RULE_KEYS]
    yield from environment(RunFacts(facts.preset, facts.versions, facts.notices, [*rules, *facts.rules]))
