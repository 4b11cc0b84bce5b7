"""Checks of areas: TBMJ against the survey's ellipsoidal area of the shape, shapes that measure nothing, arcs.

Shapes that are invalid are measured after repair by the even-odd rule (`core/survey/repair`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np

from ..columns import Columns
from ..rounding import half_up, units_half_up
from ..rules import Rules
from ..sentence import sentence, translate
from ..survey.classes import CodeTable
from .finding import Finding
from .marks import SeverityOf
from .survey_table import HUNDREDTH, SurveyTable

AREA_TITLES: Mapping[str, str] = {
    "area_differs": translate("LandLedger", "Parcel area differs from the measured area (m²)"),
    "area_differs_permille": translate("LandLedger", "Parcel area differs from the measured area (‰)"),
    "area_rounds_to_nothing": translate("LandLedger", "Parcel of no area"),
    "arc": translate("LandLedger", "Border with arcs"),
}


def measured_units(measured: np.ndarray) -> np.ndarray:
    """Measured areas m² float64 (n,) in 0.01 m² int64 (n,), rounded once; −1 where nothing can be measured (NaN)."""
    units = np.full(len(measured), -1, dtype=np.int64)
    known = np.isfinite(measured)
    units[known] = units_half_up(measured[known], HUNDREDTH)
    return units


def find_area_faults(
    survey: Columns, classes: CodeTable, measured: np.ndarray, rules: Rules, severity_of: SeverityOf
) -> list[Finding]:
    """Findings on TBMJ against `measured` float64 (n,), the unrounded ellipsoidal area m² of each (repaired) shape.

    A difference beyond the rule area_difference_m2 is `area_differs`; if it is beyond area_difference_permille too, it is
    `area_differs_permille` instead (unless that check is off). A shape that measures 0.00 m² has a finding of its own.
    """
    table = SurveyTable(survey, classes)
    units = measured_units(measured)
    found = list(_nothing(units, severity_of))
    if not table.has("TBMJ"):
        return found
    registered = table.fine("TBMJ")
    comparable = (units > 0) & table.positive("TBMJ")
    difference = registered - units * 100
    most = int(rules.number("area_difference_m2") * 10_000)
    share = rules.number("area_difference_permille")
    apart = comparable & (np.abs(difference) > most)
    with np.errstate(invalid="ignore"):
        far = apart & (np.abs(difference) * 1000.0 > float(share) * units * 100.0)
    if severity_of("area_differs_permille") is None:
        far[:] = False
    text = translate(
        "LandLedger", "TBMJ is {registered} m², the shape measures {measured} m²: {difference} m² ({permille} ‰)."
    )
    for check, rows in (("area_differs_permille", far), ("area_differs", apart & ~far)):
        severity = severity_of(check)
        if severity is None:
            continue
        for row in np.flatnonzero(rows).tolist():
            less = int(difference[row])
            places = {
                "registered": fine_text(int(registered[row])),
                "measured": hundredths(int(units[row])),
                "difference": ("+" if less > 0 else "") + fine_text(less),
                "permille": str(half_up(Decimal(less) * 10 / Decimal(int(units[row])), 3)),
            }
            facts = (places["registered"], places["measured"])
            area = abs(less) / 10_000
            found.append(Finding(check, severity, row, sentence(text, **places), "TBMJ", facts=facts, area=area))
    return found


def _nothing(units: np.ndarray, severity_of: SeverityOf) -> Iterator[Finding]:
    severity = severity_of("area_rounds_to_nothing")
    if severity is None:
        return
    text = sentence(translate("LandLedger", "The shape measures 0.00 m²."))
    for row in np.flatnonzero(units == 0).tolist():
        yield Finding("area_rounds_to_nothing", severity, row, text, "TBMJ", facts=("0.00",), area=0.0)


def find_arcs(survey: Columns, curved: np.ndarray, severity_of: SeverityOf) -> Iterator[Finding]:
    """One finding for every feature whose border had arcs; `curved` are their ids int64 (k,)."""
    severity = severity_of("arc")
    if severity is None or not len(curved):
        return
    text = sentence(translate("LandLedger", "The border has arcs; they were cut into straight pieces to be checked and measured."))
    for row in np.flatnonzero(np.isin(survey.ids, curved)).tolist():
        yield Finding("arc", severity, row, text, facts=("arc",))


def hundredths(units: int) -> str:
    """Whole 0.01 m² as a text with two decimals."""
    return f"{'-' if units < 0 else ''}{abs(units) // 100}.{abs(units) % 100:02d}"


def fine_text(fine: int) -> str:
    """Whole 0.0001 m² as a text with two decimals, four where the last two are not zero."""
    whole, rest = divmod(abs(fine), 10_000)
    digits = f"{rest:04d}"
    return f"{'-' if fine < 0 else ''}{whole}.{digits[:2] if digits.endswith('00') else digits}"
