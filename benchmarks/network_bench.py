"""Travel times beside QGIS's network analysis: `python -m land_ledger.benchmarks.network_bench [--layer FILE.gpkg|layername=ROADS]`.

50 bases and 500 villages on one road layer, in one process and one run: QGIS (`qgis.analysis`: a graph by
QgsVectorLayerDirector, then one Dijkstra a base) and ours (the layer read by our adapter, graph, all times). Both read
the same layer of a GeoPackage, both tie places to the nearest road, all 50 × 500 costs are compared. Without --layer the roads
are made up: a grid of bent roads with gaps, one-way streets and five speeds. With --circles N the time circles of N bases are
made as well, ours beside one union of all grounds at once, and compared in area and ring by ring.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from .programs import CACHE
from .run import machine

BASES, VILLAGES, SEED = 50, 500, 20260
SPEEDS = (20.0, 30.0, 40.0, 60.0, 80.0)
SPACING = 400.0
WIDTH = 100.0
WEST, SOUTH = 39_400_000.0, 4_000_000.0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure travel times beside QGIS's network analysis.")
    parser.add_argument("--layer", action="append", default=[], help="roads with the fields given, more than once")
    parser.add_argument("--speed", default="kmh", help="field of the speed in km/h")
    parser.add_argument("--direction", default="direction", help="field with F, T or B")
    parser.add_argument("--size", type=int, default=120, help="roads a side of the made-up grid; 0: none")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--circles", type=int, default=0, help="bases whose time circles are made")
    asked = parser.parse_args(arguments)
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    try:
        layers = list(asked.layer)
        if asked.size:
            layers.append(made_up(asked.size))
        print(json.dumps(machine(Path(__file__).resolve().parents[1])))
        for layer in layers:
            print(json.dumps(measure(layer, asked.speed, asked.direction, asked.rounds), ensure_ascii=False), flush=True)
            if asked.circles:
                print(json.dumps(measure_circles(layer, asked.speed, asked.direction, asked.circles), ensure_ascii=False), flush=True)
    finally:
        application.exitQgis()
    return 0


def made_up(size: int) -> str:
    """A layer of made-up roads: `size` × `size` junctions 400 m apart, bent roads, every tenth missing, some one-way."""
    from osgeo import ogr, osr

    CACHE.mkdir(parents=True, exist_ok=True)
    path = CACHE / f"roads_madeup_{size}.gpkg"
    path.unlink(missing_ok=True)
    random = np.random.default_rng(SEED)
    corners = np.stack(np.meshgrid(np.arange(size), np.arange(size), indexing="ij"), axis=-1) * SPACING
    corners += random.uniform(-120, 120, corners.shape) + (WEST, SOUTH)
    east = np.stack([corners[:-1].reshape(-1, 2), corners[1:].reshape(-1, 2)], axis=1)
    north = np.stack([corners[:, :-1].reshape(-1, 2), corners[:, 1:].reshape(-1, 2)], axis=1)
    ends = np.concatenate([east, north])
    ends = ends[random.random(len(ends)) > 0.1]
    share = np.linspace(0, 1, 7)[None, :, None]
    lines = ends[:, :1] * (1 - share) + ends[:, 1:] * share
    lines[:, 1:-1] += random.uniform(-15, 15, lines[:, 1:-1].shape)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4527)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer("roads", reference, ogr.wkbLineString)
    layer.CreateField(ogr.FieldDefn("kmh", ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("direction", ogr.OFTString))
    speeds, ways = random.choice(SPEEDS, len(lines)), random.choice(["B", "F", "T"], len(lines), p=[0.9, 0.05, 0.05])
    data.StartTransaction()
    for wkb, kmh, way in zip(shapely.to_wkb(shapely.linestrings(lines)).tolist(), speeds.tolist(), ways.tolist()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        feature.SetField("kmh", kmh)
        feature.SetField("direction", way)
        layer.CreateFeature(feature)
    data.CommitTransaction()
    del layer, data
    return f"{path}|layername=roads"


def measure(uri: str, speed: str, direction: str, rounds: int) -> dict[str, Any]:
    """Seconds of both, best of the rounds, one after the other in each; the largest difference of all costs."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(uri, Path(uri.partition("|")[0]).stem, "ogr")
    return _measured(layer, _places_in(layer), speed, direction, rounds)


def _places_in(layer: Any) -> np.ndarray:
    """Bases, then villages (n, 2), anywhere in the box of the layer."""
    box = layer.extent()
    low, high = (box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum())
    return np.random.default_rng(SEED).uniform(low, high, (BASES + VILLAGES, 2))


def _measured(layer: Any, places: np.ndarray, speed: str, direction: str, rounds: int) -> dict[str, Any]:
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in (("qgis", _by_qgis), ("ours", _by_us)):
            started = time.perf_counter()
            answer = work(layer, places, speed, direction)
            best[name] = min(best.get(name, np.inf), time.perf_counter() - started)
            if name == "qgis":
                theirs = answer
    ways = np.isfinite(theirs)
    same = bool((ways == np.isfinite(answer)).all())
    difference = float(np.abs(theirs[ways] - answer[ways]).max())
    return {
        "layer": layer.name(), "roads": layer.featureCount(), "bases": BASES, "villages": VILLAGES,
        "qgis s": round(best["qgis"], 3), "ours s": round(best["ours"], 3), "times": round(best["qgis"] / best["ours"], 1),
        "costs": int(ways.size), "without a way": int((~ways).sum()), "same ways": same, "largest difference s": difference,
        "agree": same and difference <= 1e-6,
    }


def _by_qgis(layer: Any, places: np.ndarray, speed: str, direction: str) -> np.ndarray:
    """Seconds (bases, villages) by QGIS."""
    from qgis.analysis import QgsGraphAnalyzer, QgsGraphBuilder, QgsNetworkSpeedStrategy, QgsVectorLayerDirector
    from qgis.core import QgsPointXY

    fields = layer.fields()
    both = QgsVectorLayerDirector.Direction.DirectionBoth
    director = QgsVectorLayerDirector(layer, fields.lookupField(direction), "F", "T", "B", both)
    director.addStrategy(QgsNetworkSpeedStrategy(fields.lookupField(speed), 50.0, 1000.0 / 3600.0))
    builder = QgsGraphBuilder(layer.crs(), False, 0.0, "NONE")
    tied = director.makeGraph(builder, [QgsPointXY(x, y) for x, y in places.tolist()])
    graph = builder.graph()
    vertices = [graph.findVertex(point) for point in tied]
    times = np.empty((BASES, VILLAGES))
    for row, vertex in enumerate(vertices[:BASES]):
        costs = QgsGraphAnalyzer.dijkstra(graph, vertex, 0)[1]
        times[row] = [costs[end] for end in vertices[BASES:]]
    times[times > 1e300] = np.inf
    return times


def measure_circles(uri: str, speed: str, direction: str, bases: int) -> dict[str, Any]:
    """Seconds of the circles of 15, 30, 45 and 60 minutes, ours beside one union of the same grounds, and how far they differ."""
    from qgis.core import QgsVectorLayer

    from ..core.service.network.areas import QUARTER, Ground, reached_parts
    from ..core.service.network.graph import times_from

    layer = QgsVectorLayer(uri, Path(uri.partition("|")[0]).stem, "ogr")
    network, access = _our_network(layer, _places_in(layer), speed, direction)
    started = time.perf_counter()
    ground, spent = Ground(network, WIDTH), {"ours": [time.perf_counter() - started], "at once": []}
    apart, rings, corners = 0.0, True, 0
    for _, times in times_from(network, access.node[:bases]):
        for from_one, limit in itertools.product(times, (900.0, 1800.0, 2700.0, 3600.0)):
            parts = reached_parts(network, from_one, limit)
            started = time.perf_counter()
            ours = ground.circle(parts)
            spent["ours"].append(time.perf_counter() - started)
            if ours is None:
                continue
            started = time.perf_counter()
            usable = network.open[parts.link]
            lines = network.cut(parts.link[usable], parts.begin[usable], parts.end[usable])
            whole = shapely.union_all(shapely.buffer(lines, WIDTH, quad_segs=QUARTER))
            spent["at once"].append(time.perf_counter() - started)
            apart = max(apart, shapely.symmetric_difference(ours, whole).area)
            rings = rings and len(shapely.get_rings(ours)) == len(shapely.get_rings(whole))
            corners = max(corners, int(shapely.get_num_coordinates(ours)))
    ours_seconds, at_once = sum(spent["ours"]), sum(spent["at once"])
    return {
        "layer": layer.name(), "links": len(network.first), "circles": len(spent["at once"]), "ours s": round(ours_seconds, 3),
        "slowest s": round(max(spent["ours"][1:]), 3), "at once s": round(at_once, 3), "times": round(at_once / ours_seconds, 1),
        "most corners": corners, "largest difference m2": apart, "same rings": rings,
    }


def _by_us(layer: Any, places: np.ndarray, speed: str, direction: str) -> np.ndarray:
    """Seconds (bases, villages) by ours, from the same layer."""
    from ..core.service.network.graph import times_from

    network, access = _our_network(layer, places, speed, direction)
    times = np.empty((BASES, VILLAGES))
    for part, found in times_from(network, access.node[:BASES]):
        times[part] = found[:, access.node[BASES:]]
    return times


def _our_network(layer: Any, places: np.ndarray, speed: str, direction: str) -> tuple[Any, Any]:
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingContext, QgsProcessingFeatureSource

    from ..core.progress import no_progress
    from ..core.service.network.graph import Ways, network_of
    from ..core.service.network.junctions import junctions_of
    from ..core.service.network.layers import roads_of
    from ..core.service.network.speeds import DirectionWords
    from ..core.service.network.strands import strands_of
    from ..processing.adapters.lasting_source import LastingSource
    from ..processing.adapters.shape_reading import ShapeSource, read_shapes, shape_recipe

    features = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    fields = {"SPEED": speed, "DIRECTION": direction}
    recipe = shape_recipe(features, fields.values(), False, -1, False, layer)
    source = ShapeSource(layer.name(), "", "", layer.crs(), LastingSource.of(features, layer), fields, ("SPEED",), recipe)
    columns = read_shapes(source, layer.crs(), QgsCoordinateTransformContext(), no_progress)
    roads = roads_of(columns, {}, 50.0, DirectionWords(("f",), ("t",), ("b",)), direction)
    ways = Ways(roads.speeds.kmh, roads.forward, roads.backward, roads.speeds.open)
    return network_of(junctions_of(strands_of(roads.shapes)), ways, places)


if __name__ == "__main__":
    raise SystemExit(main())
