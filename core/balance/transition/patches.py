"""Changed patches: what stands in the list and in the layer CHANGES, one a piece of ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from ...area import Area
from ...occupation.pieces import FieldKind, PieceField, number_field, text_field
from ...sentence import translate
from ...summary.model import Basis
from ...survey.classes import CodeTable
from ...survey.noding import mean_widths
from .kinds import flow_kinds, kind_of
from .matrix import leaf_codes, ridges_of
from .model import UNIT, Flows

UNCOVERED_KIND = "uncovered"
"""The kind of ground that one survey does not cover."""


@dataclass(frozen=True)
class Patches:
    """`flows` whose class changed or that one survey does not cover; `kind` object (k,) of each, `flow` int64 (k,) 0.01 m²
    of it that stands off the diagonal of the matrix."""

    flows: Flows
    kind: np.ndarray
    flow: np.ndarray

    def __len__(self) -> int:
        return len(self.flows)

    @property
    def rule(self) -> np.ndarray:
        """The noise rule of each, object (k,)."""
        return self.flows.rule

    @staticmethod
    def exact(units: int) -> Area:
        """0.01 m² as an area."""
        return Area.from_units(int(units), UNIT)

    def area(self, rows: np.ndarray) -> Area:
        """Area of the patches `rows` (mask)."""
        return self.flows.area(rows)


def patches_of(flows: Flows, table: CodeTable, basis: Basis) -> Patches:
    """The patches in order of village, kind and size."""
    rows = np.flatnonzero(flows.changed | ~flows.covered)
    some = taken(flows, rows)
    pairs = list(zip(some.before.tolist(), some.after.tolist()))
    kinds = {
        (one, other): kind_of(table, one, other).key if one and other else UNCOVERED_KIND for one, other in set(pairs)
    }
    kind = np.array([*(kinds[pair] for pair in pairs), ""], dtype=object)[:-1]
    flow = off_diagonal(some, table, basis)
    order = np.lexsort((some.before_row, -some.units, kind.astype(str), some.village.astype(str)))
    return Patches(taken(some, order), kind[order], flow[order])


def taken(flows: Flows, rows: np.ndarray) -> Flows:
    """The flows at `rows` (indices or mask)."""
    columns = {field.name: getattr(flows, field.name) for field in fields(flows)}
    return Flows(
        **{name: column[rows] if isinstance(column, np.ndarray) else column for name, column in columns.items()}
    )


def off_diagonal(flows: Flows, table: CodeTable, basis: Basis) -> np.ndarray:
    """int64 (n,): how much of each piece stands off the diagonal: none where the finest class is the same, and under
    Basis.NET not what is field ridge in both years, but what became one or was one."""
    before, after = leaf_codes(flows, table)
    moved = np.where(before != after, flows.units, 0)
    if basis is Basis.NET:
        one, other = ridges_of(flows)
        same = before == after
        moved = np.where(same, np.abs(one - other), moved - np.minimum(one, other))
    return np.where(flows.covered, moved, flows.units)


PATCH_FIELDS: tuple[PieceField, ...] = (
    PieceField("PATCH", FieldKind.INTEGER, 10, 0, translate("LandLedger", "Patch number")),
    PieceField("NF", FieldKind.INTEGER, 4, 0, translate("LandLedger", "Year of the change")),
    text_field("ZLDWDM", 19, translate("LandLedger", "Location code")),
    text_field("ZLDWMC", 100, translate("LandLedger", "Location")),
    text_field("BSM_Q", 30, translate("LandLedger", "Parcel before (BSM)")),
    text_field("DLBM_Q", 10, translate("LandLedger", "Class code before")),
    text_field("DLMC_Q", 60, translate("LandLedger", "Class before")),
    text_field("BSM_H", 30, translate("LandLedger", "Parcel after (BSM)")),
    text_field("DLBM_H", 10, translate("LandLedger", "Class code after")),
    text_field("DLMC_H", 60, translate("LandLedger", "Class after")),
    text_field("KIND", 24, translate("LandLedger", "Kind of flow")),
    text_field("KIND_MC", 60, translate("LandLedger", "Kind of flow (name)")),
    number_field("AREA_M2", 2, translate("LandLedger", "Area (m²)")),
    number_field("AREA_MU", 6, translate("LandLedger", "Area (mu)")),
    number_field("FLOW_M2", 2, translate("LandLedger", "Counted in the flow table (m²)")),
    number_field("NET_GD_Q", 2, translate("LandLedger", "Net cultivated land before (m²)")),
    number_field("NET_GD_H", 2, translate("LandLedger", "Net cultivated land after (m²)")),
    text_field("GDPDJB_Q", 2, translate("LandLedger", "Slope level before")),
    text_field("GDPDJB_H", 2, translate("LandLedger", "Slope level after")),
    number_field("GDDB_Q", 2, translate("LandLedger", "Grade before")),
    number_field("GDDB_H", 2, translate("LandLedger", "Grade after")),
    text_field("TBXHDM_Q", 6, translate("LandLedger", "Refinement code before (TBXHDM)")),
    text_field("TBXHDM_H", 6, translate("LandLedger", "Refinement code after (TBXHDM)")),
    text_field("ZZSXDM_Q", 6, translate("LandLedger", "Planting code before (ZZSXDM)")),
    text_field("ZZSXDM_H", 6, translate("LandLedger", "Planting code after (ZZSXDM)")),
    text_field("RULE", 12, translate("LandLedger", "Noise rule")),
    number_field("WIDTH", 3, translate("LandLedger", "Mean width (m)")),
    text_field("SOURCE", 12, translate("LandLedger", "Source of the area")),
)


def patch_columns(
    patches: Patches, names: Mapping[str, str], table: CodeTable, year: int = 0
) -> dict[str, np.ndarray]:
    """The columns of PATCH_FIELDS (k,); a text '' becomes null, a width is NaN without a shape, the `year` of the later
    survey NaN where nothing tells it."""
    flows = patches.flows
    kinds = {kind.key: kind.name for kind in flow_kinds()}
    found: dict[str, np.ndarray] = {
        "PATCH": np.arange(1, len(patches) + 1),
        "NF": np.full(len(patches), year or np.nan),
        "ZLDWDM": flows.village,
        "ZLDWMC": _each(flows.village, lambda code: names.get(code, "")),
        "BSM_Q": flows.before_id,
        "DLBM_Q": flows.before,
        "DLMC_Q": _each(flows.before, table.name),
        "BSM_H": flows.after_id,
        "DLBM_H": flows.after,
        "DLMC_H": _each(flows.after, table.name),
        "KIND": patches.kind,
        "KIND_MC": _each(patches.kind, lambda key: kinds.get(key, "未覆盖")),
        "AREA_M2": flows.units / 100,
        "AREA_MU": np.array([float(patches.exact(units).mu(6)) for units in flows.units.tolist()]),
        "FLOW_M2": patches.flow / 100,
        "NET_GD_Q": flows.net_before / 100,
        "NET_GD_H": flows.net_after / 100,
        "GDPDJB_Q": flows.slope_before,
        "GDPDJB_H": flows.slope_after,
        "GDDB_Q": flows.grade_before,
        "GDDB_H": flows.grade_after,
        "TBXHDM_Q": flows.restoring_before,
        "TBXHDM_H": flows.restoring_after,
        "ZZSXDM_Q": flows.planting_before,
        "ZZSXDM_H": flows.planting_after,
        "RULE": flows.rule,
        "WIDTH": _widths(flows),
        "SOURCE": np.full(len(patches), flows.source.value, dtype=object),
    }
    for name, column in found.items():
        if column.dtype == object:
            found[name] = np.array([*(text or None for text in column.tolist()), None], dtype=object)[:-1]
    return found


def _each(values: np.ndarray, answer: object) -> np.ndarray:
    answers = {value: answer(value) for value in set(values.tolist())}  # type: ignore[operator]
    return np.array([*map(answers.__getitem__, values.tolist()), None], dtype=object)[:-1]


def _widths(flows: Flows) -> np.ndarray:
    width = np.full(len(flows), np.nan)
    if flows.geometry is not None:
        known = np.array([shape is not None for shape in flows.geometry.tolist()], dtype=bool)
        width[known] = mean_widths(flows.geometry[known])
    return width
