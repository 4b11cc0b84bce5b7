"""landledger:planindicators — the table of indicators of a village plan (T14)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...base import Group, Steps
from ...plan_tables import PlanTablesAlgorithm, add_people, plan_title

if TYPE_CHECKING:
    from ....core.village.profile import PlanRole


class PlanIndicators(PlanTablesAlgorithm):
    """Indicators in base and target year, binding ones judged."""

    GROUP = Group.VILLAGE
    ICON = "plan_indicators.svg"

    PEOPLE_BASE = "PEOPLE_BASE"
    PEOPLE_PLAN = "PEOPLE_PLAN"

    def name(self) -> str:
        return "planindicators"

    def displayName(self) -> str:
        return self.tr("Indicators of a village plan")

    def shortDescription(self) -> str:
        return self.tr("The table of indicators in base and target year; binding ones are judged.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes the table of indicators of village plans.\n\n"
            "1. Input: a plan package or folder, or the single layers. Rows, units, and what is binding come from the profile of the "
            "province.\n"
            "2. Areas are counted from the parcels as in the structure table, and from the redline and prime farmland within the "
            "village; in the target year from the control zones 0102 and 0202 where the plan has them. What can't be counted is "
            "taken from the plan's own table (GHZBB).\n"
            "3. A binding indicator must not be more (construction land) or less (farmland, forest, redline) than in the base year.\n"
            "4. Where the plan's own table says something else than was counted, it is noted and listed.\n"
            "5. Construction land a person needs the people of both years."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_plan()
        add_people(self, self.PEOPLE_BASE, self.tr("People in the base year"))
        add_people(self, self.PEOPLE_PLAN, self.tr("People in the target year"))
        self.add_counts()
        self.add_numbers(
            ("INDICATOR_COUNT", self.tr("Number of indicators")),
            ("BROKEN_COUNT", self.tr("Binding indicators that are not kept")),
        )

    @staticmethod
    def single_roles(roles: Any) -> tuple[PlanRole, ...]:
        return (
            roles.VILLAGE, roles.BASE, roles.PLAN, roles.CONTROL, roles.ECO_REDLINE, roles.PRIME_FARMLAND, roles.INDICATORS,
        )  # fmt: skip

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.village.indicators import indicators_of
        from ....core.village.profile import PlanRole

        self.prepare_plans(
            parameters, context, feedback, PlanRole.VILLAGE, PlanRole.CONTROL, PlanRole.ECO_REDLINE, PlanRole.PRIME_FARMLAND
        )
        self._indicators = indicators_of(self._plans[0].profile)

    def people(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Decimal | None, Decimal | None]:
        counts = []
        for name in (self.PEOPLE_BASE, self.PEOPLE_PLAN):
            given = parameters.get(name) not in (None, "")
            counts.append(Decimal(self.parameterAsInt(parameters, name, context)) if given else None)
        return counts[0], counts[1]

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.village.indicators import count_indicators

        steps = Steps(feedback, read=70, book=30)
        tables = self.count_plans(parameters, context, steps)
        counted = {
            plan_title(table): count_indicators(table.areas, self._indicators, table.read.given) for table in tables
        }
        outputs = self.write_tables(parameters, context, feedback, tables, counted, True, steps)
        listed = [each for found in counted.values() for each in found]
        outputs["INDICATOR_COUNT"] = len(listed)
        outputs["BROKEN_COUNT"] = sum(each.ok is False for each in listed)
        return outputs
