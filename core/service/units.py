"""Service units 服务单元: streets, towns and villages, by code or by county and name; what does not match is told."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

import numpy as np

from ..errors import InputError
from ..resources import read_facts, resource
from ..sentence import Sentence, sentence, translate
from ..survey.schema import Field, Kind

TOWN_DIGITS, VILLAGE_DIGITS = 9, 12


class Level(Enum):
    """The level of a unit or of a team's service."""

    TOWN = "town"
    VILLAGE = "village"


LEVEL_NAMES = {
    Level.TOWN: translate("LandLedger", "street or town"),
    Level.VILLAGE: translate("LandLedger", "village or community"),
}

UNIT_FIELDS: tuple[Field, ...] = (
    *(Field(name) for name in ("DYDM", "DYMC", "SSXZ", "SSXQ", "XZQDM", "XZQMC", "ZLDWDM", "ZLDWMC")),
    *(Field(name, Kind.NUMBER) for name in ("RKS", "ZBXM", "YZFCS", "FWDYMJ")),
)
"""Code (9 or 12 digits), name, town, county; code and name of a survey's districts where a layer has only these; people,
active projects, visits due, area in m² where there are no polygons."""
LIST_FIELDS: tuple[Field, ...] = (
    *(Field(name) for name in ("DYDM", "DYMC", "SSXZ", "SSXQ", "FAMC")),
    Field("XZBH", Kind.TEXT, required=True),
    Field("CXCB", Kind.NUMBER),
)
"""A table of units and teams: today's assignment, pinned units, or travel."""

SEAT_FIELDS: tuple[Field, ...] = tuple(Field(name) for name in ("FWJS", "FWCJ", "PQQSRQ", "PQJZRQ"))
"""Role, level and term of an assignment, where a table says them."""


@dataclass(frozen=True)
class Units:
    """n units: `code`, `name`, `town`, `county` object (n,) of text; `shape` object (n,) polygons or points; `measures` by
    name float64 (n,). `layer` and `source` are for messages; `system` is what the code system is called, '' if not said."""

    layer: str
    code: np.ndarray
    name: np.ndarray
    town: np.ndarray
    county: np.ndarray
    shape: np.ndarray
    measures: Mapping[str, np.ndarray] = field(default_factory=dict)
    source: str = ""
    system: str = ""
    crs: str = ""

    def __len__(self) -> int:
        return len(self.code)

    def take(self, rows: np.ndarray) -> Units:
        """The units of the rows (mask or indices)."""
        measures = {key: values[rows] for key, values in self.measures.items()}
        parts = {key: getattr(self, key)[rows] for key in ("code", "name", "town", "county", "shape")}
        return replace(self, measures=measures, **parts)

    def label(self, row: int) -> str:
        """What messages call a unit."""
        return f"{self.code[row]} {self.name[row]}".strip()


def level_of(code: str) -> Level | None:
    """The level that the digits of a code tell: 9 a town, 12 a village (a town, if its last three are noughts)."""
    if not code.isdecimal():
        return None
    if len(code) == TOWN_DIGITS or (len(code) == VILLAGE_DIGITS and code.endswith("000")):
        return Level.TOWN
    return Level.VILLAGE if len(code) == VILLAGE_DIGITS else None


def county_of(code: str, county: str) -> str:
    """The county of a unit: the first six digits of its code, else the county's name."""
    return code[:6] if code[:6].isdecimal() and len(code) >= TOWN_DIGITS else county


def require_distinct(units: Units) -> None:
    """InputError for a unit without a code and for a code that stands twice, with the rows."""
    rows: dict[str, int] = {}
    for row, code in enumerate(units.code.tolist()):
        if not code:
            template = translate("LandLedger", "Layer {layer}: the unit in row {row} has no code.")
            raise InputError(template, layer=units.layer, row=row + 1)
        if code in rows:
            template = translate("LandLedger", "Layer {layer}: the code {code} stands twice, in rows {first} and {second}.")
            raise InputError(template, layer=units.layer, code=code, first=rows[code] + 1, second=row + 1)
        rows[code] = row


def of_level(units: Units, level: Level | None) -> Units:
    """The units of a level; all without one. InputError where there are none, or where both levels are there unsaid."""
    levels = [level_of(code) for code in units.code.tolist()]
    if level is None:
        if Level.TOWN in levels and Level.VILLAGE in levels:
            template = translate(
                "LandLedger", "Layer {layer} holds towns and villages; choose the level, for one lies in the other."
            )
            raise InputError(template, layer=units.layer)
        return units
    kept = np.array([each is level for each in levels], dtype=bool)
    if not kept.any():
        template = translate("LandLedger", "Layer {layer} has no unit of the level {level} (codes of 9 or 12 digits tell).")
        raise InputError(template, layer=units.layer, level=sentence(LEVEL_NAMES[level]))
    return units.take(kept)


@lru_cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = read_facts(resource("codes", "unit_name_endings.csv"), ("ending", "becomes", "source", "status"))
    pairs = [(row.needed("ending"), row.text("becomes")) for row in rows]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def plain_name(name: str) -> str:
    """A unit's name without what lists write differently: width, blanks, 村民委员会 (`resources/codes/unit_name_endings.csv`)."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    for ending, becomes in _endings():
        if plain.endswith(ending) and len(plain) > len(ending):
            return plain[: -len(ending)] + becomes
    return plain


@dataclass(frozen=True)
class Listed:
    """A row of another list that speaks of a unit: code, name, town and county as it has them ('' for nothing)."""

    code: str = ""
    name: str = ""
    town: str = ""
    county: str = ""

    @property
    def label(self) -> str:
        """What messages call it."""
        return " ".join(part for part in (self.code, self.county, self.town, self.name) if part)


class MatchKind(Enum):
    """How a row found its unit, or why it did not."""

    CODE = "code"
    NAME = "name"
    NAME_DIFFERS = "name_differs"
    SEVERAL = "several"
    NONE = "none"


@dataclass(frozen=True)
class Match:
    """The unit of a listed row (its index, −1 for none) and how it was found."""

    row: int
    kind: MatchKind


def match_units(units: Units, listed: Sequence[Listed], system: str = "") -> list[Match]:
    """The unit of each listed row: by code, if the list declares the code system of the units (or neither declares one);
    else, or where the code is unknown, by county and name without endings, and by the town where a name stands twice.

    A code that is there under another name is taken, and told (NAME_DIFFERS); a name that fits several units is not.
    """
    by_code = {code: row for row, code in enumerate(units.code.tolist())} if system == units.system else {}
    by_name = _names_of(units)
    return [_match(units, one, by_code, by_name) for one in listed]


def _names_of(units: Units) -> dict[str, list[int]]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(units.name.tolist()):
        if name:
            by_name[plain_name(name)].append(row)
    return by_name


def _match(units: Units, one: Listed, by_code: Mapping[str, int], by_name: Mapping[str, list[int]]) -> Match:
    found = by_code.get(one.code) if one.code else None
    if found is not None:
        own = units.name[found]
        differs = bool(one.name and own) and plain_name(one.name) != plain_name(own)
        return Match(found, MatchKind.NAME_DIFFERS if differs else MatchKind.CODE)
    rows = by_name.get(plain_name(one.name), []) if one.name else []
    rows = [row for row in rows if _same_county(units, row, one)]
    if len(rows) > 1 and one.town:
        rows = [row for row in rows if plain_name(units.town[row]) == plain_name(one.town)]
    if len(rows) == 1:
        return Match(rows[0], MatchKind.NAME)
    return Match(-1, MatchKind.SEVERAL if rows else MatchKind.NONE)


def _same_county(units: Units, row: int, one: Listed) -> bool:
    """Whether county codes or county names agree; what neither says can't disagree."""
    code, listed = str(units.code[row]), one.code
    if one.county and units.county[row]:
        return plain_name(one.county) == plain_name(units.county[row])
    own, other = county_of(code, ""), county_of(listed, "")
    return not (own and other) or own == other


MATCH_TEXTS = {
    MatchKind.NAME_DIFFERS: translate("LandLedger", "{row}: this code belongs to {unit}; the code was followed."),
    MatchKind.SEVERAL: translate("LandLedger", "{row}: several units have this name; add the town or the code."),
    MatchKind.NONE: translate("LandLedger", "{row}: no unit has this code or this name in its county."),
}


def match_notes(units: Units, listed: Sequence[Listed], matches: Iterable[Match]) -> list[Sentence]:
    """What to tell of rows that did not match, or not well."""
    notes = []
    for one, match in zip(listed, matches):
        if match.kind in MATCH_TEXTS:
            unit = units.label(match.row) if match.row >= 0 else ""
            notes.append(sentence(MATCH_TEXTS[match.kind], row=one.label, unit=unit))
    return notes
