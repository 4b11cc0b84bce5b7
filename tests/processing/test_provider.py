"""The provider as QGIS sees it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]


def test_provider_is_registered(provider):
    from qgis.core import QgsApplication

    assert QgsApplication.processingRegistry().providerById("landledger") is provider
    assert not provider.icon().isNull()


def test_every_algorithm_file_is_in_the_toolbox_and_whole(provider):
    from qgis.core import QgsProcessingModelAlgorithm

    from ...processing.algorithms import algorithms_of, module_names

    classes = {cls.__name__ for module in module_names() for cls in algorithms_of(module)}
    ours = [algorithm for algorithm in provider.algorithms() if not isinstance(algorithm, QgsProcessingModelAlgorithm)]
    assert {type(algorithm).__name__ for algorithm in ours} == classes
    for algorithm in ours:
        assert algorithm.name().isalnum() and algorithm.name().islower()
        assert algorithm.displayName()
        assert len(algorithm.shortHelpString()) > 100, algorithm.name()
        assert algorithm.group()
        assert not algorithm.icon().isNull()
        assert algorithm.parameterDefinitions()
        assert algorithm.canExecute() == (True, "")
        for parameter in algorithm.parameterDefinitions():
            assert parameter.name().isupper(), parameter.name()
            assert parameter.description(), parameter.name()


def test_modules_are_sorted_and_none_looks_like_a_test():
    from ...processing.algorithms import module_names

    names = list(module_names())
    assert names == sorted(names)
    assert not [name for name in names if name.split(".")[-1].startswith("test_") or name.endswith("_test")]


def test_a_module_that_fails_is_logged_and_the_others_stay(provider, monkeypatch):
    from qgis.core import QgsApplication

    from ...processing import provider as room

    logged = []
    QgsApplication.messageLog().messageReceived.connect(lambda *said: logged.append(said[0]))
    names = list(room.module_names())
    monkeypatch.setattr(room, "module_names", lambda: ["landledger_absent", *names])
    before = {algorithm.id() for algorithm in provider.algorithms()}
    provider.refreshAlgorithms()
    assert {algorithm.id() for algorithm in provider.algorithms()} == before
    assert any("landledger_absent can't be loaded" in str(text) for text in logged)


def test_heavy_packages_wait_until_an_algorithm_runs():
    """The toolbox is filled without shapely and openpyxl: they may be missing."""
    import subprocess

    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import importlib\n"
        "algorithms = importlib.import_module(sys.argv[2] + '.processing.algorithms')\n"
        "for name in algorithms.module_names(): algorithms.algorithms_of(name)\n"
        "print([name for name in ('shapely', 'openpyxl', 'scipy', 'osgeo') if name in sys.modules])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(ROOT.parent), ROOT.name], check=True, capture_output=True, text=True
    ).stdout
    assert said.strip() == "[]"


def test_the_readme_lists_every_algorithm(provider):
    """Ids in the table of README.md are those of the toolbox; models are told below it."""
    import re

    from qgis.core import QgsProcessingModelAlgorithm

    text = (Path(__file__).absolute().parents[2] / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `landledger:(\w+)`", text, re.MULTILINE)
    ours = [each.name() for each in provider.algorithms() if not isinstance(each, QgsProcessingModelAlgorithm)]
    assert sorted(listed) == sorted(ours)
