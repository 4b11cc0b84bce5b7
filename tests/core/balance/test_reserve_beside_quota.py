"""One ledger with quota and reserve: quota counts quota alone, verification and copies take all of it, in both stores."""

from __future__ import annotations

import datetime
import inspect
import sqlite3

import pytest

from ....core.balance.reserve import verifying
from ....core.balance.reserve.ledger import ReserveLedger, found_reserve, reserve_books
from ....core.balance.reserve.policy import Policy
from ....core.errors import InputError
from ....core.ledger.model import AccountKey, Book, Draft, Posting
from ....core.occupation.inputs_sheet import RunFacts
from ....core.quota.available import AvailableQuota
from ....core.quota.clearing import clearing_of
from ....core.quota.ledger import QuotaLedger
from ....core.quota.overview import overview
from ....core.quota.quarter import Quarter
from ....core.quota.quarters import quarters_of
from ....core.quota.stock_report import used_quota
from ....core.quota.tables.job import job_for
from ....core.quota.tables.report import quota_report
from ....core.quota.verifying import broken_rules
from ....core.rules import load_rules
from ....core.store.book_copying import copy_books
from ....core.store.geopackage import create, open_ledger
from ....core.store.interface import Store
from ....core.store.of_kind import StoreOfKind
from ....core.store.verify import verify
from ...core.quota import made_quota
from ...core.quota.made_quota import ask, seeded
from ..quota_ledgers import CITY, EAST, WEST, story
from ..service.made_register import open_service
from ..store.conftest import MAKERS
from .made_reserve import DAY, amounts, new_lot, open_reserve, project

DAYS = datetime.date(2023, 12, 31)


def of_quota(store) -> list[object]:
    """Everything a bureau reads of its quota."""
    ledger = QuotaLedger(store, load_rules(), lambda: datetime.date(2024, 2, 20))
    report = quota_report(store, job_for(store, 2023), RunFacts())
    return [
        [(table.sheet, [(row.kind, row.values) for row in table.rows]) for table in report.tables if table.layout.id != "INPUTS"],
        [(str(each.name), str(each.left), str(each.right)) for each in report.identities],
        overview(ledger.store.balances(), 2023, ledger.sources().values()),
        AvailableQuota.of(store),
        used_quota(store),
        clearing_of(store, DAYS, 4),
        list(ledger.holders()),
        [str(notice.text) for notice in ledger.notices(2023)],
        ledger.store.count(),
        [voucher.label for voucher in ledger.store.vouchers()],
        ledger.positions().outstanding(year=2023),
        sorted(ledger.store.merged_turnover()),
        sorted(ledger.store.turnover()),
        ledger.store.project_balances(),
        sorted(ledger.store.project_turnover(("USE",))),
        list(broken_rules(store, ledger.policy)),
    ]


def draw_some(store, holder: str, other: str) -> ReserveLedger:
    """Something in every state of the reserve."""
    reserve = ReserveLedger(store, load_rules(), lambda: datetime.date(2024, 2, 20))
    reserve.enter([new_lot("L1", amounts(100, 20, 80_000), holder), new_lot("L2", amounts(0, 5, 0), holder)], DAY, "甲")
    project(reserve, "P1", holder)
    reserve.freeze("P1", {"L1": amounts(30, 5, 20_000), "L2": amounts(0, 1, 0)}, DAY)
    reserve.draw("P1", {"L1": amounts(10, 5, 20_000)}, DAY, "批号", "批1号")
    reserve.transfer(holder, other, {"L1": amounts(7)}, DAY, "调1号")
    reserve.write_off(holder, {"L2": amounts(0, 1, 0)}, DAY, "作废")
    return reserve


def test_quota_counts_quota_alone(tmp_path):
    store = story(tmp_path / "台账.gpkg").store.whole
    before = of_quota(store)
    found_reserve(store)
    draw_some(store, EAST, WEST)
    open_service(store)
    assert of_quota(store) == before
    ledger = QuotaLedger(store, load_rules(), lambda: datetime.date(2024, 2, 20))
    closed = ledger.close_quarter(Quarter(2023, 3), list(ledger.holders()), "甲")
    assert [state.book for state in closed] == [CITY, EAST, WEST]
    assert quarters_of(store, f"{EAST}BC") == []
    with pytest.raises(InputError, match="no holder"):
        ledger.close_quarter(Quarter(2023, 3), [f"{EAST}BC"], "甲")
    store.close()


def test_of_a_kind_that_has_no_books_nothing_is_seen(tmp_path):
    store = story(tmp_path / "台账.gpkg").store.whole
    none = StoreOfKind(store, "linkage")
    assert list(none.books()) == [] and none.balances() == {} and none.count() == 0 and list(none.vouchers()) == []
    assert StoreOfKind(none, "quota").count() == store.count()


@pytest.fixture(params=sorted(MAKERS))
def both(request, tmp_path):
    """A ledger of quota that gets a reserve, and how to make an empty one."""
    store, _ = MAKERS[request.param](tmp_path, "示例", made_quota.BOOKS)
    seeded(store).post([ask("issue", made_quota.NORTH, 10, source="ZC")])
    found_reserve(store)
    draw_some(store, made_quota.NORTH, made_quota.SOUTH)
    yield store, lambda: MAKERS[request.param](tmp_path / "二", "空", [])[0]
    store.close()


def test_everything_is_verified_and_copied(both, tmp_path):
    store, empty = both
    verified = verify(store)
    assert verified.clean and set(verified.heads) == {book.code for book in store.books()}
    assert len(verified.heads) == 6
    assert not list(verifying.broken_rules(store, Policy.of(load_rules())))
    (tmp_path / "二").mkdir(exist_ok=True)
    copy = empty()
    assert copy_books(store, copy) == store.count()
    assert verify(copy).clean and copy.balances() == store.balances()
    assert ReserveLedger(copy, load_rules()).lots() == ReserveLedger(store, load_rules()).lots()
    assert reserve_books(copy) == reserve_books(store)
    copy.close()


def below_nothing(state: str, dimension: str) -> Draft:
    lot, outside = (AccountKey("370001BC", 2022, "L1", each, "P1" if each == "FRZ" else "") for each in (state, "EXT"))
    return Draft("370001BC", "void", DAY, (Posting(lot, dimension, -10**12), Posting(outside, dimension, 10**12)))


@pytest.mark.parametrize("state", ["AVL", "FRZ", "USE"])
@pytest.mark.parametrize("dimension", ["QTY", "PAD", "CAP"])
def test_a_balance_below_nothing_is_refused_or_found(both, state, dimension):
    store, _ = both
    draft = below_nothing(state, dimension)
    try:
        with store.writing(["370001BC"]) as writing:
            writing.append([draft])
    except InputError:
        assert type(store).__name__ == "PostgreSQLStore"
        return
    (found,) = verifying.broken_rules(store, Policy.of(load_rules()))
    assert found[:2] == ("R1", "370001BC") and found[2] == store.head("370001BC").number
    assert type(store).__name__ == "GeoPackageStore"


def test_a_confirmation_number_that_draws_twice_is_found(both):
    store, _ = both
    free, used = (AccountKey("370001BC", 2022, "L1", state, "P1" if state == "USE" else "") for state in ("AVL", "USE"))
    draft = Draft(
        "370001BC", "draw", DAY, (Posting(free, "QTY", -1), Posting(used, "QTY", 1)), project="P1", approval="批号"
    )
    with store.writing(["370001BC"]) as writing:
        writing.append([draft])
    assert [found[0] for found in verifying.broken_rules(store, Policy.of(load_rules()))] == ["R3"]


def test_a_server_ledger_of_before_gets_the_sides_with_its_first_reserve(tmp_path):
    store, _ = MAKERS["postgresql"](tmp_path, "示例", made_quota.BOOKS)
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM held WHERE kind = 'reserve'")
    assert not store.faults()
    found_reserve(store)
    assert not store.faults()
    draw_some(store, made_quota.NORTH, made_quota.SOUTH)
    with pytest.raises(InputError), store.writing(["370001BC"]) as writing:
        writing.append([below_nothing("AVL", "CAP")])
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM held WHERE kind = 'reserve'")
    assert store.faults()
    store.close()


@pytest.mark.parametrize(
    ("language", "frozen", "land", "free", "capacity"),
    [
        ("zh", "冻结（已挂钩未批）", "耕地数量（亩）", "可用", "粮食产能（公斤）"),
        ("en", "frozen (linked, not approved)", "cultivated land (mu)", "available", "grain capacity (kg)"),
    ],
)
def test_a_file_of_before_gets_the_words_with_its_first_reserve(tmp_path, language, frozen, land, free, capacity):
    path = tmp_path / "台账.gpkg"
    create(path, "示例", made_quota.BOOKS, language).close()
    connection = sqlite3.connect(path)
    trigger = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'landledger_word_delete'").fetchone()[0]
    connection.execute("DROP TRIGGER landledger_word_delete")
    connection.execute("DELETE FROM word WHERE code IN ('QTY', 'PAD', 'CAP', 'FRZ', 'freeze')")
    connection.execute(trigger)
    connection.commit()
    connection.close()
    store = open_ledger(path)
    found_reserve(store)
    draw_some(store, made_quota.NORTH, made_quota.SOUTH)
    assert verify(store).clean
    store.close()
    connection = sqlite3.connect(path)
    asked = "SELECT dimension, balance FROM remaining WHERE state = ? AND dimension = ? AND source = 'L1' AND holder = '示例北县'"
    assert connection.execute(asked, (frozen, land)).fetchall() == [(land, 20.0)]
    assert connection.execute(asked, (free, capacity)).fetchall() == [(capacity, 60_000.0)]
    connection.close()


def test_a_book_of_the_code_that_is_of_another_kind(tmp_path):
    store = create(tmp_path / "a.gpkg", "示例", [Book("370001", "quota", "370001", "北"), Book("370001BC", "quota", "x", "怪")])
    with pytest.raises(InputError, match="another book 370001BC"):
        found_reserve(store)
    assert found_reserve(open_reserve(tmp_path / "b.gpkg").store) == []
    store.close()


def test_whatever_can_be_asked_of_books_is_asked_of_those_of_the_kind() -> None:
    """A new question of a store that names books has to be narrowed, too."""
    of_the_whole = {"add_books", "writing", "filling", "records"}
    asking = {
        name for name, method in vars(Store).items()
        if callable(method) and not name.startswith("_")
        and {"books", "query"} & set(inspect.signature(method).parameters) and name not in of_the_whole
    }  # fmt: skip
    assert len(asking) > 7
    for name in asking:
        own = inspect.signature(vars(StoreOfKind)[name]).parameters
        assert list(own) == list(inspect.signature(vars(Store)[name]).parameters), name
