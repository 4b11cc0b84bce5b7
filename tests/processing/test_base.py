"""The base of all algorithms: progress, language, and what becomes of every kind of error, in real runs."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from ...core.errors import Cancelled, InputError
from ...core.sentence import sentence

ROOT = Path(__file__).absolute().parents[2]


@pytest.fixture
def run(qgis_app, qgis_processing):
    """Runs `compute` as an algorithm the way QGIS does; gives (ok, outputs, what the user was told, debug lines)."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...processing.base import Group, LedgerAlgorithm

    class Told(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.errors, self.debug = [], []

        def reportError(self, error, fatalError=False):
            self.errors.append(error)

        def pushDebugInfo(self, info):
            self.debug.append(info)

    class OnTrial(LedgerAlgorithm):
        GROUP = Group.OCCUPATION

        def name(self):
            return "ontrial"

        def displayName(self):
            return self.tr("On trial")

        def initAlgorithm(self, configuration=None):
            pass

    def run_compute(compute, feedback=None):
        feedback = feedback or Told()
        algorithm = type("OnTrial", (OnTrial,), {"compute": compute, "createInstance": lambda self: algorithm})()
        outputs, ok = algorithm.run({}, QgsProcessingContext(), feedback)
        return ok, outputs, " ".join(feedback.errors), "\n".join(feedback.debug)

    run_compute.feedback = Told
    run_compute.algorithm = OnTrial
    return run_compute


@pytest.fixture
def chinese(qgis_app):
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    translator = QTranslator()
    assert translator.load(str(ROOT / "i18n" / "land_ledger_zh_CN.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def raises(error):
    def compute(self, parameters, context, feedback):
        raise error

    return compute


def test_a_good_run_gives_its_outputs(run):
    ok, outputs, errors, debug = run(lambda self, parameters, context, feedback: {"PIECE_COUNT": 3})
    assert (ok, outputs, errors, debug) == (True, {"PIECE_COUNT": 3}, "", "")


def test_an_error_of_core_is_its_sentence(run):
    ok, _, errors, debug = run(raises(InputError("Layer {layer} has no field {field}.", layer="DLTB", field="DLBM")))
    assert not ok
    assert errors == "Layer DLTB has no field DLBM."
    assert debug == ""


@pytest.mark.parametrize("at", ["compute", "finish", "prepare"])
def test_what_a_refused_or_cancelled_run_has_read_is_freed(run, at):
    import gc
    import weakref

    import numpy as np

    class Heavy(np.ndarray):
        pass

    kept = []

    def read(*arguments):
        heavy = np.zeros(1_000_000).view(Heavy)
        kept.append(weakref.ref(heavy))
        raise Cancelled()

    methods = {"compute": lambda self, parameters, context, feedback: {}, "createInstance": lambda self: self, at: read}
    algorithm = type("OnTrial", (run.algorithm,), methods)()
    from qgis.core import QgsProcessingContext

    algorithm.run({}, QgsProcessingContext(), run.feedback())
    gc.collect()
    assert len(kept) == 1
    assert kept[0]() is None


def test_a_full_disk_is_told(run):
    def compute(self, parameters, context, feedback):
        with open("/dev/full", "w") as file:
            file.write("x" * 100_000)
        return {}

    ok, _, errors, _ = run(compute)
    assert not ok
    assert errors.startswith("The disk is full")


def test_a_missing_folder_is_named(run, tmp_path):
    def compute(self, parameters, context, feedback):
        with open(tmp_path / "absent" / "book.xlsx", "w") as file:
            file.write("")
        return {}

    ok, _, errors, _ = run(compute)
    assert not ok
    assert errors == f"File or folder {tmp_path}/absent/book.xlsx does not exist."


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_file_in_use_or_read_only_is_named(run, number):
    ok, _, errors, _ = run(raises(OSError(number, "said by the system", "D:/book.xlsx")))
    assert not ok
    assert errors.startswith("No permission for D:/book.xlsx.")


def test_too_little_memory_is_told(run):
    ok, _, errors, debug = run(raises(MemoryError()))
    assert not ok
    assert errors.startswith("Not enough memory.")
    assert debug == ""


def test_a_package_that_fails_to_load_is_told(run):
    ok, _, errors, _ = run(raises(ImportError("libgeos_c.so.1")))
    assert not ok
    assert "libgeos_c.so.1" in errors


def test_a_fault_of_ours_shows_no_traceback_but_logs_it(run):
    ok, _, errors, debug = run(lambda self, parameters, context, feedback: {}["absent"])
    assert not ok
    assert errors.startswith("Internal error (KeyError: 'absent')")
    assert "Traceback" not in errors
    assert "Traceback" in debug
    assert "test_base.py" in debug


def test_the_search_for_cycles_rests_during_a_run_and_goes_on_after_it(run):
    import gc

    from ...core.interpreter import INTERPRETER

    assert gc.isenabled()
    ok, outputs, _, _ = run(lambda self, parameters, context, feedback: {"RESTING": not gc.isenabled()})
    assert ok and outputs["RESTING"] and gc.isenabled()
    ok, *_ = run(lambda self, parameters, context, feedback: {}["absent"])
    assert not ok and gc.isenabled()
    with INTERPRETER.computing():
        with INTERPRETER.computing():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_threads_take_short_turns_during_a_run_and_the_usual_ones_after_it(run):
    from ...core.interpreter import INTERPRETER

    usual = sys.getswitchinterval()
    ok, outputs, _, _ = run(lambda self, parameters, context, feedback: {"TURN": sys.getswitchinterval()})
    assert ok and outputs["TURN"] < usual and sys.getswitchinterval() == usual
    ok, *_ = run(lambda self, parameters, context, feedback: {}["absent"])
    assert not ok and sys.getswitchinterval() == usual
    with INTERPRETER.computing():
        with INTERPRETER.computing():
            pass
        assert sys.getswitchinterval() < usual
    assert sys.getswitchinterval() == usual


def test_cancel_ends_the_run_without_ok(run):
    from ...processing.base import Steps

    feedback = run.feedback()

    def compute(self, parameters, context, told):
        cut = Steps(told, cut=1).cut
        for row in range(10):
            cut(row / 10)
            feedback.cancel()
        return {}

    ok, _, errors, _ = run(compute, feedback)
    assert not ok
    assert errors == "Cancelled. Nothing was written."


def test_steps_share_the_bar_by_weight(qgis_app):
    from qgis.core import QgsProcessingFeedback

    from ...processing.base import Steps

    feedback = QgsProcessingFeedback(False)
    shown = []
    feedback.progressChanged.connect(shown.append)
    steps = Steps(feedback, read=20, cut=60, write=120)
    steps.read(1.0)
    assert shown[-1] == 10
    steps.cut(0.5)
    assert shown[-1] == 25
    for row in range(10_000):
        steps.write(row / 10_000)
    steps.write(1.0)
    assert shown[-1] == 100
    assert shown == sorted(shown)
    assert len(shown) < 250
    with pytest.raises(AttributeError):
        steps.paint  # noqa: B018
    feedback.cancel()
    with pytest.raises(Cancelled):
        steps.read(0.0)


def test_texts_of_the_base_are_chinese_in_a_subclass(run, chinese):
    ok, _, errors, _ = run(raises(MemoryError()))
    assert not ok
    assert errors.startswith("内存不足")
    algorithm = run.algorithm()
    assert algorithm.group() == "03 红线套合"
    assert algorithm.groupId() == "occupation"


def test_sentences_of_core_are_chinese(chinese):
    from ...processing.base import said
    from ...processing.requirements import missing

    lacking = missing(("landledger_absent",))
    assert lacking is not None
    assert said(lacking).startswith("缺少 Python 组件 landledger_absent。")
    assert said(sentence("{inner}!", inner=lacking)).endswith("然后重启 QGIS。!")


def test_all_groups_have_names_and_their_own_ids(qgis_app, chinese):
    from qgis.PyQt.QtCore import QCoreApplication

    from ...processing.base import GROUP_NAMES, Group

    assert set(GROUP_NAMES) == set(Group)
    numbers = [QCoreApplication.translate("Group", GROUP_NAMES[group])[:2] for group in Group]
    assert numbers == [f"{number:02}" for number in range(1, 11)]


def test_a_missing_package_is_said_by_can_execute(run):
    algorithm = run.algorithm()
    assert algorithm.canExecute() == (True, "")
    algorithm.NEEDS = ("numpy", "landledger_absent")
    able, reason = algorithm.canExecute()
    assert not able
    assert "landledger_absent is missing" in reason


def test_a_missing_package_stops_a_run_that_did_not_ask(run, monkeypatch):
    monkeypatch.setattr(run.algorithm, "NEEDS", ("landledger_absent",))
    ok, _, errors, _ = run(lambda self, parameters, context, feedback: {})
    assert not ok
    assert errors.startswith("The Python package landledger_absent is missing.")


@pytest.mark.parametrize("loaded", [False, True])
def test_an_old_shapely_is_said(qgis_app, monkeypatch, loaded):
    import importlib.metadata

    import shapely

    from ...processing import requirements

    requirements.missing.cache_clear()
    if loaded:
        monkeypatch.setattr(shapely, "__version__", "1.8.5")
    else:
        monkeypatch.delitem(sys.modules, "shapely")
        monkeypatch.setattr(importlib.metadata, "version", lambda package: "1.8.5")
    lacking = requirements.missing(("shapely",))
    requirements.missing.cache_clear()
    assert "shapely 1.8.5 is too old" in str(lacking)


@pytest.mark.parametrize(
    ("kind", "name"), [("text", "String"), ("integer", "Integer64"), ("number", "Real"), ("date", "Date")]
)
def test_fields_reach_a_geopackage_with_their_type(qgis_app, tmp_path, kind, name):
    from osgeo import ogr
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransformContext,
        QgsFields,
        QgsVectorFileWriter,
        QgsWkbTypes,
    )

    from ...processing.compat import field

    fields = QgsFields()
    fields.append(field("column", kind, comment="why"))
    assert fields.at(0).comment() == "why"
    options = QgsVectorFileWriter.SaveVectorOptions()
    path = str(tmp_path / "fields.gpkg")
    crs = QgsCoordinateReferenceSystem("EPSG:4527")
    writer = QgsVectorFileWriter.create(
        path, fields, QgsWkbTypes.Type.Polygon, crs, QgsCoordinateTransformContext(), options
    )
    del writer
    dataset = ogr.Open(path)
    assert dataset.GetLayer(0).GetLayerDefn().GetFieldDefn(0).GetTypeName() == name
