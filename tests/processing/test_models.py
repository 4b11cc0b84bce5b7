"""The models that the provider offers."""

from __future__ import annotations

import sqlite3

import pytest

from .occupation_runs import ROOT, SAMPLE, copy_of, qgis_process, results_of, rows_of

BATCH = ROOT / "resources" / "sample" / "coordinates" / "batch_one_madeup.txt"
LATER = ROOT / "resources" / "sample" / "farmland" / "farmland_madeup.gpkg"
IDS = {"coordinatestooccupation", "surveyareadifferences", "changepackagetoinout"}


@pytest.fixture
def models(provider):
    """The models of the provider by name."""
    from qgis.core import QgsProcessingModelAlgorithm

    return {found.name(): found for found in provider.algorithms() if isinstance(found, QgsProcessingModelAlgorithm)}


def test_every_file_is_offered_and_whole(models):
    from ...processing.models import model_files

    assert set(models) == {path.stem for path in model_files()} == IDS
    for model in models.values():
        assert model.id() == f"landledger:{model.name()}" and model.displayName() != model.name()
        assert not model.icon().isNull() and model.group() and len(model.shortDescription()) > 50
        assert model.canExecute() == (True, ""), model.name()
        for child in model.childAlgorithms().values():
            known = {definition.name() for definition in child.algorithm().parameterDefinitions()}
            assert set(child.parameterSources()) <= known, child.childId()
    assert {name.name() for name in models["coordinatestooccupation"].destinationParameterDefinitions()} == {
        "plots:PLOTS", "occupation:PIECES", "occupation:WORKBOOK",
    }
    assert {name.name() for name in models["surveyareadifferences"].destinationParameterDefinitions()} == {
        "different:DIFFERENT"
    }
    assert {name.name() for name in models["changepackagetoinout"].destinationParameterDefinitions()} == {
        "changes:CHANGES", "changes:WORKBOOK", "balance:PATCHES", "balance:WORKBOOK",
    }


def test_every_text_is_listed_for_translation_and_none_in_vain():
    from qgis.core import QgsXmlUtils
    from qgis.PyQt.QtXml import QDomDocument

    from ...processing.models import _TITLES, TEXTS, model_files, texts_of

    shown = {title for *_, title in _TITLES.values()}
    for path in model_files():
        document = QDomDocument()
        document.setContent(path.read_text(encoding="utf-8"))
        shown |= {text for text in texts_of(QgsXmlUtils.readVariant(document.firstChildElement())) if text}
    assert shown == set(TEXTS)


def test_the_files_are_what_the_script_makes(tmp_path):
    import subprocess
    import sys

    program = (
        "import runpy, sys, pathlib; sys.argv = ['make_models'];"
        f"made = runpy.run_path({str(ROOT / 'scripts' / 'make_models.py')!r});"
        f"made['main'].__globals__['MODELS'] = pathlib.Path({str(tmp_path)!r});"
        f"made['main'].__globals__['ROOT'] = pathlib.Path({str(tmp_path)!r});"
        "made['main']()"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**__import__("os").environ, "QT_QPA_PLATFORM": "offscreen"})
    for name in IDS:
        assert (tmp_path / f"{name}.model3").read_text() == (ROOT / "resources" / "models" / f"{name}.model3").read_text()


def test_a_file_that_is_no_model_is_named(tmp_path):
    from ...core.errors import InputError
    from ...processing.models import load_model

    (tmp_path / "broken.model3").write_text("<Option", encoding="utf-8")
    for path in (tmp_path / "broken.model3", tmp_path / "absent.model3"):
        with pytest.raises(InputError) as raised:
            load_model(path)
        assert path.name in str(raised.value)


def test_a_broken_model_leaves_the_others(provider, monkeypatch, tmp_path):
    from ...processing import provider as room

    (tmp_path / "broken.model3").write_text("<Option", encoding="utf-8")
    files = room.model_files()
    monkeypatch.setattr(room, "model_files", lambda: [tmp_path / "broken.model3", *files])
    before = {algorithm.id() for algorithm in provider.algorithms()}
    provider.refreshAlgorithms()
    assert {algorithm.id() for algorithm in provider.algorithms()} == before


def test_from_coordinates_to_tables(provider, township, out):
    import processing

    results = processing.run(
        "landledger:coordinatestooccupation",
        {
            "FILE": str(BATCH), "SURVEY": f"{township}|layername=DLTB", "plots:PLOTS": str(out / "plots.gpkg"),
            "occupation:PIECES": str(out / "pieces.gpkg"), "occupation:WORKBOOK": str(out / "book.xlsx"),
        },
    )
    plots, pieces = rows_of(results["plots:PLOTS"]), rows_of(results["occupation:PIECES"])
    assert len(plots) == 3 and {row["FP_ID"] for row in pieces} == {row["DKBH"] for row in plots}
    assert (out / "book.xlsx").stat().st_size > 10_000


def test_differences_of_areas_in_the_real_executable_in_chinese(tmp_path):
    town = copy_of(SAMPLE, tmp_path)
    with sqlite3.connect(town) as database:
        for name in [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='trigger'")]:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE DLTB SET TBMJ = TBMJ + 0.02 WHERE fid <= 7")
        database.execute("UPDATE DLTB SET TBMJ = TBMJ - 0.01 WHERE fid > 7 AND fid < 20")
    done = qgis_process(
        "landledger:surveyareadifferences", {"LANDLEDGER_LOCALE": "zh_CN"}, SURVEY=f"{town}|layername=DLTB",
        **{"different:DIFFERENT": str(tmp_path / "d.gpkg")},
    )
    rows = rows_of(results_of(done)["different:DIFFERENT"])
    assert len(rows) == 7 and {row["ELL_DIFF"] for row in rows} == {-0.02}


def test_from_the_change_package_to_the_in_out_balance(provider, out):
    """What the model writes is what the change package says, summed by SQL: cultivated land that came and went, not built on."""
    import processing

    results = processing.run(
        "landledger:changepackagetoinout",
        {
            "SURVEY_BEFORE": f"{SAMPLE}|layername=DLTB", "UPDATE_PROCESS": f"{LATER}|layername=DLTBGXGC",
            "SURVEY_AFTER": f"{LATER}|layername=DLTB_2026", "QUALITY": f"{SAMPLE}|layername=GDZLDB",
            "changes:CHANGES": str(out / "changes.gpkg"), "balance:PATCHES": str(out / "patches.gpkg"),
            "balance:WORKBOOK": str(out / "balance.xlsx"),
        },
    )
    changes, patches = rows_of(results["changes:CHANGES"]), rows_of(results["balance:PATCHES"])
    with sqlite3.connect(f"file:{LATER}?mode=ro", uri=True) as database:
        delivered = database.execute("SELECT sum(TBBGMJ) FROM DLTBGXGC WHERE BGQDLBM <> BGHDLBM").fetchone()[0]
        built_on = database.execute(
            "SELECT sum(TBBGMJ - BGQKCMJ) FROM DLTBGXGC WHERE BGQDLBM LIKE '01%' AND (BGHDLBM LIKE '05%' OR BGHDLBM LIKE '06%' "
            "OR BGHDLBM LIKE '07%' OR BGHDLBM LIKE '08%' OR BGHDLBM LIKE '09%' OR BGHDLBM IN ('1001', '1003', '1004', '1005'))"
        ).fetchone()[0]
    assert round(sum(row["AREA_M2"] for row in changes), 2) == round(delivered, 2)
    assert {row["NF"] for row in patches} == {2026} and {row["DIRECTION"] for row in patches} == {"in", "out"}
    apart = sum(row["NET_GD"] for row in patches if row["DIRECTION"] == "out" and row["STATE"] == "construction")
    assert round(apart, 2) == round(built_on, 2)
    assert (out / "balance.xlsx").stat().st_size > 10_000
