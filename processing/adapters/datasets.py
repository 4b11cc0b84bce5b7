"""Files that GDAL opens, and the layers in them: which there are, and how one is removed."""

from __future__ import annotations

import os
import shutil

from qgis.core import QgsVectorFileWriter

from ...core.errors import OutputError
from ...core.sentence import translate


def layers_in(path: str) -> list[str]:
    """Names of the layers in a file; none if it is no dataset."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
        if dataset is None:
            return []
        return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    except RuntimeError:  # GDAL with exceptions on: no dataset, nothing to lose
        return []
    finally:
        gdal.PopErrorHandler()


def remove_layer(path: str, layer: str) -> None:
    """Drop one layer of a file; its other layers stay."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is None:
            return
        for index in range(dataset.GetLayerCount()):
            if dataset.GetLayer(index).GetName() == layer:
                dataset.DeleteLayer(index)
                return
    except RuntimeError as error:
        template = translate("LandLedger", "The unfinished layer {layer} could not be removed from {file}.")
        raise OutputError(template, layer=layer, file=path) from error
    finally:
        gdal.PopErrorHandler()


def remove_file(path: str) -> None:
    """A file we made, with what its format keeps beside it."""
    if path.lower().endswith(".shp"):
        QgsVectorFileWriter.deleteShapeFile(path)
    elif os.path.isdir(path):
        shutil.rmtree(path)  # a file geodatabase is a folder
    companions = [path + ending for ending in ("-journal", "-wal", "-shm")]
    stem = os.path.splitext(path)[0]
    if path.lower().endswith((".tab", ".mif")):
        companions += [stem + ending for ending in (".dat", ".id", ".map", ".ind", ".mid", ".cpg")]
    for file in [path, *companions]:
        if os.path.isfile(file):
            os.remove(file)


def quoted(name: str) -> str:
    """A name as it stands in SQL; names can't be bound as parameters."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
