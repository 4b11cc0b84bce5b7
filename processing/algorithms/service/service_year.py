"""landledger:serviceyear — the yearly report of planner teams: the city with the year before, a page a team, workbook and PDF."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...base import Group, Steps, say
from ...dates import add_date, asked_date
from ...ledger_algorithm import LedgerBookAlgorithm
from ...settings import layouts_folder, rules_in_force
from .service_map import ServiceMap

if TYPE_CHECKING:
    from ....core.service.register.ledger import ServiceLedger
    from ....core.service.register.model import PlannerTeam
    from ....core.service.register.year import YearJob, YearReport
    from ...adapters.service_pages import Pictures


MAP_DPI = 180
"""Dots per inch of maps drawn for the report, on A4."""


class ServiceYear(LedgerBookAlgorithm):
    """The year of the planner teams."""

    GROUP = Group.SERVICE
    ICON = "service_year.svg"
    NEEDS = ("openpyxl", "numpy", "scipy", "shapely")

    YEAR = "YEAR"
    UNTIL = "UNTIL"
    SCENARIO = "SCENARIO"
    PRINTED = "PRINTED"
    PICTURES = "PICTURES"
    UNITS = "UNITS"
    CITY = "CITY"
    TITLE = "TITLE"
    PDF = "PDF"

    def name(self) -> str:
        return "serviceyear"

    def displayName(self) -> str:
        return self.tr("Yearly report of planner teams")

    def shortDescription(self) -> str:
        return self.tr("Visits and suggestions of a year beside the year before, and a page a team, as workbook and PDF.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Makes the yearly report of planner teams from the service book of a ledger.\n\n"
            "1. The city: visits, people, units visited, suggestions by state and focus field, adoption rate with its base, "
            "beside the year before. Each year is counted with the states at its own last day; before the end of a year the "
            "year before is counted to the same day.\n"
            "2. A page a team that served in the year or did anything in it: its numbers and those of the year before, units "
            "served in the scenario, units visited, every suggestion; in the PDF its map above.\n"
            "3. Maps: of the service units given (polygons or points; points get Voronoi cells, clipped to “Ground of the city”), "
            "by the scenario, as “Map of service areas” draws them; or the folder of pictures that it wrote (00_… the whole, the "
            "others by the name of the team), which goes first. The workbook gets a sheet for each. Without a map its place stays "
            "marked.\n"
            "4. Printed figures, as in 现场调研=90余次;意见建议=280余条, are held against the year.\n\n"
            "The pages of all teams together are the city; while one check does not hold, all is marked 草稿. The PDF is made by "
            "QGIS itself."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        kind = QgsProcessingParameterNumber.Type.Integer
        year = datetime.date.today().year
        self.addParameter(
            QgsProcessingParameterNumber(self.YEAR, self.tr("Year"), kind, defaultValue=year, minValue=1990, maxValue=2100)
        )
        add_date(self, self.UNTIL, self.tr("Count up to this day (empty: the end of the year, or today)"))
        self.addParameter(
            QgsProcessingParameterString(
                self.PRINTED, self.tr("Printed figures, as in 现场调研=90余次;意见建议=280余条"), multiLine=True, optional=True
            )
        )
        folder = QgsProcessingParameterFile.Behavior.Folder
        label = self.tr("Folder of the maps (PNG), as the map of service areas writes them")
        self.addParameter(QgsProcessingParameterFile(self.PICTURES, label, folder, optional=True))
        kinds = QgsProcessing.SourceType
        for name, text, kind_of in (
            (self.UNITS, self.tr("Service units of the maps, where there are no pictures yet"), kinds.TypeVectorAnyGeometry),
            (self.CITY, self.tr("Ground of the city (its counties), for units that are points"), kinds.TypeVectorPolygon),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, text, [kind_of], optional=True))
        for name, label in (
            (self.SCENARIO, self.tr("Scenario whose units stand on the pages (empty: the one in force)")),
            (self.TITLE, self.tr("Name before the title of the tables")),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, optional=True))
        self.add_workbook()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.PDF, self.tr("Report (PDF)"), self.tr("PDF (*.pdf)"), optional=True, createByDefault=False
            )
        )
        self.add_numbers(
            ("VISIT_COUNT", self.tr("Visits in the year")),
            ("LAST_VISIT_COUNT", self.tr("Visits in the year before")),
            ("SUGGESTION_COUNT", self.tr("Suggestions in the year")),
            ("LAST_SUGGESTION_COUNT", self.tr("Suggestions in the year before")),
            ("ADOPTED_COUNT", self.tr("Suggestions adopted")),
            ("BASE_COUNT", self.tr("Base of the adoption rate")),
            ("ADOPTION_PERCENT", self.tr("Adoption rate (%)")),
            ("TEAM_COUNT", self.tr("Pages of teams")),
            ("PICTURE_COUNT", self.tr("Teams with a map")),
            ("PAGE_COUNT", self.tr("Pages of the PDF")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.layouts.fonts import map_font
        from ...adapters.layouts.printing import require_book

        self._rules = rules_in_force()
        self.take_workbook(parameters, context)
        self._pdf = self.take_pdf(parameters, self.PDF, context)
        if self._pdf:
            require_book(self._pdf, "")
            self._family = map_font()
        self._maps = self._own_maps(parameters, context, feedback)

    def _own_maps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[ServiceMap, dict[str, Any]] | None:
        """The map of service areas ready to be drawn, and its parameters; None without units, or where there are pictures."""
        pictures = self.parameterAsString(parameters, self.PICTURES, context).strip()
        if pictures or parameters.get(self.UNITS) in (None, "") or not (self._pdf or self._book):
            return None
        year = self.parameterAsInt(parameters, self.YEAR, context)
        until = asked_date(self, parameters, self.UNTIL, context) or min(datetime.date(year, 12, 31), self.today())
        days = {
            ServiceMap.AS_OF: until, ServiceMap.PERIOD_FROM: datetime.date(year, 1, 1), ServiceMap.PERIOD_TO: until,
        }  # fmt: skip
        same = (self.UNITS, self.CITY, self.LEDGER, self.SCENARIO, self.TITLE)
        given = {name: parameters[name] for name in same if parameters.get(name) not in (None, "")}
        given |= {name: day.isoformat() for name, day in days.items()}
        given |= {ServiceMap.PAPER: "a4", ServiceMap.ORIENTATION: "landscape", ServiceMap.DPI: MAP_DPI}
        maps = ServiceMap().create()
        given = maps.with_indices(given)
        maps.prepare(given, context, feedback)
        return maps, given

    @contextmanager
    def _pictures(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, teams: Sequence[PlannerTeam]
    ) -> Iterator[Pictures]:
        """The maps: of the folder given, or drawn now into a hidden one, which is gone at the end."""
        from ...adapters.service_pages import pictures_in

        if self._maps is None:
            yield pictures_in(self.parameterAsString(parameters, self.PICTURES, context).strip(), teams)
            return
        maps, given = self._maps
        # A bar of its own: it fills the second fifth.
        part = QgsProcessingMultiStepFeedback(5, feedback)
        part.setCurrentStep(1)
        with maps.scratch(self._pdf or self._book) as scratch:
            folder = os.path.join(scratch, "maps")
            maps.pictures_into(folder)
            maps.compute(given, context, part)
            yield pictures_in(folder, teams)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.service.register.ledger import ServiceLedger
        from ....core.service.register.sheets import require_teams
        from ....core.service.register.year import service_year
        from ...versions import program_versions

        steps = Steps(feedback, read=20, maps=20, pdf=30, book=30)
        job = self._job(parameters, context)
        store = self.ledger(parameters, context)
        try:
            ledger = ServiceLedger(store, self._rules, self.today)
            require_teams(ledger)
            teams = ledger.teams()
            report = service_year(ledger, job, RunFacts(None, program_versions()), self.today(), say)
            steps.read(1.0)
            foot = self._foot(ledger, report)
        finally:
            store.close()
        with self._pictures(parameters, context, feedback, teams) as pictures:
            steps.maps(1.0)
            pages = self._write(report, pictures, foot, steps)
        self._tell(report, pictures, feedback)
        return {
            self.WORKBOOK: self._book, self.PDF: self._pdf, "VISIT_COUNT": report.now.visits,
            "LAST_VISIT_COUNT": report.last.visits, "SUGGESTION_COUNT": report.now.suggestions,
            "LAST_SUGGESTION_COUNT": report.last.suggestions, "ADOPTED_COUNT": report.now.adopted,
            "BASE_COUNT": report.now.base, "ADOPTION_PERCENT": None if report.now.rate is None else float(report.now.rate),
            "TEAM_COUNT": len(report.teams),
            "PICTURE_COUNT": sum(page.team.code in pictures.of_team for page in report.teams), "PAGE_COUNT": pages,
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }  # fmt: skip

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> YearJob:
        from ....core.intervals import about_share
        from ....core.service.register.report import service_figures
        from ....core.service.register.year import YearJob

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        return YearJob(
            self.parameterAsInt(parameters, self.YEAR, context),
            asked_date(self, parameters, self.UNTIL, context),
            text(self.SCENARIO),
            service_figures(text(self.PRINTED), about_share(self._rules)),
            text(self.TITLE),
            layouts_folder(),
        )

    def _foot(self, ledger: ServiceLedger, report: YearReport) -> str:
        text = self.tr("{ledger}, as of {day}; made on {today}")
        places = {"ledger": ledger.store.info().title, "day": report.until.isoformat(), "today": self.today().isoformat()}
        return text.format(**places)

    def _write(self, report: YearReport, pictures: Pictures, foot: str, steps: Steps) -> int:
        """Both files or none; how many pages the PDF has."""
        from ....core.workbook import Look, write_workbook
        from ...adapters.printed_documents import pdf_beside
        from ...adapters.service_pages import sheet_pictures, year_document

        with ExitStack() as stack:
            pages = 0
            if self._pdf:
                document = year_document(report, pictures, self._family, foot)
                pages = stack.enter_context(pdf_beside(document, self._pdf, steps.pdf))
            if self._book:
                write_workbook(
                    self._book, report.tables, draft=report.draft, overwrite=True, contents=True, say=say, progress=steps.book,
                    look=Look.among(self._families), pictures=sheet_pictures(report, pictures),
                )  # fmt: skip
        return pages

    def _tell(self, report: YearReport, pictures: Pictures, feedback: QgsProcessingFeedback) -> None:
        now, last = report.now, report.last
        text = self.tr("{visits} visits (year before {last_visits}), {suggestions} suggestions (year before {last_suggestions}).")
        feedback.pushInfo(
            text.format(
                visits=now.visits, last_visits=last.visits, suggestions=now.suggestions, last_suggestions=last.suggestions
            )
        )  # fmt: skip
        lacking = [page.team.name for page in report.teams if page.team.code not in pictures.of_team]
        if pictures.of_team and lacking:
            feedback.pushWarning(self.tr("No map of these teams: {teams}").format(teams="、".join(lacking)))
        self.tell_failed(report.identities, feedback)
