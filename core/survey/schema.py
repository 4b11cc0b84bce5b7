"""Which fields the layers of a job carry, whatever they are called.

A standard name (`DLBM`) is found by the user's FIELD_MAP, by its own name, by the aliases of the second survey, the 2018
edition, the third survey and their Chinese names (`resources/codes/field_aliases.csv`), by names a shapefile cut to ten
bytes, and by the traces of joins (`DLTB.DLBM`, `DLBM_1`).
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

import numpy as np

from ..columns import by_value
from ..errors import InputError
from ..resources import read_facts, resource
from ..sentence import translate
from .classes import Codes
from .spelling import NEAR, assignments, near_names, normal, same_name


class Kind(Enum):
    """How a column is read: text as object with None, numbers as float64 with NaN."""

    TEXT = "text"
    NUMBER = "number"


class Role(Enum):
    """What a layer is in a job; the value is the parameter's name."""

    FOOTPRINTS = "FOOTPRINTS"
    SURVEY = "SURVEY"
    PRIME_FARMLAND = "PRIME_FARMLAND"
    ECO_REDLINE = "ECO_REDLINE"
    URBAN_BOUNDARY = "URBAN_BOUNDARY"
    PLAN = "PLAN"
    OWNERSHIP = "OWNERSHIP"
    QUALITY = "QUALITY"
    APPROVED = "APPROVED"
    FORMER_SURVEY = "FORMER_SURVEY"
    DISTRICTS = "DISTRICTS"


class GradeSystem(Enum):
    """National utilisation grade (1 best to 15) or the quality grade of the agriculture department (1 to 10)."""

    NATIONAL15 = "national15"
    QUALITY10 = "quality10"


@dataclass(frozen=True)
class Field:
    """A standard field a job reads: its name, how it is read, and whether the job can't do without it."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False


def _texts(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name) for name in names)


def _numbers(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.NUMBER) for name in names)


SURVEY_FIELDS: tuple[Field, ...] = (
    Field("DLBM", Kind.TEXT, required=True),
    *_texts("BSM", "TBYBH", "TBBH", "DLMC", "QSXZ", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC", "KCDLBM", "GDLX", "GDPDJB"),
    *_texts("TBXHDM", "ZZSXDM", "FRDBS", "CZCSXM"),
    *_numbers("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "XZDWKD", "GDDB", "SJNF"),
)
SURVEY_CHECK_FIELDS: tuple[Field, ...] = (
    *SURVEY_FIELDS, *_texts("YSDM", "TBXHMC", "ZZSXMC", "MSSM", "HDMC", "BZ"),
)
DISTRICT_FIELDS: tuple[Field, ...] = (
    *_texts("XZQDM", "XZQMC", "ZLDWDM", "ZLDWMC"), *_numbers("DCMJ", "MJ", "JSMJ"),
)
FORMER_SURVEY_FIELDS: tuple[Field, ...] = (
    Field("DLBM", Kind.TEXT, required=True),
    *_texts("BSM", "TBBH", "DLMC", "QSXZ", "QSDWMC", "GDLX", "GDPDJB"),
    *_numbers("TBMJ", "KCXS", "KCMJ", "SJNF"),
)
OWNERSHIP_FIELDS: tuple[Field, ...] = (
    Field("QLR", Kind.TEXT, required=True),
    *_texts("QSXZ", "ZL", "ZDDM", "QSLX", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC", "XZQDM", "XZQMC"),
)
PRIME_FARMLAND_FIELDS: tuple[Field, ...] = (
    *_texts("BSM", "YJJBNTTBBH", "TBBH", "DLBM", "DLMC", "QSDWMC", "ZLDWDM", "ZLDWMC", "GDPDJB", "WDGD"),
    *_numbers("YJJBNTTBMJ", "YJJBNTMJ", "TBMJ", "KCXS", "KCMJ", "GDDB", "GDDJ"),
)
ECO_REDLINE_FIELDS: tuple[Field, ...] = _texts("BSM", "HXBM", "HXMC", "HXLX", "XZQDM", "XZQMC") + _numbers("MJ")
URBAN_BOUNDARY_FIELDS: tuple[Field, ...] = _texts("BSM", "GHFQDM", "GHFQMC", "XZQDM", "XZQMC") + _numbers("MJ")
PLAN_FIELDS: tuple[Field, ...] = (
    Field("GHDLBM", Kind.TEXT, required=True), *_texts("BSM", "TBBH", "GHDLMC", "XZQDM", "XZQMC"),
)
APPROVED_FIELDS: tuple[Field, ...] = _texts("PZWH", "PZRQ", "PZWJMC", "XMMC", "XMBH", "PCMC") + _numbers("PZMJ")
_QUALITY_PLACE = _texts("BSM", "TBBH", "DLBM", "ZLDWDM", "ZLDWMC")

_FIELDS_OF_ROLE: Mapping[Role, tuple[Field, ...]] = {
    Role.FOOTPRINTS: (),
    Role.SURVEY: SURVEY_FIELDS,
    Role.PRIME_FARMLAND: PRIME_FARMLAND_FIELDS,
    Role.ECO_REDLINE: ECO_REDLINE_FIELDS,
    Role.URBAN_BOUNDARY: URBAN_BOUNDARY_FIELDS,
    Role.PLAN: PLAN_FIELDS,
    Role.OWNERSHIP: OWNERSHIP_FIELDS,
    Role.APPROVED: APPROVED_FIELDS,
    Role.FORMER_SURVEY: FORMER_SURVEY_FIELDS,
    Role.DISTRICTS: DISTRICT_FIELDS,
}
_GRADE_FIELD = {GradeSystem.NATIONAL15: "GDDB", GradeSystem.QUALITY10: "GDDJ"}
_GRADE_LIMIT = {GradeSystem.NATIONAL15: 15, GradeSystem.QUALITY10: 10}
_SURVEY_ROLES = (None, Role.SURVEY)
_CUT_BYTES = 10


def quality_fields(system: GradeSystem = GradeSystem.NATIONAL15) -> tuple[Field, ...]:
    """The fields of a grade layer: GDDB (national grade) or GDDJ (quality grade) is required."""
    return (Field(_GRADE_FIELD[system], Kind.NUMBER, required=True), *_QUALITY_PLACE)


def grade_field(system: GradeSystem) -> str:
    """The standard field that holds the grade of a system."""
    return _GRADE_FIELD[system]


def worst_grade(system: GradeSystem) -> int:
    """The highest number a grade of the system may have (1 is the best)."""
    return _GRADE_LIMIT[system]


def fields_of(role: Role, system: GradeSystem = GradeSystem.NATIONAL15) -> tuple[Field, ...]:
    """What a job can use of a layer in a role."""
    return quality_fields(system) if role is Role.QUALITY else _FIELDS_OF_ROLE[role]


def require(fields: Iterable[Field], *names: str) -> tuple[Field, ...]:
    """The same fields, those named being required now (TBMJ when parcels are the master of the adjustment)."""
    return tuple(replace(field, required=field.required or field.name in names) for field in fields)


@dataclass(frozen=True)
class _Aliases:
    """Standard names in file order with all their spellings, normalised, best first."""

    spellings: Mapping[str, tuple[str, ...]]
    owner: Mapping[str, str]
    chinese: Mapping[str, str]


@lru_cache(maxsize=1)
def _aliases() -> _Aliases:
    spellings: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    chinese: dict[str, str] = {}
    for row in read_facts(resource("codes", "field_aliases.csv"), ("field", "alias", "generation")):
        field, alias = row.needed("field"), row.needed("alias")
        spelling = normal(alias)
        if owner.get(spelling, field) != field:
            raise row.refuse("alias")
        owner[spelling] = field
        spellings.setdefault(field, []).append(spelling)
        if row.text("generation") == "chinese":
            chinese.setdefault(field, alias)
    return _Aliases({field: tuple(names) for field, names in spellings.items()}, owner, chinese)


def standard_names() -> tuple[str, ...]:
    """All standard field names."""
    return tuple(_aliases().spellings)


def standard_name(written: str) -> str:
    """The standard name of a field or of one of its aliases; the name itself when it is none."""
    return _aliases().owner.get(normal(written), written)


def chinese_name(field: str) -> str:
    """The Chinese name of a standard field (`DLBM` → 地类编码), the name itself when there is none."""
    return _aliases().chinese.get(field, field)


def parse_field_map(text: str | None) -> dict[str, str]:
    """FIELD_MAP as the user writes it: `DLBM=地类编码;QSXZ=权属` → {"DLBM": "地类编码", "QSXZ": "权属"}.

    Entries end with ; ， 、 , or a line break, full-width forms are equal, a field name that holds such a sign stands in
    quotes. The left side is a standard name or one of its aliases, with a role before it when only one layer is meant
    (`PRIME_FARMLAND.DLBM=…`). InputError naming the part that makes no sense.
    """
    found: dict[str, str] = {}
    for part, left, actual in assignments(text):
        if not left:
            raise InputError(
                translate("LandLedger", "FIELD_MAP: “{part}” is not of the form FIELD=name (as in DLBM=地类编码;QSXZ=权属)."),
                part=part,
            )
        key = _field_key(left, part)
        if found.get(key, actual) != actual:
            raise InputError(
                translate("LandLedger", "FIELD_MAP: {field} is given twice, as {first} and as {second}."),
                field=key, first=found[key], second=actual,
            )
        found[key] = actual
    return found


def match_fields(
    available: Sequence[str],
    wanted: Sequence[Field],
    field_map: Mapping[str, str],
    layer: str,
    role: Role | None = None,
) -> dict[str, str]:
    """Standard name → name in the layer, for those `wanted` fields that the layer has.

    An entry of `field_map` (of `parse_field_map`) decides for the survey, and for another `role` when it is written
    `ROLE.FIELD` or names a field that the survey does not have; else a survey entry is only tried. InputError naming
    layer, field and near misses when such an entry names a missing field, when two fields could be meant, or when a
    required field is missing.
    """
    found = _mapped(available, wanted, field_map, layer, role)
    taken = set(found.values())
    for tier in _TIERS:
        matched_here: dict[str, str] = {}
        for field in wanted:
            if field.name in found:
                continue
            match = tier([name for name in available if name not in taken], field.name, layer)
            if match is not None:
                matched_here[field.name] = match
        found.update(matched_here)
        taken.update(matched_here.values())
    missing = [field.name for field in wanted if field.required and field.name not in found]
    if missing:
        raise _missing(missing, [name for name in available if name not in taken], layer)
    return {field.name: found[field.name] for field in wanted if field.name in found}


def _mapped(
    available: Sequence[str],
    wanted: Sequence[Field],
    field_map: Mapping[str, str],
    layer: str,
    role: Role | None,
) -> dict[str, str]:
    found: dict[str, str] = {}
    survey_names = {field.name for field in SURVEY_FIELDS}
    for field in wanted:
        scoped = f"{role.value}.{field.name}" if role else ""
        binding = scoped in field_map or role in _SURVEY_ROLES or field.name not in survey_names
        asked = field_map.get(scoped, field_map.get(field.name))
        if asked is None:
            continue
        actual = same_name(available, asked)
        if actual is not None:
            found[field.name] = actual
        elif binding:
            raise _wrong_entry(field.name, asked, available, layer)
    return found


def _wrong_entry(field: str, asked: str, available: Sequence[str], layer: str) -> InputError:
    near = near_names([normal(asked)], available)
    if near:
        return InputError(
            translate("LandLedger", "FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}. "
                                    "Similar: {near}."),
            field=field, asked=asked, layer=layer, near=", ".join(near),
        )
    return InputError(
        translate("LandLedger", "FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}."),
        field=field, asked=asked, layer=layer,
    )


def _missing(missing: Sequence[str], left: Sequence[str], layer: str) -> InputError:
    fields = ", ".join(f"{name} ({chinese_name(name)})" for name in missing)
    spellings = [spelling for name in missing for spelling in (*_spellings(name), normal(name))]
    near = near_names(spellings, left)
    if near:
        return InputError(
            translate("LandLedger", "Layer {layer} has no field {fields}. Similar: {near}. "
                                    "Say which field is meant in FIELD_MAP, as in {example}."),
            layer=layer, fields=fields, near=", ".join(near), example=f"{missing[0]}={near[0]}",
        )
    return InputError(
        translate("LandLedger", "Layer {layer} has no field {fields}. Choose another layer, or say which field is meant "
                                "in FIELD_MAP, as in {example}."),
        layer=layer, fields=fields, example=f"{missing[0]}={chinese_name(missing[0])}",
    )


def _spellings(field: str) -> tuple[str, ...]:
    return _aliases().spellings.get(field, (normal(field),))


def _by_name(available: Sequence[str], field: str, layer: str) -> str | None:
    return same_name(available, field)


def _by_alias(available: Sequence[str], field: str, layer: str) -> str | None:
    for spelling in _spellings(field):
        actual = same_name(available, spelling)
        if actual is not None:
            return actual
    return None


def _by_cut_name(available: Sequence[str], field: str, layer: str) -> str | None:
    cuts = _cut_spellings()
    matches = [name for name in available if cuts.get(normal(name)) == field]
    return _only(matches, field, layer)


def _by_join_trace(available: Sequence[str], field: str, layer: str) -> str | None:
    """`DLTB.DLBM`, `DLTB:DLBM`, `DLTB_DLBM`, `DLBM_1`: the layer's own prefix wins, then the one that is there."""
    spellings = set(_spellings(field)) | {normal(field)}
    matches = []
    for name in available:
        core = re.sub(r"_\d{1,3}$", "", re.split(r"[.:]", normal(name))[-1])
        prefix, _, rest = core.partition("_")
        if core in spellings or (rest in spellings and normal(prefix) in _JOIN_PREFIXES):
            matches.append(name)
    own = [name for name in matches if re.split(r"[.:]", normal(name))[0] in (normal(layer), "DLTB")]
    return _only(own if len(own) == 1 else matches, field, layer)


_JOIN_PREFIXES = {"DLTB", "TB", "YJJBNTTB", "YJJBNTBHTB", "STBHHX", "CZKFBJ", "GHDLTB", "JQDLTB"}
_TIERS = (_by_name, _by_alias, _by_join_trace, _by_cut_name)


def _only(matches: Sequence[str], field: str, layer: str) -> str | None:
    if len(matches) > 1:
        raise InputError(
            translate("LandLedger", "Layer {layer}: {names} could all be the field {field}; say which one is meant in "
                                    "FIELD_MAP, as in {example}."),
            layer=layer, names=", ".join(matches), field=f"{field} ({chinese_name(field)})",
            example=f"{field}={matches[0]}",
        )
    return matches[0] if matches else None


@lru_cache(maxsize=1)
def _cut_spellings() -> Mapping[str, str]:
    """Names as a shapefile cuts them (10 bytes of UTF-8 or GBK), only those that mean one field."""
    owners: dict[str, set[str]] = {}
    for spelling, field in _aliases().owner.items():
        for encoding in ("utf-8", "gb18030"):
            data = spelling.encode(encoding)
            if len(data) > _CUT_BYTES:
                owners.setdefault(data[:_CUT_BYTES].decode(encoding, errors="ignore"), set()).add(field)
    return {cut: fields.pop() for cut, fields in owners.items() if len(fields) == 1 and cut not in _aliases().owner}


def _field_key(written: str, part: str) -> str:
    prefix, dot, rest = written.rpartition(".")
    role = normal(prefix)
    if dot and role not in Role.__members__:
        raise InputError(
            translate("LandLedger", "FIELD_MAP: “{part}” names no layer of the job before the dot; known are {known}."),
            part=part, known=", ".join(Role.__members__),
        )
    field = _aliases().owner.get(normal(rest))
    if field is None:
        near = difflib.get_close_matches(normal(rest), list(_aliases().owner), n=3, cutoff=NEAR)
        known = list(dict.fromkeys(_aliases().owner[name] for name in near)) or [*list(standard_names())[:12], "…"]
        raise InputError(
            translate("LandLedger", "FIELD_MAP: “{part}” begins with no field the job knows. Known: {known}."),
            part=part, known=", ".join(known),
        )
    return f"{role}.{field}" if dot else field


_CODES_KEPT = 1 << 16


@dataclass(frozen=True)
class VillageCode:
    """A 19-digit location or ownership code, cut as the survey database standard does; '' where it is too short."""

    county: str
    township: str
    village: str
    group: str


@lru_cache(maxsize=_CODES_KEPT)
def split_village_code(code: object) -> VillageCode:
    """County (6 digits), township (9), village (12), and the rest as group ('' when it is all zeros).

    Each level holds the digits of the levels above it, so that it can be a key by itself. A code whose first six signs
    are not digits is no such code: all levels are ''.
    """
    text = "" if code is None or code != code else "".join(unicodedata.normalize("NFKC", str(code)).split())
    if not re.match(r"\d{6}", text):
        return VillageCode("", "", "", "")
    rest = text[12:]
    return VillageCode(
        county=text[:6],
        township=text[:9] if re.match(r"\d{9}", text) else "",
        village=text[:12] if re.match(r"\d{12}", text) else "",
        group=rest if rest.strip("0") else "",
    )


def village_of(code: object) -> str:
    """The village (12 digits) that a location code lies in; a code that names none as it is written, '' for none.

    So places can be told apart by it whatever stands in the field.
    """
    return split_village_code(code).village or ("" if code is None or code != code else str(code).strip()[:12])


def village_codes(codes: Codes) -> dict[str, np.ndarray]:
    """Columns `county`, `township`, `village`, `group` (each object (n,) of text) of an array of codes."""
    levels = ("county", "township", "village", "group")
    return {
        level: by_value(codes, lambda code, level=level: getattr(split_village_code(code), level))  # type: ignore[misc]
        for level in levels
    }


@lru_cache(maxsize=1)
def _role_patterns() -> tuple[tuple[Role, str, str, int], ...]:
    patterns = []
    for row in read_facts(resource("codes", "layer_roles.csv"), ("role", "kind", "pattern", "weight")):
        if row.needed("role") not in Role.__members__:
            raise row.refuse("role")
        if not re.fullmatch(r"-?\d+", row.needed("weight")):
            raise row.refuse("weight")
        if row.needed("kind") not in ("name is", "name has", "field"):
            raise row.refuse("kind")
        patterns.append((Role[row.text("role")], row.text("kind"), row.needed("pattern"), int(row.text("weight"))))
    return tuple(patterns)


_LIKELY = 6
_CURRENT = 9999


def role_scores(layer_name: str, field_names: Sequence[str]) -> dict[Role, int]:
    """How well name and fields of a layer fit each role (`resources/codes/layer_roles.csv`); more is better."""
    name = normal(layer_name)
    bare = re.sub(r"^(\d{4,12}_?)|(_?\d{2,12}年?)$", "", name).strip("_-")
    fields = {_aliases().owner.get(normal(field), normal(field)) for field in field_names}
    scores: dict[Role, int] = {}
    for role, kind, pattern, weight in _role_patterns():
        hit = {"name is": bare == normal(pattern), "name has": normal(pattern) in name, "field": pattern in fields}[kind]
        scores[role] = scores.get(role, 0) + (weight if hit else 0)
    return scores


def guess_role(layer_name: str, field_names: Sequence[str]) -> Role | None:
    """What a polygon layer probably is, None when nothing speaks for any role."""
    scores = role_scores(layer_name, field_names)
    best = max(scores, key=lambda role: scores[role])
    return best if scores[best] >= _LIKELY else None


def guess_roles(layers: Sequence[tuple[str, Sequence[str]]]) -> dict[Role, int]:
    """The layer (index) to offer for each role: best score, each layer once.

    Of several surveys the one without a year in its name is the current one, else the one of the latest year; the next
    one is the former survey.
    """
    found: dict[Role, int] = {}
    guesses = [guess_role(name, fields) for name, fields in layers]
    for role in Role:
        mine = [index for index, guess in enumerate(guesses) if guess is role]
        scores = {index: role_scores(*layers[index])[role] for index in mine}
        years = {index: year_of(layers[index][0]) or _CURRENT for index in mine}
        if role is Role.SURVEY:
            mine.sort(key=lambda index: (-years[index], -scores[index], index))
            former = [index for index in mine[1:] if years[index] < years[mine[0]]]
            if former:
                found[Role.FORMER_SURVEY] = former[0]
        else:
            mine.sort(key=lambda index: (-scores[index], -years[index], index))
        if mine:
            found[role] = mine[0]
    return found


def year_of(layer_name: str) -> int:
    """The last year (2000–2099) a layer name carries, 0 when none."""
    years = re.findall(r"(?<!\d)20\d{2}(?!\d)", unicodedata.normalize("NFKC", layer_name))
    return int(years[-1]) if years else 0
