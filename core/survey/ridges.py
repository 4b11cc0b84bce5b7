"""Field ridges (田坎): the part of a cultivated parcel that counts as class 1203.

Rule (survey database standard): KCMJ = half-up(TBMJ × KCXS, 0.01 m²), TBDLMJ = TBMJ − KCMJ, on the slope levels that
`resources/codes/slope.csv` marks (2 to 5). No coefficients are shipped, they differ by county: a missing one can be
learned from the loaded parcels, as the most frequent KCXS of the same field type (GDLX) and slope level (GDPDJB), if the
rule `learn_ridge_coefficient` says so. Every parcel without a coefficient is listed either way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

import numpy as np

from ..columns import Columns, by_value
from ..progress import Progress, no_progress
from ..resources import read_facts, resource
from ..rules import Rules, load_rules
from ..sentence import Sentence, sentence, translate
from .classes import CodeTable, clean_code
from .registered import LARGEST, unregistered

_AREA_STEPS = 10_000
_COEFFICIENT_STEPS = 1_000_000
_STEPS_PER_UNIT = _AREA_STEPS // 100
_LARGEST_PRODUCT = 2.0**61
_TERRACE = "TT"
SlopeKey = tuple[str, str]


@dataclass(frozen=True)
class SlopeLevel:
    """A slope level of cultivated land (GDPDJB): its range as printed, and whether field ridges are deducted on it."""

    code: str
    name: str
    deducts: bool


@lru_cache(maxsize=1)
def slope_levels() -> Mapping[str, SlopeLevel]:
    """The slope levels by code (`resources/codes/slope.csv`)."""
    rows = read_facts(resource("codes", "slope.csv"), ("code", "name", "ridge_deduction"))
    return {
        row.needed("code"): SlopeLevel(row.needed("code"), row.needed("name"), row.flag("ridge_deduction"))
        for row in rows
    }


class RidgeProblem(Enum):
    """What is wrong with the ridge fields of a parcel."""

    AREA_SUM = "area sum"
    RIDGE_AREA = "ridge area"
    COEFFICIENT_RANGE = "coefficient range"
    COEFFICIENT_ELSEWHERE = "coefficient elsewhere"
    COEFFICIENT_LEARNED = "coefficient learned"
    COEFFICIENT_MISSING = "coefficient missing"


@dataclass(frozen=True)
class RidgeFinding:
    """One problem of one parcel (`id` of the columns), said in a sentence."""

    id: int
    problem: RidgeProblem
    reason: Sentence


@dataclass(frozen=True)
class LearnedCoefficient:
    """The most frequent KCXS of a (GDLX, GDPDJB): how many of how many parcels carry it."""

    value: Decimal
    count: int
    of: int


@dataclass(frozen=True)
class Ridges:
    """Per parcel: the coefficient to use, the ridge area in 0.01 m², and whether the coefficient was learned.

    `coefficient` float64 (n,), 0 where nothing is deducted; `units` int64 (n,) of 0.01 m²; `learned_rows` bool (n,).
    `registered_rows` bool (n,): the units are the parcel's own KCMJ, not computed here.
    """

    coefficient: np.ndarray
    units: np.ndarray
    learned_rows: np.ndarray
    registered_rows: np.ndarray
    learned: Mapping[SlopeKey, LearnedCoefficient]
    findings: tuple[RidgeFinding, ...]

    @property
    def millionths(self) -> np.ndarray:
        """The coefficient as int64 (n,) in 10⁻⁶, as the apportionment takes it."""
        return _steps(self.coefficient, _COEFFICIENT_STEPS)


def computed_ridges(area: np.ndarray, coefficient: np.ndarray) -> np.ndarray:
    """The ridge of each area, half-up(area × coefficient) in 0.01 m², int64 (n,); null counts as 0.

    `area` float64 m² (exact to 0.0001), `coefficient` float64 (exact to 0.000001): both become integers first, so that
    the product is exact, and 0.005 m² goes up however binary fractions fall.
    """
    return ridge_units(_steps(area, _AREA_STEPS), _steps(coefficient, _COEFFICIENT_STEPS), _STEPS_PER_UNIT)


def ridge_units(amounts: np.ndarray, millionths: np.ndarray, amounts_per_unit: int = 1) -> np.ndarray:
    """half-up(amount × coefficient) in units, int64 (n,), from int64 amounts ≥ 0 and coefficients in 10⁻⁶."""
    whole = _COEFFICIENT_STEPS * amounts_per_unit
    largest = float(amounts.max(initial=0)) * float(millionths.max(initial=0))
    if largest > _LARGEST_PRODUCT:
        amounts, millionths = amounts.astype(object), millionths.astype(object)
    return ((2 * amounts * millionths + whole) // (2 * whole)).astype(np.int64)


def _steps(values: np.ndarray, steps: int) -> np.ndarray:
    """Decimals with a fixed number of places as int64; what is larger than any area counts as the largest."""
    bounded = np.clip(np.nan_to_num(np.asarray(values, dtype=np.float64)), -LARGEST, LARGEST)
    return np.floor(bounded * steps + 0.5).astype(np.int64)


def learn_coefficients(
    terrain: np.ndarray, slope: np.ndarray, coefficient: np.ndarray, cultivated: np.ndarray
) -> dict[SlopeKey, LearnedCoefficient]:
    """The mode of KCXS per (GDLX, GDPDJB) over cultivated parcels with 0 < KCXS < 1; of equal counts the lower value."""
    counts: dict[SlopeKey, Counter[int]] = {}
    usable = cultivated & (np.nan_to_num(coefficient) > 0) & (np.nan_to_num(coefficient) < 1)
    steps = _steps(coefficient, _COEFFICIENT_STEPS)
    for row in np.flatnonzero(usable):
        counts.setdefault((terrain[row], slope[row]), Counter())[int(steps[row])] += 1
    learned = {}
    for key, counter in counts.items():
        value, count = min(counter.items(), key=lambda item: (-item[1], item[0]))
        learned[key] = LearnedCoefficient(Decimal(value) / _COEFFICIENT_STEPS, count, sum(counter.values()))
    return learned


def ridges(
    parcels: Columns, table: CodeTable, rules: Rules | None = None, progress: Progress = no_progress
) -> Ridges:
    """The ridge of every parcel of a survey layer, and what is inconsistent in its fields.

    Reads DLBM, TBMJ, KCXS, KCMJ, TBDLMJ, GDLX, GDPDJB as far as the layer has them. A registered KCMJ above 0 is kept
    as it is, and where it has no coefficient beside it, KCMJ / TBMJ is one; else the ridge is computed with the
    registered coefficient, or the learned one if the rule `learn_ridge_coefficient` is 1. Other classes than cultivated
    land have no ridge.
    """
    rules = rules or load_rules()
    fields = _RidgeFields.of(parcels, table)
    progress(0.1)
    learned = learn_coefficients(fields.terrain, fields.slope, fields.coefficient, fields.sloping)
    missing = fields.sloping & (
        np.isnan(fields.coefficient) | ((fields.coefficient == 0) & (fields.terrain == _TERRACE))
    ) & unregistered(fields.deducted)
    coefficient = np.where(fields.cultivated, np.nan_to_num(fields.coefficient), 0.0)
    coefficient[(coefficient < 0) | (coefficient >= 1)] = 0.0
    offered = np.zeros(len(parcels))
    for row in np.flatnonzero(missing):
        found = learned.get((fields.terrain[row], fields.slope[row]))
        offered[row] = float(found.value) if found is not None else 0.0
    learned_rows = (offered > 0) & (rules.get("learn_ridge_coefficient").text() == "1")
    coefficient[learned_rows] = offered[learned_rows]
    progress(0.5)
    registered = fields.cultivated & ~unregistered(fields.deducted)
    implied = registered & (coefficient == 0) & (np.nan_to_num(fields.area) > np.nan_to_num(fields.deducted))
    coefficient[implied] = fields.deducted[implied] / fields.area[implied]
    own_units = _steps(fields.deducted, 100)
    units = np.where(registered, own_units, computed_ridges(fields.area, coefficient))
    findings = _findings(parcels.ids, fields, np.where(missing, offered, coefficient), missing, learned_rows, rules)
    progress(1.0)
    return Ridges(coefficient, units, learned_rows, registered, learned, tuple(findings))


@dataclass(frozen=True)
class _RidgeFields:
    """The columns the rules speak of; null numbers are NaN, null codes ''."""

    area: np.ndarray
    coefficient: np.ndarray
    deducted: np.ndarray
    net: np.ndarray
    terrain: np.ndarray
    slope: np.ndarray
    cultivated: np.ndarray
    sloping: np.ndarray

    @staticmethod
    def of(parcels: Columns, table: CodeTable) -> _RidgeFields:
        cultivated = table.cultivated_rows(_codes(parcels, "DLBM"))
        slope = by_value(_codes(parcels, "GDPDJB"), lambda level: str(level).lstrip("0"))
        deducting = {level.code for level in slope_levels().values() if level.deducts}
        steep = by_value(slope, lambda level: level in deducting).astype(bool)
        return _RidgeFields(
            area=_numbers(parcels, "TBMJ"),
            coefficient=_numbers(parcels, "KCXS"),
            deducted=_numbers(parcels, "KCMJ"),
            net=_numbers(parcels, "TBDLMJ"),
            terrain=_codes(parcels, "GDLX"),
            slope=slope,
            cultivated=cultivated,
            sloping=cultivated & steep,
        )


def _numbers(parcels: Columns, name: str) -> np.ndarray:
    column = parcels.attributes.get(name)
    return np.full(len(parcels), np.nan) if column is None else np.asarray(column, dtype=np.float64)


def _codes(parcels: Columns, name: str) -> np.ndarray:
    column = parcels.attributes.get(name)
    return np.full(len(parcels), "", dtype=object) if column is None else by_value(column, clean_code)


def _findings(
    ids: np.ndarray,
    fields: _RidgeFields,
    coefficient: np.ndarray,
    missing: np.ndarray,
    learned_rows: np.ndarray,
    rules: Rules,
) -> list[RidgeFinding]:
    sums = ~np.isnan(fields.area) & ~np.isnan(fields.net)
    gap = np.abs(_steps(fields.area, 10_000) - _steps(fields.deducted, 10_000) - _steps(fields.net, 10_000))
    allowed = int(rules.number("area_sum_tolerance_m2") * 10_000)
    off_sum = sums & (gap > allowed).astype(bool)
    computed = computed_ridges(fields.area, coefficient)
    own = _steps(fields.deducted, 100)
    comparable = fields.cultivated & ~np.isnan(fields.deducted) & ~np.isnan(fields.coefficient) & ~np.isnan(fields.area)
    off_range = (fields.coefficient < 0) | (fields.coefficient >= 1)
    off_ridge = comparable & ~off_range & (np.abs(own - computed) > 1) & ~missing
    elsewhere = ~fields.cultivated & ((np.nan_to_num(fields.coefficient) > 0) | (np.nan_to_num(fields.deducted) > 0))
    kinds = (
        (off_sum, RidgeProblem.AREA_SUM, _sum_reason),
        (off_ridge, RidgeProblem.RIDGE_AREA, _ridge_reason),
        (off_range, RidgeProblem.COEFFICIENT_RANGE, _range_reason),
        (elsewhere, RidgeProblem.COEFFICIENT_ELSEWHERE, _elsewhere_reason),
        (learned_rows, RidgeProblem.COEFFICIENT_LEARNED, _learned_reason),
        (missing & ~learned_rows & (coefficient > 0), RidgeProblem.COEFFICIENT_MISSING, _offered_reason),
        (missing & ~learned_rows & (coefficient == 0), RidgeProblem.COEFFICIENT_MISSING, _missing_reason),
    )
    return [
        RidgeFinding(int(ids[row]), problem, reason(fields, coefficient, row))
        for rows, problem, reason in kinds
        for row in np.flatnonzero(rows)
    ]


def _sum_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "TBMJ {area} is not KCMJ {deducted} + TBDLMJ {net}."),
        area=_shown(fields.area[row]), deducted=_shown(fields.deducted[row]), net=_shown(fields.net[row]),
    )


def _ridge_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "KCMJ {deducted} is not TBMJ {area} × KCXS {coefficient}."),
        deducted=_shown(fields.deducted[row]), area=_shown(fields.area[row]), coefficient=_shown(fields.coefficient[row]),
    )


def _range_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "KCXS {coefficient} is not between 0 and 1; nothing is deducted by it."),
        coefficient=_shown(fields.coefficient[row]),
    )


def _elsewhere_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "Only cultivated land has field ridges, but KCXS is {coefficient} and KCMJ is {deducted}; "
                                "nothing is deducted."),
        coefficient=_shown(fields.coefficient[row]), deducted=_shown(fields.deducted[row]),
    )


def _learned_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "KCXS is missing; {coefficient} is used, the most frequent value of GDLX {terrain}, "
                                "GDPDJB {slope} in this layer."),
        coefficient=_shown(coefficient[row]), terrain=fields.terrain[row] or "—", slope=fields.slope[row],
    )


def _offered_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "KCXS is missing; no field ridge is deducted. The most frequent value of GDLX {terrain}, "
                                "GDPDJB {slope} in this layer is {coefficient} (rule learn_ridge_coefficient)."),
        coefficient=_shown(coefficient[row]), terrain=fields.terrain[row] or "—", slope=fields.slope[row],
    )


def _missing_reason(fields: _RidgeFields, coefficient: np.ndarray, row: int) -> Sentence:
    return sentence(
        translate("LandLedger", "KCXS is missing, and no other parcel of GDLX {terrain}, GDPDJB {slope} has one; no field "
                                "ridge is deducted."),
        terrain=fields.terrain[row] or "—", slope=fields.slope[row],
    )


def _shown(number: float) -> str:
    """A number in full, without the noise of binary fractions; a dash for null, powers of ten for what is no area at all."""
    if np.isnan(number):
        return "—"
    if abs(number) > LARGEST:
        return f"{number:g}" if np.isfinite(number) else "∞"
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
