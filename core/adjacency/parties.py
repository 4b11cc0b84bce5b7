"""The adjacent parties of each plot: stretches of its border by direction and name, and the words of the form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ..errors import InputError
from ..progress import Progress, no_progress
from ..rounding import apportion, half_up
from ..rules import Rules
from ..sentence import translate
from .border import EIGHT, FOUR, Border, Direction, border_of, directions_of
from .outside import NOTHING, Stretches, outside_of

USUAL_NAMES = ("QLR", "QSDWMC", "ZLDWMC", "DLMC")
"""Standard fields that name a neighbour, the best first."""
NOTHING_OUTSIDE = "外侧无图斑"
WITHOUT_NAME = "未填名称"
NO_SUCH_SIDE = "无此方向界线"
NOT_APPLICABLE = "—"
"""What the form says where nothing adjoins, where the neighbour has no name, and where no border faces that way: of four
directions in words, of eight with a dash, as most plots lack some."""


RULES = ("adjoining_probe_m", "adjoining_distance_m", "adjoining_least_length_m", "adjoining_least_share_percent")
"""Keys of `resources/rules/adjacency.csv`."""


@dataclass(frozen=True)
class AdjacencyJob:
    """How neighbours are looked for: `directions` 4 or 8, `distance` and `probe` in metres (see `outside`), and what is
    too short to be named: less than `least_length` metres, or than `least_share` per cent of the side."""

    directions: int
    distance: float
    probe: float
    least_length: Decimal
    least_share: Decimal

    @classmethod
    def of_rules(cls, rules: Rules, directions: int = 4, distance: float | None = None) -> AdjacencyJob:
        """The job as the rules have it, with the `distance` of the user if there is one."""
        asked = float(rules.number("adjoining_distance_m")) if distance is None else distance
        return cls(
            directions,
            asked,
            min(float(rules.number("adjoining_probe_m")), asked),
            rules.number("adjoining_least_length_m"),
            rules.number("adjoining_least_share_percent"),
        )

    @property
    def sides(self) -> tuple[Direction, ...]:
        """The directions in the order of the form."""
        return FOUR if self.directions == 4 else EIGHT


@dataclass(frozen=True)
class Party:
    """A neighbour of a plot on one side: `centimetres` of border shared, `permille` of the border of that side, and
    whether it is `listed` in the form or too short for it. `nothing` where no feature lies outside."""

    plot: int
    direction: Direction
    name: str
    nothing: bool
    centimetres: int
    permille: int
    listed: bool

    @property
    def length(self) -> Decimal:
        """Metres, a whole number of centimetres."""
        return Decimal(self.centimetres).scaleb(-2)

    @property
    def share(self) -> Decimal:
        """Per cent of the border of that side, one decimal."""
        return Decimal(self.permille).scaleb(-1)


@dataclass(frozen=True)
class Parties:
    """All parties, plot by plot, direction by direction, in the order in which the form lists them."""

    job: AdjacencyJob
    plots: int
    parties: Sequence[Party]
    border: Sequence[int]
    """Centimetres of border of each plot, outer border and holes."""
    _by_side: dict[tuple[int, Direction], list[Party]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for party in self.parties:
            self._by_side.setdefault((party.plot, party.direction), []).append(party)

    def of(self, plot: int, direction: Direction) -> list[Party]:
        """The parties of one side, along the border: from west to east, on the east and west from north to south."""
        return self._by_side.get((plot, direction), [])

    def names(self, plot: int, direction: Direction) -> str:
        """What the form says of one side; '' only for a plot that encloses nothing."""
        listed = [party.name for party in self.of(plot, direction) if party.listed]
        if not listed and direction is not Direction.ENCLOSED:
            return NO_SUCH_SIDE if self.job.directions == 4 else NOT_APPLICABLE
        return "、".join(listed)

    def text(self, plot: int) -> str:
        """The line of the approval form: 东至：…；南至：…；西至：…；北至：… Of eight directions those that have a border."""
        named = {side: self.names(plot, side) for side in self.job.sides}
        return "；".join(f"{side.chinese}至：{names}" for side, names in named.items() if names != NOT_APPLICABLE)

    def open_metres(self, plot: int) -> Decimal:
        """Metres of the plot's border outside of which nothing lies."""
        units = sum(p.centimetres for side in Direction for p in self.of(plot, side) if p.nothing)
        return Decimal(units).scaleb(-2)


def naming_field(layer: str, available: Collection[str]) -> str:
    """The best of the standard fields that are `available`; InputError naming the layer where there is none."""
    for name in USUAL_NAMES:
        if name in available:
            return name
    template = translate(
        "LandLedger", "Layer {layer} has none of the fields {fields}: choose the field that names the neighbours."
    )
    raise InputError(template, layer=layer, fields=", ".join(USUAL_NAMES))


def adjacent_parties(
    plots: np.ndarray,
    neighbours: np.ndarray,
    names: np.ndarray,
    job: AdjacencyJob,
    lines: np.ndarray | None = None,
    progress: Progress = no_progress,
) -> Parties:
    """The parties of `plots` object (n,) among `neighbours` object (m,), both of valid polygons in one plane of metres.

    `names` object (m + k,) of text or None, first of the areas, then of `lines` object (k,). Lengths are rounded once, to
    0.01 m by the largest remainder, so that the lengths of a plot add up to its border; shares of a side to 0.1 %.
    """
    border = border_of(plots)
    stretches = outside_of(border, plots, neighbours, job.probe, job.distance, lines, progress)
    groups = _grouped(border, stretches, names, directions_of(border, job.directions))
    keys = list(groups)
    plot = np.array([key[0] for key in keys], dtype=np.int64)
    raw = np.array([groups[key].length for key in keys])
    whole = np.bincount(border.plot, weights=border.length, minlength=len(plots))
    masters = np.array([_centimetres(metres) for metres in whole.tolist()], dtype=np.int64)
    units = apportion(raw, plot, masters).units if len(keys) else np.zeros(0, dtype=np.int64)
    permilles = _permilles(keys, units)
    parties = list(_in_order(groups, keys, units.tolist(), permilles.tolist(), job))
    return Parties(job, len(plots), parties, masters.tolist())


Key = tuple[int, Direction, bool, str]
"""Plot, direction, whether nothing is there, name."""


@dataclass
class _Group:
    """The stretches of one name on one side: their length, and their length times east and north of their middles."""

    length: float = 0.0
    east: float = 0.0
    north: float = 0.0

    def add(self, length: float, east: float, north: float) -> None:
        self.length += length
        self.east += length * east
        self.north += length * north


def _grouped(border: Border, stretches: Stretches, names: np.ndarray, directions: np.ndarray) -> dict[Key, _Group]:
    segment = stretches.segment
    share = stretches.end - stretches.start
    length = border.length[segment] * share
    middle = (stretches.start + stretches.end) / 2
    places = border.start[segment] + (border.end - border.start)[segment] * middle[:, None]
    groups: dict[Key, _Group] = {}
    listed = zip(
        border.plot[segment].tolist(), directions[segment].tolist(), stretches.neighbour.tolist(), length.tolist(), places.tolist()
    )
    for plot, direction, neighbour, metres, (east, north) in listed:
        nothing = neighbour == NOTHING
        name = NOTHING_OUTSIDE if nothing else _name(names[neighbour])
        groups.setdefault((plot, direction, nothing, name), _Group()).add(metres, east, north)
    return groups


def _name(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text or WITHOUT_NAME


def _centimetres(metres: float) -> int:
    return int(half_up(Decimal(repr(metres)), 2).scaleb(2))


def _permilles(keys: Sequence[Key], units: np.ndarray) -> np.ndarray:
    """Shares of the side in whole per mille that add up to 1000; 0 on a side shorter than half a centimetre."""
    sides: dict[tuple[int, Direction], int] = {}
    group = np.array([sides.setdefault((key[0], key[1]), len(sides)) for key in keys], dtype=np.int64)
    totals = np.zeros(len(sides), dtype=np.int64)
    np.add.at(totals, group, units)
    return apportion(units.astype(np.float64), group, np.where(totals > 0, 1000, 0)).units


def _in_order(
    groups: dict[Key, _Group], keys: Sequence[Key], units: Sequence[int], permilles: Sequence[int], job: AdjacencyJob
) -> Iterator[Party]:
    by_side: dict[tuple[int, Direction], list[int]] = {}
    for row, (plot, direction, *_) in enumerate(keys):
        by_side.setdefault((plot, direction), []).append(row)
    order = {direction: place for place, direction in enumerate(Direction)}
    for plot, direction in sorted(by_side, key=lambda side: (side[0], order[side[1]])):
        rows = sorted(by_side[plot, direction], key=lambda row: _along(direction, groups[keys[row]], keys[row]))
        enough = {row for row in rows if _is_enough(units[row], permilles[row], job)}
        if not enough:
            enough = {max(rows, key=lambda row: (units[row], groups[keys[row]].length))}
        for row in rows:
            _, _, nothing, name = keys[row]
            yield Party(plot, direction, name, nothing, units[row], permilles[row], row in enough)


def _along(direction: Direction, group: _Group, key: Key) -> tuple[float, str]:
    """Where along the side a neighbour comes: from north to south on the east and west sides, else from west to east."""
    weight = group.length or 1.0
    if direction in (Direction.EAST, Direction.WEST):
        return -group.north / weight, key[3]
    return group.east / weight, key[3]


def _is_enough(centimetres: int, permille: int, job: AdjacencyJob) -> bool:
    return centimetres >= job.least_length * 100 and permille >= job.least_share * 10
