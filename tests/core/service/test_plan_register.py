"""The register of village plans: import cell by cell, versions, states as data, report against a count of its own."""

from __future__ import annotations

import datetime
from collections import Counter
from decimal import Decimal

import pytest

from ....core.errors import InputError
from ....core.importing.fields import PLANS
from ....core.importing.opening import Order, open_order
from ....core.occupation.inputs_sheet import RunFacts
from ....core.rules import load_rules
from ....core.service.from_ledger import plans_in
from ....core.service.plans.importing import VillageNames, check_plans, enter_plans, one_row
from ....core.service.plans.model import VillagePlan, overdue
from ....core.service.plans.register import PlanRegister
from ....core.service.plans.report import PlanReportJob, count_plans, joined, plan_figures, plan_identities, plan_report
from ....core.service.plans.states import load_plan_states
from ....core.service.register.verifying import broken_rules
from ....core.service.service_rows import UNDATED
from ....core.store.geopackage import create
from .made_register import BOOKS, open_service
from .plan_sheets import HEAD, STATES, city, row, write

TODAY = datetime.date(2024, 6, 30)
NONE = VillageNames([])


@pytest.fixture
def store(tmp_path):
    made = create(tmp_path / "ledger.gpkg", "示例", BOOKS)
    yield made
    made.close()


@pytest.fixture
def register(store):
    return PlanRegister(open_service(store, TODAY))


def check(register, path, villages=NONE, columns="", **more):
    grid, assignment = open_order(Order(str(path), "", PLANS, columns))
    return check_plans(register, grid, assignment, villages, TODAY, **more)


def entered(register, path, **more):
    checked = check(register, path, **more)
    return enter_plans(register, checked, "丙"), checked


def problems(checked, hard=True):
    return [(problem.cell, str(problem.text)) for problem in checked.problems if problem.hard is hard]


def test_a_city_is_entered_whole_and_a_second_time_nothing_is(register, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", city())
    records, checked = entered(register, path)
    assert len(records) == len(checked.new) == 140 and not checked.refused
    again, second = entered(register, path)
    assert not again and len(second.known) == 140 and not second.new and not second.changed
    assert all(len(register.history(plan.code)) == 1 for plan in register.plans())


def test_what_a_row_says_stands_in_the_register(register, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(7, 4, 1)]))
    (plan,) = register.plans()
    assert (plan.code, plan.name, plan.county, plan.town, plan.state) == ("371521001007", "第7村", "示例西县", "乙镇", "approved")
    assert plan.dates == {
        "started": datetime.date(2023, 2, 8), "argued": datetime.date(2023, 4, 8), "reviewed": datetime.date(2023, 6, 8),
        "approved": datetime.date(2023, 8, 8),
    }  # fmt: skip
    assert (plan.doc_no, plan.team, plan.team_name, plan.people) == ("示政字〔2023〕7号", "X1", "第一小组", 1007)
    assert plan.area.hectares() == Decimal("107.25") and plan.path.endswith("第7村")


def test_a_changed_cell_is_the_next_version_and_blanks_change_nothing(register, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(1, 3), row(2, 4)]))
    later = row(1, 4)
    later[HEAD.index("村庄类型")] = later[HEAD.index("对口规划师")] = None
    records, checked = entered(register, write(tmp_path / "b.xlsx", [later, row(2, 4)]))
    assert len(records) == 1 and len(checked.changed) == 1 and checked.known == ["371502001002"]
    versions = register.history("371502001001")
    assert [plan.state for plan in versions] == ["reviewed", "approved"]
    assert versions[-1].kind == "集聚提升类" and versions[-1].team == "X1"


WRONG = [
    ("进展情况", "胡闹", "H", "none of the choices"), ("批复日期", "2024-13-01", "L", "calendar"),
    ("批复日期", "2031-01-01", "L", "future"),
    ("批复日期", "2023-05-01", "L", "before that of"), ("村庄代码", "3715", "E", "12 digits"), ("现状人口", "1.5", "P", "whole number"),
    ("现状人口", -3, "P", "less than nothing"), ("村域面积（公顷）", "大", "Q", "not an area"), ("村庄名称", None, "D", "missing"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "value", "column", "word"), WRONG)
def test_a_wrong_cell_keeps_the_whole_file_out_and_is_named(register, tmp_path, heading, value, column, word) -> None:
    path = write(tmp_path / "a.xlsx", [row(1, 4), row(2, 4, **{heading: value}), row(3, 4)])
    checked = check(register, path)
    assert [cell for cell, text in problems(checked) if word in text] == [f"{column}4"]
    with pytest.raises(InputError, match="Nothing was recorded"):
        enter_plans(register, checked)
    assert not register.plans()


def test_a_code_twice_keeps_the_file_out(register, tmp_path) -> None:
    checked = check(register, write(tmp_path / "a.xlsx", [row(1, 4), row(1, 5)]))
    assert problems(checked) == [("E4", "“371502001001” stands in row 3 already")]


def test_a_plan_does_not_go_back_unless_that_is_allowed(register, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(1, 4)]))
    back = write(tmp_path / "b.xlsx", [row(1, 4, 进展情况="编制")])
    assert [cell for cell, _ in problems(check(register, back))] == ["H3"]
    assert not check(register, back, backwards=True).refused


def test_oddities_are_told_and_keep_nothing_out(register, tmp_path) -> None:
    rows = [
        row(1, 4, 批复文号=None), row(2, 3, 批复日期="2023-09-01"), row(3, 4, 批复日期=None), row(4, 1, 对口规划师="无名氏"),
        row(5, 0, 进展情况=None),
    ]  # fmt: skip
    checked = check(register, write(tmp_path / "a.xlsx", rows))
    said = dict(problems(checked, hard=False))
    assert not checked.refused
    assert "number of the approval" in said["N3"] and "批复" in said["L4"] and "no day of approval" in said["L5"]
    assert "无名氏" in said["O6"] and "未编制" in said["H7"]


def test_a_blank_state_is_the_furthest_that_has_a_day(register, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(1, 3, 进展情况=None)]))
    assert register.plans()[0].state == "reviewed"


def test_a_row_without_a_code_has_that_of_the_only_village_of_its_name_town_and_county(register, tmp_path) -> None:
    head = [each for each in HEAD if each != "村庄代码"]
    rows = [[value for heading, value in zip(HEAD, row(number, 4)) if heading != "村庄代码"] for number in (1, 2)]
    path = write(tmp_path / "a.xlsx", rows, head)
    villages = VillageNames(
        [("371502001001", "第1村民委员会", "乙镇", ""), ("371502002001", "第1村", "丙镇", ""), ("371502001002", "第2村", "丙镇", ""),
         ("371502009002", "第2村", "丙镇", "")]
    )  # fmt: skip
    checked = check(register, path, villages)
    assert [values["code"] for values in checked.new] == ["371502001001"]
    assert [cell for cell, _ in problems(checked)] == ["D4"]


def test_one_plan_typed_in_follows_the_same_rules(register) -> None:
    def typed(text):
        return check_plans(register, *one_row(text), NONE, TODAY)

    first = typed("村庄代码=371502001001;村庄名称=第1村;编制状态=审查;审查日期=2024-01-05;村域面积=12.5;规划师小组=甲")
    enter_plans(register, first)
    enter_plans(register, typed("村庄代码=371502001001;编制状态=批复;批复日期=2024-03-01;批复文号=1号"))
    (plan,) = register.plans()
    assert (plan.name, plan.state, plan.team, plan.area.hectares()) == ("第1村", "approved", "X1", Decimal("12.5"))
    assert problems(typed("村庄代码=371502001001;批复日期=2023-01-01"))
    assert problems(typed("村庄代码=371502001009;编制状态=批复"))[0][1].endswith("is missing")
    commas = typed("村庄代码=371502001008;村庄名称=八村;县（市、区）=示例东区;备注=甲、乙，丙")
    assert [(values["county"], values["note"]) for values in commas.new] == [("示例东区", "甲、乙，丙")]
    assert typed("村庄代码=371502001008，村庄名称=八村、编制状态=编制").new[0]["name"] == "八村"
    for wrong in ("胡闹=1", "村庄代码", "村庄代码=1;代码=2", ""):
        with pytest.raises(InputError):
            one_row(wrong)


def test_taken_out_a_plan_is_gone_and_its_history_stays(register, store, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(1, 4), row(2, 4)]))
    register.withdraw("371502001001", "丙")
    assert [plan.code for plan in register.plans()] == ["371502001002"]
    assert len(register.history("371502001001")) == 1
    with pytest.raises(InputError, match="no plan"):
        register.withdraw("371502001001")
    assert not list(broken_rules(store))


def test_putting_refuses_unknown_teams_states_and_a_plan_twice(register) -> None:
    plan = {"code": "371502001001", "name": "甲", "state": "approved"}
    for rows, word in (([{**plan, "state": "x"}], "no state"), ([{**plan, "team": "X9"}], "X9"), ([plan, plan], "twice")):
        with pytest.raises(InputError, match=word):
            register.put(rows)
    assert not register.plans()


def test_rows_that_came_in_another_way_are_found(register, store) -> None:
    register.put([{"code": "371502001001", "name": "甲", "state": "approved", "team": "X1"}])
    book = register.ledger.book.code
    values = {"code": "371502001002", "name": "乙", "state": "approved", "team": "X7"}
    with store.writing([book]) as writing:
        writing.put("village_plan", "371502001002", book, values, "x")
        writing.put("village_plan", "371502001003", book, {**values, "team": "X1"}, "x")
    assert {(rule, str(text)[:30]) for rule, _, _, text in broken_rules(store)} == {
        ("G0", "village_plan 371502001003: its"), ("G1", "village_plan 371502001002 name"),
    }  # fmt: skip


# ------------------------------------------------------------------------------------------------------------ report


def by_hand(rows):
    """Counts by county and state straight from the rows of the sheet."""
    counts = Counter((each[1], each[HEAD.index("进展情况")]) for each in rows)
    approved = Counter(each[1] for each in rows if STATES.index(each[HEAD.index("进展情况")]) >= 4)
    return counts, approved


def test_counts_by_county_and_state_are_those_of_the_sheet(register, tmp_path) -> None:
    rows = city()
    entered(register, write(tmp_path / "a.xlsx", rows))
    figures = plan_figures("已批复村庄规划=117个;村庄规划=140个")
    report, counts = plan_report(register, PlanReportJob(TODAY, figures), RunFacts())
    assert not report.draft and all(identity.ok for identity in report.identities)
    by_state, approved = by_hand(rows)
    county = next(table for table in report.tables if table.layout.id == "PLANCOUNTY")
    names = dict(zip(STATES, ("未编制", "编制", "论证", "审查", "批复", "入库")))
    for line in [line for line in county.rows if line.kind.value == "data"]:
        where = line.value("COUNTY")
        for word, name in names.items():
            assert line.value(f"COUNT:{name}") == by_state[where, word]
        assert line.value("A") == approved[where]
        days = [each[HEAD.index("批复日期")] for each in rows if each[1] == where and each[HEAD.index("批复日期")]]
        assert (line.value("FIRST").isoformat(), line.value("LAST").isoformat()) == (min(days), max(days))
        area = sum(Decimal(str(each[HEAD.index("村域面积（公顷）")])) for each in rows if each[1] == where)
        assert line.value("AREA").hectares() == area
    assert counts.approved == 117


FIGURES = [("已批复=117个", True), ("已批复=118", False), ("已批复=110余个", True), ("批复率=83.57%", True)]


@pytest.mark.parametrize(("figure", "holds"), FIGURES)
def test_printed_figures_are_proven_or_not(register, tmp_path, figure, holds) -> None:
    entered(register, write(tmp_path / "a.xlsx", city()))
    report, _ = plan_report(register, PlanReportJob(TODAY, plan_figures(figure)), RunFacts())
    assert report.draft is not holds


def test_overdue_by_its_own_term_and_by_the_days_of_its_state() -> None:
    states = load_plan_states()
    day = datetime.date(2024, 6, 30)

    def plan(state, since, due=None):
        return VillagePlan("371502001001", "甲", state, state_date=since, due=due)

    late = overdue(plan("reviewed", datetime.date(2024, 4, 30)), states, day)
    assert (late.limit, late.days) == (datetime.date(2024, 6, 29), 1)
    assert overdue(plan("reviewed", datetime.date(2024, 5, 1)), states, day) is None
    assert overdue(plan("reviewed", datetime.date(2023, 5, 1), datetime.date(2024, 6, 30)), states, day) is None
    assert overdue(plan("drafting", datetime.date(2024, 5, 1), datetime.date(2024, 6, 20)), states, day).days == 10
    assert overdue(plan("none", None), states, day) is None and overdue(plan("filed", day), states, day) is None
    assert overdue(plan("approved", datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)), states, day).days == 151


MUTATIONS = {
    "a plan lost": lambda tables, counts: tables[0].rows.pop(0),
    "a state": lambda tables, counts: tables[1].rows[0].values.update({"COUNT:审查": 99}),
    "approved": lambda tables, counts: tables[1].rows[0].values.update(A=0),
    "plans": lambda tables, counts: tables[1].rows[0].values.update(N=0),
    "overdue sum": lambda tables, counts: tables[1].rows[0].values.update(OVER=77),
    "overdue list": lambda tables, counts: tables[-1].rows.pop(),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_sheets_that_do_not_agree_turn_red(register, tmp_path, name) -> None:
    entered(register, write(tmp_path / "a.xlsx", city(20, 12)))
    report, counts = plan_report(register, PlanReportJob(TODAY), RunFacts())
    tables = [table for table in report.tables if table.layout.id.startswith("PLAN")]
    assert counts.late and all(identity.ok for identity in plan_identities(counts, tables))
    MUTATIONS[name](tables, counts)
    assert not all(identity.ok for identity in plan_identities(counts, tables))


def test_the_map_has_every_village_and_tells_what_is_missing(register, tmp_path) -> None:
    entered(register, write(tmp_path / "a.xlsx", [row(1, 4), row(2, 2), row(3, 5)]))
    counts = count_plans(register.plans(), register.states, TODAY)
    found = joined(counts, ["3715020010010000000", "371502001002", "371502001099"], ["a", "b", "外村"])
    assert found.columns["STATE"].tolist() == ["approved", "argued", None]
    assert found.columns["NAME"].tolist() == ["第1村", "第2村", "外村"] and found.columns["OVERDUE"].tolist() == [1, 1, None]
    assert found.unmapped == ["371502001003"] and found.unlisted == 1


def test_coverage_gets_the_approved_plans_with_their_days(register, tmp_path) -> None:
    assert plans_in(register.ledger) is None
    entered(register, write(tmp_path / "a.xlsx", [row(1, 4), row(2, 2), row(3, 5), row(4, 4, 批复日期=None)]))
    rows = plans_in(register.ledger)
    assert [each.code for each in rows.listed] == ["371502001001", "371502001004", "371502001003"]
    assert rows.day.tolist() == [datetime.date(2023, 8, 2), UNDATED, datetime.date(2023, 8, 4)]


# ------------------------------------------------------------------------------------------------------------ states

STATE_HEAD = "code,name,words,field,approved,days,source,status\n"


def test_states_of_ones_own(tmp_path) -> None:
    path = tmp_path / "states.csv"
    path.write_text(STATE_HEAD + "a,起草,写,started,,10,x,seen\nb,公示,,,,,x,seen\nc,批了,,approved,1,,x,seen\n", encoding="utf-8")
    states = load_plan_states(path)
    assert [each.code for each in states.states] == ["a", "b", "c"] and states.meant("写") == "a" and states.is_approved("c")
    assert states.rank("zz") == -1 and states.name("zz") == "zz"


@pytest.mark.parametrize(
    ("line", "column"),
    [("a,起草,写,nofield,,1,x,s", "field"), ("a,起草,写,started,,x,x,s", "days"), ("a,起草,写,started,,1,x,s\nb,公示,写,,,,x,s", "words"),
     ("a,起草,,started,,1,x,s\nb,公示,,started,,,x,s", "field"), ("a,起草,,started,,1,x,s\na,公示,,,,,x,s", "name")],
)  # fmt: skip
def test_states_that_make_no_sense_are_refused_with_the_line(tmp_path, line, column) -> None:
    path = tmp_path / "states.csv"
    path.write_text(STATE_HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_plan_states(path)
    assert raised.value.sentence.places["column"] == column
    assert raised.value.sentence.places["line"] == line.count("\n") + 2


def test_rules_are_not_needed_to_read_states() -> None:
    assert load_plan_states().states and load_rules().by_key
