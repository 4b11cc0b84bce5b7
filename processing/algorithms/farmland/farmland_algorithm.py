"""What the algorithms on layers of farmland share: area method, title, field map, class table; layer and workbook together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum

from ...base import Group, say
from ...settings import rule_value
from ..occupation.footprint_algorithm import METHODS, FootprintAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ....core.occupation.pieces import PieceField
    from ....core.progress import Progress
    from ....core.rules import Rules
    from ....core.survey.classes import CodeTable

SYSTEMS = ("national15", "quality10")
DEFAULT_TABLE = "sandiao2019"


class FarmlandAlgorithm(FootprintAlgorithm):
    """Base of the algorithms of the group that read layers of polygons."""

    GROUP = Group.FARMLAND

    GRADE_SYSTEM = "GRADE_SYSTEM"
    FIELD_MAP = "FIELD_MAP"
    CODE_TABLE = "CODE_TABLE"

    def add_area_method(self) -> None:
        """Ellipsoidal or plane area, folded away."""
        methods = [self.tr("ellipsoidal area"), self.tr("plane area")]
        default = METHODS.index("ellipsoid")
        self.add_advanced(
            QgsProcessingParameterEnum(self.AREA_METHOD, self.tr("Area method"), methods, defaultValue=default)
        )

    def grade_systems(self) -> list[str]:
        """What people read for SYSTEMS."""
        return [self.tr("national utilisation grade (1–15)"), self.tr("quality grade (1–10)")]

    def add_class_table(self) -> None:
        """The class table of the survey, folded away."""
        label = self.tr("Class table (name or CSV file)")
        self.add_text(self.CODE_TABLE, label, rule_value("code_table", DEFAULT_TABLE))

    def field_map(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Mapping[str, str]:
        """Standard name → field of the layers, as far as it was said."""
        from ....core.survey.schema import parse_field_map

        return parse_field_map(self.parameterAsString(parameters, self.FIELD_MAP, context))

    def class_table(self, parameters: dict[str, Any], context: QgsProcessingContext, rules: Rules) -> CodeTable:
        """The class table chosen, with the rules on single classes."""
        from ....core.survey.classes import apply_rules, load_code_table

        return apply_rules(load_code_table(self.text(parameters, self.CODE_TABLE, context) or DEFAULT_TABLE), rules)

    def write_pieces(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fields: Sequence[PieceField],
        columns: Mapping[str, Any],
        shapes: np.ndarray,
        progress: Progress,
        write_book: Callable[[], None],
        looks: tuple[str, str],
    ) -> dict[str, Any]:
        """The layer of the pieces, if one was asked for, and the workbook (`write_book`, asked only where there is a place for
        it): both or none. The layer's id by its output; `looks` are title and style."""
        from ...adapters.looks import Look, dress

        if not self.wants_pieces(parameters):
            if self._book:
                write_book()
            return {}
        with self.open_pieces(parameters, context, fields, columns) as sink:
            sink.write(shapes, [columns[each.name] for each in fields], progress)
            sink.finish()
            if self._book:
                write_book()
        title, style = looks
        dress(context, sink.id, Look(title, style, {each.name: say(each.alias) for each in fields}))
        return {self.PIECES: sink.id}
