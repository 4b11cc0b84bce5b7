"""Stock and use of a reserve: by county on a day, by month of a year, by year; lots that end soon; how long stock lasts."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from ...ledger.model import Voucher
from ...quota.shares import rounded
from ...quota.tables.moves import turnover_until
from ...store import Store
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from ..reserve.vocabulary import DIMENSIONS, Event, State

_MONTHS = 12


@dataclass(frozen=True)
class CountyStock:
    """The lots of a holder together. `free` of accepted lots is the stock, `expired` what of it was valid until before the
    day; `unaccepted` is free of running lots, which may only be promised."""

    holder: str
    lots: int
    running: int
    original: Indicators
    moved_in: Indicators
    used: Indicators
    frozen: Indicators
    moved_out: Indicators
    written_off: Indicators
    free: Indicators
    expired: Indicators
    unaccepted: Indicators


def county_stocks(lots: Sequence[Lot], day: datetime.date) -> list[CountyStock]:
    """The stock by holder, in the order in which they first appear."""
    by_holder: dict[str, list[Lot]] = {}
    for lot in lots:
        by_holder.setdefault(lot.region, []).append(lot)
    return [_stock(holder, members, day) for holder, members in by_holder.items()]


def _stock(holder: str, lots: Sequence[Lot], day: datetime.date) -> CountyStock:
    accepted = [lot for lot in lots if not lot.running]

    def total(name: str, members: Sequence[Lot]) -> Indicators:
        return Indicators.total(getattr(lot, name) for lot in members)

    names = ("original", "moved_in", "used", "frozen", "moved_out", "written_off")
    return CountyStock(
        holder=holder,
        lots=len(lots),
        running=len(lots) - len(accepted),
        free=total("remaining", accepted),
        expired=total("remaining", [lot for lot in accepted if is_expired(lot, day)]),
        unaccepted=total("remaining", [lot for lot in lots if lot.running]),
        **{name: total(name, lots) for name in names},
    )


def is_expired(lot: Lot, day: datetime.date) -> bool:
    """Whether a lot was valid until a day before this one."""
    return lot.valid_to is not None and lot.valid_to < day


def ending(lots: Sequence[Lot], day: datetime.date, months: int) -> list[Lot]:
    """Lots with something free or frozen that are expired or end within so many months, those that end first before."""
    last = months_after(day, months)
    soon = [
        lot
        for lot in lots
        if lot.valid_to is not None and lot.valid_to <= last and (lot.remaining != NOTHING or lot.frozen != NOTHING)
    ]
    return sorted(soon, key=lambda lot: (lot.valid_to, lot.region, lot.code))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, the last of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = min(day.year + years, datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass
class Use:
    """What was drawn in a month or a year: amounts, vouchers less reversed ones, projects of which something was."""

    amounts: Indicators = NOTHING
    vouchers: int = 0
    by_project: dict[str, Indicators] = field(default_factory=dict)

    @property
    def projects(self) -> int:
        """Projects for which more was drawn than taken back."""
        return sum(max(amount) > 0 for amount in self.by_project.values())

    def add(self, project: str, amount: Indicators) -> None:
        """One more draw of a project, or a reversal below nothing."""
        self.amounts = self.amounts.plus(amount)
        self.by_project[project] = self.by_project.get(project, NOTHING).plus(amount)


@dataclass(frozen=True)
class YearOfStock:
    """A year: what came in, what was drawn, the stock at its end (the day of the report in the last one)."""

    year: int
    entered: Indicators
    use: Use
    stock: Indicators

    @property
    def lasts(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """How many years the stock lasts at the use of this year, by indicator, two decimals; None where nothing was used."""
        quantity, paddy, capacity = (
            rounded(Fraction(left, taken), 2) if taken > 0 else None for left, taken in zip(self.stock, self.use.amounts)
        )
        return quantity, paddy, capacity


def uses_by_month(vouchers: Iterable[Voucher]) -> dict[str, Use]:
    """Month (YYYY-MM) of the booking → what was drawn in it; a reversal counts in its own month, below nothing."""
    found: dict[str, Use] = {}
    for voucher in vouchers:
        draft = voucher.draft
        if draft.nature != Event.DRAW.value:
            continue
        use = found.setdefault(draft.book_date.isoformat()[:7], Use())
        use.vouchers += -1 if draft.reverses is not None else 1
        parts = [0, 0, 0]
        for account, dimension, amount in draft.postings:
            if account.state == State.USED.value:
                parts[DIMENSIONS.index(dimension)] += amount
        use.add(draft.project, Indicators(*parts))
    return found


def years_of_stock(
    store: Store, books: Sequence[str], lots: Sequence[Lot], uses: Mapping[str, Use], until: datetime.date | None, last: int
) -> list[YearOfStock]:
    """Every year from the first booking to the `last`."""
    if not books:
        return []
    entered: dict[int, Indicators] = {}
    for row in turnover_until(store, books, until, dimension=""):
        if row.account.state == State.ENTERED.value:
            parts = [0, 0, 0]
            parts[DIMENSIONS.index(row.dimension)] = row.spent - row.received
            year = int(row.book_month[:4])
            entered[year] = entered.get(year, NOTHING).plus(Indicators(*parts))
    first = min([*entered, *(int(month[:4]) for month in uses), last])
    running = {(lot.region, lot.code) for lot in lots if lot.running}
    holders = {book.code: book.holder for book in store.books()}
    found = []
    for year in range(first, last + 1):
        use = Use()
        for month, each in uses.items():
            if month.startswith(f"{year}-"):
                use.vouchers += each.vouchers
                for project, amount in each.by_project.items():
                    use.add(project, amount)
        end = datetime.date(year, _MONTHS, 31)
        day = until if until is not None and until < end else end
        stock = _free(store, books, day, running, holders)
        found.append(YearOfStock(year, entered.get(year, NOTHING), use, stock))
    return found


def _free(
    store: Store, books: Sequence[str], day: datetime.date, running: set[tuple[str, str]], holders: Mapping[str, str]
) -> Indicators:
    """What the books had free of accepted lots at the end of a day."""
    parts = [0, 0, 0]
    for (account, dimension), amount in store.merged_balances(books, day).items():
        if account.state == State.AVAILABLE.value and (holders[account.book], account.source) not in running:
            parts[DIMENSIONS.index(dimension)] += amount
    return Indicators(*parts)
