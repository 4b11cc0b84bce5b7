"""landledger:planregister — the register of village plans of a city: import, one plan, workbook, map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
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
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...dates import add_date, asked_date
from ...import_algorithm import UNITS, ImportAlgorithm
from ...settings import layouts_folder, own_plan_states, rules_in_force

if TYPE_CHECKING:
    from ....core.importing.assignment import Assignment
    from ....core.occupation.report import Report
    from ....core.service.plans.importing import CheckedPlans, VillageNames
    from ....core.service.plans.register import PlanRegister
    from ....core.service.plans.report import Joined, PlanCounts
    from ....core.service.register.ledger import ServiceLedger
    from ....core.store import Store
    from ....core.workbook.grid import Grid
    from ...adapters.place_reading import Places


class PlanRegisterOfCity(ImportAlgorithm):
    """Village plans in the service book of a ledger."""

    GROUP = Group.VILLAGE
    ICON = "plan_register.svg"
    NEEDS = ("openpyxl", "numpy", "shapely")

    INPUT = "INPUT"
    COLUMNS = "COLUMNS"
    AREA_UNIT = "AREA_UNIT"
    PLAN = "PLAN"
    WITHDRAW = "WITHDRAW"
    BACKWARDS = "BACKWARDS"
    AS_OF = "AS_OF"
    PRINTED = "PRINTED"
    VILLAGES = "VILLAGES"
    FIELD_MAP = "FIELD_MAP"
    HOLDER = "HOLDER"
    TITLE = "TITLE"
    MAP = "MAP"

    CHOICES: Mapping[str, Sequence[str]] = {AREA_UNIT: UNITS}

    def name(self) -> str:
        return "planregister"

    def displayName(self) -> str:
        return self.tr("Register of village plans")

    def shortDescription(self) -> str:
        return self.tr("The village plans of a city as a list with states, days, planner teams and a map; import checked cell by cell.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Keeps the village plans of a city in the service book of a ledger, and reports on them.\n\n"
            "1. Without a spreadsheet and without a plan typed in, the register is only reported.\n"
            "2. Spreadsheet: columns are recognised by their headings (村庄代码, 村庄名称, 编制状态, 批复日期, 批复文号, 规划师小组 …); "
            "what is recognised otherwise than meant is named, as in STATE=进展;CODE=C. Every cell is checked; all of it is entered "
            "or nothing. “Only check” writes nothing.\n"
            "3. A row is known by its village code of 12 digits; a row without one by the name, town and county of a village in "
            "the layer of villages, the scenario in force or the register. What a blank cell does not say stays as it is, so the "
            "same file twice enters nothing twice.\n"
            "4. States (未编制, 编制, 论证, 审查, 批复, 入库) are a list: resources/codes/plan_states.csv, or codes/plan_states.csv in "
            "land_ledger of the QGIS user profile. Days have to follow one another; a plan does not go back to an earlier state "
            "unless that is allowed. A row without a state has the furthest that has a day.\n"
            "5. Planner teams are those of the service book, by code, name or leading planner; others stay as they are written.\n"
            "6. One plan typed in: 村庄代码=379901101202;编制状态=批复;批复日期=2024-05-01;批复文号=…; areas in hectares.\n"
            "7. Overdue: after the plan's own term while it is not approved, else after the days that the list allows its state.\n"
            "8. Printed figures, as in 已批复村庄规划=117个, are held against what was counted.\n"
            "9. Map: villages as polygons or points, joined by their codes, coloured by state.\n\n"
            "Rows are versioned and sealed: nothing is overwritten. “Check of service coverage” takes the approved plans from here "
            "where no table says them."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_ledger()
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT, self.tr("Spreadsheet"), fileFilter=self.tr("Excel workbook (*.xlsx)"), optional=True
            )
        )
        text = self.tr("or one plan, as in 村庄代码=379901101202;编制状态=批复;批复日期=2024-05-01")
        self.addParameter(QgsProcessingParameterString(self.PLAN, text, optional=True, multiLine=True))
        places = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.VILLAGES, self.tr("Villages (polygons or points), for the map"), places, optional=True)
        )
        add_date(self, self.AS_OF, self.tr("On the day (empty: today)"))
        figures = self.tr("Published figures to compare, as in 已批复村庄规划=117个")
        self.addParameter(QgsProcessingParameterString(self.PRINTED, figures, optional=True, multiLine=True))
        self._add_settings()
        self.add_checking()
        kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        label = self.tr("Map of the states of plans")
        self.addParameter(QgsProcessingParameterFeatureSink(self.MAP, label, kind, optional=True, createByDefault=False))
        self.add_workbook()
        self._add_results()

    def _add_settings(self) -> None:
        units = [self.tr("as written"), self.tr("mu"), self.tr("hectares"), self.tr("square metres"), self.tr("10 000 mu")]
        self.add_advanced(
            QgsProcessingParameterEnum(self.AREA_UNIT, self.tr("Unit of areas in the spreadsheet"), units, defaultValue=0)
        )
        for name, label, lines in (
            (self.SHEET, self.tr("Sheet (empty: the one that fits)"), False),
            (self.COLUMNS, self.tr("Columns, as in STATE=进展;CODE=C"), True),
            (self.WITHDRAW, self.tr("Code of a plan to be taken out"), False),
            (self.FIELD_MAP, self.tr("Field map of the villages, as in DYDM=ZLDWDM"), False),
            (self.HOLDER, self.tr("Holder of the service book (empty: the first)"), False),
            (self.TITLE, self.tr("Name before the title of the tables"), False),
        ):
            self.add_advanced(QgsProcessingParameterString(name, label, multiLine=lines, optional=True))
        self.add_advanced(
            QgsProcessingParameterBoolean(self.BACKWARDS, self.tr("Plans may go back to an earlier state"), defaultValue=False)
        )

    def _add_results(self) -> None:
        self.add_numbers(
            ("ROW_COUNT", self.tr("Rows read")),
            ("NEW_COUNT", self.tr("Plans entered")),
            ("CHANGED_COUNT", self.tr("Plans with a new version")),
            ("KNOWN_COUNT", self.tr("Plans that stay as they are")),
            ("PROBLEM_COUNT", self.tr("Cells that are wrong")),
            ("WARNING_COUNT", self.tr("Cells to look at")),
            ("PLAN_COUNT", self.tr("Plans in the register")),
            ("APPROVED_COUNT", self.tr("Approved plans")),
            ("OVERDUE_COUNT", self.tr("Overdue plans")),
            ("FAILING_COUNT", self.tr("Published figures that do not hold")),
            ("MAPPED_COUNT", self.tr("Plans on the map")),
            ("UNMAPPED_COUNT", self.tr("Plans without a village on the map")),
            ("UNLISTED_COUNT", self.tr("Villages of the map without a plan in the register")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        given = [name for name in (self.INPUT, self.PLAN, self.WITHDRAW) if parameters.get(name) not in (None, "")]
        if len(given) > 1:
            return False, self.tr("Choose one: a spreadsheet, a plan typed in, or a plan to be taken out.")
        if parameters.get(self.MAP) not in (None, "") and parameters.get(self.VILLAGES) in (None, ""):
            return False, self.tr("The map needs a layer of villages.")
        return super().checkParameterValues(parameters, context)

    # -------------------------------------------------------------------------------------------------------- before

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.service.units import UNIT_FIELDS
        from ....core.survey.schema import parse_field_map
        from ...adapters.place_reading import prepare_places
        from ...adapters.sink_targets import require_target

        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        field_map = {**self._village_fields(parameters, context, field_map), **field_map}
        self._villages = prepare_places(self, parameters, self.VILLAGES, context, UNIT_FIELDS, field_map, required=False)
        if self._villages is not None and "DYDM" not in self._villages.fields:
            template = translate("LandLedger", "Layer {layer} has no field of village codes; name it, as in DYDM=ZLDWDM.")
            raise InputError(template, layer=self._villages.name)
        taken = [self._villages.place] if self._villages is not None and self._villages.place else []
        require_target(parameters.get(self.MAP), context, taken)
        self.take_workbook(parameters, context)

    def _village_fields(
        self, parameters: dict[str, Any], context: QgsProcessingContext, named: Mapping[str, str]
    ) -> dict[str, str]:
        """Code and name of the villages as the survey's layers call them, where nothing else says which fields they are."""
        from ....core.survey.spelling import same_name

        source = self.parameterAsSource(parameters, self.VILLAGES, context)
        names = source.fields().names() if source is not None else []
        found = {}
        for wanted, others in (("DYDM", ("ZLDWDM", "XZQDM")), ("DYMC", ("ZLDWMC", "XZQMC"))):
            actual = next((each for each in (same_name(names, other) for other in others) if each), None)
            if actual and wanted not in named and not same_name(names, wanted):
                found[wanted] = actual
        return found

    # ------------------------------------------------------------------------------------------------------- the run

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.service.plans.register import PlanRegister
        from ....core.service.plans.report import plan_figures
        from ....core.service.plans.states import load_plan_states
        from ....core.service.register.ledger import ServiceLedger
        from ...adapters.place_reading import read_places

        steps = Steps(feedback, read=25, check=25, record=15, map=10, book=20, table=5)
        figures = plan_figures(self.parameterAsString(parameters, self.PRINTED, context))
        states = load_plan_states(own_plan_states())
        places = None if self._villages is None else read_places(self._villages, progress=steps.read)
        sheet = self._sheet(parameters, context)
        store = self.ledger(parameters, context)
        try:
            holder = self._text(parameters, self.HOLDER, context)
            register = PlanRegister(ServiceLedger(store, rules_in_force(), self.today, holder), states)
            results = self._record(register, store, sheet, places, parameters, context, feedback, steps)
            results.update(self._report(register, places, figures, parameters, context, steps, feedback))
        finally:
            store.close()
        return results

    def _text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, name, context).strip()

    def _sheet(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Grid, Assignment] | None:
        """What is to be entered: a spreadsheet, or one plan typed in; None for nothing."""
        from ....core.importing.fields import PLANS
        from ....core.importing.opening import Order, open_order
        from ....core.service.plans.importing import one_row

        typed = self._text(parameters, self.PLAN, context)
        if typed:
            return one_row(typed)
        path = self.parameterAsFile(parameters, self.INPUT, context)
        if not path:
            return None
        unit = str(self.choice(parameters, self.AREA_UNIT, context))
        sheet, columns = (self._text(parameters, name, context) for name in (self.SHEET, self.COLUMNS))
        return open_order(Order(path, sheet, PLANS, columns, "" if unit == "written" else unit))

    def _record(
        self,
        register: PlanRegister,
        store: Store,
        sheet: tuple[Grid, Assignment] | None,
        places: Places | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        steps: Steps,
    ) -> dict[str, Any]:
        """What is entered or taken out, all or nothing."""
        from ....core.service.plans.importing import check_plans, enter_plans
        from ....core.service.register.founding import found_service

        withdrawn = self._text(parameters, self.WITHDRAW, context)
        only_check = self.parameterAsBoolean(parameters, self.PREVIEW, context)
        self._checked = None
        if withdrawn and not only_check:
            register.withdraw(withdrawn, self.operator())
        if sheet is None:
            return {}
        self.tell_columns(sheet[1], feedback)
        backwards = self.parameterAsBoolean(parameters, self.BACKWARDS, context)
        names = self._names(register.ledger, places)
        checked = check_plans(register, *sheet, names, self.today(), backwards, steps.check)
        self._checked = checked
        self.tell_problems(checked.problems, feedback)
        wants_table = parameters.get(self.PROBLEMS) not in (None, "")
        done = False
        if not only_check and not (checked.refused and wants_table):
            if not checked.refused:
                # A book for what is sound only: a list with faults leaves the ledger as it was.
                register.ledger.holder = found_service(store, register.ledger.holder).holder
            enter_plans(register, checked, self.operator())
            done = True
        elif not only_check:
            feedback.reportError(self.tr("The file has faults: nothing was recorded."))
        results = self.write_problems(parameters, context, checked.rows, steps) if wants_table else {}
        return {**results, **self._counts(checked, done, feedback)}

    def _names(self, ledger: ServiceLedger, places: Places | None) -> VillageNames:
        """The villages of the layer and of the scenario in force."""
        from ....core.service.plans.importing import VillageNames, villages_of_units

        found: list[tuple[str, str, str, str]] = []
        if places is not None:
            keys = ("DYDM", "DYMC", "SSXZ", "SSXQ")
            found += [(code[:12], name, town, county) for code, name, town, county in zip(*(places.text(key).tolist() for key in keys))]
        current = ledger.current()
        if current is not None:
            found += villages_of_units(ledger.assignment(current.code, self.today()))
        return VillageNames(found)

    def _counts(self, checked: CheckedPlans, done: bool, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        hard = sum(problem.hard for problem in checked.problems)
        text = self.tr("{rows} rows: {new} new plans, {changed} changed, {known} as they were.")
        new, changed, known = len(checked.new), len(checked.changed), len(checked.known)
        feedback.pushInfo(text.format(rows=len(checked.rows.data), new=new, changed=changed, known=known))
        return {
            "ROW_COUNT": len(checked.rows.data), "NEW_COUNT": new if done else 0, "CHANGED_COUNT": changed if done else 0,
            "KNOWN_COUNT": known, "PROBLEM_COUNT": hard, "WARNING_COUNT": len(checked.problems) - hard,
        }  # fmt: skip

    # --------------------------------------------------------------------------------------------------- what it says

    def _report(
        self,
        register: PlanRegister,
        places: Places | None,
        figures: Any,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        steps: Steps,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Workbook and map of all that the register has now."""
        from ....core.balance.printed_figures import compared
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.service.plans.report import PlanReportJob, import_facts, plan_report
        from ...versions import program_versions

        day = asked_date(self, parameters, self.AS_OF, context) or self.today()
        job = PlanReportJob(day, figures, self._text(parameters, self.TITLE, context), layouts_folder())
        more = [] if self._checked is None else import_facts(self.parameterAsFile(parameters, self.INPUT, context), self._checked)
        report, counts = plan_report(register, job, RunFacts(None, program_versions()), more)
        results = self._write(parameters, context, report, counts, places, steps, feedback)
        failing = [each for each in compared(figures, counts.figures) if each.verdict.value == "fails"]
        self._tell(counts, failing, report, feedback)
        return {
            **results, self.WORKBOOK: self._book, "PLAN_COUNT": len(counts.plans), "APPROVED_COUNT": counts.approved,
            "OVERDUE_COUNT": len(counts.late), "FAILING_COUNT": len(failing),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }  # fmt: skip

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        report: Report,
        counts: PlanCounts,
        places: Places | None,
        steps: Steps,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Map and workbook, both or none."""
        from contextlib import ExitStack

        from ....core.occupation.report import write_report
        from ....core.service.plans.report import MAP_FIELDS, joined
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of

        results: dict[str, Any] = {}
        sink = None
        with ExitStack() as stack:
            if places is not None:
                found = joined(counts, places.text("DYDM").tolist(), places.text("DYMC").tolist(), say)
                results = self._mapped(counts, found, feedback)
                if parameters.get(self.MAP) not in (None, ""):
                    sink = stack.enter_context(self._open_map(parameters, context, found.columns))
                    sink.write(places.shape, [found.columns[each.name] for each in MAP_FIELDS], steps.map)
                    sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        if sink is not None:
            style = "plan_register_points.qml" if self._is_points() else "plan_register.qml"
            dress(context, sink.id, Look(self.tr("Map of the states of plans"), style, aliases_of(MAP_FIELDS)))
            results[self.MAP] = sink.id
        return results

    def _mapped(self, counts: PlanCounts, found: Joined, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if found.unmapped:
            text = self.tr("{count} plans have no village in the layer: {codes}")
            feedback.pushWarning(text.format(count=len(found.unmapped), codes="、".join(found.unmapped[:10])))
        mapped = len(counts.plans) - len(found.unmapped)
        return {"MAPPED_COUNT": mapped, "UNMAPPED_COUNT": len(found.unmapped), "UNLISTED_COUNT": found.unlisted}

    def _is_points(self) -> bool:
        from qgis.core import QgsWkbTypes

        kind = QgsWkbTypes.geometryType(self._villages.features.wkbType()) if self._villages is not None else None
        return kind == QgsWkbTypes.GeometryType.PointGeometry

    def _open_map(self, parameters: dict[str, Any], context: QgsProcessingContext, columns: Mapping[str, Any]) -> Any:
        from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

        from ....core.service.plans.report import MAP_FIELDS
        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        source = self._villages
        crs = source.crs if source is not None else QgsCoordinateReferenceSystem()
        kind = QgsWkbTypes.Type.Point if self._is_points() else QgsWkbTypes.Type.MultiPolygon
        inputs = [source.place] if source is not None and source.place else []
        return open_sink(self, parameters, self.MAP, context, fields_for(MAP_FIELDS, columns), crs, kind, inputs)

    def _tell(self, counts: PlanCounts, failing: Sequence[Any], report: Report, feedback: QgsProcessingFeedback) -> None:
        text = self.tr("{plans} village plans: {states}; {approved} approved, {overdue} overdue.")
        states = "、".join(f"{each.name} {counts.of(each.code)}" for each in counts.states.states)
        feedback.pushInfo(text.format(plans=len(counts.plans), states=states, approved=counts.approved, overdue=len(counts.late)))
        for each in failing:
            text = self.tr("Published figure that does not hold: {name} {printed}; counted: {ours}")
            ours = "—" if each.ours is None else f"{float(Fraction(each.ours.value)):g}"
            feedback.reportError(text.format(name=each.name, printed=each.printed.text, ours=ours))
        for each in counts.late[:20]:
            text = self.tr("Overdue by {days} days: {plan} ({why})")
            feedback.pushWarning(text.format(days=each.days, plan=f"{each.plan.code} {each.plan.name}", why=said(each.why)))
        self.tell_failed(report.identities, feedback)
