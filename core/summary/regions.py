"""Regions of the parcels: county, township or village by the location code (ZLDWDM), and what they are called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from ..area import AreaUnit
from ..columns import Columns
from ..errors import InputError
from ..rounding import units_half_up
from ..sentence import translate
from ..survey.registered import LARGEST
from ..survey.schema import Field, Kind, split_village_code
from .model import Level, Region

DISTRICT_FIELDS: tuple[Field, ...] = (
    Field("XZQDM"),
    Field("XZQMC"),
    Field("ZLDWDM"),
    Field("ZLDWMC"),
    Field("DCMJ", Kind.NUMBER),
)


@dataclass(frozen=True)
class District:
    """One district of the control layer: its level, code, name and control area in 0.01 m² (None without one)."""

    level: Level
    code: str
    name: str
    units: int | None


def districts_of(columns: Columns) -> list[District]:
    """The districts of a layer, features of one code as one; InputError for a layer without codes or a bad area.

    The level is that of the code: 6 digits a county, 9 a township, 12 a village, zeros behind them filling up.
    """
    codes = columns.attributes.get("XZQDM", columns.attributes.get("ZLDWDM"))
    names = columns.attributes.get("XZQMC", columns.attributes.get("ZLDWMC"))
    if codes is None:
        raise InputError(
            translate("LandLedger", "Layer {layer} has no field XZQDM or ZLDWDM: its districts have no codes."),
            layer=columns.name,
        )
    areas = columns.attributes.get("DCMJ")
    found: dict[str, District] = {}
    for row in range(len(columns)):
        level, code = _level_of(codes[row], columns, row)
        units = None if areas is None else _control_units(float(areas[row]), columns, row)
        name = "" if names is None or names[row] is None else str(names[row]).strip()
        if code in found:
            before = found[code].units
            units = None if units is None or before is None else before + units
            name = found[code].name or name
        found[code] = District(level, code, name, units)
    return list(found.values())


def _level_of(code: object, columns: Columns, row: int) -> tuple[Level, str]:
    split = split_village_code(code)
    if not split.county:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: “{code}” is no district code.")
        raise InputError(template, layer=columns.name, feature=int(columns.ids[row]), code=code or "")
    if split.village and split.village[9:] != "000":
        return Level.VILLAGE, split.village
    if split.township and split.township[6:] != "000":
        return Level.TOWNSHIP, split.township
    return Level.COUNTY, split.county


def _control_units(area: float, columns: Columns, row: int) -> int | None:
    if area != area:
        return None
    if not 0 <= area <= LARGEST:
        template = translate("LandLedger", "Layer {layer}, feature {feature}: the control area {area} is no area.")
        raise InputError(template, layer=columns.name, feature=int(columns.ids[row]), area=area)
    return int(units_half_up(np.array([area]), AreaUnit.HUNDREDTH_SQUARE_METRE)[0])


@dataclass(frozen=True)
class Located:
    """Where parcels lie: the `regions` of the level asked for (that without a code last) and the finest `places`, with
    the codes of county, township and village of each (`chains`); `place` int64 (n,) of each parcel and `place_region`
    int64 (f,) of each place."""

    regions: list[Region]
    places: list[Region]
    chains: list[tuple[str, str, str]]
    place: np.ndarray
    place_region: np.ndarray

    @property
    def region(self) -> np.ndarray:
        """The region (n,) of each parcel."""
        found: np.ndarray = self.place_region[self.place]
        return found


def locate(
    codes: dict[str, np.ndarray], level: Level, names: np.ndarray | None, districts: list[District]
) -> Located:
    """Regions and finest places of the parcels, in order of code.

    `codes` as `schema.village_codes` gives them. A region is called as its district is; else a village by the name
    most of its parcels carry, a township by no name of its own (''), as no field of the survey has it.
    """
    chain_of = list(zip(*(codes[each.value].tolist() for each in (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE))))
    chains = sorted(set(chain_of), key=lambda chain: tuple((not code, code) for code in chain))
    rows = {chain: row for row, chain in enumerate(chains)}
    place = np.fromiter((rows[chain] for chain in chain_of), dtype=np.int64, count=len(chain_of))
    called = {district.code: district.name for district in districts if district.name}
    if names is not None:
        for code, name in usual_names(codes[Level.VILLAGE.value], names).items():
            called.setdefault(code, name)
    at = (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE).index(level)
    distinct = sorted({chain[at] for chain in chains}, key=lambda code: (not code, code))
    order = {code: row for row, code in enumerate(distinct)}
    place_region = np.array([order[chain[at]] for chain in chains], dtype=np.int64)
    above = {Level.VILLAGE: Level.TOWNSHIP, Level.TOWNSHIP: Level.COUNTY, Level.COUNTY: None}[level]
    regions = []
    for code in distinct:
        parent = code[: above.digits] if above and code else ""
        regions.append(Region(code, called.get(code, ""), parent, called.get(parent, "")))
    finest = [next((code for code in reversed(chain) if code), "") for chain in chains]
    places = [Region(code, called.get(code, "")) for code in finest]
    return Located(regions, places, chains, place, place_region)


def usual_names(codes: np.ndarray, names: np.ndarray) -> dict[str, str]:
    """Code → the name most of its parcels carry; of equally many the first by the alphabet."""
    counts: dict[str, Counter[str]] = {}
    for (code, name), count in Counter(zip(codes.tolist(), names.tolist())).items():
        if code and name and str(name).strip():
            counts.setdefault(code, Counter())[str(name).strip()] += count
    return {code: min(counter.items(), key=lambda item: (-item[1], item[0]))[0] for code, counter in counts.items()}
