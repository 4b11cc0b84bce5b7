"""The parcels of a plan's base and target year, its villages and lines, read for the tables of areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

from ...core.columns import Columns
from ...core.ellipsoid import GaussZone, ellipsoid_areas
from ...core.errors import InputError
from ...core.progress import Progress, no_progress
from ...core.sentence import translate
from ...core.village.areas import Side, VillageOf
from ...core.village.indicators import Given
from ...core.village.profile import PlanRole
from ...core.village.sides import (
    CODE_FIELD,
    LINE_ZONES,
    ground_of,
    line_areas,
    side_of,
    villages_of_border,
    villages_of_codes,
)
from .columns import prepare_layer, read
from .crs import gauss_zone
from .feature_reading import plain_of
from .lasting_source import LastingSource
from .layer_source import LayerSource
from .texts import text_of

if TYPE_CHECKING:
    from ..plan_algorithm import PlanInput

LINES = frozenset((*LINE_ZONES, PlanRole.CONTROL))
_NUMBERS = frozenset(("TBMJ", "GHDLMJ", "JSMJ", "MJ", "SJNF"))
_READ = {
    PlanRole.BASE: ("BSM", "JQDLBM", "TBMJ", "ZLDWDM", "CZCSXM", "SJNF"),
    PlanRole.PLAN: ("BSM", "TBBH", "GHDLBM", "GHDLMJ", "SSBJLX"),
    PlanRole.VILLAGE: ("BSM", "ZLDWDM", "ZLDWMC", "JSMJ"),
    PlanRole.CONTROL: ("GKBJLXDM",),
}
@dataclass(frozen=True)
class PlanSources:
    """The layers of a plan ready to be read in another thread."""

    plan: PlanInput
    sources: Mapping[PlanRole, LayerSource]
    indicators: LastingSource | None = None

    def name(self, role: PlanRole) -> str:
        """What the layer of a role is called."""
        return self.sources[role].name if role in self.sources else ""


def prepare_plan(
    plan: PlanInput,
    context: QgsProcessingContext,
    *roles: PlanRole,
    needed: tuple[PlanRole, ...] = (PlanRole.BASE, PlanRole.PLAN),
) -> PlanSources:
    """The polygon layers of both years and of some roles, as far as the plan has them. Main thread.

    InputError where one that is `needed` is missing, or where one of both years has no class field.
    """
    for role in (PlanRole.BASE, PlanRole.PLAN):
        if role not in needed and role not in plan.layers:
            continue
        declared = plan.profile.layer(role)
        title = declared.title if declared is not None else role.value
        if role not in plan.layers:
            template = translate("LandLedger", "{place}: the plan has no layer “{title}”.")
            raise InputError(template, place=plan.name or "—", title=title)
        if CODE_FIELD[role] not in plan.fields[role]:
            template = translate("LandLedger", "{place}: layer “{title}” has no field of classes ({field}).")
            raise InputError(template, place=plan.name or "—", title=title, field=CODE_FIELD[role])
    sources = {}
    for role in (PlanRole.BASE, PlanRole.PLAN, *roles):
        layer = plan.layers.get(role)
        if layer is None:
            continue
        wanted = _READ.get(role, ())
        fields = {name: actual for name, actual in plan.fields.get(role, {}).items() if name in wanted}
        fields |= _known_fields(layer, wanted, fields)
        sources[role] = prepare_layer(layer, context, fields, _NUMBERS & set(fields))
    table = plan.layers.get(PlanRole.INDICATORS)
    features = None if table is None else LastingSource.of(QgsProcessingFeatureSource(table, context), table)
    return PlanSources(plan, sources, features)


def _known_fields(layer: QgsVectorLayer, wanted: tuple[str, ...], found: Mapping[str, str]) -> dict[str, str]:
    """Fields that a profile may not list but tables can use (CZCSXM)."""
    names = layer.fields().names()
    return {name: name for name in wanted if name not in found and name in names}


@dataclass(frozen=True)
class ReadPlan:
    """What the tables need: the parcels of both years, the villages, and the ground of lines by role."""

    base: Side
    plan: Side
    villages: list[VillageOf]
    given: Given


def read_plan(
    sources: PlanSources,
    measured: bool,
    people: tuple[Decimal | None, Decimal | None] = (None, None),
    progress: Progress = no_progress,
) -> ReadPlan:
    """Everything read and measured where areas are wanted from shapes (`measured`) or missing."""
    columns = {}
    for number, (role, source) in enumerate(sources.sources.items()):
        columns[role] = read(source)
        progress((number + 1) / (len(sources.sources) + 1))
    villages = villages_of_border(columns.get(PlanRole.VILLAGE))
    sides = [read_side(columns[role], role, sources, measured) for role in (PlanRole.BASE, PlanRole.PLAN)]
    border = ground_of(columns.get(PlanRole.VILLAGE))
    layers = line_areas(columns, border, _zone(sources, PlanRole.PLAN)) if LINES & set(columns) else {}
    progress(1.0)
    found = villages or villages_of_codes(sides[0])
    return ReadPlan(sides[0], sides[1], found, Given(people, layers, _delivered_indicators(sources)))


def read_side(columns: Columns, role: PlanRole, sources: PlanSources, measured: bool = False) -> Side:
    """The parcels of one year; measured where the layer has no area, or all of them where asked."""
    layer = f"{sources.plan.name} {columns.name}".strip()
    return side_of(columns, role, layer, lambda shapes: ellipsoid_areas(shapes, _zone(sources, role)), measured)


def _zone(sources: PlanSources, role: PlanRole) -> GaussZone:
    source = sources.sources[role]
    return gauss_zone(source.crs, source.name)


def _delivered_indicators(sources: PlanSources) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """The plan's own table of indicators (GHZBB): title → base and target year. InputError for what is no number."""
    table, fields = sources.indicators, sources.plan.fields.get(PlanRole.INDICATORS, {})
    if table is None or "ZBMC" not in fields:
        return {}
    found = {}
    features = table.getFeatures(QgsFeatureRequest())
    try:
        for feature in features:
            title = plain_of(feature[fields["ZBMC"]])
            if title is None:
                continue
            values = [_decimal(feature, fields.get(name), table.name, str(title)) for name in ("XZJQN", "GHMBN")]
            found[str(title).strip()] = (values[0], values[1])
    finally:
        features.close()
    return found


def _decimal(feature: QgsFeature, field: str | None, layer: str, title: str) -> Decimal | None:
    value = plain_of(feature[field]) if field else None
    if value is None or value == "":
        return None
    try:
        return Decimal(repr(value) if isinstance(value, float) else text_of(value) or "")
    except ArithmeticError:
        template = translate("LandLedger", "Layer {layer}, {title}: “{value}” in the field {field} is no number.")
        raise InputError(template, layer=layer, title=title, value=value, field=field) from None
