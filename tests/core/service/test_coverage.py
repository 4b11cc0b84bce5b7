"""Who serves what, ground, visits and plans against what a few lines of other code say, and against counts by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.checking.finding import State
from ....core.checking.states import former_findings
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.sentence import sentence
from ....core.service.coverage.findings import as_keyed, outside_units, short_teams, unmatched_rows
from ....core.service.coverage.ground import city_of, cover
from ....core.service.coverage.job import check_coverage, gaps_of
from ....core.service.coverage.layer import coverage_columns
from ....core.service.coverage.places import NOBODY, places_of
from ....core.service.coverage.report import coverage_report
from ....core.service.coverage.titles import CHECK_TITLES
from ....core.service.service_rows import full_periods, of_scenario
from ....core.service.units import Level, Listed
from .made_service import (
    DAY,
    PERIOD,
    RESPONSIBLE,
    RULES,
    SIDE,
    TOWN_LEVEL,
    VILLAGE,
    VILLAGE_LEVEL,
    assignments,
    column,
    grid,
    inputs,
    job,
    layer_of,
    plans,
    teams,
    town_box,
    town_code,
    village_box,
    village_code,
    visits,
)

ALL = ({"id": "A"}, {"id": "B"}, {"id": "C"})


def checked(places, rows, given_teams=None, former=(), city=None, more=None, **asked):
    given = given_teams if given_teams is not None else teams(*ALL)
    return check_coverage(inputs(places, given, rows, city, **(more or {})), job(**asked), former)


def gap_codes(coverage, role: int = 0) -> list[str]:
    return [str(coverage.inputs.places.units.code[unit]) for unit in gaps_of(coverage, role)]


def found(coverage, check: str) -> list[str]:
    return [str(named.finding.text) for named in coverage.findings if named.finding.check == check]


# ------------------------------------------------------------------------------------------------ who serves what


def test_a_village_takes_its_towns_team_unless_it_has_its_own() -> None:
    rows = assignments((town_code(1), "A"), (village_code(1, 2), "B"), (village_code(2, 1), "C"))
    coverage = checked(grid(), rows)
    served = coverage.by_role[0]
    name = {str(code): row for row, code in enumerate(coverage.inputs.places.units.code)}
    assert served.teams[name[village_code(1, 1)]] == (0,) and served.inherited[name[village_code(1, 1)]]
    assert served.teams[name[village_code(1, 2)]] == (1,) and not served.inherited[name[village_code(1, 2)]]
    assert coverage.doubles == 0
    wanted = [town_code(2), *(village_code(2, v) for v in (2, 3, 4)), town_code(3), *(village_code(3, v) for v in range(1, 5))]
    assert gap_codes(coverage) == sorted(wanted)
    assert coverage.gaps == len(wanted) == coverage.count("service_gap")


def test_teams_of_two_levels_over_one_village_are_no_double_service() -> None:
    town_team, village_team = {"id": "A", "level": TOWN_LEVEL}, {"id": "B", "level": VILLAGE_LEVEL}
    both = assignments((village_code(1, 1), "A"), (village_code(1, 1), "B"), (town_code(1), "A"))
    coverage = checked(grid(1), both, teams(town_team, village_team))
    assert coverage.doubles == 0 and coverage.gaps == 0
    same = assignments((village_code(1, 1), "A"), (village_code(1, 1), "B"), (town_code(1), "A"))
    assert checked(grid(1), same, teams({"id": "A"}, {"id": "B"})).doubles == 1
    # The level of the assignment stands before that of the team.
    said = assignments((town_code(1), "A", {"level": VILLAGE_LEVEL}), (town_code(1), "B"))
    assert checked(grid(1), said, teams({"id": "A"}, {"id": "B"})).doubles == 0


def test_two_teams_of_a_town_are_one_finding_and_not_one_for_each_village() -> None:
    coverage = checked(grid(1), assignments((town_code(1), "A"), (town_code(1), "B"), (town_code(1), "A")))
    assert coverage.doubles == coverage.count("service_double") == 1
    assert "A、B" in found(coverage, "service_double")[0]


def test_a_team_for_the_villages_of_a_town_leaves_the_town_itself_without() -> None:
    coverage = checked(grid(1), assignments((town_code(1), "A", {"level": VILLAGE_LEVEL})))
    assert gap_codes(coverage) == [town_code(1)]


def test_roles_are_judged_apart_and_what_says_no_role_counts_for_each() -> None:
    rows = assignments((town_code(1), "A", {"role": RESPONSIBLE}), (village_code(1, 1), "B", {"role": VILLAGE}))
    coverage = checked(grid(1), rows)
    assert coverage.roles == (RESPONSIBLE, VILLAGE) and coverage.doubles == 0
    assert gap_codes(coverage, 0) == []
    assert gap_codes(coverage, 1) == [village_code(1, v) for v in (2, 3, 4)]
    assert checked(grid(1), rows, role=RESPONSIBLE).gaps == 0
    whole = assignments((town_code(1), "A"), (village_code(1, 1), "B", {"role": VILLAGE}))
    assert checked(grid(1), whole).gaps == 0
    for value, count in (("none", 0), ("both", 4), ("town", 1), ("planned", 1)):
        rules = RULES.replaced({"service_targets_village": value}, "settings")
        more = {"plans": plans((village_code(1, 3), "2023-01-01"))}
        assert checked(grid(1), rows, rules=rules, more=more).gaps == count, value


def test_what_is_over_counts_for_nothing_unless_something_followed() -> None:
    over, later = {"start": "2023-01-01", "end": "2024-06-29"}, {"start": "2024-07-01"}
    rows = assignments(
        (town_code(1), "A", over), (town_code(1), "B", {"start": "2024-06-30"}),
        (town_code(2), "A", {"end": "2023-01-01"}), (town_code(2), "A", over), (town_code(2), "B", later),
        (town_code(3), "A", {"start": "2024-06-30", "end": "2024-06-30"}),
    )  # fmt: skip
    coverage = checked(grid(), rows)
    assert coverage.expired == 1 and coverage.not_begun == 1
    assert ["2024-06-29" in text for text in found(coverage, "service_expired")] == [True]
    assert gap_codes(coverage) == [town_code(2), *(village_code(2, v) for v in range(1, 5))]


def test_a_term_that_does_not_hold_takes_its_assignments_along() -> None:
    given = teams({"id": "A", "end": "2024-06-29"}, {"id": "B", "start": "2024-07-01"}, {"id": "C", "start": "2024-06-30"})
    rows = assignments((town_code(1), "A"), (town_code(2), "B"), (town_code(3), "C"), (village_code(1, 1), "A"))
    coverage = checked(grid(), rows, given)
    assert coverage.expired == 2 and coverage.not_begun == 1
    assert len(found(coverage, "service_team_expired")) == 1 and "2 assignments" in found(coverage, "service_team_expired")[0]
    assert len(found(coverage, "service_team_not_begun")) == 1
    assert coverage.gaps == 10


def test_rows_that_meet_nothing_are_told() -> None:
    rows = assignments(
        (town_code(1), "A"), (Listed("371599001", "不存在镇"), "A"), (Listed("371599001", "不存在镇"), "A"), (town_code(2), "X"),
        (Listed("999", "3镇"), "B"), (town_code(2), ""),
    )  # fmt: skip
    coverage = checked(grid(), rows)
    assert unmatched_rows(coverage) == (2, 2)
    assert coverage.count("service_unknown_unit") == 1 and coverage.count("service_unknown_team") == 1
    assert gap_codes(coverage)[0] == town_code(2) and town_code(3) not in gap_codes(coverage)
    with pytest.raises(InputError, match="no assignment"):
        checked(grid(), assignments())


def test_codes_of_towns_in_nine_or_twelve_digits_and_towns_only_villages_name() -> None:
    rows = assignments((f"{town_code(1)}000", "A"))
    assert gap_codes(checked(grid(1), rows)) == []
    villages = layer_of("villages", [(village_code(t, 1), "甲村", f"{t}镇", None) for t in (1, 2)])
    coverage = checked(places_of(villages), assignments((town_code(1), "A")))
    assert gap_codes(coverage) == [village_code(2, 1)] and coverage.percent is None
    assert not coverage.inputs.places.drawn[2:].any() and len(coverage.inputs.places) == 4


def test_a_town_is_found_by_name_where_the_code_belongs_to_another() -> None:
    towns = layer_of("towns", [("371502001", "柳园街道办事处", "", None), ("371502002", "古楼街道", "", None)])
    villages = layer_of("villages", [("371502002001", "甲村", "柳园街道", None), ("371502009001", "乙村", "古楼街道", None)])
    places = places_of(towns, villages)
    assert places.town.tolist() == [NOBODY, NOBODY, 0, 1] and [row for row, _ in places.notes] == [2]
    with pytest.raises(InputError, match="stands in layer"):
        places_of(towns, towns)


CODES = [town_code(1), town_code(2), *(village_code(t, v) for t in (1, 2) for v in (1, 2, 3, 4))]


def by_hand(rows, town: int, village: int | None, role):
    """Who serves, in other words: plain loops over the rows."""

    def own(code, level):
        return {
            team for unit, team, more in rows
            if unit == code and more.get("role") in (None, role)
            and more.get("level", Level.TOWN if len(unit) == 9 else Level.VILLAGE) is level
            and not (more.get("end") and more["end"] < DAY.isoformat()) and not (more.get("start") and more["start"] > DAY.isoformat())
        }  # fmt: skip

    at_town = town_code(town)
    if village is None:
        return own(at_town, Level.TOWN)
    code = village_code(town, village)
    for teams_there in (own(code, Level.VILLAGE), own(code, Level.TOWN), own(at_town, Level.VILLAGE), own(at_town, Level.TOWN)):
        if teams_there:
            return teams_there
    return set()


_more = st.fixed_dictionaries(
    {}, optional={
        "role": st.sampled_from((RESPONSIBLE, VILLAGE)), "level": st.sampled_from(tuple(Level)),
        "start": st.sampled_from(("2024-01-01", "2024-06-30", "2024-07-01")), "end": st.sampled_from(("2024-06-29", "2024-06-30")),
    },
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from("ABC"), _more), min_size=1, max_size=14))
def test_against_plain_loops(rows) -> None:
    coverage = checked(grid(2), assignments(*rows), rules=RULES.replaced({"service_targets_village": "both"}, "settings"))
    code_of = [str(code) for code in coverage.inputs.places.units.code]
    doubles = 0
    for role, of in zip(coverage.roles, coverage.by_role):
        gaps = []
        for town in (1, 2):
            for village in (None, 1, 2, 3, 4):
                code = town_code(town) if village is None else village_code(town, village)
                wanted = by_hand(rows, town, village, role) if role is not None else by_hand_any(rows, town, village)
                if not wanted:
                    gaps.append(code)
                elif village is not None:
                    assert {"ABC"[team] for team in of.teams[code_of.index(code)]} == wanted
        assert gap_codes(coverage, list(coverage.roles).index(role)) == sorted(gaps)
        doubles += sum(len(each) > 1 for each in seats_by_hand(rows, role).values())
    assert coverage.doubles == doubles == coverage.count("service_double")
    report = coverage_report(coverage, coverage_columns(coverage), RunFacts())
    assert not report.draft


def by_hand_any(rows, town, village):
    return by_hand([(unit, team, {k: v for k, v in more.items() if k != "role"}) for unit, team, more in rows], town, village, None)


def seats_by_hand(rows, role):
    seats: dict = {}
    for unit, team, more in rows:
        holds = not (more.get("end", "9") < DAY.isoformat()) and not (more.get("start", "0") > DAY.isoformat())
        level = more.get("level", Level.TOWN if len(unit) == 9 else Level.VILLAGE)
        if holds and (role is None or more.get("role") in (None, role)):
            seats.setdefault((unit, level), set()).add(team)
    return seats


# --------------------------------------------------------------------------------------------------------- ground


def test_ground_in_hundredths_and_what_is_left_of_it() -> None:
    rows = assignments((town_code(1), "A"), (village_code(2, 1), "B"))
    coverage = checked(grid(2), rows)
    covered = coverage.ground[0]
    assert covered.city.total == 8 * 10**8 and covered.total == 5 * 10**8
    assert coverage.percent == Decimal("62.5000")
    pieces = [named.finding for named in coverage.findings if named.finding.check == "service_uncovered"]
    assert len(pieces) == 1 and pieces[0].area == 3 * SIDE * SIDE
    assert shapely.equals(pieces[0].shape, shapely.difference(town_box(2), village_box(2, 1)))
    assert shapely.contains(pieces[0].shape, shapely.Point(pieces[0].x, pieces[0].y))
    assert coverage.count("service_share") == 1


def test_the_share_is_judged_by_areas_and_not_by_what_is_printed() -> None:
    city = city_of(["甲"], column([shapely.box(0, 0, 1000, 1000)]), shapely.area, "city")
    title = coverage_title()
    almost = cover(title, city, column([shapely.box(0, 0, 1000, 999.9)]), shapely.area)
    assert almost.percent == Decimal("99.9900") and almost.reaches(Decimal("99.99"))
    below = cover(title, city, column([shapely.box(0, 0, 1000, 999.89999)]), shapely.area)
    assert below.percent == Decimal("99.9900") and not below.reaches(Decimal("99.99"))
    assert not below.reaches(Decimal(100)) and cover(title, city, city.shape, shapely.area).reaches(Decimal(100))


def coverage_title():
    return sentence("all")


def test_parts_that_lie_over_one_another_count_once() -> None:
    city = city_of(["甲", "乙"], column([shapely.box(0, 0, 10, 10), shapely.box(5, 0, 15, 10)]), shapely.area, "city")
    assert city.units.tolist() == [10000, 5000]
    with pytest.raises(InputError, match="row 2"):
        city_of(["甲", "乙"], column([shapely.box(0, 0, 10, 10), shapely.Point(0, 0)]), shapely.area, "city")


_box = st.tuples(*[st.integers(0, 12)] * 4).filter(lambda b: b[0] != b[2] and b[1] != b[3])


@settings(max_examples=80, deadline=None)
@given(st.lists(_box, min_size=0, max_size=6), st.sampled_from((0.0, 39_500_000.0)))
def test_union_on_the_city_against_a_count_of_cells(boxes, east) -> None:
    def made(box):
        west, right, south, north = min(box[0], box[2]), max(box[0], box[2]), min(box[1], box[3]), max(box[1], box[3])
        return shapely.box(east + west, south, east + right, north)

    parts = [shapely.box(east, 0, east + 6, 10), shapely.box(east + 6, 0, east + 10, 10)]
    city = city_of(["甲", "乙"], column(parts), shapely.area, "city")
    covered = cover(coverage_title(), city, column([made(box) for box in boxes]), shapely.area)
    cells = [0, 0]
    for x in range(10):
        for y in range(10):
            inside = any(min(b[0], b[2]) <= x < max(b[0], b[2]) and min(b[1], b[3]) <= y < max(b[1], b[3]) for b in boxes)
            cells[x >= 6] += inside
    assert covered.covered.tolist() == [100 * each for each in cells]
    assert Fraction(int(covered.city.total)) == 10000


def test_units_outside_the_city() -> None:
    city = {"甲": shapely.box(0, 0, 4300, 2000)}
    rows = assignments((town_code(1), "A"), (town_code(3), "A"), (village_code(3, 1), "B"), (village_code(3, 2), "C"))
    coverage = checked(grid(), rows, city=city)
    outside, partly = outside_units(coverage)
    code = coverage.inputs.places.units.code
    assert [code[unit] for unit in outside] == [town_code(3), village_code(3, 1), village_code(3, 2)] and partly == []
    assert found(coverage, "service_outside")[0].count("85.00") == 1
    assert village_code(3, 1) not in gap_codes(coverage)
    wide = checked(grid(), rows, city={"甲": shapely.box(0, 0, 5900, 2000)})
    assert [code[unit] for unit in outside_units(wide)[1]] == [town_code(3), village_code(3, 2)]


# --------------------------------------------------------------------------------------------------- visits and plans


def test_planned_villages_without_a_visit_in_the_period() -> None:
    listed = plans(
        (village_code(1, 1), "2023-05-01"), (village_code(1, 2), ""), (village_code(1, 3), "2024-07-01"),
        (village_code(1, 4), "2024-06-30"), (town_code(1), "2020-01-01"),
    )  # fmt: skip
    came = visits(
        ("A", village_code(1, 2), "2024-01-01"), ("A", village_code(1, 1), "2023-12-31"), ("A", town_code(1), "2024-03-01"),
        ("A", village_code(1, 4), "2024-07-01"),
    )  # fmt: skip
    coverage = checked(grid(1), assignments((town_code(1), "A")), more={"plans": listed, "visits": came})
    code = coverage.inputs.places.units.code
    assert [code[unit] for unit in coverage.planned] == [village_code(1, v) for v in (1, 2, 4)]
    assert [code[unit] for unit in coverage.unvisited] == [village_code(1, v) for v in (1, 4)]
    own = column([None, datetime.date(2020, 1, 1), None, None, None])
    from_field = checked(grid(1), assignments((town_code(1), "A")), more={"own_plans": own, "visits": came})
    assert len(from_field.unvisited) == 1
    assert checked(grid(1), assignments((town_code(1), "A")), more={"plans": listed}).unvisited == []


def test_teams_that_came_too_seldom() -> None:
    days = ("2024-01-31", "2024-02-01", "2024-03-15", "2024-03-16", "2024-05-02")
    came = visits(*[("A", town_code(1), each) for each in days], ("B", "", "2024-06-01"), ("B", "", ""))
    given = teams({"id": "A"}, {"id": "B", "start": "2024-05-15"}, {"id": "C", "end": "2024-02-28"})
    coverage = checked(grid(1), assignments((town_code(1), "A")), given, more={"visits": came})
    assert [(due.periods, due.short) for due in coverage.due] == [
        (6, [("2024-04", 0), ("2024-06", 0)]), (1, []), (1, [("2024-01", 0)]),
    ]  # fmt: skip
    assert short_teams(coverage) == 2 and coverage.count("service_no_day") == 1
    rules = RULES.replaced({"service_min_visits": "3", "service_visit_period": "quarter"}, "settings")
    by_quarter = checked(grid(1), assignments((town_code(1), "A")), given, more={"visits": came}, rules=rules)
    assert by_quarter.due[0].short == [("2024-Q2", 1)] and by_quarter.due[0].periods == 2


def test_only_full_periods_are_judged() -> None:
    months = full_periods(datetime.date(2023, 12, 2), datetime.date(2024, 3, 30), "month")
    assert months == [(datetime.date(2024, 1, 1), datetime.date(2024, 1, 31)), (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))]
    assert full_periods(PERIOD.start, datetime.date(2025, 12, 31), "year")[0][1] == datetime.date(2024, 12, 31)
    with pytest.raises(InputError, match="before it begins"):
        checked(grid(1), assignments((town_code(1), "A")), period=replace(PERIOD, end=datetime.date(2023, 1, 1)))


def test_scenarios_of_a_table() -> None:
    assert of_scenario(["", ""], "", "t").tolist() == [True, True]
    assert of_scenario(["甲", "乙"], "乙", "t").tolist() == [False, True]
    for names, wanted in ((["甲", "乙"], ""), (["甲"], "丙")):
        with pytest.raises(InputError):
            of_scenario(names, wanted, "t")


# ---------------------------------------------------------------------------------------------------- findings, workbook


def everything():
    given = teams({"id": "A"}, {"id": "B"}, {"id": "C", "end": "2024-01-01"}, {"id": "D", "start": "2025-01-01"}, {"id": "E"})
    rows = assignments(
        (town_code(1), "A"), (town_code(1), "B"), (town_code(2), "A", {"end": "2024-01-01"}),
        (village_code(2, 1), "B", {"start": "2025-01-01"}),
        (village_code(2, 2), "C"), (village_code(2, 3), "D"), (Listed("x", "无此镇"), "A"), (Listed(village_code(1, 1), "别名村"), "A"),
        (village_code(1, 2), "Z"), (town_code(3), "A"),
    )  # fmt: skip
    more = {
        "visits": visits(("A", village_code(1, 1), "2024-02-01"), ("A", town_code(1), "")),
        "plans": plans((village_code(1, 2), "2023-01-01")),
    }  # fmt: skip
    city = {"甲": shapely.box(0, 0, 4300, 2000)}
    places = grid()
    lost = layer_of("villages", [("K1", "孤村", "", shapely.box(4100, 0, 4400, 50))])
    return inputs(places_of(joined(places), lost), given, rows, city, **more)


def joined(places):
    """The drawn units of places as one layer."""
    return places.units.take(places.drawn)


def test_every_check_speaks_and_has_a_rule() -> None:
    coverage = check_coverage(everything(), job(rules=RULES.replaced({"service_partly_outside_percent": "0.1"}, "settings")))
    partly = check_coverage(
        inputs(grid(1), teams({"id": "A"}), assignments((town_code(1), "A")), {"甲": shapely.box(0, 0, 1900, 2000)}), job()
    )
    spoke = set(coverage.by_check()) | set(partly.by_check())
    assert spoke == set(CHECK_TITLES)
    for check in CHECK_TITLES:
        assert RULES.get(f"check_{check}").meaning
    off = RULES.replaced({f"check_{check}": "off" for check in CHECK_TITLES}, "settings")
    assert not check_coverage(everything(), job(rules=off)).findings


def test_decisions_outlive_a_run_and_other_facts_open_them_again() -> None:
    first = check_coverage(everything(), job())
    columns = coverage_columns(first)
    keys = columns["KEY"]
    assert len(set(keys)) == len(keys)
    rows = [
        {
            **{name: columns[name][row] for name in ("KEY", "CHECK_ID", "FIELD", "FEATURE_ID", "BSM", "OTHER_ID", "OTHER_BSM")},
            "STATE": "accepted", "REASON": "已核实", "x": named.finding.x, "y": named.finding.y,
        }
        for row, named in enumerate(first.findings)
    ]  # fmt: skip
    again = check_coverage(everything(), job(), former_findings(rows))
    assert again.accepted == len(again.findings) == len(first.findings)
    # The layer says roles and levels for people, in whatever language; keys have words of their own.
    assert any(named.finding.field.startswith("all/") for named in first.findings)
    for say in (str, lambda text: f"«{text}»"):
        told = [{**row, "FIELD": value} for row, value in zip(rows, coverage_columns(first, say)["FIELD"])]
        assert not any("all/" in str(row["FIELD"]) or "ASSIGNMENT" in str(row["FIELD"]) for row in told)
        known = as_keyed(former_findings(told), say)
        assert [old.subject for old in known] == [named.subject for named in first.findings]
    changed = everything()
    shifted = replace(changed, teams=teams({"id": "A"}, {"id": "B"}, {"id": "C", "end": "2024-02-01"}, {"id": "D"}, {"id": "E"}))
    third = check_coverage(shifted, job(), former_findings(rows))
    (term,) = [named for named in third.findings if named.finding.check == "service_team_expired"]
    assert term.decision.state is State.OPEN and "已核实" in term.decision.reason


def test_the_workbook_foots_and_a_changed_number_turns_it_red() -> None:
    coverage = check_coverage(everything(), job())
    columns = coverage_columns(coverage)
    report = coverage_report(coverage, columns, RunFacts(), "示例市")
    assert not report.draft and len(report.tables) == 10
    by_id = {table.layout.id: list(table.rows) for table in report.tables}
    assert len(by_id["COVER_FINDINGS"]) == len(coverage.findings) == len(columns["KEY"])
    assert sum(row.value("GAP") or 0 for row in by_id["COVER_SUMMARY"] if row.kind.value == "data") == coverage.gaps
    shorter = {name: values[:-1] for name, values in columns.items()}
    assert coverage_report(coverage, shorter, RunFacts()).draft
    fewer = replace(coverage, findings=coverage.findings[:-1])
    assert coverage_report(fewer, columns, RunFacts()).draft
    unserved = replace(coverage, by_role=[replace(coverage.by_role[0], own={})])
    assert coverage_report(unserved, columns, RunFacts()).draft
