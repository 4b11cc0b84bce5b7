"""Closing quarters: in their order, with the head on record, open requests listed for the next; reopening by the city only."""

from __future__ import annotations

import datetime

import pytest

from ....core.errors import FootingError, InputError
from ....core.ledger.registers import load_register
from ....core.quota.ledger import Quarter, Refused
from ....core.store.verify import verify
from ..store.conftest import MAKERS
from .made_quota import BOOKS, CITY, NORTH, SOUTH, TODAY, ask, ledger_over, seeded

WHO = "示例"
FIRST, SECOND, THIRD = (Quarter(2023, number) for number in (1, 2, 3))


def test_the_calendar():
    assert Quarter.of(datetime.date(2023, 12, 31)) == Quarter(2023, 4)
    assert (FIRST.first, FIRST.last) == (datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    assert (Quarter(2023, 4).next, Quarter(2024, 1).plus(-5), Quarter(2024, 1).minus(Quarter(2022, 4))) == (
        Quarter(2024, 1),
        Quarter(2022, 4),
        5,
    )
    assert (SECOND.code, SECOND.label) == ("2023Q2", "2023年第2季度")
    for text in ("2023Q2", "2023年第2季度", " 2023q2", "2023年2季度"):
        assert Quarter.named(text) == SECOND
    for text in ("2023Q5", "23Q1", "Q1", "2023", "2023Q1x", ""):
        with pytest.raises(InputError, match="quarter"):
            Quarter.named(text)
    for year in (2023, 2024):
        days = [datetime.date(year, 1, 1) + datetime.timedelta(days=each) for each in range(365)]
        assert all(Quarter.of(day).first <= day <= Quarter.of(day).last for day in days)


def filled(quota):
    """Issues in the first and second quarter, P1 allocated in the first, P2 advanced in the second."""
    february, may = datetime.date(2023, 2, 1), datetime.date(2023, 5, 1)
    quota.post(
        [
            ask("issue", CITY, 50, day=february, source="ZC"),
            ask("issue", NORTH, 50, day=february, source="ZC"),
            ask("allocate", NORTH, 10, day=february, source="ZC", project="P1"),
            ask("advance", NORTH, 5, day=may, project="P2"),
        ]
    )
    return quota


def test_in_their_order_with_the_head_on_record(quota):
    filled(quota)
    with pytest.raises(InputError, match="2023Q1 of 示例北县 is next"):
        quota.close_quarter(SECOND, [NORTH], WHO)
    with pytest.raises(InputError, match="has not begun"):
        quota.close_quarter(Quarter(2024, 2), [NORTH], WHO)
    for books in ([], ["999"], [NORTH, "999"]):
        with pytest.raises(InputError, match="no holder"):
            quota.close_quarter(FIRST, books, WHO)
    assert quota.due_quarter(NORTH) == FIRST
    city, north = quota.close_quarter(FIRST, [CITY, NORTH], WHO)
    head = quota.store.head(NORTH)
    assert (north.closed, north.number, north.hash) == (True, head.number, head.hash)
    assert (city.number, city.open_projects) == (1, ())
    assert [(state.quarter, state.closed) for state in quota.quarters(NORTH)] == [(FIRST, True)]
    with pytest.raises(InputError, match="closed already"):
        quota.close_quarter(FIRST, [NORTH], WHO)
    # All or none: SOUTH has nothing and may begin anywhere, NORTH is past it.
    with pytest.raises(InputError, match="closed already"):
        quota.close_quarter(FIRST, [SOUTH, NORTH], WHO)
    assert not quota.quarters(SOUTH)
    assert quota.due_quarter(NORTH) == SECOND
    late = ask("issue", NORTH, 1, source="ZC", day=datetime.date(2023, 4, 3), doc_date=datetime.date(2023, 3, 30))
    (voucher,) = quota.post([late]).vouchers
    assert (voucher.draft.doc_date, voucher.draft.book_date) == (datetime.date(2023, 3, 30), datetime.date(2023, 4, 3))
    with pytest.raises(Refused, match="2023Q1"):
        quota.reverse(NORTH, 1, datetime.date(2023, 3, 31), "误记", WHO)


def test_open_requests_are_listed_for_the_next_quarter(quota):
    filled(quota)
    quota.put("project", {"code": "P3", "name": "三", "holder": NORTH, "requested": "2023-04-01"}, WHO)
    quota.put("project", {"code": "P4", "name": "四", "holder": NORTH, "requested": "2023-03-31"}, WHO)
    quota.put("project", {"code": "P5", "name": "五", "holder": NORTH, "closed": True}, WHO)
    quota.put("project", {"code": "P6", "name": "六", "holder": SOUTH}, WHO)
    (first,) = quota.close_quarter(FIRST, [NORTH], WHO)
    assert set(first.open_projects) == {"P1", "P2", "P4"}
    rolled = {code: project.rolled for code, project in quota.projects().items()}
    assert rolled == {"P1": "2023Q2", "P2": "2023Q2", "P3": "", "P4": "2023Q2", "P5": "", "P6": ""}
    june = datetime.date(2023, 6, 1)
    quota.post(
        [
            ask("submit", NORTH, 10, day=june, project="P1"),
            ask("use", NORTH, 10, day=june, project="P1", approval="批"),
        ]
    )
    (second,) = quota.close_quarter(SECOND, [NORTH], WHO)
    assert set(second.open_projects) == {"P2", "P3", "P4"}
    assert quota.projects()["P1"].rolled == "2023Q2"
    assert quota.projects()["P2"].rolled == "2023Q3"


def test_only_the_last_is_reopened_with_a_reason_on_record(quota):
    filled(quota)
    quota.close_quarter(FIRST, [NORTH], WHO)
    quota.close_quarter(SECOND, [NORTH], WHO)
    with pytest.raises(InputError, match="reason"):
        quota.reopen_quarter(SECOND, [NORTH], "  ", WHO)
    with pytest.raises(InputError, match="last closed quarter of 示例北县"):
        quota.reopen_quarter(FIRST, [NORTH], "补记", WHO)
    with pytest.raises(InputError, match="No quarter of 示例南县 is closed"):
        quota.reopen_quarter(FIRST, [SOUTH], "补记", WHO)
    before = quota.store.head(CITY).record_number
    (state,) = quota.reopen_quarter(SECOND, [NORTH], "补记", WHO)
    assert (state.closed, state.reason) == (False, "补记")
    assert quota.store.head(CITY).record_number == before + 1
    history = [record for record in quota.store.records("quarter", history=True) if record.values["state"] == "open"]
    assert {(record.book, record.values["by"]) for record in history} == {(NORTH, CITY), (CITY, CITY)}
    # The city's log names the seal of the county's book, not one of its own.
    quota.post([ask("issue", CITY, 1, source="ZC", day=datetime.date(2023, 6, 1)) for _ in range(9)])
    assert not verify(quota.store).findings
    quota.post([ask("issue", NORTH, 1, source="ZC", day=datetime.date(2023, 6, 1))])
    with pytest.raises(Refused):
        quota.post([ask("issue", NORTH, 1, source="ZC", day=datetime.date(2023, 3, 1))])
    quota.close_quarter(SECOND, [NORTH], WHO)
    assert [(state.quarter, state.closed) for state in quota.quarters(NORTH)] == [(FIRST, True), (SECOND, True)]
    assert not quota.quarters(CITY)


def test_the_ledger_still_verifies_after_quarters_of_counties_were_reopened(quota):
    """The city's book holds seals of other books then, which are none of its own vouchers'."""
    filled(quota)
    quota.post([ask("issue", CITY, 1, source="ZC", day=datetime.date(2023, 2, 1))])
    quota.close_quarter(FIRST, [CITY, NORTH], WHO)
    quota.reopen_quarter(FIRST, [CITY, NORTH], "补记", WHO)
    found = verify(quota.store)
    assert found.clean, found.findings
    with quota.store.writing([CITY]) as writing:
        values = load_register("quarter").checked(
            {"book": NORTH, "quarter": "2023Q1", "state": "open", "number": 1, "hash": "0" * 64, "date": TODAY,
             "reason": "补记", "by": CITY}
        )  # fmt: skip
        writing.put("quarter", f"{CITY}:2023Q1:{NORTH}", CITY, values, WHO)
    (finding,) = verify(quota.store).findings
    assert (finding.book, finding.number) == (NORTH, 1)


def test_a_county_that_sees_its_own_book_reopens_nothing(quota, monkeypatch):
    filled(quota)
    quota.close_quarter(FIRST, [NORTH], WHO)
    monkeypatch.setattr(type(quota.store.whole), "sees_all", property(lambda store: False))
    with pytest.raises(InputError, match="Only the city"):
        quota.reopen_quarter(FIRST, [NORTH], "补记", WHO)


def test_a_quarter_that_does_not_foot_is_not_closed(tmp_path):
    """On a file, where one can spoil what is kept; a server lets nobody."""
    store, _ = MAKERS["geopackage"](tmp_path, "示例", BOOKS)
    quota = filled(seeded(store))
    connection = store.connection()
    for table, column, state, among in (
        ("turnover", "received", "ALC", "book_month = '2023-02'"),
        ("turnover", "received", "ADV", "book_month = '2023-05'"),
        ("balance", "amount", "AVL", "1"),
    ):
        account = f"(SELECT MIN(id) FROM account WHERE book = '{NORTH}' AND state = '{state}')"
        where = f"WHERE account_id = {account} AND dimension = 'NEW' AND {among}"
        assert connection.execute(f"UPDATE {table} SET {column} = {column} + 100 {where}").rowcount == 1
        with pytest.raises(FootingError, match="2023Q1"):
            quota.close_quarter(FIRST, [NORTH], WHO)
        connection.execute(f"UPDATE {table} SET {column} = {column} - 100 {where}")
    # Turnover and balance spoiled alike agree with each other, not with the vouchers.
    account = f"(SELECT MIN(id) FROM account WHERE book = '{NORTH}' AND state = 'ALC')"
    both = [("turnover", "received"), ("balance", "amount")]
    for table, column in both:
        connection.execute(f"UPDATE {table} SET {column} = {column} + 100 WHERE account_id = {account} AND dimension = 'NEW'")
    with pytest.raises(FootingError, match="2023Q1"):
        quota.close_quarter(FIRST, [NORTH], WHO)
    for table, column in both:
        connection.execute(f"UPDATE {table} SET {column} = {column} - 100 WHERE account_id = {account} AND dimension = 'NEW'")
    assert not quota.quarters(NORTH)
    quota.close_quarter(FIRST, [NORTH], WHO)
    store.close()


def test_a_ledger_over_another_day(quota):
    early = ledger_over(quota.store, today=datetime.date(2023, 5, 1))
    with pytest.raises(InputError, match="has not begun"):
        early.close_quarter(THIRD, [NORTH], WHO)


def test_a_balance_below_nothing_at_the_end_of_a_quarter(quota):
    """What was booked before the quota it takes passes the balances of today; no quarter is filed with it."""
    quota.post(
        [
            ask("issue", NORTH, 10, day=datetime.date(2023, 5, 1), source="ZC"),
            ask("allocate", NORTH, 6, day=datetime.date(2023, 2, 1), source="ZC", project="P1"),
        ]
    )
    with pytest.raises(InputError, match="available: at the end of 2023Q1 the balance is -6"):
        quota.close_quarter(FIRST, [NORTH], WHO)
    with pytest.raises(Refused, match="370001-000002 was booked on 2023-02-01"):
        quota.reverse(NORTH, 2, datetime.date(2023, 1, 31), "误记", WHO)
    quota.reverse(NORTH, 2, datetime.date(2023, 3, 31), "误记", WHO)
    quota.close_quarter(FIRST, [NORTH], WHO)
    assert quota.quarters(NORTH)[0].closed


def test_the_quarter_after_one_that_was_closed_early_is_open(quota):
    """Today is in the first quarter of 2024: once that is closed, the second one takes what still comes."""
    april = datetime.date(2024, 4, 1)
    quota.post([ask("issue", NORTH, 10, day=datetime.date(2024, 1, 15), source="ZC")])
    with pytest.raises(Refused, match="2024Q2 has not begun; book it in 2024Q1"):
        quota.post([ask("issue", NORTH, 1, day=april, source="ZC")])
    quota.close_quarter(Quarter(2024, 1), [NORTH], WHO)
    with pytest.raises(Refused, match="book it in 2024Q2"):
        quota.post([ask("issue", NORTH, 1, day=datetime.date(2024, 2, 1), source="ZC")])
    quota.post([ask("issue", NORTH, 1, day=april, source="ZC")])
    for day, book in ((datetime.date(2024, 7, 1), NORTH), (april, CITY)):
        with pytest.raises(Refused, match="has not begun"):
            quota.post([ask("issue", book, 1, day=day, source="ZC")])


def test_the_register_of_quarters_is_not_written_by_hand(quota):
    filled(quota)
    quota.close_quarter(FIRST, [NORTH], WHO)
    with pytest.raises(InputError, match="closed and reopened"):
        quota.put("quarter", {"book": NORTH, "quarter": "2023Q1", "state": "open"}, WHO)
    assert quota.quarters(NORTH)[0].closed
