"""Towns and villages together: which town a village lies in, and which units stand for the city."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ...errors import InputError
from ...sentence import Sentence, sentence, translate
from ..units import (
    TOWN_DIGITS,
    VILLAGE_DIGITS,
    Level,
    Listed,
    Match,
    Units,
    level_of,
    match_units,
    plain_name,
    require_distinct,
)

NOBODY = -1
_POLYGONS = (3, 6)


@dataclass(frozen=True)
class Places:
    """n towns and villages. `level` object (n,) of Level; `town` int64 (n,) the row of a village's town, NOBODY without one;
    `drawn` bool (n,): in a layer, and not only named by its villages; `notes` what to tell of towns that are unclear, each with
    the village's row. `units.shape` may hold None."""

    units: Units
    level: np.ndarray
    town: np.ndarray
    drawn: np.ndarray
    notes: Sequence[tuple[int, Sentence]] = ()

    def __len__(self) -> int:
        return len(self.units)

    @property
    def villages(self) -> np.ndarray:
        """bool (n,)."""
        return np.array([level is Level.VILLAGE for level in self.level], dtype=bool)

    @property
    def grounds(self) -> np.ndarray:
        """object (n,): the polygon of each unit, None where it has none."""
        return polygons_of(self.units.shape)

    def match(self, listed: Sequence[Listed], system: str) -> list[Match]:
        """The unit of each listed row; codes of towns count in 9 and in 12 digits."""
        known = set(self.units.code.tolist())
        return match_units(self.units, [_as_known(one, known) for one in listed], system)


def polygons_of(shapes: np.ndarray) -> np.ndarray:
    """object (n,): polygonal shapes as they are, None for what has no ground."""
    kinds = shapely.get_type_id(shapes)
    grounds = np.full(len(shapes), None, dtype=object)
    flat = np.isin(kinds, _POLYGONS)
    grounds[flat] = shapes[flat]
    for row in np.flatnonzero(kinds == 7).tolist():
        parts = [part for part in shapely.get_parts(shapes[row]) if shapely.get_type_id(part) in _POLYGONS]
        grounds[row] = shapely.union_all(parts) if parts else None
    return grounds


def places_of(units: Units, villages: Units | None = None, level: Level | None = None) -> Places:
    """Places of one layer of towns, villages or both, and of a second one of villages; towns that only villages name stand
    behind them. `level` is that of codes that don't tell. InputError for a code that is missing or stands twice."""
    layers = [units] if villages is None else [units, villages]
    for layer in layers:
        require_distinct(layer)
    other = level or (Level.TOWN if villages is not None else _usual(units))
    levels = [level_of(code) or other for code in units.code.tolist()]
    if villages is not None:
        levels += [level_of(code) or Level.VILLAGE for code in villages.code.tolist()]
        _require_apart(units, villages)
    joined = units if villages is None else _joined(units, villages)
    return _with_towns(joined, levels)


def _usual(units: Units) -> Level:
    """The level of most codes of a layer; villages where none tells."""
    told = [level_of(code) for code in units.code.tolist()]
    return Level.TOWN if told.count(Level.TOWN) > told.count(Level.VILLAGE) else Level.VILLAGE


def _require_apart(units: Units, villages: Units) -> None:
    doubled = set(units.code.tolist()) & set(villages.code.tolist())
    if doubled:
        template = translate("LandLedger", "The code {code} stands in layer {first} and in layer {second}.")
        raise InputError(template, code=min(doubled), first=units.layer, second=villages.layer)


def _joined(units: Units, villages: Units) -> Units:
    measures = {}
    for name in {**units.measures, **villages.measures}:
        parts = [layer.measures.get(name, np.full(len(layer), np.nan)) for layer in (units, villages)]
        measures[name] = np.concatenate(parts)
    columns = {
        key: np.concatenate([getattr(units, key), getattr(villages, key)]) for key in ("code", "name", "town", "county", "shape")
    }
    named = ((units.layer, villages.layer), (units.source, villages.source))
    layer, source = ("、".join(dict.fromkeys(filter(None, pair))) for pair in named)
    return replace(units, layer=layer, source=source, measures=measures, **columns)


def _with_towns(units: Units, levels: list[Level]) -> Places:
    """The town of each village by its code, by town and county name where the code's town is called otherwise or is not there;
    towns that are nowhere drawn are added."""
    codes = units.code.tolist()
    by_code = {_short(code): row for row, code in enumerate(codes) if levels[row] is Level.TOWN}
    by_name = _names_of(units, levels)
    added: dict[str, int] = {}
    notes: list[tuple[int, Sentence]] = []
    town = np.full(len(codes), NOBODY, dtype=np.int64)
    for row, code in enumerate(codes):
        if levels[row] is not Level.VILLAGE:
            continue
        found = by_code.get(code[:TOWN_DIGITS]) if len(code) == VILLAGE_DIGITS else None
        named = _named(units, by_name, row)
        if found is None or (named not in (None, found) and _called_otherwise(units, found, row)):
            if found is not None:
                text = translate("LandLedger", "{village}: by its code it lies in {town}, by name in {other}; the name was followed.")
                said = sentence(text, village=units.label(row), town=units.label(found), other=units.label(named or 0))
                notes.append((row, said))
            found = named
        if found is None and len(code) == VILLAGE_DIGITS and code.isdecimal():
            found = added.setdefault(code[:TOWN_DIGITS], len(codes) + len(added))
        town[row] = NOBODY if found is None else found
    return _completed(units, levels, town, added, notes)


def _names_of(units: Units, levels: Sequence[Level]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(units.name.tolist()):
        if levels[row] is Level.TOWN and name:
            rows[plain_name(name)].append(row)
    return rows


def _named(units: Units, by_name: dict[str, list[int]], row: int) -> int | None:
    """The only town of a village's county with the name of its town."""
    wanted = str(units.town[row])
    rows = by_name.get(plain_name(wanted), []) if wanted else []
    return next(iter(same)) if len(same := [town for town in rows if _in_one_county(units, town, row)]) == 1 else None


def _in_one_county(units: Units, town: int, village: int) -> bool:
    names = [plain_name(str(units.county[row])) for row in (town, village)]
    if all(names):
        return names[0] == names[1]
    return str(units.code[town])[:6] == str(units.code[village])[:6]


def _called_otherwise(units: Units, town: int, village: int) -> bool:
    names = [plain_name(str(text)) for text in (units.name[town], units.town[village])]
    return all(names) and names[0] != names[1]


def _completed(
    units: Units, levels: list[Level], town: np.ndarray, added: dict[str, int], notes: list[tuple[int, Sentence]]
) -> Places:
    """With the towns that only villages name."""
    n, k = len(units), len(added)
    first = {row: int(np.flatnonzero(town == row)[0]) for row in added.values()}
    order = sorted(added, key=added.__getitem__)
    extra: dict[str, Sequence[object]] = {
        "code": order,
        "name": [str(units.town[first[added[code]]]) for code in order],
        "town": [""] * k,
        "county": [str(units.county[first[added[code]]]) for code in order],
        "shape": [None] * k,
    }
    columns = {key: np.concatenate([getattr(units, key), _column(values)]) for key, values in extra.items()}
    measures = {key: np.concatenate([values, np.full(k, np.nan)]) for key, values in units.measures.items()}
    level = _column([*levels, *[Level.TOWN] * k])
    completed = replace(units, measures=measures, **columns)  # type: ignore[arg-type]
    above = np.concatenate([town, np.full(k, NOBODY)]).astype(np.int64)
    return Places(completed, level, above, np.arange(n + k) < n, tuple(notes))


def _column(values: Sequence[object]) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _short(code: str) -> str:
    """A town's code in nine digits."""
    return code[:TOWN_DIGITS] if level_of(code) is Level.TOWN else code


def _as_known(one: Listed, known: set[str]) -> Listed:
    """A listed row with the digits of a town's code as the units have them."""
    if one.code in known or level_of(one.code) is not Level.TOWN:
        return one
    other = one.code[:TOWN_DIGITS] if len(one.code) == VILLAGE_DIGITS else f"{one.code}000"
    return replace(one, code=other) if other in known else one
