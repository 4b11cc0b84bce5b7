"""Closing a quarter (季度结账): the head of the book is put on record, requests still open are listed for the next quarter.

Quarters close in their order, and only the last closed one may be opened again, by the city (the ledger's first book),
with a reason. Both are records of the chain.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..errors import InputError
from ..ledger.model import AccountKey
from ..ledger.registers import load_register
from ..sentence import translate
from ..store import Store, VoucherQuery, Writing
from .background import closed_quarters, holders_of, projects_of, sources_of
from .books import quota_books
from .closing import (
    REGISTER as REGISTER,
    Balances,
    QuarterState,
    book_name,
    put_closed,
    quarters_of as quarters_of,
    reopen_books,
    require_flow,
)
from .policy import Policy
from .problems import account_text, mu
from .quarter import Quarter as Quarter
from .subjects import Project, values_of
from .vocabulary import OWN_STATES, STATE_LABELS, Dimension, State

STATE_NAMES = {state.value: label for state, label in STATE_LABELS.items()}
_GOING = {State.RESERVED.value, State.ADVANCED.value, State.ALLOCATED.value, State.PENDING.value}
_DONE = {State.USED.value, State.WRITTEN_OFF.value}
_OWN = frozenset(state.value for state in OWN_STATES)


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
        require_flow(store, books, quarter, STATE_NAMES)
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
    require_books(store, books)
    return reopen_books(store, quarter, books, reason, operator, today)


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


def _require_in_order(store: Store, book: str, quarter: Quarter, closed: Quarter | None) -> None:
    if closed is not None and quarter <= closed:
        raise InputError(
            translate(
                "LandLedger",
                "The quarter {quarter} of {book} is closed already; its filing sheet is written again where a workbook is named.",
            ),
            quarter=quarter.code,
            book=book_name(store, book),
        )
    expected = closed.next if closed is not None else expected_quarter(store, book)
    if expected is not None and quarter != expected:
        raise InputError(
            translate("LandLedger", "Quarters close in their order: {expected} of {book} is next."),
            expected=expected.code, book=book_name(store, book),
        )  # fmt: skip


def _close_one(
    writing: Writing, book: str, quarter: Quarter, listed: Sequence[Project], operator: str, today: datetime.date
) -> QuarterState:
    # The head is read before the register of projects grows.
    head = writing.head(book)
    _roll(writing, book, listed, quarter.next, operator)
    state = put_closed(writing, book, quarter, head, len(listed), operator, today)
    return replace(state, open_projects=tuple(project.code for project in listed))


def _roll(writing: Writing, book: str, listed: Sequence[Project], following: Quarter, operator: str) -> None:
    """List open requests for the next quarter: those of the book itself; a shared project stays with its own holder."""
    register = load_register("project")
    for project in listed:
        if project.holder == book and project.rolled != following.code:
            values = register.checked(values_of(replace(project, rolled=following.code)))
            writing.put("project", project.code, book, values, operator)
