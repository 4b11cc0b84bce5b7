"""Inside the QGIS process a ledger file is opened by SQLite alone: any other opening and closing drops SQLite's locks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .made_ledgers import BOOKS, NORTH, make_geopackage, moved

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import importlib, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
package, ledger = sys.argv[2], Path(sys.argv[3])
load = lambda name: importlib.import_module(package + "." + name)
geopackage, copying, backups = load("core.store.geopackage"), load("core.store.copying"), load("core.store.backups")
verifying, opening, made = load("core.store.geopackage_verify"), load("core.store.opening"), load("tests.core.store.made_ledgers")
seen = []
def watch(event, arguments):
    if event in ("open", "os.open", "shutil.copyfile", "os.truncate") and ledger.name in str(arguments[0]):
        seen.append((event, str(arguments[0])))
sys.addaudithook(watch)
store = geopackage.open_ledger(ledger)
with store.writing([made.NORTH]) as writing:
    writing.append([made.moved(made.NORTH, 4)])
list(opening.notices_of_opening(store, backups.Keeping()))
assert backups.backups_of(ledger)
assert verifying.verify_file(store).clean
copying.copy_ledger(store, ledger.with_name("copy.gpkg"))
store.close()
ours = [entry for entry in seen if entry[1] == str(ledger)]
if sys.argv[4] == "open":
    open(ledger, "rb").close()
    ours = [entry for entry in seen if entry[1] == str(ledger)]
print(len(ours))
"""


@pytest.mark.parametrize(("then", "count"), [("nothing", "0"), ("open", "1")])
def test_nothing_but_sqlite_opens_the_file(tmp_path, then, count):
    store, _ = make_geopackage(tmp_path, "台账", BOOKS)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 8)])
    store.close()
    arguments = [sys.executable, "-c", PROGRAM, str(ROOT.parent), ROOT.name, str(store.path), then]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == count, done.stderr
