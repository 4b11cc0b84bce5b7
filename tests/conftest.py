"""Fixtures for all tests. QGIS is imported inside them: `tests/core` runs in a Python that has none."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

# How long an example takes says something of the machine, nothing of the program. What decides whether a change is taken draws the
# same examples each time; `scripts/test_drawn` draws others.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("drawn", deadline=None)
settings.load_profile(os.environ.get("LANDLEDGER_EXAMPLES", "same"))


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(request):
    """What tests kept goes before QGIS ends: a layer that is freed after it ends the program with a crash.

    QGIS never lets go of an error that a run raises, nor of the frames below it, so a test that expects one keeps its layers.
    """
    if not request.config.pluginmanager.hasplugin("pytest_qgis"):
        yield
        return
    request.getfixturevalue("qgis_app")
    yield
    from qgis.PyQt import sip

    for item in request.session.items:
        if getattr(item, "funcargs", None):
            item.funcargs.clear()
    gc.collect()
    for kept in [each for each in gc.get_objects() if is_of_qgis(each)]:
        if not sip.isdeleted(kept) and sip.ispyowned(kept):
            sip.delete(kept)


def is_of_qgis(thing: object) -> bool:
    """Whether it is a layer, a project or the like: not a window, nor the application."""
    from qgis.PyQt.QtCore import QCoreApplication, QObject
    from qgis.PyQt.QtWidgets import QWidget

    kinds = type(thing).__mro__
    ours = QObject in kinds and not {QWidget, QCoreApplication}.intersection(kinds)
    return ours and any(kind.__module__.startswith("qgis.") for kind in kinds)


@pytest.fixture
def provider(qgis_app, qgis_processing):
    """The provider, registered for one test: registering a second one makes QGIS delete it."""
    from qgis.core import QgsApplication

    from ..processing.provider import LandLedgerProvider

    land_ledger = LandLedgerProvider()
    assert QgsApplication.processingRegistry().addProvider(land_ledger)
    yield land_ledger
    assert QgsApplication.processingRegistry().removeProvider(land_ledger)
