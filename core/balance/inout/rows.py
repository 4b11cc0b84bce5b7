"""The result layer: one feature a patch that leaves or comes in, with what it is, whether it counts, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from ...occupation.pieces import FieldKind, PieceField, number_field, text_field
from ...sentence import translate
from ..stable.model import NO_GRADE
from .kinds import Direction
from .model import InOut, State, capacities

PATCH_FIELDS: tuple[PieceField, ...] = (
    text_field("NUMBER", 40, translate("LandLedger", "Patch number")),
    PieceField("NF", FieldKind.INTEGER, 4, 0, translate("LandLedger", "Year of the account")),
    text_field("XIAN", 6, translate("LandLedger", "County code")),
    text_field("CUN", 12, translate("LandLedger", "Village code")),
    text_field("DIRECTION", 4, translate("LandLedger", "Outflow or inflow")),
    text_field("SHOWN", 8, translate("LandLedger", "Shown as")),
    text_field("STATE", 14, translate("LandLedger", "Place in the balance")),
    text_field("KIND", 14, translate("LandLedger", "Destination or origin")),
    text_field("T31", 4, translate("LandLedger", "Column of table T31")),
    text_field("WHY", 120, translate("LandLedger", "Why it does not count")),
    text_field("DOCUMENT", 80, translate("LandLedger", "Document number")),
    text_field("BGQDLBM", 10, translate("LandLedger", "Class code before")),
    text_field("BGHDLBM", 10, translate("LandLedger", "Class code after")),
    text_field("BGQTBBSM", 30, translate("LandLedger", "Parcel before (BSM)")),
    text_field("BGHTBBSM", 30, translate("LandLedger", "Parcel after (BSM)")),
    number_field("AREA_M2", 2, translate("LandLedger", "Area with ridge (m²)")),
    number_field("NET_GD", 2, translate("LandLedger", "Net cultivated land (m²)")),
    number_field("NET_MU", 6, translate("LandLedger", "Net cultivated land (mu)")),
    number_field("GRADE", 2, translate("LandLedger", "Grade of farmland")),
    PieceField("GUESSED", FieldKind.INTEGER, 2, 0, translate("LandLedger", "Grade by the prudent rule")),
    number_field("CAPACITY", 4, translate("LandLedger", "Grain capacity (kg)")),
)


def patch_columns(result: InOut, columns_of_t31: Iterable[str]) -> Mapping[str, np.ndarray]:
    """Field name → array (m,): text objects, int64 or float64 with NaN for null."""
    patches, flows = result.patches, result.inputs.flows
    kilograms = capacities(patches, np.arange(len(patches)), result.job.yields)
    no_grade = patches.grade == NO_GRADE
    return {
        "NUMBER": patches.number,
        "NF": patches.year.astype(np.int64),
        "XIAN": _texts(str(village)[:6] for village in patches.village.tolist()),
        "CUN": patches.village,
        "DIRECTION": _texts(direction.value for direction in patches.direction.tolist()),
        "SHOWN": _texts(map(shown_as, patches.direction.tolist(), patches.state.tolist())),
        "STATE": _texts(state.value for state in patches.state.tolist()),
        "KIND": patches.kind,
        "T31": _texts(columns_of_t31),
        "WHY": patches.why,
        "DOCUMENT": patches.document,
        "BGQDLBM": flows.before[patches.flow],
        "BGHDLBM": flows.after[patches.flow],
        "BGQTBBSM": flows.before_id[patches.flow],
        "BGHTBBSM": flows.after_id[patches.flow],
        "AREA_M2": patches.units / 100,
        "NET_GD": patches.net / 100,
        "NET_MU": patches.net * 15 / 1_000_000,
        "GRADE": np.where(no_grade, np.nan, patches.grade / 100),
        "GUESSED": patches.guessed.astype(np.int64),
        "CAPACITY": np.where(no_grade, np.nan, np.array([float(kg) for kg in kilograms])),
    }


def shown_as(direction: Direction, state: State) -> str:
    """What the style of the layer tells apart: out, in, exempt, and apart for what does not count otherwise."""
    if state is State.COUNTED:
        return direction.value
    return "exempt" if state is State.EXEMPT else "apart"


def _texts(values: Iterable[str]) -> np.ndarray:
    listed = list(values)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found
