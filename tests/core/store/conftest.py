"""The stores that every test of the contract runs on."""

from __future__ import annotations

import pytest

from .made_ledgers import BOOKS, make_geopackage
from .postgresql_server import make_postgresql

MAKERS = {"geopackage": make_geopackage, "postgresql": make_postgresql}
"""Kind of store → `make(folder, title, books)` → (store, reopen), where `reopen()` gives the same ledger anew."""


@pytest.fixture(params=sorted(MAKERS))
def made(request, tmp_path):
    """made(title, books) -> (store, reopen): an empty ledger of each kind; all stores are closed at the end."""
    opened = []

    def make(title="用地指标台账（示例）", books=BOOKS):
        store, reopen = MAKERS[request.param](tmp_path, title, books)
        opened.append(store)

        def open_again():
            opened.append(reopen())
            return opened[-1]

        return store, open_again

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(made):
    """An empty ledger with the three BOOKS."""
    return made()[0]
