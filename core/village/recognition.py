"""Which layer of a package is what: by the names of a profile, by its geometry, and, where the name says nothing, by its fields.

Layers that lie in one place (a folder, a geodatabase, a GeoPackage) belong together. In each place a role has one layer: the one
whose name fits best. Two that fit equally are told apart by people; until then neither is loaded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from ..survey.spelling import assignments, normal
from .profile import PlanField, PlanGeometry, PlanLayer, PlanNeed, PlanProfile, PlanRole

_CUT_BYTES = 10
_NOTHING = frozenset(("无", "不加载", "NONE"))
_VILLAGE = re.compile(r"(?<!\d)\d{12}(?!\d)")


class How(Enum):
    """How a layer was recognised: by its name, by its fields, by the user, or not at all."""

    NAME = translate("LandLedger", "by its name")
    FIELDS = translate("LandLedger", "by its fields")
    USER = translate("LandLedger", "as chosen")
    NOT = translate("LandLedger", "not recognised")


@dataclass(frozen=True)
class FoundLayer:
    """A layer of a package: `key` is its address (file, and layer in it), `place` where it lies, `fields` its field names."""

    key: str
    name: str
    place: str
    geometry: PlanGeometry
    fields: tuple[str, ...] = ()
    count: int = 0
    file: str = ""


@dataclass(frozen=True)
class Recognised:
    """What a layer is taken for; `role` None for nothing. `fields`: standard name → the layer's; `missing` fields of the
    profile (mandatory or conditional) that it lacks; `notes` is what the user should know."""

    layer: FoundLayer
    role: PlanRole | None
    how: How
    fields: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[PlanField, ...] = ()
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class PlacePlan:
    """The plan of one place: `layers` by role in the order of the profile; roles that are `missing`; layers `unknown`."""

    place: str
    layers: Mapping[PlanRole, Recognised]
    unknown: tuple[Recognised, ...]
    missing: tuple[PlanLayer, ...]


def field_names(wanted: PlanLayer, available: Sequence[str]) -> dict[str, str]:
    """Standard name → the layer's field: by its own name, by an alias, or as a shapefile cuts one (10 bytes).

    Each field of the layer is used once; what the profile names first comes first.
    """
    found: dict[str, str] = {}
    free = {normal(name): name for name in reversed(available)}
    for spelled in (_own, _alias, _cut):
        for each in wanted.fields:
            if each.name in found:
                continue
            for spelling in spelled(each):
                if spelling in free:
                    found[each.name] = free.pop(spelling)
                    break
    return {each.name: found[each.name] for each in wanted.fields if each.name in found}


def _own(each: PlanField) -> list[str]:
    return [normal(each.name), normal(each.title)]


def _alias(each: PlanField) -> list[str]:
    return [normal(alias) for alias in each.aliases]


def _cut(each: PlanField) -> list[str]:
    """The spellings as a shapefile cuts them; none that was short enough to stay."""
    cuts = []
    for spelling in (each.name, each.title, *each.aliases):
        for encoding in ("utf-8", "gb18030"):
            data = normal(spelling).encode(encoding)
            if len(data) > _CUT_BYTES:
                cuts.append(data[:_CUT_BYTES].decode(encoding, errors="ignore"))
    return cuts


def recognise(
    found: Sequence[FoundLayer], profile: PlanProfile, chosen: Mapping[str, PlanRole | None] | None = None
) -> list[PlacePlan]:
    """The plans of all places, by place. `chosen` says by key what the user takes a layer for (None: nothing)."""
    by_place: dict[str, list[FoundLayer]] = defaultdict(list)
    for layer in found:
        by_place[layer.place].append(layer)
    return [_of_place(place, by_place[place], profile, chosen or {}) for place in sorted(by_place)]


def _of_place(
    place: str, layers: Sequence[FoundLayer], profile: PlanProfile, chosen: Mapping[str, PlanRole | None]
) -> PlacePlan:
    taken: dict[PlanRole, Recognised] = {}
    left: list[FoundLayer] = []
    unknown: list[Recognised] = []
    for layer in layers:
        role = chosen.get(layer.key)
        if layer.key not in chosen:
            left.append(layer)
        elif role is None:
            unknown.append(Recognised(layer, None, How.USER))
        elif role in taken:
            raise _twice(taken[role].layer, layer, profile, role)
        else:
            taken[role] = _as_role(layer, _declared(profile, role), How.USER)
    for how, rank in ((How.NAME, _name_rank), (How.FIELDS, _field_rank)):
        left = _take(left, profile, how, rank, taken, unknown)
    unknown += [Recognised(layer, None, How.NOT, notes=_emptiness(layer)) for layer in left]
    ordered = {each.role: taken[each.role] for each in profile.layers if each.role in taken}
    missing = tuple(each for each in profile.layers if each.role not in taken and each.need is PlanNeed.MANDATORY)
    order = {layer.key: number for number, layer in enumerate(layers)}
    return PlacePlan(place, ordered, tuple(sorted(unknown, key=lambda each: order[each.layer.key])), missing)


def _declared(profile: PlanProfile, role: PlanRole) -> PlanLayer:
    declared = profile.layer(role)
    if declared is None:
        template = translate("LandLedger", "The profile {profile} has no layer “{role}”.")
        raise InputError(template, profile=profile.title, role=role.value)
    return declared


_Rank = tuple[int, ...]
_Ranking = Callable[[PlanLayer, FoundLayer], _Rank | None]


def _take(
    left: Sequence[FoundLayer],
    profile: PlanProfile,
    how: How,
    ranking: _Ranking,
    taken: dict[PlanRole, Recognised],
    unknown: list[Recognised],
) -> list[FoundLayer]:
    """Give each role that is free its best layer; those that no role wants. Layers that fit a role equally go to `unknown`."""
    fits: dict[PlanRole, list[tuple[_Rank, FoundLayer]]] = defaultdict(list)
    for layer in left:
        best = _best(layer, profile, ranking)
        if best is not None and best[1] not in taken:
            fits[best[1]].append((best[0], layer))
    gone: set[str] = set()
    for role, candidates in fits.items():
        least = min(rank for rank, _ in candidates)
        equal = [layer for rank, layer in candidates if rank == least]
        gone.update(layer.key for layer in equal)
        if len(equal) == 1:
            taken[role] = _as_role(equal[0], _declared(profile, role), how)
        else:
            unknown += _unclear(equal, _declared(profile, role))
    return [layer for layer in left if layer.key not in gone]


def _best(layer: FoundLayer, profile: PlanProfile, ranking: _Ranking) -> tuple[_Rank, PlanRole] | None:
    """The role that a layer fits best; of equal ones that which the profile names first."""
    best: tuple[_Rank, PlanRole] | None = None
    for each in profile.layers:
        rank = ranking(each, layer) if each.geometry is layer.geometry else None
        if rank is not None and (best is None or rank < best[0]):
            best = rank, each.role
    return best


def _unclear(layers: Sequence[FoundLayer], declared: PlanLayer) -> list[Recognised]:
    names = ", ".join(sorted(layer.name for layer in layers))
    template = translate("LandLedger", "{names} could all be “{title}”; say which one it is.")
    note = sentence(template, names=names, title=declared.title)
    return [Recognised(layer, None, How.NOT, notes=(note, *_emptiness(layer))) for layer in layers]


def _name_rank(declared: PlanLayer, layer: FoundLayer) -> _Rank | None:
    """Rank of the pattern; a plain name before a pattern with a star whatever their places."""
    rank = declared.rank(layer.name)
    if rank is None:
        return None
    pattern = declared.names[rank]
    return (1, -len(pattern), rank) if "*" in pattern else (0, 0, rank)


def _field_rank(declared: PlanLayer, layer: FoundLayer) -> _Rank | None:
    """Fewer is better: a layer shows by a coded field of its own name what it is, and by how many more fields it has."""
    names = {normal(name) for name in layer.fields}
    marks = [each for each in declared.fields if each.values and normal(each.name) in names]
    if not marks:
        return None
    return (-len(field_names(declared, layer.fields)),)


def _as_role(layer: FoundLayer, declared: PlanLayer, how: How) -> Recognised:
    fields = field_names(declared, layer.fields)
    missing = tuple(
        each for each in declared.fields if each.name not in fields and each.need is not PlanNeed.OPTIONAL
    )
    notes = list(_emptiness(layer))
    if declared.geometry is not layer.geometry:
        template = translate("LandLedger", "Layer {layer} is drawn otherwise than “{title}” should be.")
        notes.append(sentence(template, layer=layer.name, title=declared.title))
    return Recognised(layer, declared.role, how, fields, missing, tuple(notes))


def _emptiness(layer: FoundLayer) -> tuple[Sentence, ...]:
    if layer.count:
        return ()
    return (sentence(translate("LandLedger", "Layer {layer} has no features."), layer=layer.name),)


def _twice(first: FoundLayer, second: FoundLayer, profile: PlanProfile, role: PlanRole) -> InputError:
    template = translate("LandLedger", "{first} and {second} are both chosen as “{title}”; choose one.")
    return InputError(template, first=first.name, second=second.name, title=_declared(profile, role).title)


def parse_roles(text: str | None, found: Sequence[FoundLayer], profile: PlanProfile) -> dict[str, PlanRole | None]:
    """What the user takes layers for, as in `规划2035=GHDLTB;旧图=无` (a name of the profile, its title or role; 无 or none: not
    loaded) → key → role. A name that several places have means all of them. InputError naming the part that makes no sense."""
    chosen: dict[str, PlanRole | None] = {}
    for part, left, right in assignments(text):
        keys = [layer.key for layer in found if normal(left) in (normal(layer.name), normal(layer.key))]
        if not left or not keys:
            template = translate("LandLedger", "LAYERS: “{part}” names no layer of the package.")
            raise InputError(template, part=part)
        role = None if normal(right) in _NOTHING else _role_named(right, part, profile)
        chosen.update(dict.fromkeys(keys, role))
    return chosen


def _role_named(written: str, part: str, profile: PlanProfile) -> PlanRole:
    for each in profile.layers:
        if normal(written) in (normal(each.role.value), normal(each.title), *(normal(name) for name in each.names)):
            return each.role
    template = translate("LandLedger", "LAYERS: “{part}” does not say what the layer is; known are {known}.")
    raise InputError(template, part=part, known="、".join(each.names[0] for each in profile.layers))


def village_codes_of(texts: Sequence[str], digits: int = 12) -> list[str]:
    """The distinct village codes at the beginning of codes (location codes or feature codes), sorted."""
    return sorted({text[:digits] for text in texts if len(text) >= digits and text[:digits].isdigit()})


def village_in_name(name: str) -> str:
    """The 12 digits of a village in a folder's or file's name, '' for none."""
    found = _VILLAGE.search(name)
    return found.group() if found else ""


def with_role(plan: PlacePlan, key: str, role: PlanRole | None, profile: PlanProfile) -> PlacePlan:
    """The plan after the user took the layer `key` for something else; who was that until now is left out."""
    everything = (*plan.layers.values(), *plan.unknown)
    chosen = {each.layer.key: each.role if each.role is not role else None for each in everything}
    chosen[key] = role
    changed = _of_place(plan.place, [each.layer for each in everything], profile, chosen)
    former = {each.layer.key: each for each in everything if each.role is chosen[each.layer.key] and each.layer.key != key}

    def kept(each: Recognised) -> Recognised:
        return former.get(each.layer.key, each)

    return replace(
        changed,
        layers={key: kept(each) for key, each in changed.layers.items()},
        unknown=tuple(kept(each) for each in changed.unknown),
    )
