"""Village plans into a project: a group a village, in the order of the profile, dressed, split by village where layers hold
several. Main thread only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.village.profile import PlanProfile, PlanRole
from ...core.village.recognition import village_in_name
from .feature_reading import plain_of
from .plan_marks import PlanMark, mark_layer
from .plan_styles import dress_layer
from .plan_values import village_codes
from .texts import text_of

SHARED = QT_TRANSLATE_NOOP("PlanLoading", "all villages")
_CODE_FIELDS = ("ZLDWDM", "XZQDM", "BSM")
_NAME_FIELDS = ("ZLDWMC", "XZQMC")
_BEHIND_THE_PLAN = frozenset((PlanRole.BASE, PlanRole.CONTROL))
"""What would hide the plan, or be hidden by it: switched off where there is a plan."""
_TABLES = frozenset((PlanRole.INDICATORS, PlanRole.STRUCTURE, PlanRole.PROJECTS))


@dataclass
class Loaded:
    """What was loaded: groups (villages), layers, codes that no table knows by layer."""

    villages: list[str] = field(default_factory=list)
    layers: int = 0
    unknown: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Village:
    """A village in the layers of a place: its code ('' for all there is) and name."""

    code: str
    name: str


def villages_in(
    layers: Mapping[PlanRole, QgsVectorLayer], fields: Mapping[PlanRole, Mapping[str, str]], profile: PlanProfile
) -> list[Village]:
    """The villages that the village border, else the parcels, tell, by code; none where no layer has their codes."""
    for role in (PlanRole.VILLAGE, PlanRole.PLAN, PlanRole.BASE):
        key = _code_field(fields.get(role, {}))
        if role not in layers or not key:
            continue
        codes = village_codes(layers[role], key, profile.village_digits)
        if codes:
            names = _names(layers[role], key, fields[role], profile.village_digits)
            return [Village(code, names.get(code, "")) for code in codes]
    return []


def _code_field(fields: Mapping[str, str]) -> str:
    return next((fields[name] for name in _CODE_FIELDS if name in fields), "")


def _names(layer: QgsVectorLayer, key: str, fields: Mapping[str, str], digits: int) -> dict[str, str]:
    """Village code → name, of the first feature that has both."""
    name = next((fields[each] for each in _NAME_FIELDS if each in fields), "")
    found: dict[str, str] = {}
    if not name:
        return found
    for feature in layer.getFeatures():
        code, called = plain_of(feature[key]), plain_of(feature[name])
        if code is not None and called is not None:
            found.setdefault(text_of(code)[:digits], str(called).strip())
    return found


def load_plan(
    project: QgsProject,
    place: str,
    layers: Mapping[PlanRole, QgsVectorLayer],
    fields: Mapping[PlanRole, Mapping[str, str]],
    profile: PlanProfile,
    version: str,
    loaded: Loaded,
    split: bool = True,
) -> None:
    """The plan of one place into a project; where its layers hold several villages and `split`, each gets a group with its own
    part of every layer, and what no village code divides gets a group of its own."""
    villages = villages_in(layers, fields, profile)
    if len(villages) < 2 or not split:
        name = villages[0].name if len(villages) == 1 and villages[0].name else place
        _group(project, name or village_in_name(place) or place, layers, fields, profile, version, loaded)
        return
    shared = {role: layer for role, layer in layers.items() if not _code_field(fields[role])}
    first = len(loaded.villages)
    for village in villages:
        mine = {}
        for role, layer in layers.items():
            if role not in shared:
                mine[role] = _part(layer, _code_field(fields[role]), village.code)
        _group(project, village.name or village.code, mine, fields, profile, version, loaded)
    if shared:
        title = f"{place} {QCoreApplication.translate('PlanLoading', SHARED)}".strip()
        _group(project, title, shared, fields, profile, version, loaded, loaded.villages[first:])


def _part(layer: QgsVectorLayer, key: str, code: str) -> QgsVectorLayer:
    """A layer of the rows of one village, by the beginning of their codes."""
    part = layer.clone()
    part.setName(layer.name())
    part.setSubsetString(f"\"{key}\" LIKE '{code}%'")
    return part


def _group(
    project: QgsProject,
    title: str,
    layers: Mapping[PlanRole, QgsVectorLayer],
    fields: Mapping[PlanRole, Mapping[str, str]],
    profile: PlanProfile,
    version: str,
    loaded: Loaded,
    villages: Sequence[str] = (),
) -> None:
    """A group of layers; `villages` are the groups it serves, itself where there are none."""
    if not project.mapLayers():
        _take_system(project, layers)
    group = project.layerTreeRoot().insertGroup(len(loaded.villages), _free_name(project, title))
    loaded.villages.append(group.name())
    served = tuple(villages) or (group.name(),)
    for title_of_group, declared_layers in _by_group(profile):
        present = [each for each in declared_layers if each.role in layers]
        if not present:
            continue
        below = group.addGroup(title_of_group)
        for declared in present:
            layer = layers[declared.role]
            unknown = dress_layer(layer, declared, fields[declared.role], version)
            if unknown:
                loaded.unknown[f"{group.name()} {declared.title}"] = unknown
            mark_layer(layer, PlanMark(declared.role, fields[declared.role], profile.id, version, served))
            project.addMapLayer(layer, False)
            node = below.addLayer(layer)
            node.setExpanded(False)
            if declared.role in _BEHIND_THE_PLAN:
                node.setItemVisibilityChecked(PlanRole.PLAN not in layers)
            loaded.layers += 1
        below.setExpanded(not {each.role for each in present} <= _TABLES)
    group.setExpanded(len(loaded.villages) == 1)


def _by_group(profile: PlanProfile) -> Iterator[tuple[str, list]]:
    for title in profile.groups:
        yield title, [each for each in profile.layers if each.group == title]


def _take_system(project: QgsProject, layers: Mapping[PlanRole, QgsVectorLayer]) -> None:
    """An empty project takes the system of the plan."""
    for layer in layers.values():
        if layer.isSpatial() and layer.crs().isValid():
            project.setCrs(layer.crs())
            return


def _free_name(project: QgsProject, title: str) -> str:
    """The title, with a number where a group of that name is there."""
    taken = {group.name() for group in project.layerTreeRoot().findGroups()}
    name, number = title, 2
    while name in taken:
        name, number = f"{title} ({number})", number + 1
    return name
