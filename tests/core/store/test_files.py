"""Copies, backups, migration, places, and what can be wrong with a ledger file."""

from __future__ import annotations

import datetime
import os
import shutil
import sqlite3
import threading
import time

import pytest

from ....core.errors import InputError, OutputError
from ....core.rules import load_rules
from ....core.store import geopackage_connection
from ....core.store.backups import (
    Keeping,
    back_up_at_quarter,
    back_up_on_opening,
    backups_of,
    folder_of,
    newest_backup,
)
from ....core.store.copying import copy_ledger
from ....core.store.geopackage import create, open_ledger
from ....core.store.opening import notices_of_opening
from ....core.store.places import network_kind
from ....core.store.verify import verify
from .made_ledgers import BOOKS, CITY, NORTH, SOUTH, moved, random_drafts
from .schema_0 import write_schema_0

KEEPING = Keeping(3, 2)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "用地台账.gpkg"


@pytest.fixture
def store(path):
    store = create(path, "台账", BOOKS)
    with store.writing([CITY, NORTH, SOUTH]) as writing:
        writing.append(random_drafts(3, 60))
        writing.put("project", "XM-1", NORTH, {"name": "一"})
    yield store
    store.close()


def content(store):
    books = [book.code for book in store.books()]
    return (
        store.info(), [store.head(book) for book in books], store.balances(), sorted(store.turnover()),
        [list(store.chain(book)) for book in books], [list(store.record_chain(book)) for book in books],
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------ copies


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_copy_is_the_same_ledger(store, tmp_path, mode):
    other = sqlite3.connect(store.path)
    assert other.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0] == mode.lower()
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    target = tmp_path / "copy.gpkg"
    assert copy_ledger(store, target) == target
    copy = open_ledger(target)
    assert content(copy) == content(store) and verify(copy).clean
    assert copy.connection().execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    copy.close()
    other.close()
    assert sorted(name.name for name in tmp_path.glob("*copy*")) == ["copy.gpkg"]
    assert not list(tmp_path.glob(".*"))


def test_a_copy_never_takes_a_file_unasked(store, tmp_path):
    target = tmp_path / "copy.gpkg"
    target.write_bytes(b"precious")
    with pytest.raises(OutputError, match="exists already"):
        copy_ledger(store, target)
    assert target.read_bytes() == b"precious"
    copy_ledger(store, target, overwrite=True)
    assert verify(open_ledger(target)).clean


def test_a_copy_never_takes_the_ledger_itself_or_an_open_file(store, tmp_path):
    with pytest.raises(OutputError, match="over itself"):
        copy_ledger(store, store.path, overwrite=True)
    target = copy_ledger(store, tmp_path / "copy.gpkg")
    (tmp_path / "copy.gpkg-wal").touch()
    with pytest.raises(OutputError, match=r"copy\.gpkg-wal"):
        copy_ledger(store, target, overwrite=True)
    with pytest.raises(OutputError, match="folder"):
        copy_ledger(store, tmp_path / "none" / "copy.gpkg")


def test_no_copy_while_this_thread_writes(store, tmp_path):
    with pytest.raises(InputError, match="being written"), store.writing([NORTH]):
        copy_ledger(store, tmp_path / "copy.gpkg")
    assert not (tmp_path / "copy.gpkg").exists() and not list(tmp_path.glob(".*"))


def test_copies_while_somebody_posts_are_whole(store, tmp_path):
    stop = threading.Event()

    def post():
        while not stop.is_set():
            with store.writing([NORTH]) as writing:
                writing.append([moved(NORTH, 4), moved(NORTH, 8)])
            time.sleep(0.01)
        store.close()

    thread = threading.Thread(target=post)
    thread.start()
    try:
        for place in range(4):
            copy = open_ledger(copy_ledger(store, tmp_path / f"{place}.gpkg"))
            assert verify(copy).clean and copy.head(NORTH).number % 2 == store.head(NORTH).number % 2
            copy.close()
    finally:
        stop.set()
        thread.join()


# ------------------------------------------------------------------------------------------------ backups


def day(number, hour=9):
    return datetime.datetime(2024, 5, number, hour)


def post(store):
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])


def test_one_backup_a_day_and_none_of_the_same(store):
    first = back_up_on_opening(store, KEEPING, day(1))
    assert first.parent == folder_of(store.path) and first.name == "用地台账_20240501T090000_opening.gpkg"
    post(store)
    assert back_up_on_opening(store, KEEPING, day(1, 17)) is None
    assert back_up_on_opening(store, KEEPING, day(2)) is not None
    assert back_up_on_opening(store, KEEPING, day(3)) is None  # nothing was posted since
    post(store)
    assert back_up_on_opening(store, KEEPING, day(4)) is not None
    assert [backup.made for backup in backups_of(store.path)] == [day(1), day(2), day(4)]
    found, uid, heads = newest_backup(store.path)
    assert found == backups_of(store.path)[-1].path
    assert uid == store.info().uid and heads[NORTH] == store.head(NORTH)


def test_old_backups_go_and_quarters_stay_longer(store):
    for number in range(1, 7):
        post(store)
        assert back_up_on_opening(store, KEEPING, day(number))
    for quarter in ("2023Q3", "2023Q4", "2024Q1"):
        back_up_at_quarter(store, quarter, KEEPING, day(7))
    assert [(backup.made.day, backup.occasion) for backup in backups_of(store.path)] == [
        (4, "opening"), (5, "opening"), (6, "opening"), (7, "2023Q4"), (7, "2024Q1"),
    ]  # fmt: skip
    for backup in backups_of(store.path):
        assert verify(open_ledger(backup.path)).clean


def test_a_quarter_closed_twice_in_a_second_has_two_backups(store):
    paths = {back_up_at_quarter(store, "2023Q4", Keeping(), day(7)) for _ in range(2)}
    assert len(paths) == 2 and len(backups_of(store.path)) == 2


def test_files_of_others_in_the_folder_stay(store):
    folder_of(store.path).mkdir()
    other = folder_of(store.path) / "mine.gpkg"
    other.write_bytes(b"x")
    for number in range(1, 7):
        post(store)
        back_up_on_opening(store, KEEPING, day(number))
    assert other.exists() and len(backups_of(store.path)) == 3


def test_how_many_stay_is_a_rule():
    assert Keeping.of(load_rules()) == Keeping(10, 20)


def test_no_backup_where_the_folder_is_a_file(store):
    folder_of(store.path).write_bytes(b"")
    with pytest.raises(OutputError, match="backups"):
        back_up_on_opening(store, KEEPING)


def notices(store):
    return [str(notice) for notice in notices_of_opening(store, KEEPING)]


def test_opening_says_what_is_wrong_with_file_and_backup(store, tmp_path):
    old = copy_ledger(store, tmp_path / "old.gpkg")
    post(store)
    assert notices(store) == [] and len(backups_of(store.path)) == 1
    store.close()
    shutil.copy(old, store.path)
    (said,) = notices(store)
    assert "older copy" in said and f"{NORTH}-{store.head(NORTH).number + 1:06d}" in said
    store.close()
    store.path.unlink()
    (said,) = notices(create(store.path, "台账", BOOKS))
    assert "another ledger" in said


def test_an_empty_ledger_needs_no_backup(tmp_path):
    store = create(tmp_path / "leer.gpkg", "台账", BOOKS)
    assert notices(store) == [] and backups_of(store.path) == []


def test_opening_goes_on_without_a_backup(store):
    folder_of(store.path).write_bytes(b"")
    (said,) = notices(store)
    assert "No backup" in said and folder_of(store.path).read_bytes() == b""


def test_opening_warns_of_a_network_folder(store, monkeypatch):
    from ....core.store import opening

    monkeypatch.setattr(opening, "network_kind", lambda path: "cifs")
    assert any("network folder (cifs)" in said for said in notices(store))


# ------------------------------------------------------------------------------------------------ migration


def test_a_ledger_of_the_first_layout_is_brought_up_to_date(store, tmp_path):
    old = tmp_path / "old.gpkg"
    write_schema_0(old, store.path)
    opened = open_ledger(old)
    right = content(store)
    assert content(opened) == right and opened.info().schema_version == 1
    assert verify(opened).clean, [str(finding.text) for finding in verify(opened).findings]
    post(opened)
    assert verify(opened).clean
    (backup,) = backups_of(old)
    assert backup.occasion == "migration"
    kept = sqlite3.connect(backup.path)
    assert kept.execute("SELECT value FROM ledger WHERE name = 'schema_version'").fetchone() == ("0",)
    assert kept.execute("SELECT COUNT(*) FROM voucher").fetchone() == (60,)
    kept.close()
    with pytest.raises(sqlite3.Error, match="never changed"):
        sqlite3.connect(old).execute("DELETE FROM posting")


def test_no_migration_without_a_backup(store, tmp_path):
    old = tmp_path / "old.gpkg"
    write_schema_0(old, store.path)
    before = old.read_bytes()
    folder_of(old).write_bytes(b"")
    with pytest.raises(InputError, match="no backup can be made"):
        open_ledger(old)
    assert old.read_bytes() == before


def test_a_migration_that_fails_leaves_the_old_ledger(store, tmp_path):
    old = tmp_path / "old.gpkg"
    write_schema_0(old, store.path)
    connection = sqlite3.connect(old)
    connection.execute("CREATE TABLE word (x)")
    connection.commit()
    with pytest.raises(InputError):
        open_ledger(old)
    assert connection.execute("SELECT value FROM ledger WHERE name = 'schema_version'").fetchone() == ("0",)
    assert connection.execute("SELECT COUNT(*) FROM posting").fetchone()[0] > 300
    connection.close()


def set_version(path, value):
    connection = geopackage_connection.connect(path)
    connection.execute("UPDATE ledger SET value = ? WHERE name = 'schema_version'", (value,))
    connection.close()


def test_a_newer_schema_is_refused_in_one_sentence(store):
    set_version(store.path, "2")
    with pytest.raises(InputError, match="newer version of the plugin"):
        open_ledger(store.path)


@pytest.mark.parametrize("version", ["-1", "eins"])
def test_a_schema_nobody_knows_is_refused(store, version):
    set_version(store.path, version)
    with pytest.raises(InputError, match=r"does not know|no ledger"):
        open_ledger(store.path)


# ------------------------------------------------------------------------------------------------ places


MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:31 / /mnt/office rw,relatime shared:2 - cifs //server/share rw,vers=3.1.1
37 22 0:32 / /mnt/nfs\\040share rw shared:3 master:1 - nfs4 server:/export rw
38 22 0:33 / /home/me/remote rw - fuse.sshfs me@server: rw
39 22 0:34 / /mnt/nfs\\040share/local rw - ext4 /dev/sdb1 rw
40 22 0:35 / /mnt/offices rw - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/office/县局/台账.gpkg", "cifs"),
        ("/mnt/office", "cifs"),
        ("/mnt/offices/台账.gpkg", None),
        ("/mnt/nfs share/台账.gpkg", "nfs4"),
        ("/mnt/nfs share/local/台账.gpkg", None),
        ("/home/me/remote/x/y.gpkg", "fuse.sshfs"),
        ("/home/me/y.gpkg", None),
    ],
)
def test_a_network_folder_is_known_by_its_mount(folder, kind):
    assert network_kind(folder, "linux", lambda: MOUNTS, None) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        (r"\\server\share\台账.gpkg", "UNC"),
        ("//server/share/x.gpkg", "UNC"),
        (r"Z:\台账.gpkg", "drive Z:"),
        (r"C:\x.gpkg", None),
    ],
)
def test_a_network_folder_is_known_by_its_drive(folder, kind):
    assert network_kind(folder, "win32", lambda: "", lambda root: 4 if root == "Z:\\" else 3) == kind


def test_this_folder_is_looked_at_as_it_is(tmp_path):
    assert network_kind(str(tmp_path)) is None
    assert network_kind(str(tmp_path), "linux", lambda: "no mounts at all", None) is None


# ------------------------------------------------------------------------------------------------ bad files


def refused(action, *arguments):
    with pytest.raises(InputError) as raised:
        action(*arguments)
    text = str(raised.value)
    assert text.count(". ") == 0 and text.endswith(".")
    return text


def test_no_file_is_no_ledger(tmp_path):
    assert "does not exist" in refused(open_ledger, tmp_path / "none.gpkg")
    assert "is a folder" in refused(open_ledger, tmp_path)


def test_a_file_of_another_program_is_refused_and_left(tmp_path):
    text, empty, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg", tmp_path / "c.gpkg"
    text.write_text("no database at all, but long enough to be looked at as a header of one" * 20)
    empty.touch()
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE ledger (name, value)")
    connection.commit()
    connection.close()
    for path in (text, empty, other):
        before = path.read_bytes()
        assert "no ledger of Land Ledger" in refused(open_ledger, path)
        assert path.read_bytes() == before


def test_a_geopackage_of_qgis_is_refused(sample_township):
    assert "no ledger of Land Ledger" in refused(open_ledger, sample_township)


@pytest.fixture
def sample_township(tmp_path):
    from ....core.resources import resource

    target = tmp_path / "township.gpkg"
    shutil.copy(resource("sample", "sample_township_madeup.gpkg"), target)
    return target


def test_no_ledger_over_a_file(store):
    before = content(store)
    with pytest.raises(OutputError, match="exists already"):
        create(store.path, "台账", BOOKS)
    assert content(store) == before


def test_a_locked_ledger_is_one_sentence(store, monkeypatch):
    monkeypatch.setattr(geopackage_connection, "PATIENCE", 0.1)
    store.close()
    before = content(store)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "locked by somebody else" in refused(post, store)
    other.execute("ROLLBACK")
    other.execute("BEGIN EXCLUSIVE")
    assert "locked by somebody else" in refused(store.head, NORTH)
    assert "locked by somebody else" in refused(open_ledger, store.path)
    other.execute("ROLLBACK")
    assert content(store) == before
    post(store)


def test_a_reader_who_never_lets_go_costs_nothing(store, monkeypatch):
    monkeypatch.setattr(geopackage_connection, "PATIENCE", 0.1)
    store.close()
    before = content(store)
    reader = sqlite3.connect(store.path, isolation_level=None)
    cursor = reader.execute("SELECT * FROM posting")
    cursor.fetchone()
    assert "locked" in refused(post, store)
    cursor.close()
    assert content(store) == before and verify(store).clean
    post(store)


def test_a_full_disk_is_one_sentence(store):
    before = content(store)
    pages = store.connection().execute("PRAGMA page_count").fetchone()[0]
    store.connection().execute(f"PRAGMA max_page_count = {pages}")

    def post_many():
        with store.writing([NORTH]) as writing:
            writing.append([moved(NORTH, 4, reason="满" * 500) for _ in range(200)])

    assert "disk is full" in refused(post_many)
    store.close()
    assert content(store) == before and verify(store).clean


def test_a_disk_that_is_really_full_costs_nothing(store, tmp_path):
    """The system refuses to make the file longer, in the middle of a block."""
    resource = pytest.importorskip("resource")
    before = content(store)
    store.close()
    child = os.fork()
    if child == 0:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size + 8192,) * 2)
        try:
            with store.writing([NORTH]) as writing:
                writing.append([moved(NORTH, 4, reason="满" * 500) for _ in range(3000)])
            os._exit(7)
        except InputError as error:
            os._exit(0 if str(error).endswith(".") else 8)
        except BaseException:
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert content(store) == before and verify(store).clean


def test_a_read_only_file_is_read_and_not_written(store):
    before = content(store)
    store.close()
    reader = open_ledger(store.path)
    reader.connection().execute("PRAGMA query_only = ON")
    assert content(reader) == before
    assert "read-only" in refused(post, reader)
    assert content(reader) == before


def test_texts_that_can_not_be_kept_are_refused(store):
    before = content(store)
    for text in ("a\0b", "\ud83d"):

        def post_text(text=text):
            with store.writing([NORTH]) as writing:
                writing.append([moved(NORTH, 4, reason=text)])

        assert "no ledger can keep" in refused(post_text)
    with pytest.raises(InputError), store.writing([NORTH]) as writing:
        writing.put("project", "XM-2", NORTH, {"name": "a\0"})
    assert content(store) == before


def test_an_amount_beyond_all_bounds_is_refused(store):
    before = content(store)

    def post_amount():
        with store.writing([NORTH]) as writing:
            writing.append([moved(NORTH, 2**61), moved(NORTH, 2**61), moved(NORTH, 2**61)])

    assert "too large" in refused(post_amount)
    assert content(store) == before


def test_a_machine_without_psycopg2_has_file_ledgers(tmp_path):
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).resolve().parents[3]
    code = (
        "import sys; sys.modules['psycopg2'] = None; sys.path.insert(0, sys.argv[1]); import importlib\n"
        "made = importlib.import_module(sys.argv[2] + '.core.store.geopackage')\n"
        "model = importlib.import_module(sys.argv[2] + '.core.ledger.model')\n"
        "from pathlib import Path\n"
        "made.create(Path(sys.argv[3]), 't', [model.Book('1', 'quota', '1', 'x')])\n"
        "print(made.open_ledger(Path(sys.argv[3])).info().title)"
    )
    arguments = [sys.executable, "-c", code, str(root.parent), root.name, str(tmp_path / "x.gpkg")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.stdout == "t\n", done.stderr
