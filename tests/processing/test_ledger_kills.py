"""A hundred kills −9 of a posting program with a real QGIS reading."""

from __future__ import annotations

import sqlite3

import pytest

from .ledger_kills import kill_often, look


@pytest.mark.real_qgis
@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_and_leave_nothing_half(tmp_path):
    outcome = kill_often(tmp_path / "台账.gpkg", 100)
    assert outcome.kills == 100
    assert outcome.acknowledged > 50 and outcome.vouchers > 200 and outcome.reads > 5
    assert outcome.left_behind  # kills did hit transactions, not the time between them


def test_the_look_after_a_kill_is_a_look(tmp_path):
    """What a lost voucher, or half a block, would look like."""
    path = tmp_path / "台账.gpkg"
    kill_often(path, 2)
    connection = sqlite3.connect(path)
    book, number, seal = connection.execute("SELECT code, number, hash FROM book WHERE number > 0").fetchone()
    connection.close()
    look(path, {book: (number, seal, 0)})
    with pytest.raises(AssertionError):
        look(path, {book: (number + 1, seal, 0)})
    with pytest.raises(AssertionError):
        look(path, {book: (number, "0" * 64, 0)})
