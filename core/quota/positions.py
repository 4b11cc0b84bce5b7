"""Where quota stands: per holder, quota year, source, state and project."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..ledger.model import AccountKey
from .scene import Scene
from .subjects import Source
from .vocabulary import NOTHING, QuotaAmount, State


class Position(NamedTuple):
    """One account; `holder` is the code of the book."""

    holder: str
    year: int
    source: str
    state: State
    project: str


@dataclass(frozen=True)
class Positions:
    """Balances of all accounts, signed as the ledger keeps them: what is outstanding of advances is the negative of
    ADVANCED, what was obtained the negative of UPPER."""

    rows: Mapping[Position, QuotaAmount]
    sources: Mapping[str, Source]

    @classmethod
    def of(cls, balances: Mapping[tuple[AccountKey, str], int], sources: Mapping[str, Source]) -> Positions:
        """From balances of a store; accounts of nothing are left out."""
        kept = Scene(balances, sources).kept
        return cls(
            {
                Position(account.book, account.year, account.source, State(account.state), account.project): amount
                for account, amount in kept.items()
                if amount != NOTHING
            },
            sources,
        )

    def by(self, *fields: str, **wanted: object) -> dict[tuple[object, ...], QuotaAmount]:
        """Sums by fields of Position, among rows that have the wanted values: `by("holder", state=State.AVAILABLE)`,
        `by("source", holder="371500", year=2023)`. A wanted collection means any of its members."""
        sums: dict[tuple[object, ...], QuotaAmount] = {}
        for position, amount in self.rows.items():
            if _fits(position, wanted):
                group = tuple(getattr(position, field) for field in fields)
                sums[group] = sums.get(group, NOTHING).plus(amount)
        return sums

    def total(self, **wanted: object) -> QuotaAmount:
        """The sum of all rows that have the wanted values."""
        return self.by(**wanted).get((), NOTHING)

    def obtained(self, **wanted: object) -> QuotaAmount:
        """Quota obtained of the sources that count (H5): issued and opened, what was reclaimed since not taken off."""
        counted = [code for code, source in self.sources.items() if source.counts]
        if "source" not in wanted:
            wanted["source"] = counted
        return self.total(state=State.UPPER, **wanted).negative

    def outstanding(self, **wanted: object) -> QuotaAmount:
        """Advances that are not cleared."""
        return self.total(state=State.ADVANCED, **wanted).negative


def _fits(position: Position, wanted: Mapping[str, object]) -> bool:
    for field, value in wanted.items():
        own = getattr(position, field)
        if isinstance(value, Collection) and not isinstance(value, str):
            if own not in value:
                return False
        elif own != value:
            return False
    return True
