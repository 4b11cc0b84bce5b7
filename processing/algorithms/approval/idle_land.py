"""landledger:idleland — which supplied parcels are suspected to be idle on a day, by the agreed start dates."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...dates import add_date, asked_date
from ...settings import layouts_folder, rules_in_force
from ...workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.occupation.report import Report
    from ....core.quota.idle import Judged

AREA_UNITS = ("ha", "m2", "mu")
TOLD = 50


class IdleLand(WorkbookAlgorithm):
    """Idle land by rule."""

    GROUP = Group.APPROVAL
    ICON = "idle.svg"

    SUPPLY = "SUPPLY"
    AS_OF = "AS_OF"
    FIELD_MAP = "FIELD_MAP"
    OUTPUT = "OUTPUT"

    CHOICES = {WorkbookAlgorithm.AREA_UNIT: AREA_UNITS}

    def name(self) -> str:
        return "idleland"

    def displayName(self) -> str:
        return self.tr("Idle land")

    def shortDescription(self) -> str:
        return self.tr("Supplied parcels suspected to be idle, by agreed start, developed area and investment.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Says of every supplied parcel whether it is suspected to be idle on a day.\n\n"
            "1. Parcels: a layer or table with number (HTBH), area (GDMJ), agreed start (YDDGRQ), actual start (SJDGRQ), day "
            "it stopped (TGRQ), day it was finished (SJJGRQ), developed area (KFMJ), total and made investment (ZTZE, YTZE) "
            "and price (CJJK, 10,000 yuan); found by name, alias or Chinese name, or said under “Field map”. Or the register "
            "of supply of a ledger.\n"
            "2. Not started a year after the agreed start: idle. Started, developed for less than a third of the area or "
            "a quarter of the investment, and stopped for a year: idle. All thresholds are rules (resources/rules/idle.csv) "
            "to be confirmed locally.\n"
            "3. Days from which the fee may be levied and the land recovered, and the fee where the price is known, stand "
            "beside. Whether the government is the cause is for people to say.\n"
            "4. Parcels without an agreed start can't be judged and are listed so.\n\n"
            "Workbook: 疑似闲置土地清单, checks, findings, inputs with the rules. Result: every parcel with its state."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        anything = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.SUPPLY, self.tr("Supplied parcels (layer or table)"), anything, optional=True
            )
        )
        self.add_ledger_choice(self.tr("or ledger with the register of supply"))
        add_date(self, self.AS_OF, self.tr("State on the day (empty: today)"))
        self.add_area_unit(self.tr("Unit of the areas in the layer"))
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in HTBH=合同号;YDDGRQ=约定开工"), lines=True)
        self.add_title()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, self.tr("Parcels with their state"), anything[0], optional=True, createByDefault=False
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("PARCEL_COUNT", self.tr("Number of supplied parcels")),
            ("IDLE_COUNT", self.tr("Suspected idle parcels")),
            ("IDLE_AREA_M2", self.tr("Suspected idle (m²)")),
            ("NOT_STARTED_COUNT", self.tr("Idle: not started")),
            ("STOPPED_COUNT", self.tr("Idle: started and stopped")),
            ("RECOVERABLE_COUNT", self.tr("Parcels that may be recovered")),
            ("OVERDUE_COUNT", self.tr("Start overdue, not idle yet")),
            ("UNKNOWN_COUNT", self.tr("Parcels that can't be judged")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²)")),
            ("IDLE_RATE", self.tr("Idle-land rate (%)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.errors import InputError
        from ....core.quota.idle import idle_rules
        from ....core.quota.supply_fields import SUPPLY
        from ....core.survey.schema import parse_field_map
        from ...adapters.columns import has_polygons, prepare_source, schema_fields
        from ...adapters.sink_targets import require_target

        self._rules = idle_rules(rules_in_force())
        self._as_of = asked_date(self, parameters, self.AS_OF, context) or datetime.date.today()
        self.take_ledger(parameters, context)
        given = parameters.get(self.SUPPLY) not in (None, "")
        if given == (self._place is not None):
            raise InputError(translate("LandLedger", "Choose a layer of supplied parcels or a ledger, one of the two."))
        self._source = None
        if given:
            source = self.parameterAsSource(parameters, self.SUPPLY, context)
            # Of anything but polygons only the attributes are read.
            self._shapes = source is not None and has_polygons(source.wkbType())
            field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
            fields = schema_fields(SUPPLY, field_map)
            self._source = prepare_source(self, parameters, self.SUPPLY, context, shapes=self._shapes, **fields)
        places = [] if self._source is None else [self._source.place]
        require_target(parameters.get(self.OUTPUT), context, places)
        self.take_workbook(parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.occupation.report import write_report
        from ....core.quota.idle import judge
        from ....core.quota.idle_report import idle_report, result_columns

        steps = Steps(feedback, read=40, judge=10, layer=20, book=30)
        parcels, columns, names, inputs = self._parcels(parameters, context, steps)
        judged = []
        for place, parcel in enumerate(parcels):
            steps.judge(place / len(parcels))
            judged.append(judge(parcel, self._as_of, self._rules))
        result = result_columns(judged, say)
        report = idle_report(judged, result, self._as_of, self._facts(), inputs, names)
        outputs = self._numbers(judged, report)
        if parameters.get(self.OUTPUT) not in (None, ""):
            outputs[self.OUTPUT] = self._write_rows(parameters, context, columns, result, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(judged, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _parcels(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps
    ) -> tuple[list[Any], Columns | None, Any, list[Any]]:
        """Parcels, their layer if there is one, names of the tables, and what was read for the inputs sheet."""
        from ....core.occupation.inputs_sheet import fact, size_of
        from ....core.quota.idle import parcel_of
        from ....core.quota.register_tables import TableNames
        from ....core.quota.stock_report import names_of, register_values
        from ....core.quota.supply import choices_of
        from ....core.quota.supply_fields import parcels_of
        from ....core.workbook import DisplayUnit
        from ...adapters.columns import read

        title = self.text(parameters, self.TITLE, context)
        label = translate("LandLedger", "Supplied parcels")
        if self._source is not None:
            columns = read(self._source, steps.read)
            given_in = DisplayUnit(self.choice(parameters, self.AREA_UNIT, context))
            row = fact(label, f"{columns.name}  {columns.source}".strip(), size_of(columns) if self._shapes else "")
            return parcels_of(columns, given_in), columns, TableNames({}, {}, title, layouts_folder()), [row]
        store = self._place.opened()
        try:
            names, modes = names_of(store, title, layouts_folder()), choices_of("supply", "mode")
            parcels = [
                parcel_of(
                    values,
                    modes.get(str(values.get("mode")), str(values.get("mode") or "")),
                    names.holders.get(str(values.get("holder")), ""),
                )
                for values in register_values(store, "supply")
            ]
            return parcels, None, names, [fact(label, store.label, store.info().title)]
        finally:
            store.close()

    def _write_rows(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        columns: Columns | None,
        result: dict[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer or table and workbook, both or none; the id of the layer."""
        from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

        from ....core.occupation.report import write_report
        from ....core.quota.idle_report import RESULT_FIELDS
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of, fields_for, no_shapes
        from ...adapters.sinks import open_sink

        crs, kind, shapes = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry, no_shapes(len(result["IDLE"]))
        places = []
        if columns is not None and self._source is not None:
            places = [self._source.place]
            if self._shapes:
                crs, kind, shapes = self._source.crs, QgsWkbTypes.Type.MultiPolygon, columns.geometry
        fields = fields_for(RESULT_FIELDS, result)
        with open_sink(self, parameters, self.OUTPUT, context, fields, crs, kind, places) as sink:
            sink.write(shapes, [result[each.name] for each in RESULT_FIELDS], steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        dress(context, sink.id, Look(self.tr("Parcels with their state"), "idle.qml", aliases_of(RESULT_FIELDS)))
        return sink.id

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        notices = [] if self._source is None else self._source.notices
        return RunFacts(None, program_versions(), notices, self._rules.used)

    def _numbers(self, judged: Sequence[Judged], report: Report) -> dict[str, Any]:
        from ....core.quota.idle import IdleState, sums_of
        from ....core.quota.shares import percent

        sums = sums_of(judged)
        rate = percent(sums.idle_area, sums.area)
        return {
            "PARCEL_COUNT": len(judged),
            "IDLE_COUNT": sums.idle_count,
            "IDLE_AREA_M2": float(sums.idle_area.square_metres()),
            "NOT_STARTED_COUNT": sums.counts[IdleState.NOT_STARTED],
            "STOPPED_COUNT": sums.counts[IdleState.STOPPED],
            "RECOVERABLE_COUNT": sum(each.recoverable for each in judged),
            "OVERDUE_COUNT": sums.counts[IdleState.OVERDUE],
            "UNKNOWN_COUNT": sums.counts[IdleState.UNKNOWN],
            "TOTAL_AREA_M2": float(sums.area.square_metres()),
            "IDLE_RATE": float(rate or 0),
            "FINDING_COUNT": sum(len(each.findings) for each in judged),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, judged: Sequence[Judged], report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.quota.idle import sums_of

        sums = sums_of(judged)
        text = self.tr("{count} of {parcels} parcels are suspected to be idle on {date}: {area} ha ({mu} mu).")
        feedback.pushInfo(
            text.format(
                count=sums.idle_count,
                parcels=len(judged),
                date=self._as_of.isoformat(),
                area=sums.idle_area.hectares(4),
                mu=sums.idle_area.mu(2),
            )
        )
        for finding in [finding for each in judged for finding in each.findings][:TOLD]:
            feedback.pushWarning(said(finding))
        self.tell_failed(report.identities, feedback)
