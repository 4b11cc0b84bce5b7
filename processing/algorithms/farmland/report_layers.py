"""The layers that landledger:farmlandreport takes beside a ledger: read, cut and judged by the algorithms they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterDefinition

from ....core.errors import InputError
from ....core.sentence import translate
from .prime_farmland import PrimeFarmland
from .requisition_balance import RequisitionBalance as Requisition

if TYPE_CHECKING:
    from ....core.balance.yearly.ground import Ground
    from ....core.progress import Progress

OF_OCCUPATION = (
    Requisition.FOOTPRINTS, Requisition.FOOTPRINT_ID, Requisition.FOOTPRINT_NAME, Requisition.PROJECT_FIELD,
    Requisition.PROJECT_NAME_FIELD, Requisition.TYPE_FIELD, Requisition.DATE_FIELD, Requisition.SURVEY, Requisition.QUALITY,
    Requisition.APPROVED, Requisition.FORMER_SURVEY,
)  # fmt: skip
OF_PRIME = (
    PrimeFarmland.SUPPLEMENT, PrimeFarmland.SUPPLEMENT_ID, PrimeFarmland.SUPPLEMENT_NAME, PrimeFarmland.SUPPLEMENT_PROJECT_FIELD,
    PrimeFarmland.PRIME_FARMLAND, PrimeFarmland.RESERVE_ZONE, PrimeFarmland.ECO_REDLINE, PrimeFarmland.URBAN_BOUNDARY,
    PrimeFarmland.DISTRICTS, PrimeFarmland.EXCLUDE,
)  # fmt: skip
COUNTED = (
    Requisition.PRESET, Requisition.TYPE, Requisition.EFFECTIVE_DATE, Requisition.REGIME, Requisition.GRADE_SYSTEM,
    Requisition.CAPACITY_PRESET, Requisition.DEFAULT_GRADE, Requisition.AREA_METHOD, Requisition.MASTER,
    Requisition.BORDER_TOLERANCE, Requisition.REPROJECT, Requisition.ZONE, Requisition.FIELD_MAP, Requisition.CODE_TABLE,
)  # fmt: skip
"""How red lines are counted; folded away."""

SMALLEST_UNIT = "SMALLEST_UNIT"
"""The unit that areas are adjusted in; UNIT is that of the report's tables."""

SHARED = (
    Requisition.SURVEY, Requisition.QUALITY, Requisition.PROJECT_FIELD, Requisition.GRADE_SYSTEM, Requisition.BORDER_TOLERANCE,
    Requisition.REPROJECT, Requisition.ZONE, Requisition.FIELD_MAP, Requisition.CODE_TABLE,
)  # fmt: skip
"""What both runs take under one name."""


class ReportLayers:
    """The optional layers of the report. Parameters are those of `requisitionbalance` and `primefarmland`, under their names;
    the supplement blocks stand against the same red lines.

    Red lines are cut by the layers of `requisitionbalance` alone: further ones would make finer pieces, whose rounding moves
    areas by a unit against what was registered from the same layers.
    """

    def __init__(self) -> None:
        self._requisition, self._prime = Requisition(), PrimeFarmland()
        for each in (self._requisition, self._prime):
            each.initAlgorithm()
        self._occupied = self._audited = False

    def definitions(self) -> list[tuple[QgsProcessingParameterDefinition, bool]]:
        """The parameters to offer, all optional, and whether each is folded away."""
        found = [(self._optional(self._requisition, name), False) for name in OF_OCCUPATION]
        found += [(self._optional(self._prime, name), False) for name in OF_PRIME]
        found += [(self._optional(self._requisition, name), True) for name in COUNTED]
        smallest = self._optional(self._requisition, Requisition.UNIT)
        smallest.setName(SMALLEST_UNIT)
        return [*found, (smallest, True)]

    def _optional(self, algorithm: Any, name: str) -> QgsProcessingParameterDefinition:
        definition = algorithm.parameterDefinition(name).clone()
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        return definition

    @staticmethod
    def choices() -> Mapping[str, Sequence[str]]:
        """The options by name of the choices among them."""
        found = {name: options for name, options in Requisition.CHOICES.items() if name in COUNTED}
        return {**found, SMALLEST_UNIT: Requisition.CHOICES[Requisition.UNIT]}

    def prepare(
        self,
        parameters: Mapping[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        asked: Sequence[str],
    ) -> None:
        """Open the layers of the tables that are `asked` for (names of families). InputError where one of several that belong
        together is missing."""
        given = {name for name in (*OF_OCCUPATION, *OF_PRIME) if parameters.get(name) not in (None, "", [])}
        self._occupied = bool({"T07", "T27"} & set(asked)) and Requisition.FOOTPRINTS in given
        self._audited = "T08" in asked and PrimeFarmland.SUPPLEMENT in given
        self._require_together(given)
        if self._occupied:
            self._requisition.prepare(self._of_occupation(parameters), context, feedback)
        if self._audited:
            self._prime.prepare(self._of_prime(parameters), context, feedback)

    def _require_together(self, given: set[str]) -> None:
        needed = []
        if self._occupied:
            needed += [Requisition.SURVEY, Requisition.FOOTPRINT_ID]
        if self._audited:
            needed += [Requisition.FOOTPRINTS, Requisition.SURVEY, PrimeFarmland.PRIME_FARMLAND]
        missing = [name for name in needed if name not in given]
        if missing:
            labels = {definition.name(): definition.description() for definition, _ in self.definitions()}
            template = translate("LandLedger", "Tables of layers: “{missing}” is not chosen.")
            raise InputError(template, missing=labels[missing[0]])

    def _of_occupation(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        given = {name: parameters[name] for name in (*OF_OCCUPATION, *COUNTED, "LEDGER") if name in parameters}
        if parameters.get(SMALLEST_UNIT) not in (None, ""):
            given[Requisition.UNIT] = parameters[SMALLEST_UNIT]
        return given

    def _of_prime(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The red lines are those of the projects, counted alike."""
        given = {name: parameters[name] for name in (*OF_PRIME, *SHARED) if name in parameters}
        for own, other in (
            (PrimeFarmland.OCCUPIED, Requisition.FOOTPRINTS), (PrimeFarmland.OCCUPIED_ID, Requisition.FOOTPRINT_ID),
            (PrimeFarmland.OCCUPIED_NAME, Requisition.FOOTPRINT_NAME),
        ):  # fmt: skip
            if parameters.get(other) not in (None, ""):
                given[own] = parameters[other]
        if self._occupied:
            given.update(self._requisition.measured())
        return given

    def ground(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext, occupy: Progress, audit: Progress
    ) -> Ground:
        """What the layers say; heavy, in the worker thread."""
        from ....core.balance.yearly.ground import Ground

        occupied = prime = None
        if self._occupied:
            occupied = self._requisition.occupied(self._of_occupation(parameters), context, occupy)
        if self._audited:
            prime = self._prime.audited(audit)
        return Ground(occupied, prime)

    def files(self) -> list[str]:
        """What is read, and must not be written over."""
        return [
            source.place
            for algorithm, used in ((self._requisition, self._occupied), (self._prime, self._audited))
            if used
            for source in algorithm._sources
        ]
