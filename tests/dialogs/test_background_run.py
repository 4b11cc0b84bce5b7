"""What a run in the background was given lasts until it has ended, also where whoever asked for it is gone."""

from __future__ import annotations

import gc
import threading

import pytest

from .test_occupation_dialog import A_MINUTE, project  # noqa: F401


@pytest.fixture
def busy(qgis_app):
    """Keeps the threads of tasks busy until `set`: a task that is started meanwhile waits."""
    from qgis.PyQt.QtCore import QRunnable, QThreadPool

    class Waits(QRunnable):
        def run(self):
            begin.wait(60)

    pool, begin = QThreadPool.globalInstance(), threading.Event()
    before = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    pool.start(Waits())
    yield begin
    begin.set()
    pool.waitForDone()
    pool.setMaxThreadCount(before)


@pytest.fixture
def holders(project, tmp_path):  # noqa: F811
    """A made-up table that is in no project."""
    from qgis.core import QgsFeature, QgsVectorLayer

    table = QgsVectorLayer("NoGeometry?field=code:string(12)&field=name:string(40)", "holders", "memory")
    feature = QgsFeature(table.fields())
    feature.setAttributes(["330101000000", "甲县"])
    table.dataProvider().addFeature(feature)
    return [table]


def test_a_table_lasts_until_its_run_has_ended(provider, project, holders, busy, qtbot, tmp_path):  # noqa: F811
    from qgis.core import QgsApplication

    from ...dialogs.background_run import BackgroundRun

    gone = []
    holders[0].willBeDeleted.connect(lambda: gone.append(True))
    algorithm = QgsApplication.processingRegistry().algorithmById("landledger:createledger").create({})
    run = BackgroundRun()
    ended = []
    run.ended.connect(lambda *outcome: ended.append(outcome))
    run.start(algorithm, {"HOLDERS": holders.pop(), "LEDGER_FILE": str(tmp_path / "台账.gpkg")})
    gc.collect()
    assert run.running, run.reason
    assert not gone
    busy.set()
    qtbot.waitUntil(lambda: bool(ended), timeout=A_MINUTE)
    assert ended[0][0], run.reason
    assert (tmp_path / "台账.gpkg").exists()
    algorithm = None

    def is_let_go():
        gc.collect()
        return bool(gone)

    qtbot.waitUntil(is_let_go, timeout=A_MINUTE)
