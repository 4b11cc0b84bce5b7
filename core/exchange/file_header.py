"""The blocks of keys at the head of a coordinate file: kept through a layer, merged, and filled in from a profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import InputError
from ..sentence import translate
from ..survey.spelling import assignments
from .area_words import AreaWord
from .profile import Profile
from .zones import Datum, Zone

Blocks = Mapping[str, Mapping[str, str]]
DATUM_NAMES = {
    Datum.CGCS2000: "2000国家大地坐标系",
    Datum.XIAN_1980: "1980西安坐标系",
    Datum.BEIJING_1954: "1954北京坐标系",
}

_END = "[地块坐标]"
AREA_UNIT_NAMES = {AreaWord.HECTARE: "公顷", AreaWord.SQUARE_METRE: "平方米", AreaWord.MU: "亩"}
_DERIVED = {
    "面积单位": "area_unit", "中央子午线": "meridian", "中央经线": "meridian", "带号": "zone", "几度分带": "degrees",
    "坐标系": "datum", "精度": "precision",
}  # fmt: skip


def header_text(blocks: Blocks) -> str:
    """The blocks of a file as text for one attribute; blocks without keys are left out, a last line tells that it is whole."""
    lines: list[str] = []
    for name, keys in blocks.items():
        if keys:
            lines += [f"[{name}]", *(f"{key}={value}" for key, value in keys.items())]
    return "\n".join([*lines, _END]) if lines else ""


def is_cut(text: str) -> bool:
    """Whether the end of a header is missing: a shapefile holds 254 bytes of it."""
    return bool(text) and not text.rstrip().endswith(_END)


def header_blocks(text: str | None) -> dict[str, dict[str, str]]:
    """The blocks that `header_text` wrote; what is no key is passed over, so is the last line of a text that was cut."""
    blocks: dict[str, dict[str, str]] = {}
    name = ""
    lines = (text or "").splitlines()
    for line in lines[:-1] if is_cut(text or "") else lines:
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]"):
            name = bare[1:-1].strip()
        elif "=" in bare:
            key, _, value = bare.partition("=")
            blocks.setdefault(name, {})[key.strip()] = value.strip()
    return blocks


@dataclass(frozen=True)
class Merged:
    """The header of several plots: `blocks` with what they agree in, `different` the keys they don't."""

    blocks: Blocks
    different: tuple[str, ...]


def merged(texts: Iterable[str | None]) -> Merged:
    """One header of the headers that came with plots; those that came without any don't disagree."""
    blocks: dict[str, dict[str, str]] = {}
    different: dict[str, None] = {}
    for text in dict.fromkeys(text for text in texts if text):
        for name, keys in header_blocks(text).items():
            known = blocks.setdefault(name, {})
            different.update({key: None for key, value in keys.items() if known.setdefault(key, value) != value})
    for keys in blocks.values():
        for key in different:
            keys.pop(key, None)
    return Merged(blocks, tuple(different))


def parse_header_values(text: str | None) -> dict[tuple[str, str], str]:
    """What the user says of the header, `数据产生单位=某局;项目信息.项目名称=某项目`: (block, '' for any; key) → value."""
    found: dict[tuple[str, str], str] = {}
    for part, left, value in assignments(text):
        if not left:
            template = translate("LandLedger", "Header: “{part}” is not of the form key=value (as in 数据产生单位=某局).")
            raise InputError(template, part=part)
        block, dot, key = left.rpartition(".")
        found[(block if dot else "", key)] = value
    return found


@dataclass(frozen=True)
class Facts:
    """What the places of a header stand for: the zone as printed, date, plots, and their printed area."""

    zone: Zone
    today: str
    count: int
    area: str


def kept_keys(profile: Profile, layer: Blocks, said: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Keys of the profile whose value is the imported file's and not the profile's own."""
    given = {key: value for keys in layer.values() for key, value in keys.items()}
    user = {key for _, key in said}
    return {
        key.key: given[key.key]
        for key in profile.keys
        if key.from_layer and not key.computed and key.key in given and key.key not in user and given[key.key] != key.value
    }


def header_lines(
    profile: Profile, layer: Blocks, said: Mapping[tuple[str, str], str], facts: Facts
) -> list[str]:
    """The lines of all blocks down to [地块坐标]: blocks that only the layer has, then the profile's with the layer's
    further keys at their end. InputError for a key the user gave that stands nowhere, or a zone that is not the coordinates'.
    """
    blocks = _filled(profile, layer, facts)
    for (block, key), value in said.items():
        _require_true(key, value, facts.zone)
        if block:
            blocks.setdefault(block, {})[key] = value
            continue
        place = next((keys for keys in blocks.values() if key in keys), None)
        if place is None:
            known = [name for keys in blocks.values() for name in keys]
            template = translate(
                "LandLedger",
                "Header: the file has no key {key}; its keys are {known}. A new one needs its block, as in 项目信息.{key}=….",
            )
            raise InputError(template, key=key, known=", ".join(known) or "–")
        place[key] = value
    lines: list[str] = []
    for name, keys in blocks.items():
        if name != profile.coordinates_block and (keys or name in profile.blocks):
            lines += [f"[{name}]", *(f"{key}={_one_line(value)}" for key, value in keys.items())]
    return [*lines, f"[{profile.coordinates_block}]"]


def _require_true(key: str, value: str, zone: Zone) -> None:
    """InputError for another zone than that of the coordinates: the file would contradict itself."""
    right = {"带号": zone.number, "几度分带": zone.degrees}.get(key)
    digits = "".join(filter(str.isdecimal, value))
    if right is not None and digits and int(digits) != right:
        template = translate(
            "LandLedger",
            "Header: {key} can't be {value}, the coordinates are of {right}; choose another zone to write in instead.",
        )
        raise InputError(template, key=key, value=value, right=right)


def _filled(profile: Profile, layer: Blocks, facts: Facts) -> dict[str, dict[str, str]]:
    places = _places(profile, facts)
    given = {key: value for keys in layer.values() for key, value in keys.items()}
    own: dict[str, dict[str, str]] = {name: {} for name in profile.blocks}
    for key in profile.keys:
        kept = key.from_layer and not key.computed and key.key in given
        own[key.block][key.key] = given[key.key] if kept else key.value.format(**places)
    blocks: dict[str, dict[str, str]] = {}
    if profile.other_keys:
        named = {key.key for key in profile.keys}
        for name, keys in layer.items():
            rest = {key: _renewed(key, value, places) for key, value in keys.items() if key not in named}
            if name in own:
                own[name].update(rest)
            elif rest:
                blocks[name] = rest
    return {**blocks, **own}


def _renewed(key: str, value: str, places: Mapping[str, object]) -> str:
    """A kept value, or the right one where the key tells of coordinates and areas that may be others now."""
    place = next((place for word, place in _DERIVED.items() if word in key), None)
    return value if place is None else str(places[place])


def _places(profile: Profile, facts: Facts) -> dict[str, object]:
    decimals = profile.coordinate_decimals
    return {
        "zone": facts.zone.number,
        "degrees": facts.zone.degrees,
        "datum": DATUM_NAMES[facts.zone.datum],
        "meridian": facts.zone.central_meridian,
        "precision": f"0.{'0' * (decimals - 1)}1" if decimals else "1",
        "decimals": decimals,
        "today": facts.today,
        "count": facts.count,
        "area": facts.area,
        "area_unit": AREA_UNIT_NAMES[profile.area_unit],
    }


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
