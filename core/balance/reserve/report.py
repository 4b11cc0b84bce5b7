"""The workbook of the reserve: T05 in hectares and in mu, checks, what it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...quota.subjects import Holder, subject_of
from ...sentence import sentence, translate
from ...store import Store
from ...workbook import DisplayUnit, FilledTable, Row, checks_table, load_layout
from .ledger import ReserveLedger
from .policy import RULE_KEYS
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
    ledger: ReserveLedger, facts: RunFacts, name: str = "", folder: str | None = None
) -> Report:
    """The sheets of the reserve as it is now."""
    with ledger.store.snapshot():
        sheets = sheets_of(ledger, name, folder)
        inputs = list(_inputs(ledger, facts))
    checks = checks_table(sheets.identities, DisplayUnit.HECTARE, load_layout("CHECKS", folder))
    return Report([*sheets.tables, checks, FilledTable(load_layout("INPUTS", folder), inputs)], sheets.identities)


def _inputs(ledger: ReserveLedger, facts: RunFacts) -> Iterator[Row]:
    """Which ledger, how far; the seal of every reserve book; rules and programs."""
    info = ledger.store.info()
    yield fact(translate("LandLedger", "Ledger"), info.title, ledger.store.label)
    yield fact(translate("LandLedger", "Ledger number"), info.uid)
    for book in ledger.books().values():
        head = ledger.store.head(book.code)
        text = translate("LandLedger", "voucher {number}, {hash}")
        content = sentence(text, number=head.number, hash=head.hash)
        yield fact(translate("LandLedger", "End of the book"), content, f"{book.name} {book.code}")
    rules = [ledger.rules.get(key) for key in RULE_KEYS]
    yield from environment(RunFacts(facts.preset, facts.versions, facts.notices, [*rules, *facts.rules]))
