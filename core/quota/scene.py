"""The balances that events and rules look at: those of the ledger, with what has been asked for so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..ledger.model import AccountKey, Posting
from .subjects import Source
from .vocabulary import ADVANCE_SOURCE, NOTHING, Dimension, QuotaAmount, State

Line = tuple[AccountKey, QuotaAmount]
"""What is added to an account: one merged line of a voucher."""

_PLACES = {each.value: place for place, each in enumerate(Dimension)}
_UNKNOWN_ORDER = 1_000_000


class Scene:
    """Balances by account, and which accounts a project has."""

    def __init__(self, balances: Mapping[tuple[AccountKey, str], int], sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.kept: dict[AccountKey, QuotaAmount] = {}
        self._accounts: dict[tuple[str, str], list[AccountKey]] = {}
        gathered: dict[AccountKey, list[int]] = {}
        for (account, dimension), amount in balances.items():
            parts = gathered.get(account)
            if parts is None:
                parts = gathered[account] = [0, 0, 0]
            place = _PLACES.get(dimension)
            if place is not None:
                parts[place] = amount
        for account, parts in gathered.items():
            self._open(account)
            self.kept[account] = QuotaAmount(*parts)

    def amount(self, account: AccountKey) -> QuotaAmount:
        """The balance of an account."""
        return self.kept.get(account, NOTHING)

    def book(self, lines: Iterable[Line]) -> None:
        """Add the lines of a voucher."""
        kept = self.kept
        for account, (total, agricultural, cultivated) in lines:
            known = kept.get(account)
            if known is None:
                self._open(account)
                kept[account] = QuotaAmount(total, agricultural, cultivated)
            else:
                kept[account] = QuotaAmount(known[0] + total, known[1] + agricultural, known[2] + cultivated)

    def held(self, book: str, project: str, state: str, source: str = "", year: int = 0) -> list[Line]:
        """What a project has in a state: accounts with their balances, real sources first, then by year and order of the
        sources; all sources and years where none is given."""
        found = [
            (account, self.kept[account])
            for account in self._accounts.get((book, project), ())
            if account.state == state
            and (not source or account.source == source)
            and (not year or account.year == year)
            and self.kept[account] != NOTHING
        ]
        if len(found) > 1:
            found.sort(key=lambda line: self._place(line[0]))
        return found

    def advances(self, book: str, project: str) -> list[tuple[AccountKey, QuotaAmount]]:
        """What was advanced to a project and is not cleared, by year: account and outstanding amount."""
        held = self.held(book, project, State.ADVANCED.value)
        return [(account, amount.negative) for account, amount in held]

    def _open(self, account: AccountKey) -> None:
        if account.project:
            self._accounts.setdefault((account.book, account.project), []).append(account)

    def _place(self, account: AccountKey) -> tuple[bool, int, int, str]:
        source = self.sources.get(account.source)
        order = _UNKNOWN_ORDER if source is None else source.order
        return (account.source == ADVANCE_SOURCE, account.year, order, account.source)


def taken(holdings: Sequence[Line], amount: QuotaAmount) -> list[Line]:
    """`amount` taken from holdings in their order: account and part, in all exactly `amount`.

    Cultivated, other agricultural and other land are taken each for itself, so that what is taken and what is left stay
    nested wherever the holdings can give the amount in this composition. What they can't give in it is taken from where
    there still is an area, and at last from the last one: the rules then see a balance that is none.
    """
    if len(holdings) == 1:
        return [(holdings[0][0], amount)]
    wanted = _parts(amount)
    given: list[list[int]] = []
    for _, holding in holdings:
        share = [max(0, min(one, two)) for one, two in zip(_parts(holding), wanted)]
        wanted = [one - two for one, two in zip(wanted, share)]
        given.append(share)
    if any(wanted):
        _take_otherwise([holding for _, holding in holdings], given, wanted)
    return [(account, _nested(share)) for (account, _), share in zip(holdings, given) if any(share)]


def _take_otherwise(holdings: Sequence[QuotaAmount], given: list[list[int]], wanted: list[int]) -> None:
    """Put what is still wanted where there is an area left: other agricultural land in the place of cultivated first, as
    farmland is a ceiling, then whatever land it is; the rest on the last one."""
    for holding, share in zip(holdings, given):
        _give(share, wanted, _OTHER_AGRICULTURAL, holding.agricultural - share[0] - share[1])
    for part in (_OTHER, _CULTIVATED, _OTHER_AGRICULTURAL):
        for holding, share in zip(holdings, given):
            _give(share, wanted, part, holding.total - sum(share))
    for part in range(3):
        given[-1][part] += wanted[part]


def _give(share: list[int], wanted: list[int], part: int, room: int) -> None:
    more = max(0, min(room, wanted[part]))
    share[part] += more
    wanted[part] -= more


_CULTIVATED, _OTHER_AGRICULTURAL, _OTHER = range(3)


def _parts(amount: QuotaAmount) -> list[int]:
    """Cultivated, other agricultural, other."""
    return [amount[2], amount[1] - amount[2], amount[0] - amount[1]]


def _nested(parts: Sequence[int]) -> QuotaAmount:
    return QuotaAmount(sum(parts), parts[0] + parts[1], parts[0])


def least(one: QuotaAmount, two: QuotaAmount) -> QuotaAmount:
    """The most that can be taken out of both in the same composition."""
    return _nested([max(0, min(first, second)) for first, second in zip(_parts(one), _parts(two))])


def total_of(lines: Iterable[Line]) -> QuotaAmount:
    """The sum of lines."""
    total = NOTHING
    for _, amount in lines:
        total = total.plus(amount)
    return total


def changes_of(lines: Iterable[Line]) -> dict[AccountKey, QuotaAmount]:
    """What lines change in all, by account, in the order of their first."""
    sums: dict[AccountKey, QuotaAmount] = {}
    for account, amount in lines:
        known = sums.get(account)
        sums[account] = amount if known is None else known.plus(amount)
    return sums


def merged(lines: Iterable[Line]) -> list[Line]:
    """One line for each account, in the order of their first, those of nothing left out.

    An account that keeps its area and gets land of another kind for it has two lines, what comes and what goes: so that
    each is land of its own (H3).
    """
    lines = list(lines)
    if len(lines) == 2 and lines[0][0] != lines[1][0] and lines[0][1] != NOTHING and lines[1][1] != NOTHING:
        return lines
    return [
        (account, line)
        for account, amount in changes_of(lines).items()
        if amount != NOTHING
        for line in ((amount,) if amount.total else _exchanged(amount))
    ]


def _exchanged(amount: QuotaAmount) -> tuple[QuotaAmount, QuotaAmount]:
    """What comes and what goes of an amount that has parts and no total."""
    parts = _parts(amount)
    return _nested([max(0, part) for part in parts]), _nested([min(0, part) for part in parts])


def lines_of(postings: Iterable[Posting]) -> list[Line]:
    """The lines that postings make: a dimension that comes again for an account begins its next line."""
    gathered: dict[AccountKey, list[int]] = {}
    lines: list[tuple[AccountKey, list[int]]] = []
    for account, dimension, amount in postings:
        parts, place = gathered.get(account), _PLACES.get(dimension)
        if parts is None or (place is not None and parts[place]):
            parts = gathered[account] = [0, 0, 0]
            lines.append((account, parts))
        if place is not None:
            parts[place] = amount
    return [(account, QuotaAmount(*parts)) for account, parts in lines]


_NEW, _AGR, _CUL = (each.value for each in Dimension)


def postings_of(lines: Iterable[Line]) -> tuple[Posting, ...]:
    """The postings of lines: one for each part that is not nothing."""
    found: list[Posting] = []
    for account, (total, agricultural, cultivated) in lines:
        if total:
            found.append(Posting(account, _NEW, total))
        if agricultural:
            found.append(Posting(account, _AGR, agricultural))
        if cultivated:
            found.append(Posting(account, _CUL, cultivated))
    return tuple(found)
