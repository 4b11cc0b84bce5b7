"""landledger:landtransition — what each piece of ground was in one survey and is in the next: flow tables, patches, map."""

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
    QgsProcessingParameterNumber,
)

from ....core.sentence import translate
from ...base import Steps, said, say
from ...settings import font_families, layouts_folder, rule_value, rules_in_force
from ..occupation.footprint_algorithm import METHODS
from .farmland_algorithm import FarmlandAlgorithm

if TYPE_CHECKING:
    from ....core.balance.transition.model import Flows
    from ....core.balance.transition.report import Transition, TransitionReport
    from ....core.columns import Columns
    from ....core.summary.printing import Printing
    from ...adapters.layer_source import LayerSource

LEVELS = ("county", "township", "village")
UNITS = ("both", "ha", "mu", "m2")
ROUNDINGS = ("summary", "exact")
BASES = ("net", "gross")
MASTERS = ("before", "after")
CROSSWALKS = ("none", "erdiao_sandiao2019", "sandiao2019_ydyh2023", "ydyh2020_ydyh2023")


class LandTransition(FarmlandAlgorithm):
    """Two surveys, or the yearly change package, as flows between land classes."""

    ICON = "transition.svg"
    PIECES = "CHANGES"

    SURVEY_BEFORE = "SURVEY_BEFORE"
    SURVEY_AFTER = "SURVEY_AFTER"
    UPDATE_PROCESS = "UPDATE_PROCESS"
    UPDATE = "UPDATE"
    DISTRICTS = "DISTRICTS"
    LEVEL = "LEVEL"
    UNIT = "UNIT"
    ROUNDING = "ROUNDING"
    AREA = "AREA"
    MASTER = "MASTER"
    CROSSWALK = "CROSSWALK"
    USE_DEFAULTS = "USE_DEFAULTS"
    YEARS_AS_GIVEN = "YEARS_AS_GIVEN"
    LIMITS = {
        "SLIVER_AREA": "transition_sliver_area_m2",
        "SLIVER_WIDTH": "transition_sliver_width_m",
        "SHIFT_WIDTH": "transition_shift_width_m",
    }

    CHOICES: Mapping[str, Sequence[str]] = {
        LEVEL: LEVELS,
        UNIT: UNITS,
        ROUNDING: ROUNDINGS,
        AREA: BASES,
        MASTER: MASTERS,
        CROSSWALK: CROSSWALKS,
        FarmlandAlgorithm.AREA_METHOD: METHODS,
    }

    def name(self) -> str:
        return "landtransition"

    def displayName(self) -> str:
        return self.tr("Land class transition of two years")

    def shortDescription(self) -> str:
        return self.tr(
            "Flows between land classes from the yearly change package, or from two surveys where there is none: flow "
            "tables, changed patches, map of flows."
        )

    def shortHelpString(self) -> str:
        return self.tr(
            "Says of every piece of ground which class it was and which it is, and sums that up.\n\n"
            "1. Update-process layer (更新过程图层, DLTBGXGC) of the yearly change survey: if you have it, its areas (TBBGMJ) "
            "and classes (BGQDLBM, BGHDLBM) are taken as delivered and nothing is measured. Ground it does not touch comes "
            "from the survey you give. With the update layer (更新图层, DLTBGX) the pieces are summed up against TBMJ, parcel by "
            "parcel.\n"
            "2. Two surveys (DLTB): laid over one another only where there is no package; with both, the difference is a "
            "sheet. Parcels drawn alike in both years are taken whole; only the others are cut. Pieces add up to the "
            "registered areas (TBMJ) of the earlier survey, or of the later one if you choose so, and to those of the other "
            "year, too, where they agree; what that is off stands on the sheet 两年面积核对. Ground that one survey does not "
            "cover is a row or a column of its own.\n"
            "3. Both must be in one class table. For an earlier survey in another one choose the crosswalk; a code with "
            "several successors is refused unless you allow the defaults.\n"
            "4. Noise: a changed piece smaller than the area, narrower than the width, or between two parcels that both kept "
            "their class (a shifted border) is marked with its rule. Its area stays in every total and is told apart.\n"
            "5. By the counting of the survey the ridge (KCMJ) of cultivated land stands under 1203 田坎.\n"
            "6. Swapped years are refused; if the layers are right all the same, tick the box.\n\n"
            "Workbook: 地类变化流向表 (rows before, columns after) by county, township or village, of all second-level classes, "
            "sums of decrease and increase with and without noise, kinds of change, list of patches, checks, charts. While one "
            "check does not hold, every sheet is marked 草稿. Layer: the changed patches, coloured by kind of flow. Rules: "
            "survey change practice, 进出平衡 after 自然资发〔2021〕166号; groups and kinds are CSV files, their status stands on "
            "the sheet 输入与口径."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        polygon, table = [QgsProcessing.SourceType.TypeVectorPolygon], [QgsProcessing.SourceType.TypeVector]
        for name, label, kind in (
            (self.SURVEY_BEFORE, self.tr("Earlier land survey (DLTB)"), polygon),
            (self.SURVEY_AFTER, self.tr("Later land survey (DLTB)"), polygon),
            (self.UPDATE_PROCESS, self.tr("Update-process layer (DLTBGXGC)"), polygon),
            (self.UPDATE, self.tr("Update layer (DLTBGX)"), polygon),
            (self.DISTRICTS, self.tr("Districts with names"), table),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kind, optional=True))
        self._add_choices()
        self._add_advanced()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PIECES, self.tr("Changed patches"), optional=True, createByDefault=True
            )
        )
        self.add_workbook()
        self.add_numbers(
            ("PATCH_COUNT", self.tr("Number of changed patches")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²)")),
            ("CHANGED_AREA_M2", self.tr("Changed area (m²)")),
            ("NOISE_AREA_M2", self.tr("Of it under noise rules (m²)")),
            ("CULTIVATED_BEFORE_M2", self.tr("Cultivated land without ridges, before (m²)")),
            ("CULTIVATED_AFTER_M2", self.tr("Cultivated land without ridges, after (m²)")),
            ("OCCUPIED_FARMLAND_M2", self.tr("Farmland lost to construction (m²)")),
            ("NEW_FARMLAND_M2", self.tr("New farmland (m²)")),
            ("UNCOVERED_AREA_M2", self.tr("Covered by one survey alone (m²)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def _add_choices(self) -> None:
        basis, master = rule_value("summary_area_basis", "net"), rule_value("transition_master", "before")
        for name, label, options, default in (
            (self.LEVEL, self.tr("Rows"), [self.tr("counties"), self.tr("townships"), self.tr("villages")], 0),
            (self.UNIT, self.tr("Units"), [self.tr("ha and mu"), self.tr("ha"), self.tr("mu"), self.tr("m²")], 0),
            (self.ROUNDING, self.tr("Rounding"), [self.tr("summary table (0.01 ha, 0.1 mu)"), self.tr("exact")], 0),
            (
                self.AREA,
                self.tr("Area of cultivated land"),
                [self.tr("without ridges, they count as 1203"), self.tr("with ridges (TBMJ)")],
                BASES.index(basis) if basis in BASES else 0,
            ),
            (
                self.MASTER,
                self.tr("Areas adjusted to"),
                [self.tr("registered areas of the earlier survey"), self.tr("registered areas of the later survey")],
                MASTERS.index(master) if master in MASTERS else 0,
            ),
            (
                self.CROSSWALK,
                self.tr("Crosswalk for the earlier survey"),
                [
                    self.tr("none, both are in one class table"),
                    self.tr("second land survey to third land survey"),
                    self.tr("third land survey to land and sea use 2023"),
                    self.tr("land and sea use 2020 to 2023"),
                ],
                0,
            ),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, options, defaultValue=default))

    def _add_advanced(self) -> None:
        self.add_area_method()
        for name, label, otherwise in (
            ("SLIVER_AREA", self.tr("Sliver: smaller than (m², 0 = off)"), "1"),
            ("SLIVER_WIDTH", self.tr("Narrow strip: narrower than (metres, 0 = off)"), "0.1"),
            ("SHIFT_WIDTH", self.tr("Shifted border: narrower than (metres, 0 = off)"), "0.5"),
        ):
            default = float(rule_value(self.LIMITS[name], otherwise))
            kind = QgsProcessingParameterNumber.Type.Double
            self.add_advanced(QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=0.0))
        for name, label in (
            (self.USE_DEFAULTS, self.tr("Take the default of the crosswalk where a code has several successors")),
            (self.YEARS_AS_GIVEN, self.tr("The years are right as given")),
        ):
            self.add_advanced(QgsProcessingParameterBoolean(name, label, defaultValue=False))
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the first survey"),
            self.tr("Zone, if the surveys are in degrees"),
        )
        self.add_title()
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;TBMJ=面积"), lines=True)
        self.add_class_table()

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.balance.transition.surveys import Year
        from ....core.crosswalk.crosswalk import Direction, load_crosswalk
        from ....core.occupation.model import AreaMethod
        from ....core.summary.model import Basis, Level
        from ....core.survey.classes import apply_rules, load_code_table

        self._families = font_families()
        self._rules = self._with_limits(parameters, context)
        chosen = self.choice(parameters, self.CROSSWALK, context)
        self._crosswalk = None if chosen == "none" else load_crosswalk(Direction(chosen))
        if self._crosswalk is None:
            self._table = self.class_table(parameters, context, self._rules)
        else:
            self._table = apply_rules(load_code_table(self._crosswalk.direction.target), self._rules)
        self._level = Level(self.choice(parameters, self.LEVEL, context))
        self._basis = Basis(self.choice(parameters, self.AREA, context))
        self._master = Year(self.choice(parameters, self.MASTER, context))
        self._method = AreaMethod(self.choice(parameters, self.AREA_METHOD, context))
        self._prepare_layers(parameters, context)
        polygons = [source for source in (self._before, self._after, self._process) if source is not None]
        measured = self._before is not None and self._after is not None and self._method is AreaMethod.ELLIPSOID
        self.prepare_plane(parameters, context, polygons[0], polygons[1:], measured)
        tables = [source for source in (self._update, self._districts) if source is not None]
        self._sources += tables
        self.prepare_targets(parameters, context)

    def _with_limits(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        """The rules in force with the limits of noise as they were chosen."""
        given = {key: f"{self.parameterAsDouble(parameters, name, context):g}" for name, key in self.LIMITS.items()}
        return rules_in_force().replaced(given, self.displayName())

    def _prepare_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ....core.balance.transition.package import PROCESS_FIELDS, UPDATE_FIELDS
        from ....core.balance.transition.surveys import TRANSITION_FIELDS
        from ....core.errors import InputError
        from ....core.summary.regions import DISTRICT_FIELDS
        from ...adapters.columns import prepare_source, schema_fields

        field_map = self.field_map(parameters, context)

        def source(name: str, wanted: Any, shapes: bool = True) -> LayerSource | None:
            fields = schema_fields(wanted, field_map)
            return prepare_source(
                self,
                parameters,
                name,
                context,
                required=False,
                may_be_empty=name == self.DISTRICTS,
                shapes=shapes,
                **fields,
            )

        self._before = source(self.SURVEY_BEFORE, TRANSITION_FIELDS)
        self._after = source(self.SURVEY_AFTER, TRANSITION_FIELDS)
        self._process = source(self.UPDATE_PROCESS, PROCESS_FIELDS)
        self._update = source(self.UPDATE, UPDATE_FIELDS, shapes=False)
        self._districts = source(self.DISTRICTS, DISTRICT_FIELDS, shapes=False)
        if self._process is None and (self._before is None or self._after is None):
            raise InputError(
                translate(
                    "LandLedger", "Give the update-process layer, or both surveys: the earlier and the later one."
                )
            )
        if self._process is None and self._update is not None:
            template = translate(
                "LandLedger", "The update layer only serves to check the update-process layer: give that one, too."
            )
            raise InputError(template)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.balance.transition.patches import PATCH_FIELDS
        from ....core.balance.transition.report import transition_report, write_transition
        from ....core.balance.transition.tables import SheetChoices

        steps = Steps(feedback, read=40, compare=35, layer=10, book=15)
        found, names = self._found(parameters, context, steps)
        title = self.text(parameters, self.TITLE, context)
        choices = SheetChoices(self._level, title, layouts_folder(), names)
        printings = self._printings(parameters, context)
        report = transition_report(found, printings, self._facts(), self._method, choices)
        layer = self.write_pieces(
            parameters, context, PATCH_FIELDS, report.columns, report.patches.flows.geometry, steps.layer,
            lambda: write_transition(report, self._book, self._families, say, steps.book),
            (self.tr("Changed patches"), "transition.qml"),
        )  # fmt: skip
        self._tell(found, report, feedback)
        return {**self._numbers(found.flows, report), **layer, self.WORKBOOK: self._book}

    def _found(
        self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps
    ) -> tuple[Transition, dict[str, str]]:
        """The flows of the layers given, and the names of districts by code."""
        from dataclasses import replace

        from ....core.balance.transition.classes import converted
        from ....core.balance.transition.noise import NoiseLimits, mark_noise
        from ....core.balance.transition.package import read_package
        from ....core.balance.transition.report import Transition
        from ....core.balance.transition.surveys import TransitionJob, compare_surveys
        from ....core.crosswalk.decisions import Decisions
        from ....core.summary.regions import districts_of

        before, after, process, update, districts = self._read_layers(steps)
        told: tuple[Any, ...] = ()
        if self._crosswalk is not None and before is not None:
            defaults = self.parameterAsBoolean(parameters, self.USE_DEFAULTS, context)
            before, told = converted(before, self._crosswalk, Decisions(), defaults, self._rules)
        as_given = self.parameterAsBoolean(parameters, self.YEARS_AS_GIVEN, context)
        # Asked for only where something is measured: it may need a zone.
        measuring = self.measuring(parameters, context)
        job = TransitionJob(self._table, lambda shapes: measuring.measure(shapes), self._rules, self._master, as_given)
        limits = NoiseLimits.of(self._rules)
        compared = delivered = None
        if before is not None and after is not None:
            compared = compare_surveys(before, after, job, steps.compare)
            compared = replace(compared, flows=mark_noise(compared.flows, limits))
        if process is not None:
            delivered = read_package(process, job, update, before, after)
            delivered = replace(delivered, flows=mark_noise(delivered.flows, limits))
        source = delivered or compared
        names = {} if districts is None else {each.code: each.name for each in districts_of(districts) if each.name}
        return Transition(source.flows, job, self._basis, compared, delivered, before, after, told), names

    def _read_layers(self, steps: Steps) -> list[Columns | None]:
        from ....core.progress import part_of
        from ...adapters.columns import read

        given = (self._before, self._after, self._process, self._update, self._districts)
        found: list[Columns | None] = []
        for place, source in enumerate(given):
            part = part_of(steps.read, place / len(given), (place + 1) / len(given))
            if source is None:
                found.append(None)
            elif place < 3:
                found.append(self.read_whole(source, part))
            else:
                found.append(read(source, part))
        return found

    def _printings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Printing]:
        from ....core.summary.printing import Printing
        from ....core.workbook import DisplayUnit

        asked = self.choice(parameters, self.UNIT, context)
        rounded = self.choice(parameters, self.ROUNDING, context) == "summary"
        rules = {DisplayUnit.HECTARE: "summary_hectare_decimals", DisplayUnit.MU: "summary_mu_decimals"}
        units = (DisplayUnit.HECTARE, DisplayUnit.MU) if asked == "both" else (DisplayUnit(asked),)
        return [
            Printing(unit, self._rules.whole(rules[unit]) if rounded and unit in rules else unit.most_decimals)
            for unit in units
        ]

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.balance.transition.noise import noise_rules
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        used = ["mixed_codes", "class_1201_major", "learn_ridge_coefficient"]
        if self._before is not None and self._after is not None:
            used += ["adjustment_factor_tolerance", "transition_balance_both", "transition_balance_most_m2"]
        if self._process is not None:
            used.append("transition_parcel_tolerance_m2")
        for key, value in (("transition_master", self._master.value), ("summary_area_basis", self._basis.value)):
            if self._rules.get(key).text() == value:
                used.append(key)
        rules = [*noise_rules(self._rules), *(self._rules.get(key) for key in used)]
        return RunFacts(None, program_versions(), self.notices, rules)

    def _numbers(self, flows: Flows, report: TransitionReport) -> dict[str, Any]:
        from ....core.balance.transition.held_against import exact

        def metres(units: Any) -> float:
            return float(exact(int(units.sum())).square_metres())

        patches = report.patches
        units = patches.flows.units
        return {
            "PATCH_COUNT": len(patches),
            "TOTAL_AREA_M2": metres(flows.units),
            "CHANGED_AREA_M2": metres(flows.units[flows.changed]),
            "NOISE_AREA_M2": metres(flows.units[flows.changed & flows.noise]),
            "CULTIVATED_BEFORE_M2": metres(flows.net_before),
            "CULTIVATED_AFTER_M2": metres(flows.net_after),
            "OCCUPIED_FARMLAND_M2": metres(units[patches.kind == "construction"]),
            "NEW_FARMLAND_M2": metres(units[patches.kind == "new_farmland"]),
            "UNCOVERED_AREA_M2": metres(flows.units[~flows.covered]),
            "FINDING_COUNT": len(report.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, found: Transition, report: TransitionReport, feedback: QgsProcessingFeedback) -> None:
        flows = found.flows
        changed = flows.area(flows.changed)
        feedback.pushInfo(
            self.tr("{patches} changed patches, {area} m² ({ha} ha, {mu} mu).").format(
                patches=len(report.patches), area=changed.square_metres(), ha=changed.hectares(), mu=changed.mu()
            )
        )
        noise = flows.area(flows.changed & flows.noise)
        feedback.pushInfo(self.tr("Of it {area} m² fall under noise rules.").format(area=noise.square_metres()))
        bare = flows.area(~flows.covered)
        if bare:
            text = self.tr("{area} m² are covered by one survey alone; they stand in a row or a column of their own.")
            feedback.pushWarning(text.format(area=bare.square_metres()))
        for told in report.told:
            feedback.pushWarning(said(told))
        self.tell_findings(report.findings, feedback)
        self.tell_failed(report.identities, feedback)
