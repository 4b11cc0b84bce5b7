"""Closing a quarter (季度结账): the head of the book is put on record, requests still open are listed for the next quarter.

Quarters close in their order, and only the last closed one may be opened again, by the city (the ledger's first book),
with a reason. Both are records of the chain.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..errors import FootingError, InputError
from ..ledger.model import AccountKey, Scalar
from ..ledger.registers import load_register
from ..sentence import sentence, translate
from ..store import Store, VoucherQuery, Writing
from .background import closed_quarters, holders_of, projects_of, sources_of
from .books import quota_books
from .policy import Policy
from .problems import account_text, mu
from .quarter import Quarter as Quarter
from .subjects import Project, values_of
from .vocabulary import OWN_STATES, STATE_LABELS, Dimension, State

REGISTER = "quarter"
CLOSED, OPEN = "closed", "open"
_GOING = {State.RESERVED.value, State.ADVANCED.value, State.ALLOCATED.value, State.PENDING.value}
_DONE = {State.USED.value, State.WRITTEN_OFF.value}
_OWN = frozenset(state.value for state in OWN_STATES)

Balances = Mapping[tuple[AccountKey, str], int]


@dataclass(frozen=True)
class QuarterState:
    """A quarter of a book: whether it is closed, with number and seal of the head when it was; `reason` of its reopening.

    `open_projects`: requests that were still open, listed for the next quarter; only where it was closed just now.
    """

    book: str
    quarter: Quarter
    closed: bool
    number: int = 0
    hash: str = ""
    date: str = ""
    reason: str = ""
    open_projects: tuple[str, ...] = ()


def quarters_of(store: Store, book: str) -> list[QuarterState]:
    """The quarters of a book that were ever closed, in their order, each as it is now."""
    found = [
        _state(record.values)
        for record in store.records(REGISTER)
        if record.values["book"] == book and record.key == f"{book}:{record.values['quarter']}"
    ]
    return sorted(found, key=lambda state: state.quarter)


def expected_quarter(store: Store, book: str) -> Quarter | None:
    """The quarter that is to be closed next: the one after the last closed, else that of the first voucher; None for any."""
    closed = closed_quarters(store, (book,)).get(book)
    if closed is not None:
        return closed.next
    first = next(iter(store.vouchers(VoucherQuery(books=(book,), limit=1))), None)
    return None if first is None else Quarter.of(first.draft.book_date)


def close(
    store: Store, quarter: Quarter, books: Collection[str], operator: str, today: datetime.date, policy: Policy
) -> list[QuarterState]:
    """Close a quarter of these books, all or none; see QuotaLedger.close_quarter."""
    if quarter > Quarter.of(today):
        raise InputError(translate("LandLedger", "The quarter {quarter} has not begun."), quarter=quarter.code)
    require_books(store, books)
    with store.writing(books) as writing:
        closed = closed_quarters(store, books)
        for book in books:
            _require_in_order(store, book, quarter, closed.get(book))
        require_flow(store, books, quarter)
        projects, balances = projects_of(store), store.balances(books, quarter.last)
        _require_nothing_owed(store, balances, quarter, policy)
        states = []
        for book in books:
            listed = open_projects(projects, balances, book, quarter)
            states.append(_close_one(writing, book, quarter, listed, operator, today))
        return states


def reopen(
    store: Store, quarter: Quarter, books: Collection[str], reason: str, operator: str, today: datetime.date
) -> list[QuarterState]:
    """Open the last closed quarter of these books again; the city's own book logs it, too."""
    if not reason.strip():
        raise InputError(translate("LandLedger", "Reopening a quarter needs a reason."))
    require_books(store, books)
    city = _city(store)
    with store.writing({city, *books}) as writing:
        closed = closed_quarters(store)
        for book in books:
            if closed.get(book) != quarter:
                raise InputError(
                    translate("LandLedger", "Only the last closed quarter of {book} can be reopened: {last}."),
                    book=_name(store, book), last=closed[book].code if book in closed else "—",
                )  # fmt: skip
        return [_reopen_one(store, writing, city, book, quarter, reason, operator, today) for book in books]


def require_books(store: Store, books: Collection[str]) -> None:
    """InputError for a book the ledger does not have, or for none at all."""
    known = set(quota_books(store))
    unknown = [book for book in books if book not in known]
    if unknown or not books:
        raise InputError(
            translate("LandLedger", "The ledger has no holder {holder}."), holder=unknown[0] if unknown else "—"
        )


def open_projects(
    projects: Mapping[str, Project],
    balances: Mapping[tuple[AccountKey, str], int],
    book: str,
    quarter: Quarter | None = None,
) -> list[Project]:
    """Requests of a book that are still open at the end of a quarter (滚动项目): requested by then (ever, where no quarter
    is given), not marked as done, and with something reserved, advanced, allocated or pending, or nothing used yet."""
    states: dict[str, set[str]] = {}
    for (account, _), amount in balances.items():
        if account.book == book and account.project and amount:
            states.setdefault(account.project, set()).add(account.state)
    last = "9999" if quarter is None else quarter.last.isoformat()
    return [
        project
        for project in projects.values()
        if not project.closed and _is_open(project, book, states.get(project.code, set()), last)
    ]


def _is_open(project: Project, book: str, states: set[str], last: str) -> bool:
    if states & _GOING:
        return True
    return project.holder == book and project.requested <= last and not states & _DONE


def require_flow(store: Store, books: Collection[str], quarter: Quarter) -> None:
    """H8: opening + received − spent = closing for every account and dimension of the quarter, by its vouchers and by the
    turnover that is kept; and all turnover makes the balances of today."""
    opening = store.balances(books, quarter.first - datetime.timedelta(days=1))
    closing = store.balances(books, quarter.last)
    posted = dict(opening)
    for voucher in store.vouchers(VoucherQuery(books=books, since=quarter.first, until=quarter.last)):
        for account, dimension, amount in voucher.draft.postings:
            posted[account, dimension] = posted.get((account, dimension), 0) + amount
    turned = dict(opening)
    first, last = quarter.first.isoformat()[:7], quarter.last.isoformat()[:7]
    for row in store.turnover(books):
        if first <= row.book_month <= last:
            place = (row.account, row.dimension)
            turned[place] = turned.get(place, 0) + row.received - row.spent
    _require_same(quarter, posted, closing)
    _require_same(quarter, turned, closing)
    _require_same(quarter, store.balances(books, datetime.date.max), store.balances(books))


def _require_nothing_owed(store: Store, balances: Balances, quarter: Quarter, policy: Policy) -> None:
    """H2 at the end of a quarter: posting looks at the balances of today, where what was booked under an earlier day than
    the quota it takes can't be seen."""
    for (account, dimension), amount in balances.items():
        if account.state == State.ADVANCED.value:
            amount = -amount
        elif account.state not in _OWN:
            continue
        part = dimension != Dimension.TOTAL.value
        allowed = (part and not policy.sub_dimensions_hard) or (
            account.state == State.AVAILABLE.value and policy.available_below_nothing
        )
        if amount < 0 and not allowed:
            holders, sources = holders_of(store), sources_of(store)
            holder, source = holders.get(account.book), sources.get(account.source)
            raise InputError(
                translate(
                    "LandLedger",
                    "{account}: at the end of {quarter} the balance is {amount} mu, below nothing: something was booked "
                    "before the quota it takes. Reverse that voucher and book it later, then close the quarter.",
                ),
                account=account_text(account, holder.label if holder else "", source.label if source else ""),
                quarter=quarter.code, amount=mu(amount),
            )  # fmt: skip


def _require_same(quarter: Quarter, flow: Balances, closing: Balances) -> None:
    for account, dimension in {*flow, *closing}:
        if flow.get((account, dimension), 0) != closing.get((account, dimension), 0):
            raise FootingError(
                translate(
                    "LandLedger",
                    "{book}, {quarter}: opening plus received minus spent is not the closing balance of {state}, {source}. "
                    "Verify the ledger.",
                ),
                book=account.book, quarter=quarter.code, state=sentence(STATE_LABELS[State(account.state)]),
                source=account.source,
            )  # fmt: skip


def _require_in_order(store: Store, book: str, quarter: Quarter, closed: Quarter | None) -> None:
    if closed is not None and quarter <= closed:
        raise InputError(
            translate("LandLedger", "The quarter {quarter} of {book} is closed already."),
            quarter=quarter.code,
            book=_name(store, book),
        )
    expected = closed.next if closed is not None else expected_quarter(store, book)
    if expected is not None and quarter != expected:
        raise InputError(
            translate("LandLedger", "Quarters close in their order: {expected} of {book} is next."),
            expected=expected.code, book=_name(store, book),
        )  # fmt: skip


def _name(store: Store, code: str) -> str:
    """What a book is called."""
    return next((book.name for book in store.books() if book.code == code), code)


def _close_one(
    writing: Writing, book: str, quarter: Quarter, listed: Sequence[Project], operator: str, today: datetime.date
) -> QuarterState:
    head = writing.head(book)
    _roll(writing, book, listed, quarter.next, operator)
    values: dict[str, object] = {
        "book": book, "quarter": quarter.code, "state": CLOSED, "number": head.number, "hash": head.hash,
        "date": today, "open_count": len(listed), "by": book,
    }  # fmt: skip
    checked = _put(writing, f"{book}:{quarter.code}", book, values, operator)
    return replace(_state(checked), open_projects=tuple(project.code for project in listed))


def _roll(writing: Writing, book: str, listed: Sequence[Project], following: Quarter, operator: str) -> None:
    """List open requests for the next quarter: those of the book itself; a shared project stays with its own holder."""
    register = load_register("project")
    for project in listed:
        if project.holder == book and project.rolled != following.code:
            values = register.checked(values_of(replace(project, rolled=following.code)))
            writing.put("project", project.code, book, values, operator)


def _reopen_one(
    store: Store, writing: Writing, city: str, book: str, quarter: Quarter, reason: str, operator: str,
    today: datetime.date,
) -> QuarterState:  # fmt: skip
    former = next(state for state in quarters_of(store, book) if state.quarter == quarter)
    values: dict[str, object] = {
        "book": book, "quarter": quarter.code, "state": OPEN, "number": former.number, "hash": former.hash, "date": today,
        "reason": reason, "by": city,
    }  # fmt: skip
    checked = _put(writing, f"{book}:{quarter.code}", book, values, operator)
    if city != book:
        _put(writing, f"{city}:{quarter.code}:{book}", city, values, operator)
    return _state(checked)


def _put(
    writing: Writing, key: str, book: str, values: Mapping[str, object], operator: str
) -> dict[str, Scalar]:
    checked = load_register(REGISTER).checked(values)
    writing.put(REGISTER, key, book, checked, operator)
    return checked


def _city(store: Store) -> str:
    """The first book, whose role alone sees all others; InputError for anybody else."""
    if not store.sees_all:
        raise InputError(translate("LandLedger", "Only the city can reopen a quarter."))
    return quota_books(store)[0]


def _state(values: Mapping[str, Scalar]) -> QuarterState:
    return QuarterState(
        str(values["book"]),
        Quarter.named(str(values["quarter"])),
        values["state"] == CLOSED,
        int(values.get("number") or 0),
        str(values.get("hash") or ""),
        str(values.get("date") or ""),
        str(values.get("reason") or ""),
    )
