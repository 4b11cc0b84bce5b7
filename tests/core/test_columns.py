"""Columns: what is asked about each different value once."""

from __future__ import annotations

import numpy as np

from ...core.columns import by_value, stripped


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
