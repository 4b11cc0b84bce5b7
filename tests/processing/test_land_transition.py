"""landledger:landtransition as QGIS runs it: surveys, the change package, the layer of patches, bad inputs."""

from __future__ import annotations

import gc
import random
import sqlite3

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, square, write_layer

ALGORITHM = "landledger:landtransition"
VILLAGE = "3799011012010000000"
SURVEY = {"BSM": "C", "DLBM": "C", "ZLDWDM": "C", "ZLDWMC": "C", "TBMJ": "D", "SJNF": "I"}
PROCESS = {
    "BGQTBBSM": "C",
    "BGQDLBM": "C",
    "BGQZLDWDM": "C",
    "BGHTBBSM": "C",
    "BGHDLBM": "C",
    "BGXW": "C",
    "TBBGMJ": "D",
}


def parcel(number: int, code: str, year: int, **more: object) -> dict:
    return {
        "BSM": f"{number:06d}", "DLBM": code, "ZLDWDM": VILLAGE, "ZLDWMC": "甲庄村", "TBMJ": 10_000.0, "SJNF": year, **more,
    }  # fmt: skip


def survey(path, year: int, *codes: str, shapes=None, **more: object) -> str:
    rows = [parcel(number, code, year, **more) for number, code in enumerate(codes, 1)]
    path.unlink(missing_ok=True)
    return write_layer(path, "DLTB", shapes or [square(place, 0) for place in range(len(codes))], rows, SURVEY)


def process_layer(path, *rows: tuple[str, str, str, str, float]) -> str:
    records = [
        {"BGQTBBSM": one, "BGQDLBM": before, "BGQZLDWDM": VILLAGE, "BGHTBBSM": other, "BGHDLBM": after, "BGXW": "2", "TBBGMJ": area}
        for one, before, other, after, area in rows
    ]  # fmt: skip
    path.unlink(missing_ok=True)
    return write_layer(path, "DLTBGXGC", [square(place, 0) for place in range(len(rows))], records, PROCESS)


def rows_of(path) -> list[dict]:
    """The features of the layer of patches, in order of their number."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY PATCH')]


@pytest.fixture
def run(provider, out, tmp_path, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""
    layers = {
        "SURVEY_BEFORE": survey(tmp_path / "before.gpkg", 2024, "0102", "0103", "0301"),
        "SURVEY_AFTER": survey(tmp_path / "after.gpkg", 2025, "0102", "0601", "0102"),
    }

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            **layers,
            "AREA_METHOD": "plane",
            "WORKBOOK": str(out / "book.xlsx"),
            "CHANGES": str(out / "changes.gpkg"),
            **values,
        }
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert files_in(out) == before
        return message

    return refuse


def test_two_surveys_give_patches_tables_and_numbers(run, out) -> None:
    results = run()
    assert results["PATCH_COUNT"] == 2
    assert results["CHANGED_AREA_M2"] == 20_000
    assert results["OCCUPIED_FARMLAND_M2"] == results["NEW_FARMLAND_M2"] == 10_000
    assert results["UNBALANCED_COUNT"] == 0
    rows = rows_of(out / "changes.gpkg")
    assert [(row["DLBM_Q"], row["DLBM_H"], row["KIND"], row["AREA_M2"], row["SOURCE"]) for row in rows] == [
        ("0103", "0601", "construction", 10_000, "overlay"), ("0301", "0102", "new_farmland", 10_000, "overlay"),
    ]  # fmt: skip
    sheet = load_workbook(out / "book.xlsx")["地类变化流向表（公顷）"]
    flows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    farmland = next(row for row in flows if "耕地" in row[:4])
    assert farmland[farmland.index("耕地") + 1 :][0] == 1


def test_the_package_wins_over_the_surveys(run, tmp_path, out) -> None:
    changes = process_layer(
        tmp_path / "gx.gpkg",
        ("000002", "0103", "000012", "0601", 9_000.0),
        ("000002", "0103", "000013", "0103", 1_000.0),
    )
    results = run(UPDATE_PROCESS=changes)
    assert results["CHANGED_AREA_M2"] == 9_000
    assert results["TOTAL_AREA_M2"] == 30_000
    assert results["UNBALANCED_COUNT"] == 0
    book = load_workbook(out / "book.xlsx")
    rows = [[cell.value for cell in row] for row in book["增量包与叠加对比"].iter_rows(min_row=5)]
    assert [row[2:9] for row in rows if row[2] == "0103"] == [["0103", "旱地", "0601", "工业用地", 9000, 10000, -1000]]


def test_the_package_alone_and_the_update_layer(run, tmp_path, out) -> None:
    changes = process_layer(tmp_path / "gx.gpkg", ("000002", "0103", "000012", "0601", 9_000.0))
    results = run(SURVEY_BEFORE=None, SURVEY_AFTER=None, UPDATE_PROCESS=changes, CHANGES=None)
    assert results["TOTAL_AREA_M2"] == 9_000
    update = survey(tmp_path / "update.gpkg", 2025, "0601", TBMJ=9_500.0, BSM="000012")
    results = run(SURVEY_BEFORE=None, SURVEY_AFTER=None, UPDATE_PROCESS=changes, UPDATE=update)
    assert results["UNBALANCED_COUNT"] == 1
    assert any(
        "草稿" in str(cell.value) for row in load_workbook(out / "book.xlsx")["增量包核对"].iter_rows() for cell in row
    ) or ("草稿" in str(load_workbook(out / "book.xlsx")["增量包核对"].oddHeader.center.text))


def test_an_earlier_survey_in_old_codes_needs_a_crosswalk(run, refused, tmp_path) -> None:
    old = survey(tmp_path / "old.gpkg", 2009, "012", "013", "031")
    assert "012" in refused(SURVEY_BEFORE=old)
    assert "031" in refused(SURVEY_BEFORE=old, CROSSWALK="erdiao_sandiao2019")
    results = run(SURVEY_BEFORE=old, CROSSWALK="erdiao_sandiao2019", USE_DEFAULTS=True)
    assert results["CHANGED_AREA_M2"] == 20_000
    assert len(run.feedback.warnings) >= 2


def test_swapped_years_are_refused_unless_they_are_right(run, refused, tmp_path) -> None:
    before, after = survey(tmp_path / "b.gpkg", 2025, "0102"), survey(tmp_path / "a.gpkg", 2024, "0103")
    message = refused(SURVEY_BEFORE=before, SURVEY_AFTER=after)
    assert "2024" in message and "2025" in message
    assert run(SURVEY_BEFORE=before, SURVEY_AFTER=after, YEARS_AS_GIVEN=True)["PATCH_COUNT"] == 1


def test_patches_carry_what_the_balance_needs_of_both_years(run, tmp_path, out) -> None:
    rows = [parcel(1, "0103", 2024, GDPDJB="2", GDDB=8.0, TBXHDM="HDGD", ZZSXDM="LS")]
    kinds = {**SURVEY, "GDPDJB": "C", "GDDB": "D", "TBXHDM": "C", "ZZSXDM": "C"}
    before = write_layer(tmp_path / "marked.gpkg", "DLTB", [square(0, 0)], rows, kinds)
    run(SURVEY_BEFORE=before, SURVEY_AFTER=survey(tmp_path / "a.gpkg", 2025, "0201"))
    (patch,) = rows_of(out / "changes.gpkg")
    assert [patch[name + "_Q"] for name in ("GDPDJB", "GDDB", "TBXHDM", "ZZSXDM")] == ["2", 8.0, "HDGD", "LS"]
    assert [patch[name + "_H"] for name in ("GDPDJB", "GDDB", "TBXHDM", "ZZSXDM")] == [None] * 4


def test_what_is_missing_is_said(refused, tmp_path) -> None:
    assert refused(SURVEY_AFTER=None)
    update = survey(tmp_path / "update.gpkg", 2025, "0601")
    assert refused(UPDATE=update)
    bare = write_layer(tmp_path / "bare.gpkg", "bare", [square(0, 0)], [{"DLBM": "0102"}], {"DLBM": "C"})
    assert "bare" in refused(SURVEY_BEFORE=bare)
    assert "TBBGMJ" in refused(UPDATE_PROCESS=process_layer(tmp_path / "gx.gpkg", ("1", "0103", "2", "0601", -1.0)))


def test_ground_of_one_survey_alone_is_told(run, tmp_path, out) -> None:
    after = survey(tmp_path / "less.gpkg", 2025, "0102", "0601")
    results = run(SURVEY_AFTER=after)
    assert results["UNCOVERED_AREA_M2"] == 10_000
    assert any("10000" in warning for warning in run.feedback.warnings)
    assert [row["KIND"] for row in rows_of(out / "changes.gpkg")] == ["construction", "uncovered"]


def test_noise_limits_are_parameters(run, tmp_path, out) -> None:
    box = shapely.bounds(square(0, 0))
    left, low, _, high = box
    moved = [shapely.box(left, low, left + 100.3, high), shapely.box(left + 100.3, low, left + 300, high)]
    whole = [shapely.box(left, low, left + 100, high), shapely.box(left + 100, low, left + 300, high)]
    layers = {
        "SURVEY_BEFORE": survey(tmp_path / "b.gpkg", 2024, "0102", "0601", shapes=whole),
        "SURVEY_AFTER": survey(tmp_path / "a.gpkg", 2025, "0102", "0601", shapes=moved),
    }
    assert run(**layers)["NOISE_AREA_M2"] > 0
    assert [row["RULE"] for row in rows_of(out / "changes.gpkg")] == ["shift"]
    assert run(**layers, SHIFT_WIDTH=0.2)["NOISE_AREA_M2"] == 0
    assert run(**layers, SLIVER_WIDTH=0.5)["NOISE_AREA_M2"] > 0


def test_the_sheet_is_the_layer_summed_up_by_sql(run, tmp_path, out) -> None:
    codes = ("0102", "0103", "0201", "0301", "0601", "0702", "1104")
    rng = random.Random(7)
    shapes = [square(column, row) for column in range(8) for row in range(8)]
    before = [rng.choice(codes) for _ in shapes]
    after = [rng.choice(codes) if rng.random() < 0.5 else code for code in before]
    run(
        SURVEY_BEFORE=survey(tmp_path / "b.gpkg", 2024, *before, shapes=shapes),
        SURVEY_AFTER=survey(tmp_path / "a.gpkg", 2025, *after, shapes=shapes),
        AREA="gross",
        UNIT="m2",
    )
    with sqlite3.connect(f"file:{out / 'changes.gpkg'}?mode=ro", uri=True) as database:
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        asked = f'SELECT DLBM_Q, DLBM_H, SUM(AREA_M2) FROM "{table}" GROUP BY DLBM_Q, DLBM_H'
        wanted = {(one, other): area for one, other, area in database.execute(asked)}
    sheet = load_workbook(out / "book.xlsx")["二级类流向表（平方米）"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in rows if any("（0102）" in str(cell) for cell in row))
    columns = {str(cell)[-5:-1]: place for place, cell in enumerate(head) if str(cell).endswith("）") and "（" in str(cell)}
    found = {
        (row[0], code): float(row[place])
        for row in rows
        if row[0] in codes
        for code, place in columns.items()
        if code in codes and code != row[0] and float(row[place])
    }
    assert found == wanted
    kept = {code: 10_000.0 * sum(one == other == code for one, other in zip(before, after)) for code in codes}
    assert {row[0]: float(row[columns[row[0]]]) for row in rows if row[0] in codes} == kept


def test_the_real_executable(tmp_path, out) -> None:
    done = qgis_process(
        ALGORITHM,
        SURVEY_BEFORE=survey(tmp_path / "before.gpkg", 2024, "0102", "0103"),
        SURVEY_AFTER=survey(tmp_path / "after.gpkg", 2025, "0102", "0601"),
        WORKBOOK=out / "book.xlsx",
        CHANGES=out / "changes.gpkg",
    )
    results = results_of(done)
    assert results["CHANGED_AREA_M2"] == 10_000
    assert results["UNBALANCED_COUNT"] == 0
