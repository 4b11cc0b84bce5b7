"""Where the quota stands, at a glance: for each holder and source what was obtained, is available, promised, used.

Read off the balances alone, so it costs the same whether a book has a hundred vouchers or a hundred thousand. What was
advanced counts as advanced only, wherever it lies (allocated, pending, used), until real quota takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..ledger.model import AccountKey
from .subjects import Source
from .vocabulary import ADVANCE_SOURCE, NOTHING, Dimension, QuotaAmount, State


@dataclass(frozen=True)
class Standing:
    """The quota of one holder, or of one source of a holder.

    obtained + adjusted + carried − reclaimed = available + reserved + allocated + pending + used, for every source that is
    real. `adjusted` came from other holders (negative: went to them), `carried` from another year; `advanced` is what
    is outstanding; `left` is what may still be spent if all that was advanced is covered.
    """

    obtained: QuotaAmount = NOTHING
    adjusted: QuotaAmount = NOTHING
    carried: QuotaAmount = NOTHING
    reclaimed: QuotaAmount = NOTHING
    available: QuotaAmount = NOTHING
    reserved: QuotaAmount = NOTHING
    allocated: QuotaAmount = NOTHING
    pending: QuotaAmount = NOTHING
    used: QuotaAmount = NOTHING
    advanced: QuotaAmount = NOTHING

    @property
    def left(self) -> QuotaAmount:
        """Available, reserved and allocated, less what was advanced and not covered."""
        return self.available.plus(self.reserved).plus(self.allocated).minus(self.advanced)

    def plus(self, other: Standing) -> Standing:
        """Both together."""
        return Standing(**{name: getattr(self, name).plus(getattr(other, name)) for name in _NAMES})

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was ever booked here, or all of it was undone."""
        return all(getattr(self, name) == NOTHING for name in _NAMES)


_NAMES = tuple(Standing.__dataclass_fields__)
_OF_STATE: Mapping[str, tuple[str, int]] = {
    State.UPPER.value: ("obtained", -1),
    State.CLEARING.value: ("adjusted", -1),
    State.RECLAIMED.value: ("reclaimed", 1),
    State.AVAILABLE.value: ("available", 1),
    State.RESERVED.value: ("reserved", 1),
    State.ALLOCATED.value: ("allocated", 1),
    State.PENDING.value: ("pending", 1),
    State.USED.value: ("used", 1),
    State.WRITTEN_OFF.value: ("used", 1),
}
_PLACES = {dimension.value: place for place, dimension in enumerate(Dimension)}


@dataclass(frozen=True)
class Overview:
    """Standings by (book, source). `years` are all that the balances know, newest first, whichever was asked for. `apart`
    are sources that are kept apart: each has its own standings, and none is part of a sum over sources (H5)."""

    standings: Mapping[tuple[str, str], Standing]
    years: tuple[int, ...] = field(default=())
    apart: frozenset[str] = frozenset()

    def of_book(self, book: str) -> Standing:
        """All sources of a holder together, those kept apart left out."""
        return together(
            standing
            for (owner, source), standing in self.standings.items()
            if owner == book and source not in self.apart
        )

    def of_source(self, source: str) -> Standing:
        """A source over all holders."""
        return together(standing for (_, of), standing in self.standings.items() if of == source)

    @property
    def total(self) -> Standing:
        """Everything but what is kept apart."""
        return together(standing for (_, source), standing in self.standings.items() if source not in self.apart)


def together(standings: Iterable[Standing]) -> Standing:
    """Standings added up."""
    total = Standing()
    for standing in standings:
        total = total.plus(standing)
    return total


def overview(
    balances: Mapping[tuple[AccountKey, str], int], year: int | None = None, sources: Iterable[Source] = ()
) -> Overview:
    """Standings of one quota year, of all without one; `balances` as a store gives them, micro-mu. `sources` say what is
    kept apart."""
    sums: dict[tuple[str, str], dict[str, list[int]]] = {}
    years = set()
    for (account, dimension), amount in balances.items():
        if dimension not in _PLACES:
            continue
        years.add(account.year)
        if year is not None and account.year != year:
            continue
        of = sums.setdefault((account.book, account.source), {})
        for name, sign in _columns(account):
            of.setdefault(name, [0, 0, 0])[_PLACES[dimension]] += sign * amount
    standings = {key: _standing(of) for key, of in sums.items()}
    return Overview(
        {key: standing for key, standing in standings.items() if not standing.is_nothing},
        tuple(sorted(years - {0}, reverse=True)),
        frozenset(source.code for source in sources if source.is_separate),
    )


def _columns(account: AccountKey) -> list[tuple[str, int]]:
    """The columns an account counts in, with its sign. Whatever the accounts of a year do not even out among themselves
    came from another year."""
    if account.source == ADVANCE_SOURCE:
        return [("advanced", -1)] if account.state == State.ADVANCED.value else []
    if account.state == State.ADVANCED.value:
        return [("advanced", -1)]
    of = _OF_STATE.get(account.state)
    return [("carried", 1)] if of is None else [of, ("carried", 1)]


def _standing(sums: Mapping[str, list[int]]) -> Standing:
    return replace(Standing(), **{name: QuotaAmount(*parts) for name, parts in sums.items()})
