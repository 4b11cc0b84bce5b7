"""The linear relaxation without contiguity: a bound that holds, prices of the limits, and where capacities fall short."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, hstack, vstack

from ...errors import InputError
from ...progress import Progress, no_progress
from ...sentence import sentence, translate
from .problem import LIMIT_NAMES, Problem, shown

NEAR_TEAMS = 8
"""So many teams of each unit, cheapest by the prices so far, are in a relaxation; others join where their price says so."""
PRICE_STEPS = 300
CLOSE = 2e-5
"""A bound this near to the relaxation, as a share of it, is near enough; it holds all the same."""


@dataclass(frozen=True)
class Relaxed:
    """`value` a lower bound of every assignment; `reduced` float64 (n, m) ≥ 0: what the bound rises by when the unit is
    served by the team; `shares` float64 (n, m) the relaxed assignment."""

    value: float
    reduced: np.ndarray
    shares: np.ndarray


def relax(problem: Problem, progress: Progress = no_progress) -> Relaxed:
    """The relaxation by columns: cheapest teams first, then every pair whose price says it could help.

    The bound is computed from the prices of the limits alone (Lagrange), so it holds whatever tolerance the solver has.
    InputError where the limits can't be kept even by shares of units, with what is lacking.
    """
    cost = problem.full_cost
    allowed = np.isfinite(cost)
    scale = float(np.abs(cost[allowed]).max()) or 1.0
    prices = guessed_prices(problem)
    value, reduced = priced(problem, prices)
    active = _near(reduced, allowed)
    for turn in range(50):
        progress(min(0.9, turn / 10))
        solved = _solve(problem, active, scale)
        if solved is None:
            if active.sum() == allowed.sum():
                raise lacking(problem)
            active = allowed.copy()
            continue
        shares, prices = solved
        bound, costs = priced(problem, prices)
        if bound >= value:
            value, reduced = bound, costs
        reached = float((np.where(shares > 0, cost, 0.0) * shares).sum())
        if reached - value <= CLOSE * abs(reached) or active.sum() == allowed.sum():
            break
        active |= _near(costs, allowed)
    progress(1.0)
    return Relaxed(value, reduced, shares)


def guessed_prices(problem: Problem) -> np.ndarray:
    """Prices of the limits near the best ones, by a subgradient: they tell which pairs are worth a column."""
    m = problem.shape[1]
    count = 2 * m * len(problem.limits) + (problem.most_changes is not None)
    prices = np.zeros(count)
    if not problem.limits:
        return prices
    best, kept = priced(problem, prices)[0], prices
    # Prices are searched per mean load of a team, so that units counted and workload weigh alike.
    means = np.concatenate([np.full(2 * m, max(1.0, float(limit.load.sum()) / m)) for limit in problem.limits])
    reach, stalled = 1.0, 0
    for _ in range(PRICE_STEPS):
        value, reduced = priced(problem, prices)
        stalled = 0 if value > best else stalled + 1
        if value > best:
            best, kept = value, prices
        if stalled > 8:
            reach, stalled, prices = reach / 2, 0, kept
            continue
        chosen = np.argmin(reduced, axis=1)
        slopes = []
        for limit in problem.limits:
            carried = limit.carried(chosen, m)
            slopes += [limit.most - carried, carried - limit.least]
        slope = np.concatenate(slopes) / means
        slope[(prices[: len(slope)] == 0) & (slope > 0)] = 0.0
        length = float(slope @ slope)
        if length == 0 or reach < 1e-3:
            break
        step = reach * max(0.05 * abs(best), 1e-9) / length * slope / means
        prices = np.minimum(0.0, prices + np.concatenate([step, np.zeros(count - len(step))]))
    return kept


def _near(reduced: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """bool (n, m): for each unit the teams that are cheapest by the prices."""
    m = reduced.shape[1]
    if m <= NEAR_TEAMS:
        return allowed
    places = np.argpartition(reduced, NEAR_TEAMS - 1, axis=1)[:, :NEAR_TEAMS]
    near = np.zeros(reduced.shape, dtype=bool)
    np.put_along_axis(near, places, True, axis=1)
    return near & allowed


def priced(problem: Problem, prices: np.ndarray) -> tuple[float, np.ndarray]:
    """The Lagrangian bound and reduced costs (n, m) of `prices` ≤ 0 in the order of `rows_of`."""
    cost, at = problem.full_cost.copy(), 0
    m = problem.shape[1]
    fixed = 0.0
    for limit in problem.limits:
        upper, lower = prices[at : at + m], prices[at + m : at + 2 * m]
        cost -= limit.load[:, None] * (upper - lower)[None, :]
        fixed += float(upper @ limit.most - lower @ limit.least)
        at += 2 * m
    if problem.most_changes is not None:
        cost = cost - prices[at] * problem.changed
        fixed += float(prices[at] * problem.most_changes)
    least = cost.min(axis=1)
    return fixed + float(least.sum()), cost - least[:, None]


def rows_of(problem: Problem, unit: np.ndarray, team: np.ndarray) -> tuple[csr_matrix, np.ndarray]:
    """The limits over the pairs (unit, team) (k,): rows `A x ≤ b`, for each limit the upper and then the lower ones."""
    m, k = problem.shape[1], len(unit)
    blocks, right = [], []
    for limit in problem.limits:
        row = coo_matrix((limit.load[unit].astype(float), (team, np.arange(k))), shape=(m, k)).tocsr()
        blocks += [row, -row]
        right += [limit.most.astype(float), -limit.least.astype(float)]
    if problem.most_changes is not None:
        blocks.append(csr_matrix(problem.changed[unit, team].astype(float)[None, :]))
        right.append(np.array([float(problem.most_changes)]))
    if not blocks:
        return csr_matrix((0, k)), np.empty(0)
    return vstack(blocks).tocsr(), np.concatenate(right)


def _solve(problem: Problem, active: np.ndarray, scale: float) -> tuple[np.ndarray, np.ndarray] | None:
    """Shares (n, m) and prices of the limits over the active pairs; None where there is no such assignment."""
    n, m = problem.shape
    unit, team = np.nonzero(active)
    once = csr_matrix((np.ones(len(unit)), (unit, np.arange(len(unit)))), shape=(n, len(unit)))
    rows, right = rows_of(problem, unit, team)
    price = problem.full_cost[unit, team] / scale
    limits = {"A_ub": rows, "b_ub": right} if len(right) else {}
    found = linprog(price, A_eq=once, b_eq=np.ones(n), bounds=(0, None), method="highs-ipm", **limits)
    if found.x is None:
        found = linprog(price, A_eq=once, b_eq=np.ones(n), bounds=(0, None), method="highs-ds", **limits)
    if found.status == 2:
        return None
    if found.x is None:
        raise InputError(translate("LandLedger", "The solver gave up on the relaxation: {reason}"), reason=found.message)
    shares = np.zeros((n, m))
    shares[unit, team] = found.x
    prices = np.minimum(found.ineqlin.marginals, 0.0) * scale if len(right) else np.empty(0)
    return shares, prices


def lacking(problem: Problem) -> InputError:
    """What to say where the limits can't be kept: the least amounts by which they have to give way."""
    n, m = problem.shape
    unit, team = np.nonzero(np.isfinite(problem.full_cost))
    rows, right = rows_of(problem, unit, team)
    k, r = len(unit), len(right)
    once = csr_matrix((np.ones(k), (unit, np.arange(k))), shape=(n, k + r))
    slack = csr_matrix((-np.ones(r), (np.arange(r), np.arange(r))), shape=(r, r))
    weights = np.concatenate([np.zeros(k), np.ones(r)])
    wide = hstack([rows, slack]).tocsr()
    found = linprog(weights, A_ub=wide, b_ub=right, A_eq=once, b_eq=np.ones(n), bounds=(0, None), method="highs")
    excess = np.zeros(r) if found.x is None else found.x[k:]
    for place, limit in enumerate(problem.limits):
        own = excess[2 * m * place : 2 * m * (place + 1)]
        if own.sum() > 0.5:
            template = translate(
                "LandLedger",
                "The limits can't be kept: {kind} would have to give way by {excess} in all. Raise capacities, widen the "
                "balance, or unpin units.",
            )
            amount = shown(int(np.ceil(own.sum() - 1e-6)), limit)
            return InputError(template, kind=sentence(LIMIT_NAMES[limit.kind]), excess=amount)
    return InputError(translate("LandLedger", "No assignment keeps all limits together."))


