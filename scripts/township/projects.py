"""Twelve made-up projects of the township (XMHX) and two coordinate files in the land-approval layout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import shapely

from .ground import ORIGIN, Ground, to_grid
from .survey import Row, Survey, half_up

Layer = tuple[np.ndarray, list[Row]]


def projects(ground: Ground, survey: Survey) -> Layer:
    """Footprints with three decimals: blocks, a 20 km road, a multipart, one with a hole, two that overlap, …"""
    east_edge = _east_edge(ground)
    drawn: list[tuple[str, str, str, shapely.Geometry]] = [
        ("示例装备制造产业园", "工业用地", "2026年第1批次", block(1010, 420, 330, 240, 0.04)),
        ("示例高标准仓储", "物流仓储用地", "2026年第1批次", _of_parcels(survey, -1050, 900)),
        ("示例县道改建工程", "公路用地", "单独选址", _road()),
        (
            "示例村级公益设施",
            "公用设施用地",
            "2026年第2批次",
            shapely.union_all(
                [
                    block(-3050, 2130, 70, 55, 0.1),
                    block(-1880, 2010, 84, 48, -0.1),
                    block(520, 2200, 62, 62, 0.2),
                ]
            ),
        ),
        (
            "示例环形物流园",
            "物流仓储用地",
            "2026年第1批次",
            shapely.difference(block(-1180, -2420, 420, 340, -0.06), block(-1160, -2400, 130, 96, 0.1)),
        ),
        ("示例光伏配套（一期）", "工业用地", "2026年第2批次", block(1880, 1010, 300, 210, 0.12)),
        ("示例光伏配套（二期）", "工业用地", "2026年第2批次", block(2050, 1080, 280, 190, -0.05)),
        ("示例跨界货场", "铁路用地", "单独选址", to_local(block_at(east_edge, 260, 180, 0.03))),
        ("示例变电站", "公用设施用地", "2026年第2批次", block(-620, 1760, 62, 48, 0.3)),
        ("示例山地观景台", "特殊用地", "2026年第3批次", block(2960, 2200, 360, 250, 0.4)),
        (
            "示例河堤加固",
            "水工建筑用地",
            "单独选址",
            shapely.buffer(
                shapely.linestrings([(300, -1185), (520, -1165), (760, -1195), (1010, -1250), (1240, -1235)]),
                17,
                cap_style="flat",
                join_style="mitre",
            ),
        ),
        ("示例中心小学扩建", "科教文卫用地", "2026年第3批次", block(120, 760, 120, 96, -0.08)),
    ]
    faces = np.array([_three_decimals(to_grid(shape)) for *_, shape in drawn], dtype=object)
    rows: list[Row] = [
        {
            "DKBH": f"DK{number:03d}",
            "DKMC": f"{name}地块",
            "XMMC": name,
            "PCMC": batch,
            "GHYT": use,
            "DKMJ": float(half_up(plane_area(face) / 10_000, 4)),
            "BZ": "虚构数据",
        }
        for number, ((name, use, batch, _), face) in enumerate(zip(drawn, faces), start=1)
    ]
    return faces, rows


def block(x: float, y: float, width: float, height: float, turn: float) -> shapely.Geometry:
    """A turned rectangle round a place in local metres."""
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    c, s = math.cos(turn), math.sin(turn)
    return shapely.polygons(corners @ np.array([[c, s], [-s, c]]) + (x, y))


def block_at(place: tuple[float, float], width: float, height: float, turn: float) -> shapely.Geometry:
    """The same round a place in map coordinates."""
    return to_grid(block(place[0] - ORIGIN[0], place[1] - ORIGIN[1], width, height, turn))


def to_local(geometry: shapely.Geometry) -> shapely.Geometry:
    """EPSG:4527 to local metres."""
    return shapely.transform(geometry, lambda points: points - np.array(ORIGIN))


def plane_area(geometry: shapely.Geometry) -> Decimal:
    """The exact plane area of decimal coordinates, in m²."""
    total = Decimal(0)
    for part in shapely.get_parts(geometry):
        for number, ring in enumerate(shapely.get_rings(part)):
            points = [(Decimal(repr(x)), Decimal(repr(y))) for x, y in shapely.get_coordinates(ring).tolist()]
            twice = sum((x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:])), Decimal(0))
            total += abs(twice) / 2 * (1 if number == 0 else -1)
    return total


def _road() -> shapely.Geometry:
    turns = [
        (-2200, 2480),
        (-1000, 2540),
        (400, 2560),
        (1500, 2380),
        (2250, 1900),
        (2050, 1300),
        (1100, 1290),
        (-900, 1200),
        (-2400, 1290),
        (-3350, 1080),
        (-3500, 500),
        (-2900, 330),
        (-1200, 250),
        (300, -330),
        (1500, -150),
        (2900, -230),
        (3420, -560),
        (3300, -1000),
        (2500, -1100),
        (1750, -1300),
        (1200, -1900),
        (300, -2080),
        (-700, -2300),
    ]
    line = shapely.linestrings(turns)
    for _ in range(3):
        points = shapely.get_coordinates(line)
        cut = np.empty((2 * len(points), 2))
        cut[0], cut[-1] = points[0], points[-1]
        cut[1:-1:2] = 0.75 * points[:-1] + 0.25 * points[1:]
        cut[2:-1:2] = 0.25 * points[:-1] + 0.75 * points[1:]
        line = shapely.linestrings(cut)
    end = float(shapely.length(line))
    stations = np.arange(end - 20_000.0, end, 40.0).tolist() + [end]
    centre = shapely.linestrings(shapely.get_coordinates(shapely.line_interpolate_point(line, stations)))
    return shapely.buffer(centre, 20.0, cap_style="flat", join_style="mitre")


def _of_parcels(survey: Survey, x: float, y: float) -> shapely.Geometry:
    """A ground along parcel borders: whatever fields lie within 110 m of a place."""
    fields = np.array([key.kind == "field" for key in survey.keys])
    place = shapely.points(x + ORIGIN[0], y + ORIGIN[1])
    near = np.flatnonzero(fields & (shapely.distance(survey.faces, place) < 60))
    parts = shapely.get_parts(shapely.coverage_union_all(survey.faces[near]))
    largest = parts[int(np.argmax(shapely.area(parts)))]
    return to_local(shapely.polygons(shapely.get_exterior_ring(largest)))


def _east_edge(ground: Ground) -> tuple[float, float]:
    line = shapely.linestrings([(ORIGIN[0], ORIGIN[1] + 700), (ORIGIN[0] + 6000, ORIGIN[1] + 700)])
    inside = shapely.intersection(line, ground.outline)
    return float(shapely.bounds(inside)[2]), ORIGIN[1] + 700


def _three_decimals(geometry: shapely.Geometry) -> shapely.Geometry:
    return shapely.normalize(shapely.transform(geometry, lambda points: np.round(points, 3)))


def coordinate_file(
    title: str, parcels: Sequence[tuple[str, str, str, str, shapely.Geometry]], label: str, unit: str
) -> str:
    """A coordinate text in the 8-field land-approval layout.

    `parcels` are (number, name, use, class code, Polygon in EPSG:4527); `label` formats a point number (`J{:d}`).
    Rings start at their north-west corner, run clockwise (holes too start there, counter-clockwise) and are closed.
    """
    lines = [
        "[项目信息]",
        f"项目名称={title}",
        "备注=虚构数据，仅供示例",
        "[属性描述]",
        "格式版本号=1.01版本",
        f"数据产生单位={unit}",
        "数据产生日期=2026-01-01",
        "坐标系=2000国家大地坐标系",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
        "带号=39",
        "精度=0.001",
        "转换参数=0,0,0,0,0,0,0",
        "[地块坐标]",
    ]
    for number, name, use, code, polygon in parcels:
        rings = shapely.get_rings(polygon)
        count = sum(len(shapely.get_coordinates(ring)) - 1 for ring in rings)
        hectares = half_up(plane_area(polygon) / 10_000, 4)
        lines.append(f"{count},{hectares},{number},{name},面,J50G001001,{use},{code},@")
        first = 1
        for circle, ring in enumerate(rings, start=1):
            points = _from_north_west(shapely.get_coordinates(ring)[:-1], clockwise=circle == 1)
            for step, (x, y) in enumerate(points, start=first):
                lines.append(f"{label.format(step)},{circle},{y:.3f},{x:.3f}")
            lines.append(f"{label.format(first)},{circle},{points[0][1]:.3f},{points[0][0]:.3f}")
            first += len(points)
    return "\r\n".join(lines) + "\r\n"


def _from_north_west(points: np.ndarray, clockwise: bool) -> np.ndarray:
    ring = shapely.linearrings(points)
    if bool(shapely.is_ccw(ring)) == clockwise:
        points = points[::-1]
    corner = int(np.argmin(points[:, 0] - points[:, 1]))
    return np.roll(points, -corner, axis=0)
