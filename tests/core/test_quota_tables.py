"""The workbook of the quota ledger: against SQL, read back from the file, and every check can fail."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ...core.area import Area
from ...core.errors import InputError
from ...core.ledger.model import AccountKey, Draft, Posting
from ...core.occupation.inputs_sheet import RunFacts
from ...core.quota.quarter import Quarter
from ...core.quota.subjects import shipped_sources
from ...core.quota.tables.filing import SEPARATE_SHEET as FILING_APART
from ...core.quota.tables.job import job_for
from ...core.quota.tables.journal import SEPARATE_SHEET
from ...core.quota.tables.moves import Basis, turnover_of, turnover_until
from ...core.quota.tables.names import Names, printed_words
from ...core.quota.tables.report import TABLES, QuotaReport, quota_report, tables_named, write_quota_report
from ...core.quota.tables.standing import standings
from ...core.quota.vocabulary import Event, State
from ...core.workbook import RowKind, load_layout, read_table, sheet_names
from ..oracles.quota_sql import SEPARATE, QuotaOracle
from .quota_ledgers import CITY, EAST, MU, WEST, amount, day, open_books, post, story, wander

BOOKS = (CITY, EAST, WEST)
LAST = datetime.date(2023, 12, 31)


def report_of(ledger, until=None, basis=Basis.BOOKING, **choices) -> QuotaReport:
    job = job_for(ledger.store, 2023, until, basis=basis, **choices)
    return quota_report(ledger.store, job, RunFacts())


def sheet(report: QuotaReport, name: str):
    return next(table for table in report.tables if name in (table.layout.id, table.sheet))


def cells(report: QuotaReport, name: str, key: str) -> dict[str, dict]:
    """Data rows by the text in a column, areas as Decimal of 亩."""
    return {
        str(row.value(key)): {k: v.mu(6) if isinstance(v, Area) else v for k, v in row.values.items()}
        for row in sheet(report, name).rows
        if row.kind is RowKind.DATA
    }


def failed(report: QuotaReport) -> set[str]:
    return {str(identity.name) for identity in report.identities if not identity.ok}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    path = tmp_path_factory.mktemp("story") / "story.gpkg"
    return story(path), path


@pytest.fixture(scope="module", params=[1, 2])
def wandered(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("wander") / f"{request.param}.gpkg"
    return wander(path, request.param), path


RUNS = pytest.mark.parametrize(
    ("until", "basis"),
    [
        (None, Basis.BOOKING),
        (LAST, Basis.BOOKING),
        (datetime.date(2023, 9, 17), Basis.BOOKING),
        (LAST, Basis.DOCUMENT),
        (datetime.date(2023, 9, 17), Basis.DOCUMENT),
    ],
)


def compare_with_sql(ledger, path: Path, until, basis) -> None:
    report = report_of(ledger, until, basis)
    assert not failed(report)
    oracle = QuotaOracle(path, 2023, until.isoformat() if until else "", basis is Basis.DOCUMENT)
    names = Names(ledger.store)
    wanted = oracle.journal()
    for separate, name in ((False, "用地指标流水账"), (True, SEPARATE_SHEET)):
        mine = [row for row in wanted if (row[2] in SEPARATE) is separate]
        if separate and not mine:
            continue
        rows = [row for row in sheet(report, name).rows if row.kind is RowKind.DATA]
        assert [_journal_row(row) for row in rows] == [_as_printed(line, names) for line in mine]
    gained = cells(report, "T02", "REGION")
    for book in BOOKS:
        row = gained[names.holder(book)]
        for key, value in oracle.gained(book).items():
            assert row[key] == value, (book, key)
        for code in SEPARATE:
            label = names.source(code).label
            used, left = oracle.apart(book, code)
            assert (row.get(f"SEP_USED:{label}", 0), row.get(f"SEP_LEFT:{label}", 0)) == (used, left)
    compare_filing(report, oracle, names)


def _journal_row(row) -> tuple:
    def area(key):
        value = row.value(key)
        return value.mu(6) if isinstance(value, Area) else None

    return (
        row.value("VOUCHER"), row.value("SOURCE"), row.value("STATE"), area("AREA_IN"), area("AREA_OUT"), area("AREA_NYD"),
        area("AREA_GD"), area("BALANCE"),
    )  # fmt: skip


def _as_printed(line, names: Names) -> tuple:
    book, number, source, state, *amounts = line
    return (f"{book}-{number:06d}", names.source(source).label, printed_words().state(state), *amounts)


def compare_filing(report: QuotaReport, oracle: QuotaOracle, names: Names) -> None:
    """Opening and closing of every account, by SQL at the end of the day before the quarter and of its last."""
    filed = report.made.filed
    before, last = (filed.first - datetime.timedelta(days=1)).isoformat(), filed.last.isoformat()
    for book, year, source in oracle.accounts():
        row = filed.rows.get((book, year, source))
        for states, opening, closing in (
            (("AVL",), "O", "C"), (("RES", "ALC"), "O1", "C1"), (("PEN",), "O3", "P"), (("ADV",), "O2", "A3")
        ):  # fmt: skip
            if (source == "YZ") is not (states == ("ADV",)):
                continue
            sign = -1 if states == ("ADV",) else 1
            for column, on in ((opening, before), (closing, last)):
                value = oracle.balance(book, year, source, states, on)
                assert (Area(row.areas[column]).mu(6) if row else 0) == sign * value, (book, year, source, column)


@RUNS
def test_story_is_what_sql_says(told, until, basis) -> None:
    compare_with_sql(*told, until, basis)


@RUNS
def test_random_ledgers_are_what_sql_says(wandered, until, basis) -> None:
    compare_with_sql(*wandered, until, basis)


def test_story_by_hand(told) -> None:
    """The figures of the story, added up by hand."""
    report = report_of(told[0], LAST, Basis.DOCUMENT)
    total = report.total
    assert (total.total, total.adjusted, total.gone) == (1_387_670_000, 0, 102_500_000)
    assert (total.advanced, total.pending, total.used) == (20 * MU, 12 * MU, 373_750_000)
    assert (total.available, total.held, total.left) == (866_920_000, 32_500_000, 879_420_000)
    assert (total.advanced_in_year, total.advanced_projects, total.direct_projects) == (130 * MU, 2, 1)
    rolling = {row["P"]: row for row in cells(report, "T25", "P").values()}
    first = rolling["项目P1（P1）"]
    assert (first["A1"], first["A3"], first["A4"], first["A5"]) == (100, Decimal("93.25"), 100, Decimal("6.75"))
    assert (first["D1"], first["D2"], first["QN"]) == ("预1号", datetime.date(2023, 8, 15), "")
    second = rolling["项目P2（P2）"]
    assert (second["A6"], second["Q"], second["QN"]) == (20, 1, "2024年第1季度")
    assert set(rolling) == {f"项目P{n}（P{n}）" for n in (1, 2, 3, 4, 5)}


def test_by_booking_the_late_document_counts_after_the_year(told) -> None:
    by_booking, by_document = (report_of(told[0], LAST, basis).total.obtained.get("ZX", 0) for basis in
                               (Basis.BOOKING, Basis.DOCUMENT))  # fmt: skip
    assert (by_booking, by_document) == (0, 12_050_000)


def test_reversal_is_below_nothing_on_the_side_it_undoes(told) -> None:
    rows = [row for row in sheet(report_of(told[0]), "T01").rows if row.value("NOTE") == "文号录错"]
    (row,) = rows
    assert (row.value("AREA_IN"), row.value("AREA_OUT"), row.value("BALANCE")) == (Area(-12_500_000), None, Area(0))
    assert row.value("TXN_TYPE") == "下达（冲销）"


def test_other_side_of_a_transfer_is_the_other_holder(told) -> None:
    rows = list(sheet(report_of(told[0]), "T01").rows)
    contra = {(row.value("HOLDER"), row.value("TXN_TYPE")): row.value("CONTRA") for row in rows}
    assert contra["东区", "调入"] == "市级调剂 市本级"
    only = report_of(told[0], holders=("东区",))
    assert next(r.value("CONTRA") for r in sheet(only, "T01").rows if r.value("TXN_TYPE") == "调入") == "市级调剂 市本级"


# ------------------------------------------------------------------------------------------------------ file, reading


def test_every_sheet_reads_back_into_the_same_numbers(told, tmp_path) -> None:
    report = report_of(told[0], LAST)
    path = tmp_path / "指标.xlsx"
    write_quota_report(report, path)
    assert sheet_names(path)[0] == "目录" and sheet_names(path)[-1] == "图表"
    for table in report.tables:
        if table.layout.id not in ("T01", "T02", "T02S", "T02M", "T24", "T25"):
            continue
        read = read_table(path, load_layout(table.layout.id), table.sheet)
        assert not read.problems, [str(problem.sentence) for problem in read.problems]
        data = [row for row in table.rows if row.kind is RowKind.DATA]
        sums = [row for row in table.rows if row.kind is not RowKind.DATA]
        assert [_plain(row) for row in read.rows] == [_plain(row) for row in data], table.sheet
        assert [_plain(row) for row in read.sums] == [_plain(row) for row in sums], table.sheet


def _plain(row) -> dict:
    """What a cell can hold: nothing and an empty text are one, a zero area of a hidden column is nothing."""
    return {key: value for key, value in row.values.items() if value not in (None, "", Area(0), 0)}


def test_a_sum_that_was_changed_in_the_sheet_is_named_by_its_cell(told, tmp_path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "x.xlsx"
    write_quota_report(report_of(told[0], LAST), path)
    book = load_workbook(path)
    page = book["用地指标流水账"]
    place = next(cell for row in page.iter_rows() for cell in row if cell.value == "合计")
    page.cell(place.row, 11).value = 1
    book.save(path)
    (problem,) = read_table(path, load_layout("T01"), "用地指标流水账").problems
    assert problem.cell == f"K{place.row}"


def test_heads_and_inputs_name_ledger_and_seals(told) -> None:
    ledger, _ = told
    report = report_of(ledger, LAST)
    notes = " ".join(map(str, sheet(report, "T24").notes))
    inputs = " ".join(str(value) for row in sheet(report, "INPUTS").rows for value in row.values.values())
    for book in BOOKS:
        head = ledger.store.head(book)
        assert head.hash in notes and head.hash in inputs and head.record_hash in inputs
    assert ledger.store.info().uid in inputs


def test_closed_quarter_is_filed_with_the_seal_it_was_closed_with(tmp_path) -> None:
    ledger = story(tmp_path / "closed.gpkg")
    for quarter in (Quarter(2023, 3), Quarter(2023, 4)):
        ledger.close_quarter(quarter, BOOKS, "甲")
    seal = ledger.store.head(EAST).hash
    post(ledger, Event.ISSUE, EAST, "2024-02-01", amount(5), source="JC", doc_no="新1号")
    notes = [str(note) for note in sheet(report_of(ledger, LAST), "T24").notes]
    (mine,) = [note for note in notes if EAST in note]
    assert seal in mine and "closed with" in mine and ledger.store.head(EAST).hash not in mine
    rolled = {p.code for p in ledger.projects().values() if p.rolled == "2024Q1"}
    listed = {p.code for p in report_of(ledger, LAST).made.projects if p.rolls}
    assert listed == rolled


def test_opening_is_the_closing_of_the_quarter_before(told) -> None:
    ledger, _ = told
    closing = report_of(ledger, datetime.date(2023, 9, 30)).made.filed
    opening = report_of(ledger, LAST).made.filed
    for key in {*closing.rows, *opening.rows}:
        for first, last in (("O", "C"), ("O1", "C1"), ("O3", "P"), ("O2", "A3")):
            left = opening.rows[key].areas[first] if key in opening.rows else 0
            assert left == (closing.rows[key].areas[last] if key in closing.rows else 0)


# ----------------------------------------------------------------------------------------------------------- last year


def _two_years(path: Path, sources=None):
    ledger = open_books(path, sources)
    post(ledger, Event.ISSUE, EAST, "2023-03-01", amount(14000), source="JC", doc_no="一")
    post(ledger, Event.ISSUE, WEST, "2023-03-02", amount(7565), source="ZC", doc_no="二")
    return ledger


def test_growth_from_the_ledger(tmp_path) -> None:
    ledger = _two_years(tmp_path / "a.gpkg")
    post(ledger, Event.ISSUE, EAST, "2022-05-01", amount(13517), source="JC", year=2022, doc_no="旧")
    report = report_of(ledger)
    assert report.growth == Decimal("59.54")
    assert cells(report, "T02", "REGION")["东区"]["PREV"] == 13517
    assert not sheet(report, "T02").notes
    halfway = report_of(ledger, datetime.date(2023, 4, 30))
    assert halfway.growth is None


def test_growth_from_a_printed_figure_says_how_sure_it_is(tmp_path) -> None:
    ledger = _two_years(tmp_path / "b.gpkg")
    ledger.put("former", {"holder": CITY, "year": 2022, "what": "obtained", "value": "135", "unit": "亩"}, "甲")
    report = report_of(ledger)
    assert report.growth == Decimal("15874.07")
    (note,) = map(str, sheet(report, "T02").notes)
    assert "15815.12" in note and "15933.46" in note  # (21565 / 135.5 − 1) and (21565 / 134.5 − 1), outward
    assert "PREV" not in cells(report, "T02", "REGION")["市本级"]
    total = next(row for row in sheet(report, "T02").rows if row.kind is RowKind.TOTAL)
    assert total.value("PREV") == Area(135 * MU)


@pytest.mark.parametrize(
    ("printed", "said"),
    [("59.54", "holds as printed"), ("59.53", "holds within rounding"), ("59.60", "does not hold")],
)
def test_growth_that_was_printed_is_compared(tmp_path, printed, said) -> None:
    ledger = _two_years(tmp_path / "p.gpkg")
    values = {"holder": CITY, "year": 2022, "what": "obtained", "value": "13517", "growth": printed, "growth_decimals": 2}
    ledger.put("former", values, "甲")
    notes = [str(note) for note in sheet(report_of(ledger), "T02").notes]
    assert f"The growth was printed as {printed} %: {said}." in notes


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    from ...core.resources import resource
    from ...core.store.geopackage import open_ledger

    path = tmp_path_factory.mktemp("sample") / "sample.gpkg"
    path.write_bytes(resource("sample", "sample_quota_ledger_2023.gpkg").read_bytes())
    store = open_ledger(path)
    yield store, path
    store.close()


def test_sample_gives_the_figures_that_were_printed(sample, tmp_path) -> None:
    """14000 + 6312 + 48 + 1205 = 21565 亩, 59.54 % more than 13517; 10016 亩 advanced to 292 projects, 23 of the province."""
    store, path = sample
    report = quota_report(store, job_for(store, 2023, LAST), RunFacts())
    total = report.total
    assert {code: value / MU for code, value in total.obtained.items()} == {"ZP": 14000, "ZC": 6312, "JY": 48, "ZX": 1205}
    assert (total.total, report.growth) == (21565 * MU, Decimal("59.54"))
    assert (total.advanced_in_year, total.advanced_projects, total.direct_projects) == (10016 * MU, 292, 23)
    assert cells(report, "T02", "REGION")["高唐县"]["TOTAL"] == 834
    assert not failed(report)
    oracle, names = QuotaOracle(path, 2023, "2023-12-31", document=True), Names(store)
    for book in (book.code for book in store.books()):
        row = cells(report, "T02", "REGION")[names.holder(book)]
        assert {key: row[key] for key in oracle.gained(book)} == oracle.gained(book)
    write_quota_report(report, tmp_path / "sample.xlsx")
    names_of_sheets = sheet_names(tmp_path / "sample.xlsx")
    # Its register of plots is empty.
    assert {load_layout(table).sheet for table in TABLES if table != "T03"} <= set(names_of_sheets)


def test_registers_of_the_holders_asked_for_only(sample) -> None:
    store, _ = sample
    report = quota_report(store, job_for(store, 2023, LAST, holders=("高唐县",)), RunFacts())
    supplied = [row for row in sheet(report, "T23").rows if row.kind is RowKind.DATA]
    assert len(supplied) == 56 and not failed(report)


def test_source_that_a_register_adds_stands_under_other(tmp_path) -> None:
    new = replace(shipped_sources()[0], code="XX", name="新来源", short="", order=50, locked=False)
    ledger = _two_years(tmp_path / "c.gpkg", (*shipped_sources(), new))
    post(ledger, Event.ISSUE, EAST, "2023-04-01", amount(1.5), source="XX", doc_no="三")
    report = report_of(ledger)
    assert cells(report, "T02", "REGION")["东区"]["QT"] == Decimal("1.5")
    assert cells(report, "T02S", "SOURCE")["新来源"]["AREA"] == Decimal("1.5")
    assert not failed(report)


# -------------------------------------------------------------------------------------------------- checks that fail


class Tampered:
    """A store whose answers are a little wrong."""

    def __init__(self, store, **answers) -> None:
        self._store, self._answers = store, answers

    def __getattr__(self, name):
        real = getattr(self._store, name)
        change = self._answers.get(name)
        return real if change is None else lambda *args, **named: change(real(*args, **named))


def _one_more(state: str, by: int = 100):
    """Balances with one account more (by 0.0001 亩) in a state."""

    def change(balances):
        changed = dict(balances)
        for place in changed:
            if place[0].state == state and place[1] == "NEW" and place[0].year == 2023:
                changed[place] += by
                break
        return changed

    return change


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"merged_balances": _one_more("AVL")}, {"T01 closing balance = balance of the ledger", "T02 available = balance of the ledger"}),
        ({"merged_balances": _one_more("USE")}, {"T02 used = balance of the ledger"}),
        ({"merged_balances": _one_more("PEN")}, {"T02 pending = balance of the ledger"}),
        ({"merged_balances": _one_more("ALC")}, {"T01 closing balance = balance of the ledger"}),
        ({"merged_balances": _one_more("ADV")}, {"T02 advances not cleared = balance of the ledger"}),
        ({"vouchers": lambda found: (v for v in found if v.number != 3)}, {"T01 received = turnover of the ledger"}),
        (
            {"merged_turnover": lambda rows: [row for row in rows if row.nature != "transfer_in"]},
            {"T02: moved between holders, over the city = 0", "T24 opening = closing of the quarter before"},
        ),
        (
            {"merged_turnover": lambda rows: [r._replace(spent=r.spent + 100) if r.account.state == "EXT" else r for r in rows]},
            {"H5: total obtained = issued by the upper level"},
        ),
        (
            {"merged_turnover": lambda rows: [row for row in rows if row.nature != "submit"]},
            {"T24 pending: opening + in − out = closing", "T24 reserved and allocated: opening + in − out = closing"},
        ),
        (
            {"merged_turnover": lambda rows: [row for row in rows if row.nature != "repay"]},
            {"T24 advances: opening + new − cleared = closing"},
        ),
    ],
)  # fmt: skip
def test_a_wrong_number_is_found_and_makes_a_draft(told, answers, names) -> None:
    store = Tampered(told[0].store, **answers)
    job = job_for(told[0].store, 2023, LAST, basis=Basis.BOOKING)
    report = quota_report(store, job, RunFacts())
    assert names <= failed(report)
    assert report.draft


def test_a_changed_opening_is_found(told) -> None:
    """Balances of one day only are wrong: the quarter before closed with something else."""
    store = told[0].store

    class Wrong(Tampered):
        def merged_balances(self, books=(), until=None, dimension=""):
            found = store.merged_balances(books, until, dimension)
            return _one_more("AVL")(found) if until == datetime.date(2023, 9, 30) else found

    report = quota_report(Wrong(store), job_for(store, 2023, LAST, basis=Basis.BOOKING), RunFacts())
    assert {"T24 opening = closing of the quarter before"} <= failed(report)


def test_the_file_of_a_draft_says_so(told, tmp_path) -> None:
    from openpyxl import load_workbook

    store = Tampered(told[0].store, merged_balances=_one_more("AVL"))
    report = quota_report(store, job_for(told[0].store, 2023, LAST, basis=Basis.BOOKING), RunFacts())
    write_quota_report(report, tmp_path / "d.xlsx")
    book = load_workbook(tmp_path / "d.xlsx")
    assert all(str(page["A2"].value).startswith("草稿") for page in book.worksheets if page.title not in ("图表",))


# ------------------------------------------------------------------------------------------------------ small things


def test_partial_month_is_the_turnover_of_its_days(wandered) -> None:
    """The begun month counted from vouchers, against all days counted so."""
    store = wandered[0].store
    for on in (datetime.date(2023, 8, 10), datetime.date(2023, 8, 31)):
        for basis in Basis:
            document = basis is Basis.DOCUMENT
            dated = [(v, (v.draft.doc_date if document else None) or v.draft.book_date) for v in store.vouchers()]
            days = [voucher for voucher, counted in dated if counted <= on]
            wanted, found = ({}, {})
            for rows, sums in ((turnover_of(days), wanted), (turnover_until(store, BOOKS, on, basis, dimension=""), found)):
                for row in rows:
                    key = (row.account._replace(project=""), row.dimension, row.nature)
                    one, two = sums.get(key, (0, 0))
                    sums[key] = (one + row.received, two + row.spent)
            assert found == wanted and found


def test_holders_and_tables_that_are_not_there_are_named(told) -> None:
    with pytest.raises(InputError, match="无此县"):
        job_for(told[0].store, 2023, holders=("无此县",))
    with pytest.raises(InputError, match="T99"):
        tables_named("T01，T99")
    assert tables_named("t25、T02") == ("T02", "T25")


def test_one_holder_alone(told) -> None:
    report = report_of(told[0], LAST, holders=("西县",))
    assert set(cells(report, "T02", "REGION")) == {"西县"}
    assert not failed(report)
    assert report.total.total == 312_500_000


def test_quota_kept_apart_is_in_no_total(told) -> None:
    report = report_of(told[0], LAST)
    assert sheet(report, SEPARATE_SHEET).sheet and sheet(report, FILING_APART).sheet
    total = next(row for row in sheet(report, "T02").rows if row.kind is RowKind.TOTAL)
    assert total.value("SEP_GOT:增减挂钩节余") == Area(88 * MU)
    assert "增减挂钩节余" not in {row.value("R") for row in sheet(report, "T24").rows}


def test_a_ledger_without_vouchers_has_empty_tables(tmp_path) -> None:
    report = report_of(open_books(tmp_path / "empty.gpkg"))
    assert not report.draft
    write_quota_report(report, tmp_path / "empty.xlsx")
    assert report.total.total == 0 and report.growth is None


def test_words_of_every_state_and_event() -> None:
    words = printed_words()
    assert set(words.states) == {state.value for state in State}
    assert set(words.events) == {event.value for event in Event}


def test_standing_of_an_event_nobody_knows_is_a_draft(tmp_path) -> None:
    """Quota that appears by an event of a later version is in the balances, but in no column."""
    ledger = _two_years(tmp_path / "future.gpkg")
    account = AccountKey(EAST, 2023, "JC", "AVL")
    postings = (Posting(account._replace(state="EXT"), "NEW", -MU), Posting(account, "NEW", MU))
    with ledger.store.writing({EAST}) as writing:
        writing.append([Draft(EAST, "present", day("2023-05-01"), postings)])
    assert "T02: left = available + reserved and allocated − advances not cleared" in failed(report_of(ledger))
    assert standings(ledger.store, job_for(ledger.store, 2023), Names(ledger.store))[EAST].available == 14001 * MU
