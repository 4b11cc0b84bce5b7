"""The grade of the farmland under each leaf: of the grade layer, else of the survey, else of the layer of prime farmland."""

from __future__ import annotations

import numpy as np

from ...columns import Columns, values_at
from ...errors import InputError
from ...occupation.model import CONTROL_KEYS, Occupation
from ...sentence import translate
from ...survey.schema import GradeSystem, Role, grade_field, worst_grade
from .model import AuditInputs
from .settings import Settings

QUALITY, PRIME = CONTROL_KEYS[Role.QUALITY], CONTROL_KEYS[Role.PRIME_FARMLAND]


def require_grades(inputs: AuditInputs, settings: Settings) -> None:
    """InputError if no layer carries grades of the system at all, though something compared depends on them."""
    name = grade_field(settings.system)
    layers = [inputs.control(QUALITY), inputs.control(PRIME), inputs.survey]
    if settings.needs_grades and not any(layer is not None and name in layer.attributes for layer in layers):
        text = translate(
            "LandLedger",
            "No layer says the grade of farmland: give the farmland grade layer, or a survey ({layer}) with the field {field}.",
        )
        raise InputError(text, layer=inputs.survey.name, field=name)


def grades_of(inputs: AuditInputs, run: Occupation, settings: Settings, farmland: np.ndarray) -> np.ndarray:
    """float64 (r,): the grade of each leaf of `farmland` (mask), NaN elsewhere and where no layer says it.

    Only the field of the system chosen is looked at, so two systems never mix. InputError naming layer, feature and
    field for a number that is no grade of the system.
    """
    atoms, atom, name = run.atoms, run.leaves.atom, grade_field(settings.system)
    grade = np.full(len(atom), np.nan)
    layers = [(inputs.control(key), _feature(run, key)[atom]) for key in (QUALITY, PRIME)]
    layers.insert(1, (inputs.survey, atoms.parcel[atom]))
    for layer, row in layers:
        if layer is None or name not in layer.attributes:
            continue
        wanted = farmland & np.isnan(grade) & (row >= 0)
        given = values_at(_checked(layer, name, np.unique(row[wanted]), settings.system), row, np.nan)
        grade = np.where(wanted, given, grade)
    return grade


def _feature(run: Occupation, key: str) -> np.ndarray:
    """int64 (n,): the feature of a control layer that each atom lies in, −1 for none."""
    relation = run.atoms.controls.get(key)
    if relation is None:
        return np.full(len(run.atoms), -1, dtype=np.int64)
    return relation.first(len(run.atoms))


def _checked(layer: Columns, name: str, rows: np.ndarray, system: GradeSystem) -> np.ndarray:
    """The field with NaN for nothing and for 0, which surveys write where there is no grade."""
    values = np.asarray(layer.attributes[name], dtype=np.float64)
    values = np.where(values == 0, np.nan, values)
    worst = worst_grade(system)
    with np.errstate(invalid="ignore"):
        wrong = rows[~np.isnan(values[rows]) & ~((values[rows] >= 1) & (values[rows] <= worst))]
    if len(wrong):
        raise InputError(
            translate(
                "LandLedger",
                "Layer {layer}, feature {feature}: {field} is {value}, which is no farmland grade from 1 to {worst}.",
            ),
            layer=layer.name,
            feature=int(layer.ids[wrong[0]]),
            field=name,
            value=f"{values[wrong[0]]:g}",
            worst=worst,
        )
    return values
