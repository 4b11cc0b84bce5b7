"""Random events on a reserve against boxes of amounts that share no code with it; the figures of a bulletin; an office."""

from __future__ import annotations

import datetime
import random

import pytest

from ....core.balance.indicators import NOTHING, Indicators
from ....core.balance.reserve import verifying
from ....core.balance.reserve.ledger import NewRow, Refused, Request, ReserveLedger, found_reserve
from ....core.balance.reserve.policy import Policy
from ....core.balance.reserve.table import remaining_of
from ....core.balance.reserve.vocabulary import Event
from ....core.errors import InputError
from ....core.rules import load_rules
from ....core.store.verify import verify
from ...core.store.made_ledgers import CITY as PG_CITY, NORTH, SOUTH
from ..store.test_postgresql_roles import Office
from .made_reserve import (
    DAY,
    DRAWN_MU,
    EAST,
    MU,
    PROJECTS,
    STOCK_MU,
    WEST,
    amounts,
    draw_all,
    new_lot,
    open_reserve,
    project,
    stocked_reserve,
)

LOTS = ("A", "B", "C")
CODES = {EAST: f"{EAST}BC", WEST: f"{WEST}BC"}


class Boxes:
    """Amounts by (holder, lot, box), moved from box to box; what would leave one below nothing is refused."""

    def __init__(self):
        self.kept: dict[tuple[str, str, str], list[int]] = {}
        self.done: dict[tuple[str, int], list] = {}
        self.numbers = {EAST: 0, WEST: 0}

    def box(self, *place):
        return self.kept.setdefault(place, [0, 0, 0])

    def move(self, moves) -> bool:
        """Moves of (from, to, amount); a box whose name begins with an underscore has no floor."""
        trial = {place: list(parts) for place, parts in self.kept.items()}
        for giver, taker, amount in moves:
            for each, sign in ((giver, -1), (taker, 1)):
                parts = trial.setdefault(each, [0, 0, 0])
                for place in range(3):
                    parts[place] += sign * amount[place]
        touched = {place for giver, taker, _ in moves for place in (giver, taker)}
        if any(min(trial[place]) < 0 for place in touched if not place[2].startswith("_")):
            return False
        self.kept = trial
        return True


def any_amount(chance) -> Indicators:
    return Indicators(*(chance.choice((0, chance.randrange(1, 40))) * unit for unit in (MU, MU, 1)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_events_leave_what_boxes_have(tmp_path, seed):
    chance = random.Random(seed)
    ledger, boxes = open_reserve(tmp_path / "a.gpkg", reserve_confirmation_missing="warn"), Boxes()
    for holder in (EAST, WEST):
        for lot in LOTS:
            size = amounts(100, 50, 100)
            ledger.enter([new_lot(f"{holder}{lot}", size, holder)], DAY)
            boxes.box(holder, f"{holder}{lot}", "free")[:] = size
            boxes.box(holder, f"{holder}{lot}", "_in")[:] = [-part for part in size]
            boxes.numbers[holder] += 1
        project(ledger, f"P{holder}", holder)
        project(ledger, f"Q{holder}", holder)
    booked = 0
    for turn in range(250):
        holder = chance.choice((EAST, WEST))
        other = WEST if holder == EAST else EAST
        lots = chance.sample([f"{each}{lot}" for each in (EAST, WEST) for lot in LOTS], chance.choice((1, 1, 2)))
        wanted = {lot: any_amount(chance) for lot in lots}
        work = chance.choice(("freeze", "freeze", "unfreeze", "draw", "draw", "transfer_out", "void", "reverse"))
        of = f"{chance.choice('PQ')}{holder}"
        known = {lot for at, lot, _ in boxes.kept if at == holder}
        if work == "reverse":
            if not boxes.done:
                continue
            at, number = chance.choice(sorted(boxes.done))
            moves = [(taker, giver, amount) for giver, taker, amount in boxes.done[at, number][0]]
            request = Request(Event.REVERSE, at, DAY, reason="错", reverses=number)
        else:
            moves = moves_of(work, holder, other, of, wanted, boxes)
            request = Request(
                Event(work), holder, DAY, wanted, project=of if work in ("freeze", "unfreeze", "draw") else "",
                doc_no=f"文{turn}", reason="因", to_holder=other if work == "transfer_out" else "",
            )  # fmt: skip
        sound = work == "reverse" or (all(amount != NOTHING for amount in wanted.values()) and set(wanted) <= known)
        fits = sound and boxes.move(moves)
        try:
            posted = ledger.post([request])
        except Refused:
            assert not fits, (turn, work)
            continue
        assert fits, (turn, work)
        booked += 1
        numbers = []
        for voucher in posted.vouchers:
            at = voucher.draft.book[:-2]
            boxes.numbers[at] += 1
            assert voucher.number == boxes.numbers[at]
            numbers.append((at, voucher.number))
        if work == "reverse":
            for place in boxes.done[at_of(request)][1]:
                del boxes.done[place]
        else:
            for place in numbers:
                boxes.done[place] = (moves, numbers)
    assert booked > 60
    for lot in ledger.lots():
        here = (lot.region, lot.code)
        frozen, used = NOTHING, NOTHING
        for (at, code, box), parts in boxes.kept.items():
            if (at, code) == here:
                frozen = frozen.plus(Indicators(*parts)) if box.startswith("frozen") else frozen
                used = used.plus(Indicators(*parts)) if box.startswith("used") else used
        assert (lot.frozen, lot.used) == (frozen, used)
        assert lot.remaining == Indicators(*boxes.box(*here, "free"))
        assert lot.written_off == Indicators(*boxes.box(*here, "void"))

    assert verify(ledger.store.whole).clean and not list(verifying.broken_rules(ledger.store, Policy.of(load_rules())))


def at_of(request):
    return request.holder, request.reverses


def moves_of(work, holder, other, of, wanted, boxes):
    moves = []
    for lot, amount in wanted.items():
        free, frozen = (holder, lot, "free"), (holder, lot, f"frozen {of}")
        if work == "freeze":
            moves.append((free, frozen, amount))
        elif work == "unfreeze":
            moves.append((frozen, free, amount))
        elif work == "void":
            moves.append((free, (holder, lot, "void"), amount))
        elif work == "transfer_out":
            moves.append((free, (other, lot, "free"), amount))
        else:
            first = [min(one, two) for one, two in zip(boxes.box(*frozen), amount)]
            moves.append((frozen, (holder, lot, f"used {of}"), first))
            moves.append((free, (holder, lot, f"used {of}"), [one - two for one, two in zip(amount, first)]))
    return moves


def test_the_figures_of_a_bulletin(tmp_path):
    ledger, needs = stocked_reserve(tmp_path / "a.gpkg")
    assert len(needs) == PROJECTS and sum(need.quantity for _, need in needs) == round(DRAWN_MU * MU)
    draw_all(ledger, needs)
    lots = ledger.lots()
    assert remaining_of(lots).quantity == round(STOCK_MU * MU)
    assert sum(lot.used.quantity for lot in lots) == round(DRAWN_MU * MU)
    assert ledger.store.count() == len(lots) + PROJECTS
    assert {record.values["confirmation"] for record in ledger.projects().values()} == {f"确{n}" for n in range(1, 178)}


def test_a_county_enters_and_draws_and_the_city_transfers():
    """Real roles of a server: a county sees its own reserve, its lots after a transfer, too."""
    office = Office()
    try:
        found_reserve(office.owner)
        rules, day = load_rules(), lambda: datetime.date(2024, 2, 20)
        north = ReserveLedger(office.store("north"), rules, day)
        assert list(north.books()) == [NORTH]
        north.enter([new_lot("L1", amounts(10, 2, 900), NORTH)], DAY, "甲")
        with pytest.raises(InputError):
            north.enter([new_lot("L1", amounts(10), SOUTH)], DAY, "甲")
        project(north, "P1", NORTH)
        north.draw("P1", {"L1": amounts(1, 0, 100)}, DAY, "确1", "批1")
        with pytest.raises(InputError):
            north.transfer(NORTH, SOUTH, {"L1": amounts(1)}, DAY, "调")
        city = ReserveLedger(office.store("city"), rules, day)
        assert list(city.books()) == [PG_CITY, NORTH, SOUTH]
        city.transfer(NORTH, SOUTH, {"L1": amounts(4, 2, 0)}, DAY, "调")
        south = ReserveLedger(office.store("south"), rules, day)
        (lot,) = south.lots()
        assert (lot.name, lot.remaining, lot.moved_in) == ("编造项目L1", amounts(4, 2, 0), amounts(4, 2, 0))
        assert [each.remaining for each in north.lots()] == [amounts(5, 0, 800)]
        south.put_all([NewRow("lot", {**south.store.records("lot")[0].values, "note": "注"})])
        assert verify(office.owner).clean
    finally:
        office.close()
