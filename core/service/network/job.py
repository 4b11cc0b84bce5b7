"""A travel run from road lines to times, circles and islands; it reads top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from ...threads import in_threads
from .areas import Ground, reached_parts
from .graph import NOWHERE, Access, Network, Ways, network_of, times_from
from .junctions import junctions_of
from .model import UNREACHED, Circle, Island, Places, Roads, State, Times, Travel, TravelJob
from .strands import strands_of


def travel(
    roads: Roads,
    origins: Places,
    targets: Sequence[Places],
    job: TravelJob,
    each: bool = True,
    together: bool = False,
    progress: Progress = no_progress,
) -> Travel:
    """Times from `origins` to the places of each of `targets`, and time circles: of `each` origin, of all `together`.

    All in one plane of metres. InputError if no road can be driven, or if no origin is near one.
    """
    usable = _drivable(roads)
    junctions = junctions_of(strands_of(usable), job.tolerance, job.crossings, part_of(progress, 0.0, 0.2))
    speeds = roads.speeds
    ways = Ways(np.where(speeds.kmh > 0, speeds.kmh, 1.0), roads.forward, roads.backward, speeds.open)
    if not len(junctions.strands):
        raise InputError(translate("LandLedger", "Layer {layer} has no road that can be driven."), layer=roads.name)
    points = np.concatenate([origins.xy, *(places.xy for places in targets)])
    network, access = network_of(junctions, ways, points, job.max_access)
    sizes = np.cumsum([len(origins), *(len(places) for places in targets)])
    from_origins, *to_places = (_rows(access, slice(end - size, end)) for size, end in zip(np.diff([0, *sizes]), sizes))
    if not (from_origins.node >= 0).any():
        template = translate("LandLedger", "No origin of layer {layer} has a road within {distance} m: {names}.")
        names = "、".join(origins.names[:10])
        raise InputError(template, layer=origins.layer, distance=f"{job.max_access:g}", names=names)
    found, circles = _from_all(network, from_origins, to_places, job, each, together, part_of(progress, 0.3, 1.0))
    times = [_times_of(places, to, road, from_origins, job) for places, to, road in zip(targets, to_places, found)]
    islands = _islands(network, roads, [(origins, from_origins), *zip(targets, to_places)])
    return Travel(job, roads, junctions, network, origins, from_origins, times, circles, islands)


def _drivable(roads: Roads) -> np.ndarray:
    """The shapes of roads, None for those that no car drives."""
    shapes = roads.shapes.copy()
    shapes[(roads.speeds.kmh <= 0) | ~(roads.forward | roads.backward)] = None
    return shapes


def _rows(access: Access, rows: slice) -> Access:
    return replace(
        access, metres=access.metres[rows], xy=access.xy[rows], node=access.node[rows], road=access.road[rows]
    )


def _from_all(
    network: Network, start: Access, to_places: Sequence[Access], job: TravelJob, each: bool, together: bool, progress: Progress
) -> tuple[list[np.ndarray], list[Circle]]:
    """Seconds on roads (o, k) to each layer of places, and the circles."""
    access = start.metres * job.access_pace
    found = [np.full((len(access), len(to.node)), np.inf) for to in to_places]
    least = np.full(network.nodes, np.inf)
    ground = Ground(network, job.width) if each or together else None
    circles: list[Circle] = []
    for part, times in times_from(network, start.node):
        for seconds, to in zip(found, to_places):
            there = to.node >= 0
            seconds[part, there] = times[:, to.node[there]]
        with_access = times + np.where(start.node[part] >= 0, access[part], 0.0)[:, None]
        np.minimum(least, with_access.min(axis=0), out=least)
        if each and ground is not None:
            found_here = in_threads(
                partial(_circles_of, network, ground, with_access, part.start, job),
                range(len(with_access)),
                part_of(progress, part.start / len(access), part.stop / len(access)),
            )
            circles += [circle for of_origin in found_here for circle in of_origin]
    if together and ground is not None:
        circles += _circles(network, ground, least, UNREACHED, job)
    progress(1.0)
    return found, circles


def _circles_of(
    network: Network, ground: Ground, times: np.ndarray, first: int, job: TravelJob, place: int
) -> list[Circle]:
    """The circles of the origin in row `place` of `times` (c, nodes), which is origin `first` + `place`."""
    return _circles(network, ground, times[place], first + place, job)


def _circles(network: Network, ground: Ground, times: np.ndarray, origin: int, job: TravelJob) -> list[Circle]:
    """The circles of all bands by seconds (nodes,)."""
    made = []
    for band in job.bands:
        parts = reached_parts(network, times, band * 0.6)
        shape = ground.circle(parts)
        if shape is not None:
            made.append(Circle(origin, band, shape, parts.metres))
    return made


def _times_of(places: Places, to: Access, road: np.ndarray, start: Access, job: TravelJob) -> Times:
    finite = np.isfinite(road)
    legs = (start.metres[:, None] + to.metres[None, :]) * job.access_pace
    seconds = np.where(finite, road + np.where(finite, legs, 0.0), np.inf)
    hundredths = np.full(road.shape, UNREACHED, dtype=np.int64)
    # Below a millionth of a hundredth of a minute lies only what float64 leaves: a time of exactly 15 min is 15 min.
    hundredths[finite] = np.floor(seconds[finite] / 0.6 + 0.5 + 1e-6)
    any_way = finite.any(axis=0) if len(road) else np.zeros(len(places), dtype=bool)
    nearest = np.where(any_way, np.where(finite, hundredths, np.iinfo(np.int64).max).argmin(axis=0), UNREACHED)
    least = np.where(any_way, hundredths[nearest, np.arange(len(places))], UNREACHED)
    shaped = np.isfinite(places.xy).all(axis=1)
    states = [
        State.NO_SHAPE if not has else State.FAR if node < 0 else State.NO_WAY if time < 0
        else State.REACHED if time <= job.bands[-1] else State.BEYOND
        for has, node, time in zip(shaped.tolist(), to.node.tolist(), least.tolist())
    ]
    return Times(places, to, road, seconds, hundredths, nearest, states)


def _islands(network: Network, roads: Roads, layers: Sequence[tuple[Places, Access]]) -> list[Island]:
    """Every part beside the longest, the longest first."""
    part = network.island[network.start]
    count = int(part.max(initial=-1)) + 1
    if count < 2:
        return []
    metres = np.bincount(part, weights=network.length, minlength=count)
    pairs = np.unique(np.column_stack([part, network.road]), axis=0)
    number = np.bincount(pairs[:, 0], minlength=count)
    first = np.full(count, NOWHERE)
    first[part[::-1]] = np.arange(len(part))[::-1]
    names: list[tuple[list[str], list[str]]] = [([], []) for _ in range(count)]
    for layer, (places, access) in enumerate(layers):
        for row in np.flatnonzero(access.node >= 0).tolist():
            names[network.island[access.node[row]]][min(layer, 1)].append(places.names[row])
    return [
        Island(
            int(number[place]), float(metres[place]), int(roads.ids[network.road[first[place]]]),
            (float(network.strands.xy[network.first[first[place]], 0]), float(network.strands.xy[network.first[first[place]], 1])),
            tuple(names[place][0]), tuple(names[place][1]),
        )
        for place in range(1, count)
    ]
