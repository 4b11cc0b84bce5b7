"""Stable cultivated land of a survey: parcels against the rules, cut by the layers that exclude ground, shared out exactly.

It reads top to bottom: mend the shapes, take the registered areas and ridges of the cultivated parcels, cut those that a
layer meets, share area and ridge out over their pieces, and ask every rule of each piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import shapely

from ...area import Area
from ...columns import Columns, by_value
from ...errors import InputError
from ...occupation.mending import LISTED
from ...occupation.model import OverlapFinding
from ...progress import Progress, no_progress, part_of
from ...rounding import units_half_up
from ...rules import Rules
from ...sentence import sentence, translate
from ...summary.job import deducted_ridges, registered_units, unknown_findings
from ...summary.model import Basis, Finding, FindingKind, Level, SummaryJob
from ...summary.regions import Located, districts_of, locate
from ...survey.identifiers import IDENTIFIER, doubtful_identifiers
from ...survey.registered import measured_instead, unregistered
from ...survey.repair import repair
from ...survey.ridges import slope_levels
from ...survey.schema import (
    SURVEY_FIELDS,
    Field,
    GradeSystem,
    Role,
    fields_of,
    grade_field,
    require,
    village_codes,
    worst_grade,
)
from ...survey.versions import distinct_pairs, require_version
from .model import UNIT, Noticed, Reason, RegionsAt, Stable, StableInputs, StableJob
from .rules import counted_rows, plain_code, require_layer_rule, rules_without_field
from .splitting import Pieces, share_ridges_of, share_units, split_parcels

_READ = (
    *("DLBM", "BSM", "DLMC", "ZLDWDM", "ZLDWMC", "TBMJ", "KCXS", "KCMJ", "TBDLMJ", "GDLX"),
    *("GDPDJB", "TBXHDM", "ZZSXDM", "GDDB"),
)
STABLE_FIELDS: tuple[Field, ...] = require(
    tuple(field for field in SURVEY_FIELDS if field.name in _READ), "TBMJ", "ZLDWDM"
)
"""The fields of the survey that a run looks at."""

QUALITY = "QUALITY"


def quality_fields_of(system: GradeSystem) -> tuple[Field, ...]:
    """The fields of a grade layer."""
    return fields_of(Role.QUALITY, system)


def find_stable(inputs: StableInputs, job: StableJob, progress: Progress = no_progress) -> Stable:
    """Run the job. InputError names layer, feature or field at fault; FootingError when a sum is not exact."""
    require_layer_rule(job.stable_rules, [layer.name for layer in inputs.excluded])
    survey = inputs.survey
    findings = _version_findings(survey, job)
    units = registered_units(survey)[0]
    rows = np.flatnonzero(counted_rows(survey.attributes["DLBM"], job.table, job.rules))
    if len(rows) == 0:
        raise InputError(translate("LandLedger", "Layer {layer} has no cultivated land."), layer=survey.name)
    progress(0.1)
    fields, shape_findings = _mended(survey.take(rows), drop=False)
    units[rows], unmeasured, area_findings = _areas(fields, units[rows], job)
    ridge, too_large, ridge_findings = deducted_ridges(
        _with_areas(survey, units), units, SummaryJob(job.level, Basis.NET, job.table, job.rules)
    )
    layers, layer_findings = _layers(inputs)
    pieces = _split(fields, layers, job, part_of(progress, 0.1, 0.8))
    own_units, own_ridge = units[rows], ridge[rows]
    shared = share_units(pieces, own_units)
    holds, reasons = _holds(inputs, fields, pieces, job)
    located_at = _located(fields, inputs.districts, job)
    located = located_at[job.level]
    slope_findings = _slope_findings(fields, own_units, job)
    result = Stable(
        inputs=inputs,
        job=job,
        reasons=reasons,
        geometry=pieces.geometry,
        parcel=rows[pieces.parcel],
        units=shared,
        ridge=share_ridges_of(pieces, shared, own_ridge),
        cut=pieces.cut,
        holds=holds,
        reason=np.where(holds.any(axis=1), holds.argmax(axis=1), -1) if len(reasons) else np.full(len(pieces), -1),
        grade=_grades(fields, layers.get(QUALITY), pieces, job),
        slope=slopes_of(fields)[pieces.parcel],
        paddy=job.table.paddy_rows(fields.attributes["DLBM"])[pieces.parcel],
        registered=int(own_units.sum()),
        registered_ridge=int(own_ridge.sum()),
        parcels=len(rows),
        without_area=unmeasured,
        ridge_too_large=int(too_large[rows].sum()),
        regions={level: RegionsAt(each.regions, each.place_region) for level, each in located_at.items()},
        places=located.places,
        chains=located.chains,
        place=located.place[pieces.parcel],
        report=pieces.report,
        overlaps=_overlaps(fields, pieces),
    )
    progress(0.95)
    found = [*findings, *_identifier_findings(survey), *unknown_findings(survey, units, job.table)]
    found += [*shape_findings, *layer_findings, *ridge_findings, *slope_findings]
    found += [*_field_findings(survey, job), *area_findings, *_grade_findings(result)]
    progress(1.0)
    return replace(result, findings=found)


def _version_findings(survey: Columns, job: StableJob) -> list[Finding]:
    """InputError for a survey of another class table; what is to be told of a mixture."""
    refused = job.rules.get("mixed_codes").text() == "refuse"
    pairs = distinct_pairs(survey.attributes["DLBM"], survey.attributes.get("DLMC"))
    told = require_version(pairs, job.table.classes, job.table.version, survey.name, refused)
    return [Finding(FindingKind.MIXED, survey.name, each) for each in told]


def _mended(columns: Columns, drop: bool) -> tuple[Columns, list[Finding]]:
    """The features with valid shapes, and a finding for each that was repaired or has none."""
    repaired = repair(columns, drop)
    findings = []
    for found in repaired.findings[:LISTED]:
        kind = Noticed.SHAPE
        findings.append(Finding(kind, columns.name, found.reason, str(found.id), ""))
    more = len(repaired.findings) - LISTED
    if more > 0:
        text = translate("LandLedger", "{count} more features have no shape or one that was repaired.")
        findings.append(Finding(Noticed.SHAPE, columns.name, sentence(text, count=more)))
    return repaired.columns, findings


def _layers(inputs: StableInputs) -> tuple[dict[str, Columns], list[Finding]]:
    """The layers that cut, by key, and what was found in them."""
    layers, findings = {}, []
    given = {f"EX{number}": layer for number, layer in enumerate(inputs.excluded, 1)}
    if inputs.quality is not None:
        given[QUALITY] = inputs.quality
    for key, layer in given.items():
        layers[key], found = _mended(layer, drop=True)
        findings += found
    return layers, findings


def _split(fields: Columns, layers: Mapping[str, Columns], job: StableJob, progress: Progress) -> Pieces:
    return split_parcels(
        fields.geometry,
        {key: layer.geometry for key, layer in layers.items()},
        # Asked for only where a parcel is cut: it may need a zone.
        lambda shapes: job.measuring.measure(shapes),
        job.measuring.border_tolerance,
        (QUALITY,),
        progress,
    )


def _holds(
    inputs: StableInputs, fields: Columns, pieces: Pieces, job: StableJob
) -> tuple[np.ndarray, tuple[Reason, ...]]:
    """Every reason that holds of each piece, bool (m, r), in the order in which they decide."""
    columns, reasons = [], []
    for rule in job.stable_rules:
        if rule.of_layers:
            for number, layer in enumerate(inputs.excluded, 1):
                columns.append(pieces.inside[f"EX{number}"] >= 0)
                reasons.append(Reason(f"EX{number}", layer.name, rule))
            continue
        columns.append(rule.holds(fields)[pieces.parcel])
        reasons.append(Reason(rule.key, rule.meaning, rule))
    holds = np.stack(columns, axis=1) if columns else np.zeros((len(pieces), 0), dtype=bool)
    return holds, tuple(reasons)


def _located(fields: Columns, districts: Columns | None, job: StableJob) -> dict[Level, Located]:
    """Where the parcels lie, on the level of the run and those above; the finest places are the same on all."""
    listed = [] if districts is None else districts_of(districts)
    codes = village_codes(fields.attributes["ZLDWDM"])
    levels = list(Level)[: list(Level).index(job.level) + 1]
    return {level: locate(codes, level, fields.attributes.get("ZLDWMC"), listed) for level in levels}


def slopes_of(fields: Columns) -> np.ndarray:
    """object (n,): slope levels as `resources/codes/slope.csv` has them, '' where there is none of them."""
    column = fields.attributes.get("GDPDJB")
    if column is None:
        return np.full(len(fields), "", dtype=object)
    known = slope_levels()
    return by_value(column, lambda level: plain_code(level) if plain_code(level) in known else "")


def _grades(fields: Columns, quality: Columns | None, pieces: Pieces, job: StableJob) -> np.ndarray:
    """int64 (m,): grade in hundredths, of the grade layer, else of the survey's GDDB; NO_GRADE where neither has one.

    InputError for a grade that the system does not have.
    """
    grade = np.full(len(pieces), np.nan)
    name = grade_field(job.system)
    if name in fields.attributes:
        grade = checked_grades(fields, name, job.system)[pieces.parcel]
    if quality is not None:
        inside = pieces.inside[QUALITY]
        found = checked_grades(quality, name, job.system)
        grade = np.where(inside >= 0, found[np.maximum(inside, 0)] if len(found) else np.nan, grade)
    return hundredths(grade)


def hundredths(grades: np.ndarray) -> np.ndarray:
    """Grades float64 (n,) as int64 hundredths, NO_GRADE for NaN."""
    return np.floor(np.nan_to_num(grades) * 100 + 0.5).astype(np.int64)


def checked_grades(columns: Columns, name: str, system: GradeSystem) -> np.ndarray:
    """Grades float64 (n,) of a layer, NaN where there is none (null or 0); InputError for one that the system has not."""
    grades = np.where(columns.attributes[name] == 0, np.nan, columns.attributes[name]).astype(np.float64)
    wrong = np.flatnonzero(~np.isnan(grades) & ~((grades >= 1) & (grades <= worst_grade(system))))
    if len(wrong):
        template = translate(
            "LandLedger", "Layer {layer}, feature {feature}: {field} {grade} is no grade of 1 to {worst}."
        )
        raise InputError(
            template, layer=columns.name, feature=int(columns.ids[wrong[0]]), field=name,
            grade=f"{grades[wrong[0]]:g}", worst=worst_grade(system),
        )
    return grades


def _slope_findings(fields: Columns, units: np.ndarray, job: StableJob) -> list[Finding]:
    """Cultivated land without a slope level: told, or refused by the rule `stable_slope_missing`."""
    rows = np.flatnonzero((slopes_of(fields) == "") & ~job.table.adjustable_rows(fields.attributes["DLBM"]))
    if len(rows) == 0:
        return []
    return missing_slopes(fields.name, str(fields.ids[rows[0]]), len(rows), int(units[rows].sum()), job.rules)


def missing_slopes(layer: str, feature: str, count: int, units: int, rules: Rules) -> list[Finding]:
    """That `count` cultivated parcels of `units` 0.01 m² have no slope level, the first of them `feature`; InputError where
    the rule `stable_slope_missing` says so."""
    if rules.get("stable_slope_missing").text() == "refuse":
        template = translate(
            "LandLedger", "Layer {layer}: {count} cultivated parcels have no slope level (GDPDJB); the first is {feature}."
        )
        raise InputError(template, layer=layer, count=count, feature=feature)
    text = translate("LandLedger", "{count} cultivated parcels have no slope level and count as not steep; the first is {feature}.")
    said = sentence(text, count=count, feature=feature)
    return [Finding(Noticed.NO_SLOPE, layer, said, feature, "GDPDJB", Area.from_units(units, UNIT))]


def _field_findings(survey: Columns, job: StableJob) -> list[Finding]:
    """Rules that can't hold of any parcel because the survey lacks their field."""
    return [
        Finding(Noticed.NO_FIELD, survey.name, said, "", field)
        for field, said in rules_without_field(survey, job.stable_rules)
    ]


def _areas(fields: Columns, units: np.ndarray, job: StableJob) -> tuple[np.ndarray, int, list[Finding]]:
    """Areas of parcels with valid shapes, int64 (n,) of 0.01 m²: the registered `units`; of those without one measured, as a
    transition has it. How many have neither area nor shape and count as zero; and what is to be told."""
    missing = unregistered(fields.attributes["TBMJ"])
    drawn = missing & ~shapely.is_missing(fields.geometry)
    areas, found = units.copy(), []
    if drawn.any():
        areas[drawn] = units_half_up(job.measuring.measure(fields.geometry[drawn]), UNIT)
        first = str(fields.ids[drawn.argmax()])
        text, area = measured_instead(int(drawn.sum()), first), Area.from_units(int(areas[drawn].sum()), UNIT)
        found.append(Finding(FindingKind.NO_AREA, fields.name, text, first, "TBMJ", area))
    text = sentence(translate("LandLedger", "The parcel has no area (TBMJ) and counts as zero."))
    bare = fields.ids[missing & ~drawn].tolist()
    found += [Finding(FindingKind.NO_AREA, fields.name, text, str(feature), "TBMJ") for feature in bare]
    return areas, len(bare), found


def _with_areas(survey: Columns, units: np.ndarray) -> Columns:
    """The survey with the measured area as TBMJ where none is registered: what a coefficient is multiplied with."""
    registered = survey.attributes["TBMJ"]
    areas = np.where(unregistered(registered) & (units > 0), units / 100, registered)
    return replace(survey, attributes={**survey.attributes, "TBMJ": areas})


def _identifier_findings(survey: Columns) -> list[Finding]:
    """Parcels without an identifier of their own."""
    return [
        Finding(Noticed.IDENTIFIER, survey.name, each.text, each.feature, IDENTIFIER)
        for each in doubtful_identifiers(survey)
    ]


def _grade_findings(result: Stable) -> list[Finding]:
    """Stable land whose grade nobody says: it has no capacity."""
    area = result.without_grade
    if not area:
        return []
    text = translate("LandLedger", "{area} m² of stable cultivated land have no grade; their capacity is not counted.")
    field = grade_field(result.job.system)
    return [Finding(Noticed.NO_GRADE, result.inputs.survey.name, sentence(text, area=area.square_metres()), "", field, area)]


def _overlaps(fields: Columns, pieces: Pieces) -> list[OverlapFinding]:
    found = pieces.overlaps
    names = _names(fields)
    return [
        OverlapFinding(fields.name, names[first], names[second], float(area), "parcel")
        for first, second, area in zip(found.first.tolist(), found.second.tolist(), found.area.tolist())
    ]


def _names(fields: Columns) -> list[str]:
    """What people call each parcel: BSM, else its feature id."""
    numbers = fields.attributes.get("BSM")
    ids = fields.ids.tolist()
    return [str(ids[row] if numbers is None or not numbers[row] else numbers[row]) for row in range(len(fields))]
