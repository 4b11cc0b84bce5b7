"""landledger:quotareport and landledger:quotamap as QGIS runs them, through the real executable, with bad inputs."""

from __future__ import annotations

import gc
import sqlite3

import pytest
from openpyxl import load_workbook

from ..core.quota_ledgers import story
from ..oracles.quota_sql import QuotaOracle
from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, square, write_layer

REPORT, MAP = "landledger:quotareport", "landledger:quotamap"
KINDS = {"XZQDM": "C", "XZQMC": "C"}
DISTRICTS = (("371502", "甲区"), ("371526000000", "乙县"), ("379999", "无主县"), ("", "编造市本级"))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "指标.gpkg"
    story(path).store.close()
    return path


@pytest.fixture(scope="module")
def districts(tmp_path_factory):
    path = tmp_path_factory.mktemp("districts") / "xzq.gpkg"
    rows = [dict(zip(KINDS, values)) for values in DISTRICTS]
    return write_layer(path, "XZQ", [square(place, 0) for place in range(len(rows))], rows, KINDS)


@pytest.fixture
def run(provider, ledger, districts, out, said_feedback):
    """run(id, NAME=value …) -> results; the feedback in `run.feedback`."""
    defaults = {
        REPORT: {"LEDGER": str(ledger), "YEAR": 2023, "WORKBOOK": str(out / "book.xlsx")},
        MAP: {
            "LEDGER": str(ledger), "YEAR": 2023, "DISTRICTS": districts, "CODE_FIELD": "XZQDM", "NAME_FIELD": "XZQMC",
            "OUTPUT": str(out / "map.gpkg"),
        },
    }  # fmt: skip

    def run_algorithm(algorithm, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        return processing.run(algorithm, {**defaults[algorithm], **values}, feedback=run_algorithm.feedback)

    yield run_algorithm
    gc.collect()


def refused(run, algorithm, out, **values) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, **values)
    assert not files_in(out)
    return str(caught.value)


def test_numbers_are_what_sql_says(run, ledger) -> None:
    oracle = QuotaOracle(ledger, 2023, "2023-12-31", document=True)
    rows = [oracle.gained(book) for book in ("371500", "371502", "371526")]
    results = run(REPORT, UNTIL="2023-12-31", BASIS="document")
    names = {
        "OBTAINED_MU": "TOTAL", "ADVANCED_MU": "ADV", "PENDING_MU": "PEND", "USED_MU": "USED", "AVAILABLE_MU": "AVL",
        "REMAINING_MU": "LEFT", "CARRIED_MU": "CARRY",
    }  # fmt: skip
    for name, key in names.items():
        assert results[name] == float(sum(row[key] for row in rows)), name
    assert (results["UNBALANCED_COUNT"], results["ADVANCED_PROJECT_COUNT"], results["OPEN_PROJECT_COUNT"]) == (0, 2, 4)
    assert results["GROWTH_PERCENT"] is None
    assert not run.feedback.errors and not run.feedback.debug


def test_by_booking_and_for_one_holder(run) -> None:
    by_booking = run(REPORT, UNTIL="2023-12-31", BASIS="booking")
    assert by_booking["OBTAINED_MU"] == 1375.62
    assert run(REPORT, HOLDERS="西县，371502")["OBTAINED_MU"] == 375.62


def test_only_the_tables_asked_for(run, out) -> None:
    run(REPORT, TABLES="T24, t25")
    names = load_workbook(out / "book.xlsx").sheetnames
    assert names[0] == "目录" and "滚动项目清单" in names
    assert "用地指标流水账" not in names and "图表" not in names


def test_without_a_workbook_numbers_alone(run, out) -> None:
    assert run(REPORT, WORKBOOK="")["LINE_COUNT"] == 40
    assert not files_in(out)


def test_what_can_not_be_is_said_in_one_sentence(run, out, ledger, tmp_path) -> None:
    for values, word in (
        ({"HOLDERS": "无此县"}, "无此县"),
        ({"TABLES": "T99"}, "T99"),
        ({"LEDGER": str(tmp_path / "none.gpkg")}, "none.gpkg"),
        ({"WORKBOOK": str(out / "book.xls")}, "xlsx"),
    ):
        text = refused(run, REPORT, out, **values)
        assert is_one_sentence(text) and word in text, text


def test_a_date_that_is_none(run, out) -> None:
    assert "2023-13-45" in refused(run, REPORT, out, UNTIL="2023-13-45")


def map_rows(path) -> dict[str, dict]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return {row["XZQMC"]: dict(row) for row in database.execute(f'SELECT * FROM "{table}"')}


def test_districts_get_their_balances(run, ledger, out) -> None:
    results = run(MAP)
    oracle = QuotaOracle(ledger, 2023)
    found = map_rows(out / "map.gpkg")
    names = {"OBTAINED": "TOTAL", "USED": "USED", "PENDING": "PEND", "ADVANCED": "ADV", "AVAILABLE": "AVL", "REMAINING": "LEFT"}
    for district, book in (("甲区", "371502"), ("乙县", "371526"), ("编造市本级", "371500")):
        row, wanted = found[district], oracle.gained(book)
        assert (row["HOLDER"], row["YEAR"]) == (book, 2023)
        for name, key in names.items():
            assert row[name] == float(wanted[key]), (district, name)
    assert found["无主县"]["AVAILABLE"] is None
    assert (results["MATCHED_COUNT"], results["UNMATCHED_DISTRICT_COUNT"], results["UNMATCHED_HOLDER_COUNT"]) == (3, 1, 0)
    assert any("无主县" in text for text in run.feedback.warnings)


def test_holders_without_a_district_are_named(run, out) -> None:
    results = run(MAP, NAME_FIELD=None)
    assert results["UNMATCHED_HOLDER_COUNT"] == 1
    assert any("市本级" in text for text in run.feedback.warnings)


def test_map_without_any_field(run, out) -> None:
    assert refused(run, MAP, out, NAME_FIELD=None, CODE_FIELD=None)


def test_the_style_draws_every_district(run, out) -> None:
    from qgis.core import QgsRenderContext, QgsVectorLayer

    from ...processing.adapters.looks import STYLE_FOLDER

    run(MAP)
    layer = QgsVectorLayer(str(out / "map.gpkg"), "map", "ogr")
    message, loaded = layer.loadNamedStyle(str(STYLE_FOLDER / "quota_map.qml"))
    assert loaded, message
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.expressionContext().appendScopes([])
    renderer.startRender(context, layer.fields())
    labels = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        labels[feature["XZQMC"]] = [renderer.legendKeysForFeature(feature, context), renderer.symbolForFeature(feature, context)]
    renderer.stopRender(context)
    assert all(symbol is not None for _, symbol in labels.values())
    assert labels["无主县"][0] != labels["甲区"][0]
    assert layer.diagramRenderer() is not None and layer.labelsEnabled()


def test_real_executable_in_chinese(ledger, districts, out) -> None:
    report = qgis_process(REPORT, LEDGER=str(ledger), YEAR="2023", UNTIL="2023-12-31", WORKBOOK=str(out / "表.xlsx"))
    assert float(results_of(report)["OBTAINED_MU"]) == 1387.67
    assert "图表" in load_workbook(out / "表.xlsx").sheetnames
    drawn = qgis_process(
        MAP, LEDGER=str(ledger), DISTRICTS=districts, CODE_FIELD="XZQDM", OUTPUT=str(out / "图.gpkg")
    )
    assert int(results_of(drawn)["MATCHED_COUNT"]) == 2
