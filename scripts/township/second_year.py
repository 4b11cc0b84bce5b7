"""The year after: which parcels of the made-up township changed, and the change package that a survey would deliver.

Parcels change whole, are split between two of their own vertices (so neighbours still share every vertex) or are drawn
together. The package tells the same: DLTBGX has the parcels as they are after, DLTBGXGC each piece with both classes.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import shapely

from .survey import CLASS_NAMES

Row = dict[str, object]
Measure = Callable[[np.ndarray], list[Decimal]]

YEAR = 2026
CULTIVATED = ("0101", "0102", "0103")
LOST = (
    ("0201", 16), ("0301", 12), ("0404", 6), ("1104", 9), ("1202", 8), ("1006", 4),
    ("0702", 12), ("0601", 8), ("1003", 5), ("1101", 3), ("1206", 2),
)  # fmt: skip
"""Class after and how many cultivated parcels became it."""
WON = (("0201", 9), ("0204", 3), ("0404", 8), ("1104", 4), ("1202", 3), ("0702", 2), ("1206", 2))
"""Class before and how many parcels of it were cultivated."""
SPLIT = (("0201", 6), ("1202", 5), ("0702", 5), ("1104", 4))
FARMLAND_FIELDS = ("KCDLBM", "KCXS", "GDLX", "GDPDJB", "GDDB", "ZZSXDM", "ZZSXMC", "TBXHDM", "TBXHMC")
SIDES = (("BGQ", 0), ("BGH", 1))
ONE_CENTIARE = Decimal("0.01")


@dataclass
class SecondYear:
    """Shapes and rows of DLTB a year later, and of the two layers of the change package."""

    shapes: list[object]
    rows: list[Row]
    after_shapes: list[object] = field(default_factory=list)
    after_rows: list[Row] = field(default_factory=list)
    piece_shapes: list[object] = field(default_factory=list)
    piece_rows: list[Row] = field(default_factory=list)


def next_year(faces: np.ndarray, rows: Sequence[Row], rng: np.random.Generator, measure: Measure) -> SecondYear:
    """The township a year later: `faces` object (n,) and `rows` of DLTB before."""
    made = _Change(faces, rows, rng, measure)
    taken = made.choose()
    kept = [place for place in range(len(rows)) if place not in taken]
    later = [{**rows[place], "SJNF": YEAR} for place in kept]
    year = SecondYear([faces[place] for place in kept], later)
    for place, codes in sorted(taken.items()):
        made.change(place, codes, year)
    return year


class _Change:
    def __init__(self, faces: np.ndarray, rows: Sequence[Row], rng: np.random.Generator, measure: Measure) -> None:
        self.faces, self.rows, self.rng, self.measure = faces, rows, rng, measure
        self.number = max(int(str(row["BSM"])[-8:]) for row in rows)

    def choose(self) -> dict[int, tuple[str, ...]]:
        """Row → the class it becomes, or the classes of its two halves."""
        taken: dict[int, tuple[str, ...]] = {}
        for code, count in LOST:
            taken.update(dict.fromkeys(self._some(CULTIVATED, count, taken), (code,)))
        for code, count in WON:
            taken.update(dict.fromkeys(self._some((code,), count, taken), ("0102",)))
        for code, count in SPLIT:
            found = self._some(CULTIVATED, count, taken, halved=True)
            taken.update({place: (str(self.rows[place]["DLBM"]), code) for place in found})
        return taken

    def _some(self, codes: tuple[str, ...], count: int, taken: dict, halved: bool = False) -> list[int]:
        able = [
            place for place, row in enumerate(self.rows)
            if row["DLBM"] in codes and place not in taken and float(row["TBMJ"]) > (3000 if halved else 400)
        ]  # fmt: skip
        mixed = (int(place) for place in self.rng.permutation(able))
        fit = (place for place in mixed if not halved or _halves(self.faces[place]) is not None)
        return list(itertools.islice(fit, count))

    def change(self, place: int, codes: tuple[str, ...], year: SecondYear) -> None:
        """One parcel before, its parcels after, and the pieces between: their areas sum to the parcel's."""
        before = self.rows[place]
        shapes = [self.faces[place]] if len(codes) == 1 else list(_halves(self.faces[place]) or ())
        areas = _shared(Decimal(str(before["TBMJ"])), self.measure(np.array(shapes, dtype=object)))
        for shape, code, area in zip(shapes, codes, areas):
            after = self._after(before, code, area)
            year.shapes.append(shape)
            year.rows.append(after)
            year.after_shapes.append(shape)
            year.after_rows.append(after)
            year.piece_shapes.append(shape)
            year.piece_rows.append(self._piece(before, after, area))

    def _after(self, before: Row, code: str, area: Decimal) -> Row:
        self.number += 1
        row = {**before, "BSM": f"{str(before['BSM'])[:10]}{self.number:08d}", "TBYBH": str(before["TBBH"])}
        row |= {"TBBH": str(self.number % 10_000_000), "DLBM": code, "DLMC": CLASS_NAMES[code], "SJNF": YEAR, "TBMJ": float(area)}
        if code in CULTIVATED:
            if before["DLBM"] not in CULTIVATED:
                row |= {"GDPDJB": "1", "GDDB": 8, "ZZSXDM": "LS", "ZZSXMC": "种植粮食作物", "KCXS": 0.0}
                # Some of what was won lies on the lake's shore: it is no stable farmland.
                if self.rng.random() < 0.25:
                    row |= {"TBXHDM": "HQGD", "TBXHMC": "湖区耕地"}
        else:
            row |= dict.fromkeys(FARMLAND_FIELDS)
        ridge = (area * Decimal(str(row.get("KCXS") or 0))).quantize(ONE_CENTIARE, ROUND_HALF_UP)
        return row | {"KCMJ": float(ridge), "TBDLMJ": float(area - ridge)}

    def _piece(self, before: Row, after: Row, area: Decimal) -> Row:
        row: Row = {"BSM": str(after["BSM"]), "TBBGMJ": float(area), "BGXW": "1" if before["DLBM"] != after["DLBM"] else "0"}
        for prefix, side in SIDES:
            of = (before, after)[side]
            ridge = (area * Decimal(str(of.get("KCXS") or 0))).quantize(ONE_CENTIARE, ROUND_HALF_UP)
            row |= {
                f"{prefix}TBBSM": of["BSM"], f"{prefix}TBBH": of["TBBH"], f"{prefix}DLBM": of["DLBM"], f"{prefix}DLMC": of["DLMC"],
                f"{prefix}ZLDWDM": of["ZLDWDM"], f"{prefix}ZLDWMC": of["ZLDWMC"], f"{prefix}KCXS": of.get("KCXS"),
                f"{prefix}KCMJ": float(ridge), f"{prefix}TBDLMJ": float(area - ridge), f"{prefix}GDLX": of.get("GDLX"),
                f"{prefix}GDPDJB": of.get("GDPDJB"), f"{prefix}GDDB": of.get("GDDB"), f"{prefix}TBXHDM": of.get("TBXHDM"),
                f"{prefix}ZZSXDM": of.get("ZZSXDM"),
            }  # fmt: skip
        return row


def _halves(face: object) -> tuple[object, object] | None:
    """The two parts of a polygon without holes on both sides of a chord between two of its vertices, the most even one;
    None where no chord lies inside."""
    ring = shapely.get_coordinates(shapely.get_exterior_ring(face))[:-1]
    if shapely.get_num_interior_rings(face) or len(ring) < 4:
        return None
    best, least = None, 0.25
    for first in range(len(ring)):
        for second in range(first + 2, len(ring) - (first == 0)):
            chord = shapely.linestrings(ring[[first, second]])
            if not shapely.covers(face, chord) or shapely.length(shapely.intersection(chord, shapely.boundary(face))) > 0:
                continue
            one = shapely.polygons(ring[first : second + 1])
            share = shapely.area(one) / shapely.area(face)
            if min(share, 1 - share) > least:
                other = shapely.polygons(np.concatenate([ring[second:], ring[: first + 1]]))
                best, least = (one, other), min(share, 1 - share)
    return best


def _shared(total: Decimal, measured: Sequence[Decimal]) -> list[Decimal]:
    """The measured areas, brought to the registered total: the last one takes what the others leave."""
    whole = sum(measured, Decimal(0))
    parts = [(total * part / whole).quantize(ONE_CENTIARE, ROUND_HALF_UP) for part in measured[:-1]]
    return [*parts, total - sum(parts, Decimal(0))]
