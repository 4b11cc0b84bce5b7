"""The occupation job (红线占用地类分析): from layers as columns to exact leaves.

It reads top to bottom: mend the shapes, cut the atoms, measure them, apportion the leaves, say which class each is
reported as, take off the field ridges, and say whose it is and which control lines it lies in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..progress import Progress, no_progress, part_of
from ..rounding import integer_sums
from ..survey.apportion import (
    Leaves,
    Master,
    ParcelMasters,
    apportion_to_footprints,
    apportion_to_parcels,
    leaf_rows,
    round_each,
)
from ..survey.atoms import Atoms, cut_atoms
from ..survey.overlaps import ranking_by_number
from ..survey.ridges import ridges
from ..survey.schema import Role
from ..survey.touching import Touching, touching_pairs
from ..threads import together
from .classify import classify
from .findings import find_overlaps_of, find_problems
from .mending import mend, mend_footprints, require_distinct_ids
from .model import Control, Finding, Inputs, Job, Occupation, RidgesOf
from .ownership import owners_of
from .ridges import share_ridges


def occupy(inputs: Inputs, job: Job, progress: Progress = no_progress) -> Occupation:
    """Run the job. InputError names the layer, feature or field at fault; FootingError when a sum is not exact."""
    require_distinct_ids(inputs.footprints)
    mended, findings = _mended(inputs)
    progress(0.1)
    survey, footprints = mended.survey, mended.footprints
    controls = {control.key: control.columns.geometry for control in mended.controls}
    rank = ranking_by_number(survey.attributes.get("BSM"))
    pairs, (coefficients, measured) = together(
        part_of(progress, 0.1, 0.2),
        lambda told: touching_pairs(survey.geometry, footprints.geometry, told),
        lambda _: (_ridges(mended), job.measure(footprints.geometry)),
    )
    atoms, parcel_areas = together(
        part_of(progress, 0.2, 0.7),
        lambda told: cut_atoms(
            survey.geometry, footprints.geometry, controls, job.border_tolerance, rank, told, pairs
        ),
        lambda _: _measured_parcels(mended, job, pairs),
    )
    whole = _Whole(measured, *parcel_areas)
    raw, owners = together(
        part_of(progress, 0.7, 0.8),
        lambda _: job.measure_atoms(atoms),
        lambda _: owners_of(mended.survey, mended.with_role(Role.OWNERSHIP), atoms, leaf_rows(atoms)[0]),
    )
    leaves, footprint_units, parcels = _apportioned(mended, job, atoms, raw, whole)
    classified = classify(mended, atoms, leaves, coefficients)
    ridge = share_ridges(mended, job, leaves, classified, parcels, coefficients.survey)
    inside = {control.key: atoms.controls[control.key].covered(len(atoms))[leaves.atom] for control in mended.controls}
    progress(0.95)
    result = Occupation(
        mended,
        job,
        atoms,
        leaves,
        classified,
        owners,
        ridge,
        inside,
        raw,
        whole.footprints,
        footprint_units,
        parcels,
        coefficients,
    )
    found = [*findings, *find_problems(result)]
    progress(1.0)
    return replace(result, findings=found, overlaps=find_overlaps_of(result))


def _mended(inputs: Inputs) -> tuple[Inputs, list[Finding]]:
    """The inputs with valid shapes only, and a finding for each one that was repaired or dropped."""
    findings: list[Finding] = []

    footprints = mend_footprints(inputs.footprints, findings)
    controls = [Control(control.role, control.key, mend(control.columns, findings)) for control in inputs.controls]
    survey = mend(inputs.survey, findings)
    return replace(inputs, footprints=footprints, survey=survey, controls=controls), findings


def _ridges(inputs: Inputs) -> RidgesOf:
    former = inputs.with_role(Role.FORMER_SURVEY)
    return RidgesOf(
        ridges(inputs.survey, inputs.classes, inputs.rules),
        None if former is None else ridges(former.columns, inputs.classes, inputs.rules),
    )


@dataclass(frozen=True)
class _Whole:
    """m² of the footprints, float64 (f,), and of the touched parcels as drawn, float64 (m,) by survey row, else NaN: measured,
    and in the plane."""

    footprints: np.ndarray
    parcels: np.ndarray
    plane: np.ndarray


def _measured_parcels(inputs: Inputs, job: Job, pairs: Touching) -> tuple[np.ndarray, np.ndarray]:
    """`parcels` and `plane` of _Whole; nothing is known where their area is not the master of their leaves."""
    parcels, plane = np.full((2, len(inputs.survey)), np.nan)
    if job.master is Master.PARCEL:
        touched = np.unique(pairs.parcel)
        some = inputs.survey.geometry[touched]
        parcels[touched], plane[touched] = job.measure(some), shapely.area(some)
    return parcels, plane


def _apportioned(
    inputs: Inputs, job: Job, atoms: Atoms, raw: np.ndarray, whole: _Whole
) -> tuple[Leaves, np.ndarray, ParcelMasters | None]:
    footprint_raw = whole.footprints
    if job.master is Master.FOOTPRINT:
        leaves, masters = apportion_to_footprints(atoms, raw, job.unit, footprint_raw)
        return leaves, masters, None
    parcels = None
    if job.master is Master.PARCEL:
        registered = inputs.survey.attributes["TBMJ"]
        leaves, parcels = apportion_to_parcels(
            atoms, raw, job.unit, registered, inputs.survey.geometry, job.measure, whole.parcels, whole.plane
        )
    else:
        leaves = round_each(atoms, raw, job.unit)
    return leaves, integer_sums(leaves.units, leaves.footprint, len(footprint_raw)), parcels
