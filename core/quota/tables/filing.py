"""T24 用地指标季度备案表: opening, what came in and went out in a quarter, closing, by holder, source and quota year.

The balances are those of the ledger at the end of two days, the flows are its turnover in between: that both agree (H8) is
checked, not assumed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...area import Area
from ...ledger.model import AccountKey
from ...sentence import Sentence, sentence, translate
from ...store.interface import Store, Turnover
from ...workbook import FilledTable, Row, load_layout, with_subtotals
from ...workbook.table import Value
from ..quarters import quarters_of
from ..vocabulary import OWN_STATES, Dimension, Event, State
from .columns import CARRIED_FILED, filed_column
from .job import QuotaJob
from .moves import TAKEN, turnover_between
from .names import Names, is_separate

SEPARATE_SHEET = "用地指标季度备案表（单列）"
_ONE_DAY = datetime.timedelta(days=1)
_TOTAL = Dimension.TOTAL.value
_HELD = frozenset((State.RESERVED.value, State.ALLOCATED.value))
_USED = frozenset((State.USED.value, State.WRITTEN_OFF.value))
_OWN = frozenset(state.value for state in OWN_STATES)
_AREAS = (
    "O", "O1", "O3", "O2", "I1", "I2", "I3", "I4", "U", "T", "H", "A1", "A2", "A3", "PD", "P", "C", "C1",
)  # fmt: skip

FilingKey = tuple[str, int, str]
"""Book, quota year, source."""


@dataclass
class FilingRow:
    """One row: micro-mu by column, and the projects whose advances grew or were cleared in the quarter."""

    areas: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_AREAS, 0))
    advanced: dict[str, int] = field(default_factory=dict)
    cleared: dict[str, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to file."""
        return not any(self.areas.values()) and not any(self.advanced.values()) and not any(self.cleared.values())

    @property
    def closing(self) -> dict[str, int]:
        """What the closings have to be by the opening and the flows of the quarter."""
        cell = self.areas
        incoming = cell["I1"] + cell["I2"] + cell["I3"] + cell["I4"]
        return {
            "C": cell["O"] + incoming - cell["U"] - cell["T"] - cell["H"] - cell["PD"],
            "C1": cell["O1"] + cell["H"],
            "P": cell["O3"] + cell["PD"],
            "A3": cell["O2"] + cell["A1"] - cell["A2"],
        }


@dataclass(frozen=True)
class Filing:
    """The filing of some days: rows by key, in the order of the sheet."""

    first: datetime.date
    last: datetime.date
    rows: Mapping[FilingKey, FilingRow]


Ends = dict[datetime.date, Mapping[tuple[AccountKey, str], int]]
"""Balances by the day at whose end they were asked for."""


def filing(
    store: Store, job: QuotaJob, names: Names, first: datetime.date, last: datetime.date, ends: Ends | None = None
) -> Filing:
    """The rows of a period that begins with a month; by booking date, as quarters are. `ends` are kept for the filing of
    the next or the former period."""
    found: dict[FilingKey, FilingRow] = {}
    ends = {} if ends is None else ends
    for day in (first - _ONE_DAY, last):
        if day not in ends:
            ends[day] = store.merged_balances(job.books, day, _TOTAL)

    def row(account: AccountKey) -> FilingRow:
        return found.setdefault((account.book, account.year, account.source), FilingRow())

    _balances(ends[first - _ONE_DAY], names, {"AVL": "O", "HELD": "O1", "PEN": "O3", "ADV": "O2"}, row)
    for each in turnover_between(store, job.books, first, last):
        _flow(each, row, names)
    for each in turnover_between(store, job.books, first, last, (State.ADVANCED.value,)):
        projects = row(each.account).advanced if each.nature in TAKEN else row(each.account).cleared
        change = each.received - each.spent
        code = each.account.project
        projects[code] = projects.get(code, 0) + (-change if each.nature in TAKEN else change)
    _balances(ends[last], names, {"AVL": "C", "HELD": "C1", "PEN": "P", "ADV": "A3"}, row)
    places = {book: place for place, book in enumerate(job.books)}
    order = sorted(found, key=lambda key: (places[key[0]], names.source(key[2]).order, key[2], key[1]))
    return Filing(first, last, {key: found[key] for key in order if not found[key].empty})


def _balances(
    balances: Mapping[tuple[AccountKey, str], int],
    names: Names,
    columns: Mapping[str, str],
    row: Callable[[AccountKey], FilingRow],
) -> None:
    """Balances at the end of a day into the columns of available, held, pending and advanced."""
    for (account, _), amount in balances.items():
        advance = names.source(account.source).is_advance
        if account.state == State.ADVANCED.value:
            row(account).areas[columns["ADV"]] -= amount
        elif not advance:
            column = columns.get("HELD" if account.state in _HELD else account.state)
            if column:
                row(account).areas[column] += amount


def _flow(each: Turnover, row: Callable[[AccountKey], FilingRow], names: Names) -> None:
    """A turnover of the period into its columns."""
    account, net = each.account, each.received - each.spent
    own = row(account)
    if account.state == State.ADVANCED.value:
        taken = each.nature in TAKEN
        own.areas["A1" if taken else "A2"] += -net if taken else net
        return
    if names.source(account.source).is_advance or account.state not in _OWN:
        return
    column, sign = _column_of(each, names)
    if column:
        own.areas[column] += sign * net
    elif each.nature == Event.CARRY_OVER.value:
        own.areas["I4"] += each.received
        own.areas["T"] += each.spent
    if account.state in _HELD:
        own.areas["H"] += net
    elif account.state == State.PENDING.value:
        own.areas["PD"] += net
    elif account.state in _USED:
        own.areas["U"] += net


def _column_of(each: Turnover, names: Names) -> tuple[str, int]:
    """The column of what changes the whole of a source, '' for what only moves it between states."""
    if each.nature == Event.ISSUE.value:
        return filed_column(each.account.source), 1
    if each.nature == Event.OPENING.value:
        return CARRIED_FILED, 1
    if each.nature == Event.TRANSFER_IN.value:
        return "I3", 1
    return ("T", -1) if each.nature in (Event.TRANSFER_OUT.value, Event.RECLAIM.value) else ("", 0)


def filing_tables(filed: Filing, job: QuotaJob, names: Names, heads: Mapping[str, FiledHead]) -> list[FilledTable]:
    """T24, and a sheet of its own for the sources that are kept apart where there are any."""
    layout = load_layout("T24", job.folder)
    tables = []
    for separate in (False, True):
        rows = [
            Row(_cells(key, row, names)) for key, row in filed.rows.items() if is_separate(names.source(key[2])) is separate
        ]
        if separate and not rows:
            continue
        tables.append(
            FilledTable(
                layout,
                with_subtotals(layout, rows),
                title_places=job.title_places,
                notes=list(_head_notes(filed, job, names, heads)),
                sheet_name=SEPARATE_SHEET if separate else "",
            )
        )
    return tables


def _cells(key: FilingKey, row: FilingRow, names: Names) -> dict[str, Value]:
    book, year, source = key
    cells: dict[str, Value] = {name: Area(value) for name, value in row.areas.items()}
    return {
        "REGION": names.holder(book),
        "R": names.source(source).label,
        "YEAR": year,
        **cells,
        "A1N": sum(amount > 0 for amount in row.advanced.values()),
        "A2N": sum(amount > 0 for amount in row.cleared.values()),
    }


@dataclass(frozen=True)
class FiledHead:
    """The end of a book as it is filed: `closed` says whether the quarter was closed with it, or it is the end now."""

    number: int
    hash: str
    closed: bool


def filed_heads(store: Store, job: QuotaJob) -> dict[str, FiledHead]:
    """By book: the end with which the quarter was closed, the end of the book now where it is open."""
    found = {}
    for book in job.books:
        closed = next((s for s in quarters_of(store, book) if s.quarter == job.quarter and s.closed), None)
        head = store.head(book)
        found[book] = FiledHead(closed.number, closed.hash, True) if closed else FiledHead(head.number, head.hash, False)
    return found


def _head_notes(
    filed: Filing, job: QuotaJob, names: Names, heads: Mapping[str, FiledHead]
) -> Iterator[Sentence]:
    """The seal of every book under the sheet: the anchor without which a chain proves nothing."""
    yield sentence(
        translate("LandLedger", "Booked from {first} to {last}."),
        first=filed.first.isoformat(), last=filed.last.isoformat(),
    )  # fmt: skip
    closed = translate("LandLedger", "Book {book}: closed with voucher {number}, seal {hash}.")
    now = translate("LandLedger", "Book {book}: not closed; last voucher {number}, seal {hash}.")
    for book in job.books:
        head = heads[book]
        template = closed if head.closed else now
        yield sentence(template, book=f"{names.holder(book)} {book}", number=head.number, hash=head.hash)


def opening_and_former_closing(now: Filing, before: Filing) -> Sequence[tuple[FilingKey, str, int, int]]:
    """Key, column, opening of a filing, closing of the one before by its own opening and flows."""
    pairs = (("O", "C"), ("O1", "C1"), ("O3", "P"), ("O2", "A3"))
    nothing = FilingRow()
    return [
        (key, opening, now.rows.get(key, nothing).areas[opening], before.rows.get(key, nothing).closing[closing])
        for key in dict.fromkeys([*now.rows, *before.rows])
        for opening, closing in pairs
    ]
