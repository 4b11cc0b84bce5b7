"""What goes into an occupation run and what comes out of it.

A run takes footprints, the survey and control layers; it gives leaves (an atom as one footprint counts it) with exact
areas and everything that is known of each. Tables and checks are made of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import shapely

from ..adjacency.parties import AdjacencyJob
from ..area import Area, AreaUnit
from ..columns import Columns
from ..ellipsoid import GaussZone, ellipsoid_areas
from ..errors import InputError
from ..rules import Rules, load_rules
from ..sentence import Sentence, translate
from ..survey.apportion import Leaves, Master, Measure, ParcelMasters
from ..survey.atoms import Atoms
from ..survey.classes import CodeTable
from ..survey.ridges import Ridges
from ..survey.schema import Role
from .ownership import Owners

RIDGE_COLUMN = "1203"
APPROVED_COLUMN = "YP"
OUTSIDE_COLUMN = "OUTSIDE"


class AreaMethod(Enum):
    """面积口径: the survey's ellipsoidal area, or the area in the plane of the projection."""

    ELLIPSOID = "ellipsoid"
    PLANE = "plane"


SURVEY_COLUMNS = frozenset(
    (
        *("BSM", "DLBM", "DLMC", "QSXZ", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC"),
        *("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "GDLX", "GDPDJB", "GDDB"),
    )
)
"""The fields of the survey that a run looks at; the others of a parcel need not be read."""

CONTROL_KEYS: Mapping[Role, str] = {
    Role.PRIME_FARMLAND: "YN",
    Role.ECO_REDLINE: "HX",
    Role.URBAN_BOUNDARY: "KFBJ",
    Role.PLAN: "PLAN",
    Role.OWNERSHIP: "OWNERSHIP",
    Role.QUALITY: "QUALITY",
    Role.APPROVED: "APPROVED",
    Role.FORMER_SURVEY: "FORMER",
}
"""The key of each role's layer in relations, result fields and tables."""


@dataclass(frozen=True)
class Control:
    """A layer that cuts atoms: its role, None for an extra layer, and its key (`CONTROL_KEYS`, or `EX1`, `EX2` …)."""

    role: Role | None
    key: str
    columns: Columns


@dataclass(frozen=True)
class Job:
    """How a run measures and rounds; printed on every sheet."""

    method: AreaMethod
    master: Master
    unit: AreaUnit
    border_tolerance: float
    zone: GaussZone | None = None

    @property
    def measure(self) -> Measure:
        """The measure of the job, m² of an object array of polygons."""
        if self.method is AreaMethod.PLANE:
            return shapely.area
        zone = self.zone
        if zone is None:
            raise InputError(translate("LandLedger", "Ellipsoidal areas need the Gauss-Kruger zone of the survey."))
        return lambda polygons: ellipsoid_areas(polygons, zone)

    def measure_atoms(self, atoms: Atoms) -> np.ndarray:
        """The measure of each atom, m² float64 (n,)."""
        if self.method is AreaMethod.ELLIPSOID and self.zone is not None:
            return ellipsoid_areas(atoms.local, self.zone, origin=atoms.origin)
        return self.measure(atoms.geometry)


@dataclass(frozen=True)
class Inputs:
    """Footprints (attributes FP_ID, FP_NAME), survey (standard fields) and control layers, all in one plane; the rules
    of the county (the shipped ones by default); how the neighbours on T28 are looked for, None to leave them blank."""

    footprints: Columns
    survey: Columns
    controls: Sequence[Control]
    classes: CodeTable
    rules: Rules = field(default_factory=load_rules)
    adjacency: AdjacencyJob | None = None

    def with_role(self, role: Role) -> Control | None:
        """The control layer with a role, None if it was not given."""
        return next((control for control in self.controls if control.role is role), None)


class FindingKind(Enum):
    """What the run found that somebody has to know before signing."""

    REPAIRED = "repaired"
    DROPPED = "dropped"
    UNKNOWN_CLASS = "unknown class"
    NO_MASTER = "no registered area"
    IDENTIFIER = "identifier"
    FAR_FROM_MASTER = "far from registered area"
    FAR_FROM_FOOTPRINT = "far from the footprint's area"
    OUTSIDE_SURVEY = "outside the survey"
    OUTSIDE_PLAN = "outside the plan"
    NO_RIDGE = "ridge coefficient"
    FORMER_CLASS = "former class"
    NO_OWNER = "ownership nature"
    NOT_TOUCHED = "layer not touched"
    BELOW_UNIT = "below the unit"
    SLIVER = "sliver"


@dataclass(frozen=True)
class Finding:
    """One line of the findings sheet; `area` is exact or None, `signed` and `registered` m² stand beside a repair."""

    kind: FindingKind
    layer: str
    feature: str
    field: str
    text: Sentence
    area: Area | None = None
    signed_area: float | None = None
    registered: float | None = None


@dataclass(frozen=True)
class OverlapFinding:
    """Two features of one layer over the same ground; `area` m² by the run's method."""

    layer: str
    first: str
    second: str
    area: float
    kind: str


class Reason(Enum):
    """Why a leaf is reported under its class."""

    SURVEY = "survey"
    APPROVED = "approved"
    FORMER = "former"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Classified:
    """What each leaf is; arrays (r,). `column` the key in the approval table, `code` the survey's class, `reported` the
    class it is reported as, `reason` a Reason, `major` text, `coefficient` int64 10⁻⁶ of the field ridge, `ridge_of`
    int64 what a ridge is shared over (survey row, or rows of the former survey counted on from there)."""

    column: np.ndarray
    code: np.ndarray
    reported: np.ndarray
    reason: np.ndarray
    major: np.ndarray
    coefficient: np.ndarray
    ridge_of: np.ndarray
    cultivated: np.ndarray
    adjustable: np.ndarray
    aquaculture: np.ndarray
    steep: np.ndarray


@dataclass(frozen=True)
class RidgesOf:
    """Ridge coefficients and their findings, parcel by parcel: of the survey, and of the former survey if there is one."""

    survey: Ridges
    former: Ridges | None


class ExactLeaves:
    """Exact areas of the leaves of a run."""

    job: Job
    leaves: Leaves

    def area(self, units: int) -> Area:
        """Units of the job as an exact area."""
        return Area.from_units(int(units), self.job.unit)

    def sum(self, rows: np.ndarray) -> Area:
        """Exact area of the leaves `rows` (mask)."""
        return self.area(self.leaves.units[rows].sum())

    @property
    def total(self) -> Area:
        """Every atom once."""
        return self.sum(self.leaves.counted)

    @property
    def sum_of_footprints(self) -> Area:
        """Every footprint with all its atoms, overlaps counted as often as they occur."""
        return self.area(self.leaves.units.sum())


@dataclass(frozen=True)
class Occupation(ExactLeaves):
    """The result of a run: leaves (r rows) and what is known of each, masters, findings and overlaps."""

    inputs: Inputs
    job: Job
    atoms: Atoms
    leaves: Leaves
    classified: Classified
    owners: Owners
    ridge: np.ndarray
    inside: Mapping[str, np.ndarray]
    atom_raw: np.ndarray
    footprint_raw: np.ndarray
    footprint_units: np.ndarray
    parcels: ParcelMasters | None
    ridges: RidgesOf
    findings: Sequence[Finding] = ()
    overlaps: Sequence[OverlapFinding] = ()

    def footprint_id(self, row: int) -> str:
        """The id of a footprint as its layer gives it."""
        return str(self.inputs.footprints.attributes["FP_ID"][row])

    def net(self, rows: np.ndarray) -> Area:
        """Exact area of the leaves `rows` (mask) without their field ridges."""
        return self.area((self.leaves.units - self.ridge)[rows].sum())

    @property
    def cultivated(self) -> Area:
        """Cultivated land without field ridges, every atom once."""
        return self.net(self.leaves.counted & self.classified.cultivated)

    @property
    def uncovered(self) -> Area:
        """Ground outside the survey, every atom once."""
        return self.sum(self.leaves.counted & (self.classified.reason == Reason.OUTSIDE))

    def controlled(self, key: str) -> Area:
        """Ground inside a control layer, field ridges included, every atom once; none if the layer was not given."""
        inside = self.inside.get(key)
        return Area(0) if inside is None else self.sum(self.leaves.counted & inside)

    @property
    def method_residue(self) -> float:
        """m²: measured footprints less their measured pieces, from the vertices that the cut added."""
        pieces = np.bincount(self.leaves.footprint, self.leaves.raw, len(self.footprint_raw))
        return float((self.footprint_raw - pieces).sum())
