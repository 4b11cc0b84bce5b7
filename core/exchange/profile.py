"""How coordinate files are written: profiles (导出模板) as data, `resources/exchange_profiles/*.csv` and a bureau's own.

A profile is a CSV of the columns part, key, value, from, label, note; README.md beside the shipped ones explains every key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..sentence import translate
from .area_words import AreaWord

FOLDER = "exchange_profiles"
_NEEDED = ("part", "key", "value")
_FIELD = re.compile(r"[A-Z][A-Z0-9_]{0,15}")
_PLACE = re.compile(r"\{([^{}]*)\}")
HEADER_PLACES = ("zone", "degrees", "datum", "meridian", "precision", "decimals", "today", "count", "area", "area_unit")
_COMPUTED = frozenset(HEADER_PLACES) - {"today"}
POINT_KEYS = ("label", "ring", "feature", "north", "east", "")


class Form(Enum):
    """What kind of file a profile writes."""

    TEXT = "text"
    POINTS = "points"


class Count(Enum):
    """Which points a plot row counts: different ones, or every row with closing points."""

    DISTINCT = "distinct"
    ALL = "all"


class Restart(Enum):
    """Where a numbering begins again at 1."""

    NEVER = "never"
    PLOT = "plot"
    PART = "part"
    RING = "ring"


class Closing(Enum):
    """Whether the first point is written again at the end of its ring, and how it is then called."""

    FIRST_LABEL = "first_label"
    NEXT_LABEL = "next_label"
    NONE = "none"


class Start(Enum):
    """Which vertex of a ring is written first.

    NORTHWEST: the one nearest to the north-west corner of the ring's box (ties: the more northern, then the more western);
    NORTHWEST_DIAGONAL: the one of the largest north − east (same ties); KEEP: as drawn.
    """

    NORTHWEST = "northwest"
    NORTHWEST_DIAGONAL = "northwest_diagonal"
    KEEP = "keep"


class Turn(Enum):
    """Which way round a ring is written, north up."""

    CLOCKWISE = "clockwise"
    COUNTERCLOCKWISE = "counterclockwise"
    KEEP = "keep"


class Prefix(Enum):
    """Whether eastings begin with the number of the zone; LAYER: as in the layer."""

    YES = "yes"
    NO = "no"
    LAYER = "layer"


class Comma(Enum):
    """What is done with a separator inside a name: its full-width twin, or the run refused."""

    REPLACE = "replace"
    REFUSE = "refuse"


@dataclass(frozen=True)
class HeaderKey:
    """A key of a header block: `value` may hold places (`{zone}`); `from_layer` when what an imported file said is kept."""

    block: str
    key: str
    value: str
    from_layer: bool

    @property
    def computed(self) -> bool:
        """Whether the value follows from the coordinates."""
        return any(place in _COMPUTED for place in _PLACE.findall(self.value))


@dataclass(frozen=True)
class PlotField:
    """A place of the plot row: `name` of the field ('' for one always empty), `value` where the layer has none."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class Profile:
    """How one kind of coordinate file is written; `file` is where it is declared, for messages."""

    file: str
    name: str
    title: str
    form: Form
    blocks: tuple[str, ...]
    keys: tuple[HeaderKey, ...]
    plot: tuple[PlotField, ...]
    point: tuple[str, ...]
    coordinates_block: str
    coordinate_decimals: int
    area_decimals: int
    area_unit: AreaWord
    count: Count
    plot_row: Restart
    label_prefix: str
    label_digits: int
    label_restart: Restart
    closing: Closing
    ring_restart: Restart
    prefix: Prefix
    start: Start
    outer: Turn
    holes: Turn
    encoding: str
    line_end: str
    final_line_end: bool
    separator: str
    plot_end: str
    comma: Comma
    other_keys: bool
    file_name: str

    @property
    def field_names(self) -> tuple[str, ...]:
        """The fields of the plot row, each once, without the empty places."""
        return tuple(dict.fromkeys(field.name for field in self.plot if field.name))


def shipped_profiles() -> tuple[Path, ...]:
    """The files of the profiles that ship, in the order of their names."""
    return tuple(sorted(resource(FOLDER).glob("*.csv")))


def profile_choices(own: Iterable[Path] = ()) -> dict[str, Path]:
    """Name → file of every profile: ours, then the user's; one of the user's takes the place of ours of the same name."""
    choices = {path.stem: path for path in shipped_profiles()}
    for path in sorted(own):
        choices[path.stem] = path
    return choices


def profile_title(path: Path) -> str:
    """What people call a profile; its file's name where it can't be read, which the run then says."""
    try:
        rows = read_facts(path, _NEEDED)
    except InputError:
        return path.stem
    found = (row.text("value") for row in rows if row.text("part") == "set" and row.text("key") == "title")
    return next(found, "") or path.stem


def load_profile(path: Path) -> Profile:
    """The profile declared in a CSV file. InputError naming file, line and column of what makes no sense."""
    rows = [row for row in read_facts(path, _NEEDED) if not row.text("part").startswith("#")]
    return _Declaration(path, rows).profile()


class _Declaration:
    """The rows of one profile file, part by part."""

    def __init__(self, path: Path, rows: Sequence[FactRow]) -> None:
        self.path = path
        self.settings: dict[str, FactRow] = {}
        self.blocks: list[str] = []
        self.keys: list[HeaderKey] = []
        self.plot: list[PlotField] = []
        self.point: list[str] = []
        readers: Mapping[str, Callable[[FactRow], None]] = {
            "set": self._set, "block": self._block, "key": self._key, "plot": self._plot, "point": self._point,
        }  # fmt: skip
        for row in rows:
            reader = readers.get(row.needed("part"))
            if reader is None:
                raise row.refuse("part")
            reader(row)

    def _set(self, row: FactRow) -> None:
        key = row.needed("key")
        if key not in SETTINGS or key in self.settings:
            raise row.refuse("key")
        self.settings[key] = row

    def _block(self, row: FactRow) -> None:
        name = row.needed("key")
        if name in self.blocks or any(sign in name for sign in "[]=\n\r"):
            raise row.refuse("key")
        self.blocks.append(name)

    def _key(self, row: FactRow) -> None:
        name, source = row.needed("key"), row.text("from") or "profile"
        block = self.blocks[-1] if self.blocks else ""
        known = any(key.block == block and key.key == name for key in self.keys)
        if known or not block or any(sign in name for sign in "[]=＝\n\r"):
            raise row.refuse("key")
        if any(place not in HEADER_PLACES for place in _PLACE.findall(row.text("value"))):
            raise row.refuse("value")
        if source not in ("profile", "layer"):
            raise row.refuse("from")
        self.keys.append(HeaderKey(block, name, row.text("value"), source == "layer"))

    def _plot(self, row: FactRow) -> None:
        name = row.text("key")
        if name and (not _FIELD.fullmatch(name) or any(field.name == name for field in self.plot)):
            raise row.refuse("key")
        self.plot.append(PlotField(name, row.text("value"), row.text("label")))

    def _point(self, row: FactRow) -> None:
        key = row.text("key")
        if key not in POINT_KEYS or (key and key in self.point):
            raise row.refuse("key")
        self.point.append(key)

    def profile(self) -> Profile:
        values: dict[str, Any] = {key: self._value(key) for key in SETTINGS}
        form = values["form"]
        if form is Form.TEXT:
            self._require("plot", self.plot)
            self._require("point", self.point)
            for needed in ("label", "north", "east"):
                if needed not in self.point:
                    raise self._lacks("point", needed)
        del values["form"]
        return Profile(
            self.path.name, self.path.stem, values.pop("title"), form, tuple(self.blocks), tuple(self.keys),
            tuple(self.plot), tuple(self.point), values.pop("coordinates_block"), **_renamed(values),
        )  # fmt: skip

    def _require(self, part: str, found: Sequence[object]) -> None:
        if not found:
            raise self._lacks(part, "")

    def _lacks(self, part: str, key: str) -> InputError:
        template = translate("LandLedger", "The file {file} lacks the line “{part},{key}”.")
        return InputError(template, file=self.path.name, part=part, key=key)

    def _value(self, key: str) -> Any:
        default, read = SETTINGS[key]
        row = self.settings.get(key)
        if row is None:
            if default is None:
                raise self._lacks("set", key)
            return read(default)
        try:
            return read(row.text("value"))
        except ValueError as error:
            raise _wrong_setting(row, str(error)) from error


def _wrong_setting(row: FactRow, allowed: str) -> InputError:
    """The error for the value of a setting, with what may stand there where that can be listed."""
    places = {"file": row.file, "line": row.line, "key": row.text("key"), "value": row.shown("value")}
    if not allowed:
        return InputError(translate("LandLedger", "{file}, line {line}: the setting {key} can't be “{value}”."), **places)
    template = translate("LandLedger", "{file}, line {line}: the setting {key} can't be “{value}”, only {allowed}.")
    return InputError(template, **places, allowed=allowed)


def _renamed(values: dict[str, Any]) -> dict[str, Any]:
    """Settings by the names of Profile."""
    names = {"zone_prefix": "prefix", "closing_point": "closing", "ring_number_restart": "ring_restart",
             "plot_row_for": "plot_row"}  # fmt: skip
    return {names.get(key, key): value for key, value in values.items() if key not in ("status", "source")}


def _one_of(words: Mapping[str, Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        if text.lower() not in words:
            raise ValueError(" / ".join(words))
        return words[text.lower()]

    return read


def _member(kind: type[Enum], *allowed: Enum) -> Callable[[str], Any]:
    return _one_of({member.value: member for member in (allowed or tuple(kind))})


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,3}", text) or not least <= int(text) <= most:
            raise ValueError(f"{least}–{most}")
        return int(text)

    return read


def _matching(pattern: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError
        return text

    return read


_YES_NO = _one_of({"yes": True, "no": False})
SETTINGS: Mapping[str, tuple[str | None, Callable[[str], Any]]] = {
    "title": (None, _matching(r".+")),
    "status": (None, _one_of({"seen": "seen", "default, confirm locally": "default, confirm locally"})),
    "source": ("", str),
    "form": ("text", _member(Form)),
    "coordinates_block": ("地块坐标", _matching(r"[^\[\]=]*坐标[^\[\]=]*")),
    "coordinate_decimals": ("3", _whole(0, 6)),
    "area_decimals": ("4", _whole(0, 8)),
    "area_unit": ("ha", _one_of({"ha": AreaWord.HECTARE, "m2": AreaWord.SQUARE_METRE, "mu": AreaWord.MU})),
    "count": (None, _member(Count)),
    "plot_row_for": ("plot", _member(Restart, Restart.PLOT, Restart.RING)),
    "label_prefix": ("J", _matching(r"[A-Za-z]{0,4}")),
    "label_digits": ("1", _whole(1, 8)),
    "label_restart": ("plot", _member(Restart)),
    "closing_point": ("first_label", _member(Closing)),
    "ring_number_restart": ("plot", _member(Restart, Restart.NEVER, Restart.PLOT, Restart.PART)),
    "zone_prefix": ("yes", _member(Prefix)),
    "start": ("northwest", _member(Start)),
    "outer": ("clockwise", _member(Turn)),
    "holes": ("counterclockwise", _member(Turn)),
    "encoding": ("utf-8", _one_of({"utf-8": "utf-8", "utf-8-sig": "utf-8-sig", "gbk": "gbk"})),
    "line_end": ("crlf", _one_of({"crlf": "\r\n", "lf": "\n"})),
    "final_line_end": ("yes", _YES_NO),
    "separator": ("comma", _one_of({"comma": ",", "semicolon": ";", "tab": "\t"})),
    "plot_end": ("@", _matching(r"@?")),
    "comma": ("replace", _member(Comma)),
    "other_keys": ("keep", _one_of({"keep": True, "drop": False})),
    "file_name": ("{DKBH}_{DKMC}", _matching(r"[^\\/:*?\"<>|]+")),
}
