"""Increase–decrease linkage against sums made by hand, fractions and shapely (all project areas are made up)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.area import Area, AreaUnit
from ....core.balance.linkage.fields import blocks_of, projects_of, projects_of_sheet
from ....core.balance.linkage.ground import overlap_problems, taken_land, with_taken
from ....core.balance.linkage.judging import link
from ....core.balance.linkage.model import AMOUNTS, Amounts, Block, Project, ProjectState, Role
from ....core.balance.linkage.report import Book, linkage_report, project_blocks, result_columns
from ....core.balance.linkage.rules import linkage_rules
from ....core.balance.linkage.tables import (
    compared_figures,
    former_figure,
    hectare_columns,
    linkage_figures,
    project_table,
)
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.intervals import Verdict
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.model import AreaMethod, Job
from ....core.occupation.report import write_report
from ....core.quota.register_tables import TableNames
from ....core.rules import load_rules
from ....core.survey.apportion import Master
from ....core.survey.classes import load_code_table
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit, Row, RowKind, load_layout, read_table

SHIPPED = load_rules()
RULES = linkage_rules(SHIPPED)
NAMES = TableNames({}, {}, "编造市")
NATIONAL = GradeSystem.NATIONAL15


def rules(**values: str):
    return linkage_rules(SHIPPED.replaced({f"linkage_{key}": value for key, value in values.items()}, "t"))


def mu(text: str) -> Area:
    return Area.from_mu(text)


def project(code: str = "X1", **values) -> Project:
    """100 mu approved and accepted, 60 built on, 10 resettled, 30 over; 50 taken, 80 reclaimed, of the same grade."""
    amounts = {"approved": "100", "accepted": "100", "new_build": "60", "resettled": "10", "cultivated": "80", "taken": "50"}
    amounts.update({name: values.pop(name) for name in AMOUNTS if name in values})
    given = Amounts(**{name: None if text is None else mu(text) for name, text in amounts.items()})
    return Project(code, f"项目区{code}", **{"amounts": given, "gained": Fraction(6), "lost": Fraction(6), **values})


def broken(linked) -> list[str]:
    return [problem.rule.removeprefix("linkage_") for problem in linked.problems]


# ---------------------------------------------------------------------------------------------------------------- rules


def test_surplus_and_state():
    assert (project().surplus, project().left, project().state) == (mu("30"), mu("30"), ProjectState.SURPLUS)
    assert project(used="30").state is ProjectState.USED_UP
    assert project(used="30.0001").state is ProjectState.OVERDRAWN
    assert project(accepted=None).state is ProjectState.RUNNING
    assert project(accepted=None).surplus == mu("-70")


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"new_build": "90"}, []),
        ({"new_build": "90.000001"}, ["new_build_accepted", "new_build_approved"]),
        ({"accepted": "69.9999"}, ["new_build_accepted", "cultivated"]),
        ({"accepted": "100.01"}, ["accepted_approved"]),
        ({"used": "30"}, []),
        ({"used": "30.000001"}, ["surplus_used"]),
        ({"taken": "80"}, []),
        ({"taken": "80.000001"}, ["cultivated"]),
        ({"gained": Fraction(601, 100), "lost": Fraction(6)}, ["quality"]),
        ({"gained": Fraction(599, 100), "lost": Fraction(6)}, []),
        ({"gained": None}, ["quality_known"]),
        ({"lost": None}, ["quality_known"]),
        ({"lost": None, "taken": None}, []),
        ({"issued": "40", "returned": "40"}, []),
        ({"issued": "40", "returned": "40.01"}, ["turnover_returned"]),
    ],
)
def test_invariants_to_the_micro_mu(values, faults):
    if values.get("accepted") == "69.9999":
        values["cultivated"] = "40"
    assert broken(link([project(**values)], [], RULES)) == faults


def test_grades_are_compared_as_fractions():
    """2.004 against 2.001 both print as 2.00, and the first is worse."""
    close = project(gained=Fraction(2004, 1000), lost=Fraction(2001, 1000))
    assert broken(link([close], [], RULES)) == ["quality"]


def test_turnover_before_acceptance_and_overdue():
    early = project(accepted=None, cultivated="60", issued="70", year=2020)
    assert broken(link([early], [], RULES)) == ["new_build_accepted"]
    assert broken(link([early], [], rules(turnover_counts="yes"))) == []
    returned = project(accepted=None, cultivated="60", issued="70", returned="1")
    assert broken(link([returned], [], rules(turnover_counts="yes"))) == ["new_build_accepted"]
    for year, faults in ((2023, []), (2024, ["turnover_overdue"]), (None, [])):
        assert broken(link([early], [], rules(turnover_counts="yes"), year)) == faults


def test_severities_are_rules():
    wrong = project(used="40")
    assert link([wrong], [], RULES).errors == 1
    assert link([wrong], [], rules(surplus_used="warning")).errors == 0
    assert not link([wrong], [], rules(surplus_used="off")).problems
    assert all(rule.status.value == "default, confirm locally" for rule in RULES.used)


# --------------------------------------------------------------------------------------------------------------- blocks


def block(role: Role, area: str, code: str = "X1", **values) -> Block:
    areas = {name: mu(values.pop(name)) for name in ("accepted", "cultivated", "taken") if name in values}
    return Block(role, code, values.pop("number", "D1"), mu(area), f"项目区{code}", **areas, **values)


BLOCKS = [
    block(Role.DEMOLITION, "60", accepted="55", cultivated="50", grade=Fraction(5), accept_no="验1"),
    block(Role.DEMOLITION, "40", accepted="40", cultivated="25", grade=Fraction(8), number="D2", accept_no="验2"),
    block(Role.NEW_BUILD, "30", taken="20", grade=Fraction(7), number="J1"),
    block(Role.RESETTLEMENT, "10", taken="5", grade=Fraction(6), number="A1"),
]


def test_blocks_make_up_a_project_area():
    linked = link([], BLOCKS, RULES)
    one = linked.projects[0]
    assert {name: one.amount(name) for name in AMOUNTS if one.amount(name)} == {
        "approved": mu("100"), "new_build": mu("30"), "resettled": mu("10"), "accepted": mu("95"), "cultivated": mu("75"),
        "taken": mu("25"),
    }  # fmt: skip
    assert (one.gained, one.lost) == (Fraction(50 * 5 + 25 * 8, 75), Fraction(20 * 7 + 5 * 6, 25))
    assert (one.demolitions, one.buildings, one.accept_no, one.surplus) == (2, 2, "验1、验2", mu("55"))
    assert not linked.problems
    # A block with cultivated land and without a grade makes the average unknown.
    unknown = link([], [replace(BLOCKS[0], grade=None), *BLOCKS[1:]], RULES)
    assert unknown.projects[0].gained is None and broken(unknown) == ["quality_known"]


def test_the_register_counts_and_is_compared():
    register = Project("X1", "别名", amounts=Amounts(approved=mu("100"), accepted=mu("94")))
    linked = link([register], BLOCKS, RULES)
    assert linked.projects[0].amount("accepted") == mu("94") and linked.projects[0].amount("new_build") == mu("30")
    assert broken(linked) == ["blocks_differ"] and linked.problems[0].area == mu("1")
    assert not link([replace(register, amounts=Amounts(accepted=mu("94.99")))], BLOCKS, RULES).problems
    stray = link([replace(register, code="X2", name="项目区X2", amounts=Amounts())], BLOCKS, RULES)
    assert broken(stray) == ["unknown_project"] * 4
    # By the name, where the codes differ.
    assert not link([replace(register, code="甲", name="项目区X1", amounts=Amounts())], BLOCKS, RULES).problems
    with pytest.raises(InputError, match="X1 stands twice"):
        link([register, register], [], RULES)


# --------------------------------------------------------------------------------------------------------------- tables


def fourteen() -> list[Project]:
    """14 project areas whose approved demolition adds up to the 1342.89 mu of the bulletin; the split is made up."""
    rest, found = Decimal("1342.89"), []
    for place in range(14):
        own = Decimal("95.92") if place < 13 else rest
        rest -= own
        part = str(own)
        found.append(
            project(
                f"X{place:02d}", approved=part, accepted=part, new_build=str(own / 2), resettled="3.33", cultivated="40",
                taken="20", used=str(own / 4), county=f"编造县{place % 3}", year=2023,
            )
        )  # fmt: skip
    return found


def total_of(table):
    return next(row for row in table.rows if row.kind is RowKind.TOTAL)


def test_the_bulletin_is_reproduced():
    linked = link(fourteen(), [], RULES)
    figures = linkage_figures("项目数=14个;批复拆旧复垦规模=1342.89亩;比上年增加=1017.7;同比=312.96%")
    lines = compared_figures(linked, figures)
    # The increase alone can't be compared with anything of this year; growth follows from it.
    assert [(line.printed.item, line.verdict) for line in lines] == [
        ("count", Verdict.EXACT), ("approved", Verdict.EXACT), ("growth", Verdict.EXACT),
    ]
    former = former_figure(linked, figures)
    assert (former.value, former.interval.low, former.interval.high) == (
        Fraction("325.19"), Fraction("325.14"), Fraction("325.24"),
    )
    # By hand: 1017.7 / 325.19 = 3.12955…
    assert lines[-1].ours.value == Fraction("1017.7") / Fraction("325.19")
    both = compared_figures(linked, linkage_figures("比上年增加=1017.7;上年=325.19;同比=312.96"))
    assert {line.printed.item: line.verdict for line in both} == {
        "growth": Verdict.EXACT, "former": Verdict.EXACT, "increase": Verdict.EXACT,
    }
    off = compared_figures(linked, linkage_figures("比上年增加=1017.7;同比=313.10%"))
    assert [line.verdict for line in off] == [Verdict.FAILS]
    near = compared_figures(linked, linkage_figures("比上年增加=1017.7;同比=312.97%"))
    assert [line.verdict for line in near] == [Verdict.WITHIN_ROUNDING]
    by_growth = former_figure(linked, linkage_figures("同比=312.96%"))
    assert by_growth.interval.low < Fraction("325.19") < by_growth.interval.high
    assert former_figure(linked, []) is None


def book_of(linked, figures=(), columns=None):
    columns = result_columns(linked) if columns is None else columns
    return linkage_report(linked, columns, Book(figures), RunFacts(rules=RULES.used), NAMES)


def test_the_workbook_foots_and_turns_into_a_draft():
    linked = link(fourteen(), [], RULES)
    assert not book_of(linked, linkage_figures("项目数=14;增加=1017.7;同比=312.96%")).draft
    assert book_of(linked, linkage_figures("项目数=13")).draft
    assert book_of(link([*fourteen(), project("XX", used="99")], [], RULES)).draft
    assert book_of(link([project(taken="99")], [], RULES)).draft
    columns = dict(result_columns(linked))
    columns["AREA_MU"] = columns["AREA_MU"] * 2
    assert book_of(linked, columns=columns).draft
    assert not book_of(link([], BLOCKS, RULES)).draft
    # More reclaimed as cultivated land than was accepted at all.
    assert book_of(link([project(cultivated="100.01")], [], RULES)).draft


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 10**9)] * 4), min_size=1, max_size=9))
def test_hectares_stand_beside_and_foot(rows):
    projects = [
        Project(f"X{n}", amounts=Amounts(accepted=Area(a + b + c + d), new_build=Area(a), resettled=Area(b), used=Area(c)))
        for n, (a, b, c, d) in enumerate(rows)
    ]
    columns = hectare_columns(projects)
    for name, units in columns.items():
        exact = [project.amount(name).micro_mu for project in projects]
        assert sum(units) == int(Fraction(sum(exact), 1500) + Fraction(1, 2))
        assert all(abs(unit * 1500 - micro_mu) < 1500 for unit, micro_mu in zip(units, exact))
    total = total_of(project_table(link(projects, [], RULES), NAMES))
    assert total.value("H_A_YS") == total.value("H_A_AZ") + total.value("H_A_JX") + total.value("H_A_JY")
    assert total.value("A_YS") == total.value("A_AZ") + total.value("A_JX") + total.value("A_JY")


def test_the_sheet_is_read_back(tmp_path):
    linked = link([*fourteen(), project("XA", used="1", issued="40", returned="10", accept_no="验9")], [], RULES)
    path = tmp_path / "t09.xlsx"
    write_report(book_of(linked), path)
    again = read_table(path, load_layout("T09"))
    assert not again.problems
    read = projects_of_sheet(again.rows, again.sheet)
    assert [(each.code, each.name, each.county, each.year, each.accept_no) for each in read] == [
        (each.code, each.name, each.county, each.year, each.accept_no) for each in linked.projects
    ]
    for name in AMOUNTS:
        assert [each.amount(name) for each in read] == [each.amount(name) for each in linked.projects]
    assert (read[-1].gained, read[-1].lost) == (Fraction(6), Fraction(6))


# --------------------------------------------------------------------------------------------------------------- layers


def columns(name: str = "地块", shapes=None, **values) -> Columns:
    count = len(next(iter(values.values())))
    numbers = ("MJ", "GDDB", "GDDJ")
    attributes = {key: np.array(each, dtype=np.float64 if key.endswith(numbers) else object) for key, each in values.items()}
    geometry = np.full(count, None, dtype=object)
    if shapes is not None:
        geometry[:] = shapes
    return Columns(name, np.arange(1, count + 1), geometry, attributes, crs="EPSG:4527")


def test_rows_of_layers():
    layer = columns(XMQBH=["X1", None], XMQMC=["甲", "乙"], FKMJ=[1.5, np.nan], YSMJ=[1.2, np.nan], ZZXDMJ=[0.5, np.nan],
                    XZQDM=["371526", None], PZRQ=["2020-05-01", None], ZYGDMJ=[0.0, np.nan])
    one, two = projects_of(layer, DisplayUnit.HECTARE)
    assert (one.code, one.county, one.county_code, one.year) == ("X1", "371526", "371526", 2020)
    assert (one.amounts.approved, one.amounts.issued, one.amounts.taken) == (mu("22.5"), mu("7.5"), mu("0"))
    assert (two.code, two.name, two.amounts) == ("乙", "乙", Amounts())
    blocks = blocks_of(columns(XMQBH=["X1", "X1"], JXLX=["安置区", None], MJ=[10.0, 5.0], ZYGDMJ=[2.0, np.nan],
                               GDDB=[6.0, 0.0], DKBH=["A1", None]), False, DisplayUnit.MU, NATIONAL)
    assert [(b.role, b.area, b.taken, b.grade, b.number) for b in blocks] == [
        (Role.RESETTLEMENT, mu("10"), mu("2"), Fraction(6), "A1"), (Role.NEW_BUILD, mu("5"), None, None, "2"),
    ]
    measured = blocks_of(columns(XMQBH=["X1"], MJ=[9.0], YSMJ=[8.0]), True, DisplayUnit.MU, NATIONAL, np.array([100_000]))
    assert (measured[0].area, measured[0].accepted) == (mu("1.5"), mu("8"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"XMQBH": [None]}, "XMQBH"),
        ({"FKMJ": [np.nan]}, "FKMJ"),
        ({"FKMJ": [-1.0]}, "-1"),
        ({"GDDB": [16.0]}, "16"),
        ({"GDDB": [0.5]}, "0.5"),
    ],
)
def test_blocks_that_make_no_sense(values, said):
    with pytest.raises(InputError, match=said):
        blocks_of(columns(**{"XMQBH": ["X1"], "FKMJ": [1.0], "GDDB": [6.0], **values}), True, DisplayUnit.MU, NATIONAL)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("PZRQ", "2023年13月", "feature 1: “2023年13月” is no valid value of PZRQ"),
        ("PZRQ", "2023-02-30", "PZRQ"),
        ("PZRQ", "202300", "PZRQ"),
        ("PZRQ", "2023年度第3批", "PZRQ"),
        ("PZRQ", "1823", "PZRQ"),
        ("XZQDM", "abc", "feature 1: XZQDM “abc” is no district code"),
        ("XZQDM", "3715", "XZQDM"),
        ("ZLDWDM", "示例县", "ZLDWDM"),
    ],
)
def test_dates_and_district_codes_that_are_none(field, value, said):
    with pytest.raises(InputError, match=said):
        projects_of(columns(XMQBH=["X1"], **{field: [value]}), DisplayUnit.MU)


@pytest.mark.parametrize(
    "written",
    ["2023", "2023年", "2023年度", "2023.0", "2023年5月", "2023-05", "2023.5", "202305", "20230501", "2023/5/1", "２０２３年5月1日",
     "2023-05-01T08:00:00"],
)  # fmt: skip
def test_years_as_people_write_them(written):
    assert projects_of(columns(XMQBH=["X1"], PZRQ=[written]), DisplayUnit.MU)[0].year == 2023


def test_a_row_of_a_sheet_without_number_and_name_is_refused_by_the_heading():
    with pytest.raises(InputError, match="Sheet 甲, row 2 of the list: the column 项目区编号 "):
        projects_of_sheet([Row({"NO": "X1"}), Row({"NO": None, "PRJ": " "})], "甲")


def test_grade_systems_are_never_mixed():
    layer = columns(XMQBH=["X1"], FKMJ=[1.0], GDDJ=[4.0])
    with pytest.raises(InputError, match="GDDJ"):
        blocks_of(layer, True, DisplayUnit.MU, NATIONAL)
    assert blocks_of(layer, True, DisplayUnit.MU, GradeSystem.QUALITY10)[0].grade == 4


# --------------------------------------------------------------------------------------------------------------- ground

PLANE = Job(AreaMethod.PLANE, Master.FOOTPRINT, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0)


def survey() -> Columns:
    """Three parcels of 100 m side by side: dry land of grade 6, woods, dry land of grade 9 with 10 % ridges."""
    shapes = [shapely.box(x, 0, x + 100, 100) for x in (0, 100, 200)]
    return columns("DLTB", shapes, DLBM=["0103", "0301", "0103"], GDDB=[6.0, np.nan, 9.0], BSM=["1", "2", "3"],
                   KCXS_MJ=[0.0, 0.0, 0.1])


def with_ridges(layer: Columns) -> Columns:
    attributes = dict(layer.attributes)
    attributes["KCXS"] = attributes.pop("KCXS_MJ")
    return replace(layer, attributes=attributes)


def test_cultivated_land_taken_by_the_survey():
    shapes = [shapely.box(50, 0, 150, 100), shapely.box(90, 0, 220, 10), shapely.box(110, 20, 120, 30)]
    drawn = columns("建新", shapes, XMQBH=["X1", "X1", "X2"], MJ=[15.0, 1.95, 0.15])
    found = taken_land(drawn, with_ridges(survey()), load_code_table(), SHIPPED, PLANE, NATIONAL)
    # 50 × 100; 10 × 10 + 20 × 10 less a tenth; nothing.
    assert found.area == {0: Area.from_square_metres("5000"), 1: Area.from_square_metres("280"), 2: Area(0)}
    assert found.grade == {0: Fraction(6), 1: Fraction(100 * 6 + 180 * 9, 280), 2: None}
    blocks = with_taken(blocks_of(drawn, False, DisplayUnit.MU, NATIONAL), found)
    assert [block.taken for block in blocks] == list(found.area.values())
    # Land of no grade makes the average unknown, not better.
    unknown = with_ridges(survey())
    unknown.attributes["GDDB"][2] = np.nan
    again = taken_land(drawn, unknown, load_code_table(), SHIPPED, PLANE, NATIONAL)
    assert again.grade == {0: Fraction(6), 1: None, 2: None}


def test_a_grade_with_decimals_is_the_decimal_and_not_its_float():
    """6.1 as a float is a little better: reclaimed land of the very same grade would count as worse."""
    ground = with_ridges(survey())
    ground.attributes["GDDB"][:] = 6.1
    drawn = columns("建新", [shapely.box(50, 0, 150, 100)], XMQBH=["X1"], MJ=[15.0])
    found = taken_land(drawn, ground, load_code_table(), SHIPPED, PLANE, NATIONAL)
    assert found.grade == {0: Fraction("6.1")}


def test_blocks_over_one_another():
    old = columns("拆旧", [shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10)], XMQBH=["X1", "X2"], MJ=[1.0, 1.0])
    new = columns("建新", [shapely.box(5, 0, 15, 10), shapely.box(30, 0, 40, 10)], XMQBH=["X1", "X2"], MJ=[1.0, 1.0])
    layers = [(each, blocks_of(each, each is old, DisplayUnit.MU, NATIONAL)) for each in (old, new)]
    found = overlap_problems(layers, PLANE, RULES)
    assert [(each.feature, each.area) for each in found] == [("X1", Area.from_square_metres("50"))]
    assert not overlap_problems(layers, PLANE, rules(tolerance_m2="50"))
    assert not overlap_problems([], PLANE, RULES)


def test_a_result_without_blocks_holds_project_areas():
    linked = link([project(), project("X2", used="40")], [], RULES)
    found = result_columns(linked)
    assert found["ROLE"].tolist() == ["project", "project"] and found["STATE"].tolist() == ["surplus", "overdrawn"]
    assert found["FAULTS"].tolist() == [0, 1] and len(project_blocks(linked)) == 2
