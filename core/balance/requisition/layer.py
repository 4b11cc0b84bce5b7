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


def _text(name: str, length: int, alias: str) -> PieceField:
    return PieceField(name, FieldKind.TEXT, length, 0, alias)


def _mu(name: str, alias: str) -> PieceField:
    return PieceField(name, FieldKind.NUMBER, 18, 6, alias)


def _kg(name: str, alias: str) -> PieceField:
    return PieceField(name, FieldKind.INTEGER, 15, 0, alias)


PROJECT_FIELDS: tuple[PieceField, ...] = (
    _text("FP_ID", 60, translate("LandLedger", "Footprint number")),
    _text("PROJECT", 60, translate("LandLedger", "Project number")),
    _text("NAME", 254, translate("LandLedger", "Project name")),
    _text("REGION", 12, translate("LandLedger", "County code")),
    _text("KIND", 20, translate("LandLedger", "Project type")),
    _text("REGIME", 30, translate("LandLedger", "Regime")),
    _text("WAY", 30, translate("LandLedger", "Conclusion")),
    _mu("NEED_Q", translate("LandLedger", "Occupied, quantity (mu)")),
    _mu("NEED_W", translate("LandLedger", "Occupied, paddy (mu)")),
    _kg("NEED_P", translate("LandLedger", "Occupied, capacity (kg)")),
    _mu("DRAWN_Q", translate("LandLedger", "Drawn, quantity (mu)")),
    _mu("DRAWN_W", translate("LandLedger", "Drawn, paddy (mu)")),
    _kg("DRAWN_P", translate("LandLedger", "Drawn, capacity (kg)")),
    _mu("SHORT_Q", translate("LandLedger", "Short, quantity (mu)")),
    _mu("SHORT_W", translate("LandLedger", "Short, paddy (mu)")),
    _kg("SHORT_P", translate("LandLedger", "Short, capacity (kg)")),
    _text("LOTS", 254, translate("LandLedger", "Reserve lots")),
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
