"""The layer of a matching: one feature a footprint, with how its project stands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...columns import Columns, stripped
from ...occupation.pieces import FieldKind, PieceField
from ...sentence import translate
from ..indicators import Indicators
from .model import Matching
from .words import REGIMES, TYPES


def text_field(name: str, length: int, alias: str) -> PieceField:
    """A field of text."""
    return PieceField(name, FieldKind.TEXT, length, 0, alias)


def mu_field(name: str, alias: str) -> PieceField:
    """A field of mu with six decimals, which is exact."""
    return PieceField(name, FieldKind.NUMBER, 18, 6, alias)


def kilogram_field(name: str, alias: str) -> PieceField:
    """A field of whole kilograms."""
    return PieceField(name, FieldKind.INTEGER, 15, 0, alias)


PROJECT_FIELDS: tuple[PieceField, ...] = (
    text_field("FP_ID", 60, translate("LandLedger", "Footprint number")),
    text_field("PROJECT", 60, translate("LandLedger", "Project number")),
    text_field("NAME", 254, translate("LandLedger", "Project name")),
    text_field("REGION", 12, translate("LandLedger", "County code")),
    text_field("KIND", 20, translate("LandLedger", "Project type")),
    text_field("REGIME", 30, translate("LandLedger", "Regime")),
    text_field("WAY", 30, translate("LandLedger", "Conclusion")),
    mu_field("NEED_Q", translate("LandLedger", "Occupied, quantity (mu)")),
    mu_field("NEED_W", translate("LandLedger", "Occupied, paddy (mu)")),
    kilogram_field("NEED_P", translate("LandLedger", "Occupied, capacity (kg)")),
    mu_field("DRAWN_Q", translate("LandLedger", "Drawn, quantity (mu)")),
    mu_field("DRAWN_W", translate("LandLedger", "Drawn, paddy (mu)")),
    kilogram_field("DRAWN_P", translate("LandLedger", "Drawn, capacity (kg)")),
    mu_field("SHORT_Q", translate("LandLedger", "Short, quantity (mu)")),
    mu_field("SHORT_W", translate("LandLedger", "Short, paddy (mu)")),
    kilogram_field("SHORT_P", translate("LandLedger", "Short, capacity (kg)")),
    text_field("LOTS", 254, translate("LandLedger", "Reserve lots")),
)
"""Amounts are those of the whole project, on each of its footprints."""


def project_columns(matching: Matching, footprints: Columns, projects: Sequence[str]) -> dict[str, np.ndarray]:
    """Field name → array (n,) over the footprints; `projects` is the project of each."""
    by_code = {each.demand.code: each for each in matching.settlements}
    lots: dict[str, list[str]] = {}
    for draw in matching.draws:
        lots.setdefault(draw.project, []).append(draw.lot)
    own = [by_code[code] for code in projects]
    columns: dict[str, list[object]] = {
        "FP_ID": stripped(footprints.attributes["FP_ID"]).tolist(),
        "PROJECT": list(projects),
        "NAME": [each.demand.name for each in own],
        "REGION": [each.demand.region for each in own],
        "KIND": [TYPES[each.demand.kind] for each in own],
        "REGIME": [REGIMES[each.regime] for each in own],
        "WAY": [each.outcome.value for each in own],
        "LOTS": ["、".join(lots.get(code, [])) for code in projects],
    }
    for name, amounts in (
        ("NEED", [each.demand.need for each in own]),
        ("DRAWN", [each.drawn for each in own]),
        ("SHORT", [each.short for each in own]),
    ):
        columns.update(_amounts(name, amounts))
    arrays = {}
    for field in PROJECT_FIELDS:
        kind = {FieldKind.TEXT: object, FieldKind.INTEGER: np.int64, FieldKind.NUMBER: np.float64}[field.kind]
        arrays[field.name] = np.array(columns[field.name], dtype=kind)
    return arrays


def _amounts(name: str, amounts: Sequence[Indicators]) -> dict[str, list[object]]:
    return {
        f"{name}_Q": [each.quantity / 1_000_000 for each in amounts],
        f"{name}_W": [each.paddy / 1_000_000 for each in amounts],
        f"{name}_P": [each.capacity for each in amounts],
    }
