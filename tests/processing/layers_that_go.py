"""A program that takes a layer off its project while a thread reads it: `python -m ….layers_that_go READER MOMENT`.

What was read stands on the last line, as JSON; where QGIS crashes, the program does.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial

FIELDS = {"CODE": "code", "AREA": "area"}
ROWS = [(f"第{row}号", 100.0 + row, (row, row + 1.0)) for row in range(6)]
"""Made up: text, number, and where the shape stands from west to east."""
BEFORE, MEANWHILE, ANEW = "before", "meanwhile", "anew"
"""The layer goes before the first row is read, with the first progress told, or its provider is replaced before."""
EMPTY = "Polygon?crs=EPSG:4526"


def wkt(kind, west, east):
    """The shape of a row: a box, a line or a point."""
    x, y = 38_500_000, 4_000_000
    corners = [f"{x + west} {y}", f"{x + east} {y}", f"{x + east} {y + 1}", f"{x + west} {y + 1}"]
    if kind == "Point":
        return f"Point ({corners[0]})"
    if kind == "LineString":
        return f"LineString ({corners[0]}, {corners[1]})"
    return f"Polygon (({', '.join([*corners, corners[0]])}))"


def made(kind, more=""):
    """A layer of ROWS in the project; the last row is not saved."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4526&field=code:string(20)&field=area:double{more}", "地块", "memory")
    features = []
    for code, area, span in ROWS:
        feature = QgsFeature(layer.fields())
        feature["code"], feature["area"] = code, area
        feature.setGeometry(QgsGeometry.fromWkt(wkt(kind, *span)))
        features.append(feature)
    layer.dataProvider().addFeatures(features[:-1])
    layer.startEditing()
    layer.addFeature(features[-1])
    return QgsProject.instance().addMapLayer(layer)


def algorithm():
    """An algorithm with one source and one output."""
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFeatureSink, QgsProcessingParameterFeatureSource

    class Reads(QgsProcessingAlgorithm):
        def name(self):
            return "reads"

        def displayName(self):
            return "Reads"

        def createInstance(self):
            return Reads()

        def initAlgorithm(self, configuration=None):
            self.addParameter(QgsProcessingParameterFeatureSource("SOURCE", "", [-1]))
            self.addParameter(QgsProcessingParameterFeatureSink("OUT", ""))

        def processAlgorithm(self, parameters, context, feedback):
            return {}

    made = Reads()
    made.initAlgorithm()
    return made


def pairs(columns):
    """What Columns hold, as (code, area)."""
    return [list(each) for each in zip(columns.attributes["CODE"].tolist(), columns.attributes["AREA"].tolist())]


def polygons(context, value=None, boxes=None):
    from ...processing.adapters.columns import prepare_source, read

    layer = made("Polygon")
    given = {"SOURCE": layer.id() if value is None else value(layer)}
    source = prepare_source(algorithm(), given, "SOURCE", context, FIELDS, ("AREA",))
    return layer, lambda progress: pairs(read(source, progress, boxes))


def virtual(context, chosen=False, of_base=False):
    """A query of the layer; what goes is the query, or the layer it is of."""
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

    from ...core.errors import InputError
    from ...processing.adapters.columns import prepare_source, read

    base = made("Polygon")
    base.commitChanges()
    query = f'SELECT * FROM "{base.id()}"'
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"?query={query}&nogeometry", "query", "virtual"))
    if chosen:
        layer.selectAll()
    given = {"SOURCE": QgsProcessingFeatureSourceDefinition(layer.id(), chosen)}
    source = prepare_source(algorithm(), given, "SOURCE", context, FIELDS, ("AREA",), shapes=False)

    def ask(progress):
        try:
            return pairs(read(source, progress))
        except InputError as error:
            return [str(error)]

    return base if of_base else layer, ask


def near(context):
    import numpy as np

    return polygons(context, boxes=np.array([[38_500_000.0, 4_000_000.0, 38_500_009.0, 4_000_009.0]]))


def selected(context):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    def value(layer):
        layer.selectAll()
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    return polygons(context, value)


def limited(context):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    return polygons(context, lambda layer: QgsProcessingFeatureSourceDefinition(layer.id(), False, 4))


def polygons_at_hand(context):
    from ...processing.adapters.columns import prepare_layer, read

    layer = made("Polygon")
    source = prepare_layer(layer, context, FIELDS, ("AREA",))
    return layer, lambda progress: pairs(read(source, progress))


def copied(context):
    import numpy as np
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsWkbTypes

    from ...processing.adapters.columns import prepare_source, read
    from ...processing.adapters.feature_copy import copy_features
    from ...processing.adapters.sinks import open_sink

    layer = made("Polygon")
    asked = algorithm()
    given = {"SOURCE": layer.id(), "OUT": "memory:"}
    source = prepare_source(asked, given, "SOURCE", context, FIELDS, ("AREA",))

    def copy(progress):
        ids = read(source, progress).ids
        fields, plane = source.features.fields(), QgsCoordinateReferenceSystem("EPSG:4526")
        with open_sink(asked, given, "OUT", context, fields, plane, QgsWkbTypes.Type.Polygon) as sink:
            copy_features(source, sink, fields, [1], np.asarray(ids), lambda row: [ROWS[int(ids[row]) - 1][1] if ids[row] > 0 else 105.0])
            sink.finish()
        written = QgsProcessingUtils.mapLayerFromString(sink.id, context)
        return sorted([feature["code"], feature["area"]] for feature in written.getFeatures())

    return layer, copy


def shapes(context, at_hand=False):
    from qgis.core import QgsCoordinateTransformContext

    from ...processing.adapters.shape_reading import prepare_shapes, read_shapes, shapes_at_hand

    layer = made("LineString")
    if at_hand:
        source = shapes_at_hand(layer, context)
    else:
        source = prepare_shapes(algorithm(), {"SOURCE": layer.id()}, "SOURCE", context, FIELDS, ("AREA",))

    def read(progress):
        columns = read_shapes(source, source.crs, QgsCoordinateTransformContext(), progress)
        return len(columns) if at_hand else pairs(columns)

    return layer, read


def lines(context):
    import numpy as np
    from qgis.core import QgsCoordinateTransformContext

    from ...processing.adapters.line_reading import prepare_lines, read_lines

    layer = made("LineString")
    source = prepare_lines(algorithm(), {"SOURCE": layer.id()}, "SOURCE", "code", context)

    def read(progress):
        found, names = read_lines(source, source.crs, QgsCoordinateTransformContext(), np.empty((0, 4)), progress)
        return [[name, 100.0 + line.bounds[0] - 38_500_000] for name, line in zip(names, found)]

    return layer, read


def places(context, value=None):
    from ...core.survey.schema import Field, Kind
    from ...processing.adapters.place_reading import prepare_places, read_places

    layer = made("Point")
    wanted = (Field("CODE"), Field("AREA", Kind.NUMBER))
    given = {"SOURCE": layer.id() if value is None else value(layer)}
    source = prepare_places(algorithm(), given, "SOURCE", context, wanted)

    def read(progress):
        found = read_places(source, progress=progress)
        return [list(each) for each in zip(found.texts["CODE"].tolist(), found.numbers["AREA"].tolist())]

    return layer, read


def limited_places(context):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    return places(context, lambda layer: QgsProcessingFeatureSourceDefinition(layer.id(), False, 4))


def opinions(context):
    from ...processing.adapters.review_rows import OPINION_NEEDED, prepare_opinions, read_opinions

    layer = made("Point", "".join(f"&field={name}:string(50)" for name in OPINION_NEEDED))
    layer.dataProvider().truncate()
    layer.rollBack()
    from qgis.core import QgsFeature

    added = []
    for code, area, _ in ROWS:
        feature = QgsFeature(layer.fields())
        for name in OPINION_NEEDED:
            feature[name] = "open" if name == "STATE" else "other" if name == "CATEGORY" else str(area)
        feature["OPINION_ID"], feature["OPINION"] = code, str(area)
        added.append(feature)
    layer.dataProvider().addFeatures(added)
    source = prepare_opinions(algorithm(), {"SOURCE": layer.id()}, "SOURCE", context)
    return layer, lambda progress: [[each.id, float(each.text)] for each in read_opinions(source, progress=progress)]


def plan_of(*more):
    """A plan of parcels of both years and others by (role, layer, fields)."""
    from ...core.village.profile import PlanRole, load_profile, shipped_profiles
    from ...processing.plan_algorithm import PlanInput

    profile = load_profile(next(path for path in shipped_profiles() if path.stem == "general"))
    years = ((PlanRole.BASE, "JQDLBM"), (PlanRole.PLAN, "GHDLBM"))
    roles = [*((role, made("Polygon"), {field: "code"}) for role, field in years), *more]
    layers, fields = {role: layer for role, layer, _ in roles}, {role: names for role, _, names in roles}
    return PlanInput("", "", profile, layers, fields)


def plan_rows(context):
    from ...core.village.profile import PlanRole
    from ...processing.adapters.plan_check_reading import prepare_check, read_check

    layer = made("Point")
    sources = prepare_check(plan_of((PlanRole.PLAN_FACILITIES, layer, {"CODE": "code", "AREA": "area"})), context)

    def read(progress):
        columns = read_check(sources, None, progress).layers[PlanRole.PLAN_FACILITIES].columns
        return [[code, 100.0 + shape.x - 38_500_000] for code, shape in zip(columns.attributes["CODE"], columns.geometry)]

    return layer, read


def plan_indicators(context):
    from ...core.village.profile import PlanRole
    from ...processing.adapters.plan_areas import prepare_plan, read_plan

    layer = made("NoGeometry")
    names = {"ZBMC": "code", "GHMBN": "area"}
    sources = prepare_plan(plan_of((PlanRole.INDICATORS, layer, names)), context)
    return layer, lambda progress: [
        [title, float(values[1])] for title, values in read_plan(sources, True, progress=progress).given.delivered.items()
    ]


READERS = {
    each.__name__: each
    for each in (
        polygons, near, selected, limited, polygons_at_hand, copied, shapes, lines, places, limited_places, opinions, plan_rows,
        plan_indicators,
    )
}  # fmt: skip
READERS["shapes_at_hand"] = partial(shapes, at_hand=True)
QUERIES = {
    "virtual": virtual,
    "virtual_selected": partial(virtual, chosen=True),
    "virtual_of_base": partial(virtual, of_base=True),
}


def read_while_it_goes(reader, moment):
    """What a thread reads of a layer that goes at that moment."""
    from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer, read = {**READERS, **QUERIES}[reader](context)
    key, here, gone, found = layer.id(), threading.Event(), threading.Event(), []

    def go():
        if moment == ANEW:
            layer.rollBack()
            layer.setDataSource(EMPTY, layer.name(), "memory")
        else:
            QgsProject.instance().removeMapLayer(key)
        for number in range(20):  # takes the memory that got free
            QgsVectorLayer(EMPTY, f"{number}", "memory")
        gone.set()

    def progress(fraction):
        if moment == MEANWHILE:
            here.set()
            gone.wait()

    def work():
        try:
            found.append(read(progress))
        finally:
            here.set()

    if moment != MEANWHILE:
        go()
    thread = threading.Thread(target=work)
    thread.start()
    here.wait()
    if moment == MEANWHILE:
        go()
    thread.join()
    return found[0]


def main():
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    print(json.dumps(read_while_it_goes(*sys.argv[1:])), flush=True)
    # What is QGIS's has to end before it, in an order that Python doesn't keep at its end.
    import os

    os._exit(0)


if __name__ == "__main__":
    main()
