"""Made-up towns, villages, teams and assignments for tests of service: a grid of towns of four villages each."""

from __future__ import annotations

import datetime

import numpy as np
import shapely

from ....core.rules import load_rules
from ....core.service.coverage.ground import city_of, city_of_units
from ....core.service.coverage.job import CoverageInputs, CoverageJob
from ....core.service.coverage.places import places_of
from ....core.service.coverage.visiting import Period
from ....core.service.service_rows import UNDATED, AssignmentRows, PlanRows, SuggestionRows, VisitRows, outcome_told
from ....core.service.teams import Role, Teams
from ....core.service.units import Level, Listed, Units

RULES = load_rules()
DAY = datetime.date(2024, 6, 30)
PERIOD = Period(datetime.date(2024, 1, 1), DAY)
SIDE = 1000.0


def day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def column(values) -> np.ndarray:
    values = list(values)
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def layer_of(name, rows, measures=None) -> Units:
    """Rows of code, name, town, shape."""
    code, names, town, shape = (list(each) for each in zip(*rows))
    return Units(name, column(code), column(names), column(town), column([""] * len(rows)), column(shape), measures or {})


def town_code(town: int) -> str:
    return f"37150200{town}"


def village_code(town: int, village: int) -> str:
    return f"37150200{town}00{village}"


def town_box(town: int):
    return shapely.box(2 * SIDE * (town - 1), 0, 2 * SIDE * town, 2 * SIDE)


def village_box(town: int, village: int):
    row, place = divmod(village - 1, 2)
    west, south = 2 * SIDE * (town - 1) + place * SIDE, row * SIDE
    return shapely.box(west, south, west + SIDE, south + SIDE)


def grid(towns: int = 3, shapes: bool = True, town_measures=None, village_measures=None):
    """Towns 1, 2 … with villages 1 to 4 each, as places."""
    numbers = range(1, towns + 1)
    upper = layer_of(
        "towns", [(town_code(t), f"{t}镇", "", town_box(t) if shapes else None) for t in numbers], town_measures
    )
    rows = [
        (village_code(t, v), f"{t}{v}村", f"{t}镇", village_box(t, v) if shapes else None) for t in numbers for v in range(1, 5)
    ]
    return places_of(upper, layer_of("villages", rows, village_measures))


def teams(*rows: dict) -> Teams:
    """Teams by id, with role, level, start, end as given."""
    ids = [row["id"] for row in rows]
    return Teams(
        "teams", column(ids), column([row.get("name", team) for team, row in zip(ids, rows)]), column([""] * len(rows)),
        np.full((len(rows), 2), 500.0), np.full(len(rows), np.nan), column([row.get("role") for row in rows]),
        column([row.get("level") for row in rows]), column([day(row.get("start", "")) for row in rows]),
        column([day(row.get("end", "")) for row in rows]),
    )  # fmt: skip


def assignments(*rows: tuple) -> AssignmentRows:
    """Rows of unit, team and a dictionary of role, level, start, end."""
    full = [(*row, {})[:3] for row in rows]
    more = [row[2] for row in full]
    return AssignmentRows(
        "assignment", [Listed(row[0]) if isinstance(row[0], str) else row[0] for row in full], column([row[1] for row in full]), "",
        column([each.get("role") for each in more]), column([each.get("level") for each in more]),
        column([day(each.get("start", "")) for each in more]), column([day(each.get("end", "")) for each in more]),
    )  # fmt: skip


def visits(*rows: tuple[str, str, str]) -> VisitRows:
    """Rows of team, unit, day."""
    return VisitRows("visits", [Listed(row[1]) for row in rows], column([row[0] for row in rows]), "",
                     column([day(row[2]) for row in rows]))  # fmt: skip


def suggestions(*rows: tuple) -> SuggestionRows:
    """Rows of team, unit, day, state, adopted or None."""
    full = [(*row, None)[:5] for row in rows]
    return SuggestionRows(
        "suggestions", [Listed(row[1]) for row in full], column([row[0] for row in full]), "",
        column([day(row[2]) for row in full]), column([row[3] for row in full]),
        column([outcome_told(row[3], row[4]) for row in full]),
    )  # fmt: skip


def plans(*rows: tuple[str, str]) -> PlanRows:
    """Rows of unit, day ('' for no day)."""
    return PlanRows("plans", [Listed(row[0]) for row in rows], column([day(row[1]) or UNDATED for row in rows]))


def inputs(places, given_teams: Teams, rows: AssignmentRows, city=None, **more) -> CoverageInputs:
    """Inputs measured in the plane; `city` shapes by name, the units' own ground without."""
    ground = city_of_units(places, shapely.area)
    if city is not None:
        ground = city_of(list(city), column(city.values()), shapely.area, "city")
    return CoverageInputs(places, given_teams, rows, shapely.area, ground, **more)


def job(**more) -> CoverageJob:
    return CoverageJob(**{"day": DAY, "period": PERIOD, "rules": RULES, **more})


RESPONSIBLE, VILLAGE = Role.RESPONSIBLE, Role.VILLAGE
TOWN_LEVEL, VILLAGE_LEVEL = Level.TOWN, Level.VILLAGE
