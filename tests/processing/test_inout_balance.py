"""landledger:inoutbalance as QGIS runs it: three ways to the changes, exemptions, matches, bad inputs, the executable."""

from __future__ import annotations

import gc
import sqlite3
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from .occupation_runs import (
    SAMPLE,
    copy_of,
    files_in,
    is_one_sentence,
    qgis_process,
    results_of,
    rows_of,
    square,
    write_layer,
)

ALGORITHM = "landledger:inoutbalance"
TOWN, OTHER = "379901101", "379902101"
SURVEY_KINDS = {
    "BSM": "C", "DLBM": "C", "ZLDWDM": "C", "ZLDWMC": "C", "TBMJ": "D", "KCMJ": "D", "GDPDJB": "C", "TBXHDM": "C",
    "GDDB": "D", "SJNF": "D",
}
CHANGE_KINDS = {
    "BSM_Q": "C", "BSM_H": "C", "DLBM_Q": "C", "DLBM_H": "C", "ZLDWDM": "C", "AREA_M2": "D", "NET_GD_Q": "D", "NET_GD_H": "D",
    "GDDB_Q": "D", "GDDB_H": "D", "GDPDJB_H": "C", "TBXHDM_H": "C", "RULE": "C", "EXEMPT": "C", "EXEMPT_DOC": "C", "NF": "D",
}
PROCESS_KINDS = {
    "BGQTBBSM": "C", "BGHTBBSM": "C", "BGQDLBM": "C", "BGHDLBM": "C", "BGQZLDWDM": "C", "BGHZLDWDM": "C", "TBBGMJ": "D",
    "BGQGDDB": "D", "BGHGDDB": "D", "BGHGDPDJB": "C", "BGHTBXHDM": "C", "EXEMPT": "C", "EXEMPT_DOC": "C",
}
AREA = 10_000.0


def parcel(number: int, code: str, county: str = TOWN, year: float = 2021.0, **more) -> dict:
    return {
        "BSM": f"{number:06d}", "DLBM": code, "ZLDWDM": county + "2010000000", "ZLDWMC": "甲庄村", "TBMJ": AREA, "KCMJ": 0.0,
        "GDPDJB": "1" if code.startswith("01") else None, "TBXHDM": None, "GDDB": 6.0 if code.startswith("01") else None,
        "SJNF": year, **more,
    }


CODES = (
    ("0102", "0301", TOWN), ("0102", "1101", TOWN), ("0102", "0702", TOWN), ("0201", "0102", TOWN), ("0301", "0103", OTHER),
    ("0102", "0102", TOWN), ("0101", "0101", OTHER), ("0102", "1202", OTHER),
)
"""Class before, class after, township: squares of 1 ha = 15 亩; the fifth becomes farmland, and is too steep."""


def surveys(path, first: float = 2021.0, second: float = 2022.0, **more) -> tuple[str, str]:
    """Two surveys of the same eight squares."""
    shapes = [square(place, 0) for place in range(len(CODES))]
    before = [parcel(place, one, county, first, **more) for place, (one, _, county) in enumerate(CODES)]
    after = [parcel(place, other, county, second, **more) for place, (_, other, county) in enumerate(CODES)]
    after[4]["GDPDJB"] = "5"
    return write_layer(path, "DLTB_Q", shapes, before, SURVEY_KINDS), write_layer(path, "DLTB_H", shapes, after, SURVEY_KINDS)


def change(number: int, before: str, after: str, county: str = TOWN, **more) -> dict:
    was, now = before.startswith("01"), after.startswith("01")
    return {
        "BSM_Q": f"{number:06d}", "BSM_H": f"{number:06d}", "DLBM_Q": before, "DLBM_H": after, "ZLDWDM": county + "2010000000",
        "AREA_M2": AREA, "NET_GD_Q": AREA if was else 0.0, "NET_GD_H": AREA if now else 0.0, "GDDB_Q": 6.0 if was else None,
        "GDDB_H": 6.0 if now else None, "GDPDJB_H": "1" if now else None, "TBXHDM_H": None, "RULE": None, "EXEMPT": None,
        "EXEMPT_DOC": None, "NF": 2022.0, **more,
    }


def changes_of(path, *rows: dict, name: str = "CHANGES", without: tuple[str, ...] = ()) -> str:
    kinds = {key: kind for key, kind in CHANGE_KINDS.items() if key not in without}
    listed = [{key: value for key, value in row.items() if key in kinds} for row in rows]
    return write_layer(path, name, [square(place, 0) for place in range(len(rows))], listed, kinds)


def all_changes() -> list[dict]:
    rows = [change(place, *each) for place, each in enumerate(CODES) if each[0] != each[1]]
    rows[4]["GDPDJB_H"] = "5"
    return rows


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"WORKBOOK": str(out / "book.xlsx"), "PATCHES": str(out / "patches.gpkg"), **values}
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


NUMBERS = ("OUT_MU", "IN_MU", "EXEMPT_MU", "CONSTRUCTION_MU", "UNSTABLE_MU", "SHORT_MU", "SHORT_KG", "OUT_KG", "IN_KG")
WANTED = (30.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15000, 30000, 15000)
"""County 379901: out 15 亩 (forest), in 15 亩; county 379902: out 15 亩 (facility), nothing comes in."""


def test_the_three_ways_say_the_same(run, tmp_path, out) -> None:
    before, after = surveys(tmp_path / "s.gpkg")
    changes = changes_of(tmp_path / "c.gpkg", *all_changes())
    process = write_layer(
        tmp_path / "p.gpkg", "DLTBGXGC", [square(place, 0) for place in range(6)],
        [
            {
                "BGQTBBSM": row["BSM_Q"], "BGHTBBSM": row["BSM_H"], "BGQDLBM": row["DLBM_Q"], "BGHDLBM": row["DLBM_H"],
                "BGQZLDWDM": row["ZLDWDM"], "BGHZLDWDM": row["ZLDWDM"], "TBBGMJ": AREA, "BGQGDDB": row["GDDB_Q"],
                "BGHGDDB": row["GDDB_H"], "BGHGDPDJB": row["GDPDJB_H"],
            }
            for row in all_changes()
        ],
        PROCESS_KINDS,
    )
    for number, ways in enumerate(
        (
            {"SURVEY_BEFORE": before, "SURVEY_AFTER": after}, {"CHANGES": changes}, {"UPDATE_PROCESS": process, "YEAR": 2022},
        )
    ):
        results = run(**ways, PATCHES=str(out / f"{number}.gpkg"))
        assert tuple(results[name] for name in NUMBERS) == WANTED, ways
        assert results["UNBALANCED_COUNT"] == 0 and results["SHORT_COUNTY_COUNT"] == 1 and results["PATCH_COUNT"] == 6
        rows = rows_of(out / f"{number}.gpkg")
        assert sorted(row["SHOWN"] for row in rows) == ["apart", "apart", "exempt", "in", "out", "out"]
        assert {row["NF"] for row in rows} == {2022}
    sheet = load_workbook(out / "book.xlsx")["进出平衡核算表"]
    text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert "2022" in text and "不足" in text and "农村道路等" in text


def test_surveys_give_the_net_increase(run, tmp_path, out) -> None:
    """By hand: six squares of cultivated land at the begin, four at the end, one of them too steep; 15 亩 each."""
    before, after = surveys(tmp_path / "s.gpkg")
    results = run(SURVEY_BEFORE=before, SURVEY_AFTER=after)
    stable_before = sum(one.startswith("01") for one, _, _ in CODES)
    stable_after = sum(other.startswith("01") for _, other, _ in CODES) - 1
    assert results["NET_INCREASE_MU"] == 15.0 * (stable_after - stable_before) < 0 and results["CEILING_MU"] == 0.0
    with_changes = run(CHANGES=changes_of(tmp_path / "c.gpkg", *all_changes()), SURVEY_BEFORE=before, SURVEY_AFTER=after)
    assert with_changes["NET_INCREASE_MU"] == results["NET_INCREASE_MU"]
    other = run(CHANGES=changes_of(tmp_path / "d.gpkg", *all_changes()))
    assert other["NET_INCREASE_MU"] is None
    book = load_workbook(out / "book.xlsx")
    assert "净增加测算" not in book.sheetnames


def test_what_the_changes_do_not_say_comes_from_the_surveys(run, refused, tmp_path) -> None:
    before, after = surveys(tmp_path / "s.gpkg")
    lacking = ("GDDB_Q", "GDDB_H", "GDPDJB_H", "TBXHDM_H", "EXEMPT", "EXEMPT_DOC", "NF")
    changes = changes_of(tmp_path / "c.gpkg", *all_changes(), without=lacking)
    results = run(CHANGES=changes, SURVEY_BEFORE=before, SURVEY_AFTER=after)
    assert tuple(results[name] for name in NUMBERS) == WANTED
    assert "does not tell the slope of new farmland (GDPDJB_H)" in refused(CHANGES=changes, YEAR=2022)
    only_out = changes_of(tmp_path / "o.gpkg", change(1, "0102", "0301"), without=lacking)
    assert "have no grade" in refused(CHANGES=only_out, YEAR=2022)
    assert "Nothing tells the year" in refused(CHANGES=only_out)


def test_exemptions_and_excluded_ground_are_cut_exactly(run, tmp_path, out) -> None:
    changes = changes_of(tmp_path / "c.gpkg", change(1, "0102", "0301"), change(2, "0404", "0102"))
    marks = write_layer(
        tmp_path / "m.gpkg", "marks", [square(0, 0, 0.25, 1), square(0.5, 0, 0.25, 1)],
        [{"不计入情形": "生态退耕", "依据文号": "示例〔2022〕1号"}, {"不计入情形": "灾毁", "依据文号": None}],
        {"不计入情形": "C", "依据文号": "C"},
    )
    zone = write_layer(tmp_path / "z.gpkg", "zone", [square(1, 0.5, 1, 1)], [{"A": "1"}])
    results = run(CHANGES=changes, EXEMPTIONS=marks, EXCLUDE=[zone])
    assert results["EXEMPT_MU"] == pytest.approx(3.75, abs=1e-4) and results["OUT_MU"] == pytest.approx(11.25, abs=1e-4)
    assert results["IN_MU"] == pytest.approx(7.5, abs=1e-4) and results["UNSTABLE_MU"] == pytest.approx(7.5, abs=1e-4)
    assert Decimal(repr(results["EXEMPT_MU"])) + Decimal(repr(results["OUT_MU"])) == 15
    assert results["FINDING_COUNT"] == 1 and results["UNBALANCED_COUNT"] == 0
    exempt = [row for row in rows_of(out / "patches.gpkg") if row["SHOWN"] == "exempt"]
    assert [row["DOCUMENT"] for row in exempt] == ["示例〔2022〕1号"]


def test_a_match_list_and_a_patch_used_twice(run, refused, tmp_path, out) -> None:
    from osgeo import ogr

    changes = changes_of(tmp_path / "c.gpkg", change(1, "0102", "0301"), change(2, "0404", "0102"), change(3, "0102", "0201"))

    def matches(name: str, *pairs: tuple[str | None, str | None]) -> str:
        rows = [{"流出图斑": one, "流入图斑": other} for one, other in pairs]
        kinds = {"流出图斑": "C", "流入图斑": "C"}
        return write_layer(tmp_path / name, "gj", [None] * len(rows), rows, kinds, None, ogr.wkbNone)

    results = run(CHANGES=changes, MATCHES=matches("a.gpkg", ("000001", "000002")))
    assert results["UNBALANCED_COUNT"] == 0 and "流出流入挂钩" in load_workbook(out / "book.xlsx").sheetnames
    twice = matches("b.gpkg", ("000001", "000002"), ("000003", "000002"))
    assert "inflow patch 000002 already makes up for spot 000001 (line 1)" in refused(CHANGES=changes, MATCHES=twice)
    assert "no outflow spot 9" in refused(CHANGES=changes, MATCHES=matches("c2.gpkg", ("9", "000002")))
    assert "line 1: IN_NO is empty" in refused(CHANGES=changes, MATCHES=matches("d.gpkg", ("000001", None)))


def test_bad_inputs_are_one_sentence(refused, tmp_path) -> None:
    before, after = surveys(tmp_path / "s.gpkg")
    changes = changes_of(tmp_path / "c.gpkg", *all_changes())
    assert "or both surveys" in refused(SURVEY_BEFORE=before)
    assert "years are swapped" in refused(SURVEY_BEFORE=after, SURVEY_AFTER=before)
    assert "years are swapped" in refused(SURVEY_BEFORE=after, SURVEY_AFTER=before, CHANGES=changes)
    assert "“退林” is no exemption" in refused(
        CHANGES=changes_of(tmp_path / "x.gpkg", change(1, "0102", "0301", EXEMPT="退林"))
    )
    assert "no grade of 1 to 15" in refused(CHANGES=changes_of(tmp_path / "g.gpkg", change(1, "0102", "0301", GDDB_Q=17.0)))
    partly = (change(1, "0102", "0301"), change(2, "0102", "0301", NF=None))
    assert "the year (NF) is missing" in refused(CHANGES=changes_of(tmp_path / "y.gpkg", *partly))
    assert "Nothing tells the year" in refused(CHANGES=changes_of(tmp_path / "y2.gpkg", *partly[1:]))
    assert "NET_GD_Q -1.0 is no area" in refused(
        CHANGES=changes_of(tmp_path / "n.gpkg", change(1, "0102", "0301", NET_GD_Q=-1.0))
    )
    assert "is coded in" in refused(CHANGES=changes_of(tmp_path / "v.gpkg", change(1, "0102", "0301"), change(2, "060101", "0102")))
    assert "not in ydyh2023" in refused(CHANGES=changes, CODE_TABLE="ydyh2023")


def test_the_changes_of_the_transition_are_read(run, tmp_path, out, said_feedback) -> None:
    """The layer that landledger:landtransition writes, with the surveys beside."""
    import processing

    before, after = surveys(tmp_path / "s.gpkg")
    path = str(out / "changes.gpkg")
    parameters = {"SURVEY_BEFORE": before, "SURVEY_AFTER": after, "CHANGES": path, "WORKBOOK": None}
    processing.run("landledger:landtransition", parameters, feedback=said_feedback())
    results = run(CHANGES=path, SURVEY_BEFORE=before, SURVEY_AFTER=after)
    assert tuple(results[name] for name in NUMBERS) == WANTED and results["UNBALANCED_COUNT"] == 0


def test_the_package_of_the_sample_is_what_sql_says(run, tmp_path, out) -> None:
    """The change package of the made-up township, summed up by SQL over its own fields."""
    package = copy_of(SAMPLE.parent / "farmland" / "farmland_madeup.gpkg", tmp_path)
    after, before = f"{package}|layername=DLTB_2026", f"{copy_of(SAMPLE, tmp_path)}|layername=DLTB"
    results = run(UPDATE_PROCESS=f"{package}|layername=DLTBGXGC", SURVEY_BEFORE=before, SURVEY_AFTER=after)
    wanted: dict[str, Fraction] = {}
    with sqlite3.connect(f"file:{package}?mode=ro", uri=True) as database:
        rows = database.execute(
            "SELECT substr(BGQDLBM, 1, 2) = '01', BGHDLBM, BGQDLBM, TBBGMJ - BGQKCMJ, TBBGMJ - BGHKCMJ, BGQGDDB, BGHGDDB, "
            "coalesce(BGHGDPDJB, ''), coalesce(BGHTBXHDM, '') FROM DLTBGXGC "
            "WHERE (substr(BGQDLBM, 1, 2) = '01') <> (substr(BGHDLBM, 1, 2) = '01')"
        ).fetchall()
    construction = ("05", "06", "07", "08", "09", "1001", "1002", "1003", "1004", "1005", "1007", "1008", "1009", "1109", "1201")
    for leaves, now, was, one, other, grade_before, grade_after, slope, marked in rows:
        mu = Fraction(round((one if leaves else other) * 100), 100) * Fraction(3, 2000)
        other_side = now if leaves else was
        if other_side.startswith(construction):
            kind = "CONSTRUCTION" if leaves else "RECLAIMED"
        elif leaves:
            kind = "EXEMPT" if now in ("1101", "1102") else "OUT"
        else:
            kind = "UNSTABLE" if slope == "5" or marked in ("HDGD", "HQGD", "LQGD", "MQGD", "SHGD", "SMGD") else "IN"
        wanted[kind + "_MU"] = wanted.get(kind + "_MU", Fraction(0)) + mu
        if kind in ("OUT", "IN"):
            kilograms = mu * 100 * (16 - Fraction(grade_before if leaves else grade_after))
            wanted[kind + "_KG"] = wanted.get(kind + "_KG", Fraction(0)) + kilograms
    for name in ("OUT_MU", "IN_MU", "EXEMPT_MU", "CONSTRUCTION_MU", "UNSTABLE_MU"):
        assert Decimal(repr(results[name])) == Decimal(str(float(wanted.get(name, 0)))), name
    assert (results["OUT_KG"], results["IN_KG"]) == tuple(int(wanted[name] + Fraction(1, 2)) for name in ("OUT_KG", "IN_KG"))
    assert results["UNBALANCED_COUNT"] == 0 and results["OUT_MU"] > 0 and results["IN_MU"] > 0


def test_the_real_executable_in_chinese(tmp_path, out) -> None:
    before, after = surveys(tmp_path / "s.gpkg", 2023.0, 2024.0)
    done = qgis_process(
        ALGORITHM, {"LANDLEDGER_LOCALE": "zh_CN"}, SURVEY_BEFORE=before, SURVEY_AFTER=after, LEVEL="county",
        WORKBOOK=out / "book.xlsx", PATCHES=out / "patches.gpkg",
    )
    results = results_of(done)
    assert results["UNBALANCED_COUNT"] == 0 and results["SHORT_MU"] == 15
    book = load_workbook(out / "book.xlsx")
    words = " ".join(str(cell.value) for row in book["进出平衡核算表"].iter_rows() for cell in row if cell.value)
    assert "并入占补平衡" in words and "2024年度耕地进出平衡核算表" in words
    assert "测算" in " ".join(str(cell.value) for row in book["净增加测算"].iter_rows() for cell in row)
