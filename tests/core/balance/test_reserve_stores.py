"""The reserve in a file and in a real PostgreSQL: a matching is booked whole and once, every event, years closed."""

from __future__ import annotations

import datetime
import threading
from dataclasses import replace

import pytest

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.requisition.matching import match
from ....core.balance.requisition.posting import How, Order, parse_confirmations, post_matching
from ....core.balance.reserve.ledger import ReserveLedger, found_reserve
from ....core.balance.reserve.policy import Policy
from ....core.balance.reserve.verifying import broken_rules
from ....core.balance.reserve.vocabulary import Event
from ....core.errors import InputError, LedgerError
from ....core.ledger.model import Book, Draft, Posting
from ....core.quota.ledger import Quarter, QuotaLedger
from ....core.quota.problems import Refused
from ....core.quota.subjects import seed_registers, shipped_sources
from ....core.quota.vocabulary import BOOK_KIND
from ....core.rules import load_rules
from ....core.store.verify import verify
from ..store.conftest import MAKERS
from .made_reserve import CITY, DAY, EAST, HOLDERS, TODAY, WEST, amounts, new_lot, project
from .test_requisition_posting import AFTER, posted, project as demand, task_of

LATER = AFTER + datetime.timedelta(1)


def reserve_of(store) -> ReserveLedger:
    return ReserveLedger(store, load_rules(), lambda: TODAY)


@pytest.fixture(params=sorted(MAKERS))
def place(request, tmp_path):
    """(a reserve with four lots of two counties, reopen) in each kind of store; everything is closed at the end."""
    store, reopen = MAKERS[request.param](tmp_path, "编造的台账", [Book(h.code, BOOK_KIND, h.code, h.label) for h in HOLDERS])
    opened = [store]

    def open_again() -> ReserveLedger:
        opened.append(reopen())
        return reserve_of(opened[-1])

    seed_registers(store, HOLDERS, shipped_sources())
    found_reserve(store)
    reserve = reserve_of(store)
    reserve.enter(
        [
            new_lot("A", amounts(30, 3, 30_000)), new_lot("B", amounts(10, 5, 5_000)),
            new_lot("R", amounts(0, 8, 9_000), kind="upgrading", running=True), new_lot("W", amounts(50, 9, 90_000), WEST),
        ],
        DAY,
    )  # fmt: skip
    yield reserve, open_again
    for each in opened:
        each.close()


def kept(reserve) -> dict:
    """What each lot has, and the heads of all books."""
    lots = {(lot.region, lot.code): (lot.remaining, lot.frozen, lot.used, lot.written_off) for lot in reserve.lots()}
    return {"lots": lots, "heads": [reserve.store.whole.head(book.code) for book in reserve.store.whole.books()]}


def test_a_matching_is_booked_whole_and_once(place):
    """Frozen, frozen again (nothing), drawn, drawn again (nothing), each time by a connection of its own."""
    first, reopen = place
    demands = [demand("P", 12, 4, 9_000), demand("Q", 3, 0, 1_000)]
    before = first.store.count()
    found = posted(first, demands, How.FREEZE)
    assert first.store.count() == before + 2
    second = reopen()
    assert Indicators.total(lot.frozen for lot in second.lots()) == found.drawn == amounts(15, 4, 10_000)
    state = kept(second)
    posted(second, demands, How.FREEZE)
    assert kept(second) == state == kept(first)
    posted(second, demands, How.DRAW, "P=编确1；Q=编确2")
    assert Indicators.total(lot.used for lot in first.lots()) == amounts(15, 4, 10_000)
    assert all(lot.frozen == NOTHING for lot in first.lots())
    state = kept(first)
    posted(first, demands, How.DRAW, "P=编确3；Q=编确4")
    assert kept(first) == state and first.projects()["P"].values["confirmation"] == "编确1"
    assert verify(first.store.whole).clean and not list(broken_rules(first.store, Policy.of(load_rules())))


def test_a_matching_that_can_not_be_booked_whole_leaves_nothing(place):
    """One number is missing; then another office takes what the matching wanted."""
    first, reopen = place
    demands = [demand("P", 12, 4, 9_000), demand("Q", 20, 0, 1_000)]
    state = kept(first)
    task, booked = task_of(first, demands)
    found = match(task)
    with pytest.raises(InputError):
        post_matching(first, found, booked, Order(How.DRAW, AFTER, parse_confirmations("P=编确1", found), "编批1", "甲"))
    assert kept(first) == state and not first.projects()
    other = reopen()
    project(other, "Z")
    other.freeze("Z", {"A": amounts(28, 0, 0)}, AFTER)
    state = kept(other)
    with pytest.raises(LedgerError):
        post_matching(first, found, booked, Order(How.FREEZE, LATER, {}, "", "甲"))
    assert kept(first) == state == kept(reopen()) and set(first.projects()) == {"Z"}


def test_two_offices_book_the_same_matching_at_once(place):
    """Whoever comes second finds it booked, or is refused; nothing is frozen twice."""
    first, reopen = place
    demands = [demand("P", 12, 4, 9_000), demand("Q", 3, 0, 1_000)]
    begin, outcomes = threading.Barrier(2), []

    def work():
        own = reopen()
        task, booked = task_of(own, demands)
        found = match(task)
        begin.wait(30)
        try:
            outcomes.append(len(post_matching(own, found, booked, Order(How.FREEZE, AFTER, {}, "", "甲")).vouchers))
        except LedgerError as error:
            outcomes.append(str(error))
        own.store.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(outcomes) == 2 and 2 in outcomes, outcomes
    assert Indicators.total(lot.frozen for lot in first.lots()) == amounts(15, 4, 10_000)
    assert verify(first.store.whole).clean


def test_every_event_and_its_reversal_by_hand(place):
    reserve, reopen = place
    project(reserve, "P")
    reserve.freeze("P", {"A": amounts(12, 2, 9_000), "B": amounts(1, 1, 100)}, AFTER)
    reserve.unfreeze("P", {"A": amounts(2, 1, 1_000)}, AFTER)
    reserve.draw("P", {"A": amounts(11, 1, 9_000), "B": amounts(1, 1, 100)}, AFTER, "编确1", "编批1")
    reserve.write_off(EAST, {"B": amounts(4, 0, 900)}, AFTER, "核减")
    reserve.transfer(EAST, WEST, {"A": amounts(5, 0, 5_000)}, AFTER, "编调1")
    reserve.freeze("P", {"R": amounts(0, 3, 0)}, AFTER, promised=True)
    other = reopen()
    lots = {(lot.region, lot.code): lot for lot in other.lots()}
    assert lots[EAST, "A"].remaining == amounts(14, 2, 16_000) and lots[EAST, "A"].used == amounts(11, 1, 9_000)
    assert lots[EAST, "A"].frozen == NOTHING and lots[WEST, "A"].remaining == amounts(5, 0, 5_000)
    assert lots[EAST, "B"].remaining == amounts(5, 4, 4_000) and lots[EAST, "B"].written_off == amounts(4, 0, 900)
    assert lots[EAST, "R"].frozen == amounts(0, 3, 0)
    state = kept(other)
    with pytest.raises(Refused):  # a batch of two, the second of which asks too much: neither is booked
        other.post([other.linked(Event.FREEZE, "P", {"A": amounts(1)}, LATER), other.linked(Event.FREEZE, "P", {"A": amounts(14)}, LATER)])
    assert kept(other) == state
    number = next(voucher.number for voucher in other.history("A", EAST) if voucher.draft.event == Event.TRANSFER_OUT.value)
    other.reverse(EAST, number, LATER, "编错")
    lots = {(lot.region, lot.code): lot for lot in reserve.lots()}
    assert lots[EAST, "A"].remaining == amounts(19, 2, 21_000) and (WEST, "A") not in lots
    assert verify(other.store.whole).clean


# ------------------------------------------------------------------------------------------------------ years closed


def test_a_closed_year_takes_no_voucher_and_is_opened_again_with_a_reason(place):
    reserve, reopen = place
    project(reserve, "P")
    reserve.freeze("P", {"A": amounts(12, 2, 9_000)}, AFTER)
    assert reserve.due_year(EAST) == 2023 and reserve.due_year(CITY) is None
    closed = reserve.close_year(2023, [EAST, WEST], "甲")
    head = reserve.store.whole.head(f"{EAST}BC")
    assert [(state.book, state.closed) for state in closed] == [(f"{EAST}BC", True), (f"{WEST}BC", True)]
    assert (closed[0].number, closed[0].hash) == (head.number, head.hash)
    other = reopen()
    assert [state.quarter for state in other.years(EAST)] == [Quarter(2023, 4)] and other.due_year(EAST) == 2024
    state = kept(other)
    late = datetime.date(2023, 12, 31)
    for book in (
        lambda: other.unfreeze("P", {"A": amounts(2)}, late), lambda: other.write_off(EAST, {"B": amounts(1)}, late, "核减"),
        lambda: other.reverse(EAST, head.number, late, "编错"),
        lambda: other.enter([new_lot("N", amounts(1, 0, 100))], late),
        lambda: other.transfer(CITY, WEST, {"A": amounts(1)}, late, "编调"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=r"closed up to 2023|no lot"):
            book()
        assert {**kept(other), "heads": 0} == {**state, "heads": 0}
    other.draw("P", {"A": amounts(12, 2, 9_000)}, datetime.date(2024, 1, 5), "编确1", "编批1", doc_date=late)
    with pytest.raises(InputError, match="Reopening a year needs a reason"):
        other.reopen_year(2023, [EAST], " ", "乙")
    opened = other.reopen_year(2023, [EAST], "补记", "乙")
    assert not opened[0].closed and opened[0].reason == "补记"
    reserve.write_off(EAST, {"B": amounts(1, 0, 0)}, late, "核减")
    with pytest.raises(Refused, match="closed up to 2023"):
        reserve.write_off(WEST, {"W": amounts(1)}, late, "核减")  # the other county's year stays closed
    assert verify(reserve.store.whole).clean and not list(broken_rules(reserve.store, Policy.of(load_rules())))


def test_years_close_in_their_order_and_once_they_are_over(place):
    reserve, _ = place
    for year, said in ((2024, "not over"), (2022, "2023 of .* is next")):
        with pytest.raises(InputError, match=said):
            reserve.close_year(year, [EAST], "甲")
    with pytest.raises(InputError, match=r"No year of 东区 is closed\."):
        reserve.reopen_year(2022, [EAST], "补记", "乙")
    reserve.close_year(2023, [EAST], "甲")
    with pytest.raises(InputError, match=r"not over|in their order"):
        reserve.close_year(2023, [EAST], "甲")
    with pytest.raises(InputError, match="no reserve"):
        reserve.close_year(2023, ["999999"], "甲")
    with pytest.raises(InputError, match=r"Only the last closed year of 东区 can be reopened: 2023\."):
        reserve.reopen_year(2022, [EAST], "补记", "乙")
    assert QuotaLedger(reserve.store.whole, load_rules(), lambda: TODAY).quarters(EAST) == []


def test_a_lot_below_nothing_at_the_end_of_the_year_keeps_it_open(place):
    """Booked in January, drawn by a voucher dated in December: today's balances do not show it."""
    reserve, _ = place
    reserve.enter([new_lot("N", amounts(6, 0, 600))], datetime.date(2024, 1, 10))
    project(reserve, "P")
    reserve.freeze("P", {"N": amounts(2, 0, 0)}, datetime.date(2023, 12, 20))
    with pytest.raises(InputError, match=r"Lot N.*below nothing"):
        reserve.close_year(2023, [EAST], "甲")
    assert reserve.years(EAST) == []


def test_a_voucher_put_into_a_closed_year_by_another_way_is_found(place):
    reserve, _ = place
    reserve.close_year(2023, [EAST], "甲")
    former = reserve.history("B", EAST)[0].draft
    turned = tuple(Posting(account, dimension, -amount) for account, dimension, amount in former.postings)
    late = replace(former, event=Event.VOID.value, nature="", postings=turned, origin="", book_date=datetime.date(2023, 11, 1))
    assert isinstance(late, Draft)
    with reserve.store.whole.writing([f"{EAST}BC"]) as writing:
        writing.append([late])
    assert any(rule == "H7" and book == f"{EAST}BC" for rule, book, _, _ in broken_rules(reserve.store, Policy.of(load_rules())))
