"""The table of indicators of a village plan 规划指标一览表 (T14): rows of the profile, counted where they can be, else as delivered.

`source` of an indicator: `structure:<heading>` all rows under a heading of the structure table, `row:<key>` one row, `per_head:
<heading>` the same a person, `layer:<role>` the ground of a layer within the village, `given` only as the plan's own table says.
`direction`: `not_more` or `not_less` than in the base year, or '' for no rule; only binding indicators are judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Union

from ..area import Area
from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from ..workbook import FilledTable, Row, load_layout
from .areas import UNIT, PlanAreas
from .profile import PlanProfile, PlanRole
from .structure import structure_of

BINDING = "约束性"
Amount = Union[Decimal, None]
DIRECTIONS: Mapping[str, str] = {
    "not_more": translate("LandLedger", "not more than in the base year"),
    "not_less": translate("LandLedger", "not less than in the base year"),
}
COUNTED = translate("LandLedger", "counted from the parcels")
OF_LAYER = translate("LandLedger", "ground of the layer within the village")
DELIVERED = translate("LandLedger", "as the plan's own table says")
PER_HEAD = translate("LandLedger", "counted from the parcels, and people")
MISSING = translate("LandLedger", "no data")
KEPT = translate("LandLedger", "kept")
BROKEN = translate("LandLedger", "not kept")


@dataclass(frozen=True)
class Indicator:
    """An indicator of a profile."""

    key: str
    title: str
    attribute: str
    unit: str
    group: str
    source: str
    direction: str
    decimals: int


@dataclass(frozen=True)
class Given:
    """What is known beside the parcels: `people` in base and target year; `layers` 0.01 m² of roles in both; `delivered` the
    plan's own table by title: base and target year."""

    people: tuple[Amount, Amount] = (None, None)
    layers: Mapping[PlanRole, tuple[int | None, int | None]] = field(default_factory=dict)
    delivered: Mapping[str, tuple[Amount, Amount]] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """An indicator with its values in base and target year, as printed; `ok` None where nothing is to be judged."""

    indicator: Indicator
    base: Amount
    plan: Amount
    ok: bool | None
    origin: str
    delivered: tuple[Amount, Amount] = (None, None)


def indicators_of(profile: PlanProfile) -> tuple[Indicator, ...]:
    """The indicators of a profile; InputError with its place for one that makes no sense."""
    found = []
    structure = structure_of(profile)
    headings = {heading for row in structure.rows for heading in row.path}
    known = {
        "structure": headings, "per_head": headings, "row": {row.key for row in structure.rows},
        "layer": {role.value for role in PlanRole}, "given": {""},
    }  # fmt: skip
    for number, row in enumerate(profile.indicators):
        decimals = row.get("decimals", 2)
        texts = {key: row.get(key, "") for key in ("key", "title", "attribute", "unit", "group", "source", "direction")}
        wrong = [key for key in ("key", "title", "source") if not texts[key] or not isinstance(texts[key], str)]
        wrong += [] if texts["direction"] in ("", *DIRECTIONS) else ["direction"]
        wrong += [] if isinstance(decimals, int) and 0 <= decimals <= 6 else ["decimals"]
        kind, _, what = str(texts["source"]).partition(":")
        wrong += [] if what in known.get(kind, ()) else ["source"]
        if wrong:
            template = translate("LandLedger", "{file}: {place} is no valid indicator.")
            raise InputError(template, file=profile.file, place=f"indicators[{number}].{wrong[0]}")
        found.append(Indicator(**{key: str(value) for key, value in texts.items()}, decimals=int(str(decimals))))
    if not found:
        raise InputError(translate("LandLedger", "The profile {profile} has no indicators."), profile=profile.title)
    return tuple(found)


def count_indicators(areas: PlanAreas, indicators: Sequence[Indicator], given: Given) -> list[Counted]:
    """All indicators of all villages of `areas` together, in the order of the profile."""
    return [_counted(each, areas, given) for each in indicators]


def _counted(each: Indicator, areas: PlanAreas, given: Given) -> Counted:
    kind, _, what = each.source.partition(":")
    delivered = given.delivered.get(each.title, (None, None))
    if kind == "layer":
        units = given.layers.get(PlanRole(what), (None, None))
        values = tuple(None if amount is None else _printed(Area.from_units(amount, UNIT), each) for amount in units)
        origin = OF_LAYER
    elif kind == "given":
        values, origin = delivered, DELIVERED
    else:
        rows = [areas.structure.place(what)] if kind == "row" else areas.structure.members(what)
        found = [areas.of(side, rows) for side in (areas.base, areas.plan)]
        if kind == "per_head":
            values = tuple(_per_head(area, count, each) for area, count in zip(found, given.people))
            origin = PER_HEAD
        else:
            values, origin = tuple(_printed(area, each) for area in found), COUNTED
    base, plan = values
    if base is None and plan is None:
        origin = MISSING if kind != "given" or delivered == (None, None) else origin
    return Counted(each, base, plan, _judged(each, base, plan), origin, delivered)


def _printed(area: Area, each: Indicator) -> Decimal:
    if each.unit == "平方米":
        return _half_up(area.square_metres(), each.decimals)
    return area.mu(each.decimals) if each.unit == "亩" else area.hectares(each.decimals)


def _per_head(area: Area, people: Amount, each: Indicator) -> Amount:
    return _half_up(area.square_metres() / people, each.decimals) if people else None


def _half_up(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _judged(each: Indicator, base: Amount, plan: Amount) -> bool | None:
    if each.attribute != BINDING or not each.direction or base is None or plan is None:
        return None
    return plan <= base if each.direction == "not_more" else plan >= base


def indicator_table(
    counted: Sequence[Counted], title: str, folder: str | None = None, one_of_several: bool = False
) -> FilledTable:
    """T14; `one_of_several`: the sheet is called after the plan."""
    rows = []
    for number, each in enumerate(counted, 1):
        change = each.plan - each.base if each.plan is not None and each.base is not None else None
        direction = DIRECTIONS.get(each.indicator.direction) if each.indicator.attribute == BINDING else None
        rows.append(
            Row(
                {
                    "GROUP": each.indicator.group,
                    "SEQ": number,
                    "IND": each.indicator.title,
                    "ATTR": each.indicator.attribute,
                    "UNIT": each.indicator.unit,
                    "V0": each.base,
                    "V1": each.plan,
                    "D": change,
                    "RULE": sentence(direction) if direction else "",
                    "OK": "" if each.ok is None else sentence(KEPT if each.ok else BROKEN),
                    "FROM": sentence(each.origin),
                    "NOTE": _note(each),
                }
            )
        )
    layout = load_layout("T14", folder)
    return FilledTable(layout, rows, None, {"name": title}, (), f"{layout.sheet} {title}" if one_of_several else "")


def _note(each: Counted) -> Sentence | str:
    """What the plan's own table says where it says something else."""
    unlike = [
        (mine, theirs) for mine, theirs in zip((each.base, each.plan), each.delivered)
        if theirs is not None and mine is not None and mine != theirs
    ]  # fmt: skip
    if not unlike:
        return ""
    template = translate("LandLedger", "the plan's own table says {base} and {plan}")
    base, plan = ("—" if value is None else f"{value:f}" for value in each.delivered)
    return sentence(template, base=base, plan=plan)
