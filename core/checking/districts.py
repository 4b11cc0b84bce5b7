"""Checks against districts (行政区, 村级调查区): sums of parcels against DCMJ, codes of places, nested districts.

A district's code counts to its level: 6 digits a county, 9 a township, 12 a village; the zeros behind are left away. A
parcel belongs to the districts its location code ZLDWDM begins with, one on each level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ..area import Area
from ..columns import Columns
from ..progress import Progress, no_progress
from ..sentence import Sentence, sentence, translate
from ..survey.classes import CodeTable
from ..survey.noding import containing_pairs, inner_points
from ..survey.schema import split_village_code
from ..threads import in_threads
from .areas import hundredths, measured_units
from .finding import NO_ROW, Finding
from .marks import SeverityOf
from .survey_table import HUNDREDTH, SurveyTable, units_of

DISTRICT_TITLES: Mapping[str, str] = {
    "district_sum_differs": translate("LandLedger", "Parcels do not add up to the district"),
    "district_parts_differ": translate("LandLedger", "Parcel areas are not ridges plus class areas"),
    "district_members_differ": translate("LandLedger", "Districts do not add up to the one above"),
    "district_measured_differs": translate("LandLedger", "Computed area of a district differs"),
    "district_code_wrong": translate("LandLedger", "District without a usable code"),
    "district_doubled": translate("LandLedger", "District code occurs twice"),
    "district_area_missing": translate("LandLedger", "District without an area"),
    "district_without_parcels": translate("LandLedger", "District without parcels"),
    "location_in_no_district": translate("LandLedger", "Location code of no district"),
    "location_other_district": translate("LandLedger", "Parcel lies in another district"),
    "flying_mark_at_home": translate("LandLedger", "Flying land within its own unit"),
}

_CHUNK = 4096


@dataclass(frozen=True)
class Districts:
    """The districts that have a usable code, sorted by it.

    `row` int64 (k,) in `columns`; `code` the digits of its level; `level` 6, 9 or 12; `area` DCMJ in 0.01 m² int64, −1 where
    there is none; `measured` the ellipsoidal area of the shape in 0.01 m², −1 where there is none.
    """

    columns: Columns
    row: np.ndarray
    code: list[str]
    name: list[str]
    level: np.ndarray
    area: np.ndarray
    measured: np.ndarray

    def __len__(self) -> int:
        return len(self.code)

    @property
    def finest(self) -> int:
        """The lowest level there is, 0 for no district."""
        return int(self.level.max(initial=0))

    @property
    def ground(self) -> np.ndarray:
        """object (g,): the shapes of the finest level, which the parcels are to fill."""
        return self.columns.geometry[self.row[self.level == self.finest]]


@dataclass(frozen=True)
class DistrictSum:
    """A district beside its parcels, in exact areas; `registered` None where the district has no DCMJ."""

    code: str
    name: str
    level: int
    parcels: int
    total: Area
    ridges: Area
    class_areas: Area
    registered: Area | None
    measured: Area | None


def district_code(text: str) -> str:
    """The digits of a district's level, '' for what is no code of 6 to 19 digits."""
    if not text.isdecimal() or not 6 <= len(text) <= 19:
        return ""
    split = split_village_code(text)
    finest = split.county
    for level in (split.township, split.village):
        if level and not level.endswith("000"):
            finest = level
    return finest if split.county.strip("0") else ""


def district_fields(columns: Columns) -> tuple[str, str, str]:
    """Which fields hold code, name and area of a district layer: ('' for name or area that it lacks)."""
    present = columns.attributes
    code = next((name for name in ("XZQDM", "ZLDWDM") if name in present), "")
    name = next((name for name in ("XZQMC", "ZLDWMC") if name in present), "")
    area = next((name for name in ("DCMJ", "MJ") if name in present), "")
    return code, name, area


def read_districts(columns: Columns, classes: CodeTable, measured: np.ndarray) -> Districts:
    """The districts of a layer; `measured` float64 (m,) its ellipsoidal areas m²."""
    code_field, name_field, area_field = district_fields(columns)
    table = SurveyTable(columns, classes)
    written = table.text(code_field)
    codes = [district_code(written.at(row)) for row in range(len(columns))]
    rows = sorted((row for row, code in enumerate(codes) if code), key=lambda row: (codes[row], row))
    row = np.array(rows, dtype=np.int64)
    area = np.full(len(columns), -1, dtype=np.int64)
    if area_field:
        area = np.where(table.positive(area_field), table.units(area_field), -1)
    names = table.text(name_field) if name_field else None
    return Districts(
        columns, row, [codes[place] for place in rows], ["" if names is None else names.at(place) for place in rows],
        np.array([len(codes[place]) for place in rows], dtype=np.int64), area[row], measured_units(measured)[row],
    )


class ParcelSums:
    """Which parcels belong to which district by their location code, and what they add up to."""

    def __init__(self, survey: SurveyTable, districts: Districts) -> None:
        self.survey, self.districts = survey, districts
        self.units = {field: survey.units(field) for field in ("TBMJ", "KCMJ", "TBDLMJ")}
        location = survey.text("ZLDWDM")
        self.of: dict[int, np.ndarray] = {}
        for level in sorted(set(districts.level.tolist())):
            # The last of several districts with one code; that there are several is a finding.
            here = {code: place for place, code in enumerate(districts.code) if districts.level[place] == level}
            answers = np.fromiter(
                (here.get(code[:level], NO_ROW) for code in location.values), np.int64, len(location.values)
            )
            self.of[level] = answers[location.place] if len(survey) else np.empty(0, dtype=np.int64)

    def sums(self, weights: np.ndarray | None = None) -> np.ndarray:
        """int64 (k,): Σ of `weights` int64 (n,) over the parcels of each district, their number without weights."""
        totals = np.zeros(len(self.districts), dtype=np.int64)
        for place in self.of.values():
            inside = place >= 0
            np.add.at(totals, place[inside], 1 if weights is None else weights[inside])
        return totals

    def table(self) -> tuple[DistrictSum, ...]:
        """Every district beside its parcels, in the order of the codes."""
        districts = self.districts
        counts = self.sums()
        totals = {field: self.sums(units) for field, units in self.units.items()}
        return tuple(
            DistrictSum(
                districts.code[k], districts.name[k], int(districts.level[k]), int(counts[k]),
                _area(totals["TBMJ"][k]), _area(totals["KCMJ"][k]), _area(totals["TBDLMJ"][k]),
                None if districts.area[k] < 0 else _area(districts.area[k]),
                None if districts.measured[k] < 0 else _area(districts.measured[k]),
            )
            for k in range(len(districts))
        )


def find_district_faults(
    survey: Columns, districts: Districts, classes: CodeTable, severity_of: SeverityOf, progress: Progress = no_progress
) -> tuple[list[Finding], tuple[DistrictSum, ...]]:
    """Findings on districts and on where parcels say they are, and the sums by district.

    `survey` has valid shapes (None where there is none). Parcels marked as flying land (FRDBS = 1) may lie elsewhere.
    """
    table = SurveyTable(survey, classes)
    found = [*_codes_and_areas(districts, severity_of), *_members(districts, severity_of)]
    if not table.has("ZLDWDM"):
        return found, ()
    sums = ParcelSums(table, districts)
    by_district = sums.table()
    found += _sums(by_district, districts, table, severity_of)
    found += _measured(districts, severity_of)
    found += _places(table, sums, severity_of, progress)
    found += _at_home(table, severity_of)
    progress(1.0)
    return found, by_district


def _area(units: int) -> Area:
    return Area.from_units(int(units), HUNDREDTH)


def _of_district(
    check: str, severity_of: SeverityOf, districts: Districts, place: int, text: Sentence, facts: tuple[str, ...], field: str
) -> Iterator[Finding]:
    severity = severity_of(check)
    if severity is not None:
        x, y, extent = _place_of(districts.columns.geometry[districts.row[place]])
        yield Finding(check, severity, NO_ROW, text, field, x, y, extent, facts=(districts.code[place], *facts))


def _place_of(shape: object) -> tuple[float, float, float]:
    """A point inside, and the longer side of the box around; NaN for no shape."""
    if shape is None or shapely.is_empty(shape):
        return float("nan"), float("nan"), 0.0
    point = shapely.point_on_surface(shape)
    west, south, east, north = shapely.bounds(shape)
    return float(shapely.get_x(point)), float(shapely.get_y(point)), float(max(east - west, north - south))


def _codes_and_areas(districts: Districts, severity_of: SeverityOf) -> Iterator[Finding]:
    code_field, _, area_field = district_fields(districts.columns)
    without = np.setdiff1d(np.arange(len(districts.columns)), districts.row)
    severity = severity_of("district_code_wrong")
    for row in without.tolist() if severity is not None else ():
        written = districts.columns.attributes[code_field][row]
        text = translate("LandLedger", "District {feature}: “{code}” is no district code of 6, 9 or 12 digits.")
        said = sentence(text, feature=int(districts.columns.ids[row]), code=written or "")
        x, y, extent = _place_of(districts.columns.geometry[row])
        facts = (str(districts.columns.ids[row]), str(written))
        yield Finding("district_code_wrong", severity, NO_ROW, said, code_field, x, y, extent, facts=facts)  # type: ignore[arg-type]
    counts: dict[str, int] = {}
    for code in districts.code:
        counts[code] = counts.get(code, 0) + 1
    for place, code in enumerate(districts.code):
        if counts[code] > 1:
            text = translate("LandLedger", "The district code {code} occurs {count} times; the last one was compared.")
            said = sentence(text, code=code, count=counts[code])
            facts = (str(districts.columns.ids[districts.row[place]]), str(counts[code]))
            yield from _of_district("district_doubled", severity_of, districts, place, said, facts, code_field)
        if districts.area[place] < 0:
            said = sentence(translate("LandLedger", "District {code} {name} has no area (DCMJ)."), **_names(districts, place))
            yield from _of_district("district_area_missing", severity_of, districts, place, said, (), area_field or "DCMJ")


def _names(districts: Districts, place: int) -> dict[str, object]:
    return {"code": districts.code[place], "name": districts.name[place]}


def _members(districts: Districts, severity_of: SeverityOf) -> Iterator[Finding]:
    """Where a layer holds districts of several levels: those of the next level within one must add up to it."""
    levels = sorted(set(districts.level.tolist()))
    text = translate("LandLedger", "District {code} {name} has {registered} m²; the {count} districts in it have {sum} m².")
    for upper, lower in zip(levels, levels[1:]):
        for place in np.flatnonzero(districts.level == upper).tolist():
            code = districts.code[place]
            members = [k for k, other in enumerate(districts.code) if districts.level[k] == lower and other.startswith(code)]
            areas = [int(districts.area[k]) for k in members]
            if not members or districts.area[place] < 0 or min(areas) < 0 or sum(areas) == districts.area[place]:
                continue
            facts = (hundredths(int(districts.area[place])), hundredths(sum(areas)))
            said = sentence(text, **_names(districts, place), registered=facts[0], count=len(members), sum=facts[1])
            yield from _of_district("district_members_differ", severity_of, districts, place, said, facts, "DCMJ")


def _sums(
    by_district: tuple[DistrictSum, ...], districts: Districts, table: SurveyTable, severity_of: SeverityOf
) -> Iterator[Finding]:
    area_field = district_fields(districts.columns)[2]
    for place, found in enumerate(by_district):
        names = _names(districts, place)
        if not found.parcels:
            said = sentence(translate("LandLedger", "No parcel has the location code of district {code} {name}."), **names)
            yield from _of_district("district_without_parcels", severity_of, districts, place, said, (), "ZLDWDM")
            continue
        total = str(found.total.square_metres())
        if table.has("TBMJ") and found.registered is not None and found.total != found.registered:
            text = translate(
                "LandLedger", "{count} parcels of district {code} {name} add up to {sum} m², its area is {registered} m²: {difference} m²."
            )
            registered = str(found.registered.square_metres())
            difference = str((found.total - found.registered).square_metres())
            said = sentence(text, **names, count=found.parcels, sum=total, registered=registered, difference=difference)
            facts = (total, registered)
            yield from _of_district("district_sum_differs", severity_of, districts, place, said, facts, area_field)
        parts = found.ridges + found.class_areas
        if table.has("TBMJ", "KCMJ", "TBDLMJ") and parts != found.total:
            text = translate("LandLedger", "District {code} {name}: Σ TBMJ {sum} m² is not Σ KCMJ + Σ TBDLMJ {parts} m².")
            facts = (total, str(parts.square_metres()))
            said = sentence(text, **names, sum=facts[0], parts=facts[1])
            yield from _of_district("district_parts_differ", severity_of, districts, place, said, facts, "TBDLMJ")


def _measured(districts: Districts, severity_of: SeverityOf) -> Iterator[Finding]:
    """The district's own computed area JSMJ, where it has one, against its shape."""
    if "JSMJ" not in districts.columns.attributes:
        return
    stated = units_of(districts.columns.attributes["JSMJ"])[districts.row]
    text = translate("LandLedger", "District {code} {name}: the computed area is {stated} m², the shape measures {measured} m².")
    for place in np.flatnonzero((stated > 0) & (districts.measured >= 0) & (np.abs(stated - districts.measured) > 1)).tolist():
        facts = (hundredths(int(stated[place])), hundredths(int(districts.measured[place])))
        said = sentence(text, **_names(districts, place), stated=facts[0], measured=facts[1])
        yield from _of_district("district_measured_differs", severity_of, districts, place, said, facts, "JSMJ")


def _places(
    table: SurveyTable, sums: ParcelSums, severity_of: SeverityOf, progress: Progress
) -> Iterator[Finding]:
    """Location codes against the districts of the finest level: whether there is such a one, and the parcel lies in it."""
    districts = sums.districts
    if not len(districts):
        return
    level = districts.finest
    said = sums.of[level]
    location = table.text("ZLDWDM")
    flying = table.text("FRDBS").isin({"1"})
    lost = (said < 0) & ~location.null
    severity = severity_of("location_in_no_district")
    text = translate("LandLedger", "The location code {code} is that of no district given.")
    for row in np.flatnonzero(lost).tolist() if severity is not None else ():
        code = location.at(row)
        yield Finding("location_in_no_district", severity, row, sentence(text, code=code), "ZLDWDM", facts=(code,))  # type: ignore[arg-type]
    if severity_of("location_other_district") is None:
        return
    lies = _lying_in(table.columns.geometry, districts, level, progress)
    # −2: without a shape a parcel lies nowhere, and flying land may lie anywhere.
    yield from _elsewhere(table, districts, said, np.where(flying, -2, lies), severity_of)


def _elsewhere(
    table: SurveyTable, districts: Districts, said: np.ndarray, lies: np.ndarray, severity_of: SeverityOf
) -> Iterator[Finding]:
    other = severity_of("location_other_district")
    same_code = np.array([districts.code.index(code) for code in districts.code] + [NO_ROW], dtype=np.int64)
    apart = (said >= 0) & (lies >= 0) & (same_code[said] != same_code[lies])
    text = translate("LandLedger", "The location code is that of {code} {name}, but the parcel lies in {there} {where}.")
    for row in np.flatnonzero(apart).tolist() if other is not None else ():
        here, there = int(said[row]), int(lies[row])
        places = {**_names(districts, here), "there": districts.code[there], "where": districts.name[there]}
        facts = (districts.code[here], districts.code[there])
        yield Finding("location_other_district", other, row, sentence(text, **places), "ZLDWDM", facts=facts)  # type: ignore[arg-type]


def _lying_in(parcels: np.ndarray, districts: Districts, level: int, progress: Progress) -> np.ndarray:
    """int64 (n,): the district of `level` that a point inside the parcel lies in, −1 for none, −2 without a shape."""
    lies = np.full(len(parcels), -2, dtype=np.int64)
    drawn = np.flatnonzero(~(shapely.is_missing(parcels) | shapely.is_empty(parcels)))
    lies[drawn] = NO_ROW
    points = points_inside(parcels[drawn], progress)
    here = np.flatnonzero(districts.level == level)
    district, point = containing_pairs(districts.columns.geometry[districts.row[here]], points)
    lies[drawn[point]] = here[district]
    return lies


def points_inside(shapes: np.ndarray, progress: Progress = no_progress) -> np.ndarray:
    """object (n,): a point inside each of the valid `shapes` (n,)."""
    chunks = in_threads(lambda start: inner_points(shapes[start : start + _CHUNK]), np.arange(0, len(shapes), _CHUNK), progress)
    return np.concatenate(chunks) if chunks else np.empty(0, dtype=object)


def _at_home(table: SurveyTable, severity_of: SeverityOf) -> Iterator[Finding]:
    """Flying land belongs to a unit elsewhere: with the owner's village in the place's own code the mark is odd."""
    severity = severity_of("flying_mark_at_home")
    if severity is None or not table.has("FRDBS", "QSDWDM"):
        return
    text = translate("LandLedger", "The parcel is marked as flying land, but owner and location are of one village ({code}).")
    for row in np.flatnonzero(table.text("FRDBS").isin({"1"})).tolist():
        code = split_village_code(table.text("ZLDWDM").at(row)).village
        if code and split_village_code(table.text("QSDWDM").at(row)).village == code:
            yield Finding("flying_mark_at_home", severity, row, sentence(text, code=code), "FRDBS", facts=(code,))
