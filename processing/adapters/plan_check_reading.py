"""The layers of a village plan read whole for its check: polygons, points of facilities, tables, each field by its standard name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
)

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.progress import Progress, part_of
from ...core.sentence import Sentence, translate
from ...core.survey.classes import load_code_table
from ...core.village.checks.model import CheckedLayer, CheckedPlan
from ...core.village.profile import PlanGeometry, PlanLayer, PlanRole
from .columns import file_and_table, layer_name, prepare_layer, read
from .crs import gauss_zone, require_same_crs, same_plane
from .feature_reading import plain_of, straight_wkb
from .lasting_source import LastingSource
from .layer_source import LayerSource
from .texts import number_of, text_of

if TYPE_CHECKING:
    from ..plan_algorithm import PlanInput

_ALSO_READ = {PlanRole.BASE: ("CZCSXM",)}
"""Fields that a profile may not list but checks can use."""


@dataclass(frozen=True)
class RowSource:
    """A layer of points or lines, or a table, ready to be read in another thread."""

    name: str
    file: str
    table: str
    crs: QgsCoordinateReferenceSystem
    features: LastingSource
    fields: Mapping[str, str]
    numbers: frozenset[str]
    shapes: bool

    @property
    def place(self) -> str:
        """File and layer in it, or ''."""
        return f"{self.file}|layername={self.table}" if self.file and self.table else self.file


@dataclass(frozen=True)
class CheckSources:
    """A plan ready to be read: its layers by role, and the kinds of their fields (standard name → text, number, integer)."""

    plan: PlanInput
    polygons: Mapping[PlanRole, LayerSource]
    others: Mapping[PlanRole, RowSource]
    kinds: Mapping[PlanRole, Mapping[str, str]]

    @property
    def places(self) -> list[str]:
        """Where the layers lie."""
        return [source.place for source in (*self.polygons.values(), *self.others.values())]

    @property
    def first(self) -> LayerSource:
        """The layer whose system is that of the plan."""
        return next(iter(self.polygons.values()))

    @property
    def notices(self) -> list[Sentence]:
        """What reading found."""
        return [notice for source in self.polygons.values() for notice in source.notices]


def prepare_check(plan: PlanInput, context: QgsProcessingContext) -> CheckSources:
    """Main thread only. InputError for a plan without any polygons, layers of several systems, damaged files."""
    polygons: dict[PlanRole, LayerSource] = {}
    others: dict[PlanRole, RowSource] = {}
    kinds: dict[PlanRole, Mapping[str, str]] = {}
    for declared in plan.profile.layers:
        layer = plan.layers.get(declared.role)
        if layer is None:
            continue
        fields = _fields(plan, declared, layer)
        numbers = frozenset(each.name for each in declared.fields if each.kind != "text" and each.name in fields)
        kinds[declared.role] = {name: _kind(layer, actual) for name, actual in fields.items()}
        if declared.geometry is PlanGeometry.POLYGON:
            polygons[declared.role] = prepare_layer(layer, context, fields, numbers, may_be_empty=True)
        else:
            others[declared.role] = _row_source(layer, fields, numbers, declared, context)
    if not polygons:
        template = translate("LandLedger", "{place}: the plan has no layer of polygons.")
        raise InputError(template, place=plan.name or "—")
    found = CheckSources(plan, polygons, others, kinds)
    require_same_crs(found.first, list(polygons.values())[1:], False)
    _require_same(found)
    return found


def _fields(plan: PlanInput, declared: PlanLayer, layer: QgsVectorLayer) -> dict[str, str]:
    """Standard name → the layer's."""
    names, found = layer.fields().names(), dict(plan.fields.get(declared.role, {}))
    return {**found, **{name: name for name in _ALSO_READ.get(declared.role, ()) if name not in found and name in names}}


def _kind(layer: QgsVectorLayer, actual: str) -> str:
    each = layer.fields().field(layer.fields().lookupField(actual))
    if not each.isNumeric():
        return "text"
    return "integer" if "int" in each.typeName().lower() else "number"


def _row_source(
    layer: QgsVectorLayer, fields: Mapping[str, str], numbers: frozenset[str], declared: PlanLayer, context: QgsProcessingContext
) -> RowSource:
    file, table = file_and_table(layer)
    shapes = declared.geometry is not PlanGeometry.NONE
    features = LastingSource.of(QgsProcessingFeatureSource(layer, context), layer)
    return RowSource(layer_name(layer), file, table, layer.crs(), features, fields, numbers, shapes)


def _require_same(sources: CheckSources) -> None:
    """Points have to lie in the system of the polygons."""
    for source in sources.others.values():
        if source.shapes and source.features.featureCount() and not same_plane(sources.first.crs, source.crs):
            template = translate("LandLedger", "Layer {layer} lies in another coordinate system than layer {other}.")
            raise InputError(template, layer=source.name, other=sources.first.name)


def read_check(
    sources: CheckSources, survey: Columns | None, progress: Progress
) -> CheckedPlan:
    """The plan read; safe in a worker thread. `survey`: the land survey, of which the plan keeps what is near its base year."""
    columns: dict[PlanRole, Columns] = {}
    total = len(sources.polygons) + len(sources.others)
    for role, source in sources.polygons.items():
        columns[role] = read(source, part_of(progress, len(columns) / total, (len(columns) + 1) / total), validity=True)
    for role, each in sources.others.items():
        columns[role] = _read_rows(each)
        progress(len(columns) / total)
    plan = sources.plan
    layers = {
        declared.role: CheckedLayer(declared, columns[declared.role], sources.kinds[declared.role])
        for declared in plan.profile.layers
        if declared.role in columns
    }
    zone = gauss_zone(sources.first.crs, sources.first.name)
    judged = plan.judgement
    table = load_code_table(plan.version or plan.profile.classes[-1])
    near = _near(survey, columns.get(PlanRole.BASE))
    return CheckedPlan(plan.name, plan.profile, layers, table, zone, judged.notice if judged is not None else None, near)


def _near(survey: Columns | None, base: Columns | None) -> Columns | None:
    """The parcels of the survey that may meet those of the base year."""
    if survey is None or base is None or not len(base):
        return survey
    boxes = shapely.bounds(base.geometry)
    boxes = boxes[~np.isnan(boxes).any(axis=1)]
    if not len(boxes):
        return survey.take(np.empty(0, dtype=np.int64))
    box = shapely.box(*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    return survey.take(np.sort(shapely.STRtree(survey.geometry).query(box)))


def boxes_of(sources: Iterable[CheckSources]) -> np.ndarray:
    """float64 (k, 4): where the parcels of the base years lie."""
    extents = [each.polygons[PlanRole.BASE].extent for each in sources if PlanRole.BASE in each.polygons]
    return np.array(
        [(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in extents], dtype=np.float64
    ).reshape(-1, 4)


def _read_rows(source: RowSource) -> Columns:
    """Points, lines or a table; a point of several is its first."""
    indices = {name: source.features.fields().lookupField(actual) for name, actual in source.fields.items()}
    request = QgsFeatureRequest()
    if not source.shapes:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    ids: list[int] = []
    shapes: list[bytes | None] = []
    rows: list[list[object]] = []
    features = source.features.getFeatures(request)
    try:
        for feature in features:
            ids.append(feature.id())
            shapes.append(straight_wkb(feature.geometry()) if source.shapes else None)
            values = feature.attributes()
            rows.append([plain_of(values[index]) for index in indices.values()])
    finally:
        features.close()
    attributes = {
        name: _column([row[place] for row in rows], name in source.numbers) for place, name in enumerate(indices)
    }
    geometry = shapely.from_wkb(np.array(shapes, dtype=object)) if rows else np.empty(0, dtype=object)
    return Columns(
        source.name, np.array(ids, dtype=np.int64), _first_points(geometry), attributes, source.file, source.crs.authid()
    )


def _first_points(shapes: np.ndarray) -> np.ndarray:
    """Points of several as their first; other shapes as they are."""
    several = shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOINT
    return np.where(several, shapely.get_geometry(shapes, 0), shapes) if len(shapes) else shapes


def _column(values: Sequence[object], number: bool) -> np.ndarray:
    if number:
        found = [np.nan if value is None else number_of(value) for value in values]
        return np.array([np.nan if value is None else value for value in found], dtype=np.float64)
    column = np.empty(len(values), dtype=object)
    column[:] = [None if value is None else text_of(value) for value in values]
    return column
