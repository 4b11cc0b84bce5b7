"""landledger:unsuppliedland — approved land minus supplied land, batch by batch, with difficulty and measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ...base import Group, Steps, said, say
from ...settings import font_families, layouts_folder, rules_in_force
from ..occupation.footprint_algorithm import METHODS, UNITS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.occupation.report import Report
    from ....core.quota.unsupplied import Unsupplied
    from ....core.quota.unsupplied_words import Filled

AREA_UNITS = ("ha", "m2", "mu")
MASTERS = ("measured", "document")
TOLD = 50


class UnsuppliedLand(FootprintAlgorithm):
    """What of the approved land was not supplied."""

    GROUP = Group.APPROVAL
    ICON = "unsupplied.svg"

    APPROVED = "APPROVED"
    SUPPLIED = "SUPPLIED"
    FORMER = "FORMER"
    FIELD_MAP = "FIELD_MAP"
    MASTER = "MASTER"
    YEAR = "YEAR"
    SLIVER_M2 = "SLIVER_M2"
    OUTPUT = "OUTPUT"
    PIECES = "OUTPUT"

    CHOICES = {**FootprintAlgorithm.CHOICES, FootprintAlgorithm.AREA_UNIT: AREA_UNITS, MASTER: MASTERS}

    def name(self) -> str:
        return "unsuppliedland"

    def displayName(self) -> str:
        return self.tr("Approved but unsupplied land")

    def shortDescription(self) -> str:
        return self.tr("Approved land minus supplied land: unsupplied plots, areas and difficulty, batch by batch.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Lays supplied land over approved land and lists what was not supplied, batch by batch.\n\n"
            "1. Approved land: polygons with document number (PZWH) or batch (PCMC), date of approval (PZRQ), plot number "
            "(DKBH), approved area (PZMJ); found by name, alias or Chinese name, or said under “Field map”, as in "
            "PZWH=文号;PCMC=批次. A polygon without batch and document number ends the run.\n"
            "2. Supplied land: any polygons; number (HTBH, DZJGH) and date (QDRQ) if there are. With a year, what was "
            "supplied in it stands under 本年处置面积>供应.\n"
            "3. Areas are ellipsoidal (or those of the plane) and apportioned once: supplied and unsupplied land of a batch "
            "make up its approved area exactly. With “area of the document” that of PZMJ is the whole.\n"
            "4. Ground that two polygons of one batch share, or that was supplied twice, counts once; both are listed, and "
            "so is what was supplied outside approved land.\n"
            "5. Parts smaller than the sliver limit stay in the sums and are listed by themselves. Batches approved before "
            "the base year (rule unsupplied_base_year) are left out.\n"
            "6. Reason, difficulty, measure and date are kept: from the register of the ledger by plot number, else from "
            "the former result by the ground both share.\n\n"
            "Workbook: 批而未供台账 (T03), sums by batch, slivers, supply outside, overlaps, checks, findings, inputs. While "
            "one check does not hold, every sheet is marked 草稿. Result: one feature for each unsupplied part."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label, optional in (
            (self.APPROVED, self.tr("Approved land"), False),
            (self.SUPPLIED, self.tr("Supplied land"), False),
            (self.FORMER, self.tr("Former result, to keep reason, difficulty and measure"), True),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, polygon, optional=optional))
        self.add_ledger_choice(self.tr("Ledger with the register of plots"))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR, self.tr("Year of disposal (0 = not told apart)"), defaultValue=0, minValue=0, maxValue=2100
            )
        )
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, self.tr("Unsupplied plots"), optional=True, createByDefault=False
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("BATCH_COUNT", self.tr("Number of batches")),
            ("PLOT_COUNT", self.tr("Number of plots with unsupplied land")),
            ("APPROVED_AREA_M2", self.tr("Approved (m²)")),
            ("SUPPLIED_AREA_M2", self.tr("Supplied (m²)")),
            ("UNSUPPLIED_AREA_M2", self.tr("Unsupplied (m²), slivers included")),
            ("SLIVER_COUNT", self.tr("Number of slivers")),
            ("SLIVER_AREA_M2", self.tr("Slivers (m²)")),
            ("OUTSIDE_COUNT", self.tr("Supplied parcels outside approved land")),
            ("OUTSIDE_AREA_M2", self.tr("Supplied outside approved land (m²)")),
            ("OVERLAP_COUNT", self.tr("Number of overlaps")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_choices(self) -> None:
        methods = [self.tr("ellipsoidal area"), self.tr("plane area")]
        units = [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")]
        masters = [self.tr("measured area"), self.tr("area of the document (PZMJ)")]
        in_units = [self.tr("ha"), self.tr("m²"), self.tr("mu")]
        for name, label, options, default in (
            (self.AREA_METHOD, self.tr("Area method"), methods, METHODS.index("ellipsoid")),
            (self.UNIT, self.tr("Smallest unit"), units, UNITS.index("1")),
            (self.MASTER, self.tr("Approved area of a batch"), masters, 0),
            (self.AREA_UNIT, self.tr("Unit of the approved area in the layer"), in_units, 0),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.SLIVER_M2,
                self.tr("Sliver limit (m²; empty: rule unsupplied_sliver_m2)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.0,
            )
        )
        self.add_tolerance(0.0)
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the approved land"),
            self.tr("Zone, if the approved land is in degrees"),
        )
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in PZWH=文号;PCMC=批次"), lines=True)
        self.add_title()

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.quota.supply_fields import APPROVED_LAND, FORMER_RESULT, SUPPLIED_LAND
        from ....core.survey.schema import Role, parse_field_map
        from ...adapters.columns import prepare_source, schema_fields

        self._rules = rules_in_force()
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        wanted = schema_fields(APPROVED_LAND, field_map, Role.APPROVED)
        self._approved = prepare_source(self, parameters, self.APPROVED, context, **wanted)
        supplied = schema_fields(SUPPLIED_LAND, {key: name for key, name in field_map.items() if key in _SUPPLIED_NAMES})
        self._supplied = prepare_source(self, parameters, self.SUPPLIED, context, may_be_empty=True, **supplied)

        def kept(available: Any, layer: str) -> dict[str, str]:
            return {name: name for name in FORMER_RESULT if name in available}

        self._former = prepare_source(
            self, parameters, self.FORMER, context, kept, required=False, may_be_empty=True
        )
        others = [source for source in (self._supplied, self._former) if source is not None]
        self._method = self.choice(parameters, self.AREA_METHOD, context)
        self.prepare_plane(parameters, context, self._approved, others, self._method == "ellipsoid")
        self.prepare_targets(parameters, context)
        self.take_ledger(parameters, context)
        self._families = font_families()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from dataclasses import replace

        from ....core.occupation.report import write_report
        from ....core.quota.supply_fields import approved_columns, supplied_columns
        from ....core.quota.unsupplied import unsupplied_land
        from ....core.quota.unsupplied_report import document_remarks, result_columns, unsupplied_report
        from ....core.quota.unsupplied_words import Known, fill
        from ....core.workbook import DisplayUnit

        steps = Steps(feedback, read=25, cut=50, layer=10, book=15)
        known, names = self._known_rows(parameters, context)
        job = self._job(parameters, context)
        given_in = DisplayUnit(self.choice(parameters, self.AREA_UNIT, context))
        approved = approved_columns(self.read_whole(self._approved, steps.read), given_in, job.job.unit)
        supplied = supplied_columns(self.read_whole(self._supplied, steps.read))
        former = None if self._former is None else self.read_whole(self._former, steps.read)
        found = unsupplied_land(approved, supplied, job, steps.cut)
        regions = found.approved.attributes.get("REGION")
        filled = fill(found, Known(known, regions, former))
        filled = replace(filled, remarks=[*filled.remarks, *document_remarks(found, self._tolerance())])
        columns = result_columns(found, filled)
        report = unsupplied_report(found, filled, columns, self._facts(), names)
        outputs = self._numbers(found, filled, report)
        if parameters.get(self.OUTPUT) not in (None, ""):
            outputs[self.OUTPUT] = self._write_parts(parameters, context, found, columns, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(found, filled, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from decimal import Decimal

        from ....core.area import Area
        from ....core.occupation.model import AreaMethod, Job
        from ....core.occupation.presets import UNITS as UNIT_OF
        from ....core.quota.unsupplied import UnsuppliedJob
        from ....core.rounding import half_up
        from ....core.survey.apportion import Master

        unit = UNIT_OF[str(self.choice(parameters, self.UNIT, context))]
        tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)
        sliver = self._rules.number("unsupplied_sliver_m2")
        if parameters.get(self.SLIVER_M2) not in (None, ""):
            sliver = Decimal(repr(self.parameterAsDouble(parameters, self.SLIVER_M2, context)))
        return UnsuppliedJob(
            Job(AreaMethod(self._method), Master.FOOTPRINT, unit, tolerance, self._zone),
            self._rules.whole("unsupplied_base_year"),
            Area.from_square_metres(half_up(sliver, 2)),
            self.parameterAsInt(parameters, self.YEAR, context) or None,
            self.choice(parameters, self.MASTER, context) == "document",
        )

    def _tolerance(self) -> Any:
        from fractions import Fraction

        return Fraction(self._rules.number("unsupplied_area_tolerance_percent")) / 100

    def _known_rows(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[dict[str, Any], Any]:
        """Rows of the register of plots by plot number, and the names of the tables."""
        from ....core.quota.register_tables import TableNames
        from ....core.quota.stock_report import names_of, register_values

        title = self.text(parameters, self.TITLE, context)
        if self._place is None:
            return {}, TableNames({}, {}, title, layouts_folder())
        store = self._place.opened()
        try:
            rows = {str(values["plot_no"]): values for values in register_values(store, "unsupplied")}
            return rows, names_of(store, title, layouts_folder())
        finally:
            store.close()

    def _write_parts(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        found: Unsupplied,
        columns: dict[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.occupation.report import write_report
        from ....core.quota.unsupplied_report import RESULT_FIELDS, part_shapes
        from ...adapters.looks import Look, dress

        with self.open_pieces(parameters, context, RESULT_FIELDS, columns) as sink:
            sink.write(part_shapes(found), [columns[each.name] for each in RESULT_FIELDS], steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {each.name: say(each.alias) for each in RESULT_FIELDS}
        dress(context, sink.id, Look(self.tr("Unsupplied plots"), "unsupplied.qml", aliases))
        return sink.id

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        used = ("unsupplied_base_year", "unsupplied_sliver_m2", "unsupplied_area_tolerance_percent")
        return RunFacts(None, program_versions(), self.notices, [self._rules.get(key) for key in used])

    def _numbers(self, found: Unsupplied, filled: Filled, report: Report) -> dict[str, Any]:
        from ....core.quota.unsupplied_report import Numbers, remarks_of

        numbers = Numbers.of(found)
        return {
            "BATCH_COUNT": len(found.batches),
            "PLOT_COUNT": len(filled.rows),
            "APPROVED_AREA_M2": float(numbers.approved.square_metres()),
            "SUPPLIED_AREA_M2": float(numbers.supplied.square_metres()),
            "UNSUPPLIED_AREA_M2": float(numbers.unsupplied.square_metres()),
            "SLIVER_COUNT": sum(part.sliver for part in found.parts),
            "SLIVER_AREA_M2": float(numbers.slivers.square_metres()),
            "OUTSIDE_COUNT": len(found.outside),
            "OUTSIDE_AREA_M2": float(numbers.outside.square_metres()),
            "OVERLAP_COUNT": len(found.overlay.overlaps),
            "FINDING_COUNT": len(remarks_of(found, filled)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, found: Unsupplied, filled: Filled, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.quota.unsupplied_report import Numbers, remarks_of

        numbers = Numbers.of(found)
        text = self.tr("{batches} batches, {approved} ha approved, {supplied} ha supplied, {left} ha ({mu} mu) unsupplied.")
        feedback.pushInfo(
            text.format(
                batches=len(found.batches),
                approved=numbers.approved.hectares(),
                supplied=numbers.supplied.hectares(),
                left=numbers.unsupplied.hectares(),
                mu=numbers.unsupplied.mu(2),
            )
        )
        for each in found.outside[:TOLD]:
            text = self.tr("Supplied parcel {number}: {area} m² lie outside approved land.")
            feedback.pushWarning(text.format(number=each.number, area=each.outside.square_metres()))
        if found.overlay.overlaps:
            text = self.tr("{count} overlaps, see the sheet 重叠清单; shared ground counts once.")
            feedback.pushWarning(text.format(count=len(found.overlay.overlaps)))
        for remark in remarks_of(found, filled)[:TOLD]:
            feedback.pushWarning(f"{remark.layer} {remark.feature}: {said(remark.text)}".replace(" :", ":"))
        self.tell_failed(report.identities, feedback)


_SUPPLIED_NAMES = ("HTBH", "DZJGH", "QDRQ")
