"""landledger:postreserve in the real QGIS: one event, a table of them, only checked, refused as a whole."""

from __future__ import annotations

import gc

import pytest

from ...core.balance.indicators import NOTHING, Indicators
from ...core.balance.reserve.ledger import ReserveLedger, found_reserve
from ...core.ledger.model import Book
from ...core.quota.vocabulary import BOOK_KIND as QUOTA
from ...core.rules import load_rules
from ...core.store.geopackage import create, open_ledger
from ..core.balance.made_reserve import DAY, EAST, HOLDERS, WEST, amounts, new_lot, open_reserve, project
from .occupation_runs import is_one_sentence, qgis_process, results_of
from .test_requisition_balance import table

POST = "landledger:postreserve"


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.gpkg"
    reserve = open_reserve(path)
    reserve.enter(
        [new_lot("A", amounts(30, 3, 30_000)), new_lot("B", amounts(10, 5, 5_000)), new_lot("R", amounts(0, 8, 9_000), running=True)],
        DAY,
    )  # fmt: skip
    project(reserve, "P1")
    project(reserve, "P2")
    reserve.store.close()
    return path


@pytest.fixture
def run(provider, said_feedback, ledger):
    def run_post(**values):
        import processing

        run_post.feedback = said_feedback()
        results = processing.run(POST, {"LEDGER": str(ledger), **values}, feedback=run_post.feedback)
        assert not run_post.feedback.debug
        return results

    yield run_post
    gc.collect()


@pytest.fixture
def refused(run, ledger):
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = state(ledger)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)) and state(ledger) == before, str(raised.value)
        return str(raised.value)

    return refuse


def state(path) -> tuple:
    """Heads of the books, and what each lot has."""
    store = open_ledger(path)
    try:
        reserve = ReserveLedger(store, load_rules())
        heads = [store.head(book.code).hash for book in store.books()]
        return heads, {(lot.region, lot.code): (lot.remaining, lot.frozen, lot.used) for lot in reserve.lots()}
    finally:
        store.close()


def lots(path) -> dict:
    return state(path)[1]


def test_one_event_after_the_other(run, ledger) -> None:
    found = run(EVENT="freeze", LOT="A", QUANTITY="12.5", PADDY="3", CAPACITY="9,000", PROJECT="P1", BOOK_DATE="2023-06-01")
    assert (found["VOUCHER"], found["VOUCHER_COUNT"], found["REMAINING_MU"]) == (f"{EAST}BC-000004", 1, 27.5)
    assert lots(ledger)[EAST, "A"] == (amounts(17.5, 0, 21_000), amounts(12.5, 3, 9_000), NOTHING)
    run(EVENT="unfreeze", LOT="A", QUANTITY="2.5", PROJECT="P1", BOOK_DATE="2023-06-02")
    run(EVENT="draw", LOT="A", QUANTITY="1", UNIT="ha", PROJECT="P1", CONFIRMATION="确1", DOC_NO="批1", BOOK_DATE="2023年6月3日")
    assert lots(ledger)[EAST, "A"] == (amounts(15, 0, 21_000), amounts(0, 3, 9_000), amounts(15, 0, 0))
    run(EVENT="promise", LOT="R", PADDY="4", PROJECT="P2")
    run(EVENT="transfer_out", LOT="B", QUANTITY="4", HOLDER="东区", TO_HOLDER="西县", DOC_NO="调1")
    assert lots(ledger)[WEST, "B"][0] == amounts(4)
    run(EVENT="void", LOT="B", QUANTITY="1", HOLDER=EAST, REASON="核减")
    found = run(EVENT="reverse", HOLDER=EAST, REVERSES=6, REASON="录错")
    assert lots(ledger)[EAST, "A"][2] == NOTHING and found["WARNING_COUNT"] == 0


def test_only_checked(run, refused, ledger) -> None:
    before = state(ledger)
    found = run(EVENT="freeze", LOT="A", QUANTITY="5", PROJECT="P1", POST=False)
    assert (found["VOUCHER_COUNT"], found["REQUEST_COUNT"], state(ledger)) == (0, 1, before)
    assert "31" in refused(EVENT="freeze", LOT="A", QUANTITY="31", PROJECT="P1", POST=False)


DRAWN = {"业务": "核销", "建设项目编号": "P2", "确认单号": "确1", "文号": "批1", "记账日期": "2023-07-01"}
ROWS = [
    {"业务": "挂钩", "储备项目编号": "A", "耕地数量": 5.5, "水田规模": 1, "粮食产能": 100, "建设项目编号": "P1"},
    {**DRAWN, "储备项目编号": "A", "耕地数量": 6},
    {**DRAWN, "储备项目编号": "B", "耕地数量": 3, "水田规模": 2},
    {"业务": "作废", "行政区": "东区", "储备项目编号": "B", "粮食产能": 1, "原因": "核减"},
]


def test_a_table_and_lots_of_a_number_are_one_voucher(run, ledger, tmp_path) -> None:
    found = run(ROWS=table(tmp_path / "rows.csv", ROWS))
    assert (found["REQUEST_COUNT"], found["VOUCHER_COUNT"]) == (3, 3)
    now = lots(ledger)
    assert now[EAST, "A"] == (amounts(18.5, 2, 29_900), amounts(5.5, 1, 100), amounts(6))
    assert now[EAST, "B"] == (Indicators(7_000_000, 3_000_000, 4_999), NOTHING, amounts(3, 2))


def test_one_bad_row_refuses_the_table(refused, tmp_path) -> None:
    def with_row(name, **row):
        given = {"业务": "挂钩", "储备项目编号": "A", "耕地数量": 1.0, "建设项目编号": "P1", "原因": "x", **row}
        return table(tmp_path / f"{name}.csv", [*ROWS, given])

    for name, row, words in (
        ("much", {"耕地数量": 99.0}, ("feature 5", "99")), ("what", {"业务": "吃掉"}, ("吃掉",)), ("lot", {"储备项目编号": "Z"}, ("Z",)),
        ("project", {"建设项目编号": "P9"}, ("feature 5", "P9")), ("twice", {**ROWS[2]}, ("B", "twice")),
    ):  # fmt: skip
        rows = with_row(name, **row) if name != "twice" else table(tmp_path / "twice.csv", [*ROWS, ROWS[2]])
        message = refused(ROWS=rows)
        assert all(word in message for word in words), message


def test_a_voucher_is_reversed_once_by_a_table(run, refused, ledger, tmp_path) -> None:
    run(EVENT="freeze", LOT="A", QUANTITY="5", PROJECT="P1")
    row = {"业务": "红字冲销", "行政区": "东区", "冲销凭证号": 4, "原因": "录错"}
    assert "feature 2" in refused(ROWS=table(tmp_path / "twice.csv", [row, row]))
    assert run(ROWS=table(tmp_path / "once.csv", [row]))["VOUCHER_COUNT"] == 1 and lots(ledger)[EAST, "A"][1] == NOTHING


def test_what_makes_no_sense(refused, tmp_path) -> None:
    for values, word in (
        ({}, "nothing to book"),
        ({"LOT": "A", "ROWS": table(tmp_path / "r.csv", ROWS)}, "not both"),
        ({"LOT": "A", "QUANTITY": "x", "PROJECT": "P1"}, "Farmland"),
        ({"LOT": "A", "CAPACITY": "1.5", "PROJECT": "P1"}, "1.5"),
        ({"LOT": "A", "PROJECT": "P1"}, "amounts are missing"),
        ({"EVENT": "draw", "LOT": "A", "QUANTITY": "1", "PROJECT": "P1", "DOC_NO": "批"}, "confirmation"),
        ({"EVENT": "reverse", "HOLDER": EAST, "REVERSES": 99, "REASON": "x"}, "99"),
        ({"ROWS": table(tmp_path / "n.csv", [{"甲": "1", "乙": "2"}])}, "event"),
        ({"EVENT": "void", "LOT": "Z", "QUANTITY": "1", "REASON": "x"}, "No reserve of the ledger has the lot Z."),
        ({"EVENT": "reverse", "REVERSES": 1, "REASON": "x"}, "holder is missing"),
        ({"ROWS": table(tmp_path / "t.csv", [{**ROWS[0], "耕地数量": "约五亩"}])}, "“约五亩” is no valid value of 耕地数量"),
        ({"ROWS": table(tmp_path / "e.csv", [{**ROWS[0], "业务": ""}])}, "event (业务) is empty"),
    ):
        assert word in refused(**values)


def test_a_county_that_takes_its_first_lot_gets_a_reserve(run, refused, tmp_path) -> None:
    """One that has other books of the ledger, by code or name; found when booked, never when only checked or refused."""
    path = tmp_path / "新台账.gpkg"
    store = create(path, "编造的台账", [Book(holder.code, QUOTA, holder.code, holder.label) for holder in HOLDERS])
    found_reserve(store, HOLDERS[:2])
    ReserveLedger(store, load_rules()).enter([new_lot("A", amounts(30, 3, 30_000))], DAY)
    store.close()
    given = {"LEDGER": str(path), "EVENT": "transfer_out", "LOT": "A", "DOC_NO": "调1", "QUANTITY": "4", "TO_HOLDER": "西县"}
    before = state(path)
    assert run(**given, POST=False)["REQUEST_COUNT"] == 1 and state(path) == before
    for values, word in (({"TO_HOLDER": "南县"}, "南县"), ({"QUANTITY": "31"}, "31")):
        assert word in refused(**{**given, **values}) and state(path) == before
    assert run(**given)["VOUCHER_COUNT"] == 2  # out of one book and into the other
    assert (lots(path)[WEST, "A"][0], lots(path)[EAST, "A"][0]) == (amounts(4), amounts(26, 3, 30_000))
    assert run(**{**given, "TO_HOLDER": WEST, "HOLDER": EAST, "DOC_NO": "调2"})["VOUCHER_COUNT"] == 2
    assert lots(path)[WEST, "A"][0] == amounts(8) and len(state(path)[0]) == 6


def test_headless_in_chinese(ledger) -> None:
    given = {"EVENT": "freeze", "LOT": "A", "QUANTITY": "5", "PROJECT": "P1"}
    done = qgis_process(POST, {"LANDLEDGER_LOCALE": "zh_CN"}, LEDGER=str(ledger), **given)
    assert results_of(done)["VOUCHER_COUNT"] == 1 and lots(ledger)[EAST, "A"][1] == amounts(5)
