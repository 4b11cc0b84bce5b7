"""landledger:rectification — outflow spots by what was done about them: restored, in–out balance, adjusted supplement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...settings import font_families, layouts_folder, operator_name, rules_in_force
from ..occupation.footprint_algorithm import METHODS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.balance.broken_rules import Problem
    from ....core.balance.rectification.fields import SpotRows
    from ....core.balance.rectification.keeping import Kept
    from ....core.balance.rectification.model import Act, Rectified
    from ....core.columns import Columns
    from ....core.occupation.report import Report

AREA_UNITS = ("mu", "ha", "m2")
TOLD = 50


class RectificationBalance(FootprintAlgorithm):
    """Rectification of farmland outflow."""

    GROUP = Group.FARMLAND
    ICON = "rectification.svg"
    NEEDS = ("numpy", "scipy", "shapely", "openpyxl")

    SPOTS = "SPOTS"
    SPOTS_BOOK = "SPOTS_BOOK"
    MEASURES = "MEASURES"
    MEASURES_BOOK = "MEASURES_BOOK"
    LEDGER = "LEDGER"
    KEEP = "KEEP"
    PRINTED = "PRINTED"
    AREA_UNIT = "AREA_UNIT"
    FIELD_MAP = "FIELD_MAP"
    TITLE = "TITLE"
    OUTPUT = "OUTPUT"
    PIECES = "OUTPUT"

    CHOICES = {FootprintAlgorithm.AREA_METHOD: METHODS, AREA_UNIT: AREA_UNITS}

    def name(self) -> str:
        return "rectification"

    def displayName(self) -> str:
        return self.tr("Outflow rectification")

    def shortDescription(self) -> str:
        return self.tr("Outflow spots by three ways of rectification: state of each spot, ledger and county summary.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Adds up, spot by spot, what was done about farmland that flowed out.\n\n"
            "1. Spots: a layer, a table or a sheet 耕地流出整改台账 with number (TBBH), outflow (LCMJ), area to be rectified "
            "(YZGMJ; without it the whole outflow), county, year (LCNF), case (LCQX), permanent basic farmland (SFYN), day it "
            "was struck off (XHRQ), evidence (JZCL); found by name, alias or Chinese name, or said under “Field map”.\n"
            "2. Acts: a layer, a table or a sheet 整改措施 with spot (LCTBBH), way (ZGFS: 整改恢复, 落实进出平衡, 调整补划), "
            "area (ZGMJ), number and area of the patch (ZGTBBH, TBMJ), plan (JCFABH), day (ZGRQ), class after (HFDL). Without "
            "them the three areas are fields of the spots (HFMJ, JCPHMJ, TZBHMJ).\n"
            "3. The ways of a spot add up to no more than its duty; one inflow or supplement patch balances one spot; restored "
            "land is cultivated again; where both layers have shapes, restored land lies in its spot, other patches lie apart "
            "from each other and from all spots. How each of these binds, and what is exempt, are rules "
            "(resources/rules/rectification.csv: after the in–out balance since 2021 and the reform of 2024) to be confirmed locally.\n"
            "4. 未整改, 部分整改, 已整改 follow from the areas; 已销号 needs all of it, evidence, and a day not before the last act.\n"
            "5. A ledger keeps spots and acts in versions: acts of several years add up, and importing twice enters nothing "
            "twice. Nothing is entered while a rule that binds is broken.\n"
            "6. Published figures (合计=17.58;整改恢复=10.17;…, in 万亩) are compared as what they may have been before rounding.\n\n"
            "Workbook: 耕地流出整改台账 (T10), county summary in 万亩 (T10S) that foots as printed, acts, published figures, "
            "checks, findings, inputs with the rules. While one check does not hold, every sheet is marked 草稿. Result: every "
            "spot with its state."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        anything = [QgsProcessing.SourceType.TypeVector]
        book = self.tr("Excel workbook (*.xlsx)")
        for name, label, sheet, sheet_label in (
            (
                self.SPOTS,
                self.tr("Outflow spots (layer or table)"),
                self.SPOTS_BOOK,
                self.tr("or workbook with the sheet of spots"),
            ),
            (
                self.MEASURES,
                self.tr("Acts of rectification (layer or table)"),
                self.MEASURES_BOOK,
                self.tr("or workbook with the sheet of acts"),
            ),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, anything, optional=True))
            self.addParameter(QgsProcessingParameterFile(sheet, sheet_label, fileFilter=book, optional=True))
        units = [self.tr("mu"), self.tr("ha"), self.tr("m²")]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.AREA_UNIT, self.tr("Unit of the areas in the layers"), units, defaultValue=0
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.LEDGER,
                self.tr("Ledger with earlier spots and acts"),
                fileFilter=self.tr("Ledger (*.gpkg);;All files (*)"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.KEEP, self.tr("Enter spots and acts into the ledger"), defaultValue=False
            )
        )
        self._add_advanced_parameters()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, self.tr("Spots with their state"), anything[0], optional=True, createByDefault=False
            )
        )
        self.add_workbook()
        self._add_outputs()

    def _add_advanced_parameters(self) -> None:
        methods = [self.tr("ellipsoidal area"), self.tr("plane area")]
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.AREA_METHOD, self.tr("Area method"), methods, defaultValue=METHODS.index("ellipsoid")
            )
        )
        self.add_reprojection(
            self.tr("Acts in another zone may be brought to that of the spots"),
            self.tr("Zone, if the spots are in degrees"),
        )
        for name, label, lines in (
            (self.PRINTED, self.tr("Published figures to compare, as in 合计=17.58;整改恢复=10.17"), True),
            (self.FIELD_MAP, self.tr("Field map, as in TBBH=编号;LCMJ=面积"), True),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))

    def _add_outputs(self) -> None:
        self.add_numbers(
            ("SPOT_COUNT", self.tr("Number of spots")),
            ("OPEN_COUNT", self.tr("Spots not rectified")),
            ("PARTLY_COUNT", self.tr("Spots rectified in part")),
            ("DONE_COUNT", self.tr("Spots rectified in full")),
            ("CLOSED_COUNT", self.tr("Spots struck off")),
            ("EXEMPT_COUNT", self.tr("Exempt spots")),
            ("DUE_AREA_MU", self.tr("To be rectified (mu)")),
            ("RESTORED_AREA_MU", self.tr("Restored (mu)")),
            ("IN_OUT_AREA_MU", self.tr("Settled by the in–out balance (mu)")),
            ("SUPPLEMENT_AREA_MU", self.tr("Adjusted and supplemented (mu)")),
            ("DONE_AREA_MU", self.tr("Rectified (mu)")),
            ("LEFT_AREA_MU", self.tr("Still to be rectified (mu)")),
            ("RATE", self.tr("Rectified share (%)")),
            ("NEW_COUNT", self.tr("Rows new in the ledger")),
            ("CHANGED_COUNT", self.tr("Rows changed in the ledger")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    # ---------------------------------------------------------------------------------------------------------- prepare

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.rectification.fields import ACT_FIELDS, SPOT_FIELDS
        from ....core.balance.rectification.rules import rectification_rules
        from ....core.balance.rectification.tables import rectification_figures
        from ....core.survey.schema import parse_field_map
        from ...adapters.ledgers import ledger_place

        self._families = font_families()
        self._rules = rectification_rules(rules_in_force())
        self._figures = rectification_figures(self.parameterAsString(parameters, self.PRINTED, context))
        self._ledger = self.parameterAsFile(parameters, self.LEDGER, context)
        self._keep = self.parameterAsBoolean(parameters, self.KEEP, context)
        self._books = {
            name: self.parameterAsFile(parameters, name, context) for name in (self.SPOTS_BOOK, self.MEASURES_BOOK)
        }
        self._require_inputs(parameters)
        # On the main thread, as QGIS may ask for the master password of a database.
        self._place = ledger_place(self._ledger) if self._ledger else None
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._spots = self.amounts_source(parameters, self.SPOTS, context, SPOT_FIELDS, field_map)
        self._acts = self.amounts_source(parameters, self.MEASURES, context, ACT_FIELDS, field_map, may_be_empty=True)
        self._prepare_ground(parameters, context)
        self.prepare_targets(parameters, context)

    def _require_inputs(self, parameters: dict[str, Any]) -> None:
        from ....core.errors import InputError

        given = {name: parameters.get(name) not in (None, "") for name in (self.SPOTS, self.MEASURES)}
        if given[self.SPOTS] and self._books[self.SPOTS_BOOK]:
            raise InputError(translate("LandLedger", "Choose the spots as a layer or as a workbook, not both."))
        if given[self.MEASURES] and self._books[self.MEASURES_BOOK]:
            raise InputError(translate("LandLedger", "Choose the acts as a layer or as a workbook, not both."))
        if not (given[self.SPOTS] or self._books[self.SPOTS_BOOK] or self._ledger):
            raise InputError(translate("LandLedger", "There are no spots: choose a layer, a workbook or a ledger."))
        if self._keep and not self._ledger:
            raise InputError(translate("LandLedger", "To keep spots and acts choose the ledger that shall have them."))


    def _prepare_ground(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The plane of the run, where spots and acts both have shapes; else nothing is laid over anything."""
        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self._drawn = all(source is not None and source.shapes for source in (self._spots, self._acts))
        if self._drawn:
            self.prepare_plane(parameters, context, self._spots, [self._acts], self._method == "ellipsoid")
            self._notices = list(self._notices)
        else:
            self._sources = [source for source in (self._spots, self._acts) if source is not None]
            self._notices = []

    # ---------------------------------------------------------------------------------------------------------- compute

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.rectification.judging import rectify
        from ....core.balance.rectification.keeping import acts_that_count
        from ....core.balance.rectification.report import Book, rectification_report, result_columns

        steps = Steps(feedback, read=25, cut=35, layer=15, book=25)
        given_in = self.choice(parameters, self.AREA_UNIT, context)
        inputs: list[Any] = []
        columns, rows = self._read_spots(given_in, inputs, steps)
        drawn, acts = self._read_acts(given_in, inputs, steps)
        store = self._place.opened() if self._place else None
        try:
            counted = acts_that_count(rows, acts, store)
            kept = self._joined(store, rows, counted, inputs)
            problems = self._ground(columns, rows, drawn, counted, steps)
            stated = rows.stated if acts is not None or store is not None else None
            found = rectify(kept.spots, kept.acts, self._rules, stated, problems)
            result = result_columns(found, say)
            report = rectification_report(
                found, result, Book(self._figures, inputs), self._facts(), self._names(parameters, context)
            )
            outputs = self._numbers(found, kept, report)
            self._write(parameters, context, (columns, found, result, report, store, rows, counted), steps, outputs)
        finally:
            if store is not None:
                store.close()
        self._tell(found, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _read_spots(self, given_in: str | None, inputs: list[Any], steps: Steps) -> tuple[Columns | None, SpotRows]:
        from ....core.balance.rectification.fields import SpotRows, spots_of, spots_of_sheet
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        label = translate("LandLedger", "Outflow spots")
        if self._spots is not None:
            columns = read(self._spots, steps.read)
            inputs.append(_described(label, columns))
            return columns, spots_of(columns, DisplayUnit(given_in), self._rules)
        path = self._books[self.SPOTS_BOOK]
        if path:
            table = self._sheet(path, "T10", label, inputs)
            return None, spots_of_sheet(table.rows, table.sheet, self._rules)
        return None, SpotRows([], [], {})

    def _read_acts(
        self, given_in: str | None, inputs: list[Any], steps: Steps
    ) -> tuple[Columns | None, list[Act] | None]:
        from ....core.balance.rectification.fields import acts_of, acts_of_sheet
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        label = translate("LandLedger", "Acts of rectification")
        if self._acts is not None:
            columns = read(self._acts, steps.read)
            inputs.append(_described(label, columns))
            return columns, acts_of(columns, DisplayUnit(given_in))
        path = self._books[self.MEASURES_BOOK]
        if path:
            table = self._sheet(path, "RECTACTS", label, inputs)
            return None, acts_of_sheet(table.rows, table.sheet)
        return None, None

    def _sheet(self, path: str, layout: str, label: str, inputs: list[Any]) -> Any:
        from ....core.occupation.inputs_sheet import fact
        from ....core.workbook import load_layout, read_table

        table = read_table(path, load_layout(layout, layouts_folder()))
        inputs.append(fact(label, f"{path}  {table.sheet}"))
        self._notices += [problem.sentence for problem in table.problems]
        return table

    def _joined(self, store: Any, rows: SpotRows, acts: Sequence[Act], inputs: list[Any]) -> Kept:
        from ....core.balance.rectification.keeping import Kept, joined
        from ....core.occupation.inputs_sheet import fact

        if store is None:
            return Kept(rows.spots, acts)
        inputs.append(fact(translate("LandLedger", "Ledger"), store.label, store.info().title))
        return joined(store, rows.spots, acts)

    def _ground(
        self, spots: Columns | None, rows: SpotRows, drawn: Columns | None, acts: Sequence[Act], steps: Steps
    ) -> list[Problem]:
        from ....core.area import AreaUnit
        from ....core.balance.rectification.ground import ground_problems, lay_over
        from ....core.occupation.model import AreaMethod, Job
        from ....core.survey.apportion import Master

        if not self._drawn or spots is None or drawn is None or not len(drawn):
            return []
        job = Job(AreaMethod(self._method), Master.FOOTPRINT, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0, self._zone)
        here = [self._bring(source, columns) for source, columns in ((self._spots, spots), (self._acts, drawn))]
        ground = lay_over(here[0], [spot.number for spot in rows.spots], here[1], acts, job, steps.cut)
        return ground_problems(ground, acts, self._rules)

    def _names(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.quota.register_tables import TableNames

        return TableNames({}, {}, self.parameterAsString(parameters, self.TITLE, context).strip(), layouts_folder())

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        return RunFacts(None, program_versions(), self.notices, self._rules.used)

    # ------------------------------------------------------------------------------------------------------------ write

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        what: Any,
        steps: Steps,
        outputs: dict[str, Any],
    ) -> None:
        """Layer and workbook, both or none, and the ledger with them."""
        from ....core.occupation.report import write_report

        columns, found, result, report, store, rows, acts = what
        if parameters.get(self.OUTPUT) in (None, ""):
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
            self._enter(store, rows, acts, report)
            return
        with self._sink(parameters, context, columns, result) as sink:
            sink.write(*self._rows(columns, found, result), steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
            self._enter(store, rows, acts, report)
        self._dress(context, sink.id)
        outputs[self.OUTPUT] = sink.id

    def _enter(self, store: Any, rows: SpotRows, acts: Sequence[Act], report: Report) -> None:
        from ....core.balance.rectification.keeping import keep

        if self._keep and not report.draft:
            keep(store, rows.spots, acts, operator_name())

    def _sink(
        self, parameters: dict[str, Any], context: QgsProcessingContext, columns: Columns | None, result: Any
    ) -> Any:
        from qgis.core import QgsCoordinateReferenceSystem

        from ....core.balance.rectification.report import RESULT_FIELDS
        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        crs, kind = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        if columns is not None and self._spots.shapes:
            crs, kind = self._spots.crs, QgsWkbTypes.Type.MultiPolygon
        places = [source.place for source in self._sources]
        return open_sink(self, parameters, self.OUTPUT, context, fields_for(RESULT_FIELDS, result), crs, kind, places)

    def _rows(self, columns: Columns | None, found: Rectified, result: Any) -> tuple[Any, list[Any]]:
        """Shapes and values of the spots; one that only the ledger knows has no shape."""
        from ....core.balance.rectification.report import RESULT_FIELDS
        from ...adapters.result_tables import no_shapes

        shapes = no_shapes(len(found.spots))
        if columns is not None and self._spots.shapes:
            for place, each in enumerate(found.spots):
                if each.spot.row >= 0:
                    shapes[place] = columns.geometry[each.spot.row]
        return shapes, [result[each.name] for each in RESULT_FIELDS]

    def _dress(self, context: QgsProcessingContext, identifier: str) -> None:
        from ....core.balance.rectification.report import RESULT_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of

        dress(
            context, identifier, Look(self.tr("Spots with their state"), "rectification.qml", aliases_of(RESULT_FIELDS))
        )

    def _numbers(self, found: Rectified, kept: Kept, report: Report) -> dict[str, Any]:
        from ....core.balance.rectification.model import SpotState, Way
        from ....core.balance.rectification.tables import rate

        counts = {state: sum(each.state is state for each in found.spots) for state in SpotState}
        entered = self._keep and not report.draft
        return {
            "SPOT_COUNT": len(found.spots),
            **{f"{state.name}_COUNT": count for state, count in counts.items()},
            "DUE_AREA_MU": float(found.due.mu(6)),
            **{f"{way.name}_AREA_MU": float(found.total(way).mu(6)) for way in Way},
            "DONE_AREA_MU": float(found.done.mu(6)),
            "LEFT_AREA_MU": float((found.due - found.done).mu(6)),
            "RATE": float(rate(found.done, found.due) or 0),
            "NEW_COUNT": kept.new if entered else 0,
            "CHANGED_COUNT": kept.changed if entered else 0,
            "FINDING_COUNT": len(found.problems),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, found: Rectified, report: Report, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{done} of {due} mu are rectified ({count} spots).")
        feedback.pushInfo(text.format(done=found.done.mu(2), due=found.due.mu(2), count=len(found.spots)))
        for problem in list(found.problems)[:TOLD]:
            feedback.pushWarning(f"{problem.feature}: {said(problem.text)}")
        if self._keep and report.draft:
            feedback.pushWarning(self.tr("Nothing was entered into the ledger: a check does not hold."))
        self.tell_failed(report.identities, feedback)


def _described(label: str, columns: Columns) -> Any:
    from ....core.occupation.inputs_sheet import fact
    from ....core.sentence import sentence

    rows = sentence(translate("LandLedger", "{count} rows"), count=len(columns))
    return fact(label, f"{columns.name}  {columns.source}".strip(), rows)
