"""What a layer is in a village plan, kept with the layer: role, fields, profile, class table, villages. Saved with the project."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...core.errors import InputError
from ...core.village.profile import PlanProfile, PlanRole, load_profile, profiles_in
from ..settings import own_folder

PROPERTY = "land_ledger/plan"
"""Custom property of layers that `loadvillageplan` loaded: a JSON object with the attributes of PlanMark."""


@dataclass(frozen=True)
class PlanMark:
    """`fields`: standard name → the layer's; `profile`: its id; `version`: the class table, '' where nobody knows; `villages`: the
    groups of the layer tree that it belongs to, several where one layer serves them all."""

    role: PlanRole
    fields: Mapping[str, str]
    profile: str
    version: str
    villages: tuple[str, ...]


def mark_layer(layer: QgsMapLayer, mark: PlanMark) -> None:
    """Keep with the layer what it is."""
    kept = {
        "role": mark.role.value, "fields": dict(mark.fields), "profile": mark.profile, "version": mark.version,
        "villages": list(mark.villages),
    }  # fmt: skip
    layer.setCustomProperty(PROPERTY, json.dumps(kept, ensure_ascii=False))


def mark_of(layer: QgsMapLayer) -> PlanMark | None:
    """What a layer is; None for one that was not loaded as part of a plan, or whose fields are not those it had."""
    try:
        kept = json.loads(str(layer.customProperty(PROPERTY) or ""))
        fields = {str(name): str(actual) for name, actual in kept["fields"].items()}
        villages = tuple(str(name) for name in kept["villages"])
        mark = PlanMark(PlanRole(kept["role"]), fields, str(kept["profile"]), str(kept["version"]), villages)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if isinstance(layer, QgsVectorLayer) and not set(fields.values()) <= set(layer.fields().names()):
        return None
    return mark


@dataclass(frozen=True)
class LoadedPlan:
    """The plan of one village in a project: layers and marks by role."""

    village: str
    layers: Mapping[PlanRole, QgsVectorLayer]
    marks: Mapping[PlanRole, PlanMark]

    @property
    def version(self) -> str:
        """The class table of its parcels."""
        for role in (PlanRole.PLAN, PlanRole.BASE):
            if role in self.marks and self.marks[role].version:
                return self.marks[role].version
        return ""

    def layers_called(self, name: str) -> list[QgsVectorLayer]:
        """The layers that are called so: in the project, or in the profile by title or by one of its names."""
        profile = self.profile()
        found = []
        for role, layer in self.layers.items():
            declared = profile.layer(role)
            names = (declared.title, *declared.names) if declared is not None else ()
            if name in (layer.name(), *names):
                found.append(layer)
        return found

    def profile(self) -> PlanProfile:
        """Its profile; the general one where its own is not on this computer."""
        known = profiles_in([own_folder("profiles")])
        wanted = next((mark.profile for mark in self.marks.values()), "")
        try:
            return load_profile(known.get(wanted, known["general"]))
        except InputError:
            return load_profile(profiles_in([])["general"])


def loaded_plans(project: QgsProject) -> list[LoadedPlan]:
    """The plans that a project holds, by village; layers that serve several villages are with each of them."""
    marked = [
        (layer, mark) for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and (mark := mark_of(layer)) is not None
    ]  # fmt: skip
    villages = sorted({village for _, mark in marked for village in mark.villages})
    return [_plan_of(village, marked) for village in villages]


def _plan_of(village: str, marked: Sequence[tuple[QgsVectorLayer, PlanMark]]) -> LoadedPlan:
    own = sorted(
        (pair for pair in marked if village in pair[1].villages), key=lambda pair: (-len(pair[1].villages), pair[0].id())
    )
    # A layer of the village itself goes before one that serves several.
    return LoadedPlan(village, {mark.role: layer for layer, mark in own}, {mark.role: mark for _, mark in own})
