"""Areas of a village plan by row of the structure table, exact in 0.01 m²: base year and plan both make up the registered area.

The registered area of a village (JSMJ of its border) is shared out to its parcels by the largest remainder, once for the base year
and once for the plan; so both have the same total whatever was drawn, and the changes sum up to nothing. What was moved is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ..area import Area, AreaUnit
from ..errors import FootingError, InputError
from ..rounding import largest_remainder, units_half_up
from ..sentence import Sentence, sentence, translate
from ..survey.classes import CodeTable, clean_code
from .structure import Structure, row_of_classes

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE


@dataclass(frozen=True)
class Side:
    """Parcels of the base year or of the plan, arrays (n,): `codes` object, `town` bool, `area` float64 m² (NaN for none),
    `village` object (12 digits or '')."""

    layer: str
    ids: np.ndarray
    codes: np.ndarray
    town: np.ndarray
    area: np.ndarray
    village: np.ndarray


@dataclass(frozen=True)
class VillageOf:
    """A village: code, name, registered area in 0.01 m² (None where the border has none)."""

    code: str
    name: str
    registered: int | None = None


@dataclass(frozen=True)
class PlanAreas:
    """Areas in 0.01 m²: `base`, `plan` int64 (villages, rows + 1), the last column what no row has; `masters` int64 (villages,)
    what each village has to make up; `drawn` int64 (2, villages) what the parcels summed up to before; `unknown`: (layer, code)
    → parcels, of codes that the class table does not have."""

    structure: Structure
    villages: Sequence[VillageOf]
    base: np.ndarray
    plan: np.ndarray
    masters: np.ndarray
    drawn: np.ndarray
    unknown: Mapping[tuple[str, str], int] = field(default_factory=dict)
    notices: Sequence[Sentence] = ()

    def of(self, side: np.ndarray, rows: Sequence[int]) -> Area:
        """The area of some rows in all villages."""
        return Area.from_units(int(side[:, list(rows)].sum()), UNIT)


def plan_areas(
    base: Side, plan: Side, villages: Sequence[VillageOf], structure: Structure, table: CodeTable, tolerance: Decimal
) -> PlanAreas:
    """The areas by village and row. `tolerance` m²: a larger difference between parcels and registered area is told.

    InputError for a parcel without an area, or of a village that has no border while others have one.
    """
    known = {village.code: number for number, village in enumerate(villages)}
    cells, drawn, masters, notices = [], [], None, []
    for side in (base, plan):
        _require_areas(side)
        own = _village_of(side, known)
        raw = np.bincount(own, weights=side.area, minlength=len(villages))
        drawn.append(units_half_up(raw, UNIT))
        if masters is None:
            masters = np.array(
                [village.registered if village.registered is not None else int(drawn[0][number])
                 for number, village in enumerate(villages)],
                dtype=np.int64,
            )  # fmt: skip
        notices += _differences(side, drawn[-1], masters, villages, tolerance)
        cells.append(_cells(side, own, masters, raw, structure, table))
    unknown = _unknown(base, table) | _unknown(plan, table)
    if masters is None:
        raise FootingError(translate("LandLedger", "The printed areas do not sum up to the rounded total."))
    found = PlanAreas(structure, villages, cells[0], cells[1], masters, np.array(drawn), unknown, notices)
    for side_cells in cells:
        filled = side_cells.sum(axis=1)
        if not np.array_equal(filled[filled > 0], masters[filled > 0]):
            raise FootingError(translate("LandLedger", "The areas by class do not sum up to the parcels."))
    return found


def together(found: Sequence[PlanAreas]) -> PlanAreas:
    """Several plans of one structure as one, village after village."""
    unknown: dict[tuple[str, str], int] = {}
    for each in found:
        unknown.update(each.unknown)
    return PlanAreas(
        found[0].structure,
        [village for each in found for village in each.villages],
        np.vstack([each.base for each in found]),
        np.vstack([each.plan for each in found]),
        np.concatenate([each.masters for each in found]),
        np.hstack([each.drawn for each in found]),
        unknown,
        [notice for each in found for notice in each.notices],
    )


def _require_areas(side: Side) -> None:
    bad = np.flatnonzero(~np.isfinite(side.area) | (side.area < 0))
    if len(bad):
        template = translate("LandLedger", "Layer {layer}, feature {feature}: the area is missing or negative.")
        raise InputError(template, layer=side.layer, feature=int(side.ids[bad[0]]))
    if not len(side.area):
        raise InputError(translate("LandLedger", "Layer {layer} has no features."), layer=side.layer)


def parcel_units(side: Side, villages: Sequence[VillageOf], masters: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int64 (n,): the village of each parcel, and what it has of the village's area in 0.01 m²; `masters` as in PlanAreas."""
    own = _village_of(side, {village.code: number for number, village in enumerate(villages)})
    raw = np.bincount(own, weights=side.area, minlength=len(villages))
    return own, largest_remainder(side.area, own, np.where(raw > 0, masters, 0))


def _village_of(side: Side, known: Mapping[str, int]) -> np.ndarray:
    """int64 (n,): the village of each parcel; all of them where there is only one."""
    if len(known) == 1:
        return np.zeros(len(side.area), dtype=np.int64)
    places = np.array([known.get(str(code), -1) for code in side.village.tolist()], dtype=np.int64)
    strange = np.flatnonzero(places < 0)
    if len(strange):
        template = translate("LandLedger", "Layer {layer}, feature {feature}: no village border has the code {code}.")
        raise InputError(
            template, layer=side.layer, feature=int(side.ids[strange[0]]), code=str(side.village[strange[0]]) or "—"
        )
    return places


def _cells(
    side: Side, own: np.ndarray, masters: np.ndarray, raw: np.ndarray, structure: Structure, table: CodeTable
) -> np.ndarray:
    """int64 (villages, rows + 1): the registered areas shared out to the parcels, summed up by row."""
    row = row_of_classes(structure, table, side.codes, side.town)
    # A village without parcels on this side has nothing to share out to.
    wanted = np.where(raw > 0, masters, 0)
    units = largest_remainder(side.area, own, wanted)
    cells = np.zeros((len(masters), len(structure.rows) + 1), dtype=np.int64)
    np.add.at(cells, (own, row), units)
    return cells


def _unknown(side: Side, table: CodeTable) -> dict[tuple[str, str], int]:
    """(Layer, code) → parcels, of codes that the table does not have."""
    counts = Counter(clean_code(code) for code in side.codes.tolist())
    return {(side.layer, code): count for code, count in counts.items() if not table.known(code)}


def _differences(
    side: Side, drawn: np.ndarray, masters: np.ndarray, villages: Sequence[VillageOf], tolerance: Decimal
) -> list[Sentence]:
    told = []
    for number, village in enumerate(villages):
        difference = Decimal(int(drawn[number]) - int(masters[number])).scaleb(-2)
        if abs(difference) > tolerance:
            template = translate(
                "LandLedger",
                "{village}: the parcels of {layer} make up {drawn} m², the registered area is {registered} m² ({difference} m²); "
                "it was shared out to them.",
            )
            told.append(
                sentence(
                    template,
                    village=village.name or village.code or "—",
                    layer=side.layer,
                    drawn=Area.from_units(int(drawn[number]), UNIT).square_metres(),
                    registered=Area.from_units(int(masters[number]), UNIT).square_metres(),
                    difference=f"{difference:+f}",
                )
            )
    return told
