"""landledger:landusestructure — the structure table of a village plan (T13): base year, target year, change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterBoolean

from ...base import Group, Steps
from ...plan_tables import PlanTablesAlgorithm


class LandUseStructure(PlanTablesAlgorithm):
    """Areas by class groups, before and after."""

    GROUP = Group.VILLAGE
    ICON = "land_use_structure.svg"

    DROP_ZERO = "DROP_ZERO"
    CLASS_SUMMARIES = "CLASS_SUMMARIES"

    def name(self) -> str:
        return "landusestructure"

    def displayName(self) -> str:
        return self.tr("Structure table of a village plan")

    def shortDescription(self) -> str:
        return self.tr("Areas of class groups in base and target year with their changes, which sum up to nothing.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Writes the structure table of village plans: for each group of land and sea use classes its area and share in the "
            "base year and in the target year, and the change.\n\n"
            "1. Input: a plan package or folder (see “Load village plan”), or the village border and the parcels of both years.\n"
            "2. Rows come from the profile of the province: headings, classes, and whether a class is of a town (CZCSXM 201, 202; "
            "in the plan SSBJLX Z) or of a village. A class belongs to the row that names most of its code.\n"
            "3. The registered area of the village (JSMJ) is shared out to the parcels of each year by the largest remainder. So "
            "both years have the same total, and all changes sum up to nothing. What parcels summed up to before is told.\n"
            "4. Printed areas are rounded once in the rows; sums are sums of rows. Shares are rounded so that they make up 100.00.\n"
            "5. Codes that the class table does not have stand in a row of their own and are listed.\n"
            "6. Class summaries of both years on wish: by major class (T11) and by class (T12), in the same registered area, so that "
            "they agree with the structure table; plans coded in different class tables on sheets of their own.\n\n"
            "A table for each village, and one for all together where there are several."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_plan()
        self.add_advanced(
            QgsProcessingParameterBoolean(self.DROP_ZERO, self.tr("Leave out rows without area"), defaultValue=True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.CLASS_SUMMARIES, self.tr("Class summaries of both years, too (T11, T12)"), defaultValue=False
            )
        )
        self.add_counts()

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.village.profile import PlanRole

        self.prepare_plans(parameters, context, feedback, PlanRole.VILLAGE)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        steps = Steps(feedback, read=70, book=30)
        tables = self.count_plans(parameters, context, steps)
        drop_zero = self.parameterAsBoolean(parameters, self.DROP_ZERO, context)
        summaries = self.parameterAsBoolean(parameters, self.CLASS_SUMMARIES, context)
        return self.write_tables(parameters, context, feedback, tables, {}, drop_zero, steps, summaries)
