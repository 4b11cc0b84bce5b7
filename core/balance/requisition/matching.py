"""Which lots of the reserve make up for which projects (占补平衡挂钩): the three indicators of each project, from lots in
force, so that as little as can be is short, then by the aims of `stages.Aim` one after the other.

Everything is put in order by codes first, so the order of rows in the inputs has no say. Amounts are whole steps (rule
requisition_step_ha or finer, as the needs are; 1 kg); what a lot has beyond whole steps is drawn only where a project would
lack it. The result is checked in integers: no lot gives more than it has, no project is called settled that lacks anything.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ...area import Area, AreaUnit
from ...errors import FootingError, InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import sentence, translate
from ..demand import Demand, Regime
from ..grades import SYSTEM_NAMES
from ..indicators import NOTHING, Indicators
from ..lots import Lot
from .bundles import Bundles
from .choices import Choices
from .model import Draw, Matching, Settlement, Why, keyed
from .policy import Policy
from .stages import Stage
from .transport import Problem, Transport
from .words import joined

FINEST = AreaUnit.HUNDREDTH_SQUARE_METRE.micro_mu
_FAR = datetime.date.max


@dataclass(frozen=True)
class Task:
    """What is matched: projects and lots, settings, what the user decided, the day on which a lot has to be valid where a
    project has no date of its own (None: lots do not expire then), by how much projects exceed the yearly ceiling, and what
    is `booked` of a lot (key) for a project already, which `lots` have free here."""

    demands: Sequence[Demand]
    lots: Sequence[Lot]
    policy: Policy = field(default_factory=Policy)
    choices: Choices = field(default_factory=Choices)
    day: datetime.date | None = None
    beyond: Mapping[str, Area] = field(default_factory=dict)
    booked: Mapping[tuple[str, str], Indicators] = field(default_factory=dict)


def match(task: Task, progress: Progress = no_progress) -> Matching:
    """Match a task.

    InputError for two projects or lots of one code, grade systems that differ, a lot with less than nothing left, a pin or an
    exclusion of what is not there, a pin of a lot that may not be drawn or of more than it has.
    """
    return _Run(task).matched(progress)


def needed(demand: Demand, policy: Policy) -> Indicators:
    """The indicators that the regime of a project asks for."""
    if policy.regime_of(demand.effective) is Regime.ONE_ACCOUNT and not policy.one_account_quality:
        return Indicators(demand.need.quantity)
    return demand.need


def in_priority(demands: Iterable[Demand], policy: Policy) -> list[Demand]:
    """Projects as they are served where the reserve does not suffice (rule requisition_priority); ties by code."""

    def key(demand: Demand) -> tuple[object, ...]:
        if policy.small_first:
            return (*demand.need, demand.code)
        return (demand.effective or _FAR, demand.code)

    return sorted(demands, key=key)


def in_order(lots: Iterable[Lot], policy: Policy) -> list[tuple[object, ...]]:
    """For each lot what it is ordered by (rule requisition_lot_order); equal ones are a tie."""
    return [
        (lot.entered or _FAR,) if policy.oldest_first else (lot.valid_to or _FAR, lot.entered or _FAR) for lot in lots
    ]


class _Run:
    """One matching: what may be drawn by whom, and the draws so far."""

    def __init__(self, task: Task) -> None:
        self.task, self.policy = task, task.policy
        self.demands = in_priority(task.demands, self.policy)
        self.keyed = keyed(task.lots)
        self.lots, self.keys = list(self.keyed.values()), list(self.keyed)
        _require_sound(self.demands, self.lots)
        self.place = {key: place for place, key in enumerate(self.keys)}
        self.row = {demand.code: row for row, demand in enumerate(self.demands)}
        _require_known(task.choices, self.row, self.place)
        whole = [NOTHING if demand.code in task.beyond else needed(demand, self.policy) for demand in self.demands]
        self.need = _grid(whole)
        self.left = _grid(lot.remaining for lot in self.lots)
        self.step = self._step()
        self.drawn = np.zeros((len(self.demands), len(self.lots), 3), dtype=np.int64)
        self.other = np.array(
            [[lot.region[:6] != demand.region[:6] for lot in self.lots] for demand in self.demands], dtype=bool
        ).reshape(len(self.demands), len(self.lots))
        self.running = np.array([lot.running for lot in self.lots], dtype=bool)
        self.may = self._may()
        self.pinned: set[tuple[int, int]] = set()

    def _step(self) -> int:
        """The smallest drawn area, micro-mu: that of the rule, or a part of it in which all needs are whole (areas typed in 亩),
        so that what is drawn is what is needed; not below 0.01 m²."""
        finest = int(np.gcd.reduce([self.policy.step, *self.need[:, :2].ravel().tolist()]))
        return finest if finest >= FINEST else self.policy.step

    def _may(self) -> np.ndarray:
        """bool (n, m): the lot is in force for the project and not excluded; of another county by the rule."""
        choices = self.task.choices
        days = [demand.effective or self.task.day for demand in self.demands]
        ends = [lot.valid_to for lot in self.lots]
        may = np.array(
            [[day is None or end is None or day <= end for end in ends] for day in days], dtype=bool
        ).reshape(self.other.shape)
        if not self.policy.other_counties:
            may &= ~self.other
        for lot in choices.excluded_lots:
            may[:, self.place[lot]] = False
        for project, lot in choices.excluded_pairs:
            may[self.row[project], self.place[lot]] = False
        return may

    def matched(self, progress: Progress) -> Matching:
        for (project, lot), amounts in self.task.booked.items():
            self.drawn[self.row[project], self.place[lot]] += np.array(amounts, dtype=np.int64)
        for pin in self.task.choices.pins:
            self._pin(self.row[pin.project], self.place[pin.lot], pin.amounts)
        stages = self._solve(self.may & ~self.running, self.policy.decoupled, part_of(progress, 0.0, 0.8))
        self._rests(self.may & ~self.running)
        accepted = np.where(self.running[None, :, None], 0, self.drawn)
        lacking = self.need - self.drawn.sum(axis=1)
        if (lacking > 0).any() and self.running.any():
            quantity = self.need[:, 0].copy()
            if not self.policy.promise_quantity:
                self.need[:, 0] = np.minimum(quantity, accepted[:, :, 0].sum(axis=1))
            promises = self._solve(self.may & self.running, True, part_of(progress, 0.8, 1.0))
            stages = [*stages, *(replace(stage, promised=True) for stage in promises)]
            self._rests(self.may & self.running)
            self.need[:, 0] = quantity
        progress(1.0)
        return self._result(accepted, stages)

    def _pin(self, project: int, lot: int, amounts: Indicators | None) -> None:
        """Draw what the user decided; without amounts what the project needs and the lot has."""
        code, pinned = self.demands[project].code, self.keys[lot]
        if self.running[lot] or not self.may[project, lot]:
            template = translate("LandLedger", "PINNED: project {project} may not draw from lot {lot} ({reason}).")
            raise InputError(template, project=code, lot=pinned, reason=sentence(self._reason(project, lot)))
        left = self.left[lot] - self.drawn[:, lot].sum(axis=0)
        lack = self.need[project] - self.drawn[project].sum(axis=0)
        want = np.minimum(np.maximum(lack, 0), left) if amounts is None else np.array(amounts, dtype=np.int64)
        if (want > left).any():
            template = translate("LandLedger", "PINNED: lot {lot} has not as much left as project {project} shall draw.")
            raise InputError(template, lot=pinned, project=code)
        self.drawn[project, lot] += want
        self.pinned.add((project, lot))

    def _reason(self, project: int, lot: int) -> str:
        choices, code = self.task.choices, (self.demands[project].code, self.keys[lot])
        if self.running[lot]:
            return Why.RUNNING.label
        if code in choices.excluded_pairs or code[1] in choices.excluded_lots:
            return Why.EXCLUDED.label
        own = self.policy.other_counties or not self.other[project, lot]
        return Why.EXPIRED.label if own else translate("LandLedger", "of another county")

    def _solve(self, may: np.ndarray, decoupled: bool, progress: Progress) -> list[Stage]:
        """Draw what the projects still lack from the lots they `may` (mask), in whole steps."""
        step = np.array([self.step, self.step, 1], dtype=np.int64)
        lack = np.maximum(self.need - self.drawn.sum(axis=1), 0)
        left = self.left - self.drawn.sum(axis=0)
        some = may.any(axis=1) & (lack > 0).any(axis=1)
        order = in_order(self.lots, self.policy)
        ranks = {key: place for place, key in enumerate(sorted(set(order)))}  # type: ignore[type-var]
        problem = Problem(
            -(-lack[some] // step),
            left // step,
            may[some],
            self.other[some],
            np.array([ranks[key] for key in order], dtype=np.int64),
        )
        if not some.any() or not len(self.lots):
            return []
        answer = (Transport if decoupled else Bundles)(problem).solve(progress)
        self.drawn[some] += answer.drawn * step
        return list(answer.stages)

    def _rests(self, may: np.ndarray) -> None:
        """What lots have beyond whole steps, to projects that still lack something, in order."""
        lack = self.need - self.drawn.sum(axis=1)
        for project, indicator in np.argwhere(lack > 0).tolist():
            for lot in np.flatnonzero(may[project]).tolist():
                left = int(self.left[lot, indicator] - self.drawn[:, lot, indicator].sum())
                given = min(left, int(self.need[project, indicator] - self.drawn[project, :, indicator].sum()))
                if 0 < given < self.step and self.policy.decoupled:
                    self.drawn[project, lot, indicator] += given

    def _result(self, accepted: np.ndarray, stages: Sequence[Stage]) -> Matching:
        promised = self.drawn - accepted
        draws = [*self._draws(accepted, False), *self._draws(promised, True)]
        settlements = []
        for row, demand in enumerate(self.demands):
            settlements.append(
                Settlement(
                    demand,
                    self.policy.regime_of(demand.effective),
                    needed(demand, self.policy),
                    Indicators(*accepted[row].sum(axis=0).tolist()),
                    Indicators(*promised[row].sum(axis=0).tolist()),
                    self.task.beyond.get(demand.code),
                )
            )
        found = Matching(
            sorted(settlements, key=lambda each: each.demand.code),
            sorted(draws, key=lambda draw: (draw.project, draw.promised, draw.lot)),
            self.keyed,
            stages,
            self._unusable(),
        )
        _require_exact(found)
        return found

    def _draws(self, amounts: np.ndarray, promised: bool) -> Iterable[Draw]:
        for project, lot in np.argwhere(amounts.any(axis=2)).tolist():
            yield Draw(
                self.demands[project].code,
                self.keys[lot],
                Indicators(*amounts[project, lot].tolist()),
                promised,
                (project, lot) in self.pinned and not promised,
                bool(self.other[project, lot]),
            )

    def _unusable(self) -> dict[str, Why]:
        found = {}
        for key, lot in self.keyed.items():
            if key in self.task.choices.excluded_lots:
                found[key] = Why.EXCLUDED
            elif lot.running:
                found[key] = Why.RUNNING
            elif lot.remaining == NOTHING:
                found[key] = Why.USED_UP
            elif lot.valid_to is not None and len(self.demands) and not self._in_force(lot):
                found[key] = Why.EXPIRED
        return found

    def _in_force(self, lot: Lot) -> bool:
        """Whether some project may draw from the lot on its day."""
        days = [demand.effective or self.task.day for demand in self.demands]
        return any(day is None or lot.valid_to is None or day <= lot.valid_to for day in days)


def _grid(amounts: Iterable[Indicators]) -> np.ndarray:
    return np.array(list(amounts), dtype=np.int64).reshape(-1, 3)


def _require_sound(demands: Sequence[Demand], lots: Sequence[Lot]) -> None:
    for code, count in Counter(each.code for each in demands).items():
        if count > 1:
            raise InputError(translate("LandLedger", "There are two projects {code}."), code=code)
    systems = {each.system for each in demands}
    for lot in lots:
        if lot.remaining.shortfall != NOTHING:
            raise InputError(
                translate("LandLedger", "Lot {lot} has less than nothing left: {quantity} mu, {paddy} mu paddy, {capacity} kg."),
                lot=lot.code,
                quantity=Area(lot.remaining.quantity).mu(),
                paddy=Area(lot.remaining.paddy).mu(),
                capacity=lot.remaining.capacity,
            )
        if systems and lot.system not in systems:
            template = translate("LandLedger", "Lot {lot} has grades of the system {one}, the projects of {other}; they can't be mixed.")
            other = joined(sentence(SYSTEM_NAMES[system]) for system in sorted(systems, key=lambda system: system.value))
            raise InputError(template, lot=lot.code, one=sentence(SYSTEM_NAMES[lot.system]), other=other)
    if len(systems) > 1:
        raise InputError(translate("LandLedger", "Projects have grades of two systems; they can't be mixed."))
    for demand in demands:
        if demand.need.shortfall != NOTHING:
            raise InputError(translate("LandLedger", "Project {project} needs less than nothing."), project=demand.code)


def _require_known(choices: Choices, projects: Mapping[str, int], lots: Mapping[str, int]) -> None:
    named = [("PINNED", pin.project, pin.lot) for pin in choices.pins]
    named += [("EXCLUDED", project, lot) for project, lot in choices.excluded_pairs]
    for parameter, project, lot in named:
        if project not in projects:
            template = translate("LandLedger", "{parameter}: there is no project {project}.")
            raise InputError(template, parameter=parameter, project=project)
        _require_lot(parameter, lot, lots)
    for lot in choices.excluded_lots:
        _require_lot("EXCLUDED", lot, lots)


def _require_lot(parameter: str, lot: str, lots: Mapping[str, int]) -> None:
    if lot not in lots:
        raise InputError(translate("LandLedger", "{parameter}: there is no lot {lot}."), parameter=parameter, lot=lot)


def _require_exact(matching: Matching) -> None:
    """The certificate in integers: draws of a lot within what it has, draws of a project what its settlement says."""
    by_lot: dict[str, Indicators] = {}
    by_project: dict[tuple[str, bool], Indicators] = {}
    for draw in matching.draws:
        if min(draw.amounts) < 0:
            raise FootingError(translate("LandLedger", "A draw came out below nothing; nothing was matched."))
        by_lot[draw.lot] = by_lot.get(draw.lot, NOTHING).plus(draw.amounts)
        of_project = (draw.project, draw.promised)
        by_project[of_project] = by_project.get(of_project, NOTHING).plus(draw.amounts)
    for key, lot in matching.lots.items():
        if not lot.remaining.minus(by_lot.get(key, NOTHING)).covered:
            raise FootingError(translate("LandLedger", "Lot {lot} gave more than it has; nothing was matched."), lot=key)
    for each in matching.settlements:
        code = each.demand.code
        sums = by_project.get((code, False), NOTHING), by_project.get((code, True), NOTHING)
        if sums != (each.drawn, each.promised):
            template = translate("LandLedger", "Draws of project {project} do not add up; nothing was matched.")
            raise FootingError(template, project=code)


__all__ = ["Task", "in_priority", "match", "needed"]
