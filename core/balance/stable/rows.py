"""The result layer: one feature a piece of cultivated land, with whether it is stable and every reason why it is not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...columns import stripped
from ...occupation.pieces import PieceField, flag_field, number_field, text_field
from ...sentence import translate
from .model import NO_GRADE, Stable, grade_of

STABLE_PIECE_FIELDS: tuple[PieceField, ...] = (
    text_field("BSM", 30, translate("LandLedger", "Parcel number (BSM)")),
    text_field("DLBM", 10, translate("LandLedger", "Land class code")),
    text_field("DLMC", 60, translate("LandLedger", "Land class")),
    text_field("ZLDWDM", 19, translate("LandLedger", "Location code")),
    text_field("ZLDWMC", 60, translate("LandLedger", "Location")),
    flag_field("STABLE", translate("LandLedger", "Stable cultivated land")),
    text_field("REASON", 20, translate("LandLedger", "Rule that decides")),
    text_field("REASON_MC", 120, translate("LandLedger", "Reason that decides")),
    text_field("REASONS", 254, translate("LandLedger", "All reasons")),
    flag_field("CUT", translate("LandLedger", "Part of a parcel")),
    number_field("AREA_M2", 2, translate("LandLedger", "Area with ridge (m²)")),
    number_field("RIDGE", 2, translate("LandLedger", "Field ridge (m²)")),
    number_field("NET_GD", 2, translate("LandLedger", "Net cultivated land (m²)")),
    number_field("NET_MU", 6, translate("LandLedger", "Net cultivated land (mu)")),
    text_field("GDPDJB", 2, translate("LandLedger", "Slope level")),
    number_field("GRADE", 2, translate("LandLedger", "Grade of farmland")),
    number_field("CAPACITY", 4, translate("LandLedger", "Grain capacity (kg)")),
)


def stable_columns(result: Stable) -> Mapping[str, np.ndarray]:
    """Field name → array (m,): text objects, int64 or float64 with NaN for null."""
    survey, parcel = result.inputs.survey, result.parcel
    names = [reason.name for reason in result.reasons]
    keys = [reason.key for reason in result.reasons]

    def text_of(field: str) -> np.ndarray:
        column = survey.attributes.get(field)
        return np.full(len(parcel), "", dtype=object) if column is None else stripped(column[parcel])

    grade = np.where(result.grade == NO_GRADE, np.nan, result.grade / 100)
    return {
        "BSM": text_of("BSM"),
        "DLBM": text_of("DLBM"),
        "DLMC": result.job.table.names(survey.attributes["DLBM"][parcel]),
        "ZLDWDM": text_of("ZLDWDM"),
        "ZLDWMC": text_of("ZLDWMC"),
        "STABLE": result.is_stable.astype(np.int64),
        "REASON": _named(keys, result.reason),
        "REASON_MC": _named(names, result.reason),
        "REASONS": _all_named(names, result.holds),
        "CUT": result.cut.astype(np.int64),
        "AREA_M2": result.units / 100,
        "RIDGE": result.ridge / 100,
        "NET_GD": result.net / 100,
        "NET_MU": result.net * 15 / 1_000_000,
        "GDPDJB": result.slope,
        "GRADE": grade,
        "CAPACITY": _capacities(result),
    }


def _named(names: list[str], rows: np.ndarray) -> np.ndarray:
    listed = np.array([*names, ""], dtype=object)
    named: np.ndarray = listed[rows]
    return named


def _all_named(names: list[str], holds: np.ndarray) -> np.ndarray:
    found = np.empty(len(holds), dtype=object)
    found[:] = ["；".join(name for name, held in zip(names, row) if held) for row in holds.tolist()]
    return found


def _capacities(result: Stable) -> np.ndarray:
    """kg float64 (m,) of stable pieces with a grade, NaN elsewhere; nearest to the exact amount."""
    per_unit: dict[tuple[int, bool], float] = {}
    found = np.full(len(result), np.nan)
    for row in np.flatnonzero(result.is_stable & (result.grade != NO_GRADE)).tolist():
        key = int(result.grade[row]), bool(result.paddy[row])
        if key not in per_unit:
            per_unit[key] = float(result.job.yields.per_mu(grade_of(key[0]), key[1]))
        found[row] = per_unit[key] * int(result.net[row]) * 15 / 1_000_000
    return found
