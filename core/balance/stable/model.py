"""What a run of stable cultivated land takes and gives: parcels with their pieces, each with all reasons, exact areas."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

import numpy as np

from ...area import Area, AreaUnit
from ...columns import Columns
from ...occupation.model import Job, OverlapFinding
from ...rules import Rules
from ...sentence import translate
from ...summary.model import Finding, Level, Region
from ...survey.atoms import CutReport
from ...survey.classes import CodeTable
from ...survey.schema import GradeSystem
from ..grades import Yields
from .rules import StableRule

Key = TypeVar("Key", bound=Hashable)

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE
NO_GRADE = 0
"""The grade of land without one, where grades stand as integers of a hundredth."""


class Noticed(Enum):
    """What a finding of a farmland account is about, beside those of `summary.model.FindingKind`."""

    SHAPE = translate("LandLedger", "shape repaired or missing")
    IDENTIFIER = translate("LandLedger", "identifier missing or doubled")
    NO_SLOPE = translate("LandLedger", "slope level missing")
    NO_FIELD = translate("LandLedger", "field missing")
    NO_GRADE = translate("LandLedger", "grade missing")
    COMPARED = translate("LandLedger", "comparison of two years")
    UNCOVERED = translate("LandLedger", "ground of one survey only")
    MARK = translate("LandLedger", "exemption without a document")


@dataclass(frozen=True)
class StableJob:
    """The choices of a run: how pieces are measured (`measuring`), classes, rules of stability in order, yields by grade."""

    level: Level
    table: CodeTable
    rules: Rules
    stable_rules: Sequence[StableRule]
    yields: Yields
    measuring: Job

    @property
    def system(self) -> GradeSystem:
        """The grade system of the run."""
        return self.yields.system


@dataclass(frozen=True)
class StableInputs:
    """The survey, the layers that exclude ground, grade layer and districts; polygons in one plane, attributes standard."""

    survey: Columns
    excluded: Sequence[Columns] = ()
    quality: Columns | None = None
    districts: Columns | None = None


@dataclass(frozen=True)
class Reason:
    """A reason as tables name it: the key of its rule, of a layer `EX1` …; what people call it; the rule."""

    key: str
    name: str
    rule: StableRule


@dataclass(frozen=True)
class RegionsAt:
    """The `regions` of a level, and int64 (f,) which of them each finest place lies in."""

    regions: Sequence[Region]
    of_place: np.ndarray


@dataclass(frozen=True)
class Stable:
    """Cultivated land in pieces; arrays (m,) unless said otherwise.

    `geometry`; `parcel` int64 row of the survey; `units` int64 gross and `ridge` int64 in 0.01 m²; `cut` bool; `holds` bool
    (m, r) over `reasons` (r): all that hold; `reason` int64 the first of them, −1 where the land is stable; `grade` int64 in
    hundredths, NO_GRADE without one; `slope` text; `paddy` bool. `registered` and `registered_ridge` are Σ over the cultivated
    parcels, summed by themselves. `places`, `chains`, `place` as `summary.regions.Located` has them, of the pieces;
    `regions` of the level of the run and of those above.
    """

    inputs: StableInputs
    job: StableJob
    reasons: Sequence[Reason]
    geometry: np.ndarray
    parcel: np.ndarray
    units: np.ndarray
    ridge: np.ndarray
    cut: np.ndarray
    holds: np.ndarray
    reason: np.ndarray
    grade: np.ndarray
    slope: np.ndarray
    paddy: np.ndarray
    registered: int
    registered_ridge: int
    parcels: int
    without_area: int
    ridge_too_large: int
    regions: Mapping[Level, RegionsAt]
    places: Sequence[Region]
    chains: Sequence[tuple[str, str, str]]
    place: np.ndarray
    report: CutReport = field(default_factory=CutReport)
    overlaps: Sequence[OverlapFinding] = ()
    findings: Sequence[Finding] = field(default_factory=tuple)

    def __len__(self) -> int:
        return len(self.parcel)

    @cached_property
    def net(self) -> np.ndarray:
        """int64 (m,): without field ridges, in 0.01 m²."""
        return self.units - self.ridge

    @property
    def is_stable(self) -> np.ndarray:
        """bool (m,): no reason holds."""
        return self.reason < 0

    def area(self, rows: np.ndarray | None = None) -> Area:
        """Net area of the pieces `rows` (mask), of all without it."""
        units = self.net if rows is None else self.net[rows]
        return Area.from_units(int(units.sum()), UNIT)

    def gross(self, rows: np.ndarray) -> Area:
        """The same with field ridges."""
        return Area.from_units(int(self.units[rows].sum()), UNIT)

    def capacity(self, rows: np.ndarray) -> Fraction:
        """Exact kg of the pieces `rows` (mask); land without a grade yields nothing."""
        return self.job.yields.capacity(
            (grade_of(grade), paddy, Area.from_units(units, UNIT))
            for (grade, paddy), units in self.by_grade(rows).items()
            if grade != NO_GRADE
        )

    def by_grade(self, rows: np.ndarray) -> dict[tuple[int, bool], int]:
        """Net units of the pieces `rows` (mask) by (grade in hundredths, whether paddy)."""
        return summed(zip(self.grade[rows].tolist(), self.paddy[rows].tolist()), self.net[rows].tolist())

    @property
    def without_grade(self) -> Area:
        """Net area of stable land whose grade is not known."""
        return self.area(self.is_stable & (self.grade == NO_GRADE))


def grade_of(hundredths: int) -> Decimal:
    """A grade kept in hundredths."""
    return Decimal(hundredths).scaleb(-2)


def summed(keys: Iterable[Key], amounts: Iterable[int]) -> dict[Key, int]:
    """Amounts added up by key, in the order the keys appear."""
    found: dict[Key, int] = {}
    for key, amount in zip(keys, amounts):
        found[key] = found.get(key, 0) + amount
    return found
