"""Plan profiles: which layers, fields and code tables a province's village plans have, as data (`resources/profiles/*.json`).

A profile is one JSON object. `id`, `title`, `origin` and `status` say what it is; `classes` names the class tables its plans
may be coded in; `village_digits` and `sequence_digits` make a feature's code (BSM). `groups` are in the order in which layers
are shown; each has a `title` and `layers`, of which each has a `role`, `title`, `names` (file or layer names, `*` stands for
anything), `geometry`, `need`, `ysdm`, `style`, `scale` (the smallest scale at which it is drawn) and `fields`. `structure` and
`indicators` are rows of the structure table and of the table of indicators; who makes those tables reads them.

A field that is needed under a condition (need C) may state it: `required_when` is an object of fields of the same layer, each with the
values under which this one must be filled: whole values, `01*` for what begins so, or `>0` for a number above nothing. Several fields
must all hold, of several values one. Where none is stated, only that the field is there is checked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from ..errors import InputError
from ..resources import resource
from ..sentence import translate
from ..survey.spelling import normal


class PlanRole(Enum):
    """What a layer or table is in a village plan; the value stands in profiles."""

    VILLAGE = "village"
    VILLAGE_LINE = "village_line"
    BASE = "base"
    PLAN = "plan"
    BASE_FACILITIES = "base_facilities"
    PLAN_FACILITIES = "plan_facilities"
    CONTROL = "control"
    HERITAGE = "heritage"
    PRIME_FARMLAND = "prime_farmland"
    ECO_REDLINE = "eco_redline"
    URBAN_BOUNDARY = "urban_boundary"
    INDICATORS = "indicators"
    STRUCTURE = "structure"
    PROJECTS = "projects"


class PlanGeometry(Enum):
    """What a layer is drawn with."""

    POLYGON = "polygon"
    LINE = "line"
    POINT = "point"
    NONE = "none"


class PlanNeed(Enum):
    """Whether a layer or field must be there: always (M), where its condition holds (C), or as one likes (O)."""

    MANDATORY = "M"
    CONDITIONAL = "C"
    OPTIONAL = "O"


@dataclass(frozen=True)
class PlanField:
    """A field: `kind` text, number or integer; `length` 0 for any; `values` a code list's name, a class table or ''."""

    name: str
    title: str
    kind: str
    length: int = 0
    decimals: int | None = None
    need: PlanNeed = PlanNeed.OPTIONAL
    values: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""
    required_when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Fields of the layer with the values under which this one must be filled; all of them hold."""


@dataclass(frozen=True)
class PlanLayer:
    """A layer or table: `names` are patterns, best first; `scale` is the denominator from which on it is drawn, 0 for any."""

    role: PlanRole
    title: str
    group: str
    names: tuple[str, ...]
    geometry: PlanGeometry
    need: PlanNeed
    ysdm: str = ""
    style: str = ""
    scale: int = 0
    fields: tuple[PlanField, ...] = ()

    def rank(self, name: str) -> int | None:
        """How well a file's or layer's name fits: 0 best, None not at all."""
        written = normal(name)
        for rank, pattern in enumerate(self.names):
            if fnmatchcase(written, normal(pattern)):
                return rank
        return None

    def field(self, name: str) -> PlanField | None:
        """The field of that standard name."""
        return next((each for each in self.fields if each.name == name), None)


@dataclass(frozen=True)
class PlanProfile:
    """A province's way to deliver a village plan; `layers` in the order in which they are shown, topmost first."""

    id: str
    title: str
    origin: str
    status: str
    classes: tuple[str, ...]
    village_digits: int
    sequence_digits: int
    groups: tuple[str, ...]
    layers: tuple[PlanLayer, ...]
    structure: Sequence[Mapping[str, object]] = ()
    indicators: Sequence[Mapping[str, object]] = ()
    file: str = ""

    def layer(self, role: PlanRole) -> PlanLayer | None:
        """The layer of a role, None where the profile has none."""
        return next((each for each in self.layers if each.role is role), None)


ABOVE_NOTHING = ">0"
"""A value of `required_when`: the number is above nothing."""
PLAN_CODE_LISTS: Mapping[str, str] = {
    "control": "plan_control_zones.csv",
    "facility": "plan_facilities.csv",
    "boundary": "plan_boundary_kinds.csv",
}
"""Name of a code list as `values` of a field → file in `resources/codes`."""
CLASS_VALUES = "classes"
"""`values` of a field that holds a land and sea use class."""


def shipped_profiles() -> tuple[Path, ...]:
    """The profiles that ship, by name; the general one first."""
    files = sorted(resource("profiles").glob("*.json"))
    return tuple(sorted(files, key=lambda path: (path.stem != "general", path.stem)))


def profiles_in(folders: Iterable[Path]) -> dict[str, Path]:
    """Id (the file's name) → file; a bureau's own file of the same name takes the place of ours."""
    found = {path.stem: path for path in shipped_profiles()}
    for folder in folders:
        found.update({path.stem: path for path in sorted(folder.glob("*.json"))})
    return found


@lru_cache(maxsize=16)
def load_profile(path: Path) -> PlanProfile:
    """The profile in a file; InputError with file and place (`groups[1].layers[0].need`) for what makes no sense."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(translate("LandLedger", "The file {file} can't be read."), file=str(path)) from error
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        template = translate("LandLedger", "{file}, line {line}: this is no valid JSON.")
        raise InputError(template, file=path.name, line=line) from error
    return _Reader(path.name).profile(data, path.stem)


class _Reader:
    """Reads values by their place in the file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def profile(self, data: object, stem: str) -> PlanProfile:
        top = self._object(data, "")
        groups = self._list(top.get("groups"), "groups")
        layers: list[PlanLayer] = []
        titles = []
        for number, group in enumerate(groups):
            place = f"groups[{number}]"
            each = self._object(group, place)
            titles.append(self._text(each, "title", place))
            for row, layer in enumerate(self._list(each.get("layers"), f"{place}.layers")):
                layers.append(self._layer(layer, f"{place}.layers[{row}]", titles[-1]))
        self._distinct([layer.role.value for layer in layers], "groups")
        classes = tuple(str(name) for name in self._list(top.get("classes"), "classes"))
        if not classes:
            raise self._refuse("classes", top.get("classes"))
        return PlanProfile(
            id=stem,
            title=self._text(top, "title", ""),
            origin=self._text(top, "origin", ""),
            status=self._text(top, "status", ""),
            classes=classes,
            village_digits=self._whole(top, "village_digits", ""),
            sequence_digits=self._whole(top, "sequence_digits", ""),
            groups=tuple(titles),
            layers=tuple(layers),
            structure=self._rows(top, "structure"),
            indicators=self._rows(top, "indicators"),
            file=self.file,
        )

    def _layer(self, data: object, place: str, group: str) -> PlanLayer:
        each = self._object(data, place)
        names = tuple(str(name).strip() for name in self._list(each.get("names"), f"{place}.names"))
        if not names or not all(names):
            raise self._refuse(f"{place}.names", each.get("names"))
        fields = [
            self._field(field, f"{place}.fields[{row}]")
            for row, field in enumerate(self._list(each.get("fields", []), f"{place}.fields"))
        ]
        self._distinct([field.name for field in fields], f"{place}.fields")
        self._conditions(fields, f"{place}.fields")
        return PlanLayer(
            role=self._choice(each, "role", place, PlanRole),
            title=self._text(each, "title", place),
            group=group,
            names=names,
            geometry=self._choice(each, "geometry", place, PlanGeometry),
            need=self._choice(each, "need", place, PlanNeed),
            ysdm=self._text(each, "ysdm", place, ""),
            style=self._text(each, "style", place, ""),
            scale=self._whole(each, "scale", place, 0),
            fields=tuple(fields),
        )

    def _field(self, data: object, place: str) -> PlanField:
        each = self._object(data, place)
        kind = self._text(each, "kind", place)
        if kind not in ("text", "number", "integer"):
            raise self._refuse(f"{place}.kind", kind)
        name = self._text(each, "name", place)
        if not re.fullmatch(r"\w+", name):
            raise self._refuse(f"{place}.name", name)
        values = self._text(each, "values", place, "")
        if values and values != CLASS_VALUES and values not in PLAN_CODE_LISTS:
            raise self._refuse(f"{place}.values", values)
        decimals = each.get("decimals")
        return PlanField(
            name=name,
            title=self._text(each, "title", place),
            kind=kind,
            length=self._whole(each, "length", place, 0),
            decimals=None if decimals is None else self._whole(each, "decimals", place),
            need=self._choice(each, "need", place, PlanNeed),
            values=values,
            aliases=tuple(str(alias) for alias in self._list(each.get("aliases", []), f"{place}.aliases")),
            note=self._text(each, "note", place, ""),
            required_when=self._required_when(each.get("required_when", {}), f"{place}.required_when"),
        )

    def _required_when(self, data: object, place: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found = []
        for name, listed in self._object(data, place).items():
            values = self._list(listed, f"{place}.{name}")
            if not values or not all(isinstance(value, str) and value.strip() for value in values):
                raise self._refuse(f"{place}.{name}", listed)
            found.append((name, tuple(str(value).strip() for value in values)))
        return tuple(found)

    def _conditions(self, fields: Sequence[PlanField], place: str) -> None:
        """Conditions are about other fields of the layer, those of numbers about numbers, and of fields that have need C."""
        kinds = {field.name: field.kind for field in fields}
        for row, field in enumerate(fields):
            if field.required_when and field.need is not PlanNeed.CONDITIONAL:
                raise self._refuse(f"{place}[{row}].need", field.need.value)
            for name, values in field.required_when:
                numeric = kinds.get(name, "text") != "text"
                if name not in kinds or name == field.name or numeric != (values == (ABOVE_NOTHING,)):
                    raise self._refuse(f"{place}[{row}].required_when", {name: list(values)})

    def _rows(self, top: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
        rows = self._list(top.get(key, []), key)
        return tuple(self._object(row, f"{key}[{number}]") for number, row in enumerate(rows))

    def _object(self, data: object, place: str) -> Mapping[str, object]:
        if not isinstance(data, dict):
            raise self._refuse(place or "{}", data)
        return data

    def _list(self, data: object, place: str) -> list[object]:
        if not isinstance(data, list):
            raise self._refuse(place, data)
        return data

    def _text(self, data: Mapping[str, object], key: str, place: str, default: str | None = None) -> str:
        value = data.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self._refuse(self._below(place, key), value)
        return value.strip()

    def _whole(self, data: Mapping[str, object], key: str, place: str, default: int | None = None) -> int:
        value = data.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._refuse(self._below(place, key), value)
        return value

    def _choice(self, data: Mapping[str, object], key: str, place: str, kind):  # type: ignore[no-untyped-def]
        value = data.get(key)
        try:
            return kind(value)
        except ValueError:
            raise self._refuse(self._below(place, key), value) from None

    def _distinct(self, names: list[str], place: str) -> None:
        for name in names:
            if names.count(name) > 1:
                template = translate("LandLedger", "{file}, {place}: {name} stands twice.")
                raise InputError(template, file=self.file, place=place, name=name)

    @staticmethod
    def _below(place: str, key: str) -> str:
        return f"{place}.{key}" if place else key

    def _refuse(self, place: str, value: object) -> InputError:
        if value is None:
            template = translate("LandLedger", "{file}: {place} is missing or empty.")
            return InputError(template, file=self.file, place=place)
        template = translate("LandLedger", "{file}: “{value}” is no valid value of {place}.")
        shown = json.dumps(value, ensure_ascii=False)
        return InputError(template, file=self.file, place=place, value=shown if len(shown) < 60 else shown[:57] + "…")
