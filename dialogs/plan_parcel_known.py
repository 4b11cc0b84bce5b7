"""What is known of the parcel that was clicked: the findings and the opinions on it, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject

from ..core.village.parcel_effect import Effect
from ..core.village.profile import PlanRole
from ..core.village.review import Opinion
from ..processing.adapters.plan_marks import LoadedPlan
from ..processing.adapters.plan_parcel import GroundAt
from .findings_layer import Findings
from .opinions_layer import OpinionKeeper


@dataclass(frozen=True)
class ParcelsHere:
    """The parcels that a click is about: `layers` of the project by name, and the BSM in each; the same BSM in another layer is
    another feature."""

    plan: LoadedPlan
    known: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, found: GroundAt, effect: Effect) -> ParcelsHere:
        """The parcel that was clicked, and those of the base year that it is cut from."""
        known = {found.layer.id(): {effect.parcel.bsm}}
        base = found.plan.layers.get(PlanRole.BASE)
        if base is not None:
            known.setdefault(base.id(), set()).update(piece.bsm for piece in effect.pieces)
        return cls(found.plan, {layer: frozenset(bsm - {""}) for layer, bsm in known.items()})

    def has(self, village: str, layer: str, bsm: str) -> bool:
        """Whether a finding's or an opinion's village, layer and BSM are one of them."""
        if village and village != self.plan.village:
            return False
        held = {each for each, known in self.known.items() if bsm in known}
        return bool(held) and any(each.id() in held for each in self.plan.layers_called(layer))

    def findings(self, shown: Findings | None) -> list[str]:
        """Rule and sentence of the findings on them."""
        if shown is None:
            return []
        columns = (shown.texts[name] for name in ("RULE", "FINDING", "VILLAGE", "LAYER", "BSM", "OTHER_BSM"))
        return [
            f"{rule} {text}".strip()
            for rule, text, village, layer, *subjects in zip(*columns)
            if any(self.has(village, layer, bsm) for bsm in subjects)
        ]

    def opinions(self, keeper: OpinionKeeper, found: GroundAt) -> list[str]:
        """Number and text of the opinions on them; one without causes is on the parcel that it lies in."""
        turn = None
        if keeper.layer is not None:
            turn = QgsCoordinateTransform(keeper.layer.crs(), found.layer.crs(), QgsProject.instance())
        return [
            f"{each.number}. {each.text}" for each in keeper.opinions.values()
            if any(self.has(each.village, cause.layer, cause.bsm) for cause in each.causes)
            or (not each.causes and each.has_place and turn is not None and _lies_in(found, each, turn))
        ]  # fmt: skip


def _lies_in(found: GroundAt, opinion: Opinion, turn: QgsCoordinateTransform) -> bool:
    """Whether the place of an opinion lies in the parcel."""
    try:
        at = turn.transform(QgsPointXY(opinion.x, opinion.y))
    except QgsCsException:
        return False
    return bool(found.feature.geometry().intersects(QgsGeometry.fromPointXY(at)))
