"""The layers that control the made-up township: prime farmland, redline, growth boundary, plan, ownership, grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

import numpy as np
import shapely

from .coverage import COORDINATE_DECIMALS, faces_of, merge_by_key
from .ground import ORIGIN, VILLAGES, Ground, meander, to_grid, warped_line
from .survey import (
    COUNTY,
    COUNTY_CODE,
    TOWN,
    TOWN_CODE,
    YEAR,
    Row,
    Survey,
    half_up,
    village_code,
    village_name,
)

Measured = Callable[[np.ndarray], list[Decimal]]
Layer = tuple[np.ndarray, list[Row]]


def grade_layer(outline: shapely.Geometry, rng: np.random.Generator, measure: Measured) -> Layer:
    """Farmland grades: 16 coarse areas over the whole township, GDDB 4 to 10."""
    west, south, east, north = shapely.bounds(outline)
    seeds = np.column_stack([rng.uniform(west, east, 16), rng.uniform(south, north, 16)])
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(seeds), extend_to=shapely.buffer(outline, 500))
    )
    cells = _rounded(
        shapely.segmentize(
            shapely.clip_by_rect(cells, west - 300, south - 300, east + 300, north + 300), 60.0
        )
    )
    cells = cells[np.argsort(shapely.get_y(shapely.centroid(cells)), kind="stable")]
    grades = rng.permutation(np.arange(16) % 7 + 4)
    rows = [
        {
            "BSM": f"{COUNTY_CODE}6001{n:08d}",
            "GDDB": int(grade),
            "ZLFLDM": f"{grade:02d}1111",
            "MJ": float(area),
        }
        for n, (grade, area) in enumerate(zip(grades, measure(cells)), start=1)
    ]
    return cells, rows


def prime_farmland(survey: Survey, rng: np.random.Generator, measure: Measured) -> Layer:
    """About 70 % of the cultivated land. In the west its borders are the parcels', in the middle they differ by up
    to 1.5 mm at every vertex, in the east they were drawn independently and lie up to 1.5 m beside."""
    points = _local(survey.faces)
    score = (
        np.sin(points[:, 0] / 620 + 0.4)
        + np.cos(points[:, 1] / 540)
        + 0.8 * np.sin((points[:, 0] + points[:, 1]) / 950)
        + rng.normal(0, 0.35, size=len(points))
        + 0.0007 * np.min([np.hypot(points[:, 0] - x, points[:, 1] - y) for _, x, y, _ in VILLAGES], axis=0)
    )
    cultivated = np.array([str(row["DLBM"]).startswith("01") for row in survey.rows])
    area = np.where(cultivated, shapely.area(survey.faces), 0.0)
    best = np.argsort(-np.where(cultivated, score, -np.inf), kind="stable")
    chosen = np.sort(best[: int(np.searchsorted(np.cumsum(area[best]), 0.7 * area.sum())) + 1])
    faces = _moved(survey.faces[chosen], _nearly)
    rows: list[Row] = []
    for serial, (index, size) in enumerate(zip(chosen, measure(faces)), start=1):
        parcel = survey.rows[index]
        ridge = half_up(size * Decimal(repr(parcel["KCXS"])))
        rows.append(
            {
                **{
                    name: parcel[name]
                    for name in (
                        "TBBH",
                        "DLBM",
                        "DLMC",
                        "QSXZ",
                        "QSDWDM",
                        "QSDWMC",
                        "ZLDWDM",
                        "ZLDWMC",
                        "KCDLBM",
                        "KCXS",
                        "GDLX",
                        "GDPDJB",
                        "TBXHDM",
                        "TBXHMC",
                        "ZZSXDM",
                        "ZZSXMC",
                        "GDDB",
                        "FRDBS",
                        "SJNF",
                    )
                },
                "BSM": f"{COUNTY_CODE}5001{serial:08d}",
                "YSDM": "2005010200",
                "XZQDM": str(parcel["ZLDWDM"])[:12],
                "XZQMC": parcel["ZLDWMC"],
                "YJJBNTTBBH": f"{str(parcel['ZLDWDM'])[:12]}{serial:05d}",
                "YJJBNTTBMJ": float(size),
                "KCMJ": float(ridge),
                "YJJBNTMJ": float(size - ridge),
                "GGBZL": "一般满足",
                "GDDJ": 5,
                "ZLFLDM": None,
                "WDGD": "是",
                "SFWYYJJBNT": "是",
                "BHKSSJ": "2021/12/31",
                "BHJSSJ": "2035/12/31",
                "BZ": "虚构数据",
            }
        )
    return faces, rows


def _nearly(points: np.ndarray) -> np.ndarray:
    """Displacement of prime-farmland vertices, the same for one place whoever asks."""
    x = points[:, 0] - ORIGIN[0]
    whole = np.round(points * 10_000).astype(np.int64)
    angle = ((whole[:, 0] * 7919 + whole[:, 1] * 104_729) % 100_003) / 100_003 * 2 * np.pi
    size = 0.0015 * ((whole[:, 0] * 31 + whole[:, 1] * 17) % 1009) / 1009
    small = (
        np.column_stack([np.cos(angle), np.sin(angle)])
        * np.where((x > -1300) & (x < 1500), size, 0.0)[:, None]
    )
    large = np.clip((x - 1500) / 600, 0, 1)[:, None] * 1.06
    return small + large * np.column_stack([np.sin(points[:, 1] / 310), np.cos(points[:, 0] / 270)])


def ownership(survey: Survey, measure: Measured) -> Layer:
    """Collective ownership parcels: one owner's ground together, with borders of an older, slightly other survey."""
    keys = [
        (row["QSDWDM"], row["QSDWMC"], row["QSXZ"]) if row["QSXZ"] != "20" else None for row in survey.rows
    ]
    owned = np.array([key is not None for key in keys])
    merged, owners = merge_by_key(survey.faces[owned], [key for key in keys if key is not None])

    def beside(points: np.ndarray) -> np.ndarray:
        return 0.35 * np.column_stack([np.sin(points[:, 1] / 190 + 1), np.cos(points[:, 0] / 230)])

    faces = _moved(merged, beside)
    rows: list[Row] = []
    for serial, ((code, name, kind), area) in enumerate(zip(owners, measure(faces)), start=1):
        rows.append(
            {
                "BSM": f"{COUNTY_CODE}7001{serial:08d}",
                "ZDDM": f"{str(code)[:12]}JA{serial:05d}",
                "QLRMC": name,
                "QSXZ": kind,
                "QSDWDM": code,
                "QSDWMC": name,
                "ZDMJ": float(area),
            }
        )
    return faces, rows


def redline(ground: Ground, measure: Measured) -> Layer:
    """The ecological redline: a ribbon along the river and two blocks (a wood on the hill, a wetland)."""
    course = shapely.intersection(
        to_grid(
            meander(
                [(-4700, -800), (-2600, -900), (-700, -1450), (1200, -1250), (2900, -1650), (4700, -1350)],
                84,
                0.41,
            )
        ),
        shapely.buffer(ground.outline, 30),
    )
    ribbon = shapely.simplify(shapely.buffer(course, 113, quad_segs=3), 1.5)
    wood = _oval(3150, 2120, 430, 330, 0.5)
    wetland = _oval(-3000, -1500, 260, 190, 1.8)
    faces = _rounded(np.array([ribbon, to_grid(wood), to_grid(wetland)], dtype=object))
    names = (
        ("示例河水源涵养红线", "水源涵养"),
        ("示例山水土保持红线", "水土保持"),
        ("示例湿地生物多样性红线", "生物多样性维护"),
    )
    rows = [
        {
            "BSM": f"{COUNTY_CODE}8001{n:08d}",
            "YSDM": "2004010100",
            "XZQDM": TOWN_CODE,
            "XZQMC": TOWN,
            "SHENG": "虚构省",
            "SHI": "虚构市",
            "XIAN": COUNTY,
            "HXBM": f"{COUNTY_CODE}-{n:02d}",
            "HXMC": name,
            "HXLX": kind,
            "LXBM": f"1{n}",
            "MJ": float(area),
            "ZRBHDMC": None,
            "ZRBHDJB": None,
            "ZRBHDLX": None,
            "ZRBHDFQ": None,
            "GKCS": "虚构",
            "BZ": "虚构数据",
        }
        for n, ((name, kind), area) in enumerate(zip(names, measure(faces)), start=1)
    ]
    return faces, rows


def growth_boundary(measure: Measured) -> Layer:
    """The urban growth boundary round the town seat: core, flexible zone and a special-use zone, side by side."""
    west, east, south, north = -560, 1480, -40, 1120
    core = _turned(
        [
            (west, south),
            (east - 420, south),
            (east - 420, south + 60),
            (east - 420, north - 120),
            (east - 420, north),
            (west, north),
            (west, north - 420),
        ]
    )
    flexible = _rectangle(east - 420, south + 60, east, north - 120)
    special = _rectangle(west - 230, north - 420, west, north)
    faces = _rounded(np.array([to_grid(shape) for shape in (core, flexible, special)], dtype=object))
    zones = (("410", "城镇集中建设区"), ("420", "城镇弹性发展区"), ("430", "特别用途区"))
    rows = [
        {
            "BSM": f"{COUNTY_CODE}8101{n:08d}",
            "YSDM": "2004020100",
            "XZQDM": TOWN_CODE,
            "XZQMC": TOWN,
            "GHFQDM": code,
            "GHFQMC": name,
            "MJ": float(area),
            "BZ": "虚构数据",
        }
        for n, ((code, name), area) in enumerate(zip(zones, measure(faces)), start=1)
    ]
    return faces, rows


def plan(ground: Ground, measure: Measured) -> Layer:
    """A coarse land-use plan in blocks; near the township's border some ground has no plan."""
    local_outline = shapely.transform(ground.outline, lambda points: points - np.array(ORIGIN))
    inner = shapely.buffer(shapely.simplify(local_outline, 25), -30)
    river = shapely.buffer(
        shapely.simplify(shapely.transform(ground.river, lambda p: p - np.array(ORIGIN)), 12), 6
    )
    town = _rectangle(-560, -40, 1480, 1120)
    villages = [_oval(x, y, radius * 1.15, radius * 0.95, 0.2) for _, x, y, radius in VILLAGES[1:]]
    across = [warped_line((u, -3800), (u, 3800), 60) for u in np.arange(-4400, 4500, 830)]
    along = [warped_line((-4600, v), (4600, v), 60) for v in np.arange(-3500, 3600, 760)]
    east_half = _rectangle(460, -40, 1480, 1120)
    lines = [*map(shapely.boundary, (inner, river, town, east_half, *villages)), *across, *along]
    pieces = faces_of(lines)
    pieces = pieces[shapely.within(shapely.point_on_surface(pieces), inner)]
    keys: list[tuple[str, str, str | None, int]] = []
    for block, place in enumerate(shapely.point_on_surface(pieces)):
        x, y = shapely.get_x(place), shapely.get_y(place)
        if shapely.within(place, river):
            keys.append(("1701", "河流水面", None, 0))
        elif shapely.within(place, town):
            keys.append(("1001", "工业用地", "Z", 0) if x > 460 else ("0701", "城镇住宅用地", "Z", 0))
        elif any(shapely.within(place, village) for village in villages):
            keys.append(("0703", "农村宅基地", None, 0))
        elif np.hypot(x - 3000, y - 2250) < 1300:
            keys.append(("0301", "乔木林地", None, block))
        else:
            code = ("0102", "水浇地") if y > -600 or y < -2200 else ("0101", "水田")
            keys.append(("0703", "农村宅基地", "T", block) if block % 29 == 7 else (*code, None, block))
    faces, owners = merge_by_key(pieces, keys)
    faces = _rounded(np.array([to_grid(face) for face in faces[shapely.area(faces) > 400]], dtype=object))
    owners = [key for key, size in zip(owners, shapely.area(merge_by_key(pieces, keys)[0])) if size > 400]
    rows = [
        {
            "BSM": f"{COUNTY_CODE}3001{n:010d}",
            "YSDM": "2003020210",
            "TBBH": str(n),
            "GHDLBM": key[0],
            "GHDLMC": key[1],
            "GHDLMJ": float(area),
            "SSBJLX": key[2],
            "BZ": "虚构数据",
        }
        for n, (key, area) in enumerate(zip(owners, measure(faces)), start=1)
    ]
    return faces, rows


def approved(measure: Measured) -> Layer:
    """Land approved before: five grounds near the seat and along the highway."""
    boxes = (
        (620, 330, 860, 520),
        (980, 560, 1180, 700),
        (-200, 900, -40, 1040),
        (-1290, -190, -1130, -110),
        (2050, 60, 2190, 150),
    )
    faces = _rounded(np.array([to_grid(_rectangle(*box, turn=0.05)) for box in boxes], dtype=object))
    rows = [
        {
            "BSM": f"{COUNTY_CODE}9001{n:08d}",
            "XMBH": f"虚构-2023-{n:03d}",
            "XMMC": f"示例已批项目{n}",
            "PZWH": f"虚政土字〔2023〕{100 + n}号",
            "PZRQ": f"2023-0{n + 2}-15",
            "PZMJ": float(half_up(area)),
            "TBMJ": float(area),
        }
        for n, area in enumerate(measure(faces), start=1)
    ]
    return faces, rows


def districts(survey: Survey, measure: Measured) -> tuple[Layer, Layer]:
    """Village districts (CJDCQ) and the township (XZQ); DCMJ is the sum of the parcels' TBMJ."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, key in enumerate(survey.keys):
        members[key.village].append(index)
    shapes: list[shapely.Geometry] = []
    rows: list[Row] = []
    for village, parcels in sorted(members.items()):
        shapes.append(
            shapely.multipolygons(shapely.get_parts(shapely.coverage_union_all(survey.faces[parcels])))
        )
        rows.append(
            {
                "BSM": f"{COUNTY_CODE}0201{village + 1:08d}",
                "YSDM": "1000600400",
                "ZLDWDM": village_code(village) + "0000000",
                "ZLDWMC": village_name(village),
                "DCMJ": _sum(survey.rows[i]["TBMJ"] for i in parcels),
                "JSMJ": None,
                "MSSM": "00",
                "HDMC": None,
                "BZ": "虚构数据",
            }
        )
    villages = np.array(shapes, dtype=object)
    for row, area in zip(rows, measure(villages)):
        row["JSMJ"] = float(area)
    town = np.array([shapely.coverage_union_all(survey.faces)], dtype=object)
    town_row: Row = {
        "BSM": f"{COUNTY_CODE}010100000001",
        "YSDM": "1000600100",
        "XZQDM": TOWN_CODE,
        "XZQMC": TOWN,
        "DCMJ": _sum(row["TBMJ"] for row in survey.rows),
        "JSMJ": float(measure(town)[0]),
        "MSSM": "00",
        "HDMC": None,
        "BZ": f"虚构数据 {YEAR}",
    }
    return (villages, rows), (town, [town_row])


def _sum(values: Sequence[object]) -> float:
    return float(sum((Decimal(repr(value)) for value in values), Decimal(0)))


def _local(faces: np.ndarray) -> np.ndarray:
    return shapely.get_coordinates(shapely.point_on_surface(faces)) - np.array(ORIGIN)


def _moved(faces: np.ndarray, displacement: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    return np.array(
        [shapely.transform(face, lambda points: points + displacement(points)) for face in faces],
        dtype=object,
    )


def _rounded(faces: np.ndarray) -> np.ndarray:
    return np.array(
        [shapely.transform(face, lambda points: np.round(points, COORDINATE_DECIMALS)) for face in faces],
        dtype=object,
    )


def _rectangle(west: float, south: float, east: float, north: float, turn: float = 0.02) -> shapely.Geometry:
    return _turned([(west, south), (east, south), (east, north), (west, north)], turn)


def _turned(places: Sequence[tuple[float, float]], turn: float = 0.02) -> shapely.Geometry:
    corners = np.array(places, dtype=float)
    middle = np.array([250.0, 550.0])
    c, s = np.cos(turn), np.sin(turn)
    return shapely.polygons((corners - middle) @ np.array([[c, s], [-s, c]]) + middle)


def _oval(x: float, y: float, a: float, b: float, phase: float) -> shapely.Geometry:
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    wobble = 1 + 0.09 * np.sin(3 * angle + phase) + 0.05 * np.sin(7 * angle + 2 * phase)
    return shapely.polygons(np.column_stack([x + a * wobble * np.cos(angle), y + b * wobble * np.sin(angle)]))
