"""Opinions of a review: made of findings, sent out as T32, read back, compared with the findings of the next round."""

from __future__ import annotations

import itertools
import math
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from ....core.checking.finding import Severity
from ....core.errors import InputError
from ....core.resources import resource
from ....core.village.checks.titles import check_kinds
from ....core.village.review import (
    Author,
    Cause,
    Opinion,
    PlanFinding,
    at_least,
    finding_of_row,
    opinion_of_row,
    opinion_row,
    opinions_of_findings,
    packed,
    renumbered,
    unpacked,
)
from ....core.village.review_compare import Fate, compare_rounds, merged
from ....core.village.review_reading import RoundOrder, read_round
from ....core.village.review_tables import ReviewFacts, review_report
from ....core.village.review_words import categories, category_named, category_of, review_states, state_named
from ....core.workbook import read_table, write_workbook
from ....core.workbook.declaration import load_layout

TEMPLATE = resource("tables", "T32.csv")


def finding(key, check="overlap", rule="R8", bsm="", x=math.nan, y=math.nan, open=True, village="乙营村", field="", layer="规划地类图斑"):
    return PlanFinding(
        key, check, rule, "error", f"检查 {check}", f"{check} {bsm or key}", village, layer, bsm, "7", field, x, y, open
    )


def cause_of(found):
    return Cause(found.key, found.check, found.layer, found.bsm, found.field, found.x, found.y)


def opinion(name, *causes, number=1, **more):
    return Opinion(name, 1, number, "topology", "某处", "R8", f"意见 {name}", causes=tuple(causes), **more)


def write(path, opinions, compared=(), fresh=(), **facts):
    report = review_report(opinions, compared, fresh, ReviewFacts(**facts))
    assert all(identity.ok for identity in report.identities)
    write_workbook(path, report.tables, overwrite=True, contents=True)
    return path


def column(sheet, heading):
    """The number of a heading's column and the row of the headings."""
    for row in sheet.iter_rows(min_row=1, max_row=10):
        for cell in row:
            if cell.value == heading:
                return cell.column, cell.row
    raise KeyError(heading)


def fill(path, **by_heading):
    """Write cells of the list by heading → {number: text}, as planners do."""
    book = openpyxl.load_workbook(path)
    sheet = book["审查意见表"]
    numbers, top = column(sheet, "序号")
    rows = {sheet.cell(row, numbers).value: row for row in range(top + 1, sheet.max_row + 1)}
    for heading, values in by_heading.items():
        place, _ = column(sheet, heading)
        for number, text in values.items():
            sheet.cell(rows[number], place).value = text
    book.save(path)
    return rows


# ------------------------------------------------------------------------------------------------------------------ words


def test_the_columns_of_the_list_are_those_of_the_form():
    layout = load_layout("T32")
    assert [column.title for column in layout.columns] == [
        "序号", "问题类别", "位置", "依据", "审查意见", "部门/专家", "编制单位回复", "状态",
    ]  # fmt: skip


def test_the_words():
    assert [each.name for each in categories()] == ["完整性", "编码", "拓扑", "三线", "指标", "用地", "设施"]
    assert state_named("已修改").code == "done" and state_named("未整改").code == "open" and state_named("done").code == "done"
    assert state_named("") is None and state_named("天晴") is None
    assert category_named("三条控制线").code == "control"
    assert [code for code, each in review_states().items() if each.closed] == ["done", "explained"]


@pytest.mark.parametrize(
    ("rules", "code"),
    [("R1 R2 R5 R10 S4", "indicator"), ("R3 R4 R6 S3", "control"), ("S2", "land_use"), ("R7", "facility"), ("R8 r8", "topology"),
     ("R9", "coding"), ("S1", "completeness"), ("R99", "land_use")],
)  # fmt: skip
def test_every_rule_has_its_category(rules, code):
    assert {category_of(rule).code for rule in rules.split()} == {code}
    assert category_of("").code == "land_use"


def test_every_check_of_plans_is_of_a_category_and_its_rule_says_the_same():
    for check, kind in check_kinds().items():
        assert category_of(kind.rule, check).name == kind.kind == category_of(kind.rule).name, check
    assert category_of("R8", "plan_prime_class").code == "control", "the check goes before the rule"


# ------------------------------------------------------------------------------------------------------- made of findings


def test_one_opinion_a_check_and_village():
    found = [
        finding("a", "overlap", "R8", "37990110120200000001", 10.0, 20.0),
        finding("b", "overlap", "R8", "37990110120200000002"),
        finding("c", "prime_lost", "R3", x=30.04, y=40.0),
        finding("d", "overlap", "R8", "1", village="丙屯村"),
    ]
    made = opinions_of_findings(found, Author("自然资源局", "张三", "2026-03-01", 2), listed=1, first=5)
    assert [(each.number, each.category, each.village) for each in made] == [
        (5, "topology", "丙屯村"), (6, "topology", "乙营村"), (7, "control", "乙营村"),
    ]  # fmt: skip
    two = made[1]
    assert {each.key for each in two.causes} == {"a", "b"} and (two.x, two.y) == (10.0, 20.0)
    assert two.place == "乙营村 规划地类图斑 37990110120200000001 and others, 2 in all"
    assert "2 places" in two.text and two.who == "自然资源局" and two.round == 2 and two.state == "new"
    assert made[2].text == "prime_lost c" and "(30.0, 40.0)" in made[2].place
    again = opinions_of_findings(reversed(found), Author(round=2))
    assert {each.id for each in again} == {each.id for each in made}, "the same findings give no second opinion"


def test_severity_decides_what_is_taken():
    found = [replace(finding(name), severity=name) for name in ("error", "warning", "hint")]
    assert [each.key for each in at_least(found, Severity.WARNING)] == ["error", "warning"]


def test_a_row_of_the_layer_and_back():
    first = opinion("x1", Cause("k", "c", "l", "b", "f", 1.25, 2.5), Cause("k2", "c"), reply="已改", state="done", claim="done",
                    village="乙营村", given_by="李", given_on="2026-01-02", why="因为", who="专家", x=1.25, y=2.5)  # fmt: skip
    row = opinion_row(first)
    assert row["CATEGORY"] == "拓扑" and row["STATE"] == "已改"
    again = opinion_of_row({**row, "x": 1.25, "y": 2.5})
    assert repr(again) == repr(first)
    assert opinion_of_row({"OPINION": "x", "STATE": "天晴"}).state == "open"
    assert unpacked("nonsense") == () and unpacked("[1]") == () and packed(()) == ""


def test_a_row_of_findings():
    row = {"KEY": "k", "CHECK_ID": "gap", "SEVERITY": "Error", "TITLE": "t", "FINDING": "f", "STATE": "accepted", "FEATURE_ID": 3}
    found = finding_of_row(row)
    assert not found.open and found.severity == "error" and found.feature == "3" and math.isnan(found.x)


# ----------------------------------------------------------------------------------------------------------------- compared


def test_done_not_done_partly_explained_and_new():
    a, b, c, d, e = (finding(name, bsm=f"1{name}") for name in "abcde")
    changed = finding("b2", bsm="1b")
    former = [
        opinion("gone", cause_of(e)),
        opinion("still", cause_of(a)),
        opinion("other values", cause_of(b)),
        opinion("some", cause_of(a), cause_of(e)),
        opinion("accepted", cause_of(d), cause_of(e)),
        opinion("free", claim="done"),
    ]
    new = finding("z", "gap", x=5.0, y=5.0)
    found = compare_rounds(former, [a, changed, replace(d, open=False), new, c], 1.0, known={"c"})
    assert [each.opinion.state for each in found.former] == ["done", "open", "partly", "partly", "explained", "check"]
    assert [each.key for each in found.fresh] == ["z"], "what the former round knew without an opinion is not new"
    assert found.former[3].counts == {Fate.STILL: 1, Fate.CHANGED: 0, Fate.ACCEPTED: 0, Fate.GONE: 1}


def test_who_calls_done_what_is_there_is_told():
    a = finding("a")
    (found,) = compare_rounds([opinion("x", cause_of(a), claim="done")], [a], 1.0).former
    assert found.contradicted and "wrote that it is done" in found.opinion.why


def test_place_counts_where_the_parcel_has_another_number():
    before, after = finding("a", x=100.0, y=100.0), finding("b", bsm="9", x=100.9, y=100.0)
    (found,) = compare_rounds([opinion("x", cause_of(before))], [after], 1.0).former
    assert found.opinion.state == "partly"
    (found,) = compare_rounds([opinion("x", cause_of(before))], [replace(after, x=101.1)], 1.0).former
    assert found.opinion.state == "done"
    (found,) = compare_rounds([opinion("x", cause_of(before))], [replace(after, check="gap")], 1.0).former
    assert found.opinion.state == "done", "another question at the same place is not the same"


def test_a_new_finding_answers_one_former_finding_only():
    former = [opinion("x", cause_of(finding("a", bsm="1"))), opinion("y", cause_of(finding("b", bsm="1")))]
    found = compare_rounds(former, [finding("c", bsm="1")], 1.0)
    assert sorted(each.opinion.state for each in found.former) == ["done", "partly"]


cells = st.tuples(
    st.sampled_from("abcdef"), st.sampled_from(["gap", "overlap"]), st.sampled_from(["", "1", "2"]),
    st.integers(0, 6), st.booleans(), st.booleans(),
)  # fmt: skip


def made(rows):
    found = {}
    for key, check, bsm, x, opened, placed in rows:
        found.setdefault(key, finding(key, check, bsm=bsm, x=x * 0.6 if placed else math.nan, y=0.0 if placed else math.nan, open=opened))
    return list(found.values())


@settings(max_examples=300, deadline=None)
@given(st.lists(cells, max_size=6), st.lists(cells, max_size=6))
def test_the_comparison_against_a_search_through_all_pairs(before, after):
    """Written again without indices: keys, then parcels, then the nearest place, each new finding once."""
    old, new = made(before), made(after)
    keys = {each.key for each in old}
    used, fate = set(), {}
    for each in old:
        same = next((k for k, other in enumerate(new) if other.key == each.key), None)
        if same is not None:
            used.add(same)
            fate[each.key] = "still" if new[same].open else "accepted"
    free = [k for k, other in enumerate(new) if other.key not in keys]
    for each in old:
        if each.key in fate or not each.bsm:
            continue
        for k in free:
            other = new[k]
            if k not in used and (other.check, other.layer, other.bsm, other.field) == (each.check, each.layer, each.bsm, each.field):
                used.add(k)
                fate[each.key] = "changed" if other.open else "accepted"
                break
    for each in old:
        if each.key in fate or math.isnan(each.x):
            continue
        near = sorted(
            (abs(new[k].x - each.x), k) for k in free
            if k not in used and not math.isnan(new[k].x) and new[k].check == each.check and abs(new[k].x - each.x) <= 1.0
        )
        if near:
            used.add(near[0][1])
            fate[each.key] = "changed" if new[near[0][1]].open else "accepted"
    found = compare_rounds([opinion(each.key, cause_of(each)) for each in old], new, 1.0)
    got = {each.opinion.id: next(f.value for f, n in each.counts.items() if n) for each in found.former}
    assert got == {each.key: fate.get(each.key, "gone") for each in old}
    assert [each.key for each in found.fresh] == [other.key for k, other in enumerate(new) if other.open and k not in used]


def test_a_hundred_thousand_findings_are_looked_up_not_searched():
    """Were every pair looked at, this would not end."""
    old = [finding(f"a{k}", bsm=str(k), x=float(k), y=0.0) for k in range(100_000)]
    new = [finding(f"b{k}", bsm=str(k), x=float(k), y=0.0) for k in range(100_000)]
    (found,) = compare_rounds([opinion("x", *map(cause_of, old))], new, 0.4).former
    assert found.counts[Fate.CHANGED] == 100_000


# ------------------------------------------------------------------------------------------------------- out and back again


@pytest.fixture
def sent(tmp_path):
    """Three opinions as they were sent out: of two findings, of one, and one without."""
    a, b, c = finding("a", bsm="1", x=1.5, y=2.5), finding("b", bsm="2"), finding("c", "prime_lost", "R3", x=0.1 + 0.2, y=1 / 3)
    opinions = [*opinions_of_findings([a, b, c], Author("规划科"), first=1), opinion("f" * 20, number=9, x=7.0, y=8.0)]
    opinions = renumbered(opinions)
    return write(tmp_path / "意见.xlsx", opinions, name="乙营村"), opinions


def test_what_was_sent_out_comes_back(sent):
    path, opinions = sent
    rows = fill(path, 编制单位回复={1: "已按要求修改", 3: "另行说明"}, 状态={1: "已改", 2: "未修改", 3: "说明理由"})
    found = read_round(RoundOrder(str(path)))
    assert found.indexed and found.problems == []
    assert [(each.id, each.round, each.category, each.place, each.text) for each in found.opinions] == [
        (each.id, each.round, each.category, each.place, each.text) for each in opinions
    ]
    assert repr([each.causes for each in found.opinions]) == repr([each.causes for each in opinions])
    assert [(each.reply, each.claim) for each in found.opinions] == [("已按要求修改", "done"), ("", "open"), ("另行说明", "explained")]
    assert (found.opinions[2].x, found.opinions[2].y) == (7.0, 8.0)
    assert rows[1] < rows[2]


def test_every_problem_by_its_cell(sent):
    path, _ = sent
    rows = fill(path, 状态={1: "天晴", 2: "已改", 3: ""}, 审查意见={2: "别的话"}, 序号={3: 1})
    found = read_round(RoundOrder(str(path)))
    told = {problem.cell: (problem.hard, str(problem.text)) for problem in found.problems}
    assert told[f"H{rows[1]}"][0] and "天晴" in told[f"H{rows[1]}"][1] and "已改" in told[f"H{rows[1]}"][1]
    assert f"E{rows[2]}" in told
    assert f"A{rows[3]}" in told and str(rows[1]) in told[f"A{rows[3]}"][1]
    assert not told[f"H{rows[3]}"][0], "a state that nobody gave is told, and keeps nothing out"
    assert found.refused


def test_an_opinion_that_was_taken_out_is_kept(sent):
    path, opinions = sent
    book = openpyxl.load_workbook(path)
    sheet = book["审查意见表"]
    numbers, top = column(sheet, "序号")
    row = next(row for row in range(top + 1, sheet.max_row) if sheet.cell(row, numbers).value == 2)
    for place in range(1, 9):
        sheet.cell(row, place).value = None
    book.save(path)
    found = read_round(RoundOrder(str(path)))
    assert {each.id for each in found.opinions} == {each.id for each in opinions}
    assert any("not in the list any more" in str(problem.text) for problem in found.problems) and not found.refused


def test_a_state_left_as_it_was_sent_claims_nothing(sent):
    found = read_round(RoundOrder(str(sent[0])))
    assert [each.claim for each in found.opinions] == ["", "", ""] and not found.refused
    assert [str(problem.text) for problem in found.problems] == ["the planners gave no state"] * 3


@pytest.mark.parametrize("number", [1.5, 0, -1, "一"])
def test_what_is_no_number_of_an_opinion_is_told(sent, number):
    rows = fill(sent[0], 状态={1: "已改", 2: "已改", 3: "已改"}, 序号={1: number})
    found = read_round(RoundOrder(str(sent[0])))
    told = {problem.cell: str(problem.text) for problem in found.problems if problem.hard}
    assert list(told) == [f"A{rows[1]}"] and "no number" in told[f"A{rows[1]}"]


def test_an_opinion_that_stands_twice_is_told(sent):
    path, opinions = sent
    rows = fill(path, 状态={1: "已改"}, 审查意见={2: opinions[0].text}, 序号={2: 9})
    found = read_round(RoundOrder(str(path)))
    assert {each.id for each in found.opinions} == {each.id for each in opinions} and found.refused
    told = {problem.cell: str(problem.text) for problem in found.problems if problem.hard}
    assert told == {f"E{rows[2]}": f"the same opinion stands in row {rows[1]} already"}


def test_without_the_sheet_of_names_opinions_are_known_by_their_text(sent):
    path, opinions = sent
    book = openpyxl.load_workbook(path)
    del book["意见对应"]
    book.save(path)
    found = read_round(RoundOrder(str(path)), opinions)
    assert not found.indexed and [each.id for each in found.opinions] == [each.id for each in opinions]
    alone = read_round(RoundOrder(str(path), round=3))
    assert [each.round for each in alone.opinions] == [3, 3, 3] and alone.opinions[0].causes == ()


def test_a_list_of_a_bureaus_own_with_other_headings(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["某县村庄规划专家意见"])
    sheet.append(["编号", "意见类别", "问题位置", "意见内容", "专家", "修改情况", "是否修改"])
    sheet.append([1, "红线", "(39401234.5，4030567.8)", "压占生态保护红线", "王工", "已退出", "是"])
    sheet.append(["二", "其他的", "", "文本缺图例", "王工", "", "否"])
    sheet.append([3, "用地", "", "", "王工", "", ""])
    path = tmp_path / "专家.xlsx"
    book.save(path)
    found = read_round(RoundOrder(str(path), round=2))
    first = found.opinions[0]
    assert (first.category, first.claim, first.reply, first.x, first.y) == ("control", "done", "已退出", 39401234.5, 4030567.8)
    cells_told = {problem.cell: problem.hard for problem in found.problems}
    assert cells_told["A4"] and cells_told["B4"] is False and cells_told["D5"]


def test_an_empty_list_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(InputError, match="empty"):
        read_round(RoundOrder(str(write(tmp_path / "x.xlsx", []))))


def test_the_workbook_says_what_became_of_the_former_round(tmp_path):
    a, b = finding("a", bsm="1"), finding("b", bsm="2")
    former = [opinion("x" * 20, cause_of(a), claim="done"), opinion("y" * 20, cause_of(b), number=2)]
    found = compare_rounds(former, [a, finding("n", "gap")], 1.0)
    both = renumbered(merged([each.opinion for each in found.former], [replace(opinion("z" * 20), round=2, state="new")]))
    path = write(tmp_path / "二轮.xlsx", both, found.former, found.fresh, name="乙营村", findings="f.gpkg", finding_count=2)
    table = read_table(path, load_layout("T32"))
    assert [row.value("S") for row in table.rows] == ["未改", "已改", "新增"] and table.problems == []
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[1:6] == ["审查意见表", "意见汇总", "修改情况", "新增问题", "意见对应"]
    text = "\n".join(str(cell.value) for row in book["修改情况"].iter_rows() for cell in row if cell.value is not None)
    assert "未改" in text and "已改" in text
    sums = {row[0]: row[1:] for row in book["意见汇总"].iter_rows(values_only=True) if row[0] in ("拓扑", "合计")}
    assert sums["拓扑"][:5] == (3, 1, 1, 0, 1) and sums["合计"][:5] == (3, 1, 1, 0, 1)
    assert zipfile.is_zipfile(path)


def test_what_came_back_is_put_to_what_is_at_hand():
    here = [opinion("a", reply="旧"), opinion("b")]
    back = [opinion("a", reply="新", claim="done"), opinion("c")]
    found = {each.id: each for each in merged(back, here)}
    assert set(found) == {"a", "b", "c"} and (found["a"].reply, found["a"].claim) == ("新", "done")
    assert list(itertools.islice(found, 2)) == ["a", "b"]
