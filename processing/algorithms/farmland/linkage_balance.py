"""landledger:linkagebalance — demolition, resettlement, new building and surplus, project area by project area."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ....core.sentence import translate
from ...base import Steps, say
from ...settings import font_families, operator_name, rule_value, rules_in_force
from ..occupation.footprint_algorithm import METHODS
from .farmland_algorithm import SYSTEMS
from .register_algorithm import AREA_UNITS, RegisterAlgorithm

if TYPE_CHECKING:
    from ....core.balance.broken_rules import Problem
    from ....core.balance.linkage.booked import Booked
    from ....core.balance.linkage.model import Block, Linked, Project
    from ....core.columns import Columns
    from ....core.occupation.report import Report
    from ....core.store import Store

AREA_SOURCES = ("measured", "field")


class LinkageBalance(RegisterAlgorithm):
    """Increase–decrease linkage."""

    ICON = "linkage.svg"

    PROJECTS = "PROJECTS"
    PROJECTS_BOOK = "PROJECTS_BOOK"
    DEMOLITION = "DEMOLITION"
    NEWBUILD = "NEWBUILD"
    SURVEY = "SURVEY"
    AREAS = "AREAS"
    YEAR = "YEAR"
    ENTER = "ENTER"

    CHOICES = {
        RegisterAlgorithm.AREA_METHOD: METHODS,
        RegisterAlgorithm.AREA_UNIT: AREA_UNITS,
        AREAS: AREA_SOURCES,
        RegisterAlgorithm.GRADE_SYSTEM: SYSTEMS,
    }

    def name(self) -> str:
        return "linkagebalance"

    def displayName(self) -> str:
        return self.tr("Increase–decrease linkage")

    def shortDescription(self) -> str:
        return self.tr("Demolition, resettlement, new building and surplus of each project area, with its checks.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Adds up increase–decrease linkage project area by project area.\n\n"
            "1. Project areas: a layer, a table or a sheet 增减挂钩项目台账 with number and name (XMQBH, XMQMC), county, document "
            "(PZWH, PZRQ), approved demolition (FKMJ), new building (JXMJ), resettlement (AZMJ), accepted reclamation (YSMJ), of "
            "it cultivated (YSGDMJ), surplus used (JYSYMJ), turnover quota issued and returned (ZZXDMJ, ZZGHMJ), cultivated land "
            "taken (ZYGDMJ). What is blank is filled in from the blocks; without project areas the blocks make them up.\n"
            "2. Demolition blocks: project area, FKMJ or MJ, YSMJ, YSGDMJ, grade (GDDB or GDDJ), YSWH. New-build blocks: project "
            "area, JXMJ or MJ, kind (JXLX; 安置 is resettlement), ZYGDMJ, grade. Areas are measured, or those of the fields. "
            "Fields are found by name, alias or Chinese name, or said under “Field map”.\n"
            "3. With a survey, cultivated land taken by building and its average grade come from the survey itself, without "
            "field ridges.\n"
            "4. Surplus = accepted − resettled − new building. New building and resettlement are no more than accepted "
            "reclamation, used surplus no more than surplus, reclaimed cultivated land no less than taken and of no worse "
            "average grade; turnover quota comes back in time. Each is a rule (resources/rules/linkage.csv, from practice) to be "
            "confirmed locally; grades of two systems are never mixed.\n"
            "5. A ledger keeps surplus in books of its own: what came in, was used, moved to another county, and turnover quota. "
            "What it says was used fills in what the register leaves blank, else both are compared. With “Enter accepted surplus” "
            "the surplus of accepted project areas that is not in the ledger yet comes in under the document of acceptance, and "
            "the project areas into its register, from which the yearly report has them; nothing is entered while a check does "
            "not hold. Use, transfer, turnover and reversal are booked by “Post linkage surplus”.\n"
            "6. Published figures (项目数=14;拆旧复垦规模=1342.89;比上年增加=1017.7;同比=312.96%) are compared as what they may have been "
            "before rounding; the year before follows from them.\n\n"
            "Workbook: 增减挂钩项目台账 (T09) in mu with hectares beside, blocks, surplus, published figures, checks, "
            "findings, inputs with the rules. While one check does not hold, every sheet is marked 草稿. Result: every block "
            "(or project area) with the state of its project area."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_rows(
            self.PROJECTS,
            self.tr("Project areas (layer or table)"),
            self.PROJECTS_BOOK,
            self.tr("or workbook with the sheet of project areas"),
        )
        self.add_rows(self.DEMOLITION, self.tr("Demolition blocks (layer or table)"))
        self.add_rows(self.NEWBUILD, self.tr("New-build and resettlement blocks (layer or table)"))
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.SURVEY, self.tr("Land survey (DLTB)"), polygon, optional=True)
        )
        self._add_choices()
        self.add_area_method()
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the first"),
            self.tr("Zone, if the layers are in degrees"),
        )
        self.add_class_table()
        self.add_register_texts(
            self.tr("Published figures to compare, as in 项目数=14;拆旧复垦规模=1342.89"),
            self.tr("Field map, as in XMQBH=编号;FKMJ=面积"),
        )
        self.add_result(self.tr("Blocks with the state of their project area"))
        self.add_workbook()
        self._add_outputs()

    def _add_choices(self) -> None:
        sources = [self.tr("measured"), self.tr("from the field")]
        self.addParameter(
            QgsProcessingParameterEnum(self.AREAS, self.tr("Areas of blocks"), sources, defaultValue=0)
        )
        self.add_area_unit(self.tr("Unit of the areas in the layers"))
        self.addParameter(
            QgsProcessingParameterEnum(
                self.GRADE_SYSTEM, self.tr("Grade system"), self.grade_systems(), defaultValue=0
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR, self.tr("Year in which turnover quota may be overdue (0 = not looked at)"), defaultValue=0,
                minValue=0, maxValue=2100,
            )
        )  # fmt: skip
        self.add_ledger(
            self.tr("Ledger with the surplus"), self.ENTER, self.tr("Enter accepted surplus into the ledger")
        )

    def _add_outputs(self) -> None:
        self.add_numbers(
            ("PROJECT_COUNT", self.tr("Number of project areas")),
            ("DEMOLITION_COUNT", self.tr("Number of demolition blocks")),
            ("NEWBUILD_COUNT", self.tr("Number of new-build blocks")),
            ("APPROVED_AREA_MU", self.tr("Approved demolition to be reclaimed (mu)")),
            ("ACCEPTED_AREA_MU", self.tr("Accepted reclamation (mu)")),
            ("CULTIVATED_AREA_MU", self.tr("Reclaimed as cultivated land (mu)")),
            ("NEW_BUILD_AREA_MU", self.tr("New building (mu)")),
            ("RESETTLED_AREA_MU", self.tr("Resettlement (mu)")),
            ("TAKEN_AREA_MU", self.tr("Cultivated land taken (mu)")),
            ("SURPLUS_AREA_MU", self.tr("Surplus (mu)")),
            ("USED_AREA_MU", self.tr("Surplus used (mu)")),
            ("LEFT_AREA_MU", self.tr("Surplus left (mu)")),
            ("ENTERED_COUNT", self.tr("Vouchers entered")),
            ("ENTERED_AREA_MU", self.tr("Surplus entered into the ledger (mu)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    # ---------------------------------------------------------------------------------------------------------- prepare

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.linkage.fields import BLOCK_FIELDS, PROJECT_FIELDS
        from ....core.balance.linkage.rules import linkage_rules
        from ....core.balance.linkage.tables import linkage_figures
        from ....core.survey.schema import GradeSystem

        self._families = font_families()
        self._all_rules = rules_in_force()
        self._rules = linkage_rules(self._all_rules)
        self._figures = linkage_figures(self.parameterAsString(parameters, self.PRINTED, context))
        self._system = GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context))
        self._classes = self.class_table(parameters, context, self._all_rules)
        self._projects_book = self.parameterAsFile(parameters, self.PROJECTS_BOOK, context)
        self._enter = self.parameterAsBoolean(parameters, self.ENTER, context)
        self._require_inputs(parameters)
        self.take_ledger(parameters, context)
        field_map = self.field_map(parameters, context)
        self._projects = self.amounts_source(parameters, self.PROJECTS, context, PROJECT_FIELDS, field_map)
        self._old = self.amounts_source(parameters, self.DEMOLITION, context, BLOCK_FIELDS, field_map)
        self._new = self.amounts_source(parameters, self.NEWBUILD, context, BLOCK_FIELDS, field_map)
        self._survey = self._survey_source(parameters, context, field_map)
        self._prepare_ground(parameters, context)
        self.prepare_targets(parameters, context)

    def _require_inputs(self, parameters: dict[str, Any]) -> None:
        from ....core.errors import InputError

        given = self.given(parameters, self.PROJECTS, self.DEMOLITION, self.NEWBUILD)
        if self.PROJECTS in given and self._projects_book:
            raise InputError(translate("LandLedger", "Choose the project areas as a layer or as a workbook, not both."))
        if not given and not self._projects_book:
            raise InputError(translate("LandLedger", "There is nothing to balance: choose project areas or blocks."))
        if self._enter and not self.given(parameters, self.LEDGER):
            raise InputError(translate("LandLedger", "To enter surplus choose the ledger that shall have it."))

    def _survey_source(
        self, parameters: dict[str, Any], context: QgsProcessingContext, field_map: dict[str, str]
    ) -> Any:
        from ....core.occupation.model import SURVEY_COLUMNS
        from ....core.survey.schema import Field, Kind, Role, fields_of, grade_field
        from ...adapters.columns import prepare_source, schema_fields

        grade = Field(grade_field(self._system), Kind.NUMBER)
        wanted = (*(field for field in fields_of(Role.SURVEY) if field.name != grade.name), grade)
        needed = {*SURVEY_COLUMNS, grade.name}
        fields = schema_fields(wanted, field_map, Role.SURVEY, needed)
        return prepare_source(self, parameters, self.SURVEY, context, required=False, **fields)

    def _prepare_ground(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The plane of the run, where there are shapes."""
        from ....core.errors import InputError

        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)
        self._measured = self.choice(parameters, self.AREAS, context) == "measured"
        blocks = [source for source in (self._old, self._new) if source is not None]
        for source in blocks:
            if self._measured and not source.shapes:
                template = translate("LandLedger", "Layer {layer} has no shapes to measure; take areas from the field.")
                raise InputError(template, layer=source.name)
        if self._survey is not None and (self._new is None or not self._new.shapes):
            raise InputError(
                translate("LandLedger", "The survey is laid under new-build blocks: choose a layer of them.")
            )
        drawn = [source for source in (self._survey, *blocks) if source is not None and source.shapes]
        self._drawn = bool(drawn)
        if drawn:
            self.prepare_plane(parameters, context, drawn[0], drawn[1:], self._method == "ellipsoid")
            self._notices = list(self._notices)
        else:
            self._zone, self._notices = None, []
        self._sources = [source for source in (self._projects, self._survey, *blocks) if source is not None]

    # ---------------------------------------------------------------------------------------------------------- compute

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from dataclasses import replace

        from ....core.balance.linkage.judging import link
        from ....core.balance.linkage.report import RESULT_FIELDS, result_columns
        from ....core.balance.linkage.surplus import SurplusLedger

        steps = Steps(feedback, read=25, survey=35, cut=10, layer=10, book=20)
        self._given_in = self.choice(parameters, self.AREA_UNIT, context)
        inputs: list[Any] = []
        projects = self._read_projects(inputs, steps)
        layers = self._read_blocks(inputs, steps)
        year = self.parameterAsInt(parameters, self.YEAR, context) or None
        blocks = [block for _, members in layers for block in members]
        overlaps = self._overlaps(layers, steps)
        store = self._place.opened() if self._place else None
        try:
            booked = self._booked(store, inputs)
            linked = link(projects, blocks, self._rules, year, overlaps, booked)
            result = result_columns(linked, say)
            names = self.table_names(parameters, context)
            report = self._report(linked, result, booked, inputs, names)
            entries = self._entries(store, linked, booked, report)
            if store is not None and booked is not None and entries:
                booked = replace(booked.after(entries), books=SurplusLedger(store).books())
                report = self._report(linked, result, booked, inputs, names)
            layer = self.write_result(
                parameters, context, RESULT_FIELDS, result, self._shapes(layers, linked), report, steps,
                lambda: self._keep(store, linked, report, entries),
                (self.tr("Blocks with the state of their project area"), "linkage.qml"),
            )  # fmt: skip
            outputs = {**self._numbers(linked, report), **layer}
            outputs["ENTERED_COUNT"] = len(entries)
            outputs["ENTERED_AREA_MU"] = float(sum(entry.amount.mu(6) for entry in entries))
        finally:
            if store is not None:
                store.close()
        self._tell(linked, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _booked(self, store: Store | None, inputs: list[Any]) -> Booked | None:
        """What the ledger says."""
        from ....core.balance.linkage.booked import Booked
        from ....core.balance.linkage.surplus import SurplusLedger

        if store is None:
            return None
        inputs.append(self.ledger_fact(store))
        ledger = SurplusLedger(store)
        return Booked(ledger.positions(), ledger.books())

    def _report(
        self, linked: Linked, result: dict[str, Any], booked: Booked | None, inputs: list[Any], names: Any
    ) -> Report:
        from ....core.balance.linkage.booked import surplus_identities, surplus_table
        from ....core.balance.linkage.report import Book, linkage_report

        book = Book(self._figures, inputs)
        if booked is not None:
            table = surplus_table(booked, linked.projects, names)
            book = Book(self._figures, inputs, [table], surplus_identities(table, booked))
        return linkage_report(linked, result, book, self.run_facts(), names)

    def _entries(self, store: Store | None, linked: Linked, booked: Booked | None, report: Report) -> list[Any]:
        """What shall come into the ledger, judged by its rules: nothing while a check does not hold."""
        from dataclasses import replace

        from ....core.balance.linkage.booked import acceptances
        from ....core.balance.linkage.surplus import SurplusLedger, found_linkage

        if store is None or booked is None or not self._enter or report.draft:
            return []
        if found_linkage(store):
            booked = replace(booked, books=SurplusLedger(store).books())
        entries = acceptances(linked.projects, booked, datetime.date.today(), operator_name())
        SurplusLedger(store).preview(entries)
        return entries

    def _read_projects(self, inputs: list[Any], steps: Steps) -> list[Project]:
        from ....core.balance.linkage.fields import projects_of, projects_of_sheet
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        label = translate("LandLedger", "Project areas")
        self._project_shapes = None
        if self._projects is not None:
            columns = read(self._projects, steps.read)
            self._project_shapes = columns.geometry if self._projects.shapes else None
            inputs.append(self.described(label, columns))
            return projects_of(columns, DisplayUnit(self._given_in))
        if not self._projects_book:
            return []
        table = self.sheet(self._projects_book, "T09", label, inputs)
        return projects_of_sheet(table.rows, table.sheet)

    def _read_blocks(self, inputs: list[Any], steps: Steps) -> list[tuple[Columns, list[Block]]]:
        """The layers of blocks with their blocks, demolition first; building blocks with what they take by the survey."""
        from ....core.balance.linkage.fields import blocks_of
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        labels = (translate("LandLedger", "Demolition blocks"), translate("LandLedger", "New-build blocks"))
        found = []
        for source, label, old in zip((self._old, self._new), labels, (True, False)):
            if source is None:
                continue
            columns = read(source, steps.read) if not source.shapes else self.read_whole(source, steps.read)
            inputs.append(self.described(label, columns))
            blocks = blocks_of(columns, old, DisplayUnit(self._given_in), self._system, self._units(columns))
            if not old and self._survey is not None:
                blocks = self._taken(columns, blocks, inputs, steps)
            found.append((columns, blocks))
        return found

    def _units(self, columns: Columns) -> Any:
        """Measured areas in units of 0.01 m², None where the fields say them."""
        import numpy as np
        import shapely

        from ....core.area import AreaUnit
        from ....core.errors import InputError
        from ....core.rounding import units_half_up

        if not self._measured:
            return None
        empty = np.flatnonzero(shapely.is_missing(columns.geometry) | shapely.is_empty(columns.geometry))
        if len(empty):
            template = translate("LandLedger", "Layer {layer}, feature {feature}: there is no shape to measure.")
            raise InputError(template, layer=columns.name, feature=int(columns.ids[empty[0]]))
        shapes = shapely.make_valid(columns.geometry)
        return units_half_up(self.measured_job().measure(shapes), AreaUnit.HUNDREDTH_SQUARE_METRE)

    def _taken(self, columns: Columns, blocks: Sequence[Block], inputs: list[Any], steps: Steps) -> list[Block]:
        import shapely

        from ....core.balance.linkage.ground import taken_land, with_taken

        boxes = shapely.bounds(columns.geometry)
        survey = self.read_near(self._survey, boxes, steps.read)
        inputs.append(self.described(translate("LandLedger", "Land survey"), survey))
        taken = taken_land(columns, survey, self._classes, self._all_rules, self.measured_job(self._tolerance), self._system, steps.survey)
        self._notices += [finding.text for finding in taken.result.findings]
        return with_taken(blocks, taken)

    def _overlaps(self, layers: Sequence[tuple[Columns, list[Block]]], steps: Steps) -> list[Problem]:
        from ....core.balance.linkage.ground import overlap_problems

        if not self._drawn:
            return []
        drawn = [(columns, blocks) for (columns, blocks), source in zip(layers, self._block_sources()) if source.shapes]
        return overlap_problems(drawn, self.measured_job(), self._rules, steps.cut)

    def _block_sources(self) -> list[Any]:
        return [source for source in (self._old, self._new) if source is not None]

    # ------------------------------------------------------------------------------------------------------------ write

    def _keep(self, store: Store | None, linked: Linked, report: Report, entries: Sequence[Any]) -> None:
        """Accepted surplus into the books and project areas into the register, where that was asked and all checks hold."""
        from ....core.balance.linkage.keeping import rows_to_keep
        from ....core.balance.linkage.surplus import SurplusLedger

        if store is None or not self._enter or (report.draft and not entries):
            return
        rows = rows_to_keep(store, linked.projects)
        if entries or rows:
            SurplusLedger(store).post(entries, rows, operator_name())

    def _shapes(self, layers: Sequence[tuple[Columns, list[Block]]], linked: Linked) -> tuple[Any, Any]:
        """Shapes of the result rows and their system; an invalid one where nothing has a shape."""
        import numpy as np
        from qgis.core import QgsCoordinateReferenceSystem

        from ...adapters.result_tables import no_shapes

        if layers:
            shapes = np.concatenate([columns.geometry for columns, _ in layers])
            drawn = any(source.shapes for source in self._block_sources())
            return shapes, self._plane if drawn else QgsCoordinateReferenceSystem()
        if self._project_shapes is not None:
            return self._project_shapes, self._projects.crs
        return no_shapes(len(linked.projects)), QgsCoordinateReferenceSystem()

    def _numbers(self, linked: Linked, report: Report) -> dict[str, Any]:
        totals = ("approved", "accepted", "cultivated", "new_build", "resettled", "taken", "used")
        return {
            "PROJECT_COUNT": len(linked.projects),
            "DEMOLITION_COUNT": sum(project.demolitions for project in linked.projects),
            "NEWBUILD_COUNT": sum(project.buildings for project in linked.projects),
            **{f"{name.upper()}_AREA_MU": float(linked.total(name).mu(6)) for name in totals},
            "SURPLUS_AREA_MU": float(linked.surplus.mu(6)),
            "LEFT_AREA_MU": float(linked.left.mu(6)),
            "FINDING_COUNT": len(linked.problems),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, linked: Linked, report: Report, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{count} project areas: {accepted} mu accepted, {surplus} mu of surplus, {left} mu left.")
        feedback.pushInfo(
            text.format(
                count=len(linked.projects),
                accepted=linked.total("accepted").mu(2),
                surplus=linked.surplus.mu(2),
                left=linked.left.mu(2),
            )
        )
        self.tell_problems(linked.problems, feedback)
        self.tell_outcome(report, self._enter, feedback)
