"""landledger:occupation on the sample township as QGIS runs it: presets, sources, sinks, batch, model, threads, cancel."""

from __future__ import annotations

import os
import random
import shutil
from decimal import Decimal

import pytest
import shapely
from osgeo import gdal, ogr

from .occupation_runs import ALGORITHM, Run, counted_sum, exact, files_in, qgis_process, results_of, rows_of

NUMBERS = (
    "FOOTPRINT_COUNT",
    "PIECE_COUNT",
    "TOTAL_AREA_M2",
    "SUM_OF_FOOTPRINTS_M2",
    "CULTIVATED_AREA_M2",
    "PRIME_FARMLAND_AREA_M2",
    "UNCOVERED_AREA_M2",
    "METHOD_RESIDUE_M2",
    "FINDING_COUNT",
    "UNBALANCED_COUNT",
)
LAYERS = {
    "FOOTPRINTS": "XMHX",
    "SURVEY": "DLTB",
    "PRIME_FARMLAND": "YJJBNTBHTB",
    "ECO_REDLINE": "STBHHX",
    "URBAN_BOUNDARY": "CZKFBJ",
    "PLAN": "GHDLTB",
    "OWNERSHIP": "JTTDSYQ",
    "QUALITY": "GDZLDB",
    "APPROVED": "YPJSYD",
    "FORMER_SURVEY": "DLTB_2019",
}
# Preset → area method, what areas are adjusted to, smallest unit: the words of the sheet 输入与口径.
PRESETS = {
    "approval": ("plane of projection", "surveyed area of the footprint", "1 m²"),
    "survey_change": ("ellipsoidal area by the procedure", "registered area of the parcel", "0.01 m²"),
}


@pytest.fixture
def sample(run, township):
    """sample(NAME=value …) -> Run on all layers of the sample."""
    uris = {name: f"{township}|layername={layer}" for name, layer in LAYERS.items()}
    return lambda **values: run(**{**uris, **values})


def plots_of(pieces) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for row in pieces:
        found[row["FP_ID"]] = found.get(row["FP_ID"], Decimal(0)) + exact(row["AREA_ADJ"])
    return found


def drawn_areas(township) -> dict[str, float]:
    data = ogr.Open(str(township))
    shapes = {row["DKBH"]: shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb())) for row in data.GetLayerByName("XMHX")}
    return {name: shape.area for name, shape in shapes.items()}


@pytest.mark.parametrize("preset", ["custom", "approval", "survey_change", "enforcement", "planning_statistics"])
def test_presets(sample, township, preset):
    done = sample(PRESET=preset)
    results = done.results
    for name in NUMBERS:
        assert isinstance(results[name], (int, float)), name
    assert results["FOOTPRINT_COUNT"] == 12 and results["UNBALANCED_COUNT"] == 0
    pieces = done.pieces
    assert len(pieces) == results["PIECE_COUNT"]
    assert counted_sum(pieces) == exact(results["TOTAL_AREA_M2"])
    plots = plots_of(pieces)
    assert sum(plots.values()) == exact(results["SUM_OF_FOOTPRINTS_M2"])
    assert counted_sum(pieces, "NET_GD") == exact(results["CULTIVATED_AREA_M2"])
    assert counted_sum(pieces, IN_YN=1) == exact(results["PRIME_FARMLAND_AREA_M2"])
    for name, area in drawn_areas(township).items():
        assert float(plots[name]) == pytest.approx(area, rel=3e-4, abs=2)
    if preset in PRESETS:
        inputs = done.text("输入与口径")
        for words in PRESETS[preset]:
            assert words in inputs
    if preset == "approval":
        assert all(area == area.to_integral() for area in plots.values())
        assert plots == {name: Decimal(str(area)).quantize(Decimal(1), "ROUND_HALF_UP") for name, area in drawn_areas(township).items()}
    assert "草稿" not in done.text("输入与口径")


def test_choices_by_index_and_by_name(run):
    by_name = run(PRESET="custom", AREA_METHOD="plane", MASTER="footprint", UNIT="1 ")
    by_index = run(PRESET=0, AREA_METHOD=1, MASTER=1, UNIT=1)
    preset = run(PRESET="Approval")
    assert by_name.pieces == by_index.pieces == preset.pieces
    assert run(PRESET="survey change").pieces == run(PRESET=2).pieces != preset.pieces


def test_what_is_chosen_wins_over_the_preset(run):
    plain = run(PRESET="approval").results
    finer = run(PRESET="approval", UNIT="0.01")
    text = finer.text("输入与口径")
    assert "0.01 m²" in text and "plane of projection" in text and "surveyed area of the footprint" in text
    ellipsoid = run(PRESET="approval", AREA_METHOD="ellipsoid")
    assert ellipsoid.results["TOTAL_AREA_M2"] < plain["TOTAL_AREA_M2"]
    assert "ellipsoidal area by the procedure" in ellipsoid.text("输入与口径")
    parcel = run(PRESET="approval", MASTER="parcel")
    assert "registered area of the parcel" in parcel.text("输入与口径")
    # 0 is a choice, not an empty value.
    assert run(PRESET="approval", MASTER=0).pieces == parcel.pieces


def test_unknown_choices_are_refused(refused):
    for name, value in (("PRESET", "nosuch"), ("MASTER", "9"), ("UNIT", "0.1"), ("AREA_METHOD", 7)):
        assert name in refused(**{name: value})


def test_only_the_tables_asked_for_and_all_is_checked_all_the_same(run, refused):
    from openpyxl import load_workbook

    whole, some = run(), run(TABLES="t29，T07")
    sheets = load_workbook(some.results["WORKBOOK"]).sheetnames
    assert sheets[1:3] == ["占用土地分类面积表", "红线压盖分析表"] and len(sheets) == 5
    numbers = {key: value for key, value in whole.results.items() if key not in ("PIECES", "WORKBOOK")}
    assert numbers == {key: some.results[key] for key in numbers}
    assert "T99" in refused(TABLES="T07, T99")


def test_memory_layer_and_no_workbook(run):
    done = run(PIECES="memory:", WORKBOOK=None)
    layer = done.results["PIECES"]
    assert layer.featureCount() == done.results["PIECE_COUNT"] and layer.crs().authid() == "EPSG:4527"
    assert sum(feature["AREA_ADJ"] for feature in layer.getFeatures()) == 63600
    assert not done.results["WORKBOOK"]


def test_without_the_layer_nothing_else_changes(run, out):
    whole = run()
    sheets = {title: whole.sheet(title) for title in sheets_of(whole)}
    (out / "pieces.gpkg").unlink()
    for nothing in (None, ""):
        tables = run(PIECES=nothing)
        assert "PIECES" not in tables.results and not list(out.glob("pieces*"))
        assert tables.results == {name: value for name, value in whole.results.items() if name != "PIECES"}
        assert {title: tables.sheet(title) for title in sheets_of(tables)} == sheets


def test_tables_without_the_layer_in_the_real_executable(traps, out):
    given = {"FOOTPRINTS": f"{traps}|layername=footprints_outside", "FOOTPRINT_ID": "DKBH", "SURVEY": f"{traps}|layername=parcels"}
    done = results_of(qgis_process(ALGORITHM, PRESET="approval", WORKBOOK=str(out / "book.xlsx"), **given))
    assert done["PIECE_COUNT"] > 0 and [path.name for path in out.iterdir()] == ["book.xlsx"]


def sheets_of(done) -> list[str]:
    from openpyxl import load_workbook

    return load_workbook(done.results["WORKBOOK"]).sheetnames


def test_the_toolbox_makes_the_layer_unless_told_otherwise(provider):
    pieces = provider.algorithm("occupation").parameterDefinition("PIECES")
    assert pieces.flags() & pieces.Flag.FlagOptional and pieces.createByDefault()


@pytest.mark.parametrize("name", ["pieces.shp", "pieces.geojson"])
def test_other_formats(run, out, name):
    done = run(PIECES=str(out / name))
    data = ogr.Open(str(out / name))
    assert data.GetLayer(0).GetFeatureCount() == done.results["PIECE_COUNT"]
    assert not [file for file in os.listdir(out) if "part" in file]


def test_shapefiles_with_chinese_names_and_spaces(run, traps, tmp_path):
    folder = tmp_path / "勘测 定界（一）"
    folder.mkdir()
    for name in ("footprints", "parcels"):
        gdal.VectorTranslate(
            str(folder / f"图层 {name}.shp"), str(traps), layers=[name], layerCreationOptions=["ENCODING=UTF-8"]
        )
    done = run(
        FOOTPRINTS=str(folder / "图层 footprints.shp"),
        SURVEY=str(folder / "图层 parcels.shp"),
        PIECES=str(folder / "占用 图斑.gpkg"),
        WORKBOOK=str(folder / "套 表.xlsx"),
    )
    assert done.results["TOTAL_AREA_M2"] == 63600 and done.results["UNBALANCED_COUNT"] == 0
    names = {row["OWNER"] for row in rows_of(folder / "占用 图斑.gpkg")}
    assert "甲庄村" in names
    assert "图层 parcels" in done.text("输入与口径")


def test_selected_features_only(run, refused, traps):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{traps}|layername=footprints", "红线", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        assert "红线" in refused(FOOTPRINTS=chosen)
        layer.selectByExpression("DKBH = 'DK002'")
        done = run(FOOTPRINTS=chosen)
        assert {row["FP_ID"] for row in done.pieces} == {"DK002"} and done.results["TOTAL_AREA_M2"] == 13600
        assert "红线" in done.text("输入与口径")
    finally:
        QgsProject.instance().clear()


def test_into_a_geopackage_with_other_layers(run, refused, traps, out):
    work = out / "工作.gpkg"
    shutil.copy(traps, work)
    done = run(PIECES=f"ogr:dbname='{work}' table=\"zhanyong\" (geom)")
    assert done.results["PIECES"] == f"{work}|layername=zhanyong"
    assert counted_sum(done.pieces) == 63600
    again = run(PIECES=f"ogr:dbname='{work}' table=\"zhanyong\" (geom)", PRESET="survey_change")
    assert counted_sum(again.pieces) == exact(again.results["TOTAL_AREA_M2"])
    assert len(rows_of(f"{work}|layername=parcels")) == 36
    assert "工作.gpkg" in refused(PIECES=str(work))


def test_a_batch_of_two(run, out, traps):
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    totals = []
    for number, plots in enumerate(("footprints", "footprints_multi")):
        values = {
            "FOOTPRINTS": f"{traps}|layername={plots}",
            "FOOTPRINT_ID": "DKBH",
            "SURVEY": f"{traps}|layername=parcels",
            "PRESET": 1,
            "PIECES": str(out / f"{number}.gpkg"),
            "WORKBOOK": str(out / f"{number}.xlsx"),
        }
        results, ok = algorithm.run(values, context, QgsProcessingFeedback())
        assert ok
        totals.append(results["TOTAL_AREA_M2"])
    assert totals == [63600, 20000]
    assert sorted(os.listdir(out)) == ["0.gpkg", "0.xlsx", "1.gpkg", "1.xlsx"]


def test_in_a_model(provider, said_feedback, traps, out):
    from qgis.core import (
        QgsProcessing,
        QgsProcessingContext,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
    )

    model = QgsProcessingModelAlgorithm("占用", "测试", "g")
    for name in ("hongxian", "dltb"):
        source = QgsProcessingParameterFeatureSource(name, name, [QgsProcessing.SourceType.TypeVectorPolygon])
        model.addModelParameter(source, QgsProcessingModelParameter(name))
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    child.setChildId("zhanyong")
    of_input = QgsProcessingModelChildParameterSource.fromModelParameter
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    for name, value in (
        ("FOOTPRINTS", of_input("hongxian")),
        ("SURVEY", of_input("dltb")),
        ("FOOTPRINT_ID", static("DKBH")),
        ("PRESET", static(1)),
        ("WORKBOOK", static(str(out / "模型.xlsx"))),
    ):
        child.addParameterSources(name, [value])
    output = QgsProcessingModelOutput("PIECES", "PIECES")
    output.setChildId("zhanyong")
    output.setChildOutputName("PIECES")
    child.setModelOutputs({"pieces": output})
    model.addChildAlgorithm(child)
    assert model.validateChildAlgorithm("zhanyong")
    assert model.canExecute()[0]

    def run_model(plots):
        feedback = said_feedback()
        values = {
            "hongxian": f"{traps}|layername={plots}",
            "dltb": f"{traps}|layername=parcels",
            "zhanyong:pieces": str(out / "model.gpkg"),
        }
        results, ok = model.create().run(values, QgsProcessingContext(), feedback)
        return results, ok, " ".join(feedback.errors)

    _, ok, said = run_model("footprints")
    assert ok, said
    assert counted_sum(rows_of(out / "model.gpkg")) == 63600 and (out / "模型.xlsx").is_file()
    before = files_in(out)
    _, ok, said = run_model("footprints_lines")
    assert not ok and "Layer footprints_lines is not a polygon layer." in said
    assert files_in(out) == before


def test_in_a_worker_thread_with_a_style(provider, said_feedback, township, out, qgis_app):
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingOutputLayerDefinition,
        QgsProject,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer

    context, feedback = QgsProcessingContext(), said_feedback()
    context.setProject(QgsProject.instance())
    sink = QgsProcessingOutputLayerDefinition(str(out / "pieces.gpkg"), QgsProject.instance())
    values = {name: f"{township}|layername={layer}" for name, layer in LAYERS.items()}
    values |= {"FOOTPRINT_ID": "DKBH", "PRESET": 2, "PIECES": sink, "WORKBOOK": str(out / "book.xlsx")}
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM).create()
    task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
    loop, ended = QEventLoop(), []

    def end(ok, results):
        ended.append((ok, results, QThread.currentThread() is qgis_app.thread()))
        loop.quit()

    task.executed.connect(end)
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec_()
    (ok, results, on_main_thread) = ended[0]
    assert ok, feedback.errors
    assert on_main_thread
    done = Run(results)
    assert counted_sum(done.pieces) == exact(results["TOTAL_AREA_M2"])
    assert context.willLoadLayerOnCompletion(results["PIECES"])
    details = context.layerToLoadOnCompletionDetails(results["PIECES"])
    layer = QgsVectorLayer(results["PIECES"], "raw", "ogr")
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.renderer().type() != "singleSymbol"


@pytest.mark.parametrize("existing", [False, True])
def test_cancelled_at_any_moment(provider, said_feedback, traps, out, existing):
    from qgis.core import QgsApplication, QgsProcessingContext

    values = {
        "FOOTPRINTS": f"{traps}|layername=footprints_outside",
        "FOOTPRINT_ID": "DKBH",
        "SURVEY": f"{traps}|layername=parcels",
        "PRIME_FARMLAND": f"{traps}|layername=prime_farmland_overlapping",
        "PIECES": str(out / "pieces.gpkg"),
        "WORKBOOK": str(out / "book.xlsx"),
    }
    if existing:
        older = values | {"FOOTPRINTS": f"{traps}|layername=footprints"}
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        assert algorithm.run(older, QgsProcessingContext(), said_feedback())[1]
    before = files_in(out)
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    seen: list[float] = []

    def watch(feedback, percent):
        seen.append(percent)

    assert algorithm.run(values, QgsProcessingContext(), said_feedback(watch))[1]
    for name in set(files_in(out)) - set(before):
        (out / name).unlink()
    for name, content in before.items():
        (out / name).write_bytes(content)
    moments = sorted({percent for percent in seen if percent < 100})
    assert len(moments) > 10 and moments[-1] > 80
    chosen = random.Random(20261123).sample(moments[:-1], 9) + [moments[-1]]
    for moment in chosen:
        feedback = said_feedback(lambda feedback, percent, moment=moment: feedback.cancel() if percent >= moment else None)
        _, ok = algorithm.run(values, QgsProcessingContext(), feedback)
        assert not ok
        assert " ".join(feedback.errors) == "Cancelled. Nothing was written."
        assert files_in(out) == before, f"cancelled at {moment} %"


def test_a_run_twice_gives_the_same(run):
    first, second = run(PRESET="survey_change"), run(PRESET="survey_change")
    assert first.pieces == second.pieces
