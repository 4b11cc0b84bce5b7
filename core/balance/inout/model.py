"""What an in–out account takes and gives: flows with their years and marks, patches that leave or come in, exact sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

import numpy as np

from ...area import Area
from ...columns import Columns
from ...occupation.model import Job
from ...rounding import divide_half_up
from ...rules import Rules
from ...sentence import translate
from ...summary.model import Finding, Level
from ...survey.classes import CodeTable
from ..grades import Yields
from ..stable.model import NO_GRADE, UNIT, Stable, grade_of
from ..stable.rules import StableRule
from ..transition.model import Flows
from .kinds import Direction, InOutKinds


class State(Enum):
    """What becomes of a patch in the account; the value is what the result layer holds."""

    COUNTED = "counted"
    EXEMPT = "exempt"
    CONSTRUCTION = "construction"
    UNSTABLE = "unstable"
    NOISE = "noise"

    @property
    def label(self) -> str:
        """What people read, in English (the floor above translates it)."""
        return _STATES[self]


_STATES = {
    State.COUNTED: translate("LandLedger", "counts in the balance"),
    State.EXEMPT: translate("LandLedger", "exempt"),
    State.CONSTRUCTION: translate("LandLedger", "of construction land, another account"),
    State.UNSTABLE: translate("LandLedger", "not stable, does not count"),
    State.NOISE: translate("LandLedger", "sliver or moved border, does not count"),
}


@dataclass(frozen=True)
class InOutJob:
    """The choices of a run: classes, rules, kinds, what is stable, yields, how pieces are measured, rows of T31."""

    level: Level
    table: CodeTable
    rules: Rules
    kinds: InOutKinds
    stable_rules: Sequence[StableRule]
    yields: Yields
    measuring: Job


@dataclass(frozen=True)
class Match:
    """One line of a match list: an inflow patch that makes up for an outflow spot; `line` as the list numbers it."""

    out: str
    into: str
    line: int


@dataclass(frozen=True)
class InOutInputs:
    """`flows` (n) with `year` int64 (n,), marks `exempt` and `document` text (n,) or None; `name` of their layer.

    `exemptions` polygons with EXEMPT and EXEMPT_DOC, `excluded` layers where inflow is not stable,
    `quality` grades that win over those of the flows, all in the plane of the flows.
    `begin` and `end` stable cultivated land of the first and the last day, None when not known. `matches` None without a
    list.
    """

    flows: Flows
    year: np.ndarray
    name: str
    exempt: np.ndarray | None = None
    document: np.ndarray | None = None
    exemptions: Columns | None = None
    excluded: Sequence[Columns] = ()
    quality: Columns | None = None
    districts: Columns | None = None
    begin: Stable | None = None
    end: Stable | None = None
    matches: Sequence[Match] | None = None


@dataclass(frozen=True)
class Patches:
    """Ground that leaves or comes in; arrays (m,), sorted by flow.

    `flow` int64 row of the flows; `direction`, `state` of their enumerations; `kind` key of the destination or origin;
    `why` text of what keeps it out of the balance, '' if nothing; `document` text; `units` int64 gross and `net` int64 of
    cultivated land without ridges, 0.01 m²; `grade` int64 in hundredths (that the account uses), NO_GRADE where it needs
    none; `guessed` bool: the grade is the prudent one; `paddy` bool; `year` int64; `village` text; `number` text, what lists
    call the patch; `geometry` or None.
    """

    flow: np.ndarray
    direction: np.ndarray
    state: np.ndarray
    kind: np.ndarray
    why: np.ndarray
    document: np.ndarray
    units: np.ndarray
    net: np.ndarray
    grade: np.ndarray
    guessed: np.ndarray
    paddy: np.ndarray
    year: np.ndarray
    village: np.ndarray
    number: np.ndarray
    geometry: np.ndarray | None

    def __len__(self) -> int:
        return len(self.flow)

    def rows(self, direction: Direction, state: State | None = None) -> np.ndarray:
        """bool (m,): patches of a direction (and state)."""
        found: np.ndarray = self.direction == direction
        return found if state is None else found & (self.state == state)

    def area(self, rows: np.ndarray) -> Area:
        """Net area of the patches `rows` (mask)."""
        return Area.from_units(int(self.net[rows].sum()), UNIT)


def capacity_of(patches: Patches, rows: np.ndarray, yields: Yields) -> Fraction:
    """Exact kg of the patches `rows` (mask or indices); patches without a grade have none."""
    return sum(capacities(patches, rows, yields), Fraction(0))


def capacities(patches: Patches, rows: np.ndarray, yields: Yields) -> list[Fraction]:
    """Exact kg of each of the patches `rows`."""
    per_unit: dict[tuple[int, bool], Fraction] = {}
    found = []
    listed = zip(patches.grade[rows].tolist(), patches.paddy[rows].tolist(), patches.net[rows].tolist())
    for grade, paddy, net in listed:
        key = grade, paddy
        if key not in per_unit:
            one = Area.from_units(1, UNIT)
            per_unit[key] = Fraction(0) if grade == NO_GRADE else yields.capacity([(grade_of(grade), paddy, one)])
        found.append(per_unit[key] * net)
    return found


@dataclass(frozen=True)
class Account:
    """What leaves and comes in of a county in a year, exact: areas in 0.01 m², capacity in kg."""

    year: int
    county: str
    out: int
    into: int
    exempt: int
    out_kg: Fraction
    in_kg: Fraction
    out_grade: Fraction | None
    in_grade: Fraction | None

    @property
    def short(self) -> int:
        """0.01 m² that the inflow lacks, 0 for none."""
        return max(self.out - self.into, 0)

    @property
    def short_kg(self) -> Fraction:
        """Kg that the inflow lacks, 0 for none."""
        return max(self.out_kg - self.in_kg, Fraction(0))

    @property
    def balanced(self) -> bool:
        """Σ in ≥ Σ out in area and in capacity."""
        return self.short == 0 and self.short_kg == 0


@dataclass(frozen=True)
class Spot:
    """An outflow spot of the match list with the inflow patches that make up for it: net 0.01 m² and exact kg of both."""

    number: str
    into: tuple[str, ...]
    county: str
    out: int
    out_kg: Fraction
    matched: int
    matched_kg: Fraction
    elsewhere: bool

    @property
    def balanced(self) -> bool:
        """Area and capacity are made up for."""
        return self.matched >= self.out and self.matched_kg >= self.out_kg


@dataclass(frozen=True)
class Net:
    """Stable land of a county on the first and the last day, 0.01 m²."""

    county: str
    begin: int
    end: int

    @property
    def increase(self) -> int:
        """End less begin; negative where stable land shrank."""
        return self.end - self.begin


@dataclass(frozen=True)
class InOut:
    """A settled account: patches, accounts by year and county, spots of the match list, net increase by county."""

    inputs: InOutInputs
    job: InOutJob
    patches: Patches
    accounts: Sequence[Account]
    spots: Sequence[Spot] = ()
    net: Sequence[Net] = ()
    findings: Sequence[Finding] = field(default_factory=tuple)

    @property
    def years(self) -> list[int]:
        """The years of the account, in order."""
        return sorted(set(self.inputs.year.tolist()))

    @property
    def net_increase(self) -> Area:
        """Stable land at the end less that at the begin, of all counties."""
        return Area.from_units(sum(each.increase for each in self.net), UNIT)

    @property
    def ceiling(self) -> Area:
        """max(0, net increase × factor) in whole 0.01 m², rounded half-up: a computation, no allotment."""
        factor = Fraction(self.job.rules.number("net_increase_factor"))
        exact = max(sum(each.increase for each in self.net) * factor, Fraction(0))
        return Area.from_units(divide_half_up(exact.numerator, exact.denominator), UNIT)
