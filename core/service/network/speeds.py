"""How fast each road is driven, and which way: fields of the layer, road classes, what is taken where nothing is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path

import numpy as np

from ...columns import by_value
from ...errors import InputError
from ...resources import FactRow, read_facts, resource
from ...rules import Status
from ...sentence import translate

_NEEDED = ("class", "kmh", "open", "source", "status")
_NUMBERED = re.compile(r"([A-Z])(\d+)")
FASTEST = Decimal(300)


@dataclass(frozen=True)
class ClassSpeed:
    """A row of the table of speeds: km/h, 0 for what no car drives; `open`: whether one gets on and off anywhere."""

    word: str
    kmh: Decimal
    open: bool
    source: str
    status: Status


class Basis(Enum):
    """Where the speed of a road comes from."""

    FIELD = "field"
    CLASS = "class"
    DEFAULT = "default"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _BASES[self]


_BASES = {
    Basis.FIELD: translate("LandLedger", "speed field"),
    Basis.CLASS: translate("LandLedger", "table of speeds"),
    Basis.DEFAULT: translate("LandLedger", "default speed"),
}


@dataclass(frozen=True)
class RoadSpeeds:
    """Of each road (r,): its class as written ('' for none), `kmh` float64 (0: not for cars), `open` bool, `basis` object,
    and the row of the table that was used by class."""

    classes: np.ndarray
    kmh: np.ndarray
    open: np.ndarray
    basis: np.ndarray
    table: Mapping[str, ClassSpeed]


def load_speeds(path: Path | None = None) -> dict[str, ClassSpeed]:
    """The speeds of a CSV file by class, of `resources/codes/road_speeds.csv` without one.

    InputError naming file and line for a speed that is no number from 0 to 300, an unknown status, or a class twice.
    """
    found: dict[str, ClassSpeed] = {}
    for row in read_facts(resource("codes", "road_speeds.csv") if path is None else path, _NEEDED):
        speed = _speed_of(row)
        if speed.word in found:
            raise row.refuse("class")
        found[speed.word] = speed
    return found


def _speed_of(row: FactRow) -> ClassSpeed:
    try:
        kmh = Decimal(row.needed("kmh"))
    except InvalidOperation:
        raise row.refuse("kmh") from None
    if not kmh.is_finite() or not 0 <= kmh <= FASTEST:
        raise row.refuse("kmh")
    statuses = {status.value: status for status in Status}
    if row.text("status") not in statuses:
        raise row.refuse("status")
    return ClassSpeed(row.needed("class").lower(), kmh, row.flag("open"), row.text("source"), statuses[row.text("status")])


def class_of(word: str, table: Mapping[str, ClassSpeed]) -> ClassSpeed | None:
    """The row of a class as written: by the word itself, else by its road number (GB/T 917: G and S with 1, 2 or 4 digits
    are motorways; rows `g##`, `x*`), None without one."""
    plain = word.strip().lower()
    if plain in table:
        return table[plain]
    number = _NUMBERED.match(plain.upper())
    if number is None:
        return None
    letter, digits = number[1].lower(), len(number[2])
    return table.get(letter + "#" * digits) or table.get(f"{letter}*")


def speeds_of(
    given: np.ndarray | None, classes: np.ndarray | None, table: Mapping[str, ClassSpeed], default: float, layer: str
) -> RoadSpeeds:
    """The speeds of roads (r,): `given` float64 km/h where it is a number > 0, else that of the class (text object or None),
    else the `default`. InputError naming the layer if a speed is beyond 300, or if neither is known for any road."""
    count = len(given if given is not None else classes if classes is not None else ())
    words = np.full(count, "", dtype=object) if classes is None else by_value(classes, lambda word: str(word or "").strip())
    rows = by_value(words, lambda word: class_of(str(word), table))
    kmh, basis = np.full(count, default), np.full(count, Basis.DEFAULT, dtype=object)
    entry = np.ones(count, dtype=bool)
    used: dict[str, ClassSpeed] = {}
    for place, row in enumerate(rows.tolist()):
        if row is not None:
            kmh[place], entry[place], basis[place] = float(row.kmh), row.open, Basis.CLASS
            used[words[place]] = row
    if given is not None:
        said = np.isfinite(given) & (given > 0) & (kmh > 0)
        kmh[said], basis[said] = given[said], Basis.FIELD
        if (given[said] > float(FASTEST)).any():
            template = translate("LandLedger", "Layer {layer} has a road with {speed} km/h; no speed is above {most}.")
            raise InputError(template, layer=layer, speed=f"{given[said].max():g}", most=FASTEST)
    return RoadSpeeds(words, kmh, entry & (kmh > 0), basis, used)


@dataclass(frozen=True)
class DirectionWords:
    """The words of a direction field, in small letters: driven along the line, against it, or both ways; blank is both."""

    forward: Collection[str]
    backward: Collection[str]
    both: Collection[str]


def words_of(text: str) -> frozenset[str]:
    """The words of a list with commas, in small letters."""
    return frozenset(word.strip().lower() for word in re.split("[,，、;；]", text) if word.strip())


def directions_of(values: np.ndarray, words: DirectionWords, layer: str, field: str) -> tuple[np.ndarray, np.ndarray]:
    """bool (r,) twice: whether each road may be driven along its line, and against it. InputError naming layer, field and
    value if a value is none of the words."""
    known = {**dict.fromkeys(words.both, (True, True)), **dict.fromkeys(words.forward, (True, False)),
             **dict.fromkeys(words.backward, (False, True)), "": (True, True)}
    plain = by_value(values, lambda value: "" if value is None else str(value).strip().lower())
    for word in dict.fromkeys(plain.tolist()):
        if word not in known:
            template = translate(
                "LandLedger",
                "Field {field} of layer {layer} has the value “{value}”, which is none of the words for one-way and two-way "
                "roads; add it to one of the three lists.",
            )
            raise InputError(template, layer=layer, field=field, value=word)
    ways = np.array([known[word] for word in plain.tolist()], dtype=bool).reshape(-1, 2)
    return ways[:, 0], ways[:, 1]
