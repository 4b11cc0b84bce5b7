"""A scenario as a document: who serves what, handed over unit by unit, undone and redone by whole acts, with figures by team
that follow each act at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import numpy as np

from ..sentence import Sentence, sentence, translate
from .assigning import Capacity
from .assignment.problem import NOBODY, parts_of
from .coverage.places import Places, places_of
from .inheriting import Towns, no_towns
from .neighbours import Beside
from .teams import Teams
from .units import Level, Units
from .workload import WHOLE, Evenness, evenness

AMOUNTS = ("units", "area", "people", "load", "travel")
"""What is added up by team, all whole numbers: units, m², people, 1/WHOLE of the mean workload, metres to the base."""
NAMED = 3
"""So many teams are named in a warning."""


@dataclass(frozen=True)
class Scene:
    """What a scenario is played on: n units, m teams. `loads` int64 (n,) in 1/WHOLE of the mean workload, `travel` int64
    (n, m) in metres (all 0 where a team has no base). `capacity` says what the teams' capacities count, `most_cv` how
    uneven workload may be; `role` is that of the service, as a text to be translated, `codes` role and level as the choices
    are called (`all`, `responsible`, `town` …)."""

    units: Units
    teams: Teams
    loads: np.ndarray
    travel: np.ndarray
    beside: Beside
    capacity: Capacity = Capacity.NONE
    most_cv: float = 0.3
    role: str = ""
    codes: tuple[str, str] = ("all", "all")
    used: dict[str, float] = field(default_factory=dict)
    notes: Sequence[Sentence] = ()

    def __len__(self) -> int:
        return len(self.units)

    @cached_property
    def of_units(self) -> np.ndarray:
        """int64 (n, 4): one, area in m², people and load of each unit, rounded half-up once."""
        measures = self.units.measures
        nothing = np.zeros(len(self.units))
        rounded = [
            np.floor(np.nan_to_num(measures.get(name, nothing), nan=0.0) + 0.5).astype(np.int64)
            for name in ("area", "population")
        ]
        return np.column_stack([np.ones(len(self.units), dtype=np.int64), *rounded, self.loads])

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The row of each unit by its code."""
        return {str(code): row for row, code in enumerate(self.units.code.tolist())}

    @cached_property
    def team_place(self) -> dict[str, int]:
        """The place of each team by its id."""
        return {str(team): place for place, team in enumerate(self.teams.id.tolist())}

    @cached_property
    def places(self) -> Places:
        """The units and, behind them, the towns that villages among them name."""
        level = self.codes[1]
        return places_of(self.units, level=None if level == "all" else Level(level))

    def amounts(self, rows: np.ndarray, teams: np.ndarray) -> np.ndarray:
        """int64 (k, 5): what units (k,) add to their teams (k,); nobody travels nowhere."""
        served = teams != NOBODY
        travel = np.where(served, self.travel[rows, np.where(served, teams, 0)], 0)
        return np.column_stack([self.of_units[rows], travel])

    def totals(self, team_of: np.ndarray) -> np.ndarray:
        """int64 (m + 1, 5) by team, the last row nobody's: all counted anew."""
        totals = np.zeros((len(self.teams) + 1, len(AMOUNTS)), dtype=np.int64)
        np.add.at(totals, team_of, self.amounts(np.arange(len(self)), team_of))
        return totals


class ActKind(Enum):
    """What was done, as the clerk calls it."""

    HAND_OVER = translate("LandLedger", "Hand over")
    RELEASE = translate("LandLedger", "Release")
    PIN = translate("LandLedger", "Pin")
    UNPIN = translate("LandLedger", "Unpin")
    PROPOSAL = translate("LandLedger", "Proposal")
    RESET = translate("LandLedger", "Back to the saved state")


@dataclass(frozen=True)
class Act:
    """One whole act: rows int64 (k,), their teams before and after, and whether they were pinned before and after. `left`
    pinned units were left as they are."""

    kind: ActKind
    rows: np.ndarray
    before: np.ndarray
    after: np.ndarray
    pinned_before: np.ndarray
    pinned_after: np.ndarray
    left: int = 0


@dataclass(frozen=True)
class Standing:
    """Figures of a scenario: `totals` int64 (m + 1, 5) by team as in AMOUNTS, the last row nobody's; `pieces` int64 (m,)
    how many parts each team's area has; how evenly workload is spread."""

    totals: np.ndarray
    pieces: np.ndarray
    even: Evenness

    @property
    def unserved(self) -> int:
        """Units that nobody serves."""
        return int(self.totals[-1, 0])

    @property
    def contiguous(self) -> bool:
        """Whether each team's area is in one piece."""
        return bool((self.pieces <= 1).all())

    def of(self, amount: str) -> np.ndarray:
        """int64 (m + 1,): one of AMOUNTS by team, nobody's last."""
        return self.totals[:, AMOUNTS.index(amount)]


class Scenario:
    """The team of each unit, by hand. Acts are whole: one undo takes one back, however many units it had. `key` is what the
    scenario is called where it is kept, '' before that; `saved` int64 (n,) the teams as they are kept there. `towns` are
    served by teams, too: a village without one of its own takes its town's. Figures are those of who serves (`lead`)."""

    def __init__(
        self, scene: Scene, name: str, team_of: np.ndarray | None = None, pinned: np.ndarray | None = None,
        towns: Towns | None = None,
    ) -> None:  # fmt: skip
        n = len(scene)
        self.towns = no_towns(n) if towns is None else towns
        self.scene = scene
        self.name = name
        self.team_of = np.full(n, NOBODY, dtype=np.int64) if team_of is None else team_of.astype(np.int64)
        self.pinned = np.zeros(n, dtype=bool) if pinned is None else pinned.astype(bool)
        self.key = ""
        self.saved = self.team_of.copy()
        self.stored = False
        self._totals = scene.totals(self.lead)
        self._standing: Standing | None = None
        self._done: list[Act] = []
        self._undone: list[Act] = []

    # ------------------------------------------------------------------------------------------------------------- acts

    def hand_over(self, rows: np.ndarray, team: int) -> Act | None:
        """Give units (indices) to a team, or to NOBODY. Pinned ones stay and are counted; None where nothing changes."""
        rows = np.unique(np.asarray(rows, dtype=np.int64))
        after = np.full(len(rows), team, dtype=np.int64)
        return self._assign(ActKind.RELEASE if team == NOBODY else ActKind.HAND_OVER, rows, after)

    def take(self, team_of: np.ndarray, kind: ActKind = ActKind.PROPOSAL) -> Act | None:
        """Another assignment (n,) of all units as one act; pinned units stay."""
        return self._assign(kind, np.arange(len(self.scene)), np.asarray(team_of, dtype=np.int64))

    def reset(self) -> Act | None:
        """All units as they were saved, as one act; pinned units stay."""
        return self.take(self.saved, ActKind.RESET)

    def pin(self, rows: np.ndarray, on: bool) -> Act | None:
        """Pin units where they are, or let them go; None where nothing changes."""
        rows = np.unique(np.asarray(rows, dtype=np.int64))
        rows = rows[self.pinned[rows] != on]
        now = self.team_of[rows]
        return self._do(Act(ActKind.PIN if on else ActKind.UNPIN, rows, now, now, ~np.full(len(rows), on), np.full(len(rows), on)))

    def _assign(self, kind: ActKind, rows: np.ndarray, after: np.ndarray) -> Act | None:
        changing = self.team_of[rows] != after
        left = int((changing & self.pinned[rows]).sum())
        kept = changing & ~self.pinned[rows]
        rows, after = rows[kept], after[kept]
        pinned = np.zeros(len(rows), dtype=bool)
        return self._do(Act(kind, rows, self.team_of[rows], after, pinned, pinned, left))

    def _do(self, act: Act) -> Act | None:
        if not len(act.rows):
            return None
        self._apply(act.rows, act.after, act.pinned_after)
        self._done.append(act)
        self._undone.clear()
        return act

    def undo(self) -> Act | None:
        """Take the last act back and say which; None where there is none."""
        if not self._done:
            return None
        act = self._done.pop()
        self._apply(act.rows, act.before, act.pinned_before)
        self._undone.append(act)
        return act

    def redo(self) -> Act | None:
        """Do again what was undone last and say which; None where there is nothing."""
        if not self._undone:
            return None
        act = self._undone.pop()
        self._apply(act.rows, act.after, act.pinned_after)
        self._done.append(act)
        return act

    def _apply(self, rows: np.ndarray, teams: np.ndarray, pinned: np.ndarray) -> None:
        before, after = (self.towns.lead(own, rows) for own in (self.team_of[rows], teams))
        np.subtract.at(self._totals, before, self.scene.amounts(rows, before))
        np.add.at(self._totals, after, self.scene.amounts(rows, after))
        self.team_of[rows] = teams
        self.pinned[rows] = pinned
        self._standing = None

    @property
    def last_act(self) -> Act | None:
        """What undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def next_act(self) -> Act | None:
        """What redo does again."""
        return self._undone[-1] if self._undone else None

    # ---------------------------------------------------------------------------------------------------------- figures

    @property
    def standing(self) -> Standing:
        """The figures now: sums as kept act by act, parts counted when they are asked for."""
        if self._standing is None:
            loads = self._totals[:-1, AMOUNTS.index("load")]
            self._standing = Standing(self._totals.copy(), pieces_of(self.scene, self.lead), evenness(loads))
        return self._standing

    @property
    def lead(self) -> np.ndarray:
        """int64 (n,): who serves each unit, by an assignment of its own or of its town; NOBODY for none."""
        return self.towns.lead(self.team_of)

    @property
    def inherited(self) -> np.ndarray:
        """bool (n,): the units served by their town's team."""
        return (self.team_of == NOBODY) & (self.towns.team_of != NOBODY)

    @property
    def unserved(self) -> np.ndarray:
        """int64 (k,): the units that nobody serves."""
        return np.flatnonzero(self.lead == NOBODY)

    @property
    def changed(self) -> np.ndarray:
        """int64 (k,): the units with another team than the saved one."""
        return np.flatnonzero(self.team_of != self.saved)

    @property
    def dirty(self) -> bool:
        """Whether something would be lost."""
        return not self.stored or bool((self.team_of != self.saved).any())

    def snapshot(self) -> Scenario:
        """As it is now, for another thread; without its acts."""
        taken = Scenario(self.scene, self.name, self.team_of, self.pinned, self.towns)
        taken.key, taken.saved, taken.stored = self.key, self.saved.copy(), self.stored
        return taken

    def mark_saved(self, kept: Scenario | None = None) -> None:
        """What is there now is saved, or what a snapshot `kept` had."""
        taken = self if kept is None else kept
        self.saved = taken.team_of.copy()
        self.key, self.stored = taken.key, taken.name == self.name


def pieces_of(scene: Scene, team_of: np.ndarray) -> np.ndarray:
    """int64 (m,): how many connected parts the units of each team make."""
    _, labels = parts_of(scene.beside.matrix, team_of)
    _, first = np.unique(labels, return_index=True)
    owners = team_of[first]
    return np.bincount(owners[owners != NOBODY], minlength=len(scene.teams))


def shown_load(load: int) -> float:
    """A workload as people read it: 1 is the mean of all teams."""
    return load / WHOLE


def limits_of(scene: Scene) -> np.ndarray:
    """float64 (m,): the capacity of each team in what is counted, NaN for none."""
    if scene.capacity is Capacity.NONE:
        return np.full(len(scene.teams), np.nan)
    return scene.teams.capacity.astype(float)


def over_capacity(scene: Scene, standing: Standing) -> np.ndarray:
    """bool (m,): the teams with more than their capacity; whole numbers are compared."""
    limits = limits_of(scene)
    if scene.capacity is Capacity.WORKLOAD:
        carried, most = standing.of("load")[:-1], np.floor(limits * WHOLE + 1e-6)
    else:
        carried, most = standing.of("units")[:-1], np.floor(limits)
    return np.isfinite(limits) & (carried > np.nan_to_num(most))


def warnings_of(scene: Scene, standing: Standing) -> list[Sentence]:
    """What a clerk has to look at, in words: nobody serves, no unit, over capacity, in pieces, uneven."""
    told = []
    counts = standing.of("units")[:-1]
    if standing.unserved:
        template = translate("LandLedger", "{count} units are served by nobody.")
        told.append(sentence(template, count=standing.unserved))
    for rows, template in (
        (np.flatnonzero(counts == 0), translate("LandLedger", "{count} teams have no unit: {teams}.")),
        (
            np.flatnonzero(over_capacity(scene, standing)),
            translate("LandLedger", "{count} teams have more than their capacity: {teams}."),
        ),
        (
            np.flatnonzero(standing.pieces > 1),
            translate("LandLedger", "{count} teams have an area in several pieces: {teams}."),
        ),
    ):
        if len(rows):
            told.append(sentence(template, count=len(rows), teams=_named(scene, rows)))
    if standing.even.cv > scene.most_cv and standing.totals[:-1, 0].any():
        loads = standing.of("load")[:-1]
        most, least = int(np.argmax(loads)), int(np.argmin(loads))
        template = translate(
            "LandLedger",
            "Workload is uneven: coefficient of variation {cv}, above {limit}; {most} has {high}, {least} has {low}.",
        )
        told.append(
            sentence(
                template,
                cv=f"{standing.even.cv:.2f}", limit=f"{scene.most_cv:g}",
                most=scene.teams.name[most], high=f"{shown_load(loads[most]):.2f}",
                least=scene.teams.name[least], low=f"{shown_load(loads[least]):.2f}",
            )
        )  # fmt: skip
    return told


def _named(scene: Scene, teams: np.ndarray) -> str:
    names = [str(scene.teams.name[team]) for team in teams[:NAMED].tolist()]
    return "、".join(names) + ("…" if len(teams) > NAMED else "")
