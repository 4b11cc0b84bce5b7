"""The ground of the made-up township: outline, villages, river, roads, ditches, fields, cut into labelled faces.

Everything is drawn in local metres round (0, 0) and moved to EPSG:4527 before the borders are roughened.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely

from .coverage import absorb_slivers, faces_of, merge_by_key, roughen

ORIGIN = (39_408_556.0, 4_035_960.0)
EPSG = 4527
LINEAR_KINDS = ("river", "flat", "dike", "railway", "highway", "canal", "street", "road", "ditch")
VILLAGES = (
    ("甲庄村", 250, 550, 560),
    ("乙营村", -3250, 1950, 230),
    ("丙屯村", -1650, 2200, 260),
    ("丁集村", 250, 2350, 240),
    ("戊楼村", 2150, 1500, 220),
    ("己堂村", 3300, 250, 250),
    ("庚寨村", 1950, -350, 230),
    ("辛店村", -1550, 450, 270),
    ("壬坊村", -3250, 150, 240),
    ("癸桥村", -2200, -2050, 250),
    ("子铺村", -150, -2300, 240),
    ("丑湾村", 2350, -2250, 260),
)


class Key(NamedTuple):
    """What a face belongs to: kind of ground, village (index), a cell inside the kind."""

    kind: str
    village: int
    cell: tuple[int, ...]


@dataclass(frozen=True)
class Ground:
    """Faces (object (n,) Polygon, EPSG:4527) that cover the township without gap or overlap, and their keys."""

    faces: np.ndarray
    keys: list[Key]
    river: shapely.Geometry
    outline: shapely.Geometry


def to_grid(geometry: shapely.Geometry) -> shapely.Geometry:
    """Local metres to EPSG:4527."""
    return shapely.transform(geometry, lambda points: points + np.array(ORIGIN))


def warp(points: np.ndarray) -> np.ndarray:
    """Straight lines bend as field roads do."""
    u, v = points[:, 0], points[:, 1]
    x = u + 60 * np.sin(v / 1400 + 0.6) + 25 * np.sin(u / 900 + v / 1700)
    y = v + 70 * np.sin(u / 1700 + 1.1) + 20 * np.sin(v / 800 + u / 1100)
    return np.column_stack([x, y])


def unwarp(points: np.ndarray) -> np.ndarray:
    """The inverse of `warp`, by fixed-point iteration (contraction below 0.1)."""
    straight = points.copy()
    for _ in range(40):
        straight = straight + points - warp(straight)
    return straight


def warped_line(start: tuple[float, float], end: tuple[float, float], step: float = 25.0) -> shapely.Geometry:
    """The bent image of a straight line."""
    count = max(2, int(math.dist(start, end) / step) + 1)
    return shapely.linestrings(warp(np.linspace(start, end, count)))


def meander(
    waypoints: list[tuple[float, float]], sway: float, phase: float, step: float = 20.0
) -> shapely.Geometry:
    """A smooth wavy line through (nearly) the waypoints."""
    line = shapely.linestrings(waypoints)
    places = np.arange(0, shapely.length(line), step)
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, places))
    kernel = np.hanning(41) / np.hanning(41).sum()
    smooth = np.column_stack(
        [np.convolve(np.pad(c, 20, mode="edge"), kernel, mode="valid") for c in points.T]
    )
    tangent = np.gradient(smooth, axis=0)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]]) / np.hypot(*tangent.T)[:, None]
    wave = sway * (np.sin(places / 330 + phase) + 0.5 * np.sin(places / 147 + 2 * phase))
    return shapely.linestrings(smooth + normal * wave[:, None])


def slope_level(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """GDPDJB 1..5 of a place: a hill in the north-east, flat elsewhere."""
    distance = np.hypot((x - 3000) / 1.15, y - 2250)
    return np.digitize(-distance, [-1250, -980, -700, -330]) + 1


@dataclass(frozen=True)
class FieldGrid:
    """Field blocks between field roads, each cut into two halves by a ditch and into strips."""

    u: np.ndarray
    v: np.ndarray
    middle: np.ndarray
    cuts: dict[tuple[int, int, int], np.ndarray]
    split: dict[tuple[int, int, int, int], float]

    def cell(self, point: np.ndarray) -> tuple[int, ...]:
        """The strip that holds a point (unwarped)."""
        i = int(np.clip(np.searchsorted(self.u, point[0]) - 1, 0, len(self.u) - 2))
        j = int(np.clip(np.searchsorted(self.v, point[1]) - 1, 0, len(self.v) - 2))
        half = int(point[1] > self.middle[j])
        strip = int(np.searchsorted(self.cuts[i, j, half], point[0]))
        at = self.split.get((i, j, half, strip))
        return (i, j, half, strip, 0 if at is None else int(point[1] > at))


def draw(seed: int) -> Ground:
    """The township, deterministic for a seed."""
    rng = np.random.default_rng(seed)
    outline = _outline(rng)
    districts = _districts(outline)
    grid, grid_lines, roads, ditches = _fields(rng)
    bands = _bands()
    built = [_blob(rng, x, y, radius) for _, x, y, radius in VILLAGES]
    street_lines, streets, lots = _streets(rng)
    inserts = _inserts(rng, outline, built, bands)

    bands["street"] = shapely.intersection(streets, shapely.union_all(built))
    bands["road"] = roads
    bands["ditch"] = ditches
    areas = [*bands.values(), *districts, *built, *inserts]
    lines = [shapely.boundary(area) for area in areas] + grid_lines + street_lines
    lines = [shapely.intersection(line, shapely.buffer(outline, 60)) for line in lines] + [
        shapely.boundary(outline)
    ]
    faces = faces_of(lines)
    faces = faces[shapely.within(shapely.point_on_surface(faces), outline)]
    keys = _labels(faces, bands, districts, built, inserts, grid, lots)
    faces, merged = merge_by_key(faces, keys)
    faces, merged = absorb_slivers(faces, merged, _least)
    order = np.lexsort(shapely.get_coordinates(shapely.point_on_surface(faces)).T)
    faces = np.array([to_grid(face) for face in faces[order]], dtype=object)
    faces = roughen(faces, rng, amplitude=0.35)
    return Ground(faces, [merged[i] for i in order], to_grid(bands["river"]), to_grid(outline))


def _least(key: object) -> tuple[float, float]:
    kind = key.kind if isinstance(key, Key) else ""
    if kind in LINEAR_KINDS:
        return (120.0, 1.2)
    return (150.0, 4.0) if kind in ("lot", "insert") else (700.0, 7.0)


def _outline(rng: np.random.Generator) -> shapely.Geometry:
    angle = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    rounded = (np.abs(np.cos(angle)) ** 3.2 + np.abs(np.sin(angle)) ** 3.2) ** (-1 / 3.2)
    wobble = 1 + sum(
        0.025 * rng.uniform(0.4, 1) * np.sin(k * angle + rng.uniform(0, 6.3)) for k in (3, 5, 8, 13, 21)
    )
    points = np.column_stack([3950 * np.cos(angle), 2980 * np.sin(angle)]) * (rounded * wobble)[:, None]
    return shapely.polygons(warp(points))


def _districts(outline: shapely.Geometry) -> list[shapely.Geometry]:
    """Village districts: Thiessen polygons with bent borders, in the order of VILLAGES."""
    centres = shapely.points([(x, y) for _, x, y, _ in VILLAGES])
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(centres), extend_to=shapely.buffer(outline, 900))
    )
    cells = shapely.segmentize(cells, 40.0)

    def bend(points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0], points[:, 1]
        return points + np.column_stack([38 * np.sin(y / 170), 34 * np.sin(x / 210 + 0.7)])

    bent = [shapely.transform(cell, bend) for cell in cells]
    found = shapely.STRtree(bent).query(centres, predicate="within")
    return [bent[cell] for _, cell in sorted(zip(*found))]


def _bands() -> dict[str, shapely.Geometry]:
    """River with flats and dikes, railway, highways and canal, in order of precedence."""
    course = meander(
        [(-4700, -800), (-2600, -900), (-700, -1450), (1200, -1250), (2900, -1650), (4700, -1350)], 85, 0.4
    )
    river = shapely.buffer(course, 34, quad_segs=4)
    flat = shapely.buffer(shapely.transform(course, lambda p: p + np.array([0, 8])), 66, quad_segs=4)
    dike = shapely.buffer(course, 92, quad_segs=4)
    railway = shapely.buffer(meander([(-2450, -3600), (-2650, 0), (-2500, 3600)], 25, 1.0), 16, quad_segs=2)
    east = shapely.buffer(
        meander([(-4700, 150), (-1500, -50), (1200, 180), (4700, -120)], 18, 2.0), 13, quad_segs=2
    )
    north = shapely.buffer(
        meander([(-650, -3600), (-520, -500), (-780, 1200), (-600, 3600)], 22, 0.2), 7, quad_segs=2
    )
    canal = shapely.buffer(
        meander([(-4700, 1350), (-1000, 1500), (1300, 1350), (1500, 3600)], 30, 1.7), 9, quad_segs=2
    )
    return {
        "river": river,
        "flat": flat,
        "dike": dike,
        "railway": railway,
        "highway": shapely.union(east, north),
        "canal": canal,
    }


def _fields(
    rng: np.random.Generator,
) -> tuple[FieldGrid, list[shapely.Geometry], shapely.Geometry, shapely.Geometry]:
    u = np.cumsum(np.r_[-4700, rng.uniform(430, 620, size=18)])
    v = np.cumsum(np.r_[-3700, rng.uniform(360, 520, size=17)])
    middle = (v[:-1] + v[1:]) / 2 + rng.uniform(-30, 30, size=len(v) - 1)
    lines, roads, ditches = [], [], []
    cuts: dict[tuple[int, int, int], np.ndarray] = {}
    split: dict[tuple[int, int, int, int], float] = {}
    width_u, width_v = rng.uniform(3.6, 6.8, size=len(u)), rng.uniform(3.6, 6.8, size=len(v))
    for i, left in enumerate(u):
        for j in range(len(v) - 1):
            side = warped_line((left, v[j]), (left, v[j + 1]))
            lines.append(side)
            if rng.random() < 0.86:
                roads.append(shapely.buffer(side, width_u[i] / 2, quad_segs=2))
    for j, below in enumerate(v):
        for i in range(len(u) - 1):
            side = warped_line((u[i], below), (u[i + 1], below))
            lines.append(side)
            if rng.random() < 0.82:
                roads.append(shapely.buffer(side, width_v[j] / 2, quad_segs=2))
    for i in range(len(u) - 1):
        for j in range(len(v) - 1):
            side = warped_line((u[i], middle[j]), (u[i + 1], middle[j]))
            lines.append(side)
            if rng.random() < 0.72:
                ditches.append(shapely.buffer(side, rng.uniform(1.6, 3.6), quad_segs=1))
            for half, (low, high) in enumerate(((v[j], middle[j]), (middle[j], v[j + 1]))):
                count = int(rng.integers(2, 8))
                even = np.linspace(u[i], u[i + 1], count + 1)[1:-1]
                at = np.sort(even + rng.uniform(-0.22, 0.22, size=count - 1) * (u[i + 1] - u[i]) / count)
                cuts[i, j, half] = at
                lines.extend(warped_line((x, low), (x, high)) for x in at)
                edges = np.r_[u[i], at, u[i + 1]]
                for strip in range(count):
                    if rng.random() < 0.22:
                        y = low + (high - low) * rng.uniform(0.35, 0.65)
                        split[i, j, half, strip] = y
                        lines.append(warped_line((edges[strip], y), (edges[strip + 1], y)))
    return FieldGrid(u, v, middle, cuts, split), lines, shapely.union_all(roads), shapely.union_all(ditches)


def _blob(rng: np.random.Generator, x: float, y: float, radius: float) -> shapely.Geometry:
    angle = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    rounded = (np.abs(np.cos(angle)) ** 4 + np.abs(np.sin(angle)) ** 4) ** (-1 / 4)
    wobble = 1 + sum(
        0.07 * rng.uniform(0.3, 1) * np.sin(k * angle + rng.uniform(0, 6.3)) for k in (2, 3, 5, 9)
    )
    return shapely.polygons(
        np.column_stack(
            [
                x + radius * 1.1 * rounded * wobble * np.cos(angle),
                y + radius * 0.85 * rounded * wobble * np.sin(angle),
            ]
        )
    )


@dataclass(frozen=True)
class Lots:
    """The street grid of one village in its own turned frame."""

    centre: tuple[float, float]
    turn: float
    across: np.ndarray
    along: np.ndarray

    def frame(self, points: np.ndarray) -> np.ndarray:
        """Map coordinates into the turned frame."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        return (points - np.array(self.centre)) @ np.array([[c, -s], [s, c]])

    def place(self, points: np.ndarray) -> np.ndarray:
        """The inverse of `frame`."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        return points @ np.array([[c, s], [-s, c]]) + np.array(self.centre)

    def cell(self, point: np.ndarray) -> tuple[int, int]:
        """Column and row of the lot that holds a point."""
        a, b = self.frame(point[None, :])[0]
        return int(np.searchsorted(self.across, a)), int(np.searchsorted(self.along, b))


def _streets(rng: np.random.Generator) -> tuple[list[shapely.Geometry], shapely.Geometry, list[Lots]]:
    lines, streets, lots = [], [], []
    for _, x, y, radius in VILLAGES:
        reach = radius * 1.5
        size = (70, 125) if radius < 400 else (95, 170)
        across = np.cumsum(np.r_[-reach, rng.uniform(*size, size=int(2 * reach / size[0]))])
        along = np.cumsum(np.r_[-reach, rng.uniform(*size, size=int(2 * reach / size[0]))])
        lot = Lots((x, y), rng.uniform(-0.12, 0.12), across[across < reach], along[along < reach])
        lots.append(lot)
        wanted = [((a, -reach), (a, reach)) for a in lot.across] + [
            ((-reach, b), (reach, b)) for b in lot.along
        ]
        for number, (start, end) in enumerate(wanted):
            line = shapely.linestrings(lot.place(np.array([start, end], dtype=float)))
            lines.append(shapely.intersection(line, shapely.buffer(shapely.points(x, y), reach)))
            if number % 2 == 0 or radius > 400:
                streets.append(shapely.buffer(line, 3.0 if radius < 400 else 5.5, cap_style="flat"))
    return lines, shapely.union_all(streets), lots


def _inserts(
    rng: np.random.Generator,
    outline: shapely.Geometry,
    built: list[shapely.Geometry],
    bands: dict[str, shapely.Geometry],
) -> list[shapely.Geometry]:
    """Small grounds inside fields (pump houses, ponds, graves, sheds): a field round one has a hole."""
    taken = shapely.union_all([shapely.buffer(area, 40) for area in [*built, *bands.values()]])
    found: list[shapely.Geometry] = []
    inner = shapely.buffer(outline, -120)
    while len(found) < 150:
        x, y = rng.uniform(-3900, 3900), rng.uniform(-2950, 2950)
        a, b, turn = rng.uniform(18, 62), rng.uniform(16, 48), rng.uniform(-0.2, 0.2)
        c, s = math.cos(turn), math.sin(turn)
        corners = np.array([[-a, -b], [a, -b], [a, b], [-a, b]]) / 2 @ np.array([[c, s], [-s, c]]) + (x, y)
        shape = shapely.polygons(corners)
        clear = shapely.buffer(shape, 30)
        if shapely.within(clear, inner) and not shapely.intersects(clear, taken):
            found.append(shape)
            taken = shapely.union(taken, clear)
    return found


def _labels(
    faces: np.ndarray,
    bands: dict[str, shapely.Geometry],
    districts: list[shapely.Geometry],
    built: list[shapely.Geometry],
    inserts: list[shapely.Geometry],
    grid: FieldGrid,
    lots: list[Lots],
) -> list[Key]:
    inside = shapely.point_on_surface(faces)
    points = shapely.get_coordinates(inside)
    straight = unwarp(points)
    village = np.full(len(faces), -1)
    for index, district in enumerate(districts):
        village[shapely.contains(_prepared(district), inside)] = index
    if (village < 0).any():
        raise RuntimeError("a face lies in no village")
    kind = np.full(len(faces), "field", dtype=object)
    cell: list[tuple[int, ...]] = [grid.cell(point) for point in straight]
    for index, blob in enumerate(built):
        for face in np.flatnonzero(shapely.contains(_prepared(blob), inside)):
            kind[face], cell[face] = "lot", (index, *lots[index].cell(points[face]))
    for index, insert in enumerate(inserts):
        for face in np.flatnonzero(shapely.contains(_prepared(insert), inside)):
            kind[face], cell[face] = "insert", (index,)
    for name in reversed(LINEAR_KINDS):
        hit = shapely.contains(_prepared(bands[name]), inside)
        if name in ("road", "ditch"):
            hit &= ~np.isin(kind, ("lot", "street", "insert"))
        for face in np.flatnonzero(hit):
            kind[face], cell[face] = name, ()
    return [Key(str(k), int(v), c) for k, v, c in zip(kind, village, cell)]


def _prepared(geometry: shapely.Geometry) -> shapely.Geometry:
    shapely.prepare(geometry)
    return geometry
