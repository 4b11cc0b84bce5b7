"""psycopg2 is loaded when a database is first opened, and missed in one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ....core.errors import InputError
from ....core.store.postgresql import create, open_ledger

ROOT = Path(__file__).absolute().parents[3]

PROGRAM = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
for name in ("postgresql", "postgresql_roles", "book_copying"):
    importlib.import_module(f"{sys.argv[2]}.core.store.{name}")
print("psycopg2" in sys.modules)
"""


def test_a_missing_driver_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    for act in (lambda: open_ledger({"dbname": "x"}), lambda: create({"dbname": "x"}, "t", [])):
        with pytest.raises(InputError, match="Python package psycopg2 is missing"):
            act()


def test_the_store_is_imported_without_it():
    command = [sys.executable, "-c", PROGRAM, str(ROOT.parent), ROOT.name]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == "False"
