"""Footprints of made-up projects: blocks and long corridors, laid as they fall, so that some overlap."""

from __future__ import annotations

import numpy as np
import shapely

BLOCKS_PER_PARCEL = 2000 / 200_000
CORRIDORS_AT_200K = 12
CORRIDOR_LENGTH = 34_000.0
XMHX = "DKBH:C20 DKMC:C255 XMMC:C255 PCMC:C255 GHYT:C60 DKMJ:D BZ:C255"
MARGIN = 700.0  # the county's outline bends by less
DECIMALS = 4


def footprints(parcels: int, width: float, height: float, rng: np.random.Generator) -> np.ndarray:
    """Blocks by the number of parcels, corridors across the county by its size (local metres), object (n,)."""
    scale = float(np.sqrt(parcels / 200_000))
    corridors = max(2, round(CORRIDORS_AT_200K * scale))
    length = min(CORRIDOR_LENGTH * scale, min(width, height) - 2 * MARGIN)
    return draw(round(parcels * BLOCKS_PER_PARCEL), corridors, length, width, height, rng)


def draw(
    blocks: int, corridors: int, length: float, width: float, height: float, rng: np.random.Generator
) -> np.ndarray:
    """`blocks` blocks and `corridors` corridors of `length` metres inside width × height."""
    shapes = [_block(rng, width, height) for _ in range(blocks)]
    shapes += [_corridor(rng, number % 2 == 0, length, width, height) for number in range(corridors)]
    return np.array(shapes, dtype=object)


def columns(shapes: np.ndarray, blocks: int) -> dict[str, object]:
    """The fields of the footprints: the first `blocks` are blocks, the rest corridors."""
    kinds = ["地块" if number < blocks else "线性工程" for number in range(len(shapes))]
    return {
        "DKBH": np.array([f"XG{number + 1:06d}" for number in range(len(shapes))], dtype=object),
        "DKMC": np.array([f"虚构{kind}{number + 1}" for number, kind in enumerate(kinds)], dtype=object),
        "XMMC": np.array([f"虚构项目{number // 5 + 1}" for number in range(len(shapes))], dtype=object),
        "PCMC": "虚构批次",
        "GHYT": np.array(["工业用地" if kind == "地块" else "公路用地" for kind in kinds], dtype=object),
        "DKMJ": np.round(shapely.area(shapes), 2),
        "BZ": "虚构数据",
    }


def _block(rng: np.random.Generator, width: float, height: float) -> shapely.Geometry:
    """A turned rectangle, one in three an L, its border drawn in steps of about 25 m."""
    wide, high = rng.uniform(100, 235), rng.uniform(80, 195)
    corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
    if rng.random() < 1 / 3:
        a, b = wide * rng.uniform(0.4, 0.7), high * rng.uniform(0.4, 0.7)
        corners = [(0, 0), (wide, 0), (wide, b), (a, b), (a, high), (0, high)]
    points = shapely.get_coordinates(shapely.segmentize(shapely.linearrings(corners), 25.0))[:-1]
    points = points + rng.uniform(-0.6, 0.6, points.shape)
    turn = rng.uniform(0, np.pi)
    around = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    low = MARGIN + 250
    place = np.array([rng.uniform(low, width - low), rng.uniform(low, height - low)])
    return shapely.polygons(np.round((points - points.mean(axis=0)) @ around + place, DECIMALS))


def _corridor(
    rng: np.random.Generator, eastward: bool, length: float, width: float, height: float
) -> shapely.Geometry:
    """A strip along a winding line from side to side."""
    along, across = (width, height) if eastward else (height, width)
    swing = min(350.0, across / 30)
    start = (along - length) / 2
    steps = np.linspace(0, 1, max(3, int(length / 40)))
    low = MARGIN + 2 * swing
    level = rng.uniform(low, across - low)
    drift = np.clip(rng.uniform(-0.25, 0.25) * length, low - level, across - low - level)
    side = level + drift * steps + swing * np.sin(steps * length / rng.uniform(700, 1500) + rng.uniform(0, 6.28))
    line = np.column_stack([start + steps * length, side])
    half = rng.uniform(16, 32)
    strip = shapely.buffer(
        shapely.linestrings(line if eastward else line[:, ::-1]), half, cap_style="flat", join_style="mitre"
    )
    return shapely.polygons(np.round(shapely.get_coordinates(shapely.get_exterior_ring(strip)), DECIMALS))
