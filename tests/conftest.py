"""Fixtures for all tests. QGIS is imported inside them: `tests/core` runs in a Python that has none."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

# How long an example takes says something of the machine, nothing of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(request):
    """What the last test kept (values of its fixtures, cycles) goes before QGIS ends: after it, it would crash."""
    if not request.config.pluginmanager.hasplugin("pytest_qgis"):
        yield
        return
    request.getfixturevalue("qgis_app")
    yield
    for item in request.session.items:
        if getattr(item, "funcargs", None):
            item.funcargs.clear()
    gc.collect()


@pytest.fixture
def provider(qgis_app, qgis_processing):
    """The provider, registered for one test: registering a second one makes QGIS delete it."""
    from qgis.core import QgsApplication

    from ..processing.provider import LandLedgerProvider

    land_ledger = LandLedgerProvider()
    assert QgsApplication.processingRegistry().addProvider(land_ledger)
    yield land_ledger
    assert QgsApplication.processingRegistry().removeProvider(land_ledger)
