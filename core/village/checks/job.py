"""The check of village plans (村庄规划质检): from the layers of each place to findings with keys and what people decided of them.

It reads top to bottom: completeness, codes, topology, areas and indicators, lines, facilities, survey, delivered tables; then
every finding gets its village, its place, its key and the decision of a former run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from ...checking.finding import NO_ROW, Finding, Severity
from ...checking.job import place_findings
from ...checking.severities import Severities
from ...checking.states import Former, Named, carry_over, name_among
from ...checking.subjects import Subjects, subjects_of
from ...progress import Progress, no_progress, part_of
from ...rules import Rules
from ...sentence import Say
from ..areas import PlanAreas
from ..profile import PlanGeometry, PlanRole
from ..structure import structure_of
from .areas import count_areas, find_area_faults, find_parcel_area_faults, find_total_faults
from .codes import find_code_faults
from .facilities import find_facility_faults
from .lines import extent_of, find_line_faults
from .model import CheckedLayer, CheckedPlan, Frame, PlanWishes, require_known
from .schema import find_schema_faults
from .survey import find_survey_faults
from .tables import find_table_faults, targets_of
from .titles import CHECK_TITLES
from .topology import find_topology_faults


@dataclass(frozen=True)
class VillageCount:
    """What one village was: its code and name, features of its plan, registered area in 0.01 m² or None."""

    code: str
    name: str
    features: int
    registered: int | None


@dataclass(frozen=True)
class CheckedPlans:
    """What comes out. `findings` plan by plan in the order of the checks; `layers` by key, what their rows are of."""

    plans: Sequence[CheckedPlan]
    rules: Rules
    findings: Sequence[Named]
    layers: Mapping[str, Subjects]
    villages: Sequence[VillageCount]
    areas: Sequence[PlanAreas] = ()
    wishes: PlanWishes = field(default_factory=PlanWishes)

    def by_check(self) -> Counter[str]:
        """How many findings each check has."""
        return Counter(named.finding.check for named in self.findings)

    def count(self, severity: Severity) -> int:
        """Findings of a severity."""
        return sum(named.finding.severity is severity for named in self.findings)

    @property
    def features(self) -> int:
        """Features of all layers."""
        return sum(len(layer) for plan in self.plans for layer in plan.layers.values())


def check_plans(
    plans: Sequence[CheckedPlan],
    rules: Rules,
    wishes: PlanWishes | None = None,
    former: Sequence[Former] = (),
    say: Say = str,
    progress: Progress = no_progress,
) -> CheckedPlans:
    """Run every check that is on. `former` are the decisions of an earlier run; `say` says the mark of a reason that was
    given for other values. InputError for a profile or rule that makes no sense."""
    severities = Severities(rules)
    severities.require(CHECK_TITLES)
    require_known(wishes or PlanWishes(), plans)
    frame = Frame(rules, severities.of, wishes if wishes is not None else PlanWishes())
    findings: list[Finding] = []
    counted: list[tuple[CheckedPlan, PlanAreas]] = []
    layers: dict[str, Subjects] = {}
    for number, plan in enumerate(plans):
        own = part_of(progress, number / len(plans), (number + 1) / len(plans))
        found, areas = _of_plan(plan, frame, own)
        if areas is not None:
            counted.append((plan, areas))
        findings += [replace(each, layer=f"{number}:{each.layer}") if each.layer else each for each in found]
        layers.update({f"{number}:{role.value}": _subjects(plan, layer) for role, layer in plan.layers.items()})
    findings += find_total_faults(counted, frame)
    named = carry_over(name_among(findings, layers), former, say)
    progress(1.0)
    villages = [each for plan in plans for each in _village_counts(plan)]
    return CheckedPlans(plans, rules, named, layers, villages, [areas for _, areas in counted], frame.wishes)


def _of_plan(plan: CheckedPlan, frame: Frame, progress: Progress) -> tuple[list[Finding], PlanAreas | None]:
    """All findings of a plan with their villages and places."""
    findings = find_schema_faults(plan, frame)
    findings += find_code_faults(plan, frame)
    progress(0.1)
    findings += find_topology_faults(plan, frame, part_of(progress, 0.1, 0.7))
    findings += find_parcel_area_faults(plan, frame)
    areas = None
    if plan.profile.structure:
        structure = structure_of(plan.profile)
        areas = count_areas(plan, structure, frame)
        if areas is not None:
            findings += find_area_faults(plan, areas, frame, targets_of(plan))
            findings += find_table_faults(plan, areas, structure, frame)
        progress(0.8)
        findings += find_line_faults(plan, structure, frame)
    findings += find_facility_faults(plan, frame)
    progress(0.9)
    findings += find_survey_faults(plan, frame)
    order = {check: number for number, check in enumerate(CHECK_TITLES)}
    findings.sort(key=lambda found: order[found.check])
    return _with_villages(plan, _placed(plan, findings)), areas


def _subjects(plan: CheckedPlan, layer: CheckedLayer) -> Subjects:
    """The features of a layer; where they lie is said by the village they were found in."""
    found = subjects_of(layer.columns, layer.name)
    rows = plan.village_rows(layer.role).tolist()
    codes = [plan.villages[row].code or None if row >= 0 else None for row in rows]
    names = [plan.called(row) if row >= 0 else None for row in rows]
    return replace(found, codes=codes, names=names)


def _placed(plan: CheckedPlan, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with a place: those on a polygon inside it, those on a point at it, those of a village inside that."""
    placed: list[Finding] = []
    by_layer: dict[str, list[int]] = {}
    for number, found in enumerate(findings):
        by_layer.setdefault(found.layer, []).append(number)
        placed.append(found)
    for key, numbers in by_layer.items():
        layer = plan.layers.get(PlanRole(key)) if key else None
        if layer is None or layer.declared.geometry is PlanGeometry.NONE:
            continue
        own = [findings[number] for number in numbers]
        points = layer.declared.geometry is not PlanGeometry.POLYGON
        moved = _on_points(own, layer.valid) if points else place_findings(own, layer.valid)
        for number, found in zip(numbers, moved):
            placed[number] = found
    return [_in_village(plan, found) for found in placed]


def _on_points(findings: Iterable[Finding], shapes: np.ndarray) -> list[Finding]:
    """Findings on points and lines at their middle."""
    placed = []
    for found in findings:
        if found.row != NO_ROW and found.x != found.x and not shapely.is_missing(shapes[found.row]):
            middle = shapely.centroid(shapes[found.row])
            if not shapely.is_empty(middle):
                found = replace(found, x=float(middle.x), y=float(middle.y), extent=10.0)
        placed.append(found)
    return placed


def _in_village(plan: CheckedPlan, found: Finding) -> Finding:
    """A finding of a whole village gets a place inside it."""
    if found.x == found.x or found.row != NO_ROW or plan.border is None:
        return found
    names = [plan.called(number) for number in range(len(plan.villages))]
    number = names.index(found.village) if found.village in names else 0
    shape = plan.border[number]
    if shape is None or shapely.is_empty(shape):
        return found
    point = shapely.point_on_surface(shape)
    return replace(found, x=float(point.x), y=float(point.y), extent=extent_of(shapely.bounds(shape)))


def _with_villages(plan: CheckedPlan, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with what their village is called: of the feature's, of the place's, else the plan's own name."""
    places = np.array([(found.x, found.y) for found in findings], dtype=np.float64).reshape(-1, 2)
    known = np.flatnonzero(~np.isnan(places).any(axis=1))
    at = np.full(len(findings), -1, dtype=np.int64)
    at[known] = plan.villages_at(shapely.points(places[known]))
    whole = plan.called(0) if len(plan.villages) == 1 else plan.name
    result = []
    for number, found in enumerate(findings):
        if not found.village:
            row = -1
            if found.row != NO_ROW and found.layer:
                row = int(plan.village_rows(PlanRole(found.layer))[found.row])
            row = row if row >= 0 else int(at[number])
            found = replace(found, village=plan.called(row) if row >= 0 else whole)
        result.append(found)
    return result


def _village_counts(plan: CheckedPlan) -> list[VillageCount]:
    counts = np.zeros(len(plan.villages), dtype=np.int64)
    for role in plan.layers:
        rows = plan.village_rows(role)
        counts += np.bincount(rows[rows >= 0], minlength=len(counts))
    return [
        VillageCount(village.code, plan.called(number), int(counts[number]), village.registered)
        for number, village in enumerate(plan.villages)
    ]
