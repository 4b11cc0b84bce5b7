"""Workload of teams: W_t = Σ_k w_k · x_tk / mean(x_k), and how evenly it is spread.

k are units, area, people, active projects and visits due (DOMAIN: 工作量); the weights are rules (`resources/rules/service.csv`)
or what the user gives. Weights are scaled to sum 1 over the measures that the units have, so the mean workload is 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ..errors import InputError
from ..rounding import largest_remainder
from ..rules import Rules
from ..sentence import translate
from ..survey.spelling import assignments
from .units import Units

WEIGHT_RULES = {
    "units": "service_weight_units",
    "area": "service_weight_area",
    "population": "service_weight_population",
    "projects": "service_weight_projects",
    "visits": "service_weight_visits",
}
MEASURES = tuple(WEIGHT_RULES)
MEASURE_NAMES = {
    "units": translate("LandLedger", "units"),
    "area": translate("LandLedger", "area"),
    "population": translate("LandLedger", "population"),
    "projects": translate("LandLedger", "active projects"),
    "visits": translate("LandLedger", "visits due"),
}
_WORDS = {
    "单元": "units", "单元数": "units", "面积": "area", "服务面积": "area", "人口": "population", "服务人口": "population",
    "项目": "projects", "在办项目": "projects", "走访": "visits", "应走访": "visits", "应走访次数": "visits",
}  # fmt: skip
WHOLE = 100_000
"""So many whole parts the mean workload of a team has: limits are kept in them exactly."""

_NAMES = "units (单元数), area (面积), population (人口), projects (在办项目), visits (应走访次数)"


@dataclass(frozen=True)
class Evenness:
    """How evenly m workloads are spread: coefficient of variation (of all teams, not a sample), max/mean, Gini."""

    cv: float
    most: float
    gini: float


def given_weights(text: str, rules: Rules) -> dict[str, Decimal]:
    """The weight of each measure: the rules', with those of `text` (`units=1;area=0.5` or `单元数=1;面积=0.5`) in
    their place. InputError for an
    unknown measure, a weight that is no number ≥ 0, or no weight above nothing."""
    weights = {name: rules.number(key) for name, key in WEIGHT_RULES.items()}
    for _, name, value in assignments(text):
        measure = _WORDS.get(name, name.lower())
        if measure not in weights:
            template = translate("LandLedger", "There is no measure of workload {name}; they are {names}.")
            raise InputError(template, name=name, names=_NAMES)
        weights[measure] = _number(value)
    if not any(weights.values()):
        raise InputError(translate("LandLedger", "All weights of workload are nothing."))
    return weights


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except ArithmeticError:
        value = Decimal(-1)
    if not value.is_finite() or value < 0:
        raise InputError(translate("LandLedger", "“{value}” is no weight; write a number that is not below 0."), value=text)
    return value


def used_weights(units: Units, weights: Mapping[str, Decimal]) -> dict[str, float]:
    """The weights of the measures that the units have (their sum above nothing), scaled to sum 1."""
    used = {
        name: float(weight)
        for name, weight in weights.items()
        if weight > 0 and name in units.measures and float(np.nansum(units.measures[name])) > 0
    }
    total = sum(used.values())
    if not total:
        raise InputError(translate("LandLedger", "The units have none of the measures of workload that have a weight."))
    return {name: weight / total for name, weight in used.items()}


def unit_loads(units: Units, used: Mapping[str, float], teams: int) -> np.ndarray:
    """int64 (n,): what each unit adds to its team's workload, in 1/WHOLE of the mean workload of `teams` teams; by the largest
    remainder, so that all units together have `teams` times WHOLE."""
    loads = np.zeros(len(units))
    for name, weight in used.items():
        values = np.nan_to_num(units.measures[name], nan=0.0)
        loads += weight * values / (values.sum() / teams)
    one, whole = np.zeros(len(units), dtype=np.int64), np.array([teams * WHOLE], dtype=np.int64)
    return largest_remainder(loads, one, whole)


def evenness(loads: np.ndarray) -> Evenness:
    """Of workloads ≥ 0 (m,)."""
    mean = float(loads.mean()) if len(loads) else 0.0
    if mean <= 0:
        return Evenness(0.0, 0.0, 0.0)
    ordered, m = np.sort(loads.astype(float)), len(loads)
    gini = float((2 * np.arange(1, m + 1) - m - 1) @ ordered) / (m * m * mean)
    return Evenness(float(loads.std()) / mean, float(loads.max()) / mean, gini)
