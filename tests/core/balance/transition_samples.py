"""Small made-up surveys for tests of the transition: coverages of a square, drawn once a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from ....core.balance.transition.surveys import TransitionJob
from ....core.columns import Columns
from ....core.survey.classes import load_code_table

TABLE = load_code_table()
ORIGIN = np.array([39_470_000.0, 4_060_000.0])
"""Somewhere in zone 39, so that coordinates are as large as real ones."""
VILLAGES = ("379902101201", "379902101202")
_NUMBERS = ("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "GDDB", "SJNF")


def plane_job(**choices: object) -> TransitionJob:
    """A job that measures in the plane."""
    return TransitionJob(TABLE, shapely.area, **choices)  # type: ignore[arg-type]


def survey(
    shapes: Sequence[object],
    codes: Sequence[str],
    villages: Sequence[str] | None = None,
    name: str = "DLTB",
    year: int = 2024,
    **columns: Sequence[object],
) -> Columns:
    """A survey; TBMJ is the plane area to 0.01 m² unless given. Numbers are BSM 1, 2, 3 …"""
    count = len(shapes)
    geometry = np.empty(count, dtype=object)
    geometry[:] = shapes
    given: dict[str, Sequence[object]] = {
        "BSM": [f"{row + 1:06d}" for row in range(count)],
        "DLBM": codes,
        "ZLDWDM": [f"{village}0000000" for village in (villages or [VILLAGES[0]] * count)],
        "TBMJ": np.round(shapely.area(geometry), 2).tolist(),
        "SJNF": [float(year)] * count,
        **columns,
    }
    return Columns(name, np.arange(1, count + 1), geometry, _typed(given), crs="EPSG:4527")


def _typed(given: Mapping[str, Sequence[object]]) -> dict[str, np.ndarray]:
    found = {}
    for name, values in given.items():
        number = name.removeprefix("BGQ").removeprefix("BGH") in (*_NUMBERS, "TBBGMJ")
        column = np.array([np.nan if value is None else value for value in values], float) if number else None
        found[name] = np.array([*values, None], dtype=object)[:-1] if column is None else column
    return found


def typed_columns(name: str, shapes: Sequence[object], **given: Sequence[object]) -> Columns:
    """Any layer: numbers where the standard says so, texts elsewhere."""
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = shapes
    return Columns(name, np.arange(1, len(shapes) + 1), geometry, _typed(given), crs="EPSG:4527")


def box(left: float, low: float, right: float, high: float) -> object:
    """A rectangle, metres from ORIGIN."""
    x, y = ORIGIN
    return shapely.box(x + left, y + low, x + right, y + high)


def strips(cuts: Sequence[float], low: float = 0.0, high: float = 10.0) -> list[object]:
    """Rectangles side by side between the cuts."""
    return [box(left, low, right, high) for left, right in zip(cuts, cuts[1:])]


def random_coverage(rng: np.random.Generator, side: float = 60.0) -> list[object]:
    """The square cut by a few random lines: polygons without overlap or gap, of all angles."""
    ends = [rng.uniform(0, side, (2, 2)) for _ in range(rng.integers(1, 6))]
    square = shapely.box(0, 0, side, side)
    lines = []
    for one, other in ends:
        middle, way = (one + other) / 2, other - one
        way = way / max(np.hypot(*way), 1e-3) * 3 * side
        lines.append(shapely.LineString([middle - way, middle + way]))
    noded = shapely.union_all([shapely.boundary(square), *lines])
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inside = shapely.contains(square.buffer(1e-6), faces) & (shapely.area(faces) > 1e-3)
    return list(shapely.transform(faces[inside], lambda points: np.round(points + ORIGIN, 4)))
