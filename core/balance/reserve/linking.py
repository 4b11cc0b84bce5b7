"""Lots of a sheet linked to the features of a layer: by the number of the lot, with the areas compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...area import Area
from ...workbook.cell_text import normalised
from .reading import SheetLot

Key = tuple[str, str]


@dataclass(frozen=True)
class DifferentArea:
    """A lot whose features together have another area than it has land: farmland, or paddy where that is more."""

    lot: SheetLot
    drawn: Area
    booked: Area


@dataclass
class Linking:
    """`links` the layer and the ids of the features of each lot, by holder and code; `lost` lots without one, `several` lots
    whose number several holders have, `different` those whose area differs; `unknown` numbers of features without a lot."""

    links: dict[Key, tuple[str, str]] = field(default_factory=dict)
    lost: list[SheetLot] = field(default_factory=list)
    several: list[SheetLot] = field(default_factory=list)
    different: list[DifferentArea] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def link_lots(
    lots: Sequence[SheetLot],
    codes: Sequence[object],
    ids: Sequence[int],
    areas: Sequence[Area | None],
    layer: str,
    tolerance_percent: Decimal,
) -> Linking:
    """Link lots to features: `codes`, `ids` and `areas` of the features (None without a shape), in their order.

    A lot may have several features. Areas differ when they are further apart than `tolerance_percent` of what is booked.
    """
    features: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for place, code in enumerate(codes):
        key = normalised(code)
        if key:
            features.setdefault(key, []).append(place)
            names.setdefault(key, str(code).strip())
    found = Linking()
    of_code: dict[str, list[SheetLot]] = {}
    for lot in lots:
        of_code.setdefault(normalised(lot.key[1]), []).append(lot)
    for key, same in of_code.items():
        places = features.get(key)
        if not places:
            found.lost += same
        elif len(same) > 1:
            found.several += same
        else:
            found.links[same[0].key] = layer, ",".join(str(int(ids[place])) for place in places)
            _compare(found, same[0], [areas[place] for place in places], tolerance_percent)
    found.unknown = [names[key] for key in features if key not in of_code]
    return found


def _compare(found: Linking, lot: SheetLot, areas: Sequence[Area | None], tolerance_percent: Decimal) -> None:
    drawn = Area.total(area for area in areas if area is not None)
    booked = Area(max(lot.original.quantity, lot.original.paddy))
    if abs(drawn.micro_mu - booked.micro_mu) * 100 > booked.micro_mu * tolerance_percent:
        found.different.append(DifferentArea(lot, drawn, booked))
