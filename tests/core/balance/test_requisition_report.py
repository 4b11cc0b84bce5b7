"""Tables of a matching against hand-made figures, identities that turn red, the reference figures of a year."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from ....core.area import Area
from ....core.balance.demand import Demand, ProjectType, Regime
from ....core.balance.grades import load_yields, whole_kilograms
from ....core.balance.indicators import Indicators
from ....core.balance.lots import Lot
from ....core.balance.requisition.account import CountyYear, accounts_of
from ....core.balance.requisition.choices import parse_choices
from ....core.balance.requisition.matching import Task, match
from ....core.balance.requisition.model import Notice, Outcome
from ....core.balance.requisition.policy import Policy
from ....core.balance.requisition.report import Based, requisition_identities, requisition_report
from ....core.balance.requisition.tables import Booking, Sheets
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.report import write_report
from ....core.rules import load_rules
from ....core.sentence import sentence
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit, FilledForm, FilledTable, RowKind

MU = 1_000_000
HA = 15 * MU
DAY = datetime.date(2023, 3, 1)


def demand(code: str, by_grade: dict[int, str], paddy: str = "0", kind=ProjectType.BATCH, day=DAY, **more) -> Demand:
    """A project with hectares by grade, capacity by the official formula."""
    areas = {Decimal(grade): Area.from_hectares(area) for grade, area in by_grade.items()}
    capacity = load_yields(GradeSystem.NATIONAL15).capacity((grade, False, area) for grade, area in areas.items())
    need = Indicators(sum(a.micro_mu for a in areas.values()), Area.from_hectares(paddy).micro_mu, whole_kilograms(capacity))
    return Demand(code, f"编造项目{code}", more.pop("region", "371502"), kind, need, areas, effective=day, **more)


def lot(code: str, quantity: str, paddy: str, capacity: int, **more) -> Lot:
    """A lot in hectares and kg."""
    amounts = Indicators(Area.from_hectares(quantity).micro_mu, Area.from_hectares(paddy).micro_mu, capacity)
    return Lot(code, f"编造储备{code}", more.pop("region", "371502"), "consolidation", amounts, **more)


def small() -> Task:
    """Two batches and a single site; the first is settled, the second promised, the third short."""
    demands = [
        demand("P1", {1: "1", 2: "2", 3: "2.5", 4: "4.5"}, "1"),
        demand("P2", {8: "1"}, "0.5", day=DAY + datetime.timedelta(1)),
        demand("P3", {9: "3"}, "0", ProjectType.SINGLE, DAY + datetime.timedelta(2)),
    ]
    lots = [
        lot("A", "12", "1.2", 203_000), lot("B", "0.5", "0", 10_000, region="371503"),
        lot("R", "0", "2", 3_100, running=True),
    ]
    return Task(demands, lots, choices=parse_choices("P1=A:10,1,194250", ""))


def sheets_of(task: Task, **more) -> Sheets:
    return Sheets(match(task), **more)


def form(tables, sheet: str) -> FilledForm:
    return next(table for table in tables if isinstance(table, FilledForm) and table.sheet == sheet)


def table(tables, layout_id: str) -> FilledTable:
    return next(each for each in tables if isinstance(each, FilledTable) and each.layout.id == layout_id)


def lines(page) -> dict[str, tuple]:
    return {row.value("LINE"): tuple(row.value(key) for key in "MSC") for row in page.rows}


def ha(text: str) -> Area:
    return Area.from_hectares(text)


def test_the_official_form_says_what_the_public_forms_say():
    """The vector of the public forms: 1, 2, 2.5 and 4.5 ha in grades 1 to 4 are 194 250 kg."""
    pages = form(sheets_of(small()).tables(), "分析表（分批次）").pages
    total, first, second = pages
    assert lines(first) == {
        "Z": (ha("10"), ha("1"), 194_250), "B": (ha("10"), ha("1"), 194_250), "H": (ha("0"), ha("0"), 0)
    }
    grades = {row.value("LINE"): [row.value(f"M{grade}") for grade in range(1, 16)] for row in first.rows}
    assert grades["Z"][:5] == [ha("1"), ha("2"), ha("2.5"), ha("4.5"), None]
    assert set(grades["B"]) == set(grades["H"]) == {"-"}
    assert first.fields["CONCLUSION"] == "已落实" and first.fields["SHORT"] is None
    # The second: 8 750 kg left in A and as many as B has, 0.2 ha paddy left in A, the rest of the paddy promised.
    assert lines(second)["B"] == (ha("1"), ha("0.2"), 12_000)
    assert lines(second)["H"] == (ha("0"), ha("-0.3"), 0)
    assert second.fields["CONCLUSION"] == "以承诺方式落实"
    assert str(second.fields["PROMISED"]) == "R: paddy 4.50 mu"
    assert lines(total) == {
        "Z": (ha("11"), ha("1.5"), 206_250), "B": (ha("11"), ha("1.2"), 206_250), "H": (ha("0"), ha("-0.3"), 0)
    }
    assert total.fields["CONCLUSION"] == "已落实1、以承诺方式落实1"


def test_a_project_without_farmland_leaves_the_grades_of_all_together():
    task = small()
    bare = demand("P0", {})
    total = form(sheets_of(replace(task, demands=[*task.demands, bare])).tables(), "分析表（分批次）").pages[0]
    areas = [total.rows[0].value(f"M{grade}") for grade in range(1, 16)]
    assert [areas[0], areas[7]] == [ha("1"), ha("1")] and Area.total(area for area in areas if area) == ha("11")
    untold = replace(demand("P4", {8: "1"}), by_grade={})
    total = form(sheets_of(replace(task, demands=[*task.demands, untold])).tables(), "分析表（分批次）").pages[0]
    assert {total.rows[0].value(f"M{grade}") for grade in range(1, 16)} == {"-"}


def test_the_single_site_has_its_own_form_and_what_is_short_is_said():
    (page,) = form(sheets_of(small()).tables(), "分析表（单独选址）").pages
    assert page.fields["CONCLUSION"] == "未落实"
    # 3 ha of grade 9 are 31 500 kg; 1.5 ha and 6 750 kg are left for it, 3 100 kg more are promised.
    assert lines(page)["H"] == (ha("-1.5"), ha("0"), 6_750 - 31_500)
    assert str(page.fields["SHORT"]) == "quantity 22.50 mu, capacity 21650 kg"


def test_draws_projects_stock_and_stages():
    tables = sheets_of(small(), booking=Booking("冻结", {"P1": "编确1"}, "编批1", DAY)).tables()
    draws = [row for row in table(tables, "T06").rows if row.kind is RowKind.DATA]
    assert [(row.value("PRJ_ID"), row.value("R_ID"), row.value("WAY")) for row in draws if row.value("PRJ_ID") != "P3"] == [
        ("P1", "A", "已落实"), ("P2", "A", "已落实"), ("P2", "B", "已落实"), ("P2", "R", "以承诺方式落实")
    ]
    assert draws[0].value("CONFIRM") == "编确1" and draws[0].value("GD") == DAY and draws[0].value("DATE") is None
    assert [row.value("N_Q") for row in draws[:4]] == [ha("10"), ha("1"), None, None]
    assert draws[3].value("D_W") is None and "promised: paddy 4.50 mu" in str(draws[3].value("NOTE"))
    assert "another county" in str(draws[2].value("NOTE"))
    stock = {row.value("R_ID"): row for row in table(tables, "T06S").rows if row.kind is RowKind.DATA}
    assert stock["A"].value("L_W") == ha("0") and stock["A"].value("L_P") == 0
    assert stock["R"].value("A_Q") is None and "promised" in str(stock["R"].value("ST"))
    projects = table(tables, "T06P")
    assert [row.value("WAY") for row in projects.rows if row.kind is RowKind.DATA] == ["已落实", "以承诺方式落实", "未落实"]
    stages = table(tables, "T06O")
    assert all(row.value("GAP") == 0 for row in stages.rows)
    assert sum("promises: " in str(row.value("AIM")) for row in stages.rows) == 5


def test_booked_draws_carry_their_documents():
    tables = sheets_of(small(), booking=Booking("核销", {"P2": "编确2"}, "编批1", DAY)).tables()
    rows = [row for row in table(tables, "T06").rows if row.kind is RowKind.DATA and row.value("PRJ_ID") == "P2"]
    assert [(row.value("ST"), row.value("DATE"), row.value("PF")) for row in rows] == [
        ("核销", DAY, "编批1"), ("核销", DAY, "编批1"), ("挂钩", None, None)
    ]


def test_every_identity_holds_and_each_turns_red():
    sheets = sheets_of(small())
    tables = sheets.tables()
    assert all(identity.ok for identity in requisition_identities(sheets.matching, tables))

    def broken(layout_id: str, key: str, place: int) -> set[str]:
        """Names of the identities that fail when one cell says more."""
        changed = []
        for each in tables:
            if each.layout.id != layout_id:
                changed.append(each)
            elif isinstance(each, FilledForm):
                pages = [replace(page, rows=[_more(row, key, n == place) for n, row in enumerate(page.rows)]) for page in each.pages]
                changed.append(replace(each, pages=pages))
            else:
                rows = [_more(row, key, n == place) for n, row in enumerate(each.rows)]
                changed.append(replace(each, rows=rows))
        return {str(identity.name) for identity in requisition_identities(sheets.matching, changed) if not identity.ok}

    assert "T27: H = B − Z" in broken("T27", "M", 2)
    assert "T27: areas by grade = quantity" in broken("T27", "M3", 0)
    assert "T06: draws of the project = T27 supplied (B)" in broken("T06", "D_P", 0)
    assert "T06: occupied by the project = T27 occupied (Z)" in broken("T06", "N_Q", 0)
    assert "T06: draws from the lot = decrease of the lot" in broken("T06S", "L_W", 0)
    total = len(list(table(tables, "T06P").rows)) - 1
    assert {"T06P, T06S = numbers returned", "T27, both forms = T06P"} <= broken("T06P", "B_Q", total)
    # A finding of the tables themselves: the sum row.
    assert any("合计" in name or "小计" in name or "=" in name for name in broken("T06S", "A_P", 0))


def _more(row, key: str, here: bool):
    value = row.value(key)
    if not here or value is None:
        return row
    more = value + Area(15) if isinstance(value, Area) else value + 1 if isinstance(value, int) else value
    return replace(row, values={**row.values, key: more})


def test_the_workbook_is_written_and_says_what_it_rests_on(tmp_path):
    task = small()
    sheets = sheets_of(task, name="编造县")
    facts = RunFacts(None, [("编造程序", "1")], [], task.policy.used or Policy.of(load_rules()).used)
    based = Based(("编造来源", ""), ("编造储备库", "3 lots"), facts)
    report = requisition_report(task, sheets, based, [Notice("P1", "GDDB", sentence("grade assumed"), Area(15))])
    assert not report.draft
    write_report(report, tmp_path / "book.xlsx")
    book = load_workbook(tmp_path / "book.xlsx")
    wanted = ["项目汇总", "分析表（分批次）", "分析表（单独选址）", "挂钩核销台账", "储备剩余", "优化过程"]
    assert {*wanted, "勾稽检查", "问题清单", "输入与口径"} <= set(book.sheetnames)
    text = "\n".join(" ".join(str(c) for c in row if c is not None) for row in book["输入与口径"].iter_rows(values_only=True))
    for words in ("编造来源", "requisition_decoupled", "default, confirm locally", "P1 = A"):
        assert words in text
    form_text = [[c for c in row if c is not None] for row in book["分析表（分批次）"].iter_rows(values_only=True)]
    assert any("编造县耕地占补平衡分析表（分批次）" in str(cell) for row in form_text for cell in row)


def test_areas_typed_in_mu_are_printed_in_mu():
    need = Indicators(27_123_400, 0, 100)
    task = Task([Demand("P", "编造", "371502", ProjectType.BATCH, need)], [lot("A", "3", "0", 500)])
    tables = sheets_of(task).tables()
    assert form(tables, "分析表（分批次）").display is DisplayUnit.MU
    assert all(identity.ok for identity in requisition_identities(sheets_of(task).matching, tables))


# ------------------------------------------------------------------------------------------------------------ account


def test_ceilings_of_2024():
    rules, policy = load_rules(), Policy()
    day = datetime.date(2025, 1, 10)
    demands = [
        demand("P1", {8: "6"}, day=day), demand("P2", {8: "5"}, day=day + datetime.timedelta(1)),
        demand("P3", {8: "2"}, day=day + datetime.timedelta(2)), demand("OLD", {8: "90"}),
        demand("P4", {8: "1"}, day=day, region="371503"),
    ]
    known = [CountyYear("371502", 2025, ha("100"), ha("109"), other=Indicators(HA, 0, 5)), CountyYear("371504", 2025, ha("9"), ha("8"))]
    found = accounts_of(demands, known, rules, policy)
    east, other, falling = found.rows
    assert (east.net, east.estimated, east.ceiling, east.is_allotted) == (ha("9"), ha("9"), ha("9"), False)
    assert (east.within, east.beyond, east.left, east.named) == (ha("8"), ha("5"), ha("1"), ["P2"])
    assert found.beyond == {"P2": ha("2")}
    assert (other.ceiling, other.within) == (None, ha("1"))
    assert (falling.net, falling.estimated) == (ha("-1"), ha("0"))
    allotted = [replace(known[0], allotted=ha("13"), doc_no="编文〔2025〕1号")]
    assert accounts_of(demands, allotted, rules, policy).beyond == {}
    half = rules.replaced({"requisition_ceiling_factor": "0.5"}, "own")
    assert accounts_of(demands, known, half, policy).rows[0].estimated == ha("4.5")
    with pytest.raises(InputError, match="needs the number"):
        accounts_of(demands, [replace(known[0], allotted=ha("13"))], rules, policy)
    with pytest.raises(InputError, match="twice"):
        accounts_of(demands, [known[0], known[0]], rules, policy)


def test_the_account_is_a_sheet_and_names_who_is_beyond():
    day = datetime.date(2025, 1, 10)
    demands = [demand("P1", {8: "6"}, "1", day=day), demand("P2", {8: "5"}, day=day + datetime.timedelta(1))]
    policy = Policy(one_account_quality=False)
    accounts = accounts_of(demands, [CountyYear("371502", 2025, ha("100"), ha("109"))], load_rules(), policy)
    task = Task(demands, [lot("A", "50", "0", 0)], policy, beyond=accounts.beyond)
    sheets = sheets_of(task, accounts=accounts)
    tables = sheets.tables()
    (row,) = [row for row in table(tables, "T06A").rows if row.kind is RowKind.DATA]
    assert (row.value("NAMED"), row.value("USED"), row.value("ALL")) == ("P2", "测算", ha("11"))
    pages = {page.fields["CODE"]: page for page in form(tables, "分析表（分批次）").pages if page.fields.get("CODE")}
    assert lines(pages["P1"])["H"] == (ha("0"), "-", "-") and pages["P1"].fields["CONCLUSION"] == "已落实"
    assert "beyond the yearly ceiling" in str(pages["P2"].fields["NOTE"])
    assert [each.regime for each in sheets.matching.settlements] == [Regime.ONE_ACCOUNT] * 2
    assert all(identity.ok for identity in requisition_identities(sheets.matching, tables))


# --------------------------------------------------------------------------------------------------- reference figures


def year_of_177() -> Task:
    """Made-up: 177 projects of together 4796.97 mu in steps of 0.0001 ha, and a reserve that leaves 8312.7 mu."""
    steps = 4_796_970_000 // 1500
    shares = [steps // 177 + (7 * n % 177 - 88) * 100 for n in range(177)]
    shares[-1] += steps - sum(shares)
    demands = []
    for number, share in enumerate(shares):
        area = Area(share * 1500)
        grade = Decimal(6 + number % 5)
        need = Indicators(
            area.micro_mu, share // 6 * 1500, whole_kilograms(load_yields(GradeSystem.NATIONAL15).capacity([(grade, False, area)]))
        )
        kind = ProjectType.SINGLE if number % 9 == 0 else ProjectType.BATCH
        day = datetime.date(2023, 1, 1) + datetime.timedelta(2 * number)
        region = f"3715{2 + number % 8:02d}"
        demands.append(Demand(f"P{number:03d}", f"编造项目{number}", region, kind, need, {grade: area}, effective=day))
    whole = (4_796_970_000 + 8_312_700_000) // 1500
    sizes = [whole // 90] * 89
    sizes.append(whole - sum(sizes))
    lots = [
        Lot(
            f"L{number:03d}", f"编造储备{number}", f"3715{2 + number % 8:02d}", "consolidation",
            Indicators(size * 1500, size // 4 * 1500, size * 1500 * 750 // MU),
            entered=datetime.date(2018 + number % 5, 1 + number % 12, 1),
        )
        for number, size in enumerate(sizes)
    ]  # fmt: skip
    return Task(demands, lots)


def test_reference_figures_of_the_year():
    sheets = sheets_of(year_of_177())
    matching = sheets.matching
    assert len(matching.settlements) == 177
    assert Area(matching.needed.quantity).mu(2) == Decimal("4796.97")
    assert Area(matching.remaining.quantity).mu(1) == Decimal("8312.7")
    assert matching.drawn.quantity == matching.needed.quantity
    assert matching.count(Outcome.SETTLED) == 177 and matching.gap == 0
    assert Fraction(matching.needed.quantity, 177 * MU).limit_denominator(10) == Fraction(271, 10)
    tables = sheets.tables()
    assert all(identity.ok for identity in requisition_identities(matching, tables))
    stock = table(tables, "T06S")
    (total,) = [row for row in stock.rows if row.kind is RowKind.TOTAL]
    assert total.value("L_Q") == Area.from_mu("8312.7")
    assert total.value("D_Q") == Area.from_mu("4796.97")
    assert len(form(tables, "分析表（分批次）").pages) == 158 and len(form(tables, "分析表（单独选址）").pages) == 21
