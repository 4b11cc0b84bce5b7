"""Village plans as a comparison of projects needs them: parcels and zones near the footprints, each plan as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import shapely

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.occupation.overlay import VALUE
from ...core.progress import Progress, no_progress, part_of
from ...core.sentence import translate
from ...core.survey.classes import load_code_table
from ...core.village.areas import plan_areas
from ...core.village.fit.effect import PlaceSides
from ...core.village.fit.job import NUMBER, PLACE, ROW, PlanParcels, ZoneLayer
from ...core.village.profile import PlanRole
from ...core.village.sides import villages_of_border, villages_of_codes
from ...core.village.structure import Structure
from .columns import read
from .layer_source import LayerSource
from .plan_areas import PlanSources, read_side

LINES: Mapping[PlanRole, str] = {
    PlanRole.PRIME_FARMLAND: "0202", PlanRole.ECO_REDLINE: "0102", PlanRole.URBAN_BOUNDARY: "0400",
}  # fmt: skip
"""Layers all of whose ground is of one control zone."""

Near = Callable[[LayerSource, np.ndarray], np.ndarray]
"""float64 (m, 4): boxes of the run's plane in the plane of a source."""
Bring = Callable[[LayerSource, Columns], Columns]
"""Columns of a source in the run's plane."""


@dataclass(frozen=True)
class ReadFit:
    """What was read: the parcels near the footprints, the layers of zones, each plan as a whole."""

    parcels: PlanParcels
    zones: list[ZoneLayer]
    places: list[PlaceSides]


class FitReader:
    """Reads the plans of a run; `near` and `bring` belong to its plane."""

    def __init__(self, structure: Structure, tolerance: Decimal, near: Near, bring: Bring) -> None:
        self.structure, self.tolerance, self._near, self._bring = structure, tolerance, near, bring

    def read(self, plans: Sequence[PlanSources], boxes: np.ndarray, progress: Progress = no_progress) -> ReadFit:
        """Everything near `boxes` float64 (m, 4). InputError where a control layer has no field of zones."""
        parcels, places = [], []
        zones: dict[PlanRole, list[Columns]] = {}
        for number, plan in enumerate(plans):
            share = part_of(progress, number / len(plans), (number + 1) / len(plans))
            near, sides = self._place(plan, number, boxes)
            parcels.append(near)
            places.append(sides)
            share(0.6)
            for role in (PlanRole.CONTROL, *LINES):
                if role in plan.sources:
                    zones.setdefault(role, []).append(self._zone(plan, role, boxes))
            share(1.0)
        title = _title(plans[0], PlanRole.PLAN)
        versions = [plan.plan.version for plan in plans]
        layers = [
            ZoneLayer(_stacked(parts, _title(plans[0], role)), _title(plans[0], role), LINES.get(role, ""))
            for role, parts in zones.items()
        ]
        return ReadFit(PlanParcels(_stacked(parcels, title), title, versions), layers, places)

    def _place(self, plan: PlanSources, number: int, boxes: np.ndarray) -> tuple[Columns, PlaceSides]:
        """The parcels of a plan near the footprints, and the plan as a whole."""
        source = plan.sources[PlanRole.PLAN]
        whole = read(source)
        side = read_side(whole, PlanRole.PLAN, plan)
        base = read_side(read(plan.sources[PlanRole.BASE]), PlanRole.BASE, plan) if PlanRole.BASE in plan.sources else None
        border = read(plan.sources[PlanRole.VILLAGE]) if PlanRole.VILLAGE in plan.sources else None
        villages = villages_of_border(border) or villages_of_codes(side)
        table = load_code_table(plan.plan.version)
        areas = plan_areas(base or side, side, villages, self.structure, table, self.tolerance)
        rows = _rows_near(whole.geometry, self._near(source, boxes))
        near = self._bring(source, whole.take(rows))
        count = len(rows)
        attributes = {
            VALUE: near.attributes["GHDLBM"],
            PLACE: np.full(count, number, dtype=np.int64),
            ROW: rows,
            NUMBER: _numbers(near),
        }
        name = villages[0].name if len(villages) == 1 and villages[0].name else plan.plan.name
        return replace(near, attributes=attributes), PlaceSides(name, side, areas, base is not None)

    def _zone(self, plan: PlanSources, role: PlanRole, boxes: np.ndarray) -> Columns:
        source = plan.sources[role]
        found = self._bring(source, read(source, no_progress, self._near(source, boxes)))
        if role in LINES:
            return replace(found, attributes={})
        if "GKBJLXDM" not in found.attributes:
            template = translate("LandLedger", "{place}: layer “{title}” has no field of zones ({field}).")
            raise InputError(template, place=plan.plan.name or "—", title=source.name, field="GKBJLXDM")
        return replace(found, attributes={VALUE: found.attributes["GKBJLXDM"]})


def _rows_near(shapes: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """int64: the rows whose boxes meet one of `boxes`, and those without a shape, which are listed."""
    tree = shapely.STRtree(shapely.box(*boxes.T))
    there = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    met = tree.query(shapely.box(*shapely.bounds(shapes[there]).T))[0]
    return np.unique(np.concatenate([there[np.unique(met)], np.setdiff1d(np.arange(len(shapes)), there)])).astype(np.int64)


def _numbers(parcels: Columns) -> np.ndarray:
    """object (n,): what people call a parcel: its code or number, else its feature id."""
    found = np.array([*(str(number) for number in parcels.ids.tolist()), None], dtype=object)[:-1]
    for name in ("TBBH", "BSM"):
        written = parcels.attributes.get(name)
        if written is not None:
            there = np.array([value is not None and bool(str(value).strip()) for value in written.tolist()], dtype=bool)
            found[there] = written[there]
    return found


def _title(plan: PlanSources, role: PlanRole) -> str:
    declared = plan.plan.profile.layer(role)
    return declared.title if declared is not None else role.value


def _stacked(parts: Sequence[Columns], name: str) -> Columns:
    """The rows of several layers of one kind as one; all have the same attributes."""
    if len(parts) == 1:
        return replace(parts[0], name=name)
    attributes = {key: np.concatenate([part.attributes[key] for part in parts]) for key in parts[0].attributes}
    sources = "；".join(dict.fromkeys(part.source for part in parts if part.source))
    ids, geometry = (np.concatenate([getattr(part, key) for part in parts]) for key in ("ids", "geometry"))
    added = np.concatenate([part.added for part in parts])
    return Columns(name, ids, geometry, attributes, sources, parts[0].crs, added)
