"""A ledger file in the real QGIS and GDAL: what people see of it, and that no edit of theirs gets in."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import contextmanager

import pytest

from ...core.store.geopackage import create
from ...core.store.geopackage_schema import KEPT, SEALED, SHOWN
from ...core.store.verify import verify
from ..core.store.made_ledgers import BOOKS, NORTH, moved, random_drafts


@contextmanager
def quiet():
    """GDAL without its errors on the screen; the last one can be asked for."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
    finally:
        gdal.PopErrorHandler()
        gdal.ErrorReset()


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    target = tmp_path_factory.mktemp("ledger") / "用地台账.gpkg"
    store = create(target, "台账", BOOKS)
    with store.writing([book.code for book in BOOKS]) as writing:
        writing.append(random_drafts(2, 40))
        writing.put("project", "XM-1", NORTH, {"name": "一"})
    store.close()
    return target


@pytest.fixture
def layer(qgis_app, path):
    """layer(table) -> the layer as a user gets it; gone at the end, so that the file is closed."""
    from qgis.core import QgsVectorLayer

    made = []

    def open_layer(table):
        found = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        made.append(found)
        return found

    yield open_layer
    made.clear()
    gc.collect()


def test_gdal_lists_what_people_look_at_in_our_order(path):
    from osgeo import gdal, ogr

    data = ogr.Open(str(path))
    assert data.GetDriver().GetName() == "GPKG"
    assert [data.GetLayer(place).GetName() for place in range(data.GetLayerCount())] == ["layer_styles", *SHOWN]
    assert data.GetLayerByName("journal").GetMetadataItem("IDENTIFIER") == "流水账"
    types = {field.GetName(): field.GetTypeName() for field in data.GetLayerByName("journal").schema}
    assert (types["received"], types["book_date"], types["year"]) == ("Real", "Date", "Integer64")
    del data
    gdal.ErrorReset()


@pytest.mark.parametrize("table", SHOWN)
def test_a_layer_has_chinese_names_and_is_read_only(layer, table):
    found = layer(table)
    assert found.isValid() and found.readOnly()
    rows = list(found.getFeatures())
    assert rows and len({row.id() for row in rows}) == len(rows) == found.featureCount()
    aliases = [found.attributeAlias(place) for place in range(found.fields().count())]
    assert all(alias and any("\u4e00" <= character <= "\u9fff" for character in alias) for alias in aliases), aliases
    form = found.editFormConfig()
    assert all(form.readOnly(place) for place in range(len(aliases)))


def test_codes_show_their_names(layer):
    found = layer("voucher")
    place = found.fields().indexOf("event")
    setup = found.editorWidgetSetup(place)
    assert setup.type() == "ValueMap"
    assert {"下达": "issue"} in setup.config()["map"]


def test_styles_of_both_languages_travel_in_the_file(layer):
    found = layer("journal")
    count, ids, names, _, _ = found.listStylesInDatabase()
    assert count == 2 and set(names[:2]) == {"中文", "English"}
    qml, error = found.getStyleFromDatabase(ids[names.index("English")])
    assert 'name="voucher number"' in qml and error == ""


@pytest.mark.parametrize("table", SHOWN)
def test_an_edit_of_qgis_is_refused(layer, path, table):
    from qgis.core import QgsFeature

    other = sqlite3.connect(path, isolation_level=None)
    before = other.execute(f"SELECT * FROM {table}").fetchall()
    found = layer(table)
    found.setReadOnly(False)
    row = next(found.getFeatures())
    new = QgsFeature(found.fields())
    new.setAttributes([99999, *row.attributes()[1:]])

    def change():
        last = found.fields().count() - 1
        value = row.attribute(last)
        return found.changeAttributeValue(row.id(), last, 5 if isinstance(value, (int, float)) else "x")

    for edit in (change, lambda: found.deleteFeature(row.id()), lambda: found.addFeature(new)):
        if not found.startEditing():
            continue  # QGIS itself knows that it can't
        if edit():
            assert not found.commitChanges(), table
            assert found.commitErrors()
        found.rollBack()
    assert other.execute(f"SELECT * FROM {table}").fetchall() == before
    other.close()


def test_nothing_was_changed_by_any_of_it(path):
    store = create(path.with_name("other.gpkg"), "台账", BOOKS)
    store.close()
    from ...core.store.geopackage import open_ledger

    opened = open_ledger(path)
    verified = verify(opened)
    assert verified.clean, [str(finding.text) for finding in verified.findings]
    opened.close()


@pytest.mark.parametrize("table", ["voucher", "journal", "posting"])
def test_a_layer_that_is_deleted_in_the_browser_stays(path, qgis_app, table):
    from osgeo import gdal, ogr

    data = ogr.Open(str(path), 1)
    place = [data.GetLayer(each).GetName() for each in range(data.GetLayerCount())].index(table)
    with quiet():
        refused = data.DeleteLayer(place)
        assert refused != 0 or "stay" in gdal.GetLastErrorMsg()
    del data
    connection = sqlite3.connect(path)
    assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] >= 40
    assert connection.execute("SELECT COUNT(*) FROM gpkg_contents WHERE table_name = ?", (table,)).fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize("table", ["balance", "turnover"])
def test_the_sums_that_are_kept_are_closed_to_gdal_too(path, table):
    from osgeo import gdal, ogr

    data = ogr.Open(str(path), 1)
    with quiet():
        data.ExecuteSQL(f"DELETE FROM {table}")
        assert "only_the_land_ledger_plugin" in gdal.GetLastErrorMsg()
    del data
    connection = sqlite3.connect(path)
    assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] > 40
    connection.close()


def test_we_post_while_qgis_holds_the_file_open(layer, path):
    """In both ways to hold it: reading, where QGIS has it in WAL, and in edit mode."""
    from ...core.store.geopackage import open_ledger

    store = open_ledger(path)
    modes, before = set(), store.head(NORTH).number
    for edited in (False, True):
        held = layer("posting")
        held.setReadOnly(False)
        assert not edited or held.startEditing()
        rows = held.getFeatures()
        next(rows)
        with store.writing([NORTH]) as writing:
            writing.append([moved(NORTH, 4)])
        modes.add(store.connection().execute("PRAGMA journal_mode").fetchone()[0])
        rows.close()
        held.rollBack()
    assert store.head(NORTH).number == before + 2 and verify(store).clean
    assert "wal" in modes
    store.close()


def test_every_table_is_either_sealed_or_kept():
    assert set(SHOWN) - {"journal", "remaining"} <= {*SEALED, *KEPT}
