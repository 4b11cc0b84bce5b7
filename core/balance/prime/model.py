"""What goes into an audit of prime farmland and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import numpy as np

from ...area import ZERO, Area
from ...columns import Columns
from ...occupation.model import Control, Finding, Job, Occupation
from ...rounding import divide_half_up
from ...rules import Rules
from ...sentence import Sentence
from ...survey.classes import CodeTable
from ..stable.rules import FIELDS
from .reason_kinds import Effect, ReasonKind
from .settings import Settings

ALL = ""
"""The project of all blocks where no field tells projects apart."""

OCCUPIED_KEY = "OCCUPIED"
RESERVE_KEY = "RESERVE"
DISTRICTS_KEY = "DISTRICTS"
EXCLUDE_KEY = "EX"
"""Keys of control layers; those of the occupation run (`CONTROL_KEYS`) are the same here, excluded layers are EX1, EX2 …"""

SURVEY_COLUMNS = frozenset(("TBBH", *FIELDS))
"""Fields of the survey that an audit looks at beside those of an occupation run."""


class Side(Enum):
    """占用 or 补划; the value stands in result layers."""

    OCCUPIED = "occupied"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True)
class AuditInputs:
    """Footprints (`FP_ID`, `FP_NAME`, `PROJECT` if projects are told apart) and blocks (the same), the survey, control
    layers by role or key, all in one plane. `controls` must hold the layer of prime farmland."""

    occupied: Columns
    supplement: Columns
    survey: Columns
    controls: Sequence[Control]
    classes: CodeTable
    rules: Rules

    def control(self, key: str) -> Columns | None:
        """The control layer with a key, None if it was not given."""
        return next((control.columns for control in self.controls if control.key == key), None)


@dataclass(frozen=True)
class Pieces:
    """What is known of each leaf of the run beside what an occupation run knows; arrays (r,).

    `block` int64 the footprint row (occupied ones first). `supplement` bool. `basis` int64 units by the setting, gross
    or net. `counts` bool: stands in the sums of its block: prime farmland of a footprint, usable land of a block, each
    ground once a project and side. `farmland`, `paddy` bool; `grade` float64, NaN where there is none; `slope` int64, 0 where there is
    none; `county` text. `reasons` maps a reason to the detail of each leaf (text object), None where it does not hold.
    """

    block: np.ndarray
    supplement: np.ndarray
    basis: np.ndarray
    counts: np.ndarray
    farmland: np.ndarray
    paddy: np.ndarray
    grade: np.ndarray
    slope: np.ndarray
    county: np.ndarray
    prime: np.ndarray
    reserve: np.ndarray
    reasons: Mapping[ReasonKind, np.ndarray]


@dataclass(frozen=True)
class Sums:
    """What some pieces add up to: `area` by the setting, gross or net, `paddy` of it, `graded` the farmland whose grade
    is known and `weight` Σ(area in micro-mu · grade) of it, `ungraded` the farmland without a grade, `capacity` exact kg.
    `reserve` is what of `area` lies in the reserve zone."""

    gross: Area = ZERO
    net: Area = ZERO
    area: Area = ZERO
    paddy: Area = ZERO
    graded: Area = ZERO
    ungraded: Area = ZERO
    weight: Fraction = Fraction(0)
    capacity: Fraction = Fraction(0)
    reserve: Area = ZERO

    def plus(self, other: Sums) -> Sums:
        """Both together."""
        return Sums(
            self.gross + other.gross,
            self.net + other.net,
            self.area + other.area,
            self.paddy + other.paddy,
            self.graded + other.graded,
            self.ungraded + other.ungraded,
            self.weight + other.weight,
            self.capacity + other.capacity,
            self.reserve + other.reserve,
        )

    @property
    def grade(self) -> Fraction | None:
        """Σ(area · grade) / Σ area, exact, smaller is better; None where nothing has a grade."""
        return self.weight / self.graded.micro_mu if self.graded else None

    @property
    def kilograms(self) -> int:
        """The capacity, half-up to whole kg."""
        return divide_half_up(self.capacity.numerator, self.capacity.denominator)


@dataclass(frozen=True)
class BlockReason:
    """Why a block, or a part of it, is not good enough: the leaves `rows` int64 and their exact area with ridges.

    `detail` says what lies there (a class, a layer, another block)."""

    kind: ReasonKind
    effect: Effect
    detail: str
    rows: np.ndarray
    area: Area


@dataclass(frozen=True)
class Block:
    """A footprint or a supplement block. `row` of the run; `whole` its exact area with ridges; `sums` of what counts
    (a refused block has sums, too: what of it would be usable). `unusable` is the area under reasons that refuse.
    `kilograms` is its share of the whole kg of its project and side. `slopes` its slope levels, `names` are for the table."""

    side: Side
    row: int
    number: str
    name: str
    project: str
    county: str
    place: str
    classes: str
    parcels: str
    slopes: str
    whole: Area
    sums: Sums
    unusable: Area = ZERO
    refused: bool = False
    reasons: Sequence[BlockReason] = ()
    kilograms: int = 0

    @property
    def stands(self) -> bool:
        """Whether it stands in the balance: every footprint, and each block that was not refused."""
        return not self.refused

    @property
    def from_reserve(self) -> bool | None:
        """Whether all that counts lies in the reserve zone, None where only a part does."""
        if not self.sums.reserve:
            return False
        return True if self.sums.reserve == self.sums.area else None


@dataclass(frozen=True)
class Shortage:
    """What a project still lacks. `grade_ok` None where it can't be told (grades of occupied land are missing)."""

    area: Area = ZERO
    paddy: Area = ZERO
    kilograms: int = 0
    grade_ok: bool | None = True

    @property
    def none(self) -> bool:
        """Nothing is missing."""
        return not self.area and not self.paddy and not self.kilograms and self.grade_ok is True


@dataclass(frozen=True)
class Project:
    """A project with the sums of what it takes and of the blocks accepted in its place; whole kg of both sides."""

    name: str
    counties: Sequence[str]
    blocks: Sequence[Block]
    occupied: Sums
    accepted: Sums
    shortage: Shortage

    @property
    def passed(self) -> bool:
        """Whether the supplement makes up for everything that is compared."""
        return self.shortage.none

    def of(self, side: Side) -> list[Block]:
        """Its blocks of one side."""
        return [block for block in self.blocks if block.side is side]


@dataclass(frozen=True)
class Audit:
    """The result: the occupation run of both sides, what is known of each leaf, projects with their blocks, findings."""

    inputs: AuditInputs
    settings: Settings
    run: Occupation
    pieces: Pieces
    projects: Sequence[Project]
    county_names: Mapping[str, str]
    findings: Sequence[Finding] = ()
    remarks: Sequence[Sentence] = field(default_factory=tuple)

    @property
    def job(self) -> Job:
        """How the run measured."""
        return self.run.job

    @property
    def blocks(self) -> list[Block]:
        """All blocks, project by project."""
        return [block for project in self.projects for block in project.blocks]

    @property
    def supplement(self) -> list[Block]:
        """The supplement blocks."""
        return [block for block in self.blocks if block.side is Side.SUPPLEMENT]

    @property
    def occupied_sums(self) -> Sums:
        """What all projects take."""
        return total_of(project.occupied for project in self.projects)

    @property
    def accepted_sums(self) -> Sums:
        """What all accepted blocks make up for."""
        return total_of(project.accepted for project in self.projects)

    @property
    def passed(self) -> bool:
        """Whether every project makes up for what it takes."""
        return all(project.passed for project in self.projects)

    def county(self, code: str) -> str:
        """What a county is called: its name if a layer says it, else its code."""
        return self.county_names.get(code, code)


def total_of(sums: object) -> Sums:
    """Any number of sums added up."""
    found = Sums()
    for each in sums:  # type: ignore[attr-defined]
        found = found.plus(each)
    return found


def two_decimals(value: Fraction | None) -> Decimal | None:
    """A weighted grade as it is printed: half-up to two decimals."""
    if value is None:
        return None
    return Decimal(divide_half_up(value.numerator * 100, value.denominator)).scaleb(-2)
