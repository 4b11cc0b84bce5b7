"""A ledger file as the first layout had it: no views, no words, no looks, every table with a number of its own."""

from __future__ import annotations

import sqlite3

CONTAINER = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
"""

TABLES = """
CREATE TABLE ledger (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE book (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, holder TEXT NOT NULL, name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '', number INTEGER NOT NULL, hash TEXT NOT NULL, postings INTEGER NOT NULL,
  record_number INTEGER NOT NULL, record_hash TEXT NOT NULL);
CREATE TABLE account (
  id INTEGER PRIMARY KEY, book TEXT NOT NULL REFERENCES book(code), year INTEGER NOT NULL, source TEXT NOT NULL,
  state TEXT NOT NULL, project TEXT NOT NULL, UNIQUE (book, year, source, state, project));
CREATE TABLE voucher (
  id INTEGER PRIMARY KEY, book TEXT NOT NULL REFERENCES book(code), number INTEGER NOT NULL, event TEXT NOT NULL,
  nature TEXT NOT NULL, book_date DATE NOT NULL, doc_date DATE, doc_no TEXT NOT NULL, project TEXT NOT NULL,
  reason TEXT NOT NULL, operator TEXT NOT NULL, approval TEXT NOT NULL, transfer TEXT NOT NULL, reverses INTEGER,
  origin TEXT UNIQUE, recorded TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (book, number), UNIQUE (book, reverses));
CREATE INDEX voucher_by_date ON voucher (book_date, book, number);
CREATE TABLE posting (
  id INTEGER PRIMARY KEY, voucher_id INTEGER NOT NULL REFERENCES voucher(id), line INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL, amount INTEGER NOT NULL,
  UNIQUE (voucher_id, line));
CREATE INDEX posting_by_account ON posting (account_id);
CREATE TABLE balance (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL,
  amount INTEGER NOT NULL, UNIQUE (account_id, dimension));
CREATE TABLE turnover (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL,
  book_month TEXT NOT NULL, doc_month TEXT NOT NULL, nature TEXT NOT NULL, received INTEGER NOT NULL,
  spent INTEGER NOT NULL, UNIQUE (account_id, dimension, book_month, doc_month, nature));
CREATE TABLE record (
  id INTEGER PRIMARY KEY, book TEXT NOT NULL REFERENCES book(code), number INTEGER NOT NULL, register TEXT NOT NULL,
  key TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL, operator TEXT NOT NULL, recorded TEXT NOT NULL,
  removed INTEGER NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (book, number), UNIQUE (register, key, version));
"""

NAMES = ("ledger", "book", "account", "voucher", "posting", "balance", "turnover", "record")


def write_schema_0(path, ledger):
    """A file of schema 0 at `path` with the rows of today's file `ledger`."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA application_id = 1196444487")
    connection.execute("PRAGMA user_version = 10300")
    connection.executescript(CONTAINER + TABLES)
    connection.execute("ATTACH ? AS today", (str(ledger),))
    connection.execute("BEGIN")
    for table in NAMES:
        names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        known = [row[1] for row in connection.execute(f"PRAGMA today.table_info({table})")]
        columns = ", ".join(name for name in names if name in known and (table != "posting" or name != "id"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
        connection.execute(
            "INSERT INTO main.gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
            (table, table),
        )
        for action in ("INSERT", "UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER main.landledger_{table}_{action.lower()} BEFORE {action} ON {table} "
                "BEGIN SELECT landledger_writes(); END"
            )
    connection.create_function("landledger_writes", 0, lambda: 1)
    connection.execute("UPDATE main.ledger SET value = '0' WHERE name = 'schema_version'")
    connection.execute("COMMIT")
    connection.close()
