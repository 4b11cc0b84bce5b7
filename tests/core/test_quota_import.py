"""Journals of bureaus into a ledger: what is understood, what is refused and where, and that nothing is posted twice."""

from __future__ import annotations

import datetime
import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from ...core.errors import InputError
from ...core.importing.assignment import UNITS, assigned_by_text, recognise
from ...core.importing.opening import choose_sheet, guess_sheets, open_sheet
from ...core.quota.importing.choices import Choices
from ...core.quota.importing.job import check_import, post_import
from ...core.quota.ledger import QuotaLedger
from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
from ...core.quota.vocabulary import Event
from ...core.rules import load_rules
from ...core.store.geopackage import create
from ...core.store.interface import VoucherQuery
from ...core.workbook.cell_text import MICRO_MU
from ..data.ledgers_madeup.make_ledgers import HEADINGS, ROWS, body, headings, title

DATA = Path(__file__).resolve().parents[1] / "data" / "ledgers_madeup"
BROKEN = Path(__file__).resolve().parents[1] / "data" / "xlsx"
CITY, EAST, WEST = "379900", "379901", "379921"
HOLDERS = [Holder(CITY, "示例市", "市本级", "city"), Holder(EAST, "东示区", "", "district"), Holder(WEST, "西示县")]
TODAY = datetime.date(2023, 12, 1)
NEW = Choices(create_projects=True, operator="测试员")


@pytest.fixture
def ledger(tmp_path):
    store = create(tmp_path / "ledger.gpkg", "示例", books_of(HOLDERS))
    seed_registers(store, HOLDERS, shipped_sources())
    yield QuotaLedger(store, load_rules(), lambda: TODAY)
    store.close()


def checked(ledger, name, choices=NEW, sheet=None, table="voucher", columns="", unit=None):
    from dataclasses import replace

    path = name if isinstance(name, Path) else DATA / f"{name}.xlsx"
    grid, assignment = open_sheet(path, sheet or choose_sheet(path, table), table)
    assignment = replace(assigned_by_text(assignment, columns), chosen_unit=unit)
    return check_import(ledger, grid, assignment, choices)


def said(found, hard=True):
    return [str(problem.sentence) for problem in found.problems if problem.hard is hard]


def mu(ledger, holder, state):
    """A holder's balance in a state by the ledger itself."""
    balances = ledger.store.balances([holder])
    return sum(amount for (key, dimension), amount in balances.items() if key.state == state and dimension == "NEW") / 10**6


# ------------------------------------------------------------------------------------------------- what is understood


@pytest.mark.parametrize("name", ["two_levels", "two_levels_libreoffice", "untidy", "untidy_libreoffice", "two_tables"])
def test_one_journal_in_five_shapes_is_the_same_requests(ledger, name):
    """The amounts by hand from ROWS: what each holder has free and has promised in the end."""
    found = checked(ledger, name)
    assert said(found) == []
    assert len(found.requests) == 11 and len(found.mirrors) == 1
    post_import(ledger, found, "测试员")
    # 3000 − 400; 1200.5 − 120.75; 812.3456 + 400 − 12.3456 − 50 + 10
    assert [mu(ledger, holder, "AVL") for holder in (CITY, EAST, WEST)] == [2600, 1079.75, 1160]
    assert mu(ledger, EAST, "USE") == 118.2 and mu(ledger, EAST, "ALC") == pytest.approx(2.55)
    assert mu(ledger, WEST, "ADV") == -66.6
    assert sorted(ledger.projects()) == ["XM-E1", "XM-W1", "XM-W2"]


def test_the_same_journal_in_other_clothes_is_known(ledger, tmp_path):
    post_import(ledger, checked(ledger, "two_levels"), "测试员")
    before = ledger.store.count()
    for name in ("two_levels_libreoffice", "untidy", "untidy_libreoffice", "two_tables"):
        again = checked(ledger, name)
        assert (len(again.new), len(again.known), said(again)) == (0, 11, [])
        post_import(ledger, again, "测试员")
    renamed = tmp_path / "另存为.xlsx"
    shutil.copyfile(DATA / "two_levels.xlsx", renamed)
    assert checked(ledger, renamed).new == []
    assert ledger.store.count() == before


def test_a_journal_that_has_grown_posts_what_is_new(ledger, tmp_path):
    def journal(rows):
        book = openpyxl.Workbook()
        body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), rows)
        book.save(tmp_path / "grown.xlsx")
        return checked(ledger, tmp_path / "grown.xlsx")

    first = journal(ROWS[:5])
    post_import(ledger, first, "测试员")
    # An equal row is not the same row: it is the second one of its kind.
    grown = journal([*ROWS[:5], ROWS[1], *ROWS[5:8]])
    assert (len(grown.known), len(grown.new)) == (4, 4)
    post_import(ledger, grown, "测试员")
    assert mu(ledger, EAST, "AVL") == 1200.5 * 2 - 120.75
    again = journal([*ROWS[:5], ROWS[1], *ROWS[5:8]])
    assert (len(again.known), len(again.new)) == (8, 0)


def test_a_row_whose_voucher_was_reversed_is_named_and_not_booked_again(ledger):
    posted = post_import(ledger, checked(ledger, "two_levels"), "测试员")
    assert posted.vouchers
    last = next(iter(ledger.store.vouchers(VoucherQuery(books=(WEST,), newest_first=True, limit=1))))
    before = checked(ledger, "two_levels")
    assert said(before, False) == []
    ledger.reverse(WEST, last.number, TODAY, "误记", "测试员")
    again = checked(ledger, "two_levels")
    assert (again.new, again.known) == (before.new, before.known) and again.new == []
    assert ["reversed since" in text for text in said(again, False)] == [True]


def test_the_other_side_of_a_transfer_may_come_later(ledger, tmp_path):
    def journal(rows):
        book = openpyxl.Workbook()
        body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), rows)
        book.save(tmp_path / "sides.xlsx")
        return checked(ledger, tmp_path / "sides.xlsx")

    post_import(ledger, journal([ROWS[0], ROWS[4]]), "测试员")
    assert mu(ledger, WEST, "AVL") == 400 and mu(ledger, CITY, "AVL") == 2600
    both = journal([ROWS[0], ROWS[3], ROWS[4]])
    assert both.new == [] and len(both.known) == 2


def test_hectares_in_headings_column_numbers_and_a_first_sum_row(ledger):
    found = checked(ledger, "three_levels_hectares")
    assert said(found) == [] and ["ceiling" in text for text in said(found, False)] == [True]
    assert found.sums_compared == 1
    by_hand = sorted(int(Fraction(row[8] or row[9]) * 1_500_000) for row in ROWS if "3456" not in row[8] + row[9])
    twice = 400 * 1_500_000
    amounts = sorted([request.amount.total for request in found.requests] + [twice])
    assert amounts == by_hand


def test_a_signed_column_newest_first_in_square_metres(ledger):
    found = checked(ledger, "one_signed_column", Choices(EAST, 2023, create_projects=True))
    assert said(found) == []
    assert [request.event for request in found.requests] == [Event.ISSUE, Event.ALLOCATE, Event.SUBMIT, Event.USE]
    assert [request.amount.total for request in found.requests] == [1_800_750_000, 181_125_000, 181_125_000, 177_300_000]
    assert {request.project for request in found.requests} == {"", f"{EAST}-XM0001"}
    post_import(ledger, found, "测试员")
    assert [project.name for project in ledger.projects().values()] == ["东示区一中"]
    assert checked(ledger, "one_signed_column", Choices(EAST, 2023, create_projects=True)).new == []


def test_newest_first_is_turned_round_within_a_day_too(ledger, tmp_path):
    """Read as it stands, the allocation would come before the issue it spends."""
    book = openpyxl.Workbook()
    newest_first = [ROWS[7], ("2023-01-10", *ROWS[5][1:]), ROWS[1]]
    submitted = ("2023-04-01", *ROWS[6][1:])
    rows = [newest_first[0], submitted, *newest_first[1:]]
    body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), rows)
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx")
    assert said(found) == []
    assert [request.event for request in found.requests] == [Event.ISSUE, Event.ALLOCATE, Event.SUBMIT, Event.USE]


def test_formulas_need_their_results(ledger):
    assert [text.split("!")[1] for text in said(checked(ledger, "formulas_without_results"))] == [
        f"J{row}: the formula has no stored result; open and save the file" for row in (5, 6, 7)
    ]
    found = checked(ledger, "formulas_libreoffice")
    assert said(found) == [] and [request.amount.total for request in found.requests] == [
        3_000_000_000, 1_200_500_000, 812_345_600
    ]  # fmt: skip


def test_sheets_are_told_apart():
    guesses = {guess.sheet: guess.table for guess in guess_sheets(DATA / "two_tables.xlsx")}
    assert guesses == {"封面": "", "流水账": "voucher", "项目清单": "project"}


def test_hidden_rows_are_read_and_told(ledger):
    assert any("1 hidden or filtered rows are read too, the first is row 5" in text for text in said(checked(ledger, "untidy"), False))


# ---------------------------------------------------------------------------------------------------- what is refused


def test_every_fault_is_named_with_its_cell_and_nothing_is_posted(ledger):
    found = checked(ledger, "with_faults")
    texts = {text.split("!")[1].split(":")[0]: text for text in said(found)}
    wanted = {
        "B6": "not a day", "D7": "did you mean 东示区", "E8": "增存挂钩核补", "F9": "did you mean 下达", "J10": "more than 4 decimals",
        "K11": "not both", "J12": "no amount", "J13": "below zero", "J14": "not an area", "M15": "2600亩 is more than 2500亩",
        "C17": "the quota year is missing", "F18": "a reversal can't be imported",
    }  # fmt: skip
    for cell, part in wanted.items():
        assert part in texts.pop(cell, f"nothing at {cell}"), (cell, texts)
    # What is left is what the ledger itself says about the row “配置” without a project.
    assert list(texts) == ["H16"] or all("project is missing" in text for text in texts.values()), texts
    assert "流水账!J19: the sum row says 99999亩" in "".join(said(found, False))
    with pytest.raises(InputError, match=r"流水账!.*Nothing was posted"):
        post_import(ledger, found, "测试员")
    assert ledger.store.count() == 0 and ledger.projects() == {}


def test_a_rule_of_the_ledger_is_told_at_the_cell(ledger, tmp_path):
    book = openpyxl.Workbook()
    rows = [ROWS[1], ("2023-02-01", 2023, "东示区", "切块", "收回", "收〔2023〕1号", "", "", "", "1200.5001", "", "", "", "", "")]
    body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), rows)
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx")
    (problem,) = [problem for problem in found.problems if problem.hard]
    assert (problem.rule, problem.cell) == ("H2", "K6")
    with pytest.raises(InputError):
        post_import(ledger, found, "测试员")
    assert ledger.store.count() == 0


def test_projects_are_made_only_if_asked_and_only_with_the_vouchers(ledger, monkeypatch):
    found = checked(ledger, "two_levels", Choices())
    assert {problem.cell for problem in found.problems if problem.hard} == {"H10", "H11", "H12", "H13", "H15", "H16"}
    good = checked(ledger, "two_levels")
    assert [row.values["code"] for row in good.entries] == ["XM-E1", "XM-W1", "XM-W2"]

    def fail(*args, **kwargs):
        raise OSError("the disk is full")

    from ...core.store.geopackage_writing import GeoPackageWriting

    monkeypatch.setattr(GeoPackageWriting, "append", fail)
    with pytest.raises(OSError):
        post_import(ledger, good, "测试员")
    assert ledger.projects() == {} and ledger.store.count() == 0


def test_a_transfer_without_its_other_side_is_refused(ledger, tmp_path):
    book = openpyxl.Workbook()
    alone = (*ROWS[3][:12], "", *ROWS[3][13:])
    body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), [ROWS[0], alone])
    book.save(tmp_path / "t.xlsx")
    assert said(checked(ledger, tmp_path / "t.xlsx")) == ["Sheet!O6: the other holder of the transfer is missing"]


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("poi_invalid.xlsx", "is not an Excel workbook"),
        ("msoffcrypto_example_password.xlsx", "protected by a password"),
        ("xls_named_as.xlsx", "old .xls format"),
        ("sheet_visibility.xlsx", "no sheet has headings that are known"),
        ("nowhere.xlsx", "does not exist"),
    ],
)
def test_a_file_that_is_no_journal_is_one_sentence(file, part):
    with pytest.raises(InputError, match=part) as caught:
        choose_sheet(BROKEN / file, "voucher")
    assert "\n" not in str(caught.value)


def test_a_sheet_without_a_unit_is_not_guessed(ledger, tmp_path):
    book = openpyxl.Workbook()
    body(book.active, headings(book.active, title(book.active, "台账", 17, ""), HEADINGS), ROWS[:2])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(InputError, match="no unit of area"):
        checked(ledger, tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx", unit=UNITS["ha"])
    assert [request.amount.total for request in found.requests] == [3000 * MICRO_MU["公顷"], 12005 * MICRO_MU["公顷"] // 10]


def test_two_sheets_as_good_ask_which(tmp_path):
    book = openpyxl.load_workbook(DATA / "two_levels.xlsx")
    book.copy_worksheet(book.active).title = "副本"
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(InputError, match="流水账、副本"):
        choose_sheet(tmp_path / "t.xlsx", "voucher")


# ---------------------------------------------------------------------------------------------------------- columns


def test_columns_are_corrected_by_heading_and_letter_and_remembered():
    grid, found = open_sheet(DATA / "two_levels.xlsx", "流水账", "voucher")
    other = assigned_by_text(found, "REASON=经办人;经办人=Q;BALANCE=-;AREA_IN=本次面积>收入")
    assert (other.columns["REASON"], other.columns["OPERATOR"], other.columns["AREA_IN"]) == (16, 17, 10)
    assert "BALANCE" not in other.columns
    import json

    kept = json.loads(json.dumps(other.as_json()))
    again = recognise(grid, "voucher").remembered(kept)
    assert again.columns == other.columns and again.fingerprint == found.fingerprint
    for text, part in (("XX=收入", "no field XX"), ("收入", "not of the form"), ("AREA=没有", "no column 没有")):
        with pytest.raises(InputError, match=part):
            assigned_by_text(found, text)


def test_a_remembered_unit_gives_way_to_one_that_is_written(ledger, tmp_path):
    """The same headings over hectares the next time must not be read as mu."""
    _, found = open_sheet(DATA / "two_levels.xlsx", "流水账", "voucher")
    assert found.remembered({"columns": found.columns, "unit": UNITS["ha"]}).unit_of(10) == UNITS["mu"]
    book = openpyxl.Workbook()
    body(book.active, headings(book.active, title(book.active, "台账", 17, ""), HEADINGS), ROWS[:1])
    book.save(tmp_path / "t.xlsx")
    _, bare = open_sheet(tmp_path / "t.xlsx", "Sheet", "voucher")
    assert bare.fingerprint == found.fingerprint and bare.unit_of(10) is None
    assert bare.remembered({"columns": bare.columns, "unit": UNITS["ha"]}).unit_of(10) == UNITS["ha"]
    other = checked(ledger, "two_levels", unit=UNITS["ha"])
    assert any("names another unit" in text for text in said(other, False))


def test_lines_of_a_form_that_are_not_filled_in_are_nothing(ledger, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    row = body(sheet, headings(sheet, title(sheet, "台账", 17), HEADINGS), ROWS[:1])
    for number in range(2, 40):
        sheet.cell(row, 1, number)
        sheet.cell(row, 14, 0)
        row += 1
    sheet.cell(row, 1, "二、以后各年")
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx")
    assert len(found.requests) == 1 and said(found) == []
    assert said(found, False) == [f"Sheet!{row}: the row has nothing in the columns that are read; left out"]


def test_many_unknown_projects_do_not_take_for_ever():
    from ...core.importing.names import Names

    names = Names({f"P{n}": f"示例项目{n}" for n in range(3000)})
    found = [names.near(f"别的项目{n}") for n in range(2000)]
    assert found[0] and not found[-1]


def test_headings_of_another_table_have_another_fingerprint():
    names = ("two_levels", "two_levels_libreoffice", "untidy")
    one, two, three = (open_sheet(DATA / f"{name}.xlsx", choose_sheet(DATA / f"{name}.xlsx", "voucher"), "voucher")[1] for name in names)
    assert one.fingerprint == two.fingerprint != three.fingerprint


# --------------------------------------------------------------------------------------------------------- registers


def test_a_register_is_entered_once(ledger):
    first = checked(ledger, "two_tables", sheet="项目清单", table="project")
    assert said(first) == [] and first.sums_compared == 1
    post_import(ledger, first, "测试员")
    project = ledger.projects()["XM-W1"]
    assert (project.name, project.holder, project.level) == ("西示县产业园", WEST, "provincial")
    assert (project.demand, project.demand_cultivated, project.officer) == (66_600_000, 30_000_000, "钱某")
    again = checked(ledger, "two_tables", sheet="项目清单", table="project")
    assert (again.new, len(again.known), again.entries) == ([], 3, [])


def test_a_changed_row_of_a_register_is_its_next_version(ledger, tmp_path):
    post_import(ledger, checked(ledger, "two_tables", sheet="项目清单", table="project"), "测试员")
    book = openpyxl.load_workbook(DATA / "two_tables.xlsx")
    sheet = book["项目清单"]
    sheet["F4"], sheet["E5"], sheet["F7"] = 130, "部级", None
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx", sheet="项目清单", table="project")
    assert said(found) == ["项目清单!E5: “部级” is none of the choices; did you mean 省级、市级、县级?"]
    sheet["E5"] = "省级"
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx", sheet="项目清单", table="project")
    assert said(found) == [] and any("“XM-E1” is in the register and is changed" in text for text in said(found, False))
    post_import(ledger, found, "测试员")
    assert ledger.projects()["XM-E1"].demand == 130_000_000
    assert ledger.store.record("project", "XM-E1").version == 2 and ledger.store.record("project", "XM-W1").version == 1


# ------------------------------------------------------------------------------------------------------ big and empty


def test_a_million_formatted_rows_without_values_are_not_parsed(ledger, tmp_path, monkeypatch):
    """Formatted to the end of the sheet, as happens when a whole column is coloured; only what bears values is read."""
    import zipfile

    from openpyxl.worksheet._reader import WorkSheetParser

    parsed = []
    parse_row = WorkSheetParser.parse_row
    monkeypatch.setattr(WorkSheetParser, "parse_row", lambda self, row: parsed.append(1) or parse_row(self, row))

    source, target = DATA / "two_levels.xlsx", tmp_path / "formatted.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename.endswith("sheet1.xml"):
                start, end = data.split(b"</sheetData>")
                rows = b"".join(b'<row r="%d" ht="18"><c r="A%d" s="1"/></row>' % (row, row) for row in range(21, 1_000_001))
                data = start + rows + b"</sheetData>" + end
            new.writestr(item, data)
    found = checked(ledger, target)
    assert len(found.requests) == 11 and said(found) == []
    assert 20 <= len(parsed) < 200


def test_amounts_are_exact(tmp_path, ledger):
    """The sum of many cells against Fraction."""
    book = openpyxl.Workbook()
    rows = [(*ROWS[1][:5], f"文〔2023〕{n}号", "", "", str(Decimal(n) / 10000), *ROWS[1][9:10], "", "", "", "", "") for n in range(1, 400)]
    body(book.active, headings(book.active, title(book.active, "台账", 17), HEADINGS), rows)
    book.save(tmp_path / "t.xlsx")
    found = checked(ledger, tmp_path / "t.xlsx")
    assert said(found) == []
    assert Fraction(sum(request.amount.total for request in found.requests), 10**6) == sum(Fraction(n, 10000) for n in range(1, 400))
    assert found.income == 100 * sum(range(1, 400)) and found.expenditure == 0
    (balance,) = found.balances
    assert (balance.holder, balance.before, balance.after) == (EAST, 0, found.income)
