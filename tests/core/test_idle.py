"""Idle land by rule, case by case against dates worked out by hand (all parcels are made up)."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from ...core.area import Area
from ...core.columns import Columns
from ...core.errors import InputError
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.report import write_report
from ...core.quota.idle import IdleState, Parcel, idle_rules, judge, months_after, parcel_of, sums_of
from ...core.quota.idle_report import idle_report, idle_table, result_columns
from ...core.quota.register_tables import TableNames
from ...core.quota.supply_fields import parcels_of
from ...core.rules import load_rules
from ...core.workbook import DisplayUnit, RowKind, load_layout, read_table

RULES = idle_rules(load_rules())
NAMES = TableNames({}, {}, "编造县")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def parcel(**values) -> Parcel:
    dates = {name: day(value) for name, value in values.items() if isinstance(value, str) and name not in ("number", "holder")}
    return Parcel(**{"number": "C1", "area": Area.from_hectares("1.2"), **values, **dates})


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2023-01-31", 1, "2023-02-28"), ("2020-02-29", 12, "2021-02-28"), ("2023-12-15", 24, "2025-12-15"),
     ("2023-11-30", 3, "2024-02-29"), ("2023-05-05", 0, "2023-05-05")],
)
def test_months(start, months, expected):
    assert months_after(day(start), months) == day(expected)


@pytest.mark.parametrize(
    ("as_of", "state", "days", "recoverable"),
    [
        ("2021-03-01", IdleState.NOT_DUE, None, False),
        ("2021-03-02", IdleState.OVERDUE, None, False),
        ("2022-02-28", IdleState.OVERDUE, None, False),
        ("2022-03-01", IdleState.NOT_STARTED, 0, False),
        ("2023-02-28", IdleState.NOT_STARTED, 364, False),
        ("2023-03-01", IdleState.NOT_STARTED, 365, True),
    ],
)
def test_a_parcel_that_was_not_started(as_of, state, days, recoverable):
    found = judge(parcel(start_due="2021-03-01", price=Decimal("1234.5678")), day(as_of), RULES)
    assert (found.state, found.days, found.recoverable) == (state, days, recoverable)
    assert (found.since, found.fee_from, found.recovery_from) == (day("2022-03-01"), day("2022-03-01"), day("2023-03-01"))
    # 20 % of 1234.5678: 246.91356, half-up to 246.9136 万元.
    assert found.fee == (Decimal("246.9136") if state.idle else None)


@pytest.mark.parametrize(
    ("developed", "invested", "state"),
    [
        ("0.3999", "60", IdleState.STOPPED),
        ("0.4", "60", IdleState.RUNNING),
        ("0.4", "24.99", IdleState.STOPPED),
        ("0.4", "25", IdleState.RUNNING),
        (None, "25", IdleState.UNKNOWN),
        (None, "24", IdleState.STOPPED),
        ("0.5", None, IdleState.UNKNOWN),
        ("0.1", None, IdleState.STOPPED),
    ],
)
def test_a_site_that_stopped(developed, invested, state):
    """A third of 1.2 ha is 0.4 ha, a quarter of 100 is 25: less is idle, as much is not."""
    given = parcel(
        start_due="2020-01-01", started="2020-02-01", stopped="2021-06-01",
        developed=Area.from_hectares(developed) if developed else None,
        investment=Decimal(100), invested=Decimal(invested) if invested else None,
    )
    assert judge(given, day("2022-06-01"), RULES).state is state
    before = judge(given, day("2022-05-31"), RULES)
    assert before.state is (IdleState.UNKNOWN if state is IdleState.UNKNOWN else IdleState.RUNNING)
    assert judge(given, day("2021-05-31"), RULES).state is IdleState.RUNNING


def test_the_other_states():
    assert judge(parcel(), day("2023-01-01"), RULES).state is IdleState.UNKNOWN
    done = parcel(start_due="2020-01-01", started="2020-02-01", finished="2022-01-01")
    assert judge(done, day("2023-01-01"), RULES).state is IdleState.FINISHED
    # What happened after the day is not known on the day.
    assert judge(done, day("2021-12-31"), RULES).state is IdleState.RUNNING
    late = parcel(start_due="2020-01-01", started="2022-06-01")
    assert judge(late, day("2022-05-31"), RULES).state is IdleState.NOT_STARTED


def test_thresholds_are_rules():
    stricter = replace(RULES, start_months=6, fee_months=6, recovery_months=12)
    found = judge(parcel(start_due="2021-03-01"), day("2021-09-01"), stricter)
    assert found.state is IdleState.NOT_STARTED and found.fee is None
    rules = load_rules()
    for key, value in (("idle_developed_share", "4/3"), ("idle_developed_share", "1/0"), ("idle_investment_share", "some")):
        with pytest.raises(InputError, match=key):
            idle_rules(rules.replaced({key: value}, "t"))


def test_contradictions_are_told():
    wrong = parcel(
        signed="2021-05-01", start_due="2021-03-01", started="2021-06-01", stopped="2021-05-01",
        developed=Area.from_hectares("1.3"), investment=Decimal(1), invested=Decimal(2),
    )
    said = [str(each) for each in judge(wrong, day("2023-01-01"), RULES).findings]
    assert len(said) == 4 and all("C1" in each for each in said)


def everything() -> list:
    rows = [
        parcel(number="C1", start_due="2020-01-01", price=Decimal(100), holder="高唐县"),
        parcel(number="C2", start_due="2020-06-01", holder="高唐县"),
        parcel(number="C3", start_due="2020-01-01", started="2020-02-01", stopped="2021-06-01", developed=Area(1)),
        parcel(number="C4", start_due="2022-11-01"), parcel(number="C5"),
        parcel(number="C6", start_due="2022-01-01", started="2022-01-01"), parcel(number="C7", start_due="2024-01-01"),
    ]
    return [judge(each, day("2022-12-31"), RULES) for each in rows]


def test_the_list_foots_and_reads_back(tmp_path):
    judged = everything()
    columns = result_columns(judged)
    report = idle_report(judged, columns, day("2022-12-31"), RunFacts(rules=RULES.used), [], NAMES)
    assert not report.draft
    sums = sums_of(judged)
    assert (sums.idle_count, sums.idle_area, sums.area) == (3, Area.from_hectares("3.6"), Area.from_hectares("8.4"))
    table = idle_table(judged, day("2022-12-31"), NAMES)
    rows = [row for row in table.rows if row.kind is RowKind.DATA]
    assert [row.value("HT") for row in rows] == ["C1", "C2", "C3", "C4", "C5"]
    assert columns["DAYS"].tolist() == [729, 578, 213, None, None, None, None]
    path = tmp_path / "idle.xlsx"
    write_report(report, path)
    read = read_table(path, load_layout("IDLE"))
    assert read.problems == [] and len(read.rows) == 5
    assert [row.value("DAYS") for row in read.rows] == [729, 578, 213, None, None]
    assert read.rows[0].value("FEE") == 20 and read.rows[0].value("A") == Area.from_hectares("1.2")


def test_a_lost_parcel_makes_a_draft():
    judged = everything()
    columns = result_columns(judged)
    columns["IDLE"] = np.zeros(len(judged), dtype=np.int64)
    assert idle_report(judged, columns, day("2022-12-31"), RunFacts(), [], NAMES).draft


def layer(**attributes) -> Columns:
    arrays = {key: np.array(value, dtype=np.float64 if isinstance(value[0], float) else object) for key, value in attributes.items()}
    count = len(next(iter(arrays.values())))
    return Columns("供地", np.arange(1, count + 1), np.full(count, None, dtype=object), arrays)


def test_parcels_of_a_layer():
    rows = layer(
        HTBH=["C1", None], GYFS=["CR", "租赁"], YDDGRQ=["2020年1月1日", None], GDMJ=[29.556, float("nan")], MJ=[1.0, 2.5],
        ZTZE=[float("nan"), 3.25],
    )
    first, second = parcels_of(rows, DisplayUnit.MU)
    assert (first.number, first.mode, first.start_due) == ("C1", "出让", day("2020-01-01"))
    assert first.area == Area.from_square_metres("19704") and second.area == Area.from_mu("2.5")
    assert (second.number, second.mode, second.investment) == ("2", "租赁", Decimal("3.25"))
    for changed, words in (
        ({"YDDGRQ": ["2020-02-30", None]}, ["feature 1", "2020-02-30", "YDDGRQ"]),
        ({"GDMJ": [float("nan")] * 2, "MJ": [1.0, float("nan")]}, ["feature 2", "GDMJ", "empty"]),
        ({"GDMJ": [1.0, -2.0]}, ["feature 2", "-2"]),
    ):
        with pytest.raises(InputError) as refused:
            parcels_of(replace(rows, attributes={**rows.attributes, **layer(**changed).attributes}), DisplayUnit.HECTARE)
        assert all(word in str(refused.value) for word in words), str(refused.value)


def test_a_row_of_the_register():
    values = {"supervision_no": "Z1", "area": 18_000_000, "start_due": "2020-01-01", "price": "12.5", "mode": "CR", "holder": "c"}
    found = parcel_of(values, "出让", "某县")
    assert (found.number, found.area, found.start_due, found.price) == ("Z1", Area.from_hectares("1.2"), day("2020-01-01"), Decimal("12.5"))
    assert (found.mode, found.holder, found.started) == ("出让", "某县", None)
