"""The in–out account (年度耕地进出平衡): by county and year, in area and capacity (自然资发〔2021〕166号).

Per county and year Σ inflow ≥ Σ outflow in area and in capacity. From the year of the rule `inout_one_account_from` on the
account is part of 占补平衡; the sheets say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from ...area import Area
from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from ...summary.model import Finding, FindingKind
from ..grades import weighted_grade
from ..stable.model import UNIT, Noticed, Stable, grade_of
from .kinds import Direction, require_survey_classes
from .matching import spots_of
from .model import Account, InOut, InOutInputs, InOutJob, Net, Patches, State, capacity_of
from .patches import patches_of

_COUNTY_DIGITS = 6
_DOUBTS = (FindingKind.NO_AREA, Noticed.IDENTIFIER)


def settle(inputs: InOutInputs, job: InOutJob, progress: Progress = no_progress) -> InOut:
    """Settle the account. InputError names layer, patch or line at fault."""
    require_survey_classes(job.table)
    _require_years(inputs)
    _require_one_ground(inputs)
    patches, findings = patches_of(inputs, job, part_of(progress, 0.0, 0.8))
    accounts = _accounts(patches, job)
    spots = [] if inputs.matches is None else spots_of(patches, inputs.matches, job)
    net = [] if inputs.begin is None or inputs.end is None else net_of(inputs.begin, inputs.end)
    progress(1.0)
    return replace(InOut(inputs, job, patches, accounts, spots, net), findings=findings)


def county_of(village: object) -> str:
    """The county of a village code; a code too short is one of its own."""
    return str(village)[:_COUNTY_DIGITS]


def _require_years(inputs: InOutInputs) -> None:
    wrong = np.flatnonzero((inputs.year < 1990) | (inputs.year > 2100))
    if len(wrong):
        template = translate("LandLedger", "Layer {layer}, row {row}: {year} is no year of an account.")
        raise InputError(template, layer=inputs.name, row=int(wrong[0]) + 1, year=int(inputs.year[wrong[0]]))


def _require_one_ground(inputs: InOutInputs) -> None:
    """Stable land of the begin and the end goes together or not at all."""
    if (inputs.begin is None) != (inputs.end is None):
        raise InputError(
            translate("LandLedger", "Stable land needs both surveys, that of the begin and that of the end of the year.")
        )


def _accounts(patches: Patches, job: InOutJob) -> list[Account]:
    """One account for each year and county that has a patch."""
    county = np.array([county_of(village) for village in patches.village.tolist()], dtype=object)
    found = []
    for year, code in sorted(set(zip(patches.year.tolist(), county.tolist()))):
        mine = (patches.year == year) & (county == code)
        out = mine & patches.rows(Direction.OUT, State.COUNTED)
        into = mine & patches.rows(Direction.IN, State.COUNTED)
        exempt = mine & patches.rows(Direction.OUT, State.EXEMPT)
        found.append(
            Account(
                year,
                code,
                out=int(patches.net[out].sum()),
                into=int(patches.net[into].sum()),
                exempt=int(patches.net[exempt].sum()),
                out_kg=capacity_of(patches, out, job.yields),
                in_kg=capacity_of(patches, into, job.yields),
                out_grade=average_grade(patches, out),
                in_grade=average_grade(patches, into),
            )
        )
    return found


def average_grade(patches: Patches, rows: np.ndarray) -> Fraction | None:
    """Σ(area · grade) / Σ area of the patches `rows` (mask), exact; None of no area."""
    return weighted_grade(
        (grade_of(grade), Area.from_units(net, UNIT))
        for grade, net in zip(patches.grade[rows].tolist(), patches.net[rows].tolist())
    )


def doubts_of_surveys(begin: Stable, end: Stable) -> list[Finding]:
    """What is doubtful about the areas and identifiers of both surveys. Where these are laid over one another the comparison
    tells it."""
    return [found for each in (begin, end) for found in each.findings if found.kind in _DOUBTS]


def net_of(begin: Stable, end: Stable) -> list[Net]:
    """Stable land by county on both days."""
    sums: dict[str, list[int]] = {}
    for place, each in enumerate((begin, end)):
        stable = each.is_stable
        for village, units in zip(each.place[stable].tolist(), each.net[stable].tolist()):
            county = each.chains[village][0]
            sums.setdefault(county, [0, 0])[place] += units
    return [Net(county, *both) for county, both in sorted(sums.items())]


def shortfalls(accounts: Sequence[Account]) -> tuple[Area, Fraction]:
    """What all counties and years lack, none made up for by another: area and kg."""
    return (
        Area.from_units(sum(each.short for each in accounts), UNIT),
        sum((each.short_kg for each in accounts), Fraction(0)),
    )
