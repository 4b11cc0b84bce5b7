"""Statistics of visits and suggestions against counts made by hand from plain tuples, and printed figures."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.report import write_report
from ....core.rules import load_rules
from ....core.service.register.ledger import NewVisit, ServiceLedger
from ....core.service.register.report import SuggestionJob, failing, service_figures, suggestion_report
from ....core.service.register.statistics import Period
from ....core.store.geopackage import create
from ....core.workbook import RowKind, load_layout, read_table
from .made_register import BOOKS, day, open_service

FIELDS = ("公共空间品质提升", "背街小巷综合整治", "环境优化提升", "名城保护")
STATES = ("raised", "submitted", "adopted", "partly", "rejected", "done")
UNITS = ("东街", "西街", "南村", "")


@pytest.fixture
def filled(tmp_path):
    """A ledger with made-up visits and suggestions, and the same as plain tuples."""
    ledger = open_service(create(tmp_path / "a.gpkg", "示例", BOOKS))
    chance = random.Random(7)
    visits, suggestions, new = [], [], []
    for number in range(60):
        on = datetime.date(2023, 1, 1) + datetime.timedelta(days=chance.randrange(500))
        team, unit, field = chance.choice(("X1", "X2")), chance.choice(UNITS), chance.choice((*FIELDS, ""))
        visits.append((f"走{number}", team, on, unit, field))
        under = []
        for place in range(chance.randrange(4)):
            row = (f"议{number}-{place}", team, on, unit, field or chance.choice(FIELDS), chance.choice(STATES))
            suggestions.append(row)
            under.append({"no": row[0], "field": row[4], "text": f"文{row[0]}", "state": row[5]})
        values = {"no": f"走{number}", "team": team, "date": on, "unit_name": unit, "topic": field, "count": number % 3 or None}
        new.append(NewVisit(values, under))
    ledger.record_visits(new, operator="丙")
    yield ledger, visits, suggestions
    ledger.store.close()


def report(ledger, **job):
    return suggestion_report(ledger, SuggestionJob(**job), RunFacts())


def rows_of(made, layout):
    table = next(table for table in made.tables if table.layout.id == layout)
    return table.rows


def by_name(made, layout, key="NAME"):
    return {row.value(key): row for row in rows_of(made, layout) if row.kind is RowKind.DATA}


def percent(part, whole):
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if whole else None


ADOPTED = ("adopted", "partly", "done")


@pytest.mark.parametrize(("since", "until"), [(None, None), ("2023-03-01", "2023-12-31"), ("2025-01-01", None)])
def test_every_sheet_counts_as_the_plain_rows_do(filled, since, until):
    ledger, visits, suggestions = filled
    low, high = day(since or "0001-01-01"), day(until or "9999-12-31")
    visits = [row for row in visits if low <= row[2] <= high]
    suggestions = [row for row in suggestions if low <= row[2] <= high]
    made, counted = report(ledger, since=day(since) if since else None, until=day(until) if until else None)
    assert not made.draft
    assert (counted.visits, counted.suggestions) == (len(visits), len(suggestions))
    assert counted.adopted == sum(row[5] in ADOPTED for row in suggestions)
    keys = {
        "T33T": (lambda row: {"X1": "第一小组", "X2": "第二小组"}[row[1]]), "T33U": (lambda row: row[3] or "（未填）"),
        "T33F": (lambda row: row[4] or "（未填）"), "T33P": (lambda row: f"{row[2].year}年{row[2].month:02d}月"),
    }  # fmt: skip
    for layout, key in keys.items():
        ours = by_name(made, layout)
        v, s = Counter(map(key, visits)), Counter(map(key, suggestions))
        assert {name: row.value("V") for name, row in ours.items() if row.value("V")} == dict(v)
        assert {name: row.value("S") for name, row in ours.items() if row.value("S")} == dict(s)
        for name, row in ours.items():
            own = [each for each in suggestions if key(each) == name]
            states = [sum(each[5] == state for each in own) for state in STATES]
            assert [row.value(f"S{place}") for place in range(1, 7)] == states
            adopted = sum(each[5] in ADOPTED for each in own)
            assert (row.value("A"), row.value("Q"), row.value("R")) == (adopted, len(own), percent(adopted, len(own)))
            assert row.value("VU") == len({each[3] for each in visits if key(each) == name and each[3]})
        total = [row for row in rows_of(made, layout) if row.kind is RowKind.TOTAL]
        if total:
            assert total[0].value("S") == len(suggestions) and total[0].value("V") == len(visits)
            assert total[0].value("R") == percent(counted.adopted, len(suggestions))
            assert total[0].value("VU") == len({each[3] for each in visits if each[3]})
    listed = [row for row in rows_of(made, "T33") if row.kind is RowKind.DATA]
    assert sorted(row.value("N") for row in listed) == sorted(row[0] for row in suggestions)
    assert [row.value("SEQ") for row in listed] == list(range(1, len(suggestions) + 1))


def test_a_team_a_unit_and_other_rules(filled):
    ledger, visits, suggestions = filled
    made, counted = report(ledger, team="乙", period=Period.QUARTER)
    assert counted.visits == sum(row[1] == "X2" for row in visits) and list(by_name(made, "T33T")) == ["第二小组"]
    days = [row[2] for row in (*visits, *suggestions) if row[1] == "X2"]
    assert set(by_name(made, "T33P")) == {f"{each.year}年第{(each.month - 1) // 3 + 1}季度" for each in days}
    _, counted = report(ledger, unit="东街")
    assert counted.suggestions == sum(row[3] == "东街" for row in suggestions)
    with pytest.raises(InputError, match="no team 戊"):
        report(ledger, team="戊")
    rules = load_rules().replaced({"service_adoption_base": "decided", "service_adoption_partly": "no"}, "试")
    other = ServiceLedger(ledger.store.whole, rules, lambda: day("2024-06-30"))
    made, counted = suggestion_report(other, SuggestionJob(), RunFacts())
    decided = [row for row in suggestions if row[5] in ("adopted", "partly", "rejected", "done")]
    assert (counted.adopted, counted.base) == (sum(row[5] in ("adopted", "done") for row in decided), len(decided))
    assert not made.draft


@pytest.mark.parametrize(
    ("text", "visits", "suggestions", "fails"),
    [
        ("现场调研=90余次;意见建议=280余条", 94, 286, []),
        ("现场调研=90余次;意见建议=280余条", 89, 286, ["现场调研"]),
        ("现场调研=90余次；意见建议＝280余条", 90, 279, ["意见建议"]),
        ("走访=94", 94, 0, []),
        ("走访=94", 95, 0, ["走访"]),
        ("走访=约100", 96, 0, []),
        ("走访=约100", 94, 0, ["走访"]),
        ("采纳率=50%", 1, 3, ["采纳率"]),
        ("采纳率=0%", 1, 3, []),
    ],
)
def test_printed_figures_hold_or_not(tmp_path, text, visits, suggestions, fails):
    ledger = open_service(create(tmp_path / "a.gpkg", "示例", BOOKS))
    under = [{"text": str(number), "field": "名城保护"} for number in range(suggestions)]
    rows = [NewVisit({"no": str(number), "team": "X1", "date": "2024-01-01"}, under if not number else ()) for number in range(visits)]
    ledger.record_visits(rows)
    job = SuggestionJob(figures=service_figures(text))
    made, counted = suggestion_report(ledger, job, RunFacts())
    assert [each.name for each, _ in failing(job, counted)] == fails and made.draft is bool(fails)
    assert len(by_name(made, "PRINTED", "ITEM")) == len(job.figures)
    assert len(by_name(made, "T33", "N")) == suggestions
    ledger.store.close()


def test_a_figure_that_is_none_is_said():
    with pytest.raises(InputError, match="no printed figure"):
        service_figures("走访次=90")
    with pytest.raises(InputError, match="no figure"):
        service_figures("走访=很多")


def test_the_workbook_says_what_it_was_made_of(filled, tmp_path):
    ledger, _, suggestions = filled
    made, _ = report(ledger, name="示例市", as_of=day("2023-12-31"), until=day("2023-12-31"))
    write_report(made, tmp_path / "a.xlsx")
    read = read_table(tmp_path / "a.xlsx", load_layout("T33"))
    assert read.problems == []
    assert sum(row.kind is RowKind.DATA for row in read.rows) == sum(row[2].year == 2023 for row in suggestions)
    inputs = read_table(tmp_path / "a.xlsx", load_layout("INPUTS")).rows
    told = " ".join(str(row.value(key)) for row in inputs for key in ("ITEM", "CONTENT", "NOTE", "STATE"))
    for what in ("service_focus_fields", "service_adoption_base", "default, confirm locally", "all suggestions", "370000GH"):
        assert what in told
    assert "至 2023-12-31" in told
