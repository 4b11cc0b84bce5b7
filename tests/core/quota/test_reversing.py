"""Every kind of event reversed after its quarter was closed: nothing is left, and all of it could be booked again."""

from __future__ import annotations

import datetime

from ....core.quota.clearing import clearing_of
from ....core.quota.ledger import Quarter
from ....core.quota.naming import codes_of
from ....core.quota.overview import overview
from ....core.quota.verifying import broken_rules
from ....core.quota.vocabulary import Event
from ....core.store.verify import verify
from .made_quota import CITY, NORTH, ask, ledger_over

JULY = datetime.date(2023, 7, 3)


def every_event():
    """A request of each kind, in an order in which each is possible; all in the second quarter of 2023."""
    one, two = {"source": "ZC", "project": "P1"}, {"source": "ZC", "project": "P2"}
    return [
        ask("opening", NORTH, (30, 20, 10), source="ZC", year=2022),
        ask("issue", CITY, (100, 60, 20), source="ZC"),
        ask("transfer_out", CITY, (50, 30, 10), source="ZC", to_holder=NORTH, to_source="SJ"),
        ask("transfer_out", CITY, (40, 30, 10), source="ZC", to_holder=NORTH),
        ask("carry_over", NORTH, (20, 15, 5), source="ZC", year=2022),
        ask("reclaim", NORTH, (10, 5, 5), source="ZC", year=2022),
        ask("reserve", NORTH, (12, 9, 3), **one),
        ask("release", NORTH, (2, 1, 0), **one),
        ask("allocate", NORTH, (15, 10, 3), **one),
        ask("submit", NORTH, (14, 10, 3), project="P1"),
        ask("send_back", NORTH, (2, 1, 1), project="P1"),
        ask("use", NORTH, (10, 7, 2), project="P1", approval="甲"),
        ask("write_off", NORTH, (4, 3, 1), project="P1"),
        ask("return", NORTH, (3, 2, 0), project="P1"),
        ask("advance", NORTH, (9, 6, 3), project="P2"),
        ask("repay", NORTH, (2, 1, 1), **two),
        ask("submit", NORTH, (4, 3, 1), project="P2"),
        ask("use", NORTH, (3, 2, 1), project="P2", approval="乙"),
        ask("clear", NORTH, (8, 5, 2), approval="乙", **two),
    ]


def test_each_event_is_undone_after_its_quarter_was_closed(quota):
    ledger = ledger_over(quota.store, carry_over="allow", parts_left="warn")
    booked = ledger.post(every_event()).vouchers
    assert {request.event for request in every_event()} == set(Event) - {Event.REVERSE, Event.TRANSFER_IN}
    filed = ledger.positions().rows
    ledger.close_quarter(Quarter(2023, 2), [CITY, NORTH], "示例")
    undo = [each for each in booked if each.draft.event != "transfer_in"]
    for voucher in reversed(undo):
        ledger.reverse(voucher.draft.book, voucher.number, JULY, "全部冲销", "示例")
    assert not ledger.store.balances() and not overview(ledger.store.balances()).standings
    assert ledger.positions(datetime.date(2023, 6, 30)).rows == filed
    cleared = clearing_of(ledger.store, JULY, 4)
    assert not cleared.advances and cleared.total("outstanding") == 0
    assert not verify(ledger.store).findings and not list(broken_rules(ledger.store, ledger.policy))
    # In and out of the two quarters, a reversal on the side it undoes: every month comes to nothing again.
    sums = {}
    for row in ledger.store.turnover():
        place = (row.account, row.dimension, row.nature)
        received, spent = sums.get(place, (0, 0))
        sums[place] = received + row.received, spent + row.spent
    assert set(sums.values()) == {(0, 0)}
    again = ledger.post([ask(r.event.value, r.holder, r.amount, day=JULY, **_rest(r)) for r in every_event()])
    assert len(again.vouchers) == len(booked)
    ledger.close_quarter(Quarter(2023, 3), [CITY, NORTH], "示例")
    assert not verify(ledger.store).findings and not list(broken_rules(ledger.store, ledger.policy))


def _rest(request):
    names = ("year", "source", "project", "approval", "to_holder", "to_source")
    return {name: getattr(request, name) for name in names}


def test_a_holder_that_is_named_twice_counts_once(quota):
    assert codes_of("holder", "示例北县、370001,示例市", quota.holders()) == [NORTH, CITY]
