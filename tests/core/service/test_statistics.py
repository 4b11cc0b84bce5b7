"""Workload of teams: T19 against sums by hand, Fractions and a brute force over made-up grids."""

from __future__ import annotations

import statistics as standard
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.service.coverage.job import place_service
from ....core.service.register.vocabulary import SuggestionState
from ....core.service.service_rows import outcome_told, state_of, yes_or_no
from ....core.service.statistics.job import measured, statistics_of
from ....core.service.statistics.report import chart_page, findings_of, statistics_report
from ....core.service.units import Listed
from ....core.workbook import RowKind, load_layout, write_workbook
from .made_service import (
    RESPONSIBLE,
    RULES,
    VILLAGE,
    assignments,
    grid,
    inputs,
    job,
    plans,
    suggestions,
    teams,
    town_code,
    village_code,
    visits,
)

EVEN = {"units": Decimal(1), "area": Decimal(1), "population": Decimal(1)}
RAISED, SUBMITTED, ADOPTED, PARTLY, REJECTED, DONE = SuggestionState


def counted(rows, given_teams=None, made=None, weights=None, places=None, rules=RULES, role=None, **more):
    given = given_teams if given_teams is not None else teams({"id": "A"}, {"id": "B"}, {"id": "C"})
    where = places if places is not None else grid(2, town_measures={"population": np.array([1000.0, 2000.0])})
    coverage = place_service(inputs(where, given, rows, **more), job(rules=rules, role=role))
    return statistics_of(coverage, made, weights or EVEN)


def row_of(found, team: str, role=None):
    names = found.coverage.inputs.teams.id
    return next(row for row in found.rows if names[row.team] == team and (role is None or row.role is role))


def sheet(report, layout_id: str):
    return next(list(table.rows) for table in report.tables if table.layout.id == layout_id)


def total(report, layout_id: str, key: str):
    return next(row.value(key) for row in sheet(report, layout_id) if row.kind is RowKind.TOTAL)


def test_a_towns_ground_and_people_are_without_villages_of_other_teams() -> None:
    people = {"population": np.array([300.0, np.nan, 50.0, 60.0, 10.0, 20.0, 30.0, 40.0])}
    places = grid(2, town_measures={"population": np.array([1000.0, np.nan])}, village_measures=people)
    rows = assignments((town_code(1), "A"), (village_code(1, 1), "B"), (village_code(1, 3), "A"), (town_code(2), "B"))
    found = counted(rows, places=places)
    a, b = row_of(found, "A"), row_of(found, "B")
    assert (a.measures["population"], b.measures["population"]) == (700, 400)
    assert (a.hundredths, b.hundredths) == (300, 500)
    assert len(a.units) == 2 and len(b.units) == 2 and len(a.villages) == 3 and len(b.villages) == 5


def test_the_roles_of_a_village_do_not_take_from_one_another() -> None:
    rows = assignments((town_code(1), "A", {"role": RESPONSIBLE}), (village_code(1, 1), "B", {"role": VILLAGE}))
    found = counted(rows, teams({"id": "A", "role": RESPONSIBLE}, {"id": "B", "role": VILLAGE}))
    assert row_of(found, "A").hundredths == 400 and row_of(found, "B").hundredths == 100
    assert [balance.role for balance in found.balances] == [RESPONSIBLE, VILLAGE]
    bare = counted(rows, places=grid(1, shapes=False, town_measures={"population": np.array([9.0])}))
    assert [set(balance.used) for balance in bare.balances] == [{"units", "population"}, {"units"}]
    assert row_of(bare, "B").load == 1 and row_of(bare, "A", RESPONSIBLE).load == Fraction(2)
    assert not statistics_report(found, RunFacts()).draft


def test_what_a_team_did_counts_in_the_role_in_which_it_serves_the_unit() -> None:
    rows = assignments(
        (town_code(1), "A", {"role": RESPONSIBLE}), (village_code(1, 1), "A", {"role": VILLAGE}), (town_code(2), "B", {"role": VILLAGE}),
    )  # fmt: skip
    came = visits(*[("A", unit, "2024-02-01") for unit in (village_code(1, 1), village_code(1, 2), village_code(2, 1))],
                  ("B", town_code(1), "2024-02-01"))  # fmt: skip
    made = suggestions(("B", "", "2024-02-01", RAISED), ("A", village_code(1, 2), "2024-02-02", DONE))
    found = counted(rows, made=made, visits=came)
    assert row_of(found, "A", RESPONSIBLE).visits == 3 and row_of(found, "A", VILLAGE).visits == 0
    assert row_of(found, "B", VILLAGE).visits == 1 and row_of(found, "B", VILLAGE).suggestions == 1
    assert row_of(found, "A", RESPONSIBLE).suggestions == 1 and len(found.rows) == 4
    assert not statistics_report(found, RunFacts()).draft


def test_areas_are_rounded_once_and_foot() -> None:
    third = 2000 / 3
    places = grid(3)
    shapes = places.units.shape.copy()
    for town in range(3):
        shapes[town] = shapely.box(third * town, 0, third * (town + 1), 10)
    places = replace(places, units=replace(places.units, shape=shapes))
    keep = places.units.shape.copy()
    keep[3:] = None
    places = replace(places, units=replace(places.units, shape=keep))
    found = counted(assignments((town_code(1), "A"), (town_code(2), "B"), (town_code(3), "C")), places=places)
    assert sorted(row.hundredths for row in found.rows) == [0, 1, 1]
    assert total(statistics_report(found, RunFacts()), "T19", "A") == Decimal("0.02")


def test_visits_of_villages_count_for_the_town_they_take_their_team_from() -> None:
    came = visits(
        ("A", village_code(1, 2), "2024-02-01"), ("A", village_code(2, 1), "2023-02-01"), ("B", village_code(1, 2), "2024-03-01"),
        ("X", town_code(1), "2024-04-01"), ("A", "", "2024-05-01"),
    )  # fmt: skip
    rows = assignments((town_code(1), "A"), (town_code(2), "A"), (village_code(1, 3), "B"))
    found = counted(rows, visits=came, plans=plans((village_code(1, 1), ""), (village_code(1, 3), "2020-01-01")))
    code = found.coverage.inputs.places.units.code
    a, b = row_of(found, "A"), row_of(found, "B")
    assert (a.visits, b.visits, found.uncounted_visits) == (2, 1, 1)
    assert [code[unit] for unit in a.visited] == [town_code(1)] and [code[unit] for unit in a.unvisited] == [town_code(2)]
    assert [code[unit] for unit in b.unvisited] == [village_code(1, 3)]
    assert (a.planned, b.planned) == (1, 1)
    report = statistics_report(found, RunFacts())
    assert not report.draft and total(report, "T19", "V") == 3 and total(report, "T19", "VU") == "1/2"
    assert [row.value("CODE") for row in sheet(report, "T19U")] == [town_code(2), village_code(1, 3)]
    assert "X" not in [row.value("TEAM") for row in sheet(report, "T19")]


def test_suggestions_by_state_and_the_rate_of_adoption() -> None:
    states = [*(("A", state) for state in SuggestionState), ("B", ADOPTED), ("X", DONE)]
    made = suggestions(*[(team, "", "2024-03-01", state) for team, state in states], ("A", "", "2023-03-01", ADOPTED))
    rows = assignments((town_code(1), "A"), (town_code(2), "B"))
    found = counted(rows, made=made)
    a = row_of(found, "A")
    assert a.suggestions == 6 and a.adopted == 3 and found.uncounted_suggestions == 1
    report = statistics_report(found, RunFacts())
    assert not report.draft
    t19 = {row.value("TEAM"): row for row in sheet(report, "T19")}
    assert [t19["A"].value(key) for key in ("S", "S1", "R", "ST")] == [6, 3, Decimal("50.0"), "1/1/1/1"]
    assert (total(report, "T19", "S"), total(report, "T19", "S1"), total(report, "T19", "R")) == (7, 4, Decimal("57.1"))
    assert total(report, "T19", "ST") == "1/2/1/1"
    strict = counted(rows, made=made, rules=RULES.replaced({"service_adoption_partly": "no"}, "settings"))
    assert row_of(strict, "A").adopted == 2


def test_words_of_states() -> None:
    assert [state_of(word, "t", 0) for word in ("提出", "", "报送", "采纳", "部分采纳", "未采纳", "落实", "partly")] == [
        RAISED, RAISED, SUBMITTED, ADOPTED, PARTLY, REJECTED, DONE, PARTLY,
    ]  # fmt: skip
    assert outcome_told(DONE, None) is None and outcome_told(DONE, True) is ADOPTED and outcome_told(PARTLY, True) is PARTLY
    assert (yes_or_no("是", "t", 0), yes_or_no("否", "t", 0), yes_or_no("", "t", 0)) == (True, False, None)
    for refused in (lambda: state_of("大概", "t", 3), lambda: yes_or_no("也许", "t", 3)):
        with pytest.raises(InputError, match="row 4"):
            refused()


def test_t19_has_the_columns_of_its_form() -> None:
    keys = [
        "TEAM", "LEAD", "ORG", "UNITS", "N", "A", "POP", "PRJ", "V", "S", "S1", "R", "W", "NOTE", "NF", "ROLE", "TERM", "VP", "VU",
        "ST",
    ]  # fmt: skip
    assert [column.key for column in load_layout("T19").columns] == keys


def test_teams_that_serve_nothing_on_the_day_stand_there_with_what_they_did() -> None:
    given = teams({"id": "A"}, {"id": "B", "end": "2024-03-31"}, {"id": "C", "end": "2023-01-01"})
    came = visits(("B", town_code(1), "2024-02-01"))
    found = counted(assignments((town_code(1), "A"), (town_code(2), "B")), given, visits=came)
    assert [found.coverage.inputs.teams.id[row.team] for row in found.rows] == ["A", "B"]
    b = row_of(found, "B")
    assert not b.serves and b.load is None and b.visits == 1 and b.units == []
    assert found.balances[0].teams == 1 and found.worst("cv") == 0
    notes = {row.value("TEAM"): str(row.value("NOTE")) for row in sheet(statistics_report(found, RunFacts()), "T19")}
    assert "serves nothing" in notes["B"]


def test_weights_without_a_measure_are_shared_by_the_others() -> None:
    found = counted(assignments((town_code(1), "A"), (town_code(2), "B")), weights={**EVEN, "projects": Decimal(3)})
    assert found.balances[0].used == {name: Fraction(1, 3) for name in EVEN}
    assert any("projects" in str(finding.text) for finding in findings_of(found))
    with pytest.raises(InputError, match="none of the measures"):
        counted(assignments((town_code(1), "A")), weights={"projects": Decimal(1)})


def test_numbers_of_villages_above_their_towns_are_told() -> None:
    people = {"population": np.array([900.0, 200.0, 0.0, 0.0] + [0.0] * 4)}
    places = grid(2, town_measures={"population": np.array([1000.0, 10.0])}, village_measures=people)
    found = counted(assignments((town_code(1), "A"), (village_code(1, 1), "B"), (village_code(1, 2), "B")), places=places)
    assert row_of(found, "A").measures["population"] == 0 and row_of(found, "B").measures["population"] == 1100
    assert len(found.notes) == 1


CODES = [town_code(1), town_code(2), *(village_code(t, v) for t in (1, 2) for v in (1, 2, 3, 4))]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(CODES), st.sampled_from("ABC"), min_size=1),
    st.lists(st.integers(0, 500), min_size=8, max_size=8),
    st.tuples(*[st.integers(0, 5)] * 3).filter(lambda each: each[0] > 0),
)
def test_loads_against_fractions(assigned, people, weights) -> None:
    places = grid(2, village_measures={"population": np.array(people, dtype=float)})
    given_weights = dict(zip(("units", "area", "population"), map(Decimal, weights)))
    found = counted(assignments(*assigned.items()), places=places, weights=given_weights)
    villages = [(t, v) for t in (1, 2) for v in (1, 2, 3, 4)]
    lead = {each: assigned.get(village_code(*each), assigned.get(town_code(each[0]))) for each in villages}
    bare = {t: assigned.get(town_code(t)) for t in (1, 2)}
    x = {
        team: {
            "units": sum(team == each for each in assigned.values()),
            "area": 100 * sum(lead[each] == team for each in villages),
            "population": sum(count for each, count in zip(villages, people) if lead[each] == team),
        }
        for team in "ABC"
    }  # fmt: skip
    wanted = zip(("units", "area", "population"), map(Fraction, weights))
    used = {name: weight for name, weight in wanted if weight and sum(x[t][name] for t in x)}
    loads = {
        team: sum(w / sum(used.values()) * 3 * x[team][name] / sum(x[t][name] for t in x) for name, w in used.items()) for team in x
    }
    for row in found.rows:
        team = "ABC"[row.team]
        assert {name: measured(row, name) for name in x[team]} == x[team], bare
        assert row.load == loads[team]
    values = [float(each) for each in loads.values()]
    mean = standard.fmean(values)
    gini = sum(abs(a - b) for a in values for b in values) / (2 * 9 * mean)
    assert found.worst("cv") == pytest.approx(standard.pstdev(values) / mean, abs=1e-12)
    assert found.worst("most") == pytest.approx(max(values) / mean) and found.worst("gini") == pytest.approx(gini, abs=1e-12)
    assert not statistics_report(found, RunFacts()).draft


def test_a_changed_number_turns_the_checks_red(tmp_path) -> None:
    came = visits(("A", town_code(1), "2024-02-01"), ("B", town_code(2), "2024-02-01"))
    made = suggestions(("A", "", "2024-02-01", ADOPTED), ("B", "", "2024-02-02", RAISED))
    rows = assignments((town_code(1), "A"), (town_code(2), "B"), (Listed("999", "无此镇"), "A"))
    found = counted(rows, made=made, visits=came)
    report = statistics_report(found, RunFacts(), "示例市")
    assert not report.draft
    first, *others = found.rows
    for changed in (
        {"visits": 2}, {"visited": [0, 1]}, {"adopted": 5}, {"states": {**first.states, RAISED: 7}}, {"parts": {"units": Fraction(2)}},
    ):  # fmt: skip
        assert statistics_report(replace(found, rows=[replace(first, **changed), *others]), RunFacts()).draft, changed
    write_workbook(tmp_path / "book.xlsx", report.tables, charts=chart_page(report, "示例市"))
    assert (tmp_path / "book.xlsx").stat().st_size > 10_000
    assert len(findings_of(found)) >= 1
