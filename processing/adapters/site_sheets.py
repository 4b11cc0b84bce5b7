"""A choice of sites as a sheet of a map: sites coloured by rank over faint layers of the vetoes and rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from qgis.core import (
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...core.columns import Columns
from ...core.service.colours import PALETTE
from ...core.service.sites.model import Choice, Ranked
from ...core.service.sites.report import SCORE_KEYS, veto_text
from ...core.workbook import FilledTable
from .layouts.drawing import map_extent
from .layouts.layers import extent_of, map_layer
from .layouts.paper import Paper, places_on
from .layouts.sheets import Sheet, SheetTable
from .layouts.symbols import drawn_as, drawn_by, fill, hatch, line, marker, tint, unseen
from .layouts.texts import text_format, text_width, wrapped
from .layouts.words import word

RANKS = ("#253494", "#2c7fb8", "#41b6c4", "#a1dab4", "#ffffcc")
"""Dark to light: YlGnBu of ColorBrewer, which colour-blind people can order."""
VETOED, UNSCORED = "#d55e00", "#808080"
_OF_VETOES = (3, 2, 0, 4, 1, 7, 5)
"""Places in the palette, in the order of the usual vetoes: yellow for farmland, green for redlines, blue for rivers …"""
_LINES = (("#8c6d4f", "dash"), ("#8f8f8f", "solid"), ("#7a0177", "dot"), ("#5f7f5f", "dash dot"))
_MARKS = ("square", "triangle", "diamond", "pentagon", "circle", "star", "hexagon")
_MARK_COLOURS = ("#7f7f7f", "#a67c45", "#6b8e6b", "#95689a")
_WHITE = 0.62
_RANK_KEYS = ("RANK", "SITE", *SCORE_KEYS.values(), "S", "ADV")
_LEFT = ("SITE", "VETO")
_LEAST_SIDE = 400.0
"""Metres of a map at least: one small site alone would have nothing around it."""
_LEAST_MARK = 3.6
"""Millimetres: a site that is smaller on paper has a mark over it."""
_POINTS, _LABEL_ROOM = 9.0, 46.0
_ALL_NAMED = 60
"""Of more sites those names are left out that find no room; the table has all."""


@dataclass(frozen=True)
class SiteWording:
    """What stands round the map: title, source, system, drawn on, what is warned of in red."""

    title: str
    source: str
    crs: str
    drawn: str
    warning: str


class SiteSheets:
    """The sheet of a choice. `names` are those of the layers by the key of a veto or rule; `rasters` how many were used."""

    def __init__(self, project: QgsProject, choice: Choice, paper: Paper, family: str, wording: SiteWording, rasters: int) -> None:
        self.project, self.choice, self.paper, self.family, self.wording = project, choice, paper, family, wording
        self._rasters = rasters
        shapes = choice.sites.shapes
        self._scale, self._shown = map_extent(wanted_extent(shapes), places_on(paper).map)
        self._groups = rank_groups(choice)

    def sheet(self, ranks: FilledTable) -> Sheet:
        """Map, legend, the table of ranks, and that of the sites without one."""
        ground = self._ground()
        (sites, explained), captions = self._sites(), self._captions()
        tables = [self._rank_table(ranks), self._left_table()]
        notes = [word("source", source=self.wording.source), word("crs", crs=self.wording.crs), word("date", date=self.wording.drawn)]
        shapes = self.choice.sites.shapes
        return Sheet(
            name=word("site_map"),
            title=self.wording.title,
            subtitle=word("site_counts", **self._counts()),
            layers=[*captions, *sites, *ground],
            extent=wanted_extent(shapes),
            legend=[*explained, *ground],
            short_legend=explained,
            tables=[table for table in tables if table is not None],
            notes=[*([word("site_rasters")] if self._rasters else []), *notes],
            warning=self.wording.warning,
            ground=shapely.union_all(shapely.envelope(shapes)),
        )

    def _counts(self) -> dict[str, int]:
        ranked = self.choice.ranked
        return {
            "count": len(ranked), "ranked": len(self.choice.in_order), "vetoed": sum(each.vetoed for each in ranked),
        }  # fmt: skip

    # ------------------------------------------------------------------------------------------------------- the sites

    def _sites(self) -> tuple[list[QgsVectorLayer], list[QgsVectorLayer]]:
        """Sites by rank, those too small to be seen with marks above them; and the layer of these that the legend explains."""
        shapes = self.choice.sites.shapes
        area = shapely.get_dimensions(shapes) == 2
        bounds = shapely.bounds(shapes)
        wide = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) * 1000.0 / self._scale
        least = _LEAST_MARK * self.paper.factor**0.6
        marked, drawn = np.flatnonzero(~area | (wide < least)), np.flatnonzero(area)
        layers, explained = [], []
        if len(drawn):
            layers.append(self._by_rank("MultiPolygon", shapes[drawn], drawn, self._area))
            explained = layers[:1]
        if len(marked):
            points = np.where(area[marked], shapely.point_on_surface(shapes[marked]), shapes[marked])
            layers.insert(0, self._by_rank("Point", points, marked, self._mark))
            explained = layers[:1] if len(marked) == len(shapes) or not explained else explained
        return layers, explained

    def _by_rank(self, kind: str, shapes: np.ndarray, rows: np.ndarray, symbol: object) -> QgsVectorLayer:
        groups = np.array([self._groups.of_site[row] for row in rows.tolist()], dtype=np.int64)
        layer = map_layer(self.project, kind, word("site_sites"), shapes, {"GROUP": groups})
        there = sorted(set(groups.tolist()))
        return drawn_by(layer, "GROUP", [(group, symbol(group), self._groups.labels[group]) for group in there])  # type: ignore[operator]

    def _area(self, group: int) -> QgsSymbol:
        width = 0.35 * self.paper.factor**0.5
        if group == self._groups.vetoed:
            return hatch(VETOED, VETOED, width, 1.3 * self.paper.factor**0.5, 45.0, "#ffffff")
        if group == self._groups.unscored:
            return fill("#ffffff", UNSCORED, width)
        return fill(self._groups.colours[group], "#1a1a1a", width)

    def _mark(self, group: int) -> QgsSymbol:
        size = _LEAST_MARK * self.paper.factor**0.6
        if group == self._groups.vetoed:
            return marker("cross2", VETOED, size, VETOED, 0.6)
        colour = "#ffffff" if group == self._groups.unscored else self._groups.colours[group]
        return marker("circle", colour, size, "#1a1a1a", 0.3)

    def _captions(self) -> list[QgsVectorLayer]:
        """Rank and name of each site, of a vetoed one the reason: in those that have room, else beside. Of many sites those
        that would cross others are left out."""
        sites, points = self.choice.sites, _POINTS * self.paper.factor**0.75
        room = _LABEL_ROOM * self.paper.factor**0.75
        texts = np.empty(len(sites), dtype=object)
        texts[:] = ["\n".join(wrapped(line, points, room) for line in self._caption(each)) for each in self.choice.ranked]
        centres = shapely.point_on_surface(sites.shapes)
        bounds = shapely.bounds(sites.shapes)
        away = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) * 500.0 / self._scale
        away = np.maximum(away, _LEAST_MARK * self.paper.factor**0.6 / 2) + 1.2
        vetoed = np.array([each.vetoed for each in self.choice.ranked], dtype=np.int64)
        columns = {"TEXT": texts, "AWAY": away, "VETOED": vetoed}
        always = len(sites) <= _ALL_NAMED
        wide = np.minimum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) * 1000.0 / self._scale
        inside = np.array([size >= max(text_width(line, points) for line in text.split("\n")) for size, text in zip(wide, texts)])
        made = []
        for rows, kind, shapes in ((inside, "MultiPolygon", sites.shapes), (~inside, "Point", centres)):
            if rows.any():
                layer = map_layer(self.project, kind, "", shapes[rows], {key: values[rows] for key, values in columns.items()})
                made.append(captioned(layer, self.family, points, always, kind == "MultiPolygon"))
        return made

    def _caption(self, each: Ranked) -> list[str]:
        name = self.choice.sites.names[each.site]
        if each.rank is not None:
            return [word("site_ranked", rank=each.rank, name=name)]
        if not each.vetoed:
            return [name, word("site_unscored")]
        reasons = "、".join(result.veto.name for result in self.choice.hits.get(each.site, ()))
        return [name, word("site_vetoed_label", reasons=reasons)]

    # ----------------------------------------------------------------------------------------------- layers beneath

    def _ground(self) -> list[QgsVectorLayer]:
        """The layers of vetoes and rules, faint, the small above the large."""
        areas, lines, points = [], [], []
        drawn: set[tuple[str, object]] = set()
        for number, veto in enumerate(self.choice.job.vetoes):
            for columns in self.choice.given.layers.get(veto.key, ()):
                name = columns.name if not veto.width else word("site_wider", name=columns.name, width=f"{veto.width.normalize():f}")
                shapes = self._near(columns.geometry, float(veto.width or 0))
                drawn.add((columns.name, id(columns)))
                if len(shapes):
                    areas.append(self._veto_ground(name, shapes, number))
        for item in self.choice.job.items:
            for columns in self.choice.given.layers.get(item.key, ()):
                if (columns.name, id(columns)) in drawn:
                    continue
                drawn.add((columns.name, id(columns)))
                made = self._served(columns, len(lines), len(points))
                for layer, group in zip(made, (areas, lines, points)):
                    group += [layer] if layer is not None else []
        return [*points, *lines, *areas]

    def _near(self, shapes: np.ndarray, width: float = 0.0) -> np.ndarray:
        """The shapes that the map shows, wider by metres."""
        shown = self._shown
        box = shapely.box(shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum())
        there = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
        there = there[shapely.intersects(there, shapely.buffer(box, width) if width else box)]
        return np.asarray(shapely.buffer(there, width) if width else there, dtype=object)

    def _veto_ground(self, name: str, shapes: np.ndarray, number: int) -> QgsVectorLayer:
        colour = PALETTE[_OF_VETOES[number % len(_OF_VETOES)]]
        layer = map_layer(self.project, "MultiPolygon", name, shapes, {})
        return drawn_as(layer, fill(tint(colour, _WHITE), tint(colour, 0.2), 0.15))

    def _served(self, columns: Columns, lines: int, points: int) -> tuple[QgsVectorLayer | None, ...]:
        """Areas, lines and points of a layer that a rule measures to."""
        shapes = self._near(columns.geometry)
        dimension = shapely.get_dimensions(shapes)
        factor = self.paper.factor**0.5
        colour, style = _LINES[lines % len(_LINES)]
        mark = marker(_MARKS[points % len(_MARKS)], _MARK_COLOURS[points % len(_MARK_COLOURS)], 2.2 * factor, "#ffffff", 0.15)
        symbols = (fill("#eeeeee", "#b0b0b0", 0.15), line(colour, 0.4 * factor, style), mark)
        kinds = (("MultiPolygon", 2), ("MultiLineString", 1), ("MultiPoint", 0))
        made = []
        for symbol, (kind, size) in zip(symbols, kinds):
            of_kind = shapes[dimension == size]
            made.append(drawn_as(map_layer(self.project, kind, columns.name, of_kind, {}), symbol) if len(of_kind) else None)
        return tuple(made)

    # ------------------------------------------------------------------------------------------------------- tables

    def _rank_table(self, ranks: FilledTable) -> SheetTable | None:
        """The ranked sites, the best first, each with its colour."""
        if not ranks.rows:
            return None
        rows, keys = self._cells(ranks, _RANK_KEYS, list(ranks.rows))
        swatches = [self._groups.colours[self._groups.of_site[each.site]] for each in self.choice.in_order]
        pale = [tint(colour, 0.45) for colour in swatches]
        titles = {column.key: column.title for column in ranks.layout.columns}
        best = frozenset(place for place, each in enumerate(self.choice.in_order) if each.advice is not None and each.advice.name == "BEST")
        aligns = "".join("l" if key == "SITE" else "c" if key in ("RANK", "ADV") else "r" for key in keys)
        return SheetTable(word("site_table"), [titles[key] for key in keys], rows, self._widths(ranks, keys), aligns, best, pale)

    def _left_table(self) -> SheetTable | None:
        """The sites without a rank, and why: the ground of each veto, or that a score is missing."""
        left = [each for each in self.choice.ranked if each.rank is None]
        if not left:
            return None
        rows = [
            [self.choice.sites.names[each.site], veto_text(self.choice, each.site) if each.vetoed else word("site_unscored")]
            for each in left
        ]
        return SheetTable(word("site_left"), [word("site_head_site"), word("site_head_why")], rows, (24.0, 40.0), "ll")

    def _cells(self, table: FilledTable, wanted: Sequence[str], rows: Sequence) -> tuple[list[list[str]], list[str]]:
        """Texts of the columns that a bureau's own layout kept."""
        kept = {column.key for column in table.layout.columns}
        keys = [key for key in wanted if key in kept]
        return [["" if row.values.get(key) is None else f"{row.values[key]}" for key in keys] for row in rows], keys

    def _widths(self, table: FilledTable, keys: Sequence[str]) -> list[float]:
        widths: Mapping[str, float | None] = {column.key: column.width for column in table.layout.columns}
        return [widths[key] or 10.0 for key in keys]


@dataclass(frozen=True)
class RankGroups:
    """Sites in groups by rank: `of_site` the group of each, `labels` and `colours` by group; the last two are those that are
    vetoed and those without a score."""

    of_site: Sequence[int]
    labels: Mapping[int, str]
    colours: Mapping[int, str]
    vetoed: int
    unscored: int


def rank_groups(choice: Choice) -> RankGroups:
    """At most five groups of ranks, about equally large; equal ranks are never parted."""
    ranks = sorted({each.rank for each in choice.in_order if each.rank is not None})
    parts = [part.tolist() for part in np.array_split(np.array(ranks, dtype=np.int64), min(len(RANKS), len(ranks)) or 1) if len(part)]
    group_of = {rank: group for group, part in enumerate(parts) for rank in part}
    vetoed, unscored = len(parts), len(parts) + 1
    labels = {
        group: word("site_rank", rank=part[0]) if len(part) == 1 else word("site_rank_span", first=part[0], last=part[-1])
        for group, part in enumerate(parts)
    }
    labels |= {vetoed: word("site_vetoed"), unscored: word("site_unscored")}
    colours = dict(zip(range(len(parts)), RANKS)) | {vetoed: VETOED, unscored: UNSCORED}
    of_site = [
        group_of[each.rank] if each.rank is not None else vetoed if each.vetoed else unscored for each in choice.ranked
    ]
    return RankGroups(of_site, labels, colours, vetoed, unscored)


def wanted_extent(shapes: np.ndarray) -> QgsRectangle:
    """The sites with a margin for their names, and never less than some hundred metres."""
    found = extent_of(shapes)
    side = max(found.width(), found.height())
    found.grow(max(0.06 * side, (_LEAST_SIDE - side) / 2, 0.0))
    return found


def captioned(layer: QgsVectorLayer, family: str, points: float, always: bool, inside: bool) -> QgsVectorLayer:
    """The features of `layer`, unseen, with their TEXT: of areas `inside`, of points as near as there is room, AWAY mm from the
    middle at least; red where VETOED. `always`: also where they cross others."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "TEXT"
    settings.setFormat(text_format(family, points, True, "#111111", 0.07 * points))
    placements = QgsPalLayerSettings.Placement
    settings.placement = placements.Horizontal if inside else placements.OrderedPositionsAroundPoint
    settings.displayAll = always
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.wrapChar = "\n"
    settings.priority = 10
    defined = settings.dataDefinedProperties()
    if not inside:
        defined.setProperty(QgsPalLayerSettings.Property.LabelDistance, QgsProperty.fromField("AWAY"))
    colour = QgsProperty.fromExpression("if(\"VETOED\" = 1, '#a03000', '#111111')")
    defined.setProperty(QgsPalLayerSettings.Property.Color, colour)
    settings.setDataDefinedProperties(defined)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return unseen(layer)
