"""Lists of visits and suggestions kept in a spreadsheet into the service book: cells, links, states, and nothing twice."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ....core.errors import InputError
from ....core.importing.opening import Order, open_order
from ....core.service.register import verifying
from ....core.service.register.importing import check_visits, enter_visits
from ....core.service.register.ledger import Assigned
from ....core.service.register.vocabulary import SUGGESTION_REGISTER, VISIT_REGISTER, SuggestionState
from ....core.store.geopackage import create
from ....core.store.verify import verify
from .made_register import BOOKS, TODAY, day, open_service
from .visit_sheets import SUGGESTION_HEAD, SUGGESTIONS, VISIT_HEAD, VISITS, changed, write


@pytest.fixture
def ledger(tmp_path):
    made = open_service(create(tmp_path / "台账.gpkg", "示例", BOOKS))
    yield made
    made.store.close()


def check(ledger, path, tables=("visit", "suggestion"), make=False, today=TODAY):
    sheets = {"visit": "走访", "suggestion": "建议"}
    return check_visits(ledger, [open_order(Order(str(path), sheets[table], table)) for table in tables], today, make)


def said(checked, hard=True):
    return [f"{each.sheet}!{each.cell} {each.text}" for each in checked.problems if each.hard is hard]


def everything(ledger):
    return ledger.visits(), ledger.suggestions()


def test_a_file_of_two_sheets(ledger, tmp_path):
    checked = check(ledger, write(tmp_path / "a.xlsx"))
    assert said(checked) == [] and said(checked, hard=False) == []
    assert (checked.row_count, len(checked.visits), len(checked.suggestions), checked.made) == (7, 3, 4, 0)
    assert everything(ledger) == ([], [])
    enter_visits(ledger, checked, "丙")
    visits = {visit.no: visit for visit in ledger.visits()}
    assert list(visits) == ["ZF1", "ZF2", "X1-20240306-01"]
    assert (visits["ZF2"].team, visits["ZF2"].date, visits["ZF2"].count, visits["ZF1"].topic) == ("X2", day("2024-03-05"), None, "名城保护")
    by_text = {each.text: each for each in ledger.suggestions()}
    first = by_text["修门楼"]
    assert (first.visit, first.team, first.date, first.unit_name, first.field) == ("ZF1", "X1", day("2024-03-01"), "东街", "名城保护")
    assert (first.state, first.state_date, first.outcome, first.basis) == (
        SuggestionState.ADOPTED, day("2024-04-01"), SuggestionState.ADOPTED, "函1号",
    )  # fmt: skip
    assert (by_text["加座椅"].field, by_text["加座椅"].date) == ("公共空间品质提升", day("2024-03-02"))
    assert (by_text["清堆物"].visit, by_text["清堆物"].no, by_text["清堆物"].note) == ("ZF2", "ZF2-J01", "急")
    assert by_text["清沟渠"].visit == "X1-20240306-01" and by_text["清沟渠"].state is SuggestionState.RAISED
    assert verify(ledger.store.whole).clean and not list(verifying.broken_rules(ledger.store.whole))


def test_the_same_file_twice_and_one_that_has_grown(ledger, tmp_path):
    path = write(tmp_path / "a.xlsx")
    enter_visits(ledger, check(ledger, path), "丙")
    before = everything(ledger), ledger.store.head(ledger.book.code)
    again = check(ledger, write(tmp_path / "b.xlsx"))
    assert said(again) == [] and (again.visits, again.suggestions, again.moves, again.corrections) == ([], [], [], [])
    assert (len(again.known_visits), len(again.known_suggestions)) == (3, 4)
    enter_visits(ledger, again, "丙")
    assert (everything(ledger), ledger.store.head(ledger.book.code)) == before
    more = [*SUGGESTIONS, ["", "", "2024-03-06", "X1", "南村", "环境优化提升", "栽树", "", "", "", "", ""]]
    grown = check(ledger, write(tmp_path / "c.xlsx", suggestions=more))
    assert [each.values["text"] for each in grown.suggestions] == ["栽树"]
    enter_visits(ledger, grown, "丙")
    assert ledger.suggestions()[-1].visit == "X1-20240306-01" and len(ledger.suggestions()) == 5


def test_equal_rows_are_counted_once_more_and_told(ledger, tmp_path):
    twice = [*SUGGESTIONS, SUGGESTIONS[3], SUGGESTIONS[3]]
    checked = check(ledger, write(tmp_path / "a.xlsx", suggestions=twice))
    assert [text.split(" ", 1)[0] for text in said(checked, hard=False)] == ["建议!7", "建议!8"] and len(checked.suggestions) == 6
    enter_visits(ledger, checked, "丙")
    again = check(ledger, write(tmp_path / "b.xlsx", suggestions=[*twice, SUGGESTIONS[3]]))
    assert len(again.suggestions) == 1 and len(again.known_suggestions) == 6


def test_a_later_state_is_a_move_and_what_is_filled_in_a_correction(ledger, tmp_path):
    enter_visits(ledger, check(ledger, write(tmp_path / "a.xlsx")), "丙")
    later = changed(SUGGESTIONS, 1, 8, "落实")
    later[1][7], later[1][9], later[1][10] = "住建局", "2024-05-20", "函9号"
    later[2][8], later[2][9] = "部分采纳", ""
    later[3][7] = "水利局"
    later[0][8] = ""
    checked = check(ledger, write(tmp_path / "b.xlsx", suggestions=later))
    assert said(checked) == [] and checked.moved == 2 and len(checked.corrections) == 1
    enter_visits(ledger, checked, "丁")
    told = [(each.state.value, each.state_date, each.to, each.basis) for each in ledger.suggestion_history("JY2")]
    on = day("2024-05-20")
    assert told == [
        ("raised", day("2024-03-02"), "", ""), ("submitted", on, "", ""), ("adopted", on, "", ""), ("done", on, "住建局", "函9号"),
    ]  # fmt: skip
    by_text = {each.text: each for each in ledger.suggestions()}
    assert (by_text["清堆物"].outcome, by_text["清堆物"].state_date) == (SuggestionState.PARTLY, TODAY)
    assert by_text["清沟渠"].to == "水利局" and by_text["修门楼"].state is SuggestionState.ADOPTED
    assert not list(verifying.broken_rules(ledger.store.whole))


def test_an_outcome_that_is_named_is_gone_over(ledger, tmp_path):
    heads = (VISIT_HEAD, [*SUGGESTION_HEAD, "采纳结果"])
    rows = [[*row, ""] for row in SUGGESTIONS]
    enter_visits(ledger, check(ledger, write(tmp_path / "a.xlsx", suggestions=rows, heads=heads)), "丙")
    rows = changed(rows, 2, 8, "已落实")
    rows[2][12], rows[2][9] = "部分采纳", "2024-06-01"
    enter_visits(ledger, check(ledger, write(tmp_path / "b.xlsx", suggestions=rows, heads=heads)), "丙")
    done = next(each for each in ledger.suggestions() if each.text == "清堆物")
    assert (done.state, done.outcome) == (SuggestionState.DONE, SuggestionState.PARTLY)
    assert not list(verifying.broken_rules(ledger.store.whole))


V, S = "visits", "suggestions"
FAULTS = [
    (V, 0, 2, "2024-13-01", "走访!C3 “2024-13-01” is not a day"),
    (V, 0, 2, "2024-07-01", "走访!C3 the day 2024-07-01 lies in the future"),
    (V, 0, 2, "", "走访!C3 走访日期 is missing"),
    (V, 1, 3, "第一组", "走访!D4 unknown team “第一组”; did you mean 第一小组"),
    (V, 1, 3, "", "走访!D4 小组/规划师 is missing"),
    (V, 0, 6, "名城", "走访!G3 “名城” is none of the choices; did you mean 名城保护"),
    (V, 0, 5, "三人", "走访!F3 三人 is not a whole number"),
    (V, 1, 1, "ZF1", "走访!B4 “ZF1” stands in row 3 already"),
    (S, 0, 1, "ZF9", "建议!B3 there is no visit “ZF9”"),
    (S, 1, 6, "", "建议!G4 意见建议 is missing"),
    (S, 2, 5, "", "建议!F5 重点领域 is missing"),
    (S, 2, 8, "搁置", "建议!I5 “搁置” is none of the choices"),
    (S, 2, 9, "2024-03-04", "建议!J5 the day of the state, 2024-03-04, is before"),
    (S, 2, 2, "", "建议!C5 日期 is missing"),
]


@pytest.mark.parametrize(("sheet", "place", "column", "value", "text"), FAULTS)
def test_every_fault_is_named_by_its_cell_and_keeps_the_file_out(ledger, tmp_path, sheet, place, column, value, text):
    rows = changed(VISITS if sheet == V else SUGGESTIONS, place, column, value)
    checked = check(ledger, write(tmp_path / "a.xlsx", **{sheet: rows}))
    assert checked.refused and said(checked)[0].startswith(text)
    with pytest.raises(InputError, match="Nothing was recorded"):
        enter_visits(ledger, checked, "丙")
    assert everything(ledger) == ([], [])


def test_what_is_in_the_register_with_another_value_is_refused(ledger, tmp_path):
    enter_visits(ledger, check(ledger, write(tmp_path / "a.xlsx")), "丙")
    for sheet, rows, column, value, text in (
        (V, VISITS, 7, "看别处", "走访!H3 the number ZF1 is in the register with another value: 看古街"),
        (S, SUGGESTIONS, 6, "修别处", "建议!G3 the number JY1 is in the register with another value: 修门楼"),
        (S, SUGGESTIONS, 8, "报送", "建议!I3 the suggestion is adopted in the register since 2024-04-01; submitted may not follow"),
    ):
        checked = check(ledger, write(tmp_path / "b.xlsx", **{sheet: changed(rows, 0, column, value)}))
        assert said(checked) == [text]
    rows = changed(SUGGESTIONS, 0, 8, "落实")
    rows[0][9] = "2024-03-20"
    checked = check(ledger, write(tmp_path / "c.xlsx", suggestions=rows))
    assert said(checked) == ["建议!J3 the suggestion is in its state since 2024-04-01; the day 2024-03-20 is before"]


def test_a_number_that_was_withdrawn_is_not_taken_again(ledger, tmp_path):
    enter_visits(ledger, check(ledger, write(tmp_path / "a.xlsx")), "丙")
    for no in ("JY1", "JY2"):
        ledger.withdraw(SUGGESTION_REGISTER, no)
    ledger.withdraw(VISIT_REGISTER, "ZF1")
    checked = check(ledger, write(tmp_path / "b.xlsx", suggestions=SUGGESTIONS[1:3]))
    assert said(checked)[0] == "走访!B3 the number ZF1 was withdrawn from the register; give the row another one"


def test_suggestions_alone_get_visits_where_it_is_asked(ledger, tmp_path):
    rows = [[*row] for row in SUGGESTIONS[2:]] + [["", "", "2024-03-06", "X1", "南村", "名城保护", "修祠堂", "", "", "", "", ""]]
    path = write(tmp_path / "a.xlsx", visits=False, suggestions=rows)
    assert check(ledger, path, ("suggestion",)).visits == []
    checked = check(ledger, path, ("suggestion",), make=True)
    assert (len(checked.visits), checked.made) == (2, 2)
    enter_visits(ledger, checked, "丙")
    assert [visit.no for visit in ledger.visits()] == ["X2-20240305-01", "X1-20240306-01"]
    assert sorted(each.visit for each in ledger.suggestions()) == ["X1-20240306-01", "X1-20240306-01", "X2-20240305-01"]
    again = check(ledger, path, ("suggestion",), make=True)
    assert again.visits == [] and len(again.known_suggestions) == 3


def test_units_are_those_of_the_scenario_in_force(ledger, tmp_path):
    ledger.put_scenario({"code": "S", "name": "示例方案", "state": "current"})
    streets = [Assigned("370000001", "X1", unit_name="东街"), Assigned("370000002", "X2", unit_name="西街")]
    ledger.record_assignment("S", streets, day("2024-01-01"))
    checked = check(ledger, write(tmp_path / "a.xlsx"))
    assert said(checked) == [] and [text.split(" ")[0] for text in said(checked, hard=False)] == ["走访!E5", "建议!E6"]
    enter_visits(ledger, checked, "丙")
    assert [visit.unit for visit in ledger.visits()] == ["370000001", "370000002", ""]
    ledger.record_assignment("S", [Assigned("370000003", "X1", unit_name="南村")], day("2024-02-01"))
    again = check(ledger, write(tmp_path / "b.xlsx"))
    assert said(again) == [] and (again.visits, again.suggestions) == ([], [])


def test_the_made_up_sample_has_what_the_bulletin_prints(tmp_path):
    spec = importlib.util.spec_from_file_location("make_sample_visits", Path(__file__).parents[3] / "scripts" / "make_sample_visits.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main([str(tmp_path)])
    book = load_workbook(tmp_path / module.BOOK_NAME, read_only=True)
    counts = {
        name: [row[column].year for row in book[name].iter_rows(min_row=3, values_only=True) if row[1] is not None]
        for name, column in (("走访记录", 2), ("意见建议台账", 3))
    }
    assert (counts["走访记录"].count(2023), counts["意见建议台账"].count(2023)) == (94, 286)
    assert "编造" in book["走访记录"]["A1"].value and "编造" in book["意见建议台账"]["A1"].value
    book.close()
    names = (module.TEAMS_NAME, module.ASSIGNMENT_NAME, module.TOWNS_NAME)
    first = [(tmp_path / name).read_bytes() for name in names]
    module.main([str(tmp_path)])
    assert [(tmp_path / name).read_bytes() for name in names] == first
    assert [(module.FOLDER / name).read_bytes() for name in names] == first
