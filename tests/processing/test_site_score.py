"""landledger:sitescore as QGIS runs it: the made-up camp sites against SQL and zonal statistics by hand, systems, bad inputs."""

from __future__ import annotations

import gc
import itertools
import math
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from osgeo import gdal, ogr

from .occupation_runs import copy_of, files_in, is_one_sentence, qgis_process, results_of
from .test_layouts import read_pdf

ALGORITHM = "landledger:sitescore"
FOLDER = Path(__file__).absolute().parents[2] / "resources" / "sample" / "sites"
PACKAGE, SLOPE = FOLDER / "sites_madeup.gpkg", FOLDER / "slope_madeup.tif"
VETOES = {
    "永久基本农田": "永久基本农田", "生态保护红线": "生态保护红线", "河道管理范围": "河道管理范围（行洪区）",
    "地质灾害易发区": "地质灾害易发区", "高压线路": "高压走廊",
}
NEAR = {
    "大堤": "离堤防距离（米）", "道路": "离道路距离（米）", "公交站": "离公交站距离（米）", "停车场": "离停车场距离（米）",
    "公共厕所": "离公共厕所距离（米）", "供水点": "离供水点距离（米）", "供电设施": "离供电设施距离（米）",
    "垃圾收集点": "离垃圾收集点距离（米）", "商店": "离商店距离（米）",
}


GROUPS = {
    "安全性": ("离堤防", "最大坡度", "岸线"), "可达性": ("离道路", "离公交", "离停车"), "配套设施": ("离公共", "离供", "离垃圾", "离商店"),
}


def layer(name: str) -> str:
    """A layer of the sample; `run` puts a copy in its place."""
    return f"{PACKAGE}|layername={name}"


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the sample, with its raster beside it."""
    folder = tmp_path_factory.mktemp("sites")
    copy_of(SLOPE, folder)
    return copy_of(PACKAGE, folder)


@pytest.fixture
def run(provider, package, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "SITES": layer("候选营地"), "SITE_NAME": "MC", "LAYERS": [layer(name) for name in (*VETOES, *NEAR)],
            "RASTERS": [str(SLOPE)], "SCORED": str(out / "sites.gpkg"), "WORKBOOK": str(out / "book.xlsx"), **values,
        }
        parameters = {name: of_copy(value, package) for name, value in parameters.items()}
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


def of_copy(value, package):
    """A parameter with the copy of the sample in its place."""
    if isinstance(value, list):
        return [of_copy(each, package) for each in value]
    return value.replace(str(FOLDER), str(package.parent)) if isinstance(value, str) else value


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert not files_in(out)
        return message

    return refuse


def shapes(name: str) -> list[tuple[dict, ogr.Geometry]]:
    """Fields and shapes of a sample layer, by GDAL."""
    data = ogr.Open(str(PACKAGE))
    return [(feature.items(), feature.GetGeometryRef().Clone()) for feature in data.GetLayerByName(name)]


def half_up(value: float, decimals: int) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def sheet(book, title: str) -> list[dict]:
    """The rows of a sheet by its headings, read as the file stands."""
    rows = [list(row) for row in book[title].iter_rows(values_only=True)]
    head = next(place for place, row in enumerate(rows) if "候选地" in row)
    body = itertools.takewhile(lambda row: any(row) and not str(row[0]).startswith("注"), rows[head + 1 :])
    # Merged cells keep their value in the first row only.
    filled, last = [], {}
    for row in body:
        cells = dict(zip(rows[head], row))
        if cells.get("候选地") is None:
            cells["候选地"] = last.get("候选地")
        last = cells
        filled.append(cells)
    return filled


def steepest(site: ogr.Geometry) -> float:
    """The largest cell whose middle lies in the site, cell by cell; of a site without one, of all cells it touches."""
    data = gdal.Open(str(SLOPE))
    west, cell, _, north, _, _ = data.GetGeoTransform()
    values = data.GetRasterBand(1).ReadAsArray()
    inside, touched = [], []
    for row, column in itertools.product(range(values.shape[0]), range(values.shape[1])):
        x, y = west + (column + 0.5) * cell, north - (row + 0.5) * cell
        box = site.GetEnvelope()
        if not (box[0] - cell <= x <= box[1] + cell and box[2] - cell <= y <= box[3] + cell):
            continue
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        touched.append(float(values[row, column]))
        if site.Contains(point):
            inside.append(float(values[row, column]))
    return max(inside) if len(inside) > 1 else math.nan


def test_camp_sites_against_gdal(run) -> None:
    """Overlaps, distances and slopes by GDAL; scores and totals in decimals from the details of the workbook."""
    results = run()
    book = load_workbook(results["WORKBOOK"])
    sites = shapes("候选营地")
    struck = {row["候选地"]: [] for row in sheet(book, "否决项核查")}
    details = {(row["候选地"], row["否决项"]): row for row in sheet(book, "否决项核查")}
    for (fields, site), (name, veto) in itertools.product(sites, VETOES.items()):
        ground = None
        for _, shape in shapes(name):
            shape = shape.Buffer(25, 32) if name == "高压线路" else shape
            ground = shape if ground is None else ground.Union(shape)
        overlap = half_up(site.Intersection(ground).Area(), 2)
        row = details[fields["MC"], veto]
        assert abs(Decimal(str(row["重叠面积（平方米）"])) - overlap) <= Decimal("0.01"), (fields["MC"], veto)
        struck[fields["MC"]] += [veto] if overlap > 1 else []
    main = {row["候选地"]: row for row in sheet(book, "选址评估打分")}
    items = sheet(book, "评估得分明细")
    for fields, site in sites:
        row = main[fields["MC"]]
        told = row["否决项（红线/基本农田/行洪区…）"] or ""
        assert [veto for veto in VETOES.values() if veto in told] == struck[fields["MC"]]
        assert Decimal(str(row["面积（公顷）"])) == half_up(site.Area() / 1e4, 2)
        own = {each["评估指标"]: each for each in items if each["候选地"] == fields["MC"]}
        if struck[fields["MC"]]:
            assert not own and row["综合得分"] is None and row["建议"] == "不推荐"
            continue
        for name, rule in NEAR.items():
            assert half_up(min(site.Distance(shape) for _, shape in shapes(name)), 2) == Decimal(own[rule]["实测值"])
        slope = steepest(site)
        assert math.isnan(slope) or half_up(slope, 2) == Decimal(own["最大坡度（度）"]["实测值"])
        _footed(row, own)
    order = sorted((row for row in main.values() if row["排名"]), key=lambda row: row["排名"])
    assert [row["综合得分"] for row in order] == sorted((row["综合得分"] for row in order), reverse=True)
    assert results["BEST"] == "、".join(row["候选地"] for row in order[:3]) and results["SITE_COUNT"] == 10
    assert results["VETOED_COUNT"] == sum(map(bool, struck.values())) and results["UNBALANCED_COUNT"] == 0
    assert results["RANKED_COUNT"] + results["VETOED_COUNT"] == 10 and results["FINDING_COUNT"] >= 2


def _footed(row: dict, own: dict) -> None:
    """Scores of criteria and total from the scores and weights of the details, in decimals."""
    total = Decimal(0)
    for name, column, weight in (("安全性", "安全性得分", "0.4"), ("可达性", "可达性得分", "0.3"), ("配套设施", "配套设施得分", "0.3")):
        here = [each for key, each in own.items() if key.startswith(GROUPS[name]) and each["得分"] is not None]
        weights = sum(Decimal(str(each["权重"])) for each in here)
        mean = sum(Decimal(str(each["权重"])) * Decimal(str(each["得分"])) for each in here) / weights
        assert Decimal(str(row[column])) == mean.quantize(Decimal("0.1"), ROUND_HALF_UP)
        total += Decimal(weight) * Decimal(str(row[column]))
    assert Decimal(str(row["综合得分"])) == total.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_the_layer_says_what_the_table_says(run) -> None:
    results = run(BEST_COUNT=2, TITLE="示例")
    book = load_workbook(results["WORKBOOK"])
    main = {row["候选地"]: row for row in sheet(book, "选址评估打分")}
    data = ogr.Open(results["SCORED"])
    rows = [feature.items() for feature in data.GetLayer(0)]
    assert len(rows) == 10 and sum(row["BEST"] for row in rows) == 2
    for row in rows:
        assert (row["TOTAL"], row["RANK"], row["ADVICE"]) == tuple(main[row["SITE"]][key] for key in ("综合得分", "排名", "建议"))
    assert book["选址评估打分"].cell(1, 1).value == "示例备选地块评估打分表"
    assert len(book["选址图表"]._charts) == 2


def test_what_is_not_given_is_told(run) -> None:
    results = run(LAYERS=[layer("永久基本农田"), layer("道路"), layer("候选营地")], RASTERS=[], SCORED=None)
    told = " ".join(run.feedback.warnings)
    assert "候选营地" in told and "was left out" in told
    assert "no site was checked for it" in told and "Facilities could not be scored" in told
    assert results["RANKED_COUNT"] + results["VETOED_COUNT"] == 10


def test_points_work_too(run, out) -> None:
    path = out.parent / "points.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    sample = ogr.Open(str(PACKAGE))
    source = sample.GetLayerByName("候选营地")
    made = data.CreateLayer("points", source.GetSpatialRef(), ogr.wkbPoint)
    for field in ("MC", "ANLX"):
        made.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for row in source:
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetGeometry(row.GetGeometryRef().Centroid())
        feature.SetField("MC", row["MC"])
        feature.SetField("ANLX", row["ANLX"])
        made.CreateFeature(feature)
    del feature, made, data, row, source, sample
    results = run(SITES=f"{path}|layername=points")
    book = load_workbook(results["WORKBOOK"])
    assert {row["重叠面积（平方米）"] for row in sheet(book, "否决项核查")} == {None}
    assert results["RANKED_COUNT"] > 0 and results["VETOED_COUNT"] > 0 and results["UNBALANCED_COUNT"] == 0
    assert ogr.Open(results["SCORED"]).GetLayer(0).GetGeomType() == ogr.wkbPoint


@pytest.mark.parametrize(("values", "said"), [
    ({"WEIGHTS": "safety=0;access=0;facilities=0"}, "All weights of the criteria are nothing"),
    ({"WEIGHTS": "beauty=1"}, "is no weight of a criterion"),
    ({"LAYER_MAP": "levee=海塘"}, "names no rule or no layer"),
    ({"SITES": layer("道路"), "SITE_NAME": ""}, "a site is one point or a polygon"),
    ({"LAYERS": [layer("道路")], "LAYER_MAP": "flood=道路"}, "give the veto 河道管理范围（行洪区） a width"),
])
def test_bad_input_is_one_sentence(refused, values, said) -> None:
    assert said in refused(**values)


def test_a_table_of_ones_own_with_a_fault_is_refused(refused, tmp_path) -> None:
    rules = tmp_path / "own.csv"
    rules.write_text("criterion,item,name,measure,layers,weight,low,high,score,source,status\nsafety,a,a,distance,b,1,,,120,s,seen\n")
    assert "own.csv, line 2: “120” is no valid value of the column score" in refused(RULE_TABLE=str(rules))


def test_headless(tmp_path, package) -> None:
    done = qgis_process(
        ALGORITHM, SITES=f"{package}|layername=候选营地", SITE_NAME="MC",
        LAYERS=[f"{package}|layername={name}" for name in (*VETOES, *NEAR)], RASTERS=str(package.parent / SLOPE.name),
        WORKBOOK=str(tmp_path / "book.xlsx"),
    )
    assert results_of(done)["SITE_COUNT"] == 10 and (tmp_path / "book.xlsx").exists()


class Page:
    """A picture of the map: the colours round a place of the ground, by arithmetic of our own."""

    def __init__(self, file, results) -> None:
        from qgis.PyQt.QtGui import QImage

        from ...processing.adapters.layouts.paper import Paper, Size, places_on

        self.image = QImage(str(file))
        paper = Paper(Size.A3, self.image.width() > self.image.height())
        self.frame, self.dots, self.scale = places_on(paper).map, self.image.width() / paper.width, results["SCALE"]
        boxes = [shape.GetEnvelope() for _, shape in shapes("候选营地")]
        west, east = min(box[0] for box in boxes), max(box[1] for box in boxes)
        south, north = min(box[2] for box in boxes), max(box[3] for box in boxes)
        self.west = (west + east) / 2 - self.frame.width * self.scale / 2000
        self.north = (south + north) / 2 + self.frame.height * self.scale / 2000

    def colours(self, x: float, y: float, reach: float) -> set[str]:
        """The colours within `reach` mm of a place."""
        across = (self.frame.x + (x - self.west) * 1000 / self.scale) * self.dots
        down = (self.frame.y + (self.north - y) * 1000 / self.scale) * self.dots
        wide = round(reach * self.dots)
        return {
            self.image.pixelColor(round(across) + left, round(down) + top).name()
            for left in range(-wide, wide + 1) for top in range(-wide, wide + 1)
        }


def test_the_map_has_ranks_in_their_colours_reasons_and_the_table(run, out) -> None:
    from ...processing.adapters.site_sheets import RANKS, VETOED

    results = run(PDF=str(out / "map.pdf"), PICTURES=str(out / "pictures"), MAP_SHEET=True, TITLE="某段", DPI=150)
    assert results["PAGE_COUNT"] == 1 and results["SCALE"] == 50000
    page = Page(out / "pictures" / "00_备选地块排名图.png", results)
    ranks = {row["候选地"]: row["排名"] for row in sheet(load_workbook(results["WORKBOOK"]), "选址评估打分")}
    assert len(RANKS) == len(set(RANKS)) == 5
    for items, shape in shapes("候选营地"):
        seen = page.colours(shape.Centroid().GetX(), shape.Centroid().GetY(), 1.0)
        wanted = VETOED if ranks[items["MC"]] is None else RANKS[ranks[items["MC"]] - 1]
        assert wanted in seen, (items["MC"], seen)
        assert not seen & {*RANKS, VETOED} - {wanted}
    flood = shapes("河道管理范围")[0][1].PointOnSurface()
    (colour,) = page.colours(flood.GetX(), flood.GetY(), 0.2)
    assert min(int(colour[place : place + 2], 16) for place in (1, 3, 5)) > 150
    pages, sizes, text = read_pdf(out / "map.pdf")
    assert pages == 1 and round(max(sizes[0])) == 420
    for wanted in ("某段备选地块排名图", "样例数据", "1:50", "82.54", "示例营地10号", "5108.47平方米", "大堤", "坐标系", "高斯"):
        assert wanted in text, wanted
    for name, rank in ranks.items():
        assert ("否决" if rank is None else f"{rank} {name}") in text
    for _, veto in VETOES.items():
        assert f"否决：{veto}".replace("：", ":").replace("（", "(").replace("）", ")") in text.replace("\n", "")
    with ZipFile(results["WORKBOOK"]) as archive:
        assert archive.read("xl/media/image1.png") == (out / "pictures" / "00_备选地块排名图.png").read_bytes()


def test_without_a_place_for_the_map_none_is_drawn(run, out) -> None:
    results = run()
    assert results["PAGE_COUNT"] == 0 and set(files_in(out)) == {"book.xlsx", "sites.gpkg"}
    with ZipFile(results["WORKBOOK"]) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".png")]


def test_the_map_never_takes_the_place_of_what_is_read(run, out, package) -> None:
    from qgis.core import QgsProcessingException

    before = package.read_bytes()
    book = str(out / "one.xlsx")
    for values, said in (({"PDF": str(package)}, "is an input of this run"), ({"PDF": book, "WORKBOOK": book}, "can't be its PDF")):
        with pytest.raises(QgsProcessingException, match=said):
            run(**values)
    assert package.read_bytes() == before and not files_in(out)
