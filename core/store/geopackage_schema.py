"""The SQL of a ledger in a GeoPackage: an ordinary one to every reader, closed to every writer but ours.

Triggers call `landledger_writes()`, which only our connection knows: an INSERT, an UPDATE or a DELETE of anybody else
(INSERT OR REPLACE included) ends with "no such function". Vouchers, postings and records refuse UPDATE and DELETE to
ourselves, too.
"""

from __future__ import annotations

GATE = "landledger_writes"

APPLICATION_ID = 0x47504B47
USER_VERSION = 10300

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

SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    (
        "WGS 84 geodetic", 4326, "EPSG", 4326,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
        'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
        "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid",
    ),
)  # fmt: skip

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
CREATE INDEX voucher_by_project ON voucher (project) WHERE project <> '';
CREATE INDEX voucher_by_approval ON voucher (approval) WHERE approval <> '';
CREATE INDEX voucher_by_transfer ON voucher (transfer) WHERE transfer <> '';
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

SEALED = ("voucher", "posting", "record")
"""Tables whose rows nobody changes."""

KEPT = ("ledger", "book", "account", "balance", "turnover")
"""Tables whose rows our own connection keeps up to date."""


def triggers() -> list[str]:
    """The statements that close the tables."""
    statements = []
    for table in (*SEALED, *KEPT):
        for action in ("INSERT", "UPDATE", "DELETE"):
            refused = table in SEALED and action != "INSERT"
            body = "RAISE(ABORT, 'posted rows are never changed')" if refused else f"{GATE}()"
            statements.append(
                f"CREATE TRIGGER landledger_{table}_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT {body}; END"
            )
    return statements
