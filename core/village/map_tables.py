"""The tables beside the maps of a village: class groups of the structure table with their areas, control zones with theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ..rounding import divide_half_up
from ..sentence import Sentence, sentence
from ..summary.printing import percentages
from .structure_tables import UNKNOWN, PrintedStructure

HECTARE_UNITS = 1_000_000
"""0.01 m² in a hectare."""


@dataclass(frozen=True)
class MapRow:
    """A row: `name` of a class group or a sum, areas of base year and plan in printed units, `shares` of both in per cent with two
    decimals; `code` a class of the group ('' for a sum, `?` for what no row has); `row` of the structure, −1 for a sum; `bold` for
    sums."""

    name: str | Sentence
    base: Decimal
    plan: Decimal
    shares: tuple[Decimal, Decimal]
    code: str = ""
    row: int = -1
    bold: bool = False


def structure_rows(printed: PrintedStructure, village: int, version: str, total: str, subtotal: str = "{name}") -> list[MapRow]:
    """The rows of a village that have an area, a sum below each heading of several rows, the total below all; `total` and
    `subtotal` are what sums are called. Shares make up 100.00, those of sums are sums."""
    maker = _Rows(printed, village)
    structure = printed.areas.structure.rows
    paths = [structure[row].path if row < len(structure) else () for row in maker.shown]
    found: list[MapRow] = []
    for place, (row, path) in enumerate(zip(maker.shown, paths)):
        codes = structure[row].codes(version) if path else ()
        found.append(maker.row(path[-1] if path else sentence(UNKNOWN), [row], codes[0] if codes else "?"))
        following = paths[place + 1] if place + 1 < len(paths) else ()
        for depth in range(len(path) - 1, 0, -1):
            if following[:depth] == path[:depth]:
                break
            members = [other for other, own in zip(maker.shown, paths) if own[:depth] == path[:depth]]
            if len(members) > 1:
                found.append(maker.row(subtotal.format(name=path[depth - 1]), members))
    found.append(maker.row(total, maker.shown))
    return found


class _Rows:
    """The rows of a village in printed units."""

    def __init__(self, printed: PrintedStructure, village: int) -> None:
        self.printed = printed
        self.sides = printed.base[village], printed.plan[village]
        self.shown = [int(row) for row in np.flatnonzero(self.sides[0] | self.sides[1])]
        self._shares = [percentages(side) for side in self.sides]

    def row(self, name: str | Sentence, members: Sequence[int], code: str = "") -> MapRow:
        """One row, or the sum of several."""
        base, plan = (self.printed.printing.value(self.printed.area(int(side[list(members)].sum()))) for side in self.sides)
        shares = [sum((own[member] for member in members), Decimal(0)) for own in self._shares]
        return MapRow(name, base, plan, (shares[0], shares[1]), code, members[0] if code else -1, not code)


def zone_hectares(codes: np.ndarray, areas: np.ndarray) -> dict[str, Decimal]:
    """Hectares with two decimals, half up, by zone in the order of the codes; `codes` object (n,), `areas` float64 (n,) m²."""
    found: dict[str, float] = {}
    for code, area in zip(codes.tolist(), areas.tolist()):
        found[str(code or "")] = found.get(str(code or ""), 0.0) + area
    return {code: hectares(found[code]) for code in sorted(found)}


def hectares(square_metres: float) -> Decimal:
    """m² as hectares with two decimals, half up of whole 0.01 m²."""
    units = int(Decimal(repr(square_metres)).scaleb(2).to_integral_value(rounding="ROUND_HALF_UP"))
    return Decimal(divide_half_up(units, HECTARE_UNITS // 100)).scaleb(-2)
