"""Assignments and visits of planner teams, from the places that were read."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

import numpy as np

from ...core.errors import InputError
from ...core.quota.days import day_of
from ...core.sentence import translate
from ...core.service.service_rows import ASSIGNMENT_FIELDS, AssignmentRows, VisitRows, of_scenario
from ...core.service.teams import level_named, role_of
from ...core.service.units import Listed
from ...core.survey.schema import Field
from .place_reading import Places, PlaceSource

Named = TypeVar("Named")
MAP_FIELDS = (*ASSIGNMENT_FIELDS, Field("XZMCH"))
"""What is read of a table of assignments: the team's name, too, where there is no layer of teams."""


def assignments_of(source: PlaceSource, places: Places, scenario: str) -> tuple[AssignmentRows, list[str], str]:
    """The assignments of a scenario ('' where the table holds one alone) the name of each row's team, and the
    scenario's name. InputError for a
    table that names no unit, an unknown role or level, what is no day."""
    listed = _listed(source, places)
    kept = of_scenario(places.text("FAMC").tolist(), scenario, source.name)
    layer = source.name

    def column(name: str, read: Callable[[str, int], object]) -> np.ndarray:
        values = [read(text, row) for row, text in enumerate(places.text(name).tolist()) if kept[row]]
        return _objects(values)

    rows = AssignmentRows(
        layer,
        [one for one, keep in zip(listed, kept.tolist()) if keep],
        places.text("XZBH")[kept],
        source.file,
        column("FWJS", lambda text, row: role_of(text, layer)),
        column("FWCJ", lambda text, row: level_named(text, layer)),
        column("PQQSRQ", lambda text, row: _day(text, source, row)),
        column("PQJZRQ", lambda text, row: _day(text, source, row)),
    )
    named = next((name for name in places.text("FAMC")[kept].tolist() if name), "")
    return rows, places.text("XZMCH")[kept].tolist(), named


def visits_of(source: PlaceSource, places: Places) -> VisitRows:
    """The visits. InputError for a table that names no unit, and for what is no day."""
    days = _objects([_day(text, source, row) for row, text in enumerate(places.text("RQ").tolist())])
    return VisitRows(source.name, _listed(source, places), places.text("XZBH"), source.file, days)


def _listed(source: PlaceSource, places: Places) -> list[Listed]:
    if not {"DYDM", "DYMC"} & set(places.texts):
        template = translate("LandLedger", "Table {layer} has neither unit codes (DYDM) nor unit names (DYMC).")
        raise InputError(template, layer=source.name)
    return [
        Listed(*row) for row in zip(*(places.text(key).tolist() for key in ("DYDM", "DYMC", "SSXZ", "SSXQ")))
    ]


def _day(text: str, source: PlaceSource, row: int) -> datetime.date | None:
    try:
        return day_of(text)
    except ValueError:
        template = translate("LandLedger", "Layer {layer}, row {row}: “{date}” is no date; write it as in 2025-03-31.")
        raise InputError(template, layer=source.name, row=row + 1, date=text) from None


def _objects(values: list) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
