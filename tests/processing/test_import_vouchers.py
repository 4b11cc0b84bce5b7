"""landledger:importvouchers in the real QGIS: check, post, twice, faults as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[1] / "data" / "ledgers_madeup"


@pytest.fixture
def ledger_file(tmp_path):
    from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from ...core.store.geopackage import create

    holders = [Holder("379900", "示例市", "市本级", "city"), Holder("379901", "东示区"), Holder("379921", "西示县")]
    store = create(tmp_path / "ledger.gpkg", "示例", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    store.close()
    return str(tmp_path / "ledger.gpkg")


def run(ledger_file, name, **parameters):
    import processing

    given = {"LEDGER": ledger_file, "FILE": str(DATA / f"{name}.xlsx"), "CREATE_PROJECTS": True, **parameters}
    return processing.run("landledger:importvouchers", given)


def vouchers(ledger_file):
    from ...core.store.geopackage import open_ledger

    store = open_ledger(Path(ledger_file))
    try:
        return list(store.vouchers())
    finally:
        store.close()


def numbers(found, *names):
    return tuple(found[f"{name}_COUNT"] for name in names)


def test_checked_then_posted_then_known(provider, ledger_file):
    found = run(ledger_file, "two_levels", PREVIEW=True)
    assert numbers(found, "ROW", "POSTED", "KNOWN", "PROBLEM", "PROJECT") == (12, 0, 0, 0, 0)
    assert vouchers(ledger_file) == []
    found = run(ledger_file, "two_levels")
    assert numbers(found, "ROW", "POSTED", "KNOWN", "PROBLEM", "PROJECT") == (12, 11, 0, 0, 3)
    # The sum row of the file.
    assert (found["INCOME_MU"], found["EXPENDITURE_MU"]) == (5422.8456, 888.6456)
    posted = vouchers(ledger_file)
    assert len(posted) == 12 and {voucher.draft.operator for voucher in posted} == {"张某", "李某", "王某"}
    found = run(ledger_file, "untidy_libreoffice")
    assert numbers(found, "POSTED", "KNOWN", "PROBLEM") == (0, 11, 0)
    assert len(vouchers(ledger_file)) == 12


def test_faults_are_a_table_and_nothing_is_posted(provider, ledger_file):
    found = run(ledger_file, "with_faults", PROBLEMS="TEMPORARY_OUTPUT")
    layer = found["PROBLEMS"]
    assert layer.featureCount() == found["PROBLEM_COUNT"] + found["WARNING_COUNT"] > 12
    rows = {feature["CELL"]: feature for feature in layer.getFeatures()}
    assert rows["D7"]["VALUE"] == "东视区" and "东示区" in rows["D7"]["PROBLEM"] and rows["D7"]["FIELD"] == "持有单位"
    assert found["POSTED_COUNT"] == 0 and vouchers(ledger_file) == []


def test_faults_end_the_run_where_no_table_is_asked_for(provider, ledger_file):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="B6"):
        run(ledger_file, "with_faults")
    assert vouchers(ledger_file) == []


def test_defaults_and_columns(provider, ledger_file):
    found = run(ledger_file, "one_signed_column", HOLDER="东示区", YEAR=2023)
    assert numbers(found, "POSTED", "PROJECT") == (4, 1)
    assert {voucher.draft.book for voucher in vouchers(ledger_file)} == {"379901"}
    other = run(ledger_file, "one_signed_column", HOLDER="379901", YEAR=2023, UNIT="ha", COLUMNS="REASON=-", PREVIEW=True)
    assert numbers(other, "KNOWN") == (0,)


@pytest.mark.parametrize(
    ("parameters", "part"),
    [
        ({"HOLDER": "别处", "YEAR": 2023}, "别处"),
        ({"BOOK_DATE": "五月一日"}, "五月一日"),
        ({"COLUMNS": "持有人=县"}, "持有人"),
        ({"SHEET": "没有"}, "没有"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(provider, ledger_file, parameters, part):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=part):
        run(ledger_file, "one_signed_column", **parameters)


def test_a_register_comes_through_the_same_door(provider, ledger_file):
    found = run(ledger_file, "two_tables", TABLE="project")
    assert numbers(found, "ROW", "POSTED", "PROBLEM") == (3, 3, 0)
    assert numbers(run(ledger_file, "two_tables", TABLE="project"), "POSTED", "KNOWN") == (0, 3)


