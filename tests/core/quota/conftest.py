"""Quota ledgers on both stores."""

from __future__ import annotations

import pytest

from ..store.conftest import MAKERS
from .made_quota import BOOKS, seeded


@pytest.fixture(params=sorted(MAKERS))
def quota(request, tmp_path):
    """A quota ledger with the made-up holders and projects and the shipped rules, on each kind of store."""
    store, _ = MAKERS[request.param](tmp_path, "示例", BOOKS)
    yield seeded(store)
    store.close()
