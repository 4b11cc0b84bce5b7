"""How each project of the register stands by what the ledger has drawn and frozen for it; nothing is matched anew."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ledger.model import Record, Scalar
from ..demand import Regime
from ..indicators import NOTHING, Indicators
from ..requisition.model import Outcome
from ..requisition.policy import Policy
from .links import Link, LinkState, total_of


@dataclass(frozen=True)
class Standing:
    """A project: what it occupies, of that what its regime asks for (`needed`), what was drawn, is frozen, is promised.
    `said` is the conclusion its register has; `known` whether the register says what it occupies."""

    code: str
    values: Mapping[str, Scalar]
    links: Sequence[Link]
    regime: Regime
    need: Indicators
    needed: Indicators
    promise_quantity: bool = False

    @property
    def known(self) -> bool:
        """Whether the register says what it occupies."""
        return any(self.values.get(f"need_{name}") is not None for name in ("quantity", "paddy", "capacity"))

    @property
    def drawn(self) -> Indicators:
        """核销."""
        return total_of(self.links, (LinkState.DRAWN,))

    @property
    def frozen(self) -> Indicators:
        """Linked, of accepted lots."""
        return total_of(self.links, (LinkState.FROZEN,))

    @property
    def promised(self) -> Indicators:
        """Linked, of lots that are not accepted."""
        return total_of(self.links, (LinkState.PROMISED,))

    @property
    def counted_promises(self) -> Indicators:
        """Of what is promised that which may cover anything: quantity by the rule requisition_promise_quantity only."""
        return self.promised if self.promise_quantity else self.promised._replace(quantity=0)

    @property
    def short(self) -> Indicators:
        """What neither drawn, frozen nor promised amounts cover."""
        return self._rest.plus(self.counted_promises).shortfall

    @property
    def _rest(self) -> Indicators:
        return self.drawn.plus(self.frozen).minus(self.needed)

    @property
    def outcome(self) -> Outcome | None:
        """已落实 where accepted lots cover all, 以承诺方式落实 where promises cover the rest; None where nobody said what is
        occupied."""
        if not self.known:
            return None
        if self._rest.covered:
            return Outcome.SETTLED
        return Outcome.PROMISED if self.short == NOTHING else Outcome.UNSETTLED

    @property
    def said(self) -> Outcome | None:
        """The conclusion that the register has."""
        return _SAID.get(str(self.values.get("way") or ""))

    @property
    def holder(self) -> str:
        """Whose project it is, by code."""
        return str(self.values.get("holder") or (self.links[0].holder if self.links else ""))


_SAID = {"settled": Outcome.SETTLED, "promised": Outcome.PROMISED, "open": Outcome.UNSETTLED}


def standings_of(
    projects: Mapping[str, Record], links: Sequence[Link], holders: Sequence[str], policy: Policy, day: datetime.date
) -> list[Standing]:
    """The projects of these holders in the order of the register, then those that only vouchers name. A project without
    any link is left out while its date lies after the day."""
    by_project: dict[str, list[Link]] = {}
    for link in links:
        if link.project:
            by_project.setdefault(link.project, []).append(link)
    found = []
    for code in dict.fromkeys([*projects, *by_project]):
        values = projects[code].values if code in projects else {}
        own = by_project.get(code, [])
        effective = _day(values.get("effective"))
        if str(values.get("holder") or "") not in holders and not own:
            continue
        if not own and effective is not None and effective > day:
            continue
        found.append(_standing(code, values, own, effective, policy))
    return found


def _standing(
    code: str, values: Mapping[str, Scalar], links: Sequence[Link], effective: datetime.date | None, policy: Policy
) -> Standing:
    need = Indicators(*(int(values.get(f"need_{name}") or 0) for name in ("quantity", "paddy", "capacity")))
    regime = policy.regime_of(effective)
    only_quantity = regime is Regime.ONE_ACCOUNT and not policy.one_account_quality
    needed = Indicators(need.quantity) if only_quantity else need
    return Standing(code, values, links, regime, need, needed, policy.promise_quantity)


def _day(value: Scalar) -> datetime.date | None:
    return datetime.date.fromisoformat(str(value)) if value else None
