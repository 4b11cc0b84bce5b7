"""The result layer: one feature a piece of cultivated land, with whether it is stable and every reason why it is not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...columns import stripped
from ...occupation.pieces import FieldKind, PieceField
from ...sentence import translate
from .model import NO_GRADE, Stable, grade_of


def _text(name: str, length: int, alias: str) -> PieceField:
    return PieceField(name, FieldKind.TEXT, length, 0, alias)


def _number(name: str, decimals: int, alias: str) -> PieceField:
    return PieceField(name, FieldKind.NUMBER, 18, decimals, alias)


def _flag(name: str, alias: str) -> PieceField:
    return PieceField(name, FieldKind.INTEGER, 2, 0, alias)


STABLE_PIECE_FIELDS: tuple[PieceField, ...] = (
    _text("BSM", 30, translate("LandLedger", "Parcel number (BSM)")),
    _text("DLBM", 10, translate("LandLedger", "Land class code")),
    _text("DLMC", 60, translate("LandLedger", "Land class")),
    _text("ZLDWDM", 19, translate("LandLedger", "Location code")),
    _text("ZLDWMC", 60, translate("LandLedger", "Location")),
    _flag("STABLE", translate("LandLedger", "Stable cultivated land")),
    _text("REASON", 20, translate("LandLedger", "Rule that decides")),
    _text("REASON_MC", 120, translate("LandLedger", "Reason that decides")),
    _text("REASONS", 254, translate("LandLedger", "All reasons")),
    _flag("CUT", translate("LandLedger", "Part of a parcel")),
    _number("AREA_M2", 2, translate("LandLedger", "Area with ridge (m²)")),
    _number("RIDGE", 2, translate("LandLedger", "Field ridge (m²)")),
    _number("NET_GD", 2, translate("LandLedger", "Net cultivated land (m²)")),
    _number("NET_MU", 6, translate("LandLedger", "Net cultivated land (mu)")),
    _text("GDPDJB", 2, translate("LandLedger", "Slope level")),
    _number("GRADE", 2, translate("LandLedger", "Grade of farmland")),
    _number("CAPACITY", 4, translate("LandLedger", "Grain capacity (kg)")),
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
