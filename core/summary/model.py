"""What a class summary is: regions, finest classes, and the area of each cell as an exact integer of 0.01 m²."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from ..area import Area, AreaUnit
from ..rules import Rules
from ..sentence import Sentence, translate
from ..survey.classes import CodeTable, Major

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE


class Level(Enum):
    """What one row of the table is about; the value is the option's name, `digits` those of the location code."""

    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"

    @property
    def digits(self) -> int:
        """6, 9 or 12."""
        return {"county": 6, "township": 9, "village": 12}[self.value]


class Basis(Enum):
    """Which area of a cultivated parcel stands under its class: without its ridges (they are 1203), or all of TBMJ."""

    NET = "net"
    GROSS = "gross"


class FindingKind(Enum):
    """What a finding is about."""

    UNKNOWN_CODE = translate("LandLedger", "code not in the class table")
    COARSE_CODE = translate("LandLedger", "class only to the first level")
    MIXED = translate("LandLedger", "class tables mixed")
    NO_REGION = translate("LandLedger", "location code missing")
    NO_AREA = translate("LandLedger", "no registered area")
    RIDGE = translate("LandLedger", "ridge fields of the parcel")
    RIDGE_TOO_LARGE = translate("LandLedger", "ridge larger than the parcel")
    NO_NAME = translate("LandLedger", "name of the region unclear")
    LAYOUT = translate("LandLedger", "layout does not fit the class table")


@dataclass(frozen=True)
class Finding:
    """Something that whoever signs the table has to know; the value of its kind is an English text."""

    kind: Enum
    layer: str
    text: Sentence
    feature: str = ""
    field: str = ""
    area: Area | None = None


@dataclass(frozen=True)
class Region:
    """One row of the table: its code ('' where parcels have none), its name, and those of the region it lies in."""

    code: str
    name: str
    parent: str = ""
    parent_name: str = ""


@dataclass(frozen=True)
class LeafClass:
    """The finest class a table prints: of the second level, or of the first where that has no second.

    `key` is unique; `known` is False for a code that has no place in the class table, whose column is its own.
    """

    key: str
    code: str
    name: str
    first: str = ""
    first_name: str = ""
    major: Major | None = None
    known: bool = True

    @property
    def is_first_level(self) -> bool:
        """Whether the class stands for itself on the first level (09)."""
        return self.code == self.first


@dataclass(frozen=True)
class Control:
    """The control area (DCMJ) of one district, in 0.01 m², None where it has none; `measured` what its parcels sum up to."""

    level: Level
    code: str
    name: str
    units: int | None
    measured: int


@dataclass(frozen=True)
class SummaryJob:
    """The choices of a run."""

    level: Level
    basis: Basis
    table: CodeTable
    rules: Rules


@dataclass(frozen=True)
class Summary:
    """The areas of a survey by region and finest class.

    `cells` int64 (r, c) in 0.01 m² and `counts` int64 (r, c) parcels, for `regions` (r) and `classes` (c); `registered`
    is Σ TBMJ over the parcels, summed by itself; `cultivated` the part of it under cultivated classes.
    `fine` int64 (f, c) are the cells of the finest `places` (f), the villages whatever the level: they are what is rounded,
    so that tables of several levels agree; `chains` are the codes of county, township and village of each place and
    `place_region` int64 (f,) the region it belongs to.
    """

    layer: str
    job: SummaryJob
    regions: Sequence[Region]
    classes: Sequence[LeafClass]
    cells: np.ndarray
    places: Sequence[Region]
    chains: Sequence[tuple[str, str, str]]
    place_region: np.ndarray
    fine: np.ndarray
    counts: np.ndarray
    registered: int
    cultivated: int
    parcels: int
    without_area: int
    ridge_too_large: int
    controls: Sequence[Control] = ()
    findings: Sequence[Finding] = field(default_factory=tuple)

    @property
    def total(self) -> Area:
        """The area of all cells."""
        return Area.from_units(int(self.cells.sum()), UNIT)

    def of(self, major: Major | None, known: bool = True) -> Area:
        """The area of all cells under a major class, None for those of no major class; `known=False`: unknown codes."""
        mine = [place for place, leaf in enumerate(self.classes) if leaf.major is major and leaf.known is known]
        return Area.from_units(int(self.cells[:, mine].sum()), UNIT)

    @property
    def unknown(self) -> Area:
        """The area under codes that the class table has no place for."""
        return self.of(None, known=False)
