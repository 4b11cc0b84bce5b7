"""The reserve ledger: what each event does, told by hand, and what is refused."""

from __future__ import annotations

import datetime

import pytest

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.lots import LotState
from ....core.balance.reserve.ledger import NewRow, Refused, Request, reserve_books
from ....core.balance.reserve.vocabulary import Event
from ....core.errors import InputError
from .made_reserve import CITY, DAY, EAST, WEST, amounts, lot_values, new_lot, open_reserve, project


@pytest.fixture
def reserve(tmp_path):
    ledger = open_reserve(tmp_path / "台账.gpkg")
    ledger.enter([new_lot("L1", amounts(100, 20, 80_000)), new_lot("L2", amounts(0, 50, 12_345), kind="upgrading")], DAY, "甲")
    project(ledger, "P1")
    project(ledger, "P2")
    return ledger


def lots(ledger):
    return {(lot.region, lot.code): lot for lot in ledger.lots()}


def test_books_stand_beside_those_of_quota(reserve):
    found = reserve_books(reserve.store)
    assert {holder: book.code for holder, book in found.items()} == {
        CITY: "371500BC", EAST: "371502BC", WEST: "371526BC",
    }  # fmt: skip


def test_a_lot_is_entered_frozen_drawn_and_left(reserve):
    reserve.freeze("P1", {"L1": amounts(30, 5, 20_000), "L2": amounts(0, 10, 345)}, DAY)
    lot = lots(reserve)[EAST, "L1"]
    assert (lot.original, lot.frozen, lot.used) == (amounts(100, 20, 80_000), amounts(30, 5, 20_000), NOTHING)
    assert lot.remaining == amounts(70, 15, 60_000) and lot.state is LotState.UNUSED
    reserve.unfreeze("P1", {"L1": amounts(10, 0, 0)}, DAY)
    posted = reserve.draw("P1", {"L1": amounts(40, 5, 20_000), "L2": amounts(0, 4, 0)}, DAY, "确1", "批1号")
    assert len(posted.vouchers) == 1
    first, second = lots(reserve).values()
    # 20 of the 40 mu come from what is frozen, 20 from what is free: 70 + 10 − 20.
    assert (first.used, first.frozen, first.remaining) == (amounts(40, 5, 20_000), NOTHING, amounts(60, 15, 60_000))
    assert (second.used, second.frozen) == (amounts(0, 4, 0), amounts(0, 6, 345))
    assert second.remaining == amounts(0, 40, 12_000) and first.state is LotState.PARTLY
    assert [voucher.draft.event for voucher in reserve.history("L2")] == ["enter", "freeze", "draw"]


def test_what_was_drawn_before_is_used_at_once(reserve):
    reserve.enter([new_lot("L3", amounts(10, 0, 9000), WEST, used=amounts(10, 0, 9000))], DAY, opening=True)
    lot = lots(reserve)[WEST, "L3"]
    assert (lot.original, lot.used, lot.remaining) == (amounts(10, 0, 9000), amounts(10, 0, 9000), NOTHING)
    assert lot.state is LotState.USED_UP


def test_a_transfer_is_a_voucher_in_each_book_and_is_reversed_in_both(reserve):
    given = amounts(25, 20, 7)
    posted = reserve.transfer(EAST, WEST, {"L1": given}, DAY, "调1号")
    assert [voucher.draft.book for voucher in posted.vouchers] == ["371502BC", "371526BC"]
    assert len({voucher.draft.transfer for voucher in posted.vouchers}) == 1
    ours, theirs = lots(reserve)[EAST, "L1"], lots(reserve)[WEST, "L1"]
    assert (ours.moved_out, ours.moved_in, ours.remaining) == (given, NOTHING, amounts(75, 0, 79_993))
    assert (theirs.original, theirs.moved_in, theirs.remaining) == (NOTHING, given, given)
    assert (theirs.name, theirs.grade) == (ours.name, ours.grade)
    reserve.transfer(WEST, EAST, {"L1": amounts(5, 0, 0)}, DAY, "调2号")
    ours, theirs = lots(reserve)[EAST, "L1"], lots(reserve)[WEST, "L1"]
    assert (ours.moved_in, ours.moved_out, ours.remaining) == (amounts(5), given, amounts(80, 0, 79_993))
    assert (theirs.moved_in, theirs.moved_out) == (given, amounts(5))
    with pytest.raises(Refused):  # what went back lacks
        reserve.reverse(WEST, 1, DAY, "错")
    reserve.reverse(WEST, 2, DAY, "错")
    reserve.reverse(EAST, posted.vouchers[0].number, DAY, "错")
    assert lots(reserve)[EAST, "L1"].remaining == amounts(100, 20, 80_000)
    assert (WEST, "L1") not in lots(reserve)


def test_written_off_and_reversed(reserve):
    reserve.write_off(EAST, {"L1": amounts(1, 1, 1)}, DAY, "图斑灭失")
    lot = lots(reserve)[EAST, "L1"]
    assert (lot.written_off, lot.remaining) == (amounts(1, 1, 1), amounts(99, 19, 79_999))
    reserve.reverse(EAST, 3, DAY, "错")
    assert lots(reserve)[EAST, "L1"].written_off == NOTHING
    with pytest.raises(Refused, match="reversed already"):
        reserve.reverse(EAST, 3, DAY, "错")


@pytest.mark.parametrize(
    ("quantity", "paddy", "capacity", "said"),
    [(100.000001, 0, 0, "mu of farmland"), (0, 20.000001, 0, "mu of paddy"), (0, 0, 80_001, "kg of capacity")],
)
def test_nothing_below_nothing_in_any_indicator(reserve, quantity, paddy, capacity, said):
    with pytest.raises(Refused, match=said):
        reserve.freeze("P1", {"L1": amounts(quantity, paddy, capacity)}, DAY)
    assert lots(reserve)[EAST, "L1"].frozen == NOTHING


def test_all_lots_of_a_draw_or_none(reserve):
    before = reserve.store.head("371502BC")
    with pytest.raises(Refused):
        reserve.draw("P1", {"L1": amounts(1), "L2": amounts(1)}, DAY, "确1", "批1号")
    assert reserve.store.head("371502BC") == before


def test_a_confirmation_number_draws_once_until_it_is_reversed(reserve):
    posted = reserve.draw("P1", {"L1": amounts(1)}, DAY, "确1", "批1号")
    with pytest.raises(Refused, match="drawn already"):
        reserve.draw("P2", {"L1": amounts(1)}, DAY, "确1", "批2号")
    reserve.reverse(EAST, posted.vouchers[0].number, DAY, "错")
    reserve.draw("P2", {"L1": amounts(1)}, DAY, "确1", "批2号")
    with pytest.raises(Refused, match="confirmation number is missing"):
        reserve.draw("P2", {"L1": amounts(1)}, DAY, "", "批2号")
    undone = Request(Event.REVERSE, EAST, DAY, reason="错", reverses=5)
    again = reserve.linked(Event.DRAW, "P1", {"L1": amounts(1)}, DAY, confirmation="确1", doc_no="批")
    assert not reserve.preview([undone, again]).problems and reserve.preview([again, undone]).refused
    twice = [reserve.linked(Event.DRAW, code, {"L1": amounts(1)}, DAY, confirmation="确9", doc_no="批") for code in ("P1", "P2")]
    assert [problem.row for problem in reserve.preview(twice).problems] == [1]


def test_an_expired_lot_refuses_or_warns(tmp_path):
    for choice, refused in (("refuse", True), ("warn", False)):
        ledger = open_reserve(tmp_path / f"{choice}.gpkg", reserve_expired=choice)
        ledger.enter([new_lot("L1", amounts(10), valid_to=DAY.isoformat())], DAY)
        project(ledger, "P1")
        ledger.freeze("P1", {"L1": amounts(1)}, DAY)  # the last day is a valid one
        late = ledger.linked(Event.DRAW, "P1", {"L1": amounts(2)}, DAY + datetime.timedelta(1), confirmation="1", doc_no="2")
        preview = ledger.preview([late])
        assert (preview.refused, [problem.rule for problem in preview.problems]) == (refused, ["R2"])
        assert preview.remaining == ({} if refused else {(EAST, "L1"): amounts(8)})
        assert not ledger.preview([ledger.linked(Event.UNFREEZE, "P1", {"L1": amounts(1)}, late.book_date)]).problems


def test_a_running_lot_is_a_promise_only(reserve):
    reserve.enter([new_lot("L9", amounts(10), running=True)], DAY)
    with pytest.raises(Refused, match="promise only"):
        reserve.freeze("P1", {"L9": amounts(1)}, DAY)
    reserve.freeze("P1", {"L9": amounts(1)}, DAY, promised=True)
    with pytest.raises(Refused, match="promise only"):
        reserve.draw("P1", {"L9": amounts(1)}, DAY, "1", "2")
    reserve.put_all([NewRow("lot", lot_values("L9", accepted="2023-05-01"))])
    reserve.draw("P1", {"L9": amounts(1)}, DAY, "1", "2")
    assert lots(reserve)[EAST, "L9"].used == amounts(1)


def test_lots_of_another_holder(reserve):
    project(reserve, "PW", WEST)
    with pytest.raises(Refused, match="has no lot L1"):
        reserve.freeze("PW", {"L1": amounts(1)}, DAY)
    with pytest.raises(Refused, match="transferred there first"):
        reserve.post([Request(Event.FREEZE, EAST, DAY, {"L1": amounts(1)}, project="PW")])
    reserve.enter([new_lot("L1", amounts(3), WEST, grade="9")], DAY)
    with pytest.raises(Refused, match="another lot with the code L1"):
        reserve.transfer(EAST, WEST, {"L1": amounts(1)}, DAY, "调1号")


@pytest.mark.parametrize(
    ("lot", "said"),
    [
        (new_lot("L1", amounts(1)), "in the reserve already"),
        (new_lot("L8", amounts(1), used=amounts(2)), "more is drawn"),
        (new_lot("L8", Indicators(-1, 2, 3)), "negative"),
        (new_lot("L8", NOTHING), "amounts are missing"),
        (new_lot("L8", amounts(1), grade=None), "has no grade"),
        (new_lot("L8", amounts(1), grade="11", grade_system="quality10"), "none of 1 to 10"),
    ],
)
def test_what_is_no_lot(reserve, lot, said):
    before = reserve.store.head("371502BC")
    with pytest.raises(Refused, match=said):
        reserve.enter([lot], DAY)
    assert reserve.store.head("371502BC") == before


def test_rows_that_are_none(reserve):
    with pytest.raises(InputError, match="no reserve"):
        reserve.enter([new_lot("L8", amounts(1), "370000")], DAY)
    with pytest.raises(InputError, match="占补平衡类型"):
        reserve.enter([new_lot("L8", amounts(1), kind="没有")], DAY)
    with pytest.raises(InputError, match="no project P7"):
        reserve.freeze("P7", {"L1": amounts(1)}, DAY)
    with pytest.raises(Refused, match="future"):
        reserve.freeze("P1", {"L1": amounts(1)}, datetime.date(2024, 2, 21))


def test_a_draw_needs_a_link_where_the_rule_says_so(tmp_path):
    ledger = open_reserve(tmp_path / "a.gpkg", reserve_draw_unfrozen="refuse")
    ledger.enter([new_lot("L1", amounts(10, 0, 10))], DAY)
    project(ledger, "P1")
    ledger.freeze("P1", {"L1": amounts(2, 0, 3)}, DAY)
    with pytest.raises(Refused, match="only what is frozen"):
        ledger.draw("P1", {"L1": amounts(2, 0, 4)}, DAY, "1", "2")
    ledger.draw("P1", {"L1": amounts(2, 0, 3)}, DAY, "1", "2")
