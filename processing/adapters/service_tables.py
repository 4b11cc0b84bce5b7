"""Tables about planner service as `core` takes them: assignments, visits, suggestions, approved plans, and the city's ground."""

from __future__ import annotations

import datetime

import numpy as np

from ...core.errors import InputError
from ...core.sentence import translate
from ...core.service.coverage.ground import City, Measure, city_of
from ...core.service.service_rows import (
    UNDATED,
    AssignmentRows,
    PlanRows,
    SuggestionRows,
    VisitRows,
    of_scenario,
    outcome_told,
    state_of,
    yes_or_no,
)
from ...core.service.teams import Teams, level_named, role_of
from ...core.service.units import Listed
from .place_reading import Places, PlaceSource
from .service_reading import day_in, objects, terms_in

_YES = ("1", "是", "有", "已批", "已批准", "yes", "true")


def listed_of(source: PlaceSource, places: Places, needed: bool = True) -> list[Listed]:
    """What each row says of its unit; InputError where the table names none at all and `needed`."""
    if needed and not {"DYDM", "DYMC"} & set(places.texts):
        template = translate("LandLedger", "Table {layer} has neither unit codes (DYDM) nor unit names (DYMC).")
        raise InputError(template, layer=source.name)
    return [Listed(*row) for row in zip(*(places.text(key).tolist() for key in ("DYDM", "DYMC", "SSXZ", "SSXQ")))]


def assignments_of(source: PlaceSource, places: Places, scenario: str) -> AssignmentRows:
    """The assignments of a scenario; InputError for an unknown role, level or day, and a scenario that is not there."""
    kept = of_scenario(places.text("FAMC").tolist(), scenario, source.name)
    rows = np.flatnonzero(kept)
    listed = listed_of(source, places)
    start, end = terms_in(source, places)
    return AssignmentRows(
        source.name,
        [listed[row] for row in rows.tolist()],
        places.text("XZBH")[rows],
        source.file,
        objects([role_of(text, source.name) for text in places.text("FWJS")[rows].tolist()]),
        objects([level_named(text, source.name) for text in places.text("FWCJ")[rows].tolist()]),
        start[rows],
        end[rows],
    )


def visits_of(source: PlaceSource, places: Places) -> VisitRows:
    """Visits; InputError for what is no day."""
    day = objects([day_in(text, source, row) for row, text in enumerate(places.text("RQ").tolist())])
    return VisitRows(source.name, listed_of(source, places), places.text("XZBH"), source.file, day)


def suggestions_of(source: PlaceSource, places: Places) -> SuggestionRows:
    """Suggestions; InputError for what is no day, no state, or neither yes nor no."""
    day = objects([day_in(text, source, row) for row, text in enumerate(places.text("RQ").tolist())])
    state = [state_of(text, source.name, row) for row, text in enumerate(places.text("JYZT").tolist())]
    adopted = [yes_or_no(text, source.name, row) for row, text in enumerate(places.text("SFCN").tolist())]
    outcome = [outcome_told(*each) for each in zip(state, adopted)]
    listed = listed_of(source, places, needed=False)
    return SuggestionRows(source.name, listed, places.text("XZBH"), source.file, day, objects(state), objects(outcome))


def plans_of(source: PlaceSource, places: Places) -> PlanRows:
    """Approved village plans; InputError for what is no day."""
    key = "GHPZRQ" if "GHPZRQ" in places.texts else "PZRQ"
    days = [_plan_day(text, source, row) or UNDATED for row, text in enumerate(places.text(key).tolist())]
    return PlanRows(source.name, listed_of(source, places), objects(days), source.file)


def own_plans(source: PlaceSource, places: Places) -> np.ndarray:
    """object (n,): the day a unit's own layer says its village plan was approved, UNDATED where it only says yes."""
    return objects([_plan_day(text, source, row) for row, text in enumerate(places.text("GHPZRQ").tolist())])


def _plan_day(text: str, source: PlaceSource, row: int) -> datetime.date | None:
    return UNDATED if text.strip().lower() in _YES else day_in(text, source, row)


def city_read(source: PlaceSource, places: Places, measure: Measure) -> City:
    """The ground of the city by its parts."""
    keys = ("XZQMC", "DYMC", "SSXQ", "XZQDM", "DYDM")
    names = next((places.text(key) for key in keys if key in places.texts), np.full(len(places.shape), "", dtype=object))
    shown = [name or str(row + 1) for row, name in enumerate(names.tolist())]
    return city_of(shown, places.shape, measure, source.name, source.file)


def teams_named(rows: AssignmentRows) -> Teams:
    """The teams of assignments, where nobody gave a list of teams: no bases, no terms."""
    ids = objects(sorted({str(team) for team in rows.team.tolist() if team}))
    m = len(ids)
    nothing, blank = np.full(m, None, dtype=object), np.full(m, "", dtype=object)
    return Teams(
        rows.layer, ids, ids, blank, np.full((m, 2), np.nan), np.full(m, np.nan), nothing, nothing, nothing, nothing, rows.source, blank
    )
