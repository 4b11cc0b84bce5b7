"""Where the quota of a year stands: by holder what was carried over, obtained, moved between holders, advanced, is pending,
was used, is left. The yearly summary, its charts and the map are views of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...ledger.model import AccountKey
from ...store.interface import Store, Turnover
from ..vocabulary import OWN_STATES, Dimension, Event, State
from .columns import CARRIED_GAINED, gained_column
from .job import QuotaJob
from .moves import TAKEN, turnover_until
from .names import Names, is_separate

_OWN = frozenset(state.value for state in OWN_STATES)
_TOTAL = Dimension.TOTAL.value
_AVAILABLE, _PENDING, _ADVANCED = State.AVAILABLE.value, State.PENDING.value, State.ADVANCED.value
_HELD = frozenset((State.RESERVED.value, State.ALLOCATED.value))
_USED = frozenset((State.USED.value, State.WRITTEN_OFF.value))
_ISSUE, _OPENING, _CARRY, _RECLAIM = (
    event.value for event in (Event.ISSUE, Event.OPENING, Event.CARRY_OVER, Event.RECLAIM)
)
_TRANSFERS = frozenset((Event.TRANSFER_IN.value, Event.TRANSFER_OUT.value))


@dataclass
class Apart:
    """A source that is kept apart: obtained (with what was carried over and moved), used or pending, left; micro-mu."""

    got: int = 0
    used: int = 0
    left: int = 0


@dataclass
class Standing:
    """The quota of one holder and year, micro-mu. Pending and used are of real sources only: what is advanced stands under
    `advanced` until it is cleared. `direct` are the projects that got quota of a locked source, `taken` those that got
    an advance, cleared or not, with how much; `gone` was reclaimed or carried on to the next year."""

    obtained: dict[str, int] = field(default_factory=dict)
    carried: int = 0
    gone: int = 0
    adjusted: int = 0
    advanced: int = 0
    pending: int = 0
    used: int = 0
    available: int = 0
    held: int = 0
    apart: dict[str, Apart] = field(default_factory=dict)
    direct: dict[str, int] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Obtained, of all sources that count."""
        return sum(self.obtained.values())

    @property
    def left(self) -> int:
        """结余: carried over + obtained ± between holders − not cleared − pending − used − reclaimed and carried on."""
        return (
            self.carried + self.total + self.adjusted - self.advanced - self.pending - self.used - self.gone
        )

    @property
    def direct_projects(self) -> int:
        """How many projects got quota of a locked source."""
        return sum(amount > 0 for amount in self.direct.values())

    @property
    def advanced_in_year(self) -> int:
        """What was advanced, cleared or not."""
        return sum(self.taken.values())

    @property
    def advanced_projects(self) -> int:
        """How many projects got an advance."""
        return sum(amount > 0 for amount in self.taken.values())


def standings(
    store: Store, job: QuotaJob, names: Names, turnover: Iterable[Turnover] | None = None
) -> dict[str, Standing]:
    """By book, in the order of the job. `turnover` is that up to the day of the job, where it is known already."""
    rows = turnover_until(store, job.books, job.until, job.basis) if turnover is None else turnover
    found = {book: Standing() for book in job.books}
    year = job.year
    for account, dimension, _, _, nature, received, spent in rows:
        if dimension != _TOTAL or account.year != year:
            continue
        net = received - spent
        standing = found[account.book]
        source = names.source(account.source)
        if source.is_advance:
            if account.state == _ADVANCED:
                standing.advanced -= net
                if nature in TAKEN:
                    standing.taken[account.project] = standing.taken.get(account.project, 0) - net
        elif account.state in _OWN:
            if is_separate(source):
                _keep_apart(standing, account.source, account.state, nature, net)
            else:
                _keep(standing, account, nature, received, spent, source.locked)
    return found


def _keep(standing: Standing, account: AccountKey, nature: str, received: int, spent: int, locked: bool) -> None:
    """A turnover on an account of plan quota: what it did to the whole, and to the state."""
    net, state = received - spent, account.state
    if nature == _ISSUE:
        column = gained_column(account.source)
        if column == CARRIED_GAINED:
            standing.carried += net
        else:
            standing.obtained[account.source] = standing.obtained.get(account.source, 0) + net
            if locked and account.project:
                standing.direct[account.project] = standing.direct.get(account.project, 0) + net
    elif nature == _OPENING:
        standing.carried += net
    elif nature == _CARRY:
        standing.carried += received
        standing.gone += spent
    elif nature in _TRANSFERS:
        standing.adjusted += net
    elif nature == _RECLAIM:
        standing.gone -= net
    if state == _AVAILABLE:
        standing.available += net
    elif state in _HELD:
        standing.held += net
    elif state == _PENDING:
        standing.pending += net
    elif state in _USED:
        standing.used += net


def _keep_apart(standing: Standing, source: str, state: str, nature: str, net: int) -> None:
    apart = standing.apart.setdefault(source, Apart())
    if nature in _TRANSFERS or nature in (_ISSUE, _OPENING, _CARRY, _RECLAIM):
        apart.got += net
    if state == _PENDING or state in _USED:
        apart.used += net
    else:
        apart.left += net


def added(standings_of_books: Iterable[Standing]) -> Standing:
    """All together."""
    total = Standing()
    for each in standings_of_books:
        for source, amount in each.obtained.items():
            total.obtained[source] = total.obtained.get(source, 0) + amount
        for name in ("direct", "taken"):
            sums = getattr(total, name)
            for project, amount in getattr(each, name).items():
                sums[project] = sums.get(project, 0) + amount
        for source, apart in each.apart.items():
            own = total.apart.setdefault(source, Apart())
            own.got, own.used, own.left = own.got + apart.got, own.used + apart.used, own.left + apart.left
        for name in ("carried", "gone", "adjusted", "advanced", "pending", "used", "available", "held"):
            setattr(total, name, getattr(total, name) + getattr(each, name))
    return total


def obtained_by_book(rows: Iterable[Turnover], year: int, names: Names) -> Mapping[str, int]:
    """What each book obtained of a quota year, books without any left out."""
    found: dict[str, int] = {}
    for account, dimension, _, _, nature, received, spent in rows:
        if account.year != year or dimension != _TOTAL or nature != _ISSUE or account.state not in _OWN:
            continue
        source = names.source(account.source)
        if source.counts and gained_column(account.source) != CARRIED_GAINED:
            found[account.book] = found.get(account.book, 0) + received - spent
    return found


def same_day_before(day: datetime.date) -> datetime.date:
    """The same day of the year before; the last of February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
