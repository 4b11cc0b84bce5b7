"""primefarmland as QGIS runs it: the sample township (made up) with supplement blocks made here; bad input."""

from __future__ import annotations

import gc
import sqlite3
from decimal import Decimal
from fractions import Fraction

import pytest
import shapely
from openpyxl import load_workbook
from osgeo import ogr

from ..oracles import prime_from_pieces as oracle
from .occupation_runs import SAMPLE, copy_of, files_in, is_one_sentence, qgis_process, results_of, square, write_layer

SMALL, LARGE = "示例小项目", "示例大项目"
FOOTPRINTS = {"DK004": SMALL, "DK001": LARGE, "DK002": LARGE}
KINDS = {"DKBH": "C", "XMMC": "C", "BZ": "C"}


def features(path, table: str) -> list[tuple[shapely.Geometry, dict]]:
    data = ogr.Open(str(path))
    layer = data.GetLayerByName(table)
    return [(shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb())), row.items()) for row in layer]


def clear_of(package, parcels, *tables: str) -> list[tuple[shapely.Geometry, dict]]:
    """The parcels that keep away from some layers."""
    closed = shapely.STRtree([shape for table in tables for shape, _ in features(package, table)])
    near = set(closed.query([shape for shape, _ in parcels], predicate="dwithin", distance=2.0)[0].tolist())
    return [one for number, one in enumerate(parcels) if number not in near]


def made_up_layers(folder, package) -> dict[str, str]:
    """Footprints of two projects, and supplement blocks: good parcels, and one block for each thing that can be wrong."""
    path = folder / "blocks.gpkg"
    taken = [(shape, row["DKBH"]) for shape, row in features(package, "XMHX") if row["DKBH"] in FOOTPRINTS]
    layers = {
        "OCCUPIED": write_layer(
            path, "zhanyong", [shape for shape, _ in taken],
            [{"DKBH": number, "XMMC": FOOTPRINTS[number], "BZ": "虚构数据"} for _, number in taken], KINDS,
        )
    }  # fmt: skip
    parcels = features(package, "DLTB")
    free = clear_of(package, parcels, "YJJBNTBHTB", "STBHHX", "CZKFBJ", "XMHX")

    def first(wanted, least=3000.0, among=free):
        return max((one for one in among if wanted(one[1]) and one[0].area > least), key=lambda one: one[0].area)

    paddy = first(lambda row: row["DLBM"] == "0101")
    good = first(lambda row: row["DLBM"] == "0102" and row["GDDB"] <= 5)
    other = first(lambda row: row["DLBM"] == "0102" and row["BSM"] != good[1]["BSM"])
    steep = first(lambda row: row["GDPDJB"] == "4")
    steepest = first(lambda row: row["GDPDJB"] == "5", 500.0, parcels)
    orchard = first(lambda row: row["DLBM"] == "0201K", 500.0)
    river = first(lambda row: row["TBXHDM"] == "HDGD", 100.0, parcels)
    prime = first(lambda row: True, 3000.0, features(package, "YJJBNTBHTB"))
    redline = first(lambda row: True, 100.0, features(package, "STBHHX"))
    corner = good[0].centroid.buffer(2.0, quad_segs=2)
    made = [
        ("B1", paddy[0], SMALL), ("B2", good[0], SMALL), ("B3", other[0], LARGE), ("B4", steep[0], LARGE),
        ("B5", steepest[0], LARGE), ("B6", orchard[0], LARGE), ("B7", river[0], LARGE), ("B8", prime[0], LARGE),
        ("B9", redline[0].centroid.buffer(60), LARGE),
        ("B10", shapely.difference(first(lambda row: row["DLBM"] == "0103" and row["GDPDJB"] == "2")[0], corner), LARGE),
    ]  # fmt: skip
    layers["SUPPLEMENT"] = write_layer(
        path, "buhua", [shape for _, shape, _ in made],
        [{"DKBH": number, "XMMC": project, "BZ": "虚构数据"} for number, _, project in made], KINDS,
    )  # fmt: skip
    layers["RESERVE_ZONE"] = write_layer(path, "chubei", [paddy[0].buffer(50)], [{"BZ": "虚构数据"}], {"BZ": "C"})
    return layers


@pytest.fixture(scope="module")
def ground(tmp_path_factory, township):
    """The layers of a run on the sample."""
    folder = tmp_path_factory.mktemp("prime")
    layers = made_up_layers(folder, township)
    controls = {"SURVEY": "DLTB", "PRIME_FARMLAND": "YJJBNTBHTB", "ECO_REDLINE": "STBHHX", "URBAN_BOUNDARY": "CZKFBJ"}
    names = {"OCCUPIED_ID": "DKBH", "SUPPLEMENT_ID": "DKBH", "PROJECT_FIELD": "XMMC"}
    return {**layers, **names, **{key: f"{township}|layername={name}" for key, name in controls.items()}}


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`; every check holds."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run("landledger:primefarmland", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        assert results["UNBALANCED_COUNT"] == 0 and not run_algorithm.feedback.errors
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert not run.feedback.debug and files_in(out) == before
        return message

    return refuse


def outputs(out) -> dict[str, str]:
    return {
        "PIECES": str(out / "pieces.gpkg"),
        "BLOCKS": str(out / "blocks.gpkg"),
        "REASONS": str(out / "reasons.gpkg"),
        "WORKBOOK": str(out / "t08.xlsx"),
    }


def layer_rows(path: str) -> list[dict]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
    return oracle.rows_of(path, table)


def sheet(path: str, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [(*row, *[None] * (30 - len(row))) for row in book[title].iter_rows(values_only=True)]
    finally:
        book.close()


def hectares(cell: object) -> Fraction:
    return Fraction(Decimal(str(cell or 0))) * 10_000


@pytest.mark.parametrize("basis", ["gross", "net"])
@pytest.mark.parametrize(("method", "master", "unit"), [("plane", "footprint", "1"), ("ellipsoid", "parcel", "0.01")])
def test_the_sample_township_agrees_with_the_oracle(run, ground, out, basis, method, master, unit):
    results = run(**ground, **outputs(out), AREA_BASIS=basis, AREA_METHOD=method, MASTER=master, UNIT=unit)
    pieces, listed, reasons = (layer_rows(results[name]) for name in ("PIECES", "BLOCKS", "REASONS"))
    refused_ones = {row["PID"] for row in listed if row["VERDICT"] == "refused"}
    assert refused_ones == oracle.refused_blocks(listed, reasons, Fraction(1)) == {"B4", "B5", "B6", "B7", "B8", "B9"}
    assert results["REFUSED_BLOCK_COUNT"] == 6 and results["BLOCK_COUNT"] == 10 and results["PASSED"] == 0
    why = {(row["PID"], row["REASON"]) for row in reasons}
    for number, reason in (("B4", "steep"), ("B5", "steep"), ("B6", "not_cultivated"), ("B7", "unstable"),
                           ("B8", "already_prime"), ("B9", "eco_redline"), ("B3", "not_reserve")):  # fmt: skip
        assert (number, reason) in why
    assert ("B1", "not_reserve") not in why

    taken, given = oracle.sums(pieces, "occupied"), oracle.sums(pieces, "supplement")
    for name, sums, key in (
        ("OCCUPIED_AREA_M2", taken, "area"), ("OCCUPIED_PADDY_M2", taken, "paddy"), ("ACCEPTED_AREA_M2", given, "area"),
        ("ACCEPTED_PADDY_M2", given, "paddy"), ("RESERVE_AREA_M2", given, "reserve"),
    ):  # fmt: skip
        assert oracle.exact(results[name]) == sums[key], name
    short = {project: oracle.shortage(pieces, project) for project in (SMALL, LARGE)}
    assert oracle.exact(results["SHORT_AREA_M2"]) == sum(one["area"] for one in short.values())
    assert oracle.exact(results["SHORT_PADDY_M2"]) == sum(one["paddy"] for one in short.values())
    assert results["SHORT_CAPACITY_KG"] == sum(one["kg"] for one in short.values())

    rows = sheet(results["WORKBOOK"], "永久基本农田占用补划一览表")
    for row in rows:
        if row[2] is None or not str(row[2]).isdigit():
            continue
        side, first = ("occupied", 8) if row[8] is not None else ("supplement", 14)
        sums = oracle.sums(pieces, side, block=row[3])
        assert [hectares(cell) for cell in row[first : first + 4]] == [
            sums["area"], sums["gross"], sums["net"], sums["paddy"],
        ], row  # fmt: skip
        grade = oracle.half_up(sums["weight"] / sums["graded"], 2) if sums["graded"] else None
        assert (row[first + 4] is None) == (grade is None) and (grade is None or Decimal(str(row[first + 4])) == grade)
    total = rows[[str(row[0]) for row in rows].index("合计")]
    assert hectares(total[8]) == taken["area"] and hectares(total[14]) == given["area"]
    assert hectares(total[22]) == given["area"] - taken["area"]
    conclusions = "\n".join(str(row) for row in sheet(results["WORKBOOK"], "占用补划结论"))
    assert SMALL in conclusions and "still missing" in conclusions


def test_the_blocks_of_the_sample_are_judged_as_they_were_drawn(run, ground, out, tmp_path, township):
    later = copy_of(SAMPLE.parent / "farmland" / "farmland_madeup.gpkg", tmp_path)
    layers = {"OCCUPIED": f"{township}|layername=XMHX", "SUPPLEMENT": f"{later}|layername=BHDK", "SURVEY": f"{later}|layername=DLTB_2026"}
    values = {key: value for key, value in ground.items() if key != "RESERVE_ZONE"}
    results = run(**{**values, **layers}, **outputs(out))
    pieces, listed, reasons = (layer_rows(results[name]) for name in ("PIECES", "BLOCKS", "REASONS"))
    bad = {row["PID"] for row in listed if row["VERDICT"] == "refused"}
    assert bad == oracle.refused_blocks(listed, reasons, Fraction(1)) and 0 < len(bad) < len(listed)
    for project in {row["PROJECT"] for row in pieces}:
        short = oracle.shortage(pieces, project)
        said = [row for row in sheet(results["WORKBOOK"], "占用补划结论") if row[0] == project]
        assert hectares(said[0][9]) == short["area"] and hectares(said[0][10]) == short["paddy"] and said[0][12] == short["kg"]


def test_ground_of_a_reason_is_the_block_and_the_layer_on_the_map(run, ground, out):
    results = run(**ground, **outputs(out))
    shapes = {row["PID"]: shape for shape, row in features(results["BLOCKS"], "blocks")}
    for shape, row in features(results["REASONS"], "reasons"):
        assert shape.is_valid and shape.area == pytest.approx(row["AREA_M2"], abs=1.0)
        assert shapely.difference(shape, shapes[row["PID"]].buffer(0.01)).area < 1e-6


def test_all_together_without_a_project_field_and_without_outputs(run, ground):
    values = {key: value for key, value in ground.items() if key != "PROJECT_FIELD"}
    results = run(**values, BLOCKS=None, REASONS=None, WORKBOOK=None)
    assert results["PROJECT_COUNT"] == 1 and "BLOCKS" not in results
    assert results["ACCEPTED_AREA_M2"] > 0


def test_an_empty_supplement_says_what_is_needed(run, ground, tmp_path, out):
    empty = write_layer(tmp_path / "empty.gpkg", "empty", [], [], KINDS, kind=ogr.wkbPolygon)
    results = run(**{**ground, "SUPPLEMENT": empty}, **outputs(out))
    assert results["BLOCK_COUNT"] == 0 and results["SHORT_AREA_M2"] == results["OCCUPIED_AREA_M2"] > 0
    assert any("still missing" in warning for warning in run.feedback.warnings)
    assert layer_rows(results["BLOCKS"]) == []


def test_a_project_can_be_balanced(run, ground, tmp_path, township):
    """The small footprint against blocks that are better in everything."""
    small = [(shape, row) for shape, row in features(township, "XMHX") if row["DKBH"] == "DK004"]
    one = write_layer(tmp_path / "one.gpkg", "one", [small[0][0]], [{"DKBH": "DK004", "XMMC": SMALL}], {"DKBH": "C", "XMMC": "C"})
    parcels = clear_of(township, features(township, "DLTB"), "YJJBNTBHTB", "STBHHX", "CZKFBJ")
    best = [shape for shape, row in parcels if row["DLBM"] == "0101" and row["GDDB"] == 4 and shape.area > 8000][:1]
    assert best
    put = write_layer(tmp_path / "put.gpkg", "put", best, [{"DKBH": "B1", "XMMC": SMALL}], {"DKBH": "C", "XMMC": "C"})
    results = run(**{**ground, "OCCUPIED": one, "SUPPLEMENT": put})
    assert results["PASSED"] == 1 and results["SHORT_AREA_M2"] == 0 and results["SHORT_CAPACITY_KG"] == 0


def test_bad_input_is_told(refused, ground, tmp_path, township, out):
    far = write_layer(tmp_path / "far.gpkg", "far", [square(500, 500)], [{"DKBH": "Z", "XMMC": SMALL}], {"DKBH": "C", "XMMC": "C"})
    assert "permanent basic farmland of layer YJJBNTBHTB" in refused(**{**ground, "OCCUPIED": far})
    nameless = write_layer(tmp_path / "nameless.gpkg", "nameless", [square(0, 0)], [{"DKBH": "B"}], {"DKBH": "C"})
    assert "no field XMMC" in refused(**{**ground, "SUPPLEMENT": nameless})
    other = write_layer(tmp_path / "zone.gpkg", "zone", [square(0, 0)], [{"BSM": "1"}], {"BSM": "C"}, 4528)
    assert "4528" in refused(**{**ground, "PRIME_FARMLAND": other})
    parcels = [(shape, row) for shape, row in features(township, "DLTB")]
    bare = [{"BSM": row["BSM"], "DLBM": row["DLBM"], "GDPDJB": row["GDPDJB"]} for _, row in parcels]
    survey = write_layer(tmp_path / "bare.gpkg", "bare", [shape for shape, _ in parcels], bare, dict.fromkeys(bare[0], "C"))
    prime = [shape for shape, _ in features(township, "YJJBNTBHTB")]
    plain = write_layer(tmp_path / "plain.gpkg", "plain", prime, [{"BSM": "1"} for _ in prime], {"BSM": "C"})
    assert "grade" in refused(**{**ground, "SURVEY": survey, "PRIME_FARMLAND": plain})
    assert "GDPDJB" in refused(**{**ground, "SURVEY": ground["PRIME_FARMLAND"].replace("YJJBNTBHTB", "XMHX"), "FIELD_MAP": "DLBM=DKBH"})
    quality = {"QUALITY": f"{township}|layername=GDZLDB", "GRADE_SYSTEM": "quality10"}
    assert "no capacity preset" in refused(**{**ground, **quality})
    both = {"PIECES": str(out / "one.gpkg"), "BLOCKS": str(out / "one.gpkg")}
    assert "can't hold both" in refused(**ground, **both)
    assert "give both" in refused(**{**ground, "PROJECT_FIELD": None, "SUPPLEMENT_PROJECT_FIELD": "XMMC"})


def test_the_real_program_in_chinese(ground, out, tmp_path, township):
    package = copy_of(township, tmp_path)
    values = {key: value.replace(str(township), str(package)) for key, value in ground.items()}
    done = qgis_process("landledger:primefarmland", {"LANDLEDGER_LOCALE": "zh_CN"}, **values, **outputs(out))
    results = results_of(done)
    assert results["UNBALANCED_COUNT"] == 0 and results["REFUSED_BLOCK_COUNT"] == 6
    said = "\n".join(str(cell) for row in sheet(results["WORKBOOK"], "补划地块审查表") for cell in row if cell)
    assert "不予补划" in said and "已是永久基本农田" in said
    assert {row["TITLE"] for row in layer_rows(results["REASONS"])} >= {"已是永久基本农田"}


def test_styles_know_every_reason_and_verdict(qgis_app):
    from qgis.core import QgsVectorLayer

    from ...core.balance.prime.layers import ACCEPTED, REFUSED
    from ...core.balance.prime.reason_kinds import ReasonKind
    from .occupation_runs import ROOT

    for style, field, wanted in (
        ("prime_reasons", "REASON", {kind.value for kind in ReasonKind}),
        ("prime_blocks", "VERDICT", {ACCEPTED, REFUSED}),
        ("prime_pieces", "SIDE", {"occupied", "supplement", ""}),
    ):
        layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4527&field={field}:string(30)", "made", "memory")
        message, loaded = layer.loadNamedStyle(str(ROOT / "resources" / "styles" / f"{style}.qml"))
        assert loaded, message
        assert {str(category.value()) for category in layer.renderer().categories()} == wanted
