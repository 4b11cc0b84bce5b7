"""Fixtures of the tests of landledger:occupation: small real files and runs of the real algorithm."""

from __future__ import annotations

import gc

import pytest

from .occupation_runs import ALGORITHM, SAMPLE, TRAPS, Run, copy_of, files_in, is_one_sentence


@pytest.fixture(scope="session")
def traps(tmp_path_factory):
    """A copy of the package of bad layers."""
    return copy_of(TRAPS, tmp_path_factory.mktemp("traps"))


@pytest.fixture(scope="session")
def township(tmp_path_factory):
    """A copy of the sample township."""
    return copy_of(SAMPLE, tmp_path_factory.mktemp("township"))


@pytest.fixture
def said_feedback(qgis_app):
    """The class of a feedback that keeps what a run said; `on_progress` is called with each percent."""
    from qgis.core import QgsProcessingFeedback

    class Said(QgsProcessingFeedback):
        def __init__(self, on_progress=None):
            super().__init__(False)
            self.warnings, self.errors, self.debug = [], [], []
            if on_progress is not None:
                self.progressChanged.connect(lambda percent: on_progress(self, percent))

        def pushWarning(self, warning):
            self.warnings.append(warning)

        def reportError(self, error, fatalError=False):
            self.errors.append(error)

        def pushDebugInfo(self, info):
            self.debug.append(info)

    return Said


@pytest.fixture
def out(tmp_path):
    """The folder of the results."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def run(provider, traps, out, said_feedback):
    """run(NAME=value …) -> Run: the algorithm on the good layers of the traps, unless said otherwise."""

    def run_algorithm(feedback=None, context=None, **values):
        import processing

        feedback = feedback or said_feedback()
        parameters = {
            "FOOTPRINTS": f"{traps}|layername=footprints",
            "FOOTPRINT_ID": "DKBH",
            "SURVEY": f"{traps}|layername=parcels",
            "PRESET": "approval",
            "PIECES": str(out / "pieces.gpkg"),
            "WORKBOOK": str(out / "book.xlsx"),
            **values,
        }
        results = processing.run(ALGORITHM, parameters, feedback=feedback, context=context)
        assert not feedback.debug and not feedback.errors
        return Run(results, feedback.warnings, feedback.errors)

    yield run_algorithm
    # An expected error keeps its frames, and with them QGIS objects that must not outlive QGIS.
    gc.collect()


@pytest.fixture
def refused(run, out, said_feedback):
    """refused(NAME=value …) -> the one sentence said; older results stay, nothing new is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        feedback = said_feedback()
        with pytest.raises(QgsProcessingException) as raised:
            run(feedback=feedback, **values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert not feedback.debug
        assert files_in(out) == before
        return message

    return refuse
