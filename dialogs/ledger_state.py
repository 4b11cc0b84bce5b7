"""What the ledger window knows of the ledger it shows: read in the background, all at one time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsSettings

from ..core.quota.overview import Overview, overview
from .memory import SCOPE

if TYPE_CHECKING:
    from ..core.ledger.model import Book
    from ..core.quota.ledger import QuotaLedger
    from ..core.quota.quarter import Quarter
    from ..core.store import Store

RECENT = f"{SCOPE}/ledgers"
MOST_RECENT = 8


@dataclass(frozen=True)
class LedgerState:
    """A ledger as it stood when it was read. Names by code: `holders` (of books), `sources`, `projects`; `owners` says
    whose a project is; `locked` are sources that belong to one project; `documents` are numbers added later, by
    voucher; `closed` book → closed quarters, `due` book → the one
    to be closed next; `heads` book → number of the last voucher and record."""

    title: str
    books: Sequence[Book]
    holders: Mapping[str, str]
    sources: Mapping[str, str]
    locked: frozenset[str]
    projects: Mapping[str, str]
    owners: Mapping[str, str]
    documents: Mapping[str, str]
    closed: Mapping[str, Sequence[str]]
    due: Mapping[str, Quarter]
    heads: Mapping[str, tuple[int, int]]
    found: Overview


def heads_of(store: Store) -> dict[str, tuple[int, int]]:
    """How far each book has come: what tells that somebody else has posted."""
    heads = {book.code: store.head(book.code) for book in store.books()}
    return {book: (head.number, head.record_number) for book, head in heads.items()}


def read_state(ledger: QuotaLedger, year: int | None) -> LedgerState:
    """The ledger now."""
    store = ledger.store
    heads = heads_of(store)
    books = store.books()
    sources, projects = ledger.sources(), ledger.projects()
    documents = {record.key: str(record.values.get("doc_no", "")) for record in store.records("document")}
    closed = {
        book.code: [state.quarter.label for state in ledger.quarters(book.code) if state.closed] for book in books
    }
    expected = {book.code: ledger.due_quarter(book.code) for book in books}
    due = {book: quarter for book, quarter in expected.items() if quarter is not None}
    return LedgerState(
        store.info().title,
        books,
        {book.code: book.name for book in books},
        {code: source.label for code, source in sources.items()},
        frozenset(code for code, source in sources.items() if source.locked),
        {code: project.name for code, project in projects.items()},
        {code: project.holder for code, project in projects.items()},
        documents,
        closed,
        due,
        heads,
        overview(store.balances([book.code for book in books]), year, sources.values()),
    )


def overview_of(ledger: QuotaLedger, year: int | None) -> Overview:
    """Standings of another year."""
    books = [book.code for book in ledger.store.books()]
    return overview(ledger.store.balances(books), year, ledger.sources().values())


def recent_ledgers() -> list[str]:
    """Ledgers opened before, the last one first."""
    kept = QgsSettings().value(RECENT, [])
    return [kept] if isinstance(kept, str) else [str(name) for name in kept or []]


def keep_recent(name: str) -> None:
    """Remember a ledger that was opened."""
    others = [other for other in recent_ledgers() if other != name]
    QgsSettings().setValue(RECENT, [name, *others][:MOST_RECENT])


def forget_recent(name: str) -> None:
    """A ledger that is gone."""
    QgsSettings().setValue(RECENT, [other for other in recent_ledgers() if other != name])
