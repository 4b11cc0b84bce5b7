"""landledger:servicemap — service areas as a finished map: overview, one page a team, PDF, pictures, workbook."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...base import Steps, say
from ...dates import add_date
from ...map_algorithm import ORIENTATIONS, PAPERS, MapAlgorithm, smaller_picture
from ...service_algorithm import LEVELS, ServiceAlgorithm
from ...settings import layouts_folder

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.service.service_map.scene import MapInputs, Scene
    from ...adapters.layouts.sheets import PlacedLabel, Printed
    from ...adapters.service_sheets import ServiceSheets, Wording

ROLES = ("table", "responsible", "village")
BOOKS = ("all", "overview")


@dataclass(frozen=True)
class _Made:
    """What was drawn: the book, its overview as a PNG for the workbook, labels of the overview (text, kind, code, place)."""

    printed: Printed
    picture: bytes
    labels: list[tuple[str, str, str, tuple[float, float]]]
    left_out: int
    title: str
    team_pages: Mapping[int, int]


class ServiceMap(ServiceAlgorithm, MapAlgorithm):
    """A map of who serves what."""

    ICON = "service_map.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    LEVEL = "LEVEL"
    BORDERS = "BORDERS"
    PAGES = "PAGES"
    MAP_TITLE = "MAP_TITLE"
    WEIGHTS = "WEIGHTS"
    AREAS = "AREAS"
    LABELS = "LABELS"

    CHOICES = {
        ServiceAlgorithm.ROLE: ROLES,
        LEVEL: LEVELS,
        MapAlgorithm.PAPER: PAPERS,
        MapAlgorithm.ORIENTATION: ORIENTATIONS,
        PAGES: BOOKS,
    }

    def name(self) -> str:
        return "servicemap"

    def displayName(self) -> str:
        return self.tr("Map of service areas")

    def shortDescription(self) -> str:
        return self.tr("Prints an overview and one page a team: PDF, pictures, and the map inside the workbook.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Prints who serves which street, town or village: one overview and one page a team.\n\n"
            "1. Units: polygons, or points, which get Voronoi cells, clipped to “Ground of the city”. Teams: points or a list; "
            "without it those of the table, without bases.\n"
            "2. Assignment: the table that “Assign planner teams” writes, or one of unit (DYDM) and team (XZBH), with scenario "
            "(FAMC), role (FWJS), level (FWCJ) and term (PQQSRQ, PQJZRQ) if there are any; or the ledger's. A village without a "
            "team of its own takes that of its town. What does not hold on the day is not drawn.\n"
            "3. Map: areas in colours that colour-blind people tell apart and neighbours do not share, borders and names of units "
            "where there is room, teams with their leading planner, bases, units without a team hatched, units with several "
            "teams cross-hatched, visits (a table of unit and date, RQ) as points by their number.\n"
            "4. Beside it: legend, scale bar, north arrow, table of teams, source, system and date. The scale is round. Rows that "
            "find no room go on on the next page.\n"
            "5. Printed areas are whole 0.01 km² by the largest remainder: units foot to teams, teams to the total, on the map "
            "and in the workbook alike.\n"
            "6. Layers named as made up, and samples that come with the plugin, are marked so on every page.\n\n"
            "PDF of all pages; pictures (PNG) of each page into a folder, named by team; workbook with the table, the units, "
            "checks, findings, and the overview as a picture. Files appear whole or not at all."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_wishes()
        self._add_settings()
        self.add_map_files()
        for name, label, kind in (
            (self.AREAS, self.tr("Areas of the teams"), QgsProcessing.SourceType.TypeVectorPolygon),
            (self.LABELS, self.tr("Labels of the overview"), QgsProcessing.SourceType.TypeVectorPoint),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=False)
            )
        self.add_workbook()
        self.add_numbers(
            ("PAGE_COUNT", self.tr("Number of pages")),
            ("UNIT_COUNT", self.tr("Number of units")),
            ("TEAM_COUNT", self.tr("Teams with units")),
            ("UNCOVERED_COUNT", self.tr("Units without a team")),
            ("DOUBLE_COUNT", self.tr("Units with several teams")),
            ("SCALE", self.tr("Scale of the overview (1 to …)")),
            ("NAMES_LEFT_OUT", self.tr("Names of units without room on the overview")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_layers(self) -> None:
        anything, places = [QgsProcessing.SourceType.TypeVector], [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label, kind, optional in (
            (self.UNITS, self.tr("Service units (polygons or points)"), places, False),
            (self.TEAMS, self.tr("Teams of planners (points or a list)"), anything, True),
            (self.ASSIGNMENT, self.tr("Assignment (table of unit and team)"), anything, True),
            (self.VISITS, self.tr("Visits (table of team, unit and day)"), anything, True),
            (self.CITY, self.tr("Ground of the city (its counties), for units that are points"), polygon, True),
            (self.BORDERS, self.tr("Other borders to be drawn"), polygon, True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kind, optional=optional))
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger with the register of planner teams, for what no table says"),
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                optional=True,
            )
        )

    def _add_wishes(self) -> None:
        text = self.tr("Scenario (empty: the one in force, or the only one)")
        self.addParameter(QgsProcessingParameterString(self.SCENARIO, text, optional=True))
        for name, label, options in (
            (self.ROLE, self.tr("Role"), [self.tr("that of the table"), self.tr("responsible planners"), self.tr("village planners")]),
            (self.LEVEL, self.tr("Level of units"), [self.tr("as given"), self.tr("towns"), self.tr("villages")]),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=0))
        self.add_paper()
        pages = [self.tr("overview and one page a team"), self.tr("overview only")]
        self.addParameter(QgsProcessingParameterEnum(self.PAGES, self.tr("Pages"), pages, defaultValue=0))
        for name, label in (
            (self.TITLE, self.tr("Name of the place before the titles")),
            (self.SOURCE, self.tr("Source printed on the map (empty: names of the layers)")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))

    def _add_settings(self) -> None:
        for name, label in (
            (self.AS_OF, self.tr("On the day (empty: today)")),
            (self.PERIOD_FROM, self.tr("Visits from (empty: 1 January)")),
            (self.PERIOD_TO, self.tr("Visits to (empty: the day above)")),
        ):
            add_date(self, name, label)
        self.add_map_settings()
        for name, label, lines in (
            (self.MAP_TITLE, self.tr("Title of the map in place of the usual one"), False),
            (self.WEIGHTS, self.tr("Weights of workload, as in units=1;population=2"), False),
            (self.UNIT_CODES, self.tr("Code system of the units (name and year)"), False),
            (self.LIST_CODES, self.tr("Code system of the tables (name and year)"), False),
            (self.FIELD_MAP, self.tr("Field map, as in DYDM=村代码;XZBH=小组"), True),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))

    # -------------------------------------------------------------------------------------------------------- before

    def more_tables(self) -> dict[str, Any]:
        from ....core.service.service_rows import ASSIGNMENT_FIELDS
        from ....core.survey.schema import Field

        # The names of teams, where there is no list of them.
        return {self.ASSIGNMENT: ((*ASSIGNMENT_FIELDS, Field("XZMCH")), False), self.BORDERS: ((), True)}

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.sink_targets import require_target

        self.prepare_service(parameters, context)
        for name in (self.AREAS, self.LABELS):
            require_target(parameters.get(name), context, self._places)
        self.take_workbook(parameters, context)
        self.take_maps(parameters, context, wanted=True)

    # ------------------------------------------------------------------------------------------------------- the run

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.service_map.scene import scene_of

        steps = Steps(feedback, read=10, scene=15, draw=65, layers=5, book=5)
        inputs = self._inputs(parameters, context, feedback, steps)
        scene = scene_of(inputs, self._job(parameters, context), steps.scene)
        with ExitStack() as stack:
            made = self._draw(parameters, context, scene, stack, steps)
            report = self._report(parameters, context, scene, made)
            written = self._write(parameters, context, scene, made, report, stack, steps)
        self._dress(context, written)
        self.tell_findings(report_findings(scene, made), feedback)
        self.tell_failed(report.identities, feedback)
        outputs = {name: sink.id for name, sink in written.items()}
        files = {self.PDF: self._pdf, self.PICTURES: self._folder, self.WORKBOOK: self._book}
        return {**self._numbers(scene, made, report), **outputs, **files}

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.service.coverage.visiting import Period
        from ....core.service.service_map.scene import MapJob
        from ....core.service.teams import Role
        from ....core.service.units import Level
        from ....core.service.workload import given_weights

        role, level = self.choice(parameters, self.ROLE, context), self.choice(parameters, self.LEVEL, context)
        return MapJob(
            day=self._day,
            period=Period(*self._period),
            weights=given_weights(self.parameterAsString(parameters, self.WEIGHTS, context), self._rules),
            role=None if role == "table" else Role(role),
            level=None if level == "all" else Level(level),
            system=self.parameterAsString(parameters, self.LIST_CODES, context).strip(),
            gap=float(self._rules.number("service_gap_m")),
            least_border=float(self._rules.number("service_least_border_m")),
        )

    def _inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, steps: Steps
    ) -> MapInputs:
        from ....core.service.service_map.scene import MapInputs, with_names
        from ....core.service.teams import require_teams

        found = self.read_service(parameters, context, feedback, steps)
        require_teams(found.teams)
        teams, scenario = found.teams, self._shown_scenario
        if self.ASSIGNMENT in self._read:
            rows = self._rows(self.ASSIGNMENT, steps)
            teams = with_names(teams, rows.text("XZBH").tolist(), rows.text("XZMCH").tolist())
            scenario = self._scenario or next((name for name in rows.text("FAMC").tolist() if name), "")
        county = found.city.whole if found.city is not None and self.CITY in self._read else None
        return MapInputs(found.places, teams, found.assignments, found.measure, found.visits, county, scenario)

    def read_more(self, steps: Steps, ledger: Any) -> None:
        self._shown_scenario = ""
        if ledger is not None:
            named = {each.code: each.name for each in ledger.scenarios()}
            self._shown_scenario = named.get(self._scenario) or self._scenario

    def _wording(self, parameters: dict[str, Any], context: QgsProcessingContext, draft: bool) -> Wording:
        from ...adapters.crs import crs_label
        from ...adapters.layouts.words import said_system, word
        from ...adapters.service_sheets import Wording

        source = self.parameterAsString(parameters, self.SOURCE, context).strip()
        read = list(self._read.values())
        shown = [self._read[name].name for name in (self.UNITS, self.ASSIGNMENT) if name in self._read]
        if self._ledger_place is not None:
            shown.append(word("service_ledger"))
        return Wording(
            name=self.parameterAsString(parameters, self.TITLE, context).strip(),
            title=self.parameterAsString(parameters, self.MAP_TITLE, context).strip(),
            source=source or "、".join(dict.fromkeys(shown)),
            crs=said_system(crs_label(self._plane)),
            drawn=datetime.date.today().isoformat(),
            warning=self.warning_of(parameters, context, read, draft),
        )

    def _draw(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        scene: Scene,
        stack: ExitStack,
        steps: Steps,
    ) -> _Made:
        """The book into hidden places, which the end of `stack` moves to theirs."""
        from ....core.service.service_map.report import service_report, statistics
        from ....core.workbook import load_layout
        from ...adapters.layouts.layers import private_project
        from ...adapters.layouts.printing import book_places, print_book
        from ...adapters.layouts.sheets import MapBook
        from ...adapters.layouts.words import word
        from ...adapters.service_sheets import ServiceSheets

        folder = layouts_folder()
        uncovered = word("service_uncovered_row")
        table = statistics(scene, {}, uncovered, "", folder)
        draft = service_report(scene, self.service_facts([]), {}, uncovered, "", folder).draft
        pages = self.choice(parameters, self.PAGES, context) == "all"
        places = stack.enter_context(book_places(self._pdf, self._folder))
        with private_project(self._plane) as project, self.scratch(self._book or self._pdf) as scratch:
            sheets = ServiceSheets(
                project,
                scene,
                self.paper_round(parameters, context, scene.ground),
                self._family,
                self._wording(parameters, context, draft),
                self._rows(self.BORDERS, steps).shape if self.BORDERS in self._read else None,
            )
            makers = sheets.makers(pages, table, load_layout("SERVMAP_UNITS", folder))
            dpi = self.parameterAsInt(parameters, self.DPI, context)
            book = MapBook(project, sheets.paper, self._family, makers, dpi, sheets.title)
            first = "" if places.folder else os.path.join(scratch, "overview.png")
            printed = print_book(book, places.pdf, places.folder, steps.draw, first)
            overview = first or os.path.join(places.folder, printed.pictures[0])
            picture = smaller_picture(overview, scratch) if self._book else b""
            labels, left_out = _labels_of(scene, sheets, printed.labels[0])
        team_pages = {team: start + 1 for team, start in zip(scene.shown, printed.starts[1:])}
        return _Made(printed, picture, labels, left_out, sheets.title, team_pages)

    # --------------------------------------------------------------------------------------------------- what it says

    def _report(
        self, parameters: dict[str, Any], context: QgsProcessingContext, scene: Scene, made: _Made
    ) -> Report:
        from dataclasses import replace

        from ....core.service.service_map.report import service_report
        from ....core.service.workload import WEIGHT_RULES
        from ...adapters.layouts.words import word

        facts = self.service_facts([*WEIGHT_RULES.values(), "service_gap_m", "service_least_border_m"])
        name = self.parameterAsString(parameters, self.TITLE, context).strip()
        scene = replace(scene, findings=report_findings(scene, made))
        return service_report(scene, facts, made.team_pages, word("service_uncovered_row"), name, layouts_folder())

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        scene: Scene,
        made: _Made,
        report: Report,
        stack: ExitStack,
        steps: Steps,
    ) -> dict[str, Any]:
        """Layers and workbook: with the book all or none."""
        from qgis.core import QgsWkbTypes

        from ....core.service.service_map.report import AREA_FIELDS, LABEL_FIELDS, area_columns, label_columns
        from ....core.workbook import Look, Picture, write_workbook
        from ...adapters.layouts.words import word
        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        shapes, areas = area_columns(scene)
        points = _points([place for *_, place in made.labels])
        labels = label_columns([(text, kind, code) for text, kind, code, _ in made.labels], say)
        written = {}
        for name, geometry, columns, declared, kind in (
            (self.AREAS, shapes, areas, AREA_FIELDS, QgsWkbTypes.Type.MultiPolygon),
            (self.LABELS, points, labels, LABEL_FIELDS, QgsWkbTypes.Type.Point),
        ):
            if parameters.get(name) in (None, ""):
                continue
            fields = fields_for(declared, columns)
            sink = stack.enter_context(open_sink(self, parameters, name, context, fields, self._plane, kind, self._places))
            sink.write(geometry, [columns[each.name] for each in declared], steps.layers)
            sink.finish()
            written[name] = sink
        if self._book:
            picture = Picture(word("service_overview"), made.title, made.picture)
            write_workbook(
                self._book,
                report.tables,
                draft=report.draft,
                overwrite=True,
                contents=True,
                say=say,
                progress=steps.book,
                look=Look.among(self._families),
                pictures=[picture],
            )
        return written

    def _dress(self, context: QgsProcessingContext, written: Mapping[str, Any]) -> None:
        from ....core.service.service_map.report import AREA_FIELDS, LABEL_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of

        looks = {
            self.AREAS: Look(self.tr("Areas of the teams"), "assign_teams.qml", aliases_of(AREA_FIELDS)),
            self.LABELS: Look(self.tr("Labels of the overview"), "", aliases_of(LABEL_FIELDS)),
        }
        for name, sink in written.items():
            dress(context, sink.id, looks[name])

    def _numbers(self, scene: Scene, made: _Made, report: Report) -> dict[str, Any]:
        return {
            "PAGE_COUNT": len(made.printed.names),
            "UNIT_COUNT": len(scene.units),
            "TEAM_COUNT": len(scene.shown),
            "UNCOVERED_COUNT": int(scene.uncovered.sum()),
            "DOUBLE_COUNT": int(scene.doubled.sum()),
            "SCALE": made.printed.scales[0],
            "NAMES_LEFT_OUT": made.left_out,
            "FINDING_COUNT": len(report_findings(scene, made)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }


def report_findings(scene: Scene, made: _Made) -> tuple[Any, ...]:
    """The scene's findings, and how many names found no room."""
    from ....core.sentence import sentence, translate
    from ....core.service.service_map.scene import MapFinding
    from ....core.summary.model import Finding

    if not made.left_out:
        return tuple(scene.findings)
    text = translate("LandLedger", "{count} names of units find no room on the overview; larger paper shows more.")
    return (*scene.findings, Finding(MapFinding.NO_NAME, scene.units.layer, sentence(text, count=made.left_out)))


def _labels_of(
    scene: Scene, sheets: ServiceSheets, labels: list[PlacedLabel]
) -> tuple[list[tuple[str, str, str, tuple[float, float]]], int]:
    """The labels of the overview with their middles, and how many names of units found no room."""
    placed = [label for label in labels if not label.unplaced]
    found = []
    for label in placed:
        of_unit = label.layer == sheets.unit_layer
        rows = sheets.unit_rows if of_unit else sheets.team_rows
        row = rows.get(label.feature) if label.layer in (sheets.unit_layer, sheets.team_layer) else None
        if row is None:
            continue
        code = scene.units.code[row] if of_unit else scene.teams.id[row]
        middle = label.box.center()
        found.append((label.text.replace("\n", " "), "unit" if of_unit else "team", str(code), (middle.x(), middle.y())))
    named = {code for _, kind, code, _ in found if kind == "unit"}
    return found, len(scene.units) - len(named)


def _points(places: list[tuple[float, float]]) -> Any:
    """object (n,) of points."""
    import numpy as np
    import shapely

    return shapely.points(np.array(places, dtype=float).reshape(-1, 2)) if places else np.empty(0, dtype=object)
