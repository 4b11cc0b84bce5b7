"""What the algorithms on areas of village plans share: layers, areas of both years by village, the workbook, the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.sentence import translate
from .base import Steps, said
from .plan_algorithm import CLASS_TABLES, PlanAlgorithm, PlanInput
from .settings import layouts_folder, rules_in_force

if TYPE_CHECKING:
    from ..core.occupation.report import Report
    from ..core.summary.model import Finding
    from ..core.village.areas import PlanAreas
    from ..core.village.indicators import Counted
    from ..core.village.profile import PlanRole
    from ..core.village.structure import Structure
    from .adapters.plan_areas import ReadPlan

AREAS = ("registered", "measured")
UNITS = ("ha", "mu", "m2")


@dataclass(frozen=True)
class PlanTable:
    """One plan read and counted."""

    plan: PlanInput
    read: ReadPlan
    areas: PlanAreas


class PlanTablesAlgorithm(PlanAlgorithm):
    """Base of landusestructure and planindicators."""

    AREA = "AREA"
    UNIT = "UNIT"
    TITLE = "TITLE"

    CHOICES: Mapping[str, Sequence[str]] = {PlanAlgorithm.CLASSES: CLASS_TABLES, AREA: AREAS, UNIT: UNITS}

    def add_plan(self) -> None:
        """Package or single layers, profile, and how areas are taken and printed."""
        from ..core.village.profile import PlanRole

        self.add_package()
        self.add_single_layers(*self.single_roles(PlanRole))
        self.add_profile()
        taken = [self.tr("registered (TBMJ, GHDLMJ)"), self.tr("measured on the ellipsoid")]
        units = [self.tr("hectares"), self.tr("mu"), self.tr("square metres")]
        self.addParameter(QgsProcessingParameterEnum(self.AREA, self.tr("Areas of the parcels"), taken, defaultValue=0))
        self.addParameter(QgsProcessingParameterEnum(self.UNIT, self.tr("Printed unit"), units, defaultValue=0))
        self.add_advanced(
            QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True)
        )
        self.add_workbook()

    @staticmethod
    def single_roles(roles: Any) -> tuple[PlanRole, ...]:
        """The roles that can be given as single layers."""
        return roles.VILLAGE, roles.BASE, roles.PLAN

    def add_counts(self) -> None:
        """The numbers that both give."""
        self.add_numbers(
            ("VILLAGE_COUNT", self.tr("Number of villages")),
            ("TOTAL_AREA_M2", self.tr("Registered area (m²)")),
            ("BUILT_BASE_M2", self.tr("Construction land in the base year (m²)")),
            ("BUILT_PLAN_M2", self.tr("Construction land in the target year (m²)")),
            ("VILLAGE_BUILT_BASE_M2", self.tr("Village construction land in the base year (m²)")),
            ("VILLAGE_BUILT_PLAN_M2", self.tr("Village construction land in the target year (m²)")),
            ("CULTIVATED_BASE_M2", self.tr("Cultivated land in the base year (m²)")),
            ("CULTIVATED_PLAN_M2", self.tr("Cultivated land in the target year (m²)")),
            ("UNKNOWN_COUNT", self.tr("Parcels with a code that no table has")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )

    def prepare_plans(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, *roles: PlanRole
    ) -> None:
        """To be called by `prepare`: the plans, their sources, the workbook's place."""
        from ..core.village.class_version import require_judged
        from ..core.village.structure import structure_of
        from .adapters.plan_areas import prepare_plan

        self._rules = rules_in_force()
        self._plans = self.take_plans(parameters, context, feedback, lambda fraction: None)
        self._structure = structure_of(self._plans[0].profile)
        for plan in self._plans:
            if plan.judgement is not None:
                require_judged(plan.judgement)
                if plan.judgement.notice is not None:
                    feedback.pushWarning(f"{plan.name}: {said(plan.judgement.notice)}".lstrip(": "))
        self._sources = [prepare_plan(plan, context, *roles) for plan in self._plans]
        self.take_workbook(parameters, context)

    def count_plans(self, parameters: dict[str, Any], context: QgsProcessingContext, steps: Steps) -> list[PlanTable]:
        """Every plan read, measured where asked, and shared out."""
        from ..core.survey.classes import load_code_table
        from ..core.village.areas import plan_areas
        from .adapters.plan_areas import read_plan

        measured = self.choice(parameters, self.AREA, context) == "measured"
        tolerance = self._rules.get("plan_area_tolerance_m2").number()
        tables = []
        for number, sources in enumerate(self._sources):
            found = read_plan(sources, measured, self.people(parameters, context))
            table = load_code_table(sources.plan.version)
            areas = plan_areas(found.base, found.plan, found.villages, self._structure, table, tolerance)
            tables.append(PlanTable(sources.plan, found, areas))
            steps.read((number + 1) / len(self._sources))
        return tables

    def people(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Decimal | None, Decimal | None]:
        """People in the base and target year, if asked for."""
        return None, None

    def write_tables(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        tables: Sequence[PlanTable],
        indicators: Mapping[str, Sequence[Counted]],
        drop_zero: bool,
        steps: Steps,
        summaries: bool = False,
    ) -> dict[str, Any]:
        """The workbook, what is told, and the numbers; `summaries`: with class summaries of both years."""
        from ..core.occupation.report import write_report
        from ..core.summary.printing import Printing
        from ..core.village.areas import together
        from ..core.village.structure_report import structure_report
        from ..core.workbook import DisplayUnit
        from .base import say

        areas = together([table.areas for table in tables])
        unit = DisplayUnit(str(self.choice(parameters, self.UNIT, context)))
        decimals = unit.most_decimals if unit is DisplayUnit.SQUARE_METRE else self._rules.whole("plan_area_decimals")
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        facts = self._facts(parameters, context)
        printing = Printing(unit, min(decimals, unit.most_decimals))
        more = (lambda printed: self._class_summaries(tables, printed, title)) if summaries else None
        report, findings = structure_report(areas, indicators, printing, facts, title, layouts_folder(), drop_zero, more)
        if self._book:
            write_report(report, self._book, self._families, say, steps.book)
        self.tell_findings(findings, feedback)
        self.tell_failed(report.identities, feedback)
        return {**self._numbers(areas, report, findings), self.WORKBOOK: self._book}

    def _class_summaries(self, tables: Sequence[PlanTable], printed: Any, title: str) -> tuple[Any, Any]:
        """T11 and T12 of both years with their checks."""
        from ..core.survey.classes import apply_rules, load_code_table
        from ..core.village.class_summaries import SummarisedPlan, class_summaries

        found = [
            SummarisedPlan(
                apply_rules(load_code_table(each.plan.version), self._rules), each.areas, each.read.base, each.read.plan
            )
            for each in tables
        ]
        return class_summaries(found, printed, self._rules, title, layouts_folder())

    def _facts(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ..core.occupation.inputs_sheet import RunFacts
        from ..core.village.structure_report import StructureFacts
        from .versions import program_versions

        measured = self.choice(parameters, self.AREA, context) == "measured"
        area = translate("LandLedger", "registered (TBMJ, GHDLMJ), measured where there is none")
        if measured:
            area = translate("LandLedger", "measured on the ellipsoid")
        notices = [notice for found in self._sources for source in found.sources.values() for notice in source.notices]
        layers = []
        for found in self._sources:
            for role, source in found.sources.items():
                declared = found.plan.profile.layer(role)
                item = declared.title if declared is not None else role.value
                layers.append((f"{found.plan.name} {item}".strip(), source.file or source.name))
        used = [self._rules.get(key) for key in ("plan_area_tolerance_m2", "plan_area_decimals")]
        run = RunFacts(None, program_versions(), notices, used)
        versions = sorted({plan.version for plan in self._plans})
        return StructureFacts(self._plans[0].profile, versions, layers, area, run)

    def _numbers(self, areas: PlanAreas, report: Report, findings: Sequence[Finding]) -> dict[str, Any]:
        from ..core.area import Area
        from ..core.village.areas import UNIT

        groups = group_rows(areas.structure)
        sides = (("BASE", areas.base), ("PLAN", areas.plan))
        amounts = {
            f"{name}_{year}_M2": float(areas.of(side, rows).square_metres()) for name, rows in groups.items() for year, side in sides
        }
        return {
            "VILLAGE_COUNT": len(areas.villages),
            "TOTAL_AREA_M2": float(Area.from_units(int(areas.masters.sum()), UNIT).square_metres()),
            **amounts,
            "UNKNOWN_COUNT": sum(areas.unknown.values()),
            "FINDING_COUNT": len(findings),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
        }


def group_rows(structure: Structure) -> dict[str, list[int]]:
    """The rows of the structure table that numbers are given of: construction land, that of the village, cultivated land."""
    outer = structure.rows[structure.place("V07")].path if any(row.key == "V07" for row in structure.rows) else ()
    return {
        "BUILT": structure.members(outer[0]) if outer else [],
        "VILLAGE_BUILT": structure.members(outer[-2]) if len(outer) > 1 else [],
        "CULTIVATED": [number for number, row in enumerate(structure.rows) if row.key == "01"],
    }


def add_people(algorithm: PlanTablesAlgorithm, name: str, label: str) -> None:
    """A number of people, which may be left empty."""
    kind = QgsProcessingParameterNumber.Type.Integer
    algorithm.addParameter(QgsProcessingParameterNumber(name, label, kind, optional=True, minValue=1))


def plan_title(table: PlanTable) -> str:
    """What a plan is called: its village where it has one, else its place."""
    villages = table.areas.villages
    return (villages[0].name if len(villages) == 1 else "") or table.plan.name
