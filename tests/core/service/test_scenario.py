"""Scenarios as documents: acts against a plain dictionary, figures against sums by hand, tables there and back."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.rules import load_rules
from ....core.service.assigning import Capacity, with_areas
from ....core.service.assignment.problem import NOBODY
from ....core.service.colours import PALETTE
from ....core.service.neighbours import units_beside
from ....core.service.scenario import ActKind, Scenario, Scene, over_capacity, warnings_of
from ....core.service.scenario_colours import beside_now, kept_colours
from ....core.service.scenario_report import scenario_report
from ....core.service.scenarios import ListedRow, Scenarios, differing, scenarios_of, table_columns
from ....core.service.teams import Teams
from ....core.service.units import Listed, Units
from ....core.service.workload import WHOLE, given_weights, unit_loads, used_weights

ROWS, COLUMNS, TEAMS = 4, 5, 3
N = ROWS * COLUMNS


def column(values) -> np.ndarray:
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def code(row: int) -> str:
    return f"37990100{row // 10 + 1}{row % 10 + 1:03d}"


def made_scene(teams: int = TEAMS, capacity=None, counted: Capacity = Capacity.NONE, most_cv: float = 0.3, **more) -> Scene:
    """Squares of 1 km on a grid; unit k has 10 k people; bases in a row on the southern border."""
    boxes = [shapely.box(1000 * (k % COLUMNS), 1000 * (k // COLUMNS), 1000 * (k % COLUMNS) + 1000, 1000 * (k // COLUMNS) + 1000)
             for k in range(N)]  # fmt: skip
    blank = [""] * N
    units = Units(
        "units", column([code(k) for k in range(N)]), column([f"V{k}" for k in range(N)]), column(blank), column(blank),
        column(boxes), {"population": np.array([10.0 * k for k in range(N)])},
    )  # fmt: skip
    beside = units_beside(units, 1.0, 10.0)
    units = with_areas(units, beside)
    nothing = column([None] * teams)
    bases = np.array([[1000.0 * place, 0.0] for place in range(teams)])
    held = np.full(teams, np.nan) if capacity is None else np.array(capacity, dtype=float)
    made = Teams(
        "teams", column([f"G{k}" for k in range(teams)]), column([f"Group {k}" for k in range(teams)]), column([""] * teams),
        bases, held, nothing, nothing, nothing, nothing,
    )  # fmt: skip
    used = used_weights(units, given_weights("", load_rules()))
    middles = shapely.get_coordinates(shapely.centroid(units.shape))
    travel = np.array([[math.floor(math.dist(middle, base) + 0.5) for base in bases] for middle in middles])
    return Scene(units, made, unit_loads(units, used, teams), travel, beside, counted, most_cv, used=used, **more)


SCENE = made_scene()


def flood(team_of: dict[int, int], team: int) -> int:
    """The pieces of a team's area, by a flood of our own."""
    left = {row for row, each in team_of.items() if each == team}
    pieces = 0
    while left:
        pieces += 1
        waiting = [left.pop()]
        while waiting:
            row = waiting.pop()
            near = [row - COLUMNS, row + COLUMNS]
            near += [row - 1] if row % COLUMNS else []
            near += [row + 1] if row % COLUMNS < COLUMNS - 1 else []
            for other in near:
                if other in left:
                    left.remove(other)
                    waiting.append(other)
    return pieces


def by_hand(team_of: dict[int, int]) -> list[list[int]]:
    """The sums of each team and of nobody, in plain integers."""
    sums = [[0] * 5 for _ in range(TEAMS + 1)]
    for row, team in team_of.items():
        place = TEAMS if team == NOBODY else team
        travel = 0
        if team != NOBODY:
            travel = math.floor(math.dist((1000 * (row % COLUMNS) + 500, 1000 * (row // COLUMNS) + 500), (1000 * team, 0)) + 0.5)
        for amount, value in enumerate((1, 1_000_000, 10 * row, int(SCENE.loads[row]), travel)):
            sums[place][amount] += value
    return sums


def uneven_by_hand(loads: list[int]) -> tuple[float, float, float]:
    """Coefficient of variation, largest by mean, Gini by all pairs."""
    m, mean = len(loads), Fraction(sum(loads), len(loads))
    if not mean:
        return 0.0, 0.0, 0.0
    variance = sum((load - mean) ** 2 for load in loads) / m
    gini = Fraction(sum(abs(one - other) for one in loads for other in loads)) / (2 * m * m * mean)
    return math.sqrt(variance) / float(mean), float(max(loads) / mean), float(gini)


rows_of_units = st.lists(st.integers(0, N - 1), max_size=N)
acts = st.one_of(
    st.tuples(st.just("give"), rows_of_units, st.integers(-1, TEAMS - 1)),
    st.tuples(st.just("pin"), rows_of_units, st.booleans()),
    st.tuples(st.just("take"), st.lists(st.integers(-1, TEAMS - 1), min_size=N, max_size=N), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
    st.tuples(st.just("save"), st.none(), st.none()),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(acts, max_size=25))
def test_acts_against_a_plain_record(steps) -> None:
    scenario = Scenario(SCENE, "S")
    states: list[tuple[dict[int, int], set[int]]] = [(dict.fromkeys(range(N), NOBODY), set())]
    undone: list[tuple[dict[int, int], set[int]]] = []
    saved = dict(states[0][0])
    for what, given_rows, value in steps:
        teams, pins = states[-1]
        after, kept = dict(teams), set(pins)
        if what == "give":
            after.update({row: value for row in given_rows if row not in pins})
            act = scenario.hand_over(np.array(given_rows, dtype=np.int64), value)
        elif what == "pin":
            kept = pins | set(given_rows) if value else pins - set(given_rows)
            act = scenario.pin(np.array(given_rows, dtype=np.int64), value)
        elif what == "take":
            after.update({row: team for row, team in enumerate(given_rows) if row not in pins})
            act = scenario.take(np.array(given_rows))
        elif what == "save":
            scenario.mark_saved()
            saved = dict(teams)
            continue
        elif what == "undo":
            assert (scenario.undo() is not None) == (len(states) > 1)
            if len(states) > 1:
                undone.append(states.pop())
        else:
            assert (scenario.redo() is not None) == bool(undone)
            if undone:
                states.append(undone.pop())
        if what in ("give", "pin", "take"):
            changed = (after, kept) != (teams, pins)
            assert (act is not None) == changed
            if changed:
                states.append((after, kept))
                undone.clear()
        teams, pins = states[-1]
        assert scenario.team_of.tolist() == [teams[row] for row in range(N)]
        assert set(np.flatnonzero(scenario.pinned).tolist()) == pins
        standing = scenario.standing
        assert standing.totals.tolist() == by_hand(teams)
        assert standing.pieces.tolist() == [flood(teams, team) for team in range(TEAMS)]
        assert standing.unserved == sum(team == NOBODY for team in teams.values())
        assert set(scenario.changed.tolist()) == {row for row in range(N) if teams[row] != saved[row]}
        cv, most, gini = uneven_by_hand([row[3] for row in standing.totals[:-1].tolist()])
        assert (standing.even.cv, standing.even.most, standing.even.gini) == pytest.approx((cv, most, gini))


def test_pinned_units_stay_and_are_counted() -> None:
    scenario = Scenario(SCENE, "S")
    scenario.hand_over(np.arange(4), 0)
    scenario.pin(np.array([1, 2]), True)
    act = scenario.hand_over(np.arange(6), 1)
    assert act.kind is ActKind.HAND_OVER and act.left == 2 and act.rows.tolist() == [0, 3, 4, 5]
    assert scenario.team_of[:6].tolist() == [1, 0, 0, 1, 1, 1]
    assert scenario.hand_over(np.array([1, 2]), 2) is None and scenario.last_act is act
    assert scenario.hand_over(np.arange(6), NOBODY).kind is ActKind.RELEASE


def test_what_is_lost_without_saving() -> None:
    scenario = Scenario(SCENE, "S")
    assert scenario.dirty
    scenario.hand_over(np.arange(4), 0)
    kept = scenario.snapshot()
    scenario.hand_over(np.array([9]), 1)
    scenario.mark_saved(kept)
    assert scenario.dirty and scenario.changed.tolist() == [9]
    scenario.undo()
    assert not scenario.dirty
    scenario.undo()
    assert scenario.changed.tolist() == [0, 1, 2, 3]
    assert scenario.reset().kind is ActKind.RESET and not scenario.dirty


def test_renamed_while_it_is_saved() -> None:
    scenarios = Scenarios(SCENE)
    scenario = scenarios.add("A")
    kept = scenario.snapshot()
    scenarios.rename(scenario, "B")
    scenario.mark_saved(kept)
    assert scenario.dirty
    scenario.mark_saved()
    assert not scenario.dirty


def test_a_snapshot_does_not_follow() -> None:
    scenario = Scenario(SCENE, "S")
    kept = scenario.snapshot()
    scenario.hand_over(np.arange(4), 0)
    scenario.pin(np.arange(2), True)
    assert (kept.team_of == NOBODY).all() and not kept.pinned.any() and kept.standing.unserved == N


def told(scene: Scene, team_of: list[int]) -> list[str]:
    return [str(each) for each in warnings_of(scene, Scenario(scene, "S", np.array(team_of)).standing)]


def test_warnings_in_words() -> None:
    halves = [0] * 10 + [1] * 10
    assert told(made_scene(2, most_cv=0.5), halves) == []
    assert told(made_scene(2, most_cv=9), [-1, *halves[1:]]) == ["1 units are served by nobody."]
    assert told(made_scene(4, most_cv=9), halves) == ["2 teams have no unit: Group 2、Group 3."]
    broken = halves.copy()
    broken[0], broken[10] = 1, 0
    assert told(made_scene(2, most_cv=9), broken) == ["1 teams have an area in several pieces: Group 1."]
    (uneven,) = told(made_scene(2), [0] * 5 + [1] * 15)
    assert uneven.startswith("Workload is uneven: coefficient of variation 0.") and "Group 1 has 1." in uneven


def test_capacity_in_units_and_in_workload() -> None:
    team_of = [0] * 5 + [1] * 15
    scene = made_scene(2, [5, 14], Capacity.UNITS, 9)
    assert told(scene, team_of) == ["1 teams have more than their capacity: Group 1."]
    assert told(made_scene(2, [5, 15], Capacity.UNITS, 9), team_of) == []
    load = int(SCENE.loads.sum())
    scene = made_scene(2, [None, None], Capacity.WORKLOAD, 9)
    carried = Scenario(scene, "S", np.array(team_of)).standing.of("load")
    exact = made_scene(2, [carried[0] / WHOLE, carried[1] / WHOLE], Capacity.WORKLOAD, 9)
    assert not over_capacity(exact, Scenario(exact, "S", np.array(team_of)).standing).any()
    less = made_scene(2, [carried[0] / WHOLE, (carried[1] - 1) / WHOLE], Capacity.WORKLOAD, 9)
    assert over_capacity(less, Scenario(less, "S", np.array(team_of)).standing).tolist() == [False, True] and load


# ------------------------------------------------------------------------------------------------------------ the list


def test_names_are_distinct_and_what_is_removed_is_remembered() -> None:
    scenarios = Scenarios(SCENE)
    first = scenarios.add(" A ")
    assert first.name == "A" and scenarios.free_name("A") == "A 2" and scenarios.free_name("B") == "B"
    first.hand_over(np.arange(4), 0)
    copied = scenarios.copy(first, "B")
    copied.hand_over(np.array([0, 7]), 1)
    assert differing(first, copied).tolist() == [0, 7] and first.team_of[0] == 0
    for name, said in (("", "name"), ("A", "already"), ("x" * 61, "60")):
        with pytest.raises(InputError, match=said):
            scenarios.add(name)
    with pytest.raises(InputError, match="already"):
        scenarios.rename(copied, "A")
    first.mark_saved()
    assert scenarios.unsaved == [copied]
    scenarios.rename(first, "C")
    assert scenarios.unsaved == [first, copied] and scenarios.names == ["C", "B"]
    first.mark_saved()
    scenarios.remove(first)
    scenarios.remove(copied)
    assert scenarios.names == [] and scenarios.unsaved == [first]


def rows_of(columns) -> list[ListedRow]:
    keys = ("SCENARIO", "UNIT", "UNIT_NAME", "TEAM", "PINNED")
    return [
        ListedRow(scenario, Listed(unit, name), team, bool(pinned))
        for scenario, unit, name, team, pinned in zip(*(columns[key].tolist() for key in keys))
    ]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-1, TEAMS - 1), min_size=N, max_size=N), st.sets(st.integers(0, N - 1)))
def test_a_table_comes_back_as_it_was_written(team_of, pins) -> None:
    served = [row for row in pins if team_of[row] != NOBODY]
    scenarios = Scenarios(SCENE)
    one = scenarios.add("A")
    one.take(np.array(team_of))
    one.pin(np.array(sorted(served), dtype=np.int64), True)
    scenarios.add("B").hand_over(np.arange(N), 2)
    found, notes = scenarios_of(SCENE, rows_of(table_columns(scenarios.listed, "2026-01-01")), "S", "t")
    assert notes == [] and found.names == ["A", "B"] and found.unsaved == []
    assert found.listed[0].team_of.tolist() == team_of and found.listed[1].team_of.tolist() == [2] * N
    assert np.flatnonzero(found.listed[0].pinned).tolist() == sorted(served)
    assert found.listed[0].standing.totals.tolist() == by_hand(dict(enumerate(team_of)))


def test_columns_of_a_table() -> None:
    scene = made_scene(role="responsible planner", codes=("responsible", "village"))
    scenario = Scenario(scene, "A")
    scenario.hand_over(np.array([3]), 1)
    columns = table_columns([scenario], "2026-01-01", served_only=True)
    row = {name: values.tolist() for name, values in columns.items()}
    assert row == {
        "SCENARIO": ["A"], "UNIT": [code(3)], "UNIT_NAME": ["V3"], "TOWN": [""], "TEAM": ["G1"], "TEAM_NAME": ["Group 1"],
        "ROLE": ["responsible planner"], "TRAVEL": [2.55], "LOAD": [scene.loads[3] / WHOLE], "PINNED": [0], "FORMER": [""],
        "CHANGED": [1], "VALID_FROM": ["2026-01-01"], "SERVICE_LEVEL": ["village"],
    }  # fmt: skip
    assert len(table_columns([scenario], "2026-01-01")["UNIT"]) == N


def test_what_a_table_says_that_can_not_be_taken() -> None:
    rows = [
        ListedRow("", Listed(code(0)), "G0"), ListedRow("", Listed("379999999999", "elsewhere"), "G0"),
        ListedRow("", Listed(code(1)), "G9"), ListedRow("", Listed(code(2)), "G9"), ListedRow("", Listed(code(3)), ""),
    ]  # fmt: skip
    found, notes = scenarios_of(SCENE, rows, "today", "t")
    assert found.names == ["today"] and found.listed[0].unserved.tolist() == list(range(1, N))
    texts = [str(note) for note in notes]
    assert len(texts) == 2 and "379999999999" in texts[0] and "G9" in texts[1] and "2 units" in texts[1]
    found, notes = scenarios_of(SCENE, [*rows, ListedRow("", Listed(code(0)), "G1")], "today", "t")
    assert found.listed[0].team_of[0] == 0 and any("two teams, G0 and G1; G0 was taken" in str(note) for note in notes)


# ------------------------------------------------------------------------------------------------------------- colours


def test_few_teams_keep_a_colour_each() -> None:
    scenario = Scenario(SCENE, "S", np.arange(N) % TEAMS)
    assert kept_colours(scenario).tolist() == [1, 2, 3]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_many_teams_keep_their_colours_while_they_can(data) -> None:
    teams = 11
    scene = made_scene(teams)
    scenario = Scenario(scene, "S", np.arange(N) % teams)
    colours = kept_colours(scenario)
    for _ in range(6):
        rows = data.draw(st.lists(st.integers(0, N - 1), min_size=1, max_size=3))
        scenario.hand_over(np.array(rows), data.draw(st.integers(-1, teams - 1)))
        before, colours = colours, kept_colours(scenario, colours)
        beside = beside_now(scenario)
        if not (beside & (before[:, None] == before[None])).any():
            assert (colours == before).all()
        assert ((colours >= 1) & (colours <= len(PALETTE))).all()
        for team in range(teams):
            near = [int(other) for other in np.flatnonzero(beside[team])]
            if len({int(colours[other]) for other in near}) < len(PALETTE) - 1:
                assert all(colours[other] != colours[team] for other in near)


# ------------------------------------------------------------------------------------------------------------ workbook


def test_the_workbook_has_what_the_scenario_has() -> None:
    scenario = Scenario(SCENE, "S")
    scenario.hand_over(np.arange(8), 0)
    scenario.hand_over(np.arange(8, 14), 2)
    scenario.mark_saved()
    scenario.hand_over(np.array([0, 1, 9]), 1)
    scenario.pin(np.array([1]), True)
    report = scenario_report(scenario, "2026-01-01", RunFacts())
    assert not report.draft
    units, teams = report.tables[:2]
    rows = [row.values for row in units.rows if row.values.get("CODE")]
    assert len(rows) == N and sum(row["CHANGED"] for row in rows) == 3 and sum(row["PINNED"] for row in rows) == 1
    listed = {str(row.values["TEAM"]): row.values for row in teams.rows if isinstance(row.values.get("SEQ"), int)}
    team_of = {row: int(team) for row, team in enumerate(scenario.team_of.tolist())}
    for place, name in enumerate(("G0", "G1", "G2", "nobody")):
        count, area, people, load, travel = by_hand(team_of)[place]
        assert listed[name]["N"] == count and listed[name]["POP"] == people
        assert listed[name]["AREA"] == Decimal(area) / 10**6
        assert listed[name]["LOAD"] == Decimal(load) / WHOLE and listed[name]["TRAVEL"] == Decimal(travel) / 1000
    assert listed["G1"]["CHANGED"] == 3 and listed["G1"]["PINNED"] == 1
    findings = [str(row.values["TEXT"]) for row in report.tables[3].rows]
    assert sum("served by nobody" in text for text in findings) == 1 + 6


def test_a_broken_sum_makes_a_draft() -> None:
    scenario = Scenario(SCENE, "S")
    scenario.hand_over(np.arange(8), 0)
    scenario._totals[0, 1] += 1
    assert scenario_report(scenario, "2026-01-01", RunFacts()).draft


