"""Two QGIS of two colleagues post into one file while each of them shows it: GDAL opens and closes the file in their
processes, which takes SQLite's locks away there. Nothing may be lost, nothing spoilt."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

SECONDS = 6
NEIGHBOUR = Path(__file__).with_name("posting_neighbour.py")


@pytest.mark.skipif(os.name != "posix", reason="locks of another kind")
def test_two_programs_that_post_and_look_spoil_nothing(tmp_path, qgis_app):
    from ...core.ledger import Book
    from ...core.store.geopackage import create, open_ledger
    from ...core.store.verify import verify

    file = tmp_path / "台账.gpkg"
    create(file, "台账", [Book("B1", "made-up", "B1", "示例")]).close()
    package = __package__.rsplit(".", 2)[0]
    folder = Path(__file__).parents[3]
    words = [str(folder), package, str(file), str(SECONDS)]
    programs = [
        subprocess.Popen(["/usr/bin/python3", str(NEIGHBOUR), *words, name], stdout=subprocess.PIPE, text=True)
        for name in ("甲", "乙")
    ]
    said = [program.communicate(timeout=90)[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    posted = [int(text) for text in said]
    assert min(posted) > 0
    store = open_ledger(file)
    verified = verify(store)
    count = store.count()
    store.close()
    assert verified.clean, [f"{finding.place} {finding.text}" for finding in verified.findings]
    assert count == sum(posted)


def test_inside_qgis_a_child_has_the_connection(tmp_path, qgis_app):
    """And it ends with the store, or with its parent; what was not committed is undone."""
    from ...core.ledger import Book
    from ...core.store.geopackage import create
    from ...core.store.sqlite_apart import ApartConnection

    store = create(tmp_path / "台账.gpkg", "台账", [Book("B1", "made-up", "B1", "示例")])
    connection = store.connection()
    assert isinstance(connection, ApartConnection)
    child = connection._child
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE ledger SET value = 'x' WHERE name = 'title'")
    assert connection.in_transaction
    store.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert store.info().title == "台账"
    store.close()
