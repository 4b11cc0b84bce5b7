"""The service book of a ledger: teams, scenarios, assignment with its history, visits, suggestions; in both stores."""

from __future__ import annotations

import datetime
import shutil
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ....core.errors import InputError
from ....core.ledger.model import Book
from ....core.rules import load_rules
from ....core.service.register import verifying
from ....core.service.register.adoption import Adoption
from ....core.service.register.founding import found_service, service_books
from ....core.service.register.ledger import ServiceLedger
from ....core.service.register.model import Assigned, teams_as_columns
from ....core.service.register.visiting import Move, NewVisit
from ....core.service.register.vocabulary import (
    SUGGESTION_REGISTER,
    VISIT_REGISTER,
    ScenarioState,
    SuggestionState,
    focus_fields,
    moves,
    reachable,
)
from ....core.service.teams import Role
from ....core.service.units import Level
from ....core.store.backups import Keeping, backups_of
from ....core.store.book_copying import copy_books
from ....core.store.copying import copy_ledger
from ....core.store.geopackage import create, open_ledger
from ....core.store.geopackage_verify import verify_file
from ....core.store.opening import notices_of_opening
from ....core.store.verify import verify
from ..store.conftest import MAKERS
from .made_register import BOOKS, CITY, NORTH, TODAY, day, open_service

UNITS = [f"{CITY}{number:03d}" for number in range(1, 7)]


@pytest.fixture(params=sorted(MAKERS))
def ledger(request, tmp_path):
    """A service book in each kind of store."""
    store, _ = MAKERS[request.param](tmp_path, "示例", BOOKS)
    yield open_service(store)
    store.close()


@pytest.fixture
def filed(tmp_path):
    """A service book in a file."""
    made = open_service(create(tmp_path / "a.gpkg", "示例", BOOKS))
    yield made
    made.store.close()


def served(ledger, scenario="S", on=None):
    """Unit → team, without units of nobody."""
    return {each.unit: each.team for each in ledger.assignment(scenario, on) if each.team}


# ------------------------------------------------------------------------------------------------------ books and teams


def test_the_book_stands_beside_the_citys_and_is_made_once(ledger):
    store = ledger.store.whole
    assert [book.code for book in ledger.store.books()] == [f"{CITY}GH"]
    assert found_service(store).code == f"{CITY}GH" and len(store.books()) == 3
    assert found_service(store, NORTH).holder == NORTH
    assert list(service_books(store)) == [CITY, NORTH]
    with pytest.raises(InputError, match="no book of 99"):
        found_service(store, "99")


def test_a_ledger_without_books_and_a_code_that_is_taken(tmp_path):
    empty = create(tmp_path / "a.gpkg", "空", [])
    with pytest.raises(InputError, match="could stand"):
        found_service(empty)
    with pytest.raises(InputError, match="no service book"):
        _ = ServiceLedger(empty, load_rules()).book
    assert found_service(empty, CITY, "示例市").name == "示例市"
    empty.close()
    taken = create(tmp_path / "b.gpkg", "怪", [Book(CITY, "quota", CITY, "市"), Book(f"{CITY}GH", "quota", "x", "怪")])
    with pytest.raises(InputError, match="another book"):
        found_service(taken)
    taken.close()


def test_teams_come_back_as_they_were_entered(ledger):
    one, two = ledger.teams()
    assert (one.code, one.name, one.lead, one.role, one.level) == ("X1", "第一小组", "甲", Role.RESPONSIBLE, Level.TOWN)
    assert one.start == day("2024-01-01") and one.end is None and one.serves_on(TODAY) and not one.serves_on(day("2023-12-31"))
    assert two.role is None and two.capacity == Decimal("12.5") and two.base == (Decimal("39500000.123"), Decimal(4030000))
    columns = teams_as_columns([one, two], "小组")
    assert columns.id.tolist() == ["X1", "X2"] and columns.base[1].tolist() == [39500000.123, 4030000.0]
    assert str(columns.base[0, 0]) == "nan" and columns.capacity[1] == 12.5


def test_a_team_that_is_the_same_makes_no_version(ledger):
    rows = [dict(record.values) for record in ledger.store.records("planner_team")]
    assert ledger.put_teams(rows) == []
    (changed,) = ledger.put_teams([rows[0], {**rows[1], "lead": "丁"}])
    assert changed.version == 2 and ledger.teams()[1].lead == "丁"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"code": "X3"}], "must be filled in"),
        ([{"code": "X3", "name": "三"}, {"code": "X3", "name": "叁"}], "stands twice"),
        ([{"code": "X3", "name": "三", "from": "2024-05-01", "to": "2024-04-30"}], "before it begins"),
        ([{"code": "X3", "name": "三"}, {"code": "X4", "name": "四", "capacity": "很多"}], "not valid"),
    ],
)
def test_bad_teams_leave_nothing(ledger, rows, said):
    with pytest.raises(InputError, match=said):
        ledger.put_teams(rows)
    assert len(ledger.teams()) == 2


# ----------------------------------------------------------------------------------------------- scenarios, assignment


def test_one_scenario_is_in_force(ledger):
    ledger.put_scenario({"code": "A", "name": "甲", "state": "current"})
    ledger.put_scenario({"code": "B", "name": "乙", "state": "现行"})
    states = {each.code: each.state for each in ledger.scenarios()}
    assert states == {"S": ScenarioState.DRAFT, "A": ScenarioState.CLOSED, "B": ScenarioState.CURRENT}
    assert ledger.current().code == "B"
    assert not list(verifying.broken_rules(ledger.store.whole))
    with pytest.raises(InputError, match="colon"):
        ledger.put_scenario({"code": "A:1", "name": "甲", "state": "draft"})


def test_only_rows_that_change_make_versions(ledger):
    rows = [Assigned(unit, "X1", Role.RESPONSIBLE, Level.TOWN, f"单元{unit}") for unit in UNITS]
    assert len(ledger.record_assignment("S", rows, day("2024-01-01"), "首次划片", "丙")) == 6
    assert ledger.record_assignment("S", rows, day("2024-02-01"), "再来", "丙") == []
    other = [*rows[:5], Assigned(UNITS[5], "X2", Role.RESPONSIBLE, Level.TOWN)]
    (changed,) = ledger.record_assignment("S", other, day("2024-03-01"), "调整", "丁")
    assert (changed.version, changed.operator, changed.assigned.unit_name) == (2, "丁", f"单元{UNITS[5]}")
    assert served(ledger)[UNITS[5]] == "X2" and served(ledger, on=day("2024-02-29"))[UNITS[5]] == "X1"
    assert served(ledger, on=day("2024-03-01"))[UNITS[5]] == "X2" and len(served(ledger, on=day("2024-01-01"))) == 6
    assert served(ledger, on=day("2023-12-31")) == {}
    first, second = ledger.history("S", UNITS[5])
    assert (first.assigned.team, first.assigned.start, first.assigned.reason) == ("X1", day("2024-01-01"), "首次划片")
    assert (second.assigned.team, second.assigned.start, second.assigned.reason) == ("X2", day("2024-03-01"), "调整")
    assert len(ledger.history("S", UNITS[0])) == 1 and ledger.history("S", "无") == []


def test_nobody_ends_and_roles_are_apart(ledger):
    unit = UNITS[0]
    rows = [Assigned(unit, "X1", Role.RESPONSIBLE, Level.VILLAGE), Assigned(unit, "X2", Role.VILLAGE, Level.VILLAGE)]
    assert len(ledger.record_assignment("S", rows, day("2024-01-01"))) == 2
    assert [(each.role, each.team) for each in ledger.assignment("S")] == [(Role.RESPONSIBLE, "X1"), (Role.VILLAGE, "X2")]
    assert ledger.record_assignment("S", [Assigned("没有", "")], day("2024-01-01")) == []
    ended = Assigned(unit, "X1", Role.RESPONSIBLE, Level.VILLAGE, end=day("2024-05-31"))
    assert len(ledger.record_assignment("S", [ended], day("2024-04-01"))) == 1
    first = ledger.assignment("S")[0]
    assert first.expired(TODAY) and not first.expired(day("2024-05-31"))
    nobody = Assigned(unit, "", Role.RESPONSIBLE, Level.VILLAGE)
    assert len(ledger.record_assignment("S", [nobody], day("2024-06-01"))) == 1
    assert [each.team for each in ledger.assignment("S")] == ["", "X2"]


def team_of(ledger, on):
    """Who serves the first unit on a day, by role and level."""
    held = [each for each in ledger.assignment("S", day(on)) if each.unit == UNITS[0] and each.team and not each.expired(day(on))]
    return sorted((each.team, each.role and each.role.value, each.level and each.level.value) for each in held)


@pytest.mark.parametrize("turned", [False, True])
def test_a_town_team_and_a_village_team_over_one_unit_are_no_doubles(ledger, turned):
    ledger.put_teams([
        {"code": code, "name": code, "role": "village", "level": "village"} for code in ("V1", "V2")
    ])  # fmt: skip
    both = [Assigned(UNITS[0], "X1", row=1), Assigned(UNITS[0], "V1", row=2)]
    assert len(ledger.record_assignment("S", both[::-1] if turned else both, day("2024-01-01"))) == 2
    wanted = [("V1", "village", "village"), ("X1", "responsible", "town")]
    assert team_of(ledger, "2024-02-01") == wanted
    assert ledger.record_assignment("S", both if turned else both[::-1], day("2024-02-01")) == []
    # One of them alone, without role and level, is known by its team.
    assert ledger.record_assignment("S", [both[1]], day("2024-02-01")) == []
    ledger.record_assignment("S", [Assigned(UNITS[0], "V2")], day("2024-03-01"))
    assert team_of(ledger, "2024-03-01") == [("V2", "village", "village"), ("X1", "responsible", "town")]
    said = "rows 3 and 8 of the assignment, with V1 and V2, in the same role"
    with pytest.raises(InputError, match=said):
        ledger.record_assignment("S", [Assigned(UNITS[0], "V2", row=8), *both[:1], Assigned(UNITS[0], "V1", row=3)], day("2024-04-01"))
    assert team_of(ledger, "2024-05-01") == [("V2", "village", "village"), ("X1", "responsible", "town")]


def test_what_a_table_did_not_tell_apart_ends_when_it_does(ledger):
    ledger.put_teams([{"code": "V1", "name": "村组", "role": "village", "level": "village"}])
    ledger.record_assignment("S", [Assigned(UNITS[0], "X1")], day("2024-01-01"))
    assert team_of(ledger, "2024-01-31") == [("X1", None, None)]
    ledger.record_assignment("S", [Assigned(UNITS[0], "V1"), Assigned(UNITS[0], "X1")], day("2024-02-01"))
    assert team_of(ledger, "2024-01-31") == [("X1", None, None)]
    assert team_of(ledger, "2024-02-01") == [("V1", "village", "village"), ("X1", "responsible", "town")]


def test_terms_one_after_another_are_no_doubles(ledger):
    seat = (Role.RESPONSIBLE, Level.TOWN)
    first = Assigned(UNITS[0], "X1", *seat, end=day("2024-04-30"), row=1)
    later = Assigned(UNITS[0], "X2", *seat, start=day("2024-05-01"), row=2)
    assert len(ledger.record_assignment("S", [later, first], day("2024-01-01"))) == 2
    seen = {on: [team for team, *_ in team_of(ledger, on)] for on in ("2024-01-01", "2024-04-30", "2024-05-01", "2024-09-01")}
    assert seen == {"2024-01-01": ["X1"], "2024-04-30": ["X1"], "2024-05-01": ["X2"], "2024-09-01": ["X2"]}
    assert ledger.record_assignment("S", [first, later], day("2024-01-01")) == []
    # The first changes, the second stays as it is: it holds all the same.
    ledger.record_assignment("S", [Assigned(UNITS[0], "X2", *seat, end=day("2024-04-30")), later], day("2024-02-01"))
    assert [team for team, *_ in team_of(ledger, "2024-03-01")] == [team for team, *_ in team_of(ledger, "2024-06-01")] == ["X2"]
    meeting = Assigned(UNITS[0], "X2", *seat, start=day("2024-04-30"), row=2)
    with pytest.raises(InputError, match="rows 1 and 2"):
        ledger.record_assignment("S", [first, meeting], day("2024-02-01"))


@pytest.mark.parametrize(
    ("scenario", "rows", "said"),
    [
        ("无", [Assigned("1", "X1")], "no scenario 无"),
        ("S", [Assigned("1", "X1"), Assigned("2", "X9")], "2: the register has no team X9"),
        ("S", [Assigned("1", "X1"), Assigned("1", "X2")], "stands twice"),
        ("S", [Assigned("1", "X1"), Assigned("2", "X2", end=day("2023-12-31"))], "before it begins"),
        ("S", [Assigned("1", "X1"), Assigned("", "X2")], "must be filled in"),
    ],
)
def test_a_change_is_whole_or_not_at_all(ledger, scenario, rows, said):
    with pytest.raises(InputError, match=said):
        ledger.record_assignment(scenario, rows, day("2024-01-01"))
    assert ledger.assignment("S") == [] and len(ledger.store.records("service_assignment", history=True)) == 0


def test_what_is_filed_away_is_not_changed_but_copied(ledger):
    rows = [Assigned(unit, "X1") for unit in UNITS[:3]] + [Assigned(UNITS[3], "X2", end=day("2024-03-31"))]
    ledger.record_assignment("S", rows, day("2024-01-01"))
    ledger.put_scenario({"code": "S", "name": "示例方案", "state": "closed"})
    with pytest.raises(InputError, match="filed away"):
        ledger.record_assignment("S", [Assigned(UNITS[0], "X2")], TODAY)
    ledger.copy_scenario("S", {"code": "T", "name": "新方案", "state": "draft"}, TODAY, "丙")
    assert served(ledger, "T") == dict.fromkeys(UNITS[:3], "X1") and served(ledger, "T", day("2024-06-29")) == {}
    ledger.record_assignment("T", [Assigned(UNITS[0], "X2")], TODAY)
    assert served(ledger)[UNITS[0]] == "X1" and served(ledger, "T")[UNITS[0]] == "X2"
    with pytest.raises(InputError, match="already"):
        ledger.copy_scenario("S", {"code": "T", "name": "又", "state": "draft"}, TODAY)


CHANGES = st.lists(
    st.tuples(st.integers(1, 28), st.dictionaries(st.sampled_from(UNITS), st.sampled_from(["", "X1", "X2"]), min_size=1)),
    min_size=1, max_size=7,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_history_against_a_replay(tmp_path_factory, changes):
    """A list of everything told, read from the end, is who serves what on any day."""
    store = create(tmp_path_factory.mktemp("r") / "a.gpkg", "示例", BOOKS)
    ledger = open_service(store)
    told: list[tuple[int, str, str]] = []

    def holds(unit, on):
        return next((team for start, which, team in reversed(told) if which == unit and start <= on), "")

    for start, teams in changes:
        differing = [unit for unit, team in teams.items() if holds(unit, start) != team]
        rows = [Assigned(unit, team) for unit, team in teams.items()]
        found = ledger.record_assignment("S", rows, datetime.date(2024, 5, start))
        assert sorted(change.assigned.unit for change in found) == sorted(differing)
        told += [(start, unit, teams[unit]) for unit in differing]
    for on in range(1, 29, 3):
        expected = {unit: holds(unit, on) for unit in UNITS if holds(unit, on)}
        assert served(ledger, on=datetime.date(2024, 5, on)) == expected
    assert not list(verifying.broken_rules(store)) and verify(store).clean
    store.close()


def test_six_thousand_units_and_what_changes_of_them(ledger):
    units = [f"{CITY}{number:06d}" for number in range(6000)]
    assert len(ledger.record_assignment("S", [Assigned(unit, "X1") for unit in units], day("2024-01-01"))) == 6000
    moved = [Assigned(unit, "X2" if place % 100 == 0 else "X1") for place, unit in enumerate(units)]
    assert len(ledger.record_assignment("S", moved, day("2024-02-01"))) == 60
    assert sorted(served(ledger).values()).count("X2") == 60
    assert verify(ledger.store.whole).clean


# -------------------------------------------------------------------------------------------------- visits, suggestions


def record_some(ledger):
    """Two visits with three suggestions, one suggestion without a visit."""
    first = NewVisit(
        {"team": "X1", "date": "2024-05-10", "unit": UNITS[0], "unit_name": "东街", "topic": "名城保护", "count": 3},
        [{"text": "修缮古街门楼"}, {"text": "增设座椅", "field": "公共空间品质提升", "to": "住建局"}],
    )
    second = NewVisit({"no": "走2", "team": "X2", "date": "2024-05-11"}, [{"text": "清理堆物", "field": "环境优化提升"}])
    loose = {"no": "议9", "team": "X2", "date": "2023-12-20", "field": "名城保护", "text": "编制导则", "state": "报送"}
    return ledger.record_visits([first, second], [loose], "丙")


def test_visits_and_suggestions_are_numbered_and_linked(ledger):
    recorded = record_some(ledger)
    assert [visit.no for visit in recorded.visits] == ["X1-20240510-01", "走2"]
    assert [each.no for each in recorded.suggestions] == ["议9", "X1-20240510-01-J01", "X1-20240510-01-J02", "走2-J01"]
    by_no = {each.no: each for each in ledger.suggestions()}
    first = by_no["X1-20240510-01-J01"]
    assert (first.team, first.unit, first.unit_name, first.date, first.field) == ("X1", UNITS[0], "东街", day("2024-05-10"), "名城保护")
    assert first.state is SuggestionState.RAISED and first.state_date == day("2024-05-10") and first.outcome is None
    assert by_no["议9"].state is SuggestionState.SUBMITTED and by_no["议9"].visit == ""
    assert [visit.count for visit in ledger.visits()] == [3, None]
    assert len(ledger.visits(day("2024-05-11"))) == 1 and len(ledger.visits(until=day("2024-05-10"), team="X2")) == 0
    assert len(ledger.suggestions(day("2024-01-01"), day("2024-12-31"), unit=UNITS[0])) == 2
    again = ledger.record_visits([NewVisit({"team": "X1", "date": "2024-05-10"})])
    assert again.visits[0].no == "X1-20240510-02"


@pytest.mark.parametrize(
    ("visit", "suggestion", "said"),
    [
        ({"team": "X9", "date": "2024-05-10"}, {}, "no team X9"),
        ({"team": "X1", "date": "2024-07-01"}, {}, "future"),
        ({"team": "X1", "date": "2024-05-10", "topic": "绿化"}, {}, "“绿化” is none of the focus fields 公共空间品质提升、"),
        ({"team": "X1", "date": "2024-05-10"}, {"text": "无领域"}, "must be filled in"),
        ({"team": "X1", "date": "2024-05-10", "topic": "名城保护"}, {"text": "", "to": "住建局"}, "must be filled in"),
        ({"team": "X1", "date": "2024-05-10", "topic": "名城保护"}, {"text": "x", "visit": "无此"}, "no visit 无此"),
        ({"team": "X1", "date": "2024-05-10", "topic": "名城保护"}, {"text": "x", "state": "搁置"}, "搁置"),
        ({"team": "X1", "date": "2024-05-10", "topic": "名城保护"}, {"text": "x", "state_date": "2024-05-09"}, "before the suggestion"),
    ],
)
def test_bad_visits_leave_nothing(ledger, visit, suggestion, said):
    good = NewVisit({"team": "X1", "date": "2024-05-09"})
    with pytest.raises(InputError, match=said):
        ledger.record_visits([good, NewVisit(visit, [suggestion] if suggestion else [])])
    assert ledger.visits() == [] and ledger.suggestions() == []


def test_a_number_is_taken_for_good(ledger):
    record_some(ledger)
    with pytest.raises(InputError, match="taken already"):
        ledger.record_visits([NewVisit({"no": "走2", "team": "X1", "date": "2024-05-12"})])
    with pytest.raises(InputError, match="has suggestions"):
        ledger.withdraw(VISIT_REGISTER, "走2")
    ledger.withdraw(SUGGESTION_REGISTER, "走2-J01")
    ledger.withdraw(VISIT_REGISTER, "走2")
    assert len(ledger.visits()) == 1 and len(ledger.suggestions()) == 3
    with pytest.raises(InputError, match="taken already"):
        ledger.record_visits([NewVisit({"no": "走2", "team": "X1", "date": "2024-05-12"})])
    with pytest.raises(InputError, match="no suggestion 走2-J01"):
        ledger.move([Move("走2-J01", SuggestionState.SUBMITTED, TODAY)])
    assert not list(verifying.broken_rules(ledger.store.whole)) and verify(ledger.store.whole).clean


def test_states_follow_one_another(ledger):
    record_some(ledger)
    no = "走2-J01"
    for state, on in (("SUBMITTED", "2024-05-12"), ("PARTLY", "2024-06-01"), ("DONE", "2024-06-20")):
        ledger.move([Move(no, SuggestionState[state], day(on), f"依据{on}")], "丁")
    told = [(each.state.value, each.state_date, each.outcome and each.outcome.value, each.basis) for each in ledger.suggestion_history(no)]
    assert told == [
        ("raised", day("2024-05-11"), None, ""),
        ("submitted", day("2024-05-12"), None, "依据2024-05-12"),
        ("partly", day("2024-06-01"), "partly", "依据2024-06-01"),
        ("done", day("2024-06-20"), "partly", "依据2024-06-20"),
    ]
    then = {on: next(each for each in ledger.suggestions(as_of=day(on)) if each.no == no) for on in ("2024-05-11", "2024-06-19")}
    assert then["2024-05-11"].state is SuggestionState.RAISED and then["2024-06-19"].state is SuggestionState.PARTLY
    assert [each.no for each in ledger.suggestions(as_of=day("2024-05-10"))] == ["议9", "X1-20240510-01-J01", "X1-20240510-01-J02"]
    assert not list(verifying.broken_rules(ledger.store.whole))


def test_every_move_that_is_not_allowed_is_refused(filed):
    """Against a table written by hand, not the one that ships."""
    allowed = {
        ("raised", "submitted"), ("submitted", "adopted"), ("submitted", "partly"), ("submitted", "rejected"),
        ("adopted", "done"), ("partly", "done"), ("rejected", "submitted"),
    }  # fmt: skip
    for before in SuggestionState:
        for after in SuggestionState:
            no = f"{before.value}-{after.value}"
            row = {"no": no, "team": "X1", "date": "2024-01-01", "field": "名城保护", "text": "x", "state": before.value}
            filed.record_visits(suggestions=[row])
            if (before.value, after.value) in allowed:
                assert filed.move([Move(no, after, TODAY)])[0].state is after
            else:
                with pytest.raises(InputError, match="may not follow"):
                    filed.move([Move(no, after, TODAY)])
    assert len(filed.suggestions()) == 36
    assert {(one.value, other.value) for one, others in moves().items() for other in others} == allowed
    assert reachable(SuggestionState.ADOPTED) == {SuggestionState.ADOPTED, SuggestionState.DONE}


def test_moves_are_whole_or_not_at_all(ledger):
    record_some(ledger)
    good = Move("走2-J01", SuggestionState.SUBMITTED, day("2024-05-12"))
    for bad, said in (
        (Move("无", SuggestionState.SUBMITTED, TODAY), "no suggestion 无"),
        (Move("议9", SuggestionState.SUBMITTED, TODAY), "may not follow"),
        (Move("议9", SuggestionState.ADOPTED, day("2023-12-19")), "is before"),
        (Move("议9", SuggestionState.ADOPTED, day("2024-07-01")), "future"),
    ):
        with pytest.raises(InputError, match=said):
            ledger.move([good, bad])
    assert {each.no: each.state.value for each in ledger.suggestions()}["走2-J01"] == "raised"
    both = ledger.move([good, Move("走2-J01", SuggestionState.REJECTED, day("2024-05-13"))])
    assert [each.state.value for each in both] == ["submitted", "rejected"]
    assert len(ledger.suggestion_history("走2-J01")) == 3


def test_of_what_was_entered_late_no_more_is_known_than_that_it_was_there(filed):
    row = {"no": "议1", "team": "X1", "date": "2023-05-01", "field": "名城保护", "text": "x", "state": "采纳", "state_date": "2024-02-01"}
    filed.record_visits(suggestions=[row])
    (then,) = filed.suggestions(as_of=day("2023-12-31"))
    assert then.state is SuggestionState.RAISED and then.outcome is None and filed.suggestions()[0].outcome is SuggestionState.ADOPTED


def test_corrections_leave_number_and_state(ledger):
    record_some(ledger)
    assert ledger.correct_suggestion("走2-J01", {"text": "清理楼道堆物", "team": "X1"}).text == "清理楼道堆物"
    assert ledger.correct_visit("走2", {"count": 5, "topic": "名城保护"}).count == 5
    for what, changes, said in (
        (ledger.correct_suggestion, {"state": "done"}, "can't change 状态"),
        (ledger.correct_suggestion, {"field": "绿化"}, "focus fields"),
        (ledger.correct_suggestion, {"team": "X9"}, "no team"),
        (ledger.correct_suggestion, {"date": "2024-06-01"}, "before the suggestion"),
        (ledger.correct_visit, {"date": "2024-07-01"}, "future"),
    ):
        with pytest.raises(InputError, match=said):
            what("走2" if what == ledger.correct_visit else "走2-J01", changes)
    assert len(ledger.suggestion_history("走2-J01")) == 2
    assert not list(verifying.broken_rules(ledger.store.whole))


def test_focus_fields_are_a_rule_that_is_edited(filed):
    rules = load_rules()
    assert focus_fields(rules) == ("公共空间品质提升", "背街小巷综合整治", "环境优化提升", "名城保护")
    edited = rules.replaced({"service_focus_fields": "名城保护|乡村建设 ||名城保护"}, "本市")
    assert focus_fields(edited) == ("名城保护", "乡村建设")
    ledger = ServiceLedger(filed.store.whole, edited, lambda: TODAY)
    ledger.record_visits([NewVisit({"team": "X1", "date": "2024-05-10", "topic": "乡村建设"})])
    with pytest.raises(InputError, match="名城保护、乡村建设"):
        ledger.record_visits([NewVisit({"team": "X1", "date": "2024-05-10", "topic": "环境优化提升"})])


# ------------------------------------------------------------------------------------------------- verified, copied


def test_everything_is_verified_and_copied(ledger, tmp_path):
    store = ledger.store.whole
    record_some(ledger)
    ledger.record_assignment("S", [Assigned(unit, "X1") for unit in UNITS], day("2024-01-01"))
    found = verify(store)
    assert found.clean and set(found.heads) == {CITY, NORTH, f"{CITY}GH"} and found.records == 2 + 1 + 2 + 4 + 6
    copy = create(tmp_path / "copy.gpkg", "空", [])
    copy_books(store, copy)
    other = ServiceLedger(copy, load_rules(), lambda: TODAY)
    assert verify(copy).clean and not list(verifying.broken_rules(copy))
    assert (other.teams(), other.visits(), other.suggestions()) == (ledger.teams(), ledger.visits(), ledger.suggestions())
    assert other.assignment("S") == ledger.assignment("S")
    copy.close()


def put(store, register, key, values, removed=False):
    """A row as somebody writes it who knows how to seal."""
    with store.writing([f"{CITY}GH"]) as writing:
        writing.put(register, key, f"{CITY}GH", values, "怪", removed)


def test_rows_that_recording_would_refuse_are_found(ledger):
    record_some(ledger)
    store = ledger.store.whole

    def rules():
        assert verify(store).clean
        return [rule for rule, *_ in verifying.broken_rules(store)]

    good = dict(store.record(SUGGESTION_REGISTER, "走2-J01").values)
    assert rules() == []
    put(store, SUGGESTION_REGISTER, "走2-J01", {**good, "state": "done"})
    assert rules() == ["G2"]
    put(store, SUGGESTION_REGISTER, "议3", {**good, "no": "议3", "visit": "无", "team": "X9"})
    assert rules() == ["G1", "G1", "G2"]
    put(store, SUGGESTION_REGISTER, "议4", good)
    assert rules() == ["G0", "G1", "G1", "G2"]
    put(store, VISIT_REGISTER, "走3", {"no": "走3", "team": "X1", "date": "2024-13-01"})
    put(store, "service_assignment", "无:any:any:1", {"scenario": "无", "role": "any", "level": "any", "unit": "1", "from": "2024-01-01"})
    assert rules() == ["G0", "G0", "G1", "G1", "G1", "G2"]
    for code in ("甲", "乙"):
        put(store, "service_scenario", code, {"code": code, "name": code, "state": "current"})
    assert rules()[-1] == "G3"
    put(store, SUGGESTION_REGISTER, "议5", {**good, "no": "议5", "visit": "走2", "state": "adopted"})
    assert rules().count("G2") == 2


def test_a_file_opened_again_is_the_same(tmp_path):
    path = tmp_path / "a.gpkg"
    ledger = open_service(create(path, "示例", BOOKS))
    record_some(ledger)
    before = ledger.teams(), ledger.visits(), ledger.suggestions()
    ledger.store.close()
    store = open_ledger(path)
    again = ServiceLedger(store, load_rules(), lambda: TODAY)
    assert (again.teams(), again.visits(), again.suggestions()) == before
    store.close()


# State and outcome → adopted, submitted, decided; written by hand.
ADOPTED = {
    ("raised", None): (False, False, False), ("submitted", None): (False, True, False), ("adopted", "adopted"): (True, True, True),
    ("partly", "partly"): (None, True, True), ("rejected", "rejected"): (False, True, True), ("done", None): (True, True, True),
    ("done", "adopted"): (True, True, True), ("done", "partly"): (None, True, True),
}  # fmt: skip


@pytest.mark.parametrize("partly", ["yes", "no"])
@pytest.mark.parametrize(("base", "left"), [("all", 8), ("submitted", 7), ("decided", 6)])
def test_what_counts_as_adopted(filed, base, left, partly):
    for place, (state, outcome) in enumerate(ADOPTED):
        row = {"no": str(place), "team": "X1", "date": "2024-01-01", "field": "名城保护", "text": "x", "state": state, "outcome": outcome}
        filed.record_visits(suggestions=[row])
    adoption = Adoption.of(load_rules().replaced({"service_adoption_base": base, "service_adoption_partly": partly}, "试"))
    assert adoption.share(filed.suggestions()) == (5 if partly == "yes" else 3, left)
    for each in filed.suggestions():
        counts, submitted, decided = ADOPTED[each.state.value, each.outcome and each.outcome.value]
        assert adoption.counts(each) is ((partly == "yes") if counts is None else counts)
        assert adoption.among(each) is {"all": True, "submitted": submitted, "decided": decided}[base]


def test_a_ledger_of_visits_alone_is_backed_up_and_an_older_copy_noticed(tmp_path):
    path = tmp_path / "a.gpkg"
    store = create(path, "示例", BOOKS)
    assert list(notices_of_opening(store, Keeping())) == [] and backups_of(path) == []
    ledger = open_service(store)
    older = copy_ledger(store, tmp_path / "older.gpkg")
    record_some(ledger)
    assert list(notices_of_opening(store, Keeping())) == [] and len(backups_of(path)) == 1
    assert verify_file(store).clean
    store.close()
    shutil.copy(older, path)
    store = open_ledger(path)
    (said,) = notices_of_opening(store, Keeping())
    assert f"fewer register rows in book {CITY}GH" in str(said)
    assert any("fewer records" in str(each.text) for each in verify_file(store).findings)
    # Somebody who can seal writes other rows in their place.
    again = ServiceLedger(store, load_rules(), lambda: TODAY)
    again.record_visits([NewVisit({"team": "X1", "date": "2024-06-01"}) for _ in range(7)])
    found = verify_file(store).findings
    assert [str(each.text).split(" is not")[0] for each in found] == ["The record 9"] and verify(store).clean
    store.close()


def test_scenarios_whose_codes_begin_alike_are_apart(ledger):
    codes = ("S1", "S-1", "S;1", "S 1", "城", "城区")
    for code in codes:
        ledger.put_scenario({"code": code, "name": code, "state": "draft"})
        ledger.record_assignment(code, [Assigned(f"单元{code}", "X1")], day("2024-01-01"))
    ledger.record_assignment("S", [Assigned("单元S", "X2")], day("2024-01-01"))
    for code in (*codes, "S"):
        assert [each.unit for each in ledger.assignment(code)] == [f"单元{code}"]
    assert len(ledger.store.records("service_assignment")) == 7
