"""landledger:comparefootprint — does a project fit the village plan: class by class, zone by zone, what would have to change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...base import Group, Steps, said, say
from ...plan_algorithm import PlanAlgorithm
from ...plan_tables import group_rows
from ...plot_numbers import with_numbers
from ...settings import font_families, layouts_folder, rules_in_force
from ..occupation.footprint_algorithm import METHODS, UNITS, FootprintAlgorithm

if TYPE_CHECKING:
    from ....core.columns import Columns
    from ....core.occupation.report import Report
    from ....core.village.fit.effect import Effect
    from ....core.village.fit.job import Fit
    from ...adapters.fit_reading import ReadFit


USE_NAMES = ("GHYT", "规划用途", "规划地类", "GHDLBM", "用途")
"""Fields that hold the planned use where none is chosen."""


class CompareFootprint(FootprintAlgorithm, PlanAlgorithm):
    """Projects over village plans."""

    GROUP = Group.VILLAGE
    ICON = "compare_footprint.svg"

    USE_FIELD = "USE_FIELD"
    USE = "USE"
    FIT_RULES = "FIT_RULES"
    FIT_GROUPS = "FIT_GROUPS"
    TITLE = "TITLE"

    CHOICES = {**PlanAlgorithm.CHOICES, **FootprintAlgorithm.CHOICES}

    def name(self) -> str:
        return "comparefootprint"

    def displayName(self) -> str:
        return self.tr("Does a project fit the village plan")

    def shortDescription(self) -> str:
        return self.tr("Projects over village plans: class by class, zone by zone, what would have to change, effect on indicators.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Lays the footprints of projects over village plans and says of each piece whether its planned use fits.\n\n"
            "1. Footprints: one feature a plot with its number, name and planned use: the code of a land and sea use class (0703), "
            "its name, or both. Without a field the use is the one given for all.\n"
            "2. Plan: a plan package or folder of one village or many, or single layers. Needed are the parcels of the plan; control "
            "zones, prime farmland, redline and growth boundary are looked at where they are there. Prime farmland counts as zone "
            "0202, the redline as 0102, the growth boundary as 0400.\n"
            "3. Verdicts are rules (resources/codes/plan_fit.csv): planned use × class of the plan × zone; the first that fits "
            "decides, of several zones or parcels over one another the strictest verdict counts. They are of our own: confirm "
            "them locally, or choose a file of your own.\n"
            "4. Verdicts: fits; fits under the terms of the zone; the plan must be changed (from which class to which); forbidden "
            "in a zone (0102, 0202 …); the plan has no class here; to be decided where the planned use is missing or no class of the "
            "table: such footprints are named, their areas by class of the plan are shown, the others are judged.\n"
            "5. The structure table and the indicators of each village are counted as if the projects took the place of the plan, "
            "whatever the verdict: construction land, village construction land, cultivated land before and after.\n"
            "6. Areas are adjusted once to the surveyed footprint, so that all sums are exact. Where footprints overlap, each counts "
            "its ground and the total counts it once.\n\n"
            "Workbook: footprints, classes, zones, parcels to be changed, structure and indicators before and after, lists, checks, "
            "inputs with the rules. Pieces: the footprints cut by all layers, coloured by verdict."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.village.profile import PlanRole

        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.FOOTPRINTS, self.tr("Footprints of projects"), polygon))
        for name, label in (
            (self.FOOTPRINT_ID, self.tr("Footprint number field")),
            (self.FOOTPRINT_NAME, self.tr("Footprint name field")),
            (self.USE_FIELD, self.tr("Planned use field (class code or name)")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.FOOTPRINTS, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterString(self.USE, self.tr("Planned use where the field says none, as in 0703"), optional=True)
        )
        self.add_package()
        self.add_single_layers(
            PlanRole.PLAN, PlanRole.CONTROL, PlanRole.VILLAGE, PlanRole.BASE, PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE,
            PlanRole.URBAN_BOUNDARY,
        )  # fmt: skip
        self.add_profile()
        self._add_choices()
        label = self.tr("Pieces by verdict")
        self.addParameter(QgsProcessingParameterFeatureSink(self.PIECES, label, optional=True, createByDefault=True))
        self.add_workbook()
        self._add_results()

    def _add_choices(self) -> None:
        methods = [self.tr("ellipsoidal area"), self.tr("plane area")]
        units = [self.tr("0.01 m²"), self.tr("1 m² (0.0001 ha)")]
        method, unit = METHODS.index("ellipsoid"), UNITS.index("0.01")
        self.addParameter(QgsProcessingParameterEnum(self.AREA_METHOD, self.tr("Area method"), methods, defaultValue=method))
        self.addParameter(QgsProcessingParameterEnum(self.UNIT, self.tr("Smallest unit"), units, defaultValue=unit))
        self.add_tolerance(0.0)
        for name, label in (
            (self.FIT_RULES, self.tr("Rules of fitness of your own (CSV)")),
            (self.FIT_GROUPS, self.tr("Groups of classes of your own (CSV)")),
        ):
            self.add_advanced(QgsProcessingParameterFile(name, label, fileFilter=self.tr("CSV files (*.csv)"), optional=True))
        self.add_advanced(
            QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True)
        )
        self.add_reprojection(
            self.tr("Layers in another zone may be brought to that of the footprints"),
            self.tr("Zone, if the footprints are in degrees"),
        )

    def _add_results(self) -> None:
        self.add_numbers(
            ("FOOTPRINT_COUNT", self.tr("Number of footprints")),
            ("FITTING_COUNT", self.tr("Footprints that fit, also under the terms of a zone")),
            ("UNDECIDED_COUNT", self.tr("Footprints whose planned use is no class")),
            ("OUTSIDE_COUNT", self.tr("Footprints outside the plans")),
            ("PIECE_COUNT", self.tr("Number of pieces")),
            ("TOTAL_AREA_M2", self.tr("Total area (m²), overlaps once")),
            ("FIT_AREA_M2", self.tr("Fits the plan (m²)")),
            ("ZONE_AREA_M2", self.tr("Fits under the terms of the zone (m²)")),
            ("CHANGE_AREA_M2", self.tr("The plan must be changed (m²)")),
            ("FORBIDDEN_AREA_M2", self.tr("Forbidden in the zone (m²)")),
            ("UNDECIDED_AREA_M2", self.tr("To be decided: the planned use is no class (m²)")),
            ("UNCOVERED_AREA_M2", self.tr("The plan has no class here (m²)")),
            ("BUILT_CHANGE_M2", self.tr("Change of construction land (m²)")),
            ("VILLAGE_BUILT_CHANGE_M2", self.tr("Change of village construction land (m²)")),
            ("CULTIVATED_CHANGE_M2", self.tr("Change of cultivated land (m²)")),
            ("BROKEN_COUNT", self.tr("Binding indicators not kept after the projects")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    # -------------------------------------------------------------------------------------------------------- before

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.village.class_version import require_judged
        from ....core.village.profile import PlanRole
        from ....core.village.structure import structure_of
        from ...adapters.columns import prepare_source
        from ...adapters.plan_areas import prepare_plan
        from ...adapters.sink_targets import require_not_read

        self._rules = rules_in_force()
        self._footprints = prepare_source(self, parameters, self.FOOTPRINTS, context, fields=self._fields(parameters, context))
        plans = self.take_plans(parameters, context, feedback, lambda fraction: None)
        self._structure = structure_of(plans[0].profile)
        roles = (PlanRole.VILLAGE, PlanRole.CONTROL, PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE, PlanRole.URBAN_BOUNDARY)
        self._plans = [prepare_plan(plan, context, *roles, needed=(PlanRole.PLAN,)) for plan in plans]
        for plan in plans:
            if plan.judgement is not None:
                require_judged(plan.judgement)
                if plan.judgement.notice is not None:
                    feedback.pushWarning(f"{plan.name}: {said(plan.judgement.notice)}".lstrip(": "))
        self._method = self.choice(parameters, self.AREA_METHOD, context)
        others = [source for plan in self._plans for source in plan.sources.values()]
        self.prepare_plane(parameters, context, self._footprints, others, self._method == "ellipsoid")
        self.prepare_targets(parameters, context)
        if self._book:
            require_not_read(self._book, self._files_read(parameters, context))
        self._families = font_families()

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Standard name → field of the footprints."""
        from ....core.survey.spelling import same_name
        from ....core.village.fit.uses import USE

        named = {"FP_ID": self.FOOTPRINT_ID, "FP_NAME": self.FOOTPRINT_NAME, USE: self.USE_FIELD}
        found = {key: self.parameterAsString(parameters, name, context) for key, name in named.items()}
        source = self.parameterAsSource(parameters, self.FOOTPRINTS, context)
        if not found[USE] and source is not None:
            names = source.fields().names()
            found[USE] = next((actual for actual in (same_name(names, name) for name in USE_NAMES) if actual), "")
        return {key: actual for key, actual in found.items() if actual}

    # ------------------------------------------------------------------------------------------------------- the run

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.area import AreaUnit
        from ....core.occupation.model import AreaMethod, Job
        from ....core.survey.apportion import Master
        from ....core.survey.classes import load_code_table
        from ....core.village.fit.effect import effects_of
        from ....core.village.fit.job import compare
        from ....core.village.fit.report import fit_report, piece_columns
        from ...adapters.plan_styles import code_names

        steps = Steps(feedback, read=30, compare=50, layer=10, book=10)
        rules = self._fit_rules(parameters, context)
        footprints, found = self._read(steps)
        unit = AreaUnit.SQUARE_METRE if self.choice(parameters, self.UNIT, context) == "1" else AreaUnit.HUNDREDTH_SQUARE_METRE
        tolerance = self.parameterAsDouble(parameters, self.BORDER_TOLERANCE, context)
        job = Job(AreaMethod(self._method), Master.FOOTPRINT, unit, tolerance, self._zone)
        tables = {version: load_code_table(version) for version in dict.fromkeys(found.parcels.versions)}
        use = self.parameterAsString(parameters, self.USE, context)
        fit = compare(footprints, found.parcels, found.zones, tables, rules, code_names("control"), job, use, steps.compare)
        effects = effects_of(fit, found.places)
        pieces = piece_columns(fit, effects, say)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report = fit_report(fit, effects, pieces, self._facts(found), title, layouts_folder())
        outputs = self._numbers(fit, effects, report)
        outputs.update(self._write(parameters, context, fit, pieces, report, steps))
        self._tell(fit, report, feedback)
        return {**outputs, self.WORKBOOK: self._book}

    def _fit_rules(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from pathlib import Path

        from ....core.village.fit.rules import load_fit_rules

        own = [self.parameterAsFile(parameters, name, context) for name in (self.FIT_RULES, self.FIT_GROUPS)]
        return load_fit_rules(*(Path(file) if file else None for file in own))

    def _read(self, steps: Steps) -> tuple[Columns, ReadFit]:
        from ....core.progress import part_of
        from ....core.survey.reach import boxes_around
        from ...adapters.crs import boxes_in
        from ...adapters.fit_reading import FitReader

        footprints = with_numbers(self.read_whole(self._footprints, part_of(steps.read, 0.0, 0.1)))
        boxes = boxes_around(footprints.geometry)
        reader = FitReader(
            self._structure,
            self._rules.get("plan_area_tolerance_m2").number(),
            lambda source, around: boxes_in(around, self._plane, source.crs, self._transform_context),
            self._bring,
        )
        return footprints, reader.read(self._plans, boxes, part_of(steps.read, 0.1, 1.0))

    def _facts(self, found: ReadFit) -> Any:
        from ....core.occupation.inputs_sheet import RunFacts
        from ....core.village.fit.report import FitFacts
        from ...versions import program_versions

        notices = [*self.notices, *(notice for place in found.places for notice in place.areas.notices)]
        run = RunFacts(None, program_versions(), notices, [self._rules.get("plan_area_tolerance_m2")])
        zoned = any(not layer.code for layer in found.zones)
        return FitFacts(self._plans[0].plan.profile, zoned, run)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fit: Fit,
        pieces: Mapping[str, Any],
        report: Report,
        steps: Steps,
    ) -> dict[str, Any]:
        """Layer and workbook, both or none."""
        from ....core.occupation.report import write_report
        from ....core.village.fit.report import PIECE_FIELDS
        from ...adapters.looks import Look, dress

        if not self.wants_pieces(parameters):
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
            return {}
        cut = fit.overlay
        with self.open_pieces(parameters, context, PIECE_FIELDS, pieces) as sink:
            sink.write(cut.atoms.geometry[cut.leaves.atom], [pieces[each.name] for each in PIECE_FIELDS], steps.layer)
            sink.finish()
            if self._book:
                write_report(report, self._book, self._families, say, steps.book)
        aliases = {each.name: say(each.alias) for each in PIECE_FIELDS}
        dress(context, sink.id, Look(self.tr("Pieces by verdict"), "plan_fit.qml", aliases))
        return {self.PIECES: sink.id}

    def _numbers(self, fit: Fit, effects: list[Effect], report: Report) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.village.areas import UNIT
        from ....core.village.fit.report import numbers_of
        from ....core.village.fit.rules import Verdict
        from ....core.village.fit.tables import COLUMNS, counted_effects, worst_of

        cut, profile = fit.overlay, self._plans[0].plan.profile
        worst = [worst_of(fit, row) for row in range(len(cut.footprints))]
        changes = {}
        for name, rows in group_rows(self._structure).items():
            units = sum(int((effect.added - effect.taken)[:, rows].sum()) for effect in effects)
            changes[f"{name}_CHANGE_M2"] = float(Area.from_units(units, UNIT).square_metres())
        touched = [effect for effect in effects if effect.touched]
        return {
            "FOOTPRINT_COUNT": len(cut.footprints),
            "FITTING_COUNT": sum(each in (Verdict.FITS, Verdict.ZONE) for each in worst),
            "UNDECIDED_COUNT": sum(doubt is not None for doubt in fit.uses.doubts),
            "OUTSIDE_COUNT": sum(fit.outside(row) for row in range(len(cut.footprints))),
            "PIECE_COUNT": len(cut.leaves),
            "TOTAL_AREA_M2": float(cut.total.square_metres()),
            **{f"{COLUMNS[verdict]}_AREA_M2": float(area.square_metres()) for verdict, area in numbers_of(fit).items()},
            **changes,
            "BROKEN_COUNT": sum(after.ok is False for effect in touched for _, after in counted_effects(effect, profile)),
            "FINDING_COUNT": len(cut.findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }

    def _tell(self, fit: Fit, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.village.fit.report import numbers_of
        from ....core.village.fit.tables import conclusion

        for verdict, area in numbers_of(fit).items():
            text = self.tr("{verdict}: {area} m²").format(verdict=say(verdict.label), area=area.square_metres())
            feedback.pushInfo(text)
        for row in range(min(len(fit.overlay.footprints), 50)):
            feedback.pushInfo(f"{fit.overlay.footprint_id(row)}: {said(conclusion(fit, row))}")
        self.tell_findings(fit.overlay.findings, feedback)
        self.tell_failed(report.identities, feedback)
