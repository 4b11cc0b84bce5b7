"""landledger:linkagebalance as QGIS runs it (project areas and blocks are made up)."""

from __future__ import annotations

import gc
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ..core.quota_ledgers import EAST, WEST, open_books
from .occupation_runs import exact, files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample" / "farmland" / "linkage_projects_madeup_2023.csv"
BULLETIN = "批复项目数=14;批复拆旧复垦规模=1342.89;比上年增加=1017.7;同比=312.96%"
# A square of the traps is 100 m wide: 15 mu in the plane.
OLD = [
    (square(0, 5), {"XMQBH": "X1", "XMQMC": "甲", "DKBH": "C1", "YSMJ": 14.0, "YSGDMJ": 12.0, "GDDB": 6.0, "YSWH": "验1"}),
    (square(2, 5), {"XMQBH": "X1", "XMQMC": "甲", "DKBH": "C2", "YSMJ": 15.0, "YSGDMJ": 10.0, "GDDB": 7.0, "YSWH": "验1"}),
    (square(4, 5), {"XMQBH": "X2", "XMQMC": "乙", "DKBH": "C3", "YSMJ": None, "YSGDMJ": None, "GDDB": None, "YSWH": None}),
]
NEW = [
    (square(0.5, 0), {"XMQBH": "X1", "XMQMC": "甲", "DKBH": "J1", "JXLX": "建新"}),
    (square(0, 2, 0.5, 1), {"XMQBH": "X1", "XMQMC": "甲", "DKBH": "A1", "JXLX": "安置"}),
]
SURVEY = [
    (square(0, 0, 1, 3), {"DLBM": "0103", "GDDB": 8.0, "BSM": "1"}),
    (square(1, 0, 1, 3), {"DLBM": "0301", "GDDB": None, "BSM": "2"}),
]


def layer(path, name: str, members) -> str:
    keys = list(dict.fromkeys(key for _, row in members for key in row))
    kinds = {key: "D" if key.endswith("MJ") or key == "GDDB" else "C" for key in keys}
    return write_layer(path, name, [shape for shape, _ in members], [row for _, row in members], kinds)


@pytest.fixture
def land(tmp_path):
    path = tmp_path / "land.gpkg"
    return {"DEMOLITION": layer(path, "old", OLD), "NEWBUILD": layer(path, "new", NEW), "SURVEY": layer(path, "dltb", SURVEY),
            "AREA_METHOD": "plane"}


@pytest.fixture
def run(provider, out, said_feedback):
    def run_algorithm(balanced=True, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run("landledger:linkagebalance", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        assert (results["UNBALANCED_COUNT"] == 0) is balanced
        return results

    yield run_algorithm
    gc.collect()


def sheet(path, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[title].iter_rows(values_only=True)]
    finally:
        book.close()


def test_blocks_over_the_survey(run, land, out):
    results = run(**land, OUTPUT=str(out / "blocks.gpkg"), WORKBOOK=str(out / "t09.xlsx"))
    # X1: 30 mu demolished, 29 accepted, 15 built on, 7.5 resettled; 7.5 + 7.5 of farmland of grade 8 taken.
    assert (results["PROJECT_COUNT"], results["DEMOLITION_COUNT"], results["NEWBUILD_COUNT"]) == (2, 3, 2)
    assert (results["APPROVED_AREA_MU"], results["ACCEPTED_AREA_MU"], results["CULTIVATED_AREA_MU"]) == (45, 29, 22)
    assert (results["NEW_BUILD_AREA_MU"], results["RESETTLED_AREA_MU"], results["TAKEN_AREA_MU"]) == (15, 7.5, 15)
    assert (results["SURPLUS_AREA_MU"], results["FINDING_COUNT"]) == (6.5, 0)
    rows = {row["DKBH"]: row for row in rows_of(results["OUTPUT"])}
    assert {number: (row["ROLE"], row["STATE"]) for number, row in rows.items()} == {
        "C1": ("demolition", "surplus"), "C2": ("demolition", "surplus"), "C3": ("demolition", "running"),
        "J1": ("new_build", "surplus"), "A1": ("resettlement", "surplus"),
    }
    assert sum((exact(row["AREA_MU"]) for row in rows.values()), Decimal(0)) == Decimal("67.5")
    header = next(row for row in sheet(results["WORKBOOK"], "增减挂钩项目台账") if row and row[0] == "序号")
    first = dict(zip(header, next(row for row in sheet(results["WORKBOOK"], "增减挂钩项目台账") if row and row[1] == "X1")))
    assert (first["节余指标"], first["节余指标折公顷"], first["建新占用耕地"]) == (6.5, 0.4333, 15)
    # (12 × 6 + 10 × 7) / 22 = 6.4545…
    assert (first["复垦耕地平均等别"], first["占用耕地平均等别"]) == (6.45, 8)


def test_worse_land_makes_a_draft(run, land, out, tmp_path):
    worse = [(shape, {**row, "GDDB": 9.0 if row["GDDB"] else None}) for shape, row in OLD]
    land["DEMOLITION"] = layer(tmp_path / "worse.gpkg", "old", worse)
    results = run(balanced=False, **land, WORKBOOK=str(out / "t09.xlsx"))
    assert any("9.00" in each and "8.00" in each for each in run.feedback.warnings)
    assert results["FINDING_COUNT"] == 1


def test_ellipsoidal_areas_and_overlaps(run, land, tmp_path):
    land.pop("AREA_METHOD")
    land["NEWBUILD"] = layer(tmp_path / "over.gpkg", "new", [*NEW, (square(0.5, 0.5), {**NEW[0][1], "DKBH": "J2"})])
    results = run(balanced=False, **land)
    assert 44.8 < results["APPROVED_AREA_MU"] < 45
    assert any("J1" in each and "J2" in each for each in run.feedback.warnings)


def test_the_sample_reproduces_the_bulletin_in_chinese(out):
    done = qgis_process("landledger:linkagebalance", {"LANDLEDGER_LOCALE": "zh_CN"}, PROJECTS=str(SAMPLE), PRINTED=BULLETIN,
                        WORKBOOK=str(out / "t09.xlsx"), TITLE="示例市", OUTPUT=str(out / "t09.gpkg"), AREAS="field")
    results = results_of(done)
    assert (results["PROJECT_COUNT"], results["APPROVED_AREA_MU"], results["UNBALANCED_COUNT"]) == (14, 1342.89, 0)
    cells = [cell for row in sheet(out / "t09.xlsx", "公布数字核对") for cell in row]
    assert cells.count("按印出数成立") == 3
    assert any("325.19亩" in str(cell) and "325.14–325.24" in str(cell) for cell in cells)
    assert len(rows_of(f"{results['OUTPUT']}|layername=t09")) == 14


def test_a_workbook_is_read_back(run, out):
    first = run(PROJECTS=str(SAMPLE), WORKBOOK=str(out / "t09.xlsx"))
    again = run(PROJECTS_BOOK=str(out / "t09.xlsx"), PRINTED=BULLETIN)
    names = ("PROJECT_COUNT", "APPROVED_AREA_MU", "ACCEPTED_AREA_MU", "SURPLUS_AREA_MU", "LEFT_AREA_MU", "TAKEN_AREA_MU")
    assert [first[name] for name in names] == [again[name] for name in names]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"DEMOLITION": None, "NEWBUILD": None, "SURVEY": None}, "nothing to balance"),
        ({"NEWBUILD": None}, "survey"),
        ({"PROJECTS": str(SAMPLE), "PROJECTS_BOOK": "t09.xlsx"}, "not both"),
        ({"PRINTED": "项目=14"}, "项目=14"),
        ({"NEWBUILD": str(SAMPLE)}, "no shapes"),
        ({"GRADE_SYSTEM": "quality10"}, "GDDB"),
    ],
)
def test_what_makes_no_sense_is_refused(run, land, out, change, said):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as raised:
        run(**{**land, **change}, OUTPUT=str(out / "blocks.gpkg"), WORKBOOK=str(out / "t09.xlsx"))
    assert is_one_sentence(str(raised.value)) and said in str(raised.value)
    assert not files_in(out)


# --------------------------------------------------------------------------------------------------------------- ledger


@pytest.fixture
def post(provider, said_feedback):
    def run_algorithm(ledger, event, **values):
        import processing

        post_feedback = said_feedback()
        results = processing.run("landledger:postlinkage", {"LEDGER": ledger, "EVENT": event, **values}, feedback=post_feedback)
        assert not post_feedback.debug
        return results

    yield run_algorithm
    gc.collect()


def report(ledger, out, wanted) -> None:
    """The yearly report has the project areas that were entered: number, approved, accepted, surplus."""
    import processing

    values = {"LEDGER": ledger, "TABLES": "T09", "WORKBOOK": str(out / "year.xlsx")}
    found = processing.run("landledger:farmlandreport", values)
    assert (found["LINKAGE_COUNT"], found["SURPLUS_AVAILABLE_MU"], found["UNBALANCED_COUNT"]) == (2, 6.5, 0)
    rows = sheet(out / "year.xlsx", "增减挂钩项目台账")
    header = next(row for row in rows if row and row[0] == "序号")
    columns = [header.index(name) for name in ("项目区编号", "批复拆旧复垦规模", "验收复垦面积", "节余指标")]
    assert [tuple(row[n] for n in columns) for row in rows if row and row[1] in ("X1", "X2")] == wanted
    (out / "year.xlsx").unlink()


def test_surplus_comes_in_is_used_and_fills_the_register(run, post, land, out, tmp_path):
    place = str(tmp_path / "ledger.gpkg")
    open_books(tmp_path / "ledger.gpkg").store.close()
    rows = [(None, {"XMQBH": "X1", "XMQMC": "甲", "XZQDM": EAST, "YSWH": "验1"}),
            (None, {"XMQBH": "X2", "XMQMC": "乙", "XZQDM": WEST, "YSWH": None})]
    path = tmp_path / "register.gpkg"
    land["PROJECTS"] = layer(path, "projects", rows)
    assert run(**land, LEDGER=place)["ENTERED_COUNT"] == 0
    first = run(**land, LEDGER=place, ENTER=True, WORKBOOK=str(out / "t09.xlsx"))
    assert (first["ENTERED_COUNT"], first["ENTERED_AREA_MU"]) == (1, 6.5)
    total = next(row for row in sheet(out / "t09.xlsx", "节余指标账") if row and row[0] == "合计")
    assert total[4] == 6.5
    assert run(**land, LEDGER=place, ENTER=True)["ENTERED_COUNT"] == 0
    report(place, out, [("X1", 30, 29, 6.5), ("X2", 15, 0, 0)])
    used = post(place, "use", HOLDER="东区", PROJECT_AREA="X1", AREA="2.5亩", PROJECT="P1", DOC_NO="批1")
    assert (used["AVAILABLE_MU"], used["USED_MU"], used["VOUCHER_COUNT"]) == (4, 2.5, 1)
    moved = post(place, "transfer_out", HOLDER=EAST, TO_HOLDER=WEST, PROJECT_AREA="X1", AREA="1", DOC_NO="调1")
    assert (moved["AVAILABLE_MU"], moved["VOUCHER_COUNT"]) == (3, 2)
    again = run(**land, LEDGER=place, WORKBOOK=str(out / "t09.xlsx"))
    assert (again["USED_AREA_MU"], again["LEFT_AREA_MU"], again["FINDING_COUNT"]) == (2.5, 4, 0)
    undone = post(place, "reverse", HOLDER=EAST, REVERSES=2, REASON="错")
    assert (undone["AVAILABLE_MU"], undone["USED_MU"]) == (5.5, 0)
    assert verified(place)


def verified(place) -> bool:
    import processing

    return processing.run("landledger:verifyledger", {"LEDGER": place})["FINDING_COUNT"] == 0


def test_a_draft_enters_nothing_and_posting_refuses(run, post, land, tmp_path):
    from qgis.core import QgsProcessingException

    place = str(tmp_path / "ledger.gpkg")
    open_books(tmp_path / "ledger.gpkg").store.close()
    worse = [(shape, {**row, "GDDB": 9.0 if row["GDDB"] else None}) for shape, row in OLD]
    land["DEMOLITION"] = layer(tmp_path / "worse.gpkg", "old", worse)
    land["PROJECTS"] = layer(tmp_path / "register.gpkg", "projects", [
        (None, {"XMQBH": "X1", "XMQMC": "甲", "XZQDM": EAST}), (None, {"XMQBH": "X2", "XMQMC": "乙", "XZQDM": EAST}),
    ])
    assert run(balanced=False, **land, LEDGER=place, ENTER=True)["ENTERED_COUNT"] == 0
    for values, said in (
        ({"HOLDER": EAST, "PROJECT_AREA": "X1", "AREA": "1", "PROJECT": "P", "DOC_NO": "批"}, "are asked for"),
        ({"HOLDER": "某县", "PROJECT_AREA": "X1", "AREA": "1", "PROJECT": "P", "DOC_NO": "批"}, "某县"),
        ({"HOLDER": EAST, "PROJECT_AREA": "X1", "AREA": "很多", "PROJECT": "P", "DOC_NO": "批"}, "很多"),
    ):
        with pytest.raises(QgsProcessingException) as raised:
            post(place, "use", **values)
        assert is_one_sentence(str(raised.value)) and said in str(raised.value)
    assert post(place, "accept", HOLDER=EAST, PROJECT_AREA="X1", AREA="1", DOC_NO="验", CHECK_ONLY=True)["AVAILABLE_MU"] == 0


def test_the_sample_comes_into_a_ledger_and_its_workbook_is_no_draft(run, out, tmp_path):
    """The register says that surplus was used of which the ledger knows nothing yet: told, and no reason for a draft."""
    import processing

    place = str(tmp_path / "ledger.gpkg")
    holders = ";".join(f"3799{number:02d}=编造{number}县" for number in range(1, 9))
    processing.run("landledger:createledger", {"LEDGER_FILE": place, "DISTRICTS": f"379900=编造市;{holders}"})
    first = run(PROJECTS=str(SAMPLE), LEDGER=place, ENTER=True, WORKBOOK=str(out / "t09.xlsx"))
    assert first["ENTERED_COUNT"] == 12 and first["ENTERED_AREA_MU"] == first["SURPLUS_AREA_MU"]
    again = run(PROJECTS=str(SAMPLE), LEDGER=place, ENTER=True)
    assert again["ENTERED_COUNT"] == 0
    assert sum("0.0000" in each for each in run.feedback.warnings) == 12
    assert verified(place)
