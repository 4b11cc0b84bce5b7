"""The tables of a matching: given back as projects they say the same; a hand-made table of draws and lots; stale choices."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.area import Area
from ....core.balance.demand import Demand, ProjectType
from ....core.balance.grades import load_yields
from ....core.balance.indicators import Indicators
from ....core.balance.requisition.choices import known_choices, parse_choices
from ....core.balance.requisition.demand_of import DemandFacts
from ....core.balance.requisition.matching import Task, match
from ....core.balance.requisition.model import Matching, Settlement
from ....core.balance.requisition.policy import Policy
from ....core.balance.requisition.table_rows import TableKind, demand_rows, match_table_fields, number_fields
from ....core.balance.requisition.tables_out import TABLES, matching_mark, table_columns
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit
from .test_requisition_report import HA, demand, lot, small

FACTS = DemandFacts(load_yields(GradeSystem.NATIONAL15))


def given_back(columns, field_map: str = "", unit=DisplayUnit.MU) -> list[Demand]:
    """The table of projects read as one of projects, as the adapters would hand it on."""
    found = match_table_fields(TableKind.DEMANDS, field_map)(list(columns), "projects")
    numbers = number_fields(TableKind.DEMANDS)
    attributes = {
        code: columns[actual].astype(np.float64) if code in numbers else columns[actual] for code, actual in found.items()
    }
    count = len(columns["PROJECT"])
    table = Columns("projects", np.arange(1, count + 1), np.full(count, None, dtype=object), attributes)
    return demand_rows(table, unit, FACTS)


amounts = st.integers(0, 400_000_000_000)
demands = st.builds(
    lambda number, by_grade, wet, capacity, kind, day, parts, note: Demand(
        f"P{number}", f"编造{number}", "371502", kind,
        Indicators(sum(by_grade.values()), min(wet, sum(by_grade.values())), capacity),
        {grade: Area(area) for grade, area in by_grade.items()},
        GradeSystem.NATIONAL15, day, Area(parts[0]), Area(parts[1]), note,
    ),
    st.integers(1, 10**6),
    st.dictionaries(
        st.one_of(st.integers(1, 15).map(Decimal), st.decimals("1.1", "14.9", places=2).map(lambda grade: grade.normalize())),
        st.integers(1, 400_000_000_000), min_size=1, max_size=5,
    ),
    amounts, st.integers(0, 10**12), st.sampled_from(ProjectType),
    st.one_of(st.none(), st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1))),
    st.tuples(amounts, amounts), st.sampled_from(["", "编造的备注"]),
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(demands, max_size=4, unique_by=lambda each: each.code), st.sampled_from(list(DisplayUnit)))
def test_a_table_of_projects_given_back_says_the_same(projects, unit):
    """Whatever unit the other tables are in, and with a map of their fields."""
    settlements = [Settlement(each, FACTS.policy.regime_of(each.effective), each.need) for each in projects]
    columns = table_columns(Matching(settlements, (), {}, ()))["PROJECT_TABLE"]
    assert given_back(columns, "code=备案号;original_quantity=面积", unit) == projects


def test_matched_again_from_the_table_it_is_the_same_matching():
    task = small()
    first = match(task)
    again = match(replace(task, demands=given_back(table_columns(first)["PROJECT_TABLE"])))
    assert again.draws == first.draws and again.settlements == first.settlements
    assert matching_mark(again) == matching_mark(first)
    other = match(replace(task, choices=parse_choices("", "P2=A")))
    assert matching_mark(other) != matching_mark(first)


def test_rows_against_hand_made_ones():
    """P1 takes 10 ha, 1 ha of paddy, 194 250 kg from A; P2 a hectare, what is left of A's capacity and B's."""
    tables = table_columns(match(small()), {"371502": "编造东区"}.get, {"not accepted yet, may only be promised": "未验收"}.get)
    for name, fields in TABLES.items():
        assert list(tables[name]) == [each.name for each in fields]
        assert len({len(column) for column in tables[name].values()}) == 1
    projects, draws, lots = tables["PROJECT_TABLE"], tables["DRAWS"], tables["LOTS"]
    assert projects["PROJECT"].tolist() == ["P1", "P2", "P3"]
    assert projects["WAY"].tolist() == ["已落实", "以承诺方式落实", "未落实"]
    assert projects["COUNTY"].tolist() == ["编造东区"] * 3
    assert projects["NEED_Q"].tolist() == [150.0, 15.0, 45.0] and projects["NEED_P"].tolist() == [194_250, 12_000, 31_500]
    assert (projects["M4"][0], projects["M8"][1]) == (67.5, 15.0) and np.isnan(projects["M8"][0])
    assert projects["DIFF_W"].tolist() == [0.0, -4.5, 0.0] and projects["PROMISED_W"].tolist() == [0.0, 4.5, 0.0]
    assert all(projects["SHORT_Q"] == [0.0, 0.0, 22.5])
    by_lot = dict.fromkeys(lots["LOT"].tolist(), 0)
    for key, amount in zip(draws["LOT"].tolist(), draws["DRAWN_P"].tolist()):
        by_lot[key] += amount
    assert dict(zip(lots["LOT"].tolist(), lots["DRAWN_P"].tolist())) == by_lot
    assert (lots["BEFORE_Q"] - lots["DRAWN_Q"] == lots["AFTER_Q"]).all()
    assert lots["STATE"].tolist() == ["usable", "usable", "running"] and lots["REASON"].tolist() == [None, None, "未验收"]
    assert [(p, k) for p, k, pinned in zip(draws["PROJECT"], draws["LOT"], draws["PINNED"]) if pinned] == [("P1", "A")]
    assert draws["PROMISED"].sum() == sum(key == "R" for key in draws["LOT"])


def test_a_row_may_say_its_unit_and_one_that_is_none_is_refused():
    columns = table_columns(match(Task([demand("P1", {8: "1"})], [lot("A", "2", "0", 12_000)])))["PROJECT_TABLE"]
    columns = {**columns, "AREA_UNIT": np.array(["公顷"], dtype=object)}
    (read,) = given_back(columns)
    assert read.need.quantity == 15 * HA
    with pytest.raises(InputError, match="area_unit"):
        given_back({**columns, "AREA_UNIT": np.array(["尺"], dtype=object)})
    with pytest.raises(InputError, match="grades"):
        given_back({**columns, "GRADES": np.array(["8.5=?"], dtype=object)})


def test_a_map_that_names_fields_of_the_table_stays_strict():
    available = ["项目编号", "占用耕地", "别的"]
    assert match_table_fields(TableKind.DEMANDS, "quantity=别的;capacity=无此列")(available, "t") == {
        "code": "项目编号", "quantity": "别的"
    }


def test_choices_of_what_is_gone_are_left_out_and_told():
    choices = parse_choices("P1=A;P9=A;P1=Z:1,0,5", "B;Y;P1=B;P2=Z;P8=A")
    kept, notices = known_choices(choices, [demand("P1", {8: "1"}), demand("P2", {8: "1"})], [lot("A", "1", "0", 1), lot("B", "1", "0", 1)])
    assert [(pin.project, pin.lot) for pin in kept.pins] == [("P1", "A")]
    assert kept.excluded_lots == {"B"} and kept.excluded_pairs == {("P1", "B")}
    told = sorted((notice.about, notice.field, str(notice.text)) for notice in notices)
    assert [(about, what) for about, what, _ in told] == [
        ("", "EXCLUDED"), ("P1", "PINNED"), ("P2", "EXCLUDED"), ("P8", "EXCLUDED"), ("P9", "PINNED")
    ]
    assert "lot Y" in told[0][2] and "not in the reserve" in told[0][2] and "project is not there" in told[3][2]
    assert match(Task([demand("P1", {8: "1"}), demand("P2", {8: "1"})], [lot("A", "1", "0", 1), lot("B", "1", "0", 1)], Policy(), kept))


