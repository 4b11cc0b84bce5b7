"""Villages that take their town's team while they are handed over: against a plain dictionary, the coverage check and T19."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.occupation.inputs_sheet import RunFacts
from ....core.service.assigning import with_areas
from ....core.service.assignment.problem import NOBODY
from ....core.service.coverage.job import place_service
from ....core.service.coverage.serving import place_assignments, served
from ....core.service.inheriting import speak_of_towns, towns_of
from ....core.service.neighbours import units_beside
from ....core.service.scenario import Scenario, Scene
from ....core.service.scenario_colours import beside_now
from ....core.service.scenario_report import scenario_report
from ....core.service.scenarios import ListedRow, scenarios_of, table_columns
from ....core.service.statistics.job import measured, statistics_of
from ....core.service.teams import Role
from ....core.service.unit_search import units_found
from ....core.service.units import Level, Listed
from ....core.service.workload import WHOLE, given_weights, unit_loads, used_weights
from .made_service import (
    DAY,
    RESPONSIBLE,
    RULES,
    assignments,
    inputs,
    job,
    layer_of,
    teams,
    town_code,
    village_box,
    village_code,
)

TOWNS, TEAMS = 3, ("A", "B", "C")
PLACES = [(town, village) for town in range(1, TOWNS + 1) for village in range(1, 5)]
N = len(PLACES)
WEIGHTS = "units=0;area=1;population=2;projects=0;visits=0"


def scene(role: str = "all", **more) -> Scene:
    """The villages of three towns, which are drawn nowhere; village k has 10 (k + 1) people."""
    rows = [(village_code(*place), f"{place[0]}{place[1]}村", f"{place[0]}镇", village_box(*place)) for place in PLACES]
    units = layer_of("villages", rows, {"population": np.array([10.0 * (row + 1) for row in range(N)])})
    beside = units_beside(units, 1.0, 10.0)
    units = with_areas(units, beside)
    made = teams(*({"id": team} for team in TEAMS))
    loads = unit_loads(units, used_weights(units, given_weights(WEIGHTS, RULES)), len(made))
    return Scene(units, made, loads, np.zeros((N, len(made)), dtype=np.int64), beside, codes=(role, "village"), **more)


def with_towns(own, above) -> Scenario:
    """A scenario in which villages (by row) and towns (by number) have these teams."""
    made = scene()
    rows = assignments(*((town_code(town), TEAMS[team]) for town, team in above.items()))
    return Scenario(made, "S", np.array(own), None, towns_of(made, rows, DAY))


def expected(own, above) -> list[int]:
    """The rule by hand: the village's own team, else its town's."""
    return [team if team != NOBODY else above.get(town, NOBODY) for team, (town, _) in zip(own, PLACES)]


owns = st.lists(st.integers(NOBODY, len(TEAMS) - 1), min_size=N, max_size=N)
aboves = st.dictionaries(st.integers(1, TOWNS), st.integers(0, len(TEAMS) - 1))


@settings(max_examples=40)
@given(owns, aboves, st.lists(st.tuples(st.sets(st.integers(0, N - 1), min_size=1), st.integers(NOBODY, 2)), max_size=4))
def test_who_serves_follows_each_act(own, above, acts) -> None:
    scenario = with_towns(own, above)
    plain, past = list(own), []
    for rows, team in acts:
        act = scenario.hand_over(np.array(sorted(rows)), team)
        if act is not None:
            past.append(list(plain))
        for row in rows:
            plain[row] = team
        compare(scenario, plain, above)
    for before in reversed(past):
        scenario.undo()
        compare(scenario, before, above)


def compare(scenario: Scenario, own, above) -> None:
    lead = expected(own, above)
    assert scenario.team_of.tolist() == own and scenario.lead.tolist() == lead
    assert scenario.inherited.tolist() == [team != NOBODY == mine for team, mine in zip(lead, own)]
    assert scenario.unserved.tolist() == [row for row, team in enumerate(lead) if team == NOBODY]
    totals = scenario.standing.totals
    for team in (*range(len(TEAMS)), NOBODY):
        rows = [row for row in range(N) if lead[row] == team]
        assert totals[team].tolist()[:3] == [len(rows), len(rows) * 1_000_000, sum(10 * (row + 1) for row in rows)]
        assert totals[team, 3] == sum(int(scenario.scene.loads[row]) for row in rows)


@settings(max_examples=20)
@given(owns, aboves)
def test_the_coverage_check_sees_the_same(own, above) -> None:
    scenario = with_towns(own, above)
    rows = [(village_code(*place), TEAMS[team]) for place, team in zip(PLACES, own) if team != NOBODY]
    rows += [(town_code(town), TEAMS[team]) for town, team in above.items()]
    places = scenario.scene.places
    placed = place_assignments(assignments(*rows), places, scenario.scene.teams, DAY, "")
    found = served(placed, places, None)
    assert found.lead[:N].tolist() == scenario.lead.tolist() and found.inherited[:N].tolist() == scenario.inherited.tolist()


@settings(max_examples=15)
@given(owns, st.permutations(range(TOWNS)))
def test_figures_are_those_of_the_statistics(own, teams_of_towns) -> None:
    """Every town has another team, so each village is served and each team serves."""
    above = dict(enumerate(teams_of_towns, 1))
    scenario = with_towns([team if row % 3 == 0 else NOBODY for row, team in enumerate(own)], above)
    rows = [(village_code(*place), TEAMS[team]) for place, team in zip(PLACES, scenario.team_of.tolist()) if team != NOBODY]
    rows += [(town_code(town), TEAMS[team]) for town, team in above.items()]
    coverage = place_service(inputs(scenario.scene.places, scenario.scene.teams, assignments(*rows)), job())
    found = statistics_of(coverage, None, {"area": Decimal(1), "population": Decimal(2)})
    totals = scenario.standing.totals
    assert {TEAMS[row.team] for row in found.rows} == set(TEAMS)
    for row in found.rows:
        assert len(row.villages) == totals[row.team, 0]
        assert row.hundredths == totals[row.team, 1] // 10_000 and row.measures["population"] == totals[row.team, 2]
        assert measured(row, "area") == row.hundredths
        if all(each.villages for each in found.rows):
            assert float(row.load) == pytest.approx(totals[row.team, 3] / WHOLE, abs=1e-3)


def test_only_what_holds_in_the_role_is_taken() -> None:
    made = scene("responsible")
    rows = assignments(
        (town_code(1), "A", {"role": Role.VILLAGE}), (town_code(2), "B", {"end": "2024-06-29"}),
        (town_code(3), "C", {"role": RESPONSIBLE, "level": Level.TOWN}), (village_code(2, 1), "A"), ("379999999", "A"),
    )  # fmt: skip
    assert speak_of_towns(made, rows).tolist() == [True, True, True, False, False]
    found = towns_of(made, rows, DAY)
    assert found.team_of.tolist() == [NOBODY] * 8 + [2] * 4
    # The row of the village is the scenario's own; that of another role is kept, and gives nobody anything.
    assert [(row.code, row.team, row.level) for row in found.rows] == [(town_code(1), 0, None), (town_code(3), 2, Level.TOWN)]


def test_towns_by_twelve_digits_and_by_name() -> None:
    made = scene()
    rows = assignments((f"{town_code(1)}000", "A"), (Listed("", "2镇"), "B"))
    assert towns_of(made, rows, DAY).team_of.tolist() == [0] * 4 + [1] * 4 + [NOBODY] * 4


def test_units_that_are_towns_inherit_nothing() -> None:
    rows = [(town_code(town), f"{town}镇", "", village_box(town, 1)) for town in range(1, 4)]
    units = layer_of("towns", rows)
    beside = units_beside(units, 1.0, 10.0)
    units = with_areas(units, beside)
    made = Scene(units, teams({"id": "A"}), np.zeros(3, dtype=np.int64), np.zeros((3, 1), dtype=np.int64), beside)
    assert len(made.places) == 3 and not towns_of(made, assignments((town_code(1), "A")), DAY).rows


def test_a_table_with_its_towns_comes_back_as_it_was() -> None:
    scenario = with_towns([0, NOBODY, 1] + [NOBODY] * 9, {1: 1, 2: 2})
    columns = table_columns([scenario], "2024-01-01")
    assert columns["UNIT"].tolist()[N:] == [town_code(1), town_code(2)] and columns["TEAM"].tolist()[N:] == ["B", "C"]
    assert {len(column) for column in columns.values()} == {N + 2}
    units = [ListedRow("S", Listed(unit), team) for unit, team in zip(columns["UNIT"][:N], columns["TEAM"][:N])]
    rows = assignments(*zip(columns["UNIT"][N:], columns["TEAM"][N:]))
    found, notes = scenarios_of(scenario.scene, units, "", "table", "", {"S": towns_of(scenario.scene, rows, DAY)})
    assert notes == [] and found.listed[0].lead.tolist() == scenario.lead.tolist() and not found.unsaved
    copied = found.copy(found.listed[0], "copy")
    assert copied.lead.tolist() == scenario.lead.tolist() == copied.snapshot().lead.tolist()
    alone, _ = scenarios_of(scenario.scene, [], "today", "table", "", {"": towns_of(scenario.scene, rows, DAY)})
    assert alone.names == ["today"] and alone.listed[0].lead.tolist() == [1] * 4 + [2] * 4 + [NOBODY] * 4


def test_colours_and_workbook_go_by_who_serves() -> None:
    scenario = with_towns([0] * 4 + [NOBODY] * 8, {2: 1})
    assert beside_now(scenario)[0, 1] and not beside_now(scenario)[0, 2]
    report = scenario_report(scenario, "2024-01-01", RunFacts())
    rows = {row.value("CODE"): row for row in report.tables[0].rows if row.value("CODE")}
    assert rows[village_code(2, 1)].value("TEAM") == "B" and "town's team" in str(rows[village_code(2, 1)].value("NAME"))
    assert rows[village_code(1, 1)].value("NAME") == "11村"
    assert all(identity.ok for identity in report.identities)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("11村", [0]), ("１１ 村", [0]), (village_code(2, 3), [6]), ("2村", [1, 5, 9]), (village_code(3, 1)[:9], [8, 9, 10, 11]),
        ("", []), ("  ", []), ("张", []), ("13", [2]),
    ],
)  # fmt: skip
def test_units_are_found_by_what_is_typed(text, rows) -> None:
    assert units_found(scene().units, text).tolist() == rows


def test_what_is_it_comes_before_what_holds_it() -> None:
    names = ("大王庄", "王庄东村", "王庄")
    rows = [(f"37150200100{row}", name, "", shapely.box(row, 0, row + 1, 1)) for row, name in enumerate(names)]
    assert units_found(layer_of("villages", rows), "王庄").tolist() == [2, 1, 0]
