"""The account of 2024 (大占补): all that takes farmland in a county and year against the net increase of stable farmland.

`net = stable at the end − stable at the beginning`; what construction may take in the next year is at most
`max(0, net × factor)` (rule requisition_ceiling_factor). That is computed for the province; a county's figure is an allotment
under a document, ours is told as an estimate (测算). What others take (forest, garden, ponds, farmland infrastructure, houses
of villagers) is made up for by the county government.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...area import Area
from ...errors import InputError
from ...rounding import divide_half_up
from ...rules import Rules
from ...sentence import translate
from ..demand import Demand, Regime
from ..indicators import NOTHING, Indicators
from .matching import in_priority
from .policy import Policy


@dataclass(frozen=True)
class CountyYear:
    """What is known of a county and year, areas None where not: stable farmland at the beginning and end of the year before
    (可长期稳定利用耕地), the ceiling allotted under `doc_no`, what others than construction take (`other`)."""

    region: str
    year: int
    begin: Area | None = None
    end: Area | None = None
    allotted: Area | None = None
    doc_no: str = ""
    other: Indicators = NOTHING


@dataclass(frozen=True)
class Account:
    """A county and year of the account: `estimated` the ceiling by the formula, `ceiling` the one that counts (allotted before
    estimated), None where neither is known; `within` and `beyond` what construction projects take within and beyond it."""

    facts: CountyYear
    net: Area | None
    estimated: Area | None
    within: Area
    beyond: Area
    named: Sequence[str]

    @property
    def ceiling(self) -> Area | None:
        """The ceiling that counts."""
        return self.estimated if self.facts.allotted is None else self.facts.allotted

    @property
    def is_allotted(self) -> bool:
        """Whether the ceiling stands in a document; else it is estimated."""
        return self.facts.allotted is not None

    @property
    def left(self) -> Area | None:
        """What is left of the ceiling."""
        return None if self.ceiling is None else self.ceiling - self.within


@dataclass(frozen=True)
class Accounts:
    """The accounts by county and year; `beyond`: by how much each project that does not fit exceeds what was left."""

    rows: Sequence[Account]
    beyond: Mapping[str, Area]


def accounts_of(demands: Iterable[Demand], known: Iterable[CountyYear], rules: Rules, policy: Policy) -> Accounts:
    """The accounts of the projects under the regime of 2024, and of what is `known` beside them.

    Projects are taken in the order of the priority; one that does not fit into what is left of its county's ceiling is
    beyond it as a whole, later ones may still fit. Where no ceiling is known none is beyond. InputError for a county and
    year that stand twice, and for an allotted ceiling without a document number.
    """
    facts: dict[tuple[str, int], CountyYear] = {}
    for each in known:
        place = (each.region, each.year)
        if place in facts:
            template = translate("LandLedger", "County {region}, {year}: the account stands there twice.")
            raise InputError(template, region=each.region, year=each.year)
        if each.allotted is not None and not each.doc_no.strip():
            template = translate("LandLedger", "County {region}, {year}: an allotted ceiling needs the number of its document.")
            raise InputError(template, region=each.region, year=each.year)
        facts[place] = each
    takers: dict[tuple[str, int], list[Demand]] = {place: [] for place in facts}
    for demand in in_priority(demands, policy):
        if demand.effective is not None and policy.regime_of(demand.effective) is Regime.ONE_ACCOUNT:
            takers.setdefault((demand.region, demand.effective.year), []).append(demand)
    beyond: dict[str, Area] = {}
    rows = []
    for (region, year), own in sorted(takers.items()):
        fact = facts.get((region, year), CountyYear(region, year))
        rows.append(_account(fact, own, rules.number("requisition_ceiling_factor", year), beyond))
    return Accounts(rows, beyond)


def _account(fact: CountyYear, demands: Sequence[Demand], factor: object, beyond: dict[str, Area]) -> Account:
    net = None if fact.begin is None or fact.end is None else fact.end - fact.begin
    estimated = None if net is None else _ceiling(net, Fraction(factor))  # type: ignore[arg-type]
    ceiling = estimated if fact.allotted is None else fact.allotted
    within, over, named = 0, 0, []
    for demand in demands:
        taken = demand.need.quantity
        if ceiling is not None and within + taken > ceiling.micro_mu:
            beyond[demand.code] = Area(within + taken - ceiling.micro_mu)
            over += taken
            named.append(demand.code)
        else:
            within += taken
    return Account(fact, net, estimated, Area(within), Area(over), named)


def _ceiling(net: Area, factor: Fraction) -> Area:
    exact = max(Fraction(0), net.micro_mu * factor)
    return Area(divide_half_up(exact.numerator, exact.denominator))
