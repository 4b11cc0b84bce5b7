"""The check of service reads top to bottom: assignments placed, served per role, ground, visits, findings, decisions."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from ...checking.severities import Severities
from ...checking.states import Former, Named, State, carry_over, name_findings
from ...columns import Columns
from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...rules import Rules
from ...sentence import Say, sentence, translate
from ..service_rows import AssignmentRows, PlanRows, VisitRows, require_period
from ..teams import ROLE_NAMES, Role, Teams, require_teams
from ..units import Level, Match
from .ground import City, Covered, Measure, cover, share_inside
from .places import Places
from .serving import Placed, Seat, Served, Standing, is_gap, is_of_role, place_assignments, roles_judged, served
from .titles import CHECK_TITLES
from .visiting import Due, Period, Visited, place_visits, plan_days, planned_villages, visits_due

TARGET_RULES = {Role.RESPONSIBLE: "service_targets_responsible", Role.VILLAGE: "service_targets_village"}


@dataclass(frozen=True)
class CoverageJob:
    """What is asked: the `day`, the `period` of visits, a `role` and `level` or None for all, the code `system` of the tables."""

    day: datetime.date
    period: Period
    rules: Rules
    role: Role | None = None
    level: Level | None = None
    scenario: str = ""
    system: str = ""


@dataclass(frozen=True)
class CoverageInputs:
    """What is there. `own_plans` object (k,): approval days in the units' own layers; `city` None: nothing is said of ground;
    `measure` how ground is measured; `from_cells`: points stand for their Voronoi cells."""

    places: Places
    teams: Teams
    assignments: AssignmentRows
    measure: Measure
    city: City | None = None
    visits: VisitRows | None = None
    plans: PlanRows | None = None
    own_plans: np.ndarray | None = None
    from_cells: bool = False


@dataclass(frozen=True)
class Coverage:
    """The outcome. `roles` as judged, `by_role` in the same order; `inside` bool (n,): units of the city; `target` bool (n,) for
    each role; `ground`: all roles together first, then each where there are several; empty without ground."""

    job: CoverageJob
    inputs: CoverageInputs
    placed: Placed
    roles: Sequence[Role | None]
    by_role: Sequence[Served]
    shares: np.ndarray
    inside: np.ndarray
    targets: Sequence[np.ndarray]
    ground: Sequence[Covered]
    visited: Visited | None
    due: Sequence[Due]
    plan_match: Sequence[Match]
    plan_day: np.ndarray
    planned: np.ndarray
    subjects: Columns
    findings: Sequence[Named]

    def count(self, check: str) -> int:
        """Findings of a check."""
        return self.by_check().get(check, 0)

    def by_check(self) -> Counter[str]:
        """Findings by check."""
        return Counter(named.finding.check for named in self.findings)

    @property
    def accepted(self) -> int:
        """Findings somebody accepted."""
        return sum(named.decision.state is State.ACCEPTED for named in self.findings)

    @property
    def gaps(self) -> int:
        """Units without a team, each as often as a role and level lack one."""
        return sum(len(gaps_of(self, role)) for role in range(len(self.roles)))

    @property
    def doubles(self) -> int:
        """Units with several teams of one role and level."""
        return sum(len(doubles_of(self, role)) for role in range(len(self.roles)))

    @property
    def expired(self) -> int:
        """Assignments that are over, by their own day or by the term of their team, with nobody instead."""
        return len(lapsed_of(self, Standing.OVER, Standing.TERM_OVER))

    @property
    def not_begun(self) -> int:
        """Assignments that begin later, with nobody until then."""
        return len(lapsed_of(self, Standing.LATER, Standing.TERM_LATER))

    @property
    def unvisited(self) -> list[int]:
        """Villages with an approved plan and no visit in the period; none where no visits were given."""
        if self.visited is None:
            return []
        return [int(row) for row in self.planned.tolist() if row not in self.visited.last]

    @property
    def percent(self) -> Decimal | None:
        """The share of the city that somebody serves, in %; None without ground."""
        return self.ground[0].percent if self.ground else None


def role_name(role: Role | None) -> str:
    """What people read, an English text."""
    return translate("LandLedger", "all roles") if role is None else ROLE_NAMES[role]


def check_coverage(
    inputs: CoverageInputs,
    job: CoverageJob,
    former: Sequence[Former] = (),
    say: Say = str,
    progress: Progress = no_progress,
) -> Coverage:
    """Every check of service, with the decisions of a former run. InputError says what of the input makes no sense."""
    from .findings import as_keyed, find_faults

    severities = Severities(job.rules)
    severities.require(CHECK_TITLES)
    coverage = place_service(inputs, job)
    progress(0.1)
    ground = _ground(inputs, coverage.roles, coverage.by_role, part_of(progress, 0.1, 0.8))
    coverage = replace(coverage, ground=ground)
    subjects, findings = find_faults(coverage, severities)
    named = carry_over(name_findings(findings, subjects), as_keyed(former, say), say)
    progress(1.0)
    return replace(coverage, subjects=subjects, findings=named)


def place_service(inputs: CoverageInputs, job: CoverageJob) -> Coverage:
    """Who serves what, visits and plans, before anything is checked: no ground, no findings."""
    require_period(job.period.start, job.period.end)
    require_teams(inputs.teams)
    if not len(inputs.assignments):
        raise InputError(translate("LandLedger", "Table {layer} has no assignment."), layer=inputs.assignments.layer)
    places, teams = inputs.places, inputs.teams
    placed = place_assignments(inputs.assignments, places, teams, job.day, job.system)
    roles = roles_judged(placed, job.role)
    shares = _shares(inputs)
    inside = ~((1 - np.nan_to_num(shares, nan=1.0)) * 100 > float(job.rules.number("service_outside_percent")))
    visited = None if inputs.visits is None else place_visits(inputs.visits, places, teams, job.period, job.system)
    plan_match = places.match(inputs.plans.listed, job.system) if inputs.plans is not None else []
    days = plan_days(places, inputs.own_plans, inputs.plans, plan_match)
    planned = planned_villages(places, days, job.period.end)
    return Coverage(
        job,
        inputs,
        placed,
        roles,
        [served(placed, places, role) for role in roles],
        shares,
        inside,
        [places.drawn & inside & _targets(places, role, job, planned) for role in roles],
        (),
        visited,
        _due(visited, teams, job),
        plan_match,
        days,
        planned[inside[planned] & places.drawn[planned]],
        Columns("", np.empty(0, dtype=np.int64), np.empty(0, dtype=object)),
        (),
    )


def _shares(inputs: CoverageInputs) -> np.ndarray:
    """float64 (n,): the share of each unit that lies in the city; NaN where nobody can tell."""
    if inputs.city is None:
        return np.full(len(inputs.places), np.nan)
    return share_inside(inputs.places.units.shape, inputs.city.whole)


def _targets(places: Places, role: Role | None, job: CoverageJob, planned: np.ndarray) -> np.ndarray:
    """bool (n,): the units that a role has to serve, by the rules and the level asked; `planned` int64: villages with a plan."""
    wanted = "both" if role is None else job.rules.get(TARGET_RULES[role]).text()
    levels = {"town": (Level.TOWN,), "both": (Level.TOWN, Level.VILLAGE), "none": ()}.get(wanted, (Level.VILLAGE,))
    asked = np.array([level in levels and job.level in (None, level) for level in places.level], dtype=bool)
    if wanted == "planned":
        asked &= np.isin(np.arange(len(places)), planned)
    return asked


def _ground(
    inputs: CoverageInputs, roles: Sequence[Role | None], by_role: Sequence[Served], progress: Progress
) -> list[Covered]:
    """What is covered by all roles together, and by each where those of several have ground; nothing where none has."""
    grounds = inputs.places.grounds
    flat = np.array([ground is not None for ground in grounds], dtype=bool)
    if not flat.any() or inputs.city is None:
        return []
    of = [_assigned_ground(one, flat) for one in by_role]
    by_anybody = np.logical_or.reduce(of)
    asked = [(sentence(translate("LandLedger", "all roles")), by_anybody)]
    if sum(one.any() for one in of) > 1:
        asked += [(sentence(role_name(role)), one) for role, one in zip(roles, of) if one.any()]
    return [
        cover(title, inputs.city, grounds[rows], inputs.measure, part_of(progress, place / len(asked), (place + 1) / len(asked)))
        for place, (title, rows) in enumerate(asked)
    ]


def _assigned_ground(of: Served, flat: np.ndarray) -> np.ndarray:
    """bool (n,): the units whose ground is served. A town that is stands for the villages that take its team, if it has ground."""
    taken = np.array([bool(teams) for teams in of.teams], dtype=bool)
    by_town = of.inherited & flat[of.source]
    return taken & flat & ~by_town


def _due(visited: Visited | None, teams: Teams, job: CoverageJob) -> list[Due]:
    if visited is None:
        return []
    kind, least = job.rules.get("service_visit_period").text(), job.rules.whole("service_min_visits")
    return visits_due(visited, teams, job.period, kind, least)


def gaps_of(coverage: Coverage, role: int) -> list[int]:
    """The target units that nobody serves in a role, by code."""
    places, of = coverage.inputs.places, coverage.by_role[role]
    rows = [row for row in np.flatnonzero(coverage.targets[role]).tolist() if is_gap(of, places, row)]
    return sorted(rows, key=lambda row: str(places.units.code[row]))


def doubles_of(coverage: Coverage, role: int) -> list[Seat]:
    """The units of the level asked that have several teams of one level of service, by code and level."""
    places, level = coverage.inputs.places, coverage.job.level
    seats = [seat for seat, teams in coverage.by_role[role].own.items() if len(teams) > 1]
    asked = [seat for seat in seats if level in (None, places.level[seat[0]])]
    return sorted(asked, key=lambda seat: (str(places.units.code[seat[0]]), seat[1].value))


def lapsed_of(coverage: Coverage, *standing: Standing) -> list[int]:
    """The rows of these standings and of the role and level asked with nobody instead."""
    placed, job, level = coverage.placed, coverage.job, coverage.inputs.places.level
    found = lapsed(placed, standing)
    return [row for row in found if is_of_role(placed.role[row], job.role) and job.level in (None, level[placed.unit[row]])]


def lapsed(placed: Placed, standing: Sequence[Standing]) -> list[int]:
    """The rows of these standings whose unit, role and level have nobody instead: one row each, the latest to end, or the first
    to begin. What was followed by another assignment is history."""
    held = {
        (placed.seat(row), placed.role[row]) for row in range(len(placed.rows)) if placed.standing[row] is Standing.HOLDS
    }
    found: dict[object, int] = {}
    for row in range(len(placed.rows)):
        seat = (placed.seat(row), placed.role[row])
        if placed.standing[row] in standing and seat not in held and (seat[0], None) not in held:
            found[seat] = row if seat not in found else _nearer(placed, found[seat], row)
    return sorted(found.values())


def _nearer(placed: Placed, one: int, other: int) -> int:
    def key(row: int) -> tuple[datetime.date, datetime.date, int]:
        later = placed.standing[row] is Standing.LATER
        start = placed.rows.start[row] or datetime.date.min
        end = placed.rows.end[row] or datetime.date.max
        return (datetime.date.min, datetime.date.max - (start - datetime.date.min), -row) if later else (end, start, -row)

    return max(one, other, key=key)

