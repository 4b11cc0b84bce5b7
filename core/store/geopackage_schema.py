"""The SQL of a ledger in a GeoPackage: an ordinary one to every reader, closed to every writer but ours.

Triggers name a function which only our connection knows: an INSERT, an UPDATE or a DELETE of anybody else (INSERT OR
REPLACE included, it inserts first) ends with "no such function". The function stands in a SELECT without rows: it has to
be there, and costs nothing. Vouchers, postings and records refuse UPDATE and DELETE to ourselves, too.

Balances and turnovers are sums that are kept, not registered in gpkg_contents: people read the views.
"""

from __future__ import annotations

GATE = "only_the_land_ledger_plugin_may_write"

APPLICATION_ID = 0x47504B47
USER_VERSION = 10300

LINES = 65536
"""A posting's id is its voucher's id times this, and its line: no index is needed to find the lines of a voucher."""

CONTAINER = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
"""
"""`gpkg_geometry_columns` stays empty, but GDAL opens no file without it. `layer_styles` as QGIS makes it; it holds looks,
no numbers, and people may save their own."""

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
CREATE TABLE word (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, divisor REAL,
  UNIQUE (kind, code));
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
  origin TEXT, recorded TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
CREATE UNIQUE INDEX voucher_by_number ON voucher (book, number);
CREATE UNIQUE INDEX voucher_by_reversed ON voucher (book, reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX voucher_by_origin ON voucher (origin) WHERE origin IS NOT NULL;
CREATE INDEX voucher_by_date ON voucher (book_date, book, number);
CREATE INDEX voucher_by_project ON voucher (project) WHERE project <> '';
CREATE INDEX voucher_by_approval ON voucher (approval) WHERE approval <> '';
CREATE INDEX voucher_by_transfer ON voucher (transfer) WHERE transfer <> '';
CREATE TABLE posting (
  id INTEGER PRIMARY KEY, voucher_id INTEGER NOT NULL REFERENCES voucher(id), line INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL, amount INTEGER NOT NULL);
CREATE TABLE balance (
  account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (account_id, dimension)) WITHOUT ROWID;
CREATE TABLE turnover (
  account_id INTEGER NOT NULL REFERENCES account(id), dimension TEXT NOT NULL, book_month TEXT NOT NULL,
  doc_month TEXT NOT NULL, nature TEXT NOT NULL, received INTEGER NOT NULL, spent INTEGER NOT NULL,
  PRIMARY KEY (account_id, dimension, book_month, doc_month, nature)) WITHOUT ROWID;
CREATE TABLE record (
  id INTEGER PRIMARY KEY, book TEXT NOT NULL REFERENCES book(code), number INTEGER NOT NULL, register TEXT NOT NULL,
  key TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL, operator TEXT NOT NULL, recorded TEXT NOT NULL,
  removed INTEGER NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
CREATE UNIQUE INDEX record_by_number ON record (book, number);
CREATE UNIQUE INDEX record_by_version ON record (register, key, version);
"""

VIEWS = """
CREATE VIEW journal AS SELECT
  p.id AS id, v.hash AS voucher, p.line AS line, b.name AS holder, v.book_date AS book_date, v.doc_date AS doc_date,
  v.doc_no AS doc_no, v.event AS event, a.year AS year, a.source AS source, a.state AS state, a.project AS project,
  p.dimension AS dimension, d.divisor AS received, d.divisor AS spent, v.approval AS approval, v.operator AS operator,
  v.reason AS reason FROM posting p, voucher v, account a, book b, word d WHERE 0
UNION ALL SELECT
  p.id, v.book || '-' || printf('%06d', v.number), p.line, b.name, v.book_date, v.doc_date, v.doc_no,
  COALESCE(e.name, v.event), a.year, a.source, COALESCE(s.name, a.state), a.project, COALESCE(d.name, p.dimension),
  CASE WHEN p.amount > 0 THEN p.amount / COALESCE(d.divisor, 1.0) END,
  CASE WHEN p.amount < 0 THEN -p.amount / COALESCE(d.divisor, 1.0) END, v.approval, v.operator, v.reason
FROM posting p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id JOIN book b ON b.code = v.book
  LEFT JOIN word e ON e.kind = 'event' AND e.code = v.event LEFT JOIN word s ON s.kind = 'state' AND s.code = a.state
  LEFT JOIN word d ON d.kind = 'dimension' AND d.code = p.dimension;
CREATE VIEW remaining AS SELECT
  a.id AS id, b.name AS holder, a.year AS year, a.source AS source, a.state AS state, a.project AS project,
  d.name AS dimension, d.divisor AS balance FROM account a, book b, word d WHERE 0
UNION ALL SELECT
  a.id * 16 + (SELECT COUNT(*) FROM balance o WHERE o.account_id = a.id AND o.dimension < k.dimension), b.name, a.year,
  a.source, COALESCE(s.name, a.state), a.project, COALESCE(d.name, k.dimension), k.amount / COALESCE(d.divisor, 1.0)
FROM balance k JOIN account a ON a.id = k.account_id JOIN book b ON b.code = a.book
  LEFT JOIN word s ON s.kind = 'state' AND s.code = a.state
  LEFT JOIN word d ON d.kind = 'dimension' AND d.code = k.dimension
WHERE k.amount <> 0;
"""
"""What people look at, in the words and units of the table `word`. The first column numbers the rows: QGIS needs that. The
first SELECT of each gives no row: from it SQLite takes the types of the columns, an expression has none."""

SEALED = ("voucher", "posting", "record")
"""Tables whose rows nobody changes."""

KEPT = ("ledger", "word", "book", "account", "balance", "turnover")
"""Tables whose rows our own connection keeps up to date."""

SHOWN_VIEWS = ("journal", "remaining")
SHOWN = (*SHOWN_VIEWS, "ledger", "book", "account", "voucher", "posting", "record", "word")
"""What is registered as contents, in this order."""

GUESTS = (
    "qgis_projects", "gpkg_extensions", "gpkg_ogr_contents", "gpkg_metadata", "gpkg_metadata_reference",
    "gpkg_tile_matrix", "gpkg_tile_matrix_set", "gpkg_data_columns",
    "gpkg_data_column_constraints", "gpkgext_relations", "gpkg_qgis_relations", "sqlite_sequence", "sqlite_stat1",
    "sqlite_stat4",
)  # fmt: skip
"""Tables that QGIS, GDAL and SQLite may add of themselves: a project stored in the file, statistics."""


def _refusal(text: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{text}'); END"


def triggers() -> list[tuple[str, str]]:
    """(name, statement) of the triggers that close tables, views and the list of contents."""
    found = []
    for table in (*SEALED, *KEPT):
        for action in ("INSERT", "UPDATE", "DELETE"):
            refused = table in SEALED and action != "INSERT"
            body = _refusal("posted rows are never changed") if refused else f"BEGIN SELECT {GATE}() WHERE 0; END"
            found.append((f"landledger_{table}_{action.lower()}", f"BEFORE {action} ON {table} {body}"))
    for view in SHOWN_VIEWS:
        for action in ("INSERT", "UPDATE", "DELETE"):
            name = f"landledger_{view}_{action.lower()}"
            found.append((name, f"INSTEAD OF {action} ON {view} {_refusal('a view of the ledger is read only')}"))
    return [(name, f"CREATE TRIGGER {name} {rest}") for name, rest in (*found, *_contents_triggers())]


def _contents_triggers() -> list[tuple[str, str]]:
    """Our rows in gpkg_contents stay: a program that deletes a layer takes its row there first. By no function of ours,
    because other rows of that table are everybody's."""
    ours = ", ".join(f"'{name}'" for name in SHOWN)
    stays = _refusal("the tables of a ledger stay")
    replaced = "".join([
        "EXISTS (SELECT 1 FROM gpkg_contents c WHERE c.table_name IN (", ours, ") ",
        "AND (c.table_name = NEW.table_name OR c.identifier = NEW.identifier))",
    ])
    return [
        ("landledger_contents_delete", f"BEFORE DELETE ON gpkg_contents WHEN OLD.table_name IN ({ours}) {stays}"),
        (
            "landledger_contents_update",
            f"BEFORE UPDATE ON gpkg_contents WHEN OLD.table_name IN ({ours}) OR {replaced} {stays}",
        ),
        ("landledger_contents_insert", f"BEFORE INSERT ON gpkg_contents WHEN {replaced} {stays}"),
    ]
