"""Expression functions of the group Land Ledger, as QGIS evaluates them."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from decimal import ROUND_HALF_UP, Decimal

import pytest

from ...core.quota.ledger import QuotaLedger, Request
from ...core.quota.vocabulary import Event
from ...core.resources import resource
from ...core.rules import load_rules
from ..core.quota.made_quota import amount
from .occupation_runs import SAMPLE, copy_of, qgis_process, results_of, rows_of

TRIANGLE = "POLYGON((39500000 4000000,39500100 4000000,39500100 4000100,39500000 4000000))"


@pytest.fixture
def evaluate(qgis_app):
    """evaluate(text, context=None) -> (value, what was said); the functions are registered for one test."""
    from qgis.core import QgsExpression, QgsExpressionContext

    from ...processing import expressions

    registered = expressions.register()
    assert len(registered) == 5

    def answer(text: str, context=None):
        expression = QgsExpression(text)
        assert not expression.hasParserError(), expression.parserErrorString()
        value = expression.evaluate(context or QgsExpressionContext())
        return value, expression.evalErrorString()

    yield answer
    expressions.unregister(registered)


def test_they_come_and_go_with_the_plugin(qgis_app, qgis_processing):
    from qgis.core import QgsExpression

    from ... import classFactory

    names = {"survey_area", "to_mu", "class_name", "major_class", "quota_balance"}

    def known() -> dict:
        return {function.name(): function for function in QgsExpression.Functions() if function.name() in names}

    assert not known()
    plugin = classFactory(None)
    plugin.initProcessing()
    found = known()
    assert set(found) == names
    for name, function in found.items():
        assert function.group() == "Land Ledger"
        assert len(function.helpText()) > 100 and name in function.helpText()
    plugin.unload()
    assert not known()
    plugin.initProcessing()
    assert set(known()) == names
    plugin.unload()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("to_mu(1000)", 1.5),
        ("to_mu(2000.0 / 3, 4)", 1.0),
        ("to_mu('666.67', 4)", 1.0),
        ("to_mu(3.33, 2)", 0.0),
        ("to_mu(10, 2)", 0.02),
        ("to_mu(-10, 2)", -0.02),
        ("to_mu(NULL)", None),
        ("class_name('0101')", "水田"),
        ("class_name(' 0101 ')", "水田"),
        ("class_name(101)", "水田"),
        ("class_name(1006.0)", "农村道路"),
        ("class_name('0601', 'ydyh2023')", "农村道路"),
        ("class_name('xx')", None),
        ("class_name(NULL)", None),
        ("major_class('0101')", "农用地"),
        ("major_class('0601')", "建设用地"),
        ("major_class('1101')", "未利用地"),
        ("major_class('xx')", None),
        (f"survey_area(geom_from_wkt('{TRIANGLE}'), 'EPSG:4527')", 5000.0),
        ("survey_area(geom_from_wkt('POLYGON EMPTY'), 'EPSG:4527')", None),
    ],
)
def test_values(evaluate, text: str, value: object):
    assert evaluate(text) == (value, "")


def test_to_mu_is_exact_and_half_up(evaluate):
    for steps in (5, 1005, 3335, 66665, 123456785, 99999999995):
        square_metres = Decimal(steps) / 1000
        expected = (square_metres * Decimal("0.0015")).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
        assert Decimal(repr(evaluate(f"to_mu({square_metres}, 4)")[0])) == expected


def test_what_rounds_to_nothing_has_no_sign(evaluate):
    assert str(evaluate("to_mu(-1, 2)")[0]) == "0.0" and evaluate("to_mu(-10, 2)") == (-0.02, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("to_mu('abc')", "to_mu: abc is not an area."),
        ("to_mu(1, 2.5)", "to_mu: Decimals are a whole number from 0 to 12, not 2.5."),
        ("class_name('0101', 'nowhere.csv')", "class_name: The file nowhere.csv can't be read."),
        (f"survey_area(geom_from_wkt('{TRIANGLE}'))", "No layer says in which system the shape is"),
        (f"survey_area(geom_from_wkt('{TRIANGLE}'), 'nonsense')", "“nonsense” is no coordinate reference system."),
        (f"survey_area(geom_from_wkt('{TRIANGLE}'), 'EPSG:3857')", "which is no Gauss-Kruger zone of CGCS2000"),
        (f"survey_area(geom_from_wkt('{TRIANGLE}'), 'EPSG:4526')", "survey_area: Layer EPSG:4526"),
        ("survey_area(make_point(39500000, 4000000), 'EPSG:4527')", "survey_area: Only polygons have an area."),
        ("survey_area('a', 'EPSG:4527')", "survey_area: Only polygons have an area."),
    ],
)
def test_what_is_refused_is_said(evaluate, text: str, said: str):
    value, error = evaluate(text)
    assert value is None and said in error and "{" not in error


def test_the_zone_of_the_layer_is_taken(evaluate):
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsFeature,
        QgsGeometry,
        QgsVectorLayer,
    )

    layer = QgsVectorLayer("Polygon?crs=EPSG:4527", "DLTB", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(TRIANGLE))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    assert evaluate("survey_area($geometry)", context) == (5000.0, "")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    value, error = evaluate("survey_area($geometry)", context)
    assert value is None and "DLTB" in error


def test_crossing_borders_are_measured_as_the_algorithm_does(evaluate):
    bow = "POLYGON((39500000 4000000,39500100 4000100,39500100 4000000,39500000 4000100,39500000 4000000))"
    value, error = evaluate(f"survey_area(geom_from_wkt('{bow}'), 'EPSG:4527')")
    assert (value, error) == (5000.0, "")


def test_rules_of_the_county_decide_the_major_class(evaluate, monkeypatch, tmp_path):
    from ...processing import expressions, settings

    folder = tmp_path / "rules"
    folder.mkdir()
    monkeypatch.setattr(settings, "own_folder", lambda kind: folder)
    monkeypatch.setattr(expressions, "own_folder", lambda kind: folder)
    assert evaluate("major_class('1201')")[0] == "建设用地"
    (folder / "own.csv").write_text(
        "key,year,value,kind,choices,source,status\n"
        "class_1201_major,,unused,choice,construction|unused,county,\"default, confirm locally\"\n",
        encoding="utf-8",
    )
    assert evaluate("major_class('1201')")[0] == "未利用地"


def test_in_the_real_executable_every_parcel_has_its_registered_area(tmp_path):
    town = copy_of(SAMPLE, tmp_path)
    with sqlite3.connect(town) as database:
        database.execute("CREATE TABLE few AS SELECT * FROM DLTB WHERE fid % 10 = 0")
        database.execute("INSERT INTO gpkg_contents SELECT 'few', data_type, 'few', description, last_change, min_x, min_y, "
                         "max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'DLTB'")
        database.execute("INSERT INTO gpkg_geometry_columns SELECT 'few', column_name, geometry_type_name, srs_id, z, m "
                         "FROM gpkg_geometry_columns WHERE table_name = 'DLTB'")
    results = results_of(
        qgis_process(
            "native:fieldcalculator", INPUT=f"{town}|layername=few", FIELD_NAME="SA", FIELD_TYPE="0",
            FIELD_LENGTH="15", FIELD_PRECISION="2", FORMULA="survey_area($geometry)", OUTPUT=str(tmp_path / "sa.gpkg"),
        )
    )
    rows = rows_of(results["OUTPUT"])
    assert len(rows) == 311 and all(row["SA"] == row["TBMJ"] for row in rows)


# ---------------------------------------------------------------------------------------------------- quota_balance


@pytest.fixture
def sample_ledger(tmp_path):
    """The sample ledger, which is made up, in a folder with a blank and Chinese in its name."""
    folder = tmp_path / "指标 台账"
    folder.mkdir()
    return shutil.copy(resource("sample", "sample_quota_ledger_2023.gpkg"), folder / "台账.gpkg")


def available_in(path, holder: str, counts: str) -> float:
    """Available quota of a holder by plain SQL; `counts` restricts the sources."""
    with sqlite3.connect(path) as database:
        rows = database.execute(
            "SELECT sum(b.amount) FROM balance b JOIN account a ON a.id = b.account_id JOIN book k ON k.code = a.book "
            f"WHERE k.holder = ? AND a.state = 'AVL' AND b.dimension = 'NEW' AND a.source {counts}",
            (holder,),
        ).fetchall()
    return (rows[0][0] or 0) / 1_000_000


COUNTING = "IN ('ZP', 'ZC', 'JY', 'ZX', 'JC', 'SJ', 'XJ', 'QT')"


def test_available_quota_of_each_holder(evaluate, sample_ledger):
    with sqlite3.connect(sample_ledger) as database:
        holders = database.execute("SELECT holder, name FROM book").fetchall()
    found = {}
    for code, name in holders:
        found[code] = evaluate(f"quota_balance('{sample_ledger}', '{code}')")[0]
        assert found[code] == available_in(sample_ledger, code, COUNTING)
        assert evaluate(f"quota_balance('{sample_ledger}', '{name}', '')") == (found[code], "")
        of_source = evaluate(f"quota_balance('{sample_ledger}', '{code}', '增存挂钩核补')")[0]
        assert of_source == available_in(sample_ledger, code, "= 'ZC'")
    assert len(found) == 12 and len({amount for amount in found.values() if amount > 0}) > 5


def test_what_a_district_layer_holds_is_understood(evaluate, sample_ledger):
    whole = evaluate(f"quota_balance('{sample_ledger}', '371526')")[0]
    for code in ("371526", "371526.0", "'高唐县'", "' 371526 '"):
        assert evaluate(f"quota_balance('{sample_ledger}', {code})") == (whole, "")
    for nobody in ("'370100'", "NULL", "''"):
        assert evaluate(f"quota_balance('{sample_ledger}', {nobody})") == (None, "")


def test_what_can_not_be_asked_is_said(evaluate, sample_ledger, tmp_path):
    (tmp_path / "a.gpkg").write_text("no ledger")
    for text, said in (
        (f"quota_balance('{tmp_path}/none.gpkg', '371526')", f"The ledger {tmp_path}/none.gpkg does not exist."),
        (f"quota_balance('{tmp_path}/a.gpkg', '371526')", "a.gpkg"),
        ("quota_balance('', '371526')", "Choose a ledger"),
        (f"quota_balance('{sample_ledger}', '371526', 'XX')", "The ledger has no source XX"),
        ("quota_balance('postgresql:nobody/quota', '371526')", "no PostgreSQL connection called nobody"),
    ):
        value, error = evaluate(text)
        assert value is None and error.startswith("quota_balance: ") and said in error and "{" not in error


def test_a_layer_opens_the_ledger_once_and_the_next_run_anew(evaluate, sample_ledger, monkeypatch):
    """All rows see one moment; who posts meanwhile is seen by the next evaluation."""
    from qgis.core import QgsExpression, QgsExpressionContext

    from ...processing.adapters import ledgers

    opened = []
    really = ledgers.ledger_named
    monkeypatch.setattr(ledgers, "ledger_named", lambda name: opened.append(name) or really(name))
    expression = QgsExpression(f"quota_balance('{sample_ledger}', '371526')")
    context = QgsExpressionContext()
    before = {expression.evaluate(context) for _ in range(50)}
    assert len(before) == 1 and len(opened) == 1
    ledger = QuotaLedger(really(str(sample_ledger)), load_rules())
    ledger.post([Request(Event.ISSUE, "371526", datetime.date(2024, 1, 5), amount("12.5"), 2024, "ZC", doc_no="示例1号", operator="张三")])
    ledger.store.close()
    assert {expression.evaluate(context)} == before and len(opened) == 1
    assert expression.evaluate(QgsExpressionContext()) == before.pop() + 12.5 and len(opened) == 2
    nowhere = QgsExpression("quota_balance('/nowhere/a.gpkg', '371526')")
    for _ in range(5):
        assert nowhere.evaluate(context) is None and "does not exist" in nowhere.evalErrorString()
    assert len(opened) == 3


def test_the_field_calculator_of_the_real_executable_asks_a_ledger(sample_ledger, tmp_path):
    table = tmp_path / "districts.csv"
    table.write_text("code,name\n371526,a\n371525,b\n370100,c\n", encoding="utf-8")
    results = results_of(
        qgis_process(
            "native:fieldcalculator", INPUT=str(table), FIELD_NAME="KY", FIELD_TYPE="0", FIELD_LENGTH="15",
            FIELD_PRECISION="4", FORMULA=f"quota_balance('{sample_ledger}', \"code\")", OUTPUT=str(tmp_path / "ky.gpkg"),
        )
    )
    amounts = [row["KY"] for row in rows_of(results["OUTPUT"] + "|layername=ky")]
    assert amounts == [available_in(sample_ledger, code, COUNTING) for code in ("371526", "371525")] + [None]
