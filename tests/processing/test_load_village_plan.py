"""landledger:loadvillageplan as QGIS runs it: what is loaded, how it looks, what is refused."""

from __future__ import annotations

import csv
import gc
import shutil
import zipfile
from pathlib import Path

import pytest

from .occupation_runs import is_one_sentence, qgis_process, results_of
from .plan_packages import BASE_CODES, PLAN_CODES, classes, gbk_shapefile, square, villages, write

ALGORITHM = "landledger:loadvillageplan"
SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample"


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "成果"
    folder.mkdir()
    return villages(folder)


@pytest.fixture
def load(provider, said_feedback):
    """load(NAME=value …) -> (results, project): into a project of its own."""
    from qgis.core import QgsProcessingContext, QgsProject

    kept = []

    def run(**values):
        import processing

        project, context = QgsProject(), QgsProcessingContext()
        context.setProject(project)
        kept.append(project)
        run.feedback = said_feedback()
        results = processing.run(ALGORITHM, values, feedback=run.feedback, context=context)
        assert not run.feedback.debug
        return results, project

    yield run
    kept.clear()
    gc.collect()


@pytest.fixture
def refused(load):
    """refused(NAME=value …) -> the sentence said; the project is empty."""
    from qgis.core import QgsProcessingException

    def run(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            load(**values)
        assert is_one_sentence(str(raised.value))
        return str(raised.value)

    return run


def tree(group):
    """The tree of layers as nested lists of (name, below) and names."""
    from qgis.core import QgsLayerTreeGroup

    return [
        (child.name(), tree(child)) if isinstance(child, QgsLayerTreeGroup) else child.name()
        for child in group.children()
    ]


def layer_of(project, village, title):
    group = project.layerTreeRoot().findGroup(village)
    return next(node.layer() for node in group.findLayers() if node.layer().name() == title)


def test_a_group_a_village_in_the_order_of_the_profile(load, package):
    results, project = load(FOLDER=str(package))
    assert tree(project.layerTreeRoot()) == [
        ("乙村", [("境界", ["村级调查区"]), ("目标年规划", ["规划地类图斑"])]),
        ("丙村", [("境界", ["村级调查区"]), ("目标年规划", ["规划地类图斑"])]),
        ("乙丙 all villages", [("管控", ["永久基本农田"])]),
        ("甲村", [("目标年规划", ["规划地类图斑"]), ("基期现状", ["基期地类图斑"])]),
    ]
    assert results["VILLAGE_COUNT"] == 4 and results["LAYER_COUNT"] == 7 and results["FEATURE_COUNT"] == 16
    assert results["CLASS_TABLE"] == "ydyh2023" and results["UNKNOWN_CODE_COUNT"] == 0
    assert project.crs().authid() == "EPSG:4527"


def test_each_village_has_its_own_rows(load, package):
    _, project = load(FOLDER=str(package))
    for village, codes in (("乙村", PLAN_CODES[:2]), ("丙村", PLAN_CODES[1:])):
        layer = layer_of(project, village, "规划地类图斑")
        assert [feature["GHDLBM"] for feature in layer.getFeatures()] == [code for code, _ in codes]


def test_gbk_without_cpg_and_cut_field_names_are_read(load, package):
    _, project = load(FOLDER=str(package))
    layer = layer_of(project, "甲村", "规划地类图斑")
    names = [field.name() for field in layer.fields()]
    assert names[:2] == ["BSM", "规划地类编"]
    assert [feature.attributes()[2] for feature in layer.getFeatures()] == [name for _, name in PLAN_CODES]
    assert layer.fields().at(1).alias() == "规划地类编码"


@pytest.mark.parametrize(("said", "mark"), [("GBK", 0), ("936", 0), ("UTF-8", 0), ("", 0x4D), ("", 0x57)])
def test_every_way_to_say_the_encoding(load, tmp_path, said, mark):
    path = gbk_shapefile(tmp_path / "甲村", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "规划地类名"))
    table = path.with_suffix(".dbf")
    data = bytearray(table.read_bytes())
    data[29] = mark
    if said == "UTF-8":  # the same texts, field by field as wide as before
        for text in ("规划地类名", *(name for _, name in PLAN_CODES)):
            wide = text.encode("utf-8")
            if text == "规划地类名":
                continue
            place = data.find(text.encode("gbk"))
            data[place : place + len(wide)] = wide
        data[:] = data.replace("规划地类名".encode("gbk"), b"GHDLMC\0\0\0\0")
    table.write_bytes(bytes(data))
    if said:
        path.with_suffix(".cpg").write_text(said, encoding="ascii")
    _, project = load(FOLDER=str(tmp_path))
    layer = layer_of(project, "甲村", "规划地类图斑")
    assert [feature.attributes()[2] for feature in layer.getFeatures()] == [name for _, name in PLAN_CODES]
    assert layer.fields().at(2).alias() == "规划地类名称"


def test_classes_have_their_colours_and_unknown_codes_are_hatched(load, package):
    gbk_shapefile(package / "丁村", "GHDLTB", classes([("0101", "水田"), ("9999", "怪"), (None, None)], 0, "GHDLBM", "GHDLMC"))
    results, project = load(FOLDER=str(package))
    layer = layer_of(project, "丁村", "规划地类图斑")
    categories = layer.renderer().categories()
    assert [each.label() for each in categories] == ["0101 水田", "9999 unknown code", "no code"]
    assert categories[0].symbol().color().name() == "#f5f8dc"
    assert categories[1].symbol().symbolLayer(0).properties()["style"] == "b_diagonal"
    assert results["UNKNOWN_CODE_COUNT"] == 2
    assert any("9999" in warning for warning in load.feedback.warnings)
    # Every feature is drawn by one of the categories.
    from qgis.core import QgsRenderContext

    context = QgsRenderContext()
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        assert renderer.symbolForFeature(feature, context) is not None
    renderer.stopRender(context)


def test_outlines_of_lines_are_data_of_this_plugin() -> None:
    """Each role drawn as an outline, and what is unknown, stands in the file; a colour there is the colour here."""
    from ...core.village.profile import PlanRole
    from ...processing.adapters.plan_styles import outlines, unknown_colour

    with (Path(__file__).parents[2] / "resources" / "codes" / "plan_outlines.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["role"]: row for row in csv.DictReader(file)}
    assert set(rows) == {"unknown"} | {role.value for role in PlanRole if role.value in outlines()}
    for role, row in rows.items():
        one = outlines()[role]
        assert [int(one.colour[at : at + 2], 16) for at in (1, 3, 5)] == [int(row[part]) for part in ("red", "green", "blue")]
        assert (one.pen, one.hatch, one.is_line) == (row["pen"], row["hatch"], row["kind"] == "line")
    assert unknown_colour() == outlines()["unknown"].colour == "#ff00c8"


def test_a_zip_is_unpacked_beside_it_and_loaded(load, package):
    archive = shutil.make_archive(str(package.parent / "乙镇"), "zip", package)
    results, project = load(PACKAGE=archive)
    assert Path(results["UNPACKED"]) == package.parent / "乙镇"
    assert results["LAYER_COUNT"] == 7
    assert all(layer.isValid() for layer in project.mapLayers().values())


def test_an_unsafe_zip_leaves_nothing(refused, tmp_path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr("../GHDLTB.shp", b"x")
    assert "../GHDLTB.shp" in refused(PACKAGE=str(archive))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_missing_prj_is_proposed_and_loaded_only_when_confirmed(load, refused, package):
    (package / "甲村" / "现状用地.prj").unlink()
    said = refused(FOLDER=str(package))
    assert "现状用地" in said and "EPSG:4527" in said
    _, project = load(FOLDER=str(package), SYSTEM="EPSG:4527")
    assert layer_of(project, "甲村", "基期地类图斑").crs().authid() == "EPSG:4527"


def test_a_prj_that_cannot_be_true_is_told_and_replaced_when_confirmed(load, refused, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"), 4490)
    said = refused(FOLDER=str(tmp_path))
    assert "4490" in said and "39400000.000" in said and "EPSG:4527" in said
    _, project = load(FOLDER=str(tmp_path), SYSTEM="EPSG:4527")
    assert layer_of(project, "甲村", "规划地类图斑").crs().authid() == "EPSG:4527"


def test_the_class_table_is_asked_for_where_codes_do_not_say(load, refused, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "GHDLTB", [(square(0, 0), {"BSM": "379901001001" + "0" * 8, "GHDLBM": "2303"})])
    assert "2303" in refused(FOLDER=str(tmp_path))
    for version, name in (("ydyh2020", "田间道"), ("ydyh2023", "田坎")):
        results, project = load(FOLDER=str(tmp_path), CLASSES=version)
        label = layer_of(project, "甲村", "规划地类图斑").renderer().categories()[0].label()
        assert label == f"2303 {name}" and results["CLASS_TABLE"] == version


def test_corrections_and_profiles_of_ones_own(load, refused, tmp_path):
    gbk_shapefile(tmp_path / "甲村", "草图", classes(PLAN_CODES, 0, "CODE", "NAME"))
    said = refused(FOLDER=str(tmp_path))
    assert "草图" in said
    results, _ = load(FOLDER=str(tmp_path), LAYERS="草图=GHDLTB")
    assert results["LAYER_COUNT"] == 1
    assert "LAYERS" in refused(FOLDER=str(tmp_path), LAYERS="没有=GHDLTB")
    own = tmp_path / "own.json"
    own.write_text("{", encoding="utf-8")
    assert "own.json" in refused(FOLDER=str(tmp_path), PROFILE_FILE=str(own))


def test_the_fujian_profile_names_what_is_missing(load, tmp_path):
    write(tmp_path / "甲村.gdb", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    write(tmp_path / "甲村.gdb", "JQDLTB", classes(BASE_CODES, 0, "JQDLBM", "JQDLMC"))
    results, _ = load(FOLDER=str(tmp_path), PROFILE="fujian")
    assert results["MISSING_COUNT"] == 4
    assert any("村级调查区" in warning and "GKBJ" not in warning for warning in load.feedback.warnings)


def test_a_database_that_cannot_be_opened_is_told_and_the_others_are_loaded(load, refused, package):
    broken = package / "坏.gdb"
    broken.mkdir()
    (broken / "gdb").write_bytes(b"nothing")
    results, _ = load(FOLDER=str(package))
    assert results["LAYER_COUNT"] == 7
    assert any("坏.gdb" in warning for warning in load.feedback.warnings)
    assert "坏.gdb" in refused(FOLDER=str(broken))


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({}, "package"),
        ({"PACKAGE": "/nowhere/a.zip"}, "a.zip"),
        ({"FOLDER": "/nowhere"}, "/nowhere"),
        ({"PACKAGE": "a.gpkg", "FOLDER": "b"}, "both"),
    ],
)
def test_what_is_not_there_is_said(refused, values, word):
    assert word in refused(**values)


def test_a_project_takes_the_place_of_nothing_but_a_project(refused, package, tmp_path):
    plan = next(package.glob("*.gpkg"), None) or write(tmp_path / "甲村.gpkg", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    before = plan.read_bytes()
    assert ".qgz" in refused(PACKAGE=str(plan), PROJECT=str(plan)) and plan.read_bytes() == before
    (tmp_path / "ordner.qgz").mkdir()
    assert "is a folder" in refused(PACKAGE=str(plan), PROJECT=str(tmp_path / "ordner.qgz"))
    assert "does not exist" in refused(PACKAGE=str(plan), PROJECT=str(tmp_path / "nirgends" / "a.qgz"))
    if Path("/sys").is_dir():
        assert "/sys" in refused(PACKAGE=str(plan), PROJECT="/sys/a.qgz")


def test_headless_into_a_project_file(package, tmp_path):
    from qgis.core import QgsProject

    project_file = tmp_path / "plan.qgz"
    results = results_of(qgis_process(ALGORITHM, FOLDER=package, PROJECT=project_file))
    assert results["LAYER_COUNT"] == 7
    project = QgsProject()
    assert project.read(str(project_file))
    assert len(project.mapLayers()) == 7 and all(layer.isValid() for layer in project.mapLayers().values())


def test_the_sample_is_loaded_whole(load):
    results, project = load(FOLDER=str(SAMPLE / "village_plan"))
    assert [name for name, _ in tree(project.layerTreeRoot())] == ["乙营村", "丙屯村"]
    assert results["LAYER_COUNT"] == 16 and results["CLASS_TABLE"] == "ydyh2020,ydyh2023"
    shown = {node.layer().name(): node.isVisible() for node in project.layerTreeRoot().findLayers()}
    assert shown["规划地类图斑"] and not shown["基期地类图斑"] and not shown["管控边界"]


def test_every_layer_remembers_what_it_is(load, package, tmp_path):
    from qgis.core import QgsProject

    from ...core.village.profile import PlanRole
    from ...processing.adapters.plan_marks import PROPERTY, loaded_plans, mark_of

    file = tmp_path / "项目.qgz"
    load(FOLDER=str(package), PROJECT=str(file))
    project = QgsProject()
    assert project.read(str(file))
    plans = {plan.village: plan for plan in loaded_plans(project)}
    assert set(plans) == {"甲村", "乙村", "丙村"}
    first, second = plans["甲村"], plans["乙村"]
    assert set(first.layers) == {PlanRole.PLAN, PlanRole.BASE} and first.marks[PlanRole.PLAN].fields["GHDLBM"].startswith("规划")
    assert second.layers[PlanRole.PRIME_FARMLAND] is plans["丙村"].layers[PlanRole.PRIME_FARMLAND], "one layer serves both"
    assert second.layers[PlanRole.PLAN] is not plans["丙村"].layers[PlanRole.PLAN]
    assert second.profile().id == "general" and second.version
    layer = first.layers[PlanRole.BASE]
    layer.setCustomProperty(PROPERTY, "nonsense")
    assert mark_of(layer) is None
    layer.setCustomProperty(PROPERTY, '{"role": "base", "fields": {"BSM": "gone"}, "profile": "", "version": "", "villages": []}')
    assert mark_of(layer) is None, "a field that is not there any more"
