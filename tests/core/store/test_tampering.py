"""What somebody may do to a ledger file with another program: each of it is found, and the place is named."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from ....core.store.backups import Keeping, back_up_on_opening
from ....core.store.geopackage import create, open_ledger
from ....core.store.geopackage_schema import GATE
from ....core.store.geopackage_verify import verify_file
from ....core.store.verify import verify
from .made_ledgers import BOOKS, CITY, NORTH, SOUTH, moved, random_drafts

LAST = 40


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    """A ledger in a file: 40 planned vouchers in the book NORTH, some in the others, records, a closed quarter."""
    path = tmp_path_factory.mktemp("master") / "台账.gpkg"
    store = create(path, "台账", BOOKS)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 400 + 4 * place, reason=f"第{place}笔") for place in range(LAST - 10)])
        head = writing.head(NORTH)
        writing.put("project", "XM-1", NORTH, {"name": "一", "area": 29556000})
        writing.put("project", "XM-1", NORTH, {"name": "二", "area": 29556000})
        writing.put("quarter", f"{NORTH}:2023Q1", NORTH, {"state": "closed", "number": head.number, "hash": head.hash})
        writing.append([moved(NORTH, 800 + 4 * place) for place in range(10)])
    with store.writing([CITY, SOUTH]) as writing:
        writing.append(random_drafts(5, 30, (CITY, SOUTH)))
    with store.writing([CITY, SOUTH]) as writing:
        writing.append(
            [
                moved(CITY, 80, give="AVL", take="CLR", event="transfer_out", transfer="T-1"),
                moved(SOUTH, 80, give="CLR", take="AVL", event="transfer_in", transfer="T-1"),
            ]
        )
    store.close()
    return path


@pytest.fixture
def ledger(master, tmp_path):
    path = tmp_path / "台账.gpkg"
    shutil.copy(master, path)
    return path


def triggers_of(connection):
    return connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()


def tamper(path, *statements):
    """Run statements as somebody who knows SQLite: the triggers off before, back as they were afterwards."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.create_function(GATE, 0, lambda: 1)
    connection.execute("BEGIN")
    kept = triggers_of(connection)
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    changed = sum(connection.execute(statement).rowcount for statement in statements)
    for _, sql in kept:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.close()
    assert changed != 0
    return changed


VOUCHER = "(SELECT id FROM voucher WHERE book = '370001' AND number = {})"
LINE = "voucher_id = " + VOUCHER + " AND line = {}"

TAMPERINGS = {
    "an amount plus 1": (["UPDATE posting SET amount = amount + 1 WHERE " + LINE.format(7, 1)], 7, "content does not fit"),
    "an amount minus 1": (["UPDATE posting SET amount = amount - 1 WHERE " + LINE.format(7, 2)], 7, "content does not fit"),
    "both sides plus and minus 1": (
        ["UPDATE posting SET amount = amount + 1 WHERE " + LINE.format(9, 1),
         "UPDATE posting SET amount = amount - 1 WHERE " + LINE.format(9, 2)],
        9, "content does not fit",
    ),
    "an amount as a broken number": (
        ["UPDATE posting SET amount = amount + 0.5 WHERE " + LINE.format(7, 1)], 7, "no whole number",
    ),
    "two lines swapped": (
        ["UPDATE posting SET line = 9, id = id + 8 WHERE " + LINE.format(8, 1),
         "UPDATE posting SET line = 1, id = id - 1 WHERE " + LINE.format(8, 2),
         "UPDATE posting SET line = 2, id = id - 7 WHERE " + LINE.format(8, 9)],
        8, "content does not fit",
    ),
    "a line to another account": (
        ["UPDATE posting SET account_id = account_id + 1 WHERE " + LINE.format(5, 1)], 5, "content does not fit",
    ),
    "a line of another dimension": (
        ["UPDATE posting SET dimension = 'AGR' WHERE " + LINE.format(5, 1)], 5, "content does not fit",
    ),
    "a line deleted": (["DELETE FROM posting WHERE " + LINE.format(6, 6)], 6, "content does not fit"),
    "a line added": (
        ["INSERT INTO posting SELECT id + 6, voucher_id, 7, account_id, dimension, 0 FROM posting WHERE " + LINE.format(6, 1)],
        6, "content does not fit",
    ),
    "the last voucher deleted": (
        [f"DELETE FROM posting WHERE voucher_id = {VOUCHER.format(40)}", f"DELETE FROM voucher WHERE id = {VOUCHER.format(40)}"],
        40, "40 to 40 are missing at the end",
    ),
    "a voucher in the middle deleted": (
        [f"DELETE FROM posting WHERE voucher_id = {VOUCHER.format(12)}", f"DELETE FROM voucher WHERE id = {VOUCHER.format(12)}"],
        12, "12 to 12 are missing",
    ),
    "a voucher in the middle deleted, the others moved up": (
        [f"DELETE FROM posting WHERE voucher_id = {VOUCHER.format(12)}", f"DELETE FROM voucher WHERE id = {VOUCHER.format(12)}",
         "UPDATE voucher SET number = -number WHERE book = '370001' AND number > 12",
         "UPDATE voucher SET number = -number - 1 WHERE book = '370001' AND number < 0"],
        12, "does not follow the one before",
    ),
    "a voucher put in at the end": (
        ["INSERT INTO voucher SELECT 9999, book, 41, event, nature, book_date, doc_date, doc_no, project, reason, operator, "
         "approval, transfer, reverses, origin, recorded, hash, hash FROM voucher WHERE book = '370001' AND number = 40"],
        41, "past the end",
    ),
    "a voucher put in and counted": (
        ["INSERT INTO voucher SELECT 9999, book, 41, event, nature, book_date, doc_date, doc_no, project, reason, operator, "
         "approval, transfer, reverses, origin, recorded, hash, hash FROM voucher WHERE book = '370001' AND number = 40",
         "UPDATE book SET number = 41 WHERE code = '370001'"],
        41, "content does not fit",
    ),
    "another date": (
        [f"UPDATE voucher SET book_date = '2023-03-15' WHERE id = {VOUCHER.format(15)}"], 15, "content does not fit",
    ),
    "a date that is none": (
        [f"UPDATE voucher SET book_date = 'gestern' WHERE id = {VOUCHER.format(15)}"], 15, "can't be read",
    ),
    "another reason": ([f"UPDATE voucher SET reason = '改' WHERE id = {VOUCHER.format(3)}"], 3, "content does not fit"),
    "another operator": ([f"UPDATE voucher SET operator = '王五' WHERE id = {VOUCHER.format(1)}"], 1, "content does not fit"),
    "a seal": ([f"UPDATE voucher SET hash = previous WHERE id = {VOUCHER.format(2)}"], 2, "content does not fit"),
    "a balance": (
        ["UPDATE balance SET amount = amount + 1 WHERE dimension = 'NEW' AND account_id = "
         "(SELECT id FROM account WHERE book = '370001' AND state = 'AVL')"],
        None, "The balance of 370001 2023 CZ AVL NEW is kept as",
    ),
    "a balance deleted": (
        ["DELETE FROM balance WHERE dimension = 'CUL' AND account_id = "
         "(SELECT id FROM account WHERE book = '370001' AND state = 'AVL')"],
        None, "The balance of 370001 2023 CZ AVL CUL is kept as 0.000000 mu",
    ),
    "a turnover": (
        ["UPDATE turnover SET received = received + 1, spent = spent + 1 WHERE dimension = 'NEW' AND account_id = "
         "(SELECT id FROM account WHERE book = '370001' AND state = 'AVL')"],
        None, "The turnover of 370001 2023 CZ AVL NEW in 2023-03",
    ),
    "an account renamed": (
        ["UPDATE account SET source = 'ZZ' WHERE book = '370001' AND state = 'AVL'"], 1, "content does not fit",
    ),
    "the head rolled back": (["UPDATE book SET number = 39 WHERE code = '370001'"], 40, "past the end"),
    "the seal of the head": (
        ["UPDATE book SET hash = record_hash WHERE code = '370001'"], 40, "not that of its last voucher",
    ),
    "the count of postings": (
        ["UPDATE book SET postings = postings + 1 WHERE code = '370001'"], None, "240 postings and should have 241",
    ),
    "a record": (
        ["UPDATE record SET content = replace(content, '29556000', '29556001') WHERE number = 1"],
        None, "record 1 (project XM-1) was changed",
    ),
    "a record deleted": (["DELETE FROM record WHERE number = 2"], None, "record 3 (quarter 370001:2023Q1)"),
    "the last record deleted": (["DELETE FROM record WHERE number = 3"], None, "should have 3 records and ends with"),
    "a record that is no JSON": (["UPDATE record SET content = '{' WHERE number = 2"], None, "record 2 can't be read"),
    "a book deleted": (["DELETE FROM book WHERE code = '370001'"], None, "belong to nothing"),
    "a posting to no voucher": (
        ["INSERT INTO posting VALUES (9999 * 65536 + 1, 9999, 1, 1, 'NEW', 5)"], None, "1 rows of the table posting",
    ),
    "a unit of the views": (["UPDATE word SET divisor = 100000 WHERE code = 'NEW'"], None, "The unit of NEW"),
}  # fmt: skip


def found_in(path):
    store = open_ledger(path)
    try:
        return verify(store)
    finally:
        store.close()


def test_the_untouched_file_is_clean(ledger):
    verified = found_in(ledger)
    assert verified.clean and verified.vouchers == 72 and verified.records == 3


@pytest.mark.parametrize("name", TAMPERINGS)
def test_what_was_done_is_found_and_named(ledger, name):
    statements, number, text = TAMPERINGS[name]
    tamper(ledger, *statements)
    verified = found_in(ledger)
    said = [f"{finding.place}: {finding.text}" for finding in verified.findings]
    if number is not None:
        assert (verified.first.book, verified.first.number) == (NORTH, number), said
        assert text in str(verified.first.text), said
    else:
        assert any(text in line for line in said), said
    assert len(said) <= 60, said


def reseal(path, book, first):
    """What somebody who knows the rule would do: seal all vouchers from `first` on anew, and the head."""
    from .recomputed import seal_of

    store = open_ledger(path)
    chain = list(store.chain(book))
    store.close()
    statements, previous = [], chain[first - 1].previous
    for voucher in chain[first - 1 :]:
        seal = seal_of(previous, voucher)
        statements.append(
            f"UPDATE voucher SET previous = '{previous}', hash = '{seal}' WHERE book = '{book}' AND number = {voucher.number}"
        )
        previous = seal
    statements.append(f"UPDATE book SET hash = '{previous}' WHERE code = '{book}'")
    tamper(path, *statements)


def test_a_chain_built_anew_is_found_by_the_filed_quarter(ledger):
    tamper(ledger, f"UPDATE voucher SET operator = '王五' WHERE id = {VOUCHER.format(20)}")
    reseal(ledger, NORTH, 20)
    verified = found_in(ledger)
    (finding,) = verified.findings
    assert finding.place == "370001-000030" and "filing of the quarter 370001:2023Q1" in str(finding.text)


def test_after_the_quarter_only_an_anchor_helps_and_the_backup_is_one(ledger):
    store = open_ledger(ledger)
    assert back_up_on_opening(store, Keeping()) is not None
    store.close()
    assert verify_file(open_ledger(ledger)).clean
    tamper(ledger, f"UPDATE voucher SET operator = '王五' WHERE id = {VOUCHER.format(36)}")
    reseal(ledger, NORTH, 36)
    assert found_in(ledger).clean
    (finding,) = verify_file(open_ledger(ledger)).findings
    assert finding.place == "370001-000040" and "the backup 台账_" in str(finding.text)


def test_an_older_copy_put_back_is_found_by_the_backup(ledger, tmp_path):
    old = tmp_path / "old.gpkg"
    shutil.copy(ledger, old)
    store = open_ledger(ledger)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4), moved(NORTH, 8)])
    assert back_up_on_opening(store, Keeping()) is not None
    store.close()
    shutil.copy(old, ledger)
    verified = verify_file(open_ledger(ledger))
    assert verified.first.place == "370001-000042" and "backup" in str(verified.first.text)


def test_another_ledger_in_its_place_is_found_by_the_backup(ledger, tmp_path):
    store = open_ledger(ledger)
    assert back_up_on_opening(store, Keeping()) is not None
    store.close()
    ledger.unlink()
    other = create(ledger, "台账", BOOKS)
    with other.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    verified = verify_file(other)
    assert any("another ledger" in str(finding.text) for finding in verified.findings)


def run_bare(path, statement):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.create_function(GATE, 0, lambda: 1)
    connection.execute(statement)
    connection.close()


SCHEMA_FAULTS = {
    "a trigger gone": ("DROP TRIGGER landledger_posting_update", "The trigger landledger_posting_update is gone"),
    "a trigger of a view gone": ("DROP TRIGGER landledger_journal_insert", "The trigger landledger_journal_insert is gone"),
    "an index gone": ("DROP INDEX voucher_by_reversed", "The index voucher_by_reversed is gone"),
    "a view gone": ("DROP VIEW remaining", "The view remaining is gone"),
    "a table added": ("CREATE TABLE mine (id INTEGER PRIMARY KEY)", "The table mine does not belong"),
    "a column added": ("ALTER TABLE voucher ADD COLUMN mine TEXT", "The table voucher was changed"),
    "a trigger added": (
        "CREATE TRIGGER mine AFTER INSERT ON posting BEGIN SELECT 1; END", "The trigger mine does not belong",
    ),
    "a table dropped": ("DROP TABLE turnover", "The table turnover is gone"),
    "a table renamed": ("ALTER TABLE posting RENAME TO mine", "The table posting is gone"),
    "no GeoPackage any more": ("PRAGMA application_id = 7", "no longer marked as a GeoPackage"),
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEMA_FAULTS)
def test_a_changed_schema_is_found(ledger, name):
    statement, text = SCHEMA_FAULTS[name]
    run_bare(ledger, statement)
    said = [str(finding.text) for finding in found_in(ledger).findings]
    assert any(text in line for line in said), said


def test_what_qgis_itself_adds_is_no_fault(ledger):
    run_bare(ledger, "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)")
    run_bare(ledger, "ANALYZE")
    run_bare(ledger, "INSERT INTO layer_styles (f_table_name, styleName) VALUES ('voucher', '我的')")
    assert found_in(ledger).clean


def test_a_damaged_page_is_found_or_refused(ledger):
    data = bytearray(ledger.read_bytes())
    for start in range(4096 * 30, len(data) - 4096, 4096 * 7):
        data[start + 200 : start + 260] = bytes(60)
    ledger.write_bytes(data)
    assert not found_in(ledger).clean


def test_the_two_ways_to_say_whose_a_posting_is_may_not_differ(ledger):
    tamper(ledger, "UPDATE posting SET voucher_id = voucher_id + 1 WHERE " + LINE.format(4, 1))
    assert any("belong to nothing" in str(finding.text) for finding in found_in(ledger).findings)
