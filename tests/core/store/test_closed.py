"""A ledger file is closed to everybody's SQLite: every table and view, every way to write, in both journal modes."""

from __future__ import annotations

import sqlite3

import pytest

from ....core.store.geopackage_schema import KEPT, SEALED, SHOWN, SHOWN_VIEWS
from ....core.store.verify import verify
from .made_ledgers import BOOKS, NORTH, make_geopackage, moved, reversal

TABLES = (*SEALED, *KEPT)


@pytest.fixture(scope="module", params=["DELETE", "WAL"])
def closed(request, tmp_path_factory):
    """A ledger with a row in every table, in a journal mode, held open by a reader."""
    store, _ = make_geopackage(tmp_path_factory.mktemp("closed"), "台账", BOOKS)
    draft = moved(NORTH, 400)
    with store.writing([NORTH]) as writing:
        writing.append([draft, reversal(1, draft), moved(NORTH, 80)])
        writing.put("project", "XM-1", NORTH, {"name": "一"})
    store.close()
    reader = sqlite3.connect(store.path, isolation_level=None)
    assert reader.execute(f"PRAGMA journal_mode = {request.param}").fetchone()[0] == request.param.lower()
    reader.execute("SELECT COUNT(*) FROM voucher").fetchone()
    yield store
    reader.close()


@pytest.fixture
def stranger(closed):
    connection = sqlite3.connect(closed.path, isolation_level=None)
    yield connection
    connection.close()


def columns_of(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def ways(connection, table):
    """Statements that would insert a new row, replace one, change one, delete one, delete all."""
    columns = columns_of(connection, table)
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    row = list(connection.execute(f"SELECT {names} FROM {table} LIMIT 1").fetchone())
    new = [99 if columns[0] == "id" else row[0], *row[1:]]
    last = columns[-1]
    yield f"INSERT INTO {table} ({names}) VALUES ({places})", new
    yield f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({places})", row
    yield f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})", new
    yield f"REPLACE INTO {table} ({names}) SELECT {names} FROM {table}", []
    yield f"UPDATE {table} SET {last} = {last}", []
    yield f"UPDATE OR REPLACE {table} SET {columns[0]} = {columns[0]}", []
    yield f"UPDATE OR IGNORE {table} SET {last} = 0", []
    yield f"DELETE FROM {table} WHERE {columns[0]} = {row[0]!r}", []
    yield f"DELETE FROM {table}", []


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize("table", [*TABLES, *SHOWN_VIEWS])
def test_every_way_to_write_is_refused(closed, stranger, table, recursive):
    stranger.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = stranger.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    for statement, values in ways(stranger, table):
        with pytest.raises(sqlite3.Error) as refused:
            stranger.execute(statement, values)
        said = str(refused.value)
        assert any(part in said for part in ("only_the_land_ledger_plugin", "never changed", "read only")), statement
    assert stranger.execute(f"SELECT * FROM {table}").fetchall() == before
    assert verify(closed).clean


@pytest.mark.parametrize("table", SEALED)
def test_posted_rows_are_closed_to_our_own_connection_too(closed, table):
    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.Error, match="never changed"):
            closed.connection().execute(statement)


def test_an_upsert_is_refused(stranger):
    with pytest.raises(sqlite3.Error, match="only_the_land_ledger_plugin"):
        stranger.execute(
            "INSERT INTO balance VALUES (1, 'NEW', 5) ON CONFLICT (account_id, dimension) DO UPDATE SET amount = 5"
        )


def test_the_list_of_contents_keeps_our_tables(closed, stranger):
    name, identifier = stranger.execute(
        "SELECT table_name, identifier FROM gpkg_contents WHERE table_name = 'voucher'"
    ).fetchone()
    for statement in (
        "DELETE FROM gpkg_contents WHERE table_name = 'voucher'",
        "DELETE FROM gpkg_contents",
        "UPDATE gpkg_contents SET identifier = 'x' WHERE table_name = 'voucher'",
        f"INSERT OR REPLACE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('{name}', 'features', 'x')",
        f"INSERT OR REPLACE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('x', 'features', '{identifier}')",
        f"UPDATE OR REPLACE gpkg_contents SET identifier = '{identifier}' WHERE table_name = 'layer_styles'",
    ):
        with pytest.raises(sqlite3.Error, match="stay"):
            stranger.execute(statement)
    listed = {row[0] for row in stranger.execute("SELECT table_name FROM gpkg_contents")}
    assert listed == {*SHOWN, "layer_styles"}


def test_other_rows_of_the_contents_are_everybodys(stranger):
    stranger.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('x', 'attributes', 'x')")
    stranger.execute("UPDATE gpkg_contents SET identifier = 'y' WHERE table_name = 'x'")
    stranger.execute("DELETE FROM gpkg_contents WHERE table_name = 'x'")


def test_ours_still_posts(closed):
    with closed.writing([NORTH]) as writing:
        (voucher,) = writing.append([moved(NORTH, 4)])
    assert closed.head(NORTH).hash == voucher.hash
    assert verify(closed).clean


def test_a_large_block_leaves_the_triggers_as_they_were(closed, stranger):
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    before = stranger.execute(query).fetchall()
    with closed.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4) for _ in range(600)])
    assert stranger.execute(query).fetchall() == before
    with pytest.raises(RuntimeError), closed.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4) for _ in range(600)])
        raise RuntimeError
    assert stranger.execute(query).fetchall() == before
    assert verify(closed).clean


def test_views_say_mu_in_chinese_words(closed, stranger):
    rows = stranger.execute(
        "SELECT voucher, holder, event, state, dimension, received, spent FROM journal WHERE voucher = '370001-000001' LIMIT 2"
    ).fetchall()
    assert rows == [
        ("370001-000001", "示例北县", "下达", "上级", "新增建设用地（亩）", None, 0.0004),
        ("370001-000001", "示例北县", "下达", "可用", "新增建设用地（亩）", 0.0004, None),
    ]
    kept = stranger.execute("SELECT amount FROM balance WHERE amount > 0 AND dimension = 'NEW'").fetchone()[0]
    shown = stranger.execute("SELECT balance FROM remaining WHERE balance > 0 AND dimension LIKE '新增%'").fetchone()[0]
    assert shown == kept / 1000000
    assert len({row[0] for row in stranger.execute("SELECT id FROM remaining")}) == 6
