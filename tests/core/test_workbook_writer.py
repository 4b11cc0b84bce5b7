"""Workbooks written: what is in the file, how it looks, and that it appears whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from ...core.area import Area
from ...core.errors import Cancelled, FootingError, OutputError
from ...core.workbook import FilledTable, Look, Row, RowKind, check, checks_table, load_layout, write_workbook
from ...core.workbook.sheet import sheet_name
from ...core.workbook.sheet_frame import label_rectangles
from .workbook_samples import (
    class_table,
    demarcation_form,
    failing_checks,
    overlay_table,
    plain_tables,
    point_form,
    square_metres,
)

ROOT = Path(__file__).resolve().parents[2]


def findings(texts: list[str]) -> FilledTable:
    return FilledTable(load_layout("FINDINGS"), [Row({"KIND": "试", "TEXT": text}) for text in texts])


def written(tmp_path: Path, *tables: object, **options: object) -> openpyxl.Workbook:
    path = tmp_path / "out.xlsx"
    write_workbook(path, tables, **options)  # type: ignore[arg-type]
    assert os.listdir(tmp_path) == ["out.xlsx"]
    return openpyxl.load_workbook(path)


def test_the_sheet_of_an_area_table(tmp_path: Path) -> None:
    sheet = written(tmp_path, class_table())["占用土地分类面积表"]
    assert sheet["A1"].value == "2026年度第一批次占用土地分类面积汇总表"
    assert sheet["A2"].value == "单位：公顷"
    assert [sheet["A3"].value, sheet["B3"].value, sheet["B4"].value] == ["地块编号", "权属单位", "乡镇"]
    merges = {str(box) for box in sheet.merged_cells.ranges}
    assert {"A3:A5", "B3:D3", "B4:B5"} <= merges
    assert sheet["F6"].number_format.startswith("0.0000") and "," not in sheet["F6"].number_format
    assert sheet.print_title_rows == "$3:$5"
    assert sheet.freeze_panes == "F6"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert "&P" in sheet.oddFooter.center.text
    assert sheet["A1"].font.name == "方正小标宋简体" and sheet["F6"].font.name == "仿宋_GB2312"
    assert sheet["F6"].border.left.style == "thin"
    last = [cell.value for cell in sheet[sheet.max_row] if cell.value]
    assert [text.rstrip("：") for text in last] == ["填表人", "审核人", "负责人", "单位（章）", "日期"]


def test_no_two_merges_overlap(tmp_path: Path) -> None:
    tables = [class_table(), overlay_table(), demarcation_form(), point_form(), *plain_tables()]
    for sheet in written(tmp_path, *tables, contents=True, draft=True):
        seen: set[tuple[int, int]] = set()
        for box in sheet.merged_cells.ranges:
            cells = {(row, column) for row, column in box.cells}
            assert len(cells) > 1 and not cells & seen, f"{sheet.title} {box}"
            seen |= cells


def test_text_like_a_formula_stays_text(tmp_path: Path) -> None:
    texts = ["=SUM(A1)", "+1", "-1", "@x", "=HYPERLINK(\"x\")", "正常"]
    sheet = written(tmp_path, findings(texts))["问题清单"]
    cells = [cell for cell in sheet["E"] if cell.value in texts]
    assert [cell.value for cell in cells] == texts
    assert all(cell.data_type == "s" for cell in cells)
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False]


def test_control_characters_go_and_the_rest_stays(tmp_path: Path) -> None:
    sheet = written(tmp_path, findings(["a\x00b\x0bc\ud800d\uffff\r\n第二行 <&> _x0041_", "长" * 40000]))["问题清单"]
    texts = [cell.value for cell in sheet["E"] if cell.value and cell.row > 3]
    assert texts[0] == "abcd\n第二行 <&> _x005F_x0041_"
    assert len(texts[1]) == 32767


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("a[b]:c*d?e/f\\g", "a b  c d e f g"), ("长" * 40, "长" * 31), ("'x'", "x"), ("", "Sheet"), ("表", "表(2)"), ("\x00", "Sheet")],
)
def test_sheet_names(wanted: str, name: str) -> None:
    assert sheet_name(wanted, ["表", "A"]) == name
    assert sheet_name("a", ["表", "A"]) == "a(2)"
    assert len(sheet_name("长" * 40, ["长" * 31])) == 31


def test_draft_is_marked_on_every_sheet(tmp_path: Path) -> None:
    book = written(tmp_path, failing_checks(), point_form(), draft=True)
    for sheet in book:
        assert "草稿" in sheet.oddHeader.right.text
        assert sheet["A2"].value.startswith("草稿") and sheet["A2"].font.color.rgb == "FFFF0000"
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    book = written(tmp_path, checks_table(check(class_table())))
    assert all("草稿" not in str(cell.value) for row in book.worksheets[0].iter_rows(max_row=3) for cell in row)
    assert not book.worksheets[0].oddHeader.right.text


def test_live_sums_say_what_the_values_say(tmp_path: Path) -> None:
    table = class_table()
    book = written(tmp_path, table, live_sums=True)
    values = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True).worksheets[0]
    sheet = book.worksheets[0]
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 100 and any("SUMIF" in cell.value for cell in formulas)
    for cell in formulas:
        assert values[cell.coordinate].value == pytest.approx(_computed(cell.value, values), abs=1e-9), cell.coordinate


def _computed(formula: str, sheet: object) -> float:
    """SUM and SUMIF by hand."""
    inside = formula[formula.index("(") + 1 : -1]
    if formula.startswith("=SUMIF"):
        keys, wanted, numbers = inside.split(",")
        pairs = zip(sheet[keys], sheet[numbers])  # type: ignore[index]
        return sum(number[0].value or 0 for key, number in pairs if key[0].value == wanted.strip('"'))
    return sum(cell.value or 0 for part in inside.split(",") for row in sheet[part] for cell in row)  # type: ignore[index]


def test_columns_hidden_when_zero_come_back_when_not(tmp_path: Path) -> None:
    layout = load_layout("T07")
    row = Row({"DK": "1", "UNKNOWN": Area(0), "TOTAL": square_metres(1)})
    shown = written(tmp_path, FilledTable(layout, [row]), FilledTable(layout, [Row({**row.values, "UNKNOWN": square_metres(1)})]))
    texts = [{str(c.value) for r in sheet.iter_rows(max_row=5) for c in r} for sheet in shown]
    assert ["地类未识别" in text for text in texts] == [False, True]
    assert shown.sheetnames[1] == "占用土地分类面积表(2)"


def test_areas_are_written_exactly_or_not_at_all(tmp_path: Path) -> None:
    layout = load_layout("T07")
    sheet = written(tmp_path, FilledTable(layout, [Row({"DK": "1", "TOTAL": Area(15)})])).worksheets[0]
    assert sheet["F6"].value == 0.000001 and sheet["F6"].number_format.startswith("0.000000")
    with pytest.raises(FootingError):
        write_workbook(tmp_path / "b.xlsx", [FilledTable(layout, [Row({"TOTAL": Area(1)})])])
    assert os.listdir(tmp_path) == ["out.xlsx"]


def test_a_form_page_is_one_sheet_of_paper(tmp_path: Path) -> None:
    sheet = written(tmp_path, demarcation_form())["土地勘测定界表"]
    titles = [cell.row for cell in sheet["A"] if cell.value == "土地勘测定界表"]
    assert [brk.id for brk in sheet.row_breaks.brk] == [titles[1] - 1]
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage and 20 <= sheet.page_setup.scale <= 100


def test_side_lengths_stand_half_a_row_lower(tmp_path: Path) -> None:
    sheet = written(tmp_path, point_form())["界址点成果表"]
    top = next(cell.row for cell in sheet["C"] if cell.value == "J1")
    merges = {str(box) for box in sheet.merged_cells.ranges}
    assert {f"C{top}:C{top + 1}", f"F{top + 1}:F{top + 2}"} <= merges
    assert sheet[f"F{top}"].value is None and sheet[f"F{top + 1}"].value == 13.34
    assert any("（续）" in str(cell.value) for cell in sheet["A"])


def test_contents_link_to_the_sheets(tmp_path: Path) -> None:
    book = written(tmp_path, class_table(), overlay_table(), contents=True, properties={"title": "成果", "creator": "局"})
    sheet = book["目录"]
    links = {cell.value: cell.hyperlink.location for cell in sheet["B"] if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert (book.properties.title, book.properties.creator) == ("成果", "局")


def test_header_tree() -> None:
    paths = [("甲",), ("乙", "小计"), ("乙", "丙", "一"), ("乙", "丙", "二")]
    boxes = [(box.text, box.top, box.left, box.bottom, box.right) for box in label_rectangles(paths, 3)]
    assert boxes == [
        ("甲", 0, 0, 2, 0),
        ("乙", 0, 1, 0, 3),
        ("小计", 1, 1, 2, 1),
        ("丙", 1, 2, 1, 3),
        ("一", 2, 2, 2, 2),
        ("二", 2, 3, 2, 3),
    ]


def test_fonts_are_chosen_among_those_there_are() -> None:
    assert Look.among(["SimSun", "黑体"]) == Look("黑体", "SimSun", "黑体")
    assert Look.among([]) == Look()


def test_an_existing_file_is_not_overwritten_without_asking(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(OutputError, match="exists already"):
        write_workbook(path, [class_table()])
    assert path.read_bytes() == b"mine"
    write_workbook(path, [class_table()], overwrite=True)
    assert openpyxl.load_workbook(path).sheetnames and os.listdir(tmp_path) == ["out.xlsx"]


def test_a_read_only_open_or_impossible_target_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        write_workbook(path, [class_table()], overwrite=True)
    path.chmod(0o644)
    for mark in ("~$out.xlsx", ".~lock.out.xlsx#"):
        (tmp_path / mark).touch()
        with pytest.raises(OutputError, match="open in another program"):
            write_workbook(path, [class_table()], overwrite=True)
        (tmp_path / mark).unlink()
    for target in (tmp_path, tmp_path / "no" / "out.xlsx"):
        with pytest.raises(OutputError, match=str(target)):
            write_workbook(target, [class_table()], overwrite=True)
    with pytest.raises(OutputError):
        write_workbook(tmp_path / "empty.xlsx", [])
    assert path.read_bytes() == b"mine" and os.listdir(tmp_path) == ["out.xlsx"]


def test_a_read_only_folder_is_one_sentence(tmp_path: Path) -> None:
    """As a user who is not root, whom no mode stops."""
    code = BIG.replace("COUNT", "10") + (
        "import os, tempfile\n"
        "workbook.write_workbook('warm.xlsx', [workbook.FilledTable(layout, Rows())])\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    os.chmod(folder, 0o555)\n"
        "    user = os.geteuid()\n"
        "    os.seteuid(65534 if user == 0 else user)\n"
        "    try:\n"
        "        workbook.write_workbook(folder + '/out.xlsx', [workbook.FilledTable(layout, Rows())])\n"
        "    except core('errors').OutputError as error:\n"
        "        print(error, os.listdir(folder))\n"
        "    os.seteuid(user)\n"
        "    os.chmod(folder, 0o755)\n"
    )
    done = in_a_process(code, tmp_path)
    assert "out.xlsx can't be written: the folder or the file is read-only" in done.stdout, done.stdout + done.stderr
    assert done.stdout.strip().endswith("[]")


@pytest.mark.parametrize("when", [0, 1, 5])
def test_cancelling_leaves_what_was_there(tmp_path: Path, when: int) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"mine")
    calls: list[float] = []

    def progress(fraction: float) -> None:
        calls.append(fraction)
        if len(calls) > when:
            raise Cancelled()

    rows = [Row({"KIND": "x", "TEXT": str(number)}) for number in range(3000)]
    with pytest.raises(Cancelled):
        write_workbook(path, [FilledTable(load_layout("FINDINGS"), rows)], progress=progress, overwrite=True)
    assert path.read_bytes() == b"mine" and os.listdir(tmp_path) == ["out.xlsx"]


def test_rows_that_break_leave_nothing(tmp_path: Path) -> None:
    class Breaking:
        passes = 0

        def __iter__(self) -> Iterator[Row]:
            self.passes += 1
            yield Row({"KIND": "x"})
            if self.passes > 1:
                raise OSError(errno.EIO, "the source went away")

    with pytest.raises(OutputError, match="the drive reports a fault"):
        write_workbook(tmp_path / "out.xlsx", [FilledTable(load_layout("FINDINGS"), Breaking())])
    assert os.listdir(tmp_path) == []


def in_a_process(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `code` in a Python that knows the checkout as a package."""
    head = f"import sys; sys.path.insert(0, {str(ROOT.parent)!r}); import importlib\n"
    head += f"core = lambda name: importlib.import_module({ROOT.name!r} + '.core.' + name)\n"
    return subprocess.run([sys.executable, "-c", head + code], cwd=folder, capture_output=True, text=True, timeout=120)


BIG = """
workbook, area = core("workbook"), core("area")
layout = workbook.load_layout("T07")
texts = [c.key for c in layout.columns if c.kind is workbook.Kind.TEXT]
areas = [c.key for c in layout.columns if c.kind is workbook.Kind.AREA and not c.parts and not c.of][:12]
from dataclasses import replace
layout = replace(layout, columns=tuple(c for c in layout.columns if c.key in texts + areas))
class Rows:
    def __iter__(self):
        for n in range(COUNT):
            values = {"DK": f"D{n // 50}", "XZ": "镇", "CUN": f"村{n // 5}", "ZU": f"第{n}组", "QSXZ": "集体"}
            values.update((key, area.Area(1500 * ((n * 7 + i * 13) % 9999 + 1))) for i, key in enumerate(areas))
            yield workbook.Row(values)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_hundred_thousand_rows_stay_under_300_megabytes(tmp_path: Path) -> None:
    """The process's own peak: ru_maxrss would start with that of the process it was made by."""
    code = BIG.replace("COUNT", "100_000") + (
        "workbook.write_workbook('big.xlsx', [workbook.FilledTable(layout, Rows())])\n"
        "peak = [line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')]\n"
        "print(len(layout.columns), *peak)"
    )
    done = in_a_process(code, tmp_path)
    assert done.returncode == 0, done.stderr
    columns, kilobytes = map(int, done.stdout.split())
    assert columns == 17 and kilobytes < 300 * 1024
    with ZipFile(tmp_path / "big.xlsx") as archive, archive.open("xl/worksheets/sheet1.xml") as sheet:
        assert sum(block.count(b"<row ") for block in iter(lambda: sheet.read(1 << 20), b"")) >= 100_000


def test_a_full_disk_is_one_sentence_and_no_file(tmp_path: Path) -> None:
    code = BIG.replace("COUNT", "5_000") + (
        "import os, resource, signal\n"
        "open('out.xlsx', 'w').write('mine')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    workbook.write_workbook('out.xlsx', [workbook.FilledTable(layout, Rows())], overwrite=True)\n"
        "except core('errors').OutputError as error:\n"
        "    print(error, os.listdir('.'), open('out.xlsx').read())"
    )
    done = in_a_process(code, tmp_path)
    assert "The disk is full; out.xlsx was not written. ['out.xlsx'] mine" in done.stdout, done.stdout + done.stderr
    assert done.stderr == ""


def test_nothing_is_written_anywhere_else(tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    (tmp_path / "target").mkdir()
    code = BIG.replace("COUNT", "2_000") + (
        "import os, tempfile\n"
        "tempfile.tempdir = os.path.abspath('temporary')\n"
        "seen = []\n"
        "def progress(fraction): seen.extend(os.listdir('temporary'))\n"
        "path = 'target/out.xlsx'\n"
        "workbook.write_workbook(path, [workbook.FilledTable(layout, Rows())], progress=progress)\n"
        "print(seen, os.listdir('temporary'), os.listdir('target'))"
    )
    done = in_a_process(code, tmp_path)
    assert done.stdout.strip() == "[] [] ['out.xlsx']", done.stderr


def test_the_core_of_workbooks_loads_openpyxl_only_when_needed(tmp_path: Path) -> None:
    done = in_a_process("core('workbook').load_layout('T07'); print('openpyxl' in sys.modules)", tmp_path)
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_prints_every_table(tmp_path: Path) -> None:
    tables = [class_table(), demarcation_form(), point_form(), overlay_table(), failing_checks(), *plain_tables()]
    write_workbook(tmp_path / "all.xlsx", tables, draft=True, contents=True, live_sums=True)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "all.xlsx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0 and "rror" not in done.stderr
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")


def test_rows_given_once_are_kept() -> None:
    table = FilledTable(load_layout("FINDINGS"), iter([Row({"KIND": "x"})]))
    assert len(list(table.rows)) == len(list(table.rows)) == 1
    assert next(iter(table.rows)).kind is RowKind.DATA
    assert replace(table, unit="mu").display.label == "亩"
