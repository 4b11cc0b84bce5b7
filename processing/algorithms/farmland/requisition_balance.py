"""landledger:requisitionbalance — what projects have to make up for, and which lots of the reserve do it (占补平衡挂钩)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Steps, said, say
from ...dates import asked_date
from ...settings import font_families, layouts_folder, operator_name, own_yields, rules_in_force
from ..occupation.occupied_land import CODE_TABLE
from .amount_table import amount_table
from .requisition_parameters import RequisitionParameters

if TYPE_CHECKING:
    from ....core.balance.requisition.account import Accounts
    from ....core.balance.requisition.demand_of import DemandFacts, Demands
    from ....core.balance.requisition.matching import Task
    from ....core.balance.requisition.model import Matching, Notice
    from ....core.balance.requisition.posting import Booked, Order
    from ....core.balance.reserve.ledger import ReserveLedger
    from ....core.balance.yearly.ground import Occupied
    from ....core.occupation.report import Report
    from ....core.progress import Progress

STATES = {"none": "测算", "freeze": "冻结", "draw": "核销"}
TOLD = 50


class RequisitionBalance(RequisitionParameters):
    """Requisition–compensation: demand of projects against the reserve, matched and booked."""

    def name(self) -> str:
        return "requisitionbalance"

    def displayName(self) -> str:
        return self.tr("Requisition–compensation balance")

    def shortDescription(self) -> str:
        return self.tr(
            "Quantity, paddy and capacity that each project takes, the lots of the reserve that make up for it, what is short."
        )

    def shortHelpString(self) -> str:
        return self.tr(
            "Counts the farmland that each project takes and finds the lots of the reserve that make up for it in quantity, "
            "paddy and capacity; where they do not suffice it says which indicator of which project is short by how much.\n\n"
            "1. Projects: footprints over the land survey (cut and adjusted as in “Land occupied by footprints”; those of one "
            "value in the project field are one project), or a table with one row a project: code 项目编号, name, region "
            "行政区代码, kind 项目类型, effective 生效日期, quantity 占用耕地数量, paddy 水田规模, capacity 粮食产能, areas by "
            "grade 1等 … 15等; other names are said under “Fields of the tables”.\n"
            "2. Cultivated land counts without field ridges, adjustable classes (K) are included; with approved land and the "
            "former survey also farmland that was built on without approval (rules requisition_count_…).\n"
            "3. Grades: the grade layer, else GDDB of the survey; farmland without one needs a typed default grade, which is "
            "listed. Capacity: Σ area (ha) × (16 − grade) × 1500 kg of the official forms of 2018, rounded once a project; "
            "other presets can be chosen. Grades of two systems are never mixed.\n"
            "4. Reserve: a ledger with reserve books, or a table of lots. Frozen, expired and excluded amounts are not drawn; "
            "running upgrading projects are only promised (以承诺方式落实).\n"
            "5. Regime by effective date: three indicators (2017), from rule requisition_one_account_from on one account (2024) "
            "with a yearly ceiling max(0, net increase × factor) from the table of accounts; projects beyond it are named. A "
            "county's own figure is an estimate (测算), what was allotted stands under its document.\n"
            "6. Matching: as little short as can be, earlier projects first; then least waste of paddy and capacity, lots of "
            "the same county, soonest expiring or oldest lots, fewest lots, lot code. Bound, gap and proof of each stage "
            "stand on the sheet 优化过程.\n"
            "7. Pinned: P01=LOT1 or P01=LOT1:hectares,hectares of paddy,kg. Excluded: LOT9 or P01=LOT2.\n"
            "8. Booking: what is settled or promised is frozen, or drawn under its confirmation number; run again, only the "
            "rest is booked.\n"
            "9. The table of projects can be given back as the table of projects: it is read without loss (areas in mu with six "
            "decimals, areas by grade), and matched again without cutting.\n\n"
            "Workbook: 项目汇总, 占补平衡分析表 (T27, one for 分批次, one for 单独选址), 挂钩核销台账 (T06), 储备剩余, 年度账户, "
            "优化过程, T05, checks, findings, inputs with the rules and how sure they are. While one check does not hold, every "
            "sheet is marked 草稿."
        )

    # --------------------------------------------------------------------------------------------------------- prepare

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.requisition.choices import parse_choices
        from ....core.balance.requisition.table_rows import TableKind
        from ...adapters.ledgers import ledger_place
        from ...adapters.sink_targets import require_target

        self._rules = rules_in_force()
        self._families = font_families()
        self._adjacency = None
        self._notices, self._sources = [], []
        self._demand_facts = self._facts_of_demands(parameters, context)
        self._choices = parse_choices(
            self.parameterAsString(parameters, self.PINNED, context),
            self.parameterAsString(parameters, self.EXCLUDED, context),
        )
        self._day = asked_date(self, parameters, self.EFFECTIVE_DATE, context) or datetime.date.today()
        self._book_date = asked_date(self, parameters, self.BOOK_DATE, context) or datetime.date.today()
        self._ledger = self.parameterAsFile(parameters, self.LEDGER, context)
        # On the main thread, as QGIS may ask for the master password of a database.
        self._place = ledger_place(self._ledger) if self._ledger else None
        field_map = self.parameterAsString(parameters, self.TABLE_FIELDS, context)
        kinds = {self.DEMANDS: TableKind.DEMANDS, self.RESERVE: TableKind.LOTS, self.ACCOUNTS: TableKind.ACCOUNTS}
        self._tables = {
            name: amount_table(self, parameters, name, context, kind, field_map) for name, kind in kinds.items()
        }
        self._given = parameters.get(self.FOOTPRINTS) not in (None, "")
        if self._given:
            self._prepare_occupation(parameters, context)
        self._wanted = [name for name in (self.PROJECT_TABLE, self.DRAWS, self.LOTS) if parameters.get(name) not in (None, "")]
        self.prepare_targets(parameters, context)
        for name in self._wanted:
            require_target(parameters.get(name), context, self._places())

    def _places(self) -> list[str]:
        """What is read, and must not be written over."""
        tables = [source.place for source in self._tables.values() if source is not None]
        return [*tables, *(source.place for source in self._sources), self._ledger]

    def _facts_of_demands(self, parameters: dict[str, Any], context: QgsProcessingContext) -> DemandFacts:
        from decimal import Decimal

        from ....core.balance.demand import ProjectType, Regime
        from ....core.balance.grades import load_yields
        from ....core.balance.requisition.demand_of import DemandFacts
        from ....core.balance.requisition.policy import Policy
        from ....core.survey.schema import GradeSystem

        chosen = self.choice(parameters, self.REGIME, context)
        policy = Policy.of(
            self._rules,
            self.parameterAsBoolean(parameters, self.DECOUPLED, context),
            None if chosen == "by_date" else Regime(chosen),
        )
        grade = None
        if parameters.get(self.DEFAULT_GRADE) not in (None, ""):
            value = self.parameterAsDouble(parameters, self.DEFAULT_GRADE, context)
            grade = Decimal(int(value)) if value == int(value) else Decimal(repr(value))
        preset = self.parameterAsString(parameters, self.CAPACITY_PRESET, context).strip() or "official"
        return DemandFacts(
            load_yields(GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context)), preset, own_yields()),
            policy,
            grade,
            ProjectType(self.choice(parameters, self.TYPE, context)),
            asked_date(self, parameters, self.EFFECTIVE_DATE, context),
        )

    def _prepare_occupation(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import parse_field_map

        self._choose(parameters, context)
        version = self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or CODE_TABLE
        self._classes = apply_rules(load_code_table(version), self._rules)
        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        self._prepare_layers(parameters, context, field_map)
        self._prepare_projects(parameters, context, field_map)
        controls = [source for _, source in self._controls]
        ellipsoid = self._chosen.method.value == "ellipsoid"
        self.prepare_plane(parameters, context, self._survey, [self._footprints, *controls], ellipsoid)

    def _prepare_projects(
        self, parameters: dict[str, Any], context: QgsProcessingContext, field_map: Mapping[str, str]
    ) -> None:
        """Footprints with the fields of their projects, the grade layer with the grades of the chosen system, the former
        survey with its grades."""
        from ....core.survey.schema import Field, Kind, Role, fields_of
        from ...adapters.columns import prepare_source, schema_fields

        named = {
            "FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME, "PROJECT": self.PROJECT_FIELD,
            "PROJECT_NAME": self.PROJECT_NAME_FIELD, "PROJECT_TYPE": self.TYPE_FIELD, "EFFECTIVE": self.DATE_FIELD,
        }  # fmt: skip
        asked = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        own = {key: actual for key, actual in asked.items() if actual}
        self._footprints = prepare_source(self, parameters, self.FOOTPRINTS, context, fields=own)
        wanted = {
            Role.QUALITY: fields_of(Role.QUALITY, self._demand_facts.system),
            Role.FORMER_SURVEY: (*fields_of(Role.FORMER_SURVEY), Field("GDDB", Kind.NUMBER)),
        }
        for place, (role, _) in enumerate(self._controls):
            if role in wanted:
                fields = schema_fields(wanted[role], field_map, role)
                source = prepare_source(self, parameters, role.value, context, may_be_empty=True, **fields)
                self._controls[place] = (role, source)

    # --------------------------------------------------------------------------------------------------------- compute

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.reserve.ledger import ReserveLedger

        steps = Steps(feedback, read=20, occupy=20, match=40, layer=10, book=10)
        demands, footprints = self._demands(parameters, context, steps.read, steps.occupy)
        if self._place is None:
            return self._run(parameters, context, feedback, steps, demands, footprints, None)
        store = self._place.opened()
        try:
            ledger = ReserveLedger(store, self._rules, datetime.date.today)
            return self._run(parameters, context, feedback, steps, demands, footprints, ledger)
        finally:
            store.close()

    def _run(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        steps: Steps,
        demands: Demands,
        footprints: Any,
        ledger: ReserveLedger | None,
    ) -> dict[str, Any]:
        from ....core.balance.requisition.account import accounts_of
        from ....core.balance.requisition.matching import match
        from ....core.balance.requisition.report import requisition_report
        from ....core.balance.requisition.tables_out import matching_mark

        policy = self._demand_facts.policy
        accounts = accounts_of(demands.demands, self._accounts(parameters, context), self._rules, policy)
        task, booked = self._task(parameters, context, demands, accounts, ledger)
        matching = match(task, steps.match)
        self._require_expected(parameters, context, matching)
        sheets, vouchers = self._booked(parameters, context, matching, accounts, booked, ledger)
        has_booked = ledger is not None and self.choice(parameters, self.POST, context) != "none"
        after = ledger.lots() if ledger is not None and has_booked else None
        reserve = self._stock(task, sheets, ledger)
        notices = [*demands.findings, *self._left_out]
        report = requisition_report(task, sheets, self._based(task, ledger), notices, reserve, after)
        outputs = {**self._figures(matching, accounts, report, notices), "VOUCHER_COUNT": vouchers}
        outputs[self.MATCHING] = matching_mark(matching)
        with ExitStack() as whole:
            outputs.update(self._write_tables(parameters, context, matching, sheets, whole))
            if self._given and self.wants_pieces(parameters):
                written = self._write_projects(parameters, context, matching, demands, footprints, report, steps)
                outputs[self.PIECES] = written
            elif self._book:
                self._write_book(report, steps)
        self._dress_tables(context, outputs)
        self._say(matching, report, outputs, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _demands(
        self, parameters: dict[str, Any], context: QgsProcessingContext, reading: Progress, cutting: Progress
    ) -> tuple[Demands, Any]:
        """The projects, and the mended footprints they come from (None of a table)."""
        from ....core.balance.requisition.demand_of import Demands, demands_of
        from ....core.balance.requisition.table_rows import demand_rows
        from ....core.occupation.job import occupy
        from ....core.occupation.model import Inputs, Job
        from ...adapters.columns import read

        if not self._given:
            columns = read(self._tables[self.DEMANDS], reading)
            self._from = (f"{columns.name}  {columns.source}".strip(), "")
            return Demands(demand_rows(columns, self._unit_of_tables(parameters, context), self._demand_facts), ()), None
        inputs = Inputs(*self._read_layers(reading), self._classes, self._rules, None)
        job = Job(self._chosen.method, self._chosen.master, self._chosen.unit, self._tolerance, self._zone)
        result = occupy(inputs, job, cutting)
        self._from = (f"{inputs.footprints.name}  {inputs.footprints.source}".strip(), "")
        self._occupation = result
        return demands_of(result, self._demand_facts), result.inputs.footprints

    def occupied(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress
    ) -> Occupied:
        """The red lines prepared, cut and counted, for the report of a ledger."""
        from ....core.balance.yearly.ground import Occupied
        from ....core.progress import part_of

        demands, _ = self._demands(parameters, context, part_of(progress, 0.0, 0.4), part_of(progress, 0.4, 1.0))
        return Occupied(self._occupation, demands, self._demand_facts, self._facts())

    def measured(self) -> dict[str, Any]:
        """How areas are measured and adjusted here, as parameters by name of the option."""
        from ....core.occupation.presets import UNITS as UNIT_OF

        unit = next(name for name, unit in UNIT_OF.items() if unit is self._chosen.unit)
        return {self.AREA_METHOD: self._chosen.method.value, self.MASTER: self._chosen.master.value, self.UNIT: unit}

    def _unit_of_tables(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.workbook import DisplayUnit

        return DisplayUnit(self.choice(parameters, self.AREA_UNIT, context))

    def _accounts(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Any]:
        from ....core.balance.requisition.table_rows import account_rows
        from ...adapters.columns import read

        if self._tables[self.ACCOUNTS] is None:
            return []
        return account_rows(read(self._tables[self.ACCOUNTS]), self._unit_of_tables(parameters, context))

    def _task(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        demands: Demands,
        accounts: Accounts,
        ledger: ReserveLedger | None,
    ) -> tuple[Task, Booked]:
        """What is matched, and what the ledger has booked for the projects already."""
        from ....core.balance.requisition.choices import known_choices
        from ....core.balance.requisition.matching import Task
        from ....core.balance.requisition.posting import Booked, booked_of
        from ....core.balance.requisition.table_rows import lot_rows
        from ...adapters.columns import read

        facts = self._demand_facts
        booked = Booked({}, {})
        if ledger is None:
            columns = read(self._tables[self.RESERVE])
            lots = lot_rows(columns, self._unit_of_tables(parameters, context), facts.system)
            self._reserve = (f"{columns.name}  {columns.source}".strip(), "")
        else:
            booked = booked_of(ledger, [demand.code for demand in demands.demands])
            lots = booked.freed(ledger.lots())
            self._reserve = (ledger.store.label, ledger.store.info().title)
        choices, self._left_out = self._choices, []
        if self.parameterAsBoolean(parameters, self.LEAVE_OUT, context):
            choices, self._left_out = known_choices(choices, demands.demands, lots)
        task = Task(demands.demands, lots, facts.policy, choices, self._day, accounts.beyond, booked.together)
        return task, booked

    def _require_expected(
        self, parameters: dict[str, Any], context: QgsProcessingContext, matching: Matching
    ) -> None:
        """InputError where something is to be booked that is not what was looked at."""
        from ....core.balance.requisition.tables_out import matching_mark
        from ....core.errors import InputError

        expected = self.parameterAsString(parameters, self.EXPECTED, context).strip()
        if expected and expected != matching_mark(matching):
            template = translate(
                "LandLedger",
                "The projects or the reserve have changed since the matching was looked at: match again, look at it, then book.",
            )
            raise InputError(template)

    def _stock(self, task: Task, sheets: Any, ledger: ReserveLedger | None) -> Any:
        """T05 of the reserve: of a ledger as it is after booking, of a table as it was given."""
        from ....core.balance.reserve.report import sheets_of
        from ....core.balance.reserve.table import reserve_sheets

        if ledger is not None:
            return sheets_of(ledger, sheets.name, sheets.folder)
        return reserve_sheets(list(task.lots), {}, sheets.name, sheets.folder)

    def _booked(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        matching: Matching,
        accounts: Accounts,
        booked: Booked,
        ledger: ReserveLedger | None,
    ) -> tuple[Any, int]:
        """The sheets, and how many vouchers were booked; run again after a workbook that could not be written it books
        nothing twice."""
        from ....core.balance.requisition.posting import How, Order, parse_confirmations, post_matching
        from ....core.balance.requisition.tables import Booking, Sheets
        from ....core.balance.reserve.report import region_names

        how = How(self.choice(parameters, self.POST, context))
        numbers = parse_confirmations(self.parameterAsString(parameters, self.CONFIRMATION, context), matching)
        doc_no = self.parameterAsString(parameters, self.DOC_NO, context).strip()
        vouchers = 0
        if ledger is not None and how is not How.NONE:
            order: Order = Order(how, self._book_date, numbers, doc_no, operator_name())
            vouchers = len(post_matching(ledger, matching, booked, order).vouchers)
        booking = Booking(STATES[how.value], numbers, doc_no, self._book_date if how is not How.NONE else None)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        factor = self._rules.number("requisition_ceiling_factor")
        regions = {} if ledger is None else region_names(ledger.store)
        return Sheets(matching, booking, accounts, factor, title, layouts_folder(), regions), vouchers

    # ---------------------------------------------------------------------------------------------------------- output

    def _based(self, task: Task, ledger: ReserveLedger | None) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from dataclasses import replace

        from ....core.balance.requisition.report import Based, grade_facts, occupation_facts
        from ....core.balance.reserve.policy import RULE_KEYS
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        rows = list(grade_facts(self._demand_facts))
        rules = list(self._demand_facts.policy.used)
        notices = [notice for source in self._tables.values() if source is not None for notice in source.notices]
        facts = RunFacts(None, program_versions(), notices, rules)
        if self._given:
            own = self._facts()
            facts = replace(own, rules=[*rules, *own.rules], notices=[*own.notices, *notices])
            rows += occupation_facts(self._occupation, own)
        if ledger is not None:
            facts = replace(facts, rules=[*facts.rules, *(self._rules.get(key) for key in RULE_KEYS)])
        return Based(self._from, self._reserve, facts, rows)

    def _write_book(self, report: Report, steps: Steps) -> None:
        from ....core.occupation.report import write_report

        write_report(report, self._book, self._families, say, steps.book)

    def _write_tables(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        matching: Matching,
        sheets: Any,
        whole: ExitStack,
    ) -> dict[str, str]:
        """The tables that were asked for, each there only when the block of `whole` ends well; their ids by parameter."""
        from ....core.balance.requisition.tables_out import TABLES, table_columns
        from ...adapters.result_tables import fields_for, no_shapes
        from ...adapters.sinks import open_sink

        written = {}
        columns = table_columns(matching, sheets.county, say) if self._wanted else {}
        nowhere, kind = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
        for name in self._wanted:
            own, declared = columns[name], TABLES[name]
            fields = fields_for(declared, own)
            sink = whole.enter_context(open_sink(self, parameters, name, context, fields, nowhere, kind, self._places()))
            rows = [own[each.name] for each in declared]
            sink.write(no_shapes(len(rows[0])), rows)
            sink.finish()
            written[name] = sink.id
        return written

    def _dress_tables(self, context: QgsProcessingContext, outputs: Mapping[str, Any]) -> None:
        """Names and aliases of the tables, where they are loaded."""
        from ....core.balance.requisition.tables_out import TABLES
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of

        for name in self._wanted:
            label = self.parameterDefinition(name).description()
            dress(context, outputs[name], Look(label, "", aliases_of(TABLES[name])))

    def _write_projects(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        matching: Matching,
        demands: Demands,
        footprints: Any,
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.balance.requisition.layer import PROJECT_FIELDS, project_columns
        from ...adapters.looks import Look, dress

        columns = project_columns(matching, footprints, demands.project)
        with self.open_pieces(parameters, context, PROJECT_FIELDS, columns, self.PIECES) as sink:
            sink.write(footprints.geometry, [columns[each.name] for each in PROJECT_FIELDS], steps.layer)
            sink.finish()
            if self._book:
                self._write_book(report, steps)
        aliases = {each.name: say(each.alias) for each in PROJECT_FIELDS}
        dress(context, sink.id, Look(self.tr("Projects by conclusion"), "requisition_balance.qml", aliases))
        return sink.id

    def _figures(
        self, matching: Matching, accounts: Accounts, report: Report, notices: Sequence[Notice]
    ) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.balance.requisition.model import Outcome
        from ....core.balance.requisition.report import matching_notices

        figures: dict[str, Any] = {
            "PROJECT_COUNT": len(matching.settlements),
            "SETTLED_COUNT": matching.count(Outcome.SETTLED),
            "PROMISED_COUNT": matching.count(Outcome.PROMISED),
            "UNSETTLED_COUNT": matching.count(Outcome.UNSETTLED),
            "BEYOND_COUNT": len(accounts.beyond),
            "LOT_COUNT": len({draw.lot for draw in matching.draws if not draw.promised}),
            "GAP": matching.gap,
            "FINDING_COUNT": len(notices) + sum(1 for _ in matching_notices(matching)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }
        for name, amounts in (
            ("NEED", matching.needed), ("DRAWN", matching.drawn), ("PROMISED", matching.promised), ("SHORT", matching.short),
            ("REMAINING", matching.remaining),
        ):  # fmt: skip
            figures[f"{name}_QUANTITY_MU"] = float(Area(amounts.quantity).mu(6))
            figures[f"{name}_PADDY_MU"] = float(Area(amounts.paddy).mu(6))
            figures[f"{name}_CAPACITY_KG"] = amounts.capacity
        return figures

    def _say(
        self, matching: Matching, report: Report, figures: Mapping[str, Any], feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.requisition.report import matching_notices
        from ....core.balance.requisition.tables import stage_number
        from ....core.balance.requisition.words import plain_mu

        text = self.tr(
            "{projects} projects: {settled} settled, {promised} by promise, {open} not; {need} mu needed, {short} mu short, "
            "{left} mu left in the reserve."
        )
        feedback.pushInfo(
            text.format(
                projects=figures["PROJECT_COUNT"],
                settled=figures["SETTLED_COUNT"],
                promised=figures["PROMISED_COUNT"],
                open=figures["UNSETTLED_COUNT"],
                need=plain_mu(matching.needed.quantity),
                short=plain_mu(matching.short.quantity),
                left=plain_mu(matching.remaining.quantity),
            )
        )
        for stage in matching.stages:
            line = self.tr("{aim}: {value}, bound {bound}, gap {gap} %, {seconds} s")
            seconds, gap = f"{stage.seconds:.2f}", f"{100 * stage.gap:g}"
            aim = said(stage.label)
            value, bound = (f"{stage_number(each):f}" for each in (stage.value, stage.bound))
            feedback.pushInfo(line.format(aim=aim, value=value, bound=bound, gap=gap, seconds=seconds))
        for notice in [*self._left_out, *matching_notices(matching)][:TOLD]:
            feedback.pushWarning(f"{notice.about}: {said(notice.text)}")
        self.tell_failed(report.identities, feedback)
