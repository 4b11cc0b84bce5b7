"""Village plans as a map book needs them: what is drawn of each village, and its structure table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from ...core.columns import Columns
from ...core.ellipsoid import ellipsoid_areas
from ...core.errors import InputError
from ...core.sentence import Sentence, translate
from ...core.summary.printing import Printing
from ...core.survey.classes import load_code_table
from ...core.survey.schema import village_of
from ...core.village.areas import PlanAreas, Side, VillageOf, plan_areas
from ...core.village.profile import PlanRole
from ...core.village.sides import villages_of_border, villages_of_codes
from ...core.village.structure import structure_of
from ...core.village.structure_tables import PrintedStructure, printed_structure, structure_identities
from ...core.workbook import DisplayUnit
from .columns import read
from .crs import gauss_zone, measuring_plane, reproject
from .place_reading import PlaceSource, read_places
from .plan_areas import PlanSources, read_side
from .plan_sheets import CLASS_FIELDS, LINES, ZONE_FIELD, ZONE_NAME, MapLayer, VillageMaps
from .plan_styles import code_names

if TYPE_CHECKING:
    from .layer_source import LayerSource

_PRINTED = Printing(DisplayUnit.HECTARE, 2)
_DRAWN = (PlanRole.CONTROL, *LINES)


class MapReader:
    """Reads one plan after another into the plane of the first; `unknown` parcels with codes that no table has, `notices` what is
    to be told, `draft` where a sum does not hold."""

    def __init__(self, tolerance: Decimal, transforms: QgsCoordinateTransformContext) -> None:
        self.tolerance, self.transforms = tolerance, transforms
        self.plane = QgsCoordinateReferenceSystem()
        self.unknown = 0
        self.notices: list[Sentence] = []
        self.draft = False

    def villages(
        self, parcels: PlanSources, facilities: Mapping[PlanRole, PlaceSource], years: Sequence[str]
    ) -> list[VillageMaps]:
        """The villages of a plan by code. `years`: base and target year as people say them, '' for that of the parcels."""
        if not parcels.sources:
            template = translate("LandLedger", "{place}: the plan has no layer that can be drawn.")
            raise InputError(template, place=parcels.plan.name or "—")
        self._take_plane(next(iter(parcels.sources.values())))
        columns = {role: read(source) for role, source in parcels.sources.items()}
        sides = {role: read_side(columns[role], role, parcels) for role in CLASS_FIELDS if role in columns}
        border = villages_of_border(columns.get(PlanRole.VILLAGE))
        villages = border or villages_of_codes(next(iter(sides.values()))) if sides or border else [VillageOf("", "")]
        printed = self._printed(parcels, sides, villages)
        layers = {role: self._layer(columns[role], role, parcels) for role in columns}
        for role, source in facilities.items():
            found = read_places(source, self.plane, self.transforms)
            layers[role] = MapLayer(found.shape, dict(found.texts))
        year = years[0] or _year(columns.get(PlanRole.BASE))
        return [
            self._village(parcels, number, village, layers, sides, columns, printed, (year, years[1]), len(villages) == 1)
            for number, village in enumerate(villages)
        ]

    def _take_plane(self, source: LayerSource) -> None:
        if not self.plane.isValid():
            self.plane = measuring_plane(source.crs, source.features.sourceExtent())

    def _printed(
        self, parcels: PlanSources, sides: Mapping[PlanRole, Side], villages: Sequence[VillageOf]
    ) -> PrintedStructure | None:
        """The structure table of the plan, as printed; None without parcels of the plan."""
        plan = sides.get(PlanRole.PLAN, sides.get(PlanRole.BASE))
        if plan is None:
            return None
        base = sides.get(PlanRole.BASE, plan)
        table = load_code_table(parcels.plan.version)
        areas: PlanAreas = plan_areas(base, plan, villages, structure_of(parcels.plan.profile), table, self.tolerance)
        self.notices += areas.notices
        self.unknown += sum(areas.unknown.values())
        printed = printed_structure(areas, _PRINTED)
        self.draft |= not all(identity.ok for identity in structure_identities(printed))
        return printed

    def _layer(self, columns: Columns, role: PlanRole, parcels: PlanSources) -> MapLayer:
        """Shapes in the plane of the book, codes as texts, measured areas of zones and lines."""
        source = parcels.sources[role]
        there = ~(shapely.is_missing(columns.geometry) | shapely.is_empty(columns.geometry))
        columns = columns.take(there)
        area = np.empty(0)
        if role in _DRAWN:
            area = np.nan_to_num(ellipsoid_areas(columns.geometry, gauss_zone(source.crs, source.name)))
        moved = reproject(columns, source.crs, self.plane, self.transforms)
        code = CLASS_FIELDS.get(role, ZONE_FIELD if role is PlanRole.CONTROL else "")
        texts = {code: _texts(columns.attributes[code])} if code in columns.attributes else {}
        if role is PlanRole.CONTROL and not texts:
            template = translate("LandLedger", "{place}: layer “{title}” has no field of zones ({field}).")
            raise InputError(template, place=parcels.plan.name or "—", title=source.name, field=ZONE_FIELD)
        if role is PlanRole.CONTROL:
            names = code_names("control")
            texts[ZONE_NAME] = _texts(np.array([names.get(code, code) for code in texts[code]] + [None], dtype=object)[:-1])
        return MapLayer(moved.geometry, texts, area)

    def _village(
        self,
        parcels: PlanSources,
        number: int,
        village: VillageOf,
        layers: Mapping[PlanRole, MapLayer],
        sides: Mapping[PlanRole, Side],
        columns: Mapping[PlanRole, Columns],
        printed: PrintedStructure | None,
        years: tuple[str, str],
        alone: bool,
    ) -> VillageMaps:
        """What belongs to one village: its parcels by their codes, the rest by the ground it shares with the village."""
        own: dict[PlanRole, MapLayer] = {}
        for role, side in sides.items():
            there = ~(shapely.is_missing(columns[role].geometry) | shapely.is_empty(columns[role].geometry))
            mine = np.ones(int(there.sum()), dtype=bool) if alone else side.village[there] == village.code
            own[role] = layers[role].take(mine)
        ground = self._ground(columns.get(PlanRole.VILLAGE), layers.get(PlanRole.VILLAGE), village, own, layers, alone)
        for role, layer in layers.items():
            if role not in own and role is not PlanRole.VILLAGE:
                shapely.prepare(ground)
                own[role] = layer if alone else layer.take(shapely.intersects(ground, layer.shapes))
        plan = parcels.plan
        name = village.name or plan.name or village.code
        source = plan.name or "、".join(dict.fromkeys(each.name for each in parcels.sources.values()))
        return VillageMaps(
            name, own, ground, plan.profile, plan.version, printed, number, PlanRole.BASE in sides, years[0], years[1], source
        )

    def _ground(
        self,
        border: Columns | None,
        drawn: MapLayer | None,
        village: VillageOf,
        own: Mapping[PlanRole, MapLayer],
        layers: Mapping[PlanRole, MapLayer],
        alone: bool,
    ) -> shapely.Geometry:
        """The ground of a village: its border, else its parcels, else all that is drawn."""
        if border is not None and drawn is not None:
            there = ~(shapely.is_missing(border.geometry) | shapely.is_empty(border.geometry))
            codes = border.attributes.get("ZLDWDM", border.attributes.get("BSM"))
            mine = np.ones(int(there.sum()), dtype=bool)
            if codes is not None and not alone:
                mine = np.array([village_of(code) == village.code for code in codes[there].tolist()], dtype=bool)
            if mine.any():
                return shapely.union_all(shapely.make_valid(drawn.shapes[mine]))
        shapes = [layer.shapes for layer in (own or layers).values() if len(layer.shapes)]
        return shapely.union_all(shapely.make_valid(np.concatenate(shapes)))


def _texts(values: np.ndarray) -> np.ndarray:
    found = np.empty(len(values), dtype=object)
    found[:] = ["" if value is None else str(value).strip() for value in values.tolist()]
    return found


def _year(base: Columns | None) -> str:
    """The year that most parcels of the base year say, '' for none."""
    years = base.attributes.get("SJNF") if base is not None else None
    if years is None:
        return ""
    counts = Counter(str(int(year)) for year in years.tolist() if year is not None and year == year and str(year).strip())
    return counts.most_common(1)[0][0] if counts else ""
