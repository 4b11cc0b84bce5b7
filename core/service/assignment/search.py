"""Large cases: from the relaxation to whole units, contiguous areas, limits kept, then moves, swaps and chains.

Nothing is left to chance but the order of the units, which comes from a seed: the same input gives the same assignment
unless the time limit ends the search.
"""

from __future__ import annotations

import heapq
import time
from collections import defaultdict

import numpy as np

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from .bound import Relaxed, relax
from .problem import NOBODY, Problem, Solution, is_contiguous, parts_of, violation
from .territory import Territory

SMALL = 1e-9
PASSES = 60
SHORTLIST = 24
TRIES = 400
KICKS = 150
KICKED_UNITS = 400


class Clock:
    """A time limit in seconds; None for none."""

    def __init__(self, seconds: float | None) -> None:
        self.end = None if not seconds else time.monotonic() + seconds

    @property
    def up(self) -> bool:
        """Whether the time is over."""
        return self.end is not None and time.monotonic() >= self.end

    def left(self) -> float:
        """Seconds left, many where there is no limit."""
        return 1e9 if self.end is None else max(0.0, self.end - time.monotonic())


def search(
    problem: Problem,
    seed: int = 1,
    seconds: float | None = None,
    progress: Progress = no_progress,
    relaxed: Relaxed | None = None,
) -> Solution:
    """An assignment within all limits, contiguous where asked, and the bound of the relaxation.

    InputError where none was found: what is still exceeded is said.
    """
    clock = Clock(seconds)
    relaxed = relaxed or relax(problem, part_of(progress, 0.0, 0.3))
    territory = Territory(problem, rounded(problem, relaxed))
    if problem.neighbours is not None:
        join_parts(territory, relaxed)
    randomness = np.random.default_rng(seed)
    mend(territory, randomness, part_of(progress, 0.3, 0.45))
    off = territory.excess_all()
    if off > 0 or not is_contiguous(problem, territory.teams()):
        raise _not_found(problem, territory)
    moves = improve(territory, randomness, clock, part_of(progress, 0.45, 1.0))
    if problem.shape[0] <= KICKED_UNITS:
        moves += kick(territory, randomness, clock)
    teams = territory.teams()
    return Solution(teams, problem.value(teams), relaxed.value, "search", clock.up, moves=moves)


def rounded(problem: Problem, relaxed: Relaxed) -> np.ndarray:
    """int64 (n,): each unit to the team with its largest share, to the cheapest of those that share alike."""
    shares = np.where(np.isfinite(problem.full_cost), relaxed.shares, -1.0)
    return np.argmax(shares - 1e-12 * relaxed.reduced, axis=1).astype(np.int64)


def join_parts(territory: Territory, relaxed: Relaxed) -> None:
    """Each team keeps one part (that of its pinned units, else the largest); the other parts' units join areas beside
    them, those first that cost least by the prices of the relaxation. Units that no area can reach stay with nobody."""
    problem = territory.problem
    if problem.neighbours is None or territory.beside is None:
        return
    teams = territory.teams()
    _, labels = parts_of(problem.neighbours, teams)
    sizes = np.bincount(labels)
    pins = np.bincount(labels[~territory.free], minlength=len(sizes))
    best: dict[int, int] = {}
    for label in range(len(sizes)):
        team = int(teams[np.argmax(labels == label)]) if len(sizes) < 1000 else int(teams[np.flatnonzero(labels == label)[0]])
        if team not in best or (pins[label], sizes[label]) > (pins[best[team]], sizes[best[team]]):
            best[team] = label
    kept = np.isin(labels, list(best.values()))
    for unit in np.flatnonzero(~kept & territory.free).tolist():
        territory.put(unit, NOBODY)
    reduced = relaxed.reduced.tolist()
    heap: list[tuple[float, int, int]] = []

    def offer(unit: int) -> None:
        for team in {territory.team_of[other] for other in territory.beside[unit]}:  # type: ignore[index]
            if team >= 0 and territory.cost[unit][team] < float("inf"):
                heapq.heappush(heap, (reduced[unit][team], unit, team))

    loose = [unit for unit, team in enumerate(territory.team_of) if team < 0]
    for unit in loose:
        offer(unit)
    while heap:
        _, unit, team = heapq.heappop(heap)
        if territory.team_of[unit] >= 0:
            continue
        territory.put(unit, team)
        for other in territory.beside[unit]:
            if territory.team_of[other] < 0 and territory.cost[other][team] < float("inf"):
                heapq.heappush(heap, (reduced[other][team], other, team))


def mend(territory: Territory, randomness: np.random.Generator, progress: Progress = no_progress) -> None:
    """Bring teams within their limits by passing units along chains of neighbouring areas, at the least cost."""
    first, banned = territory.excess_all(), set()
    m = territory.problem.shape[1]
    for _ in range(TRIES * 5):
        off = territory.excess_all()
        if off <= 0:
            break
        progress(1.0 - off / first)
        worst = sorted((team for team in range(m) if territory.excess(team) > 0), key=territory.excess, reverse=True)
        for team in worst:
            if (team, round(off, 9)) in banned:
                continue
            if _relieve(territory, team, off):
                break
            banned.add((team, round(off, 9)))
        else:
            if not _shake(territory, randomness, off):
                return
            if len(banned) > TRIES:
                return


def _relieve(territory: Territory, team: int, off: float) -> bool:
    """Pass units from a team that has too much (or to one that has too little), so that less is wrong in all."""
    over = any(carried[team] > most[team] for carried, most in zip(territory.carried, territory.most))
    arcs, units = _arcs(territory, reverse=not over)
    for path in _paths(arcs, team):
        done: list[tuple[int, int]] = []
        steps = list(zip(path, path[1:])) if over else [(b, a) for a, b in zip(path, path[1:])]
        for source, target in reversed(steps):
            unit = _cheapest(territory, units, source, target)
            if unit is None:
                break
            done.append((unit, source))
            territory.put(unit, target)
        else:
            if territory.excess_all() < off - SMALL:
                return True
        for unit, source in reversed(done):
            territory.put(unit, source)
    return False


def _arcs(
    territory: Territory, reverse: bool
) -> tuple[dict[int, dict[int, float]], dict[tuple[int, int], list[tuple[float, int]]]]:
    """For each team those that could take one of its units (or, reversed, give it one) with the least cost of that, and for
    each pair (source, target) the units on their border, cheapest first."""
    arcs: dict[int, dict[int, float]] = defaultdict(dict)
    units: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for unit, team in territory.border():
        own = territory.team_of[unit]
        delta = territory.cost[unit][team] - territory.cost[unit][own]
        units[own, team].append((delta, unit))
        tail, head = (team, own) if reverse else (own, team)
        arcs[tail][head] = min(max(0.0, delta), arcs[tail].get(head, float("inf")))
    for found in units.values():
        found.sort()
    return arcs, units


def _paths(arcs: dict[int, dict[int, float]], start: int) -> list[list[int]]:
    """Cheapest chains of teams from `start` to every other team, shortest ones of the same cost first."""
    best = {start: (0.0, 0, [start])}
    heap: list[tuple[float, int, int, list[int]]] = [(0.0, 0, start, [start])]
    done: list[list[int]] = []
    seen: set[int] = set()
    while heap:
        cost, length, team, path = heapq.heappop(heap)
        if team in seen:
            continue
        seen.add(team)
        if length:
            done.append(path)
        for other, price in sorted(arcs.get(team, {}).items()):
            reached = (cost + price, length + 1)
            if other not in seen and (other not in best or reached < best[other][:2]):
                best[other] = (*reached, path)
                heapq.heappush(heap, (*reached, other, [*path, other]))
    return done


def _cheapest(
    territory: Territory, units: dict[tuple[int, int], list[tuple[float, int]]], source: int, target: int
) -> int | None:
    """The unit of `source` that goes to `target` at the least cost and leaves one part behind."""
    for _, unit in units.get((source, target), ()):
        if territory.team_of[unit] == source and territory.touches(unit, target) and territory.can_leave(unit):
            return unit
    return None


def _shake(territory: Territory, randomness: np.random.Generator, off: float) -> bool:
    """One move at random that makes nothing worse by more than a little; whether there was one."""
    moves = list(territory.border())
    for place in randomness.permutation(len(moves))[:200]:
        unit, team = moves[place]
        own = territory.team_of[unit]
        if not territory.can_leave(unit):
            continue
        before = territory.excess(own) + territory.excess(team)
        territory.put(unit, team)
        if territory.excess(own) + territory.excess(team) <= before + 0.05:
            return True
        territory.put(unit, own)
    return False


def improve(
    territory: Territory, randomness: np.random.Generator, clock: Clock, progress: Progress = no_progress
) -> int:
    """Moves, swaps and chains of two moves until none helps; their number."""
    made = 0
    for turn in range(PASSES):
        progress(turn / PASSES)
        now = _moves(territory, randomness, clock)
        if not now or turn % 4 == 3:
            now += _exchanges(territory, clock)
        made += now
        if not now or clock.up:
            break
    progress(1.0)
    return made


def kick(territory: Territory, randomness: np.random.Generator, clock: Clock) -> int:
    """Leave a local optimum by a few moves at random and search again from there; what is not better is taken back."""
    made, best = 0, territory.value()
    for _ in range(KICKS):
        if clock.up:
            break
        kept = territory.teams()
        moves = list(territory.border())
        if not moves:
            break
        for place in randomness.permutation(len(moves))[:40].tolist()[: 4 + int(randomness.integers(12))]:
            unit, team = moves[place]
            own = territory.team_of[unit]
            if team != own and territory.touches(unit, team) and territory.fits(unit, own, team) and territory.can_leave(unit):
                territory.put(unit, team)
        now = improve(territory, randomness, clock)
        value = territory.value()
        if value < best - SMALL:
            best, made = value, made + now
            continue
        for unit in np.flatnonzero(territory.teams() != kept).tolist():
            territory.put(unit, int(kept[unit]))
    return made


def _moves(territory: Territory, randomness: np.random.Generator, clock: Clock) -> int:
    """One pass of single units that go to a cheaper team beside them."""
    made, units = 0, territory.units
    for place in randomness.permutation(len(units)).tolist():
        unit = units[place]
        own, prices = territory.team_of[unit], territory.cost[unit]
        better = sorted((prices[team], team) for team in territory.others(unit) if prices[team] < prices[own] - SMALL)
        for _, team in better:
            if territory.fits(unit, own, team) and territory.can_leave(unit):
                territory.put(unit, team)
                made += 1
                break
        if clock.up:
            break
    return made


def _exchanges(territory: Territory, clock: Clock) -> int:
    """One pass of swaps, and of chains: a unit goes to a full team, which passes one on to a third."""
    by_arc: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for unit, team in territory.border():
        own = territory.team_of[unit]
        by_arc[own, team].append((territory.cost[unit][team] - territory.cost[unit][own], unit))
    for found in by_arc.values():
        found.sort()
        del found[SHORTLIST:]
    from_team: dict[int, list[int]] = defaultdict(list)
    for source, target in sorted(by_arc):
        from_team[source].append(target)
    made = 0
    for source, target in sorted(by_arc):
        if clock.up:
            break
        for gain, unit in by_arc[source, target]:
            if gain >= -SMALL and by_arc[source, target][0][0] >= 0 and target not in from_team:
                break
            if _exchange(territory, by_arc, from_team, unit, source, target, gain):
                made += 1
    return made


def _exchange(
    territory: Territory,
    by_arc: dict[tuple[int, int], list[tuple[float, int]]],
    from_team: dict[int, list[int]],
    unit: int,
    source: int,
    target: int,
    gain: float,
) -> bool:
    """Move `unit` to `target` and another unit on from there, back to `source` or to a third team, if both together help."""
    if territory.team_of[unit] != source:
        return False
    for third in from_team[target]:
        for other_gain, other in by_arc[target, third]:
            if gain + other_gain >= -SMALL:
                break
            if other != unit and territory.team_of[other] == target and _both(territory, unit, source, target, other, third):
                return True
    return False


def _both(territory: Territory, unit: int, source: int, target: int, other: int, third: int) -> bool:
    """Do both moves if limits and contiguity allow; nothing is changed where they don't."""
    if third == source:
        if not territory.fits(unit, source, target, other):
            return False
    elif not _chain_fits(territory, unit, source, target, other, third):
        return False
    if not territory.touches(unit, target) or not territory.can_leave(unit):
        return False
    territory.put(unit, target)
    if territory.can_leave(other) and territory.touches(other, third):
        territory.put(other, third)
        if not territory.beside or _touch_after(territory, unit, target):
            return True
        territory.put(other, target)
    territory.put(unit, source)
    return False


def _touch_after(territory: Territory, unit: int, target: int) -> bool:
    """Whether the unit lies beside its new area still, now that another unit has left it (or is all of it)."""
    return territory.touches(unit, target) or len(territory.members[target]) == 1


def _chain_fits(territory: Territory, unit: int, source: int, target: int, other: int, third: int) -> bool:
    """Limits of three teams: `source` gives, `target` takes and gives, `third` takes."""
    for load, carried, most, least in zip(territory.loads, territory.carried, territory.most, territory.least):
        if carried[source] - load[unit] < least[source] or carried[third] + load[other] > most[third]:
            return False
        if not least[target] <= carried[target] + load[unit] - load[other] <= most[target]:
            return False
    return True


def _not_found(problem: Problem, territory: Territory) -> InputError:
    teams = territory.teams()
    if (teams < 0).any():
        template = translate(
            "LandLedger",
            "{count} units can't be joined to any team's area without a break; look at pinned units and at teams that can't "
            "be reached.",
        )
        return InputError(template, count=int((teams < 0).sum()))
    if not is_contiguous(problem, teams):
        return InputError(
            translate("LandLedger", "No contiguous areas were found: units pinned to one team lie apart from one another.")
        )
    template = translate(
        "LandLedger",
        "No assignment within all limits was found; the best one exceeds them by {share} % of a team's mean load. Raise "
        "capacities, widen the balance, or unpin units.",
    )
    return InputError(template, share=f"{100 * violation(problem, teams):.2f}")
