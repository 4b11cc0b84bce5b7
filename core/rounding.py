"""Rounding half-up (四舍五入) on decimals, and apportionment by the largest remainder (按尾数大小分配).

Only the finest cells of a table are ever rounded; every sum above them is a sum of integers (rule: totals are sums of
rounded leaves). The exact share of a leaf is master · raw / Σ raw over its group, taken from the float64 values as the
rational numbers they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING

import numpy as np

from .errors import FootingError
from .sentence import translate

if TYPE_CHECKING:
    from .area import AreaUnit

_NOISE = Decimal("1e-9")
_LARGEST_UNITS = 2.0**62
_SUMMED_AT_ONCE = 1 << 20


def half_up(value: Decimal, decimals: int) -> Decimal:
    """`value` with `decimals` decimals, half away from zero, for a value of any length."""
    with localcontext() as context:
        context.prec = max(28, len(value.as_tuple().digits) + abs(value.adjusted()) + abs(decimals) + 2)
        return value.quantize(Decimal((0, (1,), -decimals)), rounding=ROUND_HALF_UP)


def divide_half_up(numerator: int, denominator: int) -> int:
    """The integer nearest to numerator / denominator (denominator > 0), half away from zero."""
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -magnitude if numerator < 0 else magnitude


def units_half_up(square_metres: np.ndarray, unit: AreaUnit) -> np.ndarray:
    """Areas in m² (float64 (n,)) as whole units (int64 (n,)), half away from zero.

    A float is read as the shortest decimal that means it, and what is below 1e-9 m² is taken for binary noise: so
    0.285 is 0.29 m² although the float lies below it. ValueError for values that are not finite or too large.
    """
    areas = np.asarray(square_metres, dtype=np.float64)
    units = np.abs(areas) * (10.0**unit.decimals)
    if not np.all(units < _LARGEST_UNITS):
        raise ValueError("areas must be finite and below 2**62 units")
    whole = np.floor(units + 0.5)
    # Where the float may stand on the wrong side of a half (its own error, or noise), the decimal decides.
    doubtful = np.abs(units - np.floor(units) - 0.5) <= 1e-6 + units * 1e-15
    rounded = np.copysign(whole, areas).astype(np.int64)
    for row in np.flatnonzero(doubtful):
        rounded.flat[row] = _decimal_units(float(areas.flat[row]), unit.decimals)
    return rounded


def _decimal_units(square_metres: float, decimals: int) -> int:
    quiet = half_up(Decimal(repr(square_metres)), -int(_NOISE.adjusted()))
    return int(half_up(quiet, decimals).scaleb(decimals))


@dataclass(frozen=True)
class Apportionment:
    """Leaves apportioned to their masters: `units` (n,) int64 and `plain` (n,) int64, each share rounded half-up alone."""

    units: np.ndarray
    plain: np.ndarray

    @property
    def moved(self) -> np.ndarray:
        """By how many units (−1, 0, 1) each leaf differs from its share rounded half-up: the 平差明细."""
        return self.units - self.plain


def largest_remainder(
    raw: np.ndarray, group: np.ndarray, masters: np.ndarray, tie_ids: np.ndarray | None = None
) -> np.ndarray:
    """Whole units (n,) int64 per leaf whose sum per group is the group's master; see `apportion`."""
    return apportion(raw, group, masters, tie_ids).units


def apportion(
    raw: np.ndarray, group: np.ndarray, masters: np.ndarray, tie_ids: np.ndarray | None = None
) -> Apportionment:
    """Apportion `masters` (k,) int64 whole units to leaves by the largest remainder.

    `raw` (n,) float64 unrounded areas ≥ 0 in any one unit; `group` (n,) the index of each leaf's master; masters ≥ 0;
    `tie_ids` (n,) int64 (default: the row). Every leaf gets its exact share rounded down, and the units left go one by one to the
    largest fractional parts; ties to the larger raw area, then to the lower tie id. Computed in integers wherever floats
    might decide otherwise, so the result depends neither on the order of leaves nor on that of groups (given distinct tie
    ids).
    FootingError: a raw area or a master that is negative or not finite, or a master over leaves without any area.
    """
    raw = np.asarray(raw, dtype=np.float64)
    group = np.asarray(group, dtype=np.int64)
    masters = np.asarray(masters, dtype=np.int64)
    ties = np.arange(len(raw), dtype=np.int64) if tie_ids is None else np.asarray(tie_ids, dtype=np.int64)
    _refuse_what_has_no_share(raw, group, masters, ties)
    units, plain, unsure = _by_floats(raw, group, masters)
    rows = np.flatnonzero(unsure[group])
    if len(rows):
        present, renumbered = np.unique(group[rows], return_inverse=True)
        units[rows], plain[rows] = _by_integers(raw[rows], renumbered.reshape(-1), masters[present], ties[rows])
    return Apportionment(units, plain)


def _by_floats(raw: np.ndarray, group: np.ndarray, masters: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """`units` and `plain` (n,) int64 as float64 has them, and bool (k,) the groups where its rounding might decide: a
    share may lie on the other side of a whole or a half, or two fractional parts may be in another order."""
    totals = np.bincount(group, raw, len(masters))
    shares = masters[group] * (raw / np.where(totals == 0, 1.0, totals)[group])
    # A sum of n numbers is off by n - 1 roundings at most, and three more come to it; four times that is taken.
    error = (masters * (np.bincount(group, minlength=len(masters)) + 4) * 2.0**-51)[group]
    floors = np.floor(shares)
    fraction = shares - floors
    order = np.lexsort((-fraction, group))
    ranked, sorted_group = fraction[order], group[order]
    close = np.zeros(len(raw), dtype=bool)
    close[order[1:]] = (np.diff(sorted_group) == 0) & (ranked[:-1] - ranked[1:] <= 2 * error[order[1:]])
    close |= (fraction <= error) | (fraction >= 1 - error) | (np.abs(fraction - 0.5) <= error)
    unsure = np.zeros(len(masters), dtype=bool)
    unsure[group[close & (raw > 0)]] = True  # the share of nothing is nothing

    units = floors.astype(np.int64)
    left = masters - integer_sums(units, group, len(masters))
    starts = np.searchsorted(sorted_group, np.arange(len(masters)))
    units[order] += np.arange(len(raw)) - starts[sorted_group] < left[sorted_group]
    return units, (floors + (fraction >= 0.5)).astype(np.int64), unsure


def _by_integers(
    raw: np.ndarray, group: np.ndarray, masters: np.ndarray, ties: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """`units` and `plain` (n,) int64, exact."""
    quanta = _integer_quanta(raw, group, len(masters))
    totals = _group_sums(quanta, group, len(masters))
    divisors = np.where(totals == 0, 1, totals)[group]
    products = quanta * masters.astype(object)[group]
    floors = products // divisors
    remainders = products - floors * divisors

    units = floors.astype(np.int64)
    left = masters - integer_sums(units, group, len(masters))
    order = _by_remainder(group, remainders, divisors, raw, ties)
    starts = np.searchsorted(group[order], np.arange(len(masters)))
    place = np.arange(len(raw)) - starts[group[order]]
    plain = units + (2 * remainders >= divisors).astype(np.int64)
    units[order] += place < left[group[order]]
    return units, plain


def _refuse_what_has_no_share(raw: np.ndarray, group: np.ndarray, masters: np.ndarray, ties: np.ndarray) -> None:
    if not len(raw) == len(group) == len(ties):
        raise ValueError("raw, group and tie_ids differ in length")
    if len(group) and not (group.min() >= 0 and group.max() < len(masters)):
        raise ValueError("a group index points to no master")
    wrong = ~(np.isfinite(raw) & (raw >= 0))
    if (masters < 0).any():
        raise FootingError(
            translate("LandLedger", "An area of {units} units can't be apportioned: it is negative."),
            units=int(masters.min()),
        )
    if wrong.any():
        raise FootingError(
            translate("LandLedger", "A piece has the area {area} m², which can't be apportioned."),
            area=float(raw[wrong][0]),
        )
    bare = (masters != 0) & (np.bincount(group, raw > 0, len(masters)) == 0)
    if bare.any():
        raise FootingError(
            translate("LandLedger", "An area of {units} units can't be apportioned: the pieces under it have no area."),
            units=int(masters[bare][0]),
        )


def _integer_quanta(raw: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """`raw` as Python integers of a power of two that is the same within each group: no bit is lost."""
    fraction, exponent = np.frexp(raw)
    mantissa = np.ldexp(fraction, 53).astype(np.int64)
    exponent = np.where(mantissa == 0, np.iinfo(np.int32).max, exponent).astype(np.int64)
    finest = np.full(groups, np.iinfo(np.int32).max, dtype=np.int64)
    np.minimum.at(finest, group, exponent)
    shift = np.where(mantissa == 0, 0, exponent - finest[group])
    return mantissa.astype(object) << shift.astype(object)


def _group_sums(values: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Σ values per group as Python integers."""
    sums = np.zeros(groups, dtype=object)
    if len(values):
        order = np.argsort(group, kind="stable")
        present, starts = np.unique(group[order], return_index=True)
        sums[present] = np.add.reduceat(values[order], starts)
    return sums


def integer_sums(units: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """int64 (groups,): Σ of `units` int64 (n,) by `group` int64 (n,), exact."""
    if len(units) > _SUMMED_AT_ONCE:
        sums = np.zeros(groups, dtype=np.int64)
        np.add.at(sums, group, units)
        return sums
    # Sums of halves are whole numbers below 2**53, and floats are added ten times as fast.
    high, low = (np.bincount(group, half, groups).astype(np.int64) for half in (units >> 32, units & 0xFFFFFFFF))
    return (high << 32) + low


def _by_remainder(
    group: np.ndarray, remainders: np.ndarray, divisors: np.ndarray, raw: np.ndarray, ties: np.ndarray
) -> np.ndarray:
    """Rows by group, then largest fractional part, larger raw area, lower tie id."""
    # Dividing Python integers rounds correctly, so the floats never contradict the fractions; they can only be equal
    # where the fractions are not, and those few groups are sorted again by the integers.
    fraction = (remainders / divisors).astype(np.float64)
    order: np.ndarray = np.lexsort((ties, -raw, -fraction, group))
    ranked_group, ranked_fraction, ranked = group[order], fraction[order], remainders[order]
    blurred = (ranked_group[1:] == ranked_group[:-1]) & (ranked_fraction[1:] == ranked_fraction[:-1])
    blurred &= (ranked[1:] != ranked[:-1]).astype(bool)
    for index in np.unique(ranked_group[1:][blurred]):
        first, end = np.searchsorted(ranked_group, [index, index + 1])
        rows = order[first:end].tolist()
        order[first:end] = sorted(rows, key=lambda row: (-remainders[row], -raw[row], ties[row]))
    return order
