"""The zip for plugins.qgis.org: built for real, looked into, scanned as the site scans it, and loaded by QGIS."""

from __future__ import annotations

import configparser
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).absolute().parents[2]
FOLDER = "land_ledger"
MEGABYTE = 1_000_000
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
LEFT_OUT = ("tests", "scripts", "docs", "benchmarks", ".ci", "Makefile", "pyproject.toml", "conftest.py", ".gitignore")


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("dist") / "land_ledger.zip"
    subprocess.run([str(ROOT / "scripts" / "package"), str(target)], check=True)
    return target


@pytest.fixture(scope="module")
def unpacked(archive) -> Path:
    """The folder that holds `land_ledger`."""
    folder = archive.parent / "plugins"
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(folder)
    return folder


def test_one_top_folder_and_a_size_the_site_takes(archive):
    with zipfile.ZipFile(archive) as zipped:
        assert zipped.testzip() is None
        assert {name.split("/")[0] for name in zipped.namelist()} == {FOLDER}
    assert archive.stat().st_size < 25 * MEGABYTE


def test_what_is_in_it_and_what_is_not(unpacked):
    plugin = unpacked / FOLDER
    for name in ("LICENSE", "metadata.txt", "__init__.py", "plugin.py", "i18n/land_ledger_zh_CN.qm"):
        assert (plugin / name).stat().st_size > 0, name
    for name in ("farmland_madeup.gpkg", "reserve_lots_madeup.xlsx", "outflow_spots_madeup_2023.csv"):
        assert (plugin / "resources" / "sample" / "farmland" / name).stat().st_size > 0, name
    for name in ("resources/icons/land_ledger.svg", "vendor/openpyxl/__init__.py", "vendor/et_xmlfile/__init__.py"):
        assert (plugin / name).exists(), name
    assert not [name for name in LEFT_OUT if (plugin / name).exists()]
    compiled = [path for path in plugin.rglob("*") if path.suffix in (".pyc", ".so", ".pyd", ".dll")]
    assert not compiled
    assert "GNU GENERAL PUBLIC LICENSE" in (plugin / "LICENSE").read_text()


def test_metadata(unpacked):
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(unpacked / FOLDER / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    assert not [key for key in REQUIRED if not general.get(key)]
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in general
    assert (unpacked / FOLDER / general["icon"]).exists()


def test_the_version_is_the_newest_of_the_change_log():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    version = metadata["general"]["version"]
    log = [line[3:].strip() for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert log[0] == version
    assert metadata["general"]["changelog"].split()[0] == version


def test_bandit_finds_nothing_in_ours_and_in_the_vendored(unpacked):
    run = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", FOLDER, "-f", "json"], cwd=unpacked, capture_output=True, text=True
    )
    report = json.loads(run.stdout)
    assert report["metrics"]["_totals"]["loc"] > 1000
    assert [(found["filename"], found["line_number"], found["test_id"]) for found in report["results"]] == []


def test_detect_secrets_finds_nothing(unpacked):
    run = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan", "--all-files", FOLDER],
        cwd=unpacked,
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(run.stdout)["results"] == {}


def test_openpyxl_comes_from_the_package_where_there_is_none(unpacked, tmp_path):
    """-I -S: a Python without any site-packages."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from land_ledger.core.vendor import use_vendored; use_vendored()\n"
        "import openpyxl; book = openpyxl.Workbook(); book.active['A1'] = 1; book.save(sys.argv[2])\n"
        "print(openpyxl.__file__)\n"
    )
    book = tmp_path / "book.xlsx"
    command = [sys.executable, "-I", "-S", "-B", "-c", program, str(unpacked), str(book)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert Path(said.strip()).is_relative_to(unpacked)
    assert zipfile.is_zipfile(book)


@pytest.mark.real_qgis
@pytest.mark.parametrize(("locale", "name"), [("zh_CN", "土地台账"), ("zh-Hans", "土地台账"), ("en", "Land Ledger")])
def test_the_real_qgis_process_lists_the_packed_plugin(unpacked, tmp_path, locale, name):
    program = next((path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(path)), "")
    if not program:
        pytest.skip("no qgis_process here")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = dict(
        os.environ,
        LANDLEDGER_LOCALE=locale,
        QGIS_CUSTOM_CONFIG_PATH=str(tmp_path / "profile"),
        QGIS_PLUGINPATH=str(unpacked),
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=str(runtime),
        PYTHONDONTWRITEBYTECODE="1",
    )
    subprocess.run([sys.executable, str(ROOT / "scripts" / "write_profile.py")], check=True, env=environment)
    run = subprocess.run([program, "list"], env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert name in run.stdout.splitlines()
    assert "landledger:" in run.stdout or not list((unpacked / FOLDER / "processing" / "algorithms").glob("*/[a-z]*.py"))
    assert "Traceback" not in run.stderr
