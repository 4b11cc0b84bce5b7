"""The result table: one row for each region and class that has parcels or area, in a shape that models can use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..area import Area
from ..sentence import translate
from .class_columns import unknown_name
from .model import UNIT, Summary


@dataclass(frozen=True)
class ResultField:
    """A field of the result table: kind is `text`, `integer` or `number`; the alias is an English text to translate."""

    name: str
    kind: str
    alias: str
    length: int = 0
    decimals: int = 0


RESULT_FIELDS: Sequence[ResultField] = (
    ResultField("LEVEL", "text", translate("LandLedger", "Level of the region"), 10),
    ResultField("XZQDM", "text", translate("LandLedger", "Code of the region"), 19),
    ResultField("XZQMC", "text", translate("LandLedger", "Name of the region"), 100),
    ResultField("PARENT", "text", translate("LandLedger", "Code of the region above"), 19),
    ResultField("THREE", "text", translate("LandLedger", "Major class"), 16),
    ResultField("CLASS1", "text", translate("LandLedger", "First-level class code"), 8),
    ResultField("CLASS1_MC", "text", translate("LandLedger", "First-level class"), 60),
    ResultField("DLBM", "text", translate("LandLedger", "Second-level class code"), 60),
    ResultField("DLMC", "text", translate("LandLedger", "Second-level class"), 60),
    ResultField("PARCELS", "integer", translate("LandLedger", "Number of parcels")),
    ResultField("AREA_M2", "number", translate("LandLedger", "Area (m²)"), 18, 2),
    ResultField("AREA_HA", "number", translate("LandLedger", "Area (ha)"), 18, 6),
    ResultField("AREA_MU", "number", translate("LandLedger", "Area (mu)"), 18, 6),
)


def result_columns(summary: Summary) -> Mapping[str, np.ndarray]:
    """The columns of RESULT_FIELDS (k,): exact areas in three units, nothing rounded; text '' becomes null."""
    full = np.argwhere((summary.cells != 0) | (summary.counts != 0))
    rows: dict[str, list[object]] = {field.name: [] for field in RESULT_FIELDS}
    for place, column in full.tolist():
        region, leaf = summary.regions[place], summary.classes[column]
        area = Area.from_units(int(summary.cells[place, column]), UNIT)
        major = leaf.major.value if leaf.major else ("none" if leaf.known else "unknown")
        values = (
            summary.job.level.value, region.code or None, region.name or None, region.parent or None, major,
            leaf.first or None, leaf.first_name or None, leaf.code or None, leaf.name or unknown_name(leaf),
            int(summary.counts[place, column]),
            float(area.square_metres()), float(area.hectares(6)), float(area.mu(6)),
        )
        for field, value in zip(RESULT_FIELDS, values):
            rows[field.name].append(value)
    kinds = {"text": object, "integer": np.int64, "number": np.float64}
    return {field.name: np.array(rows[field.name], dtype=kinds[field.kind]) for field in RESULT_FIELDS}
