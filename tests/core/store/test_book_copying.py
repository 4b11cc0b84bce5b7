"""Ledgers copied between stores of every kind: nothing is lost, nothing is half there."""

from __future__ import annotations

import dataclasses

import pytest

from ....core.errors import Cancelled, InputError
from ....core.ledger.model import Book
from ....core.store import book_copying
from ....core.store.book_copying import copy_books
from ....core.store.postgresql import create, discard, open_ledger
from ....core.store.postgresql_roles import grant_county
from .made_ledgers import BOOKS, CITY, NORTH, SOUTH, make_geopackage, moved, random_drafts
from .postgresql_server import make_postgresql, new_schema, reached, running

MAKERS = {"geopackage": make_geopackage, "postgresql": make_postgresql}
WAYS = [(one, two) for one in MAKERS for two in MAKERS]


def filled(folder, kind, books=BOOKS):
    """A ledger with vouchers and records of several books, that took turns."""
    store, _ = MAKERS[kind](folder, "台账（示例）", books)
    drafts = random_drafts(11, 200)
    for start in range(0, 200, 50):
        with store.writing([CITY, NORTH, SOUTH]) as writing:
            writing.append(drafts[start : start + 50])
            for book in (SOUTH, NORTH, CITY):
                writing.put("project", f"P-{book}-{start}", book, {"name": "示例 \\ | \n", "area": start, "done": None})
                writing.put("source", f"S-{book}", book, {"no": start, "on": True}, "张三", removed=start == 100)
    return store


def everything(store):
    """All that can be read of a ledger."""
    books = store.books()
    registers = ("project", "source")
    return {
        "info": store.info(),
        "books": list(books),
        "heads": [store.head(book.code) for book in books],
        "vouchers": list(store.vouchers()),
        "chains": [list(store.chain(book.code)) for book in books],
        "records": [list(store.record_chain(book.code)) for book in books],
        "registers": [store.records(register, history=True) for register in registers],
        "rows": [store.records(register) for register in registers],
        "balances": dict(store.balances()),
        "turnover": sorted(store.turnover()),
    }


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_a_copy_is_equal_in_every_word(tmp_path, way):
    books = [dataclasses.replace(BOOKS[1], role="北局"), *(BOOKS[0], BOOKS[2])]
    source = filled(tmp_path, way[0], books)
    target, reopen = MAKERS[way[1]](tmp_path, "another", ())
    told = []
    assert copy_books(source, target, told.append) == 200
    assert told == sorted(told) and told[-1] == 1.0
    assert target.info().uid == source.info().uid and target.books()[0].role == "北局"
    assert everything(target) == everything(reopen()) == everything(source)
    (voucher,) = _post(target, moved(NORTH, 4))
    assert (voucher.number, voucher.previous) == (source.head(NORTH).number + 1, source.head(NORTH).hash)
    for store in (source, target):
        store.close()


def _post(store, draft):
    with store.writing([draft.book]) as writing:
        return writing.append([draft])


def test_there_and_back(tmp_path):
    first = filled(tmp_path, "geopackage")
    middle, _ = make_postgresql(tmp_path, "", ())
    last, _ = make_geopackage(tmp_path, "", ())
    copy_books(first, middle)
    copy_books(middle, last)
    assert everything(last) == everything(middle) == everything(first)
    assert middle.faults() == [] and last.faults() == []
    for store in (first, middle, last):
        store.close()


@pytest.mark.parametrize("way", [("geopackage", "postgresql"), ("postgresql", "geopackage")], ids="-".join)
def test_all_or_nothing(tmp_path, way, monkeypatch):
    source = filled(tmp_path, way[0])
    monkeypatch.setattr(book_copying, "AT_ONCE", 20)
    target, _ = MAKERS[way[1]](tmp_path, "another", ())
    before = everything(target)

    def cancel(fraction):
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_books(source, target, cancel)
    assert everything(target) == before and list(target.books()) == []
    copy_books(source, target)
    with pytest.raises(InputError, match="books already"):
        copy_books(source, target)
    assert everything(target) == everything(source)
    empty, _ = MAKERS[way[1]](tmp_path, "another", [Book("x", "quota", "x", "x")])
    with pytest.raises(InputError, match="books already"):
        copy_books(source, empty)
    for store in (source, target, empty):
        store.close()


def test_a_damaged_ledger_is_not_copied(tmp_path):
    """Somebody changed a reason, and took a voucher away, behind the store's back."""
    for damage in ("UPDATE voucher SET reason = 'x' WHERE book = '370001' AND number = 30",
                   "UPDATE voucher SET number = 999 WHERE book = '370001' AND number = 30"):  # fmt: skip
        source = filled(tmp_path, "geopackage")
        connection = source.connection()
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute(damage)
        target, _ = make_postgresql(tmp_path, "", ())
        with pytest.raises(InputError, match=r"370001-0000(30|31) does not continue"):
            copy_books(source, target)
        assert list(target.books()) == [] and target.count() == 0
        discard(target)
        with pytest.raises(InputError, match="no ledger"):
            open_ledger(reached(), target.schema)
        source.close()


def test_who_sees_a_part_copies_nothing(tmp_path):
    running().run_sql("DROP ROLE IF EXISTS copy_clerk; CREATE ROLE copy_clerk LOGIN")
    owner = create(reached(), "t", list(BOOKS), new_schema())
    grant_county(owner, NORTH, "copy_clerk")
    clerk = open_ledger(reached("copy_clerk"), owner.schema)
    target, _ = make_geopackage(tmp_path, "t", ())
    with pytest.raises(InputError, match="sees all books"):
        copy_books(clerk, target)
    discard(owner)
    assert len(create(reached(), "t", [], new_schema()).books()) == 0
    assert len(clerk.books()) == 1  # `discard` leaves a ledger with books
    clerk.close()
