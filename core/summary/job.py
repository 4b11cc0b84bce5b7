"""The class summary of a survey, from its columns: no shape is needed, the registered areas are what counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ..area import Area
from ..columns import Columns
from ..errors import FootingError
from ..progress import Progress, no_progress
from ..rounding import units_half_up
from ..sentence import sentence, translate
from ..survey.classes import CodeTable, factorised
from ..survey.registered import LARGEST, area_units
from ..survey.ridges import RidgeProblem, ridges
from ..survey.schema import SURVEY_FIELDS, Field, require, village_codes
from ..survey.versions import distinct_pairs, require_version
from .leaf_classes import leaf_classes, leaf_of
from .model import UNIT, Basis, Control, Finding, FindingKind, LeafClass, Level, Region, Summary, SummaryJob
from .regions import District, districts_of, locate

RIDGE_CLASS = "1203"
_READ = ("DLBM", "BSM", "DLMC", "ZLDWDM", "ZLDWMC", "TBMJ", "KCXS", "KCMJ", "TBDLMJ", "GDLX", "GDPDJB")
SUMMARY_FIELDS: tuple[Field, ...] = require(
    tuple(field for field in SURVEY_FIELDS if field.name in _READ), "TBMJ", "ZLDWDM"
)


def summarise(
    survey: Columns, districts: Columns | None, job: SummaryJob, progress: Progress = no_progress
) -> Summary:
    """The areas of `survey` by region and finest class, exact in 0.01 m².

    Under Basis.NET the ridge (KCMJ) of a cultivated parcel stands under 1203 and the rest under its class, as the survey
    counts. InputError for a layer of another class table, for negative areas and for districts that make no sense.
    """
    progress(0.0)
    codes, names = survey.attributes["DLBM"], survey.attributes.get("DLMC")
    refused = job.rules.get("mixed_codes").text() == "refuse"
    pairs = distinct_pairs(codes, names)
    mixed = require_version(pairs, job.table.classes, job.table.version, survey.name, refused)
    units, missing = registered_units(survey)
    progress(0.2)
    ridge, too_large, ridge_findings = deducted_ridges(survey, units, job)
    progress(0.5)
    listed = [] if districts is None else districts_of(districts)
    located = village_codes(survey.attributes["ZLDWDM"])
    found_places = locate(located, job.level, survey.attributes.get("ZLDWMC"), listed)
    regions, region = found_places.regions, found_places.region
    progress(0.7)
    classes, leaf = parcel_leaves(job.table, codes)
    fine, fine_counts = _cells(classes, leaf, found_places.place, len(found_places.places), units, ridge)
    cells, counts = (_by_region(each, found_places.place_region, len(regions)) for each in (fine, fine_counts))
    progress(0.9)
    found = [
        *(Finding(FindingKind.MIXED, survey.name, told) for told in mixed),
        *_unknown_findings(survey, classes, cells.sum(axis=0), counts.sum(axis=0)),
        *_region_findings(survey, region, regions, units),
        *_area_findings(survey, missing),
        *ridge_findings,
    ]
    result = Summary(
        layer=survey.name,
        job=job,
        regions=regions,
        classes=classes,
        cells=cells,
        places=found_places.places,
        chains=found_places.chains,
        place_region=found_places.place_region,
        fine=fine,
        counts=counts,
        registered=int(units.sum()),
        cultivated=_cultivated(job.table, codes, units, ridge),
        parcels=len(survey),
        without_area=int(missing.sum()),
        ridge_too_large=int(too_large.sum()),
        controls=_controls(listed, located, units),
        findings=found,
    )
    if int(cells.sum()) != result.registered:
        raise FootingError(translate("LandLedger", "The areas by class do not sum up to the parcels."))
    progress(1.0)
    return result


def registered_units(survey: Columns) -> tuple[np.ndarray, np.ndarray]:
    """TBMJ in 0.01 m², 0 where there is none, and which rows have none."""
    return area_units(survey, "TBMJ")


def deducted_ridges(
    survey: Columns, units: np.ndarray, job: SummaryJob
) -> tuple[np.ndarray, np.ndarray, list[Finding]]:
    """What is taken off each parcel (n,) for 1203; which ridges are larger than their parcel; findings by kind."""
    nothing = np.zeros(len(survey), dtype=np.int64)
    if job.basis is Basis.GROSS or not job.table.known(RIDGE_CLASS) or not job.table.version.startswith("sandiao"):
        return nothing, nothing.astype(bool), []
    found = ridges(_with_deduction(survey, units), job.table, job.rules)
    too_large = found.units > units
    taken = np.where(too_large, 0, found.units)
    findings = []
    for problem in RidgeProblem:
        mine = [finding for finding in found.findings if finding.problem is problem]
        if mine:
            text = translate("LandLedger", "{count} parcels; the first, feature {feature}: {reason}")
            said = sentence(text, count=len(mine), feature=mine[0].id, reason=mine[0].reason)
            findings.append(Finding(FindingKind.RIDGE, survey.name, said, str(mine[0].id), "KCMJ"))
    for row in np.flatnonzero(too_large):
        text = translate("LandLedger", "KCMJ is larger than TBMJ; nothing is taken off.")
        findings.append(
            Finding(FindingKind.RIDGE_TOO_LARGE, survey.name, sentence(text), str(survey.ids[row]), "KCMJ")
        )
    return taken, too_large, findings


def _with_deduction(survey: Columns, units: np.ndarray) -> Columns:
    """The survey with KCMJ = TBMJ − TBDLMJ where only the latter two are registered."""
    net = survey.attributes.get("TBDLMJ")
    if net is None:
        return survey
    given = survey.attributes.get("KCMJ", np.full(len(survey), np.nan))
    fill = np.isnan(given) & ~np.isnan(net) & (net >= 0) & (net <= LARGEST)
    difference = units - units_half_up(np.where(fill, net, 0.0), UNIT)
    deducted = np.where(fill & (difference > 0), difference / 100, given)
    return replace(survey, attributes={**survey.attributes, "KCMJ": deducted})


def parcel_leaves(table: CodeTable, codes: np.ndarray) -> tuple[list[LeafClass], np.ndarray]:
    """All leaves of the table and those of codes it has no place for, and the leaf (n,) int64 of each parcel."""
    classes = list(leaf_classes(table))
    place = {leaf.key: number for number, leaf in enumerate(classes)}
    distinct, row = factorised(codes)
    leaf_of_code = np.empty(len(distinct), dtype=np.int64)
    for number in sorted(range(len(distinct)), key=lambda number: distinct[number]):
        leaf = leaf_of(table, distinct[number])
        if leaf.key not in place:
            place[leaf.key] = len(classes)
            classes.append(leaf)
        leaf_of_code[number] = place[leaf.key]
    return classes, leaf_of_code[row]


def _by_region(fine: np.ndarray, place_region: np.ndarray, regions: int) -> np.ndarray:
    """The rows of the finest places summed up to their regions."""
    cells = np.zeros((regions, fine.shape[1]), dtype=np.int64)
    np.add.at(cells, place_region, fine)
    return cells


def _cells(
    classes: list[LeafClass], leaf: np.ndarray, place: np.ndarray, places: int, units: np.ndarray, ridge: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    cells = np.zeros((places, len(classes)), dtype=np.int64)
    counts = np.zeros_like(cells)
    np.add.at(cells, (place, leaf), units - ridge)
    np.add.at(counts, (place, leaf), 1)
    if ridge.any():
        ridge_leaf = next(number for number, found in enumerate(classes) if found.key == RIDGE_CLASS)
        np.add.at(cells, (place, np.full(len(place), ridge_leaf)), ridge)
    return cells, counts


def _cultivated(table: CodeTable, codes: np.ndarray, units: np.ndarray, ridge: np.ndarray) -> int:
    rows = table.cultivated_rows(codes)
    return int((units - ridge)[rows].sum())


def _controls(districts: list[District], located: Mapping[str, np.ndarray], units: np.ndarray) -> list[Control]:
    sums: dict[str, int] = {}
    for level in {district.level for district in districts}:
        distinct, place = factorised(located[level.value])
        by_code = np.zeros(len(distinct), dtype=np.int64)
        np.add.at(by_code, place, units)
        sums.update({f"{level.value} {code}": int(total) for code, total in zip(distinct, by_code)})
    controls = [
        Control(found.level, found.code, found.name, found.units, sums.pop(f"{found.level.value} {found.code}", 0))
        for found in districts
    ]
    # A district of parcels that the control layer does not have must not go by unseen.
    for key, total in sorted(sums.items()):
        name, _, code = key.partition(" ")
        if total:
            controls.append(Control(Level(name), code, "", None, total))
    return controls


def unknown_findings(survey: Columns, units: np.ndarray, table: CodeTable) -> list[Finding]:
    """Parcels whose code the table does not know or that tells no second-level class; `units` int64 (n,) 0.01 m²."""
    classes, leaf = parcel_leaves(table, survey.attributes["DLBM"])
    areas = np.zeros(len(classes), dtype=np.int64)
    np.add.at(areas, leaf, units)
    return _unknown_findings(survey, classes, areas, np.bincount(leaf, minlength=len(classes)))


def _unknown_findings(
    survey: Columns, classes: list[LeafClass], units: np.ndarray, counts: np.ndarray
) -> list[Finding]:
    found = []
    for place, leaf in enumerate(classes):
        if leaf.known:
            continue
        count = int(counts[place])
        area = Area.from_units(int(units[place]), UNIT)
        if leaf.name:
            text = translate("LandLedger", "{count} parcels have the class {code} {name}, which tells no second-level class.")
        elif leaf.code:
            text = translate("LandLedger", "{count} parcels have the code {code}, which the class table does not know.")
        else:
            text = translate("LandLedger", "{count} parcels have no class code.")
        said = sentence(text, count=count, code=leaf.code, name=leaf.name)
        kind = FindingKind.COARSE_CODE if leaf.name else FindingKind.UNKNOWN_CODE
        found.append(Finding(kind, survey.name, said, "", "DLBM", area))
    return found


def _region_findings(survey: Columns, region: np.ndarray, regions: list[Region], units: np.ndarray) -> list[Finding]:
    found = []
    for place, each in enumerate(regions):
        if not each.code:
            rows = np.flatnonzero(region == place)
            text = translate("LandLedger", "{count} parcels have no usable location code (ZLDWDM); the first is {feature}.")
            said = sentence(text, count=len(rows), feature=int(survey.ids[rows[0]]))
            area = Area.from_units(int(units[rows].sum()), UNIT)
            found.append(
                Finding(FindingKind.NO_REGION, survey.name, said, str(survey.ids[rows[0]]), "ZLDWDM", area)
            )
        elif not each.name:
            text = translate("LandLedger", "No layer tells the name of {code}; give the districts layer.")
            found.append(Finding(FindingKind.NO_NAME, survey.name, sentence(text, code=each.code), "", "ZLDWMC"))
    return found


def _area_findings(survey: Columns, missing: np.ndarray) -> list[Finding]:
    text = translate("LandLedger", "The parcel has no area (TBMJ) and counts as zero.")
    return [
        Finding(FindingKind.NO_AREA, survey.name, sentence(text), str(survey.ids[row]), "TBMJ")
        for row in np.flatnonzero(missing)
    ]
