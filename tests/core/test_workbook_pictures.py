"""Pictures in a workbook: the very bytes, on their sheet, in a package that other programs open."""

from __future__ import annotations

import shutil
import struct
import subprocess
import zlib
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ...core.errors import OutputError
from ...core.workbook import FilledTable, Picture, Row, load_layout, write_workbook
from ...core.workbook.charts import Chart, ChartKind, ChartPage, Series


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A plain picture, by the format's own rules."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


RED, BLUE = png(400, 300, (200, 0, 0)), png(300, 400, (0, 0, 200))


def table() -> FilledTable:
    return FilledTable(load_layout("INPUTS"), [Row({"ITEM": "项", "CONTENT": "值"})])


def write(path, *pictures: Picture, charts: ChartPage | None = None):
    write_workbook(path, [table()], contents=True, charts=charts, pictures=pictures)
    return load_workbook(path)


def test_the_bytes_stand_in_the_package_on_their_own_sheets(tmp_path) -> None:
    book = write(tmp_path / "p.xlsx", Picture("总图", "服务分区图", RED), Picture("总图", "另一幅", BLUE))
    assert book.sheetnames[-2:] == ["总图", "总图(2)"]
    found = [book[name]._images for name in book.sheetnames[-2:]]
    assert [len(images) for images in found] == [1, 1]
    assert [images[0]._data() for images in found] == [RED, BLUE]
    assert not book[book.sheetnames[0]]._images
    with ZipFile(tmp_path / "p.xlsx") as archive:
        assert archive.testzip() is None
        assert 'Extension="png"' in archive.read("[Content_Types].xml").decode()


def test_the_picture_keeps_its_shape_and_lies_under_the_title(tmp_path) -> None:
    book = write(tmp_path / "p.xlsx", Picture("横", "横", RED), Picture("竖", "竖", BLUE))
    for name, width, height in (("横", 400, 300), ("竖", 300, 400)):
        anchor = book[name]._images[0].anchor
        assert anchor._from.row == 1 and anchor._from.col == 0
        assert abs(anchor.ext.width * height / width - anchor.ext.height) <= 2
        assert book[name]["A1"].value == name
        assert book[name].page_setup.fitToHeight == 1
    assert book["横"].page_setup.orientation == "landscape"
    assert book["竖"].page_setup.orientation == "portrait"


def test_charts_and_pictures_stand_beside_each_other(tmp_path) -> None:
    one = table()
    charts = ChartPage("图表", "图表", [Chart(ChartKind.COLUMN, "柱", one, "ITEM", (Series("CONTENT", "值"),))])
    write_workbook(tmp_path / "p.xlsx", [one], contents=True, charts=charts, pictures=[Picture("总图", "总图", RED)])
    book = load_workbook(tmp_path / "p.xlsx")
    assert book.sheetnames[-2:] == ["图表", "总图"]
    assert len(book["图表"]._charts) == 1 and not book["图表"]._images
    assert len(book["总图"]._images) == 1 and not book["总图"]._charts


@pytest.mark.parametrize("data", [b"", b"GIF89a", RED[:20], png(0, 5, (0, 0, 0)), b"\x89PNG\r\n\x1a\n" + b"x" * 40])
def test_what_is_no_png_is_refused_and_nothing_is_left(tmp_path, data) -> None:
    with pytest.raises(OutputError, match="no PNG"):
        write_workbook(tmp_path / "p.xlsx", [table()], pictures=[Picture("总图", "总图", data)])
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_libreoffice_shows_it(tmp_path) -> None:
    """The picture of a sheet comes out of another program: converted to PDF, the page has our red."""
    write(tmp_path / "p.xlsx", Picture("总图", "总图", RED))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "p.xlsx")]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    listed = subprocess.run(["pdfimages", "-list", str(tmp_path / "p.pdf")], check=True, capture_output=True, text=True)
    assert "400   300" in listed.stdout
