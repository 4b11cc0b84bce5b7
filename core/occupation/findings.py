"""What somebody has to know before signing: odd features, and features that lie over one another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..columns import Columns
from ..sentence import sentence, translate
from ..survey.apportion import Leaves
from ..survey.atoms import OUTSIDE, Relation
from ..survey.classes import Major
from ..survey.nature import Nature
from ..survey.overlaps import SMALLEST_OVERLAP
from ..survey.registered import LARGEST, unregistered
from ..survey.ridges import Ridges
from ..survey.schema import Role
from ..survey.versions import version_name
from .model import Finding, FindingKind, Occupation, OverlapFinding, Reason

LISTED_CODES = 200
"""So many unknown class codes are listed one by one."""

_LINES = (Role.PRIME_FARMLAND, Role.ECO_REDLINE, Role.URBAN_BOUNDARY, Role.APPROVED, None)
"""Control layers whose ground nobody may overlook, however little it is; None are extra layers."""


def find_problems(result: Occupation) -> list[Finding]:
    """Findings of the finished run, kind by kind."""
    return [
        *_unknown_classes(result),
        *_outside_survey(result),
        *_masters(result),
        *_footprints(result),
        *_ridge_fields(result),
        *_former_classes(result),
        *_no_former_class(result),
        *_ownership(result),
        *_below_unit(result),
        *_slivers(result),
    ]


def find_overlaps_of(result: Occupation) -> list[OverlapFinding]:
    """Footprints, survey parcels and control features that overlap within the footprints, with their common area."""
    footprints = result.inputs.footprints
    raw = result.atom_raw
    found = shared_ground(result.atoms.footprints, raw, footprints.name, feature_names(footprints, "FP_ID"), "footprint")
    survey, overlaps = result.inputs.survey, result.atoms.overlaps
    listed = np.flatnonzero(overlaps.area >= SMALLEST_OVERLAP)
    first, second = (feature_names(survey.take(rows[listed]), "BSM") for rows in (overlaps.first, overlaps.second))
    found += [
        OverlapFinding(survey.name, one, other, float(area), "parcel")
        for one, other, area in zip(first, second, overlaps.area[listed])
    ]
    for control in result.inputs.controls:
        names = feature_names(control.columns, "BSM")
        found += shared_ground(result.atoms.controls[control.key], raw, control.columns.name, names, "control")
    return found


def feature_names(columns: Columns, field: str) -> list[str]:
    """How to call each feature: the text of `field`, else its feature id."""
    values = columns.attributes.get(field)
    if values is None:
        return [str(feature) for feature in columns.ids]
    return [str(feature) if value in (None, "") else str(value) for value, feature in zip(values, columns.ids)]


def shared_ground(relation: Relation, raw: np.ndarray, layer: str, names: list[str], kind: str) -> list[OverlapFinding]:
    """Pairs of features that have atoms in common, in order of the features."""
    several = np.bincount(relation.atom, minlength=len(raw)) > 1
    kept = several[relation.atom]
    atom, feature = relation.atom[kept], relation.feature[kept]
    area: dict[tuple[int, int], float] = {}
    starts = np.flatnonzero(np.r_[True, atom[1:] != atom[:-1]]) if len(atom) else np.empty(0, dtype=np.int64)
    for start, members in zip(starts, np.split(feature, starts[1:])):
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                pair = (int(first), int(second))
                area[pair] = area.get(pair, 0.0) + float(raw[atom[start]])
    return [
        OverlapFinding(layer, names[first], names[second], area[first, second], kind)
        for first, second in sorted(area)
        if area[first, second] >= SMALLEST_OVERLAP
    ]


def _unknown_classes(result: Occupation) -> Iterator[Finding]:
    """Every code without a column, with its area: it is counted as 地类未识别, never dropped.

    Of more than LISTED_CODES codes (a field that holds no classes at all) the largest are listed, the others summed.
    """
    leaves, classes = result.leaves, result.inputs.classes
    survey, table = result.inputs.survey.name, version_name(result.inputs.classes.version)
    lost = np.flatnonzero(result.classified.column == "UNKNOWN")
    codes, code = np.unique(result.classified.reported[lost].astype(str), return_inverse=True)
    units = np.zeros(len(codes), dtype=np.int64)
    np.add.at(units, code, np.where(leaves.counted[lost], leaves.units[lost], 0))
    pairs = np.unique(np.stack([code, result.atoms.parcel[leaves.atom[lost]]], axis=1), axis=0)
    parcels = np.bincount(pairs[:, 0], minlength=len(codes))
    largest = np.argsort(-units, kind="stable")
    for place in sorted(largest[:LISTED_CODES].tolist()):
        name = classes.name(str(codes[place]))
        text = translate("LandLedger", "Class code {code} is not in code table {table}; {count} parcels.")
        if name:
            text = translate("LandLedger", "Class {code} {name} is too coarse for this table; {count} parcels.")
        if not codes[place]:
            text = translate("LandLedger", "The class code is empty; {count} parcels.")
        said = sentence(text, code=codes[place], name=name, table=table, count=parcels[place])
        yield Finding(FindingKind.UNKNOWN_CLASS, survey, str(codes[place]), "DLBM", said, result.area(units[place]))
    rest = largest[LISTED_CODES:]
    if len(rest):
        text = translate(
            "LandLedger", "{codes} more class codes are not in code table {table}; {count} parcels. Is it the right field?"
        )
        said = sentence(text, codes=len(rest), table=table, count=parcels[rest].sum())
        yield Finding(FindingKind.UNKNOWN_CLASS, survey, "", "DLBM", said, result.area(units[rest].sum()))


def _outside_survey(result: Occupation) -> Iterator[Finding]:
    leaves = result.leaves
    outside = result.classified.reason == Reason.OUTSIDE
    for row in np.unique(leaves.footprint[outside]):
        rows = outside & (leaves.footprint == row)
        text = sentence(translate("LandLedger", "Part of the footprint lies outside the survey."))
        name = result.inputs.footprints.name
        yield Finding(FindingKind.OUTSIDE_SURVEY, name, result.footprint_id(row), "", text, result.sum(rows))


def _masters(result: Occupation) -> Iterator[Finding]:
    """Parcels whose registered area is missing, or far from what is drawn."""
    parcels, survey = result.parcels, result.inputs.survey
    if parcels is None:
        return
    registered = survey.attributes["TBMJ"][parcels.row]
    missing = unregistered(registered)
    with np.errstate(invalid="ignore", divide="ignore"):
        most = float(result.inputs.rules.number("adjustment_factor_tolerance"))
        far = ~missing & (np.abs(registered / parcels.measured - 1) > most)
    listed = np.flatnonzero(missing | far)
    names = dict(zip(listed.tolist(), feature_names(survey.take(parcels.row[listed]), "BSM")))
    for place in np.flatnonzero(missing):
        text = sentence(translate("LandLedger", "The parcel has no registered area; its measured area was used."))
        if registered[place] < 0 or registered[place] > LARGEST:
            no_area = translate("LandLedger", "The registered area {area:g} m² is no area; the measured area was used.")
            text = sentence(no_area, area=float(registered[place]))
        name = names[place]
        yield Finding(FindingKind.NO_MASTER, survey.name, name, "TBMJ", text, result.area(parcels.units[place]))
    for place in np.flatnonzero(far):
        text = sentence(
            translate("LandLedger", "Registered {registered:.2f} m², measured {measured:.2f} m²: they differ by {part:.2f} ‰."),
            registered=registered[place],
            measured=parcels.measured[place],
            part=(registered[place] / parcels.measured[place] - 1) * 1000,
        )
        name = names[place]
        yield Finding(FindingKind.FAR_FROM_MASTER, survey.name, name, "TBMJ", text, None, None, registered[place])


def _footprints(result: Occupation) -> Iterator[Finding]:
    """Footprints whose measured area differs from what the survey says by more than the rule area_tolerance_percent."""
    most = result.inputs.rules.number("area_tolerance_percent")
    unit = float(result.job.unit.square_metres)
    by_survey = np.bincount(result.leaves.footprint, result.leaves.units, len(result.footprint_raw)) * unit
    text = translate(
        "LandLedger",
        "The footprint measures {measured:.2f} m², its pieces add up to {pieces:.2f} m²: they differ by {part:.2f} %, "
        "{most} % is allowed.",
    )
    for row in np.flatnonzero(np.abs(by_survey - result.footprint_raw) * 100 > float(most) * result.footprint_raw):
        measured, pieces = float(result.footprint_raw[row]), float(by_survey[row])
        part = (pieces / measured - 1) * 100
        said = sentence(text, measured=measured, pieces=pieces, part=part, most=most)
        layer, name = result.inputs.footprints.name, result.footprint_id(row)
        yield Finding(FindingKind.FAR_FROM_FOOTPRINT, layer, name, "", said, None, None, None)


def _ridge_fields(result: Occupation) -> Iterator[Finding]:
    """Parcels under the footprints whose ridge fields lack something or contradict each other."""
    inputs, leaves = result.inputs, result.leaves
    parcel = result.atoms.parcel[leaves.atom]
    taken = parcel[(parcel != OUTSIDE) & (result.classified.reason == Reason.SURVEY)]
    yield from _ridge_findings(inputs.survey, result.ridges.survey, taken)
    former = inputs.with_role(Role.FORMER_SURVEY)
    if former is not None and result.ridges.former is not None:
        back = result.classified.ridge_of[result.classified.reason == Reason.FORMER] - len(inputs.survey)
        yield from _ridge_findings(former.columns, result.ridges.former, back)


def _ridge_findings(columns: Columns, ridges: Ridges, rows: np.ndarray) -> Iterator[Finding]:
    if not ridges.findings:
        return
    taken = set(columns.ids[np.unique(rows)].tolist())
    names = dict(zip(columns.ids.tolist(), feature_names(columns, "BSM")))
    for found in ridges.findings:
        if found.id in taken:
            yield Finding(FindingKind.NO_RIDGE, columns.name, names[found.id], "KCXS", found.reason)


def _former_classes(result: Occupation) -> Iterator[Finding]:
    """Leaves that are reported otherwise than the survey says, by footprint, with the class they fell back to."""
    leaves, classified = result.leaves, result.classified
    back = classified.reason == Reason.FORMER
    pairs = sorted({(int(row), str(old), str(new)) for row, old, new in zip(
        leaves.footprint[back], classified.reported[back], classified.code[back])})
    for row, old, new in pairs:
        rows = back & (leaves.footprint == row) & (classified.reported == old) & (classified.code == new)
        text = sentence(
            translate("LandLedger", "Construction land {new} without approval is reported as {old}, its class before."),
            new=new,
            old=old,
        )
        name = result.inputs.footprints.name
        yield Finding(FindingKind.FORMER_CLASS, name, result.footprint_id(row), "DLBM", text, result.sum(rows))


def _no_former_class(result: Occupation) -> Iterator[Finding]:
    """Construction land without approval where the former survey has no parcel: nothing to fall back to."""
    approved, former = (result.inputs.with_role(role) for role in (Role.APPROVED, Role.FORMER_SURVEY))
    if approved is None or former is None:
        return
    leaves, classified = result.leaves, result.classified
    bare = ~result.atoms.controls[former.key].covered(len(result.atoms))[leaves.atom]
    bare &= (classified.major == Major.CONSTRUCTION.value) & ~result.inside[approved.key]
    bare &= classified.reason == Reason.SURVEY
    text = sentence(
        translate("LandLedger", "Construction land without approval where the former survey has no parcel; it stays as it is.")
    )
    name = result.inputs.footprints.name
    for row in np.unique(leaves.footprint[bare]):
        rows = bare & (leaves.footprint == row)
        yield Finding(FindingKind.FORMER_CLASS, name, result.footprint_id(row), "DLBM", text, result.sum(rows))


def _ownership(result: Occupation) -> Iterator[Finding]:
    leaves = result.leaves
    unclear = (result.owners.nature == Nature.UNKNOWN) & (result.atoms.parcel[leaves.atom] != OUTSIDE)
    for row in np.unique(leaves.footprint[unclear]):
        rows = unclear & (leaves.footprint == row)
        text = sentence(translate("LandLedger", "It can't be told whether this ground is state or collective land."))
        name = result.inputs.footprints.name
        yield Finding(FindingKind.NO_OWNER, name, result.footprint_id(row), "QSXZ", text, result.sum(rows))


def _slivers(result: Occupation) -> Iterator[Finding]:
    """How many pieces of a footprint are smaller than the rule `sliver_m2`: borders that nearly meet, mostly."""
    leaves, limit = result.leaves, result.inputs.rules.number("sliver_m2")
    small = leaves.raw < float(limit)
    for row in np.unique(leaves.footprint[small]):
        rows = small & (leaves.footprint == row)
        text = sentence(translate("LandLedger", "{count} pieces are smaller than {limit} m²."), count=int(rows.sum()), limit=limit)
        name = result.inputs.footprints.name
        yield Finding(FindingKind.SLIVER, name, result.footprint_id(row), "", text, result.sum(rows))


def _below_unit(result: Occupation) -> Iterator[Finding]:
    inputs = result.inputs
    for control in inputs.controls:
        if control.role in _LINES:
            yield from below_unit(inputs.footprints, result.leaves, control.columns.name, result.inside[control.key])


def below_unit(footprints: Columns, leaves: Leaves, layer: str, inside: np.ndarray) -> Iterator[Finding]:
    """Ground of a layer (`inside` bool (r,)) that is there but rounds to nothing: the table says 0, the map does not."""
    count = len(footprints)
    raw = np.bincount(leaves.footprint[inside], leaves.raw[inside], count)
    units = np.bincount(leaves.footprint[inside], leaves.units[inside], count)
    for row in np.flatnonzero((units == 0) & (raw >= SMALLEST_OVERLAP)):
        number = str(footprints.attributes["FP_ID"][row])
        text = sentence(
            translate("LandLedger", "Red line {number} lies in this layer with {area} m², which rounds to 0."),
            number=number,
            area=f"{raw[row]:.4f}",
        )
        yield Finding(FindingKind.BELOW_UNIT, layer, number, "", text)
