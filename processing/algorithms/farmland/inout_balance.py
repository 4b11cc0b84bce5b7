"""landledger:inoutbalance — cultivated land that leaves and comes in, by county and year, in area and capacity (进出平衡)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ....core.sentence import translate
from ...base import Group, Steps, say
from ...settings import font_families, layouts_folder, own_yields, rule_value, rules_in_force
from ..occupation.footprint_algorithm import METHODS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.balance.inout.model import InOut, InOutInputs
    from ....core.balance.inout.report import Read
    from ....core.balance.inout.tables import InOutSheets
    from ....core.balance.stable.model import Stable
    from ....core.balance.transition.model import Flows
    from ....core.columns import Columns
    from ....core.occupation.report import Report
    from ....core.summary.model import Finding
    from ...adapters.layer_source import LayerSource

LEVELS = ("county", "township")
SYSTEMS = ("national15", "quality10")
CODE_TABLE = "sandiao2019"
LAYERS = (
    ("CHANGES", translate("LandLedger", "Changed patches")),
    ("UPDATE_PROCESS", translate("LandLedger", "Update-process layer (DLTBGXGC)")),
    ("SURVEY_BEFORE", translate("LandLedger", "Earlier land survey (DLTB)")),
    ("SURVEY_AFTER", translate("LandLedger", "Later land survey (DLTB)")),
    ("EXEMPTIONS", translate("LandLedger", "Exempt ground with documents")),
    ("QUALITY", translate("LandLedger", "Farmland grade layer")),
    ("DISTRICTS", translate("LandLedger", "Districts with names")),
    ("MATCHES", translate("LandLedger", "Match list of outflow spots and inflow patches")),
)


class InOutBalance(FootprintAlgorithm):
    """The yearly in–out balance of cultivated land."""

    GROUP = Group.FARMLAND
    ICON = "inout_balance.svg"
    PIECES = "PATCHES"

    CHANGES = "CHANGES"
    UPDATE_PROCESS = "UPDATE_PROCESS"
    SURVEY_BEFORE = "SURVEY_BEFORE"
    SURVEY_AFTER = "SURVEY_AFTER"
    EXEMPTIONS = "EXEMPTIONS"
    EXCLUDE = "EXCLUDE"
    QUALITY = "QUALITY"
    DISTRICTS = "DISTRICTS"
    MATCHES = "MATCHES"
    YEAR = "YEAR"
    LEVEL = "LEVEL"
    GRADE_SYSTEM = "GRADE_SYSTEM"
    CAPACITY_PRESET = "CAPACITY_PRESET"
    YEARS_AS_GIVEN = "YEARS_AS_GIVEN"
    TITLE = "TITLE"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"

    CHOICES: Mapping[str, Sequence[str]] = {
        LEVEL: LEVELS,
        GRADE_SYSTEM: SYSTEMS,
        FootprintAlgorithm.AREA_METHOD: METHODS,
    }

    def name(self) -> str:
        return "inoutbalance"

    def displayName(self) -> str:
        return self.tr("In–out balance of cultivated land")

    def shortDescription(self) -> str:
        return self.tr("Outflow by destination, inflow of stable land, what is missing by county and year in area and capacity.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Keeps the yearly in–out balance (进出平衡) after 自然资发〔2021〕166号: per county and year cultivated land that comes in "
            "is not less than what leaves, in area and in capacity.\n\n"
            "1. Changes, one of three: the changed patches of “Land class transition of two years”; the update-process layer "
            "(DLTBGXGC), whose areas are taken as delivered; or both surveys, which are laid over one another. With both "
            "surveys beside the first two, slope, grade and the net increase are known, too.\n"
            "2. Outflow goes to forest, garden, grass, ponds, agricultural facilities, rural roads and the like; these count. "
            "Construction is made up for by 占补平衡 and stands apart. Ecological return and disaster are exempt where ground is "
            "marked so with a document number (layer of exempt ground with EXEMPT and EXEMPT_DOC, or these fields of the changes); "
            "rivers and lakes are exempt by class, or by mark only, as a rule says.\n"
            "3. Inflow counts where it is stable cultivated land by the rules of “Identify stable cultivated land”, less the layers that "
            "exclude ground. Slivers and moved borders stand apart with their area.\n"
            "4. Grades come from the grade layer, else from GDDB; a patch without one is refused, or reckoned prudently "
            "(rule inout_missing_grade). Capacity: official form, area × (16 − grade) × 1500 kg a hectare.\n"
            "5. From 2024 on (rule inout_one_account_from) the balance is part of 占补平衡; the sheet says so. Net increase = "
            "stable land at the end − at the begin; ceiling = max(0, net increase × factor), our computation (测算), no "
            "allotment.\n"
            "6. A match list (OUT_NO, IN_NO) says which inflow patch makes up for which spot; a patch used twice is refused.\n\n"
            "Workbook: 进出平衡核算表 by year, results by county, patches, net increase, matches, checks, inputs with every rule and "
            "how sure it is. While one check does not hold, every sheet is marked 草稿. Layer: patches coloured out, in, exempt."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        polygon, table = [QgsProcessing.SourceType.TypeVectorPolygon], [QgsProcessing.SourceType.TypeVector]
        for name, label in LAYERS:
            kind = table if name in (self.DISTRICTS, self.MATCHES) else polygon
            self.addParameter(QgsProcessingParameterFeatureSource(name, say(label), kind, optional=True))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.EXCLUDE, self.tr("Layers that exclude ground"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True
            )
        )
        self._add_choices()
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.PIECES, self.tr("Patches of the in–out balance"), optional=True)
        )
        self.add_workbook()
        self.add_numbers(
            ("PATCH_COUNT", self.tr("Number of patches")),
            ("OUT_MU", self.tr("Outflow that counts (mu)")),
            ("IN_MU", self.tr("Inflow that counts (mu)")),
            ("EXEMPT_MU", self.tr("Exempt outflow (mu)")),
            ("CONSTRUCTION_MU", self.tr("Lost to construction, apart (mu)")),
            ("UNSTABLE_MU", self.tr("Inflow that is not stable (mu)")),
            ("OUT_KG", self.tr("Capacity of the outflow (kg)")),
            ("IN_KG", self.tr("Capacity of the inflow (kg)")),
            ("SHORT_MU", self.tr("Missing area of all counties (mu)")),
            ("SHORT_KG", self.tr("Missing capacity of all counties (kg)")),
            ("SHORT_COUNTY_COUNT", self.tr("Counties and years that are short")),
            ("NET_INCREASE_MU", self.tr("Net increase of stable land (mu)")),
            ("CEILING_MU", self.tr("Ceiling of occupation, computed (mu)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_choices(self) -> None:
        self.addParameter(
            QgsProcessingParameterNumber(
                self.YEAR,
                self.tr("Year of the account (empty: as the changes or the later survey say)"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1990,
                maxValue=2100,
            )
        )
        levels = [self.tr("counties"), self.tr("townships")]
        self.addParameter(QgsProcessingParameterEnum(self.LEVEL, self.tr("Rows"), levels, defaultValue=1))
        for name, label, options in (
            (
                self.GRADE_SYSTEM,
                self.tr("Grade system"),
                [self.tr("national utilisation grade (1–15)"), self.tr("quality grade (1–10)")],
            ),
            (self.AREA_METHOD, self.tr("Area method"), [self.tr("ellipsoidal area"), self.tr("plane area")]),
        ):
            self.add_advanced(QgsProcessingParameterEnum(name, label, options, defaultValue=0))
        self.add_stable_rules()
        years = self.tr("The years are right as given")
        self.add_advanced(QgsProcessingParameterBoolean(self.YEARS_AS_GIVEN, years, defaultValue=False))
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the first layer"),
            self.tr("Zone, if the layers are in degrees"),
        )
        for name, label, default, lines in (
            (self.CAPACITY_PRESET, self.tr("Capacity preset"), "official", False),
            (self.TITLE, self.tr("Name before the title of the tables"), None, False),
            (self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;TBMJ=面积"), None, True),
            (self.CODE_TABLE, self.tr("Class table (name or CSV file)"), rule_value("code_table", CODE_TABLE), False),
        ):
            self.add_advanced(
                QgsProcessingParameterString(name, label, defaultValue=default, multiLine=lines, optional=True)
            )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.grades import load_yields
        from ....core.balance.inout.kinds import require_survey_classes
        from ....core.balance.stable.rules import require_layer_rule
        from ....core.survey.classes import apply_rules, load_code_table
        from ....core.survey.schema import GradeSystem
        from ...adapters.columns import layer_name, prepare_layer

        self._rules, self._families = rules_in_force(), font_families()
        version = self.parameterAsString(parameters, self.CODE_TABLE, context).strip() or CODE_TABLE
        self._table = apply_rules(load_code_table(version), self._rules)
        require_survey_classes(self._table)
        preset = self.parameterAsString(parameters, self.CAPACITY_PRESET, context).strip() or "official"
        self._yields = load_yields(GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context)), preset, own_yields())
        self._stable_rules = self.stable_rules(parameters, context)
        layers = self.parameterAsLayerList(parameters, self.EXCLUDE, context) or []
        require_layer_rule(self._stable_rules, [layer_name(layer) for layer in layers])
        self._prepare_layers(parameters, context)
        self._excluded = [prepare_layer(layer, context, may_be_empty=True) for layer in layers]
        self._require_one_way()
        self._prepare_plane_and_targets(parameters, context)

    def _prepare_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.balance.inout.changes import CHANGES_FIELDS, MARK_FIELDS, MATCH_FIELDS, PROCESS_MARKS
        from ....core.balance.stable.job import quality_fields_of
        from ....core.balance.transition.package import PROCESS_FIELDS
        from ....core.balance.transition.surveys import TRANSITION_FIELDS
        from ....core.summary.regions import DISTRICT_FIELDS
        from ....core.survey.schema import Role, parse_field_map
        from ...adapters.columns import prepare_source, schema_fields

        field_map = parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))
        wanted: dict[str, Any] = {
            self.CHANGES: CHANGES_FIELDS,
            self.UPDATE_PROCESS: (*PROCESS_FIELDS, *PROCESS_MARKS),
            self.SURVEY_BEFORE: TRANSITION_FIELDS,
            self.SURVEY_AFTER: TRANSITION_FIELDS,
            self.EXEMPTIONS: MARK_FIELDS,
            self.QUALITY: quality_fields_of(self._yields.system),
            self.DISTRICTS: DISTRICT_FIELDS,
            self.MATCHES: MATCH_FIELDS,
        }
        self._given: dict[str, LayerSource] = {}
        for name, fields in wanted.items():
            shapes = name not in (self.DISTRICTS, self.MATCHES)
            may_be_empty = name in (self.EXEMPTIONS, self.QUALITY, self.MATCHES)
            role = Role.QUALITY if name == self.QUALITY else None
            mapping = {} if name in (self.DISTRICTS, self.MATCHES) else field_map
            named = schema_fields(fields, mapping, role)
            source = prepare_source(
                self, parameters, name, context, required=False, may_be_empty=may_be_empty, shapes=shapes, **named
            )
            if source is not None:
                self._given[name] = source

    def _require_one_way(self) -> None:
        """Changes, or the package, or both surveys."""
        from ....core.errors import InputError

        ways = [name for name in (self.CHANGES, self.UPDATE_PROCESS) if name in self._given]
        surveys = [name for name in (self.SURVEY_BEFORE, self.SURVEY_AFTER) if name in self._given]
        if len(ways) == 2:
            raise InputError(
                translate(
                    "LandLedger", "Give the changed patches or the update-process layer, not both: the land would count twice."
                )
            )
        if not ways and len(surveys) < 2:
            raise InputError(
                translate(
                    "LandLedger",
                    "Give the changed patches, the update-process layer, or both surveys: the earlier and the later one.",
                )
            )

    def _prepare_plane_and_targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        order = (self.CHANGES, self.UPDATE_PROCESS, self.SURVEY_BEFORE, self.SURVEY_AFTER, self.EXEMPTIONS, self.QUALITY)
        polygons = [self._given[name] for name in order if name in self._given] + self._excluded
        overlaid = self.CHANGES not in self._given and self.UPDATE_PROCESS not in self._given
        cut = bool(self._excluded) or self.EXEMPTIONS in self._given or self.QUALITY in self._given
        ellipsoid = (overlaid or cut) and self.choice(parameters, self.AREA_METHOD, context) == "ellipsoid"
        self.prepare_plane(parameters, context, polygons[0], polygons[1:], ellipsoid)
        self._sources += [self._given[name] for name in (self.DISTRICTS, self.MATCHES) if name in self._given]
        self.prepare_targets(parameters, context)
        self._tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from dataclasses import replace

        from ....core.balance.inout.account import settle
        from ....core.balance.inout.report import inout_report
        from ....core.balance.inout.rows import patch_columns
        from ....core.balance.inout.tables import InOutSheets
        from ....core.occupation.report import write_report
        from ....core.summary.printing import Printing
        from ....core.workbook import DisplayUnit

        steps = Steps(feedback, read=30, compare=30, stable=15, settle=5, layer=10, book=10)
        inputs, findings, read = self._inputs(parameters, context, steps)
        result = settle(inputs, self._job(parameters, context), steps.settle)
        result = replace(result, findings=[*findings, *result.findings])
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        sheets = InOutSheets(result, Printing(DisplayUnit.MU, 2), layouts_folder(), title)
        columns = patch_columns(result, sheets.columns)
        report = inout_report(sheets, columns, self._facts(), read)
        outputs = self._numbers(result, sheets, report)
        if self.wants_pieces(parameters):
            outputs[self.PIECES] = self._write_layer(parameters, context, result, columns, report, steps)
        elif self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self._tell(result, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _measuring(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.occupation.model import AreaMethod, Job
        from ....core.summary.model import UNIT as SMALLEST
        from ....core.survey.apportion import Master

        method = AreaMethod.PLANE if self._zone is None else AreaMethod.ELLIPSOID
        return Job(method, Master.PARCEL, SMALLEST, self._tolerance, self._zone)

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ....core.balance.inout.kinds import load_kinds
        from ....core.balance.inout.model import InOutJob
        from ....core.summary.model import Level

        level = Level(self.choice(parameters, self.LEVEL, context))
        measuring = self._measuring(parameters, context)
        return InOutJob(level, self._table, self._rules, load_kinds(), self._stable_rules, self._yields, measuring)

    def _inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps
    ) -> tuple[InOutInputs, list[Finding], list[Read]]:
        """What the account is settled from, what was found on the way, and which layers were read."""
        from ....core.balance.inout.changes import matches_of, years_of
        from ....core.balance.inout.model import InOutInputs
        from ....core.balance.inout.report import Read
        from ....core.balance.transition.surveys import survey_year

        layers = self._read_layers(steps)
        excluded = layers.pop("excluded")
        flows, name, findings = self._flows(parameters, context, layers, steps)
        told = layers.get(self.CHANGES) or layers.get(self.UPDATE_PROCESS)
        said_year = parameters.get(self.YEAR) not in (None, "")
        year = int(self.parameterAsInt(parameters, self.YEAR, context)) if said_year else None
        after = layers.get(self.SURVEY_AFTER)
        years = years_of(told, len(flows), year, 0 if after is None else survey_year(after))
        begin, end = self._stable(parameters, context, layers, excluded, steps)
        listed = layers.get(self.MATCHES)
        attributes = {} if told is None else told.attributes
        inputs = InOutInputs(
            flows,
            years,
            name,
            exempt=self._padded(attributes.get("EXEMPT"), len(flows)),
            document=self._padded(attributes.get("EXEMPT_DOC"), len(flows)),
            exemptions=layers.get(self.EXEMPTIONS),
            excluded=excluded,
            quality=layers.get(self.QUALITY),
            districts=layers.get(self.DISTRICTS),
            begin=begin,
            end=end,
            matches=None if listed is None else matches_of(listed),
        )
        labels = dict(LAYERS)
        read = [Read(labels[key], f"{columns.name}  {columns.source}".strip()) for key, columns in layers.items()]
        label = translate("LandLedger", "Layer that excludes ground")
        read += [Read(label, f"{columns.name}  {columns.source}".strip()) for columns in excluded]
        return inputs, findings, read

    @staticmethod
    def _padded(values: Any, count: int) -> Any:
        """Marks of the rows of a layer for flows that have rows of ground without a change behind them."""
        import numpy as np

        if values is None:
            return None
        padded = np.full(count, None, dtype=object)
        padded[: len(values)] = values
        return padded

    def _read_layers(self, steps: Steps) -> dict[str, Any]:
        from ....core.progress import part_of
        from ...adapters.columns import read

        found: dict[str, Any] = {}
        count = len(self._given) + len(self._excluded)
        for place, (name, source) in enumerate(self._given.items()):
            part = part_of(steps.read, place / count, (place + 1) / count)
            tables = (self.DISTRICTS, self.MATCHES)
            found[name] = read(source, part) if name in tables else self.read_whole(source, part)
        start = len(self._given)
        found["excluded"] = [
            self.read_whole(source, part_of(steps.read, (start + place) / count, (start + place + 1) / count))
            for place, source in enumerate(self._excluded)
        ]
        return found

    def _flows(
        self, parameters: dict[str, Any], context: QgsProcessingContext, layers: Mapping[str, Any], steps: Steps
    ) -> tuple[Flows, str, list[Finding]]:
        """The flows, the name of where they come from, and what was found on the way."""
        from ....core.balance.inout.changes import flows_of_changes, require_slopes, with_surveys
        from ....core.balance.transition.noise import NoiseLimits, mark_noise
        from ....core.balance.transition.package import read_package
        from ....core.balance.transition.surveys import TransitionJob, compare_surveys
        from ....core.survey.schema import GradeSystem

        before, after = layers.get(self.SURVEY_BEFORE), layers.get(self.SURVEY_AFTER)
        as_given = self.parameterAsBoolean(parameters, self.YEARS_AS_GIVEN, context)
        measure = self._measuring(parameters, context).measure
        job = TransitionJob(self._table, measure, self._rules, years_as_given=as_given, grades=self._yields.system)
        limits = NoiseLimits.of(self._rules)
        changes, process = layers.get(self.CHANGES), layers.get(self.UPDATE_PROCESS)
        # GDDB is a national grade: under the other system only the grade layer tells one.
        graded = self._yields.system is GradeSystem.NATIONAL15
        if before is not None and after is not None and (changes is not None or process is not None):
            self._require_order(before, after, as_given)
        if changes is not None:
            flows = flows_of_changes(changes, self._table, job)
            require_slopes(flows, changes, "GDPDJB_H", after)
            return with_surveys(flows, before, after, graded), changes.name, []
        if process is not None:
            delivered = read_package(process, job)
            require_slopes(delivered.flows, process, "BGHGDPDJB", after)
            found = self._as_findings(delivered.told, delivered.findings, process.name)
            return mark_noise(with_surveys(delivered.flows, before, after, graded), limits), process.name, found
        compared = compare_surveys(before, after, job, steps.compare)
        found = self._as_findings(compared.told, compared.findings, after.name)
        flows = with_surveys(compared.flows, None, None, graded)
        return mark_noise(flows, limits), f"{before.name} → {after.name}", found

    def _require_order(self, before: Columns, after: Columns, as_given: bool) -> None:
        from ....core.balance.transition.surveys import require_order, survey_year

        require_order(before, after, (survey_year(before), survey_year(after)), as_given)

    @staticmethod
    def _as_findings(told: Sequence[Any], found: Sequence[Any], layer: str) -> list[Finding]:
        """What the comparison tells, as findings of the account."""
        from ....core.balance.stable.model import Noticed
        from ....core.summary.model import Finding

        listed = [Finding(Noticed.COMPARED, layer, each) for each in told]
        return listed + [
            Finding(Noticed.COMPARED, each.layer, each.text, each.feature, each.field, each.area) for each in found
        ]

    def _stable(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layers: Mapping[str, Any],
        excluded: Sequence[Columns],
        steps: Steps,
    ) -> tuple[Stable | None, Stable | None]:
        """Stable land of both surveys, None without them."""
        from ....core.balance.stable.job import find_stable
        from ....core.balance.stable.model import StableInputs, StableJob
        from ....core.progress import part_of
        from ....core.summary.model import Level

        before, after = layers.get(self.SURVEY_BEFORE), layers.get(self.SURVEY_AFTER)
        if before is None or after is None:
            return None, None
        measuring = self._measuring(parameters, context)
        job = StableJob(Level.VILLAGE, self._table, self._rules, self._stable_rules, self._yields, measuring)
        districts = layers.get(self.DISTRICTS)
        begin = find_stable(StableInputs(before, excluded, None, districts), job, part_of(steps.stable, 0.0, 0.5))
        end = find_stable(StableInputs(after, excluded, None, districts), job, part_of(steps.stable, 0.5, 1.0))
        return begin, end

    def _write_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        result: InOut,
        columns: Mapping[str, Any],
        report: Report,
        steps: Steps,
    ) -> str:
        """Layer and workbook, both or none; the id of the layer."""
        from ....core.balance.inout.rows import PATCH_FIELDS
        from ....core.occupation.report import write_report
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import no_shapes

        shapes = result.patches.geometry
        with self.open_pieces(parameters, context, PATCH_FIELDS, columns) as sink:
            rows = [columns[each.name] for each in PATCH_FIELDS]
            sink.write(no_shapes(len(result.patches)) if shapes is None else shapes, rows, steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {each.name: say(each.alias) for each in PATCH_FIELDS}
        dress(context, sink.id, Look(self.tr("Patches of the in–out balance"), "inout_balance.qml", aliases))
        return sink.id

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.balance.inout.report import RULES
        from ....core.balance.transition.noise import noise_rules
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        rules = [*(self._rules.get(key) for key in RULES), *noise_rules(self._rules)]
        if self._rules.get("code_table").text() == self._table.version:
            rules.append(self._rules.get("code_table"))
        return RunFacts(None, program_versions(), self.notices, rules)

    def _numbers(self, result: InOut, sheets: InOutSheets, report: Report) -> dict[str, Any]:
        from ....core.balance.grades import whole_kilograms
        from ....core.balance.inout.account import shortfalls
        from ....core.balance.inout.kinds import Direction
        from ....core.balance.inout.model import State, capacity_of

        patches, yields = result.patches, self._yields

        def mu(direction: Direction, state: State) -> float:
            return float(patches.area(patches.rows(direction, state)).mu(6))

        def kilograms(direction: Direction) -> int:
            return whole_kilograms(capacity_of(patches, patches.rows(direction, State.COUNTED), yields))

        short, short_kg = shortfalls(result.accounts)
        return {
            "PATCH_COUNT": len(patches),
            "OUT_MU": mu(Direction.OUT, State.COUNTED),
            "IN_MU": mu(Direction.IN, State.COUNTED),
            "EXEMPT_MU": mu(Direction.OUT, State.EXEMPT),
            "CONSTRUCTION_MU": mu(Direction.OUT, State.CONSTRUCTION),
            "UNSTABLE_MU": mu(Direction.IN, State.UNSTABLE),
            "OUT_KG": kilograms(Direction.OUT),
            "IN_KG": kilograms(Direction.IN),
            "SHORT_MU": float(short.mu(6)),
            "SHORT_KG": whole_kilograms(short_kg),
            "SHORT_COUNTY_COUNT": sum(not account.balanced for account in result.accounts),
            "NET_INCREASE_MU": float(result.net_increase.mu(6)) if result.net else None,
            "CEILING_MU": float(result.ceiling.mu(6)) if result.net else None,
            "FINDING_COUNT": len(result.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, result: InOut, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.area import Area
        from ....core.summary.model import UNIT as SMALLEST

        text = self.tr("{year} {county}: outflow {out} mu, inflow {into} mu, {state}")
        balanced, short = self.tr("balanced"), self.tr("short")
        for account in result.accounts:
            out, into = (Area.from_units(units, SMALLEST).mu(2) for units in (account.out, account.into))
            state = balanced if account.balanced else short
            feedback.pushInfo(text.format(year=account.year, county=account.county, out=out, into=into, state=state))
        self.tell_findings(result.findings, feedback)
        self.tell_failed(report.identities, feedback)
