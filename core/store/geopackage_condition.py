"""What is wrong with a ledger file itself, whatever its vouchers say: objects missing, changed or added, lost rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from ..sentence import Sentence, sentence, translate
from .geopackage_looks import load_words
from .geopackage_making import run_all
from .geopackage_schema import APPLICATION_ID, CONTAINER, GATE, GUESTS, LINES, SHOWN, TABLES, VIEWS, triggers
from .sqlite_apart import AnyConnection
from .tables import OBJECT_KINDS

Objects = Mapping[tuple[str, str], str]
"""(type, name) → the SQL that made it."""


def schema_faults(connection: AnyConnection) -> list[Sentence]:
    """One sentence for each fault, in the order in which they matter."""
    return [*_object_faults(connection), *_header_faults(connection), *_row_faults(connection), *_page_faults(connection)]


def expected_objects() -> Objects:
    """The objects of a new ledger."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.create_function(GATE, 0, lambda: 1)
        run_all(connection, CONTAINER + TABLES + VIEWS)
        for _, statement in triggers():
            connection.execute(statement)
        return _objects(connection)
    finally:
        connection.close()


def _objects(connection: AnyConnection) -> Objects:
    """Objects with SQL of their own; indices of SQLite follow from their tables."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(kind, name): sql.strip() for kind, name, table, sql in rows if table.lower() not in GUESTS}


def _object_faults(connection: AnyConnection) -> Iterator[Sentence]:
    right, found = expected_objects(), _objects(connection)
    for kind, name in sorted(right):
        if (kind, name) not in found:
            yield sentence(translate("LandLedger", "The {kind} {name} is gone."), kind=OBJECT_KINDS[kind], name=name)
        elif found[kind, name] != right[kind, name]:
            yield sentence(translate("LandLedger", "The {kind} {name} was changed."), kind=OBJECT_KINDS[kind], name=name)
    for kind, name in sorted(set(found) - set(right)):
        template = translate("LandLedger", "The {kind} {name} does not belong into a ledger.")
        yield sentence(template, kind=OBJECT_KINDS[kind], name=name)


def _header_faults(connection: AnyConnection) -> Iterator[Sentence]:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield sentence(translate("LandLedger", "The file is no longer marked as a GeoPackage."))
    if ("table", "gpkg_contents") in _objects(connection):
        listed = {row[0] for row in connection.execute("SELECT table_name FROM gpkg_contents")}
        for name in sorted(set(SHOWN) - listed):
            yield sentence(translate("LandLedger", "The table {name} is no longer listed in the file."), name=name)


_ORPHANS = (
    ("posting", "id <> voucher_id * {lines} + line OR NOT EXISTS (SELECT 1 FROM voucher v WHERE v.id = t.voucher_id)"),
    ("posting", "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = t.account_id)"),
    ("balance", "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = t.account_id)"),
    ("turnover", "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = t.account_id)"),
    ("voucher", "NOT EXISTS (SELECT 1 FROM book b WHERE b.code = t.book)"),
    ("account", "NOT EXISTS (SELECT 1 FROM book b WHERE b.code = t.book)"),
    ("record", "NOT EXISTS (SELECT 1 FROM book b WHERE b.code = t.book)"),
)
"""(table, condition of rows that belong to nothing)."""


def _row_faults(connection: AnyConnection) -> Iterator[Sentence]:
    tables = {name for kind, name in _objects(connection) if kind == "table"}
    if not {"ledger", "word", "book", "account", "voucher", "posting", "balance", "turnover", "record"} <= tables:
        return
    for table, condition in _ORPHANS:
        parts = ["SELECT COUNT(*) FROM", table, "t WHERE", condition.format(lines=LINES)]
        count = connection.execute(" ".join(parts)).fetchone()[0]
        if count:
            template = translate("LandLedger", "{count} rows of the table {name} belong to nothing in the ledger.")
            yield sentence(template, count=count, name=table)
    shipped = {(word.kind, word.code): word.divisor for word in load_words() if word.divisor is not None}
    for kind, code, divisor in connection.execute("SELECT kind, code, divisor FROM word"):
        if shipped.get((kind, code), divisor) != divisor:
            template = translate("LandLedger", "The unit of {name} was changed: the views show other numbers.")
            yield sentence(template, name=code)


def _page_faults(connection: AnyConnection) -> Iterator[Sentence]:
    """What SQLite finds, indices against their tables too: an index that lies shows other rows than there are."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        yield sentence(translate("LandLedger", "SQLite finds the file damaged: {reason}."), reason=found)
