"""How much quota a holder may still dispose of: one number for a label, a form, a field calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..area import Area
from ..store.interface import Store
from .background import holders_of, sources_of
from .books import quota_store
from .naming import code_of, only_one
from .subjects import Holder, Source
from .vocabulary import Dimension, State


@dataclass(frozen=True)
class AvailableQuota:
    """Available quota by (holder, source) over all quota years, micro-mu, as the balances stood at one moment."""

    holders: Mapping[str, Holder]
    sources: Mapping[str, Source]
    amounts: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, store: Store) -> AvailableQuota:
        """Read off the balances, all at one moment."""
        amounts: dict[tuple[str, str], int] = {}
        store = quota_store(store)
        with store.snapshot():
            holders, sources = holders_of(store), sources_of(store)
            owners = {book.code: book.holder for book in store.books()}
            for (account, dimension), amount in store.balances().items():
                if dimension == Dimension.TOTAL.value and account.state == State.AVAILABLE.value:
                    key = (owners[account.book], account.source)
                    amounts[key] = amounts.get(key, 0) + amount
        return cls(holders, sources, amounts)

    def mu(self, holder: str, source: str = "") -> Decimal | None:
        """The available quota of a holder in mu, of one source or, for '', of all that count.

        The holder goes by code, name, short name or region code; None for one that the ledger does not have, as a layer of
        districts shows more than hold quota. InputError for a name of several, and for a source that is not there.
        """
        wanted = [code_of("source", source, self.sources)] if source.strip() else self._counted()
        owner = self._holder(holder.strip())
        if owner is None:
            return None
        return Area(sum(self.amounts.get((owner, each), 0) for each in wanted)).mu(6)

    def _counted(self) -> list[str]:
        return [code for code, source in self.sources.items() if source.counts]

    def _holder(self, asked: str) -> str | None:
        """The code of the holder that a text means; InputError for several."""
        if not asked:
            return None
        if asked in self.holders or any(asked in (each.name, each.short) for each in self.holders.values()):
            return code_of("holder", asked, self.holders)
        of_region = [code for code, each in self.holders.items() if each.region == asked]
        return only_one("holder", asked, of_region) if of_region else None
