"""The result layer: one feature a leaf, with everything that the tables are made of.

So anybody can recompute each total of the workbook from the layer alone: sum AREA_ADJ where COUNTED is 1, net of RIDGE
by COLUMN_KEY, RIDGE itself under 1203.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..area import AreaUnit
from ..columns import Columns, values_at
from ..sentence import translate
from ..survey.nature import Nature
from .model import Occupation, Reason


class FieldKind(Enum):
    """Type of a field of the result layer."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True)
class PieceField:
    """Name, kind, length, decimals and the name people read."""

    name: str
    kind: FieldKind
    length: int
    decimals: int
    alias: str


def text_field(name: str, length: int, alias: str) -> PieceField:
    """A text of at most `length` characters."""
    return PieceField(name, FieldKind.TEXT, length, 0, alias)


def number_field(name: str, decimals: int, alias: str) -> PieceField:
    """A number with `decimals`."""
    return PieceField(name, FieldKind.NUMBER, 18, decimals, alias)


def flag_field(name: str, alias: str) -> PieceField:
    """0 or 1."""
    return PieceField(name, FieldKind.INTEGER, 2, 0, alias)


PIECE_FIELDS: tuple[PieceField, ...] = (
    text_field("FP_ID", 60, translate("LandLedger", "Footprint number")),
    text_field("FP_NAME", 254, translate("LandLedger", "Footprint name")),
    PieceField("PIECE", FieldKind.INTEGER, 10, 0, translate("LandLedger", "Piece number")),
    flag_field("COUNTED", translate("LandLedger", "Counts in the total")),
    text_field("BSM", 30, translate("LandLedger", "Parcel number (BSM)")),
    text_field("DLBM", 10, translate("LandLedger", "Land class code")),
    text_field("DLMC", 60, translate("LandLedger", "Land class")),
    text_field("BP_DLBM", 10, translate("LandLedger", "Reported class code")),
    text_field("BP_REASON", 12, translate("LandLedger", "Reported because")),
    text_field("COLUMN_KEY", 10, translate("LandLedger", "Column of table T07")),
    text_field("THREE", 14, translate("LandLedger", "Major class")),
    text_field("QSXZ", 12, translate("LandLedger", "Ownership nature")),
    text_field("OWNER", 254, translate("LandLedger", "Ownership unit")),
    text_field("OWNER_CODE", 30, translate("LandLedger", "Ownership unit code")),
    text_field("XZ", 60, translate("LandLedger", "Township")),
    text_field("CUN", 60, translate("LandLedger", "Village")),
    text_field("ZU", 254, translate("LandLedger", "Group or holder")),
    number_field("AREA_RAW", 6, translate("LandLedger", "Measured area (m²)")),
    number_field("AREA_ADJ", 2, translate("LandLedger", "Adjusted area (m²)")),
    number_field("AREA_DIFF", 6, translate("LandLedger", "Adjustment (m²)")),
    number_field("RIDGE", 2, translate("LandLedger", "Field ridge (m²)")),
    number_field("NET_GD", 2, translate("LandLedger", "Net cultivated land (m²)")),
    number_field("AREA_HA", 6, translate("LandLedger", "Area (ha)")),
    number_field("AREA_MU", 6, translate("LandLedger", "Area (mu)")),
    flag_field("IS_K", translate("LandLedger", "Adjustable class (K)")),
    flag_field("IS_P25", translate("LandLedger", "Sloping farmland over 25°")),
    flag_field("IN_YN", translate("LandLedger", "In permanent basic farmland")),
    flag_field("IN_HX", translate("LandLedger", "In ecological redline")),
    flag_field("IN_KFBJ", translate("LandLedger", "In urban growth boundary")),
    flag_field("IN_YP", translate("LandLedger", "In approved land")),
    text_field("PLAN_USE", 60, translate("LandLedger", "Planned use")),
    PieceField("GRADE", FieldKind.INTEGER, 4, 0, translate("LandLedger", "Grade of farmland")),
    text_field("EXTRA", 254, translate("LandLedger", "Other control layers")),
)


def square_metres(units: np.ndarray, unit: AreaUnit) -> np.ndarray:
    """float64 m², each the float nearest to the exact decimal amount."""
    return units / 100.0 if unit is AreaUnit.HUNDREDTH_SQUARE_METRE else units.astype(np.float64)


def piece_columns(result: Occupation) -> dict[str, np.ndarray]:
    """Field name → array (r,) over the leaves: text objects, int64 or float64 with NaN for null."""
    leaves, classified, owners = result.leaves, result.classified, result.owners
    inputs, unit = result.inputs, result.job.unit
    parcel = result.atoms.parcel[leaves.atom]
    area, ridge = square_metres(leaves.units, unit), square_metres(result.ridge, unit)
    net = square_metres(leaves.units - result.ridge, unit)
    micro_mu = leaves.units * unit.micro_mu
    footprints = inputs.footprints
    columns: dict[str, np.ndarray] = {
        "FP_ID": _text_of(footprints, "FP_ID", leaves.footprint),
        "FP_NAME": _text_of(footprints, "FP_NAME", leaves.footprint),
        "PIECE": leaves.atom + 1,
        "COUNTED": leaves.counted.astype(np.int64),
        "BSM": np.where(parcel < 0, "", _text_of(inputs.survey, "BSM", parcel)),
        "DLBM": classified.code,
        "DLMC": inputs.classes.names(classified.code),
        "BP_DLBM": classified.reported,
        "BP_REASON": values_of(classified.reason, Reason),
        "COLUMN_KEY": classified.column,
        "THREE": classified.major,
        "QSXZ": values_of(owners.nature, Nature),
        "OWNER": owners.unit,
        "OWNER_CODE": owners.code,
        "XZ": owners.township,
        "CUN": owners.village,
        "ZU": owners.group,
        "AREA_RAW": leaves.raw,
        "AREA_ADJ": area,
        "AREA_DIFF": area - leaves.raw,
        "RIDGE": ridge,
        "NET_GD": np.where(classified.cultivated, net, 0.0),
        "AREA_HA": micro_mu / 15_000_000,
        "AREA_MU": micro_mu / 1_000_000,
        "IS_K": classified.adjustable.astype(np.int64),
        "IS_P25": classified.steep.astype(np.int64),
        "IN_YP": (classified.reason == Reason.APPROVED).astype(np.int64),
    }
    columns.update(_of_controls(result))
    return columns


def _of_controls(result: Occupation) -> dict[str, np.ndarray]:
    leaves, inputs = result.leaves, result.inputs
    nowhere = np.zeros(len(leaves), dtype=bool)
    flags = {f"IN_{key}": result.inside.get(key, nowhere).astype(np.int64) for key in ("YN", "HX", "KFBJ")}
    if "APPROVED" in result.inside:
        flags["IN_YP"] = result.inside["APPROVED"].astype(np.int64)
    plan = np.full(len(leaves), "", dtype=object)
    extra = np.full(len(leaves), "", dtype=object)
    for control in inputs.controls:
        first = result.atoms.controls[control.key].first(len(result.atoms))[leaves.atom]
        if control.key == "PLAN":
            plan = np.where(first >= 0, _text_of(control.columns, "GHDLBM", first), "")
        if control.role is None:
            joined = np.where(extra == "", control.columns.name, extra + "；" + control.columns.name)
            extra = np.where(first >= 0, joined, extra)
    return {**flags, "PLAN_USE": plan, "EXTRA": extra, "GRADE": _grades(result)}


def _grades(result: Occupation) -> np.ndarray:
    """float64 (r,): grade of cultivated land from the grade layer, else the survey's GDDB; NaN elsewhere."""
    leaves, inputs = result.leaves, result.inputs
    parcel = result.atoms.parcel[leaves.atom]
    grade = np.where(parcel < 0, np.nan, _number_of(inputs.survey, "GDDB", parcel))
    for control in inputs.controls:
        if control.key == "QUALITY":
            first = result.atoms.controls[control.key].first(len(result.atoms))[leaves.atom]
            name = "GDDB" if "GDDB" in control.columns.attributes else "GDDJ"
            grade = np.where(first >= 0, _number_of(control.columns, name, first), grade)
    return np.where(result.classified.cultivated, grade, np.nan)


def values_of(members: np.ndarray, kind: type[Enum]) -> np.ndarray:
    """The value of each member of an enumeration."""
    values = np.empty(len(members), dtype=object)
    for member in kind:
        values[members == member] = member.value
    return values


def _text_of(columns: Columns, name: str, rows: np.ndarray) -> np.ndarray:
    return _of(columns.attributes, name, "", rows)


def _number_of(columns: Columns, name: str, rows: np.ndarray) -> np.ndarray:
    return _of(columns.attributes, name, np.nan, rows)


def _of(attributes: Mapping[str, np.ndarray], name: str, nothing: object, rows: np.ndarray) -> np.ndarray:
    """The attribute of each row, `nothing` where the layer lacks the field and at row −1."""
    if name not in attributes:
        return np.full(len(rows), nothing, dtype=object if nothing == "" else np.float64)
    return values_at(attributes[name], rows, nothing)


