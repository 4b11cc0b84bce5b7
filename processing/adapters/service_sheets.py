"""A scene of service areas as sheets of a map book: one overview, one page a team."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import shapely
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer

from ...core.rounding import half_up
from ...core.service.coverage.places import NOBODY
from ...core.service.service_map.report import square_kilometres, unit_rows
from ...core.service.service_map.scene import Scene
from ...core.service.teams import Role
from ...core.workbook import FilledTable, Layout, RowKind
from .layouts.area_labels import area_labels
from .layouts.drawing import map_extent
from .layouts.layers import extent_of, map_layer
from .layouts.paper import Paper, places_on
from .layouts.sheets import Sheet, SheetMaker, SheetTable
from .layouts.symbols import drawn_as, drawn_by, fill, hatch, kept_clear, labelled, marker, outline, tint, unseen
from .layouts.texts import MM_A_POINT, text_format
from .layouts.words import word

_AREA_TINT, _OTHER_TINT = 0.45, 0.82
_GREY, _DARK = "#6b6b6b", "#222222"
_VISIT_STEPS = (1, 2, 5, 10, 20, 50)
_OVERVIEW = ("SEQ", "NAME", "LEAD", "N", "AREA", "POP", "LOAD", "VISITS")
_PAGE = ("NAME", "TOWN", "AREA", "POP", "VISITS")
_COUNTS = {"l": ("NAME", "LEAD", "TOWN", "TEAM_NAME"), "c": ("SEQ",)}
_TEAM_POINTS, _BASE = 10.5, 4.2
_FONT_UNIT, _LEAST_UNIT, _LETTERS = 8.0, 5.0, 4.5


@dataclass(frozen=True)
class Wording:
    """What stands round the maps: name of the place, title ('' for the usual one), source, system, drawn on, what is
    warned of in red."""

    name: str
    title: str
    source: str
    crs: str
    drawn: str
    warning: str


class ServiceSheets:
    """The sheets of a scene, made one after another; `borders` (k,) are other areas whose outlines are drawn."""

    def __init__(
        self, project: QgsProject, scene: Scene, paper: Paper, family: str, wording: Wording, borders: np.ndarray | None = None
    ) -> None:
        self.project, self.scene, self.paper, self.family, self.wording = project, scene, paper, family, wording
        self.unit_layer, self.team_layer = "", ""
        self.unit_rows: dict[int, int] = {}
        self.team_rows: dict[int, int] = {}
        self._borders = borders

    def makers(self, pages: bool, statistics: FilledTable, units: Layout) -> list[SheetMaker]:
        """The overview, and the page of each team that has units."""
        made: list[SheetMaker] = [lambda: self._overview(statistics)]
        return made + [self._maker(team, units) for team in self.scene.shown] if pages else made

    def _maker(self, team: int, layout: Layout) -> Callable[[], Sheet]:
        return lambda: self._page(team, layout)

    @property
    def title(self) -> str:
        """The title of the book."""
        if self.wording.title:
            return self.wording.title
        key = {Role.RESPONSIBLE: "service_role_responsible", Role.VILLAGE: "service_role_village"}
        return word(key[self.scene.role] if self.scene.role else "service_title", name=self.wording.name)

    # ---------------------------------------------------------------------------------------------------- overview

    def _overview(self, statistics: FilledTable) -> Sheet:
        scene = self.scene
        extent = extent_of(scene.ground)
        scale, _ = map_extent(extent, places_on(self.paper).map)
        areas = self._team_areas(scene.shown, _AREA_TINT)
        names = self._team_names(scene.shown, scale)
        borders = self._unit_borders(np.arange(len(scene.units)), scale)
        self._remember(borders, names)
        hatched = self._uncovered(np.flatnonzero(scene.uncovered))
        doubled = self._doubled(np.flatnonzero(scene.doubled))
        edges = self._team_edges(scene.shown)
        other = self._other_borders()
        bases = self._bases(range(len(scene.teams)))
        visits = self._visits(np.arange(len(scene.units)))
        marks = [layer for layer in (hatched, doubled, borders, edges, other, bases, visits) if layer is not None]
        stacked = [names, bases, visits, edges, other, borders, doubled, hatched, areas]
        return Sheet(
            name=word("service_overview"),
            title=self.title,
            subtitle=self._subtitle(),
            layers=[layer for layer in stacked if layer is not None],
            extent=extent,
            legend=[areas, *marks],
            short_legend=marks,
            tables=[self._statistics(statistics)],
            notes=self._notes(),
            warning=self.wording.warning,
            ground=_ground(scene.ground),
        )

    def _remember(self, borders: QgsVectorLayer, names: QgsVectorLayer) -> None:
        """Which unit or team a label of the overview belongs to."""
        self.unit_layer, self.team_layer = borders.id(), names.id()
        self.unit_rows = {feature.id(): int(feature["ROW"]) for feature in borders.getFeatures()}
        self.team_rows = {feature.id(): int(feature["TEAM"]) for feature in names.getFeatures()}

    def _subtitle(self) -> str:
        scenario = self.scene.inputs.scenario
        parts = [word("service_scenario", scenario=scenario)] if scenario else []
        return "\u3000".join([*parts, word("service_as_of", date=self.scene.job.day.isoformat())])

    def _notes(self) -> list[str]:
        wording = self.wording
        notes = [word("source", source=wording.source), word("crs", crs=wording.crs), word("date", date=wording.drawn)]
        return [word("service_cells"), *notes] if self.scene.from_points else notes

    def _statistics(self, statistics: FilledTable) -> SheetTable:
        scene, layout = self.scene, statistics.layout
        keys = [key for key in _OVERVIEW if _shown(scene, key) and layout_has(layout, key)]
        rows, swatches, bold = [], [], set()
        for number, row in enumerate(statistics.rows):
            total = row.kind is not RowKind.DATA
            values = dict(row.values)
            if total:
                values.update({"LOAD": None, "SEQ": None})
                values["NAME"] = next((text for text in row.values.values() if isinstance(text, str)), "")
                bold.add(number)
            rows.append([_printed(key, values.get(key)) for key in keys])
            team = number if number < len(scene.teams) and not total else NOBODY
            swatches.append(tint(scene.colour_of(team), _AREA_TINT) if team in set(scene.shown) else "")
        return _table(word("service_statistics"), layout, keys, rows, frozenset(bold), swatches)

    # ------------------------------------------------------------------------------------------------------ a team

    def _page(self, team: int, layout: Layout) -> Sheet:
        scene = self.scene
        own = np.array(unit_rows(scene, team), dtype=np.int64)
        extent = extent_of(scene.ground[own])
        scale, shown = map_extent(extent, places_on(self.paper).map)
        near = self._near(shown, own)
        others = [other for other in scene.shown if other != team and _meets(scene.area[other], shown)]
        area = self._one_area(team)
        around = self._neighbours(others)
        faint = self._faint_borders(near)
        hatched = self._uncovered(near[scene.uncovered[near]])
        doubled = self._doubled(own[scene.doubled[own]])
        units = self._unit_borders(own, scale)
        edge = self._team_edges([team], 0.8)
        other = self._other_borders()
        bases = self._bases([team])
        visits = self._visits(own)
        stacked = [bases, visits, edge, units, other, doubled, area, around, hatched, faint]
        legend = [area, around, hatched, doubled, units, edge, other, bases, visits]
        return Sheet(
            name=str(scene.teams.name[team]),
            title=word("service_page", title=self.title, team=scene.teams.name[team]),
            subtitle=self._team_line(team, own),
            layers=[layer for layer in stacked if layer is not None],
            extent=extent,
            legend=[layer for layer in legend if layer is not None],
            tables=[self._unit_table(own, layout)],
            notes=[self._subtitle(), *self._notes()],
            warning=self.wording.warning,
            ground=_ground(np.concatenate([scene.ground[own], scene.ground[near]])),
        )

    def _near(self, shown: QgsRectangle, own: np.ndarray) -> np.ndarray:
        """Units of others that the map shows."""
        box = shapely.box(shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum())
        return np.setdiff1d(np.flatnonzero(shapely.intersects(self.scene.ground, box)), own)

    def _team_line(self, team: int, own: np.ndarray) -> str:
        scene = self.scene
        parts = [word("service_lead", lead=scene.teams.lead[team])] if scene.teams.lead[team] else []
        parts.append(word("service_count", count=f"{len(own):,}"))
        parts.append(word("service_area", area=f"{square_kilometres(scene.hectares[own].sum()):,}"))
        if scene.people is not None:
            parts.append(word("service_people", people=f"{int(scene.people[own].sum()):,}"))
        return "\u3000".join(parts)

    def _unit_table(self, own: np.ndarray, layout: Layout) -> SheetTable:
        scene, units = self.scene, self.scene.units
        keys = [key for key in _PAGE if _shown(scene, key) and layout_has(layout, key)]
        columns: dict[str, list] = {
            "NAME": [units.name[row] or units.code[row] for row in own.tolist()],
            "TOWN": units.town[own].tolist(),
            "AREA": [square_kilometres(hectares) for hectares in scene.hectares[own].tolist()],
            "POP": [] if scene.people is None else scene.people[own].tolist(),
            "VISITS": [] if scene.visits is None else scene.visits[own].tolist(),
        }
        rows = [[_printed(key, columns[key][place]) for key in keys] for place in range(len(own))]
        sums = {key: sum(columns[key]) for key in ("AREA", "POP", "VISITS")}
        total = {**sums, "NAME": word("service_total", count=f"{len(own):,}"), "TOWN": None}
        rows.append([_printed(key, total[key]) for key in keys])
        return _table(word("service_units"), layout, keys, rows, frozenset([len(own)]))

    # ------------------------------------------------------------------------------------------------------ layers

    def _layer(self, kind: str, name: str, shapes: np.ndarray, **columns: np.ndarray) -> QgsVectorLayer:
        return map_layer(self.project, kind, name, shapes, columns)

    def _caption(self, team: int) -> str:
        teams = self.scene.teams
        return f"{teams.name[team]}（{teams.lead[team]}）" if teams.lead[team] else str(teams.name[team])

    def _team_areas(self, teams: Sequence[int], white: float) -> QgsVectorLayer:
        layer = self._layer("MultiPolygon", word("service_areas"), self.scene.area[list(teams)], TEAM=np.array(teams, dtype=np.int64))
        symbols = [(team, fill(tint(self.scene.colour_of(team), white)), self._caption(team)) for team in teams]
        return drawn_by(layer, "TEAM", symbols)

    def _team_names(self, teams: Sequence[int], scale: int) -> QgsVectorLayer:
        named, area = self.scene.teams, self.scene.area[list(teams)]
        texts = [f"{named.name[team]}\n{named.lead[team]}".strip() for team in teams]
        largest = _TEAM_POINTS * self.paper.factor**0.75
        bases = named.base[np.isfinite(named.base).all(axis=1)]
        placed = area_labels(area, texts, largest, scale, bases, _BASE * self.paper.factor**0.6)
        columns = {"NAME": _objects(texts), "TEAM": np.array(teams, dtype=np.int64), "SIZE": placed.size}
        layer = unseen(self._layer("Point", "", shapely.points(placed.point), **columns))
        look = text_format(self.family, largest, True, "#000000", 0.8 * self.paper.factor**0.5)
        return labelled(layer, "NAME", look, priority=10, always=True, over="SIZE")

    def _team_edges(self, teams: Sequence[int], width: float = 0.55) -> QgsVectorLayer:
        layer = self._layer("MultiPolygon", word("service_team_border"), self.scene.area[list(teams)])
        return drawn_as(layer, outline(_DARK, width * self.paper.factor**0.5))

    def _one_area(self, team: int) -> QgsVectorLayer:
        layer = self._layer("MultiPolygon", word("service_own"), self.scene.area[[team]])
        return drawn_as(layer, fill(tint(self.scene.colour_of(team), _AREA_TINT)))

    def _neighbours(self, teams: Sequence[int]) -> QgsVectorLayer | None:
        """Areas of others, faint, with their names."""
        if not teams:
            return None
        names = _objects([str(self.scene.teams.name[team]) for team in teams])
        layer = self._layer(
            "MultiPolygon", word("service_others"), self.scene.area[list(teams)], NAME=names
        )
        drawn_as(layer, fill("#f0f0f0", "#9a9a9a", 0.35))
        return labelled(layer, "NAME", text_format(self.family, 8.5 * self.paper.factor**0.75, False, _GREY, 0.6), priority=3)

    def _faint_borders(self, rows: np.ndarray) -> QgsVectorLayer | None:
        """Units of others, under everything: what is neither theirs nor uncovered stays white."""
        if not len(rows):
            return None
        return drawn_as(self._layer("MultiPolygon", "", self.scene.ground[rows]), fill("", "#d0d0d0", 0.08))

    def _unit_borders(self, rows: np.ndarray, scale: int) -> QgsVectorLayer:
        scene = self.scene
        names = _objects([str(scene.units.name[row] or scene.units.code[row]) for row in rows.tolist()])
        layer = self._layer("MultiPolygon", word("service_unit_border"), scene.ground[rows], NAME=names, ROW=rows)
        drawn_as(layer, outline(_GREY, 0.12))
        points = self._unit_points(rows, scale)
        return labelled(layer, "NAME", text_format(self.family, points, False, _DARK, 0.055 * points), priority=0)

    def _unit_points(self, rows: np.ndarray, scale: int) -> float:
        """So large that a usual name fits a usual unit, and can be read."""
        side = float(np.sqrt(np.median(shapely.area(self.scene.ground[rows])))) * 1000.0 / scale
        return min(max(side * 0.9 / (_LETTERS * MM_A_POINT), _LEAST_UNIT), _FONT_UNIT * self.paper.factor**0.5)

    def _uncovered(self, rows: np.ndarray) -> QgsVectorLayer | None:
        if not len(rows):
            return None
        layer = self._layer("MultiPolygon", word("service_uncovered"), self.scene.ground[rows])
        return drawn_as(layer, hatch("#555555", _GREY, 0.12, 1.6 * self.paper.factor**0.5, 45.0, "#ffffff"))

    def _doubled(self, rows: np.ndarray) -> QgsVectorLayer | None:
        if not len(rows):
            return None
        layer = self._layer("MultiPolygon", word("service_doubled"), self.scene.ground[rows])
        return drawn_as(layer, hatch("#c00000", "", 0.12, 2.2 * self.paper.factor**0.5, 135.0))

    def _other_borders(self) -> QgsVectorLayer | None:
        if self._borders is None:
            return None
        layer = self._layer("MultiPolygon", word("service_county"), self._borders)
        return drawn_as(layer, outline("#7a0177", 0.5 * self.paper.factor**0.5, "dash dot"))

    def _bases(self, teams: Sequence[int] | range) -> QgsVectorLayer | None:
        base = self.scene.teams.base[list(teams)]
        known = base[np.isfinite(base).all(axis=1)]
        if not len(known):
            return None
        layer = self._layer("Point", word("service_base"), shapely.points(known))
        return kept_clear(drawn_as(layer, marker("star", "#c00000", _BASE * self.paper.factor**0.6, "#ffffff", 0.3)))

    def _visits(self, rows: np.ndarray) -> QgsVectorLayer | None:
        visits = self.scene.visits
        if visits is None or not visits[rows].any():
            return None
        seen = rows[visits[rows] > 0]
        steps = [step for step in _VISIT_STEPS if step <= int(visits[seen].max())]
        classes = np.searchsorted(steps, visits[seen], side="right") - 1
        layer = self._layer("Point", word("service_visits"), shapely.point_on_surface(self.scene.ground[seen]), CLASS=classes)
        symbols = []
        for place, step in enumerate(steps):
            last = steps[place + 1] - 1 if place + 1 < len(steps) else None
            size = (1.4 + 0.8 * place) * self.paper.factor**0.6
            label = f"≥ {step}" if last is None else str(step) if last == step else f"{step}–{last}"
            symbols.append((place, marker("circle", "#1f3b57", size, "#ffffff", 0.25), label))
        return kept_clear(drawn_by(layer, "CLASS", symbols))


def _table(
    title: str,
    layout: Layout,
    keys: Sequence[str],
    rows: Sequence[Sequence[str]],
    bold: frozenset[int] = frozenset(),
    swatches: Sequence[str] = (),
) -> SheetTable:
    """A table with the headings and widths of a declared layout."""
    columns = {column.key: column for column in layout.columns}
    head = [columns[key].title for key in keys]
    widths = [columns[key].width or 10.0 for key in keys]
    aligns = "".join(next((align for align, of in _COUNTS.items() if key in of), "r") for key in keys)
    return SheetTable(title, head, rows, widths, aligns, bold, swatches)


def layout_has(layout: Layout, key: str) -> bool:
    """Whether a bureau's own layout kept the column."""
    return any(column.key == key for column in layout.columns)


def _shown(scene: Scene, key: str) -> bool:
    """Whether the scene has anything for a column."""
    if key == "POP":
        return scene.people is not None
    if key == "VISITS":
        return scene.visits is not None
    if key == "LEAD":
        return any(scene.teams.lead.tolist())
    return any(scene.units.town.tolist()) if key == "TOWN" else True


def _printed(key: str, value: object) -> str:
    """A value as the map prints it."""
    if value is None:
        return ""
    if key == "LOAD" and isinstance(value, Decimal):
        return f"{half_up(value, 2):,}"
    return f"{value:,}" if isinstance(value, (int, Decimal)) and key != "SEQ" else str(value)


def _objects(values: Sequence[str]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _ground(shapes: np.ndarray) -> shapely.Geometry:
    """Where the arrow must not lie, roughly: the boxes of the units."""
    return shapely.union_all(shapely.envelope(shapes))


def _meets(area: shapely.Geometry | None, shown: QgsRectangle) -> bool:
    box = shapely.box(shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum())
    return area is not None and bool(shapely.intersects(area, box))
