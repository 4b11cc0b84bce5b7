"""What the algorithms on stable cultivated land and its capacity share: layers, grade system, yields, how ground is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
)

from ...settings import font_families, own_yields, rule_value, rules_in_force
from .farmland_algorithm import FarmlandAlgorithm

if TYPE_CHECKING:
    from ....core.balance.stable.model import StableJob
    from ....core.summary.model import Level


class GradingAlgorithm(FarmlandAlgorithm):
    """Base of the algorithms that ask of cultivated land whether it is stable, and what it yields."""

    EXCLUDE = "EXCLUDE"
    QUALITY = "QUALITY"
    DISTRICTS = "DISTRICTS"
    LEVEL = "LEVEL"
    CAPACITY_PRESET = "CAPACITY_PRESET"

    def add_excluding(self) -> None:
        """Layers whose ground is not stable."""
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.EXCLUDE, self.tr("Layers that exclude ground"), kind, optional=True
            )
        )

    def add_grading(self) -> None:
        """Grade system, area method and rules of stability, folded away."""
        systems = self.grade_systems()
        self.add_advanced(
            QgsProcessingParameterEnum(self.GRADE_SYSTEM, self.tr("Grade system"), systems, defaultValue=0)
        )
        self.add_area_method()
        self.add_stable_rules()

    def add_ground(self, permission: str, zone: str) -> None:
        """Tolerance and plane, yields, title, field map and class table, folded away."""
        self.add_tolerance(float(rule_value("border_tolerance_m", "0.002")))
        self.add_reprojection(permission, zone)
        self.add_text(self.CAPACITY_PRESET, self.tr("Capacity preset"), "official")
        self.add_title()
        self.add_text(self.FIELD_MAP, self.tr("Field map, as in DLBM=地类编码;TBMJ=面积"), lines=True)
        self.add_class_table()

    def prepare_grading(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Any]:
        """Rules, classes, yields and rules of stability of the run; the layers that exclude ground, not yet prepared."""
        from ....core.balance.grades import load_yields
        from ....core.balance.stable.rules import require_layer_rule
        from ....core.survey.schema import GradeSystem
        from ...adapters.columns import layer_name

        self._rules, self._families = rules_in_force(), font_families()
        self._table = self.class_table(parameters, context, self._rules)
        preset = self.text(parameters, self.CAPACITY_PRESET, context) or "official"
        system = GradeSystem(self.choice(parameters, self.GRADE_SYSTEM, context))
        self._yields = load_yields(system, preset, own_yields())
        self._stable_rules = self.stable_rules(parameters, context)
        layers: list[Any] = self.parameterAsLayerList(parameters, self.EXCLUDE, context) or []
        require_layer_rule(self._stable_rules, [layer_name(layer) for layer in layers])
        return layers

    def stable_job(self, level: Level) -> StableJob:
        """What asks of a survey which land is stable; after `self._measured_by` is known."""
        from ....core.balance.stable.model import StableJob

        return StableJob(level, self._table, self._rules, self._stable_rules, self._yields, self._measured_by)

    def is_ellipsoidal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        """Whether areas that are measured are ellipsoidal ones."""
        return self.choice(parameters, self.AREA_METHOD, context) == "ellipsoid"

    def prepare_measuring(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """How ground is measured, and where the results go; after `prepare_plane`."""
        self.prepare_targets(parameters, context)
        self._measured_by = self.measuring(parameters, context)
