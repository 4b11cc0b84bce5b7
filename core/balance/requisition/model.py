"""What a matching gives: draws, how each project stands, the stages that prove it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ...area import Area
from ...errors import InputError
from ...sentence import Sentence, translate
from ..demand import Demand, Regime
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from .stages import Stage


class Outcome(Enum):
    """How the balance of a project stands; the value is what the official form says."""

    SETTLED = "已落实"
    PROMISED = "以承诺方式落实"
    UNSETTLED = "未落实"


class Why(Enum):
    """Why a lot serves no project, or not this one."""

    EXCLUDED = "excluded"
    EXPIRED = "expired"
    RUNNING = "running"
    USED_UP = "nothing left"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _WHY[self]


_WHY = {
    Why.EXCLUDED: translate("LandLedger", "excluded by the user"),
    Why.EXPIRED: translate("LandLedger", "expired"),
    Why.RUNNING: translate("LandLedger", "not accepted yet, may only be promised"),
    Why.USED_UP: translate("LandLedger", "nothing left to draw"),
}


@dataclass(frozen=True)
class Notice:
    """Something that somebody has to know before signing: the project (or county, lot) and field it is about, and the area."""

    about: str
    field: str
    text: Sentence
    area: Area | None = None


@dataclass(frozen=True)
class Draw:
    """What a project takes from a lot; `promised` from a running one, `pinned` as the user decided (the whole draw or part of
    it), `other_county` of another holder."""

    project: str
    lot: str
    amounts: Indicators
    promised: bool = False
    pinned: bool = False
    other_county: bool = False


@dataclass(frozen=True)
class Settlement:
    """A project after the matching. `needed` are the indicators its regime asks for; `drawn` from accepted lots, `promised`
    from running ones; `beyond` by how much it exceeds what was left of the yearly ceiling, None where it does not."""

    demand: Demand
    regime: Regime
    needed: Indicators
    drawn: Indicators = NOTHING
    promised: Indicators = NOTHING
    beyond: Area | None = None

    @property
    def difference(self) -> Indicators:
        """H = B − Z: drawn from accepted lots less what is occupied."""
        return self.drawn.minus(self.needed)

    @property
    def short(self) -> Indicators:
        """What neither drawn nor promised amounts cover."""
        return self.difference.plus(self.promised).shortfall

    @property
    def outcome(self) -> Outcome:
        """已落实 when all is drawn, 以承诺方式落实 when promises cover the rest."""
        if self.beyond is not None:
            return Outcome.UNSETTLED
        if self.difference.covered:
            return Outcome.SETTLED
        return Outcome.PROMISED if self.short == NOTHING else Outcome.UNSETTLED


@dataclass(frozen=True)
class Matching:
    """The result: `settlements` and `draws` by project and lot key, `lots` by key as they were before; `stages` of the
    solver; `unusable` lots by key with the reason."""

    settlements: Sequence[Settlement]
    draws: Sequence[Draw]
    lots: Mapping[str, Lot]
    stages: Sequence[Stage]
    unusable: Mapping[str, Why] = field(default_factory=dict)

    def drawn_from(self, lot: str) -> Indicators:
        """What the matching draws from a lot, promises not counted."""
        return Indicators.total(draw.amounts for draw in self.draws if draw.lot == lot and not draw.promised)

    @property
    def gap(self) -> float:
        """The largest gap of all stages; 0 where each is proven best."""
        return max((stage.gap for stage in self.stages), default=0.0)

    @property
    def needed(self) -> Indicators:
        """Of all projects."""
        return Indicators.total(each.needed for each in self.settlements)

    @property
    def drawn(self) -> Indicators:
        """By all projects from accepted lots."""
        return Indicators.total(each.drawn for each in self.settlements)

    @property
    def promised(self) -> Indicators:
        """To all projects from running lots."""
        return Indicators.total(each.promised for each in self.settlements)

    @property
    def short(self) -> Indicators:
        """Of all projects."""
        return Indicators.total(each.short for each in self.settlements)

    @property
    def remaining(self) -> Indicators:
        """What accepted lots have left after the matching."""
        before = Indicators.total(lot.remaining for lot in self.lots.values() if not lot.running)
        return before.minus(self.drawn)

    def count(self, outcome: Outcome) -> int:
        """Projects with this outcome."""
        return sum(each.outcome is outcome for each in self.settlements)


def keyed(lots: Iterable[Lot]) -> dict[str, Lot]:
    """Lots by key, in the order of the keys: their code, with the holder (`L1@371502`) where several hold a part of it.

    InputError for two lots of one code and holder.
    """
    listed = list(lots)
    holders = Counter(lot.code for lot in listed)
    found: dict[str, Lot] = {}
    for lot in listed:
        key = lot.code if holders[lot.code] == 1 else f"{lot.code}@{lot.region}"
        if key in found:
            raise InputError(translate("LandLedger", "There are two lots {code} in the reserve."), code=lot.code)
        found[key] = lot
    return dict(sorted(found.items()))


def by_region(settlements: Iterable[Settlement]) -> dict[str, list[Settlement]]:
    """Settlements by county, in the order of the codes."""
    found: dict[str, list[Settlement]] = {}
    for each in settlements:
        found.setdefault(each.demand.region, []).append(each)
    return dict(sorted(found.items()))


