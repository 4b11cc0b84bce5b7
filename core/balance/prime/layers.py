"""The result layers: pieces of both sides, supplement blocks with their verdict, and the ground of each reason.

All that T08 says can be recomputed from the pieces alone: sum AREA where COUNTS is 1 and the block was accepted.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import numpy as np
import shapely

from ...columns import values_at
from ...occupation.classify import texts
from ...occupation.pieces import FieldKind, PieceField, flag_field, number_field, square_metres, text_field
from ...sentence import Say, Sentence, translate
from .model import Audit, Block, BlockReason, two_decimals
from .reason_kinds import ReasonKind
from .tables import project_name
from .words import detail_text, reason_text, reason_title, reasons_text

PIECE_FIELDS: tuple[PieceField, ...] = (
    text_field("SIDE", 10, translate("LandLedger", "Occupied or supplement")),
    text_field("PROJECT", 120, translate("LandLedger", "Project")),
    text_field("PID", 60, translate("LandLedger", "Block number")),
    PieceField("PIECE", FieldKind.INTEGER, 10, 0, translate("LandLedger", "Piece number")),
    flag_field("ACCEPTED", translate("LandLedger", "Block stands in the balance")),
    flag_field("COUNTS", translate("LandLedger", "Counts in its block")),
    text_field("COUNTY", 60, translate("LandLedger", "County")),
    text_field("XZ", 60, translate("LandLedger", "Township")),
    text_field("CUN", 60, translate("LandLedger", "Village")),
    text_field("BSM", 30, translate("LandLedger", "Parcel number (BSM)")),
    text_field("TBBH", 30, translate("LandLedger", "Parcel number on the map")),
    text_field("DLBM", 10, translate("LandLedger", "Land class code")),
    text_field("DLMC", 60, translate("LandLedger", "Land class")),
    text_field("GDPDJB", 2, translate("LandLedger", "Slope level")),
    number_field("GRADE", 2, translate("LandLedger", "Grade of farmland")),
    number_field("KG_MU", 4, translate("LandLedger", "Capacity (kg a mu)")),
    flag_field("FARMLAND", translate("LandLedger", "Farmland")),
    flag_field("PADDY", translate("LandLedger", "Paddy")),
    number_field("AREA_RAW", 6, translate("LandLedger", "Measured area (m²)")),
    number_field("AREA_ADJ", 2, translate("LandLedger", "Adjusted area (m²)")),
    number_field("RIDGE", 2, translate("LandLedger", "Field ridge (m²)")),
    number_field("AREA", 2, translate("LandLedger", "Area compared (m²)")),
    flag_field("IN_YN", translate("LandLedger", "In permanent basic farmland")),
    flag_field("IN_HX", translate("LandLedger", "In ecological redline")),
    flag_field("IN_KFBJ", translate("LandLedger", "In urban growth boundary")),
    flag_field("IN_RES", translate("LandLedger", "In the reserve zone")),
    text_field("REASONS", 254, translate("LandLedger", "Reasons (codes)")),
)
BLOCK_FIELDS: tuple[PieceField, ...] = (
    text_field("PROJECT", 120, translate("LandLedger", "Project")),
    text_field("PID", 60, translate("LandLedger", "Block number")),
    text_field("NAME", 254, translate("LandLedger", "Block name")),
    text_field("COUNTY", 60, translate("LandLedger", "County")),
    text_field("PLACE", 254, translate("LandLedger", "Location")),
    text_field("VERDICT", 10, translate("LandLedger", "Verdict")),
    PieceField("REFUSALS", FieldKind.INTEGER, 6, 0, translate("LandLedger", "Reasons that refuse")),
    PieceField("HINTS", FieldKind.INTEGER, 6, 0, translate("LandLedger", "Hints")),
    number_field("WHOLE_M2", 2, translate("LandLedger", "Area of the block (m²)")),
    number_field("BAD_M2", 2, translate("LandLedger", "Unusable part (m²)")),
    number_field("AREA_M2", 2, translate("LandLedger", "Usable area compared (m²)")),
    number_field("NET_M2", 2, translate("LandLedger", "Usable area without ridges (m²)")),
    number_field("PADDY_M2", 2, translate("LandLedger", "Usable paddy (m²)")),
    number_field("GRADE", 2, translate("LandLedger", "Average grade")),
    PieceField("CAP_KG", FieldKind.INTEGER, 18, 0, translate("LandLedger", "Capacity (kg)")),
    text_field("SLOPES", 20, translate("LandLedger", "Slope levels")),
    number_field("RES_M2", 2, translate("LandLedger", "From the reserve zone (m²)")),
    text_field("WHY", 254, translate("LandLedger", "Reasons")),
)
REASON_FIELDS: tuple[PieceField, ...] = (
    text_field("PROJECT", 120, translate("LandLedger", "Project")),
    text_field("PID", 60, translate("LandLedger", "Block number")),
    text_field("REASON", 24, translate("LandLedger", "Reason (code)")),
    text_field("TITLE", 120, translate("LandLedger", "Reason")),
    text_field("DETAIL", 254, translate("LandLedger", "What lies there")),
    text_field("EFFECT", 10, translate("LandLedger", "Effect")),
    number_field("AREA_M2", 2, translate("LandLedger", "Area (m²)")),
    text_field("SAYS", 254, translate("LandLedger", "In words")),
)

ACCEPTED, REFUSED = "accepted", "refused"
"""Verdicts as they stand in the layer."""


def piece_columns(result: Audit) -> dict[str, np.ndarray]:
    """Field name → array (r,) over the leaves of both sides."""
    run, pieces = result.run, result.pieces
    leaves, unit = run.leaves, run.job.unit
    blocks = {block.row: block for block in result.blocks}
    own = [blocks[row] for row in pieces.block.tolist()]
    survey, parcel = run.inputs.survey, run.atoms.parcel[leaves.atom]
    nowhere = np.zeros(len(leaves), dtype=bool)
    return {
        "SIDE": _objects(block.side.value for block in own),
        "PROJECT": _objects(project_name(block.project) for block in own),
        "PID": _objects(block.number for block in own),
        "PIECE": leaves.atom + 1,
        "ACCEPTED": np.array([block.stands for block in own], dtype=np.int64),
        "COUNTS": pieces.counts.astype(np.int64),
        "COUNTY": _objects(map(result.county, pieces.county.tolist())),
        "XZ": run.owners.township,
        "CUN": run.owners.village,
        "BSM": values_at(texts(survey, "BSM"), parcel, ""),
        "TBBH": values_at(texts(survey, "TBBH"), parcel, ""),
        "DLBM": run.classified.code,
        "DLMC": run.inputs.classes.names(run.classified.code),
        "GDPDJB": _objects(str(level) if level else "" for level in pieces.slope.tolist()),
        "GRADE": pieces.grade,
        "KG_MU": _yields(result),
        "FARMLAND": pieces.farmland.astype(np.int64),
        "PADDY": pieces.paddy.astype(np.int64),
        "AREA_RAW": leaves.raw,
        "AREA_ADJ": square_metres(leaves.units, unit),
        "RIDGE": square_metres(run.ridge, unit),
        "AREA": square_metres(pieces.basis, unit),
        "IN_YN": pieces.prime.astype(np.int64),
        "IN_HX": run.inside.get("HX", nowhere).astype(np.int64),
        "IN_KFBJ": run.inside.get("KFBJ", nowhere).astype(np.int64),
        "IN_RES": pieces.reserve.astype(np.int64),
        "REASONS": reason_codes(result),
    }


def reason_codes(result: Audit) -> np.ndarray:
    """Text object (r,): codes of all reasons of each leaf, joined by a comma."""
    codes: list[list[str]] = [[] for _ in range(len(result.pieces.block))]
    for kind in ReasonKind:
        details = result.pieces.reasons.get(kind)
        if details is not None:
            for row in np.flatnonzero(np.not_equal(details, None).astype(bool)).tolist():
                codes[row].append(kind.value)
    return _objects(",".join(own) for own in codes)


def block_columns(result: Audit, say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (n,) over the supplement blocks."""
    blocks = result.supplement
    why = [reasons_text(result, block) for block in blocks]
    return {
        "PROJECT": _objects(project_name(block.project) for block in blocks),
        "PID": _objects(block.number for block in blocks),
        "NAME": _objects(block.name for block in blocks),
        "COUNTY": _objects(result.county(block.county) for block in blocks),
        "PLACE": _objects(block.place for block in blocks),
        "VERDICT": _objects(REFUSED if block.refused else ACCEPTED for block in blocks),
        "REFUSALS": _whole(_refusals(block) for block in blocks),
        "HINTS": _whole(len(block.reasons) - _refusals(block) for block in blocks),
        "WHOLE_M2": _areas(block.whole for block in blocks),
        "BAD_M2": _areas(block.unusable for block in blocks),
        "AREA_M2": _areas(block.sums.area for block in blocks),
        "NET_M2": _areas(block.sums.net for block in blocks),
        "PADDY_M2": _areas(block.sums.paddy for block in blocks),
        "GRADE": np.array([_float(two_decimals(block.sums.grade)) for block in blocks], dtype=np.float64),
        "CAP_KG": _whole(block.kilograms for block in blocks),
        "SLOPES": _objects(block.slopes for block in blocks),
        "RES_M2": _areas(block.sums.reserve for block in blocks),
        "WHY": _objects("" if text is None else text.said(say) for text in why),
    }


def block_shapes(result: Audit) -> np.ndarray:
    """object (n,): the shapes of the supplement blocks."""
    return result.run.inputs.footprints.geometry[[block.row for block in result.supplement]]


def reason_columns(result: Audit, say: Say = str) -> dict[str, np.ndarray]:
    """Field name → array (k,), a row for each block, reason and thing that lies there."""
    rows = listed_reasons(result)
    return {
        "PROJECT": _objects(project_name(block.project) for block, _ in rows),
        "PID": _objects(block.number for block, _ in rows),
        "REASON": _objects(reason.kind.value for _, reason in rows),
        "TITLE": _objects(reason_title(reason).said(say) for _, reason in rows),
        "DETAIL": _objects(_said(detail_text(result, reason), say) for _, reason in rows),
        "EFFECT": _objects(reason.effect.value for _, reason in rows),
        "AREA_M2": _areas(reason.area for _, reason in rows),
        "SAYS": _objects(reason_text(result, reason).said(say) for _, reason in rows),
    }


def reason_shapes(result: Audit) -> np.ndarray:
    """object (k,): the ground of each reason, its pieces as one polygon."""
    geometry, atom = result.run.atoms.geometry, result.run.leaves.atom
    shapes = np.empty(len(listed_reasons(result)), dtype=object)
    shapes[:] = [shapely.union_all(geometry[atom[reason.rows]]) for _, reason in listed_reasons(result)]
    return shapes


def listed_reasons(result: Audit) -> list[tuple[Block, BlockReason]]:
    """Every reason with its block, in the order of the table."""
    return [(block, reason) for block in result.supplement for reason in block.reasons]


def _said(text: Sentence | str, say: Say) -> str:
    return text.said(say) if isinstance(text, Sentence) else text


def _refusals(block: Block) -> int:
    return sum(reason.effect.value == "refuse" for reason in block.reasons)


def _yields(result: Audit) -> np.ndarray:
    """float64 (r,): kg a mu of farmland whose grade is known, NaN elsewhere."""
    yields, pieces = result.settings.yields, result.pieces
    found = np.full(len(pieces.block), np.nan)
    known: dict[tuple[float, bool], float] = {}
    if yields is not None:
        for row in np.flatnonzero(~np.isnan(pieces.grade)).tolist():
            key = (float(pieces.grade[row]), bool(pieces.paddy[row]))
            if key not in known:
                known[key] = float(yields.per_mu(Decimal(repr(key[0])), key[1]))
            found[row] = known[key]
    return found


def _objects(values: Iterable[object]) -> np.ndarray:
    listed = list(values)
    column = np.empty(len(listed), dtype=object)
    column[:] = listed
    return column


def _whole(values: Iterable[int]) -> np.ndarray:
    return np.array(list(values), dtype=np.int64)


def _areas(values: Iterable[object]) -> np.ndarray:
    return np.array([float(area.square_metres()) for area in values], dtype=np.float64)  # type: ignore[attr-defined]


def _float(value: object) -> float:
    return float("nan") if value is None else float(value)  # type: ignore[arg-type]
