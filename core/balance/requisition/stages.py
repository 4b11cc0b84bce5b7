"""A linear programme solved for one aim after the other (lexicographic), by HiGHS.

After each aim the programme is cut down to its optimal face by complementary slackness: a column with a reduced cost stays
at its bound, a row with a price is met exactly. Nothing is added to the matrix, so the matrix of a transport problem stays
totally unimodular and every vertex stays whole.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum

import numpy as np
import scipy.optimize
import scipy.sparse

from ...errors import FootingError
from ...sentence import Sentence, sentence, translate

PRICE_TOLERANCE = 1e-6


class Aim(Enum):
    """What a stage makes as small as can be, in the order of the stages."""

    SHORTFALL = "shortfall"
    SHORT_QUANTITY = "shortfall of quantity"
    SHORT_PADDY = "shortfall of paddy"
    SHORT_CAPACITY = "shortfall of capacity"
    PRIORITY = "priority"
    WASTE_PADDY = "waste of paddy"
    WASTE_CAPACITY = "waste of capacity"
    WASTE_QUANTITY = "waste of quantity"
    OTHER_COUNTY = "other counties"
    ORDER = "order"
    LOTS = "lots"
    CODE = "code"

    @property
    def label(self) -> Sentence:
        """What people read."""
        return sentence(_LABELS[self])


_LABELS = {
    Aim.SHORTFALL: translate("LandLedger", "shortfall, earlier projects first"),
    Aim.SHORT_QUANTITY: translate("LandLedger", "quantity short"),
    Aim.SHORT_PADDY: translate("LandLedger", "paddy short"),
    Aim.SHORT_CAPACITY: translate("LandLedger", "capacity short"),
    Aim.PRIORITY: translate("LandLedger", "shortfall moved to later projects"),
    Aim.WASTE_PADDY: translate("LandLedger", "paddy drawn beyond the need"),
    Aim.WASTE_CAPACITY: translate("LandLedger", "capacity drawn beyond the need"),
    Aim.WASTE_QUANTITY: translate("LandLedger", "quantity drawn beyond the need"),
    Aim.OTHER_COUNTY: translate("LandLedger", "draws from other counties"),
    Aim.ORDER: translate("LandLedger", "order of lots (soonest expiring or oldest first)"),
    Aim.LOTS: translate("LandLedger", "number of lots drawn from"),
    Aim.CODE: translate("LandLedger", "ties by lot code"),
}


@dataclass(frozen=True)
class Stage:
    """How one aim came out: `value` reached, `bound` proven by the dual side, `gap` = (value − bound) / max(1, |value|),
    `seconds`, whether a certificate in whole numbers was found right (None: not of this kind), and whether the stage is of
    the second matching, in which running lots are `promised`."""

    aim: Aim
    value: float
    bound: float
    seconds: float
    certified: bool | None = None
    promised: bool = False

    @property
    def label(self) -> Sentence:
        """The aim, told apart in the second matching."""
        if not self.promised:
            return self.aim.label
        return sentence(translate("LandLedger", "promises: {aim}"), aim=self.aim.label)

    @property
    def gap(self) -> float:
        """0 where the value is proven the least."""
        return max(0.0, (self.value - self.bound) / max(1.0, abs(self.value)))


class Programme:
    """min c·x, A x ≤ b, lower ≤ x ≤ upper, and the face of its former aims.

    `matrix` (m, n) and `right` (m,); `whole` says that all data are whole numbers of a totally unimodular matrix, so that
    each stage can be certified in integers.
    """

    def __init__(self, matrix: scipy.sparse.csr_matrix, right: np.ndarray, upper: np.ndarray, whole: bool) -> None:
        self.matrix, self.right, self.whole = matrix.tocsr(), right, whole
        self.lower, self.upper = np.zeros(len(upper)), upper.astype(np.float64)
        self.tight = np.zeros(len(right), dtype=bool)
        self.values = np.zeros(len(upper))
        self.stages: list[Stage] = []

    def minimise(self, aim: Aim, cost: np.ndarray, offset: float = 0.0) -> float:
        """Solve for an aim and cut down to its optimal face; the value reached, `offset` added."""
        started = time.perf_counter()
        free = np.flatnonzero(self.lower < self.upper)
        if not len(free):
            self.values = self.lower.copy()
            value = float(cost @ self.values) + offset
            self.stages.append(Stage(aim, value, value, time.perf_counter() - started, self.whole or None))
            return value
        fixed = self.lower.copy()
        fixed[free] = 0.0
        right = self.right - self.matrix @ fixed
        part = self.matrix[:, free]
        answer = _solved(cost[free], part, right, self.tight, self.lower[free], self.upper[free])
        self.values = fixed.copy()
        self.values[free] = answer.x
        prices, reduced = _prices(answer, self.tight, cost[free], part)
        certified = None
        if self.whole:
            self.values = np.rint(self.values)
            certified = self._certify(cost, prices)
        value = float(cost @ self.values) + offset
        bound = float(cost @ fixed) + offset + _dual(prices, reduced, right, *self._of(free))
        if certified:
            bound = value
        self.stages.append(Stage(aim, value, bound, time.perf_counter() - started, certified))
        low, high = reduced > PRICE_TOLERANCE, reduced < -PRICE_TOLERANCE
        self.upper[free[low]] = self.lower[free[low]]
        self.lower[free[high]] = self.upper[free[high]]
        self.tight |= prices < -PRICE_TOLERANCE
        return value

    def close(self, columns: np.ndarray) -> None:
        """Columns (indices) that stay at nothing from here on."""
        self.upper[columns] = self.lower[columns]

    def _of(self, free: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return self.lower[free], self.upper[free]

    def _certify(self, cost: np.ndarray, prices: np.ndarray) -> bool:
        """Weak duality in int64, independent of the solver: whole x within rows and bounds, whole prices ≤ 0 of the rows
        that are no equations, and both sides equal. FootingError for an x that breaks a row."""
        matrix = self.matrix.astype(np.int64)
        found, lower, upper, right = (
            np.asarray(np.rint(part), dtype=np.int64) for part in (self.values, self.lower, self.upper, self.right)
        )
        left = matrix @ found
        if (left > right).any() or (left[self.tight] != right[self.tight]).any() or (found < lower).any() or (found > upper).any():
            raise FootingError(translate("LandLedger", "The solver's answer breaks a limit of the reserve; nothing was matched."))
        whole, exact_cost = np.rint(prices).astype(np.int64), np.rint(cost).astype(np.int64)
        if (whole[~self.tight] > 0).any():
            return False
        reduced = exact_cost - matrix.T @ whole
        at_best = np.where(reduced > 0, lower, upper)
        return int(whole @ right + reduced @ at_best) == int(exact_cost @ found)


def _solved(
    cost: np.ndarray,
    matrix: scipy.sparse.csr_matrix,
    right: np.ndarray,
    tight: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
) -> scipy.optimize.OptimizeResult:
    answer = scipy.optimize.linprog(
        cost,
        A_ub=matrix[~tight],
        b_ub=right[~tight],
        A_eq=matrix[tight] if tight.any() else None,
        b_eq=right[tight] if tight.any() else None,
        bounds=np.column_stack([lower, upper]),
        method="highs-ds",
    )
    if answer.status != 0:
        raise FootingError(
            translate("LandLedger", "The solver found no answer to a matching that has one: {reason}"), reason=answer.message
        )
    return answer


def _prices(
    answer: scipy.optimize.OptimizeResult, tight: np.ndarray, cost: np.ndarray, matrix: scipy.sparse.csr_matrix
) -> tuple[np.ndarray, np.ndarray]:
    """Prices of the rows (≤ 0 for rows that are no equations) and reduced costs of the columns."""
    prices = np.zeros(len(tight))
    prices[~tight] = np.minimum(answer.ineqlin.marginals, 0.0)
    if tight.any():
        prices[tight] = answer.eqlin.marginals
    return prices, cost - matrix.T @ prices


def _dual(
    prices: np.ndarray, reduced: np.ndarray, right: np.ndarray, lower: np.ndarray, upper: np.ndarray
) -> float:
    """The bound that prices prove: no answer is below it."""
    noise = np.abs(reduced) < PRICE_TOLERANCE
    at_best = np.where(noise, 0.0, np.where(reduced > 0, lower, upper))
    return float(prices @ right + np.where(noise, 0.0, reduced) @ at_best)
