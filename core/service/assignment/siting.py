"""Choosing bases: p of k candidates so that travel is least (p-median), with or without capacities.

Without capacities: fast interchange (Whitaker 1983) from many starts, a Lagrangian bound, and a mixed-integer programme over
what the bound leaves open. With capacities: bases and assignment in turn, the strong relaxation (HiGHS), and the programme
over what its reduced costs leave. Seeded; the same input gives the same bases unless time ends first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack, vstack

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from .problem import Limit, LimitKind, Problem, violation
from .search import Clock, improve, mend
from .territory import Territory

STARTS = 12
STEPS = 1500
MOST_PAIRS = 60_000
"""The programme is tried where so many pairs of unit and candidate are left at most."""
TOUR = 40


@dataclass(frozen=True)
class Siting:
    """`bases` int64 (p,) the candidates chosen, ascending; `served_by` int64 (n,) the candidate of each unit; the travel
    `value`, a proven lower `bound`; `seconds_up`: time ended the search."""

    bases: np.ndarray
    served_by: np.ndarray
    value: float
    bound: float
    seconds_up: bool = False

    @property
    def gap(self) -> float:
        """(value − bound) / value."""
        return 0.0 if self.value <= self.bound or not self.value else (self.value - self.bound) / abs(self.value)

    @property
    def proven(self) -> bool:
        """Whether no choice is better."""
        return self.value - self.bound <= 1e-9 * max(1.0, abs(self.value))


def choose_bases(
    cost: np.ndarray, p: int, seconds: float | None = 60.0, seed: int = 1, progress: Progress = no_progress
) -> Siting:
    """p-median: `cost` float64 (n, k) finite, each unit to its cheapest base. InputError where p is no number from 1 to k."""
    _require_count(p, cost.shape[1])
    clock = Clock(seconds)
    randomness = np.random.default_rng(seed)
    best = _interchange(cost, _greedy(cost, p))
    best, bound, opened, closed, near = _lagrange(cost, p, best, clock, part_of(progress, 0.0, 0.5))
    for turn in range(STARTS):
        part_of(progress, 0.5, 0.7)(turn / STARTS)
        value = _value(cost, best)
        if value - bound <= 1e-9 * max(1.0, value) or clock.up:
            break
        found = _interchange(cost, _perturbed(best, cost.shape[1], p, randomness, turn))
        if _value(cost, found) < value:
            best = found
    value = _value(cost, best)
    if value - bound > 1e-9 * max(1.0, value) and not clock.up:
        best, bound = _median_programme(cost, p, best, bound, opened, closed, near, clock)
        value = _value(cost, best)
    progress(1.0)
    served = best[np.argmin(cost[:, best], axis=1)]
    return Siting(best, served, value, min(bound, value), clock.up)


def _require_count(p: int, candidates: int) -> None:
    if not 1 <= p <= candidates:
        template = translate("LandLedger", "{wanted} bases can't be chosen from {count} candidates.")
        raise InputError(template, wanted=p, count=candidates)


def _value(cost: np.ndarray, bases: np.ndarray) -> float:
    return float(cost[:, bases].min(axis=1).sum())


def _greedy(cost: np.ndarray, p: int) -> np.ndarray:
    nearest = np.full(len(cost), np.inf)
    chosen: list[int] = []
    for _ in range(p):
        total = np.minimum(cost, nearest[:, None]).sum(axis=0)
        total[chosen] = np.inf
        chosen.append(int(np.argmin(total)))
        nearest = np.minimum(nearest, cost[:, chosen[-1]])
    return np.sort(np.array(chosen))


def _perturbed(bases: np.ndarray, k: int, p: int, randomness: np.random.Generator, turn: int) -> np.ndarray:
    if turn % 3 == 2:
        return np.sort(randomness.choice(k, p, replace=False))
    count = min(max(1, p // (3 + turn % 4)), p, k - p)
    kept = randomness.choice(bases, p - count, replace=False)
    others = np.setdiff1d(np.arange(k), bases)
    return np.sort(np.concatenate([kept, randomness.choice(others, count, replace=False)])).astype(np.int64)


def _interchange(cost: np.ndarray, bases: np.ndarray) -> np.ndarray:
    """The best swap of a base against a candidate until none helps."""
    bases = bases.copy()
    if len(bases) == cost.shape[1]:
        return bases
    for _ in range(10 * len(bases) + 100):
        delta, leaves, enters = _best_swap(cost, bases)
        if delta >= -1e-9:
            break
        bases[leaves] = enters
    return np.sort(bases)


def _best_swap(cost: np.ndarray, bases: np.ndarray) -> tuple[float, int, int]:
    own = cost[:, bases]
    near = np.argmin(own, axis=1)
    first = own[np.arange(len(own)), near]
    own[np.arange(len(own)), near] = np.inf
    second = own.min(axis=1)[:, None]
    order = np.argsort(near, kind="stable")
    gain = np.maximum(first[:, None] - cost, 0.0)
    loss = (gain + np.minimum(second, cost) - first[:, None])[order]
    starts = np.searchsorted(near[order], np.arange(len(bases)))
    padded = np.vstack([loss, np.zeros((1, loss.shape[1]))])
    sums = np.add.reduceat(padded, starts, axis=0)
    sums[np.bincount(near, minlength=len(bases)) == 0] = 0.0
    delta = sums - gain.sum(axis=0)
    delta[:, bases] = np.inf
    leaves, enters = divmod(int(np.argmin(delta)), delta.shape[1])
    return float(delta[leaves, enters]), leaves, enters


def _lagrange(
    cost: np.ndarray, p: int, best: np.ndarray, clock: Clock, progress: Progress
) -> tuple[np.ndarray, float, np.ndarray, np.ndarray, np.ndarray]:
    """(bases, bound, candidates that any better choice has, candidates that none has, pairs (n, k) that one may have), by a
    subgradient."""
    ordered = np.sort(cost, axis=1)[:, : min(cost.shape[1], 2)]
    prices = ordered.mean(axis=1)
    value, bound, reach, stalled = _value(cost, best), -np.inf, 2.0, 0
    opened = np.zeros(cost.shape[1], dtype=bool)
    closed = np.zeros(cost.shape[1], dtype=bool)
    kept, tried = prices, set()
    for turn in range(STEPS):
        progress(turn / STEPS)
        gains = np.minimum(cost - prices[:, None], 0.0)
        worth = gains.sum(axis=0)
        order = np.argsort(worth, kind="stable")
        chosen = order[:p]
        now = float(prices.sum() + worth[chosen].sum())
        room = value - now + 1e-9 * max(1.0, abs(value))
        if p < len(order):
            closed |= worth - worth[order[p - 1]] > room
            opened |= worth[order[p]] - worth > room
        stalled = 0 if now > bound + 1e-9 * abs(now) else stalled + 1
        if now > bound:
            bound, kept = now, prices
        found = np.sort(chosen)
        if tuple(found.tolist()) not in tried and (turn % 5 == 0 or _value(cost, found) < value):
            tried.add(tuple(found.tolist()))
            found = _interchange(cost, found) if turn % 25 == 0 or _value(cost, found) < 1.01 * value else found
            if _value(cost, found) < value:
                best, value = found, _value(cost, found)
        if value - bound <= 1e-9 * max(1.0, value) or clock.up:
            break
        if stalled > 30:
            reach, stalled, prices = reach / 1.5, 0, kept
        if reach < 1e-4:
            break
        slope = 1.0 - (gains[:, chosen] < 0).sum(axis=1)
        length = float(slope @ slope)
        if length == 0:
            break
        prices = prices + reach * (value - now) / length * slope
    near = bound + np.maximum(cost - kept[:, None], 0.0) <= value + 1e-9 * max(1.0, abs(value))
    return best, bound, opened, closed, near


def _median_programme(
    cost: np.ndarray,
    p: int,
    best: np.ndarray,
    bound: float,
    opened: np.ndarray,
    closed: np.ndarray,
    near: np.ndarray,
    clock: Clock,
) -> tuple[np.ndarray, float]:
    """The exact choice among the candidates that are left, if they are few enough."""
    closed = closed.copy()
    closed[best] = False
    left = np.flatnonzero(~closed)
    # A unit never goes farther than to a base that is open for sure.
    farthest = cost[:, opened].min(axis=1) if opened.any() else np.full(len(cost), np.inf)
    rank = len(left) - p
    if len(left) > p:
        farthest = np.minimum(farthest, np.partition(cost[:, left], rank, axis=1)[:, rank])
    served = best[np.argmin(cost[:, best], axis=1)]
    near = near.copy()
    near[np.arange(len(cost)), served] = True
    allowed = (cost[:, left] <= farthest[:, None]) & near[:, left]
    if allowed.sum() > MOST_PAIRS:
        return best, bound
    found = _located(cost[:, left], allowed, p, clock, None, None, opened[left])
    if found is None:
        return best, bound
    chosen, _, dual, done = found
    if chosen is not None and _value(cost, np.sort(left[chosen])) < _value(cost, best):
        best = np.sort(left[chosen])
    return best, _value(cost, best) if done else max(bound, dual)


def _location_rows(
    allowed: np.ndarray, demand: np.ndarray | None, capacity: np.ndarray | None, p: int
) -> tuple[np.ndarray, np.ndarray, csr_matrix, np.ndarray, csr_matrix, np.ndarray]:
    """(unit, candidate) of the pairs, rows ≤ (pair ≤ base, capacity) and rows = (each unit once, p bases), with right sides."""
    n, k = allowed.shape
    unit, place = np.nonzero(allowed)
    x = len(unit)
    at = np.arange(x)
    linked = hstack([coo_matrix((np.ones(x), (at, at))), coo_matrix((-np.ones(x), (at, place)), shape=(x, k))])
    rows, right = [linked], [np.zeros(x)]
    if demand is not None and capacity is not None:
        loads = coo_matrix((demand[unit].astype(float), (place, at)), shape=(k, x))
        rows.append(hstack([loads, coo_matrix((-capacity.astype(float), (np.arange(k), np.arange(k))))]))
        right.append(np.zeros(k))
    once = hstack([coo_matrix((np.ones(x), (unit, at)), shape=(n, x)), csr_matrix((n, k))])
    count = hstack([csr_matrix((1, x)), csr_matrix(np.ones((1, k)))])
    equal = vstack([once, count]).tocsr()
    return unit, place, vstack(rows).tocsr(), np.concatenate(right), equal, np.concatenate([np.ones(n), [float(p)]])


def _located(
    cost: np.ndarray,
    allowed: np.ndarray,
    p: int,
    clock: Clock,
    demand: np.ndarray | None,
    capacity: np.ndarray | None,
    opened: np.ndarray,
) -> tuple[np.ndarray | None, np.ndarray | None, float, bool] | None:
    """(bases, base of each unit, dual bound, whether it is the optimum) of the programme; None where nothing came of it."""
    unit, place, rows, right, equal, ones = _location_rows(allowed, demand, capacity, p)
    k, x = cost.shape[1], len(unit)
    price = np.concatenate([cost[unit, place], np.zeros(k)])
    least = np.concatenate([np.zeros(x), opened.astype(float)])
    whole = np.concatenate([np.ones(x) if demand is not None else np.zeros(x), np.ones(k)])
    scale = 1e4 / max(1e-12, float(price.max()) * len(cost))
    found = milp(
        price * scale,
        constraints=[LinearConstraint(rows, -np.inf, right), LinearConstraint(equal, ones, ones)],
        integrality=whole,
        bounds=Bounds(least, 1),
        options={"mip_rel_gap": 0.0, "time_limit": max(0.1, min(clock.left(), 1e6))},
    )
    if found.status == 2:
        return None, None, np.inf, False
    dual = getattr(found, "mip_dual_bound", None)
    bound = -np.inf if dual is None else float(dual) / scale
    if found.x is None:
        return None, None, bound, False
    bases = np.flatnonzero(found.x[x:] > 0.5)
    served = np.full(len(cost), -1)
    taken = found.x[:x] > 0.5
    served[unit[taken]] = place[taken]
    return bases, served, bound, found.status == 0


# ------------------------------------------------------------------------------------------------------ capacitated


def choose_capacitated(
    cost: np.ndarray,
    demand: np.ndarray,
    capacity: np.ndarray,
    p: int,
    seconds: float | None = 60.0,
    seed: int = 1,
    progress: Progress = no_progress,
) -> Siting:
    """Capacitated p-median: `cost` float64 (n, k) finite, whole `demand` (n,) and `capacity` (k,), each unit to one base.

    InputError where the p largest capacities are too small (says by how much), or no assignment was found.
    """
    n, k = cost.shape
    _require_count(p, k)
    lack = int(demand.sum()) - int(np.sort(capacity)[::-1][:p].sum())
    if lack > 0:
        template = translate("LandLedger", "{count} bases take less than the units need; {lack} are lacking.")
        raise InputError(template, count=p, lack=lack)
    clock = Clock(seconds)
    randomness = np.random.default_rng(seed)
    best = _alternate(cost, demand, capacity, p, randomness, clock, part_of(progress, 0.0, 0.3))
    value = np.inf if best is None else float(cost[np.arange(n), best].sum())
    bound, allowed, opened = _capacitated_bound(cost, demand, capacity, p, value, seconds)
    if best is not None:
        allowed[np.arange(n), best] = True
    seconds_up = False
    if value - bound > 1e-9 * max(1.0, abs(value)) or best is None:
        if allowed.sum() <= MOST_PAIRS and not clock.up:
            found = _located(cost, allowed, p, clock, demand, capacity, opened)
            if found is not None:
                _, served, dual, done = found
                if served is not None and float(cost[np.arange(n), served].sum()) < value:
                    best, value = served, float(cost[np.arange(n), served].sum())
                bound = value if done else max(bound, min(dual, value))
        seconds_up = clock.up
    if best is None:
        raise InputError(translate("LandLedger", "No choice of bases within their capacities was found."))
    progress(1.0)
    bases = np.unique(best)
    if len(bases) < p:
        unused = np.setdiff1d(np.arange(k), bases)[: p - len(bases)]
        bases = np.sort(np.concatenate([bases, unused]))
    return Siting(bases, best, value, min(bound, value), seconds_up)


def _capacitated_bound(
    cost: np.ndarray, demand: np.ndarray, capacity: np.ndarray, p: int, value: float, seconds: float | None
) -> tuple[float, np.ndarray, np.ndarray]:
    """(bound, pairs and bases a better choice may use or must use) of the strong relaxation; of the choice without
    capacities where there are too many pairs."""
    n, k = cost.shape
    allowed = np.ones((n, k), dtype=bool)
    opened = np.zeros(k, dtype=bool)
    if n * k > MOST_PAIRS:
        return choose_bases(cost, p, None if seconds is None else seconds / 2).bound, allowed, opened
    unit, place, rows, right, equal, ones = _location_rows(allowed, demand, capacity, p)
    x = len(unit)
    price = np.concatenate([cost[unit, place], np.zeros(k)])
    bounds = np.column_stack([np.zeros(x + k), np.concatenate([np.full(x, np.inf), np.ones(k)])])
    found = linprog(price, rows, right, equal, ones, bounds=bounds, method="highs")
    if found.x is None:
        return -np.inf, allowed, opened
    room = value - found.fun + 1e-7 * max(1.0, abs(value)) if np.isfinite(value) else np.inf
    allowed[unit, place] = found.lower.marginals[:x] <= room
    closed = found.lower.marginals[x:] > room
    allowed[:, closed] = False
    opened = -found.upper.marginals[x:] > room
    return float(found.fun), allowed, opened


def _alternate(
    cost: np.ndarray,
    demand: np.ndarray,
    capacity: np.ndarray,
    p: int,
    randomness: np.random.Generator,
    clock: Clock,
    progress: Progress,
) -> np.ndarray | None:
    """int64 (n,): bases at the middle of what they serve, units to bases within capacities, in turn; the best of several
    starts; None where none kept the capacities."""
    n, k = cost.shape
    best, value = None, np.inf
    bases = _interchange(cost, _greedy(cost, p))
    for turn in range(TOUR):
        progress(turn / TOUR)
        if clock.up:
            break
        if turn:
            source = np.unique(best) if best is not None else bases
            source = source if len(source) == p else bases
            bases = _perturbed(source, k, p, randomness, turn)
        for _ in range(8):
            served = _within(cost[:, bases], demand, capacity[bases], randomness, clock)
            if served is None:
                break
            centred = _centred(cost, demand, capacity, served, bases)
            now = float(cost[np.arange(n), bases[served]].sum())
            if now < value - 1e-9:
                best, value = bases[served], now
            if (centred == bases).all():
                break
            bases = centred
    return best


def _within(
    cost: np.ndarray, demand: np.ndarray, capacity: np.ndarray, randomness: np.random.Generator, clock: Clock
) -> np.ndarray | None:
    """int64 (n,): units to the given bases within capacities, by search; None where it found none."""
    m = cost.shape[1]
    limit = Limit(LimitKind.WORKLOAD, demand.astype(np.int64), np.zeros(m, dtype=np.int64), capacity.astype(np.int64))
    problem = Problem(cost, (limit,), np.full(len(cost), -1))
    territory = Territory(problem, _by_regret(cost, demand, capacity))
    mend(territory, randomness)
    if territory.excess_all() > 0:
        return None
    improve(territory, randomness, clock)
    teams = territory.teams()
    return teams if violation(problem, teams) == 0 else None


def _by_regret(cost: np.ndarray, demand: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """int64 (n,): those units first that lose most where their cheapest base is full."""
    ordered = np.sort(cost, axis=1)
    regret = (ordered[:, 1] - ordered[:, 0]) if cost.shape[1] > 1 else np.zeros(len(cost))
    left, teams = capacity.astype(np.int64).copy(), np.zeros(len(cost), dtype=np.int64)
    for unit in np.argsort(-regret, kind="stable").tolist():
        able = np.where(left >= demand[unit], cost[unit], np.inf)
        team = int(np.argmin(able)) if np.isfinite(able).any() else int(np.argmax(left))
        teams[unit] = team
        left[team] -= int(demand[unit])
    return teams


def _centred(
    cost: np.ndarray, demand: np.ndarray, capacity: np.ndarray, served: np.ndarray, bases: np.ndarray
) -> np.ndarray:
    """The best candidate for what each base serves, if it takes so much; never one twice."""
    centred = bases.copy()
    for place in range(len(bases)):
        own = served == place
        if not own.any():
            continue
        total = cost[own].sum(axis=0)
        total[capacity < demand[own].sum()] = np.inf
        total[np.delete(centred, place)] = np.inf
        found = int(np.argmin(total))
        if total[found] < total[centred[place]] - 1e-9:
            centred[place] = found
    return centred
