"""Villages that take the team of their town in a scenario: what is assigned to towns while villages are handed over.

The rule is that of the coverage check (`coverage.serving.served`): a village's own team first, else its town's.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from .assignment.problem import NOBODY
from .coverage.serving import Standing, place_assignments, served
from .service_rows import AssignmentRows
from .teams import Role
from .units import Level

if TYPE_CHECKING:
    from .scenario import Scene


@dataclass(frozen=True)
class TownRow:
    """A town with its team in a scenario: `team` the team's place; role and level None for every one."""

    code: str
    name: str
    team: int
    role: Role | None
    level: Level | None


@dataclass(frozen=True)
class Towns:
    """Rows of a scenario that speak of towns, and `team_of` int64 (n,): the team each unit takes from its town where it has
    none of its own, NOBODY for none."""

    rows: Sequence[TownRow]
    team_of: np.ndarray

    def lead(self, own: np.ndarray, rows: np.ndarray | None = None) -> np.ndarray:
        """int64 (k,): who serves units (all, or `rows`) with teams of their `own`."""
        above = self.team_of if rows is None else self.team_of[rows]
        return np.where(own == NOBODY, above, own)


def no_towns(count: int) -> Towns:
    """Nothing is taken from towns."""
    return Towns((), np.full(count, NOBODY, dtype=np.int64))


def towns_of(scene: Scene, rows: AssignmentRows, day: datetime.date, system: str = "") -> Towns:
    """What assignments that hold on a day give to the towns of the scene's villages, in the role of the scene. The villages' own
    rows are left out: they are the scenario's."""
    n, places = len(scene), scene.places
    if not len(rows) or len(places) == n:
        return no_towns(n)
    placed = place_assignments(rows, places, scene.teams, day, system)
    own = placed.unit < n
    standing = placed.standing.copy()
    standing[own] = Standing.FREE
    role = None if scene.codes[0] == "all" else Role(scene.codes[0])
    found = served(replace(placed, standing=standing), places, role)
    holds = [row for row in range(len(rows)) if standing[row] is Standing.HOLDS]
    units, kept = places.units, []
    for row in holds:
        town = placed.unit[row]
        kept.append(TownRow(str(units.code[town]), str(units.name[town]), int(placed.team[row]), rows.role[row], rows.level[row]))
    return Towns(tuple(kept), found.lead[:n])


def speak_of_towns(scene: Scene, rows: AssignmentRows, system: str = "") -> np.ndarray:
    """bool (r,): the rows about a town of the scene's villages, not about one of its units."""
    n = len(scene)
    if not len(rows) or len(scene.places) == n:
        return np.zeros(len(rows), dtype=bool)
    return np.array([match.row >= n for match in scene.places.match(rows.listed, system)], dtype=bool)
