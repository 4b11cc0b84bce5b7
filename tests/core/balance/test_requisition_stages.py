"""Stages and their certificates: small programmes by hand, wrong answers that must be found, bounds of another programme."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.optimize
import scipy.sparse

from ....core.balance.requisition.bundles import Bundles
from ....core.balance.requisition.matching import Task, in_priority, match
from ....core.balance.requisition.policy import Policy
from ....core.balance.requisition.stages import Aim, Programme, Stage
from ....core.balance.requisition.transport import Problem, Transport
from ....core.errors import FootingError
from ....core.progress import no_progress
from .test_requisition_matching import STEP, county_case


def programme() -> Programme:
    """x + y ≥ 5, x ≤ 4, y ≤ 4 in whole numbers."""
    matrix = scipy.sparse.csr_matrix(np.array([[-1.0, -1.0]]))
    return Programme(matrix, np.array([-5.0]), np.array([4.0, 4.0]), whole=True)


def test_each_aim_keeps_the_former_ones():
    made = programme()
    assert made.minimise(Aim.SHORTFALL, np.array([1.0, 1.0])) == 5
    assert made.minimise(Aim.ORDER, np.array([1.0, 2.0])) == 6
    assert made.values.tolist() == [4, 1]
    assert made.minimise(Aim.CODE, np.array([0.0, -1.0])) == -1
    fractions = Programme(made.matrix, made.right, np.array([4.0, 4.0]), whole=False)
    fractions.minimise(Aim.SHORTFALL, np.array([1.0, 1.0]), offset=1.0)
    fractions.minimise(Aim.ORDER, np.array([1.0, 2.0]))
    fractions.minimise(Aim.CODE, np.array([3.0, 1.0]))
    assert [(stage.value, stage.bound) for stage in fractions.stages] == [(6, 6), (6, 6), (13, 13)]
    assert all(stage.certified and stage.gap == 0 and stage.bound == stage.value for stage in made.stages)


def test_a_wrong_answer_has_no_certificate():
    made = programme()
    cost = np.array([1.0, 1.0])
    made.values = np.array([3.0, 2.0])
    assert made._certify(cost, np.array([-1.0]))
    made.values = np.array([4.0, 2.0])  # allowed, but not the least
    assert not made._certify(cost, np.array([-1.0]))
    made.values = np.array([3.0, 2.0])
    assert not made._certify(cost, np.array([0.0])) and not made._certify(cost, np.array([1.0]))
    for broken in ([2.0, 2.0], [5.0, 1.0], [6.0, -1.0]):
        made.values = np.array(broken)
        with pytest.raises(FootingError, match="breaks a limit"):
            made._certify(cost, np.array([-1.0]))


def test_the_gap_is_what_is_not_proven():
    assert Stage(Aim.LOTS, 20, 19, 0.0).gap == pytest.approx(0.05)
    assert Stage(Aim.LOTS, 20, 20, 0.0).gap == 0
    assert str(Stage(Aim.LOTS, 1, 1, 0.0, promised=True).label).startswith("promises: ")


def test_projects_with_the_same_lots_are_one_class():
    may = np.array([[1, 1, 0], [1, 1, 0], [0, 1, 1], [1, 1, 0]], dtype=bool)
    need, left = np.full((4, 3), 2), np.full((3, 3), 9)
    made = Transport(Problem(need, left, may, np.zeros((4, 3), dtype=bool), np.zeros(3, dtype=np.int64)))
    assert made.of_class.tolist() == [0, 0, 1, 0] and len(made.arcs) == 12
    answer = made.solve(no_progress)
    assert (answer.drawn.sum(axis=1) == need).all() and (answer.drawn.sum(axis=0) <= left).all()
    assert not answer.drawn[:, :, 0][~may].any()


def test_coupled_stages_against_a_programme_written_another_way():
    """Fractions of lots instead of steps, dense, solved by the interior point method: least short, then least waste."""
    demands, stock = county_case(12, 15, 4, 1.4)
    found = match(Task(demands, stock, Policy(decoupled=False)))
    unit = np.array([STEP, STEP, 1])
    demands = in_priority(demands, Policy())
    need = np.array([each.need for each in demands]) / unit
    left = np.array([each.remaining for each in stock]) / unit
    projects, lots = len(need), len(left)
    pairs = projects * lots
    rows, right = [], []
    for project in range(projects):
        for k in range(3):
            row = np.zeros(pairs + 3 * projects)
            row[project * lots : (project + 1) * lots] = -left[:, k]
            row[pairs + 3 * project + k] = -1
            rows.append(row)
            right.append(-need[project, k])
    for lot in range(lots):
        row = np.zeros(pairs + 3 * projects)
        row[lot:pairs:lots] = 1
        rows.append(row)
        right.append(1.0)
    short = [np.zeros(pairs + 3 * projects) for _ in range(3)]
    for k in range(3):
        short[k][pairs + k :: 3] = 1
    bounds = {stage.aim: stage for stage in found.stages}
    for k, aim in enumerate((Aim.SHORT_QUANTITY, Aim.SHORT_PADDY, Aim.SHORT_CAPACITY)):
        best = scipy.optimize.linprog(short[k], np.array(rows), np.array(right), method="highs-ipm")
        assert bounds[aim].bound == pytest.approx(best.fun, abs=1e-3)
        assert bounds[aim].value <= best.fun + 1
        rows.append(short[k])
        right.append(best.fun + 1e-7)
    weights = sum(short) * np.concatenate([np.zeros(pairs), np.repeat(np.arange(projects, 0, -1), 3)])
    best = scipy.optimize.linprog(weights, np.array(rows), np.array(right), method="highs-ipm")
    assert bounds[Aim.PRIORITY].bound == pytest.approx(best.fun, abs=0.01)
    rows.append(weights)
    right.append(best.fun + 1e-6)
    waste = short[1].copy()
    waste[:pairs] = np.tile(left[:, 1], projects)
    best = scipy.optimize.linprog(waste, np.array(rows), np.array(right), method="highs-ipm")
    assert bounds[Aim.WASTE_PADDY].bound == pytest.approx(best.fun - need[:, 1].sum(), abs=0.01)
    # Whole steps cost at most a step for each draw.
    assert bounds[Aim.WASTE_PADDY].value <= bounds[Aim.WASTE_PADDY].bound + len(found.draws)


def test_coupled_rounding_keeps_the_lots_and_the_needs():
    demands, stock = county_case(20, 12, 9, 2.0)
    found = match(Task(demands, stock, Policy(decoupled=False)))
    for key, lot in found.lots.items():
        assert lot.remaining.minus(found.drawn_from(key)).covered
    quantity = sum(each.remaining.quantity for each in stock)
    assert quantity > sum(each.need.quantity for each in demands) and found.short.quantity == 0


def test_nothing_to_draw_has_no_stages():
    nothing = Problem(np.ones((1, 3), int), np.zeros((1, 3), int), np.ones((1, 1), bool), np.zeros((1, 1), bool), np.zeros(1, int))
    for kind in (Transport, Bundles):
        answer = kind(nothing).solve(no_progress)
        assert not answer.stages and not answer.drawn.any()
