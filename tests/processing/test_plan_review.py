"""landledger:planreview as QGIS runs it: a first round, the planners' answer, a second round, bad inputs."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import shapely

from .occupation_runs import is_one_sentence, qgis_process, results_of, write_layer
from .plan_findings import EAST, row, write_findings

FIRST = (
    row("a", BSM="1"), row("b", BSM="2"), row("c", "prime_class", "R3", BSM="3"), row("d", "bsm_doubled", "R9", BSM="4"),
    row("e", "gap", "R8", SEVERITY="warning"), row("f", "gap", "R8", STATE="accepted", REASON="河道"),
)  # fmt: skip


@pytest.fixture
def review(provider, said_feedback):
    """review(NAME=value …) -> results; what was said is in `review.feedback`."""

    def run(**values):
        import processing

        run.feedback = said_feedback()
        results = processing.run(
            "landledger:planreview", {"RESULT": "TEMPORARY_OUTPUT", **values}, feedback=run.feedback
        )
        assert not run.feedback.debug
        assert results["UNBALANCED_COUNT"] == 0
        return results

    return run


@pytest.fixture
def refused(review):
    from qgis.core import QgsProcessingException

    def run(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            review(**values)
        assert is_one_sentence(str(raised.value))
        return str(raised.value)

    return run


def opinions(results):
    return sorted(results["RESULT"].getFeatures(), key=lambda each: each["SEQ"])


def listed(book):
    """Rows of the list of opinions below its headings."""
    rows = list(openpyxl.load_workbook(book)["审查意见表"].iter_rows(values_only=True))
    top = next(number for number, cells in enumerate(rows) if cells[0] == "序号")
    return [cells[:8] for cells in rows[top + 1 :] if isinstance(cells[0], int)]


def fill(book, states, replies=None):
    """Write what planners write: state and reply by number."""
    opened = openpyxl.load_workbook(book)
    sheet = opened["审查意见表"]
    for cells in sheet.iter_rows(min_row=2):
        if cells[0].value in states:
            cells[7].value = states[cells[0].value]
            cells[6].value = (replies or {}).get(cells[0].value, "已处理")
    opened.save(book)


@pytest.fixture
def first(review, tmp_path):
    """The first round: its workbook, its opinions as a file."""
    findings = write_findings(tmp_path / "一轮.gpkg", FIRST)
    book, file = str(tmp_path / "一轮意见.xlsx"), str(tmp_path / "一轮意见.gpkg")
    results = review(FINDINGS=findings, WHO="自然资源局", TITLE="乙营村", WORKBOOK=book, RESULT=file)
    return results, book, file, findings


def test_a_first_round(first):
    results, book, file, _ = first
    from qgis.core import QgsVectorLayer

    assert (results["OPINION_COUNT"], results["NEW_COUNT"], results["ROUND_NUMBER"]) == (3, 3, 1)
    rows = listed(book)
    assert [cells[0] for cells in rows] == [1, 2, 3]
    assert [(cells[1], cells[3], cells[5], cells[7]) for cells in rows] == [
        ("编码", "R9", "自然资源局", "新增"), ("拓扑", "R8", "自然资源局", "新增"), ("三线", "R3", "自然资源局", "新增"),
    ]  # fmt: skip
    layer = QgsVectorLayer(file, "x", "ogr")
    assert layer.featureCount() == 3 and layer.crs().authid() == "EPSG:4527"
    topology = next(each for each in layer.getFeatures() if each["CATEGORY"] == "拓扑")
    assert topology.geometry().asPoint().x() == EAST and "1、2" in topology["PLACE"] and topology["STATE"] == "新增"


def test_severity_decides_and_accepted_findings_give_none(review, tmp_path):
    findings = write_findings(tmp_path / "f.gpkg", FIRST)
    assert review(FINDINGS=findings, MAKE="warning")["OPINION_COUNT"] == 4
    assert review(FINDINGS=findings, MAKE="none")["OPINION_COUNT"] == 0


def test_the_second_round_by_the_workbook_alone(first, review, tmp_path):
    """a is still there, b has other values, c is gone, d is at its place under another number, e is new."""
    _, book, _, former = first
    fill(book, {1: "已改", 2: "部分", 3: "已修改"}, {2: "已改一处"})
    second = [
        row("a", BSM="1"), row("b2", BSM="2"), row("d2", "bsm_doubled", "R9", BSM="9"), row("e", "gap", SEVERITY="warning"),
        row("n", "gap"),
    ]  # fmt: skip
    findings = write_findings(
        tmp_path / "二轮.gpkg", second, [(0, 0), (100, 0), (300.5, 0), (400, 0), (900, 900)]
    )
    target = str(tmp_path / "二轮意见.xlsx")
    results = review(FINDINGS=findings, PREVIOUS_BOOK=book, WORKBOOK=target, PREVIOUS_FINDINGS=former)
    assert (results["ROUND_NUMBER"], results["OPINION_COUNT"]) == (2, 4)
    assert (results["DONE_COUNT"], results["PARTLY_COUNT"], results["OPEN_COUNT"], results["NEW_COUNT"]) == (1, 2, 0, 1)
    assert results["CONTRADICTED_COUNT"] == 1 and results["PROBLEM_COUNT"] == 0
    assert results["FRESH_COUNT"] == 1, "what the former round knew without an opinion is not new"
    assert [(cells[1], cells[6], cells[7]) for cells in listed(target)] == [
        ("编码", "已处理", "部分"), ("拓扑", "已改一处", "部分"), ("三线", "已处理", "已改"), ("拓扑", None, "新增"),
    ]  # fmt: skip
    assert any("called done" in text for text in review.feedback.warnings)
    by_number = {each["SEQ"]: each for each in opinions(results)}
    assert by_number[2]["CLAIM"] == "部分" and by_number[3]["CLAIM"] == "已改" and by_number[4]["ROUND"] == 2


def test_without_the_findings_of_the_former_round_they_are_new(first, review, tmp_path):
    _, book, _, _ = first
    findings = write_findings(tmp_path / "二轮.gpkg", [row("e", "gap", SEVERITY="warning"), row("n", "gap")], [(400, 0), (900, 900)])
    assert review(FINDINGS=findings, PREVIOUS_BOOK=book)["FRESH_COUNT"] == 2


def test_a_third_round_by_the_layer_keeps_the_numbers_of_before(first, review, tmp_path):
    _, book, file, _ = first
    findings = write_findings(tmp_path / "二轮.gpkg", [row("a", BSM="1"), row("n", "gap")])
    second = str(tmp_path / "意见2.gpkg")
    results = review(FINDINGS=findings, OPINIONS=file, PREVIOUS_BOOK=book, RESULT=second)
    assert results["ROUND_NUMBER"] == 2 and results["OPINION_COUNT"] == 4
    results = review(FINDINGS=findings, PREVIOUS=second)
    assert (results["ROUND_NUMBER"], results["OPINION_COUNT"], results["OPEN_COUNT"]) == (3, 4, 1)
    assert [each["ROUND"] for each in opinions(results)] == [1, 1, 1, 2]
    assert len({each["OPINION_ID"] for each in opinions(results)}) == 4


def test_what_is_accepted_in_the_new_round_is_explained(first, review, tmp_path):
    _, book, _, _ = first
    findings = write_findings(tmp_path / "二轮.gpkg", [row("c", "prime_class", "R3", BSM="3", STATE="accepted", REASON="允许")])
    results = review(FINDINGS=findings, PREVIOUS_BOOK=book)
    assert (results["EXPLAINED_COUNT"], results["DONE_COUNT"], results["NEW_COUNT"]) == (1, 2, 0)


def test_opinions_alone_give_the_list(first, review, tmp_path):
    _, _, file, _ = first
    book = str(tmp_path / "再出.xlsx")
    assert review(OPINIONS=file, WORKBOOK=book)["OPINION_COUNT"] == 3 and len(listed(book)) == 3


def test_answers_without_findings_are_taken_and_not_judged(first, review):
    _, book, file, _ = first
    fill(book, {1: "已改"})
    results = review(OPINIONS=file, PREVIOUS_BOOK=book)
    assert results["NEW_COUNT"] + results["OPEN_COUNT"] == 3 and any("not compared" in text for text in review.feedback.warnings)
    assert opinions(results)[0]["REPLY"] == "已处理"


def test_degrees_are_compared_in_metres(review, tmp_path):
    first = write_layer_in_degrees(tmp_path / "一.gpkg", "a", 117.0)
    file = str(tmp_path / "意见.gpkg")
    review(FINDINGS=first, RESULT=file)
    near = write_layer_in_degrees(tmp_path / "二.gpkg", "b", 117.0 + 0.5 / 111_319.49)
    far = write_layer_in_degrees(tmp_path / "三.gpkg", "b", 117.0 + 1.5 / 111_319.49)
    assert review(FINDINGS=near, PREVIOUS=file)["PARTLY_COUNT"] == 1
    assert review(FINDINGS=far, PREVIOUS=file)["DONE_COUNT"] == 1


def write_layer_in_degrees(path, key, east):
    from .plan_findings import FIELDS

    return write_layer(path, path.stem, [shapely.Point(east, 0.0)], [row(key)], FIELDS, 4490)


def test_a_list_with_faults_is_refused_and_its_faults_can_be_had_as_a_table(first, review, refused, tmp_path):
    _, book, _, findings = first
    fill(book, {1: "天晴", 2: "已改"})
    said = refused(FINDINGS=findings, PREVIOUS_BOOK=book)
    assert "审查意见表!H" in said and "天晴" in said
    results = review(FINDINGS=findings, PREVIOUS_BOOK=book, PROBLEMS="TEMPORARY_OUTPUT")
    assert results["PROBLEM_COUNT"] == 1
    told = [(each["CELL"], each["VALUE"], each["SEVERITY"]) for each in results["PROBLEMS"].getFeatures()]
    assert ("天晴", "error") in [pair[1:] for pair in told]


def test_bad_inputs(first, refused, tmp_path):
    _, book, file, findings = first
    assert "findings of a plan check, or opinions" in refused()
    assert "no result of a check" in refused(FINDINGS=file)
    assert "no list of opinions" in refused(OPINIONS=findings)
    assert "is an input of this run" in refused(FINDINGS=findings, PREVIOUS_BOOK=book, WORKBOOK=book)
    (tmp_path / "空.xlsx").write_bytes(b"no workbook")
    refused(FINDINGS=findings, PREVIOUS_BOOK=str(tmp_path / "空.xlsx"))
    assert "no column" in refused(FINDINGS=findings, PREVIOUS_BOOK=book, COLUMNS="O=-")


def test_headless_in_chinese(tmp_path):
    findings = write_findings(tmp_path / "f.gpkg", FIRST)
    book = tmp_path / "意见.xlsx"
    ran = qgis_process("landledger:planreview", FINDINGS=findings, WORKBOOK=book, RESULT=tmp_path / "o.gpkg", TITLE="乙营村")
    assert results_of(ran)["OPINION_COUNT"] == 3 and Path(book).exists()
