"""Layouts as data: the shipped ones, a bureau's own, and broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...core.errors import InputError
from ...core.workbook import Kind, load_layout
from ...core.workbook.declaration import SHIPPED, read_layout, shipped_layouts

HEAD = "part,key,text,kind,decimals,width,parts,of,flags,place,note\n"


@pytest.mark.parametrize("layout_id", shipped_layouts())
def test_every_shipped_layout_loads(layout_id: str) -> None:
    layout = load_layout(layout_id)
    assert layout.id == layout_id
    assert layout.status in ("seen", "default, confirm locally")
    assert (SHIPPED / f"{layout_id}.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_area_table_declares_the_sums_of_the_approval_grouping() -> None:
    layout = load_layout("T07")
    assert layout.column("TOTAL").parts == ("AGRI", "CONS", "UNUSED", "UNKNOWN", "OUTSIDE")
    assert layout.column("GD").header == ("农用地", "耕地", "小计")
    added = {part for column in layout.sums for part in column.parts} | {"TOTAL"}
    areas = [column for column in layout.columns if column.kind is Kind.AREA]
    assert {column.key for column in areas if not column.of} == added
    assert [column.key for column in areas if column.of] == ["SMK", "YN", "HX", "KFBJ", "K", "P25"]
    order = [column.key for column in layout.sums]
    assert order.index("GD") < order.index("AGRI") < order.index("TOTAL")


def test_a_bureaus_own_file_wins(tmp_path: Path) -> None:
    text = (SHIPPED / "T07.csv").read_text("utf-8-sig").replace("占用土地分类面积汇总表", "占地情况表")
    (tmp_path / "T07.csv").write_bytes(text.encode("gb18030"))
    assert load_layout("T07", tmp_path).title == "{name}占地情况表"
    assert load_layout("T28", tmp_path).title == load_layout("T28").title


@pytest.mark.parametrize(
    ("lines", "row", "column"),
    [
        ("column,A,甲,colour\n", 2, "kind"),
        ("column,A,甲,area,two\n", 2, "decimals"),
        ("column,A,甲,area,,wide\n", 2, "width"),
        ("column,A,甲\ncolumn,A,乙\n", 3, "key"),
        ("column,A,甲\ncolumn,B,甲\n", 3, "text"),
        ("column,A,甲\ncolumn,B,\n", 3, "text"),
        ("column,A,甲,area,,,B C\ncolumn,B,乙,area\n", 2, "parts"),
        ("column,A,甲,area,,,B\ncolumn,B,乙,area,,,A\n", 2, "parts"),
        ("column,A,甲,area,,,,Z\n", 2, "of"),
        ("column,A,甲,,,,,,bold\n", 2, "flags"),
        ("column,A,甲\ncolumn,B,甲>乙\n", 3, "text"),
        ("column,A,甲,area\ngroup,A,小计\n", 3, "key"),
        ("table,paper,A5\ncolumn,A,甲\n", 2, "text"),
        ("column,A,甲\nfield,F,日期,date,,,,,,foot-1\n", 3, "place"),
        ("columns,A,甲\n", 2, "part"),
        ("table,title,空\n", 1, "part"),
    ],
)
def test_a_broken_layout_is_named_by_row_and_column(tmp_path: Path, lines: str, row: int, column: str) -> None:
    path = tmp_path / "X.csv"
    path.write_text(HEAD + lines, "utf-8-sig")
    with pytest.raises(InputError) as caught:
        read_layout(path)
    places = caught.value.sentence.places
    assert (places["row"], places["column"]) == (row, column)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01", b"PK\x03\x04\0\0", b"", b"part,key\nx,y\n", b'part,key,text\n"x'])
def test_what_is_no_csv_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "X.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"X\.csv"):
        read_layout(path)


def test_an_unknown_layout_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="T99"):
        load_layout("T99", tmp_path)


def test_repeated_columns_are_written_out_by_name() -> None:
    layout = load_layout("T29").expanded({"layer": ["永久基本农田", ("城镇开发边界", "内")]})
    headers = {column.key: column.header for column in layout.columns}
    assert headers["AREA:永久基本农田"] == ("永久基本农田", "面积")
    assert headers["COUNT:城镇开发边界>内"] == ("城镇开发边界", "内", "图斑数")
    assert layout.column("AREA:永久基本农田").of == "TOTAL"
    with pytest.raises(InputError, match="two layers"):
        load_layout("T29").expanded({"layer": ["甲", "甲"]})
