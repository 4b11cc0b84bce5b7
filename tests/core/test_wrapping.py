"""How many lines a text takes in a cell: words as long as a seal are not broken where a line ends."""

from __future__ import annotations

import pytest

from ...core.quota.book_ends import book_ends
from ...core.workbook.sheet_frame import wrapped_lines
from .store.made_ledgers import BOOKS, make_geopackage

SEAL = "a841c130ae201049bf078eaae92fe9ec4b8877429bfc1ff9606ce7adbb19c80a"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (SEAL, 70, 1),
        (SEAL, 40, 2),
        (f"凭证第16号，{SEAL}", 68, 2),  # by widths alone 12 + 64 would be two lines, too
        (f"凭证第16号，{SEAL}", 50, 3),  # by widths alone two: the seal begins a line and needs two
        ("耕" * 30, 22, 3),
        ("a b c d", 40, 1),
        ("one two three four", 11.5, 2),
        ("第一行\n第二行", 40, 2),
        ("", 10, 1),
    ],
)
def test_lines_of_a_text(text, width, lines) -> None:
    assert wrapped_lines(text, width) == lines


def test_each_seal_of_a_book_has_a_cell_of_its_own(tmp_path) -> None:
    store, _ = make_geopackage(tmp_path, "台账", BOOKS)
    rows = list(book_ends(store, BOOKS[0].code, "市本级", "open"))
    head = store.head(BOOKS[0].code)
    assert [row.value("NOTE") for row in rows] == [head.hash, head.record_hash]
    assert [row.value("STATE") for row in rows] == ["open", ""]
    assert all(head.hash not in str(row.value("CONTENT")) for row in rows)
    store.close()
