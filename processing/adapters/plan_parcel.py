"""What the loaded plans have at a place of the map: the parcel of the plan, those of the base year below it, zones and lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.ellipsoid import GaussZone
from ...core.resources import read_facts, resource
from ...core.village.parcel_effect import Ground, Parcel, Zone
from ...core.village.profile import PLAN_CODE_LISTS, PlanRole
from ...core.village.structure import is_town_kind, is_town_mark
from .crs import gauss_zone
from .feature_reading import plain_of
from .plan_marks import LoadedPlan, PlanMark, loaded_plans
from .texts import text_of

LINES = (PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE, PlanRole.URBAN_BOUNDARY)
PARCELS = (PlanRole.PLAN, PlanRole.BASE)
_CODE = {PlanRole.PLAN: "GHDLBM", PlanRole.BASE: "JQDLBM"}
_AREA = {PlanRole.PLAN: "GHDLMJ", PlanRole.BASE: "TBMJ"}
_TOWN = {PlanRole.PLAN: "SSBJLX", PlanRole.BASE: "CZCSXM"}


@dataclass(frozen=True)
class GroundAt:
    """The ground at a place, in the system of `layer`, of which `feature` is the parcel (of `role`) that lies there."""

    plan: LoadedPlan
    role: PlanRole
    layer: QgsVectorLayer
    feature: QgsFeature
    ground: Ground
    zone: GaussZone


def ground_at(project: QgsProject, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> GroundAt | None:
    """What lies at a point of the map (in `crs`): of the plans loaded, the first that has a parcel of the plan there, else one of
    the base year; None where none has. Main thread. InputError where areas can't be measured in the layer's system."""
    plans = loaded_plans(project)
    for role in PARCELS:
        for plan in plans:
            layer = plan.layers.get(role)
            feature = _feature_at(layer, point, crs, project) if layer is not None else None
            if layer is not None and feature is not None:
                return _ground(project, plan, role, layer, feature)
    return None


def _feature_at(
    layer: QgsVectorLayer, point: QgsPointXY, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsFeature | None:
    """The feature whose ground holds the point; of several drawn over one another the last, which is seen."""
    try:
        here = QgsCoordinateTransform(crs, layer.crs(), project).transform(point)
    except QgsCsException:
        return None
    at = QgsGeometry.fromPointXY(here)
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(here, here))
    found = [each for each in layer.getFeatures(request) if each.geometry().intersects(at)]
    return found[-1] if found else None


def _ground(
    project: QgsProject, plan: LoadedPlan, role: PlanRole, layer: QgsVectorLayer, feature: QgsFeature
) -> GroundAt:
    zone = gauss_zone(layer.crs(), layer.name())
    near = _Near(project, layer, feature.geometry().boundingBox())
    mine = _parcel(feature, feature.geometry(), layer, plan.marks[role])
    base: list[Parcel] = []
    if role is PlanRole.BASE:
        base = [mine]
    elif PlanRole.BASE in plan.layers:
        below, mark = plan.layers[PlanRole.BASE], plan.marks[PlanRole.BASE]
        base = [_parcel(each, shape, below, mark) for each, shape in near.features(below)]
    zones: list[Zone] = []
    if PlanRole.CONTROL in plan.layers:
        zones = list(_zones(near, plan.layers[PlanRole.CONTROL], plan.marks[PlanRole.CONTROL]))
    lines = {
        line: [_shape(shape) for _, shape in near.features(plan.layers[line])] for line in LINES if line in plan.layers
    }
    ground = Ground(mine if role is PlanRole.PLAN else None, base, zones, lines)
    return GroundAt(plan, role, layer, feature, ground, zone)


class _Near:
    """Features of any layer whose boxes touch a box of one layer, in the system of that layer."""

    def __init__(self, project: QgsProject, layer: QgsVectorLayer, box: QgsRectangle) -> None:
        self._project, self._layer, self._box = project, layer, box

    def features(self, other: QgsVectorLayer) -> Iterator[tuple[QgsFeature, QgsGeometry]]:
        """Feature and its shape as the layer of the box has it; where systems have nothing in common, none."""
        there = QgsCoordinateTransform(self._layer.crs(), other.crs(), self._project)
        back = QgsCoordinateTransform(other.crs(), self._layer.crs(), self._project)
        try:
            request = QgsFeatureRequest().setFilterRect(there.transformBoundingBox(self._box))
            for feature in other.getFeatures(request):
                shape = feature.geometry()
                if not back.isShortCircuited():
                    shape.transform(back)
                if not shape.isNull() and not shape.isEmpty():
                    yield feature, shape
        except QgsCsException:
            return


def _parcel(feature: QgsFeature, shape: QgsGeometry, layer: QgsVectorLayer, mark: PlanMark) -> Parcel:
    role = mark.role
    fields = {**{name: name for name in (_TOWN[role],) if name in layer.fields().names()}, **mark.fields}
    area = _plain(feature, fields, _AREA[role])
    kind = _text(feature, fields, _TOWN[role])
    return Parcel(
        _shape(shape),
        _text(feature, fields, "BSM"),
        _text(feature, fields, _CODE[role]),
        is_town_kind(kind) if role is PlanRole.PLAN else is_town_mark(kind),
        _number(area),
    )


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


def _zones(near: _Near, layer: QgsVectorLayer, mark: PlanMark) -> Iterator[Zone]:
    names = {row.needed("code"): row.needed("name") for row in _control_codes()}
    for feature, shape in near.features(layer):
        code = _text(feature, mark.fields, "GKBJLXDM")
        yield Zone(_shape(shape), code, _text(feature, mark.fields, "GKBJLXMC") or names.get(code, ""))


def _control_codes() -> list:
    return read_facts(resource("codes", PLAN_CODE_LISTS["control"]), ("code", "name"))


def _shape(shape: QgsGeometry) -> shapely.Geometry:
    return shapely.force_2d(shapely.from_wkb(bytes(shape.asWkb())))


def _plain(feature: QgsFeature, fields: Mapping[str, str], name: str) -> Any:
    return plain_of(feature[fields[name]]) if name in fields else None


def _text(feature: QgsFeature, fields: Mapping[str, str], name: str) -> str:
    value = _plain(feature, fields, name)
    return "" if value is None else (text_of(value) or "").strip()
