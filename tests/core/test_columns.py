"""Columns: what is asked about each different value once."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from ...core.columns import Columns, by_value, distinct, stripped
from ...core.errors import Cancelled
from ...core.threads import together


def test_each_different_value_is_asked_about_once_and_answered_everywhere() -> None:
    asked = []

    def answer(value: object) -> object:
        asked.append(value)
        return None if value is None else f"<{value}>"

    values = np.array(["b", None, "a", "b", "", None, "b"], dtype=object)
    assert by_value(values, answer).tolist() == ["<b>", None, "<a>", "<b>", "<>", None, "<b>"]
    assert asked == ["b", None, "a", ""]
    assert by_value(values[:0], answer).tolist() == []
    assert by_value([1.5, 2.5, 1.5], str).tolist() == ["1.5", "2.5", "1.5"]


def test_stripped_text_has_no_null() -> None:
    assert stripped([" 甲 ", None, "", 3]).tolist() == ["甲", "", "", "3"]


def test_rows_that_are_equal_have_one_number() -> None:
    names = np.array(["甲", "乙", "甲", None, "甲"], dtype=object)
    first, which = distinct([names, np.array([1, 1, 1, 1, 2])])
    assert first.tolist() == [0, 1, 3, 4]
    assert which.tolist() == [0, 1, 0, 2, 3]


def test_what_is_known_of_shapes_goes_with_them_and_not_to_others() -> None:
    shapes = np.array([shapely.box(0, 0, 1, 1), shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), None], dtype=object)
    columns = Columns("a", np.arange(3), shapes, valid=shapely.is_valid(shapes))
    assert columns.take(np.array([2, 0])).valid.tolist() == [False, True]
    assert columns.with_geometry(shapes[::-1].copy()).valid is None


def test_works_beside_one_another_report_together() -> None:
    told: list[float] = []
    assert together(told.append, lambda progress: progress(0.5) or "a", lambda progress: progress(1.0) or "b") == ["a", "b"]
    assert max(told) == 1.0

    def cancelled(fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        together(cancelled, lambda progress: progress(0.5), lambda progress: None)
