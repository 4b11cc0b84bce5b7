"""landledger:createledger, verifyledger and copyledger as the toolbox runs them, and through the real executable."""

from __future__ import annotations

import gc
import shutil
import sqlite3
import sys

import openpyxl
import pytest

from ...core.quota.subjects import shipped_sources
from ...core.resources import resource
from ...core.store.backups import backups_of
from ...core.store.geopackage import create, open_ledger
from ...core.store.verify import verify
from ..core.store.made_ledgers import BOOKS, NORTH, moved
from .occupation_runs import is_one_sentence, qgis_process, results_of

CITY = "370000=示例市=city;370001=示例北县;370002=示例南县"


@pytest.fixture
def run(provider, said_feedback):
    """run(id, NAME=value …) -> results and what was said."""

    def run_algorithm(algorithm, **values):
        import processing

        feedback = said_feedback()
        infos = []
        feedback.pushInfo = infos.append
        results = processing.run(f"landledger:{algorithm}", values, feedback=feedback)
        assert not feedback.debug
        infos = [info for info in infos if not info.startswith("Results:")]
        return results, infos, feedback

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run):
    """refused(id, NAME=value …) -> the one sentence said."""
    from qgis.core import QgsProcessingException

    def refuse(algorithm, **values):
        with pytest.raises(QgsProcessingException) as raised:
            run(algorithm, **values)
        return str(raised.value)

    return refuse


@pytest.fixture
def sample(tmp_path):
    return shutil.copy(resource("sample", "sample_quota_ledger_2023.gpkg"), tmp_path / "台账.gpkg")


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "ledger.gpkg"
    store = create(path, "台账", BOOKS)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4), moved(NORTH, 8), moved(NORTH, 12)])
    store.close()
    return path


# ------------------------------------------------------------------------------------------------ createledger


def test_a_ledger_of_a_city(run, tmp_path):
    results, infos, _ = run("createledger", LEDGER_FILE=str(tmp_path / "新台账.gpkg"), DISTRICTS=CITY)
    assert (results["BOOK_COUNT"], results["SOURCE_COUNT"]) == (3, len(shipped_sources()))
    store = open_ledger(tmp_path / "新台账.gpkg")
    assert [book.code for book in store.books()] == ["370000", "370001", "370002"]
    assert store.info().uid == results["LEDGER_UID"] and "示例市" in store.info().title
    holders = {record.key: record.values for record in store.records("holder")}
    assert holders["370001"]["upper"] == "370000" and holders["370000"]["level"] == "city"
    assert [record.key for record in store.records("source")] == [source.code for source in shipped_sources()]
    assert verify(store).clean
    store.close()
    assert "3 books" in infos[-1] and results["LEDGER"] == results["LEDGER_FILE"]


def test_the_ending_of_the_file_is_added(run, tmp_path):
    results, _, _ = run("createledger", LEDGER_FILE=str(tmp_path / "台账"), DISTRICTS="370001=示例北县", TITLE="我的")
    assert results["LEDGER"].endswith("台账.gpkg") and open_ledger(tmp_path / "台账.gpkg").info().title == "我的"


def test_holders_from_a_table(run, tmp_path):
    table = tmp_path / "单位.csv"
    table.write_text("行政区代码,行政区名称,级别\n370001,示例北县,\n370000,示例市,市本级\n3700K1,示例开发区,开发区\n", encoding="utf-8")
    results, _, _ = run("createledger", LEDGER_FILE=str(tmp_path / "a.gpkg"), HOLDERS=str(table))
    store = open_ledger(tmp_path / "a.gpkg")
    assert [book.code for book in store.books()] == ["370000", "370001", "3700K1"]
    assert results["BOOK_COUNT"] == 3
    store.close()


def test_what_is_there_is_never_touched(refused, sample):
    before = sqlite3.connect(sample).execute("SELECT hash FROM book").fetchall()
    said = refused("createledger", LEDGER_FILE=str(sample), DISTRICTS=CITY)
    assert "exists already" in said and is_one_sentence(said)
    assert sqlite3.connect(sample).execute("SELECT hash FROM book").fetchall() == before


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"DISTRICTS": CITY}, "either a file or a database"),
        ({"LEDGER_FILE": "a.gpkg", "DATABASE": "postgresql:x", "DISTRICTS": CITY}, "either a file or a database"),
        ({"LEDGER_FILE": "a.gpkg"}, "either as text or as a table"),
        ({"LEDGER_FILE": "a.gpkg", "DISTRICTS": "高唐县"}, "code=name"),
        ({"LEDGER_FILE": "none/a.gpkg", "DISTRICTS": CITY}, "folder of"),
        ({"DATABASE": "mysql:x", "DISTRICTS": CITY}, "no database"),
        ({"DATABASE": "postgresql:nobody has this", "DISTRICTS": CITY}, "no PostgreSQL connection"),
    ],
)
def test_bad_input_of_a_new_ledger(refused, tmp_path, values, said):
    if "LEDGER_FILE" in values:
        values = {**values, "LEDGER_FILE": str(tmp_path / values["LEDGER_FILE"])}
    assert said in refused("createledger", **values)
    assert not list(tmp_path.iterdir())


# ------------------------------------------------------------------------------------------------ verifyledger


def test_the_sample_is_sound(run, sample, tmp_path):
    results, infos, feedback = run("verifyledger", LEDGER=str(sample), WORKBOOK=str(tmp_path / "校验.xlsx"))
    assert results["FINDING_COUNT"] == 0 and results["FIRST_BAD"] == ""
    assert infos[-1] == results["RESULT"] and results["RESULT"].startswith("The ledger is sound: ")
    assert is_one_sentence(results["RESULT"]) and not feedback.errors
    book = openpyxl.load_workbook(tmp_path / "校验.xlsx")
    assert book.sheetnames == ["目录", "各账簿校验码", "输入与口径"]
    cells = [cell.value for row in book["各账簿校验码"].iter_rows() for cell in row]
    heads = [row[0] for row in sqlite3.connect(sample).execute("SELECT hash FROM book")]
    assert len(heads) == results["BOOK_COUNT"] and all(head in cells for head in heads)
    assert results["VOUCHER_COUNT"] in cells and results["POSTING_COUNT"] in cells
    assert backups_of(sample) == []  # looking into a ledger that may be spoilt pushes no good backup out


def spoil(path):
    connection = sqlite3.connect(path)
    for name, _ in connection.execute("SELECT name, 1 FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE posting SET amount = amount + 1 WHERE voucher_id = 2 AND line = 1")
    connection.commit()
    connection.close()


def test_a_spoilt_ledger_ends_with_a_clear_sentence(run, ledger, tmp_path):
    spoil(ledger)
    results, _, feedback = run("verifyledger", LEDGER=str(ledger), WORKBOOK=str(tmp_path / "x.xlsx"))
    assert results["FIRST_BAD"] == "370001-000002" and "changed after it was posted" in results["FIRST_FINDING"]
    assert results["FINDING_COUNT"] > 20  # triggers, the voucher, its balance
    assert feedback.errors == [results["RESULT"]] and "NOT sound" in results["RESULT"]
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert "校验问题" in book.sheetnames
    cells = [str(cell.value) for row in book["校验问题"].iter_rows() for cell in row]
    assert "370001-000002" in cells and any("landledger_posting_update" in cell for cell in cells)


def test_a_printed_seal_is_looked_up(run, refused, ledger):
    store = open_ledger(ledger)
    head = store.head(NORTH)
    store.close()
    short = head.hash[:8].upper()
    for seals in (f"{NORTH} 3 {short}", f"{NORTH}，3，{head.hash}；{NORTH} 3 {short}"):
        results, _, _ = run("verifyledger", LEDGER=str(ledger), SEALS=seals)
        assert results["FINDING_COUNT"] == 0
    for wrong in (f"{NORTH} 2 {short}", f"{NORTH} 4 {short}", f"{NORTH} 3 {'0' * 8}"):
        results, _, _ = run("verifyledger", LEDGER=str(ledger), SEALS=wrong)
        assert results["FINDING_COUNT"] == 1 and results["FIRST_BAD"].startswith(NORTH)
    for text in ("x", f"999999 3 {short}", f"{NORTH} 3 {short[:7]}", f"{NORTH} drei {short}"):
        assert "no printed seal" in refused("verifyledger", LEDGER=str(ledger), SEALS=text)


def test_no_ledger_is_one_sentence(refused, tmp_path):
    assert "does not exist" in refused("verifyledger", LEDGER=str(tmp_path / "none.gpkg"))
    township = resource("sample", "sample_township_madeup.gpkg")
    assert "no ledger of Land Ledger" in refused("verifyledger", LEDGER=str(township))


# ------------------------------------------------------------------------------------------------ copyledger


def test_a_copy_that_is_verified(run, refused, sample, tmp_path):
    values = {"LEDGER": str(sample), "TARGET": str(tmp_path / "copy.gpkg")}
    results, infos, _ = run("copyledger", **values)
    assert "is sound" in infos[-1] and results["COPY"] == values["TARGET"]
    one, two = open_ledger(sample), open_ledger(tmp_path / "copy.gpkg")
    assert one.info() == two.info() and list(one.vouchers()) == list(two.vouchers())
    one.close()
    two.close()
    assert "exists already" in refused("copyledger", **values)
    run("copyledger", **values, OVERWRITE=True)
    assert "over itself" in refused("copyledger", LEDGER=str(sample), TARGET=str(sample), OVERWRITE=True)


def test_a_copy_of_a_spoilt_ledger_is_said(refused, ledger, tmp_path):
    spoil(ledger)
    assert "not sound" in refused("copyledger", LEDGER=str(ledger), TARGET=str(tmp_path / "copy.gpkg"))
    assert not list(tmp_path.glob("copy.gpkg*"))


def test_a_copy_that_is_not_sound_replaces_nothing(run, refused, sample, tmp_path):
    """The former copy stays, byte for byte, until the new one was verified beside it."""
    values = {"LEDGER": str(sample), "TARGET": str(tmp_path / "copy.gpkg")}
    run("copyledger", **values)
    former = (tmp_path / "copy.gpkg").read_bytes()
    spoil(sample)
    before = sorted(path.name for path in tmp_path.iterdir())
    told = refused("copyledger", **values, OVERWRITE=True)
    assert "not sound" in told and "copy.gpkg" in told
    assert (tmp_path / "copy.gpkg").read_bytes() == former
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_copy_that_is_cancelled_while_it_is_verified_is_not_there(provider, sample, tmp_path, said_feedback, monkeypatch):
    """Nobody shall take for a copy what was never verified."""
    from qgis.core import QgsApplication, QgsProcessingContext

    monkeypatch.setattr(sys.modules[verify.__module__], "_EVERY", 50)
    feedback = said_feedback()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 61 else None)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landledger:copyledger")
    values = {"LEDGER": str(sample), "TARGET": str(tmp_path / "copy.gpkg")}
    algorithm.run(values, QgsProcessingContext(), feedback)
    assert feedback.isCanceled() and not list(tmp_path.glob("copy.gpkg*"))


# ------------------------------------------------------------------------------------------------ opening


def test_a_posting_run_makes_the_backup_of_the_day_once(run, sample):
    values = {"LEDGER": str(sample), "EVENT": "issue", "HOLDER": "371526", "SOURCE": "ZC", "AREA": "1", "DOC_NO": "示例1号",
              "YEAR": 2026, "BOOK_DATE": "2026-03-01", "CHECK_ONLY": True}  # fmt: skip
    for _ in range(2):
        run("postvoucher", **values)
    (backup,) = backups_of(sample)
    assert backup.occasion == "opening" and verify(open_ledger(backup.path)).clean


# ------------------------------------------------------------------------------------------------ the real executable


@pytest.mark.real_qgis
def test_made_and_verified_in_chinese_by_the_real_executable(tmp_path):
    path = tmp_path / "高唐县台账.gpkg"
    chinese = {"LANDLEDGER_LOCALE": "zh_CN"}
    made = qgis_process("landledger:createledger", chinese, LEDGER_FILE=path, DISTRICTS="371526=高唐县")
    assert results_of(made)["BOOK_COUNT"] == 1
    assert open_ledger(path).info().title == "高唐县用地指标台账"
    results = results_of(qgis_process("landledger:verifyledger", chinese, LEDGER=path))
    assert results["RESULT"].startswith("台账校验通过：1本账簿") and results["RESULT"].endswith("。")
