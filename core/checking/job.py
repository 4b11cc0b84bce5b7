"""The survey check (地类图斑质检): from layers as columns to findings with their keys and what people decided of them.

It reads top to bottom: attributes, shapes as drawn, repair, areas, the coverage, districts; then every finding gets its
place, its key and the decision of a former run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from ..area import Area
from ..columns import Columns
from ..ellipsoid import GaussZone, ellipsoid_areas
from ..errors import InputError
from ..progress import Progress, no_progress, part_of
from ..rules import Rules
from ..sentence import Say, translate
from ..survey.classes import CodeTable
from ..survey.repair import Repair, RepairKind, repair
from .areas import AREA_TITLES, find_arcs, find_area_faults, measured_units
from .attributes import CHECK_TITLES as ATTRIBUTE_TITLES, find_attribute_faults
from .coverage import CHECK_TITLES as COVERAGE_TITLES, find_coverage_faults
from .districts import (
    DISTRICT_TITLES,
    Districts,
    DistrictSum,
    district_fields,
    find_district_faults,
    points_inside,
    read_districts,
)
from .finding import NO_ROW, Finding, Severity, State
from .severities import Severities
from .shapes import CHECK_TITLES as SHAPE_TITLES, find_shape_faults
from .states import Former, Named, carry_over, name_findings
from .survey_table import HUNDREDTH, TextColumn, units_of

CHECK_TITLES: Mapping[str, str] = {
    **ATTRIBUTE_TITLES, **AREA_TITLES, **SHAPE_TITLES, **COVERAGE_TITLES, **DISTRICT_TITLES,
}
"""Title of every check by its id, in the order in which they are listed."""


@dataclass(frozen=True)
class CheckInputs:
    """What goes in. `zone` is that of survey and districts; `curved` are the ids int64 of features drawn with arcs."""

    survey: Columns
    districts: Columns | None
    classes: CodeTable
    rules: Rules
    zone: GaussZone
    curved: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))


@dataclass(frozen=True)
class Checked:
    """What comes out. `findings` in the order of checks and parcels.

    `units` int64 (n,) TBMJ in 0.01 m², null is 0; `measured` int64 (n,) the ellipsoidal area of the shape (after repair) in
    0.01 m², −1 where there is none.
    """

    inputs: CheckInputs
    findings: Sequence[Named]
    units: np.ndarray
    measured: np.ndarray
    repairs: Sequence[Repair] = ()
    district_sums: Sequence[DistrictSum] = ()

    @property
    def total(self) -> Area:
        """Σ TBMJ."""
        return Area.from_units(int(self.units.sum()), HUNDREDTH)

    @property
    def repaired(self) -> int:
        """Shapes that were repaired to be measured."""
        return sum(found.kind is RepairKind.REPAIRED for found in self.repairs)

    def count(self, severity: Severity) -> int:
        """Findings of a severity."""
        return sum(named.finding.severity is severity for named in self.findings)

    @property
    def accepted(self) -> int:
        """Findings somebody accepted with a reason."""
        return sum(named.decision.state is State.ACCEPTED for named in self.findings)

    def by_check(self) -> Counter[str]:
        """How many findings each check has."""
        return Counter(named.finding.check for named in self.findings)


def check_survey(
    inputs: CheckInputs, former: Sequence[Former] = (), say: Say = str, progress: Progress = no_progress
) -> Checked:
    """Run every check that is on. InputError names layer and field where the districts can't be used.

    `former` are the decisions of an earlier run; `say` says the mark of a reason that was given for other values.
    """
    severities = Severities(inputs.rules)
    severities.require(CHECK_TITLES)
    if inputs.districts is not None:
        _require_codes(inputs.districts)
    survey, rules, severity_of = inputs.survey, inputs.rules, severities.of
    findings = find_attribute_faults(survey, inputs.classes, rules, severity_of, part_of(progress, 0.0, 0.08))
    findings += find_arcs(survey, inputs.curved, severity_of)
    findings += find_shape_faults(survey.geometry, rules, severity_of, part_of(progress, 0.08, 0.25))
    mended = repair(survey, drop=False, progress=part_of(progress, 0.25, 0.35))
    valid = mended.columns
    raw = ellipsoid_areas(valid.geometry, inputs.zone, part_of(progress, 0.35, 0.5))
    findings += find_area_faults(valid, inputs.classes, raw, rules, severity_of)
    districts = _districts(inputs)
    ground = None if districts is None else districts.ground
    findings += _of_coverage(
        survey, find_coverage_faults(valid.geometry, rules, severity_of, part_of(progress, 0.5, 0.85), ground)
    )
    sums: Sequence[DistrictSum] = ()
    if districts is not None:
        found, sums = find_district_faults(valid, districts, inputs.classes, severity_of, part_of(progress, 0.85, 0.95))
        findings += found
    findings = place_findings(findings, valid.geometry)
    named = carry_over(name_findings(findings, survey), former, say)
    progress(1.0)
    registered = survey.attributes.get("TBMJ")
    units = np.zeros(len(survey), dtype=np.int64) if registered is None else units_of(registered)
    return Checked(inputs, named, units, measured_units(raw), mended.findings, sums)


def _of_coverage(survey: Columns, findings: Sequence[Finding]) -> list[Finding]:
    """Flying land (FRDBS = 1) may lie outside the districts."""
    flying = TextColumn(survey.attributes.get("FRDBS", np.full(len(survey), None, dtype=object))).isin({"1"})
    return [found for found in findings if found.check != "outside_district" or not flying[found.row]]


def _require_codes(districts: Columns) -> None:
    if not district_fields(districts)[0]:
        template = translate(
            "LandLedger",
            "Layer {layer} has neither XZQDM (行政区代码) nor ZLDWDM (坐落单位代码); say which field is meant in FIELD_MAP, as "
            "in DISTRICTS.XZQDM=…",
        )
        raise InputError(template, layer=districts.name)


def _districts(inputs: CheckInputs) -> Districts | None:
    if inputs.districts is None:
        return None
    valid = repair(inputs.districts, drop=False).columns
    return read_districts(valid, inputs.classes, ellipsoid_areas(valid.geometry, inputs.zone))


def place_findings(findings: Iterable[Finding], shapes: np.ndarray) -> list[Finding]:
    """The findings with a place each: those on a parcel that have none get a point inside its (valid) shape."""
    listed = list(findings)
    rows = np.array(
        sorted({found.row for found in listed if found.row != NO_ROW and found.x != found.x}), dtype=np.int64
    )
    drawn = rows[~(shapely.is_missing(shapes[rows]) | shapely.is_empty(shapes[rows]))]
    points = points_inside(shapes[drawn])
    bounds = shapely.bounds(shapes[drawn])
    extent = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) if len(drawn) else np.empty(0)
    places = {
        row: (x, y, size)
        for row, x, y, size in zip(
            drawn.tolist(), shapely.get_x(points).tolist(), shapely.get_y(points).tolist(), extent.tolist()
        )
    }
    nowhere = (float("nan"), float("nan"), 0.0)
    placed = []
    for found in listed:
        if found.row != NO_ROW and found.x != found.x:
            x, y, size = places.get(found.row, nowhere)
            found = replace(found, x=x, y=y, extent=size)
        placed.append(found)
    return placed
