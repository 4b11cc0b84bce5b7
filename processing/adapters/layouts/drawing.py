"""A sheet as a QGIS layout of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

from ....core.resources import resource
from .items import add_label, put
from .legends import LegendPen
from .paper import Box, Paper, Places, Size, places_on
from .scales import bar_length, round_scale, said_scale
from .sheets import Sheet, SheetTable
from .tables import TITLE_HEIGHT, TablePen
from .texts import MM_A_POINT, shortened, text_format, text_width, wrapped
from .words import word

_ARROW = (12.0, 16.8)
_TITLE_POINTS, _LEAST_TITLE = 22.0, 12.0
_LEGEND_SHARE = 0.5
"""So much of the panel is the legend's at most where there are tables."""


@dataclass(frozen=True)
class Drawn:
    """A page made: its layout, its map (None on a page of tables), the scale, the rows of tables that found no room."""

    layout: QgsPrintLayout
    map: QgsLayoutItemMap | None
    scale: int
    left: Sequence[SheetTable]


def draw_sheet(project: QgsProject, paper: Paper, family: str, sheet: Sheet, number: int) -> Drawn:
    """The page of a sheet, by its number from 1; whoever takes the layout deletes it, in this thread."""
    layout, places = _page(project, paper), places_on(paper)
    _frame_page(layout, places, paper, family, number)
    _titles(layout, places, paper, family, sheet.title, sheet.subtitle, sheet.warning)
    scale, extent = map_extent(sheet.extent, places.map)
    shown = _map(layout, places.map, sheet, extent, paper)
    arrow = _arrow(layout, places.map, extent, sheet.ground, paper)
    shown.addLabelBlockingItem(arrow)
    left = _panel(layout, places, paper, family, sheet)
    _scale_bar(layout, places, shown, scale, paper, family)
    _notes(layout, places, paper, family, sheet.notes)
    return Drawn(layout, shown, scale, left)


def draw_tables(
    project: QgsProject, paper: Paper, family: str, sheet: Sheet, tables: Sequence[SheetTable], number: int
) -> Drawn:
    """A page of tables that found no room on the sheet's own, side by side in columns."""
    layout, places = _page(project, paper), places_on(paper)
    _frame_page(layout, places, paper, family, number)
    _titles(layout, places, paper, family, word("continued", title=sheet.title), sheet.subtitle, sheet.warning)
    _notes(layout, places, paper, family, sheet.notes)
    pen, across = TablePen(layout, family, paper.factor), 3 if paper.landscape else 2
    gap = 6 * paper.factor
    width = (places.page.width - gap * (across - 1)) / across
    waiting = list(tables)
    for column in range(across):
        box = Box(places.page.x + column * (width + gap), places.page.y, width, places.page.height)
        waiting = _stack(pen, waiting, box)
    return Drawn(layout, None, 0, waiting)


def map_extent(wanted: QgsRectangle, frame: Box) -> tuple[int, QgsRectangle]:
    """The round scale at which `wanted` (metres) fits the frame, and what the frame shows at it, round the same middle."""
    scale = round_scale(wanted.width(), wanted.height(), frame.width, frame.height)
    width, height = frame.width * scale / 1000.0, frame.height * scale / 1000.0
    return scale, QgsRectangle.fromCenterAndSize(wanted.center(), width, height)


def fitting_paper(size: Size, wanted: QgsRectangle) -> Paper:
    """The paper lying or upright, whichever shows `wanted` larger; lying where both are alike."""
    return min((Paper(size), Paper(size, False)), key=lambda paper: map_extent(wanted, places_on(paper).map)[0])


def _page(project: QgsProject, paper: Paper) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(paper.width, paper.height, millimetres))
    return layout


def _frame_page(layout: QgsPrintLayout, places: Places, paper: Paper, family: str, number: int) -> None:
    shape = QgsLayoutItemShape(layout)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(
        QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": "#1a1a1a", "outline_width": f"{0.6 * paper.factor:g}", "joinstyle": "miter"}
        )
    )
    layout.addLayoutItem(shape)
    put(shape, places.border)
    foot = Box(0, places.border.y + places.border.height, paper.width, paper.height - places.border.y - places.border.height)
    add_label(layout, word("page", number=number), foot, text_format(family, 8.0 * paper.factor, colour="#303030"), "c")


def _titles(
    layout: QgsPrintLayout, places: Places, paper: Paper, family: str, title: str, subtitle: str, warning: str
) -> None:
    points, room = _TITLE_POINTS * paper.factor, places.title.width * (0.98 if not warning else 0.66)
    while text_width(title, points) > room and points > _LEAST_TITLE * paper.factor:
        points -= 0.5 * paper.factor
    add_label(layout, shortened(title, points, places.title.width), places.title, text_format(family, points, True), "c")
    if subtitle:
        small = 11.0 * paper.factor
        text = shortened(subtitle, small, places.subtitle.width)
        add_label(layout, text, places.subtitle, text_format(family, small, colour="#404040"), "c")
    if warning:
        small = 9.5 * paper.factor
        text = wrapped(warning, small, places.warning.width)
        look = text_format(family, small, True, "#c00000")
        add_label(layout, text, places.warning, look, "l", top=True)


def _map(
    layout: QgsPrintLayout, frame: Box, sheet: Sheet, extent: QgsRectangle, paper: Paper
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    put(item, frame)
    item.setLayers(list(sheet.layers))
    item.setKeepLayerSet(True)
    item.setExtent(extent)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3 * paper.factor))
    item.setBackgroundColor(QColor("#ffffff"))
    return item


def _arrow(
    layout: QgsPrintLayout, frame: Box, extent: QgsRectangle, ground: shapely.Geometry | None, paper: Paper
) -> QgsLayoutItemPicture:
    width, height, space = _ARROW[0] * paper.factor, _ARROW[1] * paper.factor, 4 * paper.factor
    right, bottom = frame.x + frame.width - space - width, frame.y + frame.height - space - height
    left, top = frame.x + space, frame.y + space
    corners = [Box(x, y, width, height) for x, y in ((right, top), (left, top), (right, bottom), (left, bottom))]
    box = min(corners, key=lambda corner: _covered(corner, frame, extent, ground))
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(str(resource("layouts", "north_arrow.svg")))
    layout.addLayoutItem(arrow)
    put(arrow, box)
    return arrow


def _covered(corner: Box, frame: Box, extent: QgsRectangle, ground: shapely.Geometry | None) -> float:
    """How much ground would lie under the arrow there."""
    if ground is None:
        return 0.0
    metres = extent.width() / frame.width
    west = extent.xMinimum() + (corner.x - frame.x) * metres
    north = extent.yMaximum() - (corner.y - frame.y) * metres
    south, east = north - corner.height * metres, west + corner.width * metres
    return float(shapely.area(shapely.clip_by_rect(ground, west, south, east, north)))


def _panel(
    layout: QgsPrintLayout, places: Places, paper: Paper, family: str, sheet: Sheet
) -> list[SheetTable]:
    pen, panel, gap = TablePen(layout, family, paper.factor), places.panel, 4 * paper.factor
    if not places.stacked:
        width = panel.width * 0.42 if sheet.tables else panel.width
        _legend(layout, sheet, Box(panel.x, panel.y, width, panel.height), paper, family)
        rest = Box(panel.x + width + gap, panel.y, panel.width - width - gap, panel.height)
        return _stack(pen, sheet.tables, rest)
    used = _legend(layout, sheet, panel, paper, family, pen)
    return _stack(pen, sheet.tables, panel.below(used + gap))


def _legend(
    layout: QgsPrintLayout, sheet: Sheet, box: Box, paper: Paper, family: str, pen: TablePen | None = None
) -> float:
    """Draw the legend, with a `pen` so large that the tables below it still have all their rows if that can be; its height."""
    most = box if pen is None or not sheet.tables else Box(box.x, box.y, box.width, box.height * _LEGEND_SHARE)
    for layers in (sheet.legend, sheet.short_legend):
        legend = LegendPen(layout, layers, family, paper.factor)
        sizes = list(legend.sizes(box)) if layers else []
        if pen is not None:
            whole = [size for size in sizes if _all_fit(pen, sheet.tables, box.below(size.height + 4 * paper.factor))]
            sizes = whole or [size for size in sizes if size.height <= most.height]
        if sizes:
            legend.draw(box, sizes[0])
            return sizes[0].height
    return 0.0


def _all_fit(pen: TablePen, tables: Sequence[SheetTable], box: Box) -> bool:
    """Whether tables one below the other have all their rows in a box."""
    for table in tables:
        points, count = pen.fitting(table, box)
        if count < len(table.rows):
            return False
        box = box.below(pen.height(table, box.width, points) + 4 * pen.factor)
    return True


def _stack(pen: TablePen, tables: Sequence[SheetTable], box: Box) -> list[SheetTable]:
    """Draw tables below one another; what found no room."""
    waiting = list(tables)
    while waiting:
        table = waiting[0]
        if box.height < TITLE_HEIGHT * pen.factor * 2.5:
            break
        points, count = pen.fitting(table, box)
        if count == 0 and table.rows:
            break
        rest = pen.draw(table, box, points, count)
        if rest is not None:
            waiting[0] = rest
            break
        waiting.pop(0)
        box = box.below(pen.height(table, box.width, points) + 4 * pen.factor)
    return waiting


def _scale_bar(
    layout: QgsPrintLayout, places: Places, shown: QgsLayoutItemMap, scale: int, paper: Paper, family: str
) -> None:
    points = 8.5 * paper.factor
    length = bar_length(scale, places.bar.width * 0.72)
    far = length * 4 >= 2000.0
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(shown)
    units = QgsUnitTypes.DistanceUnit
    bar.setUnits(units.DistanceKilometers if far else units.DistanceMeters)
    bar.setUnitLabel(word("kilometres" if far else "metres"))
    bar.setMapUnitsPerScaleBarUnit(1.0)
    bar.setNumberOfSegments(4)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(length / 1000.0 if far else length)
    bar.setHeight(1.8 * paper.factor)
    bar.setBoxContentSpace(1.0 * paper.factor)
    bar.setTextFormat(text_format(family, points))
    bar.setBackgroundEnabled(False)
    layout.addLayoutItem(bar)
    put(bar, places.bar.inside(1.0 * paper.factor))
    bar.update()
    look = text_format(family, 11.0 * paper.factor, True)
    add_label(layout, word("scale", scale=said_scale(scale)), places.scale, look, "l")


def _notes(layout: QgsPrintLayout, places: Places, paper: Paper, family: str, notes: Sequence[str]) -> None:
    points = 8.0 * paper.factor
    lines = [line for note in notes if note for line in wrapped(note, points, places.notes.width).split("\n")]
    room = int(places.notes.height / (points * MM_A_POINT * 1.3))
    if len(lines) > room:
        points *= room / len(lines) if len(lines) < 2 * room else 0.55
    add_label(layout, "\n".join(lines), places.notes, text_format(family, points, colour="#303030"), "r")
