"""The units on the map in the colours of their teams: a layer of the window's own, in memory; the users' layers are not touched.

Its style holds no expression: QGIS copies expressions while it draws, in a thread of its own, and one whose layer is removed or
given another style meanwhile takes QGIS with it. What differs from unit to unit stands in fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.service.assignment.problem import NOBODY
from ..core.service.colours import PALETTE
from ..processing.compat import FieldKind, field

if TYPE_CHECKING:
    from ..core.service.scenario import Scenario

OWN = "LandLedger/serviceAreas"
"""Marks the layer: one that came back with a project is nobody's and goes."""
MARK = QColor(200, 0, 90)
FLASH_FROM, FLASH_TO = QColor(255, 0, 0, 255), QColor(255, 235, 0, 60)
AROUND_ONE, AROUND_SEVERAL = 4.0, 1.5
"""How much wider than the units the ground is that is shown: one unit wants its neighbours around it."""
SMALLEST = 200.0
"""Metres of ground that are shown at least."""
ALL_AROUND = 1.08
MANY = 300
"""Of more units names are shown only from this scale on."""
NAMES_FROM = 150_000
BY_TOWN = 100_000
"""Added to the place of a team in TEAM_NO where a village takes it from its town."""
PALE = 0.55
"""How much white is in the colour of a team where a village takes it from its town."""
_TEAM, _PINNED, _WIDTH, _EDGE = range(4)
_FREE_EDGE, _PINNED_EDGE = (0.15, "#5a5a5a"), (0.9, "#000000")


def colour_of(number: int) -> QColor:
    """The colour with a number from 1."""
    return QColor(PALETTE[(number - 1) % len(PALETTE)])


class ServiceMap(QObject):
    """Shows one scenario; `gone` says that somebody took the layer off the project."""

    gone = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.layer: QgsVectorLayer | None = None
        self._ids = np.empty(0, dtype=np.int64)
        self._cells = np.empty(0, dtype=object)
        self._places = np.empty(0, dtype=object)
        self._tree: shapely.STRtree | None = None
        self._plane = QgsCoordinateReferenceSystem()
        self.marked = np.empty(0, dtype=np.int64)
        self._band: QgsRubberBand | None = None
        if canvas is not None:
            self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            self._band.setStrokeColor(MARK)
            self._band.setFillColor(MARK)
            self._band.setBrushStyle(Qt.BrushStyle.DiagCrossPattern)
            self._band.setWidth(2)
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(self._layers_go)

    # ------------------------------------------------------------------------------------------------------- the layer

    def take_ground(self, cells: np.ndarray, plane: QgsCoordinateReferenceSystem) -> None:
        """The ground of the units, object (n,) in `plane`."""
        self._cells, self._plane = cells, plane
        self._places = shapely.point_on_surface(cells)
        self._tree = shapely.STRtree(self._places)
        self._ground = shapely.STRtree(cells)

    def show(self, scenario: Scenario, colours: np.ndarray, units: str = "") -> None:
        """A new layer with the scenario, right above the layer of the `units` (its id), so that bases stay visible."""
        self.remove()
        layer = QgsVectorLayer("MultiPolygon?index=yes", self.tr("Planner service areas"), "memory")
        layer.setCrs(self._plane)
        layer.dataProvider().addAttributes(
            [
                field("TEAM_NO", FieldKind.INTEGER), field("PINNED", FieldKind.INTEGER), field("EDGE_WIDTH", FieldKind.NUMBER, 9, 2),
                field("EDGE", FieldKind.TEXT, 7), field("UNIT", FieldKind.TEXT, 20), field("UNIT_NAME", FieldKind.TEXT, 120),
            ]
        )  # fmt: skip
        layer.updateFields()
        self._ids = self._add_units(layer, scenario)
        layer.setCustomProperty(OWN, 1)
        layer.setReadOnly(True)
        self._label(layer, len(self._cells) > MANY)
        self.layer = layer
        self.restyle(scenario, colours)
        project = QgsProject.instance()
        project.addMapLayer(layer, False)
        node = project.layerTreeRoot().findLayer(units)
        group = node.parent() if node is not None else project.layerTreeRoot()
        group.insertLayer(group.children().index(node) if node is not None else 0, layer).setExpanded(False)
        self.keep_quiet(not scenario.dirty)

    def _add_units(self, layer: QgsVectorLayer, scenario: Scenario) -> np.ndarray:
        units = scenario.scene.units
        looks = _looks(scenario, np.arange(len(units)))
        features = []
        for row, wkb in enumerate(shapely.to_wkb(_polygonal(self._cells)).tolist()):
            feature = QgsFeature()
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            feature.setGeometry(geometry)
            feature.setAttributes([*looks[row], str(units.code[row]), str(units.name[row])])
            features.append(feature)
        _, added = layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return np.array([feature.id() for feature in added], dtype=np.int64)

    def _label(self, layer: QgsVectorLayer, many: bool) -> None:
        settings = QgsPalLayerSettings()
        settings.fieldName = "UNIT_NAME"
        settings.placement = QgsPalLayerSettings.Placement.Horizontal
        text, halo = QgsTextFormat(), QgsTextBufferSettings()
        text.setSize(8)
        halo.setEnabled(True)
        halo.setSize(0.7)
        text.setBuffer(halo)
        settings.setFormat(text)
        settings.scaleVisibility = many
        settings.minimumScale, settings.maximumScale = float(NAMES_FROM), 1.0
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)

    def restyle(self, scenario: Scenario, colours: np.ndarray) -> None:
        """Teams in these colours (int (m,) from 1), paler and hatched where villages take them from their towns; nobody's units
        white and hatched."""
        if not self.shown:
            return
        self._stop_drawing()
        teams = scenario.scene.teams
        kinds = [
            QgsRendererCategory(place, _filled(colour_of(int(colours[place]))), str(teams.name[place]))
            for place in range(len(teams))
        ]
        for place in np.unique(scenario.towns.team_of[scenario.towns.team_of != NOBODY]).tolist():
            name = self.tr("{team} (by the town)").format(team=teams.name[place])
            kinds.append(QgsRendererCategory(place + BY_TOWN, _taken(colour_of(int(colours[place]))), name))
        kinds.append(QgsRendererCategory(NOBODY, _hatched(), self.tr("served by nobody")))
        self.layer.setRenderer(QgsCategorizedSymbolRenderer("TEAM_NO", kinds))
        self.layer.triggerRepaint()

    def refresh(self, scenario: Scenario, rows: np.ndarray) -> None:
        """Some units have another team or another pin now."""
        if not self.shown:
            return
        self._stop_drawing()
        changes = {
            identifier: dict(zip((_TEAM, _PINNED, _WIDTH, _EDGE), looks))
            for identifier, looks in zip(self._ids[rows].tolist(), _looks(scenario, rows))
        }
        self.layer.dataProvider().changeAttributeValues(changes)
        self.layer.triggerRepaint()

    def _stop_drawing(self) -> None:
        """What is being drawn ends here: a picture that is finished after a change, but was begun before it, would be kept
        as the picture of the layer, and the map would show what was until something else moves it."""
        if self._canvas is not None:
            self._canvas.stopRendering()

    def keep_quiet(self, quiet: bool) -> None:
        """Whether QGIS may close without asking: not while something is unsaved."""
        if self.shown:
            self.layer.setCustomProperty("skipMemoryLayersCheck", int(quiet))

    @property
    def shown(self) -> bool:
        """Whether the layer is there."""
        return self.layer is not None and not sip.isdeleted(self.layer)

    def remove(self) -> None:
        """Take the layer off the project."""
        self.mark(np.empty(0, dtype=np.int64))
        layer, self.layer = self.layer, None
        if layer is not None and not sip.isdeleted(layer) and QgsProject.instance().mapLayer(layer.id()) is not None:
            QgsProject.instance().removeMapLayer(layer.id())

    def shut(self) -> None:
        """For good."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
        QgsProject.instance().layersWillBeRemoved["QStringList"].disconnect(self._layers_go)
        self.remove()

    def _layers_go(self, ids: Sequence[str]) -> None:
        if self.shown and self.layer.id() in ids:
            self.layer = None
            self.gone.emit()

    # ------------------------------------------------------------------------------------------------------- the ground

    def at(self, x: float, y: float) -> int:
        """The unit at a point of the map, −1 for none."""
        found = self._in_plane(QgsGeometry.fromWkt(f"POINT({x!r} {y!r})"))
        if found is None or self._tree is None:
            return NOBODY
        rows = self._ground.query(found, predicate="intersects")
        return int(rows.min()) if len(rows) else NOBODY

    def within(self, outline: QgsGeometry) -> np.ndarray:
        """int64 (k,): the units with a point of theirs inside an outline in the system of the map."""
        found = self._in_plane(outline)
        if found is None or self._tree is None:
            return np.empty(0, dtype=np.int64)
        return np.sort(self._tree.query(shapely.make_valid(found), predicate="intersects")).astype(np.int64)

    def _in_plane(self, geometry: QgsGeometry) -> shapely.Geometry | None:
        turned = QgsGeometry(geometry)
        try:
            turned.transform(self._transform(False))
        except QgsCsException:
            return None
        return shapely.from_wkb(bytes(turned.asWkb()))

    def _transform(self, to_map: bool) -> QgsCoordinateTransform:
        seen = self._canvas.mapSettings().destinationCrs() if self._canvas is not None else QgsProject.instance().crs()
        ends = (self._plane, seen) if to_map else (seen, self._plane)
        return QgsCoordinateTransform(*ends, QgsProject.instance())

    def zoom_to(self, rows: np.ndarray, around: float = 0.0, flash: bool = True) -> None:
        """Show units with ground `around` them (1: none, 0: as much as suits them), and flash them."""
        if self._canvas is None or not len(rows):
            return
        west, south, east, north = shapely.total_bounds(self._cells[rows])
        ground = QgsRectangle(west, south, east, north)
        if max(ground.width(), ground.height()) < SMALLEST:
            ground.grow(SMALLEST / 2)
        try:
            seen = self._transform(True).transformBoundingBox(ground)
        except QgsCsException:
            return
        seen.scale(around or (AROUND_ONE if len(rows) == 1 else AROUND_SEVERAL))
        self._canvas.setExtent(seen)
        self._canvas.refresh()
        if flash and self.shown:
            self._canvas.flashFeatureIds(self.layer, self._ids[rows].tolist(), FLASH_FROM, FLASH_TO, 3, 400)

    def mark(self, rows: np.ndarray) -> None:
        """Units selected, hatched over the map: QGIS's own yellow is the colour of a team."""
        self.marked = rows
        if self._band is None:
            return
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        if len(rows):
            ground = QgsGeometry()
            polygons = shapely.get_parts(shapely.get_parts(_polygonal(self._cells[rows])))
            ground.fromWkb(shapely.to_wkb(shapely.multipolygons(polygons)))
            self._band.setToGeometry(ground, self._plane)


def remove_leftovers() -> None:
    """A layer of this window that was saved with a project comes back without its units: it goes."""
    project = QgsProject.instance()
    left = [layer.id() for layer in project.mapLayers().values() if layer.customProperty(OWN) and not _has_units(layer)]
    project.removeMapLayers(left)


def _has_units(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.featureCount() > 0


def _polygonal(cells: np.ndarray) -> np.ndarray:
    """The polygons of each cell."""
    mixed = shapely.get_type_id(cells) == 7
    if not mixed.any():
        return cells
    cells = cells.copy()
    for row in np.flatnonzero(mixed).tolist():
        cells[row] = shapely.union_all([part for part in shapely.get_parts(cells[row]) if part.area > 0])
    return cells


def _looks(scenario: Scenario, rows: np.ndarray) -> list[tuple[int, int, float, str]]:
    """TEAM_NO, PINNED, EDGE_WIDTH and EDGE of units; pinned ones have a thick black border."""
    shown = np.where(scenario.inherited[rows], scenario.lead[rows] + BY_TOWN, scenario.team_of[rows])
    pinned = scenario.pinned[rows].astype(int).tolist()
    return [(team, pin, *(_PINNED_EDGE if pin else _FREE_EDGE)) for team, pin in zip(shown.tolist(), pinned)]


def _filled(colour: QColor) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple({"color": colour.name()})
    _outline(symbol.symbolLayer(0))
    return symbol


def pale(colour: QColor) -> QColor:
    """A colour with white in it."""
    return QColor(*(round(part + (255 - part) * PALE) for part in (colour.red(), colour.green(), colour.blue())))


def _taken(colour: QColor) -> QgsFillSymbol:
    """The team's colour, paler, under lines of it: served, but by the town's team."""
    symbol = _filled(pale(colour))
    lines = QgsSimpleFillSymbolLayer(colour, Qt.BrushStyle.FDiagPattern, QColor(0, 0, 0), Qt.PenStyle.NoPen)
    symbol.appendSymbolLayer(lines)
    return symbol


def _hatched() -> QgsFillSymbol:
    """White ground under grey lines: what no team has a colour for."""
    symbol = QgsFillSymbol.createSimple({"color": "255,255,255,230"})
    _outline(symbol.symbolLayer(0))
    lines = QgsSimpleFillSymbolLayer(QColor(120, 120, 120), Qt.BrushStyle.BDiagPattern, QColor(0, 0, 0), Qt.PenStyle.NoPen)
    symbol.appendSymbolLayer(lines)
    return symbol


def _outline(fill: QgsSimpleFillSymbolLayer) -> None:
    """Width and colour of the border are what fields say."""
    fill.setStrokeColor(QColor(_FREE_EDGE[1]))
    fill.setStrokeWidth(_FREE_EDGE[0])
    for key, name in (
        (QgsSymbolLayer.Property.PropertyStrokeWidth, "EDGE_WIDTH"), (QgsSymbolLayer.Property.PropertyStrokeColor, "EDGE")
    ):  # fmt: skip
        fill.setDataDefinedProperty(key, QgsProperty.fromField(name))
