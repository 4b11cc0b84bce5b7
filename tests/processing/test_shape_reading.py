"""Lines and points read straight from a GeoPackage are those QGIS shows, and only where it shows the file as it is."""

from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest
import shapely

from .occupation_runs import copy_of

REAL = Path(__file__).absolute().parents[1] / "data" / "roads" / "andorra_osm_25831.gpkg"
FIELDS = {"SPEED": "kmh", "DIRECTION": "direction", "CLASS": "highway", "KEY": "osm_id"}


@pytest.fixture
def layer(provider, tmp_path):
    from qgis.core import QgsVectorLayer

    made = QgsVectorLayer(f"{copy_of(REAL, tmp_path)}|layername=roads", "roads", "ogr")
    assert made.isValid()
    yield made
    made = None
    gc.collect()


def read(layer, fast, selected=False):
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingContext, QgsProcessingFeatureSource

    from ...core.progress import no_progress
    from ...processing.adapters.lasting_source import LastingSource
    from ...processing.adapters.shape_reading import ShapeSource, read_shapes, shape_recipe

    features = QgsProcessingFeatureSource(layer, QgsProcessingContext())
    recipe = shape_recipe(features, FIELDS.values(), selected, -1, False, layer)
    lasting = LastingSource.of(features, layer)
    source = ShapeSource("roads", "", "", layer.crs(), lasting, FIELDS, ("SPEED",), recipe if fast else None)
    return recipe, read_shapes(source, layer.crs(), QgsCoordinateTransformContext(), no_progress)


def test_both_ways_give_the_same_rows(layer) -> None:
    recipe, straight = read(layer, True)
    _, slow = read(layer, False)
    assert recipe is not None and len(slow) > 500
    assert np.array_equal(straight.ids, slow.ids)
    assert (shapely.to_wkb(straight.geometry) == shapely.to_wkb(slow.geometry)).all()
    assert np.array_equal(straight.attributes["SPEED"], slow.attributes["SPEED"], equal_nan=True)
    for name in ("DIRECTION", "CLASS", "KEY"):
        assert straight.attributes[name].tolist() == slow.attributes[name].tolist()


def test_rows_beside_those_of_the_file_are_not_missed(layer) -> None:
    """A filter is a WHERE clause; edits, selections and heights are for QGIS."""
    layer.setSubsetString("kmh > 40")
    recipe, straight = read(layer, True)
    assert recipe.where == "kmh > 40"
    assert np.array_equal(straight.ids, read(layer, False)[1].ids) and (straight.attributes["SPEED"] > 40).all()
    layer.setSubsetString("")
    assert read(layer, True, selected=True)[0] is None
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    recipe, edited = read(layer, True)
    assert recipe is None and len(edited) == layer.featureCount()
    layer.rollBack()
