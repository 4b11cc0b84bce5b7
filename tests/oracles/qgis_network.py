"""Travel times by QGIS's own network analysis (`qgis.analysis`), which shares no code with ours."""

from __future__ import annotations

import math


def times_by_qgis(
    roads, places, speed_field: str, direction_field: str, default_kmh: float = 50.0, tolerance: float = 0.0
) -> tuple[list[list[float]], list[tuple[float, float]]]:
    """Seconds on roads from each place to each (inf: no way), and the point of a road each place was tied to.

    `roads` is a line layer, `places` a list of (x, y) in its system; lengths are plane; F, T and B are the directions.
    """
    from qgis.analysis import (
        QgsGraphAnalyzer,
        QgsGraphBuilder,
        QgsNetworkSpeedStrategy,
        QgsVectorLayerDirector,
    )
    from qgis.core import QgsPointXY

    index = roads.fields().lookupField(direction_field)
    director = QgsVectorLayerDirector(roads, index, "F", "T", "B", QgsVectorLayerDirector.DirectionBoth)
    # The last number turns km/h into metres a second.
    director.addStrategy(QgsNetworkSpeedStrategy(roads.fields().lookupField(speed_field), default_kmh, 1000.0 / 3600.0))
    builder = QgsGraphBuilder(roads.crs(), False, tolerance, "NONE")
    tied = director.makeGraph(builder, [QgsPointXY(x, y) for x, y in places])
    graph = builder.graph()
    vertices = [graph.findVertex(point) for point in tied]
    times = []
    for vertex in vertices:
        costs = QgsGraphAnalyzer.dijkstra(graph, vertex, 0)[1]
        # QGIS says infinite by the largest double.
        times.append([costs[end] if costs[end] < 1e300 else math.inf for end in vertices])
    return times, [(point.x(), point.y()) for point in tied]
