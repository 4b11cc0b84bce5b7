"""A matching booked into a made-up reserve ledger, read back by the ledger's own balances."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ....core.balance.demand import Demand, ProjectType
from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.requisition.matching import Task, match
from ....core.balance.requisition.model import Outcome
from ....core.balance.requisition.policy import Policy
from ....core.balance.requisition.posting import How, Order, booked_of, parse_confirmations, post_matching
from ....core.errors import InputError, LedgerError
from .made_reserve import DAY, EAST, WEST, amounts, new_lot, open_reserve

AFTER = DAY + datetime.timedelta(10)


@pytest.fixture
def ledger(tmp_path):
    reserve = open_reserve(tmp_path / "reserve.gpkg")
    reserve.enter(
        [
            new_lot("A", amounts(30, 3, 30_000)),
            new_lot("B", amounts(10, 5, 5_000)),
            new_lot("R", amounts(0, 8, 9_000), kind="upgrading", running=True),
            new_lot("W", amounts(50, 9, 90_000), WEST),
        ],
        DAY,
    )
    yield reserve
    reserve.store.close()


def project(code: str, quantity: float, paddy: float, capacity: int, region: str = EAST) -> Demand:
    return Demand(code, f"编造项目{code}", region, ProjectType.SINGLE, amounts(quantity, paddy, capacity), effective=DAY)


def task_of(ledger, demands, own_only: bool = True) -> tuple[Task, object]:
    booked = booked_of(ledger, [each.code for each in demands])
    policy = Policy(other_counties=not own_only)
    return Task(demands, booked.freed(ledger.lots()), policy, booked=booked.together), booked


def posted(ledger, demands, how: How, confirmation: str = "", **more):
    task, booked = task_of(ledger, demands, **more)
    found = match(task)
    order = Order(how, AFTER, parse_confirmations(confirmation, found), "编批〔2023〕1号", "甲")
    post_matching(ledger, found, booked, order)
    return found


def lots(ledger):
    return {lot.code: lot for lot in ledger.lots()}


def test_freeze_then_draw_the_same_and_nothing_twice(ledger):
    demands = [project("P", 12, 4, 9_000), project("Q", 3, 0, 1_000)]
    found = posted(ledger, demands, How.FREEZE)
    assert found.count(Outcome.SETTLED) == 2
    frozen = Indicators.total(lot.frozen for lot in ledger.lots())
    assert frozen == found.drawn and frozen == amounts(15, 4, 10_000)
    again = posted(ledger, demands, How.FREEZE)
    assert Indicators.total(lot.frozen for lot in ledger.lots()) == frozen
    assert again.drawn == found.drawn
    drawn = posted(ledger, demands, How.DRAW, "P=编确1；Q=编确2")
    assert Indicators.total(lot.frozen for lot in ledger.lots()) == NOTHING
    assert Indicators.total(lot.used for lot in ledger.lots()) == amounts(15, 4, 10_000)
    assert drawn.draws == found.draws
    row = ledger.projects()["P"].values
    assert (row["confirmation"], row["way"], row["type"]) == ("编确1", "settled", "single")
    assert row["need_capacity"] == 9_000
    once_more = posted(ledger, demands, How.DRAW, "P=编确3；Q=编确4")
    assert Indicators.total(lot.used for lot in ledger.lots()) == amounts(15, 4, 10_000)
    assert once_more.drawn == drawn.drawn


def test_remaining_of_the_ledger_is_that_of_the_matching(ledger):
    found = posted(ledger, [project("P", 12, 4, 9_000)], How.DRAW, "编确1")
    left = Indicators.total(lot.remaining for lot in ledger.lots() if not lot.running)
    assert left == found.remaining


def test_promises_are_frozen_on_the_running_lot(ledger):
    found = posted(ledger, [project("P", 5, 10, 1_000)], How.DRAW, "编确1")
    assert found.settlements[0].outcome is Outcome.PROMISED
    assert lots(ledger)["R"].frozen == amounts(0, 2, 0)
    assert ledger.projects()["P"].values["way"] == "promised"
    task, _ = task_of(ledger, [project("P", 5, 10, 1_000)])
    assert match(task).settlements[0].promised == amounts(0, 2, 0)


def test_what_is_not_settled_is_not_booked(ledger):
    found = posted(ledger, [project("P", 500, 0, 0), project("Q", 1, 0, 0, WEST)], How.FREEZE)
    assert [each.outcome for each in found.settlements] == [Outcome.UNSETTLED, Outcome.SETTLED]
    assert "P" not in ledger.projects()
    assert lots(ledger)["A"].frozen == NOTHING and lots(ledger)["W"].frozen == amounts(1)


def test_another_county_has_to_be_transferred_first(ledger):
    with pytest.raises(InputError, match="another county"):
        posted(ledger, [project("P", 45, 0, 0)], How.FREEZE, own_only=False)
    assert Indicators.total(lot.frozen for lot in ledger.lots()) == NOTHING
    assert ledger.projects() == {}


def test_confirmations(ledger):
    demands = [project("P", 1, 0, 0), project("Q", 1, 0, 0)]
    task, _ = task_of(ledger, demands)
    found = match(task)
    for text, word in (("编确1", "2 projects"), ("X=1", "no project"), ("P=", "no project"), ("P=1;Q", "no project")):
        with pytest.raises(InputError, match=word):
            parse_confirmations(text, found)
    assert parse_confirmations("", found) == {}
    with pytest.raises(LedgerError):
        posted(ledger, demands, How.DRAW)
    assert Indicators.total(lot.used for lot in ledger.lots()) == NOTHING
    assert replace(found, draws=[]).drawn_from("A") == NOTHING
