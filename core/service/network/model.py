"""What goes into a travel run and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum

import numpy as np
import shapely

from ...errors import InputError
from ...rules import Rules
from ...sentence import translate
from .graph import Access, Network
from .junctions import Junctions
from .speeds import RoadSpeeds

RULES = (
    "travel_bands_min", "travel_default_speed_kmh", "travel_access_speed_kmh", "travel_max_access_m",
    "travel_gap_tolerance_m", "travel_area_width_m", "travel_forward_values", "travel_backward_values",
    "travel_both_values",
)
"""Keys of `resources/rules/travel.csv`."""

UNREACHED = -1


@dataclass(frozen=True)
class TravelJob:
    """How time is counted: `bands` upper limits in hundredths of a minute, ascending; `access_speed` km/h beside roads,
    for at most `max_access` metres; gaps up to `tolerance` metres are bridged; with `crossings` lines that cross are a
    junction; `width` metres of ground beside a road belong to a time circle."""

    bands: tuple[int, ...]
    access_speed: float
    max_access: float
    tolerance: float = 0.0
    crossings: bool = False
    width: float = 100.0

    @classmethod
    def of_rules(cls, rules: Rules) -> TravelJob:
        """The job as the rules have it."""
        return cls(
            bands_of(rules.get("travel_bands_min").text()),
            float(rules.number("travel_access_speed_kmh")),
            float(rules.number("travel_max_access_m")),
            float(rules.number("travel_gap_tolerance_m")),
            False,
            float(rules.number("travel_area_width_m")),
        )

    @property
    def access_pace(self) -> float:
        """Seconds a metre beside roads."""
        return 3.6 / self.access_speed


def bands_of(text: str) -> tuple[int, ...]:
    """The limits of `15,30,45,60` (minutes) in hundredths of a minute; InputError unless they are positive and ascend."""
    words = [word.strip() for word in text.replace("，", ",").replace("、", ",").replace("/", ",").split(",") if word.strip()]
    try:
        limits = [Decimal(word) * 100 for word in words]
        whole = [int(limit) for limit in limits if limit.is_finite() and limit == limit.to_integral_value()]
    except InvalidOperation:
        whole = []
    if not whole or len(whole) != len(words) or whole[0] <= 0 or sorted(set(whole)) != whole:
        template = translate("LandLedger", "“{text}” is no list of minutes that ascend, as in 15,30,45,60.")
        raise InputError(template, text=text)
    return tuple(whole)


def minutes_text(hundredths: int) -> str:
    """Hundredths of a minute as people write minutes: `15`, `7.5`."""
    return f"{Decimal(hundredths).scaleb(-2).normalize():f}"


@dataclass(frozen=True)
class Roads:
    """Road lines object (r,) in a plane of metres, their ids, and how they are driven."""

    name: str
    ids: np.ndarray
    shapes: np.ndarray
    speeds: RoadSpeeds
    forward: np.ndarray
    backward: np.ndarray


class Kind(Enum):
    """What a layer of places stands for."""

    ORIGIN = "origin"
    PLACE = "place"
    UNIT = "unit"


@dataclass(frozen=True)
class Places:
    """Points (k, 2) of a layer, NaN where a feature has no shape; `people` int64 (k,), None if nobody counted them; of
    `blank` features nobody entered any, they count as nobody."""

    kind: Kind
    layer: str
    ids: np.ndarray
    names: Sequence[str]
    xy: np.ndarray
    people: np.ndarray | None = None
    blank: int = 0

    def __len__(self) -> int:
        return len(self.ids)


class State(Enum):
    """How a place stands to the origins."""

    REACHED = "reached"
    BEYOND = "beyond"
    NO_WAY = "no_way"
    FAR = "far"
    NO_SHAPE = "no_shape"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _STATES[self]


_STATES = {
    State.REACHED: translate("LandLedger", "within the bands"),
    State.BEYOND: translate("LandLedger", "beyond the last band"),
    State.NO_WAY: translate("LandLedger", "no way on the roads"),
    State.FAR: translate("LandLedger", "far from any road"),
    State.NO_SHAPE: translate("LandLedger", "without a shape"),
}


@dataclass(frozen=True)
class Times:
    """Travel times to one layer of places.

    `road` float64 (o, k) seconds on roads, `seconds` (o, k) with both ways to the road, inf where there is no way;
    `hundredths` int64 (o, k) of a minute, rounded half-up once, UNREACHED for inf: bands and tables go by them. `nearest`
    int64 (k,) the origin with the least time (of equal ones the first), UNREACHED without one; `state` (k,).
    """

    places: Places
    access: Access
    road: np.ndarray
    seconds: np.ndarray
    hundredths: np.ndarray
    nearest: np.ndarray
    state: Sequence[State]

    @property
    def least(self) -> np.ndarray:
        """int64 (k,): hundredths of a minute from the nearest origin."""
        column = np.arange(len(self.places))
        return np.where(self.nearest >= 0, self.hundredths[self.nearest, column], UNREACHED)


@dataclass(frozen=True)
class Circle:
    """The ground reached from `origin` (row, UNREACHED for all together) within `band` hundredths of a minute."""

    origin: int
    band: int
    shape: shapely.Geometry
    road_metres: float


@dataclass(frozen=True)
class Island:
    """A part of the network without a connection to the longest one: a road of it, a place on it, and what lies on it."""

    roads: int
    metres: float
    feature: int
    xy: tuple[float, float]
    origins: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class Travel:
    """What a run found."""

    job: TravelJob
    roads: Roads
    junctions: Junctions
    network: Network
    origins: Places
    access: Access
    times: Sequence[Times]
    circles: Sequence[Circle]
    islands: Sequence[Island]
