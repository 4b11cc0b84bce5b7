"""The surplus ledger of increase–decrease linkage, on both kinds of store (everything is made up)."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace
from fractions import Fraction

import pytest

from ....core.area import ZERO, Area
from ....core.balance.linkage.booked import (
    Booked,
    acceptances,
    booked_problems,
    surplus_identities,
    surplus_table,
    with_booked,
)
from ....core.balance.linkage.keeping import kept_projects, rows_to_keep
from ....core.balance.linkage.model import Amounts, Project
from ....core.balance.linkage.rules import linkage_rules
from ....core.balance.linkage.surplus import Request, SurplusLedger, found_linkage, linkage_books
from ....core.balance.linkage.verifying import broken_rules
from ....core.balance.linkage.vocabulary import BOOK_KIND, Event, State
from ....core.errors import InputError, LedgerError
from ....core.ledger.model import AccountKey, Book, Draft, Posting
from ....core.quota.problems import Refused
from ....core.quota.register_tables import TableNames
from ....core.rules import load_rules
from ....core.store.verify import verify
from ....core.workbook import RowKind
from ..store.made_ledgers import make_geopackage
from ..store.postgresql_server import make_postgresql

CITY, EAST, WEST = "371500", "371502", "371526"
BOOKS = [Book(code, "quota", code, name) for code, name in ((CITY, "编造市"), (EAST, "编造区"), (WEST, "编造县"))]
TODAY = datetime.date(2024, 2, 20)
DAY = datetime.date(2023, 5, 4)
LINKAGE = linkage_rules(load_rules())


@pytest.fixture(params=[make_geopackage, make_postgresql], ids=["geopackage", "postgresql"])
def store(request, tmp_path):
    made, _ = request.param(tmp_path, "编造的台账", BOOKS)
    found_linkage(made)
    yield made
    made.close()


@pytest.fixture
def ledger(store):
    return SurplusLedger(store, lambda: TODAY)


def mu(text: str) -> Area:
    return Area.from_mu(text)


def accept(amount="30", area="X1", holder=EAST, doc_no="验1", **values) -> Request:
    return Request(Event.ACCEPT, holder, area, mu(amount), values.pop("day", DAY), doc_no, **values)


def use(amount, area="X1", holder=EAST, project="P1", doc_no="批1", **values) -> Request:
    return Request(Event.USE, holder, area, mu(amount), values.pop("day", DAY), doc_no, project=project, **values)


def give(amount, area="X1", holder=EAST, to=WEST, **values) -> Request:
    return Request(Event.TRANSFER_OUT, holder, area, mu(amount), DAY, "调1", to_holder=to, **values)


def turnover(event, amount, area="X1", holder=EAST) -> Request:
    return Request(event, holder, area, mu(amount), DAY, "周1")


def reverse(number, holder=EAST, **values) -> Request:
    return Request(Event.REVERSE, holder, "", Area(0), values.pop("day", DAY), reason="错", reverses=number, **values)


def has(ledger) -> dict:
    return {(each.holder, each.area): each for each in ledger.positions()}


def test_books_stand_beside_those_of_quota(store):
    found = linkage_books(store)
    assert {holder: book.code for holder, book in found.items()} == {CITY: "371500GG", EAST: "371502GG", WEST: "371526GG"}
    assert not found_linkage(store) and [book.kind for book in store.books()][:3] == ["quota"] * 3


def test_surplus_comes_in_is_used_and_moves_on(ledger):
    ledger.post([accept(), turnover(Event.TURNOVER, "50")])
    ledger.post([use("12.5"), give("7.5"), turnover(Event.GIVE_BACK, "20")])
    east, west = has(ledger)[EAST, "X1"], has(ledger)[WEST, "X1"]
    assert (east.accepted, east.used, east.out, east.available) == (mu("30"), mu("12.5"), mu("7.5"), mu("10"))
    assert (east.issued, east.returned, east.outstanding) == (mu("50"), mu("20"), mu("30"))
    assert (west.in_, west.available) == (mu("7.5"), mu("7.5"))
    ledger.post([use("7.5", holder=WEST)])
    assert has(ledger)[WEST, "X1"].available == Area(0)
    assert verify(ledger.store.whole).clean


def test_more_than_there_is_is_refused_to_the_micro_mu(ledger):
    ledger.post([accept(), turnover(Event.TURNOVER, "5")])
    before = ledger.positions()
    for request in (use("30.000001"), give("30.000001"), turnover(Event.GIVE_BACK, "5.000001"), use("1", area="X2")):
        with pytest.raises(Refused, match="are asked for"):
            ledger.post([request])
    # All or none: the second sees what the first took.
    with pytest.raises(Refused, match="Row 2"):
        ledger.post([use("20"), use("10.000001", project="P2")])
    assert ledger.positions() == before
    ledger.post([use("20"), use("10", project="P2")])
    assert has(ledger)[EAST, "X1"].available == Area(0)


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (accept(holder="999999"), "no linkage book"),
        (accept(doc_no=" "), "document number"),
        (accept("0"), "above nothing"),
        (accept("-1"), "above nothing"),
        (accept(area=""), "project area is missing"),
        (accept(day=datetime.date(2024, 2, 21)), "future"),
        (accept(doc_date=datetime.date(2023, 5, 5)), "after the booking date"),
        (use("1", project=""), "project is missing"),
        (give("1", to=EAST), "itself"),
        (give("1", to="1"), "no linkage book"),
        (Request(Event.TRANSFER_IN, EAST, "X1", mu("1"), DAY, "调"), "by the holder who gives"),
        (Request(Event.REVERSE, EAST, "", Area(0), DAY, reverses=1), "reason"),
        (reverse(9), "no voucher 9"),
        (reverse(1, day=datetime.date(2023, 5, 3)), "before that"),
        (accept("5"), "already"),
        (accept("5", holder=WEST, doc_no="验2"), "by transfer"),
    ],
)
def test_what_makes_no_sense_is_refused(ledger, request_, said):
    ledger.post([accept()])
    with pytest.raises(Refused, match=said):
        ledger.post([request_])
    assert has(ledger)[EAST, "X1"].available == mu("30")


def test_a_row_enters_once(ledger):
    ledger.post([accept(origin="o1")])
    with pytest.raises(Refused, match="imported before"):
        ledger.post([accept(doc_no="验2", origin="o1")])
    assert len(ledger.preview([accept("1", doc_no="验2", origin="o2")])) == 1
    assert has(ledger)[EAST, "X1"].accepted == mu("30")


def test_reversals_take_back_both_sides(ledger):
    ledger.post([accept(), give("7.5")])
    ledger.post([use("7.5", holder=WEST)])
    # What went on to be used can't be taken back before its use is.
    with pytest.raises(Refused, match="are asked for"):
        ledger.post([reverse(2)])
    ledger.post([reverse(2, holder=WEST), reverse(2)])
    assert has(ledger)[EAST, "X1"].available == mu("30") and has(ledger)[WEST, "X1"].available == Area(0)
    assert has(ledger)[WEST, "X1"].in_ == Area(0)
    for number, said in ((2, "already"), (3, "a reversal itself")):
        with pytest.raises(Refused, match=said):
            ledger.post([reverse(number)])
    # A document whose acceptance was undone may come again.
    ledger.post([reverse(1), accept("31")])
    assert has(ledger)[EAST, "X1"].accepted == mu("31")
    assert verify(ledger.store.whole).clean


def test_the_oldest_year_goes_first(ledger):
    ledger.post([accept("10", day=datetime.date(2022, 5, 1)), accept("20", doc_no="验2")])
    voucher = ledger.post([use("15")])[0]
    used = {account.year: amount for account, _, amount in voucher.draft.postings if account.state == State.USED.value}
    assert used == {2022: 10_000_000, 2023: 5_000_000}


def test_a_database_itself_lets_nothing_below_nothing(tmp_path):
    """A voucher that did not come from the rules."""
    store, _ = make_postgresql(tmp_path, "编造的台账", BOOKS)
    found_linkage(store)
    account = AccountKey("371502GG", 2023, "X1", State.AVAILABLE.value)
    draft = Draft("371502GG", "use", DAY, (Posting(account, "LNK", -1), Posting(account._replace(state="USE"), "LNK", 1)))
    with pytest.raises(LedgerError), store.writing(["371502GG"]) as writing:
        writing.append([draft])
    assert not store.balances(["371502GG"])
    store.close()


@pytest.mark.parametrize("seed", range(3))
def test_against_boxes_with_numbers(ledger, seed):
    """Random events beside boxes that share no code: what the ledger lets through and where everything ends."""
    rng = random.Random(seed)
    free, used, out = {}, {}, {}
    areas = {"X1": EAST, "X2": WEST}
    for step in range(60):
        area, holder = rng.choice(list(areas)), rng.choice([EAST, WEST])
        amount, kind = rng.randint(1, 30_000_000), rng.choice(["accept", "use", "give", "turnover", "give_back"])
        place, other = (holder, area), (WEST if holder == EAST else EAST, area)
        box = out if kind == "give_back" else free
        allowed = areas[area] == holder if kind == "accept" else kind == "turnover" or box.get(place, 0) >= amount
        doc, quantity = f"文{step}", Area(amount)
        request = {
            "accept": Request(Event.ACCEPT, holder, area, quantity, DAY, doc),
            "use": Request(Event.USE, holder, area, quantity, DAY, doc, project=f"P{step % 3}"),
            "give": Request(Event.TRANSFER_OUT, holder, area, quantity, DAY, doc, to_holder=other[0]),
            "turnover": Request(Event.TURNOVER, holder, area, quantity, DAY, doc),
            "give_back": Request(Event.GIVE_BACK, holder, area, quantity, DAY, doc),
        }[kind]
        if kind == "accept" and area not in {key[1] for key in free} and holder != areas[area]:
            continue  # the first acceptance decides whose the area is
        if not allowed:
            with pytest.raises(Refused):
                ledger.post([request])
            continue
        ledger.post([request])
        if kind in ("accept", "turnover"):
            (free if kind == "accept" else out)[place] = (free if kind == "accept" else out).get(place, 0) + amount
        else:
            box[place] -= amount
        if kind == "use":
            used[place] = used.get(place, 0) + amount
        if kind == "give":
            free[other] = free.get(other, 0) + amount
    positions = has(ledger)
    assert {key: each.available.micro_mu for key, each in positions.items() if each.available} == {k: v for k, v in free.items() if v}
    assert {key: each.used.micro_mu for key, each in positions.items() if each.used} == used
    assert {key: each.outstanding.micro_mu for key, each in positions.items() if each.outstanding} == {k: v for k, v in out.items() if v}
    assert {book.kind for book in ledger.store.books()} == {BOOK_KIND}


# ------------------------------------------------------------------------------------------------- beside project areas


def project(code="X1", used=None, **values) -> Project:
    amounts = Amounts(mu("100"), mu("40"), mu("30"), mu("100"), mu("80"), None if used is None else mu(used))
    return Project(code, "甲", **{"county": "编造区", "amounts": amounts, "accept_no": "验1", **values})


def booked_of(ledger) -> Booked:
    return Booked(ledger.positions(), ledger.books())


def test_accepted_surplus_comes_in_once(ledger):
    projects = [project(county_code=EAST), project("X2", accept_no="验2"), project("X3", amounts=Amounts(mu("9")))]
    requests = acceptances(projects, booked_of(ledger), DAY)
    # X2 by the name of the county, X3 is not accepted.
    assert [(each.holder, each.area, each.amount) for each in requests] == [(EAST, "X1", mu("30")), (EAST, "X2", mu("30"))]
    ledger.post(requests)
    assert not acceptances(projects, booked_of(ledger), DAY)
    for wrong, said in ((project("X9", accept_no=""), "acceptance document"), (project("X9", county="别县"), "别县")):
        with pytest.raises(InputError, match=said):
            acceptances([wrong], booked_of(ledger), DAY)


def test_register_and_ledger_are_compared(ledger):
    ledger.post([accept(), give("10"), use("4"), use("3", holder=WEST, project="P9"), turnover(Event.TURNOVER, "50")])
    booked = booked_of(ledger)
    filled = with_booked([project()], booked)[0]
    assert (filled.amount("used"), filled.amount("issued"), filled.left) == (mu("7"), mu("50"), mu("23"))
    assert not booked_problems([filled], booked, LINKAGE)
    said = booked_problems([project(used="8")], booked, LINKAGE)
    assert [(each.rule, each.area) for each in said] == [("linkage_ledger_differs", mu("1"))]
    less = project(used="7", amounts=Amounts(mu("100"), mu("40"), mu("31"), mu("100"), used=mu("7")))
    assert [(each.rule, each.area) for each in booked_problems([less], booked, LINKAGE)] == [("linkage_ledger_accepted", mu("1"))]
    table = surplus_table(booked, [filled], TableNames({}, {}, "编造市"))
    total = next(row for row in table.rows if row.kind is RowKind.TOTAL)
    assert [total.value(key) for key in ("ACC", "IN", "HELD", "OUT", "USE", "AVL", "Z9")] == [
        mu(text) for text in ("30", "10", "40", "10", "7", "23", "50")
    ]
    assert all(each.ok for each in surplus_identities(table, booked))
    less = Booked([replace(each, used=each.used - mu("1")) for each in booked.positions], booked.books)
    assert not all(each.ok for each in surplus_identities(surplus_table(less, [], TableNames({}, {}, "")), booked))


def test_verification_finds_what_the_rules_would_refuse(ledger, store):
    ledger.post([accept(), use("12")])
    assert not list(broken_rules(store))
    east = AccountKey("371502GG", 2023, "X1", State.UPPER.value)
    again = (Posting(east, "LNK", -5), Posting(east._replace(state="AVL"), "LNK", 5))
    wrong = (Posting(east, "LNK", -9), Posting(east._replace(state="AVL"), "LNK", 9))
    with store.writing(["371502GG"]) as writing:
        writing.append([
            Draft("371502GG", "accept", DAY, again, doc_no="验1"),
            Draft("371502GG", "reverse", DAY, wrong, reverses=1, nature="accept"),
        ])
    assert [(rule, number) for rule, _, number, _ in broken_rules(store)] == [("L2", 3), ("H1", 4)]


def test_verification_finds_a_balance_below_nothing(tmp_path):
    store, _ = make_geopackage(tmp_path, "编造的台账", BOOKS)
    found_linkage(store)
    account = AccountKey("371502GG", 2023, "X1", State.AVAILABLE.value)
    lines = (Posting(account, "LNK", -1), Posting(account._replace(state="USE"), "LNK", 1))
    try:
        with store.writing(["371502GG"]) as writing:
            writing.append([Draft("371502GG", "use", DAY, lines)])
        assert [(rule, number) for rule, _, number, _ in broken_rules(store)] == [("L1", 1)]
    finally:
        store.close()


# ------------------------------------------------------------------------------------------------------------- register


def test_project_areas_are_kept_in_versions(store, ledger):
    """With their grades as exact fractions, in the book of their county; the same again is no version."""
    first = Project(
        "X1", "编造项目区", "编造区", "", "批1", 2022, Amounts(mu("60"), mu("20"), None, mu("40"), mu("30.5")), "验1",
        Fraction(71, 11), Fraction(8), 3, 2,
    )  # fmt: skip
    second = Project("X2", county_code=WEST)
    rows = rows_to_keep(store, [first, second])
    assert [(row.key, row.book) for row in rows] == [("X1", f"{EAST}GG"), ("X2", f"{WEST}GG")]
    ledger.post([accept()], rows, "甲")
    assert kept_projects(store) == [replace(first, county_code=EAST), second]
    assert rows_to_keep(store, [first, second]) == []
    ledger.post([], rows_to_keep(store, [replace(first, accept_no="验9")]), "乙")
    versions = [record.version for record in store.records("linkage_project", history=True) if record.key == "X1"]
    assert versions == [1, 2] and kept_projects(store)[0].accept_no == "验9"
    assert store.record("linkage_project", "X1").operator == "乙" and verify(store).clean


def test_nothing_is_kept_of_a_posting_that_is_refused(store, ledger):
    with pytest.raises(Refused):
        ledger.post([use("1")], rows_to_keep(store, [Project("X1", county_code=EAST)]))
    assert kept_projects(store) == []


def test_positions_of_a_past_day(ledger):
    ledger.post([accept("30"), use("10", day=datetime.date(2023, 8, 1))])
    assert [(each.accepted, each.used) for each in ledger.positions(DAY)] == [(mu("30"), ZERO)]
    assert ledger.positions(DAY - datetime.timedelta(1)) == [] and ledger.positions()[0].used == mu("10")
