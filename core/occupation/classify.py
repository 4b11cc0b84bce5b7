"""Which class each leaf is reported as."""

from __future__ import annotations

import numpy as np

from ..columns import Columns, by_value, stripped, values_at
from ..survey.apportion import Leaves
from ..survey.atoms import OUTSIDE, Atoms
from ..survey.classes import UNKNOWN, clean_code
from ..survey.schema import Role
from .model import APPROVED_COLUMN, OUTSIDE_COLUMN, Classified, Inputs, Reason, RidgesOf


def classify(inputs: Inputs, atoms: Atoms, leaves: Leaves, ridges: RidgesOf) -> Classified:
    """The class each leaf is reported as.

    Ground inside approved land counts as approved construction land; construction land without approval falls back to
    the class before it was occupied (reported classes after 自然资办函〔2022〕411号; details: default, confirm locally).
    """
    survey, classes = inputs.survey, inputs.classes
    parcel = atoms.parcel[leaves.atom]
    outside = parcel == OUTSIDE
    code = values_at(_codes(survey), parcel, "")
    column = np.where(outside, OUTSIDE_COLUMN, classes.groups("approval", code))
    major = np.where(outside, "outside", classes.majors(code))
    reason = np.where(outside, Reason.OUTSIDE, Reason.SURVEY)
    coefficient = values_at(ridges.survey.millionths, parcel, 0)
    steep = values_at(_steep(inputs, survey), parcel, False)
    ridge_of = parcel.copy()
    reported = code.copy()

    approved = inputs.with_role(Role.APPROVED)
    former = inputs.with_role(Role.FORMER_SURVEY)
    in_approved = np.zeros(len(leaves), dtype=bool)
    if approved is not None:
        in_approved = atoms.controls[approved.key].covered(len(atoms))[leaves.atom]
        # Other ground inside approved land is construction land already; it has no class of its own any more.
        taken = in_approved & ~outside & (major != "construction")
        column[taken], major[taken], reason[taken] = APPROVED_COLUMN, "construction", Reason.APPROVED
        reported[taken], coefficient[taken], steep[taken] = "", 0, False
    if former is not None and ridges.former is not None:
        before = atoms.controls[former.key].first(len(atoms))[leaves.atom]
        back = (major == "construction") & ~in_approved & ~outside & (before >= 0)
        was = values_at(_codes(former.columns), before, "")
        back &= classes.majors(was) != "construction"
        reported[back] = was[back]
        column[back], major[back] = classes.groups("approval", was)[back], classes.majors(was)[back]
        reason[back] = Reason.FORMER
        coefficient[back] = ridges.former.millionths[before[back]]
        steep[back] = _steep(inputs, former.columns)[before[back]]
        ridge_of[back] = len(survey) + before[back]
    # A class too coarse for a column (01) is counted as not recognised, so it is no cultivated land of any table.
    cultivated = classes.cultivated_rows(reported) & (reason != Reason.APPROVED) & (column != UNKNOWN)
    return Classified(
        column,
        code,
        reported,
        reason,
        major,
        np.where(cultivated, coefficient, 0),
        ridge_of,
        cultivated,
        classes.adjustable_rows(reported),
        classes.aquaculture_rows(reported),
        steep & cultivated,
    )


def _steep(inputs: Inputs, columns: Columns) -> np.ndarray:
    """bool (n,): the slope level of farmland over 25° (rule steep_slope_level; written 5 or 05)."""
    steepest = inputs.rules.get("steep_slope_level").text()
    return by_value(texts(columns, "GDPDJB"), lambda level: str(level).lstrip("0") == steepest).astype(bool)


def _codes(columns: Columns) -> np.ndarray:
    return by_value(columns.attributes["DLBM"], clean_code)


def texts(columns: Columns, name: str) -> np.ndarray:
    """A text field with '' for null, '' everywhere if the layer has no such field."""
    values = columns.attributes.get(name)
    if values is None:
        return np.full(len(columns), "", dtype=object)
    return stripped(values)
