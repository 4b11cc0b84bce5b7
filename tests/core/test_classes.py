"""Class tables: three-class facts, both groupings, and codes nobody knows."""

from __future__ import annotations

import numpy as np
import pytest

from ...core.errors import InputError
from ...core.rules import load_rules
from ...core.survey.classes import (
    BUILT_IN,
    UNKNOWN,
    CodeTable,
    Major,
    apply_rules,
    detect_version,
    load_code_table,
)

A, C, U = Major.AGRICULTURAL, Major.CONSTRUCTION, Major.UNUSED

# Codes as a public statistics page of the third survey uses them (a list of facts; MSYD is no survey class).
CODES_IN_USE = [
    "1001",
    "1002",
    "1003",
    "1004",
    "1005",
    "1006",
    "1007",
    "1008",
    "1009",
    "1101",
    "1102",
    "1103",
    "1104",
    "1105",
    "1106",
    "1107",
    "1108",
    "1109",
    "1110",
    "1201",
    "1202",
    "1203",
    "1204",
    "1205",
    "1206",
    "1207",
    "0303",
    "0304",
    "0306",
    "0402",
    "0603",
    "0101",
    "0102",
    "0103",
    "0201",
    "0201K",
    "0202",
    "0202K",
    "0203",
    "0203K",
    "0204",
    "0204K",
    "0301",
    "0301K",
    "0302",
    "0302K",
    "0305",
    "0307",
    "0307K",
    "0401",
    "0403",
    "0403K",
    "0404",
    "05H1",
    "0508",
    "0601",
    "0602",
    "0701",
    "0702",
    "08H1",
    "08H2",
    "08H2A",
    "0809",
    "0810",
    "0810A",
    "09",
    "1104A",
    "1104K",
    "1107A",
]

# The approval columns of table T07, written out by hand.
APPROVAL = {
    "LDQT": "0303 0304 0306 0307 0307K",
    "MCD": "0401 0402 0403 0403K",
    "SF": "05H1",
    "GK": "0508 0601 0602 0603",
    "ZZ": "0701 0702",
    "GG": "08H1 08H2 08H2A 0809 0810 0810A",
    "TS": "09",
    "JT": "1001 1002 1003 1004 1005 1007 1008 1009",
    "SG": "1109",
    "KX": "1201",
    "QTCD": "0404",
    "HL": "1101",
    "HP": "1102",
    "TT": "1105 1106",
    "ZZD": "1108",
    "YJ": "1204",
    "SD": "1205",
    "LT": "1206",
    "LY": "1207",
    "BC": "1110",
    "1104": "1104 1104A 1104K",
    "1107": "1107 1107A",
    "0201": "0201 0201K",
    "0202": "0202 0202K",
    "0203": "0203 0203K",
    "0204": "0204 0204K",
    "0301": "0301 0301K",
    "0302": "0302 0302K",
    "0305": "0305",
    "0101": "0101",
    "0102": "0102",
    "0103": "0103",
    "1006": "1006",
    "1103": "1103",
    "1202": "1202",
    "1203": "1203",
}


@pytest.fixture(scope="module")
def table() -> CodeTable:
    return load_code_table()


@pytest.mark.parametrize(
    ("codes", "major"),
    [
        ("0603 1109 1201 1004 1005 09 05H1 0810A", C),
        ("0303 0304 0306 0402 1006 1103 1104 1104A 1104K 1107 1107A 1202 1203 0101 0201K", A),
        ("1105 1106 1108 0404 1101 1102 1110 1204 1205 1206 1207", U),
    ],
)
def test_major_classes_of_the_survey(table: CodeTable, codes: str, major: Major) -> None:
    assert {code: table.major(code) for code in codes.split()} == dict.fromkeys(codes.split(), major)


def test_the_table_has_its_81_classes(table: CodeTable) -> None:
    levels = [land_class.level for land_class in table.classes.values()]
    assert len(levels) == 81
    assert (levels.count(1), levels.count(2)) == (13, 55)
    wetlands = {code for code, land_class in table.classes.items() if land_class.parent == "00"}
    assert wetlands == {"0303", "0304", "0306", "0402", "0603", "1105", "1106", "1108"}


def test_every_class_below_the_first_level_has_one_approval_column_of_its_major(table: CodeTable) -> None:
    expected = {code: key for key, codes in APPROVAL.items() for code in codes.split()}
    below = {code for code, land_class in table.classes.items() if land_class.level > 1} | {"09"}
    assert set(expected) == below
    assert {code: table.group("approval", code) for code in below} == expected
    columns = {column.key: column for column in table.columns["approval"]}
    assert len(columns) == len(table.columns["approval"]) == 36
    assert all(columns[expected[code]].major is table.major(code) for code in below)


def test_the_survey_grouping_is_total_and_keeps_wetland_together(table: CodeTable) -> None:
    keys = {code: table.group("survey", code) for code in table.classes}
    assert UNKNOWN not in keys.values()
    assert set(keys.values()) == set(table.column_keys("survey")) and len(set(keys.values())) == 13
    assert {keys[code] for code in ["0303", "0304", "0306", "0402", "0603", "1105", "1106", "1108"]} == {"00"}
    assert keys["0404"] == "04" and keys["1104K"] == "11" and keys["08H2A"] == "08"


def test_first_level_codes_have_an_approval_column_only_when_it_is_clear(table: CodeTable) -> None:
    clear = {code: table.group("approval", code) for code in ["06", "07", "08", "09"]}
    assert clear == {"06": "GK", "07": "ZZ", "08": "GG", "09": "TS"}
    for code in ["00", "01", "02", "03", "04", "05", "10", "11", "12"]:
        assert table.known(code) and table.group("approval", code) == UNKNOWN
    listed = table.unknown_codes(["01", "01", "0101", "XX"], "approval")
    assert [(unknown.code, unknown.count, unknown.name) for unknown in listed] == [
        ("01", 2, "耕地"),
        ("XX", 1, ""),
    ]
    assert [unknown.code for unknown in table.unknown_codes(["01", "01", "0101", "XX"])] == ["XX"]


def test_suffixes(table: CodeTable) -> None:
    assert table.is_adjustable("0201K") and not table.is_adjustable("0201")
    assert not table.is_cultivated("0201K") and table.is_cultivated("0103")
    assert table.is_paddy("0101") and not table.is_paddy("0102")
    assert {code: table.base(code) for code in ("1104K", "1104A", "08H2A", "05H1", "0101")} == {
        "1104K": "1104",
        "1104A": "1104",
        "08H2A": "08H2",
        "05H1": "05H1",
        "0101": "0101",
    }
    assert table.is_aquaculture("1104A") and table.is_aquaculture("1104K") and not table.is_aquaculture("1104")
    assert table.name("1107A") == "干渠"


def test_codes_are_read_as_people_write_them(table: CodeTable) -> None:
    for written in (" 0201k ", "０２０１Ｋ", "0201 K"):
        assert table.name(written) == "可调整果园"


def test_no_code_is_guessed(table: CodeTable) -> None:
    for code in ("203", "0101K", "0301A", "MSYD", "", None, float("nan"), "101.0", "1 0 1"):
        assert not table.known(code)
        assert table.group("survey", code) == table.group("approval", code) == UNKNOWN
        assert table.major(code) is None


def test_codes_in_use_are_known_or_reported(table: CodeTable) -> None:
    codes = [*CODES_IN_USE, "MSYD", "MSYD"]
    listed = table.unknown_codes(codes, "approval")
    assert [(unknown.code, unknown.count) for unknown in listed] == [("MSYD", 2)]
    assert len(set(CODES_IN_USE)) >= 68


def test_whole_columns_agree_with_single_codes_and_drop_nothing(table: CodeTable) -> None:
    codes = np.array([*table.classes, None, "203", " 0101 ", "mystery", float("nan")] * 3, dtype=object)
    for grouping in ("survey", "approval"):
        groups = table.groups(grouping, codes)
        assert list(groups) == [table.group(grouping, code) for code in codes]
        listed = sum(unknown.count for unknown in table.unknown_codes(codes, grouping))
        assert listed == np.count_nonzero(groups == UNKNOWN)
    assert list(table.cultivated_rows(codes)) == [table.is_cultivated(code) for code in codes]
    assert list(table.known_rows(codes)) == [table.known(code) for code in codes]
    assert set(table.majors(codes)) == {"agricultural", "construction", "unused", "unknown"}
    assert list(table.bases(["0201K", "zz"])) == ["0201", "ZZ"]
    assert len(table.groups("survey", [])) == 0 and table.unknown_codes([]) == ()


def test_a_wrong_grouping_is_refused(table: CodeTable) -> None:
    with pytest.raises(InputError, match="nonsense"):
        table.group("nonsense", "0101")


@pytest.mark.parametrize("version", BUILT_IN)
def test_built_in_tables_hold_together(version: str) -> None:
    table = load_code_table(version)
    columns = {column.key: column.major for column in table.columns["approval"]}
    for land_class in table.classes.values():
        assert not land_class.parent or land_class.parent in table.classes
        assert land_class.survey in table.column_keys("survey")
        assert not land_class.approval or columns[land_class.approval] is land_class.major


def test_the_same_code_means_something_else_in_another_version() -> None:
    old, new = load_code_table("ydyh2020"), load_code_table("ydyh2023")
    meanings = {code: (old.name(code), new.name(code)) for code in ("2302", "2303", "1312")}
    assert meanings == {
        "2302": ("田坎", "后备耕地"),
        "2303": ("田间道", "田坎"),
        "1312": ("水工设施用地", "其他公用设施用地"),
    }
    assert new.major("2301") is C and load_code_table().major("0603") is C
    assert len(old.classes) == 169 and len(new.classes) == 175


@pytest.mark.parametrize(
    ("codes", "versions"),
    [
        (["0101", "05H1", "1104A"], ("sandiao2019",)),
        (["0101", "060201"], ("ydyh2023",)),
        (["0101", "1804"], ("ydyh2023",)),
        (["0101", "0604"], ("ydyh2020",)),
        (["090301"], ("ydyh2020",)),
        (["0101", "0103"], BUILT_IN),
        (["011", "203"], ()),
        ([], ()),
    ],
)
def test_versions_are_recognised_or_left_open(codes: list[str], versions: tuple[str, ...]) -> None:
    assert detect_version(codes) == versions


def test_names_decide_between_versions() -> None:
    assert detect_version(["2302"]) == ("ydyh2020", "ydyh2023")
    assert detect_version(["2302"], ["田坎"]) == ("ydyh2020",)


def test_rules_of_the_region_move_a_class_without_losing_it(table: CodeTable) -> None:
    rules = load_rules()
    assert apply_rules(table, rules).classes == table.classes
    moved = apply_rules(table, rules.replaced({"class_1201_major": "unused"}, "settings"))
    assert moved.major("1201") is U
    assert [(unknown.code, unknown.name) for unknown in moved.unknown_codes(["1201"], "approval")] == [
        ("1201", "空闲地")
    ]
    plan = apply_rules(load_code_table("ydyh2023"), rules.replaced({"class_06_major": "construction"}, "settings"))
    assert {plan.major(code) for code in ("06", "0601", "060102", "060203")} == {C}
    with pytest.raises(InputError, match="9999"):
        table.with_majors({"9999": C})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_of_the_user(tmp_path, encoding: str, delimiter: str) -> None:
    lines = ["code,name,major,parent,cultivated", "01,耕地,农用地,,是", "0101,水田,agricultural,01,1", ""]
    path = tmp_path / "本县地类.csv"
    path.write_bytes("\r\n".join(line.replace(",", delimiter) for line in lines).encode(encoding))
    table = load_code_table(str(path))
    assert table.version == "本县地类"
    assert table.major("01") is A and table.is_cultivated("0101")
    assert table.group("survey", "0101") == "01" and table.column_keys("survey") == ("01",)
    assert table.group("approval", "0101") == UNKNOWN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code,name\n01,耕地\n", ["major"]),
        ("code,name,major\n01,耕地,农田\n", ["line 2", "农田"]),
        ("code,name,major\n01,耕地,农用地\n01,耕地,农用地\n", ["line 3", "01"]),
        ("code,name,major,parent\n01,耕地,农用地,99\n", ["line 2", "99"]),
        ("code,name,major,parent\n01,a,农用地,02\n02,b,农用地,01\n", ["line"]),
        ("code,name,major,approval\n01,耕地,农用地,SF\n", ["line 2", "SF"]),
        ("code,name,major,approval\n01,耕地,农用地,NONE\n", ["line 2", "NONE"]),
        ("code,name,major,level\n01,耕地,农用地,one\n", ["line 2", "one"]),
        ("code,name,major\n,耕地,农用地\n", ["line 2", "code"]),
        ("code,name,major\n01,耕地,农用地,x\n", ["line 2"]),
        ("code,name,major\n", ["rows"]),
        ("", ["rows"]),
    ],
)
def test_a_broken_table_is_refused_by_file_and_line(tmp_path, text: str, words: list[str]) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_code_table(str(path))
    assert all(word in str(refused.value) for word in ["broken.csv", *words])


def test_files_that_are_no_tables_are_refused(tmp_path) -> None:
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xd0\xcf\x11\xe0\x00\x00\xff\xff")
    for name in ("sandiao2009", "", str(tmp_path / "missing.csv"), str(binary), str(tmp_path)):
        with pytest.raises(InputError):
            load_code_table(name)
