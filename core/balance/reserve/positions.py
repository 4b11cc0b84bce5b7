"""Lots with their amounts: the rows of the register and one read of what went in and out of their accounts."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...ledger.model import AccountKey
from ...quota.tables.moves import turnover_until
from ...store import Store, Turnover
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from .background import LotRow, lot_rows, reserve_books
from .vocabulary import DIMENSIONS, State

_PLACES = {code: place for place, code in enumerate(DIMENSIONS)}


@dataclass
class _Sides:
    """What went into an account and out of it, indicator by indicator."""

    received: list[int] = field(default_factory=lambda: [0, 0, 0])
    spent: list[int] = field(default_factory=lambda: [0, 0, 0])

    @property
    def balance(self) -> Indicators:
        return Indicators(*self.received).minus(Indicators(*self.spent))


_NOWHERE = _Sides()
_Sums = Mapping[str, _Sides]
"""State → sides, of a lot in a book."""


def lots_of(store: Store, books: Collection[str], until: datetime.date | None = None) -> Sequence[Lot]:
    """The lots of these reserve books, in the order of the register; without those whose entry was reversed. Amounts are
    those booked up to the end of the day `until`, of all days without one; what a lot is (valid, accepted) is as it is now."""
    if not books:
        return []
    codes = {holder: book.code for holder, book in reserve_books(store).items()}
    sums = _gathered(turnover_until(store, books, until, dimension=""))
    lots = (_lot(row, sums.get((codes[holder], code), {})) for (holder, code), row in lot_rows(store, books).items())
    return [lot for lot in lots if lot.original != NOTHING or lot.moved_in != NOTHING or lot.moved_out != NOTHING]


def _gathered(turnovers: Iterable[Turnover]) -> dict[tuple[str, str], dict[str, _Sides]]:
    found: dict[tuple[str, str], dict[str, _Sides]] = {}
    for turn in turnovers:
        account: AccountKey = turn.account
        place = _PLACES.get(turn.dimension)
        if place is not None:
            sides = found.setdefault((account.book, account.source), {}).setdefault(account.state, _Sides())
            sides.received[place] += turn.received
            sides.spent[place] += turn.spent
    return found


def _lot(row: LotRow, sums: _Sums) -> Lot:
    """A lot; what came from another holder and what went to one are told apart by the sides of the clearing account."""
    between = sums.get(State.CLEARING.value, _NOWHERE)
    values = row.values
    return Lot(
        code=row.code,
        name=row.name,
        region=row.holder,
        kind=row.kind,
        original=NOTHING.minus(_balance(sums, State.ENTERED)),
        used=_balance(sums, State.USED),
        frozen=_balance(sums, State.FROZEN),
        moved_out=Indicators(*between.received),
        moved_in=Indicators(*between.spent),
        written_off=_balance(sums, State.VOIDED),
        entered=row.entered,
        valid_to=row.valid_to,
        grade=row.grade,
        system=row.system,
        doc_no=str(values.get("doc_no", "")),
        location=str(values.get("location", "")),
        accepted=_day(values.get("accepted")),
        running=row.running,
        note=str(values.get("note", "")),
    )


def _balance(sums: _Sums, state: State) -> Indicators:
    return sums.get(state.value, _NOWHERE).balance


def _day(value: object) -> datetime.date | None:
    return datetime.date.fromisoformat(str(value)) if value else None
