"""Whose books a new ledger has: a county alone, or a city with its counties, districts and zones, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..errors import InputError
from ..ledger.registers import load_register
from ..resources import read_facts, resource
from ..sentence import Sentence, sentence, translate
from .subjects import Holder

# A comma parts two holders where a code and an equals sign follow it.
_ROWS = re.compile(r"[;；\n\r]+|[,，、](?=\s*[0-9A-Za-z]{2,12}\s*[=＝])")
_CELLS = re.compile(r"[=＝,，\t]")
_CODE = re.compile(r"[0-9A-Za-z]{2,12}")
_TOPS = ("city", "county", "district")


@dataclass(frozen=True)
class Unit:
    """A row of what was given: `place` says where it stands; `level` '' where nothing was said of it."""

    place: Sentence
    code: str
    name: str
    level: str = ""


def units_of_text(text: str) -> list[Unit]:
    """`371500=聊城市;371526=高唐县` with `;`, a comma or a line each; a third part names the level (`3715K1=开发区=zone`).
    InputError for a row that is not of this form."""
    units = []
    for number, row in enumerate(filter(str.strip, _ROWS.split(text)), 1):
        cells = [cell.strip() for cell in _CELLS.split(row)]
        if not 2 <= len(cells) <= 3:
            raise InputError(
                translate("LandLedger", "“{text}” is no holder: write code=name, as in 371526=高唐县."), text=row.strip()
            )
        units.append(Unit(sentence(translate("LandLedger", "holder {number}"), number=number), *cells))
    return units


def holders_of_units(units: Iterable[Unit]) -> list[Holder]:
    """Holders in the order of their books: the city, or the only county, first and above all others.

    InputError naming the row for a code or name that is missing, wrong or there twice, and where it is not clear who is
    above whom.
    """
    holders: list[Holder] = []
    for unit in units:
        holder = _holder(unit)
        if any(other.code == holder.code or other.name == holder.name for other in holders):
            raise InputError(
                translate("LandLedger", "{place}: {code} {name} is there twice."),
                place=unit.place,
                code=holder.code,
                name=holder.name,
            )
        holders.append(holder)
    if not holders:
        raise InputError(translate("LandLedger", "Give the holders of the ledger: at least one code and name."))
    top = _top(holders)
    others = [holder for holder in holders if holder is not top]
    return [replace(holder, order=order, upper=top.code if order else "") for order, holder in enumerate([top, *others])]


def _holder(unit: Unit) -> Holder:
    code, name = unit.code.strip(), unit.name.strip()
    if not _CODE.fullmatch(code) or not name:
        raise InputError(
            translate("LandLedger", "{place}: “{code}”, “{name}” is no code of letters and digits with a name."),
            place=unit.place,
            code=code,
            name=name,
        )
    level = _level(unit) or level_of_code(code)
    return Holder(code, name, level=level, region=code if re.fullmatch("[0-9]{6}", code) else "")


def _level(unit: Unit) -> str:
    """The level as given, by code or by name."""
    asked = unit.level.strip()
    choices = load_register("holder").field("level").choices or {}
    for code, name in choices.items():
        if asked in (code, name):
            return code
    if asked:
        raise InputError(
            translate("LandLedger", "{place}: “{level}” is no level of a holder; there are {levels}."),
            place=unit.place,
            level=asked,
            levels=", ".join(choices),
        )
    return ""


def level_of_code(code: str) -> str:
    """The level that a national code tells (`resources/codes/region_levels.csv`)."""
    for row in read_facts(resource("codes", "region_levels.csv"), ("pattern", "level", "source", "status")):
        if re.fullmatch(row.needed("pattern"), code):
            return row.needed("level")
    return "zone"


def _top(holders: Sequence[Holder]) -> Holder:
    """The one above the others: the only one of the highest level."""
    if len(holders) == 1:
        return holders[0]
    for level in _TOPS:
        found = [holder for holder in holders if holder.level == level]
        if len(found) == 1 and (level == "city" or all(holder.level == "zone" for holder in holders if holder not in found)):
            return found[0]
        if found:
            break
    raise InputError(
        translate(
            "LandLedger",
            "Among several holders one must be the city above the others (a code that ends in 00, or the level city).",
        )
    )
